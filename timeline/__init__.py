"""timeline: read time expressions, resolve them with honest bounds, reconstruct timelines."""

from timeline.language.resolve import resolve
from timeline.meaning.policy import Policy
from timeline.values.anchor import Anchor
from timeline.values.errors import TimelineError

__all__ = ["Anchor", "Policy", "TimelineError", "resolve"]
