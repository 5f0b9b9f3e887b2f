"""The chart: all categories that the tokens of a phrase make up, found bottom-up from the left corner."""

from __future__ import annotations

from heapq import heappop, heappush

from attrs import define, field

from timeline.language.grammar import REFUSED, Grammar, _Rule, _State
from timeline.language.pack import Pack
from timeline.language.tokens import Token
from timeline.meaning.tree import Node

Edge = tuple[_State, int, tuple[object, ...]]
MOST_EDGES = 400
"""Edges that may end at one token: no phrase of any language needs as many, and it bounds the time."""


@define
class Chart:
    """What has been found: values by (category, start, end), and the edges that wait at each place."""

    grammar: Grammar
    found: dict[tuple[str, int, int], object] = field(factory=dict)
    built: list[tuple[Node, int, int]] = field(factory=list)
    waiting: list[list[Edge]] = field(factory=list)
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
        for state, begin, values in self.waiting[start]:
            following = state.following.get(symbol)
            if following is not None:
                self._advance(following, begin, end, (*values, value))

    def _advance(self, state: _State, start: int, end: int, values: tuple[object, ...]) -> None:
        if state.following and len(self.waiting[end]) < MOST_EDGES:
            self.waiting[end].append((state, start, values))
        for rule in state.complete:
            made = rule.build(_spread(rule, values))
            if made is not REFUSED:
                self.propose(rule.category, made, start, rule.rank)


def _spread(rule: _Rule, values: tuple[object, ...]) -> tuple[object, ...]:
    """Put the matched values at the places of the pattern; parts left out are None."""
    if len(values) == rule.size:
        return values
    row: list[object] = [None] * rule.size
    for place, value in zip(rule.places, values, strict=True):
        row[place] = value
    return tuple(row)


def chart(tokens: list[Token], pack: Pack) -> Chart:
    """Return the chart of all categories over *tokens*."""
    result = Chart(pack.grammar)
    result.waiting = [[] for _ in range(len(tokens) + 1)]
    phrases, known = _phrases(tokens, pack), pack.grammar.symbols
    for end, token in enumerate(tokens, start=1):
        for start, symbol, value in phrases.get(end, ()):
            result.propose(symbol, value, start, 0)
        for symbol, value in token.meanings:
            result.propose(symbol, value, end - 1, 0)
        for symbol in (token.text, "~" + token.text) if token.tight else (token.text,):
            if symbol in known:
                result.propose(symbol, token.text, end - 1, 0)
        result.settle(end)
    return result


def _phrases(tokens: list[Token], pack: Pack) -> dict[int, list[tuple[int, str, object]]]:
    """Return the expressions of several words that the language has, by where they end."""
    found: dict[int, list[tuple[int, str, object]]] = {}
    for start, token in enumerate(tokens):
        for words, name, value in pack.phrases.get(token.text, ()):
            end = start + len(words)
            if tuple(t.text for t in tokens[start:end]) == words:
                found.setdefault(end, []).append((start, name, value))
    return found
