"""Time zones: local times on integers, for any year, and what clock changes do to them.

An *instant* is microseconds from 1970-01-01T00:00 UTC. Without a zone (`None`) instants and local
times are the same numbers. A local time that a clock change skips or doubles has no single instant;
the functions here give the bounds that are certainly right.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from timeline.values.calendar import DAY, HOUR, MINUTE, SECOND
from timeline.values.errors import AnchorError, quote

Zone = tzinfo | None

EPOCH = datetime(1970, 1, 1)
_EPOCH_UTC = EPOCH.replace(tzinfo=UTC)
_FIRST = -719_160 * DAY  # early in year 1: before it the first offset known to the zone holds
_LAST = 2_932_500 * DAY  # late in 9998: after it rules repeat with the calendar
_CYCLE = 146_097 * DAY
_OFFSET = re.compile(
    r"(?:UTC|GMT)?([+-])(\d{1,2})(?::?([0-5]\d)(?::?([0-5]\d)(?:\.(\d{6}))?)?)?",
    re.ASCII | re.IGNORECASE,
)

# The offsets that clocks have had since 1900: what an unknown zone may stand for.
WESTMOST, EASTMOST = -12 * HOUR, 14 * HOUR


def zone(value: str | tzinfo | None) -> Zone:
    """Return the zone that a name ("Europe/Kyiv", "UTC", "+03:00") or a tzinfo stands for.

    >>> zone("Europe/Kyiv"), zone("UTC"), zone(None)
    (zoneinfo.ZoneInfo(key='Europe/Kyiv'), datetime.timezone.utc, None)

    Raises AnchorError for a name that the zone data does not have, and for a tzinfo that fails.
    """
    if value is None:
        return None
    if isinstance(value, str):
        return _named(value)
    if not isinstance(value, tzinfo):
        raise AnchorError(f"{quote(value)} is no time zone: give a name such as 'Europe/Kyiv'")
    try:
        return _foreign(value)
    except Exception as error:
        raise AnchorError(f"the time zone {quote(value)} can't be used: {error}") from error


def _foreign(value: tzinfo) -> tzinfo:
    """Return the zone of a tzinfo: by its name if it has one, as one name is one zone."""
    if type(value) is timezone:
        return value
    # pytz objects answer wrongly when attached to a datetime; their name leads to the real zone.
    name = value.key if type(value) is ZoneInfo else getattr(value, "zone", None)
    if isinstance(name, str):
        return _named(name)
    if type(value).__module__.startswith("dateutil.") and getattr(value, "__hash__", None) is None:
        offset = value.utcoffset(None)
        if offset is None:
            raise AnchorError("give its name, as zones of dateutil can't be hashed")
        return timezone(offset)  # tzutc and tzoffset, which dateutil's parser attaches
    offset_at(0, value)
    return value


@lru_cache(maxsize=1024)
def _named(name: str) -> tzinfo:
    if name.upper() in ("UTC", "Z"):
        return UTC
    match = _OFFSET.fullmatch(name)
    if match:
        hours, minutes, seconds, micros = (int(digits or 0) for digits in match.groups()[1:])
        if hours < 24:
            size = timedelta(hours=hours, minutes=minutes, seconds=seconds, microseconds=micros)
            return timezone(-size if match[1] == "-" else size)
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
    """Write an offset from UTC in ISO 8601, with seconds only where there are any.

    >>> offset_text(3 * HOUR), offset_text(-210 * MINUTE)
    ('+03:00', '-03:30')
    """
    sign = "-" if offset < 0 else "+"
    minutes, rest = divmod(abs(offset), MINUTE)
    seconds, micros = divmod(rest, SECOND)
    shown = f":{seconds:02}" if rest else ""
    fraction = f".{micros:06}" if micros else ""
    return f"{sign}{minutes // 60:02}:{minutes % 60:02}{shown}{fraction}"


def own_offset(moment: datetime) -> int | None:
    """Return the offset from UTC that a datetime itself gives; None for a naive one.

    >>> own_offset(datetime(2023, 5, 23)), own_offset(datetime(2023, 5, 23, tzinfo=UTC))
    (None, 0)
    """
    try:
        offset = moment.utcoffset()
        return None if offset is None else _microseconds(offset)
    except Exception as error:
        raise AnchorError(f"the time zone {quote(moment.tzinfo)} failed: {error}") from error


def _microseconds(delta: timedelta | None) -> int:
    if delta is None:
        raise AnchorError("a time zone that gives no offset can't be used")
    return (delta.days * 86_400 + delta.seconds) * SECOND + delta.microseconds


def _in_range(time: int) -> int:
    """Move a time into the years that zone data speaks of, keeping its place in the 400 years."""
    if time < _FIRST:
        return _FIRST
    if time > _LAST:
        return time - ((time - _LAST) // _CYCLE + 1) * _CYCLE
    return time


def _offset_of(moment: datetime, where: tzinfo) -> int:
    try:
        there = moment.replace(tzinfo=where) if moment.tzinfo is None else moment.astimezone(where)
        return _microseconds(there.utcoffset())
    except Exception as error:
        raise AnchorError(f"the time zone {quote(where)} failed: {error}") from error


@lru_cache(maxsize=4096)
def offset_at(instant: int, where: tzinfo) -> int:
    """Return the zone's offset from UTC at an instant.

    >>> offset_at(0, zone("Asia/Tokyo")) == 9 * HOUR
    True
    """
    return _offset_of(_EPOCH_UTC + timedelta(microseconds=_in_range(instant)), where)


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
    naive = EPOCH + timedelta(microseconds=_in_range(local))
    first = local - _offset_of(naive, where)
    second = local - _offset_of(naive.replace(fold=1), where)
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

    >>> edge(1_679_801_400 * 1_000_000, zone("Europe/Kyiv"))  # 2023-03-26 03:30, skipped
    (1679792400000000, 1679792400000000)
    """
    first, second = candidates(local, where)
    if where is None or first == second or to_local(first, where) == local:
        return first, second
    change = _change(first, second, where)
    return change, change


