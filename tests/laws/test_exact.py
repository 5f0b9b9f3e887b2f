"""Law 5: an exact amount there and back is nothing, and 24 hours are not a day where clocks change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, tzinfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.laws.planting import breaks, plant
from timeline.language.pack import load
from timeline.language.resolve import parse
from timeline.meaning import evaluate, placing, tree
from timeline.meaning.amounts import Range, amount_range, moved
from timeline.meaning.denote import Situation, likeliest
from timeline.meaning.policy import Policy
from timeline.meaning.sketch import Frame, Sketch, Stamp
from timeline.testing import clock_changes, extents, zones
from timeline.values.anchor import Anchor
from timeline.values.bounds import Bounds
from timeline.values.calendar import DAY, HOUR
from timeline.values.extent import Extent
from timeline.values.grain import Grain
from timeline.values.zones import offset_at, to_local, zone

SHIFTS = st.integers(-(10**18), 10**18)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
CITIES = ("Europe/Kyiv", "America/New_York", "America/Havana", "Asia/Beirut", "Australia/Lord_Howe")


def there_and_back(extent: Extent, by: int) -> None:
    there = extent.shift_us(by)
    assert there.shift_us(-by) == extent
    for far, near in zip(there.box[:4], extent.box[:4], strict=True):
        assert (far is None) if near is None else far == near + by
    assert there.box[4:] == extent.box[4:]


@given(extents(), SHIFTS)
def test_an_exact_shift_there_and_back_is_nothing(extent: Extent, by: int) -> None:
    there_and_back(extent, by)


@given(zones().flatmap(lambda where: extents(where=where)), st.timedeltas(timedelta(-9999), timedelta(9999)))
def test_it_is_nothing_on_clocks_that_change(extent: Extent, by: timedelta) -> None:
    assert extent.shift(by).shift(-by) == extent


# --- clock changes


@st.composite
def mornings_after(draw: st.DrawFn) -> tuple[tzinfo, int, int]:
    """A zone, an instant at which its clocks change, and one less than a day later."""
    named = st.sampled_from(CITIES).map(lambda name: zone(name) or UTC)
    where = draw(st.one_of(named, zones()))
    changes = clock_changes(where, draw(st.integers(1990, 2036)))
    assume(changes)
    change = draw(st.sampled_from(changes))
    return where, change, change + draw(st.integers(1, 86_399)) * 1_000_000


def read(phrase: str, instant: int, where: tzinfo) -> Extent:
    anchor = Anchor(EPOCH + timedelta(microseconds=instant), tz=where)
    said = parse(phrase, load("en")).tree
    return likeliest(said, Situation(anchor, Policy(), load("en").widths)).extent


def hours_are_no_day(morning: tuple[tzinfo, int, int]) -> None:
    where, change, now = morning
    hours, day, yesterday = (read(p, now, where) for p in ("24 hours ago", "a day ago", "yesterday"))
    assert day == yesterday
    # The minute named is the one that holds the instant 24 hours before, whatever clocks show.
    assert hours.box[0] is not None
    assert hours.box[3] is not None
    assert hours.box[0] <= now - 24 * HOUR < hours.box[3]
    turned = offset_at(change, where) - offset_at(change - 1, where)
    assert (to_local(now, where) - to_local(now - 24 * HOUR, where)) == 24 * HOUR + turned
    lasted = [read(p, now, where).box[4:] for p in ("the last 24 hours", "24 hours", "a day")]
    assert lasted == [(24 * HOUR, 24 * HOUR), (24 * HOUR, 24 * HOUR), (23 * HOUR, 25 * HOUR)]
    assert day.box[0] is not None
    assert to_local(day.box[0], where) // DAY == to_local(now, where) // DAY - 1


@given(mornings_after())
def test_24_hours_are_not_a_day(morning: tuple[tzinfo, int, int]) -> None:
    where, change, _ = morning
    # A change that skips a day, or comes within a day of another, has no plain yesterday.
    assume(abs(offset_at(change, where) - offset_at(change - 1, where)) <= 3 * HOUR)
    assume(not any(0 < abs(other - change) < 3 * DAY for other in clock_changes(where, _year(change))))
    hours_are_no_day(morning)


def _year(instant: int) -> int:
    return (EPOCH + timedelta(microseconds=instant)).year


@pytest.mark.parametrize(
    ("name", "now", "hours", "length"),
    [
        ("Europe/Kyiv", "2023-03-27T02:30:00", "2023-03-26T01:30:00", 23),
        ("Europe/Kyiv", "2023-10-30T02:30:00", "2023-10-29T03:30:00", 25),
        ("America/New_York", "2023-03-13T01:30:00", "2023-03-12T00:30:00", 23),
        ("America/New_York", "2023-11-06T01:00:00", "2023-11-05T01:00:00", 25),
    ],
)
def test_the_day_of_a_clock_change(name: str, now: str, hours: str, length: int) -> None:
    where = zone(name)
    assert where is not None
    instant = Bounds(now, tz=name).earliest_us
    assert instant is not None
    shown = read("24 hours ago", instant, where).start.earliest
    assert shown is not None
    assert shown.replace(tzinfo=None).isoformat() == hours
    assert read("yesterday", instant, where).box[4:] == (length * HOUR, length * HOUR)


# --- planted defects


def test_a_shift_that_forgets_a_bound_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    shift = Extent.shift_us
    monkeypatch.setattr(Extent, "shift_us", lambda self, by: shift(self, by + (by > 0)))
    breaks(there_and_back, extents(), SHIFTS)


def test_hours_counted_on_the_wall_clock_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    exact: Callable[..., Sketch] = placing.exact_shift

    def on_the_wall(node: tree.Shift, by: Range, base: Sketch, frame: Frame) -> Sketch:
        found = exact(node, by, base, frame)
        local = moved(frame.here, by.least, node.sign) // (60 * 10**6) * (60 * 10**6)
        return found.vaguer(bounds=(local, local, local + 60 * 10**6, local + 60 * 10**6))

    monkeypatch.setattr(evaluate, "exact_shift", on_the_wall)
    breaks(hours_are_no_day, mornings_after())


def test_a_day_taken_for_24_hours_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def by_the_clock(shift: Callable[..., Sketch]) -> Callable[..., Sketch]:
        def changed(node: tree.Shift, frame: Frame) -> Sketch:
            by = amount_range(node.amount, frame)
            if by.grain is not Grain.DAY or node.exact:
                return shift(node, frame)
            at = to_local(frame.at + node.sign * by.least[0][0] * DAY, frame.zone) // DAY * DAY
            return Sketch((at, at, at + DAY, at + DAY), Stamp(Grain.DAY, at))

        return changed

    plant(monkeypatch, evaluate._OPERATORS, tree.Shift, by_the_clock)
    breaks(hours_are_no_day, mornings_after())
