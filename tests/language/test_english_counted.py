"""Ago, earlier, later, from now, before and after; the last and next so many; vague places in time."""

from __future__ import annotations

from tests.language.cases import Case, check, table
from timeline import Anchor

TUESDAY = Anchor("2023-05-23")
NOON = Anchor("2023-05-23T12:00:00.000000")

DAYS = [
    Case("a day ago", "2023-05-22", "05-22/05-23"),
    Case("two days ago", "2023-05-21", "05-21/05-22"),
    Case("three days ago", "2023-05-20", "05-20/05-21"),
    Case("3 days ago", "2023-05-20", "05-20/05-21"),
    Case("ten days ago", "2023-05-13", "05-13/05-14"),
    Case("23 days ago", "2023-04-30", "04-30/05-01"),
    Case("100 days ago", "2023-02-12", "02-12/02-13"),
    Case("in two days", "2023-05-25", "05-25/05-26"),
    Case("two days from now", "2023-05-25", "05-25/05-26"),
    Case("in ten days", "2023-06-02", "06-02/06-03"),
    Case("two days later", "2023-05-25", "05-25/05-26"),
    Case("three days earlier", "2023-05-20", "05-20/05-21"),
    Case("two days before", "2023-05-21", "05-21/05-22"),
    Case("two days after", "2023-05-25", "05-25/05-26"),
    Case("three days after May 1, 2023", "2023-05-04", "05-04/05-05"),
    Case("two days before 9 May 2023", "2023-05-07", "05-07/05-08"),
    Case("10 days after 24 February 2022", "2022-03-06", "2022-03-06/03-07"),
    Case("the day before Christmas 2022", "2022-12-24", "2022-12-24/12-25"),
    Case("the day after 28 February 2024", "2024-02-29", "2024-02-29/03-01"),
    Case("the day before 1 March 2023", "2023-02-28", "02-28/03-01"),
    Case("a day after Monday", "2023-05-23", "05-23/05-24"),
    Case("two days before yesterday", "2023-05-20", "05-20/05-21"),
    # A number that is not known: the first and the last of the days that it may be.
    Case("a couple of days ago", None, "05-20..05-21/05-21..05-22", second="2023-05-21"),
    Case("a few days ago", None, "05-17..05-21/05-18..05-22", second="2023-05-20"),
    Case("several days ago", None, "05-13..05-20/05-14..05-21"),
    Case("in a few days", None, "05-25..05-29/05-26..05-30"),
    Case("days later", None, "05-24..06-05/05-25..06-06"),
    Case("days earlier", None, "05-10..05-22/05-11..05-23"),
]


@table(DAYS)
def test_days_counted_are_whole_days(case: Case) -> None:
    check(case, TUESDAY, kind="DATE")


# A position known to a unit: one more or less is possible, half of one usual; a day for the anchor.
UNITS = [
    Case("a week ago", "2023-W20", "05-09~05-24", usual="05-12T12:00~05-20T12:00"),
    Case("two weeks ago", "2023-W19", "05-02~05-17", usual="05-05T12:00~05-13T12:00"),
    Case("a month ago", "2023-04", "03-23~05-24"),
    Case("three months ago", "2023-02", "01-23~03-24"),
    Case("a year ago", "2022", "2021-05-23~2023-05-24", usual="2021-11-23~2022-11-24"),
    Case("two years ago", "2021", "2020-05-23~2022-05-24", usual="2020-11-23~2021-11-24"),
    Case("ten years ago", "2013", "2012-05-23~2014-05-24"),
    Case("in two weeks", "2023-W23", "05-30~06-14"),
    Case("two weeks from now", "2023-W23", "05-30~06-14"),
    Case("in six months", "2023-11", "10-23~12-24"),
    Case("six months later", "2023-11", "10-23~12-24"),
    Case("two years earlier", "2021", "2020-05-23~2022-05-24"),
    Case("in five years", "2028", "2027-05-23~2029-05-24"),
    Case("five years from now", "2028", "2027-05-23~2029-05-24"),
    Case("a few weeks ago", None, "04-04~05-17", usual="04-21T12:00~05-06T12:00"),
    Case("a decade ago", "201", None),
    Case("a fortnight ago", "2023-W19", "05-02~05-17"),
    Case("about two weeks ago", "2023-W19", None, "APPROX"),
    Case("nearly two years ago", "2021", None, "LESS_THAN"),
    Case("more than two years ago", "2021", None, "MORE_THAN"),
]


@table(UNITS)
def test_weeks_and_more_counted_are_known_to_a_unit(case: Case) -> None:
    check(case, TUESDAY, kind="DATE")


