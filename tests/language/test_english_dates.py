"""Dates of the calendar in English: days, months, years, decades, centuries, years before Christ."""

from __future__ import annotations

import pytest

from tests.language.cases import Case, check, table
from timeline import Anchor, Policy, resolve

TUESDAY = Anchor("2023-05-23")

MAY_23 = "05-23/05-24"

DAYS = [
    Case("2023-05-23", "2023-05-23", MAY_23),
    Case("20230523", "2023-05-23", MAY_23),
    Case("2023/05/23", "2023-05-23", MAY_23),
    Case("2023.05.23", "2023-05-23", MAY_23),
    Case("23 May 2023", "2023-05-23", MAY_23),
    Case("23rd May 2023", "2023-05-23", MAY_23),
    Case("the 23rd of May 2023", "2023-05-23", MAY_23),
    Case("the 23rd of May, 2023", "2023-05-23", MAY_23),
    Case("May 23, 2023", "2023-05-23", MAY_23),
    Case("May 23 2023", "2023-05-23", MAY_23),
    Case("May 23rd, 2023", "2023-05-23", MAY_23),
    Case("MAY 23, 2023", "2023-05-23", MAY_23),
    Case("on May 23, 2023", "2023-05-23", MAY_23),
    Case("May twenty-third, 2023", "2023-05-23", MAY_23),
    Case("the twenty-third of May 2023", "2023-05-23", MAY_23),
    Case("23-May-2023", "2023-05-23", MAY_23),
    Case("23.05.2023", "2023-05-23", MAY_23),
    Case("23.5.2023", "2023-05-23", MAY_23),
    Case("Tuesday, 23 May 2023", "2023-05-23", MAY_23),
    Case("Tuesday, May 23, 2023", "2023-05-23", MAY_23),
    Case("Tue 23 May 2023", "2023-05-23", MAY_23),
    Case("Tues., May 23, 2023", "2023-05-23", MAY_23),
    Case("23 May 2023.", "2023-05-23", MAY_23),
    Case("29 February 2024", "2024-02-29", "2024-02-29/03-01"),
    Case("Feb. 29, 2024", "2024-02-29", "2024-02-29/03-01"),
    Case("29 February 2000", "2000-02-29", "2000-02-29/03-01"),
    Case("31 December 1999", "1999-12-31", "1999-12-31/2000-01-01"),
    Case("1 January 2000", "2000-01-01", "2000-01-01/01-02"),
    Case("Sept. 11, 2001", "2001-09-11", "2001-09-11/09-12"),
    Case("11 Sep 2001", "2001-09-11", "2001-09-11/09-12"),
    Case("14 July 1789", "1789-07-14", "1789-07-14/07-15"),
    Case("24 February 2022", "2022-02-24", "2022-02-24/02-25"),
    Case("the last day of February 2024", "2024-02-29", "2024-02-29/03-01"),
    Case("the last day of February 2023", "2023-02-28", "02-28/03-01"),
    Case("the first day of March 2023", "2023-03-01", "03-01/03-02"),
    Case("the second to last day of June 2023", "2023-06-29", "06-29/06-30"),
    Case("2023-W21-2", "2023-05-23", MAY_23),
    # Two-digit years are those from 80 years before the publication to 19 after it.
    Case("5/23/98", "1998-05-23", "1998-05-23/05-24"),
    Case("5/23/42", "2042-05-23", "2042-05-23/05-24"),
    Case("23 May '98", "1998-05-23", "1998-05-23/05-24"),
    Case("23-May-98", "1998-05-23", "1998-05-23/05-24"),
    # Parts left out: the latest such day, the present one included.
    Case("the 23rd", "2023-05-23", MAY_23),
    Case("the 22nd", "2023-05-22", "05-22/05-23", second="2023-06-22"),
    Case("the 24th", "2023-04-24", "04-24/04-25", second="2023-05-24"),
    Case("the 31st", "2023-03-31", "03-31/04-01", second="2023-05-31"),
    Case("Nov. 30", "2022-11-30", "2022-11-30/12-01", second="2023-11-30"),
    Case("30 November", "2022-11-30", "2022-11-30/12-01", second="2023-11-30"),
    Case("on 1 May", "2023-05-01", "05-01/05-02", second="2024-05-01"),
    Case("May 23", "2023-05-23", MAY_23, second="2024-05-23"),
    Case("May 24", "2022-05-24", "2022-05-24/05-25", second="2023-05-24"),
    Case("the third of May", "2023-05-03", "05-03/05-04"),
    Case("February 29", "2020-02-29", "2020-02-29/03-01", second="2024-02-29"),
    Case("Friday the 13th", "2023-01-13", "01-13/01-14", second="2023-10-13"),
    Case("the 5th of last month", "2023-04-05", "04-05/04-06"),
    Case("the 15th of next month", "2023-06-15", "06-15/06-16"),
    Case("May 9 last year", "2022-05-09", "2022-05-09/05-10"),
    Case("the last day of last year", "2022-12-31", "2022-12-31/2023-01-01"),
    Case("the first day of this month", "2023-05-01", "05-01/05-02"),
]


