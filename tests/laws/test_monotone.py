"""Law 2: the less that is known of the anchor, the wider the bounds; never narrower, never elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tests.laws.planting import breaks, plant
from timeline.language.pack import load
from timeline.meaning import denote, evaluate, tree
from timeline.meaning.denote import Situation
from timeline.meaning.policy import Policy
from timeline.meaning.readings import Context, expand
from timeline.meaning.sketch import Frame, Sketch
from timeline.meaning.tree import Node
from timeline.testing import anchors, phrases, policies, relative_days, trees, weekdays
from timeline.values.anchor import Anchor
from timeline.values.calendar import DAY
from timeline.values.errors import TimelineError
from timeline.values.extent import Extent

DIRECTIONS = st.sampled_from((None, -1, 1))
LENGTHS = (4, 7, 10, 13, 16, 19)  # of "2023", "2023-05" … in ISO 8601
OFFSET = re.compile(r"(?<=\d)(?:Z|[+-]\d\d:\d\d(?::\d\d)?)$")


@st.composite
def nested(draw: st.DrawFn) -> tuple[Anchor, Anchor]:
    """An anchor and one that it lies within: written shorter, or with more zones possible."""
    inner = draw(anchors())
    offset = OFFSET.search(inner.when)
    written, own = (inner.when[: offset.start()], offset[0]) if offset else (inner.when, "")
    cuts = [length for length in LENGTHS if (13 if own else 4) <= length < len(written)]
    when = written[: draw(st.sampled_from(cuts))] if cuts else written
    more = draw(anchors()).zones if inner.zones else ()
    return inner, Anchor(when + own, tz=[*inner.zones, *more] or None)


def bounds_within(inner: Extent, outer: Extent) -> bool:
    return all(
        limit is None or (found is not None and (found >= limit if side % 2 == 0 else found <= limit))
        for side, (found, limit) in enumerate(zip(inner.box, outer.box, strict=True))
    )


def denoted(rule: str, settled: Node, situation: Situation) -> Extent | None:
    try:
        return denote._reading(rule, settled, situation).extent
    except TimelineError:
        return None


def monotone(node: Node, both: tuple[Anchor, Anchor], policy: Policy, direction: int | None) -> None:
    inner, outer = (Situation(anchor, policy, load("en").widths, direction) for anchor in both)
    for rule, settled in expand(node, Context(policy, direction)):
        narrow, wide = denoted(rule, settled, inner), denoted(rule, settled, outer)
        if narrow is None or wide is None:
            continue
        assert bounds_within(narrow, wide), (settled, narrow, wide)
        if wide.typical is not None and narrow.typical is not None:
            assert bounds_within(narrow.typical, wide.typical), (settled, narrow, wide)


def given_by(nodes: st.SearchStrategy[Node]) -> tuple[st.SearchStrategy[Any], ...]:
    return nodes, nested(), policies(), DIRECTIONS


PHRASES = phrases().map(lambda case: case.tree)


@pytest.mark.parametrize("nodes", [PHRASES, trees()], ids=["phrases", "trees"])
def test_bounds_widen_with_the_anchor(nodes: st.SearchStrategy[Node]) -> None:
    given(*given_by(nodes))(monotone)()


# --- planted defects


Function = Callable[..., Any]


def drifting(function: Function) -> Function:
    """Backward on every other day: what is later for an earlier moment is not monotone."""

    def changed(node: Node, frame: Frame) -> Sketch:
        moved = evolve(frame, at=frame.at - 800 * DAY) if frame.here % (2 * DAY) >= DAY else frame
        return function(node, moved)  # type: ignore[no-any-return]

    return changed


OPERATORS = {tree.Last: weekdays(), tree.Latest: weekdays(), tree.Shift: relative_days()}


@pytest.mark.parametrize("kind", OPERATORS, ids=lambda kind: kind.__name__)
def test_an_operator_that_turns_back_is_found(kind: type[Node], monkeypatch: pytest.MonkeyPatch) -> None:
    plant(monkeypatch, evaluate._OPERATORS, kind, drifting)
    breaks(monotone, *given_by(OPERATORS[kind].map(lambda case: case.tree)))


@pytest.mark.parametrize("which", [0, -1])
def test_a_hull_over_one_moment_is_found(which: int, monkeypatch: pytest.MonkeyPatch) -> None:
    frames = Situation.frames
    monkeypatch.setattr(Situation, "frames", lambda *given: (frames(*given)[which],))
    breaks(monotone, *given_by(PHRASES))


def test_forgetting_the_time_of_day_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(denote, "by_day", lambda _: True)
    breaks(monotone, *given_by(PHRASES))
