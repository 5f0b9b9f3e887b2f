"""The uncertain interval: bounds on its start, its end and its duration, always consistent."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta, tzinfo
from typing import Self

from attrs import field, frozen

from timeline.values.errors import Contradiction, OutOfRange, TimelineError, quote
from timeline.values.moments import Moment, from_datetime, iso_text, read_iso, to_datetime
from timeline.values.relations import Allen, Box, possible
from timeline.values.zones import Zone, candidates, zone, zone_name

Limit = int | None


def _least(values: Iterable[Limit]) -> Limit:
    return min((value for value in values if value is not None), default=None)


def _most(values: Iterable[Limit]) -> Limit:
    return max((value for value in values if value is not None), default=None)


def _either(values: tuple[Limit, Limit], *, lowest: bool) -> Limit:
    """The looser of two limits: none where one of them is unknown."""
    if None in values:
        return None
    return _least(values) if lowest else _most(values)


def _plus(a: Limit, b: Limit) -> Limit:
    return None if a is None or b is None else a + b


def _minus(a: Limit, b: Limit) -> Limit:
    return None if a is None or b is None else a - b


@frozen(repr=False, init=False)
class Bounds:
    """The earliest and the latest moment that something may be at; None where no bound is known.

    >>> bounds = Bounds("2023-05-22T18:00", "2023-05-22T21:00")
    >>> bounds.earliest
    datetime.datetime(2023, 5, 22, 18, 0)
    >>> Bounds(open=True).isoformat(), Bounds().isoformat()
    ('..', '')

    Both bounds are closed. *open* says that the text leaves this side going on; without it a missing
    bound is unknown. Moments are datetime, date or ISO 8601 text; aware ones are shown in *tz* or in
    the zone that they come with. `earliest_us` and `latest_us` count microseconds from 1970 (UTC with
    a zone, local time without) and hold any year. Raises Contradiction where latest is before earliest.
    """

    earliest_us: Limit
    latest_us: Limit
    open: bool
    zone: Zone

    def __init__(
        self,
        earliest: Moment | None = None,
        latest: Moment | None = None,
        *,
        open: bool = False,  # noqa: A002 - the word of EDTF
        tz: str | tzinfo | None = None,
    ) -> None:
        where = zone(tz)
        low, low_zone = _moment(earliest, where, 0)
        high, high_zone = _moment(latest, where, 1)
        if low is not None and high is not None and (low_zone is None) != (high_zone is None):
            raise TimelineError(f"{quote(earliest)} and {quote(latest)}: one has a time zone, one not")
        where = low_zone or high_zone
        if low is not None and high is not None and low > high:
            raise Contradiction(f"earliest {iso_text(low, where)} is after latest {iso_text(high, where)}")
        self.__attrs_init__(low, high, open, where)

    @classmethod
    def of(cls, low: Limit, high: Limit, *, open: bool = False, zone: Zone = None) -> Self:  # noqa: A002
        """Return bounds from microseconds since 1970, unchecked.

        >>> Bounds.of(0, None)
        Bounds('1970-01-01T00:00:00', None)
        """
        self = cls.__new__(cls)
        self.__attrs_init__(low, high, open, zone)
        return self

    @property
    def earliest(self) -> datetime | None:
        """The lower bound; raises OutOfRange where datetime can't hold it."""
        return None if self.earliest_us is None else to_datetime(self.earliest_us, self.zone)

    @property
    def latest(self) -> datetime | None:
        """The upper bound; raises OutOfRange where datetime can't hold it."""
        return None if self.latest_us is None else to_datetime(self.latest_us, self.zone)

    @property
    def exact(self) -> bool:
        """Whether the two bounds are one moment.

        >>> Bounds("2023-05-23", "2023-05-23").exact
        True
        """
        return self.earliest_us is not None and self.earliest_us == self.latest_us

    def isoformat(self) -> str:
        """Write the bounds in ISO 8601 for any year: one moment, or both with ".." between.

        >>> Bounds("-0043-03-15", "-0043-03-15").isoformat()
        '-0043-03-15T00:00:00'
        """
        low, high = (
            "" if limit is None else iso_text(limit, self.zone)
            for limit in (self.earliest_us, self.latest_us)
        )
        if self.exact:
            return low
        return f"{low}..{high}" if low or high or self.open else ""

    def __repr__(self) -> str:
        arguments = [
            repr(None if limit is None else iso_text(limit, self.zone))
            for limit in (self.earliest_us, self.latest_us)
        ]
        if arguments == ["None", "None"]:
            arguments = []
        if self.open:
            arguments.append("open=True")
        if self.zone is not None:
            arguments.append(f"tz={zone_name(self.zone)!r}")
        return f"Bounds({', '.join(arguments)})"


