"""Holidays: known dates, days counted one by one, the holidays package, and the data file."""

from __future__ import annotations

import datetime as dt
import tomllib
from contextlib import suppress
from functools import cache
from importlib import resources
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.values.calendar import civil, day_number, weekday
from timeline.values.errors import LanguageError
from timeline.values.feasts import Rule, rule

EPOCH = dt.date(1970, 1, 1)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FIELDS = {"names", "rule", "source", "country", "shared", "capitalised"}


@cache
def holidays() -> dict[str, dict[str, Any]]:
    folder = resources.files("timeline") / "language" / "data" / "en"
    return tomllib.loads((folder / "holidays.toml").read_text(encoding="utf-8"))


@cache
def by_name() -> dict[str, Rule]:
    return {name: rule(row["rule"]) for row in holidays().values() for name in row["names"]}


def number(text: str) -> int:
    return (dt.date.fromisoformat(text) - EPOCH).days


# --- known dates


@pytest.mark.parametrize(
    ("name", "dates"),
    [
        ("new year's day", "2023-01-01"),
        ("christmas", "1914-12-25 2023-12-25"),
        ("boxing day", "2004-12-26"),
        ("epiphany", "2023-01-06"),
        ("plough monday", "2023-01-09 2025-01-13"),
        ("advent sunday", "2022-11-27 2023-12-03 2024-12-01"),
        ("fat thursday", "2024-02-08"),
        ("mardi gras", "2023-02-21 2024-02-13"),
        ("ash wednesday", "2023-02-22 2024-02-14"),
        ("palm sunday", "2023-04-02"),
        ("maundy thursday", "2023-04-06"),
        ("good friday", "1998-04-10 2023-04-07"),
        ("holy saturday", "2023-04-08"),
        ("easter", "1818-03-22 1916-04-23 1943-04-25 2008-03-23 2019-04-21 2023-04-09 2038-04-25"),
        ("easter monday", "1916-04-24 2023-04-10"),
        ("ascension day", "2023-05-18 2024-05-09"),
        ("whit sunday", "2023-05-28"),
        ("whit monday", "2023-05-29"),
        ("trinity sunday", "2023-06-04"),
        ("feast of corpus christi", "2023-06-08"),
        ("all souls' day", "2023-11-02"),
        ("orthodox christmas", "2022-01-07"),
        ("orthodox easter", "2019-04-28 2021-05-02 2022-04-24 2023-04-16 2024-05-05 2025-04-20"),
        ("orthodox good friday", "2023-04-14 2024-05-03"),
        ("clean monday", "2023-02-27 2024-03-18"),
        ("forgiveness sunday", "2023-02-26"),
        ("radonitsa", "2023-04-25"),
        ("orthodox trinity", "2023-06-04"),
        ("mlk day", "2012-01-16 2013-01-21 2023-01-16"),
        ("presidents' day", "1932-02-22 2023-02-20"),
        ("memorial day", "1937-05-30 1970-05-30 1971-05-31 2022-05-30 2023-05-29"),
        ("juneteenth", "2021-06-19"),
        ("fourth of july", "1776-07-04 2023-07-04"),
        ("labor day", "2001-09-03 2023-09-04"),
        ("columbus day", "1970-10-12 1971-10-11 2023-10-09"),
        ("veterans day", "1970-11-11 1971-10-25 1977-10-24 1978-11-11 2023-11-11"),
        ("thanksgiving", "1938-11-24 1939-11-23 1940-11-21 1941-11-20 1942-11-26 2023-11-23"),
        ("black friday", "2018-11-23 2023-11-24"),
        ("cyber monday", "2023-11-27 2024-12-02"),
        ("giving tuesday", "2022-11-29"),
        ("election day", "1860-11-06 2000-11-07 2016-11-08 2020-11-03 2022-11-08"),
        ("patriots' day", "2013-04-15"),
        ("secretaries' day", "2023-04-26 2024-04-24 2026-04-22"),
        ("mother's day", "2023-05-14"),
        ("father's day", "2023-06-18"),
        ("grandparents day", "2023-09-10 2024-09-08 2025-09-07"),
        ("boss's day", "2023-10-16"),
        ("arbor day", "2023-04-28"),
        ("burns night", "2023-01-25"),
        ("mothering sunday", "2023-03-19 2024-03-10"),
        ("commonwealth day", "2020-03-09 2023-03-13"),
        ("early may bank holiday", "1995-05-08 2020-05-08 2021-05-03 2023-05-01"),
        ("spring bank holiday", "2002-06-04 2012-06-04 2021-05-31 2022-06-02 2023-05-29"),
        ("august bank holiday", "1914-08-03 2022-08-29 2023-08-28"),
        ("guy fawkes night", "2023-11-05"),
        ("remembrance sunday", "2018-11-11 2022-11-13 2023-11-12"),
        ("day of unity", "2023-01-22"),
        ("ukrainian statehood day", "2022-07-28 2023-07-28 2024-07-15"),
        ("ukraine's independence day", "2022-08-24"),
        ("defenders' day", "2022-10-14 2023-10-01"),
        ("holodomor remembrance day", "2022-11-26 2023-11-25"),
        ("vyshyvanka day", "2023-05-18"),
        ("kyiv day", "2022-05-29 2023-05-28"),
        ("victory day", "2022-05-09"),
        ("russian navy day", "2022-07-31 2023-07-30"),
        ("victoria day", "2022-05-23 2023-05-22 2026-05-18"),
        ("canadian thanksgiving", "2023-10-09"),
        ("melbourne cup day", "2023-11-07"),
        ("buß- und bettag", "2022-11-16 2023-11-22"),
        ("king's day", "2014-04-26 2018-04-27 2025-04-26"),
        ("bastille day", "2016-07-14"),
        ("international women's day", "2023-03-08"),
        ("april fools' day", "2023-04-01"),
        ("ides of march", "2023-03-15"),
        ("leap day", "2000-02-29 2024-02-29"),
        ("halloween", "2023-10-31"),
    ],
)
def test_known_dates(name: str, dates: str) -> None:
    known = [number(date) for date in dates.split()]
    assert [by_name()[name].day(civil(day)[0]) for day in known] == known


