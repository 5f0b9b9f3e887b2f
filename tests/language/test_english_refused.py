"""What is no time expression in English is refused with a reason that quotes it, whatever it is."""

from __future__ import annotations

import time

import pytest

from timeline import Anchor, Policy, TimelineError, resolve
from timeline.values.errors import Unresolved

TUESDAY = Anchor("2023-05-23")

NO_TIMES = """
hello
lorem ipsum
John Smith
Kyiv
Theresa May
Robin Friday
Mr. May
April Jones
Augustus
Mon ami
the march
maybe
Wednesbury
secondly
Monday.com
$5
$5 million
£12.50
5 euros
€1,500
12
7
42
0
999
12345
1,500
3.14
100%
1/0
-5
3.11
v2.0
version 3.11
1.2.3
Python 3.12
192.168.0.1
10.0.0.0/8
+1 555 0100
555-1234
555-0100-200
(044) 555-01-00
50.4501, 30.5234
50.4501 N
48°51'N
3-2
2:1
0-0
21-14, 21-17
#2023
ISBN 978-3-16-148410-0
may@example.com
https://example.com/2023/05/23
/2023/05/23/news
room 101
Boeing 747
K2
page 23
section 3.4
12 people
three dogs
two of them
half of it
the first man
COVID-19
U-2
F-16
7.62 mm
10 km
""".strip().splitlines()

HALF_SENTENCES = """
he said on Monday
Monday and then
Monday of
since
until
before the
from Monday to
between
between Monday and
the night of
the night of Monday to
ago
days of thunder
weeks of
in the
last
next
this
every
early
about
at
on
a
the
of the
two
a few
several
more than
the attack
the end of the attack
Monday he left
three days of rain
they met in May and
by
o'clock
p.m.
GMT
years old man
yesterday's news
the day the music died
not Monday
""".strip().splitlines()

NO_SUCH_DAYS = """
31 June
June 31
June 31, 2023
30 February
February 30
30 Feb 2024
29 February 2023
Feb. 29, 2023
29 February 1900
31 November 2022
April 31, 2023
the 31st of February
2023-13-01
2023-00-10
2023-05-32
20230230
2023-05-23T25:00
2023-05-23T12:61
13/13/2023
32/1/2023
0/5/2023
32 May
May 32
May 0
0 May 2023
the 32nd
the 45th of May
25:00
24:30
12:60
99:99
13 a.m.
0 a.m.
25 p.m.
25 o'clock
half past twenty-five
2023-W54
2023-W53
2023-W00
week 53 of 2023
week 54 of 2023
2023-Q5
2023-Q0
Q5 2023
the fifth quarter of 2023
the third half of 2023
the fifth Monday of June 2023
the sixth Monday of May 2023
the 32nd day of May 2023
0 BC
the year 0
the 0th century
29.02.2023
""".strip().splitlines()


@pytest.mark.parametrize("phrase", NO_TIMES + HALF_SENTENCES + NO_SUCH_DAYS)
def test_no_time_expression(phrase: str) -> None:
    with pytest.raises(Unresolved) as caught:
        resolve(phrase, TUESDAY)
    assert phrase in str(caught.value)
    assert caught.value.text == phrase


@pytest.mark.parametrize("order", ["MDY", "DMY", "YMD"])
def test_no_order_makes_a_date_of_two_thirteens(order: str) -> None:
    with pytest.raises(Unresolved, match="13/13/2023"):
        resolve("13/13/2023", TUESDAY, policy=Policy(date_order=order))  # type: ignore[arg-type]


EMPTY = ["", " ", "\t\n", "\u00a0", "\u3000", "\r\n\r\n"]
STRANGE = [
    "\x00",
    "\ud800",
    "\udfff\udfff",
    "\u200f",
    "\u200e",
    "\u202e",
    "\u200b",
    "\ufeff",
    "\ufffd",
    "\U0010ffff",
    "🕒",
    ".",
    "...",
    "?",
    ",",
    "-",
    "'",
    '"',
    "/",
    ":",
    "\\",
    "()",
    "(Monday",
    "[[[",
    "1" * 400,
    "1-" * 200,
    "1:" * 200,
    "٢٣",
]


@pytest.mark.parametrize("phrase", EMPTY + STRANGE, ids=ascii)
def test_nothing_and_strange_signs_are_refused(phrase: str) -> None:
    with pytest.raises(Unresolved):
        resolve(phrase, TUESDAY)


def test_an_empty_phrase_is_called_so() -> None:
    with pytest.raises(Unresolved, match="empty"):
        resolve("  ", TUESDAY)


def answer(phrase: str) -> str:
    """What a phrase denotes, or why it denotes nothing."""
    try:
        return resolve(phrase, TUESDAY).value
    except TimelineError as error:
        return str(error)


# Whether what is hidden beside a word is passed over or refused, it breaks nothing.
HIDDEN = ["Monday\x00", "\u200fMonday", "Mon\u200bday", "Monday\udfff", "\ufeffMonday", "\u202eMonday"]


@pytest.mark.parametrize("phrase", HIDDEN, ids=ascii)
def test_signs_hidden_in_a_phrase_break_nothing(phrase: str) -> None:
    found = answer(phrase)
    assert found == "2023-05-22" or (found.startswith("'") and found.isprintable())


LONG = [
    "a" * 1_000_000,
    "1" * 1_000_000,
    " " * 1_000_000,
    "Monday " * 100_000,
    "1.1." * 250_000,
    "'" * 1_000_000,
    "\u0301" * 1_000_000,
    "early " * 80 + "May",
    "before " * 70 + "Monday",
    "the end of " * 45,
    "half " * 99,
    "and a half " * 45,
    "one hundred " * 40,
    "Monday to " * 49,
    "two days and " * 38,
    "May 1 " * 80,
    "1 " * 249,
    "a " * 249,
]


@pytest.mark.parametrize("phrase", LONG, ids=lambda phrase: ascii(phrase[:12]))
def test_long_texts_are_answered_at_once(phrase: str) -> None:
    began = time.perf_counter()
    assert len(answer(phrase)) < 1000
    assert time.perf_counter() - began < 3


@pytest.mark.parametrize(
    "phrase",
    [
        "9999999999999999999999 years ago",
        "in 999999999 centuries",
        "1" * 60 + " days ago",
        "a million million million years ago",
        "the year 99999999999999",
        "every 0 days",
        "0 days ago",
        "in -3 days",
    ],
)
def test_numbers_beyond_all_sense_break_nothing(phrase: str) -> None:
    assert answer(phrase)


@pytest.mark.parametrize("phrase", [None, 5, b"Monday", ["Monday"], object])
def test_what_is_no_text_is_refused(phrase: object) -> None:
    with pytest.raises(Unresolved, match="no text"):
        resolve(phrase, TUESDAY)  # type: ignore[arg-type]


@pytest.mark.parametrize("anchor", [None, "2023-05-23", 5])
def test_what_is_no_anchor_is_refused(anchor: object) -> None:
    with pytest.raises(Unresolved, match="no Anchor"):
        resolve("Monday", anchor)  # type: ignore[arg-type]
