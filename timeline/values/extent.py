"""The uncertain interval: bounds on its start, its end and its duration, always consistent."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

from attrs import field, frozen

from timeline.values.bounds import Bounds, Length, Limit
from timeline.values.errors import Contradiction, TimelineError, quote
from timeline.values.moments import iso_text
from timeline.values.relations import Allen, Box, possible
from timeline.values.zones import Zone

__all__ = ["Bounds", "Extent", "Length", "Limit", "hull", "overlap"]


def _least(values: Iterable[Limit]) -> Limit:
    return min((value for value in values if value is not None), default=None)


def _most(values: Iterable[Limit]) -> Limit:
    return max((value for value in values if value is not None), default=None)


def _either(values: tuple[Limit, ...], *, lowest: bool) -> Limit:
    """The loosest of several limits: none where one of them is unknown."""
    if None in values:
        return None
    return _least(values) if lowest else _most(values)


def _plus(a: Limit, b: Limit) -> Limit:
    return None if a is None or b is None else a + b


def _minus(a: Limit, b: Limit) -> Limit:
    return None if a is None or b is None else a - b


@frozen(repr=False, init=False)
class Extent:
    """An interval [start, end) known by bounds on its start, its end and its duration.

    >>> night = Extent(
    ...     Bounds("2023-05-22T18:00", "2023-05-22T21:00"),
    ...     Bounds("2023-05-23T05:00", "2023-05-23T07:00"),
    ... )
    >>> night.duration.longest
    datetime.timedelta(seconds=46800)

    Building one tightens it: every bound is the best that follows from the others, and it lasts at
    least a microsecond. *typical* is an extent inside it that is usual ("a few" is usually 3 to 4);
    nothing is ever derived from it. A side is open only while it has no bound. Extents are equal if
    their bounds are, in the same zone. Raises Contradiction, naming the two bounds, where no
    interval fits.
    """

    start: Bounds
    end: Bounds
    duration: Length
    typical: Extent | None = field(default=None)

    def __init__(
        self,
        start: Bounds | None = None,
        end: Bounds | None = None,
        duration: Length | None = None,
        typical: Extent | None = None,
    ) -> None:
        _check((start, Bounds), (end, Bounds), (duration, Length), (typical, Extent))
        start, end, length = start or _UNKNOWN, end or _UNKNOWN, duration or _ANY_LENGTH
        where = _common_zone((start, end))
        s0, s1, e0, e1, d0, d1 = _tighten(_box(start, end, length), where)
        self.__attrs_init__(
            Bounds.of(s0, s1, open=start.open and s0 is None, zone=where),
            Bounds.of(e0, e1, open=end.open and e1 is None, zone=where),
            Length.of(d0, d1),
            typical,
        )

    if TYPE_CHECKING:  # attrs writes it

        def __attrs_init__(
            self, start: Bounds, end: Bounds, duration: Length, typical: Extent | None
        ) -> None: ...

    @property
    def zone(self) -> Zone:
        """The zone in which the bounds are shown; None for local time without a zone."""
        return self.start.zone

    @property
    def box(self) -> Box:
        """The six bounds in microseconds: start, end, duration, each lowest and highest."""
        return _box(self.start, self.end, self.duration)

    def __and__(self, other: Extent) -> Extent:
        """Return the one interval that fits both descriptions; raises Contradiction.

        >>> morning = Extent(Bounds("2023-05-23T06:00", "2023-05-23T12:00"))
        >>> (morning & Extent(Bounds(None, "2023-05-23T09:00"))).start.latest
        datetime.datetime(2023, 5, 23, 9, 0)
        """
        where = _common_zone((self.start, self.end, other.start, other.end))
        limits = [
            (_least if i % 2 else _most)(pair) for i, pair in enumerate(zip(self.box, other.box, strict=True))
        ]
        opens = self.start.open or other.start.open, self.end.open or other.end.open
        return _extent(limits, opens, where, _shared(self, other))

    def __or__(self, other: Extent) -> Extent:
        """Return the tightest extent that admits what either admits.

        >>> hull = Extent(Bounds("2023-05-22")) | Extent(Bounds("2023-05-29"))
        >>> hull.start.earliest
        datetime.datetime(2023, 5, 22, 0, 0)
        """
        where = _common_zone((self.start, self.end, other.start, other.end))
        limits = [
            _either(pair, lowest=i % 2 == 0) for i, pair in enumerate(zip(self.box, other.box, strict=True))
        ]
        opens = self.start.open or other.start.open, self.end.open or other.end.open
        typical = self.typical | other.typical if self.typical and other.typical else None
        return _extent(limits, opens, where, typical)

    def within(self, period: Extent) -> Extent:
        """Return this extent placed inside *period*: it starts and ends there.

        >>> monday = Extent(Bounds("2023-05-22", "2023-05-22"), Bounds("2023-05-23", "2023-05-23"))
        >>> Extent().within(monday).start.latest
        datetime.datetime(2023, 5, 22, 23, 59, 59, 999999)
        """
        s0, _, _, e1, _, d1 = period.box
        return self & _extent([s0, None, None, e1, None, d1], (False, False), period.zone, None)

    def shift(self, by: timedelta) -> Extent:
        """Return the extent moved by an exact amount of time.

        >>> Extent(Bounds("2023-05-22")).shift(timedelta(hours=-1)).start.earliest
        datetime.datetime(2023, 5, 21, 23, 0)
        """
        if not isinstance(by, timedelta):
            raise TimelineError(f"{quote(by)} is no timedelta: shift takes an exact amount of time")
        return self.shift_us(by // timedelta(microseconds=1))

    def shift_us(self, by: int) -> Extent:
        """Return the extent moved by *by* microseconds."""
        limits = [_plus(limit, by) for limit in self.box[:4]]
        opens = self.start.open, self.end.open
        typical = self.typical.shift_us(by) if self.typical else None
        return _extent([*limits, *self.box[4:]], opens, self.zone, typical)

    def before(self, other: Extent) -> bool | None:
        """Tell whether it ends before *other* starts: True, False, or None if that depends.

        >>> a, b = Extent(end=Bounds(None, "2023-05-22")), Extent(Bounds("2023-05-22"))
        >>> a.before(b), b.before(a), a.before(Extent())
        (True, False, None)
        """
        _common_zone((self.start, self.end, other.start, other.end))
        if _holds(self.end.latest_us, other.start.earliest_us):
            return True
        impossible = _minus(self.end.earliest_us, other.start.latest_us)
        return False if impossible is not None and impossible > 0 else None

    def relations(self, other: Extent) -> frozenset[Allen]:
        """Return the Allen relations that are possible; one alone is certain.

        >>> day = Extent(Bounds("2023-05-22", "2023-05-22"), Bounds("2023-05-23", "2023-05-23"))
        >>> day.relations(day)
        frozenset({Allen.EQUALS})
        """
        _common_zone((self.start, self.end, other.start, other.end))
        return possible(self.box, other.box)

    def isoformat(self) -> str:
        """Write start and end as in ISO 8601, for any year: bounds that differ with ".." between.

        >>> Extent(Bounds("2019-03-01", "2019-03-01"), Bounds(open=True)).isoformat()
        '2019-03-01T00:00:00/2019-03-01T00:00:00.000001..'
        """
        return f"{self.start.isoformat()}/{self.end.isoformat()}"

    def __repr__(self) -> str:
        arguments = [repr(self.start), repr(self.end), repr(self.duration)]
        if self.typical is not None:
            arguments.append(f"typical={self.typical!r}")
        return f"Extent({', '.join(arguments)})"


def overlap(a: Extent, b: Extent) -> Extent:
    """Return the period that two intervals have in common; raises Contradiction if there is none.

    >>> may = Extent(Bounds("2023-05-01", "2023-05-01"), Bounds("2023-06-01", "2023-06-01"))
    >>> overlap(may, Extent(Bounds("2023-05-22", "2023-05-22"))).start.earliest
    datetime.datetime(2023, 5, 22, 0, 0)
    """
    where = _common_zone((a.start, a.end, b.start, b.end))
    (s0, s1, e0, e1, d0, d1), (t0, t1, f0, f1, g0, g1) = a.box, b.box
    shortest = _either((d0, g0, _minus(e0, t1), _minus(f0, s1)), lowest=True)
    limits = [
        _most((s0, t0)),
        _either((s1, t1), lowest=False),
        _either((e0, f0), lowest=True),
        _least((e1, f1)),
        shortest,
        _least((d1, g1)),
    ]
    opens = a.start.open and b.start.open, a.end.open and b.end.open
    return _extent(limits, opens, where, None)


def hull(extents: Iterable[Extent]) -> Extent:
    """Return the tightest extent that admits what any of *extents* admits; there must be one.

    >>> hull([Extent(Bounds("2023-05-22")), Extent(Bounds("2023-05-29"))]).start.isoformat()
    '2023-05-22T00:00:00..'
    """
    rest = iter(extents)
    joined = next(rest, None)
    if joined is None:
        raise TimelineError("a hull needs at least one extent")
    for other in rest:
        joined = joined if joined == other else joined | other
    return joined


def _extent(limits: list[Limit], opens: tuple[bool, bool], where: Zone, typical: Extent | None) -> Extent:
    s0, s1, e0, e1, d0, d1 = limits
    return Extent(
        Bounds.of(s0, s1, open=opens[0], zone=where),
        Bounds.of(e0, e1, open=opens[1], zone=where),
        Length.of(d0, d1),
        typical,
    )


def _shared(a: Extent, b: Extent) -> Extent | None:
    """Return what is usual for both, if anything can be."""
    if a.typical is None or b.typical is None:
        return None
    try:
        return a.typical & b.typical
    except Contradiction:
        return None


def _box(start: Bounds, end: Bounds, length: Length) -> Box:
    return (
        *(start.earliest_us, start.latest_us, end.earliest_us, end.latest_us),
        *(length.shortest_us, length.longest_us),
    )


def _check(*given: tuple[object, type]) -> None:
    for value, kind in given:
        if value is not None and not isinstance(value, kind):
            raise TimelineError(f"{quote(value)} is no {kind.__name__}")


def _holds(a: Limit, b: Limit) -> bool:
    return a is not None and b is not None and a <= b


def _common_zone(bounds: Iterable[Bounds]) -> Zone:
    """Return the zone to show; raises TimelineError where only some moments have one."""
    known = [b for b in bounds if b.earliest_us is not None or b.latest_us is not None]
    zones = [b.zone for b in known]
    if len({zone is None for zone in zones}) > 1:
        raise TimelineError("one extent has a time zone and the other has none: they can't be compared")
    return zones[0] if zones else next((b.zone for b in bounds if b.zone is not None), None)


_NAMES = ("start.earliest", "start.latest", "end.earliest", "end.latest")


def _tighten(box: Box, where: Zone) -> Box:
    """Close the bounds over start, end and duration (all shortest paths of the three)."""
    s0, s1, e0, e1, d0, d1 = box
    for low, high, names in ((s0, s1, _NAMES[:2]), (e0, e1, _NAMES[2:])):
        if low is not None and high is not None and low > high:
            raise _clash(names[0], low, names[1], high, where)
    d0 = 1 if d0 is None or d0 < 1 else d0
    if d1 is not None and d1 < d0:
        raise Contradiction(f"duration.shortest {d0} µs is more than duration.longest {d1} µs")
    if s0 is not None and e1 is not None and e1 - s0 < d0:
        raise _clash("start.earliest", s0, "end.latest", e1, where)
    if s1 is not None and e0 is not None and d1 is not None and e0 - s1 > d1:
        raise _clash("start.latest", s1, "end.earliest", e0, where)
    d0 = _most((d0, _minus(e0, s1)))
    d1 = _least((d1, _minus(e1, s0)))
    e0, e1 = _most((e0, _plus(s0, d0))), _least((e1, _plus(s1, d1)))
    return _most((s0, _minus(e0, d1))), _least((s1, _minus(e1, d0))), e0, e1, d0, d1


def _clash(name: str, low: int, other: str, high: int, where: Zone) -> Contradiction:
    return Contradiction(f"{name} {iso_text(low, where)} does not fit {other} {iso_text(high, where)}")


_UNKNOWN = Bounds()
_ANY_LENGTH = Length()
