"""The same phrases under other anchors: coarser, exact, in two zones, on days on which clocks change."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from tests.language.cases import Case, check, same_bounds, table
from timeline import Anchor, resolve

MAY = Anchor("2023-05")

KNOWN_TO_THE_MONTH = [
    Case("last month", "2023-04", "04-01/05-01"),
    Case("this month", "2023-05", "05-01/06-01"),
    Case("next month", "2023-06", "06-01/07-01"),
    Case("last year", "2022", "2022-01-01/2023-01-01"),
    Case("next year", "2024", "2024-01-01/2025-01-01"),
    Case("April", "2023-04", "04-01/05-01"),
    Case("May", "2023-05", "05-01/06-01"),
    Case("June", "2022-06", "2022-06-01/07-01"),
    Case("23 May 2023", "2023-05-23", "05-23/05-24"),
    Case("Christmas", "2022-12-25", "2022-12-25/12-26"),
    Case("in early 2023", "2023", "01-01/05-01..07-01", "START"),
    Case("today", None, "05-01..05-31/05-02..06-01"),
    Case("yesterday", None, "04-30..05-30/05-01..05-31"),
    Case("tomorrow", None, "05-02..06-01/05-03..06-02"),
    Case("three days ago", None, "04-28..05-28/04-29..05-29"),
    # 1 May 2023 was a Monday, and 31 May a Wednesday.
    Case("Monday", None, "05-01..05-29/05-02..05-30"),
    Case("last Monday", None, "04-24..05-29/04-25..05-30"),
    Case("next Friday", None, "05-05..06-02/05-06..06-03"),
    Case("last week", None, "04-24..05-22/05-01..05-29"),
    Case("this week", None, "05-01..05-29/05-08..06-05"),
    Case("last night", None, "04-30T17:00..05-30T20:00/05-01T04:00..05-31T07:00"),
    Case("in the last 24 hours", None, "04-30..05-31/05-01..06-01"),
    Case("since 2019", None, "2019-01-01..2020-01-01</2023-05-01..open"),
]


@table(KNOWN_TO_THE_MONTH)
def test_an_anchor_known_to_the_month(case: Case) -> None:
    check(case, MAY)


KNOWN_TO_THE_YEAR = [
    Case("last year", "2022", "2022-01-01/2023-01-01"),
    Case("this year", "2023", "01-01/2024-01-01"),
    Case("this month", None, "01-01..12-01/02-01..2024-01-01"),
    Case("last month", None, "2022-12-01..2023-11-01/01-01..12-01"),
    Case("yesterday", None, "2022-12-31..2023-12-30/01-01..12-31"),
]


@table(KNOWN_TO_THE_YEAR)
def test_an_anchor_known_to_the_year(case: Case) -> None:
    check(case, Anchor("2023"))


PHRASES = ["Tuesday", "yesterday", "last week", "last night", "Monday night", "last month", "early May"]


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_finer_anchor_within_the_day_gives_the_same(phrase: str) -> None:
    by_day = resolve(phrase, Anchor("2023-05-23")).extent
    exact = resolve(phrase, Anchor("2023-05-23T15:42:07")).extent
    assert (by_day.start, by_day.end) == (exact.start, exact.end)


def test_the_local_day_of_an_instant_counts() -> None:
    # Half past ten in the evening at Greenwich is half past one of the next day in Kyiv.
    evening = Anchor("2023-05-22T22:30:00Z", tz="Europe/Kyiv")
    assert resolve("today", evening).value == "2023-05-23"
    assert resolve("yesterday", evening).value == "2023-05-22"
    assert resolve("today", Anchor("2023-05-22T22:30:00Z")).value == "2023-05-22"


ZONES = ["Europe/Kyiv", "America/New_York"]  # seven hours apart in May


def test_two_possible_zones_widen_a_day() -> None:
    extent = resolve("yesterday", Anchor("2023-05-23", tz=ZONES)).extent
    assert same_bounds("05-22T00:00..07:00/05-23T00:00..07:00", extent)
    assert extent.start.earliest is not None
    assert extent.start.earliest.isoformat() == "2023-05-22T00:00:00+03:00"


def test_two_zones_may_differ_on_what_day_it_is() -> None:
    # 01:30 on the 23rd in Kyiv is 18:30 on the 22nd in New York.
    today = resolve("today", Anchor("2023-05-22T22:30:00Z", tz=ZONES)).extent
    assert same_bounds("05-22T07:00..05-23T00:00/05-23T07:00..05-24T00:00", today)


def test_an_order_of_zones_chooses_only_how_bounds_are_shown() -> None:
    one = resolve("yesterday", Anchor("2023-05-23", tz=ZONES)).extent
    other = resolve("yesterday", Anchor("2023-05-23", tz=ZONES[::-1])).extent
    assert (one.start.earliest, one.end.latest) == (other.start.earliest, other.end.latest)


# In Kyiv clocks went from 03:00 to 04:00 on 26 March 2023, and from 04:00 to 03:00 on 29 October.
SPRING = Anchor(datetime(2023, 3, 26, 12), tz="Europe/Kyiv")
EVE_OF_AUTUMN = Anchor(datetime(2023, 10, 28, 12), tz="Europe/Kyiv")
AUTUMN_NIGHT = Anchor("2023-10-29T04:30:00.000000+02:00", tz="Europe/Kyiv")

CLOCK_CHANGES = [
    (SPRING, "24 hours ago", "2023-03-25T11:00:00+02:00", "2023-03-25T11:01:00+02:00"),
    (SPRING, "a day ago", "2023-03-25T00:00:00+02:00", "2023-03-26T00:00:00+02:00"),
    (SPRING, "yesterday", "2023-03-25T00:00:00+02:00", "2023-03-26T00:00:00+02:00"),
    (SPRING, "today", "2023-03-26T00:00:00+02:00", "2023-03-27T00:00:00+03:00"),
    (SPRING, "the last 24 hours", "2023-03-25T11:00:00+02:00", "2023-03-26T12:00:00+03:00"),
    (SPRING, "nine hours ago", "2023-03-26T02:00:00+02:00", "2023-03-26T02:01:00+02:00"),
    (SPRING, "eight hours ago", "2023-03-26T04:00:00+03:00", None),
    (SPRING, "02:30 on Sunday", "2023-03-26T02:30:00+02:00", "2023-03-26T02:31:00+02:00"),
    (SPRING, "last night", "2023-03-25T17:00:00+02:00", "2023-03-26T07:00:00+03:00"),
    (EVE_OF_AUTUMN, "in 24 hours", "2023-10-29T11:00:00+02:00", "2023-10-29T11:01:00+02:00"),
    (EVE_OF_AUTUMN, "tomorrow", "2023-10-29T00:00:00+03:00", "2023-10-30T00:00:00+02:00"),
    (EVE_OF_AUTUMN, "tonight", "2023-10-28T17:00:00+03:00", "2023-10-29T07:00:00+02:00"),
    (EVE_OF_AUTUMN, "tomorrow at 3 p.m.", "2023-10-29T15:00:00+02:00", "2023-10-29T15:01:00+02:00"),
    (AUTUMN_NIGHT, "two hours ago", "2023-10-29T03:30:00+03:00", "2023-10-29T03:31:00+03:00"),
    (AUTUMN_NIGHT, "an hour ago", "2023-10-29T03:30:00+02:00", "2023-10-29T03:31:00+02:00"),
]


@pytest.mark.parametrize(("anchor", "phrase", "first", "last"), CLOCK_CHANGES)
def test_hours_are_counted_and_days_are_named_when_clocks_change(
    anchor: Anchor, phrase: str, first: str, last: str | None
) -> None:
    extent = resolve(phrase, anchor).extent
    assert extent.start.earliest is not None
    assert extent.start.earliest.isoformat() == first
    if last is not None:
        assert extent.end.latest is not None
        assert extent.end.latest.isoformat() == last


@pytest.mark.parametrize(
    ("anchor", "phrase", "hours"),
    [
        (SPRING, "today", 23),
        (SPRING, "yesterday", 24),
        (EVE_OF_AUTUMN, "tomorrow", 25),
        (SPRING, "the last 24 hours", 24),
        (SPRING, "29 October 2023", 25),
        (SPRING, "this week", 7 * 24 - 1),
    ],
)
def test_a_day_lasts_as_long_as_its_clocks_say(anchor: Anchor, phrase: str, hours: int) -> None:
    duration = resolve(phrase, anchor).extent.duration
    assert duration.shortest == duration.longest == timedelta(hours=hours)


def test_a_time_of_day_that_comes_twice_may_be_either() -> None:
    start = resolve("3:30 a.m. on 29 October 2023", SPRING).extent.start
    assert start.earliest is not None
    assert start.latest is not None
    assert start.earliest.isoformat() == "2023-10-29T03:30:00+03:00"
    assert start.latest.isoformat() == "2023-10-29T03:30:00+02:00"
