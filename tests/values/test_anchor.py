"""Anchors: what they may be, how they are written, and what is refused."""

from __future__ import annotations

import copy
import pickle
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.testing import anchors, zones
from timeline.values.anchor import Anchor
from timeline.values.calendar import DAY, HOUR, index, start
from timeline.values.errors import AnchorError, OutOfRange
from timeline.values.grain import Grain
from timeline.values.moments import from_datetime, to_datetime
from timeline.values.zones import to_local, zone

KYIV = ZoneInfo("Europe/Kyiv")


def shown(anchor: Anchor) -> tuple[str, str]:
    return anchor.earliest.isoformat(), anchor.latest.isoformat()


@pytest.mark.parametrize(
    ("anchor", "grain", "earliest", "latest"),
    [
        (Anchor("2023"), Grain.YEAR, "2023-01-01T00:00:00", "2024-01-01T00:00:00"),
        (Anchor(" 2023-05 "), Grain.MONTH, "2023-05-01T00:00:00", "2023-06-01T00:00:00"),
        (Anchor(date(2023, 5, 23)), Grain.DAY, "2023-05-23T00:00:00", "2023-05-24T00:00:00"),
        (Anchor("2023-05-23T15"), Grain.HOUR, "2023-05-23T15:00:00", "2023-05-23T16:00:00"),
        (Anchor("2023-05-23T15:00"), Grain.MINUTE, "2023-05-23T15:00:00", "2023-05-23T15:01:00"),
        (
            Anchor("2023-05-23T15:00", tz="Europe/Kyiv"),
            Grain.MINUTE,
            "2023-05-23T15:00:00+03:00",
            "2023-05-23T15:01:00+03:00",
        ),
        (
            Anchor(datetime(2023, 5, 23, 15)),
            Grain.MICROSECOND,
            "2023-05-23T15:00:00",
            "2023-05-23T15:00:00",
        ),
        (
            Anchor(datetime(2023, 10, 29, 3, 30, tzinfo=KYIV, fold=1)),
            Grain.MICROSECOND,
            "2023-10-29T03:30:00+02:00",
            "2023-10-29T03:30:00+02:00",
        ),
        (
            Anchor("2023-05-23T15:00Z", tz="Europe/Kyiv"),
            Grain.MINUTE,
            "2023-05-23T18:00:00+03:00",
            "2023-05-23T18:01:00+03:00",
        ),
        (
            Anchor("2023-05-23", tz=["Europe/Kyiv", "Europe/London"]),
            Grain.DAY,
            "2023-05-23T00:00:00+03:00",
            "2023-05-24T02:00:00+03:00",
        ),
        (
            Anchor("2023-10-29", tz="Europe/Kyiv"),
            Grain.DAY,
            "2023-10-29T00:00:00+03:00",
            "2023-10-30T00:00:00+02:00",
        ),
        (
            Anchor("2011-12-30", tz="Pacific/Apia"),  # a day that Samoa skipped
            Grain.DAY,
            "2011-12-29T00:00:00-10:00",
            "2012-01-01T00:00:00+14:00",
        ),
    ],
)
def test_what_an_anchor_may_be(anchor: Anchor, grain: Grain, earliest: str, latest: str) -> None:
    assert anchor.grain is grain
    assert shown(anchor) == (earliest, latest)


def test_a_doubled_moment_may_be_either() -> None:
    anchor = Anchor(datetime(2023, 10, 29, 3, 30), tz="Europe/Kyiv")
    ((_, first, after),) = anchor.windows
    assert after - 1 - first == HOUR


@pytest.mark.parametrize(
    ("when", "tz", "zones"),
    [
        ("2023", None, ()),
        ("2023", [], ()),
        ("2023-05-23T15:00+03:00", None, ("+03:00",)),
        ("2023-05-23T15:00+03:00", "Europe/Kyiv", ("Europe/Kyiv",)),
        (datetime(2023, 5, 23, tzinfo=KYIV), None, ("Europe/Kyiv",)),
        ("2023", (KYIV, "Europe/Kyiv", "UTC"), ("Europe/Kyiv", "UTC")),
    ],
)
def test_the_zones_of_an_anchor(when: str | datetime, tz: object, zones: tuple[str, ...]) -> None:
    assert Anchor(when, tz=tz).zones == tuple(map(zone, zones))  # type: ignore[arg-type]


