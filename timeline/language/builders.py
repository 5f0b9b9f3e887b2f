"""Builders: what the meanings of patterns in the language data may call.

A builder returns None where its parts do not go together: then the pattern does not match.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from attrs import evolve

from timeline.meaning import tree
from timeline.meaning.grains import grain
from timeline.meaning.tree import Node, is_recurring
from timeline.values.grain import Grain

Number = int | Fraction
_SHORT = (Grain.HOUR, Grain.MINUTE, Grain.SECOND, Grain.MICROSECOND)


def number(value: object, other: object = 0) -> Number:
    """Return a number, or the sum of two: twenty and three."""
    return _number(value) + _number(other)


def times(value: object, factor: object) -> Number:
    """Return the product of two numbers: five hundred."""
    return _number(value) * _number(factor)


def share(value: object, whole: object) -> Fraction:
    """Return a fraction by its parts: three quarters."""
    return Fraction(_number(value)) / _number(whole)


def _number(value: object) -> Number:
    if isinstance(value, str):
        return Fraction(value)
    if not isinstance(value, int | Fraction):
        raise TypeError(value)
    return value


def between(value: object, low: int, high: int) -> Number | None:
    """Return a number that lies in a range, else nothing."""
    found = _number(value)
    return found if low <= found <= high else None


def step(value: object, size: int) -> Number | None:
    """Return a number that is a multiple of another, else nothing."""
    found = _number(value)
    return found if found and found % size == 0 else None


# ---------------------------------------------------------------- amounts


def amount(count: object, unit: object) -> Node | None:
    """Return an amount: a number, or the name of a vague one, of a unit."""
    if not isinstance(count, str):
        count = _number(count)
        if count < 0:
            return None
        count = int(count) if count == int(count) else Fraction(count)
    unit_grain, size = _unit(unit)
    if size != 1 and not isinstance(count, str):
        count = count * size
    return tree.Amount(((count, unit_grain),))


def _unit(name: object) -> tuple[Grain, int]:
    """A unit by its name; "14 day" is a unit of so many others (fortnight)."""
    if isinstance(name, tuple):
        return Grain(name[1]), int(name[0])
    return Grain(name), 1


def some_of(low: object, high: object, unit: object) -> Node | None:
    """Return an amount that lies between two numbers: two or three days."""
    pair = int(_number(low)), int(_number(high))
    unit_grain, size = _unit(unit)
    return tree.Amount((((pair[0] * size, pair[1] * size), unit_grain),)) if 0 <= pair[0] < pair[1] else None


def plus(first: object, second: object) -> Node | None:
    """Return two amounts one after the other, the larger unit first: two years and three months."""
    if not isinstance(first, tree.Amount) or not isinstance(second, tree.Amount):
        return None
    if first.parts[-1][1] <= second.parts[0][1]:
        return None
    return tree.Amount(first.parts + second.parts)


def more(first: object, extra: object) -> Node | None:
    """Return an amount with a share of its unit more: two years and a half."""
    if not isinstance(first, tree.Amount):
        return None
    count, counted = first.parts[-1]
    if not isinstance(count, int | Fraction):
        return None
    return tree.Amount((*first.parts[:-1], (Fraction(count) + _number(extra), counted)))


# ---------------------------------------------------------------- calendar


def unit(name: object) -> Node | None:
    """Return the series of a calendar unit; a unit of several others has no calendar."""
    unit_grain, size = _unit(name)
    return tree.Unit(unit_grain) if size == 1 else None


def _counted(kind: Callable[[int], Node], most: int) -> Callable[[object], Node | None]:
    """Return the builder of a node that has a number from 1 to *most*."""

    def build(value: object) -> Node | None:
        count = int(_number(value))
        return kind(count) if 1 <= count <= most else None

    return build


def _named(kind: Callable[[str], Node]) -> Callable[[object], Node]:
    """Return the builder of a node that has a name."""
    return lambda name: kind(str(name))


def fiscal(quarter: object = None) -> Node:
    """Return the fiscal year, or a quarter of it."""
    return tree.Fiscal(None if quarter is None else int(_number(quarter)))


def around(name: object, ref: object) -> Node:
    """Return a vague place relative to the anchor."""
    return tree.Around(str(name), str(ref))


def on(day: object, *outer: object) -> Node | None:
    """Return a day of the month, in a month and a year where they are said."""
    count = _number(day)
    if not 1 <= count <= 31:
        return None
    node: Node = tree.Day(int(count))
    where: Node | None = None
    for step in reversed([item for item in outer if item is not None]):
        where = step if where is None else In(step, where)  # type: ignore[assignment]
    return tree.In(node, where) if where is not None else node


def year(value: object) -> Node | None:
    """Return a year of our era by its number."""
    count = _number(value)
    return tree.Fixed(Grain.YEAR, int(count)) if 0 < count < 10**7 else None


def bc(value: object) -> Node | None:
    """Return a year before Christ: there is no year 0, so 44 BC is -43."""
    count = _number(value)
    return tree.Fixed(Grain.YEAR, 1 - int(count)) if 0 < count < 10**7 else None


def short(name: str, digits: object) -> Node:
    """Return a year or a decade known by its last digits."""
    return tree.Short(Grain(name), int(_number(digits)))


def decade(value: object) -> Node:
    """Return the decade that begins with a year: the 1990s."""
    return tree.Fixed(Grain.DECADE, int(_number(value)) // 10)


def century(value: object, era: object = 1) -> Node | None:
    """Return a century by its ordinal: the 20th is that of the years 19xx."""
    count = int(_number(value))
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
    return tree.In(what, where, None if nth is None else int(_number(nth)))


def numeric(first: object, second: object) -> Node | None:
    """Return a day in figures whose order is not said."""
    one, two = int(_number(first)), int(_number(second))
    return tree.Numeric(one, two) if min(one, two) <= 12 else None


def run(sign: object, count: object, what: object) -> Node | None:
    """Return the next (1) or the last (-1) so many members of a series, as one range."""
    if not isinstance(what, Node) or not is_recurring(what):
        return None
    number = int(_number(count))
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


# ---------------------------------------------------------------- choosing


def _pick(kind: Callable[..., Node]) -> Callable[..., Node | None]:
    def build(what: object, count: object = 1, of: object = None) -> Node | None:
        if not isinstance(what, Node) or not is_recurring(what):
            return None
        base = point(of) if of is not None else tree.Now()
        return None if base is None else kind(what, int(_number(count)), base)

    return build


def day_from(days: object) -> Node:
    """Return a day by its distance from today: yesterday is -1."""
    count, day = int(_number(days)), tree.Unit(Grain.DAY)
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


def settled(clock: object, half: object) -> Node | None:
    """Return a clock time in a half of the day: 3 with "pm" is 15."""
    if isinstance(clock, tree.Between):
        first, last = settled(_inner(clock.first), half), settled(_inner(clock.last), half)
        return tree.Between(tree.Bare(first), tree.Bare(last)) if first and last else None
    if not isinstance(clock, tree.Clock) or (
        not 1 <= clock.hour <= 12 and not (clock.hour > 12 and half == "pm")
    ):
        return None
    if clock.hour > 12:
        return evolve(clock, settled=True)
    return evolve(clock, hour=clock.hour % 12 + (12 if half == "pm" else 0), settled=True)


def _inner(node: object) -> object:
    return node.what if isinstance(node, tree.Bare) else node


def clock(hour: object, minute: object = None, second: object = None) -> Node | None:
    """Return a time of day that may lie in either half."""
    fields = [None if value is None else int(_number(value)) for value in (hour, minute, second)]
    hours = fields[0]
    if hours is None or not 0 <= hours <= 24 or not 0 <= (fields[1] or 0) < 60:
        return None
    return tree.Clock(hours, fields[1], fields[2])


def past(minutes: object, said: object) -> Node | None:
    """Return a clock time some minutes after a full hour, or before it where *minutes* is negative."""
    if isinstance(said, tree.Either):
        said = next((option for option in said.options if isinstance(option, tree.Clock)), None)
    by = int(_number(minutes))
    if not isinstance(said, tree.Clock) or said.minute or not -60 < by < 60:
        return None
    hour, minute = divmod(said.hour * 60 + by, 60)
    if not said.settled and hour == 0:
        hour = 12
    return tree.Clock(hour % 24, minute, settled=said.settled)


def certain(said: object) -> Node | None:
    """Return a clock time taken as it was said, on a clock of 24 hours."""
    return evolve(said, settled=True) if isinstance(said, tree.Clock) else None


def in_zone(what: object, zones: object) -> Node | None:
    """Return a time of day on the clocks of other places."""
    names = zones if isinstance(zones, tuple) else (zones,)
    if isinstance(what, tree.Between):
        first, last = in_zone(_inner(what.first), zones), in_zone(_inner(what.last), zones)
        return tree.Between(tree.Bare(first), tree.Bare(last)) if first and last else None
    if isinstance(what, tree.Either):
        clocks = [option for option in what.options if isinstance(option, tree.Clock)]
        return in_zone(clocks[0], zones) if clocks else None
    if isinstance(what, tree.In):
        inner = in_zone(what.what, zones)
        return inner and tree.In(inner, what.where, what.nth)
    if not isinstance(what, tree.Clock):
        return None
    return tree.InZone(what, tuple(str(name) for name in names))


def offset_zone(sign: object, hours: object, minutes: object = None) -> tuple[str]:
    """Return the zone of an offset: UTC+3."""
    return (f"{sign}{int(_number(hours)):02}:{int(_number(minutes or 0)):02}",)


# ---------------------------------------------------------------- shaping


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
    if not isinstance(by, Node) or base is None:
        return None
    return tree.Shift(int(_number(sign)), by, base, bool(exact))


def span(sign: object, by: object, of: object = None) -> Node | None:
    """Return the amount of time up to another time (-1) or from it (1)."""
    base = tree.Now() if of is None else point(of)
    if not isinstance(by, Node) or base is None:
        return None
    return tree.Span(int(_number(sign)), by, base)


def lasting(first: object, by: object) -> Node | None:
    """Return the range that begins with a time and lasts some amount."""
    begin = point(first)
    return None if begin is None or not isinstance(by, Node) else tree.Lasting(begin, by)


def range_of(first: object, last: object) -> Node | None:
    """Return the range from one time to another, read together."""
    begin, end = point(first), point(last)
    return tree.Between(begin, end) if begin and end else None


def range_half(first: object, last: object, half: object) -> Node | None:
    """Return a range of clock times that share a half of the day, unless that turns it round."""
    begin, end = settled(first, half), settled(last, half)
    if not isinstance(begin, tree.Clock) or not isinstance(end, tree.Clock):
        return None
    if (begin.hour, begin.minute or 0) >= (end.hour, end.minute or 0):
        begin = settled(first, "am" if half == "pm" else "pm")
    return range_of(begin, end)


def run_in(what: object, count: object, where: object, last: object = None) -> Node | None:
    """Return the first so many units of a time, or the last, as one range."""
    number = int(_number(count))
    near, far = (1, number) if last is None else (-number, -1)
    first, end = In(what, where, near), In(what, where, far)
    return range_of(first, end) if first and end else None


def range_in(first: object, last: object, where: object) -> Node | None:
    """Return a range whose two ends lie in the same larger time: 13 to 15 July."""
    return range_of(In(first, where), last if where is None else In(last, where))


def range_on(between_times: object, day: object) -> Node | None:
    """Return a range of clock times on a day; it may run into the next."""
    if not isinstance(between_times, tree.Between) or not isinstance(day, Node):
        return None
    first = In(_inner(between_times.first), day)
    return (
        tree.Between(tree.Bare(first) if is_recurring(day) else first, between_times.last) if first else None
    )


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
        what, None if quant is None else str(quant), None if count is None else int(_number(count))
    )


def union(*parts: object) -> Node | None:
    """Return several times at once."""
    nodes = [point(part) for part in parts]
    return tree.Union(tuple(nodes)) if all(nodes) else None  # type: ignore[arg-type]


BUILDERS: dict[str, Callable[..., object]] = {
    "number": number,
    "times": times,
    "share": share,
    "between": between,
    "step": step,
    "amount": amount,
    "plus": plus,
    "some_of": some_of,
    "more": more,
    "unit": unit,
    "Month": _counted(tree.Month, 12),
    "Weekday": _counted(tree.Weekday, 7),
    "Week": _counted(tree.Week, 53),
    "Quarter": _counted(tree.Quarter, 4),
    "Half": _counted(tree.Half, 2),
    "Season": _named(tree.Season),
    "Weekend": tree.Weekend,
    "AnySeason": tree.AnySeason,
    "Part": _named(tree.PartOfDay),
    "Fiscal": fiscal,
    "Now": tree.Now,
    "Reference": tree.Reference,
    "on": on,
    "year": year,
    "bc": bc,
    "short": short,
    "decade": decade,
    "century": century,
    "In": In,
    "dated": dated,
    "numeric": numeric,
    "run": run,
    "numbered": numbered,
    "Last": _pick(tree.Last),
    "Next": _pick(tree.Next),
    "This": _pick(tree.This),
    "Latest": _pick(tree.Latest),
    "Coming": _pick(tree.Coming),
    "Nearest": _pick(tree.Nearest),
    "From": _pick(tree.From),
    "point": point,
    "day_from": day_from,
    "settled": settled,
    "clock": clock,
    "past": past,
    "certain": certain,
    "in_zone": in_zone,
    "offset_zone": offset_zone,
    "edge": edge,
    "hedge": hedge,
    "shift": shift,
    "span": span,
    "lasting": lasting,
    "range": range_of,
    "range_in": range_in,
    "range_half": range_half,
    "run_in": run_in,
    "range_on": range_on,
    "either": either,
    "night_between": night_between,
    "Since": wrapped(tree.Since),
    "Onward": wrapped(lambda node: tree.Since(node, back=False)),
    "Until": wrapped(tree.Until),
    "Through": wrapped(lambda node: tree.Until(node, through=True)),
    "ahead": ahead,
    "By": wrapped(tree.By),
    "Before": wrapped(tree.Before),
    "After": wrapped(tree.After),
    "around": around,
    "every": every,
    "union": union,
}
