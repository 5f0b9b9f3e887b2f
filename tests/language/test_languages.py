"""Absolute dates in languages without a pack, through `resolve`."""

from __future__ import annotations

import pytest

from timeline import Anchor, LanguageError, Unresolved, resolve

ANCHOR = Anchor("2023-05-23")

CASES = [
    ("fr", "23 mai 2023", "2023-05-23"),
    ("fr", "le 1er janvier 1914", "1914-01-01"),
    ("fr", "août 1944", "1944-08"),
    ("fr", "14 juillet", "2022-07-14"),
    ("fr", "mardi 23 mai 2023", "2023-05-23"),
    ("fr", "23/05/2023", "2023-05-23"),
    ("de", "23. Mai 2023", "2023-05-23"),
    ("de", "3. Oktober 1990", "1990-10-03"),
    ("de", "März 2022", "2022-03"),
    ("de", "9. November", "2022-11-09"),
    ("de", "24.02.2022", "2022-02-24"),
    ("de", "Dienstag, 23. Mai 2023", "2023-05-23"),
    ("es", "23 de mayo de 2023", "2023-05-23"),
    ("es", "12 de octubre de 1492", "1492-10-12"),
    ("es", "julio de 1936", "1936-07"),
    ("es", "2 de febrero", "2023-02-02"),
    ("es", "24/02/2022", "2022-02-24"),
    ("it", "25 aprile 1945", "1945-04-25"),
    ("it", "giugno 2016", "2016-06"),
    ("it", "2 giugno", "2022-06-02"),
    ("it", "6 agosto 2008", "2008-08-06"),
    ("pt", "25 de abril de 1974", "1974-04-25"),
    ("pt", "setembro de 1822", "1822-09"),
    ("pt", "7 de setembro", "2022-09-07"),
    ("pl", "23 maja 2023", "2023-05-23"),
    ("pl", "11 listopada 1918", "1918-11-11"),
    ("pl", "3 maja", "2023-05-03"),
    ("ru", "9 мая 1945", "1945-05-09"),
    ("ru", "24 февраля 2022 г.", "2022-02-24"),
    ("ru", "август 1991", "1991-08"),
    ("ru", "12 июня", "2022-06-12"),
    ("uk", "24 серпня 1991", "1991-08-24"),
    ("uk", "23 травня 2023", "2023-05-23"),
    ("uk", "листопад 2013", "2013-11"),
    ("uk", "28 червня", "2022-06-28"),
    ("nl", "5 mei 1945", "1945-05-05"),
    ("nl", "januari 2020", "2020-01"),
    ("nl", "27 april", "2023-04-27"),
    ("sv", "6 juni 1523", "1523-06-06"),
    ("tr", "29 Ekim 1923", "1923-10-29"),
    ("ja", "2023年5月23日", "2023-05-23"),
    ("zh", "1949年10月1日", "1949-10-01"),
    ("fr", "2023-05-23", "2023-05-23"),
    ("uk", "2023-05", "2023-05"),
]


@pytest.mark.parametrize(("language", "phrase", "value"), CASES)
def test_absolute_dates(language: str, phrase: str, value: str) -> None:
    assert resolve(phrase, ANCHOR, language=language).value == value


def test_there_are_forty_in_eight_languages() -> None:
    assert len(CASES) >= 40
    assert len({language for language, _, _ in CASES}) >= 8


@pytest.mark.parametrize(
    ("language", "phrase"),
    [
        ("fr", "hier"),
        ("fr", "29 février 2023"),
        ("de", "vor drei Tagen"),
        ("de", "31. April 2023"),
        ("es", "me"),
        ("ru", "538400"),
        ("uk", "десь у травні або червні"),
        ("fr", "lundi 23 mai 2023"),
        ("fr", ""),
        ("fr", "\ud800"),
    ],
)
def test_what_is_not_said_is_refused(language: str, phrase: str) -> None:
    with pytest.raises(Unresolved):
        resolve(phrase, ANCHOR, language=language)


def test_an_unknown_language_is_a_clear_error() -> None:
    with pytest.raises(LanguageError, match="'tlh'"):
        resolve("DaHjaj 12", ANCHOR, language="tlh")


def test_english_dates_in_other_formats_go_through_too() -> None:
    assert resolve("23rd day of May, 2023 at 7:05 pm", ANCHOR).value == "2023-05-23T19:05"
