"""Weeks, months, years by their distance: last, this, next, coming, past; weekends, seasons, quarters."""

from __future__ import annotations

import pytest

from tests.language.cases import NORTH, Case, check, same_bounds, table
from timeline import Anchor, Policy, resolve

TUESDAY = Anchor("2023-05-23")

NEAR = [
    Case("today", "2023-05-23", "05-23/05-24"),
    Case("yesterday", "2023-05-22", "05-22/05-23"),
    Case("tomorrow", "2023-05-24", "05-24/05-25"),
    Case("the day before yesterday", "2023-05-21", "05-21/05-22"),
    Case("the day after tomorrow", "2023-05-25", "05-25/05-26"),
    Case("the next day", "2023-05-24", "05-24/05-25"),
    Case("the following day", "2023-05-24", "05-24/05-25"),
    Case("the previous day", "2023-05-22", "05-22/05-23"),
    Case("the day before", "2023-05-22", "05-22/05-23"),
    Case("the day after", "2023-05-24", "05-24/05-25"),
    Case("the same day", "2023-05-23", "05-23/05-24"),
    Case("that day", "2023-05-23", "05-23/05-24"),
    Case("last week", "2023-W20", "05-15/05-22"),
    Case("this week", "2023-W21", "05-22/05-29"),
    Case("next week", "2023-W22", "05-29/06-05"),
    Case("the coming week", "2023-W22", "05-29/06-05"),
    Case("the following week", "2023-W22", "05-29/06-05"),
    Case("the previous week", "2023-W20", "05-15/05-22"),
    Case("the week before last", "2023-W19", "05-08/05-15"),
    Case("the week after next", "2023-W23", "06-05/06-12"),
    Case("last month", "2023-04", "04-01/05-01"),
    Case("this month", "2023-05", "05-01/06-01"),
    Case("the current month", "2023-05", "05-01/06-01"),
    Case("next month", "2023-06", "06-01/07-01"),
    Case("the upcoming month", "2023-06", "06-01/07-01"),
    Case("the month before last", "2023-03", "03-01/04-01"),
    Case("the month after next", "2023-07", "07-01/08-01"),
    Case("last year", "2022", "2022-01-01/2023-01-01"),
    Case("this year", "2023", "01-01/2024-01-01"),
    Case("next year", "2024", "2024-01-01/2025-01-01"),
    Case("the current year", "2023", "01-01/2024-01-01"),
    Case("the coming year", "2024", "2024-01-01/2025-01-01"),
    Case("the preceding year", "2022", "2022-01-01/2023-01-01"),
    Case("the year before last", "2021", "2021-01-01/2022-01-01"),
    Case("the year after next", "2025", "2025-01-01/2026-01-01"),
    Case("last decade", "201", "2010-01-01/2020-01-01"),
    Case("this decade", "202", "2020-01-01/2030-01-01"),
    Case("next decade", "203", "2030-01-01/2040-01-01"),
    Case("last century", "19", "1900-01-01/2000-01-01"),
    Case("this century", "20", "2000-01-01/2100-01-01"),
    Case("last May", "2022-05", "2022-05-01/06-01"),
    Case("this May", "2023-05", "05-01/06-01"),
    Case("next May", "2024-05", "2024-05-01/06-01"),
    Case("last March", "2023-03", "03-01/04-01"),
    Case("this March", "2023-03", "03-01/04-01"),
    Case("last June", "2022-06", "2022-06-01/07-01"),
    Case("next June", "2023-06", "06-01/07-01"),
    Case("last December", "2022-12", "2022-12-01/2023-01-01"),
    Case("next January", "2024-01", "2024-01-01/02-01"),
    Case("this September", "2023-09", "09-01/10-01"),
]


@table(NEAR)
def test_a_neighbour_of_today(case: Case) -> None:
    check(case, TUESDAY, kind="DATE")


