"""Times of day, their halves and zones."""

from __future__ import annotations

from attrs import evolve

from timeline.language.builders.numbers import as_number
from timeline.meaning import tree
from timeline.meaning.tree import Node


def settled(clock: object, half: object) -> Node | None:
    """Return a clock time in a half of the day: 3 with "pm" is 15."""
    if isinstance(clock, tree.Between):
        first, last = settled(bare_of(clock.first), half), settled(bare_of(clock.last), half)
        return tree.Between(tree.Bare(first), tree.Bare(last)) if first and last else None
    if not isinstance(clock, tree.Clock) or (
        not 1 <= clock.hour <= 12 and not (clock.hour > 12 and half == "pm")
    ):
        return None
    if clock.hour > 12:
        return evolve(clock, settled=True)
    return evolve(clock, hour=clock.hour % 12 + (12 if half == "pm" else 0), settled=True)


def bare_of(node: object) -> object:
    """Return the series that a range has one member of."""
    return node.what if isinstance(node, tree.Bare) else node


def clock(hour: object, minute: object = None, second: object = None) -> Node | None:
    """Return a time of day that may lie in either half."""
    fields = [None if value is None else int(as_number(value)) for value in (hour, minute, second)]
    hours = fields[0]
    if hours is None or not 0 <= hours <= 24 or not 0 <= (fields[1] or 0) < 60:
        return None
    return tree.Clock(hours, fields[1], fields[2])


def past(minutes: object, said: object) -> Node | None:
    """Return a clock time some minutes after a full hour, or before it where *minutes* is negative."""
    if isinstance(said, tree.Either):
        said = next((option for option in said.options if isinstance(option, tree.Clock)), None)
    by = int(as_number(minutes))
    if not isinstance(said, tree.Clock) or said.minute or not -60 < by < 60:
        return None
    hour, minute = divmod(said.hour * 60 + by, 60)
    if not said.settled and hour == 0:
        hour = 12
    return tree.Clock(hour % 24, minute, settled=said.settled)


def certain(said: object) -> Node | None:
    """Return a clock time taken as it was said, on a clock of 24 hours."""
    return evolve(said, settled=True) if isinstance(said, tree.Clock) else None


def in_zone(what: object, zones: object) -> Node | None:
    """Return a time of day on the clocks of other places."""
    names = zones if isinstance(zones, tuple) else (zones,)
    if isinstance(what, tree.Between):
        first, last = in_zone(bare_of(what.first), zones), in_zone(bare_of(what.last), zones)
        return tree.Between(tree.Bare(first), tree.Bare(last)) if first and last else None
    if isinstance(what, tree.Either):
        clocks = [option for option in what.options if isinstance(option, tree.Clock)]
        return in_zone(clocks[0], zones) if clocks else None
    if isinstance(what, tree.In):
        inner = in_zone(what.what, zones)
        return inner and tree.In(inner, what.where, what.nth)
    if not isinstance(what, tree.Clock):
        return None
    return tree.InZone(what, tuple(str(name) for name in names))


def offset_zone(sign: object, hours: object, minutes: object = None) -> tuple[str]:
    """Return the zone of an offset: UTC+3."""
    return (f"{sign}{int(as_number(hours)):02}:{int(as_number(minutes or 0)):02}",)
