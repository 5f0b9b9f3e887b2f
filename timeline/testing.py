"""Hypothesis strategies for this package, for its own tests and for yours: values, phrases, trees.

`phrases` and the families it consists of pair each phrase with its tree and an independent oracle.

    >>> from hypothesis import given
    >>> from timeline.testing import anchors
    >>> @given(anchors())
    ... def test_an_anchor_begins_before_it_ends(anchor):
    ...     assert all(first <= last for _, first, last in anchor.windows)
    >>> test_an_anchor_begins_before_it_ends()

Needs `hypothesis`, which the package itself does not.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache
from zoneinfo import available_timezones

from attrs import field, frozen
from hypothesis import reject
from hypothesis import strategies as st

from timeline.meaning import tree
from timeline.meaning.policy import Policy
from timeline.meaning.readings import Context
from timeline.meaning.tree import Node
from timeline.meaning.widths import width
from timeline.values.anchor import Anchor
from timeline.values.calendar import DAY, HOUR, day_number
from timeline.values.extent import Bounds, Extent, Length
from timeline.values.feasts import rule
from timeline.values.grain import Grain
from timeline.values.moments import iso_text, read_moment
from timeline.values.zones import EPOCH, Zone, offset_at, offset_text, to_local, zone

__all__ = [
    "Case",
    "Context",
    "Interval",
    "admits",
    "ago",
    "anchors",
    "clock_changes",
    "clock_times",
    "concrete",
    "dates",
    "extents",
    "holidays",
    "instants",
    "moments",
    "months",
    "nth_in",
    "parts_of_day",
    "phrases",
    "policies",
    "ranges",
    "relative_days",
    "relative_units",
    "rolling",
    "trees",
    "weekdays",
    "zones",
]

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


# --- policies


@st.composite
def policies(draw: st.DrawFn) -> Policy:
    """Return a strategy for policies: every choice, some with the hours of the night replaced.

    >>> from hypothesis import find
    >>> find(policies(), lambda policy: policy.week_start == 7).genre
    'news'
    """
    night = width("night", ["+20h", "+30h"], ["+17h", "+32h"], "a night longer than any default")
    return Policy(
        genre=draw(st.sampled_from(("news", "narrative", "conversation"))),
        week_start=draw(st.integers(1, 7)),
        date_order=draw(st.sampled_from(("MDY", "DMY", "YMD"))),
        hemisphere=draw(st.sampled_from((None, "north", "south"))),
        fiscal_start=draw(st.none() | st.integers(1, 12)),
        widths=draw(st.sampled_from(((), (night,)))),
    )


# --- what a phrase certainly may denote


Interval = tuple[datetime, datetime]
"""A start and an end: naive ones on the wall clock of the place, aware ones known to the instant."""

Oracle = Callable[[datetime, Context], Interval]
"""From one moment at which the text may be published, and the context, to one interval."""


@frozen
class Case:
    """A phrase, its tree, and an oracle: an interval that its first reading must admit.

    The oracle counts days one by one and never asks the evaluator. It takes a moment within the
    anchor (naive where there is no zone) and the context: the policy, and a direction if any.

    >>> from hypothesis import find
    >>> from timeline import Policy
    >>> case = find(weekdays(), lambda case: case.phrase == "Monday")
    >>> start, end = case.oracle(datetime(2023, 5, 23, 15), Context(Policy()))
    >>> start.isoformat(), end.isoformat()
    ('2023-05-22T00:00:00', '2023-05-23T00:00:00')
    """

    phrase: str
    tree: Node
    oracle: Oracle = field(repr=False)


def moments(anchor: Anchor) -> st.SearchStrategy[datetime]:
    """Return a strategy for the moments at which a text may have been published.

    They are aware in the zone that the anchor would then be in, naive where it has none.

    >>> from hypothesis import find
    >>> find(moments(Anchor("2023-05-23")), lambda moment: True)
    datetime.datetime(2023, 5, 23, 0, 0)
    """
    first, after, _, own = read_moment(anchor.when)
    size = max(after - first, 1)
    possible = st.sampled_from(anchor.windows).flatmap(lambda window: _moments_in(*window, size))
    if own is not None or anchor.grain < Grain.DAY:
        return possible
    # Where clocks go back over midnight, some moments of the window show the day before.
    return possible.filter(lambda moment: first <= _micros(_naive(moment)) < after)


def _moments_in(where: Zone, low: int, high: int, size: int) -> st.SearchStrategy[datetime]:
    """The moments of a window that show what was said: where clocks go back, those at its two ends."""
    early = st.integers(low, max(low, min(high, low + size) - 1))
    late = st.integers(max(low, high - size), max(low, high - 1))
    return st.one_of(early, late).map(lambda instant: _moment(instant, where))


def _moment(instant: int, where: Zone) -> datetime:
    try:
        if where is None:
            return EPOCH + timedelta(microseconds=instant)
        return (EPOCH.replace(tzinfo=UTC) + timedelta(microseconds=instant)).astimezone(where)
    except OverflowError:
        reject()


def admits(extent: Extent, interval: Interval, where: Zone = None) -> bool:
    """Tell whether an extent allows an interval, whose naive ends are on the clocks of a zone.

    >>> monday = Extent(Bounds("2023-05-22", "2023-05-22"), Bounds("2023-05-23", "2023-05-23"))
    >>> admits(monday, (datetime(2023, 5, 22), datetime(2023, 5, 23)))
    True
    >>> admits(monday, (datetime(2023, 5, 22, 8), datetime(2023, 5, 23)))
    False
    """
    s0, s1, e0, e1, d0, d1 = extent.box
    return all(
        (low is None or low <= value) and (high is None or value <= high)
        for start, end in concrete(interval, where)
        for value, low, high in ((start, s0, s1), (end, e0, e1), (end - start, d0, d1))
    )


def concrete(interval: Interval, where: Zone) -> tuple[tuple[int, int], ...]:
    """Return the instants that an interval on the wall clock may be, in microseconds from 1970.

    A day or more holds every moment of its wall clock. What is shorter may be either of two where
    clocks go back, and nothing where they skip it whole.

    >>> hour = datetime(2023, 10, 29, 3), datetime(2023, 10, 29, 4)
    >>> [(end - start) // HOUR for start, end in concrete(hour, zone("Europe/Kyiv"))]
    [1, 1]
    """
    starts, ends = _reached(interval[0], where), _reached(interval[1], where)
    if len(starts) == len(ends) == 1:
        found = [(starts[0], ends[0])]
    elif _naive(interval[1]) - _naive(interval[0]) >= timedelta(days=1):
        found = [(starts[0], max(end for end in ends if _wall(end - 1, where) < _naive(interval[1])))]
    else:
        size = _micros(_naive(interval[1])) - _micros(_naive(interval[0]))
        found = [(at, at + size) for at in starts if _offset(at, where) == _offset(at + size - 1, where)]
    return tuple((start, end) for start, end in found if start < end)


def _reached(moment: datetime, where: Zone) -> list[int]:
    """The instants at which clocks come to a time; the clock change where they skip it."""
    if moment.tzinfo is not None or where is None:
        return [_micros(moment)]
    both = [_micros(moment.replace(tzinfo=where, fold=fold)) for fold in (0, 1)]
    shown = sorted({at for at in both if _wall(at, where) == moment})
    if shown:
        return shown
    low, high = min(both), max(both)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _offset(middle, where) == _offset(low, where) else (low, middle)
    return [high]


def _wall(instant: int, where: Zone) -> datetime:
    return _moment(instant, where).replace(tzinfo=None, fold=0)


def _offset(instant: int, where: Zone) -> timedelta | None:
    return _moment(instant, where).utcoffset()


def _naive(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None)


def _micros(moment: datetime) -> int:
    epoch = EPOCH if moment.tzinfo is None else EPOCH.replace(tzinfo=UTC)
    return (moment - epoch) // timedelta(microseconds=1)


# --- counting one by one


Fits = Callable[[date], bool]
Choice = Callable[[date, Context], date]
_NEXT = timedelta(days=1)
_FIRST_MONTHS = {Grain.QUARTER: (1, 4, 7, 10), Grain.YEAR: (1,), Grain.DECADE: (1,)}
_MONTH_NAMES = tuple(
    "January February March April May June July August September October November December".split()
)
_DAY_NAMES = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
_TODAY = tree.This(tree.Unit(Grain.DAY))


def _walk(day: date, step: int, fits: Fits) -> date:
    """Return the first day that fits, from a day on, one day after the other."""
    while not fits(day):
        day += step * _NEXT
    return day


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min)


def _days(first: date, after: date) -> Interval:
    return _midnight(first), _midnight(after)


def _day(choose: Choice) -> Oracle:
    """The oracle of a whole day."""

    def oracle(moment: datetime, context: Context) -> Interval:
        first = choose(moment.date(), context)
        return _days(first, first + _NEXT)

    return oracle


def _unit_from(first: date, begins: Fits) -> Interval:
    """A calendar unit by its first day: it goes on until the next one begins."""
    return _days(first, _walk(first + _NEXT, 1, begins))


def _begins(grain: Grain, week_start: int) -> Fits:
    """Tell the days on which a calendar unit begins."""
    if grain is Grain.WEEK:
        return lambda day: day.isoweekday() == week_start
    months = _FIRST_MONTHS.get(grain, range(1, 13))
    return lambda day: (
        day.day == 1 and day.month in months and (grain is not Grain.DECADE or day.year % 10 == 0)
    )


def _sided(fits: Fits, *, weekday: bool = False) -> Choice:
    """Choose as a bare name does: back with today, or ahead; "Monday" said on one is a week away."""

    def choose(today: date, context: Context) -> date:
        if not context.ahead:
            return _walk(today, -1, fits)
        return _walk(today + _NEXT if weekday and context.direction is None else today, 1, fits)

    return choose


def _this_weekday(fits: Fits) -> Choice:
    def choose(today: date, context: Context) -> date:
        if context.ahead:
            return _walk(today, 1, fits)
        return _walk(_walk(today, -1, _begins(Grain.WEEK, context.policy.week_start)), 1, fits)

    return choose


def _neighbour(form: str, fits: Fits) -> Choice:
    """Choose the day for "last …" and "next …": the nearest that is not today."""
    step = -1 if form == "last" else 1
    return lambda today, _: _walk(today + step * _NEXT, step, fits)


# --- phrases: days, months and larger


@st.composite
def weekdays(draw: st.DrawFn) -> Case:
    """Return a strategy for weekdays: "Monday", "last Tuesday", "next Friday", "this Sunday".

    >>> from hypothesis import find
    >>> find(weekdays(), lambda case: isinstance(case.tree, tree.Last)).phrase
    'last Monday'
    """
    number = draw(st.integers(1, 7))
    form = draw(st.sampled_from(("", "last", "next", "this")))
    node = tree.Weekday(number)

    def fits(day: date) -> bool:
        return day.isoweekday() == number

    choose, made = {
        "": (_sided(fits, weekday=True), tree.Bare(node)),
        "last": (_neighbour("last", fits), tree.Last(node)),
        "next": (_neighbour("next", fits), tree.Next(node)),
        "this": (_this_weekday(fits), tree.This(node)),
    }[form]
    return Case(f"{form} {_DAY_NAMES[number - 1]}".strip(), made, _day(choose))


@st.composite
def dates(draw: st.DrawFn) -> Case:
    """Return a strategy for days by their number: "23 May 2023", "2023-05-23", "May 23", "the 23rd".

    >>> from hypothesis import find
    >>> find(dates(), lambda case: case.phrase.startswith("the ")).phrase
    'the 1st'
    """
    said = draw(_calendar_days())
    month, day = tree.Month(said.month), tree.Day(said.day)
    name = _MONTH_NAMES[said.month - 1]
    if draw(st.booleans()):
        form = draw(st.sampled_from((f"{said.day} {name} {said.year}", f"{name} {said.day}, {said.year}")))
        phrase = draw(st.sampled_from((form, said.isoformat())))
        return Case(phrase, _dated(said), _day(lambda _, __: said))
    if draw(st.booleans()):
        choose = _sided(lambda other: (other.month, other.day) == (said.month, said.day))
        phrase = draw(st.sampled_from((f"{said.day} {name}", f"{name} {said.day}")))
        return Case(phrase, tree.Bare(tree.In(day, month)), _day(choose))
    choose = _sided(lambda other: other.day == said.day)
    return Case(f"the {_ordinal(said.day)}", tree.Bare(day), _day(choose))


def _calendar_days() -> st.SearchStrategy[date]:
    """Days that English names without more ado: with a year of four digits that is not read as an hour."""
    return st.dates(date(1600, 1, 1), date(2199, 12, 31))


def _dated(day: date) -> Node:
    return tree.In(tree.Day(day.day), tree.In(tree.Month(day.month), _year(day.year)))


def _year(number: int) -> Node:
    return tree.Fixed(Grain.YEAR, number)


def _ordinal(number: int) -> str:
    teen = number in (11, 12, 13)
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


@st.composite
def months(draw: st.DrawFn) -> Case:
    """Return a strategy for months: "May 2023", "May", "last May", "next May", "this May".

    >>> from hypothesis import find
    >>> find(months(), lambda case: isinstance(case.tree, tree.Next)).phrase
    'next January'
    """
    number, year = draw(st.integers(1, 12)), draw(st.integers(1600, 2199))
    form = draw(st.sampled_from(("", "last", "next", "this", "of a year")))
    node, name = tree.Month(number), _MONTH_NAMES[number - 1]
    if form == "of a year":
        begin = date(year, number, 1)
        return Case(f"{name} {year}", tree.In(node, _year(year)), lambda _, __: _unit_from(begin, _first_of))
    kind = {"": tree.Bare, "last": tree.Last, "next": tree.Next, "this": tree.This}[form]
    return Case(f"{form} {name}".strip(), kind(node), _month_oracle(form, number))


def _first_of(day: date) -> bool:
    return day.day == 1


def _month_oracle(form: str, number: int) -> Oracle:
    def fits(day: date) -> bool:
        return day.day == 1 and day.month == number

    def oracle(moment: datetime, context: Context) -> Interval:
        now = _walk(moment.date(), -1, _first_of)
        if form == "this":
            return _unit_from(_walk(_walk(now, -1, _begins(Grain.YEAR, 1)), 1, fits), _first_of)
        step = {"last": -1, "next": 1}.get(form, 1 if context.ahead else -1)
        return _unit_from(_walk(now + step * _NEXT if form else now, step, fits), _first_of)

    return oracle


_RELATIVE_DAYS: dict[str, tuple[int, ...]] = {
    "today": (),
    "yesterday": (-1,),
    "tomorrow": (1,),
    "the day before yesterday": (-1, -1),
    "the day after tomorrow": (1, 1),
}


def relative_days() -> st.SearchStrategy[Case]:
    """Return a strategy for days by their distance: "yesterday", "the day after tomorrow".

    >>> from hypothesis import find
    >>> find(relative_days(), lambda case: True).phrase
    'today'
    """
    return st.sampled_from(tuple(_RELATIVE_DAYS)).map(_relative_day)


def _relative_day(phrase: str) -> Case:
    steps = _RELATIVE_DAYS[phrase]
    day = tree.Unit(Grain.DAY)
    node: Node = {0: tree.This(day), -1: tree.Last(day), 1: tree.Next(day)}[steps[0] if steps else 0]
    for step in steps[1:]:
        node = tree.Shift(step, tree.Amount(((1, Grain.DAY),)), node)
    return Case(phrase, node, _day(lambda today, _: today + sum(steps) * _NEXT))


@st.composite
def relative_units(draw: st.DrawFn) -> Case:
    """Return a strategy for calendar units by their distance: "last week", "this quarter", "next year".

    >>> from hypothesis import find
    >>> find(relative_units(), lambda case: True).phrase
    'this week'
    """
    grain = draw(st.sampled_from((Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR, Grain.DECADE)))
    form = draw(st.sampled_from(("this", "last", "next")))
    kind = {"this": tree.This, "last": tree.Last, "next": tree.Next}[form]

    def oracle(moment: datetime, context: Context) -> Interval:
        begins = _begins(grain, context.policy.week_start)
        first = _walk(moment.date(), -1, begins)
        if form != "this":
            step = -1 if form == "last" else 1
            first = _walk(first + step * _NEXT, step, begins)
        return _unit_from(first, begins)

    return Case(f"{form} {grain}", kind(tree.Unit(grain)), oracle)


# --- phrases: amounts


_CLOCK_UNITS = (Grain.SECOND, Grain.MINUTE, Grain.HOUR)
_COUNTED = (*_CLOCK_UNITS, Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.YEAR)
_SIZES = {
    Grain.SECOND: timedelta(seconds=1),
    Grain.MINUTE: timedelta(minutes=1),
    Grain.HOUR: timedelta(hours=1),
}


@st.composite
def ago(draw: st.DrawFn) -> Case:
    """Return a strategy for distances from now: "3 hours ago", "2 weeks from now", "in 5 years".

    Hours and less are exact, whatever clocks do meanwhile; days are whole days. For weeks and more
    the oracle gives the day that is exactly so far.

    >>> from hypothesis import find
    >>> find(ago(), lambda case: case.phrase.startswith("in ")).phrase
    'in 1 second'
    """
    count, grain = draw(st.integers(1, 60)), draw(st.sampled_from(_COUNTED))
    said = f"{count} {grain}{'s' if count > 1 else ''}"
    sign, form = draw(st.sampled_from(((-1, "{} ago"), (1, "in {}"), (1, "{} from now"))))
    node = tree.Shift(sign, tree.Amount(((count, grain),)))
    if grain in _CLOCK_UNITS:
        return Case(form.format(said), node, _clock_distance(sign * count, grain))
    return Case(form.format(said), node, _day(lambda today, _: _far(today, sign * count, grain)))


def _exactly_later(moment: datetime, by: timedelta) -> datetime:
    return (moment if moment.tzinfo is None else moment.astimezone(UTC)) + by


def _clock_distance(count: int, grain: Grain) -> Oracle:
    """The oracle of the minute, or the second, that is exactly so far away."""
    step = timedelta(seconds=1) if grain is Grain.SECOND else timedelta(minutes=1)

    def oracle(moment: datetime, _: Context) -> Interval:
        there = _exactly_later(moment, count * _SIZES[grain])
        shown = there if moment.tzinfo is None else there.astimezone(moment.tzinfo)
        over = timedelta(seconds=shown.second % step.seconds, microseconds=shown.microsecond)
        if step.seconds == 1:
            over = timedelta(microseconds=shown.microsecond)
        return there - over, there - over + step

    return oracle


def _far(day: date, count: int, grain: Grain) -> date:
    """Move a day by days, weeks, months or years; a day that a month lacks becomes its last."""
    if grain in (Grain.DAY, Grain.WEEK):
        return day + count * (7 if grain is Grain.WEEK else 1) * _NEXT
    first, step = day.replace(day=1), 1 if count > 0 else -1
    for _ in range(abs(count) * (12 if grain is Grain.YEAR else 1)):
        first = _walk(first + step * _NEXT, step, _first_of)
    last = _walk(first + _NEXT, 1, _first_of) - _NEXT
    return min(last, first + (day.day - 1) * _NEXT)


@st.composite
def rolling(draw: st.DrawFn) -> Case:
    """Return a strategy for the time up to now or from it: "the last 24 hours", "the next 3 days".

    >>> from hypothesis import find
    >>> find(rolling(), lambda case: True).phrase
    'the last 2 seconds'
    """
    count, grain = draw(st.integers(2, 60)), draw(st.sampled_from(_COUNTED))
    sign, word = draw(st.sampled_from(((-1, "last"), (-1, "past"), (1, "next"))))

    def oracle(moment: datetime, _: Context) -> Interval:
        if grain in _CLOCK_UNITS:
            far = _exactly_later(moment, sign * count * _SIZES[grain])
        else:
            far = datetime.combine(_far(moment.date(), sign * count, grain), moment.time())
        return (far, moment) if sign < 0 else (moment, far)

    node = tree.Span(sign, tree.Amount(((count, grain),)))
    return Case(f"the {word} {count} {grain}s", node, oracle)


# --- phrases: times of day


# Hours from midnight: outer start, core start, core end, outer end.
_PARTS = {
    "morning": (0, 6, 12, 12.5),
    "afternoon": (12, 12, 18, 19),
    "evening": (16, 18, 21, 24),
    "night": (18, 21, 29, 31),
    "last night": (17, 20, 28, 31),
    "tonight": (17, 20, 24, 31),
}


@st.composite
def parts_of_day(draw: st.DrawFn) -> Case:
    """Return a strategy for parts of days: "Monday night", "yesterday morning", "tonight".

    The oracle's interval has the sure core of the part and as much of its fringe as was drawn.

    >>> from hypothesis import find
    >>> find(parts_of_day(), lambda case: True).phrase
    'last night'
    """
    phrase, name, where, choose = draw(st.one_of(_fixed_parts(), _parts_of_weekdays(), _parts_of_dates()))
    part = tree.PartOfDay(name)
    s0, s1, e0, e1 = (int(hours * 60) for hours in _PARTS[name])
    begin, end = draw(st.integers(s0, s1)), draw(st.integers(e0, e1))
    node = tree.In(part, where)
    return Case(phrase, tree.Bare(node) if tree.is_recurring(where) else node, _hours(choose, begin, end))


def _hours(choose: Callable[[datetime, Context], date], begin: int, end: int) -> Oracle:
    def oracle(moment: datetime, context: Context) -> Interval:
        midnight = _midnight(choose(moment, context))
        return midnight + timedelta(minutes=begin), midnight + timedelta(minutes=end)

    return oracle


Part = tuple[str, str, Node, Callable[[datetime, Context], date]]


def _fixed_parts() -> st.SearchStrategy[Part]:
    yesterday = _relative_day("yesterday").tree
    before = tree.Shift(-1, tree.Amount(((1, Grain.DAY),)))
    return st.sampled_from(
        [
            ("last night", "last night", before, lambda moment, _: moment.date() - _NEXT),
            ("tonight", "tonight", _TODAY, lambda moment, _: moment.date()),
            *(
                (f"{word} {name}", name, where, lambda moment, _, by=by: moment.date() + by * _NEXT)
                for name in ("morning", "afternoon", "evening")
                for word, where, by in (("this", _TODAY, 0), ("yesterday", yesterday, -1))
            ),
        ]
    )


@st.composite
def _parts_of_dates(draw: st.DrawFn) -> Part:
    day = draw(_calendar_days())
    name = draw(st.sampled_from(("morning", "afternoon", "evening", "night")))
    said = f"the {name} of {day.day} {_MONTH_NAMES[day.month - 1]} {day.year}"
    return said, name, _dated(day), lambda _, __: day


@st.composite
def _parts_of_weekdays(draw: st.DrawFn) -> Part:
    number = draw(st.integers(1, 7))
    name = draw(st.sampled_from(("morning", "afternoon", "evening", "night")))
    choose = _unfinished(number, _PARTS[name][2])
    return f"{_DAY_NAMES[number - 1]} {name}", name, tree.Weekday(number), choose


def _unfinished(number: int, hours: float) -> Callable[[datetime, Context], date]:
    """Choose the weekday of a time of day; ahead, one that is not over yet at so many hours."""

    def fits(day: date) -> bool:
        return day.isoweekday() == number

    def choose(moment: datetime, context: Context) -> date:
        today = moment.date()
        if context.direction is None or not context.ahead:
            return _sided(fits, weekday=True)(today, context)
        over = timedelta(hours=hours)
        return _walk(today - 2 * _NEXT, 1, lambda day: fits(day) and _midnight(day) + over > _naive(moment))

    return choose


@st.composite
def clock_times(draw: st.DrawFn) -> Case:
    """Return a strategy for clock times of a day: "3 p.m. on Tuesday", "15:30 on 23 May 2023".

    >>> from hypothesis import find
    >>> find(clock_times(), lambda case: True).phrase
    '13:00 yesterday'
    """
    said, clock = draw(_clocks())
    begin = clock.hour * 60 + (clock.minute or 0)
    day, number = draw(_calendar_days()), draw(st.integers(1, 7))
    end = (begin + 1) / 60
    forms: list[tuple[str, Node, Callable[[datetime, Context], date]]] = [
        (f"{said} yesterday", _relative_day("yesterday").tree, lambda at, _: at.date() - _NEXT),
        (f"{said} on {day.day} {_MONTH_NAMES[day.month - 1]} {day.year}", _dated(day), lambda _, __: day),
        (f"{said} on {_DAY_NAMES[number - 1]}", tree.Weekday(number), _unfinished(number, end)),
    ]
    phrase, where, choose = draw(st.sampled_from(forms))
    node = tree.In(clock, where)
    return Case(
        phrase, tree.Bare(node) if tree.is_recurring(where) else node, _hours(choose, begin, begin + 1)
    )


@st.composite
def _clocks(draw: st.DrawFn) -> tuple[str, tree.Clock]:
    minute = draw(st.none() | st.integers(0, 59))
    if draw(st.booleans()):
        hour = draw(st.integers(13, 23))
        return f"{hour}:{minute or 0:02}", tree.Clock(hour, minute or 0)
    hour, half = draw(st.integers(1, 12)), draw(st.sampled_from(("a.m.", "p.m.")))
    clock = tree.Clock(hour % 12 + (12 if half == "p.m." else 0), minute, settled=True)
    return f"{hour}{'' if minute is None else f':{minute:02}'} {half}", clock


# --- phrases: ranges, places in a month, holidays


@st.composite
def ranges(draw: st.DrawFn) -> Case:
    """Return a strategy for ranges: "Monday to Friday", "from 2019 to 2021", "3 to 9 May 2023".

    >>> from hypothesis import find
    >>> find(ranges(), lambda case: case.phrase.startswith("Monday")).phrase
    'Monday to Tuesday'
    """
    return draw(st.one_of(_day_ranges(), _year_ranges(), _weekday_ranges()))


@st.composite
def _day_ranges(draw: st.DrawFn) -> Case:
    first = draw(_calendar_days().filter(lambda day: day.day < 28))
    last = first.replace(day=draw(st.integers(first.day + 1, 28)))
    phrase = f"{first.day} to {last.day} {_MONTH_NAMES[first.month - 1]} {first.year}"
    node = tree.Between(_dated(first), _dated(last))
    return Case(phrase, node, lambda _, __: _days(first, last + _NEXT))


@st.composite
def _year_ranges(draw: st.DrawFn) -> Case:
    first = draw(st.integers(1600, 2198))
    last = draw(st.integers(first + 1, 2199))
    phrase = draw(st.sampled_from((f"from {first} to {last}", f"between {first} and {last}")))
    node = tree.Between(_year(first), _year(last))
    return Case(phrase, node, lambda _, __: _days(date(first, 1, 1), date(last + 1, 1, 1)))


@st.composite
def _weekday_ranges(draw: st.DrawFn) -> Case:
    first, last = draw(st.lists(st.integers(1, 7), min_size=2, max_size=2, unique=True))
    form = draw(st.sampled_from(("{} to {}", "from {} to {}", "between {} and {}")))
    begins = _sided(lambda day: day.isoweekday() == first, weekday=True)

    def oracle(moment: datetime, context: Context) -> Interval:
        begin = begins(moment.date(), context)
        return _days(begin, _walk(begin, 1, lambda day: day.isoweekday() == last) + _NEXT)

    node = tree.Between(tree.Bare(tree.Weekday(first)), tree.Bare(tree.Weekday(last)))
    return Case(form.format(_DAY_NAMES[first - 1], _DAY_NAMES[last - 1]), node, oracle)


_PLACES = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}


@st.composite
def nth_in(draw: st.DrawFn) -> Case:
    """Return a strategy for places in a month: "the third Friday of June 2021", "the last day of …".

    >>> from hypothesis import find
    >>> find(nth_in(), lambda case: True).phrase
    'the first day of January 2000'
    """
    word = draw(st.sampled_from(tuple(_PLACES)))
    number, month = draw(st.integers(0, 7)), draw(st.dates(date(1600, 1, 1), date(2199, 12, 1)))
    name = _DAY_NAMES[number - 1] if number else "day"
    node = tree.In(
        tree.Weekday(number) if number else tree.Unit(Grain.DAY),
        tree.In(tree.Month(month.month), _year(month.year)),
        _PLACES[word],
    )
    first = month.replace(day=1)
    inside = [day for by in range(31) if (day := first + by * _NEXT).month == month.month]
    fitting = [day for day in inside if number in (0, day.isoweekday())]
    found = fitting[_PLACES[word] - (_PLACES[word] > 0)]
    phrase = f"the {word} {name} of {_MONTH_NAMES[month.month - 1]} {month.year}"
    return Case(phrase, node, _day(lambda _, __: found))


_FEASTS: dict[str, tuple[str, Callable[[int], date]]] = {
    "Boxing Day": ("12-26", lambda year: date(year, 12, 26)),
    "Halloween": ("10-31", lambda year: date(year, 10, 31)),
    "Valentine's Day": ("02-14", lambda year: date(year, 2, 14)),
    "New Year's Day": ("01-01", lambda year: date(year, 1, 1)),
    "Ash Wednesday": ("easter -46", lambda year: _easter(year) - 46 * _NEXT),
}


def _easter(year: int) -> date:
    """Easter Sunday by the rule of Meeus, Jones and Butcher."""
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + i - 7 * ((a + 11 * h + 22 * i) // 451) + 114, 31)
    return date(year, month, day + 1)


@st.composite
def holidays(draw: st.DrawFn) -> Case:
    """Return a strategy for holidays: "Halloween", "last Halloween", "Ash Wednesday 2020".

    >>> from hypothesis import find
    >>> find(holidays(), lambda case: isinstance(case.tree, tree.Last)).phrase
    'last Boxing Day'
    """
    name, year = draw(st.sampled_from(tuple(_FEASTS))), draw(st.integers(1600, 2199))
    text, falls = _FEASTS[name]
    feast = tree.Feast(name, rule(text))

    def fits(day: date) -> bool:
        return day == falls(day.year)

    forms: list[tuple[str, Node, Choice]] = [
        (name, tree.Bare(feast), _sided(fits)),
        (f"last {name}", tree.Last(feast), _neighbour("last", fits)),
        (f"next {name}", tree.Next(feast), _neighbour("next", fits)),
        (f"{name} {year}", tree.In(feast, _year(year)), lambda _, __: falls(year)),
    ]
    phrase, node, choose = draw(st.sampled_from(forms))
    return Case(phrase, node, _day(choose))


def phrases() -> st.SearchStrategy[Case]:
    """Return a strategy for phrases of every family above.

    >>> from hypothesis import find
    >>> find(phrases(), lambda case: case.phrase == "Friday").tree
    Bare(what=Weekday(number=5))
    """
    families = (weekdays, dates, months, relative_days, relative_units, ago, rolling)
    later = (parts_of_day, clock_times, ranges, nth_in, holidays)
    return st.one_of([family() for family in (*families, *later)])


# --- trees


_PART_NAMES = ("morning", "afternoon", "night", "small hours", "dawn", "noon")
_EDGES = ("early", "mid", "late", "beginning", "end")
_HEDGES = ("about", "shortly before", "shortly after")
_UNITS = tuple(grain for grain in Grain if grain > Grain.MICROSECOND)
_RULES = ("12-25", "4 thu of 11", "easter -2", "mon before 05-25", "02-29", "easter -46 for 46 days")


def _numbers(kind: Callable[[int], Node], last: int) -> st.SearchStrategy[Node]:
    return st.integers(1, last).map(kind)


def _times() -> st.SearchStrategy[Node]:
    """Series of times of day."""
    parts = st.sampled_from(_PART_NAMES).map(tree.PartOfDay)
    clocks = st.builds(tree.Clock, st.integers(0, 23), st.none() | st.integers(0, 59), settled=st.booleans())
    abroad = st.builds(tree.InZone, clocks, st.sampled_from((("-04:00",), ("UTC",), ("+10:00", "-05:00"))))
    return st.one_of(parts, clocks, abroad, st.builds(tree.Edge, st.sampled_from(_EDGES), parts))


def _named_days() -> st.SearchStrategy[Node]:
    """Series of days: some in each week, month or year."""
    months, single = _numbers(tree.Month, 12), _numbers(tree.Weekday, 7)
    return st.one_of(
        single,
        _numbers(tree.Day, 31),
        st.builds(tree.In, _numbers(tree.Day, 31), months),
        st.builds(tree.In, single, months, st.sampled_from((1, 2, 4, -1))),
        st.sampled_from(_RULES).map(lambda text: tree.Feast(text, rule(text))),
    )


def _series() -> st.SearchStrategy[Node]:
    larger = st.one_of(
        st.sampled_from(_UNITS).map(tree.Unit),
        _numbers(tree.Month, 12),
        _numbers(tree.Week, 53),
        _numbers(tree.Quarter, 4),
        _numbers(tree.Half, 2),
        st.sampled_from(("SP", "SU", "FA", "WI")).map(tree.Season),
        st.sampled_from((tree.AnySeason(), tree.Weekend(), tree.Fiscal(), tree.Fiscal(3))),
        st.builds(tree.Numeric, st.integers(1, 12), st.integers(1, 28)),
    )
    plain = st.one_of(larger, _named_days(), _times(), st.builds(tree.In, _times(), _named_days()))
    return st.one_of(
        plain,
        st.builds(tree.Edge, st.sampled_from(_EDGES), plain),
        st.builds(tree.Hedge, st.sampled_from(_HEDGES), plain),
    )


def _amounts() -> st.SearchStrategy[Node]:
    counts: st.SearchStrategy[tree.Count] = st.one_of(
        st.integers(1, 400), st.fractions(0, 20, max_denominator=4), st.sampled_from(("few", "several"))
    )
    plain = st.tuples(counts, st.sampled_from(_UNITS)).map(lambda part: tree.Amount((part,)))
    kinds = ("about", "nearly", "more than", "less than", "at least", "at most")
    return st.one_of(plain, plain, st.builds(tree.Hedge, st.sampled_from(kinds), plain))


def _placed(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    """What is counted from other times, or made of them."""
    signs, series = st.sampled_from((-1, 1)), _series()
    picks = (tree.Last, tree.Next, tree.This, tree.Latest, tree.Coming, tree.Nearest, tree.From)
    return st.one_of(
        *(st.builds(kind, series, st.just(1), inner) for kind in picks),
        st.builds(tree.Shift, signs, _amounts(), inner, st.booleans()),
        st.builds(tree.Span, signs, _amounts(), inner),
        st.builds(tree.In, series, inner, st.none() | st.sampled_from((1, 2, -1))),
        st.builds(tree.Edge, st.sampled_from(_EDGES), inner),
        st.builds(tree.Hedge, st.sampled_from(_HEDGES), inner),
        st.builds(tree.Between, inner, inner),
        *(st.builds(kind, inner) for kind in (tree.Since, tree.Until, tree.By, tree.Before, tree.After)),
        st.builds(tree.Union, st.tuples(inner, inner)),
        st.builds(lambda *both: tree.Either(both, ("the one", "the other")), inner, inner),
    )


def trees() -> st.SearchStrategy[Node]:
    """Return a strategy for trees of every operator, also those that no short phrase has.

    Some denote nothing, such as the 31st of February: reading them raises Unresolved or Contradiction.

    >>> from hypothesis import find
    >>> isinstance(find(trees(), lambda node: isinstance(node, tree.Last)), tree.Pick)
    True
    """
    weekday = _numbers(tree.Weekday, 7).map(tree.Bare)
    years = st.integers(1, 9998).map(_year)
    numbered = st.builds(
        tree.Numbered,
        st.one_of(_numbers(tree.Week, 53), _numbers(tree.Quarter, 4), _numbers(tree.Half, 2)),
        st.integers(1, 9998),
    )
    single = st.one_of(
        _series().map(tree.Bare),
        st.just(tree.Now()),
        st.just(tree.Reference()),
        years,
        st.integers(1, 999).map(lambda number: tree.Fixed(Grain.DECADE, number)),
        numbered,
        st.builds(tree.Short, st.just(Grain.YEAR), st.integers(0, 99)),
        _calendar_days().map(_dated),
    )
    vague = (
        _amounts(),
        st.sampled_from((("recently", "PAST_REF"), ("soon", "FUTURE_REF"))).map(
            lambda both: tree.Around(*both)
        ),
        st.builds(tree.NightBetween, weekday, weekday),
        _named_days().map(tree.Every),
        st.sampled_from((tree.Unknown(), tree.Event("the attack"))),
    )
    once = _placed(single)
    return st.one_of(single, once, once, _placed(st.one_of(single, once)), *vague)
