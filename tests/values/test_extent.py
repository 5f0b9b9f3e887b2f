"""Extents: their algebra against all small intervals, one by one, and what a value must do."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta, timezone, tzinfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from timeline.testing import extents, zones
from timeline.values.calendar import DAY, HOUR
from timeline.values.errors import AnchorError, Contradiction, OutOfRange, TimelineError
from timeline.values.extent import Bounds, Extent, Length, Limit, hull, overlap
from timeline.values.relations import Box
from timeline.values.zones import zone

Interval = tuple[int, int]
SMALL = extents(st.integers(0, 5), lengths=st.integers(0, 3))
EVERY = [(start, end) for start in range(-14, 20) for end in range(start + 1, 21)]
SHIFTS = st.timedeltas(timedelta(days=-(10**6)), timedelta(days=10**6))
LIMITS = st.none() | st.integers(-6, 6)
NAMES = {
    "Bounds": Bounds,
    "Extent": Extent,
    "Length": Length,
    "datetime": __import__("datetime"),
    "timedelta": timedelta,
}


def fits(limit: tuple[Limit, Limit], value: int) -> bool:
    low, high = limit
    return (low is None or low <= value) and (high is None or value <= high)


def admits(box: Box, interval: Interval) -> bool:
    start, end = interval
    return fits(box[:2], start) and fits(box[2:4], end) and fits(box[4:], end - start)


def admitted(extent: Extent) -> set[Interval]:
    return {interval for interval in EVERY if admits(extent.box, interval)}


def plain(extent: Extent) -> Extent:
    """The extent without what is usual, from which nothing follows."""
    return Extent(extent.start, extent.end, extent.duration)


def read_back(value: object) -> object:
    return eval(repr(value), NAMES)  # noqa: S307 - our own repr


# --- tightening


@given(st.tuples(LIMITS, LIMITS, LIMITS, LIMITS, LIMITS, LIMITS))
def test_building_tightens_and_changes_no_meaning(box: Box) -> None:
    s0, s1, e0, e1, d0, d1 = box
    fitting = {interval for interval in EVERY if admits(box, interval)}
    try:
        built = Extent(Bounds.of(s0, s1), Bounds.of(e0, e1), Length.of(d0, d1))
    except Contradiction:
        assert not fitting
        return
    assert admitted(built) == fitting
    columns = ([i[0] for i in fitting], [i[1] for i in fitting], [e - s for s, e in fitting])
    for column, (low, high) in zip(columns, pairs(built.box), strict=True):
        assert low is None or min(column) == low
        assert high is None or max(column) == high


def pairs(box: Box) -> Iterable[tuple[Limit, Limit]]:
    return zip(box[::2], box[1::2], strict=True)


@given(extents())
def test_a_tight_extent_stays_as_it_is(extent: Extent) -> None:
    assert Extent(extent.start, extent.end, extent.duration, extent.typical) == extent


@given(extents())
def test_a_side_is_open_only_without_a_bound(extent: Extent) -> None:
    assert not (extent.start.open and extent.start.earliest_us is not None)
    assert not (extent.end.open and extent.end.latest_us is not None)


@pytest.mark.parametrize(
    ("start", "end", "length", "message"),
    [
        ((5, None), (None, 4), (None, None), "start.earliest .*000005 .* end.latest .*000004"),
        ((5, None), (None, 5), (None, None), "start.earliest .* end.latest"),
        ((3, 2), (None, None), (None, None), "start.earliest .* start.latest"),
        ((None, None), (3, 2), (None, None), "end.earliest .* end.latest"),
        ((None, 1), (9, None), (None, 7), "start.latest .* end.earliest"),
        ((None, None), (None, None), (4, 3), "duration.shortest 4 .* duration.longest 3"),
        ((None, None), (None, None), (None, 0), "duration.shortest 1 .* duration.longest 0"),
    ],
)
def test_an_impossible_one_names_both_bounds(
    start: tuple[Limit, Limit], end: tuple[Limit, Limit], length: tuple[Limit, Limit], message: str
) -> None:
    with pytest.raises(Contradiction, match=message):
        Extent(Bounds.of(*start), Bounds.of(*end), Length.of(*length))


# --- algebra


@given(SMALL, SMALL)
def test_and_admits_what_both_admit(a: Extent, b: Extent) -> None:
    both = admitted(a) & admitted(b)
    try:
        assert admitted(a & b) == both
    except Contradiction:
        assert not both


@given(SMALL, SMALL, SMALL)
def test_and_is_commutative_associative_and_idempotent(a: Extent, b: Extent, c: Extent) -> None:
    assert a & a == a
    assert outcome(lambda: a & b) == outcome(lambda: b & a)
    assert outcome(lambda: (a & b) & c) == outcome(lambda: a & (b & c))


def outcome(compute: Callable[[], Extent]) -> Extent | None:
    try:
        return compute()
    except Contradiction:
        return None


@given(SMALL, SMALL)
def test_or_is_the_tightest_extent_that_admits_what_either_admits(a: Extent, b: Extent) -> None:
    joined = a | b
    either = admitted(a) | admitted(b)
    assert either <= admitted(joined)
    for i, (low, high) in enumerate(pairs(joined.box)):
        values = {(*interval, interval[1] - interval[0])[i] for interval in either}
        assert low is None or low in values
        assert high is None or high in values
        assert (low is None) == (None in (a.box[2 * i], b.box[2 * i]))
        assert (high is None) == (None in (a.box[2 * i + 1], b.box[2 * i + 1]))


@given(SMALL, SMALL, SMALL)
def test_or_is_commutative_associative_and_idempotent(a: Extent, b: Extent, c: Extent) -> None:
    assert a | a == a
    assert a | b == b | a
    assert (a | b) | c == a | (b | c) == hull([a, b, c])


@given(SMALL, SMALL)
def test_or_and_and_absorb_each_other(a: Extent, b: Extent) -> None:
    a, b = plain(a), plain(b)
    assert (a & (a | b)).box == a.box
    both = outcome(lambda: a & b)
    assert both is None or (a | both).box == a.box


@given(SMALL, SMALL)
def test_within_admits_what_lies_in_an_interval_of_the_period(a: Extent, period: Extent) -> None:
    rooms = maximal(admitted(period))
    expected = {(s, e) for s, e in admitted(a) if any(r <= s and e <= t for r, t in rooms)}
    placed = outcome(lambda: a.within(period))
    assert (admitted(placed) if placed else set()) == expected


def maximal(found: set[Interval]) -> set[Interval]:
    """The intervals that no other one of them holds: enough to look for a room in."""
    longest: dict[int, int] = {}
    for start, end in found:
        longest[start] = max(end, longest.get(start, end))
    return set(longest.items())


@given(SMALL, SMALL)
def test_overlap_holds_what_two_intervals_share(a: Extent, b: Extent) -> None:
    assume(a.box[0] is not None or b.box[0] is not None)
    inside = [{(s, e) for s, e in admitted(extent) if s >= -6 and e <= 14} for extent in (a, b)]
    shared = {(max(s, t), min(e, f)) for s, e in inside[0] for t, f in inside[1]}
    shared = {(s, e) for s, e in shared if s < e}
    common = outcome(lambda: overlap(a, b))
    assert shared <= (admitted(common) if common else set())
    assert outcome(lambda: overlap(b, a)) == common


def test_overlap_keeps_the_length_that_is_sure() -> None:
    unsure_start = Extent(Bounds.of(0, 4), Bounds.of(20, 24), Length.of(20, 20))
    century = Extent(Bounds.of(-50, -50), Bounds.of(50, 50))
    early = Extent(Bounds.of(-20, -20), Bounds.of(5, 8))
    assert overlap(unsure_start, century) == unsure_start
    assert overlap(unsure_start, early).box == (0, 4, 5, 8, 1, 8)


def test_overlap_of_what_never_meets_is_a_contradiction() -> None:
    first = Extent(Bounds.of(0, 0), Bounds.of(5, 5))
    with pytest.raises(Contradiction):
        overlap(first, Extent(Bounds.of(5, 5), Bounds.of(9, 9)))


@given(SMALL, SMALL)
def test_before_is_certain_impossible_or_unknown(a: Extent, b: Extent) -> None:
    starts = {start for start, _ in admitted(b)}
    seen = {end <= start for _, end in admitted(a) for start in starts}
    assert a.before(b) == (seen.pop() if len(seen) == 1 else None)


@given(extents(), SHIFTS)
def test_shift_and_back_is_the_identity(extent: Extent, by: timedelta) -> None:
    moved = extent.shift(by)
    assert moved.shift(-by) == extent
    assert moved.duration == extent.duration
    assert plain(moved) == extent.shift(by) if extent.typical is None else moved.typical is not None


@given(SMALL, st.integers(-4, 4))
def test_shift_moves_every_interval(extent: Extent, by: int) -> None:
    assert admitted(extent.shift_us(by)) >= {
        (s + by, e + by) for s, e in admitted(extent) if (s + by, e + by) in EVERY
    }


@given(SMALL, SMALL)
def test_nothing_follows_from_what_is_usual(a: Extent, b: Extent) -> None:
    for combine in (Extent.__and__, Extent.__or__, Extent.within, overlap):
        with_it, without = combine_or_none(combine, a, b), combine_or_none(combine, plain(a), b)
        assert (with_it and with_it.box) == (without and without.box)


def combine_or_none(combine: Callable[[Extent, Extent], Extent], a: Extent, b: Extent) -> Extent | None:
    return outcome(lambda: combine(a, b))


def test_an_event_within_monday_is_before_one_on_tuesday() -> None:
    monday, tuesday = (Extent(Bounds.of(n, n), Bounds.of(n + DAY, n + DAY)) for n in (0, DAY))
    event = Extent().within(monday)
    assert event.box == (0, DAY - 1, 1, DAY, 1, DAY)
    assert event.before(Extent().within(tuesday)) is True


@pytest.mark.parametrize("operation", [Extent.__and__, Extent.__or__, Extent.before, overlap])
def test_local_times_and_instants_do_not_mix(
    operation: Callable[[Extent, Extent], object],
) -> None:
    local = Extent(Bounds("2023-05-23"))
    aware = Extent(Bounds("2023-05-23", tz="Europe/Kyiv"))
    with pytest.raises(TimelineError, match="time zone"):
        operation(local, aware)
    operation(Extent(), aware)


def test_a_hull_of_nothing_is_refused() -> None:
    with pytest.raises(TimelineError, match="at least one"):
        hull([])


@pytest.mark.parametrize("arguments", [("2023",), (None, datetime), (None, None, timedelta(1))])
def test_what_is_no_part_of_an_extent_is_refused(arguments: tuple[object, ...]) -> None:
    with pytest.raises(TimelineError, match=r"is no (Bounds|Length)"):
        Extent(*arguments)  # type: ignore[arg-type]


@pytest.mark.parametrize("by", [5, "1 day", None])
def test_a_shift_takes_a_timedelta(by: object) -> None:
    with pytest.raises(TimelineError, match="timedelta"):
        Extent().shift(by)  # type: ignore[arg-type]


# --- values


@given(st.none() | zones(), st.data())
def test_an_extent_is_a_value(where: tzinfo | None, data: st.DataObject) -> None:
    extent = data.draw(extents(where=where))
    for same in (read_back(extent), pickle.loads(pickle.dumps(extent)), copy.deepcopy(extent)):
        assert same == extent
        assert hash(same) == hash(extent)
        assert repr(same) == repr(extent)
    assert copy.copy(extent) == extent
    with pytest.raises(AttributeError):
        extent.start = Bounds()  # type: ignore[misc]


@pytest.mark.parametrize(
    "bounds",
    [
        Bounds(),
        Bounds(open=True),
        Bounds(tz="Europe/Kyiv"),
        Bounds("2023-10-29T03:30", "2023-10-29T03:30", tz="Europe/Kyiv"),
        Bounds("2023-03-26T03:30", "2023-03-26T03:30", tz="Europe/Kyiv"),
        Bounds("-0043-03-15", None),
        Bounds(None, "+12000-01-01", tz="Asia/Tokyo"),
        Bounds("-13800000000", open=True),
        Bounds("1800-01-01", tz="Europe/Amsterdam"),
        Bounds("2023", tz=timezone(timedelta(microseconds=-1))),
        Bounds("2023-05-23T15:00+03:00", "2023-05-23T15:00Z"),
    ],
    ids=repr,
)
def test_bounds_are_read_back(bounds: Bounds) -> None:
    assert read_back(bounds) == bounds


SIZES = st.none() | st.integers(-(10**25), 10**25)


@given(SIZES, SIZES)
def test_a_length_is_read_back(low: Limit, high: Limit) -> None:
    assume(low is None or high is None or low <= high)
    assert read_back(Length.of(low, high)) == Length.of(low, high)


@pytest.mark.parametrize(
    ("length", "text"),
    [
        (Length(), "Length()"),
        (Length.of(0, 0), "Length(timedelta(0), timedelta(0))"),
        (Length.of(None, HOUR), "Length(None, timedelta(seconds=3600))"),
        (Length.of(-DAY, 10**30), f"Length.of({-DAY}, {10**30})"),
    ],
)
def test_a_length_shows_its_sizes(length: Length, text: str) -> None:
    assert repr(length) == text


def test_equality_is_of_bounds_zone_and_what_is_usual() -> None:
    moment = "2023-05-23T00:00Z"
    utc, kyiv = Extent(Bounds(moment)), Extent(Bounds(moment, tz="Europe/Kyiv"))
    assert utc != kyiv
    assert utc.box == kyiv.box
    assert utc != Extent(Bounds(moment), typical=utc)


# --- the surface


def test_a_doubled_time_spreads_over_both_instants() -> None:
    bounds = Bounds("2023-10-29T03:30", "2023-10-29T03:30", tz="Europe/Kyiv")
    assert bounds.isoformat() == "2023-10-29T03:30:00+03:00..2023-10-29T03:30:00+02:00"


@pytest.mark.parametrize(
    ("earliest", "text"),
    [
        (date(2023, 5, 23), "2023-05-23T00:00:00"),
        (datetime(2023, 5, 23, 15), "2023-05-23T15:00:00"),
        ("2023-05-23T15:00+03:00", "2023-05-23T15:00:00+03:00"),
        ("2023-05", "2023-05-01T00:00:00"),
    ],
)
def test_a_bound_is_any_moment(earliest: date | str, text: str) -> None:
    assert Bounds(earliest).isoformat() == f"{text}.."
    assert Bounds(earliest, earliest).isoformat() == text


@pytest.mark.parametrize(
    ("extent", "text"),
    [
        (Extent(), "/"),
        (Extent(Bounds(open=True), Bounds(open=True)), "../.."),
        (Extent(Bounds("-0043-03-15", "-0043-03-15")), "-0043-03-15T00:00:00/"),
        (Extent(end=Bounds(None, "2023")), "..2022-12-31T23:59:59.999999/..2023-01-01T00:00:00"),
    ],
)
def test_isoformat(extent: Extent, text: str) -> None:
    start, end = extent.isoformat().split("/")
    assert start == text.split("/", maxsplit=1)[0]
    assert end.startswith(text.split("/")[1])


@pytest.mark.parametrize("where", [None, "UTC", "Europe/Kyiv"])
def test_what_datetime_cannot_hold_is_out_of_range(where: str | None) -> None:
    bounds = Bounds("-0043-03-15", "+12000-01-01", tz=where)
    for attribute in ("earliest", "latest"):
        with pytest.raises(OutOfRange):
            getattr(bounds, attribute)
    with pytest.raises(OutOfRange):
        Length.of(None, 10**30).longest  # noqa: B018 - the read is what fails


@pytest.mark.parametrize(
    ("earliest", "latest", "error"),
    [
        ("2023-05-24", "2023-05-23", Contradiction),
        ("2023-05-24Z", None, TimelineError),
        ("soon", None, TimelineError),
        (5, None, TimelineError),
        ("2023-05-23T00:00Z", "2023-05-24", TimelineError),
    ],
)
def test_bounds_that_make_no_sense_are_refused(
    earliest: object, latest: str | None, error: type[TimelineError]
) -> None:
    with pytest.raises(error):
        Bounds(earliest, latest)  # type: ignore[arg-type]


def test_bounds_in_no_zone_are_refused() -> None:
    with pytest.raises(AnchorError, match="Mars"):
        Bounds("2023", tz="Mars")


def test_a_length_upside_down_is_refused() -> None:
    with pytest.raises(Contradiction):
        Length(timedelta(2), timedelta(1))
    with pytest.raises(TimelineError, match="no timedelta"):
        Length(5)  # type: ignore[arg-type]


def test_a_common_zone_is_shown() -> None:
    kyiv = Extent(Bounds("2023-05-23T00:00Z", tz="Europe/Kyiv"))
    assert (kyiv & Extent(end=Bounds(None, "2023-05-24T00:00Z"))).zone == zone("Europe/Kyiv")
