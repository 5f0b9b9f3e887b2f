"""Widths and words of one's own: through the policy, and through a pack that extends English."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.language.cases import Case, check, same_bounds, table
from timeline import Anchor, Policy, resolve
from timeline.language.pack import load
from timeline.meaning.widths import width
from timeline.values.errors import LanguageError, PolicyError

TUESDAY = Anchor("2023-05-23")
HOUSE = Policy(
    widths=(
        width("night", ["+22h", "+30h"], ["+20h", "+32h"], "our desk", "NI"),
        width("morning", ["+7h", "+11h"], ["+6h", "+12h"], "our desk", "MO"),
        width("weekend", ["+5d", "+7d"], ["+5d", "+7d"], "our desk"),
        width("early month", ["+0d", "+7d"], ["+0d", "+7d"], "our desk"),
        width("about clock", ["+5min", "+5min"], ["+10min", "+10min"], "our desk"),
        width("several", [4, 5], [4, 5], "JMA"),
    )
)

REPLACED = [
    Case("Monday night", "2023-05-22TNI", "05-22T20:00..22:00/05-23T06:00..08:00"),
    Case("the night of Monday-Tuesday", "2023-05-22TNI", "05-22T20:00..22:00/05-23T06:00..08:00"),
    Case("Tuesday morning", "2023-05-23TMO", "05-23T06:00..07:00/11:00..12:00"),
    Case("last weekend", "2023-W20-WE", "05-20/05-22"),
    Case("early May 2023", "2023-05", "05-01/05-08", "START"),
    Case("about 3 p.m. on Monday", "2023-05-22T15:00", "05-22T14:50..15:10/14:51..15:11", "APPROX"),
    Case("several days ago", None, "05-18..05-19/05-19..05-20"),
    Case("Monday evening", "2023-05-22TEV", "05-22T16:00..18:00/21:00..24:00"),
]


@table(REPLACED)
def test_a_policy_replaces_widths_by_name(case: Case) -> None:
    check(case, TUESDAY, HOUSE)


def test_widths_may_come_as_a_mapping() -> None:
    policy = Policy(widths={"night": width("night", ["+22h", "+30h"], ["+20h", "+32h"], "us", "NI")})
    timex = resolve("Monday night", TUESDAY, policy=policy)
    assert same_bounds("05-22T20:00..22:00/05-23T06:00..08:00", timex.extent)


def test_the_source_of_a_replaced_width_is_told() -> None:
    assert "our desk" in resolve("Monday night", TUESDAY, policy=HOUSE).explain()


@pytest.mark.parametrize("widths", ["night", 5, ["night"], {"night": ["+22h", "+30h"]}])
def test_what_is_no_width_is_refused(widths: object) -> None:
    with pytest.raises(PolicyError, match="widths"):
        Policy(widths=widths)


@pytest.mark.parametrize(
    ("core", "outer", "source"),
    [
        (["22h", "+30h"], ["+20h", "+32h"], "us"),
        (["+22h"], ["+20h", "+32h"], "us"),
        (["+22h", "+30h"], ["+20h", True], "us"),
        (["+22h", "+30x"], ["+20h", "+32h"], "us"),
        (["+22h", "+30h"], ["+20h", "+32h"], ""),
        (["+22h", "+30h"], ["+20h", "+32h"], None),
        (None, None, "us"),
    ],
)
def test_a_broken_width_is_refused(core: object, outer: object, source: object) -> None:
    with pytest.raises(LanguageError):
        width("night", core, outer, source)


OURS: dict[str, dict[str, dict[str, object]]] = {
    "words": {"PART": {"arvo": "afternoon", "golden hour": "golden hour"}, "RELDAY": {"yestreen": "-1"}},
    "rules": {"DAY": {"deadline day": "on(31, Month(8))"}},
    "widths": {
        "golden hour": {
            "code": "EV",
            "core": ["+19h", "+20h"],
            "outer": ["+18h", "+21h"],
            "source": "photographers",
        }
    },
    "holidays": {"Founders Day": {"names": ["founders day"], "rule": "06-01", "source": "our charter"}},
}

EXTENDED = [
    ("Monday arvo", "2023-05-22TAF", "05-22T12:00/18:00..19:00"),
    ("yestreen", "2023-05-22", "05-22/05-23"),
    ("deadline day", "2022-08-31", "2022-08-31/09-01"),
    ("Monday golden hour", "2023-05-22TEV", "05-22T18:00..19:00/20:00..21:00"),
    ("Founders Day", "2022-06-01", "2022-06-01/06-02"),
    ("Founders Day 2023", "2023-06-01", "06-01/06-02"),
    ("the day after Founders Day 2023", "2023-06-02", "06-02/06-03"),
    ("Monday night", "2023-05-22TNI", "05-22T18:00..21:00/05-23T05:00..07:00"),
]


@pytest.mark.parametrize(("phrase", "value", "bounds"), EXTENDED)
def test_a_pack_extends_english(phrase: str, value: str, bounds: str) -> None:
    timex = resolve(phrase, TUESDAY, pack=load("en").extend(OURS))
    assert timex.value == value
    assert same_bounds(bounds, timex.extent)


def test_extending_a_pack_leaves_it_as_it_was() -> None:
    load("en").extend(OURS)
    with pytest.raises(ValueError, match="yestreen"):
        resolve("yestreen", TUESDAY)


def test_an_extended_pack_extends_again() -> None:
    more = {"words": {"RELDAY": {"ereyesterday": "-2"}}}
    pack = load("en").extend(OURS).extend(more)
    assert resolve("ereyesterday", TUESDAY, pack=pack).value == "2023-05-21"
    assert resolve("yestreen", TUESDAY, pack=pack).value == "2023-05-22"


def test_a_pack_may_extend_from_a_folder(tmp_path: Path) -> None:
    (tmp_path / "words.toml").write_text('[RELDAY]\nyestreen = "-1"\n', encoding="utf-8")
    pack = load("en").extend(tmp_path)
    assert resolve("yestreen", TUESDAY, pack=pack).value == "2023-05-22"


WIDTH = {"core": ["+1h", "+2h"], "outer": ["+0h", "+3h"], "source": "us"}
DAY = {"names": ["founders day"], "rule": "06-01", "source": "us"}

BROKEN = [
    ({"wrods": {}}, "wrods"),
    ({"words": []}, "words"),
    ({"words": {"MONTH": 5}}, "words.MONTH"),
    ({"words": {"MONTH": {"Smarch": 3}}}, "Smarch"),
    ({"words": {"MONTH": {" ": 3}}}, "words.MONTH"),
    ({"rules": {"DAY": {"deadline": "launch(1)"}}}, "deadline"),
    ({"rules": {"DAY": {"deadline": "on($3)"}}}, "deadline"),
    ({"rules": {"DAY": {"deadline": "on($1"}}}, "deadline"),
    ({"rules": {"DAY": {"deadline": 5}}}, "deadline"),
    ({"rules": {"DAY": {"deadline": "on(1).day"}}}, "deadline"),
    ({"rules": {"DAY": {"deadline": "[1, 2]"}}}, "deadline"),
    ({"rules": {"DAY": {"deadline": "__import__('os')"}}}, "deadline"),
    ({"rules": {"DAY": {"deadline": ""}}}, "deadline"),
    ({"widths": {"night": {**WIDTH, "source": None}}}, "night"),
    ({"widths": {"night": {**WIDTH, "core": None}}}, "night"),
    ({"widths": {"night": {**WIDTH, "core": ["+1h"]}}}, "night"),
    ({"widths": {"night": 5}}, "night"),
    ({"holidays": {"Founders Day": {**DAY, "source": None}}}, "Founders Day"),
    ({"holidays": {"Founders Day": {**DAY, "names": "founders day"}}}, "Founders Day"),
    ({"holidays": {"Founders Day": {**DAY, "rule": None}}}, "Founders Day"),
    ([], "pack"),
]


@pytest.mark.parametrize(("data", "place"), BROKEN)
def test_a_broken_pack_names_the_place(data: object, place: str) -> None:
    with pytest.raises(LanguageError, match=re.escape(place)):
        load("en").extend(data)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "text"),
    [("words.toml", "[MONTH\n"), ("widths.toml", "= 5"), ("rules.toml", "\x00"), ("holidays.toml", "a = 1")],
)
def test_a_broken_file_is_named(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(LanguageError, match=name.removesuffix(".toml")):
        load("en").extend(tmp_path)


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "words.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(LanguageError, match=re.escape("words.toml")):
        load("en").extend(tmp_path)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(LanguageError, match="nowhere"):
        load("en").extend(tmp_path / "nowhere")


@pytest.mark.parametrize("language", ["EN", "en-GB", "en_US"])
def test_a_region_or_capitals_do_not_matter(language: str) -> None:
    assert resolve("Monday", TUESDAY, language=language).value == "2023-05-22"


@pytest.mark.parametrize("language", ["xx", "", "base", "../en", "en\x00"])
def test_a_language_that_is_not_there_is_named(language: str) -> None:
    with pytest.raises(LanguageError, match="language"):
        resolve("Monday", TUESDAY, language=language)
