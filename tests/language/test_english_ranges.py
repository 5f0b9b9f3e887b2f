"""Ranges in English, closed and open: from, to, between, since, until, by, before, after."""

from __future__ import annotations

import pytest

from tests.language.cases import Case, check, table
from timeline import Anchor, resolve
from timeline.values.errors import TimelineError

TUESDAY = Anchor("2023-05-23")

CLOSED = [
    Case("from Monday to Wednesday", "2023-05-22/2023-05-24", "05-22/05-25"),
    Case("between Monday and Wednesday", "2023-05-22/2023-05-24", "05-22/05-25"),
    Case("Monday to Friday", "2023-05-22/2023-05-26", "05-22/05-27"),
    Case("Monday through Friday", "2023-05-22/2023-05-26", "05-22/05-27"),
    Case("Monday-Friday", "2023-05-22/2023-05-26", "05-22/05-27"),
    Case("from Friday until Sunday", "2023-05-19/2023-05-21", "05-19/05-22"),
    Case("from Saturday to Sunday", "2023-05-20/2023-05-21", "05-20/05-22"),
    Case("May 1-5, 2023", "2023-05-01/2023-05-05", "05-01/05-06"),
    Case("May 1 to 5, 2023", "2023-05-01/2023-05-05", "05-01/05-06"),
    Case("1-5 May 2023", "2023-05-01/2023-05-05", "05-01/05-06"),
    Case("from 1 to 5 May 2023", "2023-05-01/2023-05-05", "05-01/05-06"),
    Case("between 1 and 5 May", "2023-05-01/2023-05-05", "05-01/05-06"),
    Case("between May 1 and May 5, 2023", "2023-05-01/2023-05-05", "05-01/05-06"),
    Case("from May 30 to June 2, 2023", "2023-05-30/2023-06-02", "05-30/06-03"),
    Case("December 28, 2022 to January 3, 2023", "2022-12-28/2023-01-03", "2022-12-28/2023-01-04"),
    Case("from 2023-05-01 to 2023-05-05", "2023-05-01/2023-05-05", "05-01/05-06"),
    Case("13 to 15 July 2023", "2023-07-13/2023-07-15", "07-13/07-16"),
    Case("from March to May 2023", "2023-03/2023-05", "03-01/06-01"),
    Case("between March and May, 2023", "2023-03/2023-05", "03-01/06-01"),
    Case("March 2022 to May 2023", "2022-03/2023-05", "2022-03-01/2023-06-01"),
    Case("between 2014 and 2022", "2014/2022", "2014-01-01/2023-01-01"),
    Case("from 1990 to 1995", "1990/1995", "1990-01-01/1996-01-01"),
    Case("2014-2022", "2014/2022", "2014-01-01/2023-01-01"),
    Case("2014–2022", "2014/2022", "2014-01-01/2023-01-01"),
    Case("2014-15", "2014/2015", "2014-01-01/2016-01-01"),
    Case("from 1939 to 45", "1939/1945", "1939-01-01/1946-01-01"),
    Case("from yesterday to tomorrow", "2023-05-22/2023-05-24", "05-22/05-25"),
    Case("the first three days of May 2023", "2023-05-01/2023-05-03", "05-01/05-04"),
    Case("the last two months of 2022", "2022-11/2022-12", "2022-11-01/2023-01-01"),
]


@table(CLOSED)
def test_a_range(case: Case) -> None:
    check(case, TUESDAY)


CLOCKS = [
    ("from 9 a.m. to noon on Monday", "2023-05-22T09:00/2023-05-22T12:00"),
    ("3 to 5 p.m. on Monday", "2023-05-22T15:00/2023-05-22T17:00"),
    ("between 3 and 5 p.m. on Monday", "2023-05-22T15:00/2023-05-22T17:00"),
    ("11 to 1 p.m. on Monday", "2023-05-22T11:00/2023-05-22T13:00"),
    ("Monday, 9:00-17:00", "2023-05-22T09:00/2023-05-22T17:00"),
    ("from 22:00 on 21 May 2023 to 04:00 on 22 May 2023", "2023-05-21T22:00/2023-05-22T04:00"),
    ("from 10 p.m. to 4 a.m. on Sunday", "2023-05-21T22:00/2023-05-22T04:00"),
    ("Tuesday between 02:00 and 03:30", "2023-05-23T02:00/2023-05-23T03:30"),
]


