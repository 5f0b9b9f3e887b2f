"""Read time expressions in text and resolve them, with honest bounds, against a publication date.

>>> from timeline import Anchor, resolve
>>> tuesday = resolve("mid-afternoon Tuesday", Anchor("2023-05-23", tz="Europe/Kyiv"))
>>> tuesday.value, tuesday.mod
('2023-05-23TAF', 'MID')
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.language.pack import Pack
    from timeline.language.resolve import resolve
    from timeline.meaning.denote import Reading
    from timeline.meaning.policy import Policy
    from timeline.meaning.timex import Timex
    from timeline.meaning.widths import Width, width
    from timeline.values.anchor import Anchor
    from timeline.values.bounds import Bounds, Length
    from timeline.values.errors import (
        AnchorError,
        Contradiction,
        LanguageError,
        OutOfRange,
        PolicyError,
        TimelineError,
        Unresolved,
    )
    from timeline.values.extent import Extent, hull, overlap
    from timeline.values.grain import Grain
    from timeline.values.relations import Allen

__all__ = [
    "Allen",
    "Anchor",
    "AnchorError",
    "Bounds",
    "Contradiction",
    "Extent",
    "Grain",
    "LanguageError",
    "Length",
    "OutOfRange",
    "Pack",
    "Policy",
    "PolicyError",
    "Reading",
    "TimelineError",
    "Timex",
    "Unresolved",
    "Width",
    "hull",
    "overlap",
    "resolve",
    "width",
]

_HOMES = {
    "timeline.language.pack": ("Pack",),
    "timeline.language.resolve": ("resolve",),
    "timeline.meaning.denote": ("Reading",),
    "timeline.meaning.policy": ("Policy",),
    "timeline.meaning.timex": ("Timex",),
    "timeline.meaning.widths": ("Width", "width"),
    "timeline.values.anchor": ("Anchor",),
    "timeline.values.bounds": ("Bounds", "Length"),
    "timeline.values.errors": (
        *("AnchorError", "Contradiction", "LanguageError", "OutOfRange"),
        *("PolicyError", "TimelineError", "Unresolved"),
    ),
    "timeline.values.extent": ("Extent", "hull", "overlap"),
    "timeline.values.grain": ("Grain",),
    "timeline.values.relations": ("Allen",),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    """Load a public name from its module on first use, so that importing the package costs little."""
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module 'timeline' has no attribute {name!r}")
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
