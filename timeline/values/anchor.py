"""The anchor: what "now" is for a text."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from attrs import field, frozen

from timeline.values.errors import AnchorError, TimelineError, quote
from timeline.values.grain import Grain
from timeline.values.moments import Moment, read_moment, to_datetime
from timeline.values.zones import Zone, candidates, period, zone, zone_name

Window = tuple[Zone, int, int]
"""A zone, the first instant that the anchor may be if it is the right one, and the first after all.

The two are the same where the anchor is exact.
"""


@frozen(repr=False, init=False)
class Anchor:
    """The publication of a text: known to the year, the month, the day … or the microsecond.

    >>> anchor = Anchor("2023-05-23", tz="Europe/Kyiv")
    >>> anchor.earliest.isoformat(), anchor.latest.isoformat()
    ('2023-05-23T00:00:00+03:00', '2023-05-24T00:00:00+03:00')
    >>> Anchor("2023-05").grain
    Grain.MONTH

    *when* is a datetime (an exact moment), a date, or ISO 8601 text, which is as exact as it is
    written. *tz* is a zone's name, a tzinfo, or a list of several that are possible; without it
    the anchor has the zone of an aware datetime or of the text's offset, else none: then all
    results are naive local times. `earliest` and `latest` are the first moment that it may be and,
    unless it is known exactly, the first that it is not. Raises AnchorError.
    """

    when: str
    zones: tuple[tzinfo, ...]
    grain: Grain
    windows: tuple[Window, ...] = field(eq=False)

    def __init__(self, when: Moment, *, tz: str | tzinfo | Iterable[str | tzinfo] | None = None) -> None:
        try:
            start, end, grain, own = read_moment(when)
        except TimelineError as error:
            raise AnchorError(f"no anchor: {error}", text=error.text) from error
        zones = _zones(tz) or ((own,) if own is not None else ())
        windows = tuple(_window(start, end, own, where) for where in zones or (None,))
        self.__attrs_init__(_written(when), zones, grain, windows)

    if TYPE_CHECKING:  # attrs writes it

        def __attrs_init__(
            self,
            when: str,
            zones: tuple[tzinfo, ...],
            grain: Grain,
            windows: tuple[Window, ...],
        ) -> None: ...

    @property
    def earliest(self) -> datetime:
        """The first moment that the anchor may be, in its first zone."""
        return to_datetime(min(low for _, low, _ in self.windows), self.windows[0][0])

    @property
    def latest(self) -> datetime:
        """The first moment after all that the anchor may be (itself, where it is exact)."""
        return to_datetime(max(high for _, _, high in self.windows), self.windows[0][0])

    def __repr__(self) -> str:
        names = [zone_name(where) for where in self.zones]
        if not names:
            return f"Anchor({self.when!r})"
        return f"Anchor({self.when!r}, tz={(names[0] if len(names) == 1 else names)!r})"


def _written(when: Moment) -> str:
    # The fraction keeps an exact datetime exact when its text is read back.
    if isinstance(when, datetime):
        return when.isoformat(timespec="microseconds")
    return when.strip() if isinstance(when, str) else when.isoformat()


def _zones(tz: str | tzinfo | Iterable[str | tzinfo] | None) -> tuple[tzinfo, ...]:
    if tz is None:
        return ()
    if isinstance(tz, str | tzinfo):
        tz = (tz,)
    if not isinstance(tz, Iterable):
        raise AnchorError(f"{quote(tz)} is no time zone: give a name such as 'Europe/Kyiv'")
    return tuple(dict.fromkeys(map(_possible, tz)))


def _possible(value: str | tzinfo) -> tzinfo:
    where = zone(value)
    if where is None:
        raise AnchorError("None can't be one of several time zones: leave tz out")
    return where


def _window(start: int, end: int, own: tzinfo | None, where: Zone) -> Window:
    if own is not None:
        return where, start, end
    if start == end:
        first, second = candidates(start, where)
        return where, first, second + (first < second)
    low, _, _, high = period(start, start, end, end, where)
    return where, low, high
