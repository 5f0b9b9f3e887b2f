"""resolve: one phrase, read whole."""

from __future__ import annotations

from functools import lru_cache

from attrs import frozen

from timeline.language.chart import chart
from timeline.language.pack import Pack, load
from timeline.language.tokens import tokenize
from timeline.meaning.denote import Situation
from timeline.meaning.explain import Derivation
from timeline.meaning.policy import Policy
from timeline.meaning.timex import Timex, timex
from timeline.meaning.tree import Node
from timeline.values.anchor import Anchor
from timeline.values.errors import TimelineError, Unresolved, quote

LONGEST = 500
"""Characters of a phrase: longer ones are prose, which is to be searched, not resolved."""

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
        raise Unresolved("the phrase is empty: give an expression such as 'last Tuesday'", text=phrase)
    if len(phrase) > LONGEST:
        raise Unresolved(f"{quote(phrase)} has {len(phrase)} characters: that is no phrase", text=phrase)
    tokens = tokenize(phrase, pack)
    found = chart(tokens, pack)
    tree = found.found.get(("PHRASE", 0, len(tokens)))
    if not isinstance(tree, Node):
        known = max((end for name, start, end in found.found if name == "PHRASE" and start == 0), default=0)
        raise Unresolved(_reason(phrase, tokens[known].start if known < len(tokens) else 0), text=phrase)
    words = tuple((node, phrase[tokens[i].start : tokens[j - 1].end]) for node, i, j in found.built)
    return Parse(tree, words)


def _reason(phrase: str, place: int) -> str:
    what = f"after {quote(phrase[:place].rstrip())}" if place else "from its start"
    return f"{quote(phrase)} is no time expression that is known here: it is not understood {what}"


def resolve(
    phrase: str,
    anchor: Anchor,
    *,
    language: str = "en",
    policy: Policy = _DEFAULT,
    pack: Pack | None = None,
) -> Timex:
    """Return what a phrase denotes for a text that was published at *anchor*.

    >>> from timeline import Anchor, resolve
    >>> night = resolve("the night of Monday-Tuesday", Anchor("2023-05-23", tz="Europe/Kyiv"))
    >>> night.value, night.extent.end.latest.isoformat()
    ('2023-05-22TNI', '2023-05-23T07:00:00+03:00')

    The whole phrase is read, prepositions included: "since Monday" is open at its end. Bounds are aware
    in the anchor's first zone, naive where it has none. Without a clause around it a bare "Monday" looks
    back in news (today included) and ahead in conversation; the others are among the readings.
    Raises Unresolved for what is no time expression, Contradiction for one whose parts clash, and
    LanguageError for a language that is not there.
    """
    if not isinstance(phrase, str):
        raise Unresolved(f"{quote(phrase)} is no text: give an expression such as 'last Tuesday'")
    if not isinstance(anchor, Anchor):
        raise Unresolved(f"{quote(anchor)} is no Anchor: give Anchor('2023-05-23')", text=phrase)
    return _resolved(phrase, anchor, policy, pack or load(language))


@lru_cache(maxsize=4096)
def _resolved(phrase: str, anchor: Anchor, policy: Policy, pack: Pack) -> Timex:
    read = parse(phrase, pack)
    widths = {**pack.widths, **{width.name: width for width in policy.widths}} if policy.widths else pack.widths
    return timex(phrase, (0, len(phrase)), read.tree, Situation(anchor, policy, widths), read.derivation)


_ = TimelineError
