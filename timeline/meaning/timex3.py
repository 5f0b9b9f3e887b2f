"""TIMEX3 type, value and mod, computed from the tree and what it denotes (TimeML 1.2.1)."""

from __future__ import annotations

import re

from timeline.meaning import tree
from timeline.meaning.sketch import Stamp
from timeline.meaning.tree import Node
from timeline.meaning.widths import Widths
from timeline.values.calendar import DAY, civil, iso_week
from timeline.values.grain import Grain
from timeline.values.moments import year_text

_MODS = {
    "early": "START",
    "beginning": "START",
    "mid": "MID",
    "earlier": "START",
    "late": "END",
    "later": "END",
    "end": "END",
    "about": "APPROX",
    "nearly": "LESS_THAN",
    "less than": "LESS_THAN",
    "more than": "MORE_THAN",
    "at least": "EQUAL_OR_MORE",
    "at most": "EQUAL_OR_LESS",
    "shortly before": "BEFORE",
    "shortly after": "AFTER",
}


def stamp_text(stamp: Stamp) -> str:
    """Write a calendar cell as a TIMEX3 value.

    >>> stamp_text(Stamp(Grain.WEEK, 0)), stamp_text(Stamp(Grain.DAY, 0, "TAF"))
    ('1970-W01', '1970-01-01TAF')
    """
    return stamp.tail if stamp.grain is None else _cell_text(stamp.grain, stamp.at // DAY) + stamp.tail


def _cell_text(grain: Grain, day: int) -> str:
    if grain is Grain.WEEK:
        year, week = iso_week(day)
        return f"{_year(year)}-W{week:02}"
    year, month, number = civil(day)
    text = _year(year)
    if grain <= Grain.DAY:
        return f"{text}-{month:02}-{number:02}"
    if grain is Grain.MONTH:
        return f"{text}-{month:02}"
    if grain is Grain.QUARTER:
        return f"{text}-Q{(month + 2) // 3}"
    if grain is Grain.HALF:
        return f"{text}-H{(month + 5) // 6}"
    return text[: len(text) - {Grain.DECADE: 1, Grain.CENTURY: 2, Grain.MILLENNIUM: 3}.get(grain, 0)]


def _year(year: int) -> str:
    """TIMEX3 counts years before Christ without a year 0: 44 BC is BC0044."""
    return year_text(year) if year > 0 else f"BC{1 - year:04}"


def merged(first: str, last: str) -> str:
    """Return what is certain where an anchor admits all from one value to another.

    From the first digit that differs on, every digit becomes X.

    >>> merged("2023-05-22", "2023-05-29"), merged("2022-12", "2023-11")
    ('2023-05-2X', '202X-XX')
    """
    if first == last or len(first) != len(last):
        return first if first == last else "XXXX"
    same = next(i for i, (a, b) in enumerate(zip(first, last, strict=True)) if a != b)
    return first[:same] + re.sub(r"\d", "X", first[same:])


def type_of(node: Node, value: str) -> str:
    """Return the TIMEX3 type: DATE, TIME, DURATION or SET.

    >>> type_of(tree.Every(tree.Weekday(1)), "XXXX-WXX-1"), type_of(tree.Now(), "PRESENT_REF")
    ('SET', 'DATE')
    """
    if isinstance(node, tree.Every):
        return "SET"
    if value.startswith("P") and "_REF" not in value:
        return "DURATION"
    return "TIME" if any("T" in part for part in value.split("/") if "_REF" not in part) else "DATE"


def mod_of(node: Node) -> str | None:
    """Return the TIMEX3 mod that a tree's edges and hedges give, the outermost first.

    >>> mod_of(tree.Edge("mid", tree.PartOfDay("afternoon")))
    'MID'
    """
    if isinstance(node, tree.Edge | tree.Hedge):
        return _MODS.get(node.kind)
    for name in ("amount", "what", "of", "where", "first"):
        child = getattr(node, name, None)
        if isinstance(child, Node) and (found := mod_of(child)):
            return found
    return None


_UNIT_LETTERS = {
    Grain.YEAR: "Y",
    Grain.HALF: "H",
    Grain.QUARTER: "Q",
    Grain.MONTH: "M",
    Grain.WEEK: "W",
    Grain.DAY: "D",
    Grain.DECADE: "DE",
    Grain.CENTURY: "CE",
    Grain.MILLENNIUM: "ML",
    Grain.HOUR: "H",
    Grain.MINUTE: "M",
    Grain.SECOND: "S",
    Grain.MICROSECOND: "US",
}


def duration_text(node: tree.Amount) -> str:
    """Write an amount as a TIMEX3 duration: X for a count that is not known.

    >>> duration_text(tree.Amount((("few", Grain.WEEK),))), duration_text(tree.Amount(((24, Grain.HOUR),)))
    ('PXW', 'PT24H')
    """
    text = "P"
    for count, grain in node.parts:
        if grain < Grain.DAY and "T" not in text:
            text += "T"
        text += f"{_count_text(count)}{_UNIT_LETTERS[grain]}"
    return text


def _count_text(count: tree.Count) -> str:
    if isinstance(count, str | tuple):
        return "2" if count == "couple" else "X"
    return str(int(count)) if count == int(count) else f"{float(count):g}"


def set_text(node: Node, widths: Widths) -> str:
    """Write what recurs as a TIMEX3 value.

    >>> set_text(tree.Weekday(1), {}), set_text(tree.Unit(Grain.DAY), {})
    ('XXXX-WXX-1', 'P1D')
    """
    match node:
        case tree.Amount():
            return duration_text(node)
        case tree.Either(options):
            return set_text(options[0], widths)
        case tree.Unit(grain):
            return duration_text(tree.Amount(((1, grain),)))
        case tree.In(tree.Day(day), tree.Month(month)):
            return f"XXXX-{month:02}-{day:02}"
        case tree.In(what, where):
            outer, inner = set_text(where, widths), set_text(what, widths)
            if "T" not in inner:
                return inner
            return ("XXXX-XX-XX" if outer.startswith("P") else outer) + inner[inner.index("T") :]
        case tree.PartOfDay(name):
            return f"XXXX-XX-XXT{widths[name].code}"
        case _:
            return _calendar_set(node)


_SETS: dict[type[Node], str] = {
    tree.Weekday: "XXXX-WXX-{0.number}",
    tree.Month: "XXXX-{0.number:02}",
    tree.Day: "XXXX-XX-{0.number:02}",
    tree.Quarter: "XXXX-Q{0.number}",
    tree.Season: "XXXX-{0.code}",
    tree.Weekend: "XXXX-WXX-WE",
}


def _calendar_set(node: Node) -> str:
    match node:
        case tree.Clock(hour, minute):
            return f"XXXX-XX-XXT{hour:02}:{minute or 0:02}"
        case tree.Feast(_, rule) if re.fullmatch(r"\d\d-\d\d", str(rule)):
            return f"XXXX-{rule}"
        case _:
            return _SETS.get(type(node), "XXXX").format(node)