def _moment(value: Moment | None, where: Zone, side: int) -> tuple[Limit, Zone]:
    """Read a moment as microseconds; on a doubled local time *side* picks the outer instant."""
    if value is None:
        return None, where
    if isinstance(value, str):
        local, _, _, own = read_iso(value)
    elif isinstance(value, datetime):
        local, own = from_datetime(value), None
        if value.tzinfo is not None and value.utcoffset() is not None:
            return local, where or zone(value.tzinfo)
    elif isinstance(value, date):
        local, own = from_datetime(datetime(value.year, value.month, value.day)), None  # noqa: DTZ001
    else:
        raise TimelineError(f"{quote(value)} is no moment: give a datetime, a date or ISO 8601 text")
    return candidates(local, own or where)[side], where or own


@frozen(repr=False, init=False)
class Length:
    """The shortest and the longest that something may last; None where no bound is known.

    >>> Length(timedelta(hours=2)).longest is None
    True

    `shortest_us` and `longest_us` are the same in microseconds, without timedelta's limits.
    """

    shortest_us: Limit
    longest_us: Limit

    def __init__(self, shortest: timedelta | None = None, longest: timedelta | None = None) -> None:
        micro = timedelta(microseconds=1)
        low, high = (None if size is None else size // micro for size in (shortest, longest))
        if low is not None and high is not None and low > high:
            raise Contradiction(f"shortest {shortest} is more than longest {longest}")
        self.__attrs_init__(low, high)

    @classmethod
    def of(cls, low: Limit, high: Limit) -> Self:
        """Return a length from microseconds, unchecked.

        >>> Length.of(1_000_000, 2_000_000).shortest
        datetime.timedelta(seconds=1)
        """
        self = cls.__new__(cls)
        self.__attrs_init__(low, high)
        return self

    @property
    def shortest(self) -> timedelta | None:
        """The lower bound; raises OutOfRange where timedelta can't hold it."""
        return _timedelta(self.shortest_us)

    @property
    def longest(self) -> timedelta | None:
        """The upper bound; raises OutOfRange where timedelta can't hold it."""
        return _timedelta(self.longest_us)

    def __repr__(self) -> str:
        sizes = [self.shortest_us, self.longest_us]
        return f"Length({', '.join(_size_repr(size) for size in sizes)})" if any(sizes) else "Length()"


def _timedelta(size: Limit) -> timedelta | None:
    try:
        return None if size is None else timedelta(microseconds=size)
    except OverflowError as error:
        raise OutOfRange(f"timedelta can't hold {size} microseconds") from error


def _size_repr(size: Limit) -> str:
    if size is None:
        return "None"
    days, rest = divmod(size, 86_400_000_000)
    seconds, micros = divmod(rest, 1_000_000)
    parts = [f"{n}={v}" for n, v in zip(_UNITS, (days, seconds, micros), strict=True) if v]
    return f"timedelta({', '.join(parts)})"


_UNITS = ("days", "seconds", "microseconds")


@frozen(repr=False, init=False)
class Extent:
    """An interval [start, end) known by bounds on its start, its end and its duration.

    >>> night = Extent(
    ...     Bounds("2023-05-22T18:00", "2023-05-22T21:00"), Bounds("2023-05-23T05:00", "2023-05-23T07:00")
    ... )
    >>> night.duration.longest
    datetime.timedelta(seconds=46800)

    Building one tightens it: every bound is the best that follows from the others, and it lasts at
    least a microsecond. *typical* is an extent inside it that is usual ("a few" is usually 3 to 4);
    nothing is ever derived from it. Raises Contradiction, naming the two bounds, where no interval fits.
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
        start, end, length = start or _UNKNOWN, end or _UNKNOWN, duration or _ANY_LENGTH
        where = _common_zone((start, end))
        s0, s1, e0, e1, d0, d1 = _tighten(
            (start.earliest_us, start.latest_us, end.earliest_us, end.latest_us)
            + (length.shortest_us, length.longest_us),
            where,
        )
        self.__attrs_init__(
            Bounds.of(s0, s1, open=start.open, zone=where),
            Bounds.of(e0, e1, open=end.open, zone=where),
            Length.of(d0, d1),
            typical,
        )

    @property
    def zone(self) -> Zone:
        """The zone in which the bounds are shown; None for local time without a zone."""
        return self.start.zone

    @property
    def box(self) -> Box:
        """The six bounds in microseconds: start, end, duration, each lowest and highest."""
        start, end, length = self.start, self.end, self.duration
        return (
            *(start.earliest_us, start.latest_us, end.earliest_us, end.latest_us),
            *(length.shortest_us, length.longest_us),
        )

    def __and__(self, other: Extent) -> Extent:
        """Return the one interval that fits both descriptions; raises Contradiction.

        >>> morning = Extent(Bounds("2023-05-23T06:00", "2023-05-23T12:00"))
        >>> (morning & Extent(Bounds(None, "2023-05-23T09:00"))).start.latest
        datetime.datetime(2023, 5, 23, 9, 0)
        """
        where = _common_zone((self.start, self.end, other.start, other.end))
        limits = [
            (_least if i % 2 else _most)(pair)
            for i, pair in enumerate(zip(self.box, other.box, strict=True))
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
            _either(pair, lowest=i % 2 == 0)
            for i, pair in enumerate(zip(self.box, other.box, strict=True))
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
        room = _extent(
            [period.start.earliest_us, None, None, period.end.latest_us, None, period.duration.longest_us],
            (False, False),
            period.zone,
            None,
        )
        return self & room

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
        """Tell whether this interval ends before *other* starts: True, False or None for "it depends".

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
    (s0, s1, e0, e1, _, d1), (t0, t1, f0, f1, _, g1) = a.box, b.box
    latest_start = None if s1 is None or t1 is None else max(s1, t1)
    earliest_end = None if e0 is None or f0 is None else min(e0, f0)
    limits = [_most((s0, t0)), latest_start, earliest_end, _least((e1, f1)), None, _least((d1, g1))]
    return _extent(limits, (a.start.open and b.start.open, a.end.open and b.end.open), where, None)


def hull(extents: Iterable[Extent]) -> Extent:
    """Return the tightest extent that admits what any of *extents* admits; there must be one.

    >>> hull([Extent(Bounds("2023-05-22")), Extent(Bounds("2023-05-29"))]).start.isoformat()
    '2023-05-22T00:00:00..'
    """
    first, *rest = extents
    for other in rest:
        first = first if first == other else first | other
    return first


def _extent(
    limits: list[Limit], opens: tuple[bool, bool], where: Zone, typical: Extent | None
) -> Extent:
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


def _holds(a: Limit, b: Limit) -> bool:
    return a is not None and b is not None and a <= b


def _common_zone(bounds: Iterable[Bounds]) -> Zone:
    """Return the zone to show; raises TimelineError where only some moments have one."""
    known = [b for b in bounds if b.earliest_us is not None or b.latest_us is not None]
    zones = [b.zone for b in known]
    if None in zones and any(zones):
        raise TimelineError("one extent has a time zone and the other has none: they can't be compared")
    return zones[0] if zones else next((b.zone for b in bounds if b.zone), None)


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
