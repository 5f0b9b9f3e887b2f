"""Nothing in `timeline` reads the host's clock, zone, locale or environment."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "timeline"

FORBIDDEN = frozenset({
    "calendar.day_abbr", "calendar.day_name", "calendar.month_abbr", "calendar.month_name",
    "datetime.date.fromtimestamp", "datetime.date.today",
    "datetime.datetime.fromtimestamp", "datetime.datetime.now",
    "datetime.datetime.today", "datetime.datetime.utcnow",
    "dateutil.tz.gettz", "dateutil.tz.tzlocal",
    "locale", "os.environ", "os.getenv", "time", "tzlocal",
})  # fmt: skip


def imported_names(tree: ast.AST) -> dict[str, str]:
    """What each name that an import binds stands for, as an absolute dotted name."""
    names: dict[str, str] = {}
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=aliases):
                for alias in aliases:
                    name = alias.asname or alias.name.split(".")[0]
                    names[name] = alias.name if alias.asname else name
            case ast.ImportFrom(module=str(module), names=aliases, level=0):
                names |= {alias.asname or alias.name: f"{module}.{alias.name}" for alias in aliases}
            case _:
                pass
    return names


def dotted(node: ast.AST, names: dict[str, str]) -> str:
    """The absolute name that *node* refers to, empty if it is no imported name."""
    match node:
        case ast.Name(id=name):
            return names.get(name, "")
        case ast.Attribute(value=value, attr=attribute):
            base = dotted(value, names)
            return f"{base}.{attribute}" if base else ""
        case ast.Call(func=ast.Attribute(attr="astimezone"), args=[], keywords=[]):
            return "time"  # the zone left out is the host's
        case _:
            return ""


def is_forbidden(name: str) -> bool:
    """Whether *name* is forbidden, or stands in something that is.

    >>> is_forbidden("time.time"), is_forbidden("datetime.time")
    (True, False)
    """
    parts = name.split(".")
    return any(".".join(parts[:length]) in FORBIDDEN for length in range(1, len(parts) + 1))


def host_reads(source: str) -> list[int]:
    """The lines of *source* that read something of the host."""
    tree = ast.parse(source)
    names = imported_names(tree)
    lines = {
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.expr) and is_forbidden(dotted(node, names))
    }
    return sorted(lines)


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_no_module_reads_the_host(path: Path) -> None:
    assert host_reads(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "import time\ntime.time()",
        "import time as clock\nclock.localtime()",
        "from time import time\ntime()",
        "import datetime\ndatetime.datetime.now()",
        "from datetime import datetime as dt\ndt.now(tz=zone)",
        "from datetime import date\nread = date.today",
        "import os\nos.environ['TZ']",
        "from os import environ\nenviron.get('TZ')",
        "import locale\nlocale.getlocale()",
        "from tzlocal import get_localzone\nget_localzone()",
        "from dateutil import tz\ntz.tzlocal()",
        "from calendar import month_name\nmonth_name[1]",
        "moment = start\nmoment.astimezone()",
    ],
)
def test_a_read_of_the_host_is_found(source: str) -> None:
    assert host_reads(source) == [2]


@pytest.mark.parametrize(
    "source",
    [
        "from datetime import datetime, time\ndatetime.combine(day, time(9))",
        "def shift(time):\n    return time.time",
        "from timeline.values import calendar\ncalendar.month_name",
        "import os.path\nos.path.join('a', 'b')",
        "moment.astimezone(zone)",
    ],
)
def test_a_plain_use_is_not(source: str) -> None:
    assert host_reads(source) == []
