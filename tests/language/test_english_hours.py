"""Parts of the day, nights and clock times in English."""

from __future__ import annotations

import pytest

from tests.language.cases import Case, check, same_bounds, table
from timeline import Anchor, resolve
from timeline.values.errors import Contradiction

TUESDAY = Anchor("2023-05-23", tz="Europe/Kyiv")

PARTS = [
    Case("Tuesday morning", "2023-05-23TMO", "05-23T00:00..06:00/12:00..12:30"),
    Case("on Tuesday morning", "2023-05-23TMO", "05-23T00:00..06:00/12:00..12:30"),
    Case("Tuesday in the morning", "2023-05-23TMO", "05-23T00:00..06:00/12:00..12:30"),
    Case("in the morning on Tuesday", "2023-05-23TMO", "05-23T00:00..06:00/12:00..12:30"),
    Case("the morning of 23 May 2023", "2023-05-23TMO", "05-23T00:00..06:00/12:00..12:30"),
    Case("this morning", "2023-05-23TMO", "05-23T00:00..06:00/12:00..12:30"),
    Case("yesterday morning", "2023-05-22TMO", "05-22T00:00..06:00/12:00..12:30"),
    Case("tomorrow morning", "2023-05-24TMO", "05-24T00:00..06:00/12:00..12:30"),
    Case("early Tuesday morning", "2023-05-23TMO", "05-23T00:00..05:00/08:00..09:00", "START"),
    Case("early on Tuesday morning", "2023-05-23TMO", "05-23T00:00..05:00/08:00..09:00", "START"),
    Case("Tuesday mid-morning", "2023-05-23TMO", "05-23T08:00..09:00/11:00..11:30", "MID"),
    Case("mid-morning on Tuesday", "2023-05-23TMO", "05-23T08:00..09:00/11:00..11:30", "MID"),
    Case("late Tuesday morning", "2023-05-23TMO", "05-23T09:00..10:00/12:00..12:30", "END"),
    Case("before dawn on Tuesday", None, "05-23T00:00..03:00/06:00..08:00"),
    Case("before dawn Tuesday", None, "05-23T00:00..03:00/06:00..08:00"),
    Case("the pre-dawn hours of Tuesday", None, "05-23T00:00..03:00/06:00..08:00"),
    Case("at dawn on Tuesday", None, "05-23T03:00..05:00/07:00..08:30"),
    Case("at daybreak on Tuesday", None, "05-23T03:00..05:00/07:00..08:30"),
    Case("Tuesday afternoon", "2023-05-23TAF", "05-23T12:00/18:00..19:00"),
    Case("yesterday afternoon", "2023-05-22TAF", "05-22T12:00/18:00..19:00"),
    Case("this afternoon", "2023-05-23TAF", "05-23T12:00/18:00..19:00"),
    Case("early afternoon on Monday", "2023-05-22TAF", "05-22T12:00/14:00..15:30", "START"),
    Case("early Monday afternoon", "2023-05-22TAF", "05-22T12:00/14:00..15:30", "START"),
    Case("mid-afternoon Tuesday", "2023-05-23TAF", "05-23T13:00..14:00/16:00..17:00", "MID"),
    Case("late afternoon on Monday", "2023-05-22TAF", "05-22T15:00..16:00/18:00..19:00", "END"),
    Case("late Monday afternoon", "2023-05-22TAF", "05-22T15:00..16:00/18:00..19:00", "END"),
    Case("lunchtime on Monday", None, "05-22T11:00..12:00/14:00..15:00"),
    Case("Monday lunchtime", None, "05-22T11:00..12:00/14:00..15:00"),
    Case("at dusk on Monday", None, "05-22T15:30..17:30/19:30..22:00"),
    Case("Monday evening", "2023-05-22TEV", "05-22T16:00..18:00/21:00..24:00"),
    Case("tomorrow evening", "2023-05-24TEV", "05-24T16:00..18:00/21:00..24:00"),
    Case("yesterday evening", "2023-05-22TEV", "05-22T16:00..18:00/21:00..24:00"),
    Case("on the evening of May 9, 2023", "2023-05-09TEV", "05-09T16:00..18:00/21:00..24:00"),
    Case("late Monday evening", "2023-05-22TEV", "05-22T20:00..21:00/23:00..24:00", "END"),
    Case("late on Monday evening", "2023-05-22TEV", "05-22T20:00..21:00/23:00..24:00", "END"),
    Case("daytime on Monday", None, "05-22T05:00..08:00/18:00..20:00"),
    Case("last Monday morning", "2023-05-22TMO", "05-22T00:00..06:00/12:00..12:30"),
    Case("next Friday evening", "2023-05-26TEV", "05-26T16:00..18:00/21:00..24:00"),
    Case("the following morning", "2023-05-24TMO", "05-24T00:00..06:00/12:00..12:30"),
    Case("the next morning", "2023-05-24TMO", "05-24T00:00..06:00/12:00..12:30"),
    Case("that evening", "2023-05-23TEV", "05-23T16:00..18:00/21:00..24:00"),
]