def _change(first: int, second: int, where: tzinfo) -> int:
    """Return the instant of the clock change after one instant and not after another."""
    before = offset_at(first, where)
    while second - first > 1:
        middle = (first + second) // 2
        if offset_at(middle, where) == before:
            first = middle
        else:
            second = middle
    return second


def period(s0: int, s1: int, e0: int, e1: int, where: Zone) -> tuple[int, int, int, int]:
    """Turn bounds on a period's start and end from the wall clock into instants.

    Short of a day, a start or end on a doubled time may be either of the two; a day or more holds
    every moment whose local time lies in it. A period that a clock change swallows whole is spread
    over both of its possible places.

    >>> day = 1_698_537_600 * 1_000_000  # 2023-10-29, which has 25 hours in Kyiv
    >>> start, _, end, _ = period(day, day, day + DAY, day + DAY, zone("Europe/Kyiv"))
    >>> (end - start) // HOUR
    25
    """
    if where is None:
        return s0, s1, e0, e1
    bounds = edge(s0, where)[0], edge(s1, where)[1], leave(e0, where)[0], leave(e1, where)[1]
    if bounds[3] <= bounds[0]:
        starts = candidates(s0, where)[0], candidates(s1, where)[1]
        return *starts, candidates(e0 - 1, where)[0] + 1, candidates(e1 - 1, where)[1] + 1
    if e1 - s0 < DAY:
        return bounds
    first = bounds[0] if s0 == s1 and _whole_from(s0, where) else bounds[1]
    last = bounds[3] if e0 == e1 and _whole_to(e0, where) else bounds[2]
    return bounds[0], first, last, bounds[3]


def leave(local: int, where: tzinfo) -> tuple[int, int]:
    """Return the bounds of the instant at which a period that ends at a local time is over.

    Not that of the local time itself: 24:00 comes once where clocks go back from it to 23:00.
    """
    first, second = edge(local - 1, where)
    inside = to_local(second, where) == local - 1
    return first + inside, second + inside


def _whole_from(local: int, where: tzinfo) -> bool:
    """Tell whether clocks that reach a local time twice don't go back to before it between."""
    first, second = edge(local, where)
    return first == second or to_local(_change(first, second, where), where) >= local


def _whole_to(local: int, where: tzinfo) -> bool:
    """Tell whether clocks that come up to a local time twice don't go past it between."""
    first, second = edge(local - 1, where)
    return first == second or to_local(_change(first, second, where) - 1, where) < local