@pytest.mark.parametrize("phrase", ["last week", "this week", "next week"])
def test_a_week_from_sunday_is_the_second_reading(phrase: str) -> None:
    first, second = resolve(phrase, TUESDAY).readings[:2]
    a, b = first.extent.start.earliest, second.extent.start.earliest
    assert a is not None
    assert b is not None
    assert (a.isoweekday(), b.isoweekday(), (a - b).days) == (1, 7, 1)


# The Saturday before Tuesday 23 May is the 20th.
WEEK_STARTS = [
    (7, "last week", "05-14/05-21"),
    (7, "this week", "05-21/05-28"),
    (7, "next week", "05-28/06-04"),
    (6, "last week", "05-13/05-20"),
    (6, "this week", "05-20/05-27"),
    (3, "this week", "05-17/05-24"),
    (2, "this week", "05-23/05-30"),
    (1, "this week", "05-22/05-29"),
]


@pytest.mark.parametrize(("start", "phrase", "bounds"), WEEK_STARTS)
def test_the_policy_says_on_which_day_weeks_start(start: int, phrase: str, bounds: str) -> None:
    timex = resolve(phrase, TUESDAY, policy=Policy(week_start=start))
    assert same_bounds(bounds, timex.extent)


def test_on_a_sunday_this_week_depends_on_the_start_of_weeks() -> None:
    sunday = Anchor("2023-05-21")
    assert same_bounds("05-15/05-22", resolve("this week", sunday).extent)
    american = resolve("this week", sunday, policy=Policy(week_start=7))
    assert same_bounds("05-21/05-28", american.extent)


WEEKENDS = [
    Case("the weekend", "2023-W20-WE", "05-19T18:00..05-20/05-22T00:00..06:00"),
    Case("over the weekend", "2023-W20-WE", "05-19T18:00..05-20/05-22T00:00..06:00"),
    Case("last weekend", "2023-W20-WE", "05-19T18:00..05-20/05-22T00:00..06:00"),
    Case("this weekend", "2023-W21-WE", "05-26T18:00..05-27/05-29T00:00..06:00"),
    Case("the weekend before last", "2023-W19-WE", "05-12T18:00..05-13/05-15T00:00..06:00"),
    Case("next weekend", "2023-W21-WE", "05-26T18:00..05-27/05-29T00:00..06:00", second="2023-W22-WE"),
    Case("the last weekend of April 2023", "2023-W17-WE", "04-28T18:00..04-29/05-01T00:00..06:00"),
]


@table(WEEKENDS)
def test_a_weekend(case: Case) -> None:
    check(case, TUESDAY, kind="DATE")


SEASONS = [
    Case("summer 2022", "2022-SU", "2022-06-01..06-21/09-01..09-23"),
    Case("the summer of 2022", "2022-SU", "2022-06-01..06-21/09-01..09-23"),
    Case("in the fall of 1989", "1989-FA", "1989-09-01..09-23/12-01..12-21"),
    Case("autumn 1989", "1989-FA", "1989-09-01..09-23/12-01..12-21"),
    Case("spring 2023", "2023-SP", "03-01..03-20/06-01..06-21"),
    Case("last summer", "2022-SU", "2022-06-01..06-21/09-01..09-23"),
    Case("next summer", "2023-SU", "06-01..06-21/09-01..09-23"),
    Case("this spring", "2023-SP", "03-01..03-20/06-01..06-21"),
    Case("this summer", "2023-SU", "06-01..06-21/09-01..09-23"),
    Case("last fall", "2022-FA", "2022-09-01..09-23/12-01..12-21"),
]


@table(SEASONS)
def test_a_season_of_the_north(case: Case) -> None:
    check(case, TUESDAY, NORTH, kind="DATE")


def test_a_season_of_the_south() -> None:
    south = Policy(hemisphere="south")
    winter = resolve("winter 2022", TUESDAY, policy=south)
    assert same_bounds("2022-06-01..06-21/09-01..09-23", winter.extent)
    autumn = resolve("autumn 2023", TUESDAY, policy=south)
    assert same_bounds("03-01..03-20/06-01..06-21", autumn.extent)