@table(PARTS)
def test_a_part_of_the_day(case: Case) -> None:
    check(case, TUESDAY, kind="TIME")


MONDAY_NIGHT = "05-22T18:00..21:00/05-23T05:00..07:00"
SMALL_HOURS = "05-23T00:00..01:00/05:00..07:00"

NIGHTS = [
    Case("Monday night", "2023-05-22TNI", MONDAY_NIGHT, second="2023-05-29TNI"),
    Case("Tuesday night", "2023-05-23TNI", "05-23T18:00..21:00/05-24T05:00..07:00"),
    Case("the night of Monday-Tuesday", "2023-05-22TNI", MONDAY_NIGHT),
    Case("the night of Monday–Tuesday", "2023-05-22TNI", MONDAY_NIGHT),
    Case("the night of Monday to Tuesday", "2023-05-22TNI", MONDAY_NIGHT),
    Case("the night from Monday to Tuesday", "2023-05-22TNI", MONDAY_NIGHT),
    Case("the night between Monday and Tuesday", "2023-05-22TNI", MONDAY_NIGHT),
    Case("on the night of Monday into Tuesday", "2023-05-22TNI", MONDAY_NIGHT),
    Case("Monday night into Tuesday", "2023-05-22TNI", MONDAY_NIGHT),
    Case("overnight Monday to Tuesday", "2023-05-22TNI", MONDAY_NIGHT),
    Case("overnight from Monday to Tuesday", "2023-05-22TNI", MONDAY_NIGHT),
    Case("Monday-Tuesday night", "2023-05-22TNI", MONDAY_NIGHT),
    Case("between Monday and Tuesday at night", "2023-05-22TNI", MONDAY_NIGHT),
    Case("the night of Sunday-Monday", "2023-05-21TNI", "05-21T18:00..21:00/05-22T05:00..07:00"),
    Case("the night of 22 to 23 May", "2023-05-22TNI", MONDAY_NIGHT),
    Case("the night of 22-23 May", "2023-05-22TNI", MONDAY_NIGHT),
    Case("the night of 22 May 2023", "2023-05-22TNI", MONDAY_NIGHT),
    Case("the night of May 22", "2023-05-22TNI", MONDAY_NIGHT),
    Case("Monday at night", "2023-05-22TNI", MONDAY_NIGHT),
    Case("at night on Monday", "2023-05-22TNI", MONDAY_NIGHT),
    Case("the night of 31 December 2022", "2022-12-31TNI", "2022-12-31T18:00..21:00/2023-01-01T05:00..07:00"),
    Case("overnight", "2023-05-22TNI", MONDAY_NIGHT),
    Case("during the night", "2023-05-22TNI", MONDAY_NIGHT),
    Case("in the night", "2023-05-22TNI", MONDAY_NIGHT),
    Case("last night", "2023-05-22TNI", "05-22T17:00..20:00/05-23T04:00..07:00"),
    Case("tonight", "2023-05-23TNI", "05-23T17:00..20:00/05-24T00:00..07:00"),
    Case("the night before last", "2023-05-21TNI", "05-21T18:00..21:00/05-22T05:00..07:00"),
    Case("yesterday night", "2023-05-22TNI", MONDAY_NIGHT),
    Case("tomorrow night", "2023-05-24TNI", "05-24T18:00..21:00/05-25T05:00..07:00"),
    Case("late last night", "2023-05-22TNI", None, "END"),
    Case("late Monday night", "2023-05-22TNI", None, "END"),
    Case("in the early hours of Tuesday", None, SMALL_HOURS),
    Case("the early hours of Tuesday morning", None, SMALL_HOURS),
    Case("in the small hours of Tuesday", None, SMALL_HOURS),
    Case("the wee hours of Tuesday", None, SMALL_HOURS),
    Case("the early hours of 23 May 2023", None, SMALL_HOURS),
]


