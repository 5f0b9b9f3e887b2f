"""Ranges: from one time to another."""

from __future__ import annotations

from timeline.language.builders.clocks import bare_of, settled
from timeline.language.builders.dates import In
from timeline.language.builders.numbers import as_number
from timeline.language.builders.places import point
from timeline.meaning import tree
from timeline.meaning.tree import Node, is_recurring


def range_of(first: object, last: object) -> Node | None:
    """Return the range from one time to another, read together."""
    begin, end = point(first), point(last)
    return tree.Between(begin, end) if begin and end else None


def range_half(first: object, last: object, half: object) -> Node | None:
    """Return a range of clock times that share a half of the day, unless that turns it round."""
    begin, end = settled(first, half), settled(last, half)
    if not isinstance(begin, tree.Clock) or not isinstance(end, tree.Clock):
        return None
    if (begin.hour, begin.minute or 0) >= (end.hour, end.minute or 0):
        begin = settled(first, "am" if half == "pm" else "pm")
    return range_of(begin, end)


def run_in(what: object, count: object, where: object, last: object = None) -> Node | None:
    """Return the first so many units of a time, or the last, as one range."""
    number = int(as_number(count))
    near, far = (1, number) if last is None else (-number, -1)
    first, end = In(what, where, near), In(what, where, far)
    return range_of(first, end) if first and end else None


def range_in(first: object, last: object, where: object) -> Node | None:
    """Return a range whose two ends lie in the same larger time: 13 to 15 July."""
    return range_of(In(first, where), last if where is None else In(last, where))


def range_on(between_times: object, day: object) -> Node | None:
    """Return a range of clock times on a day; it may run into the next."""
    if not isinstance(between_times, tree.Between) or not isinstance(day, Node):
        return None
    first = In(bare_of(between_times.first), day)
    return (
        tree.Between(tree.Bare(first) if is_recurring(day) else first, between_times.last) if first else None
    )
