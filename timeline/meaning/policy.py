"""The named choices that readings depend on, each with a default and its source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal, get_args

from attrs import Attribute, field, fields, frozen

from timeline.meaning.widths import Width
from timeline.values.errors import PolicyError, quote

Genre = Literal["news", "narrative", "conversation"]
Order = Literal["MDY", "DMY", "YMD"]
Hemisphere = Literal["north", "south"]


def _one_of(choices: tuple[object, ...]) -> Callable[[object, Attribute[Any], object], None]:
    def check(_: object, attribute: Attribute[Any], value: object) -> None:
        if not any(value == choice and type(value) is type(choice) for choice in choices):
            options = ", ".join(repr(choice) for choice in choices)
            raise PolicyError(f"{attribute.name}={quote(value)}: it must be one of {options}")

    return check


def _as_widths(value: object) -> tuple[Width, ...]:
    items: object = tuple(value.values()) if isinstance(value, Mapping) else value
    if isinstance(items, Iterable) and not isinstance(items, str):
        given = tuple(items)
        found = tuple(item for item in given if isinstance(item, Width))
        if len(found) == len(given):
            return found
    raise PolicyError(f"widths={quote(value)}: give Width values, or a mapping to them")


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

    genre: Genre = field(
        default="news",
        validator=_one_of(get_args(Genre)),
        metadata={"source": "what this library is built for"},
    )
    week_start: int = field(
        default=1,
        validator=_one_of(tuple(range(1, 8))),
        metadata={"source": "ISO 8601: weeks start on Monday"},
    )
    date_order: Order = field(
        default="MDY",
        validator=_one_of(get_args(Order)),
        metadata={"source": "CLDR en: month/day/year"},
    )
    hemisphere: Hemisphere | None = field(
        default=None,
        validator=_one_of((None, *get_args(Hemisphere))),
        metadata={"source": "EDTF (ISO 8601-2) seasons 21-24 name no hemisphere"},
    )
    fiscal_start: int | None = field(
        default=None,
        validator=_one_of((None, *range(1, 13))),
        metadata={"source": "no fiscal year is universal (SUTime maps them by country)"},
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
