"""Cases for `resolve`: a phrase and what it must mean, with its bounds in a compact notation.

Bounds are "start/end", each "earliest..latest" or one moment for both: "05-23T13:00..14:00/16:00..17:00".
A moment takes what it leaves out from the one before: the year (2023 at first), then the day. A day alone is
its midnight; "<" and ">" mean a microsecond less and more; "-" no bound; "open" an end that goes on.
"05-22T21:00~24:00" speaks of the outermost bounds alone: where the start is earliest, the end latest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

import pytest

from timeline import Anchor, Policy, resolve
from timeline.values.extent import Bounds, Extent

NEWS = Policy()
NORTH = Policy(hemisphere="north")
_TICK = timedelta(microseconds=1)
_MOMENT = re.compile(
    r"(?:(?:(?P<year>\d{4})-)?(?P<month>\d\d)-(?P<day>\d\d))?"
    r"T?(?:(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d))?)?(?P<tick>[<>]?)"
)


class Case(NamedTuple):
    """A phrase and what it must mean; what is None is not checked, but `mod`, which must be None too."""

    phrase: str
    value: str | None
    bounds: str | None = None
    mod: str | None = None
    second: str | None = None
    usual: str | None = None
    kind: str | None = None


def table(rows: Iterable[Case]) -> pytest.MarkDecorator:
    """Parametrize a test over cases, named by their phrases."""
    return pytest.mark.parametrize("case", list(rows), ids=lambda case: case.phrase or "empty")


def check(case: Case, anchor: Anchor, policy: Policy = NEWS, kind: str | None = None) -> None:
    """Resolve the phrase of a case and compare all that the case speaks of."""
    timex = resolve(case.phrase, anchor, policy=policy)
    expected: dict[str, object] = {"mod": case.mod}
    found: dict[str, object] = {"mod": timex.mod}
    if case.value is not None:
        expected["value"], found["value"] = case.value, timex.value
    if case.kind or kind:
        expected["type"], found["type"] = case.kind or kind, timex.type
    if case.second is not None:
        second = timex.readings[1].value if len(timex.readings) > 1 else None
        expected["second"], found["second"] = case.second, second
    if case.bounds is not None:
        expected["bounds"], found["bounds"] = _both(case.bounds, timex.extent)
    if case.usual is not None:
        expected["usual"], found["usual"] = _both(case.usual, timex.extent.typical)
    assert found == expected, f"{case.phrase!r} means {found}, not {expected}"


def same_bounds(bounds: str, extent: Extent) -> bool:
    """Tell whether an extent has these bounds."""
    expected, found = _both(bounds, extent)
    return expected == found


def _both(bounds: str, extent: Extent | None) -> tuple[list[str], list[str]]:
    """The moments that the notation asks for, and those of an extent."""
    if extent is None:
        return [bounds], []
    start, end = extent.start, extent.end
    if "~" in bounds:
        return _written(bounds.split("~")), [_first(start), _last(end)]
    sides = [side.split("..") for side in bounds.split("/")]
    expected = _written([text for side in sides for text in (side[0], side[-1])])
    return expected, [_first(start), _last(start), _first(end), _last(end)]


def _first(bounds: Bounds) -> str:
    return _wall(bounds.earliest)


def _last(bounds: Bounds) -> str:
    return "open" if bounds.open else _wall(bounds.latest)


def _wall(moment: datetime | None) -> str:
    """The local time of a bound; its zone is the anchor's."""
    return "-" if moment is None else moment.replace(tzinfo=None).isoformat()


def _written(texts: list[str]) -> list[str]:
    at = datetime(2023, 1, 1)
    found = []
    for text in texts:
        if text in {"-", "open"}:
            found.append(text)
            continue
        at, tick = _read(text, at)
        found.append((at + tick).isoformat())
    return found


def _read(text: str, before: datetime) -> tuple[datetime, timedelta]:
    """The moment of a text, the day and the year taken from the moment before where it has none."""
    match = _MOMENT.fullmatch(text)
    assert match is not None, f"{text!r} is no moment"
    parts = {name: int(match[name]) for name in ("year", "month", "day") if match[name]}
    at = before.replace(**parts, hour=0, minute=0, second=0)  # type: ignore[arg-type]
    hours, minutes, seconds = (int(match[name] or 0) for name in ("hour", "minute", "second"))
    tick = {"": timedelta(0), "<": -_TICK, ">": _TICK}[match["tick"]]
    return at + timedelta(hours=hours, minutes=minutes, seconds=seconds), tick
