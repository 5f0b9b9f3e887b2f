"""The thirteen relations of two intervals (Allen, CACM 1983) that are known by bounds only."""

from __future__ import annotations

from enum import Enum
from itertools import product

Box = tuple[int | None, int | None, int | None, int | None, int | None, int | None]
"""Bounds of one interval: start, end, duration, each lowest and highest; None is unknown."""


class Allen(Enum):
    """How one interval lies to another.

    >>> Allen.BEFORE.inverse
    Allen.AFTER
    """

    BEFORE = "before"
    MEETS = "meets"
    OVERLAPS = "overlaps"
    STARTS = "starts"
    DURING = "during"
    FINISHES = "finishes"
    EQUALS = "equals"
    FINISHED_BY = "finished-by"
    CONTAINS = "contains"
    STARTED_BY = "started-by"
    OVERLAPPED_BY = "overlapped-by"
    MET_BY = "met-by"
    AFTER = "after"

    def __repr__(self) -> str:
        return f"Allen.{self.name}"

    @property
    def inverse(self) -> Allen:
        """The relation seen from the other interval."""
        return _INVERSE[self]


_ORDER = tuple(Allen)
_INVERSE = {
    **dict(zip(_ORDER, reversed(_ORDER), strict=True)),
    Allen.STARTS: Allen.STARTED_BY,
    Allen.STARTED_BY: Allen.STARTS,
    Allen.DURING: Allen.CONTAINS,
    Allen.CONTAINS: Allen.DURING,
    Allen.FINISHES: Allen.FINISHED_BY,
    Allen.FINISHED_BY: Allen.FINISHES,
}
# The signs of a.start - b.start, a.start - b.end, a.end - b.start, a.end - b.end.
_SIGNS = {
    Allen.BEFORE: (-1, -1, -1, -1),
    Allen.MEETS: (-1, -1, 0, -1),
    Allen.OVERLAPS: (-1, -1, 1, -1),
    Allen.STARTS: (0, -1, 1, -1),
    Allen.DURING: (1, -1, 1, -1),
    Allen.FINISHES: (1, -1, 1, 0),
    Allen.EQUALS: (0, -1, 1, 0),
    Allen.FINISHED_BY: (-1, -1, 1, 0),
    Allen.CONTAINS: (-1, -1, 1, 1),
    Allen.STARTED_BY: (0, -1, 1, 1),
    Allen.OVERLAPPED_BY: (1, -1, 1, 1),
    Allen.MET_BY: (1, 0, 1, 1),
    Allen.AFTER: (1, 1, 1, 1),
}
_ORIGIN, _A_START, _A_END, _B_START, _B_END = range(5)
_PAIRS = ((_A_START, _B_START), (_A_START, _B_END), (_A_END, _B_START), (_A_END, _B_END))
_TRIPLES = tuple(product(range(5), repeat=3))
_FAR = 1 << 256  # more than any two moments are apart: stands for "no bound"
Distances = list[list[int]]


def possible(a: Box, b: Box) -> frozenset[Allen]:
    """Return every relation that two intervals within these bounds may have.

    >>> monday, tuesday = (0, 0, 24, 24, 24, 24), (24, 24, 48, 48, 24, 24)
    >>> possible(monday, tuesday)
    frozenset({Allen.MEETS})
    """
    network = _network(a, b)
    near = [relation for relation in _ORDER if _may(a, b, _SIGNS[relation])]
    # Some relation holds between any two intervals: one that is left alone needs no proof.
    return frozenset(relation for relation in near if len(near) == 1 or _fits(network, _SIGNS[relation]))


def _may(a: Box, b: Box, signs: tuple[int, int, int, int]) -> bool:
    """Tell whether each sign alone is possible: a quick look that settles most cases."""
    for (i, j), sign in zip(((0, 0), (0, 2), (2, 0), (2, 2)), signs, strict=True):
        low, high, other_low, other_high = a[i], a[i + 1], b[j], b[j + 1]
        if sign <= 0 and low is not None and other_high is not None and low - other_high > sign:
            return False
        if sign >= 0 and high is not None and other_low is not None and high - other_low < sign:
            return False
    return True


def _network(a: Box, b: Box) -> Distances:
    """Return upper bounds on each difference (row minus column) of the four ends and the origin."""
    table = [[0 if i == j else _FAR for j in range(5)] for i in range(5)]
    for (s0, s1, e0, e1, d0, d1), start, end in ((a, _A_START, _A_END), (b, _B_START, _B_END)):
        rows = ((s0, s1, start, _ORIGIN), (e0, e1, end, _ORIGIN), (d0, d1, end, start))
        for low, high, one, other in rows:
            table[one][other] = _FAR if high is None else high
            table[other][one] = _FAR if low is None else -low
    return table


def _fits(network: Distances, signs: tuple[int, int, int, int]) -> bool:
    """Tell whether the network has a solution in which the ends differ by these signs."""
    table = [row.copy() for row in network]
    for (one, other), sign in zip(_PAIRS, signs, strict=True):
        if sign <= 0:
            table[one][other] = min(table[one][other], sign)
        if sign >= 0:
            table[other][one] = min(table[other][one], -sign)
    for via, row, column in _TRIPLES:
        length = table[row][via] + table[via][column]
        table[row][column] = min(table[row][column], length)
    return all(table[i][i] >= 0 for i in range(5))
