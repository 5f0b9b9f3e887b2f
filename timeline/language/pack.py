"""Packs: the data of a language, loaded and checked once.

A pack is a folder of TOML files. `words.toml` has a table per class, from a word to its value;
`rules.toml` a table per category, from a pattern over classes to what it means; `widths.toml` what vague
words stand for; `holidays.toml` days that return every year. A pack may extend others.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

from attrs import field, frozen

from timeline.language.grammar import Grammar, compile_rules
from timeline.meaning import tree
from timeline.meaning.widths import Width, width
from timeline.values.errors import LanguageError, quote
from timeline.values.feasts import rule

Data = Mapping[str, Mapping[str, Mapping[str, Any]]]
"""Sections (words, rules, widths, holidays), their tables, and what is in them."""

T = TypeVar("T")
_SECTIONS = ("words", "rules", "widths", "holidays")
_LARGEST = 4 * 2**20  # bytes of one data file: a pack from elsewhere must not fill the memory
_BASE = "base"
_PART = re.compile(r"[^\W\d_]+|\d+|[^\s\w]")


@frozen(eq=False)
class Pack:
    """The words, rules and widths of a language. Two packs are equal only if they are the same object.

    >>> pack = load("en")
    >>> pack.words["tuesday"]
    (('WEEKDAY', 2),)
    >>> quiet = pack.extend({"widths": {"night": {
    ...     "code": "NI", "core": ["+22h", "+30h"], "outer": ["+20h", "+32h"], "source": "house rule"}}})
    >>> quiet.widths["night"].source
    'house rule'
    """

    language: str
    data: Data = field(repr=False)
    words: Mapping[str, tuple[tuple[str, object], ...]] = field(repr=False)
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str, object], ...]] = field(repr=False)
    abbreviations: frozenset[str] = field(repr=False)
    grammar: Grammar = field(repr=False)
    widths: Mapping[str, Width] = field(repr=False)

    @staticmethod
    def load(language: str) -> Pack:
        """Return the pack that comes with the library for a language code such as "en".

        >>> Pack.load("en") is Pack.load("en")
        True

        Raises LanguageError for a language that has none.
        """
        return load(language)

    def __reduce__(self) -> tuple[Callable[[str, Data], Pack], tuple[str, Data]]:
        return build, (self.language, self.data)

    def extend(self, more: Data | Path) -> Pack:
        """Return a pack that has also the tables of *more*: a mapping, or a folder of TOML files.

        Raises LanguageError, naming the place, where they are broken.
        """
        added = _folder(more) if isinstance(more, Path) else more
        return build(self.language, _merged((self.data, added)))


@lru_cache(maxsize=32)
def load(language: str) -> Pack:
    """Return the pack that comes with the library for a language code such as "en".

    Raises LanguageError for a language that has none.
    """
    if language not in languages():
        raise LanguageError(f"no pack for the language {quote(language)}: there are {', '.join(languages())}")
    return build(language, _merged([_folder(_data().joinpath(name)) for name in (_BASE, language)]))


@lru_cache(maxsize=1)
def base() -> Pack:
    """Return the pack that all others extend: figures, and the widths of vague classes.

    >>> base().language
    ''
    """
    return build("", _merged([_folder(_data().joinpath(_BASE))]))


def _data() -> Traversable:
    return resources.files("timeline.language").joinpath("data")


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a pack.

    >>> "en" in languages()
    True
    """
    return tuple(sorted(e.name for e in _data().iterdir() if e.is_dir() and e.name != _BASE))


def _folder(place: Traversable) -> Data:
    try:
        files = sorted(
            (entry for entry in place.iterdir() if entry.name.endswith(".toml")),
            key=lambda f: str(f.name),
        )
    except OSError as error:
        raise LanguageError(f"{quote(str(place))} is no folder with TOML files: {error}") from error
    return {entry.name.removesuffix(".toml"): _file(entry) for entry in files}