HOURS = [
    Case("an hour ago", "2023-05-23T11:00", "05-23T11:00/11:01"),
    Case("two hours ago", "2023-05-23T10:00", "05-23T10:00/10:01"),
    Case("half an hour ago", "2023-05-23T11:30", "05-23T11:30/11:31"),
    Case("an hour and a half ago", "2023-05-23T10:30", "05-23T10:30/10:31"),
    Case("two and a half hours ago", "2023-05-23T09:30", "05-23T09:30/09:31"),
    Case("45 minutes ago", "2023-05-23T11:15", "05-23T11:15/11:16"),
    Case("13 hours ago", "2023-05-22T23:00", "05-22T23:00/23:01"),
    Case("24 hours ago", "2023-05-22T12:00", "05-22T12:00/12:01"),
    Case("48 hours ago", "2023-05-21T12:00", "05-21T12:00/12:01"),
    Case("36 hours ago", "2023-05-22T00:00", "05-22T00:00/00:01"),
    Case("two days and three hours ago", "2023-05-21T09:00", "05-21T09:00/09:01"),
    Case("two hours and 15 minutes later", "2023-05-23T14:15", "05-23T14:15/14:16"),
    Case("in an hour's time", "2023-05-23T13:00", "05-23T13:00/13:01"),
    Case("90 seconds ago", "2023-05-23T11:58:30", "05-23T11:58:30/11:58:31"),
    Case("in 20 minutes", "2023-05-23T12:20", "05-23T12:20/12:21"),
    Case("in two hours", "2023-05-23T14:00", "05-23T14:00/14:01"),
    Case("three hours from now", "2023-05-23T15:00", "05-23T15:00/15:01"),
    Case("two hours later", "2023-05-23T14:00", "05-23T14:00/14:01"),
    Case("two hours earlier", "2023-05-23T10:00", "05-23T10:00/10:01"),
    Case("a couple of hours ago", None, "05-23T09:00..10:00/09:01..10:01"),
    Case("a few hours ago", None, "05-23T06:00..10:00/06:01..10:01"),
    Case("hours later", None, "05-23T13:00..24:00/05-23T13:01..24:01"),
    Case("hours earlier", None, "05-23T00:00..11:00/00:01..11:01"),
    Case("minutes later", None, "05-23T12:01..12:12/12:02..12:13"),
    Case("about two hours ago", "2023-05-23T10:00", "05-23T09:00..11:00/09:01..11:01", "APPROX"),
    Case("two hours after 15:00 on 22 May 2023", "2023-05-22T17:00", "05-22T17:00/17:01"),
    Case("an hour before midnight on 22 May 2023", None, "05-22T23:00/23:01"),
    Case("30 minutes before noon on 22 May 2023", None, "05-22T11:30/11:31"),
]


@table(HOURS)
def test_hours_and_less_are_counted_exactly(case: Case) -> None:
    check(case, NOON)


BY_THE_DAY = [
    Case("in the last 24 hours", None, "05-22..05-23/05-23..05-24"),
    Case("over the next 48 hours", None, "05-23..05-24/05-25..05-26"),
]


@table(BY_THE_DAY)
def test_an_anchor_known_to_the_day_makes_hours_a_day_wide(case: Case) -> None:
    check(case, TUESDAY)


# The last so many: up to now; counted in days and more, from as early as the edge of the first unit.
ROLLING = [
    Case("the last 24 hours", "PT24H", "05-22T12:00/05-23T12:00"),
    Case("over the past 24 hours", "PT24H", "05-22T12:00/05-23T12:00"),
    Case("in the past two hours", "PT2H", "05-23T10:00/12:00"),
    Case("the next 48 hours", "PT48H", "05-23T12:00/05-25T12:00"),
    Case("the last three days", "P3D", "05-20..05-20T12:00/05-23T12:00"),
    Case("the past week", "P1W", "05-15..05-16T12:00/05-23T12:00"),
    Case("over the past week", "P1W", "05-15..05-16T12:00/05-23T12:00"),
    Case("in the past month", "P1M", "04-01..04-23T12:00/05-23T12:00"),
    Case("over the past three months", "P3M", "02-01..02-23T12:00/05-23T12:00"),
    Case("in the last two years", "P2Y", "2021-01-01..05-23T12:00/2023-05-23T12:00"),
    Case("the past year", "P1Y", "2022-01-01..05-23T12:00/2023-05-23T12:00"),
    Case("the next three days", "P3D", "05-23T12:00/05-26T12:00..05-27"),
    Case("over the next two weeks", "P2W", "05-23T12:00/06-06T12:00..06-12"),
    Case("the coming months", "PXM", None),
    Case("the past few days", "PXD", "05-17T12:00..05-21T12:00/05-23T12:00"),
    Case("the past few weeks", "PXW", "04-11T12:00..05-09T12:00/05-23T12:00"),
    Case("in the last several days", "PXD", "05-13T12:00..05-20T12:00/05-23T12:00"),
    Case("in recent days", None, "05-11T12:00~05-23T12:00"),
    Case("in recent weeks", None, "02-28T12:00~05-23T12:00"),
    Case("in recent months", None, "2022-05-23T12:00~2023-05-23T12:00"),
]


@table(ROLLING)
def test_the_time_up_to_now_or_from_it(case: Case) -> None:
    check(case, NOON)


REFERENCES = [
    Case("now", "PRESENT_REF"),
    Case("right now", "PRESENT_REF"),
    Case("currently", "PRESENT_REF"),
    Case("at present", "PRESENT_REF"),
    Case("at the moment", "PRESENT_REF"),
    Case("nowadays", "PRESENT_REF"),
    Case("recently", "PAST_REF", "2022-05-23T12:00~2023-05-23T12:00", usual="04-23T12:00~05-23T12:00"),
    Case("lately", "PAST_REF", "2022-05-23T12:00~2023-05-23T12:00", usual="04-23T12:00~05-23T12:00"),
    Case("in the past", "PAST_REF"),
    Case("formerly", "PAST_REF"),
    Case("soon", "FUTURE_REF"),
    Case("in the near future", "FUTURE_REF"),
    Case("in the future", "FUTURE_REF"),
    Case("eventually", "FUTURE_REF"),
]


@table(REFERENCES)
def test_past_present_and_future(case: Case) -> None:
    check(case, NOON, kind="DATE")
