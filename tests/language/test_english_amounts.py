"""Amounts of time in English: exact, in words and figures, vague, and hedged."""

from __future__ import annotations

from datetime import timedelta

import pytest

from timeline import Anchor, Policy, resolve
from timeline.meaning.widths import width

TUESDAY = Anchor("2023-05-23")
TICK = timedelta(microseconds=1)

# Days, or hours and minutes: the shortest and the longest.
EXACT = [
    ("a day", "P1D", "1d", "1d"),
    ("one day", "P1D", "1d", "1d"),
    ("for three days", "P3D", "3d", "3d"),
    ("two weeks", "P2W", "14d", "14d"),
    ("a fortnight", "P2W", "14d", "14d"),
    ("six weeks", "P6W", "42d", "42d"),
    ("twenty-four hours", "PT24H", "24h", "24h"),
    ("an hour", "PT1H", "1h", "1h"),
    ("90 minutes", "PT90M", "90m", "90m"),
    ("ninety minutes", "PT90M", "90m", "90m"),
    ("45 mins", "PT45M", "45m", "45m"),
    ("30 seconds", "PT30S", "30s", "30s"),
    ("a dozen days", "P12D", "12d", "12d"),
    ("two dozen days", "P24D", "24d", "24d"),
    ("half a dozen weeks", "P6W", "42d", "42d"),
    ("a hundred days", "P100D", "100d", "100d"),
    ("100 days", "P100D", "100d", "100d"),
    ("one hundred and twenty days", "P120D", "120d", "120d"),
    ("three hundred days", "P300D", "300d", "300d"),
    ("1,500 days", "P1500D", "1500d", "1500d"),
    ("a 48-hour period", "PT48H", "48h", "48h"),
    ("three-day", "P3D", "3d", "3d"),
    ("10-day", "P10D", "10d", "10d"),
    ("a two-week period", "P2W", "14d", "14d"),
    ("two weeks and three days", "P2W3D", "17d", "17d"),
    ("an hour and twenty minutes", "PT1H20M", "80m", "80m"),
    ("2 hours 30 minutes", "PT2H30M", "150m", "150m"),
    ("three full days", "P3D", "3d", "3d"),
    ("five consecutive days", "P5D", "5d", "5d"),
    ("a whole week", "P1W", "7d", "7d"),
    # Months have 28 to 31 days, years 365 or 366.
    ("a month", "P1M", "28d", "31d"),
    ("two months", "P2M", "59d", "62d"),
    ("three months", "P3M", "89d", "92d"),
    ("for six months", "P6M", "181d", "184d"),
    ("12 months", "P12M", "365d", "366d"),
    ("a year", "P1Y", "365d", "366d"),
    ("two years", "P2Y", "730d", "731d"),
    ("four years", "P4Y", "1460d", "1461d"),
    ("ten years", "P10Y", "3651d", "3653d"),
    ("a three-year period", "P3Y", "1095d", "1096d"),
    ("two years and three months", "P2Y3M", None, None),
    ("two decades", "P2DE", None, None),
    ("a century", "P1CE", None, None),
    ("thirty-five years", "P35Y", None, None),
    ("a thousand years", "P1000Y", None, None),
    # Fractions are written as figures.
    ("two and a half days", "P2.5D", "60h", "60h"),
    ("one and a half hours", "PT1.5H", "90m", "90m"),
    ("an hour and a half", "PT1.5H", "90m", "90m"),
    ("two and a half years", "P2.5Y", "911d", "915d"),
    ("two-and-a-half years", "P2.5Y", "911d", "915d"),
    ("a year and a half", "P1.5Y", "546d", "550d"),
    ("2.5 hours", "PT2.5H", "150m", "150m"),
    ("2 1/2 hours", "PT2.5H", "150m", "150m"),
    ("half an hour", "PT0.5H", "30m", "30m"),
    ("a half hour", "PT0.5H", "30m", "30m"),
    ("half a day", "P0.5D", "12h", "12h"),
    ("a quarter of an hour", "PT0.25H", "15m", "15m"),
    ("three-quarters of an hour", "PT0.75H", "45m", "45m"),
    ("half a year", "P0.5Y", "181d", "184d"),
    ("1.5 million years", "P1500000Y", None, None),
]
_UNITS = {"d": "days", "h": "hours", "m": "minutes", "s": "seconds"}


def lasting(text: str | None) -> timedelta | None:
    return timedelta(**{_UNITS[text[-1]]: float(text[:-1])}) if text else None


@pytest.mark.parametrize(("phrase", "value", "shortest", "longest"), EXACT)
def test_an_amount(phrase: str, value: str, shortest: str | None, longest: str | None) -> None:
    timex = resolve(phrase, TUESDAY)
    assert (timex.type, timex.value, timex.mod) == ("DURATION", value, None)
    assert timex.extent.start.earliest is None
    assert timex.extent.end.latest is None
    if shortest and longest:
        duration = timex.extent.duration
        assert (duration.shortest, duration.longest) == (lasting(shortest), lasting(longest))


