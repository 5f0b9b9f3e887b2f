"""Readings: an ambiguous tree becomes several that are not, likeliest first, each with its rule.

What can be read in more than one way is decided by the tree, the policy and the direction alone, never
by the anchor: so a reading is the same question at every moment that the anchor may be.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import product

import attrs

from timeline.meaning import tree
from timeline.meaning.policy import Policy
from timeline.meaning.tree import Node
from timeline.values.grain import Grain

Options = tuple[tuple[str, Node], ...]

MOST = 8
"""Readings beyond this many are dropped, the unlikeliest first."""

_BACK = "looks back: the most recent, today included (AP names weekdays within seven days)"
_AHEAD = "looks ahead: the first after today"
_COMING = "looks ahead: the first that is not over"
_EARLIER = "the one before"
_TODAY = "today included"


@attrs.frozen
class Context:
    """What readings depend on besides the tree: the policy, and the direction that a clause gave.

    *likeliest*: only the first reading is wanted, the others need not be made.
    """

    policy: Policy
    direction: int | None = None
    likeliest: bool = False
    # A node shared by several options is expanded once: nested shifts would else take exponential time.
    seen: dict[int, tuple[Node, Options]] = attrs.field(factory=dict, eq=False, repr=False)

    @property
    def ahead(self) -> bool:
        """Whether a bare weekday or month lies ahead."""
        if self.direction is not None:
            return self.direction > 0
        return self.policy.genre == "conversation"


def expand(node: Node, context: Context) -> Options:
    """Return the readings of a tree, each a rule ("" where there was nothing to choose) and a tree.

    >>> rules = [rule for rule, _ in expand(tree.Bare(tree.Weekday(1)), Context(Policy()))]
    >>> rules[1]
    'looks ahead: the first after today'
    """
    known = context.seen.get(id(node))
    if known is None:
        special = _SPECIAL.get(type(node))
        options = special(node, context)[:MOST] if special else _parts(node, context)
        # The node stands beside its options so that its id stays its own.
        known = context.seen[id(node)] = (node, options)
    return known[1]


def _parts(node: Node, context: Context) -> Options:
    """Expand what a node consists of, and put it together again."""
    names = _children(type(node))
    if not names:
        return (("", node),)
    values = [_expanded(getattr(node, name), context) for name in names]
    if all(
        len(options) == 1 and options[0][1] is getattr(node, name)
        for name, options in zip(names, values, strict=True)
    ):
        return (("", node),)
    ranked = sorted(product(*(enumerate(options) for options in values)), key=_rank)
    return tuple(
        (
            _joined(rule for _, (rule, _) in row),
            attrs.evolve(node, **{n: v for n, (_, (_, v)) in zip(names, row, strict=True)}),
        )
        for row in ranked[:MOST]
    )


def _rank(row: tuple[tuple[int, object], ...]) -> int:
    return sum(place for place, _ in row)


def _expanded(value: object, context: Context) -> tuple[tuple[str, object], ...]:
    if isinstance(value, Node):
        return expand(value, context)
    items: tuple[Node, ...] = value  # type: ignore[assignment]
    rows = sorted(product(*(enumerate(expand(item, context)) for item in items)), key=_rank)
    options = [(_joined(rule for _, (rule, _) in row), tuple(v for _, (_, v) in row)) for row in rows[:MOST]]
    same = len(options) == 1 and all(a is b for a, b in zip(options[0][1], items, strict=True))
    return (("", value),) if same else tuple(options)


_NODE_FIELDS: dict[type[Node], tuple[str, ...]] = {
    tree.In: ("what", "where"),
    tree.InZone: ("what",),
    tree.Edge: ("of",),
    tree.Hedge: ("of",),
    tree.Numbered: ("what",),
    tree.Shift: ("amount", "of"),
    tree.Span: ("amount", "of"),
    tree.Since: ("of",),
    tree.Until: ("of",),
    tree.By: ("of",),
    tree.Before: ("of",),
    tree.After: ("of",),
    tree.Between: ("first", "last"),
    tree.Lasting: ("of", "amount"),
    tree.NightBetween: ("first", "second"),
    tree.Union: ("parts",),
}
_PICKS = (tree.Last, tree.Next, tree.This, tree.Latest, tree.Coming, tree.Nearest, tree.From)


def _children(kind: type[Node]) -> tuple[str, ...]:
    return ("what", "of") if kind in _PICKS else _NODE_FIELDS.get(kind, ())


def _joined(rules: object) -> str:
    return "; ".join(dict.fromkeys(rule for rule in rules if rule))  # type: ignore[attr-defined]


def _each(options: Options, context: Context) -> Options:
    """Expand what is inside the options; the order of the options comes first."""
    return tuple(
        (_joined((rule, inner)), done) for rule, node in options for inner, done in _parts(node, context)
    )


# ---------------------------------------------------------------- one function per ambiguous node


def _bare(node: tree.Bare, context: Context) -> Options:
    """Order the members that a bare "Monday" may be, by direction; narratives count from the running time."""
    what = node.what
    near = tree.Reference() if context.policy.genre == "narrative" else tree.Now()
    latest, coming = tree.Latest(what, 1, near), tree.Coming(what, 1, near)
    after, before = tree.Next(what, 1, near), tree.Last(what, 1, near)
    options: Options
    if not context.ahead:
        options = ((_BACK, latest), (_AHEAD, after), (_EARLIER, before))
        if isinstance(what, tree.In) and isinstance(what.where, tree.Day):
            # "Wednesday the 24th" may be months away: writers name the nearest so.
            options = (("the nearest such day", tree.Nearest(what, 1, near)), *options)
        if isinstance(what, tree.PartOfDay):
            today = tree.In(what, tree.This(tree.Unit(Grain.DAY), 1, near))
            options = (options[0], (_TODAY, today), *options[1:])
    elif _is_weekday(what) and context.direction is None:
        # In conversation who means today says today.
        options = ((_AHEAD, after), (_TODAY, coming), (_EARLIER, before))
    else:
        options = ((_COMING, coming), (_BACK, latest), (_AHEAD, after))
    return _interleaved(options, context)


def _interleaved(options: Options, context: Context) -> Options:
    """Expand the options and order all readings by how far from the first choice they are."""
    if context.likeliest:
        return _each(options[:1], context)
    rows = [
        (place + inner, rule, node)
        for place, option in enumerate(options)
        for inner, (rule, node) in enumerate(_each((option,), context))
    ]
    return tuple((rule, node) for _, rule, node in sorted(rows, key=lambda row: row[0]))


def _is_weekday(node: Node) -> bool:
    if isinstance(node, tree.In):
        return _is_weekday(node.where)
    return isinstance(node, tree.Weekday)


def _last(node: tree.Last, context: Context) -> Options:
    return _neighbouring(node, "last: the most recent before today", "the one of the week before", context)


def _next(node: tree.Next, context: Context) -> Options:
    return _neighbouring(node, "next: the first after today", "the one of the week after", context)


def _neighbouring(node: tree.Pick, rule: str, other: str, context: Context) -> Options:
    if not _is_weekday(node.what) and not isinstance(node.what, tree.Weekend):
        return _parts(node, context)
    week = attrs.evolve(node, what=tree.Unit(Grain.WEEK))
    return _interleaved(((rule, node), (other, tree.In(node.what, week))), context)


def _this(node: tree.This, context: Context) -> Options:
    if not (_is_weekday(node.what) and isinstance(node.of, tree.Now)):
        return _parts(node, context)
    options: Options = (("this: the one of this week", node), (_COMING, tree.Coming(node.what)))
    return _interleaved(options[::-1] if context.ahead else options, context)


def _either(node: tree.Either, context: Context) -> Options:
    return _interleaved(tuple(zip(node.rules, node.options, strict=True)), context)


def _unit(node: tree.Unit, context: Context) -> Options:
    if node.grain is not Grain.WEEK or node.week_start is not None:
        return (("", node),)
    first = context.policy.week_start
    other = 1 if first == 7 else 7
    return (
        ("", attrs.evolve(node, week_start=first)),
        (
            f"weeks start on {'Monday' if other == 1 else 'Sunday'}",
            attrs.evolve(node, week_start=other),
        ),
    )


def _clock(node: tree.Clock, context: Context) -> Options:
    if node.settled or not 1 <= node.hour <= 12:
        return (("", attrs.evolve(node, settled=True)),)
    said = (
        "before noon",
        attrs.evolve(node, hour=node.hour % 12, settled=True),
    )
    later = ("after noon", attrs.evolve(node, hour=node.hour % 12 + 12, settled=True))
    # People who plan mean the hours in which they are awake, 8 to 19 (H).
    awake = context.policy.genre == "conversation" and node.hour < 8
    return (later, said) if awake or node.hour == 12 else (said, later)


def _season(node: tree.Season, context: Context) -> Options:
    settled = node.hemisphere or context.policy.hemisphere
    if settled:
        return (("", attrs.evolve(node, hemisphere=settled)),)
    return (
        ("northern seasons: most people live there", attrs.evolve(node, hemisphere="north")),
        ("southern seasons", attrs.evolve(node, hemisphere="south")),
        ("from equinox to solstice, northern", attrs.evolve(node, hemisphere="north astronomical")),
    )


def _fiscal(node: tree.Fiscal, context: Context) -> Options:
    settled = node.start or context.policy.fiscal_start
    starts = (settled,) if settled else (10, 4, 7, 1)
    names = {
        10: "US government: from October",
        4: "UK, Japan, India: from April",
        7: "Australia: from July",
    }
    return tuple(
        (
            "" if settled else names.get(month, "as the calendar year"),
            attrs.evolve(node, start=month),
        )
        for month in starts
    )


def _in_zone(node: tree.InZone, context: Context) -> Options:
    options: Options = tuple(
        (f"on clocks of {where}" if len(node.zones) > 1 else "", attrs.evolve(node, zones=(where,)))
        for where in node.zones
    )
    return _interleaved(options, context)


def _numeric(node: tree.Numeric, context: Context) -> Options:
    """Order a date in figures by the policy; an order in which there is no such day is no reading."""
    first, second, third = node.first, node.second, node.third
    orders = {"MDY": (third, first, second), "DMY": (third, second, first)}
    if third is not None and node.digits == 2 and context.policy.date_order == "YMD":
        orders["YMD"] = (first, second, third)
    ranked = sorted(orders.items(), key=lambda item: item[0] != context.policy.date_order)
    return tuple(
        (f"figures in the order {order}", _date(year, month, day, node.digits))
        for order, (year, month, day) in ranked
        if 1 <= month <= 12 and 1 <= day <= 31
    )


def _date(year: int | None, month: int, day: int, digits: int) -> Node:
    if year is None:
        return tree.In(tree.Day(day), tree.Month(month))
    whole = tree.Fixed(Grain.YEAR, year) if digits > 2 else tree.Short(Grain.YEAR, year, tree.Now())
    return tree.In(tree.Day(day), tree.In(tree.Month(month), whole))


def _hedge(node: tree.Hedge, context: Context) -> Options:
    if node.kind != "about" or isinstance(node.of, tree.Amount | tree.Hedge):
        return _parts(node, context)
    at_its_word = tuple(
        (_joined((rule, "taken at its word")), said) for rule, said in expand(node.of, context)
    )
    return _parts(node, context) + at_its_word


def _span(node: tree.Span, context: Context) -> Options:
    if node.whole or not _is_exact(node.amount):
        return _parts(node, context)
    options: Options = (("counted from the anchor", node),)
    count, grain = node.amount.parts[0]  # type: ignore[attr-defined]
    if isinstance(count, int):
        options += (("whole calendar units", attrs.evolve(node, whole=True)),)
    if node.sign > 0 and isinstance(count, int):
        options += (
            (
                "the last of the coming units (Duckling)",
                tree.Next(tree.Unit(grain), count, node.of),
            ),
        )
    return _interleaved(options, context)


def _shift(node: tree.Shift, context: Context) -> Options:
    if node.exact or not _is_exact(node.amount):
        return _parts(node, context)
    if all(grain < Grain.DAY for _, grain in node.amount.parts):  # type: ignore[attr-defined]
        return _parts(node, context)
    exact = ("counted exactly, known to the next finer unit", attrs.evolve(node, exact=True))
    return _interleaved((("", node), exact), context)


# Duckling, Recognizers-Text, chrono and others replace these words by a figure.
_FIGURES = {"few": 3, "couple": 2}


def _amount(node: tree.Amount, _: Context) -> Options:
    """A vague count keeps its width; that it stands for a figure is a second reading."""
    count, grain = node.parts[0]
    figure = _FIGURES.get(count) if isinstance(count, str) and len(node.parts) == 1 else None
    if figure is None:
        return (("", node),)
    return ("", node), (
        f"{count} taken as {figure}, as most systems do",
        tree.Amount(((figure, grain),)),
    )


def _is_exact(node: Node) -> bool:
    if not isinstance(node, tree.Amount) or len(node.parts) != 1:
        return False
    return isinstance(node.parts[0][0], int | Fraction)


def _between(node: tree.Between, context: Context) -> Options:
    """The ends of a range are read together: the last is the first such time after the first."""
    first, last = node.first, node.last
    if isinstance(last, tree.Bare):
        pairs = [
            (_joined((r1, r2)), tree.Between(a, b))
            for r1, a in expand(first, context)
            for r2, b in ((r, tree.From(what, of=a)) for r, what in expand(last.what, context))
        ]
        return tuple(pairs)
    if isinstance(first, tree.Bare):
        pairs = [
            (_joined((r1, r2)), tree.Between(a, b))
            for r1, b in expand(last, context)
            for r2, a in ((r, tree.Latest(what, of=b)) for r, what in expand(first.what, context))
        ]
        return tuple(pairs)
    return _parts(node, context)


def _night_between(node: tree.NightBetween, context: Context) -> Options:
    if not isinstance(node.second, tree.Bare):
        if not isinstance(node.first, tree.Bare):
            return _parts(node, context)
        what = node.first.what
        return tuple(
            (rule, tree.NightBetween(tree.Last(what, of=second), second))
            for rule, second in expand(node.second, context)
        )
    second = node.second.what
    return tuple(
        (rule, tree.NightBetween(first, tree.From(second, of=first)))
        for rule, first in expand(node.first, context)
    )


def _since(node: tree.Since, context: Context) -> Options:
    """What has gone on since some time began before now: a bare "Friday" in it looks back."""
    if not node.back or context.direction is not None:
        return _parts(node, context)
    return _parts(node, _looking(context, -1)) + _parts(node, _looking(context, 1))


def _union(node: tree.Union, context: Context) -> Options:
    """Times named together follow each other: May and June are of one year."""
    first, *rest = node.parts
    if not all(isinstance(part, tree.Bare) for part in rest):
        return _parts(node, context)
    rows: list[tuple[str, tuple[Node, ...]]] = [(rule, (head,)) for rule, head in expand(first, context)]
    for part in rest:
        rows = [
            (_joined((rule, other)), (*done, tree.From(what, of=done[-1])))
            for rule, done in rows
            for other, what in expand(part.what, context)  # type: ignore[attr-defined]
        ]
    return tuple((rule, tree.Union(parts)) for rule, parts in rows)


def _looking(context: Context, direction: int) -> Context:
    return Context(context.policy, direction, context.likeliest)


def _by(node: tree.By, context: Context) -> Options:
    options = _parts(node, context)
    if not context.ahead:
        return options
    return _interleaved(
        tuple((_joined((rule, "from now on")), tree.Between(tree.Now(), by.of)) for rule, by in options)  # type: ignore[attr-defined]
        + options,
        context,
    )


_SPECIAL: dict[type[Node], Callable[..., Options]] = {
    tree.Bare: _bare,
    tree.Last: _last,
    tree.Next: _next,
    tree.This: _this,
    tree.Either: _either,
    tree.Unit: _unit,
    tree.Amount: _amount,
    tree.Hedge: _hedge,
    tree.Numeric: _numeric,
    tree.Clock: _clock,
    tree.Season: _season,
    tree.Fiscal: _fiscal,
    tree.InZone: _in_zone,
    tree.Span: _span,
    tree.Shift: _shift,
    tree.Between: _between,
    tree.NightBetween: _night_between,
    tree.By: _by,
    tree.Union: _union,
    tree.Since: _since,
}
