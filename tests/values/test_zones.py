"""Zones: what clocks show, at known clock changes and outside datetime's years."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from timeline.testing import clock_changes, instants, zones
from timeline.values.calendar import DAY, HOUR, MINUTE, SECOND
from timeline.values.errors import AnchorError
from timeline.values.moments import read_iso
from timeline.values.zones import (
    Zone,
    candidates,
    clock_change,
    edge,
    offset_at,
    offset_text,
    period,
    to_local,
    zone,
    zone_name,
)


def at(text: str) -> int:
    return read_iso(text)[0]


def check(instant: int, where: Zone) -> None:
    """A moment must be one of those that its own local time may mean."""
    local = to_local(instant, where)
    low, high = candidates(local, where)
    assert instant in (low, high)
    assert clock_change(local, where) == (None if low == high else "doubled")
    assert edge(local, where) == (low, high)


@pytest.mark.parametrize("name", sorted(available_timezones()))
def test_every_zone_is_sound_at_its_changes(name: str) -> None:
    where = ZoneInfo(name)
    choose = random.Random(name)  # noqa: S311 - not for secrets
    for year in (*choose.sample(range(1850, 2040), 4), 2011, 2023):
        for change in clock_changes(where, year):
            for step in (-HOUR - 1, -1, 0, 1, HOUR - 1, HOUR):
                check(change + step, where)
    for _ in range(20):
        check(choose.randrange(-(10**18), 10**18), where)


@given(zones(), st.data())
def test_a_moment_is_found_by_its_local_time(where: tzinfo, data: st.DataObject) -> None:
    check(data.draw(instants(where)), where)


@given(zones(), instants())
def test_agrees_with_datetime(where: tzinfo, instant: int) -> None:
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=instant)
    offset = moment.astimezone(where).utcoffset()
    assert offset is not None
    assert to_local(instant, where) - instant == offset // timedelta(microseconds=1)


@given(zones(), st.integers(-(10**22), 10**22))
def test_any_year_has_a_local_time(where: tzinfo, instant: int) -> None:
    check(instant, where)


@given(zones(), st.integers(at("9000-01-01"), at("9990-01-01")))
def test_rules_repeat_with_the_calendar(where: tzinfo, instant: int) -> None:
    assert offset_at(instant + 7 * 146_097 * DAY, where) == offset_at(instant, where)


@given(st.sampled_from(("Europe/Kyiv", "Pacific/Apia", "Africa/Cairo", "Asia/Tehran")), st.data())
def test_a_skipped_time_is_reached_at_the_change(name: str, data: st.DataObject) -> None:
    where = ZoneInfo(name)
    changes = [change for year in range(1970, 2025) for change in clock_changes(where, year)]
    forward = [c for c in changes if offset_at(c - 1, where) < offset_at(c, where)]
    change = data.draw(st.sampled_from(forward))
    before, after = to_local(change - 1, where) + 1, to_local(change, where)
    local = data.draw(st.integers(before, after - 1))
    assert clock_change(local, where) == "skipped"
    assert edge(local, where) == (change, change)
    low, high = candidates(local, where)
    assert low < change <= high


# --- periods


def day(text: str, zone_name: str) -> tuple[int, int, int, int]:
    first = at(text)
    return period(first, first, first + DAY, first + DAY, zone(zone_name))


@pytest.mark.parametrize(
    ("where", "date", "length"),
    [
        ("Europe/Kyiv", "2023-03-26", 23 * HOUR),
        ("Europe/Kyiv", "2023-10-29", 25 * HOUR),
        ("Africa/Cairo", "2023-04-28", 23 * HOUR),  # skips 00:00
        ("Asia/Beirut", "2022-03-27", 23 * HOUR),  # skips 00:00
        ("America/Havana", "2023-03-12", 23 * HOUR),  # skips 00:00
        ("America/Havana", "2023-11-04", 24 * HOUR),
        ("America/Havana", "2023-11-05", 25 * HOUR),  # 00:00 comes twice
        ("America/Sao_Paulo", "2018-02-17", 25 * HOUR),  # 24:00 comes twice
        ("America/Sao_Paulo", "2018-02-18", 24 * HOUR),
        ("America/Sao_Paulo", "2018-11-04", 23 * HOUR),
        ("Australia/Lord_Howe", "2023-04-02", 24 * HOUR + 30 * MINUTE),
        ("Australia/Lord_Howe", "2023-10-01", 23 * HOUR + 30 * MINUTE),
        ("Africa/Casablanca", "2023-03-19", 25 * HOUR),  # summer time ends for Ramadan
        ("Europe/Dublin", "2023-03-26", 23 * HOUR),
        ("Africa/Monrovia", "1972-01-07", 24 * HOUR - 44 * MINUTE - 30 * SECOND),
        ("Pacific/Apia", "2011-12-29", 24 * HOUR),
        ("Pacific/Apia", "2011-12-31", 24 * HOUR),
    ],
)
def test_the_length_of_a_day(where: str, date: str, length: int) -> None:
    s0, s1, e0, e1 = day(date, where)
    assert (s0, e1) == (s1, e0)
    assert e1 - s0 == length


def test_a_day_that_was_skipped_is_spread_over_both_places() -> None:
    change = day("2011-12-31", "Pacific/Apia")[0]
    assert day("2011-12-30", "Pacific/Apia") == (change - DAY, change, change, change + DAY)


def test_a_midnight_that_clocks_cross_back_over_stays_uncertain() -> None:
    saturday, sunday = (day(f"2010-11-0{n}", "America/St_Johns") for n in (6, 7))
    assert saturday[3] - saturday[2] == HOUR == sunday[1] - sunday[0]  # 00:01 -> 23:01


def test_an_hour_that_comes_twice_may_be_either() -> None:
    first = at("2018-02-17T23:00")
    s0, s1, e0, e1 = period(first, first, first + HOUR, first + HOUR, zone("America/Sao_Paulo"))
    assert (s1 - s0, e0 - s0, e1 - s1) == (HOUR, HOUR, HOUR)


def test_a_period_that_ends_on_a_skipped_time_ends_at_the_change() -> None:
    first, last = at("2023-04-27T22:00"), at("2023-04-28T00:30")
    s0, s1, e0, e1 = period(first, first, last, last, zone("Africa/Cairo"))
    assert (s0, e0) == (s1, e1)
    assert e1 - s0 == 2 * HOUR


@given(zones(), st.data())
def test_a_period_holds_each_moment_shown_within_it(where: tzinfo, data: st.DataObject) -> None:
    instant = data.draw(instants(where))
    local = to_local(instant, where)
    start = local - data.draw(st.integers(0, 2 * DAY))
    end = local + data.draw(st.integers(1, 2 * DAY))
    s0, s1, e0, e1 = period(start, start, end, end, where)
    assert s0 <= instant < e1
    assert s0 <= s1
    assert e0 <= e1
    assert start <= to_local(s0, where) < end
    assert start <= to_local(e1 - 1, where) < end


@given(zones(), st.data())
def test_a_vaguer_period_is_wider(where: tzinfo, data: st.DataObject) -> None:
    local = to_local(data.draw(instants(where)), where)
    steps = data.draw(st.lists(st.integers(0, DAY), min_size=3, max_size=3))
    s0, s1, e0, e1 = local, local + steps[0], local + sum(steps[:2]) + 1, local + sum(steps) + 1
    wide = period(s0, s1, e0, e1, where)
    narrow = period(s1, s1, e0, e0, where)
    assume(s1 <= to_local(narrow[0], where) < e0)  # else swallowed by a clock change, so spread
    assert wide[0] <= narrow[0]
    assert wide[3] >= narrow[3]


def test_without_a_zone_nothing_changes() -> None:
    assert (to_local(5, None), candidates(5, None), edge(5, None)) == (5, (5, 5), (5, 5))
    assert period(1, 2, 3, 4, None) == (1, 2, 3, 4)


# --- names


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("UTC", 0),
        ("z", 0),
        ("+03:00", 3 * HOUR),
        ("+3", 3 * HOUR),
        ("UTC+5:30", 5 * HOUR + 30 * MINUTE),
        ("gmt-0330", -3 * HOUR - 30 * MINUTE),
        ("+00:19:32", 19 * MINUTE + 32 * SECOND),
        ("-00:00:00.000001", -1),
        ("Asia/Tokyo", 9 * HOUR),
    ],
)
def test_a_name_is_read(text: str, offset: int) -> None:
    assert to_local(0, zone(text)) == offset


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "Mars", "Europe", "Europe/", "EST5EDT6", "zone.tab", "tzdata.zi"),
        *("../UTC", "/etc/passwd", "\ud800", "\0", "a\0b", "x" * 1_000_000),
        *("+24:00", "+03:75", "+03:", "+", "+1:2", "+٠٣"),
    ],
)
def test_a_name_that_is_no_zone_is_refused(text: str) -> None:
    with pytest.raises(AnchorError) as caught:
        zone(text)
    assert len(str(caught.value)) < 300


@given(st.text(max_size=40))
def test_any_text_is_a_zone_or_refused(text: str) -> None:
    try:
        where = zone(text)
    except AnchorError:
        return
    assert abs(to_local(0, where)) < DAY


@given(zones())
def test_a_zone_is_read_back_from_its_name(where: tzinfo) -> None:
    assert zone(zone_name(where)) == where


@given(st.integers(1 - DAY, DAY - 1))
def test_an_offset_is_read_back(micros: int) -> None:
    where = timezone(timedelta(microseconds=micros))
    assert zone(offset_text(micros)) == where == zone(zone_name(where))


def test_one_name_is_one_zone() -> None:
    kyiv = zone("Europe/Kyiv")
    assert zone(ZoneInfo("Europe/Kyiv")) is kyiv
    assert zone(ZoneInfo.no_cache("Europe/Kyiv")) is kyiv
    assert zone(ZoneInfo("UTC")) is zone("UTC")


class Fixed(tzinfo):
    """A zone from elsewhere, that works."""

    def utcoffset(self, moment: datetime | None) -> timedelta:
        del moment
        return timedelta(hours=2)

    def dst(self, moment: datetime | None) -> timedelta:
        del moment
        return timedelta(0)

    def tzname(self, moment: datetime | None) -> None:
        del moment


class Named(Fixed):
    """As pytz makes them: wrong when attached, but with the name of the right one."""

    zone = "Europe/Kyiv"


def test_the_name_of_a_pytz_zone_leads_to_the_right_one() -> None:
    assert zone(Named()) is zone("Europe/Kyiv")


def test_the_fixed_offsets_of_dateutil_are_read() -> None:
    tz = pytest.importorskip("dateutil.tz", reason="dateutil is not installed")
    assert zone(tz.UTC) is UTC
    assert zone(tz.tzoffset(None, 10_800)) == zone("+03:00")
    with pytest.raises(AnchorError, match="give its name"):
        zone(tz.tzrange("EST", -18_000, "EDT"))


def test_a_zone_from_elsewhere_is_itself() -> None:
    where = Fixed()
    assert zone(where) is where
    assert zone_name(where) is where
    assert to_local(0, where) == 2 * HOUR
