"""Law 6, and the contracts of extents: values survive repr, pickle and copy; what is usual is possible."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.laws.planting import a_day_off, breaks, plant
from timeline.language.pack import load
from timeline.meaning import evaluate, tree
from timeline.meaning.denote import Reading, Situation, read
from timeline.meaning.policy import Policy
from timeline.meaning.sketch import Sketch
from timeline.meaning.timex import Timex, timex
from timeline.meaning.tree import Node
from timeline.meaning.widths import Width, offset
from timeline.testing import Case, ago, anchors, extents, phrases, policies, trees
from timeline.values.anchor import Anchor
from timeline.values.errors import TimelineError
from timeline.values.extent import Bounds, Extent, Length
from timeline.values.feasts import rule
from timeline.values.grain import Grain

DIRECTIONS = st.sampled_from((None, -1, 1))
NAMES: dict[str, Any] = {
    **{name: kind for name, kind in vars(tree).items() if isinstance(kind, type)},
    **{kind.__name__: kind for kind in (Anchor, Bounds, Extent, Length, Policy, Reading, Timex, Width)},
    "Fraction": Fraction,
    "Grain": Grain,
    "datetime": dt,
    "offset": offset,
    "rule": rule,
    "timedelta": dt.timedelta,
}


def survives(value: object) -> None:
    """It is the same, and says the same, after every way out and back."""
    assert eval(repr(value), NAMES) == value  # noqa: S307 - our own repr
    for back in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):
        assert back == value
        assert hash(back) == hash(value)
        assert repr(back) == repr(value)


WIDTHS = st.sampled_from(tuple(load("en").widths.values()))
VALUES = {
    "tree": trees(),
    "anchor": anchors(),
    "policy": policies(),
    "extent": extents(),
    "width": WIDTHS,
}


@pytest.mark.parametrize("name", VALUES)
def test_a_value_survives(name: str) -> None:
    given(VALUES[name])(survives)()


def reading_survives(case: Case, anchor: Anchor, policy: Policy, direction: int | None) -> None:
    situation = Situation(anchor, policy, load("en").widths, direction)
    found = timex(case.phrase, (0, len(case.phrase)), case.tree, situation)
    for reading in found.readings:
        survives(reading)
    # What it was read against is no part of a timex, nor of its repr.
    plain = Timex(found.text, found.start, found.end, found.tree, found.chosen)
    survives(plain)
    assert plain == found
    assert repr(plain) == repr(found)


@given(phrases(), anchors(), policies(), DIRECTIONS)
def test_a_timex_survives(case: Case, anchor: Anchor, policy: Policy, direction: int | None) -> None:
    reading_survives(case, anchor, policy, direction)


# --- contracts


def in_order(node: Node, anchor: Anchor, policy: Policy, direction: int | None) -> None:
    try:
        readings = read(node, Situation(anchor, policy, load("en").widths, direction))
    except TimelineError:
        assume(condition=False)
    for reading in readings:
        s0, s1, e0, e1, d0, d1 = reading.extent.box
        pairs = ((s0, s1), (e0, e1), (d0, d1), (s0, e0), (s1, e1))
        assert all(low is None or high is None or low <= high for low, high in pairs), reading
        usual = reading.extent.typical
        assert usual is None or usual & reading.extent == usual, reading


@pytest.mark.parametrize("nodes", [phrases().map(lambda case: case.tree), trees()], ids=["phrases", "trees"])
def test_bounds_are_in_order_and_what_is_usual_is_possible(nodes: st.SearchStrategy[Node]) -> None:
    given(nodes, anchors(), policies(), DIRECTIONS)(in_order)()


# --- planted defects


def test_a_repr_that_cannot_be_pasted_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Grain, "__repr__", lambda self: self.name.lower())
    breaks(readable, trees())


def readable(value: object) -> None:
    try:
        survives(value)
    except NameError as error:
        raise AssertionError(value) from error


def test_a_repr_that_leaves_out_a_field_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree.In, "__repr__", lambda self: f"In({self.what!r}, {self.where!r})")
    breaks(survives, trees())


def test_a_usual_time_outside_the_possible_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def outside(function: Callable[..., Sketch]) -> Callable[..., Sketch]:
        def changed(*given: object) -> Sketch:
            found = function(*given)
            usual = found.typical
            if usual is None:
                return found
            return evolve(found, typical=evolve(usual, bounds=a_day_off(usual.bounds, 400), exact=None))

        return changed

    plant(monkeypatch, evaluate._OPERATORS, tree.Shift, outside)
    shifts = ago().map(lambda case: case.tree)
    breaks(fitting, shifts, anchors(), policies(), DIRECTIONS)


def fitting(node: Node, anchor: Anchor, policy: Policy, direction: int | None) -> None:
    """`in_order`, where a clash of what is usual with what is possible is a failure too."""
    try:
        in_order(node, anchor, policy, direction)
    except TimelineError as error:
        raise AssertionError(node) from error
