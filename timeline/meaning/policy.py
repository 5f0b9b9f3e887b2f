"""The named choices that readings depend on, each with a default and its source."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from attrs import Attribute, field, fields, frozen

from timeline.meaning.widths import Width
from timeline.values.errors import PolicyError, quote

Genre = Literal["news", "narrative", "conversation"]
Order = Literal["MDY", "DMY", "YMD"]
Hemisphere = Literal["north", "south"]


def _one_of(choices: tuple[object, ...]) -> object:
    def check(_: object, attribute: Attribute[object], value: object) -> None:
        if value not in choices:
            options = ", ".join(repr(choice) for choice in choices)
            raise PolicyError(f"{attribute.name}={quote(value)}: it must be one of {options}")

    return check


def _as_widths(value: object) -> tuple[Width, ...]:
    items = value.values() if isinstance(value, Mapping) else value
    if isinstance(items, str) or not hasattr(items, "__iter__"):
        raise PolicyError(f"widths={quote(value)}: give Width values, or a mapping to them")
    found = tuple(items)
    if not all(isinstance(item, Width) for item in found):
        raise PolicyError(f"widths={quote(value)}: give Width values, or a mapping to them")
    return found


def _choice(default: object, choices: tuple[object, ...], source: str) -> object:
    return field(default=default, validator=_one_of(choices), metadata={"source": source})  # type: ignore[call-overload]


@frozen(kw_only=True)
class Policy:
    """The frozen choices behind every reading.

    >>> Policy(genre="conversation").week_start
    1
    >>> Policy.source("week_start")
    'ISO 8601: weeks start on Monday'

    *genre*: "news" looks back from the publication, "conversation" ahead, "narrative" from the time last
    spoken of. *week_start*: 1 Monday to 7 Sunday. *date_order*: how "5/6/2023" is read first.
    *hemisphere*: whose seasons; None gives both readings. *fiscal_start*: the month in which the
    fiscal year starts; None gives a reading each. *widths*: replace any width by its name.
    Raises PolicyError for a choice that does not exist.
    """

    genre: Genre = _choice("news", get_args(Genre), "what this library is built for")  # type: ignore[assignment]
    week_start: int = _choice(  # type: ignore[assignment]
        1, tuple(range(1, 8)), "ISO 8601: weeks start on Monday"
    )
    date_order: Order = _choice(  # type: ignore[assignment]
        "MDY", get_args(Order), "CLDR en: month/day/year"
    )
    hemisphere: Hemisphere | None = _choice(  # type: ignore[assignment]
        None, (None, *get_args(Hemisphere)), "EDTF (ISO 8601-2) seasons 21-24 name no hemisphere"
    )
    fiscal_start: int | None = _choice(  # type: ignore[assignment]
        None, (None, *range(1, 13)), "no fiscal year is universal (SUTime maps them by country)"
    )
    widths: tuple[Width, ...] = field(
        default=(), converter=_as_widths, metadata={"source": "the language data, width by width"}
    )

    @staticmethod
    def source(name: str) -> str:
        """Return where the default of a choice comes from; raises PolicyError for an unknown one."""
        for attribute in fields(Policy):
            if attribute.name == name:
                return str(attribute.metadata["source"])
        raise PolicyError(f"a policy has no {quote(name)}")
