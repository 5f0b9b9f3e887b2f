"""How fine a time was said, read off its tree."""

from __future__ import annotations

from timeline.meaning import tree
from timeline.meaning.tree import Node
from timeline.values.grain import Grain

_OWN: dict[type[Node], Grain] = {
    tree.Month: Grain.MONTH,
    tree.Week: Grain.WEEK,
    tree.Quarter: Grain.QUARTER,
    tree.Half: Grain.HALF,
    tree.Season: Grain.QUARTER,
    tree.AnySeason: Grain.QUARTER,
    tree.Weekday: Grain.DAY,
    tree.Weekend: Grain.DAY,
    tree.Day: Grain.DAY,
    tree.Feast: Grain.DAY,
    tree.PartOfDay: Grain.HOUR,
    tree.NightBetween: Grain.HOUR,
    tree.Numeric: Grain.DAY,
}
_CHILDREN = ("what", "amount", "of", "where")


def grain(node: Node) -> Grain | None:
    """Return the granularity at which a time was said; None where none was ("recently").

    >>> grain(tree.In(tree.Clock(15, settled=True), tree.Weekday(2)))
    Grain.HOUR
    """
    if isinstance(node, tree.Unit | tree.Fixed | tree.Short):
        return node.grain
    if isinstance(node, tree.Clock):
        return _clock(node)
    if isinstance(node, tree.Fiscal):
        return Grain.QUARTER if node.quarter else Grain.YEAR
    if isinstance(node, tree.Amount):
        return min(unit for _, unit in node.parts)
    if isinstance(node, tree.Between):
        return _finest((node.first, node.last))
    if isinstance(node, tree.Union | tree.Either):
        return _finest(node.parts if isinstance(node, tree.Union) else node.options)
    child = next((c for name in _CHILDREN if isinstance(c := getattr(node, name, None), Node)), None)
    return grain(child) if child else _OWN.get(type(node))


def _clock(node: tree.Clock) -> Grain:
    if node.second is not None:
        return Grain.SECOND
    return Grain.HOUR if node.minute is None else Grain.MINUTE


def _finest(nodes: tuple[Node, ...]) -> Grain | None:
    return min((found for node in nodes if (found := grain(node))), default=None)