@pytest.mark.parametrize(
    ("name", "first", "end"),
    [
        ("lent", "2023-02-22", "2023-04-09"),
        ("holy week", "2023-04-02", "2023-04-09"),
        ("great lent", "2023-02-27", "2023-04-08"),
        ("maslenitsa", "2023-02-20", "2023-02-27"),
        ("kwanzaa", "2023-12-26", "2024-01-02"),
        ("twelve days of christmas", "2023-12-25", "2024-01-06"),
        ("easter", "2023-04-09", "2023-04-10"),
    ],
)
def test_spans(name: str, first: str, end: str) -> None:
    assert by_name()[name].span(2023) == (number(first), number(end))


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("02-29", 2023),
        ("02-29", 1900),
        ("5 mon of 02", 2023),
        ("-5 tue of 11", 2023),
        ("sun before 02-29", 2022),
        ("05-30 since 1868 until 1970", 1867),
        ("05-30 since 1868 until 1970", 1971),
        ("12-25 until -5", -4),
    ],
)
def test_years_without_the_holiday(text: str, year: int) -> None:
    assert rule(text).day(year) is None
    assert rule(text).span(year) is None


def test_the_next_part_stands_in_for_a_missing_day() -> None:
    birthday = rule("02-29; 03-01")
    assert birthday.day(2024) == number("2024-02-29")
    assert birthday.day(2023) == number("2023-03-01")


def test_an_offset_may_leave_the_year() -> None:
    assert rule("12-31 +1").day(2023) == number("2024-01-01")


def test_years_that_datetime_lacks() -> None:
    assert civil(by_name()["ides of march"].day(-43) or 0) == (-43, 3, 15)
    assert civil(by_name()["christmas"].day(12_000) or 0) == (12_000, 12, 25)


# --- an independent oracle: datetime's calendar, days counted one by one

years = st.integers(1600, 2400)
months = st.integers(1, 12)
names = st.sampled_from(WEEKDAYS)
nths = st.integers(-5, 5).filter(bool)


def days_of(year: int, month: int) -> list[dt.date]:
    day = dt.date(year, month, 1)
    found = []
    while day.month == month:
        found.append(day)
        day += dt.timedelta(days=1)
    return found


