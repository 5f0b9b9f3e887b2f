"""The operators that time expressions consist of: small frozen trees that mention no anchor.

Two kinds of node. A *recurring* node denotes a series ("Monday", "May 23", "3 p.m.", "night"): it has
an occurrence in each unit of some cycle, or none. An *anchored* node denotes one interval once the
anchor is known. `Bare` turns the first into the second. Compare Bethard and Parker, "A semantically
compositional annotation scheme for time normalization" (SCATE), LREC 2016.

The repr of every tree can be pasted back. In the examples the text is published on Tuesday 2023-05-23.
"""

from __future__ import annotations

from fractions import Fraction

from attrs import field, frozen

from timeline.values.feasts import Rule
from timeline.values.grain import Grain

Count = int | Fraction | str | tuple[int, int]
"""How many: exactly, by the name of a vague number in the widths ("few"), or from one to another."""


@frozen
class Node:
    """A time expression without an anchor."""


@frozen
class Recurring(Node):
    """A node that denotes a series of intervals."""


# ---------------------------------------------------------------- recurring


@frozen
class Unit(Recurring):
    """Every calendar unit of a grain: "week" in "last week" is ``Unit(Grain.WEEK)``.

    *week_start* is the weekday on which weeks start, once a reading has settled it.
    """

    grain: Grain
    week_start: int | None = None


@frozen
class Month(Recurring):
    """A month of the year: "May" is ``Month(5)``."""

    number: int


@frozen
class Weekday(Recurring):
    """A day of the week, Monday 1 to Sunday 7: "Tuesday" is ``Weekday(2)``."""

    number: int


@frozen
class Day(Recurring):
    """A day of the month: "the 23rd" is ``Day(23)``."""

    number: int


@frozen
class Week(Recurring):
    """An ISO week of the year: "week 21" is ``Week(21)``."""

    number: int


@frozen
class Quarter(Recurring):
    """A quarter of the calendar year: "the third quarter" is ``Quarter(3)``."""

    number: int


@frozen
class Half(Recurring):
    """A half of the calendar year: "the first half" is ``Half(1)``."""

    number: int


@frozen
class Season(Recurring):
    """A season by its TIMEX3 code SP, SU, FA or WI: "summer" is ``Season("SU")``.

    *hemisphere* is "north" or "south" once a reading has settled it.
    """

    code: str
    hemisphere: str | None = None


@frozen
class AnySeason(Recurring):
    """The seasons one after the other: "next season"."""


@frozen
class Weekend(Recurring):
    """The end of the week: "the weekend"."""


@frozen
class PartOfDay(Recurring):
    """A part of the day by its name in the widths: "night" is ``PartOfDay("night")``."""

    name: str


@frozen
class Clock(Recurring):
    """A time of day as it was said: "3 p.m." is ``Clock(15, settled=True)``, "3:30" is ``Clock(3, 30)``.

    Not *settled*, an hour up to 12 may mean either half of the day. Hour 24 is the end of the day.
    """

    hour: int
    minute: int | None = None
    second: int | None = None
    settled: bool = False


@frozen
class InZone(Recurring):
    """A time of day on other clocks: "9 a.m. EDT" is ``InZone(Clock(9, settled=True), ("-04:00",))``.

    More than one zone: the abbreviation is ambiguous, each is a reading.
    """

    what: Node
    zones: tuple[str, ...]


@frozen
class Feast(Recurring):
    """A holiday by its rule: "Christmas" is ``Feast("christmas", rule("12-25"))``."""

    name: str
    rule: Rule


@frozen
class Fiscal(Recurring):
    """A fiscal year, or a quarter of it: "the fiscal third quarter" is ``Fiscal(3)``.

    *start* is the month it starts in, once a reading has settled it.
    """

    quarter: int | None = None
    start: int | None = None


# ---------------------------------------------------------------- anchored


@frozen
class Now(Node):
    """The anchor itself: "now"."""


@frozen
class Reference(Node):
    """The time last spoken of, or the anchor: what "the next day" counts from."""


@frozen
class Fixed(Node):
    """One unit of the calendar: "2023" is ``Fixed(Grain.YEAR, 2023)``, "the 1990s" a decade, 199."""

    grain: Grain
    number: int


@frozen
class Numbered(Node):
    """The member of a series in one unit of its cycle: fiscal 2023 is ``Numbered(Fiscal(), 2023)``.

    *number* may be a year by its last digits (`Short`): FY23.
    """

    what: Recurring
    number: int | Node


@frozen
class Bare(Node):
    """A series that stands for one of its members, which one left to direction: "Monday" → May 22."""

    what: Node


@frozen
class Pick(Node):
    """A member of a series, chosen by its place to a time (the anchor where nothing else is said)."""

    what: Node
    count: int = 1
    of: Node = field(factory=Now)


@frozen
class Last(Pick):
    """The member before: "last week" → May 15 to 21, "last Tuesday" → May 16."""


@frozen
class Next(Pick):
    """The member after: "next month" → June, "the Friday after next" with count 2 → June 2."""


@frozen
class This(Pick):
    """The member now: "this week" → May 22 to 28; "the week of October 6" with *of*."""


@frozen
class Latest(Pick):
    """The most recent member, the present one included: how news says "Monday"."""


