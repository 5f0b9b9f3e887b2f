"""Weekdays in English: which one is meant, by genre and by last, this and next."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.language.cases import Case, check, table
from timeline import Anchor, Policy, resolve

TUESDAY = Anchor("2023-05-23")
TALK = Policy(genre="conversation")

BARE = [
    Case("Monday", "2023-05-22", "05-22/05-23", second="2023-05-29"),
    Case("Tuesday", "2023-05-23", "05-23/05-24", second="2023-05-30"),
    Case("Wednesday", "2023-05-17", "05-17/05-18", second="2023-05-24"),
    Case("Thursday", "2023-05-18", "05-18/05-19", second="2023-05-25"),
    Case("Friday", "2023-05-19", "05-19/05-20", second="2023-05-26"),
    Case("Saturday", "2023-05-20", "05-20/05-21", second="2023-05-27"),
    Case("Sunday", "2023-05-21", "05-21/05-22", second="2023-05-28"),
    Case("monday", "2023-05-22"),
    Case("MONDAY", "2023-05-22"),
    Case("on Monday", "2023-05-22", "05-22/05-23", second="2023-05-29"),
    Case("on Monday.", "2023-05-22"),
    Case("Monday's", "2023-05-22", "05-22/05-23"),
    Case("Friday’s", "2023-05-19", "05-19/05-20"),
    Case("Tues.", "2023-05-23"),
    Case("Wed.", "2023-05-17"),
    Case("Thurs", "2023-05-18"),
    Case("Fri", "2023-05-19"),
]


@table(BARE)
def test_news_looks_back_today_included(case: Case) -> None:
    check(case, TUESDAY, kind="DATE")


AHEAD = [
    Case("Monday", "2023-05-29", "05-29/05-30", second="2023-05-22"),
    Case("Wednesday", "2023-05-24", "05-24/05-25", second="2023-05-17"),
    Case("on Friday", "2023-05-26", "05-26/05-27"),
    Case("Sunday", "2023-05-28", "05-28/05-29"),
    Case("Monday morning", "2023-05-29TMO"),
    Case("June", "2023-06"),
    Case("May 24", "2023-05-24"),
    Case("the 24th", "2023-05-24"),
    Case("the 22nd", "2023-06-22"),
    Case("Friday the 13th", "2023-10-13"),
]


@table(AHEAD)
def test_conversation_looks_ahead(case: Case) -> None:
    check(case, TUESDAY, TALK)


CHOSEN = [
    Case("last Monday", "2023-05-22", "05-22/05-23", second="2023-05-15"),
    Case("last Tuesday", "2023-05-16", "05-16/05-17"),
    Case("last Wednesday", "2023-05-17", "05-17/05-18"),
    Case("last Friday", "2023-05-19", "05-19/05-20"),
    Case("this past Monday", "2023-05-22", "05-22/05-23"),
    Case("this Monday", "2023-05-22", "05-22/05-23"),
    Case("this Tuesday", "2023-05-23", "05-23/05-24"),
    Case("this Friday", "2023-05-26", "05-26/05-27"),
    Case("next Monday", "2023-05-29", "05-29/05-30"),
    Case("next Tuesday", "2023-05-30", "05-30/05-31"),
    Case("next Wednesday", "2023-05-24", "05-24/05-25", second="2023-05-31"),
    Case("next Friday", "2023-05-26", "05-26/05-27", second="2023-06-02"),
    Case("the coming Friday", "2023-05-26", "05-26/05-27"),
    Case("this coming Friday", "2023-05-26", "05-26/05-27"),
    Case("the Friday after next", "2023-06-02", "06-02/06-03"),
    Case("the Monday before last", "2023-05-15", "05-15/05-16"),
    Case("Monday of last week", "2023-05-15", "05-15/05-16"),
    Case("Friday of next week", "2023-06-02", "06-02/06-03"),
    Case("Tuesday next week", "2023-05-30", "05-30/05-31"),
    Case("on Friday last week", "2023-05-19", "05-19/05-20"),
    Case("last week's Thursday", "2023-05-18", "05-18/05-19"),
    Case("Thursday this week", "2023-05-25", "05-25/05-26"),
    Case("the following Friday", "2023-05-26", "05-26/05-27"),
    Case("the previous Friday", "2023-05-19", "05-19/05-20"),
    Case("two Fridays ago", "2023-05-12", "05-12/05-13"),
    Case("two Mondays from now", "2023-06-05", "06-05/06-06"),
    Case("the first Monday of June 2023", "2023-06-05", "06-05/06-06"),
    Case("the third Friday of June 2023", "2023-06-16", "06-16/06-17"),
    Case("the second Tuesday of May 2023", "2023-05-09", "05-09/05-10"),
    Case("the last Sunday of March 2023", "2023-03-26", "03-26/03-27"),
    Case("the last Friday in May 2023", "2023-05-26", "05-26/05-27"),
    Case("the first Monday of June", "2022-06-06", "2022-06-06/06-07", second="2023-06-05"),
    Case("the last Thursday of last month", "2023-04-27", "04-27/04-28"),
    Case("the Monday after Easter 2023", "2023-04-10", "04-10/04-11"),
    Case("the Sunday before May 23, 2023", "2023-05-21", "05-21/05-22"),
    Case("the Friday after 24 February 2022", "2022-02-25", "2022-02-25/02-26"),
]


@table(CHOSEN)
def test_last_this_and_next(case: Case) -> None:
    check(case, TUESDAY, kind="DATE")


# 22 May 2023 was a Monday.
CLASHES = [
    ("Monday 23 May 2023", "2023-05-23", "2023-05-22"),
    ("Monday, May 23, 2023", "2023-05-23", "2023-05-22"),
    ("Wednesday, 23 May 2023", "2023-05-23", "2023-05-24"),
    ("Friday 14 July 1789", "1789-07-14", "1789-07-17"),
    ("Sunday, 2023-05-23", "2023-05-23", "2023-05-21"),
]


@pytest.mark.parametrize(("phrase", "date", "weekday"), CLASHES)
def test_where_the_weekday_does_not_fit_the_date_counts_first(phrase: str, date: str, weekday: str) -> None:
    first, second = resolve(phrase, TUESDAY).readings
    assert [first.value, second.value] == [date, weekday]
    assert "does not fit" in first.rule
    assert "does not fit" in second.rule


@pytest.mark.parametrize("day", range(1, 32))
def test_a_weekday_in_news_lies_in_the_seven_days_that_end_today(day: int) -> None:
    found = resolve("Thursday", Anchor(f"2023-03-{day:02}")).extent.start.earliest
    assert found is not None
    assert found.isoweekday() == 4
    assert 0 <= (datetime(2023, 3, day) - found).days < 7