@pytest.mark.parametrize(("phrase", "value"), CLOCKS)
def test_a_range_of_clock_times(phrase: str, value: str) -> None:
    assert resolve(phrase, TUESDAY).value == value


# Since: begins within what is said, not over now. Until: ends within it. By: over when it is over.
OPEN = [
    Case("since 2019", None, "2019-01-01..2020-01-01</2023-05-23..open"),
    Case("ever since 2019", None, "2019-01-01..2020-01-01</2023-05-23..open"),
    Case("since Monday", None, "05-22..05-23</05-23..open"),
    Case("since Friday", None, "05-19..05-20</05-23..open"),
    Case("since March", None, "03-01..04-01</05-23..open"),
    Case("since last year", None, "2022-01-01..2023-01-01</05-23..open"),
    Case("since 24 February 2022", None, "2022-02-24..02-25</2023-05-23..open"),
    Case("since the 1990s", None, "1990-01-01..2000-01-01</2023-05-23..open"),
    Case("since yesterday", None, "05-22..05-23</05-23..open"),
    Case("since last week", None, "05-15..05-22</05-23..open"),
    Case("until 2025", None, "-..2026-01-01</2025-01-01>..2026-01-01"),
    Case("until June 2024", None, "-..2024-07-01</2024-06-01>..2024-07-01"),
    Case("till tomorrow", None, "-..05-25</05-24>..05-25"),
    Case("up until yesterday", None, "-..05-23</05-22>..05-23"),
    Case("by 2030", None, "-..2031-01-01</-..2031-01-01"),
    Case("by tomorrow", None, "-..05-25</-..05-25"),
    Case("no later than 1 June 2023", None, "-..06-02</-..06-02"),
    Case("by the end of 2023", None, "-..2024-01-01</-..2024-01-01", "END"),
    Case("before 2014", None, "-..2014-01-01</-..2014-01-01"),
    Case("prior to 2014", None, "-..2014-01-01</-..2014-01-01"),
    Case("before yesterday", None, "-..05-22</-..05-22"),
    Case("before May 9, 2023", None, "-..05-09</-..05-09"),
    Case("after 2014", None, "2015-01-01..-/2015-01-01>..-"),
    Case("after May 9, 2023", None, "05-10..-/05-10>..-"),
    Case("after yesterday", None, "05-23..-/05-23>..-"),
]


@table(OPEN)
def test_an_open_range(case: Case) -> None:
    check(case, TUESDAY)


ONWARD = [
    ("from 2019 on", "2019-01-01", "2019-12-31"),
    ("from 1 March 2023 onwards", "2023-03-01", "2023-03-01"),
    ("starting 1 March 2023", "2023-03-01", "2023-03-01"),
    ("as of 1 March 2023", "2023-03-01", "2023-03-01"),
]


@pytest.mark.parametrize(("phrase", "first", "last"), ONWARD)
def test_from_some_time_on(phrase: str, first: str, last: str) -> None:
    extent = resolve(phrase, TUESDAY).extent
    assert extent.start.earliest is not None
    assert extent.start.latest is not None
    assert extent.start.earliest.date().isoformat() == first
    assert extent.start.latest.date().isoformat() <= last
    assert extent.end.latest is None


BACKWARDS = [
    "from 2022 to 2014",
    "from 5 May 2023 to 1 May 2023",
    "between June 2023 and May 2023",
    "2023-05-05/2023-05-01",
]


@pytest.mark.parametrize("phrase", BACKWARDS)
def test_a_range_that_runs_backwards_is_refused(phrase: str) -> None:
    with pytest.raises(TimelineError) as caught:
        resolve(phrase, TUESDAY)
    assert phrase in str(caught.value)
