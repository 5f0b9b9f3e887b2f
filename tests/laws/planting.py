"""Planted defects: a law that does not fail for a broken evaluator shows nothing."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from timeline.meaning.sketch import Four
from timeline.values.calendar import DAY

QUICK = settings(
    max_examples=1000,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    report_multiple_bugs=False,
    print_blob=False,
    suppress_health_check=list(HealthCheck),
)


def breaks(law: Callable[..., None], *given_by: st.SearchStrategy[Any]) -> None:
    """Check that a law fails for some of its examples, the same ones on every run."""
    with pytest.raises(AssertionError):
        QUICK(given(*given_by)(law))()


def a_day_off(four: Four, by: int) -> Four:
    """Move the bounds that there are by whole days."""
    s0, s1, e0, e1 = (None if limit is None else limit + by * DAY for limit in four)
    return s0, s1, e0, e1


def plant(
    patch: pytest.MonkeyPatch,
    table: MutableMapping[Any, Any],
    key: object,
    change: Callable[[Callable[..., Any]], Callable[..., Any]],
) -> None:
    """Replace a function in a table by a changed one."""
    patch.setitem(table, key, change(table[key]))