@table(NIGHTS)
def test_a_night(case: Case) -> None:
    check(case, TUESDAY, kind="TIME")


@pytest.mark.parametrize(
    "phrase",
    [
        "the night of Monday-Wednesday",
        "overnight Monday to Thursday",
        "the night of 20 to 22 May 2023",
        "the night between Tuesday and Monday",
    ],
)
def test_a_night_lies_between_neighbouring_days(phrase: str) -> None:
    with pytest.raises(Contradiction, match=phrase):
        resolve(phrase, TUESDAY)


CLOCKS = [
    Case("3 p.m. Tuesday", "2023-05-23T15:00", "05-23T15:00/15:01"),
    Case("3 pm on Tuesday", "2023-05-23T15:00", "05-23T15:00/15:01"),
    Case("Tuesday at 3 p.m.", "2023-05-23T15:00", "05-23T15:00/15:01"),
    Case("at 3pm on 23 May 2023", "2023-05-23T15:00", "05-23T15:00/15:01"),
    Case("3 o'clock in the afternoon on Tuesday", "2023-05-23T15:00", "05-23T15:00/15:01"),
    Case("Tuesday at 15:30", "2023-05-23T15:30", "05-23T15:30/15:31"),
    Case("15:30 on Tuesday", "2023-05-23T15:30", "05-23T15:30/15:31"),
    Case("15:30:45 on Tuesday", "2023-05-23T15:30:45", "05-23T15:30:45/15:30:46"),
    Case("2023-05-23T15:30", "2023-05-23T15:30", "05-23T15:30/15:31"),
    Case("2023-05-23 15:30", "2023-05-23T15:30", "05-23T15:30/15:31"),
    Case("2023-05-23T15:30:45", "2023-05-23T15:30:45", "05-23T15:30:45/15:30:46"),
    Case("Monday, 9:05 a.m.", "2023-05-22T09:05", "05-22T09:05/09:06"),
    Case("9.05am on Monday", "2023-05-22T09:05", "05-22T09:05/09:06"),
    Case("7.30pm on Monday", "2023-05-22T19:30", "05-22T19:30/19:31"),
    Case("07:00 on Monday", "2023-05-22T07:00", "05-22T07:00/07:01"),
    Case("00:15 on Tuesday", "2023-05-23T00:15", "05-23T00:15/00:16"),
    Case("Monday at 23:59", "2023-05-22T23:59", "05-22T23:59/05-23"),
    Case("12 a.m. Tuesday", "2023-05-23T00:00", "05-23T00:00/00:01"),
    Case("12 p.m. Tuesday", "2023-05-23T12:00", "05-23T12:00/12:01"),
    Case("12:30 a.m. Tuesday", "2023-05-23T00:30", "05-23T00:30/00:31"),
    Case("12:30 p.m. Tuesday", "2023-05-23T12:30", "05-23T12:30/12:31"),
    Case("half past six on Monday", "2023-05-22T06:30", "05-22T06:30/06:31", second="2023-05-22T18:30"),
    Case("half six on Monday", "2023-05-22T06:30", "05-22T06:30/06:31", second="2023-05-22T18:30"),
    Case("half past six in the evening on Monday", "2023-05-22T18:30", "05-22T18:30/18:31"),
    Case("quarter to five p.m. on Monday", "2023-05-22T16:45", "05-22T16:45/16:46"),
    Case("a quarter past nine a.m. on Monday", "2023-05-22T09:15", "05-22T09:15/09:16"),
    Case("ten to four p.m. on Monday", "2023-05-22T15:50", "05-22T15:50/15:51"),
    Case("twenty past seven p.m. on Monday", "2023-05-22T19:20", "05-22T19:20/19:21"),
    Case("five past midnight on Tuesday", None, "05-23T00:05/00:06"),
    Case("Monday evening at 8", "2023-05-22T20:00", "05-22T20:00/20:01"),
    Case("Monday morning at 8", "2023-05-22T08:00", "05-22T08:00/08:01"),
    Case("yesterday at 3:15", "2023-05-22T03:15", "05-22T03:15/03:16", second="2023-05-22T15:15"),
    Case("0330 hours on Tuesday", "2023-05-23T03:30", "05-23T03:30/03:31"),
    Case("1500 hours on Monday", "2023-05-22T15:00", "05-22T15:00/15:01"),
    Case("tomorrow at 10 a.m.", "2023-05-24T10:00", "05-24T10:00/10:01"),
    Case("exactly 3 p.m. on Monday", "2023-05-22T15:00", "05-22T15:00/15:01"),
    Case("9 p.m. local time on Monday", "2023-05-22T21:00", "05-22T21:00/21:01"),
    # Noon and midnight have two readings each: the middle of the day, and the minute; end and start.
    Case("noon on Tuesday", "2023-05-23T12:00", "05-23T11:30..12:00/12:01..12:30"),
    Case("noon Tuesday", "2023-05-23T12:00", "05-23T11:30..12:00/12:01..12:30"),
    Case("Tuesday at noon", "2023-05-23T12:00", "05-23T11:30..12:00/12:01..12:30"),
    Case("midday on Monday", "2023-05-22T12:00", "05-22T11:00..11:30/12:30..13:00"),
    Case("midnight Tuesday", "2023-05-23T24:00", "05-24T00:00/00:01", second="2023-05-23T00:00"),
    Case("midnight on Monday", "2023-05-22T24:00", "05-23T00:00/00:01", second="2023-05-22T00:00"),
    # Hedged: an hour before or after is possible, a quarter of it usual.
    Case(
        "about 3 p.m. on Tuesday",
        "2023-05-23T15:00",
        "05-23T14:00..16:00/14:01..16:01",
        "APPROX",
        usual="05-23T14:45..15:15/14:46..15:16",
    ),
    Case("around 3 p.m. Tuesday", "2023-05-23T15:00", "05-23T14:00..16:00/14:01..16:01", "APPROX"),
    Case("Tuesday at around 15:30", "2023-05-23T15:30", "05-23T14:30..16:30/14:31..16:31", "APPROX"),
    Case("shortly before midnight on Monday", None, "05-22T21:00~24:00", "BEFORE"),
    Case("shortly after midnight on Monday", None, "05-23T00:00~03:01", "AFTER"),
    Case("shortly before 9 a.m. on Monday", "2023-05-22T09:00", "05-22T06:00~09:00", "BEFORE"),
    Case("shortly after 9 a.m. on Monday", "2023-05-22T09:00", "05-22T09:00~12:01", "AFTER"),
    Case("just after 9 a.m. on Monday", "2023-05-22T09:00", "05-22T09:00~12:01", "AFTER"),
    Case("soon after 9 a.m. on Monday", "2023-05-22T09:00", "05-22T09:00~12:01", "AFTER"),
]