@given(years, months, names, nths)
def test_nth_weekday_by_counting(year: int, month: int, name: str, nth: int) -> None:
    days = [day for day in days_of(year, month) if WEEKDAYS[day.weekday()] == name]
    place = nth - 1 if nth > 0 else nth
    expected = days[place] if -len(days) <= place < len(days) else None
    found = rule(f"{nth} {name} of {month:02}").day(year)
    assert found == (None if expected is None else (expected - EPOCH).days)


@given(st.integers(-20_000, 20_000), months, names, nths)
def test_nth_weekday_has_the_weekday_and_lies_in_the_month(
    year: int, month: int, name: str, nth: int
) -> None:
    day = rule(f"{nth} {name} of {month:02}").day(year)
    if day is None:
        assert abs(nth) == 5
    else:
        assert (civil(day)[:2], WEEKDAYS[weekday(day) - 1]) == ((year, month), name)


@given(
    st.dates(dt.date(1600, 1, 20), dt.date(2400, 12, 1)),
    names,
    st.sampled_from([("before", -1, 1), ("by", -1, 0), ("from", 1, 0), ("after", 1, 1)]),
    st.integers(-40, 40),
)
def test_nearest_weekday_by_walking(
    date: dt.date, name: str, side: tuple[str, int, int], offset: int
) -> None:
    word, step, skipped = side
    day = date + dt.timedelta(days=step * skipped)
    while WEEKDAYS[day.weekday()] != name:
        day += dt.timedelta(days=step)
    moved = f" {offset:+}" if offset else ""
    found = rule(f"{name} {word} {date:%m-%d}{moved}").day(date.year)
    assert found == (day - EPOCH).days + offset


@given(years)
def test_us_election_day_by_counting(year: int) -> None:
    # The law's own words: the Tuesday next after the first Monday, so never the 1st.
    tuesdays = [day for day in days_of(year, 11) if day.weekday() == 1 and day.day > 1]
    assert by_name()["election day"].day(year) == (tuesdays[0] - EPOCH).days


@given(st.integers(1583, 4099))
def test_easter_against_dateutil(year: int) -> None:
    oracle = pytest.importorskip("dateutil.easter", reason="dateutil is the oracle for Easter")
    western = oracle.easter(year, oracle.EASTER_WESTERN)
    orthodox = oracle.easter(year, oracle.EASTER_ORTHODOX)
    assert rule("easter").day(year) == (western - EPOCH).days
    assert rule("orthodox").day(year) == (orthodox - EPOCH).days


@given(st.integers(-20_000, 20_000))
def test_easters_are_sundays_of_the_year(year: int) -> None:
    for feast in ("easter", "orthodox"):
        day = rule(feast).day(year)
        assert day is not None
        assert weekday(day) == 7


@given(st.sampled_from(["12-25", "4 thu of 11", "mon before 05-25", "02-29"]), years)
def test_the_calendar_repeats_after_400_years(text: str, year: int) -> None:
    day = rule(text).day(year)
    assert rule(text).day(year + 400) == (None if day is None else day + 146_097)


# --- the language itself

bases = st.one_of(
    st.dates(dt.date(2000, 1, 1), dt.date(2000, 12, 31)).map("{:%m-%d}".format),
    st.builds("{} {} of {:02}".format, nths, names, months),
    st.sampled_from(["easter", "orthodox"]),
)
parts = st.builds(
    "".join,
    st.tuples(
        st.just("") | st.builds("{} {} ".format, names, st.sampled_from(["by", "after", "from"])),
        bases,
        st.just("") | st.integers(-400, 400).filter(bool).map(" {:+}".format),
        st.just("") | st.integers(2, 60).map(" for {} days".format),
        st.just("") | st.integers(-500, 1_900).map(" since {}".format),
        st.just("") | st.integers(1_900, 3_000).map(" until {}".format),
    ),
)
texts = st.lists(parts, min_size=1, max_size=3).map("; ".join)


@given(texts, st.integers(-3_000, 5_000))
def test_printing_a_rule_gives_it_back(text: str, year: int) -> None:
    made = rule(text)
    assert str(made) == text
    again = eval(repr(made), {"rule": rule})  # noqa: S307 - the repr can be pasted back
    assert (again, hash(again), again.day(year)) == (made, hash(made), made.day(year))


