"""Placing amounts: what "two days ago" and "the last 24 hours" denote, counted from a known time."""

from __future__ import annotations

from timeline.meaning import tree
from timeline.meaning.amounts import Parts, Range, length, micros, moved
from timeline.meaning.sketch import Four, Frame, Sketch, Stamp, clock_stamp, somewhere
from timeline.meaning.widths import Offset
from timeline.values.calendar import DAY, LINEAR, MINUTE, MONTHS, SECOND, add, index, start
from timeline.values.errors import LanguageError, Unresolved
from timeline.values.grain import Grain
from timeline.values.zones import period, to_local

PAST, FUTURE = "PAST_REF", "FUTURE_REF"


def exact_shift(node: tree.Shift, by: Range, base: Sketch, frame: Frame) -> Sketch:
    """Shift by hours and less: instants move by exactly that much, whatever clocks do meanwhile."""
    s0, s1, e0, e1 = _instants(base, frame)
    least, most = _size(by.least), _size(by.most)
    if isinstance(node.of, tree.Now | tree.Reference) and base.exact is not None:
        # A moment that is counted from now is known to the minute, or the second, that it lies in.
        first, last = (frame.at, frame.at) if base.stamp.tail == "PRESENT_REF" else (s0, e1 - 1)
        low, high = (first - most, last - least) if node.sign < 0 else (first + least, last + most)
        step = SECOND if by.grain <= Grain.SECOND else MINUTE
        # Minutes begin on the wall clock: before zones were agreed on, clocks were seconds apart.
        low, high = (t - to_local(t, frame.zone) % step for t in (low, high))
        four, core = (low, high, low + step, high + step), first
    else:
        four, core = _moved_four((s0, s1, e0, e1), node.sign, least, most), s1
    stamp = _vague(node.sign)
    if by.said is not None:
        stamp = clock_stamp(to_local(core + node.sign * _size(by.said), frame.zone), by.grain)
    typical = by.usual and exact_shift(node, Range(*by.usual), base, frame)
    return Sketch(_local(four, frame), stamp, typical, exact=four)


def _moved_four(
    four: tuple[int, int, int, int], sign: int, least: int, most: int
) -> tuple[int, int, int, int]:
    s0, s1, e0, e1 = four
    if sign < 0:
        least, most = -most, -least
    return s0 + least, s1 + most, e0 + least, e1 + most


def _size(parts: Parts) -> int:
    exact = micros(parts)
    return length(parts, clock_changes=False)[1] if exact is None else exact


def _instants(base: Sketch, frame: Frame) -> tuple[int, int, int, int]:
    four = base.exact or base.bounds
    s0, s1, e0, e1 = four
    if s0 is None or s1 is None or e0 is None or e1 is None:
        raise Unresolved("an amount of time counted from a time that is not known")
    return (s0, s1, e0, e1) if base.exact else period(s0, s1, e0, e1, frame.zone)


def _local(four: tuple[int, int, int, int], frame: Frame) -> tuple[int, int, int, int]:
    s0, s1, e0, e1 = (to_local(instant, frame.zone) for instant in four)
    return s0, s1, e0, e1


def _vague(sign: int) -> Stamp:
    return Stamp(None, 0, PAST if sign < 0 else FUTURE)


def whole_days(sign: int, by: Range, first: int, last: int) -> Sketch:
    """Shift by days: the whole day so many days away; which one, where the count is vague."""
    low, high = (by.most, by.least) if sign < 0 else (by.least, by.most)
    days = moved(first, low, sign) // DAY * DAY, moved(last, high, sign) // DAY * DAY
    four = (days[0], days[1], days[0] + DAY, days[1] + DAY)
    stamp = _vague(sign) if by.said is None else Stamp(Grain.DAY, moved(first, by.said, sign))
    if by.usual is None:
        return Sketch(four, stamp)
    low, high = by.usual if sign > 0 else by.usual[::-1]
    usual = moved(first, low, sign) // DAY * DAY, moved(last, high, sign) // DAY * DAY
    typical = Sketch((usual[0], usual[1], usual[0] + DAY, usual[1] + DAY), stamp)
    return Sketch(four, stamp, typical)


