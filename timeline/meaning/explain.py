"""The width ledger: for each bound, the steps that made it, their sizes, sources and words."""

from __future__ import annotations

from timeline.meaning import tree
from timeline.meaning.denote import Reading, Situation
from timeline.meaning.evaluate import sketch
from timeline.meaning.sketch import Four, Sketch, Trace
from timeline.meaning.tree import Node
from timeline.meaning.widths import Offset, Place, Width
from timeline.values.anchor import Window
from timeline.values.bounds import Limit
from timeline.values.calendar import DAY, HOUR, MINUTE, SECOND
from timeline.values.errors import quote
from timeline.values.extent import Extent
from timeline.values.moments import iso_text
from timeline.values.zones import Zone, clock_change, zone_name

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


Step = tuple[str, Four]
"""What was done, and what it made of the four bounds."""


def _steps(reading: Reading, situation: Situation, derivation: Derivation) -> list[Step]:
    """Return what each operator made of the bounds, from the inside out, and last the anchor's width."""
    window = situation.anchor.windows[0]
    trace: Trace = []
    sketch(reading.tree, situation.frames(window, trace)[0])
    steps: list[Step] = []
    widths: list[Width] = []
    for subject, found in trace:
        if isinstance(found, Width):
            widths.append(found)
        elif isinstance(found, Sketch) and isinstance(subject, Node):
            steps += _told(_name(subject, derivation), found, widths, window[0])
            widths = []
    return [*steps, (_anchor_width(situation), reading.extent.box[:4])]


def _told(name: str, found: Sketch, widths: list[Width], where: Zone) -> list[Step]:
    """Tell what a node denotes; of a vague one first its calendar unit, then its core, then its fringe."""
    four = found.extent(where).box[:4]
    if not widths:
        return [(name, four)]
    # A part of a part ("mid afternoon") has the width of both, of which the inner one counts.
    if found.typical is None:
        widths = widths[-1:]
    core = "; ".join(f"{w.name} usually {_pair(w.core)}" for w in widths)
    outer = "; ".join(f"{w.name} at most {_pair(w.outer)} ({w.source})" for w in widths)
    steps: list[Step] = []
    cell = found.stamp.cell
    if found.typical is None and cell is not None:
        unit = Sketch((cell[0], cell[0], cell[1], cell[1]), found.stamp)
        steps.append((f"{name}: the {found.stamp.grain}", unit.extent(where).box[:4]))
    usual = found.typical.extent(where).box[:4] if found.typical else (four[1], four[1], four[2], four[2])
    return [
        *steps,
        (core, usual),
        (outer, four),
    ]


def _pair(pair: tuple[Place, Place]) -> str:
    return "..".join(place.text if isinstance(place, Offset) else str(place) for place in pair)


def _name(node: Node, derivation: Derivation) -> str:
    words = _words(node, derivation)
    return quote(words) if words else type(node).__name__.lower()


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
    # The microsecond that an event lasts at the least is no news beside a second.
    rest, parts = abs(micros) if abs(micros) < SECOND else round(abs(micros), -1), []
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
