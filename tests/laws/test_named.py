"""Law 3: a weekday, day, month or year that was said holds, whatever the direction and the anchor."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve, frozen
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.laws.planting import a_day_off, breaks, plant
from timeline.language.pack import load
from timeline.meaning import recurring, tree
from timeline.meaning.denote import Situation, read
from timeline.meaning.policy import Policy
from timeline.meaning.sketch import Frame, Sketch
from timeline.meaning.tree import Node
from timeline.testing import anchors, concrete, policies
from timeline.values.anchor import Anchor
from timeline.values.calendar import DAY
from timeline.values.errors import TimelineError
from timeline.values.extent import Extent
from timeline.values.grain import Grain
from timeline.values.zones import EPOCH, to_local

DIRECTIONS = st.sampled_from((None, -1, 1))
YEARS = st.integers(2, 9998)


@frozen
class Named:
    """A tree and the fields that it names: None where one is not said."""

    tree: Node
    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None

    def holds(self, found: date) -> bool:
        fields = found.isoweekday(), found.day, found.month, found.year
        said = self.weekday, self.day, self.month, self.year
        return all(one is None or one == other for one, other in zip(said, fields, strict=True))


@st.composite
def named(draw: st.DrawFn) -> Named:
    """A series or a time with some fields, one inside the other, from a weekday to a day of a year."""
    day, month, weekday = draw(st.integers(1, 28)), draw(st.integers(1, 12)), draw(st.integers(1, 7))
    year = draw(YEARS)
    of_month = tree.Month(month)
    of_year = tree.In(of_month, tree.Fixed(Grain.YEAR, year))
    nth = draw(st.sampled_from((1, 2, 3, 4, -1)))
    return draw(
        st.sampled_from(
            (
                Named(tree.Weekday(weekday), weekday),
                Named(tree.Day(day), day=day),
                Named(of_month, month=month),
                Named(tree.Fixed(Grain.YEAR, year), year=year),
                Named(of_year, month=month, year=year),
                Named(tree.In(tree.Day(day), of_month), day=day, month=month),
                Named(tree.In(tree.Day(day), of_year), None, day, month, year),
                Named(tree.In(tree.Weekday(weekday), of_month, nth), weekday, month=month),
                Named(tree.In(tree.Weekday(weekday), of_year, nth), weekday, None, month, year),
            )
        )
    )


@st.composite
def chosen(draw: st.DrawFn) -> Named:
    """One member of a named series, chosen in any way; a time with its year needs no choice."""
    said = draw(named())
    if not tree.is_recurring(said.tree):
        return said
    if draw(st.booleans()):
        return evolve(said, tree=tree.Bare(said.tree))
    kind = draw(st.sampled_from((tree.Last, tree.Next, tree.This, tree.Latest, tree.Coming, tree.From)))
    return evolve(said, tree=kind(said.tree))


def one_zone(anchor: Anchor) -> Anchor:
    return Anchor(anchor.when, tz=anchor.zones[:1] or None)


def corners(extent: Extent) -> list[date]:
    """The first and the last day of both the earliest and the latest interval."""
    moments = [*extent.box[:2], *(end - 1 for end in extent.box[2:4] if end is not None)]
    local = [to_local(moment, extent.zone) for moment in moments if moment is not None]
    return [(EPOCH + timedelta(days=at // DAY)).date() for at in local]


def exists(day: date, extent: Extent) -> bool:
    """Whether clocks show a day at all: Samoa had no 30 December 2011."""
    begin = EPOCH + timedelta(days=(day - EPOCH.date()).days)
    return bool(concrete((begin, begin + timedelta(days=1)), extent.zone))


def holding(said: Named, anchor: Anchor, policy: Policy, direction: int | None) -> None:
    situation = Situation(one_zone(anchor), policy, load("en").widths, direction)
    try:
        readings = read(said.tree, situation)
        days = [(reading, day) for reading in readings for day in corners(reading.extent)]
    except (TimelineError, OverflowError):
        assume(condition=False)
    for reading, day in days:
        assert said.holds(day) or swallowed(reading.extent), (day, reading)


def swallowed(extent: Extent) -> bool:
    return any(not exists(day + timedelta(days=by), extent) for day in corners(extent) for by in (-1, 0, 1))


def given_by() -> tuple[st.SearchStrategy[Any], ...]:
    return chosen(), anchors(), policies(), DIRECTIONS


def test_what_was_said_holds() -> None:
    given(*given_by())(holding)()


PARTS = ("morning", "afternoon", "evening", "night")


def holding_before_shape(
    said: Named, part: str, anchor: Anchor, policy: Policy, direction: int | None
) -> None:
    """The day that a part of the day, an edge or a hedge is taken of holds what was said."""
    if said.day is None and said.weekday is None:
        return
    inner = said.tree.what if isinstance(said.tree, tree.Bare | tree.Pick) else said.tree
    whole = tree.In(tree.PartOfDay(part), inner)
    node = evolve(said.tree, what=whole) if isinstance(said.tree, tree.Bare | tree.Pick) else whole
    try:
        moment = Anchor(one_zone(anchor).earliest, tz=anchor.zones[:1] or None)
        readings = read(node, Situation(moment, policy, load("en").widths, direction))
        days = [(reading, date.fromisoformat(reading.value[:10])) for reading in readings]
    except (TimelineError, ValueError):  # there is none, or it lies beyond the year 9999
        assume(condition=False)
    for reading, day in days:
        assert said.holds(day), reading


def given_a_part() -> tuple[st.SearchStrategy[Any], ...]:
    said, *rest = given_by()
    return said, st.sampled_from(PARTS), *rest


def test_the_day_of_a_part_of_it_holds_what_was_said() -> None:
    given(*given_a_part())(holding_before_shape)()


# --- planted defects


Function = Callable[..., Any]


def toward_now(function: Function) -> Function:
    """A direction that overrides what was said: a member that lies ahead is moved back a day."""

    def changed(node: Node, number: int, frame: Frame) -> Sketch | None:
        found: Sketch | None = function(node, number, frame)
        if found is None or found.bounds[0] is None or found.bounds[0] <= frame.here:
            return found
        return evolve(found, bounds=a_day_off(found.bounds, -1))

    return changed


@pytest.mark.parametrize("kind", [tree.Weekday, tree.Day, tree.Month], ids=lambda kind: kind.__name__)
def test_a_direction_that_overrides_a_field_is_found(
    kind: type[Node], monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch, recurring._MEMBERS, kind, toward_now)
    breaks(holding, *given_by())


def test_a_weekday_counted_by_the_start_of_the_week_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def by_place(node: tree.Weekday, week: int, frame: Frame) -> Sketch:
        first = frame.policy.week_start
        return recurring.whole_day(week * 7 + first - 4 + node.number - 1)

    plant(monkeypatch, recurring._MEMBERS, tree.Weekday, lambda _: by_place)
    breaks(holding, *given_by())
    breaks(holding_before_shape, *given_a_part())
