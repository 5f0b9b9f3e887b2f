"""The reports in seeds/ denote what the files beside them say."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline import Anchor, Bounds, resolve
from timeline.values.moments import read_iso
from timeline.values.zones import Zone, candidates

SEEDS = Path(__file__).parents[1] / "seeds"
REPORTS = sorted(SEEDS.glob("*.toml"))


def entries() -> Iterator[tuple[Path, Anchor, dict[str, str]]]:
    for path in REPORTS:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        for entry in data["expected"]:
            yield path, Anchor(data["published"], tz=data.get("tz")), entry


ENTRIES = list(entries())
NAMES = [f"{path.stem}: {entry['words']}" for path, _, entry in ENTRIES]


def limits(text: str, where: Zone) -> tuple[int | None, int | None]:
    """Read "earliest..latest", one moment, or nothing."""
    low, _, high = text.partition("..") if ".." in text else (text, "", text)
    first, last = (None if not side else candidates(read_iso(side)[0], where)[0] for side in (low, high))
    return first, last


def shown(bounds: Bounds) -> tuple[int | None, int | None]:
    return bounds.earliest_us, bounds.latest_us


def test_there_are_reports() -> None:
    assert len(REPORTS) >= 3
    assert all(path.with_suffix(".txt").exists() for path in REPORTS)


@pytest.mark.parametrize(("path", "entry"), [(path, entry) for path, _, entry in ENTRIES], ids=NAMES)
def test_words_stand_in_the_report(path: Path, entry: dict[str, str]) -> None:
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    assert entry["words"] in " ".join(text.split())


@pytest.mark.parametrize(("anchor", "entry"), [(anchor, entry) for _, anchor, entry in ENTRIES], ids=NAMES)
def test_words_denote_what_is_expected(anchor: Anchor, entry: dict[str, str]) -> None:
    found = resolve(entry["words"], anchor)
    where = anchor.zones[0] if anchor.zones else None
    assert shown(found.extent.start) == limits(entry["start"], where)
    assert shown(found.extent.end) == limits(entry["end"], where)
    for name in ("value", "type", "mod"):
        assert getattr(found, name) == entry.get(name, getattr(found, name))
