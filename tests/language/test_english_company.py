"""Phrases whose parts lean on each other: nights over two dates, sides of the anchor, ranges, lists."""

from __future__ import annotations

import pytest

from tests.language.cases import Case, check, table
from timeline import Anchor, Contradiction, Policy, resolve

TUESDAY = Anchor("2023-05-23")
NOON = Anchor("2023-05-23T12:00:00.000000")

NIGHTS = [
    Case("the night of May 22-23", "2023-05-22TNI", "05-22T18:00..21:00/05-23T05:00..07:00"),
    Case("the night of May 22 to 23", "2023-05-22TNI", "05-22T18:00..21:00/05-23T05:00..07:00"),
    Case("the night of Monday to Tuesday, 23 May", "2023-05-22TNI", "05-22T18:00..21:00/05-23T05:00..07:00"),
    Case("overnight into Tuesday", "2023-05-22TNI", "05-22T18:00..21:00/05-23T05:00..07:00"),
    Case("in the night to Tuesday", None, "05-23T00:00..01:00/05:00..07:00"),
    Case("the night before Christmas 2022", "2022-12-24TNI", "2022-12-24T18:00..21:00/12-25T05:00..07:00"),
    Case("the evening before", "2023-05-22TEV", "05-22T16:00..18:00/21:00..05-23T00:00"),
    Case("the morning after", "2023-05-24TMO", "05-24T00:00..06:00/12:00..12:30"),
]

SIDES = [
    Case("earlier today", "2023-05-23", "05-23~05-23T12:00", "START"),
    Case("later today", "2023-05-23", "05-23T12:00~05-24", "END"),
    Case("earlier this month", "2023-05", "05-01~05-23T12:00", "START"),
    Case("later this week", "2023-W21", "05-23T12:00~05-29", "END"),
    Case("earlier on Monday", "2023-05-22", "05-22~05-23", "START"),
]

COUNTED = [
    Case("a year ago on Tuesday", "2022-05-24", "2022-05-24/05-25"),
    Case("Monday week", "2023-06-05", "06-05/06-06"),
    Case("a week on Monday", "2023-06-05", "06-05/06-06"),
    Case("a week from Friday", "2023-06-02", "06-02/06-03"),
    Case("two weeks from Friday", "2023-06-09", "06-09/06-10"),
    Case("a day or two ago", None, "05-21..05-22/05-22..05-23"),
    Case("less than a week ago", "2023-W20", "05-16~05-24", "LESS_THAN"),
    Case("more than a year ago", "2022", "2021-05-23~2022-05-24", "MORE_THAN"),
    Case("at least two weeks ago", "2023-W19", "04-25~05-10", "EQUAL_OR_MORE"),
    Case("half a century ago", "1973", "1972-05-23~1974-05-24"),
    Case("three hours before Monday noon", "2023-05-22T09:00"),
    Case("an hour before noon Tuesday", "2023-05-23T11:00"),
]

RANGES = [
    Case("for two days from Monday", None, "05-22/05-24"),
    Case("for three days starting May 1, 2023", None, "05-01/05-04"),
    Case("3 to 5 p.m.", "2023-05-23T15:00/2023-05-23T17:00", "05-23T15:00/17:00"),
    Case("2023-05-01/2023-05-05", "2023-05-01/2023-05-05", "05-01/05-06"),
    Case("before the end of the year", "2023", "-..2024-01-01</-..2024-01-01", "END"),
    Case("through 2024", "2024", "-..2025-01-01</2025-01-01"),
    Case("in May and June", "2023-05,2023-06", "05-01/07-01"),
    Case("22 and 23 May", "2023-05-22,2023-05-23", "05-22/05-24"),
    Case("the first half of May 2023", "2023-05", "05-01/05-16"),
    Case("in the first days of May", "2023-05", "05-01/05-06..05-11", "START"),
    Case("the 5th century BC", "BC0500/BC0401"),
    Case("all day Monday", "2023-05-22", "05-22/05-23"),
]

ROLLING = [
    Case("over the last year", "P1Y", second="2022"),
    Case("in the last week", "P1W", second="2023-W20"),
    Case("within the next hour", "PT1H"),
]