def _file(entry: Traversable) -> Mapping[str, Mapping[str, Any]]:
    try:
        raw = entry.read_bytes()
        if len(raw) > _LARGEST:
            raise LanguageError(f"{entry.name} is larger than {_LARGEST} bytes")
        return tomllib.loads(raw.decode("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise LanguageError(f"{entry.name} can't be read: {error}") from error


def _merged(datas: Iterable[Data]) -> Data:
    """Lay the sections and tables of several packs over each other, the later ones on top."""
    result: dict[str, dict[str, dict[str, Any]]] = {section: {} for section in _SECTIONS}
    for data in datas:
        for section, tables in _items(data, "the pack"):
            if section not in _SECTIONS:
                raise LanguageError(f"unknown section {quote(section)}: there are {', '.join(_SECTIONS)}")
            for name, table in _items(tables, section):
                # The order of rules ranks them: a table stands where the last pack that has it put it.
                earlier = result[section].pop(name, {})
                result[section][name] = {**earlier, **dict(_items(table, f"{section}.{name}"))}
    return result


def _items(value: object, where: str) -> Iterable[tuple[str, Any]]:
    if not isinstance(value, Mapping):
        raise LanguageError(f"{where} must be a table, not {quote(value)}")
    return value.items()


def build(language: str, data: Data) -> Pack:
    """Build a pack from merged data; raises LanguageError, naming the place, for what is broken."""
    words: dict[str, list[tuple[str, object]]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str, object]]] = {}
    abbreviations: set[str] = set()
    for surface, name, value in [*_words(data["words"]), *_feasts(data["holidays"])]:
        if surface.endswith("."):
            abbreviations.add(surface[:-1])
        first, *rest = _PART.findall(surface.rstrip("."))
        if rest:
            phrases.setdefault(first, []).append(((first, *rest), name, value))
        else:
            words.setdefault(first, []).append((name, value))
    return Pack(
        language,
        data,
        {word: tuple(dict.fromkeys(found)) for word, found in words.items()},
        {word: tuple(sorted(found, key=lambda row: -len(row[0]))) for word, found in phrases.items()},
        frozenset(abbreviations),
        compile_rules(data["rules"]),
        {name: _width(name, table) for name, table in data["widths"].items()},
    )


def _words(classes: Mapping[str, Mapping[Any, Any]]) -> Iterable[tuple[str, str, object]]:
    for name, table in classes.items():
        for surface, value in table.items():
            yield _surface(surface, f"words.{name}"), name, _value(value, f"words.{name}.{surface}")


def _surface(text: object, where: str) -> str:
    if not isinstance(text, str) or text != text.lower() or not _PART.search(text.rstrip(".")):
        raise LanguageError(f"{where}: {quote(text)} must be a word in lower case")
    return text.casefold()


def _value(value: object, where: str) -> object:
    """Return the value of a word: a text, a number, or a list of them."""
    items = value if isinstance(value, list) else [value]
    if not all(isinstance(item, str | int | Fraction) for item in items):
        raise LanguageError(f"{where}: {quote(value)} must be a text, a whole number or a list of them")
    return tuple(items) if isinstance(value, list) else value


def _feasts(table: Mapping[str, Mapping[str, Any]]) -> Iterable[tuple[str, str, object]]:
    meant: dict[str, list[tree.Node]] = {}
    for title, entry in table.items():
        names, text = entry.get("names"), entry.get("rule")
        if not isinstance(names, list) or not isinstance(text, str) or not entry.get("source"):
            raise LanguageError(f"holidays.{title} needs names, a rule and a source")
        shared = entry.get("shared", [])
        if not isinstance(shared, list):
            raise LanguageError(f"holidays.{title}: shared must be a list of names, not {quote(shared)}")
        names, shared = ([_surface(n, f"holidays.{title}") for n in part] for part in (names, shared))
        feast = tree.Feast(title, _placed(rule, text, where=f"holidays.{title}"))
        for name in names:
            meant.setdefault(name, []).insert(0, feast)
        for name in shared:
            meant.setdefault(name, []).append(feast)
    for name, feasts in meant.items():
        yield name, "FEAST", _either(feasts)


def _either(feasts: list[tree.Node]) -> tree.Node:
    if len(feasts) == 1:
        return feasts[0]
    return tree.Either(
        tuple(feasts), tuple(f"the holiday {f.name}" for f in feasts if isinstance(f, tree.Feast))
    )


def _width(name: str, table: Mapping[str, Any]) -> Width:
    def build() -> Width:
        return width(name, table.get("core"), table.get("outer"), table.get("source"), table.get("code"))

    return _placed(build, where=f"widths.{name}")


def _placed(read: Callable[..., T], *arguments: str, where: str) -> T:
    """Read a part of the data; an error in it says where it stands."""
    try:
        return read(*arguments)
    except LanguageError as error:
        raise LanguageError(f"{where}: {error}") from error