@given(texts, st.integers(-3_000, 5_000))
def test_day_begins_the_span(text: str, year: int) -> None:
    span = rule(text).span(year)
    assert rule(text).day(year) == (span and span[0])
    assert span is None or span[0] < span[1]


def test_space_does_not_matter() -> None:
    assert rule("  4 thu\n of 11   +1 ;easter ") == rule("4 thu of 11 +1; easter")


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        ";",
        "12-25;",
        "christmas",
        "Easter",
        "easter + 1",
        "easter +0",
        "easter +1 +2",
        "easter +1000",
        "easter 1",
        "12-25 for 0 days",
        "12-25 for days",
        "12-25 for 1 day",
        "1-1",
        "13-01",
        "00-10",
        "04-31",
        "02-30",
        "12-00",
        "12-32",
        "2023-12-25",
        "0 mon of 05",
        "6 mon of 05",
        "-6 mon of 05",
        "1 mon of 13",
        "1 mon of 00",
        "1 monday of 05",
        "1 mon of 5",
        "mon of 05",
        "mon before",
        "mon near 05-25",
        "mon before mon before 05-25",
        "12-25 until 2000 since 1990",
        "12-25 since 2000 until 1999",
        "12-25 since",
        "12-25 since 123456",
        "١٢-٢٥",
        "12-25\0",
        "x" * 10_000,
    ],
)
def test_nonsense_is_refused(text: str) -> None:
    with pytest.raises(LanguageError, match=r"holiday rule") as caught:
        rule(text)
    assert len(str(caught.value)) < 250


@given(st.text(max_size=30))
def test_any_text_is_a_rule_or_a_language_error(text: str) -> None:
    with suppress(LanguageError):
        assert rule(text).parts


# --- the holidays package, as a second opinion


