"""Sets in English: what recurs."""

from __future__ import annotations

import pytest

from timeline import Anchor, resolve

TUESDAY = Anchor("2023-05-23")

SETS = [
    ("every Monday", "XXXX-WXX-1"),
    ("each Tuesday", "XXXX-WXX-2"),
    ("Mondays", "XXXX-WXX-1"),
    ("on Sundays", "XXXX-WXX-7"),
    ("every Monday morning", "XXXX-WXX-1TMO"),
    ("every Tuesday night", "XXXX-WXX-2TNI"),
    ("on Friday evenings", "XXXX-WXX-5TEV"),
    ("every day", "P1D"),
    ("everyday", "P1D"),
    ("daily", "P1D"),
    ("each week", "P1W"),
    ("every week", "P1W"),
    ("weekly", "P1W"),
    ("every two weeks", "P2W"),
    ("every other day", "P2D"),
    ("every other week", "P2W"),
    ("every third day", "P3D"),
    ("every four years", "P4Y"),
    ("every month", "P1M"),
    ("monthly", "P1M"),
    ("every three months", "P3M"),
    ("every year", "P1Y"),
    ("yearly", "P1Y"),
    ("annually", "P1Y"),
    ("every hour", "PT1H"),
    ("hourly", "PT1H"),
    ("every 15 minutes", "PT15M"),
    ("every half hour", "PT0.5H"),
    ("every decade", "P1DE"),
    ("every quarter", "P1Q"),
    ("twice a week", "P1W"),
    ("once a month", "P1M"),
    ("three times a day", "P1D"),
    ("twice daily", "P1D"),
    ("per day", "P1D"),
    ("every May", "XXXX-05"),
    ("every summer", "XXXX-SU"),
    ("every weekend", "XXXX-WXX-WE"),
    ("weekends", "XXXX-WXX-WE"),
    ("every morning", "XXXX-XX-XXTMO"),
    ("every night", "XXXX-XX-XXTNI"),
    ("every Monday at 10 a.m.", "XXXX-WXX-1T10:00"),
]


@pytest.mark.parametrize(("phrase", "value"), SETS)
def test_a_set(phrase: str, value: str) -> None:
    timex = resolve(phrase, TUESDAY)
    assert (timex.type, timex.value) == ("SET", value)


@pytest.mark.parametrize("phrase", ["every Monday", "daily", "twice a week"])
def test_a_set_has_no_bounds(phrase: str) -> None:
    extent = resolve(phrase, TUESDAY).extent
    assert (extent.start.earliest, extent.end.latest) == (None, None)
