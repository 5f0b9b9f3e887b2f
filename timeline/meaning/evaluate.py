"""Evaluation: what an unambiguous tree denotes at one moment. One small pure function per operator."""

from __future__ import annotations

from collections.abc import Callable

from attrs import evolve

from timeline.meaning import tree
from timeline.meaning.amounts import Parts, Range, amount_range, length, micros, moved
from timeline.meaning.picking import (
    coming_member,
    found_or_raise,
    from_member,
    last_member,
    latest_member,
    nearest_member,
    next_member,
    this_member,
)
from timeline.meaning.placing import calendar_span, counted, exact_shift, exact_span, lasting, whole_days
from timeline.meaning.recurring import inside, member, member_grain
from timeline.meaning.shaping import edge_of, hedge_of, known
from timeline.meaning.sketch import UNBOUNDED, Frame, Sketch, Stamp, clock_stamp, crisp, somewhere
from timeline.meaning.timex3 import duration_text, set_text, stamp_text
from timeline.meaning.tree import Node
from timeline.meaning.widths import Offset
from timeline.values.calendar import DAY, index, start
from timeline.values.errors import Contradiction, Unresolved
from timeline.values.grain import Grain
from timeline.values.zones import to_local

Operator = Callable[..., Sketch]


def sketch(node: Node, frame: Frame) -> Sketch:
    """Return what a tree denotes at one moment, in local time.

    Raises Unresolved where it denotes nothing (February 30), Contradiction where its parts clash.
    """
    operator = _OPERATORS.get(type(node))
    if operator is None:
        raise Unresolved(f"{type(node).__name__} has more than one reading: expand it first")
    found = operator(node, frame)
    if frame.trace is not None:
        frame.trace.append((node, found))
    return found


def by_day(node: Node) -> bool:
    """Tell whether a tree denotes the same at any two moments of one day.

    >>> by_day(tree.Last(tree.Weekday(2))), by_day(tree.Last(tree.Unit(Grain.HOUR)))
    (True, False)
    """
    if isinstance(node, tree.Fixed | tree.Numbered):
        return True
    if isinstance(node, tree.Last | tree.Next | tree.This | tree.Latest):
        calendar = member_grain(node.what) >= Grain.DAY
        return calendar and (isinstance(node.of, tree.Now) or by_day(node.of))
    if isinstance(node, tree.In):
        return by_day(node.where)
    if isinstance(node, tree.Edge) and node.kind in ("earlier", "later"):
        return False
    if isinstance(node, tree.Edge | tree.Hedge | tree.Before | tree.After | tree.Until | tree.By):
        return by_day(node.of)
    if isinstance(node, tree.Between):
        return by_day(node.first) and by_day(node.last)
    if isinstance(node, tree.NightBetween):
        return by_day(node.first) and by_day(node.second)
    # The middle of a day may be nearer to another member than its evening is.
    return isinstance(node, tree.From | tree.Nearest) and by_day(node.of)


# ---------------------------------------------------------------- where things are counted from


def _now(_: tree.Now, frame: Frame) -> Sketch:
    begins, ends = frame.at, max(frame.now, frame.at + 1)
    four = tuple(to_local(t, frame.zone) for t in (begins, begins, ends, ends))
    stamp = Stamp(None, four[0], "PRESENT_REF")
    return Sketch((four[0], four[1], four[2], four[3]), stamp, exact=(begins, begins, ends, ends))


def _reference(_: tree.Reference, frame: Frame) -> Sketch:
    if frame.reference is None:
        return _now(tree.Now(), frame)
    instants = frame.reference.box[:4]
    s0, s1, e0, e1 = (None if t is None else to_local(t, frame.zone) for t in instants)
    return Sketch((s0, s1, e0, e1), Stamp(Grain.DAY, s0 or 0), exact=instants)


def _base(node: Node, frame: Frame) -> tuple[int, int]:
    """Return the first and the last local moment of the time that something is counted from."""
    if _is_now(node, frame):
        return frame.here, frame.here
    return _ends(sketch(node, frame))


def _is_now(node: Node, frame: Frame) -> bool:
    return isinstance(node, tree.Now) or (isinstance(node, tree.Reference) and frame.reference is None)


def _ends(found: Sketch) -> tuple[int, int]:
    s0, _, _, e1 = known(found)
    return s0, max(s0, e1 - 1)


# ---------------------------------------------------------------- one of a series


def _fixed(node: tree.Fixed, _: Frame) -> Sketch:
    first = start(node.grain, node.number)
    return crisp(first, start(node.grain, node.number + 1), Stamp(node.grain, first))


def _short(node: tree.Short, frame: Frame) -> Sketch:
    first, _ = _base(node.of, frame)
    size = 100 if node.grain is Grain.YEAR else 10
    latest = index(node.grain, first) + size // 5 - 1
    number = latest - (latest - node.digits) % size
    return _fixed(tree.Fixed(node.grain, number), frame)


def _picked(choose: Callable[..., Sketch]) -> Operator:
    """Return the operator that picks a member of a series by its place to another time."""

    def operator(node: tree.Pick, frame: Frame) -> Sketch:
        return choose(node, _base(node.of, frame), frame)

    return operator


