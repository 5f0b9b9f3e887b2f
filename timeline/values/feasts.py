"""Holidays as rules: a small language for days that return every year, on plain integers.

    12-25                           a day of a month; 02-29 exists in leap years only
    4 thu of 11                     the fourth Thursday of November; -1 is the last one
    easter -2                       days from Easter Sunday; orthodox +49 from the Orthodox one
    mon before 05-25                the Monday before a day; also after, by (on or before) and from
                                    (on or after); of any day above too: tue after 1 mon of 11
    4 thu of 11 +1                  days from any of these, counted last: after Thanksgiving
    easter -46 for 46 days          a period instead of a day
    05-04 since 1990 until 2019     only in these years, both included
    05-30 until 1970; -1 mon of 05  the first part that gives a day in the year counts

Easter is reckoned as today in every year: before 1583 the Western one was not.
"""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import frozen

from timeline.values.calendar import EASTERS, civil, day_number, month_length, weekday
from timeline.values.errors import LanguageError, quote

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# Each side is the latest such weekday on or before the day moved by so many days.
_SIDES = {"before": -1, "by": 0, "from": 6, "after": 7}
_LEAP_YEAR = 2000
_NAMES = "|".join(_WEEKDAYS)
_PART = re.compile(
    rf"(?:(?P<near>{_NAMES}) (?P<side>{'|'.join(_SIDES)}) )?"
    rf"(?:(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})"
    rf"|(?P<nth>-?[1-5]) (?P<weekday>{_NAMES}) of (?P<within>[0-9]{{2}})"
    rf"|(?P<feast>{'|'.join(EASTERS)}))"
    r"(?: (?P<offset>[+-][1-9][0-9]{0,2}))?"
    r"(?: for (?P<days>[1-9][0-9]{0,2}) days)?"
    r"(?: since (?P<since>-?[0-9]{1,5}))?"
    r"(?: until (?P<until>-?[0-9]{1,5}))?"
)
_HELP = "write for example '12-25', '4 thu of 11', 'mon before 05-25', 'easter -2' or a ';' list"


@frozen
class _Fixed:
    """A day of a month."""

    month: int
    number: int

    def day(self, year: int) -> int | None:
        if self.number > month_length(year, self.month):
            return None
        return day_number(year, self.month, self.number)

    def __str__(self) -> str:
        return f"{self.month:02}-{self.number:02}"


@frozen
class _Nth:
    """A weekday counted from the start of a month, or from its end when *nth* is negative."""

    nth: int
    weekday: int
    month: int

    def day(self, year: int) -> int | None:
        first = day_number(year, self.month, 1)
        if self.nth > 0:
            day = _latest(self.weekday, first + 6) + 7 * (self.nth - 1)
        else:
            last = first + month_length(year, self.month) - 1
            day = _latest(self.weekday, last) + 7 * (self.nth + 1)
        return day if civil(day)[:2] == (year, self.month) else None

    def __str__(self) -> str:
        return f"{self.nth} {_WEEKDAYS[self.weekday - 1]} of {self.month:02}"


@frozen
class _Movable:
    """Easter Sunday of one of the churches."""

    feast: str

    def day(self, year: int) -> int | None:
        return EASTERS[self.feast](year)

    def __str__(self) -> str:
        return self.feast


@frozen
class _Near:
    """The weekday on one side of a day."""

    weekday: int
    side: str

    def move(self, day: int) -> int:
        return _latest(self.weekday, day + _SIDES[self.side])

    def __str__(self) -> str:
        return f"{_WEEKDAYS[self.weekday - 1]} {self.side} "


