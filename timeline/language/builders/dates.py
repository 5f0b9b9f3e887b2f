"""Calendar times: years, days, months, and members of a series."""

from __future__ import annotations

from collections.abc import Callable

from timeline.language.builders.numbers import as_number, as_unit
from timeline.meaning import tree
from timeline.meaning.grains import grain
from timeline.meaning.tree import Node, is_recurring
from timeline.values.grain import Grain

_SHORT = (Grain.HOUR, Grain.MINUTE, Grain.SECOND, Grain.MICROSECOND)


def unit(name: object) -> Node | None:
    """Return the series of a calendar unit; a unit of several others has no calendar."""
    unit_grain, size = as_unit(name)
    return tree.Unit(unit_grain) if size == 1 else None


def counted(kind: Callable[[int], Node], most: int) -> Callable[[object], Node | None]:
    """Return the builder of a node that has a number from 1 to *most*."""

    def build(value: object) -> Node | None:
        count = int(as_number(value))
        return kind(count) if 1 <= count <= most else None

    return build


def named(kind: Callable[[str], Node]) -> Callable[[object], Node]:
    """Return the builder of a node that has a name."""
    return lambda name: kind(str(name))


def fiscal(quarter: object = None) -> Node:
    """Return the fiscal year, or a quarter of it."""
    return tree.Fiscal(None if quarter is None else int(as_number(quarter)))


def around(name: object, ref: object) -> Node:
    """Return a vague place relative to the anchor."""
    return tree.Around(str(name), str(ref))


def on(day: object, *outer: object) -> Node | None:
    """Return a day of the month, in a month and a year where they are said."""
    count = as_number(day)
    where: object = None
    for larger in reversed([item for item in outer if item is not None]):
        where = larger if where is None else In(larger, where)
    if not 1 <= count <= 31:
        return None
    node = tree.Day(int(count))
    if where is None:
        return node
    return tree.In(node, where) if isinstance(where, Node) else None


def year(value: object) -> Node | None:
    """Return a year of our era by its number."""
    count = as_number(value)
    return tree.Fixed(Grain.YEAR, int(count)) if 0 < count < 10**7 else None


def bc(value: object) -> Node | None:
    """Return a year before Christ: there is no year 0, so 44 BC is -43."""
    count = as_number(value)
    return tree.Fixed(Grain.YEAR, 1 - int(count)) if 0 < count < 10**7 else None


def short(name: str, digits: object) -> Node:
    """Return a year or a decade known by its last digits."""
    return tree.Short(Grain(name), int(as_number(digits)))


def decade(value: object) -> Node:
    """Return the decade that begins with a year: the 1990s."""
    return tree.Fixed(Grain.DECADE, int(as_number(value)) // 10)


def century(value: object, era: object = 1) -> Node | None:
    """Return a century by its ordinal: the 20th is that of the years 19xx."""
    count = int(as_number(value))
    if not 1 <= count <= 100:
        return None
    if era == 1:
        return tree.Fixed(Grain.CENTURY, count - 1)
    # Before Christ there is no year 0, so a century starts beside the round year: 500 to 401 BC.
    years = 1 - 100 * count, -100 * (count - 1)
    return tree.Between(tree.Fixed(Grain.YEAR, years[0]), tree.Fixed(Grain.YEAR, years[1]))


def In(what: object, where: object, nth: object = None) -> Node | None:  # noqa: N802 - named as the node
    """Return one time inside another, larger one."""
    if not (isinstance(what, Node) and is_recurring(what) and isinstance(where, Node)):
        return None
    if isinstance(where, tree.Shift) and grain(where.amount) in _SHORT:
        return None  # a moment holds no other time
    return tree.In(what, where, None if nth is None else int(as_number(nth)))


def season_of(code: object, years: object) -> Node | None:
    """Return the season that begins in the first of two years: the winter of 1941-42."""
    if not isinstance(years, tree.Between) or not isinstance(years.first, tree.Fixed):
        return None
    return tree.In(tree.Season(str(code)), years.first)


def numeric(first: object, second: object) -> Node | None:
    """Return a day in figures whose order is not said."""
    one, two = int(as_number(first)), int(as_number(second))
    return tree.Numeric(one, two) if min(one, two) <= 12 else None


def run(sign: object, count: object, what: object) -> Node | None:
    """Return the next (1) or the last (-1) so many members of a series, as one range."""
    if not isinstance(what, Node) or not is_recurring(what):
        return None
    number = int(as_number(count))
    near, far = (
        (tree.Next(what), tree.Next(what, number))
        if sign == 1
        else (tree.Last(what, number), tree.Last(what))
    )
    return tree.Between(near, far)


def dated(weekday: object, day: object) -> Node | None:
    """Return a date said with its weekday; where they clash, both readings, the date first."""
    if not isinstance(weekday, Node) or not isinstance(day, Node):
        return None
    both = tree.In(weekday, day)
    if is_recurring(day):
        return both
    return tree.Either(
        (both, day, tree.Nearest(weekday, of=day)),
        (
            "",
            "the weekday does not fit the date: the date counts",
            "the weekday does not fit: it counts",
        ),
    )


def numbered(what: object, where: object) -> Node | None:
    """Return the member of a series that has a number: week 21 of 2023, fiscal 2023."""
    if not isinstance(what, tree.Recurring):
        return None
    if isinstance(where, tree.Fixed) and where.grain is Grain.YEAR:
        return tree.Numbered(what, where.number)
    if isinstance(where, tree.Short):
        return tree.Numbered(what, where)
    return tree.In(what, where) if isinstance(where, Node) else None
