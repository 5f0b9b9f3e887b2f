"""Amounts of time: how much they may be, and moving a moment by them."""

from __future__ import annotations

from fractions import Fraction
from math import floor

from attrs import frozen

from timeline.meaning import tree
from timeline.meaning.sketch import Frame
from timeline.meaning.tree import Node
from timeline.meaning.widths import Offset, Place, Width
from timeline.values.calendar import DAY, HOUR, LINEAR, MONTHS, add
from timeline.values.errors import LanguageError, Unresolved, quote
from timeline.values.grain import Grain

Number = int | Fraction
Parts = tuple[tuple[int, Grain], ...]
"""Counts of units, one after the other: two years and three months."""

_LIMIT = 10**9  # units; more is no time that anyone speaks of, and arithmetic on it could be slow
_CYCLE_DAYS = 146_097
_CLOCK_UNITS = (Grain.HOUR, Grain.MINUTE, Grain.SECOND)


@frozen
class Range:
    """The least and the most that an amount may be, what is usual, and what was said if in figures.

    Without *slack* the bounds hold to the day: "less than a week ago" is not eight days ago.
    """

    least: Parts
    most: Parts
    usual: tuple[Parts, Parts] | None = None
    said: Parts | None = None
    slack: bool = True

    @property
    def exact(self) -> bool:
        """Whether the amount is known exactly."""
        return self.least == self.most

    @property
    def grain(self) -> Grain:
        """The finest unit that it is counted in."""
        return min(grain for _, grain in self.least)


def amount_range(node: Node, frame: Frame) -> Range:
    """Return how much an amount may be, vague numbers and hedges included."""
    if isinstance(node, tree.Hedge):
        return _hedged(node.kind, amount_range(node.of, frame), frame)
    if not isinstance(node, tree.Amount):
        raise Unresolved(f"{node!r} is no amount of time")
    if all(isinstance(count, int) and count <= _LIMIT for count, _ in node.parts):
        exact: Parts = node.parts  # type: ignore[assignment]
        return Range(exact, exact, said=exact)
    outer: list[tuple[Parts, Parts]] = []
    core: list[tuple[Parts, Parts]] = []
    for count, grain in node.parts:
        low_high, usual = _counts(count, grain, frame)
        outer.append((_settled(low_high[0], grain), _settled(low_high[1], grain)))
        core.append((_settled(usual[0], grain), _settled(usual[1], grain)))
    least, most = _joined(outer, 0), _joined(outer, 1)
    if least == most:
        return Range(least, most, said=least)
    return Range(least, most, (_joined(core, 0), _joined(core, 1)))


def _joined(pairs: list[tuple[Parts, Parts]], side: int) -> Parts:
    return tuple(part for pair in pairs for part in pair[side])


def _counts(
    count: tree.Count, grain: Grain, frame: Frame
) -> tuple[tuple[Number, Number], tuple[Number, Number]]:
    if isinstance(count, tuple):
        return count, count
    if isinstance(count, str):
        width = frame.width(f"{count} {grain}", count)
        return _numbers(width.outer, width), _numbers(width.core, width)
    if not -_LIMIT <= count <= _LIMIT:
        raise Unresolved(f"{count} {grain}s are beyond any calendar")
    return (count, count), (count, count)


def _numbers(pair: tuple[Place, Place], width: Width) -> tuple[Number, Number]:
    low, high = pair
    if isinstance(low, Offset) or isinstance(high, Offset):
        raise LanguageError(f"the width {quote(width.name)} needs numbers")
    return low, high


def _settled(count: Number, grain: Grain) -> Parts:
    """Turn a part of a unit into the unit that people count inside it: half a year is six months."""
    if isinstance(count, int):
        return ((count, grain),)
    whole = floor(count)
    rest = count - whole
    if not rest:
        return ((whole, grain),)
    if grain is Grain.MONTH:
        inner, size = Grain.DAY, 30
    elif grain in MONTHS:
        years = grain > Grain.YEAR and rest * MONTHS[grain] % 12 == 0
        inner = Grain.YEAR if years else Grain.MONTH
        size = MONTHS[grain] // MONTHS[inner]
    else:
        micros = rest * LINEAR[grain]
        inner = next((g for g in _CLOCK_UNITS if micros % LINEAR[g] == 0), Grain.MICROSECOND)
        size = LINEAR[grain] // LINEAR[inner]
    finer = ((round(rest * size), inner),)
    return ((whole, grain), *finer) if whole else finer


def _hedged(kind: str, said: Range, frame: Frame) -> Range:
    name = "about" if kind.startswith("shortly") else kind
    width = frame.width(f"{name} amount", "about amount")
    outer, core = _numbers(width.outer, width), _numbers(width.core, width)
    return Range(
        _scaled(said.least, outer[0], at_least_one=True),
        _scaled(said.most, outer[1], at_least_one=True),
        (_scaled(said.least, core[0]), _scaled(said.most, core[1])),
        said.said,
        slack=name == "about",
    )


def _scaled(parts: Parts, share: Number, *, at_least_one: bool = False) -> Parts:
    """Add a share of itself to an amount, in its first unit; outer shares are one unit at the least."""
    (count, grain), *rest = parts
    by = Fraction(count * share)
    if at_least_one and by and abs(by) < 1:
        by = Fraction(1 if by > 0 else -1)
    changed = max(Fraction(count) + by, Fraction(0))
    return (*_settled(changed, grain), *rest)


def moved(local: int, parts: Parts, sign: int) -> int:
    """Move a local time by an amount on the wall clock: months keep the day, days the time of day."""
    for count, grain in parts:
        local = add(local, grain, sign * count)
    return local


def micros(parts: Parts) -> int | None:
    """Return the amount in microseconds if clocks alone measure it: hours and less; else None."""
    if any(grain > Grain.HOUR for _, grain in parts):
        return None
    return sum(count * LINEAR[grain] for count, grain in parts)


def length(parts: Parts, *, clock_changes: bool) -> tuple[int, int]:
    """Return the shortest and the longest that an amount lasts: months have 28 to 31 days.

    Where clocks may change, a day is an hour uncertain once.
    """
    low = high = 0
    for count, grain in parts:
        if grain in MONTHS:
            days = _month_days(count * MONTHS[grain])
            low, high = low + days[0] * DAY, high + days[1] * DAY
        else:
            low, high = low + count * LINEAR[grain], high + count * LINEAR[grain]
    slack = HOUR if clock_changes and any(grain > Grain.HOUR for _, grain in parts) else 0
    return max(low - slack, 1), high + slack


def _month_days(months: int) -> tuple[int, int]:
    """Return the fewest and the most days that so many months in a row can have."""
    years, rest = divmod(months, 12)
    cycles, years = divmod(years, 400)
    days = cycles * _CYCLE_DAYS + years * 365
    # No months in a row are longer than those from July or December; the fewest are the rest of a year.
    fewest, most = (365 - (153 * (12 - rest) + 4) // 5, (153 * rest + 4) // 5) if rest else (0, 0)
    leap_days = max(years // 4 - years // 100 - 1, 0), (years + 3) // 4
    return days + leap_days[0] + fewest, days + leap_days[1] + most