@frozen
class _Part:
    """One part of a rule: where to count from, then the weekday, then the offset."""

    base: _Fixed | _Nth | _Movable
    near: _Near | None
    offset: int
    days: int
    since: int | None
    until: int | None

    def day(self, year: int) -> int | None:
        if self.since is not None and year < self.since:
            return None
        if self.until is not None and year > self.until:
            return None
        day = self.base.day(year)
        if day is None:
            return None
        return (self.near.move(day) if self.near else day) + self.offset

    def __str__(self) -> str:
        pieces = (
            str(self.near or ""),
            str(self.base),
            f" {self.offset:+}" if self.offset else "",
            f" for {self.days} days" if self.days > 1 else "",
            "" if self.since is None else f" since {self.since}",
            "" if self.until is None else f" until {self.until}",
        )
        return "".join(pieces)


@frozen(repr=False)
class Rule:
    """When a holiday falls in a year; made by `rule`, printed as it is written.

    >>> from timeline.values.calendar import civil
    >>> thanksgiving = rule("4 thu of 11")
    >>> civil(thanksgiving.day(2023))
    (2023, 11, 23)
    >>> thanksgiving, str(thanksgiving)
    (rule('4 thu of 11'), '4 thu of 11')
    """

    parts: tuple[_Part, ...]

    def day(self, year: int) -> int | None:
        """Return the day number on which it falls, or begins; None in a year without it.

        An offset may carry it over the end of the year: the rule belongs to the year, not the day.

        >>> from timeline.values.calendar import day_number
        >>> rule("mon before 05-25").day(2023) == day_number(2023, 5, 22)
        True
        >>> rule("02-29").day(2023) is None
        True
        """
        span = self.span(year)
        return span and span[0]

    def span(self, year: int) -> tuple[int, int] | None:
        """Return its first day and the day after its last, or None.

        >>> from timeline.values.calendar import civil
        >>> [civil(day) for day in rule("easter -46 for 46 days").span(2023)]
        [(2023, 2, 22), (2023, 4, 9)]
        """
        for part in self.parts:
            day = part.day(year)
            if day is not None:
                return day, day + part.days
        return None

    def __str__(self) -> str:
        return "; ".join(map(str, self.parts))

    def __repr__(self) -> str:
        return f"rule({str(self)!r})"


@lru_cache(maxsize=1_024)
def rule(text: str) -> Rule:
    """Return the rule that *text* says; see the top of this file for the language.

    >>> rule("11-11 until 1970;  4 mon of 10 since 1971 until 1977; 11-11")
    rule('11-11 until 1970; 4 mon of 10 since 1971 until 1977; 11-11')
    >>> rule("christmas")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    timeline.values.errors.LanguageError: no holiday rule: 'christmas'; write for example ...
    """
    return Rule(tuple(_part(" ".join(part.split())) for part in text.split(";")))


def _part(text: str) -> _Part:
    match = _PART.fullmatch(text)
    if match is None:
        raise LanguageError(f"no holiday rule: {quote(text)}; {_HELP}", text=text)
    said = match.groupdict()
    near = _Near(_weekday(said["near"]), said["side"]) if said["near"] else None
    since, until = _year(said["since"]), _year(said["until"])
    if since is not None and until is not None and since > until:
        raise LanguageError(f"a holiday rule for no year at all: {quote(text)}", text=text)
    return _Part(
        base=_base(said, text),
        near=near,
        offset=int(said["offset"] or 0),
        days=int(said["days"] or 1),
        since=since,
        until=until,
    )


def _base(said: dict[str, str | None], text: str) -> _Fixed | _Nth | _Movable:
    if said["feast"]:
        return _Movable(said["feast"])
    month = int(said["month"] or said["within"] or 0)
    day = int(said["day"] or 1)
    if not (1 <= month <= 12 and 1 <= day <= month_length(_LEAP_YEAR, month)):
        raise LanguageError(f"a holiday rule with no such date: {quote(text)}", text=text)
    if said["nth"] is None:
        return _Fixed(month, day)
    return _Nth(int(said["nth"]), _weekday(said["weekday"] or ""), month)


def _weekday(name: str) -> int:
    return _WEEKDAYS.index(name) + 1


def _year(text: str | None) -> int | None:
    return None if text is None else int(text)


def _latest(number: int, day: int) -> int:
    return day - (weekday(day) - number) % 7