def test_without_a_hemisphere_both_are_readings() -> None:
    first, second = resolve("summer 2022", TUESDAY).readings[:2]
    assert same_bounds("2022-06-01..06-21/09-01..09-23", first.extent)
    assert "southern" in second.rule
    assert second.extent.start.earliest is not None
    assert second.extent.start.earliest.month == 12


PARTS_OF_YEARS = [
    Case("Q2 2023", "2023-Q2", "04-01/07-01"),
    Case("2023-Q2", "2023-Q2", "04-01/07-01"),
    Case("2023 Q2", "2023-Q2", "04-01/07-01"),
    Case("the second quarter of 2023", "2023-Q2", "04-01/07-01"),
    Case("the fourth quarter of 2022", "2022-Q4", "2022-10-01/2023-01-01"),
    Case("in the third quarter", "2022-Q3", "2022-07-01/10-01", second="2023-Q3"),
    Case("the first quarter", "2023-Q1", "01-01/04-01", second="2024-Q1"),
    Case("last quarter", "2023-Q1", "01-01/04-01"),
    Case("this quarter", "2023-Q2", "04-01/07-01"),
    Case("next quarter", "2023-Q3", "07-01/10-01"),
    Case("the first quarter of last year", "2022-Q1", "2022-01-01/04-01"),
    Case("last year's fourth quarter", "2022-Q4", "2022-10-01/2023-01-01"),
    Case("the first half of 2023", "2023-H1", "01-01/07-01"),
    Case("the second half of 2022", "2022-H2", "2022-07-01/2023-01-01"),
    Case("H2 2022", "2022-H2", "2022-07-01/2023-01-01"),
    Case("the second half of last year", "2022-H2", "2022-07-01/2023-01-01"),
]


@table(PARTS_OF_YEARS)
def test_quarters_and_halves(case: Case) -> None:
    check(case, TUESDAY, kind="DATE")


# The fiscal year of the US government: 2023 is 1 October 2022 to 30 September 2023.
FISCAL = [
    ("fiscal 2023", "2022-10-01/2023-10-01"),
    ("fiscal year 2023", "2022-10-01/2023-10-01"),
    ("financial year 2021", "2020-10-01/2021-10-01"),
    ("FY2024", "2023-10-01/2024-10-01"),
    ("FY 2024", "2023-10-01/2024-10-01"),
    ("this fiscal year", "2022-10-01/2023-10-01"),
    ("the current fiscal year", "2022-10-01/2023-10-01"),
    ("last fiscal year", "2021-10-01/2022-10-01"),
    ("next fiscal year", "2023-10-01/2024-10-01"),
    ("the first fiscal quarter of 2023", "2022-10-01/2023-01-01"),
    ("the fourth fiscal quarter of 2023", "2023-07-01/10-01"),
    ("the second quarter of fiscal 2023", "2023-01-01/04-01"),
]


@pytest.mark.parametrize(("phrase", "bounds"), FISCAL)
def test_the_policy_says_when_the_fiscal_year_starts(phrase: str, bounds: str) -> None:
    timex = resolve(phrase, TUESDAY, policy=Policy(fiscal_start=10))
    assert same_bounds(bounds, timex.extent)


def test_a_fiscal_year_from_january_is_the_calendar_year() -> None:
    timex = resolve("fiscal 2023", TUESDAY, policy=Policy(fiscal_start=1))
    assert same_bounds("2023-01-01/2024-01-01", timex.extent)


def test_without_a_policy_the_fiscal_years_are_readings() -> None:
    starts = {r.extent.start.earliest for r in resolve("fiscal 2023", TUESDAY).readings}
    assert {start.month for start in starts if start} == {1, 4, 7, 10}
