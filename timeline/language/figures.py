"""Figures: what a run of digits and marks may mean, in any language.

Classes: INT any whole number, DECIMAL, FRACTION, DAYNUM 1–31, MONTHNUM 1–12, HOURNUM 0–24, MINNUM 00–59,
YEARNUM a year of four digits, YEARNUM2 of two, HHMM "0300" or "330", CLOCK "15:30", ORDNUM "23rd",
and whole dates: DATE, DATEREC (a day without a year), MONTHYEAR, YEARS (a span), ISOPERIOD, DECADE,
YEAR, MOMENT.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache

from timeline.meaning import tree
from timeline.meaning.tree import Node
from timeline.values.calendar import month_length
from timeline.values.grain import Grain

Meanings = tuple[tuple[str, object], ...]
_LONGEST = 64


@lru_cache(maxsize=8192)
def figure_meanings(text: str) -> Meanings:
    """Return what a figure may mean, likeliest first; nothing for what is no number or date.

    >>> [name for name, _ in figure_meanings("15:30")]
    ['CLOCK']
    >>> figure_meanings("192.168.0.1")
    ()
    """
    if len(text) > _LONGEST or not text.isascii():
        return ()
    for pattern, read in _SHAPES:
        match = pattern.fullmatch(text)
        if match:
            return read(match)
    return ()


@lru_cache(maxsize=8192)
def shaped(text: str) -> bool:
    """Tell whether a figure has the form of a number, a date or a time, even of one that does not exist.

    >>> shaped("2023-02-29"), shaped("3-5")
    (True, False)
    """
    return len(text) <= _LONGEST and any(pattern.fullmatch(text) for pattern, _ in _SHAPES)


def date(year: int, month: int, day: int) -> Node | None:
    """Return the tree of a full date; None where there is no such day.

    >>> date(2023, 2, 29)
    """
    if not (1 <= month <= 12 and 1 <= day <= month_length(year, month)):
        return None
    return tree.In(tree.Day(day), tree.In(tree.Month(month), tree.Fixed(Grain.YEAR, year)))


def _one(name: str, node: Node | None) -> Meanings:
    return ((name, node),) if node is not None else ()


def _integer(match: re.Match[str]) -> Meanings:
    text = match[0]
    value, digits = int(text), len(text)
    found: list[tuple[str, object]] = [("INT", value)]
    if digits <= 2:
        found += [("DAYNUM", value)] * (1 <= value <= 31)
        found += [("MONTHNUM", value)] * (1 <= value <= 12)
        found += [("HOURNUM", value)] * (value <= 24)
        found += [("MINNUM", value)] * (digits == 2 and value < 60)
        found += [("YEARNUM2", value)] * (digits == 2)
    if digits == 4 and 1000 <= value <= 2999:
        found.append(("YEARNUM", value))
    if digits in (3, 4) and value % 100 < 60 and value // 100 <= 24:
        time = tree.Clock(value // 100, value % 100, settled=digits == 4)
        found.append(("HHMM", time))
        # Figures that are rarely years are times of day with less of a hint.
        found += [("HHMMSURE", time)] * (not 1500 <= value <= 2100)
    if digits == 8 and 1500 <= value // 10000 <= 2500:
        found += _one("DATE", date(value // 10000, value // 100 % 100, value % 100))
    return tuple(found)


def _iso_date(match: re.Match[str]) -> Meanings:
    return _one("DATE", date(*(int(part) for part in match.groups())))


def _iso_moment(match: re.Match[str]) -> Meanings:
    year, month, day, hour, minute, second, offset = match.groups()
    on = date(int(year), int(month), int(day))
    if on is None or int(hour) > 24 or int(minute) > 59 or int(second or 0) > 59:
        return ()
    clock = tree.Clock(int(hour), int(minute), int(second) if second else None, settled=True)
    if not offset:
        return (("MOMENT", tree.In(clock, on)),)
    zone = "UTC" if offset == "Z" else offset if ":" in offset else f"{offset[:3]}:{offset[3:]}"
    return (("MOMENT", tree.In(tree.InZone(clock, (zone,)), on)),)


def _year_month(match: re.Match[str]) -> Meanings:
    year, second = int(match[1]), int(match[2])
    month: Meanings = ()
    if 1 <= second <= 12 and len(match[2]) <= 2:
        month = _one("MONTHYEAR", tree.In(tree.Month(second), tree.Fixed(Grain.YEAR, year)))
    return month + (_years(match) if "-" in match[0] and len(match[2]) != 1 else ())


def _years(match: re.Match[str]) -> Meanings:
    first, digits = int(match[1]), match[2]
    last = int(digits) if len(digits) == 4 else first // 100 * 100 + int(digits)
    if not first < last:
        return ()
    return (("YEARS", tree.Between(tree.Fixed(Grain.YEAR, first), tree.Fixed(Grain.YEAR, last))),)


def _month_year(match: re.Match[str]) -> Meanings:
    month, year = int(match[1]), int(match[2])
    if not 1 <= month <= 12:
        return ()
    return _one("MONTHYEAR", tree.In(tree.Month(month), tree.Fixed(Grain.YEAR, year)))


def _week(match: re.Match[str]) -> Meanings:
    if not 1 <= int(match[2]) <= 53:
        return ()
    week = tree.Numbered(tree.Week(int(match[2])), int(match[1]))
    return _one("DATE", tree.In(tree.Weekday(int(match[3])), week)) if match[3] else (("ISOPERIOD", week),)


def _quarter(match: re.Match[str]) -> Meanings:
    return (("ISOPERIOD", tree.In(tree.Quarter(int(match[2])), tree.Fixed(Grain.YEAR, int(match[1])))),)


def _numeric(match: re.Match[str]) -> Meanings:
    first, second, year = int(match[1]), int(match[2]), match[3]
    orders = [(first, second), (second, first)] + [(second, int(year))] * (len(year) == 2)
    if not any(1 <= month <= 12 and 1 <= day <= 31 for month, day in orders):
        return ()
    return (("DATE", tree.Numeric(first, second, int(year), len(year))),)


def _day_first(match: re.Match[str]) -> Meanings:
    """With dots the day comes first, wherever they are used (CLDR: de, ru, uk, pl …)."""
    day, month = int(match[1]), int(match[2])
    if day <= 12 < month:
        day, month = month, day
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return ()
    if len(match[3]) == 4:
        return _one("DATE", date(int(match[3]), month, day))
    return (("DATE", tree.In(tree.Day(day), tree.In(tree.Month(month), _year(match[3])))),)


def _year(digits: str) -> Node:
    return (
        tree.Fixed(Grain.YEAR, int(digits))
        if len(digits) == 4
        else tree.Short(Grain.YEAR, int(digits), tree.Now())
    )


def _day_month(match: re.Match[str]) -> Meanings:
    first, second = int(match[1]), int(match[2])
    found: Meanings = (("FRACTION", Fraction(first, second)),) if second and first < second else ()
    if 1 <= first <= 31 and 1 <= second <= 31 and min(first, second) <= 12:
        found += (("DATEREC", tree.Numeric(first, second)),)
    return found


def _clock(match: re.Match[str]) -> Meanings:
    hour, minute, second = int(match[1]), int(match[2]), match[3]
    if hour > 24 or minute > 59 or int(second or 0) > 59 or (hour == 24 and minute):
        return ()
    settled = len(match[1]) == 2 and (hour == 0 or match[1][0] == "0")
    return (("CLOCK", tree.Clock(hour, minute, int(second) if second else None, settled)),)


def _decimal(match: re.Match[str]) -> Meanings:
    found: Meanings = (("DECIMAL", Fraction(match[0].replace(",", ""))),)
    whole, _, rest = match[0].partition(".")
    if len(rest) == 2 and len(whole) <= 2 and int(whole) <= 24 and int(rest) < 60:
        found += (("CLOCKDOT", tree.Clock(int(whole), int(rest))),)
    return found


def _thousands(match: re.Match[str]) -> Meanings:
    return (("INT", int(match[0].replace(",", ""))),)


def _ordinal(match: re.Match[str]) -> Meanings:
    return (("ORDNUM", int(match[1])),)


def _decade(match: re.Match[str]) -> Meanings:
    digits = match[1]
    if len(digits) == 4:
        number = int(digits)
        century = number % 100 == 0 and number < 2000
        named = (
            tree.Fixed(Grain.CENTURY, number // 100) if century else tree.Fixed(Grain.DECADE, number // 10)
        )
        return (("DECADE", named),) if number % 10 == 0 else ()
    return (("DECADE", tree.Short(Grain.DECADE, int(digits) // 10)),) if digits[1] == "0" else ()


def _short_year(match: re.Match[str]) -> Meanings:
    return (("YEAR", tree.Short(Grain.YEAR, int(match[1]))),)


_SHAPES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Meanings]], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (r"\d{1,9}", _integer),
        (r"(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?", _clock),
        (r"(\d{4})-(\d{1,2})-(\d{1,2})", _iso_date),
        (r"(\d{4})/(\d{1,2})/(\d{1,2})", _iso_date),
        (r"(\d{4})\.(\d\d)\.(\d\d)", _iso_date),
        (
            r"(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?(Z|[+-]\d\d:?\d\d)?",
            _iso_moment,
        ),
        (r"(\d{4})-W(\d\d)(?:-([1-7]))?", _week),
        (r"(\d{4})-Q([1-4])", _quarter),
        (r"(\d{1,2})/(\d{1,2})/(\d{4}|\d\d)", _numeric),
        (r"(\d{1,2})-(\d{1,2})-(\d{4}|\d\d)", _numeric),
        (r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d\d)", _day_first),
        (r"(1\d{3}|2\d{3})[-/](\d\d?|\d{4})", _year_month),
        (r"(\d{1,2})/([12]\d{3})", _month_year),
        (r"(\d{1,2})/(\d{1,2})", _day_month),
        (r"\d{1,3}(?:,\d{3})+", _thousands),
        (r"\d+\.\d+", _decimal),
        (r"(\d{1,3})(?:st|nd|rd|th)", _ordinal),
        (r"'?(\d{4}|\d\d)s", _decade),
        (r"'(\d\d)", _short_year),
    )
)
