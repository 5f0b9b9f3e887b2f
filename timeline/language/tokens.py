"""Tokens: one linear pass over a text, each token looked up in the words of a language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from timeline.language.figures import figure_meanings, shaped
from timeline.language.pack import Pack

Meanings = tuple[tuple[str, object], ...]
"""What a token may be: pairs of a class and a value."""

# Bounded repeats without overlap: no text can make this slower than linear.
_TOKEN = re.compile(
    r"(?P<figure>\d(?:[\d.,:/]*\d)?(?:-\d(?:[\d.,:/]*\d)?(?=$|[^\w.]))*)"
    r"|(?P<short>'\d\ds?(?!\w))"
    r"|(?P<dotted>[^\W\d_](?:\.[^\W\d_]\b)+\.?)"
    r"|(?P<word>[^\W\d_]+\.?)"
    r"|(?P<mark>[^\s\w]|_)"
)
_ORDINAL = re.compile(r"(\d{1,3})(st|nd|rd|th)$")
_CURLY = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "`": "'",
        "–": "-",
        "—": "-",
        "‑": "-",
        "−": "-",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
    }
)


@frozen
class Token:
    """A word, a figure or a mark: as it counts for look-up, where it stands, and what it may mean.

    *tight*: nothing stands between it and the token before.
    """

    text: str
    start: int
    end: int
    tight: bool
    meanings: Meanings


def tokenize(text: str, pack: Pack) -> list[Token]:
    """Return the tokens of a text; offsets reproduce it.

    >>> from timeline.language.pack import load
    >>> [token.text for token in tokenize("On Nov. 30th, 3p.m.", load("en"))]
    ['on', 'nov', '30th', ',', '3', 'pm']
    """
    tokens: list[Token] = []
    previous = -1
    for kind, raw, start, end in _pieces(text.translate(_CURLY), pack):
        token = Token(raw, start, end, start == previous, _meanings(kind, raw, pack))
        tokens.append(token)
        previous = end
    return tokens


def _pieces(text: str, pack: Pack) -> Iterator[tuple[str, str, int, int]]:
    """Yield (kind, normal form, start, end), figures and words cut where their parts have meanings."""
    position, length = 0, len(text)
    while position < length:
        match = _TOKEN.search(text, position)
        if match is None:
            return
        kind, start, end = str(match.lastgroup), match.start(), match.end()
        cut = _CUTS[kind](match[0], text, start, pack) if kind in _CUTS else (kind, match[0].casefold(), end)
        kind, normal, end = cut
        yield kind, normal, start, end
        position = end


def _cut_figure(raw: str, text: str, start: int, pack: Pack) -> tuple[str, str, int]:
    """Take the longest reading of a run of figures and marks; an ordinal's ending belongs to it."""
    del pack
    ending = text[start + len(raw) : start + len(raw) + 3].casefold()
    ordinal = _ORDINAL.match(raw + ending[:2]) if not ending[2:].isalpha() else None
    if ordinal:
        return "ordinal", raw + ending[:2], start + len(raw) + 2
    if ending[:1] == "s" and not ending[1:2].isalnum() and raw.isdigit():
        return "decade", raw + "s", start + len(raw) + 1
    iso = _ISO_TIME.match(text, start)
    if iso and not text[iso.end() : iso.end() + 1].isalnum():
        return "figure", iso[0], iso.end()
    raw = raw.rstrip(".,:/")
    if not shaped(raw):
        raw = _shaped_head(raw)
    return "figure", raw, start + len(raw)


def _shaped_head(raw: str) -> str:
    """Return the longest part before a hyphen or slash that is a figure: 11:30 of "11:30-1:30"."""
    if not _SPLITTABLE.fullmatch(raw):
        return raw
    cuts = [place for place, mark in enumerate(raw[:_LONGEST_FIGURE]) if mark in "-/"]
    heads = (raw[:cut] for cut in reversed(cuts))
    return next((head for head in heads if shaped(head)), raw[: cuts[0]] if cuts else raw)


_ISO_TIME = re.compile(
    r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?"
    r"|\d{4}-W\d\d(?:-\d)?|\d{4}-Q\d"
)
_LONGEST_FIGURE = 64
_SPLITTABLE = re.compile(r"[\d.,:]+(?:[-/][\d.,:]+)+")


def _cut_word(raw: str, text: str, start: int, pack: Pack) -> tuple[str, str, int]:
    """Take the stop of an abbreviation that the language has; leave any other outside."""
    del text
    bare = raw.rstrip(".")
    dotted = len(bare) != len(raw) and bare.casefold() in pack.abbreviations
    return "word", bare.casefold(), start + len(bare) + dotted


def _cut_dotted(raw: str, text: str, start: int, pack: Pack) -> tuple[str, str, int]:
    del text, pack
    return "word", raw.casefold().replace(".", ""), start + len(raw)


def _cut_short(raw: str, text: str, start: int, pack: Pack) -> tuple[str, str, int]:
    del text, pack
    return "short", raw, start + len(raw)


_CUTS = {"figure": _cut_figure, "word": _cut_word, "dotted": _cut_dotted, "short": _cut_short}


def _meanings(kind: str, normal: str, pack: Pack) -> Meanings:
    if kind in ("figure", "ordinal", "decade", "short"):
        return figure_meanings(normal)
    return pack.words.get(normal, ())
