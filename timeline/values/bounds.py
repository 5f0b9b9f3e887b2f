"""Bounds on a moment and on a length: what an uncertain interval is made of."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, Self

from attrs import frozen

from timeline.values.errors import Contradiction, OutOfRange, TimelineError, quote
from timeline.values.moments import Moment, iso_text, read_moment, to_datetime
from timeline.values.zones import Zone, candidates, zone, zone_name

Limit = int | None


@frozen(repr=False, init=False)
class Bounds:
    """The earliest and the latest moment that something may be at; None where no bound is known.

    >>> bounds = Bounds("2023-05-22T18:00", "2023-05-22T21:00")
    >>> bounds.earliest
    datetime.datetime(2023, 5, 22, 18, 0)
    >>> Bounds(open=True).isoformat(), Bounds().isoformat()
    ('..', '')

    Both bounds are closed. *open* says that the text leaves this side going on; without it a
    missing bound is unknown. Moments are datetime, date or ISO 8601 text; aware ones are shown in
    *tz* or in the zone that they come with. `earliest_us` and `latest_us` count microseconds from
    1970 (UTC with a zone, local time without) and hold any year. Raises Contradiction where latest
    is before earliest.
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
            one = f"{quote(earliest)} and {quote(latest)}"
            raise TimelineError(f"{one}: one has a time zone, the other not")
        where = high_zone if low_zone is None else low_zone
        if low is not None and high is not None and low > high:
            first, last = iso_text(low, where), iso_text(high, where)
            raise Contradiction(f"earliest {first} is after latest {last}")
        self.__attrs_init__(low, high, open, where)

    if TYPE_CHECKING:  # attrs writes it

        def __attrs_init__(
            self,
            earliest_us: Limit,
            latest_us: Limit,
            open: bool,  # noqa: A002, FBT001
            zone: Zone,
        ) -> None: ...

    @classmethod
    def of(
        cls,
        low: Limit,
        high: Limit,
        *,
        open: bool = False,  # noqa: A002
        zone: Zone = None,
    ) -> Self:
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
    moment, _, _, own = read_moment(value)
    shown = own if where is None else where
    return (candidates(moment, shown)[side] if own is None else moment), shown


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
        low, high = _size(shortest), _size(longest)
        if low is not None and high is not None and low > high:
            raise Contradiction(f"shortest {shortest} is more than longest {longest}")
        self.__attrs_init__(low, high)

    if TYPE_CHECKING:  # attrs writes it

        def __attrs_init__(self, shortest_us: Limit, longest_us: Limit) -> None: ...

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
        if self.shortest_us is None and self.longest_us is None:
            return "Length()"
        try:
            sizes = [repr(size) for size in (self.shortest, self.longest)]
        except OutOfRange:
            return f"Length.of({self.shortest_us}, {self.longest_us})"
        return f"Length({', '.join(size.removeprefix('datetime.') for size in sizes)})"


def _size(value: timedelta | None) -> Limit:
    if value is None:
        return None
    if not isinstance(value, timedelta):
        raise TimelineError(f"{quote(value)} is no timedelta")
    return value // timedelta(microseconds=1)


def _timedelta(size: Limit) -> timedelta | None:
    try:
        return None if size is None else timedelta(microseconds=size)
    except OverflowError as error:
        raise OutOfRange(f"timedelta can't hold {size} microseconds") from error
