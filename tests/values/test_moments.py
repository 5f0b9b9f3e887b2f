"""Moments: ISO 8601 text and datetime, there and back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.testing import zones
from timeline.values.calendar import DAY
from timeline.values.errors import AnchorError, OutOfRange, TimelineError
from timeline.values.grain import Grain
from timeline.values.moments import (
    date_text,
    from_datetime,
    iso_text,
    read_iso,
    read_moment,
    to_datetime,
    year_text,
)
from timeline.values.zones import Zone, zone

INSTANTS = st.integers(-(10**24), 10**24)


@given(INSTANTS, st.none() | zones())
def test_text_is_read_back(instant: int, where: Zone) -> None:
    start, _, grain, _ = read_moment(iso_text(instant, where))
    assert start == instant
    assert grain in (Grain.SECOND, Grain.MICROSECOND)


@given(st.datetimes(timezones=st.none() | zones()))
def test_a_datetime_is_given_back(moment: datetime) -> None:
    instant, where = from_datetime(moment)
    back = to_datetime(instant, where)
    assert from_datetime(back) == (instant, where)
    assert back.isoformat() == iso_text(instant, where)


@given(st.datetimes())
def test_text_is_what_datetime_writes(moment: datetime) -> None:
    assert iso_text(from_datetime(moment)[0], None) == moment.isoformat()
    assert read_iso(moment.isoformat())[0] == from_datetime(moment)[0]


@given(st.datetimes(), zones(), st.integers(0, 1))
def test_the_offset_of_a_datetime_decides(moment: datetime, where: tzinfo, fold: int) -> None:
    aware = moment.replace(tzinfo=where, fold=fold)
    offset = aware.utcoffset()
    assert offset is not None
    expected = from_datetime(moment)[0] - offset // timedelta(microseconds=1)
    assert from_datetime(aware)[0] == expected


@pytest.mark.parametrize("hours", [-23, 0, 23])
@pytest.mark.parametrize("text", ["0001-01-01T00:00:00", "9999-12-31T23:59:59.999999"])
def test_the_first_and_last_datetime_are_kept(text: str, hours: int) -> None:
    aware = datetime.fromisoformat(text).replace(tzinfo=timezone(timedelta(hours=hours)))
    assert to_datetime(*from_datetime(aware)) == aware


@pytest.mark.parametrize(
    ("text", "first", "after", "grain"),
    [
        ("2023", "2023-01-01", "2024-01-01", Grain.YEAR),
        ("2023-12", "2023-12-01", "2024-01-01", Grain.MONTH),
        ("2024-02-29", "2024-02-29", "2024-03-01", Grain.DAY),
        ("2023-05-23T15", "2023-05-23T15:00", "2023-05-23T16:00", Grain.HOUR),
        ("2023-05-23 23:59", "2023-05-23T23:59", "2023-05-24T00:00", Grain.MINUTE),
        ("2023-05-23T24:00", "2023-05-24T00:00", "2023-05-24T00:01", Grain.MINUTE),
        ("2023-05-23T15:00:59", "2023-05-23T15:00:59", "2023-05-23T15:01:00", Grain.SECOND),
        ("-0043", "-0043-01-01", "-0042-01-01", Grain.YEAR),
        ("-13800000000", "-13800000000-01-01", "-13799999999-01-01", Grain.YEAR),
        (" +12000-01 ", "+12000-01-01", "+12000-02-01", Grain.MONTH),
    ],
)
def test_text_is_as_exact_as_it_is_written(text: str, first: str, after: str, grain: Grain) -> None:
    assert read_iso(text) == (read_iso(first)[0], read_iso(after)[0], grain, None)


def test_a_fraction_is_exact_and_cut_at_microseconds() -> None:
    start, end, grain, _ = read_iso("1970-01-01T00:00:00,1234569")
    assert (start, end, grain) == (123_456, 123_456, Grain.MICROSECOND)


@pytest.mark.parametrize("offset", ["Z", "+03:00", "-0330", "+00:19:32", "-00:00:00.000001"])
def test_an_offset_is_a_zone(offset: str) -> None:
    assert read_iso(f"1936-05-23T15:00{offset}")[3] == zone(offset)


@pytest.mark.parametrize(
    "text",
    [
        *("", "today", "20230523", "23", "023", "2023-5-23", "2023-13-01", "2023-00"),
        *("2023-02-30", "2023-05-23T25:00", "2023-05-23T24:01", "2023-05-23T15:60"),
        *("2023-05-23T15:00:60", "2023-05-23+03:00", "2023-05-23T15:00+24:00"),
        *("2023-05-23T15:00+03:00:99", "2023-05-23T15:00 Mars", "٢٠٢٣", "\ud800", "2023\0"),
        "2023-05-23T15:00:00." + "1" * 1_000_000,
    ],
)
def test_other_text_is_refused(text: str) -> None:
    with pytest.raises(TimelineError) as caught:
        read_iso(text)
    assert len(str(caught.value)) < 300


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        start, end, _, _ = read_iso(text)
    except TimelineError:
        return
    assert start <= end


@pytest.mark.parametrize("value", [None, 2023, 2023.5, b"2023", ["2023"], timedelta(1), UTC])
def test_what_is_no_moment_is_refused(value: object) -> None:
    with pytest.raises(TimelineError, match="is no moment"):
        read_moment(value)  # type: ignore[arg-type]


def test_a_date_is_a_day() -> None:
    assert read_moment(date(1970, 1, 2)) == (DAY, 2 * DAY, Grain.DAY, None)


class NotATime(datetime):
    """As NaT of pandas: a datetime that has no fields."""

    def toordinal(self) -> int:
        raise ValueError("NaT has no ordinal")


def test_a_datetime_that_is_no_time_is_refused() -> None:
    with pytest.raises(TimelineError, match="no ordinal"):
        read_moment(NotATime(2023, 1, 1))


@pytest.mark.parametrize("text", ["+10000-01-01", "0000-12-31", "+2000000000-01-01"])
def test_what_datetime_cannot_hold_is_out_of_range(text: str) -> None:
    instant = read_iso(text)[0]
    for where in (None, zone("UTC"), zone("Europe/Kyiv")):
        with pytest.raises(OutOfRange) as caught:
            to_datetime(instant, where)
        assert isinstance(caught.value, OverflowError)
        assert caught.value.text == iso_text(instant, where)


@pytest.mark.parametrize(
    ("day", "text"), [(19_500, "2023-05-23"), (-735_160, "-0043-03-15"), (-719_163, "0000-12-31")]
)
def test_a_date_is_written(day: int, text: str) -> None:
    assert date_text(day) == text


@given(st.integers(-(10**12), 10**12))
def test_a_year_is_read_back(year: int) -> None:
    assert int(year_text(year)) == year
    assert read_iso(year_text(year))[2] is Grain.YEAR


# --- zones that fail


class Strange(tzinfo):
    """A zone whose offset is what it was made with; an exception is raised."""

    def __init__(self, offset: object, dst: timedelta | None = None) -> None:
        self.offset = offset
        self.summer = dst

    def utcoffset(self, moment: datetime | None) -> timedelta | None:
        del moment
        if isinstance(self.offset, Exception):
            raise self.offset
        return self.offset  # type: ignore[return-value]

    def dst(self, moment: datetime | None) -> timedelta | None:
        del moment
        return self.summer

    def tzname(self, moment: datetime | None) -> None:
        del moment

    def __repr__(self) -> str:
        raise RuntimeError("no repr")


class Unhashable(Strange):
    """A zone that works but for its hash."""

    __hash__ = None  # type: ignore[assignment]


STRANGE = [
    Strange(timedelta(hours=25)),
    Strange("an hour"),
    Strange(KeyError("no data")),
    Strange(OSError("no file")),
    Strange(AssertionError()),
    Strange(timedelta(hours=1)),  # without dst(), instants have no local time
    Unhashable(timedelta(hours=1), timedelta(0)),
]


@pytest.mark.parametrize("where", STRANGE, ids=range(len(STRANGE)))
def test_a_zone_that_fails_is_refused(where: tzinfo) -> None:
    with pytest.raises(AnchorError):
        from_datetime(datetime(2023, 5, 23, tzinfo=where))
    with pytest.raises(AnchorError):
        zone(where)


def test_a_zone_without_an_offset_makes_no_aware_datetime() -> None:
    assert from_datetime(datetime(1970, 1, 1, tzinfo=Strange(None))) == (0, None)
    with pytest.raises(AnchorError):
        zone(Strange(None))