FORMS = [
    Case("'43", "1943"),
    Case("5/23/43", "1943-05-23"),
    Case("Mon May 22 15:30:00 2023", "2023-05-22T15:30:00"),
    Case("3-4-2020", "2020-03-04", second="2020-04-03"),
    Case("10:00 (0700 GMT) on Monday", "2023-05-22T07:00Z"),
    Case("8 on Monday evening", "2023-05-22T20:00"),
    Case("at four on Tuesday morning", "2023-05-23T04:00"),
    Case("seven in the evening on Monday", "2023-05-22T19:00"),
    Case("Wednesday the 24th", "2023-05-24"),
    Case("the end of the 1990s", "199", "1997-01-01..1998-01-01/2000-01-01", "END"),
    Case("every day at 15:30", "XXXX-XX-XXT15:30", kind="SET"),
    Case("every Christmas", "XXXX-12-25", kind="SET"),
    Case("every 24 February", "XXXX-02-24", kind="SET"),
    Case("nightly", "XXXX-XX-XXTNI", kind="SET"),
    Case("2½ hours", "PT2.5H", kind="DURATION"),
    Case("24 hours", "PT24H", kind="DURATION"),
    Case("two or three days", "PXD", kind="DURATION"),
    Case("10-15 minutes", "PTXM", kind="DURATION"),
]


LOOSE = [
    Case("for years", "PXY", kind="DURATION"),
    Case("the week before Christmas 2022", "2022-W50", "2022-12-12/12-19"),
    Case("the year after 24 February 2022", "2023", "2023-01-01/2024-01-01"),
    Case("year-end 2022", "2022", "2022-09-01..11-01/2023-01-01", "END"),
    Case("midway through last year", "2022", "2022-04-01..05-01/09-01..10-01", "MID"),
    Case("the first few days of May", "2023-05", "05-01/05-06..05-11", "START"),
    Case("so far this year", "2023/PRESENT_REF", "01-01~05-24"),
    Case("at some point last month", "2023-04", "04-01/05-01"),
    Case("the latest quarter", "2023-Q1", "01-01/04-01"),
    Case("2023-05-03 14:32:07,123", "2023-05-03T14:32:07", "05-03T14:32:07/14:32:08"),
]


@table(LOOSE)
def test_loose_phrases_of_reports(case: Case) -> None:
    check(case, TUESDAY)


@table(NIGHTS)
def test_nights_named_by_their_neighbours(case: Case) -> None:
    check(case, TUESDAY)


@table(SIDES)
def test_earlier_and_later_are_sides_of_the_anchor(case: Case) -> None:
    check(case, NOON)


@table(COUNTED)
def test_times_counted_from_other_times(case: Case) -> None:
    check(case, TUESDAY)


@table(RANGES)
def test_ranges_and_lists(case: Case) -> None:
    check(case, TUESDAY)


@table(ROLLING)
def test_the_last_unit_rolls_behind_over_in_and_within(case: Case) -> None:
    check(case, TUESDAY)


@table(FORMS)
def test_other_forms(case: Case) -> None:
    check(case, TUESDAY)


def test_two_digits_after_fy_are_a_year() -> None:
    check(Case("FY23", "2023", "2022-10-01/2023-10-01"), TUESDAY, Policy(fiscal_start=10))


def test_the_year_comes_first_where_the_policy_says_so() -> None:
    check(Case("23/05/06", "2023-05-06"), TUESDAY, Policy(date_order="YMD"))


@table(
    [
        Case("two or three days ago", "PAST_REF", "05-20..05-21/05-21..05-22"),
        Case("the last two or three days", "PXD", "05-20..05-22/05-23..05-24"),
    ]
)
def test_a_count_between_two_has_one_reading(case: Case) -> None:
    check(case, TUESDAY)
    assert len(resolve(case.phrase, TUESDAY).readings) == 1


def test_a_fraction_of_days_is_no_number_of_whole_units() -> None:
    rules = [reading.rule for reading in resolve("the last 2.5 days", TUESDAY).readings]
    assert rules == ["counted from the anchor"]


@pytest.mark.parametrize(("day", "ends"), [("2023-03-26", "27T02:00"), ("2023-10-29", "30T00:00")])
def test_24_hours_from_a_time_of_day_are_24_hours(day: str, ends: str) -> None:
    kyiv = Anchor(day, tz="Europe/Kyiv")  # clocks change at 3 or 4 a.m.
    extent = resolve("for 24 hours from 1 a.m.", kyiv).extent
    assert extent.duration.longest is not None
    assert extent.end.earliest is not None
    assert f"{extent.end.earliest:%dT%H:%M}" == ends


def test_a_range_turned_round_is_said_in_plain_words() -> None:
    with pytest.raises(Contradiction, match="it is over before it begins") as caught:
        resolve("from 2020 to 2010", TUESDAY)
    assert "Fixed" not in str(caught.value)
