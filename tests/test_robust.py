"""Bad input gives a result or a TimelineError that quotes it; importing and resolving stay cheap."""

from __future__ import annotations

import pickle
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
from timeline import (
    Anchor,
    AnchorError,
    LanguageError,
    Pack,
    Policy,
    PolicyError,
    TimelineError,
    Timex,
    Unresolved,
    resolve,
)
from timeline.language.pack import load

ANCHOR = Anchor("2023-05-23", tz="Europe/Kyiv")


def resolved(phrase: str, anchor: Anchor = ANCHOR) -> Timex | None:
    """Resolve a phrase; nothing but a TimelineError may stop it."""
    try:
        found = resolve(phrase, anchor)
    except TimelineError:
        return None
    assert found.explain()
    assert found.readings[0] == found.chosen
    return found


WORDS = sorted({*load("en").words, *load("en").phrases})


@given(st.text(max_size=60))
def test_any_text_gives_a_result_or_a_timeline_error(phrase: str) -> None:
    resolved(phrase)


@given(
    st.lists(
        st.sampled_from([*WORDS, *"0123456789", "12", "2023", "-", "/", ":", ",", "the", "of"]), max_size=9
    )
)
def test_any_words_of_the_language_too(words: list[str]) -> None:
    resolved(" ".join(words))


@pytest.mark.parametrize(
    "phrase",
    [
        "",
        " \n\t",
        "\x00",
        "Mon\x00day",
        "\ud800\udfff",
        "\u202eyadnoM\u202c",
        "\u200fMonday\u200f",
        "a" * 1_000_000,
        "?" * 100_000,
        "1" * 500,
        "9" * 400 + " years ago",
        "the day before " * 33 + "Monday",
        "((((((((((" * 40,
        "Monday " * 70,
    ],
)
def test_hostile_text_is_answered_fast(phrase: str) -> None:
    began = time.perf_counter()
    resolved(phrase)
    assert time.perf_counter() - began < 2


@pytest.mark.parametrize("phrase", ["", "nonsense", "31 June", "\ud800", "a" * 1_000_000])
def test_errors_quote_the_input_and_stay_short(phrase: str) -> None:
    with pytest.raises(Unresolved) as caught:
        resolve(phrase, ANCHOR)
    message = str(caught.value)
    assert caught.value.text == phrase
    assert len(message) < 400
    assert message.isprintable()
    assert not phrase or phrase[:5].encode("ascii", "backslashreplace").decode() in message


@pytest.mark.parametrize("phrase", [None, 5, b"Monday", ["Monday"]])
def test_what_is_no_text_is_refused(phrase: object) -> None:
    with pytest.raises(Unresolved):
        resolve(phrase, ANCHOR)  # type: ignore[arg-type]


@pytest.mark.parametrize("anchor", [None, "2023-05-23", datetime(2023, 5, 23, tzinfo=UTC)])
def test_what_is_no_anchor_is_refused(anchor: object) -> None:
    with pytest.raises(Unresolved, match="Anchor"):
        resolve("Monday", anchor)  # type: ignore[arg-type]


class Strange(tzinfo):
    """A zone whose every answer is wrong."""

    def utcoffset(self, _: datetime | None) -> timedelta | None:
        raise ZeroDivisionError

    def dst(self, _: datetime | None) -> timedelta | None:
        return None

    def tzname(self, _: datetime | None) -> str | None:
        return None


def test_a_strange_zone_is_an_anchor_error() -> None:
    with pytest.raises(AnchorError):
        Anchor(datetime(2023, 5, 23, tzinfo=Strange()))
    with pytest.raises(AnchorError):
        Anchor("2023-05-23", tz=Strange())


@pytest.mark.parametrize("when", ["-0043-03-15", "0001", "0000-12-31", "9999-12-31", "+12000-06", "+99999"])
@pytest.mark.parametrize("tz", [None, "Europe/Kyiv", ["America/New_York", "+14:00"]])
@pytest.mark.parametrize(
    "phrase", ["Monday", "last year", "two weeks ago", "since the 1st", "the nineties", "now"]
)
def test_years_that_datetime_cannot_hold(when: str, tz: str, phrase: str) -> None:
    found = resolve(phrase, Anchor(when, tz=tz))
    assert found.extent.isoformat()
    assert found.explain()