def _numbered(node: tree.Numbered, frame: Frame) -> Sketch:
    number = node.number
    if isinstance(number, Node):
        number = index(Grain.YEAR, _base(number, frame)[0])
    return found_or_raise(member(node.what, number, frame))


# ---------------------------------------------------------------- composed


def _in(node: tree.In, frame: Frame) -> Sketch:
    lo, hi = sketch(node.where, frame).window
    found = inside(node.what, lo, hi, node.nth, frame)
    if found is None:
        raise Unresolved("there is no such time: its parts do not meet")
    return found


def _edge(node: tree.Edge, frame: Frame) -> Sketch:
    return edge_of(node, sketch(node.of, frame), _grain_of(node.of), frame)


def _hedge(node: tree.Hedge, frame: Frame) -> Sketch:
    inner = _unhedged(node)
    if isinstance(inner, tree.Amount):
        return _duration(node, inner, frame)
    return hedge_of(node, sketch(node.of, frame), _grain_of(node.of), frame)


def _unhedged(node: Node) -> Node:
    while isinstance(node, tree.Hedge):
        node = node.of
    return node


def _grain_of(node: Node) -> Grain:
    if isinstance(node, tree.Fixed):
        return node.grain
    what = getattr(node, "what", None)
    return member_grain(what) if isinstance(what, Node) else Grain.DAY


def _amount(node: tree.Amount, frame: Frame) -> Sketch:
    return _duration(node, node, frame)


def _duration(node: Node, inner: tree.Amount, frame: Frame) -> Sketch:
    found = amount_range(node, frame)
    stamp = Stamp(None, 0, duration_text(inner))
    kind = node.kind if isinstance(node, tree.Hedge) else ""
    usual = found.usual and Sketch(UNBOUNDED, stamp, length=_lengths(*found.usual, kind, frame))
    return Sketch(UNBOUNDED, stamp, usual or None, _lengths(found.least, found.most, kind, frame))


def _lengths(least: Parts, most: Parts, kind: str, frame: Frame) -> tuple[int, int]:
    zoned = frame.zone is not None
    shortest, longest = length(least, clock_changes=zoned)[0], length(most, clock_changes=zoned)[1]
    # "More than a week" is not a week, "less than a week" neither: strict by a microsecond.
    return shortest + (kind == "more than"), longest - (kind in ("less than", "nearly"))


def _shift(node: tree.Shift, frame: Frame) -> Sketch:
    base = sketch(node.of, frame)
    by = amount_range(node.amount, frame)
    if base.bounds == UNBOUNDED:
        return base
    if micros(by.least) is not None and micros(by.most) is not None:
        return exact_shift(node, by, base, frame)
    # The base is evaluated once: shifts may be nested deep.
    first, last = (frame.here, frame.here) if _is_now(node.of, frame) else _ends(base)
    if node.exact:
        return _to_the_finer(node.sign, by, first)
    grain = by.grain
    if grain < Grain.DAY:
        return exact_shift(node, by, base, frame)
    if grain is Grain.DAY:
        return whole_days(node.sign, by, first, last)
    return counted(node.sign, by, first, last, frame)


def _to_the_finer(sign: int, by: Range, first: int) -> Sketch:
    """Count from a moment and know the place to the next finer unit: a year ago is a month."""
    finer = by.grain.finer
    cell = index(finer, moved(first, by.least, sign))
    begins = start(finer, cell)
    stamp = clock_stamp(begins, finer) if finer < Grain.DAY else Stamp(finer, begins)
    return crisp(begins, start(finer, cell + 1), stamp)


def _span(node: tree.Span, frame: Frame) -> Sketch:
    by = amount_range(node.amount, frame)
    inner = _unhedged(node.amount)
    stamp = Stamp(None, 0, duration_text(inner) if isinstance(inner, tree.Amount) else "PX")
    if node.whole:
        return _whole_units(node, by, stamp, frame)
    if micros(by.least) is not None and micros(by.most) is not None:
        return exact_span(node.sign, by, sketch(node.of, frame), stamp, frame)
    first, last = _base(node.of, frame)
    return calendar_span(node.sign, by, (first, last), stamp, frame)


def _whole_units(node: tree.Span, by: Range, stamp: Stamp, frame: Frame) -> Sketch:
    first, last = _base(node.of, frame)
    grain, week = by.grain, frame.policy.week_start
    count = int(by.least[0][0])
    begins = index(grain, first, week) - count if node.sign < 0 else index(grain, last, week) + 1
    return crisp(start(grain, begins, week), start(grain, begins + count, week), stamp)


def _around(node: tree.Around, frame: Frame) -> Sketch:
    width = frame.width(node.name)
    here = to_local(frame.now, frame.zone)
    stamp = Stamp(None, 0, node.ref)
    windows = []
    for pair in (width.outer, width.core):
        places = [here if not isinstance(p, Offset) else p.at(here, here) for p in pair]
        low = places[0] if places[0] < here else frame.here
        windows.append((low, max(places[1], low + 1)))
    outer, usual = windows
    return somewhere(outer[0], outer[1], stamp, somewhere(usual[0], usual[1], stamp))


