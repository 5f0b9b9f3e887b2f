"""What the documentation promises for a report of Tuesday 2023-05-23, Kyiv time."""

from __future__ import annotations

from datetime import timedelta

import pytest

from timeline import Anchor, OutOfRange, resolve

KYIV = Anchor("2023-05-23", tz="Europe/Kyiv")

ROWS = [
    ("mid-afternoon Tuesday", "23T13:00..23T14:00", "23T16:00..23T17:00"),
    ("early afternoon", "23T12:00..23T12:00", "23T14:00..23T15:30"),
    ("Monday", "22T00:00..22T00:00", "23T00:00..23T00:00"),
    ("during the night", "22T18:00..22T21:00", "23T05:00..23T07:00"),
    ("the night of Monday-Tuesday", "22T18:00..22T21:00", "23T05:00..23T07:00"),
    ("all night", "22T18:00..22T21:00", "23T05:00..23T07:00"),
    ("nighttime", "22T18:00..22T21:00", "23T05:00..23T07:00"),
    ("for the last 24 hours", "22T00:00..23T00:00", "23T00:00..24T00:00"),
]


@pytest.mark.parametrize(("phrase", "start", "end"), ROWS)
def test_the_four_bounds(phrase: str, start: str, end: str) -> None:
    extent = resolve(phrase, KYIV).extent
    for bounds, expected in ((extent.start, start), (extent.end, end)):
        shown = [f"{moment:%dT%H:%M}" for moment in (bounds.earliest, bounds.latest) if moment]
        assert "..".join(shown) == expected
        assert bounds.earliest is not None
        assert bounds.earliest.utcoffset() == timedelta(hours=3)


def test_tuesday_afternoon_is_a_timex3_value() -> None:
    found = resolve("mid-afternoon Tuesday", KYIV)
    assert (found.type, found.value, found.mod) == ("TIME", "2023-05-23TAF", "MID")


def test_the_other_monday_is_the_second_reading() -> None:
    assert [reading.value for reading in resolve("Monday", KYIV).readings] == ["2023-05-22", "2023-05-29"]


def test_the_last_24_hours_are_24_hours() -> None:
    duration = resolve("for the last 24 hours", KYIV).extent.duration
    assert duration.shortest == duration.longest == timedelta(hours=24)


def test_recent_months_end_at_the_publication() -> None:
    extent = resolve("in recent months", KYIV).extent
    assert extent.end == resolve("for the last 24 hours", KYIV).extent.end
    assert extent.start.isoformat() == "2022-05-23T00:00:00+03:00..2023-04-24T00:00:00+03:00"
    assert extent.typical is not None
    assert extent.typical.start.isoformat() == "2022-11-23T00:00:00+02:00..2023-03-24T00:00:00+02:00"


def test_since_a_month_ahead_begins_in_it_and_stays_open() -> None:
    extent = resolve("since August 2023", KYIV).extent
    assert extent.start.isoformat() == "2023-08-01T00:00:00+03:00..2023-08-31T23:59:59.999999+03:00"
    assert extent.end.latest is None
    assert extent.end.open


@pytest.mark.parametrize(
    ("phrase", "first", "last"),
    [("44 BC", "-0043-01-01", "-0042-01-01"), ("the year 12000", "+12000-01-01", "+12001-01-01")],
)
def test_years_beyond_datetime_are_exact(phrase: str, first: str, last: str) -> None:
    extent = resolve(phrase, KYIV).extent
    assert extent.start.exact
    assert extent.start.isoformat().startswith(first)
    assert extent.end.isoformat().startswith(last)
    with pytest.raises(OutOfRange):
        _ = extent.start.earliest


def test_a_skipped_hour_widens_the_bounds_and_is_reported() -> None:
    found = resolve("3:30 a.m.", Anchor("2023-03-26", tz="Europe/Kyiv"))
    assert found.extent.start.isoformat() == "2023-03-26T02:30:00+02:00..2023-03-26T04:30:00+03:00"
    assert "2023-03-26T03:30:00 is skipped by a clock change in Europe/Kyiv" in found.explain()


def test_a_doubled_hour_widens_the_bounds_and_is_reported() -> None:
    found = resolve("3:30 a.m.", Anchor("2023-10-29", tz="Europe/Kyiv"))
    assert found.extent.start.isoformat() == "2023-10-29T03:30:00+03:00..2023-10-29T03:30:00+02:00"
    assert "2023-10-29T03:30:00 is doubled by a clock change in Europe/Kyiv" in found.explain()
