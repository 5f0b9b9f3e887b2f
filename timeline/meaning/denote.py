"""Denotation: the readings of a tree for an anchor, each a hull over all that the anchor may be."""

from __future__ import annotations

from attrs import field, frozen

from timeline.meaning.evaluate import by_day, sketch
from timeline.meaning.policy import Policy
from timeline.meaning.readings import Context, expand
from timeline.meaning.sketch import Frame, Sketch, Trace, hull_of
from timeline.meaning.timex3 import merged, stamp_text, type_of
from timeline.meaning.tree import Node
from timeline.meaning.widths import Widths
from timeline.values.anchor import Anchor, Window
from timeline.values.calendar import DAY
from timeline.values.errors import TimelineError, Unresolved
from timeline.values.extent import Extent
from timeline.values.zones import Zone


@frozen
class Reading:
    """One way to understand a phrase; *rule* says what put it in its place among the others."""

    extent: Extent
    type: str
    value: str
    tree: Node
    rule: str


@frozen
class Situation:
    """All that a phrase is read against: the anchor, the policy, the widths, and the context if any.

    *direction* is -1 or 1 where a clause's tense decides; *reference* is the time last spoken of.
    """

    anchor: Anchor
    policy: Policy
    widths: Widths = field(eq=False)
    direction: int | None = None
    reference: Extent | None = None

    def frames(self, window: Window, trace: Trace | None = None) -> tuple[Frame, ...]:
        """Return the first and the last moment of an anchor's window as frames."""
        where, low, high = window
        rest = (where, self.policy, self.widths, self.reference, trace)
        first = Frame(low, low, *rest)
        return (first,) if high <= low else (first, Frame(high - 1, high, *rest))


def read(tree: Node, situation: Situation) -> tuple[Reading, ...]:
    """Return the readings of a tree, likeliest first, those that say the same only once.

    Evaluation is monotone in the moment, so the hull over the first and the last moment that the
    anchor may be holds for all between. Raises Unresolved or Contradiction where no reading is left.
    """
    found: dict[tuple[Extent, str], Reading] = {}
    failure: TimelineError | None = None
    for rule, settled in expand(tree, Context(situation.policy, situation.direction)):
        try:
            reading = _reading(rule, settled, situation)
        except TimelineError as error:
            failure = failure or error
        else:
            found.setdefault((reading.extent, reading.value), reading)
    if not found:
        raise failure or Unresolved("there is no such time: check its day, month or number")
    return tuple(found.values())


def likeliest(tree: Node, situation: Situation) -> Reading:
    """Return the first of the readings, without making the others where it denotes something."""
    for rule, settled in expand(tree, Context(situation.policy, situation.direction, likeliest=True))[:1]:
        try:
            return _reading(rule, settled, situation)
        except TimelineError:
            break
    return read(tree, situation)[0]


def _reading(rule: str, tree: Node, situation: Situation) -> Reading:
    sketches: list[tuple[Sketch, Zone]] = []
    for window in situation.anchor.windows:
        first, *rest = situation.frames(window)
        sketches.append((sketch(tree, first), window[0]))
        if not (rest and by_day(tree) and first.here // DAY == rest[0].here // DAY):
            sketches += [(sketch(tree, frame), window[0]) for frame in rest]
    value = stamp_text(sketches[0][0].stamp)
    for other, _ in sketches[1:]:
        value = merged(value, stamp_text(other.stamp))
    return Reading(hull_of(sketches), type_of(tree, value), value, tree, rule or "as said")
