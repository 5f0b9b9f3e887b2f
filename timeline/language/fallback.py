"""Absolute dates in formats and languages without a pack of their own: dateparser behind one file.

dateparser answers every question with a full date and time. Here its answer is read back to what
the text really said: it is asked twice, with two moments that differ in every field, and what moves
with the moment was not said. Then every word and every number of the text must be accounted for, as
dateparser itself drops words ("environ", "until", "on:") and numbers (the end of "23-25 May"). What
can't be accounted for is refused. Relative phrases are refused too: they need a language pack.

Dates are Gregorian. A two-digit year follows the POSIX rule: 69 to 99 are 1969 to 1999, 00 to 68
are 2000 to 2068. dateparser is imported on the first call, never by importing this module.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from importlib import resources
from itertools import pairwise, permutations
from typing import TYPE_CHECKING, Any, Final, Literal

import attrs

from timeline.values import calendar
from timeline.values.errors import LanguageError, Unresolved, quote

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

Order = Literal["DMY", "MDY", "YMD"]

_LONGEST: Final = 100  # characters: no isolated date is longer, and dateparser is slow on long ones
_MONTHS: Final = tuple(
    "january february march april may june july august september october november december".split()
)
_WEEKDAYS: Final = tuple("monday tuesday wednesday thursday friday saturday sunday".split())
_FIELDS: Final[Mapping[str, str]] = {"Y": "year", "M": "month", "D": "day"}
_SPOKEN: Final = (*_MONTHS, *_WEEKDAYS, "am", "pm", "year", "hour", "minute")

# Both years are leap years, so that 29 February without a year stays what it is; both days exist
# in every month, so that nothing is moved to a month's end.
_MOMENTS: Final = (datetime(2004, 3, 11, 5, 17, 23), datetime(2012, 10, 26, 18, 44, 51))

# dateparser holds the Persian names in Arabic letters.
_PERSIAN_LETTERS: Final = str.maketrans("یک", "يك")
_MARKS: Final = r"\s\d.,:;/()\[\]'’\-‐‑–—·،、。\u200c\u200e\u200f"
_WORD: Final = re.compile(f"[^{_MARKS}]+")
_NUMBER: Final = re.compile(r"\d+")
_SIGNED: Final = re.compile(r"(?:^|\s)[-‐‑–—]\d")


@attrs.frozen
class Fields:
    """What a date really said; None for what it left out. *weekday* is ISO: Monday 1 to Sunday 7.

    >>> Fields(2023, 5)
    Fields(year=2023, month=5, day=None, hour=None, minute=None, second=None, weekday=None)
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    weekday: int | None = None


@lru_cache(maxsize=1)
def _data() -> Mapping[str, Any]:
    """Return the words that dateparser may drop, and the years that it would misread."""
    place = resources.files("timeline.language").joinpath("data", "dateparser.toml")
    return tomllib.loads(place.read_text(encoding="utf-8"))


def read(text: str, language: str, *, order: Order | None = None) -> Fields:
    """Read *text* as one absolute date in *language*, a code of dateparser; never part of it.

    *order* is for dates in numbers only ("05/06/2023"); None takes the order usual in the language.
    Raises Unresolved, which quotes the text and says why, or LanguageError.

    >>> read("mai 2023", "fr")
    Fields(year=2023, month=5, day=None, hour=None, minute=None, second=None, weekday=None)
    >>> read("5/6/2023", "es", order="MDY").day
    6
    >>> read("31 avril 2023", "fr")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    timeline.values.errors.Unresolved: '31 avril 2023' is not read as a date: dateparser finds ...
    """
    locale = _locale(language)
    try:
        return _read(text, locale, order or locale.order)
    except _Refused as why:
        message = (
            f"{quote(text)} is not read as a date: {why};"
            " write it as 2023-05-23, or as 2023-05 or 2023 when less is known"
        )
        raise Unresolved(message, text=text, span=(0, len(text))) from None


class _Refused(Exception):
    """Why a text is not read; the message is a clause."""


@attrs.frozen
class _Locale:
    language: str
    order: Order
    words: re.Pattern[str]
    clock: re.Pattern[str]
    unsure: re.Pattern[str]  # both a month and a weekday: Spanish "mar"
    merged: re.Pattern[str]  # two months that are one word once accents and vowel signs are folded


