"""Hypothesis strategies for the values of this package: for its own tests and for yours.

    >>> from hypothesis import given
    >>> from timeline.testing import anchors
    >>> @given(anchors())
    ... def test_an_anchor_begins_before_it_ends(anchor):
    ...     assert all(first <= last for _, first, last in anchor.windows)
    >>> test_an_anchor_begins_before_it_ends()

Needs `hypothesis`, which the package itself does not.
"""

from __future__ import annotations

from datetime import tzinfo
from functools import cache
from zoneinfo import available_timezones

from hypothesis import strategies as st

from timeline.values.anchor import Anchor
from timeline.values.calendar import DAY, HOUR, day_number
from timeline.values.extent import Bounds, Extent, Length
from timeline.values.grain import Grain
from timeline.values.moments import iso_text
from timeline.values.zones import Zone, offset_at, offset_text, to_local, zone

__all__ = ["anchors", "clock_changes", "extents", "instants", "zones"]

_YEARS = (1900, 2037)  # those in which clocks change in more ways than by the last rule
_FIRST, _LAST = day_number(1, 1, 1) * DAY, day_number(10_000, 1, 1) * DAY - 1
# How much of "2023-05-23T15:00:00.000000" an anchor of each grain has.
_WRITTEN = {
    Grain.YEAR: 4,
    Grain.MONTH: 7,
    Grain.DAY: 10,
    Grain.HOUR: 13,
    Grain.MINUTE: 16,
    Grain.SECOND: 19,
    Grain.MICROSECOND: 26,
}


# --- zones and instants


@cache
def _zone_names() -> tuple[str, ...]:
    return tuple(sorted(available_timezones()))


def zones() -> st.SearchStrategy[tzinfo]:
    """Return a strategy for time zones: every one that the platform has data for, and offsets.

    >>> from hypothesis import find
    >>> where = find(zones(), lambda where: to_local(0, where) == 9 * HOUR)
    >>> offset_at(0, where) // HOUR
    9
    """
    offsets = st.integers(-23 * 60, 23 * 60).map(lambda minutes: offset_text(minutes * 60_000_000))
    return st.one_of(st.sampled_from(_zone_names()), offsets).map(_known)


def _known(name: str) -> tzinfo:
    where = zone(name)
    assert where is not None, name  # noqa: S101 - a name always gives a zone
    return where


@cache
def clock_changes(where: tzinfo, year: int) -> tuple[int, ...]:
    """Return the instants in a year, in order, at which the clocks of a zone change.

    >>> [iso_text(change, None) for change in clock_changes(zone("Europe/Kyiv"), 2023)]
    ['2023-03-26T01:00:00', '2023-10-29T01:00:00']
    """
    first, last = (day_number(y, 1, 1) * DAY for y in (year, year + 1))
    found: list[int] = []
    for start in range(first, last, 7 * DAY):
        low, high = start, start + 7 * DAY
        if offset_at(low, where) == offset_at(high, where):
            continue
        while high - low > 1:
            middle = (low + high) // 2
            same = offset_at(middle, where) == offset_at(low, where)
            low, high = (middle, high) if same else (low, middle)
        found.append(high)
    return tuple(found)


@st.composite
def instants(draw: st.DrawFn, where: Zone = None) -> int:
    """Return a strategy for instants in the years 1 to 9999, many near a clock change of a zone.

    >>> from hypothesis import find
    >>> find(instants(), lambda instant: instant > 0)
    1
    """
    if where is not None and draw(st.booleans()):
        changes = clock_changes(where, draw(st.integers(*_YEARS)))
        if changes:
            return draw(st.sampled_from(changes)) + draw(st.integers(-30 * HOUR, 30 * HOUR))
    return draw(st.integers(_FIRST + DAY, _LAST - DAY))


# --- anchors


@st.composite
def anchors(draw: st.DrawFn) -> Anchor:
    """Return a strategy for anchors: of every grain, with no zone, one or several, or an offset.

    Many are on a day on which clocks change.

    >>> from hypothesis import find
    >>> find(anchors(), lambda anchor: anchor.grain is Grain.MONTH and not anchor.zones)
    Anchor('1970-01')
    """
    possible = draw(st.lists(zones(), max_size=3))
    where = possible[0] if possible else None
    grain = draw(st.sampled_from(tuple(_WRITTEN)))
    local = to_local(draw(instants(where)), where)
    seconds, micros = divmod(local, 1_000_000)
    text = f"{iso_text(seconds * 1_000_000, None)}.{micros:06}"[: _WRITTEN[grain]]
    if grain < Grain.DAY and draw(st.integers(0, 3)) == 0:
        text += draw(st.sampled_from(("Z", "+03:00", "-03:30", "+00:19:32")))
    return Anchor(text, tz=possible or None)


# --- extents


@st.composite
def extents(
    draw: st.DrawFn,
    times: st.SearchStrategy[int] | None = None,
    *,
    lengths: st.SearchStrategy[int] | None = None,
    where: Zone = None,
) -> Extent:
    """Return a strategy for extents of every shape: each bound known or not, exact or loose.

    *times* gives microseconds from 1970 for a start, *lengths* for what is added to or taken from
    it; small ones make extents that can be checked by trying all intervals.

    >>> from hypothesis import find
    >>> find(extents(), lambda extent: extent.end.open).end.latest is None
    True
    """
    lengths = st.integers(0, 400 * DAY) if lengths is None else lengths
    start = draw(instants(where) if times is None else times)
    end = start + 1 + draw(lengths)

    def slack(of: int, sign: int) -> int | None:
        return None if draw(st.booleans()) else of + sign * draw(lengths)

    return Extent(
        Bounds.of(slack(start, -1), slack(start, 1), open=draw(st.booleans()), zone=where),
        Bounds.of(slack(end, -1), slack(end, 1), open=draw(st.booleans()), zone=where),
        Length.of(slack(end - start, -1), slack(end - start, 1)),
        _exactly(start, end, where) if draw(st.booleans()) else None,
    )


def _exactly(start: int, end: int, where: Zone) -> Extent:
    return Extent(Bounds.of(start, start, zone=where), Bounds.of(end, end, zone=where))
