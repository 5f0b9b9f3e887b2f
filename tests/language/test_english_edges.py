"""Early, mid, late, beginning, middle and end in English, as the house lexicon has them."""

from __future__ import annotations

from tests.language.cases import Case, check, table
from timeline import Anchor

TUESDAY = Anchor("2023-05-23")

EDGES = [
    # Months: 1-10, 11-20, from 21; fringes to 15, 8 to 23, from 16.
    Case("early May 2023", "2023-05", "05-01/05-11..05-16", "START"),
    Case("in early May", "2023-05", "05-01/05-11..05-16", "START"),
    Case("mid-May 2023", "2023-05", "05-08..05-11/05-21..05-24", "MID"),
    Case("mid May 2023", "2023-05", "05-08..05-11/05-21..05-24", "MID"),
    Case("the middle of May 2023", "2023-05", "05-08..05-11/05-21..05-24", "MID"),
    Case("late May 2023", "2023-05", "05-16..05-21/06-01", "END"),
    Case("late February 2023", "2023-02", "02-16..02-21/03-01", "END"),
    Case("the beginning of May 2023", "2023-05", "05-01/05-06..05-11", "START"),
    Case("the start of May 2023", "2023-05", "05-01/05-06..05-11", "START"),
    Case("the end of May 2023", "2023-05", "05-21..05-27/06-01", "END"),
    Case("at the end of February 2023", "2023-02", "02-21..02-24/03-01", "END"),
    Case("early last month", "2023-04", "04-01/04-11..04-16", "START"),
    Case("early next month", "2023-06", "06-01/06-11..06-16", "START"),
    Case("late last month", "2023-04", "04-16..04-21/05-01", "END"),
    Case("the end of the month", "2023-05", "05-21..05-27/06-01", "END"),
    Case("the end of last month", "2023-04", "04-21..04-26/05-01", "END"),
    Case("the beginning of next month", "2023-06", "06-01/06-06..06-11", "START"),
    Case("mid-December", "2022-12", "2022-12-08..12-11/12-21..12-24", "MID"),
    # Years: January-April, May-August, September-December; fringes half a year.
    Case("early 2023", "2023", "01-01/05-01..07-01", "START"),
    Case("in early 2023", "2023", "01-01/05-01..07-01", "START"),
    Case("early in 2023", "2023", "01-01/05-01..07-01", "START"),
    Case("mid-2023", "2023", "04-01..05-01/09-01..10-01", "MID"),
    Case("mid 2023", "2023", "04-01..05-01/09-01..10-01", "MID"),
    Case("in the middle of 2022", "2022", "2022-04-01..05-01/09-01..10-01", "MID"),
    Case("late 2022", "2022", "2022-07-01..09-01/2023-01-01", "END"),
    Case("late in 2022", "2022", "2022-07-01..09-01/2023-01-01", "END"),
    Case("early this year", "2023", "01-01/05-01..07-01", "START"),
    Case("early last year", "2022", "2022-01-01/05-01..07-01", "START"),
    Case("late last year", "2022", "2022-07-01..09-01/2023-01-01", "END"),
    Case("the start of 2023", "2023", None, "START"),
    Case("the end of 2022", "2022", None, "END"),
    Case("at the end of last year", "2022", None, "END"),
    Case("last year's end", "2022", None, "END"),
    # Decades: years 0-3, 4-6, 7-9; fringes 0-4, 3-7, 6-9.
    Case("the early 1990s", "199", "1990-01-01/1994-01-01..1995-01-01", "START"),
    Case("the mid-1990s", "199", "1993-01-01..1994-01-01/1997-01-01..1998-01-01", "MID"),
    Case("the late 1990s", "199", "1996-01-01..1997-01-01/2000-01-01", "END"),
    Case("in the late nineties", "199", "1996-01-01..1997-01-01/2000-01-01", "END"),
    Case("the mid-'80s", "198", "1983-01-01..1984-01-01/1987-01-01..1988-01-01", "MID"),
    Case("the early 2010s", "201", "2010-01-01/2014-01-01..2015-01-01", "START"),
    # Centuries: 00-25, 35-65, 75-99; fringes 00-33, 25-75, from 50 to 20 years beyond.
    Case("the early 20th century", "19", "1900-01-01/1925-01-01..1933-01-01", "START"),
    Case("the mid-20th century", "19", "1925-01-01..1935-01-01/1965-01-01..1975-01-01", "MID"),
    Case("the late 19th century", "18", "1850-01-01..1875-01-01/1900-01-01..1920-01-01", "END"),
    # Weeks: Monday-Tuesday, Wednesday, Thursday-Friday; fringes to Wednesday, Tuesday-Friday, to Sunday.
    Case("early this week", "2023-W21", "05-22/05-24..05-25", "START"),
    Case("early last week", "2023-W20", "05-15/05-17..05-18", "START"),
    Case("late last week", "2023-W20", "05-18/05-20..05-22", "END"),
    Case("early next week", "2023-W22", "05-29/05-31..06-01", "START"),
    Case("the middle of last week", "2023-W20", "05-16..05-17/05-18..05-20", "MID"),
    Case("the end of the week", "2023-W21", None, "END"),
    Case("the beginning of this week", "2023-W21", None, "START"),
    # Days: 0-7 and 20-24; fringes to 10, and from 16 to 2 of the next day.
    Case("early Tuesday", "2023-05-23", "05-23/05-23T07:00..10:00", "START"),
    Case("early on Tuesday", "2023-05-23", "05-23/05-23T07:00..10:00", "START"),
    Case("late Monday", "2023-05-22", "05-22T16:00..20:00/05-23T00:00..02:00", "END"),
    Case("late on Monday", "2023-05-22", "05-22T16:00..20:00/05-23T00:00..02:00", "END"),
    Case("early yesterday", "2023-05-22", "05-22/05-22T07:00..10:00", "START"),
    Case("late on 22 May 2023", "2023-05-22", "05-22T16:00..20:00/05-23T00:00..02:00", "END"),
    Case("early on May 9, 2023", "2023-05-09", "05-09/05-09T07:00..10:00", "START"),
]


@table(EDGES)
def test_an_edge(case: Case) -> None:
    check(case, TUESDAY, kind="DATE")
