"""Granularity: how fine a time was said."""

from __future__ import annotations

from enum import Enum
from functools import total_ordering


@total_ordering
class Grain(Enum):
    """The calendar units, ordered from fine to coarse.

    >>> Grain.DAY < Grain.MONTH
    True
    >>> Grain("week")
    Grain.WEEK
    """

    MICROSECOND = "microsecond"
    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Grain):
            return NotImplemented
        return _RANK[self] < _RANK[other]

    # Members are singletons; the hash that Enum computes from their names costs ten times as much.
    __hash__ = object.__hash__

    def __repr__(self) -> str:
        return f"Grain.{self.name}"

    def __str__(self) -> str:
        return self.value

    @property
    def finer(self) -> Grain:
        """The unit in which people count inside this one: hours in a day, days in a week or month.

        >>> Grain.MONTH.finer, Grain.YEAR.finer, Grain.HOUR.finer
        (Grain.DAY, Grain.MONTH, Grain.MINUTE)
        """
        return _FINER[self]


_RANK = {grain: rank for rank, grain in enumerate(Grain)}
_FINER = {
    Grain.MICROSECOND: Grain.MICROSECOND,
    Grain.SECOND: Grain.MICROSECOND,
    Grain.MINUTE: Grain.SECOND,
    Grain.HOUR: Grain.MINUTE,
    Grain.DAY: Grain.HOUR,
    Grain.WEEK: Grain.DAY,
    Grain.MONTH: Grain.DAY,
    Grain.QUARTER: Grain.MONTH,
    Grain.HALF: Grain.MONTH,
    Grain.YEAR: Grain.MONTH,
    Grain.DECADE: Grain.YEAR,
    Grain.CENTURY: Grain.DECADE,
    Grain.MILLENNIUM: Grain.CENTURY,
}