@table(DAYS)
def test_a_day_of_the_calendar(case: Case) -> None:
    check(case, TUESDAY, kind="DATE")


IN_FIGURES = [
    ("5/23/2023", "2023-05-23", "2023-05-23"),
    ("23/5/2023", "2023-05-23", "2023-05-23"),
    ("5/6/2023", "2023-05-06", "2023-06-05"),
    ("05/06/2023", "2023-05-06", "2023-06-05"),
    ("12/11/10", "2010-12-11", "2010-11-12"),
    ("1-2-2023", "2023-01-02", "2023-02-01"),
    ("5/6", "2023-05-06", "2022-06-05"),
    ("4/12", "2023-04-12", "2022-12-04"),
    ("5.6.2023", "2023-06-05", "2023-06-05"),
    ("2023-06-05", "2023-06-05", "2023-06-05"),
]


@pytest.mark.parametrize(("phrase", "month_first", "day_first"), IN_FIGURES)
def test_the_policy_orders_a_date_in_figures(phrase: str, month_first: str, day_first: str) -> None:
    assert resolve(phrase, TUESDAY, policy=Policy(date_order="MDY")).value == month_first
    assert resolve(phrase, TUESDAY, policy=Policy(date_order="DMY")).value == day_first


@pytest.mark.parametrize("phrase", ["5/6/2023", "11/12/2021", "7/8/19"])
def test_the_other_order_is_the_second_reading(phrase: str) -> None:
    first, second = (resolve(phrase, TUESDAY, policy=Policy(date_order=order)) for order in ("MDY", "DMY"))
    assert [r.value for r in first.readings] == [first.value, second.value]
    assert [r.value for r in second.readings] == [second.value, first.value]


MONTHS = [
    Case("2023-05", "2023-05", "05-01/06-01"),
    Case("05/2023", "2023-05", "05-01/06-01"),
    Case("May 2023", "2023-05", "05-01/06-01"),
    Case("May, 2023", "2023-05", "05-01/06-01"),
    Case("in May of 2023", "2023-05", "05-01/06-01"),
    Case("the month of May 2023", "2023-05", "05-01/06-01"),
    Case("Feb. 2024", "2024-02", "2024-02-01/03-01"),
    Case("February 1900", "1900-02", "1900-02-01/03-01"),
    Case("Dec 2022", "2022-12", "2022-12-01/2023-01-01"),
    Case("April", "2023-04", "04-01/05-01", second="2024-04"),
    Case("in June", "2022-06", "2022-06-01/07-01", second="2023-06"),
    Case("December", "2022-12", "2022-12-01/2023-01-01", second="2023-12"),
    Case("in Sept.", "2022-09", "2022-09-01/10-01"),
    Case("May of last year", "2022-05", "2022-05-01/06-01"),
    Case("August next year", "2024-08", "2024-08-01/09-01"),
    Case("in January this year", "2023-01", "01-01/02-01"),
    Case("2023-W21", "2023-W21", "05-22/05-29"),
    Case("week 21 of 2023", "2023-W21", "05-22/05-29"),
    Case("week 1 of 2021", "2021-W01", "2021-01-04/01-11"),
    Case("week 53 of 2020", "2020-W53", "2020-12-28/2021-01-04"),
    Case("the week of May 10, 2023", "2023-W19", "05-08/05-15"),
]


