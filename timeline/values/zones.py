"""Time zones: local times on integers, for any year, and what clock changes do to them.

An *instant* is microseconds from 1970-01-01T00:00 UTC. Without a zone (`None`) instants and local times
are the same numbers. A local time that a clock change skips or doubles has no single instant; the
functions here give the bounds that are certainly right.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from timeline.values.calendar import DAY, HOUR, MINUTE
from timeline.values.errors import AnchorError, quote

Zone = tzinfo | None

EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - local times are naive on purpose
_EPOCH_UTC = EPOCH.replace(tzinfo=UTC)
_FIRST = -719_160 * DAY  # early in year 1: before it the first offset known to the zone holds
_LAST = 2_932_500 * DAY  # late in 9998: after it rules repeat with the calendar
_CYCLE = 146_097 * DAY
_OFFSET = re.compile(r"(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?", re.IGNORECASE)
FOREIGN = (ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)
"""What a tzinfo from elsewhere may raise: its code is not ours, but its failure becomes ours."""

# The offsets that clocks on Earth have had: what an unknown zone may stand for.
WESTMOST, EASTMOST = -12 * HOUR, 14 * HOUR


def zone(value: str | tzinfo | None) -> Zone:
    """Return the zone that a name ("Europe/Kyiv", "UTC", "+03:00") or a tzinfo stands for.

    >>> zone("Europe/Kyiv"), zone("+03:00"), zone(None)
    (zoneinfo.ZoneInfo(key='Europe/Kyiv'), datetime.timezone(datetime.timedelta(seconds=10800)), None)

    Raises AnchorError for a name that the zone data does not have.
    """
    if value is None:
        return None
    if isinstance(value, str):
        return _named(value)
    if not isinstance(value, tzinfo):
        raise AnchorError(f"{quote(value)} is no time zone: give a name such as 'Europe/Kyiv'")
    # pytz objects answer wrongly when attached to a datetime; their name leads to the real zone.
    name = getattr(value, "zone", None)
    if isinstance(name, str):
        return _named(name)
    try:
        hash(value)
    except FOREIGN as error:
        raise AnchorError(f"the time zone {quote(value)} can't be hashed") from error
    return value


@lru_cache(maxsize=1024)
def _named(name: str) -> tzinfo:
    if name.upper() in ("UTC", "Z"):
        return UTC
    match = _OFFSET.fullmatch(name)
    if match:
        sign, hours, minutes = match.groups()
        size = timedelta(hours=int(hours), minutes=int(minutes or 0))
        if size < timedelta(hours=24):
            return timezone(-size if sign == "-" else size)
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise AnchorError(
            f"no time zone {quote(name)}: give an IANA name such as 'Europe/Kyiv', or '+03:00'",
            text=name,
        ) from error


def zone_name(where: tzinfo) -> str | tzinfo:
    """Return what `zone` reads back as *where*: a name, an offset, or the foreign object itself.

    >>> zone_name(zone("Europe/Kyiv")), zone_name(zone("-0330"))
    ('Europe/Kyiv', '-03:30')
    """
    key = getattr(where, "key", None)
    if isinstance(key, str):
        return key
    if where is UTC:
        return "UTC"
    return offset_text(_microseconds(where.utcoffset(None))) if type(where) is timezone else where


def offset_text(offset: int) -> str:
    """Write an offset from UTC in ISO 8601.

    >>> offset_text(3 * HOUR), offset_text(-210 * MINUTE)
    ('+03:00', '-03:30')
    """
    sign = "-" if offset < 0 else "+"
    minutes, rest = divmod(abs(offset), MINUTE)
    seconds = f":{rest // 1_000_000:02}" if rest else ""
    return f"{sign}{minutes // 60:02}:{minutes % 60:02}{seconds}"


def _microseconds(delta: timedelta | None) -> int:
    if delta is None:
        raise AnchorError("a time zone that gives no offset can't be used")
    return (delta.days * 86_400 + delta.seconds) * 1_000_000 + delta.microseconds


def _in_range(time: int) -> int:
    """Move a time into the years that zone data speaks of, to the same place in the calendar cycle."""
    if time < _FIRST:
        return _FIRST
    if time > _LAST:
        return time - ((time - _LAST) // _CYCLE + 1) * _CYCLE
    return time


def _offset_of_local(local: int, where: tzinfo, fold: int) -> int:
    naive = EPOCH + timedelta(microseconds=_in_range(local))
    try:
        return _microseconds(naive.replace(tzinfo=where, fold=fold).utcoffset())
    except FOREIGN as error:
        raise AnchorError(f"the time zone {quote(where)} failed: {error}") from error


@lru_cache(maxsize=4096)
def offset_at(instant: int, where: tzinfo) -> int:
    """Return the zone's offset from UTC at an instant.

    >>> offset_at(0, zone("Asia/Tokyo")) == 9 * HOUR
    True
    """
    moment = _EPOCH_UTC + timedelta(microseconds=_in_range(instant))
    try:
        return _microseconds(moment.astimezone(where).utcoffset())
    except FOREIGN as error:
        raise AnchorError(f"the time zone {quote(where)} failed: {error}") from error


def to_local(instant: int, where: Zone) -> int:
    """Return the local time that clocks show at an instant.

    >>> to_local(0, zone("Asia/Tokyo")) == 9 * HOUR
    True
    """
    return instant if where is None else instant + offset_at(instant, where)


@lru_cache(maxsize=16384)
def candidates(local: int, where: Zone) -> tuple[int, int]:
    """Return the two instants that a local time may mean; they differ only at a clock change.

    >>> kyiv = zone("Europe/Kyiv")
    >>> first, second = candidates(1_698_550_200 * 1_000_000, kyiv)  # 2023-10-29 03:30, shown twice
    >>> (second - first) // HOUR
    1
    """
    if where is None:
        return local, local
    first = local - _offset_of_local(local, where, 0)
    second = local - _offset_of_local(local, where, 1)
    return (first, second) if first <= second else (second, first)


def clock_change(local: int, where: Zone) -> str | None:
    """Tell whether a local time is "skipped" or "doubled" by a clock change.

    >>> clock_change(1_679_797_800 * 1_000_000, zone("Europe/Kyiv"))  # 2023-03-26 02:30
    >>> clock_change(1_679_801_400 * 1_000_000, zone("Europe/Kyiv"))  # 2023-03-26 03:30
    'skipped'
    """
    first, second = candidates(local, where)
    if first == second:
        return None
    return "doubled" if to_local(first, where) == local else "skipped"


@lru_cache(maxsize=4096)
def edge(local: int, where: Zone) -> tuple[int, int]:
    """Return the bounds of the instant at which clocks reach a local time.

    A skipped time is reached at the clock change, a doubled one at either of its two instants.
    """
    first, second = candidates(local, where)
    if where is None or first == second or to_local(first, where) == local:
        return first, second
    low, high = first, second
    before = offset_at(low, where)
    while high - low > 1:
        middle = (low + high) // 2
        if offset_at(middle, where) == before:
            low = middle
        else:
            high = middle
    return high, high


def period(s0: int, s1: int, e0: int, e1: int, where: Zone) -> tuple[int, int, int, int]:
    """Turn bounds on the wall clock into bounds on instants.

    A period that a clock change swallows whole is spread over both of its possible places.
    """
    if where is None:
        return s0, s1, e0, e1
    bounds = edge(s0, where)[0], edge(s1, where)[1], edge(e0, where)[0], edge(e1, where)[1]
    if bounds[3] > bounds[0] and bounds[2] <= bounds[3]:
        return bounds
    start, end = candidates(s0, where), candidates(e1, where)
    return start[0], start[1], end[0], end[1]