# A couple is 2 to 3, a few 2 to 6, several 3 to 10; usual are 2, 3 to 4 and 3 to 7.
VAGUE = [
    ("a couple of hours", "PT2H", "2h..3h", "2h..2h"),
    ("a couple of days", "P2D", "2d..3d", "2d..2d"),
    ("a few days", "PXD", "2d..6d", "3d..4d"),
    ("few days", "PXD", "2d..6d", "3d..4d"),
    ("the few weeks", "PXW", "14d..42d", "21d..28d"),
    ("a few hours", "PTXH", "2h..6h", "3h..4h"),
    ("several days", "PXD", "3d..10d", "3d..7d"),
    ("several weeks", "PXW", "21d..70d", "21d..49d"),
    ("several hours", "PTXH", "3h..10h", "3h..7h"),
    ("several minutes", "PTXM", "3m..10m", "3m..7m"),
]


@pytest.mark.parametrize(("phrase", "value", "possible", "usual"), VAGUE)
def test_a_vague_amount(phrase: str, value: str, possible: str, usual: str) -> None:
    timex = resolve(phrase, TUESDAY)
    assert (timex.type, timex.value) == ("DURATION", value)
    assert timex.extent.typical is not None
    for said, extent in ((possible, timex.extent), (usual, timex.extent.typical)):
        duration = extent.duration
        assert [duration.shortest, duration.longest] == [lasting(s) for s in said.split("..")]


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("a few months", "PXM"),
        ("several years", "PXY"),
        ("many years", "PXY"),
        ("dozens of hours", "PTXH"),
        ("hundreds of years", "PXY"),
        ("some weeks", "PXW"),
        ("numerous days", "PXD"),
    ],
)
def test_a_number_that_is_not_said_is_an_x(phrase: str, value: str) -> None:
    assert resolve(phrase, TUESDAY).value == value


# About: a quarter of it or a unit; nearly: less a fifth or a unit; more than: up to twice.
HEDGED = [
    ("about ten days", "P10D", "APPROX", "7.5d", "12.5d"),
    ("around ten days", "P10D", "APPROX", "7.5d", "12.5d"),
    ("approximately ten days", "P10D", "APPROX", "7.5d", "12.5d"),
    ("roughly ten days", "P10D", "APPROX", "7.5d", "12.5d"),
    ("some ten days", "P10D", "APPROX", "7.5d", "12.5d"),
    ("ten days or so", "P10D", "APPROX", "7.5d", "12.5d"),
    ("about two hours", "PT2H", "APPROX", "1h", "3h"),
    ("nearly three weeks", "P3W", "LESS_THAN", "14d", "21d"),
    ("almost three weeks", "P3W", "LESS_THAN", "14d", "21d"),
    ("nearly ten hours", "PT10H", "LESS_THAN", "8h", "10h"),
    ("more than a week", "P1W", "MORE_THAN", "7d", "14d"),
    ("over 100 days", "P100D", "MORE_THAN", "100d", "200d"),
    ("at least two weeks", "P2W", "EQUAL_OR_MORE", "14d", None),
    ("no less than two weeks", "P2W", "EQUAL_OR_MORE", "14d", None),
    ("two weeks or more", "P2W", "EQUAL_OR_MORE", "14d", None),
    ("at most 30 minutes", "PT30M", "EQUAL_OR_LESS", None, "30m"),
    ("up to three days", "P3D", "EQUAL_OR_LESS", None, "3d"),
    ("no more than five days", "P5D", "EQUAL_OR_LESS", None, "5d"),
    ("less than an hour", "PT1H", "LESS_THAN", None, "1h"),
    ("under two hours", "PT2H", "LESS_THAN", None, "2h"),
    ("just under a week", "P1W", "LESS_THAN", None, "7d"),
    ("well over a week", "P1W", "MORE_THAN", "7d", None),
    ("fewer than ten days", "P10D", "LESS_THAN", None, "10d"),
    ("nearly two and a half years", "P2.5Y", "LESS_THAN", None, None),
]


@pytest.mark.parametrize(("phrase", "value", "mod", "shortest", "longest"), HEDGED)
def test_a_hedged_amount(
    phrase: str, value: str, mod: str, shortest: str | None, longest: str | None
) -> None:
    timex = resolve(phrase, TUESDAY)
    assert (timex.type, timex.value, timex.mod) == ("DURATION", value, mod)
    for said, found in zip(
        (shortest, longest),
        (timex.extent.duration.shortest, timex.extent.duration.longest),
        strict=True,
    ):
        wanted = lasting(said)
        assert wanted is None or (found is not None and abs(found - wanted) <= TICK)


def test_a_policy_replaces_a_vague_number() -> None:
    few = width("few", [3, 3], [3, 3], "house rule of this desk")
    timex = resolve("a few days", TUESDAY, policy=Policy(widths=(few,)))
    assert timex.extent.duration.shortest == timex.extent.duration.longest == timedelta(days=3)
