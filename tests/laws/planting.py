"""Planted defects: a law that does not fail for a broken evaluator shows nothing."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

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


def plant(
    patch: pytest.MonkeyPatch,
    table: MutableMapping[Any, Any],
    key: object,
    change: Callable[[Callable[..., Any]], Callable[..., Any]],
) -> None:
    """Replace a function in a table by a changed one."""
    patch.setitem(table, key, change(table[key]))
