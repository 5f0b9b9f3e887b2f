"""A time expression with its meaning."""

from __future__ import annotations

from functools import cached_property

from attrs import field, frozen

from timeline.meaning.denote import Reading, Situation, likeliest, read
from timeline.meaning.explain import Derivation, explanation
from timeline.meaning.grains import grain
from timeline.meaning.timex3 import mod_of
from timeline.meaning.tree import Node
from timeline.values.errors import TimelineError, quote
from timeline.values.extent import Extent
from timeline.values.grain import Grain


@frozen
class Timex:
    """A time expression: where it stands, what it means, and every other way to read it.

    `extent`, `type` (DATE, TIME, DURATION or SET) and `value` (TIMEX3, TimeML 1.2.1) are those of the
    *chosen* reading. *start* and *end* are offsets into the text that it was found in; *tree* is the
    expression without the anchor.
    """

    text: str
    start: int
    end: int
    tree: Node
    chosen: Reading
    situation: Situation | None = field(default=None, eq=False, repr=False)
    derivation: Derivation = field(default=(), eq=False, repr=False)

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """Every way to read the expression, the chosen one first; made when first asked for."""
        return (self.chosen,) if self.situation is None else read(self.tree, self.situation)

    @property
    def extent(self) -> Extent:
        """What the expression denotes, in its first reading."""
        return self.chosen.extent

    @property
    def type(self) -> str:
        """The TIMEX3 type: DATE, TIME, DURATION or SET."""
        return self.chosen.type

    @property
    def value(self) -> str:
        """The TIMEX3 value; a range has two of them with "/" between."""
        return self.chosen.value

    @property
    def mod(self) -> str | None:
        """The TIMEX3 modifier: START, MID, END, APPROX, MORE_THAN …, or None."""
        return mod_of(self.tree)

    @property
    def grain(self) -> Grain | None:
        """How fine the time was said: an hour for "3 p.m.", a month for "May"; None for "recently"."""
        return grain(self.chosen.tree)

    def explain(self) -> str:
        """Return, bound by bound, what made it: rules, their sizes and sources, and the words."""
        return explanation(self.text, self.readings, self.situation, self.derivation)


def timex(
    text: str, span: tuple[int, int], tree: Node, situation: Situation, derivation: Derivation = ()
) -> Timex:
    """Return the time expression that *tree* is for a situation; *span* is where it stands.

    Raises Unresolved or Contradiction, quoting the text, where the tree has no reading.
    """
    try:
        chosen = likeliest(tree, situation)
    except TimelineError as error:
        raise type(error)(f"{quote(text)}: {error}", text=text, span=span) from error
    return Timex(text, *span, tree, chosen, situation, derivation)
