"""Laws 4 and 6: no clock, zone, locale or hash seed of the host changes a byte, and none of them is read."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given

from tests.laws.planting import QUICK, breaks
from timeline.language.pack import load
from timeline.language.resolve import parse, resolve
from timeline.testing import Case, anchors, phrases
from timeline.values.anchor import Anchor

ROOT = Path(__file__).parents[2]
HOSTS = (
    {"TZ": "UTC", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "0"},
    {"TZ": "Pacific/Apia", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "1"},
    {"TZ": "America/New_York", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "4242"},
)
MORE = (
    *("midnight", "Easter 2023", "summer", "5/6/2023", "a few weeks ago", "in recent days", "9 a.m. EST"),
    *("since Monday", "every Monday", "Tuesday, 23 May 2023", "the fiscal year", "early March"),
)
# What a host can tell is told of by the interpreter: calls of C functions, and looks into the environment.
SCRIPT = """
import os, sys
from timeline import Anchor, resolve
from timeline.language.pack import load
from timeline.language.resolve import parse

read = []
CLOCKS = {"now", "today", "utcnow", "time", "time_ns", "localtime", "setlocale", "localeconv", "nl_langinfo"}

def watch(frame, event, called):
    home = getattr(called, "__module__", None) or getattr(getattr(called, "__self__", None), "__module__", "")
    if event == "c_call" and called.__name__ in CLOCKS and home in ("time", "datetime", "_locale"):
        read.append(called.__qualname__)

class Environment(dict):
    def __getitem__(self, name):
        read.append(name)
        return super().__getitem__(name)
    def get(self, name, default=None):
        read.append(name)
        return super().get(name, default)

{plant}
anchor = Anchor("2023-05-23", tz=["Europe/Kyiv", "America/New_York"])
pack = load("en")
os.environ = Environment(os.environ)
sys.setprofile(watch)
for phrase in sys.stdin.read().splitlines():
    timex = resolve(phrase, anchor)
    print(parse(phrase, pack).tree, timex, timex.readings, timex.explain())
sys.setprofile(None)
print(read)
"""


@cache
def said() -> str:
    """Phrases of every family, the same on every run."""
    found: list[str] = []
    QUICK(given(phrases())(lambda case: found.append(case.phrase)))()
    return "\n".join([*MORE, *dict.fromkeys(found[::16])])


def output(host: dict[str, str], plant: str) -> str:
    """What a fresh interpreter on a host makes of the phrases."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    environment = {**kept, **host, "PYTHONPATH": os.pathsep.join((str(ROOT), *sys.path)), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT.replace("{plant}", plant)],
        input="\n".join(MORE) if plant else said(),
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def hosts_agree(plant: str = "") -> None:
    first, *others = (output(host, plant) for host in HOSTS)
    assert first.splitlines()[-1] == "[]"
    for other in others:
        assert other == first


def test_every_host_gives_the_same_bytes_and_is_never_read() -> None:
    hosts_agree()


LEAKS = {
    "zone": "str(__import__('time').timezone)",
    "clock": "str(__import__('time').time() > 0)",
    "locale": "os.environ['LANG']",
    "hash": "str(hash('Monday'))",
}


@pytest.mark.parametrize("leak", LEAKS)
def test_a_host_that_shows_is_found(leak: str) -> None:
    plant = f"from timeline.meaning.timex import Timex\nTimex.explain = lambda self: {LEAKS[leak]}"
    with pytest.raises(AssertionError):
        hosts_agree(plant)


# --- the anchor


def same_tree(case: Case, one: Anchor, other: Anchor) -> None:
    trees = [resolve(case.phrase, anchor).tree for anchor in (one, other)]
    assert trees == [parse(case.phrase, load("en")).tree] * 2


@given(phrases(), anchors(), anchors())
def test_the_tree_does_not_depend_on_the_anchor(case: Case, one: Anchor, other: Anchor) -> None:
    same_tree(case, one, other)


def test_a_tree_that_depends_on_the_anchor_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def by_year(phrase: str, anchor: Anchor) -> object:
        late = anchor.windows[0][1] > (datetime(2000, 1, 1) - datetime(1970, 1, 1)).total_seconds() * 10**6
        return resolve("today" if late else phrase, anchor)

    resolve = globals()["resolve"]
    monkeypatch.setitem(globals(), "resolve", by_year)
    breaks(same_tree, phrases(), anchors(), anchors())
