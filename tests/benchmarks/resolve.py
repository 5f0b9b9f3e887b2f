"""Time `resolve` on short phrases: python tests/benchmarks/resolve.py

Prints for each phrase the microseconds of its first resolution (nothing cached for it, the language
loaded) and of the next, and the medians; then what importing the package costs beyond the interpreter.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from statistics import median

from timeline import Anchor, resolve
from timeline.language import resolve as module

ANCHOR = Anchor("2023-05-23", tz="Europe/Kyiv")
PHRASES = (
    "Monday|last week|next Wednesday|yesterday|tonight|three days ago|two hours ago|May 23|23 May 2022"
    "|2023-04-05|late March|early afternoon|mid-afternoon Tuesday|Sunday night|since August 2023"
    "|for the last 24 hours|in recent months|a few weeks ago|the third quarter|from Monday to Wednesday"
).split("|")
ROUNDS = 7


def microseconds(action: Callable[[], object]) -> float:
    """How long an action takes once."""
    began = time.perf_counter()
    action()
    return (time.perf_counter() - began) * 1e6


def first_and_again(phrase: str) -> tuple[float, float]:
    """The best of several first resolutions of a phrase, and of several later ones."""
    first, again = [], []
    for _ in range(ROUNDS):
        module.parse.cache_clear()
        module._resolved.cache_clear()
        first.append(microseconds(lambda: resolve(phrase, ANCHOR)))
        again.append(microseconds(lambda: resolve(phrase, ANCHOR)))
    return min(first), min(again)


def start_up(code: str) -> float:
    """The best of several starts of an interpreter, in milliseconds."""
    runs = [
        microseconds(lambda: subprocess.run([sys.executable, "-c", code], check=True)) for _ in range(ROUNDS)
    ]
    return min(runs) / 1000


def main() -> None:
    """Print the table."""
    rows = [(phrase, *first_and_again(phrase)) for phrase in PHRASES]
    for phrase, first, again in rows:
        print(f"{phrase:28}{first:8.0f} µs first{again:8.1f} µs again")
    print(
        f"{'median':28}{median(r[1] for r in rows):8.0f} µs first{median(r[2] for r in rows):8.1f} µs again"
    )
    print(f"import timeline: {start_up('import timeline') - start_up('pass'):.0f} ms")


if __name__ == "__main__":
    main()
