"""The errors of the package. All are `TimelineError`, which is a `ValueError`.

TimelineError
├── AnchorError        the publication moment or its zone can't be used
├── Contradiction      bounds that no interval can meet
├── LanguageError      a language or its data is missing or broken
├── OutOfRange         exact here, but datetime can't hold it (also an OverflowError)
├── PolicyError        a policy that makes no sense
└── Unresolved         a phrase that has no meaning in time, and why
"""

from __future__ import annotations

_QUOTED = 60


def quote(text: object) -> str:
    """Quote *text* for an error message: one printable line, shortened in the middle.

    >>> quote("since Monday")
    "'since Monday'"
    >>> len(quote("a" * 1_000_000)) < 100
    True
    >>> quote(None)
    'None'
    """
    shown = text if isinstance(text, str) else _shown(text)
    if len(shown) > _QUOTED:
        half = _QUOTED // 2
        shown = f"{shown[:half]}…{shown[-half:]}"
    return shown if shown.isprintable() and not isinstance(text, str) else repr(shown)


def _shown(value: object) -> str:
    try:
        return repr(value)
    except Exception:  # noqa: BLE001 - an error message must not fail on what it speaks of
        return f"<{type(value).__name__}>"


class TimelineError(ValueError):
    """Any error of this package; `text` is the input it speaks of and `span` the place in it.

    >>> error = TimelineError("no such day", text="31 June", span=(0, 7))
    >>> str(error), error.text, error.span
    ('no such day', '31 June', (0, 7))
    """

    def __init__(self, message: str, *, text: str | None = None, span: tuple[int, int] | None = None) -> None:
        super().__init__(message)
        self.text = text
        self.span = span

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), str(self), self.text, self.span)


def _rebuild(
    kind: type[TimelineError], message: str, text: str | None, span: tuple[int, int] | None
) -> TimelineError:
    return kind(message, text=text, span=span)


class AnchorError(TimelineError):
    """The publication moment or its time zone can't be read."""


class Contradiction(TimelineError):
    """Bounds that no interval can meet; the message names the two that clash."""


class LanguageError(TimelineError):
    """A language that is not there, or language data that is broken."""


class OutOfRange(TimelineError, OverflowError):
    """A moment or length that is known exactly but that `datetime` can't hold."""


class PolicyError(TimelineError):
    """A policy that makes no sense."""


class Unresolved(TimelineError):
    """A phrase that can't be resolved; the message says why and what to do."""
