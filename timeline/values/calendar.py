"""The proleptic Gregorian calendar on plain integers, for any year.

A *day number* counts days from 1970-01-01. A *local time* is microseconds from 1970-01-01T00:00 on
the wall clock of some place. The year before 1 is 0 (ISO 8601), so 44 BC is -43. Every unit of the
calendar is numbered too: `index` gives the unit that holds a local time, `start` where it begins.
"""

from __future__ import annotations

from collections.abc import Callable

from timeline.values.grain import Grain

SECOND = 1_000_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR
WEEK = 7 * DAY

_ERA = 146_097  # days in 400 years: the calendar repeats, weekdays included
_ERA_YEARS = 400
_EPOCH_SHIFT = 719_468  # days from 0000-03-01 to 1970-01-01
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

LINEAR = {
    Grain.MICROSECOND: 1,
    Grain.SECOND: SECOND,
    Grain.MINUTE: MINUTE,
    Grain.HOUR: HOUR,
    Grain.DAY: DAY,
    Grain.WEEK: WEEK,
}
MONTHS = {
    Grain.MONTH: 1,
    Grain.QUARTER: 3,
    Grain.HALF: 6,
    Grain.YEAR: 12,
    Grain.DECADE: 120,
    Grain.CENTURY: 1_200,
    Grain.MILLENNIUM: 12_000,
}


def day_number(year: int, month: int, day: int) -> int:
    """Return the day number of a date; *day* may run over the month's ends.

    >>> day_number(1970, 1, 1), day_number(2023, 5, 23), day_number(-43, 3, 15)
    (0, 19500, -735160)
    """
    # Counting years from March puts the leap day last, so month lengths follow one linear formula.
    shifted = year - (month <= 2)
    era, year_of_era = divmod(shifted, _ERA_YEARS)
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * _ERA + day_of_era - _EPOCH_SHIFT


def civil(day: int) -> tuple[int, int, int]:
    """Return (year, month, day) of a day number.

    >>> civil(19500), civil(-735160)
    ((2023, 5, 23), (-43, 3, 15))
    """
    era, day_of_era = divmod(day + _EPOCH_SHIFT, _ERA)
    year_of_era = (day_of_era - day_of_era // 1_460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    month_from_march = (5 * day_of_year + 2) // 153
    month = (month_from_march + 2) % 12 + 1
    year = year_of_era + era * _ERA_YEARS + (month <= 2)
    return year, month, day_of_year - (153 * month_from_march + 2) // 5 + 1


def weekday(day: int) -> int:
    """Return the ISO weekday of a day number, Monday 1 to Sunday 7.

    >>> weekday(day_number(2023, 5, 23))
    2
    """
    return (day + 3) % 7 + 1


def is_leap(year: int) -> bool:
    """Tell whether *year* has 366 days.

    >>> is_leap(2024), is_leap(1900), is_leap(0)
    (True, False, True)
    """
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Return the number of days of a month.

    >>> month_length(2024, 2)
    29
    """
    return _LENGTHS[month - 1] + (month == 2 and is_leap(year))


def add_months(day: int, months: int) -> int:
    """Move a day number by whole months; a day that the month lacks becomes its last.

    >>> civil(add_months(day_number(2023, 5, 31), -3))
    (2023, 2, 28)
    """
    year, month, day_of_month = civil(day)
    years, month = divmod(year * 12 + month - 1 + months, 12)
    return day_number(years, month + 1, min(day_of_month, month_length(years, month + 1)))


def iso_week(day: int) -> tuple[int, int]:
    """Return (ISO year, ISO week) of a day number.

    >>> iso_week(day_number(2021, 1, 3))
    (2020, 53)
    """
    thursday = day + 4 - weekday(day)
    year = civil(thursday)[0]
    return year, (thursday - day_number(year, 1, 1)) // 7 + 1


def index(grain: Grain, local: int, week_start: int = 1) -> int:
    """Return the number of the unit of *grain* that holds a local time.

    >>> index(Grain.YEAR, 0), index(Grain.DAY, -1)
    (1970, -1)
    """
    if grain is Grain.WEEK:
        return (local // DAY + 4 - week_start) // 7
    size = LINEAR.get(grain)
    if size is not None:
        return local // size
    year, month, _ = civil(local // DAY)
    return (year * 12 + month - 1) // MONTHS[grain]


def start(grain: Grain, number: int, week_start: int = 1) -> int:
    """Return the local time at which unit *number* of *grain* begins.

    >>> start(Grain.YEAR, 1970), start(Grain.WEEK, 0) == -3 * DAY
    (0, True)
    """
    if grain is Grain.WEEK:
        return (number * 7 + week_start - 4) * DAY
    size = LINEAR.get(grain)
    if size is not None:
        return number * size
    year, month = divmod(number * MONTHS[grain], 12)
    return day_number(year, month + 1, 1) * DAY


def add(local: int, grain: Grain, count: int) -> int:
    """Move a local time by whole units on the wall clock, keeping its time of day.

    >>> add(0, Grain.MONTH, 1) // DAY
    31
    """
    size = LINEAR.get(grain)
    if size is not None:
        return local + count * size
    day, time = divmod(local, DAY)
    return add_months(day, count * MONTHS[grain]) * DAY + time


def easter(year: int) -> int:
    """Return the day number of Easter Sunday in the Gregorian calendar (the computus of 1582).

    >>> civil(easter(2023))
    (2023, 4, 9)
    """
    century = year // 100
    golden = year % 19
    epact = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    epact -= epact > 28 or (epact == 28 and golden > 10)
    full_moon = day_number(year, 3, 21) + epact
    return full_moon + 7 - weekday(full_moon) % 7


def orthodox_easter(year: int) -> int:
    """Return the day number of Orthodox Easter (the Julian computus, as a Gregorian day).

    >>> civil(orthodox_easter(2023))
    (2023, 4, 16)
    """
    epact = (19 * (year % 19) + 15) % 30
    julian_shift = year // 100 - year // 400 - 2
    full_moon = day_number(year, 3, 21) + epact + julian_shift
    return full_moon + 7 - weekday(full_moon) % 7


Feast = Callable[[int], int]
EASTERS: dict[str, Feast] = {"easter": easter, "orthodox": orthodox_easter}
