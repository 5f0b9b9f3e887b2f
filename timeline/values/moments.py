"""Moments at the surface: ISO 8601 text and datetime, to and from integer microseconds."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, tzinfo

from timeline.values.calendar import (
    DAY,
    HOUR,
    LINEAR,
    MINUTE,
    MONTHS,
    SECOND,
    civil,
    day_number,
    month_length,
)
from timeline.values.errors import OutOfRange, TimelineError, quote
from timeline.values.grain import Grain
from timeline.values.zones import (
    EPOCH,
    Zone,
    candidates,
    offset_at,
    offset_text,
    own_offset,
    zone,
)

Moment = datetime | date | str

_ISO = re.compile(
    r"(\d{4}|[+-]\d{4,18})(?:-(\d\d)(?:-(\d\d)"
    r"(?:[T ](\d\d)(?::(\d\d)(?::(\d\d)(?:[.,](\d{1,6})\d*)?)?)?"
    r"\s?(Z|[+-]\d\d(?::?\d\d(?::\d\d(?:\.\d{6})?)?)?)?)?)?)?",
    re.ASCII,
)
_LONGEST = 80  # characters that such text may have: enough for any year, fraction and offset
_EPOCH_ORDINAL = EPOCH.toordinal()
_GRAINS = (Grain.YEAR, Grain.MONTH, Grain.DAY, Grain.HOUR, Grain.MINUTE, Grain.SECOND)


def iso_text(instant: int, where: Zone) -> str:
    """Write an instant as ISO 8601: local time and offset where a zone is known, any year.

    >>> iso_text(0, None), iso_text(0, zone("Asia/Tokyo"))
    ('1970-01-01T00:00:00', '1970-01-01T09:00:00+09:00')
    """
    offset = 0 if where is None else offset_at(instant, where)
    day, time = divmod(instant + offset, DAY)
    seconds, micros = divmod(time, SECOND)
    fraction = f".{micros:06}" if micros else ""
    clock = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{fraction}"
    return f"{date_text(day)}T{clock}{'' if where is None else offset_text(offset)}"


def date_text(day: int) -> str:
    """Write a day number as ISO 8601; years outside 0000–9999 carry a sign.

    >>> date_text(19500), date_text(-735160)
    ('2023-05-23', '-0043-03-15')
    """
    year, month, day_of_month = civil(day)
    return f"{year_text(year)}-{month:02}-{day_of_month:02}"


def year_text(year: int) -> str:
    """Write a year as ISO 8601: at least four digits, a sign outside 0000–9999.

    >>> year_text(-43), year_text(800), year_text(12000)
    ('-0043', '0800', '+12000')
    """
    sign = "-" if year < 0 else "+" if year > 9999 else ""
    return f"{sign}{abs(year):04}"


def to_datetime(instant: int, where: Zone) -> datetime:
    """Return an instant as datetime: aware in its zone, else naive local time.

    >>> to_datetime(0, None)
    datetime.datetime(1970, 1, 1, 0, 0)

    Raises OutOfRange for a year that datetime can't hold.
    """
    try:
        if where is None:
            return EPOCH + timedelta(microseconds=instant)
        # Not via UTC, which may be out of range in the years 1 and 9999 where local time is not.
        local = instant + offset_at(instant, where)
        first, second = candidates(local, where)
        moment = EPOCH + timedelta(microseconds=local)
        return moment.replace(tzinfo=where, fold=int(first < second == instant))
    except OverflowError as error:
        text = iso_text(instant, where)
        raise OutOfRange(f"datetime can't hold {text}: use isoformat()", text=text) from error


def from_datetime(moment: datetime) -> tuple[int, Zone]:
    """Return the instant and the zone of an aware datetime, the local time and None of a naive one.

    >>> from_datetime(datetime(1970, 1, 1, 1))
    (3600000000, None)

    Raises AnchorError where its zone fails.
    """
    local = _date(moment) + moment.hour * HOUR + moment.minute * MINUTE
    local += moment.second * SECOND + moment.microsecond
    offset = own_offset(moment)
    return (local, None) if offset is None else (local - offset, zone(moment.tzinfo))


def _date(value: date) -> int:
    try:
        return (value.toordinal() - _EPOCH_ORDINAL) * DAY
    except ValueError as error:  # such as NaT, which is a datetime to isinstance
        raise TimelineError(f"{quote(value)} is no moment: {error}") from error


def read_moment(value: Moment) -> tuple[int, int, Grain, Zone]:
    """Read a moment as (start, end, grain, own zone): instants if it has a zone, else local times.

    >>> read_moment(date(1970, 1, 2))
    (86400000000, 172800000000, Grain.DAY, None)

    A datetime is exact. Raises TimelineError for what is no moment.
    """
    if isinstance(value, datetime):
        moment, own = from_datetime(value)
        return moment, moment, Grain.MICROSECOND, own
    if isinstance(value, date):
        return _date(value), _date(value) + DAY, Grain.DAY, None
    if isinstance(value, str):
        start, end, grain, own = read_iso(value)
        return candidates(start, own)[0], candidates(end, own)[0], grain, own
    raise TimelineError(f"{quote(value)} is no moment: give a datetime, a date or ISO 8601 text")


def read_iso(text: str) -> tuple[int, int, Grain, tzinfo | None]:
    """Read ISO 8601 text into (start, end, grain, zone of its offset), in local time.

    >>> start, end, grain, offset = read_iso("2023-05")
    >>> date_text(start // DAY), date_text(end // DAY), grain, offset
    ('2023-05-01', '2023-06-01', Grain.MONTH, None)

    Raises TimelineError for text of another form and for days that do not exist.
    """
    match = _ISO.fullmatch(text.strip()) if len(text) < _LONGEST else None
    if match is None:
        example = "'2023-05-23' or '2023-05-23T15:00'"
        raise TimelineError(f"{quote(text)} is no ISO 8601 moment such as {example}", text=text)
    *numbers, fraction, offset = match.groups()
    fields = [int(number) for number in numbers if number is not None]
    local, own = _local(fields, text), zone(offset or None)
    if fraction:
        local += int(fraction.ljust(6, "0"))
        return local, local, Grain.MICROSECOND, own
    grain = _GRAINS[len(fields) - 1]
    return local, _end(local, fields, grain), grain, own


def _local(fields: list[int], text: str) -> int:
    year, month, day, hour, minute, second = (fields + [0, 1, 1, 0, 0, 0][len(fields) :])[:6]
    if not (1 <= month <= 12 and 1 <= day <= month_length(year, month)):
        raise TimelineError(f"there is no day {quote(text)}", text=text)
    if hour > 24 or minute > 59 or second > 59 or (hour == 24 and (minute or second)):
        raise TimelineError(f"there is no time of day {quote(text)}", text=text)
    return day_number(year, month, day) * DAY + hour * HOUR + minute * MINUTE + second * SECOND


def _end(local: int, fields: list[int], grain: Grain) -> int:
    if grain in MONTHS:
        months = fields[0] * 12 + (fields[1] - 1 if len(fields) > 1 else 0) + MONTHS[grain]
        return day_number(months // 12, months % 12 + 1, 1) * DAY
    return local + LINEAR[grain]
