"""resolve: one phrase, read whole."""

from __future__ import annotations

from functools import lru_cache

from attrs import frozen

from timeline.language import fallback
from timeline.language.chart import chart
from timeline.language.grammar import GOAL
from timeline.language.pack import Pack, base, languages, load
from timeline.language.tokens import tokenize
from timeline.meaning import tree
from timeline.meaning.denote import Situation
from timeline.meaning.explain import Derivation
from timeline.meaning.policy import Policy
from timeline.meaning.timex import Timex, timex
from timeline.meaning.tree import Node
from timeline.values.anchor import Anchor
from timeline.values.errors import LanguageError, PolicyError, TimelineError, Unresolved, quote
from timeline.values.grain import Grain

LONGEST = 500
"""Characters of a phrase: what is longer is prose, to be searched and not resolved."""

_DEFAULT = Policy()


@frozen
class Parse:
    """What a phrase means before any anchor is known, and which words were read as what."""

    tree: Node
    derivation: Derivation


@lru_cache(maxsize=4096)
def parse(phrase: str, pack: Pack) -> Parse:
    """Return the tree of a whole phrase; it never depends on an anchor.

    >>> from timeline.language.pack import load
    >>> parse("last week", load("en")).tree
    Last(what=Unit(grain=Grain.WEEK, week_start=None), count=1, of=Now())

    Raises Unresolved, saying why, for what is no time expression.
    """
    if not phrase.strip():
        raise Unresolved("the phrase is empty: give a time expression such as 'Tuesday'", text=phrase)
    if len(phrase) > LONGEST:
        raise Unresolved(f"{quote(phrase)} has {len(phrase)} characters: it is no phrase", text=phrase)
    tokens = tokenize(phrase, pack)
    found = chart(tokens, pack)
    tree = found.found.get((GOAL, 0, len(tokens)))
    if not isinstance(tree, Node):
        parts = chart(tokens, pack, anywhere=True).found
        read = max((j for name, i, j in parts if name == GOAL and i == 0), default=0)
        raise Unresolved(_reason(phrase, tokens[read].start if read < len(tokens) else 0), text=phrase)
    words = tuple((node, phrase[tokens[i].start : tokens[j - 1].end]) for node, i, j in found.built)
    return Parse(tree, words)


def _reason(phrase: str, place: int) -> str:
    where = f"after {quote(phrase[:place].rstrip())}" if place else "from its start"
    return f"{quote(phrase)} is no time expression: it is not understood {where}; say it in other words"


def resolve(
    phrase: str,
    anchor: Anchor,
    *,
    language: str = "en",
    policy: Policy = _DEFAULT,
    pack: Pack | None = None,
) -> Timex:
    """Return what a phrase denotes in a text that was published at *anchor*.

    >>> from timeline import Anchor, resolve
    >>> night = resolve("the night of Monday-Tuesday", Anchor("2023-05-23", tz="Europe/Kyiv"))
    >>> night.value, night.extent.end.latest.isoformat()
    ('2023-05-22TNI', '2023-05-23T07:00:00+03:00')

    The whole phrase is read, prepositions included: "since Monday" is open at its end. Bounds are aware
    in the anchor's first zone, naive local times where it has none. Without a clause around it a bare
    "Monday" looks back in news (today included) and ahead in conversation; the others are among the
    readings. *pack* replaces the data of *language*; a language without a pack reads absolute dates.
    Raises Unresolved for what is no time expression, Contradiction for one whose parts clash, and
    LanguageError for a language that is not known.
    """
    if not isinstance(phrase, str):
        raise Unresolved(f"{quote(phrase)} is no text: give a time expression such as 'Tuesday'")
    if not isinstance(anchor, Anchor):
        raise Unresolved(f"{quote(anchor)} is no Anchor: give Anchor('2023-05-23')", text=phrase)
    if not isinstance(policy, Policy):
        raise PolicyError(f"{quote(policy)} is no Policy: give Policy(genre='news')")
    if pack is not None and not isinstance(pack, Pack):
        raise LanguageError(f"{quote(pack)} is no Pack: give Pack.load('en') or one that extends it")
    return _resolved(phrase, anchor, _code(language), policy, pack)


def _code(language: str) -> str:
    """Return a language code as packs are named: "en" for "EN", "en-GB" and "en_US"."""
    if not isinstance(language, str):
        raise LanguageError(f"{quote(language)} is no language: give a code such as 'en'")
    main = language.casefold().replace("_", "-").split("-")[0]
    return main if main in languages() else language


@lru_cache(maxsize=4096)
def _resolved(phrase: str, anchor: Anchor, language: str, policy: Policy, pack: Pack | None) -> Timex:
    data = pack or (load(language) if language in languages() else base())
    own = {width.name: width for width in policy.widths}
    situation = Situation(anchor, policy, {**data.widths, **own} if own else data.widths)
    span = (0, len(phrase))
    try:
        read = parse(phrase, data)
    except Unresolved as error:
        return timex(phrase, span, _elsewhere(phrase, language, policy, error), situation)
    return timex(phrase, span, read.tree, situation, read.derivation)


def _elsewhere(phrase: str, language: str, policy: Policy, error: Unresolved) -> Node:
    """Return the tree of an absolute date that the pack does not know, else raise the pack's *error*."""
    known = language in languages()
    if known and not any(char.isdigit() for char in phrase):
        raise error
    if not phrase.strip():
        raise error
    try:
        fields = fallback.read(phrase, language, order=policy.date_order if known else None)
    except TimelineError as other:
        raise (error if known else other) from None
    return _tree(fields)


def _tree(said: fallback.Fields) -> Node:
    """Return the tree of an absolute date: from the coarsest field that was said to the finest."""
    node: Node | None = None if said.year is None else tree.Fixed(Grain.YEAR, said.year)
    for field, kind in (
        (said.month, tree.Month),
        (said.day, tree.Day),
        (said.weekday, tree.Weekday),
    ):
        # A weekday beside a full date was checked when it was read, and adds nothing.
        if field is not None and not (kind is tree.Weekday and said.year is not None):
            node = kind(field) if node is None else tree.In(kind(field), node)
    if said.hour is not None:
        clock = tree.Clock(said.hour, said.minute, said.second or None, settled=True)
        node = clock if node is None else tree.In(clock, node)
    if node is None:
        raise Unresolved("a date without any field can't be read")
    return tree.Bare(node) if tree.is_recurring(node) else node
