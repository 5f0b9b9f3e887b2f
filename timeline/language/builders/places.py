"""Choosing, shaping and shifting: what a phrase makes of a time."""

from __future__ import annotations

from collections.abc import Callable

from timeline.language.builders.numbers import as_number
from timeline.meaning import tree
from timeline.meaning.tree import Node, is_recurring
from timeline.values.grain import Grain


def picked(kind: Callable[..., Node]) -> Callable[..., Node | None]:
    """Return the builder of a member chosen by its place to a time."""

    def build(what: object, count: object = 1, of: object = None) -> Node | None:
        if not isinstance(what, Node) or not is_recurring(what) or as_number(count) < 1:
            return None
        base = point(of) if of is not None else tree.Now()
        return None if base is None else kind(what, int(as_number(count)), base)

    return build


def day_from(days: object) -> Node:
    """Return a day by its distance from today: yesterday is -1."""
    count, day = int(as_number(days)), tree.Unit(Grain.DAY)
    if count == 0:
        return tree.This(day)
    return tree.Last(day, -count) if count < 0 else tree.Next(day, count)


def point(node: object) -> Node | None:
    """Return the one time that a phrase stands for: of a series, one member."""
    if not isinstance(node, Node):
        return None
    return tree.Bare(node) if is_recurring(node) else node


def ahead(node: object) -> Node | None:
    """Return the first member of a series that is not over: Friday in "a week from Friday"."""
    if not isinstance(node, Node):
        return None
    return tree.Coming(node) if is_recurring(node) else node


def edge(kind: object, node: object) -> Node | None:
    """Return the early, mid or late part of a time."""
    return (
        tree.Edge(str(kind), node) if isinstance(node, Node) and not isinstance(node, tree.Amount) else None
    )


def hedge(kind: object, node: object) -> Node | None:
    """Return a time or an amount said roughly."""
    return tree.Hedge(str(kind), node) if isinstance(node, Node) else None


def shift(sign: object, by: object, of: object = None, exact: object = 0) -> Node | None:
    """Return a time some amount before (-1) or after (1) another, or the anchor."""
    base = tree.Now() if of is None else point(of)
    if not isinstance(by, Node) or base is None or as_number(sign) not in (-1, 1):
        return None
    return tree.Shift(int(as_number(sign)), by, base, bool(exact))


def span(sign: object, by: object, of: object = None) -> Node | None:
    """Return the amount of time up to another time (-1) or from it (1)."""
    base = tree.Now() if of is None else point(of)
    if not isinstance(by, Node) or base is None or as_number(sign) not in (-1, 1):
        return None
    return tree.Span(int(as_number(sign)), by, base)


def lasting(first: object, by: object) -> Node | None:
    """Return the range that begins with a time and lasts some amount."""
    begin = point(first)
    return None if begin is None or not isinstance(by, Node) else tree.Lasting(begin, by)


def either(*options: object) -> Node | None:
    """Return alternatives: a time, the words for its rule, and so on in turn."""
    nodes, rules = options[::2], options[1::2]
    if not all(isinstance(node, Node) for node in nodes):
        return None
    return tree.Either(tuple(nodes), tuple(str(rule) for rule in rules))  # type: ignore[arg-type]


def night_between(first: object, second: object) -> Node | None:
    """Return the night from one day to the next."""
    begin, end = point(first), point(second)
    return tree.NightBetween(begin, end) if begin and end else None


def wrapped(kind: Callable[[Node], Node]) -> Callable[[object], Node | None]:
    """Return the builder of a node around one time."""

    def build(node: object) -> Node | None:
        inner = point(node)
        return None if inner is None or isinstance(inner, tree.Amount) else kind(inner)

    return build


def every(what: object, quant: object = None, count: object = None) -> Node | None:
    """Return a set."""
    if not isinstance(what, Node):
        return None
    return tree.Every(
        what, None if quant is None else str(quant), None if count is None else int(as_number(count))
    )


def union(*parts: object) -> Node | None:
    """Return several times at once."""
    nodes = [point(part) for part in parts]
    return tree.Union(tuple(nodes)) if all(nodes) else None  # type: ignore[arg-type]