@frozen
class Coming(Pick):
    """The first member that is not over: how plans say "May 30"."""


@frozen
class Nearest(Pick):
    """The member nearest to a time: "the closest Monday to October 5"."""


@frozen
class From(Pick):
    """The first member that starts with or after a time: "Wednesday" in "Monday to Wednesday"."""


# ---------------------------------------------------------------- composed


@frozen
class In(Recurring):
    """One member within a larger time: "Monday morning", "May 2023", "the third Friday of June".

    *nth* counts members from the start, or from the end where it is negative; without it there is
    one. ``In(Day(23), In(Month(5), Fixed(Grain.YEAR, 2023)))`` is "23 May 2023". Recurring if *where* is.
    """

    what: Node
    where: Node
    nth: int | None = None


@frozen
class Edge(Recurring):
    """A part of a time: "early March". Recurring if *of* is.

    Kinds: early, mid, late, beginning, end, first half, second half; and relative to the anchor, where it
    lies in that time, earlier and later: "earlier today".
    """

    kind: str
    of: Node


@frozen
class Hedge(Recurring):
    """A time or an amount said roughly: "about 3 p.m.". Recurring if *of* is.

    Kinds: about, nearly, more than, less than, at least, at most, shortly before, shortly after.
    """

    kind: str
    of: Node


@frozen
class Amount(Node):
    """An amount of time: "two and a half years", "a few weeks" (``Amount((("few", Grain.WEEK),))``)."""

    parts: tuple[tuple[Count, Grain], ...]


@frozen
class Shift(Node):
    """A time some amount before or after another: "two days ago" is ``Shift(-1, Amount(…), Now())``.

    Counted in weeks or more it is a position known to a unit, not a day, unless *exact*.
    """

    sign: int
    amount: Node
    of: Node = field(factory=Now)
    exact: bool = False


@frozen
class Span(Node):
    """The amount of time up to (sign -1) or from (+1) another: "the last 24 hours".

    *whole*: as many whole calendar units next to it instead.
    """

    sign: int
    amount: Node
    of: Node = field(factory=Now)
    whole: bool = False


@frozen
class Lasting(Node):
    """An amount of time from the start of some time on: "for ten days from May 1"."""

    of: Node
    amount: Node


@frozen
class Around(Node):
    """A vague place relative to the anchor by its name in the widths: "recently", "soon"."""

    name: str
    ref: str


@frozen
class Between(Node):
    """From the start of one time to the end of another: "Monday to Wednesday"."""

    first: Node
    last: Node


@frozen
class Since(Node):
    """From some time on, not over at the anchor: "since August 2023".

    *back*: that time lies behind ("since Friday"), else it may lie ahead ("from Friday on").
    """

    of: Node
    back: bool = True


@frozen
class Until(Node):
    """Up to some time: "until Friday" ends in it, "through Friday" (*through*) with it."""

    of: Node
    through: bool = False


@frozen
class By(Node):
    """Not later than the end of some time: "by Friday"."""

    of: Node


@frozen
class Before(Node):
    """Over when some time starts: "before 2014"."""

    of: Node


@frozen
class After(Node):
    """Not begun when some time ends: "after Monday"."""

    of: Node


@frozen
class NightBetween(Node):
    """The night from one day to the next: "the night of Monday-Tuesday"."""

    first: Node
    second: Node


@frozen
class Every(Node):
    """A set: "every Monday", "twice a week" (*times* 2). *quant* is its TIMEX3 attribute."""

    what: Node
    quant: str | None = None
    times: int | None = None


@frozen
class Either(Node):
    """Alternatives of the language, likeliest first, each with the rule that makes it: "midnight"."""

    options: tuple[Node, ...]
    rules: tuple[str, ...]


@frozen
class Union(Node):
    """Several times at once: "Monday and Wednesday"."""

    parts: tuple[Node, ...]


@frozen
class Event(Node):
    """A time known by what happened then: "the attack"."""

    words: str


@frozen
class Unknown(Node):
    """A time of which nothing is known."""


@frozen
class Numeric(Recurring):
    """A date in figures whose order is not said: "5/6" is ``Numeric(5, 6)``, "5/6/23" ``Numeric(5, 6, 23)``.

    Recurring without a third figure. *digits* tells how many the third one has.
    """

    first: int
    second: int
    third: int | None = None
    digits: int = 2


@frozen
class Short(Node):
    """A year or decade said by its last digits: "'98" is ``Short(Grain.YEAR, 98)``.

    "The nineties" are ``Short(Grain.DECADE, 9)``. It is the one in the hundred years that begin 80 years
    before the time last spoken of, or the anchor.
    """

    grain: Grain
    digits: int
    of: Node = field(factory=Reference)


_THROUGH: dict[type[Node], str] = {In: "where", Edge: "of", Hedge: "of", InZone: "what"}


def is_recurring(node: Node) -> bool:
    """Tell whether a node denotes a series.

    >>> is_recurring(In(Day(23), Month(5))), is_recurring(In(Month(5), Fixed(Grain.YEAR, 2023)))
    (True, False)
    """
    through = _THROUGH.get(type(node))
    if through:
        return is_recurring(getattr(node, through))
    if isinstance(node, Either):
        return is_recurring(node.options[0])
    return isinstance(node, Recurring) and not (isinstance(node, Numeric) and node.third is not None)