@table(MONTHS)
def test_a_month_or_a_week(case: Case) -> None:
    check(case, TUESDAY, kind="DATE")


YEARS = [
    Case("2023", "2023", "01-01/2024-01-01"),
    Case("in 1989", "1989", "1989-01-01/1990-01-01"),
    Case("the year 2000", "2000", "2000-01-01/2001-01-01"),
    Case("nineteen eighty-four", "1984", "1984-01-01/1985-01-01"),
    Case("nineteen ninety", "1990", "1990-01-01/1991-01-01"),
    Case("twenty twenty-two", "2022", "2022-01-01/2023-01-01"),
    Case("two thousand and eight", "2008", "2008-01-01/2009-01-01"),
    Case("nineteen oh five", "1905", "1905-01-01/1906-01-01"),
    Case("'98", "1998", "1998-01-01/1999-01-01"),
    Case("in '45", "1945", "1945-01-01/1946-01-01"),
    Case("AD 79", "0079", "0079-01-01/0080-01-01"),
    Case("79 AD", "0079", "0079-01-01/0080-01-01"),
    Case("1066 CE", "1066", "1066-01-01/1067-01-01"),
    Case("1066", "1066", "1066-01-01/1067-01-01"),
    Case("2500", "2500", "2500-01-01/2501-01-01"),
    Case("the 1990s", "199", "1990-01-01/2000-01-01"),
    Case("1990s", "199", "1990-01-01/2000-01-01"),
    Case("in the '90s", "199", "1990-01-01/2000-01-01"),
    Case("the 90s", "199", "1990-01-01/2000-01-01"),
    Case("the nineties", "199", "1990-01-01/2000-01-01"),
    Case("the sixties", "196", "1960-01-01/1970-01-01"),
    Case("the nineteen-sixties", "196", "1960-01-01/1970-01-01"),
    Case("the 1860s", "186", "1860-01-01/1870-01-01"),
    Case("the 2010s", "201", "2010-01-01/2020-01-01"),
    Case("the 20th century", "19", "1900-01-01/2000-01-01"),
    Case("the twentieth century", "19", "1900-01-01/2000-01-01"),
    Case("the 21st century", "20", "2000-01-01/2100-01-01"),
    Case("the eighteenth century", "17", "1700-01-01/1800-01-01"),
    Case("in the 5th century AD", "04", "0400-01-01/0500-01-01"),
]


@table(YEARS)
def test_a_year_or_more(case: Case) -> None:
    check(case, TUESDAY, kind="DATE")


BEYOND = [
    # There is no year 0: 44 BC is the year -43 of the astronomers.
    ("44 BC", "BC0044", "-0043-01-01T00:00:00/-0042-01-01T00:00:00"),
    ("44 BCE", "BC0044", "-0043-01-01T00:00:00/-0042-01-01T00:00:00"),
    ("1 BC", "BC0001", "0000-01-01T00:00:00/0001-01-01T00:00:00"),
    ("March 44 BC", "BC0044-03", "-0043-03-01T00:00:00/-0043-04-01T00:00:00"),
    ("15 March 44 BC", "BC0044-03-15", "-0043-03-15T00:00:00/-0043-03-16T00:00:00"),
    ("the year 490 BC", "BC0490", "-0489-01-01T00:00:00/-0488-01-01T00:00:00"),
    ("3000 BC", "BC3000", "-2999-01-01T00:00:00/-2998-01-01T00:00:00"),
    ("the year 12000", None, "+12000-01-01T00:00:00/+12001-01-01T00:00:00"),
    ("the year 9999", "9999", "9999-01-01T00:00:00/+10000-01-01T00:00:00"),
]


@pytest.mark.parametrize(("phrase", "value", "written"), BEYOND)
def test_years_that_datetime_cannot_hold(phrase: str, value: str | None, written: str) -> None:
    timex = resolve(phrase, TUESDAY)
    assert timex.extent.isoformat() == written
    assert value is None or timex.value == value
