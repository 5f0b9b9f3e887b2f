"""Picking one member of a series by its place to a time: last, next, this, nearest."""

from __future__ import annotations

from timeline.meaning import tree
from timeline.meaning.recurring import cycle, member, member_grain, members, week_start
from timeline.meaning.shaping import known, part_name
from timeline.meaning.sketch import Frame, Sketch
from timeline.values.calendar import DAY, index, start
from timeline.values.errors import Unresolved

Base = tuple[int, int]
"""The first and the last local moment of the time that a member's place is told from."""


def found_or_raise(found: Sketch | None) -> Sketch:
    """Return what was found; raises Unresolved where a series has no such member."""
    if found is None:
        raise Unresolved("there is no such time: check its day, month or number")
    return found


def _edges(node: tree.Pick, base: Base, frame: Frame) -> tuple[int, int]:
    """Return where the member's unit that holds the base begins and ends."""
    first, last = base
    grain, first_day = member_grain(node.what), week_start(node.what, frame)
    begins = start(grain, index(grain, first, first_day), first_day)
    return begins, start(grain, index(grain, last, first_day) + 1, first_day)


def _passed(found: Sketch) -> int:
    """The moment at which a member is past: its end, or for a part of a day its start."""
    _, s1, e0, _ = known(found)
    return _begun(found) + 1 if e0 - s1 < DAY else e0


def _begun(found: Sketch) -> int:
    """The moment from which a member is told to be there: for a part of a day or a time of day, its day."""
    return found.stamp.at if found.stamp.tail.startswith("T") else known(found)[1]


def last_member(node: tree.Last, base: Base, frame: Frame) -> Sketch:
    """Return the member before the base: the most recent, the present one not included."""
    begins, _ = _edges(node, base, frame)
    if isinstance(node.what, tree.Unit):
        return _neighbour(node.what, begins, -node.count, frame)
    count = node.count
    for found in members(node.what, begins, -1, frame):
        count -= _passed(found) <= begins
        if not count:
            return found
    raise Unresolved("there is no such time: check its day, month or number")


def next_member(node: tree.Next, base: Base, frame: Frame) -> Sketch:
    """Return the member after the base."""
    _, ends = _edges(node, base, frame)
    if isinstance(node.what, tree.Unit):
        return _neighbour(node.what, ends, node.count - 1, frame)
    count = node.count
    for found in members(node.what, ends, 1, frame):
        count -= _begun(found) >= ends
        if not count:
            return found
    raise Unresolved("there is no such time: check its day, month or number")


def _neighbour(unit: tree.Unit, local: int, by: int, frame: Frame) -> Sketch:
    number = index(unit.grain, local, week_start(unit, frame)) + by
    return found_or_raise(member(unit, number, frame))


def this_member(node: tree.This, base: Base, frame: Frame) -> Sketch:
    """Return the member of the base's own cycle, or the one that holds it."""
    first, _ = base
    if isinstance(node.what, tree.Unit):
        return _neighbour(node.what, first, 0, frame)
    number = index(cycle(node.what), first, week_start(node.what, frame))
    near = [found for n in (number, number - 1, number + 1) if (found := member(node.what, n, frame))]
    for found in near:
        s0, _, _, e1 = known(found)
        if s0 <= first < e1 and e1 - s0 > 2 * DAY:
            return found
    return found_or_raise(member(node.what, number, frame) or (near[0] if near else None))


def latest_member(node: tree.Latest, base: Base, frame: Frame) -> Sketch:
    """Return the most recent member, the present one included."""
    _, ends = _edges(node, base, frame)
    # A night that has no day of its own is over when people write of it.
    dayless = not isinstance(node.what, tree.In) and part_name(node.what) not in (None, "*")
    for found in members(node.what, ends, -1, frame):
        if (known(found)[2] <= ends) if dayless else (_begun(found) < ends):
            return found
    raise Unresolved("there is no such time: check its day, month or number")


def coming_member(node: tree.Coming, base: Base, frame: Frame) -> Sketch:
    """Return the first member that is not over."""
    first, _ = base
    for found in members(node.what, first, 1, frame, ongoing=True):
        if known(found)[2] > first:
            return found
    raise Unresolved("there is no such time: check its day, month or number")


def from_member(node: tree.From, base: Base, frame: Frame) -> Sketch:
    """Return the first member that starts with or after the base."""
    first, _ = base
    for found in members(node.what, first, 1, frame):
        if known(found)[1] >= first:
            return found
    raise Unresolved("there is no such time: check its day, month or number")


def nearest_member(node: tree.Nearest, base: Base, frame: Frame) -> Sketch:
    """Return the member nearest to the base."""
    first, last = base
    middle = (first + last) // 2
    near: list[tuple[int, int, Sketch]] = []
    for step in (-1, 1):
        for count, found in enumerate(members(node.what, middle, step, frame, ongoing=True)):
            s0, _, _, e1 = known(found)
            near.append((abs((s0 + e1) // 2 - middle), s0, found))
            if count > node.count + 3:
                break
    unique = sorted({s0: (far, s0, found) for far, s0, found in near}.values(), key=lambda row: row[:2])
    return unique[node.count - 1][2]
