"""Measure `timeline` and fail where a figure of floors.toml lies below its floor."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

# The measures of single phrases need no `find`, but score.py imports it.
_WITHOUT_FIND = """
import runpy, sys, timeline
vars(timeline).setdefault("find", None)
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


@cache
def measured(measure: str, corpus: str, args: str) -> dict[str, Any]:
    """All figures of one run of score.py: the JSON on its last line."""
    shared = Path(os.environ["TIMELINE_SHARED"])
    script, data = shared / "eval" / "score.py", shared / "corpora" / corpus
    command = [sys.executable, "-c", _WITHOUT_FIND, str(script), measure, str(data), *args.split()]
    run = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    figures: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
    return figures


def holds(measure: str, corpus: str, args: str, figure: str, floor: float) -> bool:
    """Measure one figure, print it beside its floor, and say whether it reaches it."""
    value = measured(measure, corpus, args)[figure]
    good = value is not None and value >= floor
    verdict = "ok" if good else "TOO LOW"
    print(f"{verdict:8}{value!s:>8} >= {floor:<8}{figure}: {measure} {corpus} {args}", flush=True)
    return bool(good)


def main() -> int:
    """Check all floors, also after a failure."""
    table = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))
    return 1 if [row for row in table["floors"] if not holds(**row)] else 0


if __name__ == "__main__":
    sys.exit(main())
