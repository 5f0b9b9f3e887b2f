"""The width ledger: for each bound, the steps that made it, their sizes, sources and words."""

from __future__ import annotations


from timeline.meaning import tree
from timeline.meaning.denote import Reading, Situation
from timeline.meaning.evaluate import sketch
from timeline.meaning.sketch import Sketch, Trace
from timeline.meaning.tree import Node
from timeline.meaning.widths import Width
from timeline.values.anchor import Window
from timeline.values.calendar import DAY, HOUR, MINUTE, SECOND
from timeline.values.extent import Extent, Limit
from timeline.values.moments import iso_text
from timeline.values.zones import clock_change, zone_name

Derivation = tuple[tuple[Node, str], ...]
"""The nodes that the words of a phrase were read as, with those words, in the order they were built."""

_BOUNDS = ("start.earliest", "start.latest", "end.earliest", "end.latest")
_UNITS = ((DAY, "d"), (HOUR, "h"), (MINUTE, "min"), (SECOND, "s"))


def explanation(
    text: str, readings: tuple[Reading, ...], situation: Situation | None, derivation: Derivation
) -> str:
    """Return the ledger of the first reading, and the other readings with their rules."""
    first = readings[0]
    lines = [f"{text!r} is {first.type} {first.value}: {first.rule}"]
    if situation is not None:
        steps = _steps(first, situation, derivation)
        for number, name in enumerate(_BOUNDS):
            lines += _ledger(name, number, first.extent, steps)
        lines += _clock_changes(first.tree, situation)
    lines += [f"also {other.value}: {other.rule}" for other in readings[1:]]
    return "\n".join(lines)


Step = tuple[str, tuple[Limit, Limit, Limit, Limit]]


def _steps(reading: Reading, situation: Situation, derivation: Derivation) -> list[Step]:
    """Return what each operator made of the four bounds, from the inside out, then the anchor's width."""
    window = situation.anchor.windows[0]
    trace: Trace = []
    frames = situation.frames(window, trace)
    sketch(reading.tree, frames[0])
    steps: list[Step] = []
    widths: list[Width] = []
    for subject, found in trace:
        if isinstance(found, Width):
            widths.append(found)
        elif isinstance(found, Sketch) and isinstance(subject, Node):
            four = found.extent(window[0]).box[:4]
            steps.append((_described(subject, widths, derivation), four))
            widths = []
    steps.append((_anchor_width(situation), reading.extent.box[:4]))
    return steps


def _described(node: Node, widths: list[Width], derivation: Derivation) -> str:
    words = _words(node, derivation)
    name = f"{words!r}" if words else type(node).__name__.lower()
    sized = "; ".join(dict.fromkeys(_sized(width) for width in widths))
    return f"{name}: {sized}" if sized else name


def _sized(width: Width) -> str:
    core, outer = ("..".join(_place(p) for p in pair) for pair in (width.core, width.outer))
    return f"{width.name} {core}, at most {outer} ({width.source})"


def _place(place: object) -> str:
    return str(getattr(place, "text", place))


def _words(node: Node, derivation: Derivation) -> str | None:
    """Return the words that a node was read from; what a reading settled goes by what it settled."""
    what = getattr(node, "what", None)
    for wanted in (node, tree.Bare(what) if isinstance(what, Node) else None, what):
        for known, words in reversed(derivation):
            if known == wanted:
                return words
    return None


def _anchor_width(situation: Situation) -> str:
    anchor = situation.anchor
    zones = f", in one of {len(anchor.zones)} zones" if len(anchor.zones) > 1 else ""
    return f"publication {anchor.when} known to the {anchor.grain}{zones}"


def _ledger(name: str, number: int, extent: Extent, steps: list[Step]) -> list[str]:
    final = extent.box[number]
    side = extent.start if number < 2 else extent.end
    if final is None:
        return [f"{name}: {'open, it goes on' if side.open else 'not known'}"]
    lines = [f"{name} {iso_text(final, extent.zone)}"]
    previous: Limit = None
    for told, four in steps:
        limit = four[number]
        if limit is None or (previous is not None and abs(limit - previous) <= 1):
            continue
        size = iso_text(limit, extent.zone) if previous is None else _size(limit - previous)
        lines.append(f"    {told} {'→ ' if previous is None else ''}{size}")
        previous = limit
    return lines


def _size(micros: int) -> str:
    """Write a difference with its sign: "+13 h", "-1 d 3 h"."""
    rest, parts = abs(micros), []
    for size, unit in _UNITS:
        count, rest = divmod(rest, size)
        if count:
            parts.append(f"{count} {unit}")
    if rest:
        parts.append(f"{rest} µs")
    return f"{'-' if micros < 0 else '+'}{' '.join(parts)}"


def _clock_changes(node: Node, situation: Situation) -> list[str]:
    """Tell which local times of a reading a clock change skips or doubles."""
    lines: list[str] = []
    for window in situation.anchor.windows:
        for frame in situation.frames(window):
            lines += _changed(sketch(node, frame), window)
    return list(dict.fromkeys(lines))


def _changed(found: Sketch, window: Window) -> list[str]:
    where = window[0]
    if where is None or found.exact is not None:
        return []
    told = ((limit, clock_change(limit, where)) for limit in found.bounds if limit is not None)
    return [
        f"{iso_text(limit, None)} is {change} by a clock change in {zone_name(where)}"
        for limit, change in told
        if change
    ]


