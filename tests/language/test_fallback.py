"""The dateparser fallback: what it reads, what it refuses, and that nothing of the host gets in."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import subprocess
import sys
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.language.fallback import Fields, Order, read
from timeline.values.errors import LanguageError, TimelineError, Unresolved

READ = [
    ("14 juillet 2021", "fr", Fields(2021, 7, 14)),
    ("1er août 1914", "fr", Fields(1914, 8, 1)),
    ("le 3 déc. 2020", "fr", Fields(2020, 12, 3)),
    ("février 2022", "fr", Fields(2022, 2)),
    ("MARS", "fr", Fields(month=3)),
    ("29 février", "fr", Fields(month=2, day=29)),
    ("29 février 2024", "fr", Fields(2024, 2, 29)),
    ("jeudi 24 février 2022 à 5h48", "fr", Fields(2022, 2, 24, 5, 48, weekday=4)),
    ("9 mai 2023 à 8h", "fr", Fields(2023, 5, 9, 8)),
    ("2019", "fr", Fields(2019)),
    ("7. Dezember 1970", "de", Fields(1970, 12, 7)),
    ("07.12.1970", "de", Fields(1970, 12, 7)),
    ("7.12.70", "de", Fields(1970, 12, 7)),
    ("Freitag, 3. Juni 2022 um 19:05 Uhr", "de", Fields(2022, 6, 3, 19, 5, weekday=5)),
    ("3. Juni 2022, 19.05 Uhr", "de", Fields(2022, 6, 3, 19, 5)),
    ("März 2020", "de", Fields(2020, 3)),
    ("12/2021", "de", Fields(2021, 12)),
    ("11 de septiembre de 1973", "es", Fields(1973, 9, 11)),
    ("domingo, 1 de octubre de 2017", "es", Fields(2017, 10, 1, weekday=7)),
    ("1 de 10 de 2017", "es", Fields(2017, 10, 1)),
    ("año 1898", "es", Fields(1898)),
    ("2 giugno 1946", "it", Fields(1946, 6, 2)),
    ("lunedì 6 aprile 2009 alle ore 3:32", "it", Fields(2009, 4, 6, 3, 32, weekday=1)),
    ("16 października 1978", "pl", Fields(1978, 10, 16)),
    ("16 października 1978 r.", "pl", Fields(1978, 10, 16)),
    ("luty 2022", "pl", Fields(2022, 2)),
    ("25 de abril de 1974", "pt", Fields(1974, 4, 25)),
    ("abril de 1974", "pt", Fields(1974, 4)),
    ("5 mei 1945", "nl", Fields(1945, 5, 5)),
    ("5 mei 2020 om 20.00 uur", "nl", Fields(2020, 5, 5, 20, 0)),
    ("6 июня 2023 г.", "ru", Fields(2023, 6, 6)),
    ("6 июня 2023 года в 02:50", "ru", Fields(2023, 6, 6, 2, 50)),
    ("июнь 2023", "ru", Fields(2023, 6)),
    ("в 1991 году", "ru", Fields(1991)),
    ("24 серпня 1991 року", "uk", Fields(1991, 8, 24)),
    ("середа, 24 серпня 2022", "uk", Fields(2022, 8, 24, weekday=3)),
    ("2011年3月11日", "ja", Fields(2011, 3, 11)),
    ("2011年3月11日(金)14時46分", "ja", Fields(2011, 3, 11, 14, 46, weekday=5)),
    ("2011年3月11日午後2時", "ja", Fields(2011, 3, 11, 14)),
    ("2011年3月", "ja", Fields(2011, 3)),
    ("3月11日", "ja", Fields(month=3, day=11)),
    ("２０１１年３月１１日", "ja", Fields(2011, 3, 11)),
    ("2008年5月12日14时28分", "zh", Fields(2008, 5, 12, 14, 28)),
    ("2008年5月12日下午2:28", "zh", Fields(2008, 5, 12, 14, 28)),
    ("2008年", "zh", Fields(2008)),
    ("2017년 3월 10일 금요일 오전 11시 21분", "ko", Fields(2017, 3, 10, 11, 21, weekday=5)),
    ("٢٥ يناير ٢٠١١", "ar", Fields(2011, 1, 25)),
    ("٢٥ يناير ٢٠١١ ١٥:٣٠", "ar", Fields(2011, 1, 25, 15, 30)),
    ("29 Ekim 1923", "tr", Fields(1923, 10, 29)),
    ("6 Şubat 2023 04:17", "tr", Fields(2023, 2, 6, 4, 17)),
    ("17. listopadu 1989", "cs", Fields(1989, 11, 17)),
    ("17. 11. 1989", "cs", Fields(1989, 11, 17)),
    ("12 mars", "sv", Fields(month=3, day=12)),
    ("28 februari 1986", "sv", Fields(1986, 2, 28)),
    ("1956. október 23.", "hu", Fields(1956, 10, 23)),
    ("२६ जनवरी १९५०", "hi", Fields(1950, 1, 26)),
    ("ngày 30 tháng 4 năm 1975", "vi", Fields(1975, 4, 30)),
    ("6. prosince 2021 10:00:05", "cs", Fields(2021, 12, 6, 10, 0, 5)),
    ("4 يوليو 2021", "ar", Fields(2021, 7, 4)),
    ("11 فوریه ۱۹۷۹", "fa", Fields(1979, 2, 11)),
]

REFUSED = [
    # no such day
    ("30 février 2023", "fr", "no date that exists"),
    ("29 février 2023", "fr", "no date that exists"),
    ("31 апреля 2023", "ru", "no date that exists"),
    ("31.11.2020", "de", "no date that exists"),
    # relative phrases
    ("hier", "fr", "'hier' is no part"),
    ("il y a 2 jours", "fr", "'il' is no part"),
    ("vor 3 Tagen", "de", "no part"),
    ("3 days ago", "en", "no part"),
    ("позавчера", "ru", "no part"),
    ("昨日", "ja", "no part"),
    ("samedi", "fr", "no year or month"),
    ("samedi 4", "fr", "no year or month"),
    ("Saturday 4", "en", "a number alone"),
    ("Saturday 2022", "en", "without its day"),
    ("mo 2022", "en", "takes a word of it for 'month'"),
    # numbers that are no dates
    ("12", "fr", "no year or month"),
    ("12", "en", "a number alone"),
    ("538400", "fr", "no date"),
    ("10,00 2", "fr", "not those"),
    ("123°", "fr", "'°' is no part"),
    ("2.3, 4.1, 4.3", "fr", "no date"),
    ("2.3", "fr", "no"),
    ("5.2023", "de", "not joined"),
    ("1 2 2003", "de", "not joined"),
    ("9999", "fr", "a year alone"),
    ("45", "fr", "no"),
    ("15:30", "de", "no year or month"),
    ("23.05", "de", "no year or month"),
    ("mai -44", "fr", "sign"),
    ("mai 44", "fr", "no day beside it"),
    ("€2023", "de", "'€' is no part"),
    # words of other languages, words that dateparser drops
    ("me", "fr", "no year or month"),
    ("car", "fr", "'car' is no part"),
    ("May", "de", "'may' is no part"),
    ("environ 14 juillet 2021", "fr", "'environ' is no part"),
    ("14 juillet 2021 et", "fr", "'et' is no part"),
    ("14 juillet 2021 prix", "fr", "'prix' is no part"),
    ("Updated on: 14 July 2021", "en", "'updated' is no part"),
    ("до 9 мая 2022", "bg", "'до' is no part"),
    ("2017년 3월 10일까지", "ko", "no part"),
    ("約2011年3月11日", "ja", "no part"),
    ("25 يناير 2011 هـ", "ar", "no part"),
    # more than one date, or parts that clash or that dateparser gets wrong
    ("2 mai 2022 3 mai 2022", "fr", "no date"),
    ("2 mai 2022 - 3 mai 2022", "fr", "no date"),
    ("12-14 mai 2022", "fr", "not those"),
    ("12-14 mai", "fr", "not joined"),
    ("mai juin 2022", "fr", "no date"),
    ("Montag, 3. Juni 2022", "de", "it names a Monday, but that day was a Friday"),
    ("Mai 2023 um 15 Uhr", "de", "time of day that dateparser does not read"),
    ("Mai 2023 um 15:00 Uhr", "de", "without its day"),
    ("9 h 30", "fr", "leaves one out"),
    ("14 juillet 2021 21:00:05.25", "fr", "not those"),
    ("14 juillet 2021 15:30 CET", "fr", "'cet' is no part"),
    ("14 juillet 2021 15:30 +02:00", "fr", "'+' is no part"),
    ("14 juillet 2021 15:30-05:00", "fr", "a time zone"),
    ("14 July 2021 evening", "en", "'evening' is no part"),
    ("32/05/12", "de", "not those"),
    ("23. máj. 12.", "hu", "which of its short numbers"),
    ("12 mar", "es", "a month or a weekday"),
    ("23 ਜੂਨ 2023", "pa", "one of two months"),
    ("1402/03/02", "fa", "another calendar"),
    ("23 พฤษภาคม 2566", "th", "another calendar"),
    ("MMXXIII", "fr", "no part"),
    ("Q2 2023", "fr", "'q' is no part"),
    # not even text
    ("", "fr", "neither words nor numbers"),
    (" - ", "fr", "neither words nor numbers"),
    ("\x00", "fr", "no part"),
    ("\ud800 mai 2023", "fr", "no part"),
    ("14 juillet 2021\x00", "fr", "no part"),
    ("1" * 100, "fr", "no date"),
    ("1:" * 50, "fr", "no"),
    ("(" * 100, "fr", "neither"),
    ("٫" * 50, "ar", "no part"),
    ("a" * 1_000_000, "fr", "longer than 100 characters"),
    (" " * 1_000_000, "fr", "longer than 100 characters"),
]

LANGUAGES = sorted({language for _, language, _ in READ} | {"en", "th", "he", "bg", "da", "fi"})


@pytest.mark.parametrize(("text", "language", "expected"), READ)
def test_reads_what_was_said_and_nothing_else(text: str, language: str, expected: Fields) -> None:
    assert read(text, language) == expected


@pytest.mark.parametrize(("text", "language", "why"), REFUSED)
def test_refuses_and_says_why(text: str, language: str, why: str) -> None:
    with pytest.raises(Unresolved, match=re.escape(why)) as caught:
        read(text, language)
    assert caught.value.text == text
    assert caught.value.span == (0, len(text))
    assert "; write it as 2023-05-23" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "order", "expected"),
    [
        ("5/6/2021", "DMY", Fields(2021, 6, 5)),
        ("5/6/2021", "MDY", Fields(2021, 5, 6)),
        ("5/6/7", "DMY", None),
        ("05/06/07", "DMY", Fields(2007, 6, 5)),
        ("05/06/07", "MDY", Fields(2007, 5, 6)),
        ("05/06/07", "YMD", Fields(2005, 6, 7)),
        ("2021-06-05", "DMY", Fields(2021, 6, 5)),
        ("2021-06-05", "MDY", Fields(2021, 6, 5)),
        ("25/12/2021", "MDY", Fields(2021, 12, 25)),
        ("12/25/2021", "DMY", Fields(2021, 12, 25)),
        ("25/12/21", "MDY", None),
        ("5 juin 2021", "YMD", Fields(2021, 6, 5)),
        ("5 juin 21", "MDY", Fields(2021, 6, 5)),
        ("5 juin 21", "YMD", None),
    ],
)
def test_order_settles_only_what_the_numbers_leave_open(
    text: str, order: Order, expected: Fields | None
) -> None:
    if expected is None:
        with pytest.raises(Unresolved):
            read(text, "fr", order=order)
    else:
        assert read(text, "fr", order=order) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", Fields(2007, 5, 6)), ("fr", Fields(2007, 6, 5)), ("ja", Fields(2005, 6, 7))],
)
def test_without_order_the_language_decides(language: str, expected: Fields) -> None:
    assert read("05/06/07", language) == expected


@pytest.mark.parametrize("language", ["", "xx", "FR", "fr-", "français", "../fr", "\x00", "a" * 9999])
def test_unknown_language(language: str) -> None:
    with pytest.raises(LanguageError, match="knows no language"):
        read("14 juillet 2021", language)


@pytest.mark.parametrize(
    "text", ["a" * 1_000_000, "1 " * 500_000, "²" * 100, "ﷺ" * 100, "mai " * 25, "-:" * 50]
)
def test_hostile_text_is_refused_fast(text: str) -> None:
    read("mai 2023", "fr")  # the first call of all imports dateparser
    began = time.perf_counter()
    with pytest.raises(Unresolved):
        read(text, "fr")
    assert time.perf_counter() - began < 1


def _python(script: str, given_to_it: str = "", **environment: str) -> str:
    paths = os.pathsep.join(path or str(Path.cwd()) for path in sys.path)
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script],
        input=given_to_it,
        env={**os.environ, "PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


def test_importing_the_module_does_not_import_dateparser() -> None:
    script = (
        "import sys, timeline.language.fallback as fallback\n"
        "print('dateparser' in sys.modules)\n"
        "fallback.read('mai 2023', 'fr')\n"
        "print('dateparser' in sys.modules)\n"
    )
    assert _python(script).split() == ["False", "True"]


# The clock is replaced before the rest is imported, so that every module sees only the false one.
_ON_ANOTHER_HOST = """
import datetime, json, locale, sys
false = datetime.datetime.fromisoformat(sys.stdin.readline().strip())
class Clock(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls(*false.timetuple()[:6], tzinfo=tz)
    today = utcnow = now
datetime.datetime = Clock
try:
    locale.setlocale(locale.LC_ALL, "")
except locale.Error:
    pass
from timeline.language.fallback import read
from timeline.values.errors import TimelineError
def answer(text, language):
    try:
        return repr(read(text, language))
    except TimelineError as error:
        return str(error)
answers = [answer(*case) for case in json.load(sys.stdin)]
import dateparser.date
print(json.dumps([dateparser.date.datetime.now().year, answers]))
"""


@pytest.mark.parametrize(
    ("now", "zone", "locale"),
    [
        ("1972-02-29 23:59:59", "Pacific/Kiritimati", "de_DE.UTF-8"),
        ("2024-03-31 02:30:00", "Europe/Kyiv", "tr_TR.UTF-8"),
        ("2099-12-31 00:00:00", "America/St_Johns", "C"),
        ("2001-01-01 12:00:00", "No/Such_Zone", "xx_YY"),
    ],
)
def test_no_answer_depends_on_the_host(now: str, zone: str, locale: str) -> None:
    cases = [(text, language) for text, language, _ in (*READ, *REFUSED) if len(text) <= 100]
    given_to_it = now + "\n" + json.dumps(cases)
    year, answers = json.loads(_python(_ON_ANOTHER_HOST, given_to_it, TZ=zone, LANG=locale, LC_ALL=locale))
    assert year == int(now[:4])
    assert answers == [_answer(*case) for case in cases]


def _answer(text: str, language: str) -> str:
    try:
        return repr(read(text, language))
    except TimelineError as error:
        return str(error)


_PIECES = st.sampled_from(
    "mai 23 05 2023 12 1 31 15:30 15h30 à le de 年 5月 23日 mardi Mai März . , - / : um Uhr pm ago"
    " in et 2023-05-23 23.05.2023 ٢٣ ² ½ mar юня мая г. 12:00:05 .5 T Z +02 UTC Q2 MMX on: hier th"
    " \u200f".split()
)
_TEXTS = st.one_of(
    st.text(max_size=120),
    st.text(st.characters(codec=None), max_size=30),
    st.lists(_PIECES, max_size=7).map(" ".join),
    st.lists(_PIECES, max_size=7).map("".join),
)


@given(_TEXTS, st.sampled_from(LANGUAGES))
def test_any_text_gives_accounted_fields_or_a_timeline_error(text: str, language: str) -> None:
    try:
        fields = read(text, language)
    except TimelineError:
        return
    _assert_accounted(text, fields)


@pytest.mark.parametrize(("text", "fields"), [(text, fields) for text, _, fields in READ])
def test_every_number_of_our_own_cases_is_accounted_for(text: str, fields: Fields) -> None:
    _assert_accounted(text, fields)


def _assert_accounted(text: str, fields: Fields) -> None:
    """Each number is a field, each field but a named month is a number, and the day exists."""
    numbers = [int(digits) for digits in re.findall(r"\d+", unicodedata.normalize("NFKD", text))]
    said = [fields.year, fields.month, fields.day, fields.hour, fields.minute, fields.second]
    assert len([value for value in said if value is not None]) - len(numbers) in {0, 1}
    forms = {value for value in said if value is not None}
    if fields.year is not None:
        forms.add(fields.year % 100)
    if fields.hour is not None:
        forms |= {fields.hour % 12, fields.hour % 12 or 12}
    assert set(numbers) <= forms
    if fields.year and fields.month and fields.day:
        assert fields.weekday in {
            None,
            dt.date(fields.year, fields.month, fields.day).isoweekday(),
        }


@given(
    st.dates(dt.date(1000, 1, 1), dt.date(9999, 12, 31)),
    st.sampled_from(["{d}.{m}.{y}", "{y}-{m}-{d}", "{d}. {m}. {y}", "{d}/{m}/{y}"]),
    st.sampled_from(["de", "fr", "es", "ru", "cs", "tr"]),
)
def test_every_day_written_in_numbers_comes_back(day: dt.date, form: str, language: str) -> None:
    text = form.format(y=day.year, m=day.month, d=day.day)
    assert read(text, language) == Fields(day.year, day.month, day.day)