# ---------------------------------------------------------------- ranges


def _between(node: tree.Between, frame: Frame) -> Sketch:
    first, last = sketch(node.first, frame), _until_then(sketch(node.last, frame))
    (s0, s1, _, _), (_, _, e0, e1) = first.bounds, last.bounds
    if s0 is not None and e1 is not None and e1 <= s0:
        raise Contradiction("it is over before it begins: give the ends of a range in their order")
    stamp = Stamp(None, 0, f"{stamp_text(first.stamp)}/{stamp_text(last.stamp)}")
    exact = first.exact[:2] + last.exact[2:] if first.exact and last.exact else None
    return Sketch((s0, s1, e0, e1), stamp, opens=(first.opens[0], last.opens[1]), exact=exact)


def _until_then(said: Sketch) -> Sketch:
    """What ends at a time of day ends when its minute begins: 3 to 4:30 p.m. is over at 4:30."""
    if not _is_clock(said):
        return said
    four, exact = said.bounds, said.exact
    moment = (four[0], four[1], four[0], four[1])
    return evolve(said, bounds=moment, exact=exact and (exact[0], exact[1], exact[0], exact[1]))


def _is_clock(said: Sketch) -> bool:
    return said.stamp.tail[1:2].isdigit() and said.stamp.tail.startswith("T")


def _lasting(node: tree.Lasting, frame: Frame) -> Sketch:
    return lasting(amount_range(node.amount, frame), sketch(node.of, frame), frame)


def _since(node: tree.Since, frame: Frame) -> Sketch:
    said = sketch(node.of, frame)
    s0, _, _, e1 = said.bounds
    now = to_local(frame.now, frame.zone)
    latest = None if e1 is None else e1 - 1
    return Sketch((s0, latest, now, None), said.stamp, opens=(False, True))


def _until(node: tree.Until, frame: Frame) -> Sketch:
    said = sketch(node.of, frame)
    s0, _, e0, e1 = said.bounds
    earliest = e0 if node.through else None if s0 is None else s0 + 1
    return Sketch((None, None, earliest, e1), said.stamp)


def _by(node: tree.By, frame: Frame) -> Sketch:
    said = _until_then(sketch(node.of, frame))
    return Sketch((None, None, None, said.bounds[3]), said.stamp)


def _before(node: tree.Before, frame: Frame) -> Sketch:
    said = sketch(node.of, frame)
    # Before the end of the year is before the year is over, not before its last weeks.
    end = isinstance(node.of, tree.Edge) and node.of.kind == "end"
    return Sketch((None, None, None, said.bounds[3 if end else 1]), said.stamp)


def _after(node: tree.After, frame: Frame) -> Sketch:
    said = sketch(node.of, frame)
    # The moment that a clock time names lies in its minute; a day must be over.
    return Sketch((said.bounds[0 if _is_clock(said) else 2], None, None, None), said.stamp)


def _night_between(node: tree.NightBetween, frame: Frame) -> Sketch:
    first, second = (_base(part, frame)[0] // DAY for part in (node.first, node.second))
    if second != first + 1:
        raise Contradiction("a night lies between neighbouring days, and these are not")
    return found_or_raise(member(tree.PartOfDay("night"), first, frame))


def _union(node: tree.Union, frame: Frame) -> Sketch:
    parts = [sketch(part, frame) for part in node.parts]
    bounds = [known(part) for part in parts]
    s0, s1, e0, e1 = (pick(b[i] for b in bounds) for i, pick in enumerate((min, min, max, max)))
    return Sketch((s0, s1, e0, e1), Stamp(None, 0, ",".join(stamp_text(part.stamp) for part in parts)))


# ---------------------------------------------------------------- without a place


def _every(node: tree.Every, frame: Frame) -> Sketch:
    return Sketch(UNBOUNDED, Stamp(None, 0, set_text(node.what, frame.widths)))


def _nowhere(_: Node, __: Frame) -> Sketch:
    return Sketch(UNBOUNDED, Stamp(None, 0, "XXXX"))


_OPERATORS: dict[type[Node], Operator] = {
    tree.Now: _now,
    tree.Reference: _reference,
    tree.Fixed: _fixed,
    tree.Numbered: _numbered,
    tree.Short: _short,
    tree.Last: _picked(last_member),
    tree.Next: _picked(next_member),
    tree.This: _picked(this_member),
    tree.Latest: _picked(latest_member),
    tree.Coming: _picked(coming_member),
    tree.Nearest: _picked(nearest_member),
    tree.From: _picked(from_member),
    tree.In: _in,
    tree.Edge: _edge,
    tree.Hedge: _hedge,
    tree.Amount: _amount,
    tree.Shift: _shift,
    tree.Span: _span,
    tree.Around: _around,
    tree.Between: _between,
    tree.Lasting: _lasting,
    tree.Since: _since,
    tree.Until: _until,
    tree.By: _by,
    tree.Before: _before,
    tree.After: _after,
    tree.NightBetween: _night_between,
    tree.Union: _union,
    tree.Every: _every,
    tree.Event: _nowhere,
    tree.Unknown: _nowhere,
}