@table(CLOCKS)
def test_a_time_of_day(case: Case) -> None:
    check(case, TUESDAY, kind="TIME")


# Kyiv is three hours ahead of Greenwich in May, New York four behind.
ZONES = [
    Case("9 a.m. EDT Tuesday", None, "05-23T16:00/16:01"),
    Case("9 a.m. EDT on Tuesday", None, "05-23T16:00/16:01"),
    Case("Tuesday at 9 a.m. EST", None, "05-23T17:00/17:01"),
    Case("0300 GMT Tuesday", None, "05-23T06:00/06:01"),
    Case("0300 GMT on Tuesday", None, "05-23T06:00/06:01"),
    Case("03:00 UTC on Tuesday", None, "05-23T06:00/06:01"),
    Case("Tuesday at 12:00 GMT", None, "05-23T15:00/15:01"),
    Case("noon GMT on Tuesday", None, "05-23T15:00/15:01"),
    Case("10 p.m. EDT on Monday", None, "05-23T05:00/05:01"),
    Case("14:00 CEST on Monday", None, "05-22T15:00/15:01"),
    Case("3 p.m. Moscow time on Monday", None, "05-22T15:00/15:01"),
    Case("3 p.m. Kyiv time on Monday", None, "05-22T15:00/15:01"),
    Case("9 a.m. Eastern time on Monday", None, "05-22T16:00/16:01"),
    Case("9 a.m. ET on Monday", None, "05-22T16:00/16:01"),
    Case("noon JST on Monday", None, "05-22T06:00/06:01"),
    Case("15:00 UTC+2 on Monday", None, "05-22T16:00/16:01"),
    Case("15:00 GMT-5 on Monday", None, "05-22T23:00/23:01"),
    Case("2023-05-23T03:00Z", None, "05-23T06:00/06:01"),
    Case("2023-05-23T03:00:00Z", None, "05-23T06:00/06:00:01"),
    Case("2023-05-23T09:00-04:00", None, "05-23T16:00/16:01"),
    Case("2023-05-23T09:00+0300", None, "05-23T09:00/09:01"),
]


