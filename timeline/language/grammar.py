"""The grammar: patterns over classes, compiled into one trie.

A pattern is words and names in order. A name in CAPITALS is a class of words or a category of rules; a
word in lower case stands for itself; "?" after either makes it optional, "|" between words lists
alternatives, "~" before one demands that nothing stands between it and what precedes. What a pattern
means is a call such as ``In($1, $3)``, where $1 is the value of its first part.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Mapping
from itertools import product
from typing import Any

from attrs import define, field, frozen

from timeline.language.builders import BUILDERS
from timeline.values.errors import LanguageError, quote

Values = tuple[object, ...]
Builder = Callable[[Values], object]
_MOST_OPTIONAL = 8
_PLACE = re.compile("_[1-9][0-9]?")
# Parts of the wrong kind refuse the pattern; AttributeError would be a mistake in a builder and is not here.
_CATCHABLE = (TypeError, ValueError, IndexError, ArithmeticError)


GOAL = "PHRASE"
"""The category that a whole phrase must be."""

END = 1
"""The bit of the end of a phrase, in sets of symbols."""


@define
class State:
    """A place in the trie: what may follow, the set of that, and the rules that are complete here."""

    following: dict[str, State] = field(factory=dict)
    complete: list[Rule] = field(factory=list)
    mask: int = 0


@frozen
class Rule:
    """A complete pattern: its category, its builder, and which part each matched item is."""

    category: str
    build: Builder
    places: tuple[int, ...]
    size: int
    rank: int


@frozen(eq=False)
class Grammar:
    """All patterns of a language in one trie, by what they start with.

    Sets of symbols are integers with a bit for each. `corners` tells for each symbol which symbols may begin
    where it stands, itself included; `follow` which may come right after it, or END.
    """

    root: dict[str, State]
    bits: Mapping[str, int]
    corners: Mapping[str, int]
    follow: Mapping[str, int]


def compile_rules(rules: Mapping[str, Mapping[Any, Any]]) -> Grammar:
    """Compile tables of patterns; raises LanguageError, naming the pattern, for a broken one."""
    root = State()
    sequences: list[tuple[str, tuple[str, ...]]] = []
    for category, table in rules.items():
        for pattern, meaning in table.items():
            where = f"rules.{category}: {quote(pattern)}"
            if not isinstance(pattern, str) or pattern.count("?") > _MOST_OPTIONAL:
                raise LanguageError(f"{where}: a pattern is a text with at most {_MOST_OPTIONAL} '?'")
            build, used = _compile(meaning, where)
            size = len(pattern.split())
            if not size or used > size:
                raise LanguageError(f"{where}: ${used} has no part in it")
            for symbols, places in _expansions(pattern):
                sequences.append((category, symbols))
                _insert(root, symbols, Rule(category, build, places, size, len(sequences)))
    bits = {symbol: 2 << place for place, symbol in enumerate(_symbols(sequences))}
    _mask(root, bits)
    return Grammar(root.following, bits, _corners(sequences, bits), _follow(sequences, bits))


def _symbols(sequences: Iterable[tuple[str, tuple[str, ...]]]) -> Iterable[str]:
    return dict.fromkeys(symbol for category, symbols in sequences for symbol in (category, *symbols))


def _mask(state: State, bits: Mapping[str, int]) -> None:
    agenda = [state]
    while agenda:
        place = agenda.pop()
        place.mask = sum(bits[symbol] for symbol in place.following)
        agenda += place.following.values()


def _corners(sequences: Iterable[tuple[str, tuple[str, ...]]], bits: Mapping[str, int]) -> Mapping[str, int]:
    above: dict[str, set[str]] = {symbol: set() for symbol in bits}
    for category, symbols in sequences:
        above[symbols[0]].add(category)
    return {symbol: sum(bits[other] for other in _corner(symbol, above)) for symbol in bits}


def _follow(sequences: Iterable[tuple[str, tuple[str, ...]]], bits: Mapping[str, int]) -> Mapping[str, int]:
    """Return what may come right after each symbol: what ends a rule is followed as its category is."""
    follow = dict.fromkeys(bits, 0)
    follow[GOAL] = END
    changed = True
    while changed:
        changed = False
        for category, symbols in sequences:
            after = [*(bits[symbol] for symbol in symbols[1:]), follow[category]]
            for symbol, mask in zip(symbols, after, strict=True):
                if mask & ~follow[symbol]:
                    follow[symbol] |= mask
                    changed = True
    return follow


def _corner(symbol: str, above: Mapping[str, set[str]]) -> frozenset[str]:
    """Return all that a symbol may be the first part of, at any depth, and itself."""
    found, agenda = {symbol}, [symbol]
    while agenda:
        new = above.get(agenda.pop(), set()) - found
        found |= new
        agenda += new
    return frozenset(found)


def _insert(state: State, symbols: Iterable[str], rule: Rule) -> None:
    for symbol in symbols:
        state = state.following.setdefault(symbol, State())
    state.complete.append(rule)


def _expansions(pattern: str) -> Iterable[tuple[tuple[str, ...], tuple[int, ...]]]:
    """Yield every sequence of symbols that a pattern allows, with the places of its parts."""
    parts = []
    for place, part in enumerate(pattern.split()):
        choices: list[tuple[str, int] | None] = [(name, place) for name in part.rstrip("?").split("|")]
        parts.append([*choices, None] if part.endswith("?") else choices)
    for row in product(*parts):
        kept = [item for item in row if item is not None]
        if kept:
            yield tuple(name for name, _ in kept), tuple(place for _, place in kept)


# ---------------------------------------------------------------- what a pattern means


def _compile(meaning: object, where: str) -> tuple[Builder, int]:
    """Compile "In($1, $3)" into a function of the parts' values; nothing but known builders can be called."""
    if not isinstance(meaning, str):
        raise LanguageError(f"{where} must mean a call such as 'In($1, $3)', not {quote(meaning)}")
    try:
        parsed = ast.parse(meaning.replace("$", "_"), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise LanguageError(f"{where}: can't read {quote(meaning)}: {error}") from error
    highest = max(
        (int(n.id[1:]) for n in ast.walk(parsed) if isinstance(n, ast.Name) and n.id[1:].isdigit()),
        default=0,
    )
    return _closure(parsed, where), highest


def _closure(node: ast.AST, where: str) -> Builder:
    if isinstance(node, ast.Constant) and isinstance(node.value, str | int | type(None)):
        constant = node.value
        return lambda _: constant
    if (
        isinstance(node, ast.UnaryOp)
        and isinstance(node.op, ast.USub)
        and isinstance(node.operand, ast.Constant)
        and isinstance(node.operand.value, int)
    ):
        negative = -node.operand.value
        return lambda _: negative
    if isinstance(node, ast.Name) and _PLACE.fullmatch(node.id):
        place = int(node.id[1:]) - 1
        return lambda values: values[place]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and not node.keywords:
        return _call(node, where)
    raise LanguageError(f"{where}: only calls, $-numbers, texts and whole numbers may stand in a meaning")


def _call(node: ast.Call, where: str) -> Builder:
    name = node.func.id  # type: ignore[attr-defined]
    function = BUILDERS.get(name)
    if function is None:
        raise LanguageError(
            f"{where}: nothing is called {quote(name)}: there are {', '.join(sorted(BUILDERS))}"
        )
    arguments = [_closure(argument, where) for argument in node.args]

    def build(values: Values) -> object:
        made: list[object] = []
        for argument in arguments:
            value = argument(values)
            if value is REFUSED:  # an inner call that refuses its arguments refuses the whole
                return REFUSED
            made.append(value)
        try:
            result = function(*made)
        except _CATCHABLE:
            return REFUSED
        return REFUSED if result is None else result

    return build


class _Refused:
    """What a builder returns for parts that do not go together."""


REFUSED = _Refused()