@pytest.mark.parametrize(
    ("place", "theirs", "name", "years"),
    [
        ("US", "New Year's Day", "new year's day", range(1900, 2051)),
        ("US", "Martin Luther King Jr. Day", "mlk day", range(1986, 2051)),
        ("US", "Washington's Birthday", "presidents' day", range(1900, 2051)),
        ("US", "Memorial Day", "memorial day", range(1900, 2051)),
        ("US", "Juneteenth National Independence Day", "juneteenth", range(2021, 2051)),
        ("US", "Independence Day", "independence day", range(1900, 2051)),
        ("US", "Labor Day", "labor day", range(1900, 2051)),
        ("US", "Columbus Day", "columbus day", range(1937, 2051)),
        ("US", "Veterans Day", "veterans day", range(1954, 2051)),
        ("US", "Thanksgiving Day", "thanksgiving", range(1870, 2051)),
        ("US", "Christmas Day", "christmas", range(1900, 2051)),
        ("US-MA", "Patriots' Day", "patriots' day", range(1900, 2051)),
        ("GB-ENG", "Good Friday", "good friday", range(1900, 2051)),
        ("GB-ENG", "Easter Monday", "easter monday", range(1900, 2051)),
        ("GB-ENG", "May Day", "early may bank holiday", range(1978, 2051)),
        ("GB-ENG", "Spring Bank Holiday", "spring bank holiday", range(1971, 2051)),
        ("GB-ENG", "Late Summer Bank Holiday", "summer bank holiday", range(1971, 2051)),
        ("GB-ENG", "Boxing Day", "boxing day", range(1900, 2051)),
        ("GB-SCT", "Saint Andrew's Day", "st andrew's day", range(2007, 2051)),
        ("GB-SCT", "Summer Bank Holiday", "scottish summer bank holiday", range(1971, 2051)),
        ("GB-NIR", "Saint Patrick's Day", "st patrick's day", range(1950, 2051)),
        ("UA", "Easter Sunday (Pascha)", "orthodox easter", range(1992, 2022)),
        ("UA", "Pentecost", "orthodox pentecost", range(1992, 2022)),
        ("UA", "Independence Day", "independence day of ukraine", range(1992, 2022)),
        (
            "UA",
            "Day of the Constitution of Ukraine",
            "ukrainian constitution day",
            range(1997, 2022),
        ),
        ("UA", "International Women's Day", "international women's day", range(1992, 2022)),
        ("DE-SN", "Repentance and Prayer Day", "buß- und bettag", range(1995, 2051)),
        ("DE-SN", "Reformation Day", "reformation day", range(1992, 2051)),
        ("DE", "German Unity Day", "day of german unity", range(1991, 2051)),
        ("DE", "Ascension Day", "ascension day", range(1991, 2051)),
        ("FR", "National Day", "bastille day", range(1900, 2051)),
        ("FR", "Armistice Day", "armistice day", range(1925, 2051)),
        ("FR", "All Saints' Day", "all saints' day", range(1925, 2051)),
        ("FR", "Assumption Day", "assumption day", range(1925, 2051)),
        ("CA", "Canada Day", "canada day", range(1990, 2051)),
        ("CA-ON", "Victoria Day", "victoria day", range(1960, 2051)),
        ("CA-ON", "Thanksgiving Day", "canadian thanksgiving", range(1960, 2051)),
        ("CA-ON", "Family Day", "family day", range(2008, 2051)),
        ("AU-NSW", "ANZAC Day", "anzac day", range(1950, 2051)),
        ("AU-NSW", "Australia Day", "australia day", range(1950, 2051)),
        ("NZ", "Waitangi Day", "waitangi day", range(1977, 2051)),
        ("NZ", "Labour Day", "new zealand labour day", range(1950, 2051)),
        ("NL", "King's Day", "king's day", range(2015, 2025)),
        ("RU", "Russia Day", "russia day", range(2002, 2051)),
        ("RU", "Unity Day", "national unity day", range(2005, 2051)),
        ("GR", "Green Monday", "clean monday", range(1950, 2051)),
        ("GR", "Good Friday", "orthodox good friday", range(1950, 2051)),
        ("GR", "Ohi Day", "ohi day", range(1950, 2051)),
        ("PL", "Corpus Christi", "feast of corpus christi", range(1990, 2051)),
        ("NO", "Maundy Thursday", "maundy thursday", range(1950, 2051)),
        ("SE", "Walpurgis Night (from 2pm)", "walpurgis night", range(1953, 2051)),
        ("IE", "Saint Stephen's Day", "st stephen's day", range(1950, 2051)),
    ],
)
def test_against_the_holidays_package(place: str, theirs: str, name: str, years: range) -> None:
    package = pytest.importorskip("holidays", reason="the holidays package is the second opinion")
    country, _, region = place.partition("-")
    kind = getattr(package, country)
    public = kind(
        subdiv=region or None,
        years=years,
        observed=False,
        language="en_US" if "en_US" in kind.supported_languages else None,
        categories=kind.supported_categories,
    )
    known = {day for day in public if theirs in public.get_list(day)}
    assert {by_name()[name].day(year) for year in years} == {(day - EPOCH).days for day in known}


# --- the data file


@pytest.mark.parametrize("title", sorted(holidays()))
def test_a_holiday_is_well_formed(title: str) -> None:
    row = holidays()[title]
    assert {"names", "rule", "source"} <= set(row) <= FIELDS
    assert row["names"]
    assert row["source"].strip()
    assert " ".join(str(rule(row["rule"])).split()) == " ".join(row["rule"].split())
    assert set(row.get("capitalised", ())) <= set(row["names"])
    assert len(row.get("country", "GB")) == 2


@pytest.mark.parametrize("title", sorted(holidays()))
def test_names_are_plain(title: str) -> None:
    row = holidays()[title]
    for name in [*row["names"], *row.get("shared", ())]:
        assert name == " ".join(name.lower().split())
        assert not name.startswith("the ")
        assert "\N{RIGHT SINGLE QUOTATION MARK}" not in name


def test_a_name_means_one_holiday() -> None:
    said = [name for row in holidays().values() for name in row["names"]]
    assert len(said) == len(set(said))


def test_a_shared_name_means_another_holiday_by_itself() -> None:
    for row in holidays().values():
        for name in row.get("shared", ()):
            assert name in by_name()
            assert name not in row["names"]


@pytest.mark.parametrize("year", [1950, 2023, 2024])
def test_every_holiday_of_a_year_begins_in_it(year: int) -> None:
    days = [day for day in (each.day(year) for each in by_name().values()) if day is not None]
    assert all(civil(day)[0] == year for day in days)
    assert day_number(year, 12, 25) in days
