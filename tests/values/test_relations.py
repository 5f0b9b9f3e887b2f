"""Allen's relations: possible ones against all pairs of small intervals, one by one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.testing import extents
from timeline.values.extent import Bounds, Extent
from timeline.values.relations import Allen, possible

SMALL = extents(st.integers(0, 3), lengths=st.integers(0, 2))
EVERY = [(start, end) for start in range(-7, 12) for end in range(start + 1, 13)]
NAMED = {
    Allen.BEFORE: ((0, 2), (3, 5)),
    Allen.MEETS: ((0, 3), (3, 5)),
    Allen.OVERLAPS: ((0, 4), (3, 5)),
    Allen.STARTS: ((3, 4), (3, 5)),
    Allen.DURING: ((2, 3), (1, 5)),
    Allen.FINISHES: ((4, 5), (3, 5)),
    Allen.EQUALS: ((3, 5), (3, 5)),
}
INVERSES = {relation.inverse: (b, a) for relation, (a, b) in NAMED.items()}


def relation(a: tuple[int, int], b: tuple[int, int]) -> Allen:
    """The relation of two known intervals, as Allen's paper draws it."""
    if a == b:
        return Allen.EQUALS
    if a[1] <= b[0]:
        return Allen.MEETS if a[1] == b[0] else Allen.BEFORE
    if b[1] <= a[0]:
        return relation(b, a).inverse
    if a[0] == b[0]:
        return Allen.STARTS if a[1] < b[1] else Allen.STARTED_BY
    if a[1] == b[1]:
        return Allen.FINISHES if a[0] > b[0] else Allen.FINISHED_BY
    if a[0] < b[0]:
        return Allen.OVERLAPS if a[1] < b[1] else Allen.CONTAINS
    return relation(b, a).inverse


def admitted(extent: Extent) -> list[tuple[int, int]]:
    def fits(low: int | None, value: int, high: int | None) -> bool:
        return (low is None or low <= value) and (high is None or value <= high)

    s0, s1, e0, e1, d0, d1 = extent.box
    return [(s, e) for s, e in EVERY if fits(s0, s, s1) and fits(e0, e, e1) and fits(d0, e - s, d1)]


def exactly(start: int, end: int) -> Extent:
    return Extent(Bounds.of(start, start), Bounds.of(end, end))


@given(SMALL, SMALL)
def test_possible_is_what_some_pair_of_intervals_shows(a: Extent, b: Extent) -> None:
    others = admitted(b)
    seen = {relation(one, other) for one in admitted(a) for other in others}
    assert a.relations(b) == seen


@pytest.mark.parametrize("named", Allen)
def test_each_relation_of_known_intervals_is_certain(named: Allen) -> None:
    a, b = (NAMED | INVERSES)[named]
    assert exactly(*a).relations(exactly(*b)) == {named}


@given(extents(), extents())
def test_from_the_other_side_all_are_inverse(a: Extent, b: Extent) -> None:
    assert b.relations(a) == {found.inverse for found in a.relations(b)}


@given(extents(), extents())
def test_some_relation_always_holds(a: Extent, b: Extent) -> None:
    assert a.relations(b)
    assert (a.before(b) is True) == (a.relations(b) <= {Allen.BEFORE, Allen.MEETS})
    assert (a.before(b) is False) == (not a.relations(b) & {Allen.BEFORE, Allen.MEETS})


def test_of_unknown_intervals_all_are_possible() -> None:
    assert Extent().relations(Extent()) == set(Allen)


def test_lengths_alone_exclude_relations() -> None:
    unknown = (None, None, None, None)
    short, long = (*unknown, 1, 5), (*unknown, 6, None)
    assert Allen.EQUALS not in possible(short, long)
    assert Allen.CONTAINS not in possible(short, long)
    assert Allen.DURING in possible(short, long)


def test_inverse_twice_is_the_relation() -> None:
    assert [found.inverse.inverse for found in Allen] == list(Allen)
    assert [found for found in Allen if found.inverse is found] == [Allen.EQUALS]