@table(ZONES)
def test_a_time_of_day_on_the_clocks_of_another_place(case: Case) -> None:
    check(case, TUESDAY, kind="TIME")


def test_a_time_with_a_zone_under_an_anchor_without_one_spreads_over_the_zones_of_the_world() -> None:
    timex = resolve("0300 GMT on Tuesday", Anchor("2023-05-23"))
    start = timex.extent.start
    assert start.earliest is not None
    assert start.latest is not None
    assert start.earliest.isoformat() <= "2023-05-22T15:00:00"
    assert start.latest.isoformat() >= "2023-05-23T17:00:00"


def test_an_abbreviation_of_two_zones_has_two_readings() -> None:
    readings = resolve("9 a.m. CST on Monday", TUESDAY).readings
    bounds = ["05-22T18:00/18:01", "05-22T04:00/04:01"]  # Chicago, China
    assert [any(same_bounds(b, r.extent) for r in readings) for b in bounds] == [True, True]


EXACT = Anchor("2023-05-23T18:00:00.000000")

BARE_CLOCKS = [
    Case("3 p.m.", "2023-05-23T15:00", "05-23T15:00/15:01"),
    Case("at 15:30", "2023-05-23T15:30", "05-23T15:30/15:31"),
    Case("at 9 a.m.", "2023-05-23T09:00", "05-23T09:00/09:01"),
    Case("shortly before noon", "2023-05-23T12:00", None, "BEFORE"),
]


@table(BARE_CLOCKS)
def test_a_bare_time_of_day_is_the_latest_such(case: Case) -> None:
    check(case, EXACT, kind="TIME")
