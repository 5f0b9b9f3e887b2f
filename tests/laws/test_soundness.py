"""Law 1: what a phrase certainly may denote lies inside its extent, whatever the anchor turns out to be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.laws.planting import a_day_off, breaks, plant
from timeline import testing
from timeline.language.pack import load
from timeline.language.resolve import parse
from timeline.meaning import evaluate, recurring, tree
from timeline.meaning.denote import Situation, likeliest
from timeline.meaning.policy import Policy
from timeline.meaning.sketch import Sketch
from timeline.testing import Case, Context, admits, anchors, concrete, moments, phrases, policies
from timeline.values.anchor import Anchor

DIRECTIONS = st.sampled_from((None, -1, 1))
# The oracles know the hours of the default widths only.
POLICIES = policies().map(lambda policy: evolve(policy, widths=()))
FAMILIES = {
    family.__name__: family()
    for family in (
        *(testing.weekdays, testing.dates, testing.months, testing.relative_days),
        *(testing.relative_units, testing.ago, testing.rolling, testing.parts_of_day),
        *(testing.clock_times, testing.ranges, testing.nth_in, testing.holidays),
    )
}


def sound(case: Case, anchor: Anchor, data: st.DataObject, policy: Policy, direction: int | None) -> None:
    moment = data.draw(moments(anchor))
    try:
        interval = case.oracle(moment, Context(policy, direction))
        assume(concrete(interval, moment.tzinfo))
    except OverflowError:
        assume(condition=False)
    found = likeliest(case.tree, Situation(anchor, policy, load("en").widths, direction))
    assert admits(found.extent, interval, moment.tzinfo), (moment, interval, found)


def given_by(family: st.SearchStrategy[Case]) -> tuple[st.SearchStrategy[Any], ...]:
    return family, anchors(), st.data(), POLICIES, DIRECTIONS


@pytest.mark.parametrize("name", FAMILIES)
def test_what_may_be_meant_lies_inside(name: str) -> None:
    given(*given_by(FAMILIES[name]))(sound)()


@given(phrases())
def test_the_tree_of_a_case_is_that_of_its_phrase(case: Case) -> None:
    assert parse(case.phrase, load("en")).tree == case.tree


# --- planted defects


Function = Callable[..., Any]


def later(function: Function) -> Function:
    """A day too late."""

    def changed(*given: object) -> object:
        found = function(*given)
        if not isinstance(found, Sketch):
            return found
        exact = found.exact and a_day_off(found.exact, 1)
        return evolve(found, bounds=a_day_off(found.bounds, 1), exact=exact)

    return changed


OPERATORS = {
    tree.Last: "relative_units",
    tree.Next: "weekdays",
    tree.This: "relative_units",
    tree.Latest: "weekdays",
    tree.Coming: "dates",
    tree.From: "ranges",
    tree.Fixed: "ranges",
    tree.In: "nth_in",
    tree.Shift: "ago",
    tree.Span: "rolling",
    tree.Between: "ranges",
}
MEMBERS = {
    tree.Unit: "relative_units",
    tree.Month: "months",
    tree.Weekday: "weekdays",
    tree.Day: "dates",
    tree.PartOfDay: "parts_of_day",
    tree.Clock: "clock_times",
    tree.Feast: "holidays",
}


@pytest.mark.parametrize("kind", OPERATORS, ids=lambda kind: kind.__name__)
def test_an_operator_a_day_off_is_found(kind: type[tree.Node], monkeypatch: pytest.MonkeyPatch) -> None:
    plant(monkeypatch, evaluate._OPERATORS, kind, later)
    breaks(sound, *given_by(FAMILIES[OPERATORS[kind]]))


@pytest.mark.parametrize("kind", MEMBERS, ids=lambda kind: kind.__name__)
def test_a_member_a_day_off_is_found(kind: type[tree.Node], monkeypatch: pytest.MonkeyPatch) -> None:
    plant(monkeypatch, recurring._MEMBERS, kind, later)
    breaks(sound, *given_by(FAMILIES[MEMBERS[kind]]))