@given(anchors())
def test_an_anchor_is_a_value(anchor: Anchor) -> None:
    back = eval(repr(anchor), {"Anchor": Anchor})  # noqa: S307 - our own repr
    for same in (back, pickle.loads(pickle.dumps(anchor)), copy.deepcopy(anchor)):
        assert same == anchor
        assert hash(same) == hash(anchor)
        assert same.windows == anchor.windows
        assert repr(same) == repr(anchor)


@given(anchors())
def test_a_window_for_every_zone(anchor: Anchor) -> None:
    assert tuple(where for where, _, _ in anchor.windows) == (anchor.zones or (None,))
    for where, first, after in anchor.windows:
        assert (where is None) == (not anchor.zones)
        assert first < after or (first == after and anchor.grain is Grain.MICROSECOND)


@given(st.datetimes(timezones=st.none() | zones()), st.none() | zones())
def test_a_datetime_lies_in_its_anchor(moment: datetime, where: timezone | None) -> None:
    instant, own = from_datetime(moment)
    for text in (moment, moment.isoformat(timespec="minutes")):
        anchor = Anchor(text, tz=where)
        if own is None:
            continue
        assert all(first <= instant <= after for _, first, after in anchor.windows)
    assert eval(repr(Anchor(moment)), {"Anchor": Anchor}).windows == Anchor(moment).windows  # noqa: S307


@given(st.integers(-719_000 * DAY, 2_930_000 * DAY), zones())
def test_a_coarser_anchor_holds_a_finer_one(instant: int, where: timezone) -> None:
    text = to_datetime(to_local(instant, where), None).isoformat(timespec="microseconds")
    windows = [Anchor(text[:size], tz=where).windows[0] for size in (4, 7, 10, 13, 16, 19)]
    for (_, first, after), (_, low, high) in pairwise(windows):
        assert first <= low < high <= after
    assert all(first <= instant < after for _, first, after in windows)


@given(st.integers(-719_000 * DAY, 2_930_000 * DAY))
def test_without_a_zone_a_window_is_the_calendar_unit(local: int) -> None:
    text = to_datetime(local, None).isoformat(timespec="microseconds")
    for grain, size in ((Grain.YEAR, 4), (Grain.MONTH, 7), (Grain.DAY, 10), (Grain.MINUTE, 16)):
        unit = index(grain, local)
        anchor = Anchor(text[:size])
        assert anchor.windows == ((None, start(grain, unit), start(grain, unit + 1)),)


@pytest.mark.parametrize("text", ["-0043-03-15", "9999", "+12000-01"])
def test_any_year_will_do_though_datetime_cannot_hold_it(text: str) -> None:
    anchor = Anchor(text, tz="Europe/Kyiv")
    assert anchor.windows[0][1] < anchor.windows[0][2]
    with pytest.raises(OutOfRange):
        anchor.latest  # noqa: B018 - the read is what fails


# --- refusals


@pytest.mark.parametrize(
    "when",
    [
        *("", "yesterday", "2023-02-30", "2023-13", "20230523", "2023-05-23T25:00", "\ud800"),
        *("x" * 1_000_000, "2" * 1_000_000, "2023-05-23T15:00+99:00"),
        *(None, 2023, 1e9, b"2023", timedelta(1), UTC, object(), ["2023"]),
    ],
)
def test_what_is_no_moment_is_refused(when: object) -> None:
    with pytest.raises(AnchorError) as caught:
        Anchor(when)  # type: ignore[arg-type]
    assert str(caught.value).startswith("no anchor: ")
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize(
    "tz",
    ["", "Mars", "\ud800", "x" * 1_000_000, 3, b"UTC", ["UTC", None], ["UTC", 3], object()],
)
def test_what_is_no_zone_is_refused(tz: object) -> None:
    with pytest.raises(AnchorError) as caught:
        Anchor("2023-05-23", tz=tz)  # type: ignore[arg-type]
    assert len(str(caught.value)) < 300


@given(st.text(alphabet="0123456789-+:T.Z \ud800é", max_size=30) | st.text())
def test_any_text_is_an_anchor_or_refused(text: str) -> None:
    try:
        anchor = Anchor(text)
    except AnchorError:
        return
    assert anchor.when == text.strip()


def test_an_error_survives_pickling() -> None:
    with pytest.raises(AnchorError) as caught:
        Anchor("2023-02-30")
    error = caught.value
    back = pickle.loads(pickle.dumps(error))
    assert (type(back), str(back), back.text) == (AnchorError, str(error), "2023-02-30")
