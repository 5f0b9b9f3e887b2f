"""The members of recurring nodes: one small function per node, from a cycle's number to a sketch."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from timeline.meaning import tree
from timeline.meaning.shaping import edge_of, hedge_of, placed
from timeline.meaning.sketch import Frame, Sketch, Stamp, clock_stamp, crisp
from timeline.meaning.tree import Node
from timeline.values.calendar import (
    DAY,
    HOUR,
    MINUTE,
    SECOND,
    day_number,
    index,
    iso_week,
    month_length,
    start,
)
from timeline.values.errors import Unresolved
from timeline.values.grain import Grain
from timeline.values.zones import EASTMOST, WESTMOST, edge, to_local, zone

Member = Callable[..., Sketch | None]

_PATIENCE = {Grain.YEAR: 100, Grain.MONTH: 400}  # cycles without a member before one is given up
_PATIENCE_ELSE = 60

_CYCLES: dict[type[Node], Grain] = {
    tree.Month: Grain.YEAR,
    tree.Quarter: Grain.YEAR,
    tree.Half: Grain.YEAR,
    tree.Season: Grain.YEAR,
    tree.AnySeason: Grain.QUARTER,
    tree.Week: Grain.YEAR,
    tree.Feast: Grain.YEAR,
    tree.Fiscal: Grain.YEAR,
    tree.Day: Grain.MONTH,
    tree.Weekday: Grain.WEEK,
    tree.Weekend: Grain.WEEK,
    tree.PartOfDay: Grain.DAY,
    tree.Clock: Grain.DAY,
}
_GRAINS: dict[type[Node], Grain] = {
    tree.Month: Grain.MONTH,
    tree.Quarter: Grain.QUARTER,
    tree.Half: Grain.HALF,
    tree.Week: Grain.WEEK,
}


def cycle(node: Node) -> Grain:
    """Return the unit in which a recurring node has at most one member.

    >>> cycle(tree.In(tree.Day(23), tree.Month(5)))
    Grain.YEAR
    """
    if isinstance(node, tree.Unit):
        return node.grain
    if isinstance(node, tree.In):
        return cycle(node.where)
    if isinstance(node, tree.Edge | tree.Hedge):
        return cycle(node.of)
    return Grain.DAY if isinstance(node, tree.InZone) else _CYCLES[type(node)]


def member_grain(node: Node) -> Grain:
    """Return the calendar unit by which members are told to be past, present or to come.

    >>> member_grain(tree.In(tree.PartOfDay("night"), tree.Weekday(1))), member_grain(tree.Month(5))
    (Grain.DAY, Grain.MONTH)
    """
    if isinstance(node, tree.Unit):
        return node.grain
    if isinstance(node, tree.In | tree.InZone):
        return member_grain(node.what)
    if isinstance(node, tree.Edge | tree.Hedge):
        return member_grain(node.of)
    return _GRAINS.get(type(node), Grain.DAY)


def week_start(node: Node, frame: Frame) -> int:
    """Return the weekday on which the weeks of a node start."""
    settled = node.week_start if isinstance(node, tree.Unit) else None
    return settled or frame.policy.week_start


def member(node: Node, number: int, frame: Frame) -> Sketch | None:
    """Return the member of a recurring node in cycle *number*; None where it has none (February 30)."""
    return _MEMBERS[type(node)](node, number, frame)


def members(node: Node, local: int, step: int, frame: Frame, *, ongoing: bool = False) -> Iterator[Sketch]:
    """Yield the members of the cycle that holds a local time and of those after or before it.

    *ongoing*: also the member of the cycle on the other side, for it may not be over (a night, a winter).
    Raises Unresolved after many cycles without a member: no such time exists.
    """
    grain = cycle(node)
    number = index(grain, local, week_start(node, frame))
    # A fiscal year begins in the calendar year before the one that it is named after.
    if ongoing or (step < 0 and grain is Grain.YEAR):
        number -= step
    misses = 0
    while misses < _PATIENCE.get(grain, _PATIENCE_ELSE):
        found = member(node, number, frame)
        misses = 0 if found else misses + 1
        if found:
            yield found
        number += step
    raise Unresolved("there is no such time: check its day, month or number")


def inside(node: Node, lo: int, hi: int, nth: int | None, frame: Frame) -> Sketch | None:
    """Return the *nth* member of a series that lies between two local times (from the end if negative)."""
    if isinstance(node, tree.Unit):
        return _unit_inside(node, lo, hi, nth or 1, frame)
    grain, first_day = cycle(node), week_start(node, frame)
    days = grain is Grain.DAY and lo % DAY == hi % DAY == 0
    # A clock time may be the very end of a part of a day: midnight of an evening.
    last_moment = hi if isinstance(node, tree.Clock) and not days else hi - 1
    low, high = index(grain, lo, first_day), index(grain, last_moment, first_day)
    wanted = abs(nth or 1)
    for number in range(low, high + 1) if (nth or 1) > 0 else range(high, low - 1, -1):
        found = member(node, number, frame)
        if found and (days or lo <= _start(found) <= last_moment):
            wanted -= 1
            if not wanted:
                return found
    return None


def _unit_inside(node: tree.Unit, lo: int, hi: int, nth: int, frame: Frame) -> Sketch | None:
    """Count the units that lie wholly inside, without walking through them."""
    first_day = week_start(node, frame)
    first, last = index(node.grain, lo - 1, first_day) + 1, index(node.grain, hi, first_day) - 1
    number = first + nth - 1 if nth > 0 else last + nth + 1
    return member(node, number, frame) if first <= number <= last else None


def _start(sketch: Sketch) -> int:
    """The latest start: where the sure core begins."""
    s1 = sketch.bounds[1]
    if s1 is None:
        raise Unresolved("a time without bounds has no place in a series")
    return s1


def _end(sketch: Sketch) -> int:
    e0 = sketch.bounds[2]
    if e0 is None:
        raise Unresolved("a time without bounds has no place in a series")
    return e0


# ---------------------------------------------------------------- one function per node


def _unit(node: tree.Unit, number: int, frame: Frame) -> Sketch:
    first_day = week_start(node, frame)
    first, last = start(node.grain, number, first_day), start(node.grain, number + 1, first_day)
    if node.grain < Grain.DAY:
        return crisp(first, last, clock_stamp(first, node.grain))
    # A week that starts on Sunday is named after the ISO week that holds most of it.
    return crisp(first, last, Stamp(node.grain, first + 3 * DAY * (node.grain is Grain.WEEK)))


def _month_block(grain: Grain, number: int, year: int) -> Sketch:
    size = {Grain.MONTH: 12, Grain.QUARTER: 4, Grain.HALF: 2}[grain]
    first = year * size + number - 1
    begins = start(grain, first)
    return crisp(begins, start(grain, first + 1), Stamp(grain, begins))


def _month(node: tree.Month, year: int, _: Frame) -> Sketch:
    return _month_block(Grain.MONTH, node.number, year)


def _quarter(node: tree.Quarter, year: int, _: Frame) -> Sketch:
    return _month_block(Grain.QUARTER, node.number, year)


def _half(node: tree.Half, year: int, _: Frame) -> Sketch:
    return _month_block(Grain.HALF, node.number, year)


def whole_day(day: int) -> Sketch:
    """Return the sketch of a day by its number.

    >>> whole_day(0).bounds[3] == DAY
    True
    """
    return crisp(day * DAY, (day + 1) * DAY, Stamp(Grain.DAY, day * DAY))


def _weekday(node: tree.Weekday, week: int, frame: Frame) -> Sketch:
    first = week_start(node, frame)
    return whole_day(start(Grain.WEEK, week, first) // DAY + (node.number - first) % 7)


def _day(node: tree.Day, month: int, _: Frame) -> Sketch | None:
    year, month = divmod(month, 12)
    if node.number > month_length(year, month + 1):
        return None
    return whole_day(day_number(year, month + 1, node.number))


def _week(node: tree.Week, year: int, _: Frame) -> Sketch | None:
    fourth = day_number(year, 1, 4)  # always in week 1
    monday = fourth - (fourth + 3) % 7 + 7 * (node.number - 1)
    if iso_week(monday) != (year, node.number):
        return None
    return crisp(monday * DAY, (monday + 7) * DAY, Stamp(Grain.WEEK, monday * DAY))


def _season(node: tree.Season, year: int, frame: Frame) -> Sketch:
    width = frame.width(f"{node.code} {node.hemisphere or frame.policy.hemisphere or 'north'}")
    begins = start(Grain.YEAR, year)
    return placed(width, begins, start(Grain.YEAR, year + 1), Stamp(Grain.YEAR, begins, f"-{node.code}"))


def _any_season(_: tree.AnySeason, quarter: int, frame: Frame) -> Sketch:
    """The season that starts in a quarter of the year."""
    year, place = divmod(quarter, 4)
    return _season(tree.Season(("SP", "SU", "FA", "WI")[place]), year, frame)


def _weekend(_: tree.Weekend, week: int, frame: Frame) -> Sketch:
    monday = start(Grain.WEEK, index(Grain.WEEK, start(Grain.WEEK, week, frame.policy.week_start) + 5 * DAY))
    return placed(frame.width("weekend"), monday, monday + 7 * DAY, Stamp(Grain.WEEK, monday, "-WE"))


def _part_of_day(node: tree.PartOfDay, day: int, frame: Frame) -> Sketch:
    width = frame.width(node.name)
    return placed(width, day * DAY, (day + 1) * DAY, Stamp(Grain.DAY, day * DAY, f"T{width.code}"))


def _clock(node: tree.Clock, day: int, _: Frame) -> Sketch:
    second = node.second or 0
    begins = day * DAY + node.hour * HOUR + (node.minute or 0) * MINUTE + second * SECOND
    tail = f"T{node.hour:02}:{node.minute or 0:02}" + (f":{second:02}" if node.second is not None else "")
    return crisp(
        begins,
        begins + (MINUTE if node.second is None else SECOND),
        Stamp(Grain.DAY, day * DAY, tail),
    )


def _in_zone(node: tree.InZone, day: int, frame: Frame) -> Sketch | None:
    """A clock time of another place: an instant, shown on the clocks of the frame."""
    found = member(node.what, day, frame)
    if found is None:
        return None
    there = zone(node.zones[0])
    begins, ends = edge(_start(found), there), edge(_end(found), there)
    instants = (begins[0], begins[1], ends[0], ends[1])
    offset = node.zones[0] if node.zones[0][0] in "+-" else ""
    here = Stamp(Grain.DAY, found.stamp.at, found.stamp.tail + ("Z" if node.zones[0] == "UTC" else offset))
    if frame.zone is None:
        # Nobody knows how far the reader's clocks are from there: every offset on Earth is possible.
        spread = (WESTMOST, EASTMOST, WESTMOST, EASTMOST)
        s0, s1, e0, e1 = (instant + by for instant, by in zip(instants, spread, strict=True))
        return Sketch((s0, s1, e0, e1), here)
    s0, s1, e0, e1 = (to_local(instant, frame.zone) for instant in instants)
    return Sketch((s0, s1, e0, e1), here, exact=instants)


def _feast(node: tree.Feast, year: int, _: Frame) -> Sketch | None:
    days = node.rule.span(year)
    if days is None:
        return None
    return crisp(days[0] * DAY, days[1] * DAY, Stamp(Grain.DAY, days[0] * DAY))


def _fiscal(node: tree.Fiscal, year: int, _: Frame) -> Sketch:
    first = node.start or 1
    # Years that begin in the second half are named after the year they end in (US, Australia),
    # others after the year they begin in (UK, Japan, India).
    month = (year - (first > 6)) * 12 + first - 1 + (3 * (node.quarter - 1) if node.quarter else 0)
    begins, ends = (start(Grain.MONTH, m) for m in (month, month + (3 if node.quarter else 12)))
    return crisp(
        begins,
        ends,
        Stamp(Grain.YEAR, start(Grain.YEAR, year), f"-Q{node.quarter}" if node.quarter else ""),
    )


def _in(node: tree.In, number: int, frame: Frame) -> Sketch | None:
    outer = member(node.where, number, frame)
    return outer and inside(node.what, *outer.window, node.nth, frame)


def _edge(node: tree.Edge, number: int, frame: Frame) -> Sketch | None:
    whole = member(node.of, number, frame)
    return whole and edge_of(node, whole, member_grain(node.of), frame)


def _hedge(node: tree.Hedge, number: int, frame: Frame) -> Sketch | None:
    said = member(node.of, number, frame)
    return said and hedge_of(node, said, member_grain(node.of), frame)


_MEMBERS: dict[type[Node], Member] = {
    tree.Unit: _unit,
    tree.Month: _month,
    tree.Quarter: _quarter,
    tree.Half: _half,
    tree.Weekday: _weekday,
    tree.Day: _day,
    tree.Week: _week,
    tree.Season: _season,
    tree.AnySeason: _any_season,
    tree.Weekend: _weekend,
    tree.PartOfDay: _part_of_day,
    tree.Clock: _clock,
    tree.InZone: _in_zone,
    tree.Feast: _feast,
    tree.Fiscal: _fiscal,
    tree.In: _in,
    tree.Edge: _edge,
    tree.Hedge: _hedge,
}
