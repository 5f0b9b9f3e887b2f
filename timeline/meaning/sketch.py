"""What a node denotes on one wall clock, before it becomes an extent."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from timeline.meaning.policy import Policy
from timeline.meaning.widths import Width, Widths
from timeline.values.bounds import Bounds, Length, Limit
from timeline.values.calendar import DAY, HOUR, MINUTE, SECOND, index, start
from timeline.values.errors import LanguageError, Unresolved, quote
from timeline.values.extent import Extent
from timeline.values.grain import Grain
from timeline.values.relations import Box
from timeline.values.zones import Zone, edge, leave, period, to_local

Four = tuple[Limit, Limit, Limit, Limit]
"""Bounds of a start and an end: earliest start, latest start, earliest end, latest end."""

UNBOUNDED: Four = (None, None, None, None)


@frozen
class Stamp:
    """The calendar cell that a sketch names: the unit of *grain* at a local time, and what follows it.

    Without a grain, *tail* is the whole TIMEX3 value.
    """

    grain: Grain | None
    at: int
    tail: str = ""

    @property
    def cell(self) -> tuple[int, int] | None:
        """The first and the last-plus-one local time of the unit; None without a grain."""
        if self.grain is None:
            return None
        number = index(self.grain, self.at)
        return start(self.grain, number), start(self.grain, number + 1)


@frozen
class Sketch:
    """Bounds in local time, with what is usual, how long it lasts, and which sides are open.

    *exact* holds the same bounds as instants where arithmetic was exact, so that no clock change blurs it.
    """

    bounds: Four
    stamp: Stamp
    typical: Sketch | None = None
    length: tuple[Limit, Limit] = (None, None)
    opens: tuple[bool, bool] = (False, False)
    exact: Four | None = None

    @property
    def window(self) -> tuple[int, int]:
        """The local times that anything inside must lie between: the whole cell, or the widest bounds."""
        s0, _, _, e1 = self.bounds
        cell = self.stamp.cell
        if cell is not None and (self.typical is not None or s0 is None or e1 is None):
            return cell
        if s0 is None or e1 is None:
            raise Unresolved("a time without bounds can't hold another")
        return s0, e1

    def box(self, where: Zone) -> Box:
        """Return the bounds on start, end and duration in instants."""
        return (*(self.exact or _instants(self.bounds, where)), *self.length)

    def extent(self, where: Zone) -> Extent:
        """Return the extent in a zone."""
        return hull_of([(self, where)])

    def vaguer(self, **changes: object) -> Sketch:
        """Return a copy with other bounds: exact instants no longer hold."""
        return evolve(self, **{"exact": None, "length": (None, None), **changes})  # type: ignore[arg-type]


def hull_of(sketches: Sequence[tuple[Sketch, Zone]]) -> Extent:
    """Return the extent that admits what any of the sketches admits, each on the clocks of its zone."""
    first, shown = sketches[0]
    box = _hull([sketch.box(where) for sketch, where in sketches])
    usual = [(sketch.typical, where) for sketch, where in sketches if sketch.typical is not None]
    return Extent(
        Bounds.of(box[0], box[1], open=first.opens[0], zone=shown),
        Bounds.of(box[2], box[3], open=first.opens[1], zone=shown),
        Length.of(box[4], box[5]),
        hull_of(usual) if len(usual) == len(sketches) else None,
    )


def _hull(boxes: list[Box]) -> Box:
    if len(boxes) == 1:
        return boxes[0]
    s0, s1, e0, e1, d0, d1 = (
        None if None in limits else (min, max)[side % 2](limits)
        for side, limits in enumerate(zip(*boxes, strict=True))
    )
    return s0, s1, e0, e1, d0, d1


def _instants(four: Four, where: Zone) -> Four:
    s0, s1, e0, e1 = four
    if where is None:
        return four
    if s0 is not None and s1 is not None and e0 is not None and e1 is not None:
        return period(s0, s1, e0, e1, where)
    return (
        None if s0 is None else edge(s0, where)[0],
        None if s1 is None else edge(s1, where)[1],
        None if e0 is None else leave(e0, where)[0],
        None if e1 is None else leave(e1, where)[1],
    )


def clock_stamp(local: int, grain: Grain) -> Stamp:
    """Return the stamp of a time of day, to the minute or the second."""
    seconds = f":{local % MINUTE // SECOND:02}" if grain <= Grain.SECOND else ""
    return Stamp(Grain.DAY, local, f"T{local % DAY // HOUR:02}:{local % HOUR // MINUTE:02}{seconds}")


def crisp(first: int, last: int, stamp: Stamp) -> Sketch:
    """Return the sketch of a period whose ends are exact."""
    return Sketch((first, first, last, last), stamp)


def somewhere(first: Limit, last: Limit, stamp: Stamp, typical: Sketch | None = None) -> Sketch:
    """Return the sketch of a position that lies anywhere between two local times."""
    latest_start = None if last is None else last - 1
    earliest_end = None if first is None else first + 1
    return Sketch((first, latest_start, earliest_end, last), stamp, typical)


Trace = list[tuple[object, object]]
"""What evaluation went through, in order: (node, its sketch) and (width's name, the width)."""


@frozen
class Frame:
    """One moment at which a tree is evaluated, with all that evaluation may look at.

    *at* is the instant whose calendar day, week … is meant. *now* is the instant that exact amounts
    count from: the same, but for the end of an anchor's window, which is its limit and never inside.
    """

    at: int
    now: int
    zone: Zone
    policy: Policy
    widths: Widths
    reference: Extent | None = None
    trace: Trace | None = None

    @property
    def here(self) -> int:
        """The local time of `at`."""
        return to_local(self.at, self.zone)

    def width(self, *names: str) -> Width:
        """Return the first width of these names that the policy or the language data has."""
        for name in names:
            found = self.widths.get(name)
            if found is not None:
                if self.trace is not None:
                    self.trace.append((found.name, found))
                return found
        raise LanguageError(f"the language data has no width for {quote(names[0])}")
