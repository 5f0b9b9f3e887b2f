"""Widths: the hours, days and amounts that vague words stand for, each with its source.

A width has a *core*, on which its sources agree, and an *outer* pair, the union of credible sources.
The numbers live in the language data; a policy can replace any of them by name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache

from attrs import frozen

from timeline.values.calendar import DAY, HOUR, MINUTE, SECOND, WEEK, add
from timeline.values.errors import LanguageError, quote
from timeline.values.grain import Grain

_FORM = re.compile(r"([+-])((?:\d+(?:y|mo|w|d|h|min|s|%))+)")
_STEP = re.compile(r"(\d+)(y|mo|w|d|h|min|s|%)")
_LONG = 10 * DAY
_LINEAR = {"w": WEEK, "d": DAY, "h": HOUR, "min": MINUTE, "s": SECOND}


@frozen
class Offset:
    """A place relative to a period: "+10d" counts from its start, "-5d" back from its end.

    Units are y, mo, w, d, h, min, s, and % of the period's length; several may follow each other.
    """

    text: str
    months: int
    micros: int
    percent: int
    from_end: bool

    def at(self, start: int, end: int) -> int:
        """Return the local time of this place in the period from *start* to *end*.

        >>> offset("+21h").at(0, DAY) // HOUR, offset("-5d").at(0, 31 * DAY) // DAY
        (21, 26)
        """
        sign = -1 if self.from_end else 1
        base = end if self.from_end else start
        moved = add(base, Grain.MONTH, sign * self.months) if self.months else base
        part = (end - start) * self.percent // 100
        if end - start >= _LONG:
            part = part // DAY * DAY  # a share of weeks or years is no matter of hours
        return moved + sign * (self.micros + part)

    def __repr__(self) -> str:
        return f"offset({self.text!r})"


@lru_cache(maxsize=1024)
def offset(text: str) -> Offset:
    """Read an offset such as "+2mo20d", "-5d" or "+33%".

    >>> offset("+2mo20d").months
    2

    Raises LanguageError for another form.
    """
    match = _FORM.fullmatch(text)
    if match is None:
        raise LanguageError(f"{quote(text)} is no offset such as '+21h', '+2mo20d', '-5d' or '+33%'")
    months = micros = percent = 0
    for number, unit in _STEP.findall(match[2]):
        if unit == "%":
            percent += int(number)
        elif unit in _LINEAR:
            micros += int(number) * _LINEAR[unit]
        else:
            months += int(number) * (12 if unit == "y" else 1)
    return Offset(text, months, micros, percent, match[1] == "-")


Place = Offset | Fraction | int


@frozen
class Width:
    """What a vague word stands for: two places (or two numbers), their fringe, and who says so.

    >>> width("night", ["+21h", "+29h"], ["+18h", "+31h"], "CLDR 21, NWS 18").core
    (offset('+21h'), offset('+29h'))
    """

    name: str
    core: tuple[Place, Place]
    outer: tuple[Place, Place]
    source: str
    code: str | None = None


Widths = Mapping[str, Width]


def width(name: str, core: object, outer: object, source: object, code: object = None) -> Width:
    """Build a width from data: pairs of offset texts or of numbers.

    Raises LanguageError where a pair is broken or the source is missing.
    """
    if not isinstance(source, str) or not source:
        raise LanguageError(f"the width {quote(name)} names no source")
    return Width(name, _pair(name, core), _pair(name, outer), source, code if isinstance(code, str) else None)


def _pair(name: str, value: object) -> tuple[Place, Place]:
    if isinstance(value, list | tuple) and len(value) == 2:
        first, second = (_place(item) for item in value)
        if first is not None and second is not None:
            if _turned(first, second):
                raise LanguageError(f"the width {quote(name)} ends before it begins: {quote(value)}")
            return first, second
    raise LanguageError(f"the width {quote(name)} needs two offsets or two numbers, not {quote(value)}")


def _turned(first: Place, second: Place) -> bool:
    """Tell whether a pair is certainly the wrong way round."""
    if isinstance(first, Offset) and isinstance(second, Offset):
        same_side = not (first.from_end or second.from_end or first.percent or second.percent)
        return same_side and (first.months, first.micros) > (second.months, second.micros)
    if isinstance(first, Offset) or isinstance(second, Offset):
        return True
    return first > second


def _place(item: object) -> Place | None:
    if isinstance(item, str):
        return offset(item)
    if isinstance(item, int | float | Fraction) and not isinstance(item, bool):
        number = Fraction(item).limit_denominator(1000)
        return int(number) if number.denominator == 1 else number
    return None
