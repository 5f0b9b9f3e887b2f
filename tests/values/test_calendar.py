"""The calendar: against datetime.date, against days counted one by one, and far outside both."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from importlib.util import find_spec

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.values import calendar
from timeline.values.calendar import DAY, civil, day_number
from timeline.values.grain import Grain

EPOCH = dt.date(1970, 1, 1)
DATES = st.dates()
DAYS = st.integers(-(10**12), 10**12)
LOCALS = st.integers(-(10**20), 10**20)
GRAINS = st.sampled_from(Grain)
WEEK_STARTS = st.integers(1, 7)


def number(date: dt.date) -> int:
    return (date - EPOCH).days


def counted(first: int, last: int) -> Iterator[tuple[int, int, int]]:
    """Every date of the years *first* to *last*, by the rules as a child learns them."""
    for year in range(first, last + 1):
        leap = year % 400 == 0 or (year % 4 == 0 and year % 100 != 0)
        for month, length in enumerate((31, 29 if leap else 28, 31, 30, 31, 30), 1):
            yield from ((year, month, day) for day in range(1, length + 1))
        for month, length in enumerate((31, 31, 30, 31, 30, 31), 7):
            yield from ((year, month, day) for day in range(1, length + 1))


@pytest.mark.parametrize(("first", "last"), [(-5, 5), (-401, -399), (1899, 1901), (11_999, 12_001)])
def test_days_follow_one_another(first: int, last: int) -> None:
    start = day_number(first, 1, 1)
    for day, date in enumerate(counted(first, last), start):
        assert civil(day) == date
        assert day_number(*date) == day
    assert day_number(last + 1, 1, 1) == day + 1


def test_the_year_0_begins_366_days_before_the_year_1() -> None:
    assert day_number(0, 1, 1) == number(dt.date(1, 1, 1)) - 366


@given(DATES)
def test_agrees_with_datetime(date: dt.date) -> None:
    day = number(date)
    assert day_number(date.year, date.month, date.day) == day
    assert civil(day) == (date.year, date.month, date.day)
    assert calendar.weekday(day) == date.isoweekday()
    assert calendar.iso_week(day) == date.isocalendar()[:2]


@given(DAYS)
def test_a_day_number_survives_its_date(day: int) -> None:
    year, month, of_month = civil(day)
    assert day_number(year, month, of_month) == day
    assert 1 <= month <= 12
    assert 1 <= of_month <= calendar.month_length(year, month)


@given(DAYS)
def test_the_calendar_repeats_after_400_years(day: int) -> None:
    year, month, of_month = civil(day)
    assert civil(day + 146_097) == (year + 400, month, of_month)


@given(DATES, st.integers(-3_000, 3_000))
def test_add_months_goes_to_the_same_day_or_the_last(date: dt.date, months: int) -> None:
    year, month, day = civil(calendar.add_months(number(date), months))
    assert year * 12 + month == date.year * 12 + date.month + months
    assert day == date.day or (day < date.day and day == calendar.month_length(year, month))


@given(GRAINS, LOCALS, WEEK_STARTS)
def test_a_unit_holds_its_moments(grain: Grain, local: int, week_start: int) -> None:
    unit = calendar.index(grain, local, week_start)
    first = calendar.start(grain, unit, week_start)
    after = calendar.start(grain, unit + 1, week_start)
    assert first <= local < after
    assert calendar.index(grain, first, week_start) == unit
    assert calendar.index(grain, after - 1, week_start) == unit


@given(LOCALS, WEEK_STARTS)
def test_a_week_has_7_days_from_its_start(local: int, week_start: int) -> None:
    first = calendar.start(Grain.WEEK, calendar.index(Grain.WEEK, local, week_start), week_start)
    assert calendar.weekday(first // DAY) == week_start
    assert local - 7 * DAY < first <= local


@pytest.mark.parametrize(
    ("grain", "date", "first"),
    [
        (Grain.QUARTER, (2023, 5, 23), (2023, 4, 1)),
        (Grain.HALF, (2023, 12, 31), (2023, 7, 1)),
        (Grain.DECADE, (2023, 5, 23), (2020, 1, 1)),
        (Grain.CENTURY, (1900, 1, 1), (1900, 1, 1)),
        (Grain.MILLENNIUM, (1999, 12, 31), (1000, 1, 1)),
        (Grain.DECADE, (-43, 3, 15), (-50, 1, 1)),
    ],
)
def test_a_unit_begins(grain: Grain, date: tuple[int, int, int], first: tuple[int, int, int]) -> None:
    unit = calendar.index(grain, day_number(*date) * DAY)
    assert civil(calendar.start(grain, unit) // DAY) == first


@given(GRAINS, LOCALS, st.integers(-100, 100))
def test_adding_keeps_the_time_of_day(grain: Grain, local: int, count: int) -> None:
    moved = calendar.add(local, grain, count)
    unit = calendar.index(grain, local, 1)
    assert calendar.index(grain, moved, 1) == unit + count
    if grain >= Grain.DAY:
        assert moved % DAY == local % DAY


@pytest.mark.parametrize(
    ("year", "western", "orthodox"),
    [
        (1916, (4, 23), (4, 23)),
        (1943, (4, 25), (4, 25)),
        (1981, (4, 19), (4, 26)),
        (2008, (3, 23), (4, 27)),
        (2023, (4, 9), (4, 16)),
        (2038, (4, 25), (4, 25)),
    ],
)
def test_easter(year: int, western: tuple[int, int], orthodox: tuple[int, int]) -> None:
    assert civil(calendar.easter(year)) == (year, *western)
    assert civil(calendar.orthodox_easter(year)) == (year, *orthodox)


@pytest.mark.skipif(find_spec("dateutil") is None, reason="dateutil, the oracle, is not installed")
def test_easter_agrees_with_dateutil() -> None:
    from dateutil.easter import EASTER_ORTHODOX, easter  # type: ignore[import-untyped,unused-ignore]

    for year in range(1583, 4100):
        assert calendar.easter(year) == number(easter(year))
        assert calendar.orthodox_easter(year) == number(easter(year, EASTER_ORTHODOX))


@given(st.integers(-10_000, 100_000))
def test_easter_is_a_sunday_from_22_march_to_25_april(year: int) -> None:
    day = calendar.easter(year)
    assert calendar.weekday(day) == 7
    assert day_number(year, 3, 22) <= day <= day_number(year, 4, 25)