@attrs.frozen
class _Answer:
    """What dateparser makes of a text: its English words, the fields that both answers share."""

    words: tuple[str, ...]
    said: Mapping[str, int]
    clock: tuple[int, int, int] | None

    @property
    def month(self) -> int | None:
        return _only(self.words, _MONTHS)

    @property
    def weekday(self) -> int | None:
        return _only(self.words, _WEEKDAYS)


@attrs.frozen
class _Split:
    """The numbers of a text, told apart: those of the date, named, and those of the clock."""

    text: str
    names: tuple[str, ...]
    date: tuple[re.Match[str], ...]
    clock: tuple[re.Match[str], ...]

    @property
    def gaps(self) -> Iterator[str]:
        """What stands between neighbouring numbers of the date."""
        for left, right in pairwise(self.date):
            gap = self.text[left.end() : right.start()]
            if not _NUMBER.search(gap):
                yield gap

    @property
    def year(self) -> str | None:
        """The digits of the year."""
        return next((n[0] for k, n in zip(self.names, self.date, strict=True) if k == "year"), None)


def _read(text: str, locale: _Locale, order: Order) -> Fields:
    if len(text) > _LONGEST:
        raise _Refused(f"it is longer than {_LONGEST} characters")
    plain = _plain(text)
    _check_words(plain, locale)
    answer = _answer(text, locale.language, order)
    _check_grain(answer)
    _check_names(plain, answer, locale)
    split = _split(plain, answer, order)
    _check_year(split, answer, locale.language)
    _check_century(split, answer, order)
    _check_shape(split, answer)
    _check_weekday(answer)
    clock = dict(zip(("hour", "minute", "second")[: len(split.clock)], answer.clock or (), strict=False))
    return Fields(**answer.said, **clock, weekday=answer.weekday)


def _plain(text: str) -> str:
    """Fold case, accents, widths and digit systems away, as dateparser does."""
    parts = unicodedata.normalize("NFKD", text)
    folded = "".join(part for part in parts if unicodedata.category(part) != "Mn")
    arabic = folded.lower().translate(_PERSIAN_LETTERS)
    return "".join(str(unicodedata.decimal(c, c)) for c in arabic)


@lru_cache(maxsize=64)
def _locale(language: str) -> _Locale:
    from dateparser.data.languages_info import language_order
    from dateparser.languages.loader import default_loader

    if language not in language_order:
        why = f"dateparser knows no language {quote(language)}; give a code as 'fr', 'de' or 'zh'"
        raise LanguageError(why, text=language)
    info = default_loader.get_locale(language).info
    spaced = not info.get("no_word_spacing")
    data = _data()
    ties, clock = _folded(data["ties"].split()), _folded(data["clock"].split())
    words = (_listed(info, _SPOKEN) - _listed(info, ("skip", "pertain"))) | {"am", "pm"}
    return _Locale(
        language,
        info.get("date_order", "MDY"),
        words=_any_of(words | ties | clock, spaced=spaced),
        clock=_any_of(clock - ties, spaced=spaced),
        unsure=_any_of(_whole(info, _MONTHS) & _whole(info, _WEEKDAYS), spaced=spaced),
        merged=_any_of(_shared(_whole(info, (month,)) for month in _MONTHS), spaced=spaced),
    )


def _listed(info: Mapping[str, Any], names: Iterable[str]) -> set[str]:
    return _folded(word for name in names for word in info.get(name, ()))


def _whole(info: Mapping[str, Any], names: Iterable[str]) -> set[str]:
    return {_plain(word).strip(" .") for name in names for word in info.get(name, ())}


def _shared(groups: Iterable[set[str]]) -> set[str]:
    counts = Counter(word for group in groups for word in group)
    return {word for word, count in counts.items() if count > 1}


def _folded(words: Iterable[str]) -> set[str]:
    return {part for word in words for part in _WORD.findall(_plain(word))}


def _any_of(words: Iterable[str], *, spaced: bool) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    alternatives = "|".join(re.escape(word) for word in longest_first) or r"(?!)"
    edges = (f"(?<![^{_MARKS}])", f"(?![^{_MARKS}])") if spaced else ("", "")
    return re.compile(f"{edges[0]}(?:{alternatives}){edges[1]}")


def _check_words(plain: str, locale: _Locale) -> None:
    unknown = _WORD.search(locale.words.sub(" ", plain))
    if unknown:
        raise _Refused(f"{quote(unknown[0])} is no part of an absolute date in {locale.language!r}")
    if not _NUMBER.search(plain) and not _WORD.search(plain):
        raise _Refused("it has neither words nor numbers")
    if _SIGNED.search(plain):
        raise _Refused("a number in it has a sign")


