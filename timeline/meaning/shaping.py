"""Shaping: how early, late, about, shortly before … change a time that is already placed."""

from __future__ import annotations

from timeline.meaning import tree
from timeline.meaning.sketch import Four, Frame, Sketch, Stamp, somewhere
from timeline.meaning.tree import Node
from timeline.meaning.widths import Offset, Place, Width
from timeline.values.calendar import add
from timeline.values.errors import LanguageError, Unresolved, quote
from timeline.values.grain import Grain
from timeline.values.zones import to_local


def _offset(place: Place, width: Width) -> Offset:
    if not isinstance(place, Offset):
        raise LanguageError(f"the width {quote(width.name)} needs offsets such as '+21h'")
    return place


def placed(width: Width, first: int, last: int, stamp: Stamp) -> Sketch:
    """Return the sketch of a width laid on the period from *first* to *last*: its core and its fringe."""
    return _laid(width, (first, first, last, last), stamp)


def _laid(width: Width, four: tuple[int, int, int, int], stamp: Stamp) -> Sketch:
    s0, s1, e0, e1 = four
    core = [_offset(place, width).at(s1, e0) for place in width.core]
    outer = [_offset(place, width).at(s0, e1) for place in width.outer]
    begins, ends = min(outer[0], core[0]), max(outer[1], core[1])
    return Sketch((begins, core[0], max(core[1], core[0]), ends), stamp)


def known(sketch: Sketch) -> tuple[int, int, int, int]:
    """Return the bounds of a sketch that has all four; raises Unresolved where one is missing."""
    s0, s1, e0, e1 = sketch.bounds
    if s0 is None or s1 is None or e0 is None or e1 is None:
        raise Unresolved("a time whose bounds are not known can't be shaped: say when it was")
    return s0, s1, e0, e1


def edge_of(node: tree.Edge, whole: Sketch, grain: Grain, frame: Frame) -> Sketch:
    """Return the early, mid, late … part of a time."""
    if node.kind in ("earlier", "later"):
        return _side(whole, frame, earlier=node.kind == "earlier")
    named = part_name(node.of)
    size = whole.stamp.grain if whole.stamp.grain and not whole.stamp.tail else grain
    four, cell = known(whole), whole.stamp.cell
    if named not in (None, "*") and cell is not None:
        # The hours of "mid-afternoon" count from midnight, like those of the afternoon itself.
        four = (cell[0], cell[0], cell[1], cell[1])
    return _laid(frame.width(f"{node.kind} {named or size}", f"{node.kind} *"), four, whole.stamp)


def _side(whole: Sketch, frame: Frame, *, earlier: bool) -> Sketch:
    """Return the part of a time before the anchor, or after it; all of it where the anchor is outside."""
    s0, _, _, e1 = known(whole)
    here = to_local(frame.now, frame.zone)
    if not s0 <= here <= e1:
        return somewhere(s0, e1, whole.stamp)
    if earlier:
        return somewhere(s0, max(here, s0 + 1), whole.stamp)
    return somewhere(min(here, e1 - 1), e1, whole.stamp)


def part_name(node: Node) -> str | None:
    """Return the name of the part of day, season or weekend that a node is at heart, if it is one.

    >>> part_name(tree.In(tree.PartOfDay("night"), tree.Weekday(1)))
    'night'
    """
    if isinstance(node, tree.PartOfDay):
        return node.name
    if isinstance(node, tree.Season | tree.Weekend):
        return "*"
    if isinstance(node, tree.In | tree.Bare | tree.Pick | tree.InZone):
        return part_name(node.what)
    return part_name(node.of) if isinstance(node, tree.Edge | tree.Hedge) else None


def hedge_of(node: tree.Hedge, said: Sketch, grain: Grain, frame: Frame) -> Sketch:
    """Return a time said roughly: what is possible, and inside it what is usual."""
    if node.kind in ("shortly before", "shortly after"):
        return _shortly(said, frame, before=node.kind == "shortly before")
    size = "clock" if said.stamp.tail.startswith("T") else str(said.stamp.grain or grain)
    width = frame.width(f"about {size}", "about *")
    four = known(said)
    usual = Sketch(_widened(four, _offset(width.core[0], width)), said.stamp)
    return said.vaguer(bounds=_widened(four, _offset(width.outer[0], width)), typical=usual)


def _widened(four: tuple[int, int, int, int], by: Offset) -> Four:
    s0, s1, e0, e1 = four
    size = (e1 - s0) * by.percent // 100 + by.micros
    return (
        add(s0, Grain.MONTH, -by.months) - size,
        add(s1, Grain.MONTH, by.months) + size,
        add(e0, Grain.MONTH, -by.months) - size,
        add(e1, Grain.MONTH, by.months) + size,
    )


def _shortly(said: Sketch, frame: Frame, *, before: bool) -> Sketch:
    s0, s1, e0, e1 = known(said)
    clock = said.stamp.tail.startswith("T")
    width = frame.width("shortly clock" if clock else "shortly *")
    core, outer = (_offset(pair[1], width).at(0, 0) for pair in (width.core, width.outer))
    if before:
        usual = somewhere(s0 - core, s1, said.stamp)
        return somewhere(s0 - outer, s1, said.stamp, usual)
    low, high = (s0, e1) if clock else (e0, e1)
    return somewhere(low, high + outer, said.stamp, somewhere(low, high + core, said.stamp))
