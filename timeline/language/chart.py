"""The chart: all categories that the tokens of a phrase make up, found bottom-up from the left corner."""

from __future__ import annotations

from collections.abc import Mapping
from heapq import heappop, heappush

from attrs import define, field

from timeline.language.grammar import END, REFUSED, Grammar, Rule, State
from timeline.language.pack import Pack
from timeline.language.tokens import Token
from timeline.meaning.tree import Node

Edge = tuple[State, int, tuple[object, ...]]
"""The state that the next symbol leads to, where the edge began, and the values it has."""

MOST_EDGES = 64
"""Edges that may wait for one symbol at a place: no phrase needs as many, and it bounds the time."""


@define
class Chart:
    """What has been found: values by (category, start, end), and the edges that wait at each place."""

    grammar: Grammar
    ahead: list[int]
    found: dict[tuple[str, int, int], object] = field(factory=dict)
    built: list[tuple[Node, int, int]] = field(factory=list)
    waiting: list[dict[str, list[Edge]]] = field(factory=list)
    agenda: list[tuple[int, int, int, str, object]] = field(factory=list)
    count: int = 0

    def propose(self, symbol: str, value: object, start: int, rank: int) -> None:
        """Note what tokens from *start* to the place that is being read may be."""
        self.count += 1
        heappush(self.agenda, (-start, rank, self.count, symbol, value))

    def settle(self, end: int) -> None:
        """Take what was proposed: short spans before long ones, the rules in their order in the data.

        The first that makes a category of a span is its meaning there.
        """
        while self.agenda:
            start, _, _, symbol, value = heappop(self.agenda)
            self._add(symbol, value, -start, end)

    def _add(self, symbol: str, value: object, start: int, end: int) -> None:
        key = (symbol, start, end)
        if key in self.found:
            return
        self.found[key] = value
        if isinstance(value, Node):
            self.built.append((value, start, end))
        first = self.grammar.root.get(symbol)
        if first is not None:
            self._advance(first, start, end, (value,))
        for state, begin, values in self.waiting[start].get(symbol, ()):
            self._advance(state, begin, end, (*values, value))

    def _advance(self, state: State, start: int, end: int, values: tuple[object, ...]) -> None:
        grammar, ahead = self.grammar, self.ahead[end]
        for rule in state.complete:
            # A category that nothing here can follow is part of no phrase.
            if grammar.follow[rule.category] & ahead:
                made = rule.build(_spread(rule, values))
                if made is not REFUSED:
                    self.propose(rule.category, made, start, rule.rank)
        if state.mask & ahead:
            for symbol, following in state.following.items():
                if grammar.bits[symbol] & ahead:
                    waiting = self.waiting[end].setdefault(symbol, [])
                    if len(waiting) < MOST_EDGES:
                        waiting.append((following, start, values))


def _spread(rule: Rule, values: tuple[object, ...]) -> tuple[object, ...]:
    """Put the matched values at the places of the pattern; parts left out are None."""
    if len(values) == rule.size:
        return values
    row: list[object] = [None] * rule.size
    for place, value in zip(rule.places, values, strict=True):
        row[place] = value
    return tuple(row)


def chart(tokens: list[Token], pack: Pack, *, anywhere: bool = False) -> Chart:
    """Return the chart of what *tokens* consist of, as far as it may be part of one phrase.

    *anywhere*: a phrase may also end before the last of them.
    """
    grammar = pack.grammar
    phrases = _phrases(tokens, pack)
    symbols = [_symbols(token, grammar.bits) for token in tokens]
    result = Chart(grammar, _ahead(symbols, phrases, grammar, anywhere=anywhere))
    result.waiting = [{} for _ in result.ahead]
    for end, row in enumerate(symbols, start=1):
        for start, symbol, value in phrases.get(end, ()):
            result.propose(symbol, value, start, 0)
        for symbol, value in row:
            if grammar.follow[symbol] & result.ahead[end]:
                result.propose(symbol, value, end - 1, 0)
        result.settle(end)
    return result


def _ahead(
    symbols: list[list[tuple[str, object]]],
    phrases: Mapping[int, list[tuple[int, str, object]]],
    grammar: Grammar,
    *,
    anywhere: bool,
) -> list[int]:
    """Return for each place the set of what may begin there, END where the phrase may be over."""
    ahead = [END if anywhere else 0] * len(symbols) + [END]
    for place, row in enumerate(symbols):
        for symbol, _ in row:
            ahead[place] |= grammar.corners[symbol]
    for several in phrases.values():
        for start, symbol, _ in several:
            ahead[start] |= grammar.corners.get(symbol, 0)
    return ahead


def _symbols(token: Token, known: Mapping[str, object]) -> list[tuple[str, object]]:
    """Return the symbols of the grammar that a token may be: its classes, and the word itself."""
    words = (token.text, "~" + token.text) if token.tight else (token.text,)
    return [
        *((name, value) for name, value in token.meanings if name in known),
        *((word, token.text) for word in words if word in known),
    ]


def _phrases(tokens: list[Token], pack: Pack) -> dict[int, list[tuple[int, str, object]]]:
    """Return the expressions of several words that the language has, by where they end."""
    found: dict[int, list[tuple[int, str, object]]] = {}
    for start, token in enumerate(tokens):
        for words, name, value in pack.phrases.get(token.text, ()):
            end = start + len(words)
            if tuple(t.text for t in tokens[start:end]) == words:
                found.setdefault(end, []).append((start, name, value))
    return found