@lru_cache(maxsize=64)
def _parsers(language: str, order: Order) -> tuple[DateDataParser, ...]:
    from dateparser.date import DateDataParser

    fixed: dict[str, Any] = {
        "DATE_ORDER": order,
        "TIMEZONE": "UTC",
        "PARSERS": ["absolute-time"],  # the others read timestamps and relative phrases
        "PREFER_DATES_FROM": "current_period",
        "PREFER_DAY_OF_MONTH": "current",
        "PREFER_MONTH_OF_YEAR": "current",
        "RETURN_TIME_AS_PERIOD": True,
    }
    return tuple(
        DateDataParser(languages=[language], settings={**fixed, "RELATIVE_BASE": moment})
        for moment in _MOMENTS
    )


def _answer(text: str, language: str, order: Order) -> _Answer:
    try:
        words = _english(text, language)
        if any(word in _MONTHS for word in words):
            order = "DMY"  # else "12 mars" is the year 2012 in Swedish, whose order is YMD
        both = [parser.get_date_data(text) for parser in _parsers(language, order)]
    except Exception as error:  # noqa: BLE001 - on odd text dateparser raises errors of many classes
        raise _Refused(f"dateparser fails on it ({type(error).__name__})") from None
    one, two = (data.date_obj for data in both)
    if one is None or two is None:
        raise _Refused("dateparser finds no date that exists")
    if one.tzinfo or two.tzinfo:
        raise _Refused("it names a time zone, which is not read here")
    if any(getattr(data, "part_of_day", None) for data in both):
        raise _Refused("it names a part of the day, which needs a language pack")
    said = {name: getattr(one, name) for name in ("year", "month", "day")}
    said = {name: value for name, value in said.items() if value == getattr(two, name)}
    timed = all(data.period == "time" for data in both)
    return _Answer(words, said, (one.hour, one.minute, one.second) if timed else None)


def _english(text: str, language: str) -> tuple[str, ...]:
    from dateparser.conf import settings
    from dateparser.date import sanitize_date
    from dateparser.languages.loader import default_loader

    locale = default_loader.get_locale(language)
    translated = locale.translate(sanitize_date(text), settings=settings)
    return tuple(re.findall(r"[a-z]+", translated.lower()))


def _only(words: Sequence[str], names: Sequence[str]) -> int | None:
    """Return the number, from 1, of the one name among *words*, None when there is none."""
    found = [names.index(word) + 1 for word in words if word in names]
    if len(found) > 1:
        raise _Refused("it names more than one month or weekday")
    return found[0] if found else None


def _check_grain(answer: _Answer) -> None:
    said = "".join(name[0] for name in ("year", "month", "day") if name in answer.said)
    if said not in {"y", "ym", "ymd", "m", "md"}:
        raise _Refused("it says no year or month, or leaves one out in the middle")
    if said == "m" and not answer.month:
        raise _Refused("a number alone is not a month")
    if (answer.clock or answer.weekday) and "day" not in answer.said:
        raise _Refused("it says a weekday or a time without its day")


def _check_names(plain: str, answer: _Answer, locale: _Locale) -> None:
    strange = set(answer.words) - {*_SPOKEN, "t"}
    if strange:
        raise _Refused(f"dateparser takes a word of it for {min(strange)!r}")
    if answer.month not in {None, answer.said.get("month")}:
        raise _Refused("the month that it names is not the one that dateparser reads")
    if not answer.clock and (locale.clock.search(plain) or {"hour", "minute"} & set(answer.words)):
        raise _Refused("it speaks of a time of day that dateparser does not read")
    merged, unsure = locale.merged.search(plain), locale.unsure.search(plain)
    if merged:
        raise _Refused(f"{quote(merged[0])} may be one of two months")
    if unsure and answer.weekday is None and "year" not in answer.said:
        raise _Refused(f"{quote(unsure[0])} may be a month or a weekday")


