"""Holidays in English: Western and Orthodox Easter, American, British and Ukrainian days."""

from __future__ import annotations

from tests.language.cases import Case, check, table
from timeline import Anchor

TUESDAY = Anchor("2023-05-23")

WITH_A_YEAR = [
    Case("Christmas 2023", "2023-12-25", "12-25/12-26"),
    Case("Christmas Day 1999", "1999-12-25", "1999-12-25/12-26"),
    Case("Christmas Eve 2022", "2022-12-24", "2022-12-24/12-25"),
    Case("New Year's Day 2024", "2024-01-01", "2024-01-01/01-02"),
    Case("New Year’s Eve 2022", "2022-12-31", "2022-12-31/2023-01-01"),
    Case("Halloween 2022", "2022-10-31"),
    Case("Valentine's Day 2023", "2023-02-14"),
    Case("St. Patrick's Day 2023", "2023-03-17"),
    # Western Easter and what hangs on it.
    Case("Easter 2019", "2019-04-21"),
    Case("Easter 2020", "2020-04-12"),
    Case("Easter 2021", "2021-04-04"),
    Case("Easter 2022", "2022-04-17"),
    Case("Easter Sunday 2023", "2023-04-09", "04-09/04-10"),
    Case("Easter 2024", "2024-03-31"),
    Case("Easter 2025", "2025-04-20"),
    Case("Easter 2038", "2038-04-25"),
    Case("Easter 1961", "1961-04-02"),
    Case("Good Friday 2023", "2023-04-07"),
    Case("Easter Monday 2023", "2023-04-10"),
    Case("Palm Sunday 2023", "2023-04-02"),
    Case("Maundy Thursday 2023", "2023-04-06"),
    Case("Ash Wednesday 2023", "2023-02-22"),
    Case("Shrove Tuesday 2023", "2023-02-21"),
    Case("Ascension Day 2023", "2023-05-18"),
    Case("Pentecost 2023", "2023-05-28"),
    Case("Whit Monday 2023", "2023-05-29"),
    Case("Trinity Sunday 2023", "2023-06-04"),
    Case("Advent Sunday 2022", "2022-11-27"),
    # The Orthodox ones.
    Case("Orthodox Easter 2019", "2019-04-28"),
    Case("Orthodox Easter 2021", "2021-05-02"),
    Case("Orthodox Easter 2022", "2022-04-24"),
    Case("Orthodox Easter 2023", "2023-04-16", "04-16/04-17"),
    Case("Orthodox Easter 2024", "2024-05-05"),
    Case("Orthodox Easter 2025", "2025-04-20"),
    Case("Ukrainian Easter 2023", "2023-04-16"),
    Case("Orthodox Christmas 2023", "2023-01-07"),
    Case("Orthodox Good Friday 2023", "2023-04-14"),
    Case("Orthodox Palm Sunday 2023", "2023-04-09"),
    Case("Orthodox Pentecost 2023", "2023-06-04"),
    Case("Clean Monday 2023", "2023-02-27"),
    Case("Forgiveness Sunday 2023", "2023-02-26"),
    Case("Old New Year 2023", "2023-01-14"),
    # The United States.
    Case("Thanksgiving 2022", "2022-11-24"),
    Case("Thanksgiving 2021", "2021-11-25"),
    Case("Black Friday 2022", "2022-11-25"),
    Case("Cyber Monday 2022", "2022-11-28"),
    Case("Memorial Day 2023", "2023-05-29"),
    Case("Labor Day 2022", "2022-09-05"),
    Case("Martin Luther King Jr. Day 2023", "2023-01-16"),
    Case("MLK Day 2023", "2023-01-16"),
    Case("Presidents' Day 2023", "2023-02-20"),
    Case("Columbus Day 2022", "2022-10-10"),
    Case("Veterans Day 2022", "2022-11-11"),
    Case("Election Day 2022", "2022-11-08"),
    Case("Election Day 2020", "2020-11-03"),
    Case("Juneteenth 2022", "2022-06-19"),
    Case("the Fourth of July 2022", "2022-07-04"),
    Case("Independence Day 2022", "2022-07-04"),
    Case("Mother's Day 2023", "2023-05-14"),
    Case("Father's Day 2023", "2023-06-18"),
    # The United Kingdom.
    Case("Boxing Day 2022", "2022-12-26"),
    Case("Bonfire Night 2022", "2022-11-05"),
    Case("Guy Fawkes Night 2022", "2022-11-05"),
    Case("Remembrance Sunday 2022", "2022-11-13"),
    Case("Mothering Sunday 2023", "2023-03-19"),
    Case("Early May Bank Holiday 2023", "2023-05-01"),
    Case("Spring Bank Holiday 2023", "2023-05-29"),
    Case("Spring Bank Holiday 2022", "2022-06-02"),
    Case("Summer Bank Holiday 2022", "2022-08-29"),
    Case("Burns Night 2023", "2023-01-25"),
    Case("St George's Day 2023", "2023-04-23"),
    # Ukraine.
    Case("Independence Day of Ukraine 2022", "2022-08-24"),
    Case("Ukraine's Independence Day 2022", "2022-08-24"),
    Case("Ukrainian Independence Day 1991", "1991-08-24"),
    Case("Constitution Day of Ukraine 2022", "2022-06-28"),
    Case("Vyshyvanka Day 2023", "2023-05-18"),
    Case("Kyiv Day 2023", "2023-05-28"),
    Case("Holodomor Remembrance Day 2022", "2022-11-26"),
    Case("Defenders' Day 2022", "2022-10-14"),
    Case("Defenders' Day 2023", "2023-10-01"),
    Case("Ukrainian Statehood Day 2022", "2022-07-28"),
    Case("Ukrainian Statehood Day 2024", "2024-07-15"),
]


@table(WITH_A_YEAR)
def test_a_holiday_of_a_year(case: Case) -> None:
    check(case, TUESDAY, kind="DATE")


WITHOUT = [
    Case("Christmas", "2022-12-25", "2022-12-25/12-26"),
    Case("on Christmas Day", "2022-12-25", "2022-12-25/12-26"),
    Case("Easter", "2023-04-09", "04-09/04-10"),
    Case("Orthodox Easter", "2023-04-16", "04-16/04-17", second="2024-05-05"),
    Case("Memorial Day", "2022-05-30", "2022-05-30/05-31", second="2023-05-29"),
    Case("Thanksgiving", "2022-11-24"),
    Case("the Fourth of July", "2022-07-04", second="2023-07-04"),
    Case("last Christmas", "2022-12-25"),
    Case("next Christmas", "2023-12-25"),
    Case("this Christmas", "2023-12-25"),
    Case("last Easter", "2023-04-09"),
    Case("next Easter", "2024-03-31"),
    Case("Easter last year", "2022-04-17"),
    Case("Easter of last year", "2022-04-17"),
    Case("Christmas last year", "2022-12-25"),
    Case("the day after Christmas", "2022-12-26", "2022-12-26/12-27"),
    Case("two days before Easter 2023", "2023-04-07"),
    Case("Christmas morning", "2022-12-25TMO", "2022-12-25T00:00..06:00/12:00..12:30", kind="TIME"),
    Case("New Year's Eve at 11 p.m.", "2022-12-31T23:00", "2022-12-31T23:00/23:01", kind="TIME"),
]


@table(WITHOUT)
def test_a_holiday_without_a_year_is_the_latest(case: Case) -> None:
    check(case, TUESDAY, kind=case.kind or "DATE")
