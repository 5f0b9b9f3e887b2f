"""Numbers and amounts of time."""

from __future__ import annotations

from fractions import Fraction

from timeline.meaning import tree
from timeline.meaning.tree import Node
from timeline.values.grain import Grain

Number = int | Fraction


def number(value: object, other: object = 0) -> Number:
    """Return a number, or the sum of two: twenty and three."""
    return as_number(value) + as_number(other)


def times(value: object, factor: object) -> Number:
    """Return the product of two numbers: five hundred."""
    return as_number(value) * as_number(factor)


def as_number(value: object) -> Number:
    """Return a value of the data as a number; raises TypeError for what is none."""
    if isinstance(value, str):
        return Fraction(value)
    if not isinstance(value, int | Fraction):
        raise TypeError(value)
    return value


def between(value: object, low: int, high: int) -> Number | None:
    """Return a number that lies in a range, else nothing."""
    found = as_number(value)
    return found if low <= found <= high else None


def step(value: object, size: int) -> Number | None:
    """Return a number that is a multiple of another, else nothing."""
    found = as_number(value)
    return found if found and found % size == 0 else None


def amount(count: object, unit: object) -> Node | None:
    """Return an amount: a number, or the name of a vague one, of a unit."""
    if not isinstance(count, str):
        count = as_number(count)
        if count < 0:
            return None
        count = int(count) if count == int(count) else Fraction(count)
    unit_grain, size = as_unit(unit)
    if size != 1 and not isinstance(count, str):
        count = count * size
    return tree.Amount(((count, unit_grain),))


def as_unit(name: object) -> tuple[Grain, int]:
    """A unit by its name; "14 day" is a unit of so many others (fortnight)."""
    if isinstance(name, tuple):
        return Grain(name[1]), int(name[0])
    return Grain(name), 1


def some_of(low: object, high: object, unit: object) -> Node | None:
    """Return an amount that lies between two numbers: two or three days."""
    pair = int(as_number(low)), int(as_number(high))
    unit_grain, size = as_unit(unit)
    return tree.Amount((((pair[0] * size, pair[1] * size), unit_grain),)) if 0 <= pair[0] < pair[1] else None


def plus(first: object, second: object) -> Node | None:
    """Return two amounts one after the other, the larger unit first: two years and three months."""
    if not isinstance(first, tree.Amount) or not isinstance(second, tree.Amount):
        return None
    if first.parts[-1][1] <= second.parts[0][1]:
        return None
    return tree.Amount(first.parts + second.parts)


def more(first: object, extra: object) -> Node | None:
    """Return an amount with a share of its unit more: two years and a half."""
    if not isinstance(first, tree.Amount):
        return None
    count, counted = first.parts[-1]
    if not isinstance(count, int | Fraction):
        return None
    return tree.Amount((*first.parts[:-1], (Fraction(count) + as_number(extra), counted)))