def counted(sign: int, by: Range, first: int, last: int, frame: Frame) -> Sketch:
    """Shift by weeks and more: a position known to a unit, never on the other side of the base."""
    width = frame.width("counted")
    grain = by.grain
    stamp = _vague(sign) if by.said is None else Stamp(grain, moved(first, by.said, sign))
    core = by.usual or (by.least, by.most)
    windows = []
    for (least, most), slack in (((by.least, by.most), width.outer[1]), (core, width.core[1])):
        if isinstance(slack, Offset):
            raise LanguageError("the width 'counted' needs numbers")
        low, high = (most, least) if sign < 0 else (least, most)
        share = slack if by.slack else slack * 0
        begins = _by_share(moved(first // DAY * DAY, low, sign), grain, -share)
        ends = _by_share(moved(last // DAY * DAY, high, sign), grain, share) + DAY
        begins, ends = (begins, min(ends, last + 1)) if sign < 0 else (max(begins, first), ends)
        windows.append((min(begins, ends - 1), ends))
    outer, usual = windows
    return somewhere(outer[0], outer[1], stamp, somewhere(usual[0], usual[1], stamp))


def _by_share(local: int, grain: Grain, share: object) -> int:
    """Move by a share of a unit: half a month is 15 days, half a week three and a half."""
    numerator, denominator = share.numerator, share.denominator  # type: ignore[attr-defined]
    if denominator == 1:
        return add(local, grain, numerator)
    months = MONTHS.get(grain)
    if months and months * numerator % denominator == 0:
        return add(local, Grain.MONTH, months * numerator // denominator)
    return int(local + (30 * DAY if months else LINEAR[grain]) * numerator // denominator)


def exact_span(sign: int, by: Range, base: Sketch, stamp: Stamp, frame: Frame) -> Sketch:
    """Hours and less up to a time or from it: exactly that long."""
    s0, s1, e0, e1 = _instants(base, frame)
    if base.stamp.tail == "PRESENT_REF":
        s0 = s1 = e0 = e1 = frame.now
    least, most = _size(by.least), _size(by.most)
    four = (s0 - most, s1 - least, s0, s1) if sign < 0 else (e0, e1, e0 + least, e1 + most)
    typical = by.usual and exact_span(sign, Range(*by.usual), base, stamp, frame)
    return Sketch(_local(four, frame), stamp, typical, (least, most), exact=four)


def calendar_span(sign: int, by: Range, base: tuple[int, int], stamp: Stamp, frame: Frame) -> Sketch:
    """Days and more up to a time or from it; counted roughly, it may reach to its first unit's edge."""
    week, grain = frame.policy.week_start, by.grain
    near = to_local(frame.now, frame.zone) if base == (frame.here, frame.here) else base[0 if sign < 0 else 1]
    # The limit of an anchor's window is never inside: the 31st may lack a day that the 30th has.
    limit = int(near == to_local(frame.now, frame.zone) and frame.now > frame.at)
    least, most = (moved(near - limit, parts, sign) + limit for parts in (by.least, by.most))
    if by.exact and sign < 0:
        most = start(grain, index(grain, most, week), week)
    elif by.exact:
        most = start(grain, index(grain, most - 1, week) + 1, week)
    four: Four = (most, least, near, near) if sign < 0 else (near, near, least, most)
    if by.usual is None:
        usual: Four = (least, least, near, near) if sign < 0 else (near, near, least, least)
    else:
        low, high = (moved(near - limit, parts, sign) + limit for parts in by.usual)
        usual = (high, low, near, near) if sign < 0 else (near, near, low, high)
    return Sketch(four, stamp, Sketch(usual, stamp))


def lasting(by: Range, base: Sketch, frame: Frame) -> Sketch:
    """An amount of time from the start of some time on: of hours and less, exactly so much."""
    s0, s1, _, _ = _instants(base, frame)
    if micros(by.least) is not None and micros(by.most) is not None:
        least, most = _size(by.least), _size(by.most)
        four = (s0, s1, s0 + least, s1 + most)
        return Sketch(_local(four, frame), base.stamp, length=(least, most), exact=four)
    first, last = (to_local(instant, frame.zone) for instant in (s0, s1))
    return Sketch((first, last, moved(first, by.least, 1), moved(last, by.most, 1)), base.stamp)