def _split(plain: str, answer: _Answer, order: Order) -> _Split:
    """Account for every number of the text: each is one of the fields, and none is left over."""
    numbers = tuple(_NUMBER.finditer(plain))
    # "5 tháng 5" names its month with a number, "5 mai" without one.
    without = [{"month"}, set()] if answer.month else [set()]
    for silent in without:
        names = [name for name in answer.said if name not in silent]
        length = len(numbers) - len(names)
        if not (1 <= length <= 3 if answer.clock else length == 0):
            continue
        for start in range(len(numbers) - length + 1):
            end = start + length
            clock, date = numbers[start:end], numbers[:start] + numbers[end:]
            ways = permutations(names) if answer.month else _arrangements(date, names, order)
            named = _named(date, ways, answer.said)
            if named is not None and _is_clock(clock, answer.clock):
                return _Split(plain, named, date, clock)
    raise _Refused("its numbers are not those of the date that dateparser reads")


def _named(
    date: Sequence[re.Match[str]], arrangements: Iterable[tuple[str, ...]], said: Mapping[str, int]
) -> tuple[str, ...] | None:
    """Give each number of the date its field; None when they don't fit one to one."""
    for arrangement in arrangements:
        pairs = zip(arrangement, date, strict=True)
        if all(_is_field(number[0], name, said[name]) for name, number in pairs):
            return arrangement
    return None


def _arrangements(
    date: Sequence[re.Match[str]], names: Sequence[str], order: Order
) -> Iterable[tuple[str, ...]]:
    """The fields that the numbers of a date without a named month may stand for."""
    if not {"day", "month"} <= set(names):
        return permutations(names)
    usual = tuple(_FIELDS[letter] for letter in order if _FIELDS[letter] in names)
    long = [index for index, number in enumerate(date) if len(number[0]) == 4]
    if long == [0]:
        return [("year", "month", "day")]
    if "year" in names and not long:
        return [usual]
    short = tuple(name for name in usual if name != "year")
    if int(date[short.index("month")][0]) > 12:
        short = short[::-1]
    return [(*short, "year") if long else short]


def _is_field(digits: str, name: str, value: int) -> bool:
    if name == "year":
        return (len(digits), int(digits)) in {(4, value), (2, value % 100)}
    return len(digits) <= 2 and int(digits) == value


def _is_clock(numbers: Sequence[re.Match[str]], clock: tuple[int, int, int] | None) -> bool:
    if clock is None or not numbers:
        return clock is None
    digits = [number[0] for number in numbers]
    hour = int(digits[0])
    hours = {clock[0], (clock[0] % 12) or 12}  # 3 p.m. is the hour 15, 12 a.m. the hour 0
    rest = [int(d) for d in digits[1:]] + [0] * (3 - len(digits))
    return max(map(len, digits)) <= 2 and hour in hours and rest == list(clock[1:])


def _check_year(split: _Split, answer: _Answer, language: str) -> None:
    digits = split.year
    if digits is None:
        return
    if answer.said["year"] in range(*_data()["other_calendars"].get(language, (0,))):
        raise _Refused(f"the year {digits} may be of another calendar than the Gregorian one")
    if "month" not in answer.said and (len(digits) == 2 or digits[0] not in "12"):
        raise _Refused("a year alone must be a number from 1000 to 2999")


def _check_century(split: _Split, answer: _Answer, order: Order) -> None:
    """Refuse a year of two digits where the number may be no year, or no year of this century."""
    if split.year is None or len(split.year) != 2:
        return
    if "year" in answer.words or "day" not in answer.said:
        raise _Refused("its year has two digits and no day beside it")
    if answer.month and order.startswith("Y"):
        raise _Refused("which of its short numbers is the year is not sure")


def _check_shape(split: _Split, answer: _Answer) -> None:
    """Refuse numbers that nothing ties together into a date, as in "10,00 2" or "5-6 May"."""
    bare = [gap for gap in split.gaps if not any(c.isalpha() for c in gap)]
    if not bare:
        return
    if answer.month:
        fine = len(split.year or "") != 2 and all(re.fullmatch(r"[.,]?\s+", gap) for gap in bare)
    elif len(answer.said) == 3:
        fine = len(set(bare)) == 1 and re.fullmatch(r"[-./]\s?", bare[0]) is not None
    else:
        fine = "year" in answer.said and bare in (["/"], ["-"])
    if not fine:
        raise _Refused("its numbers are not joined as those of a date are")


def _check_weekday(answer: _Answer) -> None:
    if answer.weekday is None or len(answer.said) < 3:
        return
    day = calendar.weekday(calendar.day_number(**answer.said))
    if day != answer.weekday:
        named, real = (_WEEKDAYS[number - 1].capitalize() for number in (answer.weekday, day))
        raise _Refused(f"it names a {named}, but that day was a {real}")