@pytest.mark.parametrize(
    "choice",
    [{"genre": "poem"}, {"week_start": 0}, {"date_order": "DYM"}, {"widths": 3}, {"fiscal_start": 13}],
)
def test_a_policy_that_makes_no_sense_is_refused(choice: dict[str, object]) -> None:
    with pytest.raises(PolicyError, match=next(iter(choice))):
        Policy(**choice)  # type: ignore[arg-type]


def python(code: str) -> str:
    """What a fresh interpreter prints."""
    root = Path(timeline.__file__).parents[1]
    run = subprocess.run([sys.executable, "-c", code], cwd=root, check=True, capture_output=True, text=True)
    return run.stdout.strip()


def test_importing_the_package_loads_next_to_nothing() -> None:
    loaded = python("import sys, timeline; print(*(m for m in sys.modules if m.startswith('timeline.')))")
    assert loaded == ""


def test_dateparser_is_loaded_only_when_it_is_needed() -> None:
    code = (
        "import sys; from timeline import Anchor, resolve; a = Anchor('2023-05-23', tz='Europe/Kyiv');"
        "resolve('mid-afternoon Tuesday', a).explain(); print('dateparser' in sys.modules);"
        "resolve('23 mai 2023', a, language='fr'); print('dateparser' in sys.modules)"
    )
    assert python(code).split() == ["False", "True"]


def test_eight_threads_get_the_same_answers() -> None:
    phrases = ["Monday", "the night of Monday-Tuesday", "last May", "in recent months", "9 a.m. EDT"] * 10
    expected = [repr(resolve(phrase, ANCHOR)) for phrase in phrases]
    answers: list[list[str]] = []

    def work() -> None:
        answers.append([repr(resolve(phrase, ANCHOR)) for phrase in phrases])

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [expected] * 8


def test_every_public_name_is_there() -> None:
    assert all(hasattr(timeline, name) for name in timeline.__all__)
    assert dir(timeline) == sorted(timeline.__all__)
    with pytest.raises(AttributeError, match="guess"):
        _ = timeline.guess


NESTED = [
    ("a day after ", 38, "Monday"),
    ("the day before ", 31, "Monday"),
    ("the Monday before ", 26, "May 3"),
]


@pytest.mark.parametrize(("words", "times", "last"), [*NESTED, ("about ", 70, "3 pm"), ("early ", 70, "May")])
def test_deep_nesting_takes_no_exponential_time(words: str, times: int, last: str) -> None:
    began = time.perf_counter()
    found = resolve(words * times + last, ANCHOR)
    assert len(found.readings) <= 8
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize(
    "more",
    [
        {"words": {"PART": {"...": "night"}}},
        {"words": {"PART": {"x": [[1]]}}},
        {"words": {"PART": {"x": {"a": 1}}}},
        {"holidays": {"h": {"names": ["."], "rule": "12-25", "source": "s"}}},
        {"holidays": {"h": {"names": ["h"], "rule": "12-25", "source": "s", "shared": 5}}},
        {"holidays": {"h": {"names": ["H"], "rule": "12-25", "source": "s"}}},
        {"rules": {"TIMEX": {5: "year(1)"}}},
        {"rules": {"TIMEX": {"foo": "-'abc'"}}},
        {"rules": {"TIMEX": {"foo": "year($0)"}}},
        {"rules": {"TIMEX": {"a? " * 9: "year(1)"}}},
        {"widths": {"night": {"core": ["+30h", "+22h"], "outer": ["+18h", "+31h"], "source": "s"}}},
    ],
)
def test_broken_data_is_a_language_error(more: dict[str, dict[str, dict[str, object]]]) -> None:
    with pytest.raises(LanguageError):
        Pack.load("en").extend(more)


@pytest.mark.parametrize(
    ("name", "value"), [("policy", None), ("policy", "news"), ("pack", "en"), ("pack", {})]
)
def test_arguments_of_the_wrong_kind_are_refused(name: str, value: object) -> None:
    with pytest.raises(TimelineError):
        resolve("Monday", ANCHOR, **{name: value})  # type: ignore[arg-type]


def test_a_pack_can_be_pickled() -> None:
    pack = Pack.load("en").extend({"words": {"PART": {"teatime": "afternoon"}}})
    again = pickle.loads(pickle.dumps(pack))
    assert resolve("Monday teatime", ANCHOR, pack=again) == resolve("Monday teatime", ANCHOR, pack=pack)
