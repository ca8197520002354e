"""Whether the figures of two sentences agree: the same number, compatible numbers, or a contradiction.

Takes the figures of two claims. Numbers compare only in one unit; a thing counted ("Menschen", "people") is printed
differently in every language and compares with any other thing counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model import FigureMention, Qualifier

ROUNDING = 0.02
"""Numbers that lie so close together may be one number, rounded by one of the two."""

LOOSE_ROUNDING = 0.10
"""The same, where one says "about" or "nearly"."""

LARGEST_RATIO = 10.0
"""Numbers further apart than this count different things rather than disagree."""

SMALLEST_TELLING = 10
"""A smaller number in words, without a unit of money or measure ("two", "drei Länder"), agrees by chance."""

LOWER_BOUNDS = frozenset({Qualifier.AT_LEAST, Qualifier.MORE_THAN})
UPPER_BOUNDS = frozenset({Qualifier.AT_MOST, Qualifier.LESS_THAN, Qualifier.NEARLY})
LOOSE = frozenset({Qualifier.ABOUT, Qualifier.NEARLY})


def agree(a: Sequence[FigureMention], b: Sequence[FigureMention]) -> bool | None:
    """True where a telling number is equal, false where comparable numbers contradict, else absent."""
    compared = [(_equal(one, other), _compatible(one, other)) for one, other in _pairs(a, b)]
    if any(equal for equal, _ in compared):
        return True
    return None if not compared or any(compatible for _, compatible in compared) else False


def disagree(a: Sequence[FigureMention], b: Sequence[FigureMention]) -> bool:
    """Whether numbers of one order contradict each other: far apart they count different things."""
    ratios = [_ratio(one, other) for one, other in _pairs(a, b)]
    return any(ratio <= LARGEST_RATIO for ratio in ratios)


def is_measured(unit: str | None) -> bool:
    """Whether the unit is a percentage, a currency code or a symbol such as "km": no thing counted, as printed."""
    if unit is None:
        return False
    currency = len(unit) == 3 and unit.isascii() and unit.isupper()
    return currency or unit == "%" or "/" in unit or len(unit) <= 3


def is_telling_count(figure: FigureMention) -> bool:
    """Whether it counts people or things, and not so few that another count would equal it by chance."""
    return _counted(figure.unit) and _telling(figure) and abs(_low(figure)) >= SMALLEST_TELLING


def _pairs(a: Sequence[FigureMention], b: Sequence[FigureMention]) -> Iterator[tuple[FigureMention, FigureMention]]:
    for one in filter(_telling, a):
        for other in filter(_telling, b):
            if one.unit == other.unit or (_counted(one.unit) and _counted(other.unit)):
                yield one, other


def _telling(figure: FigureMention) -> bool:
    large = abs(_low(figure)) >= SMALLEST_TELLING
    return is_measured(figure.unit) or large or any(c.isdigit() for c in figure.text)


def _counted(unit: str | None) -> bool:
    return unit is not None and not is_measured(unit)


def _equal(one: FigureMention, other: FigureMention) -> bool:
    scale = max(abs(_low(one)), abs(_low(other)), 1e-9)
    return abs(_low(one) - _low(other)) <= 1e-6 * scale and abs(_high(one) - _high(other)) <= 1e-6 * scale


def _compatible(one: FigureMention, other: FigureMention) -> bool:
    """Whether both can be true: a rounding, a number inside a range, "more than 100" and 120."""
    loose = LOOSE & {one.qualifier, other.qualifier}
    reach = (LOOSE_ROUNDING if loose else ROUNDING) * max(abs(_low(one)), abs(_low(other)))
    if _low(one) - reach <= _high(other) and _low(other) - reach <= _high(one):
        return True
    low, high = (one, other) if _low(one) < _low(other) else (other, one)
    return low.qualifier in LOWER_BOUNDS or high.qualifier in UPPER_BOUNDS


def _ratio(one: FigureMention, other: FigureMention) -> float:
    small, large = sorted((abs(_low(one)), abs(_low(other))))
    return large / small if small else float("inf")


def _low(figure: FigureMention) -> float:
    return figure.value[0] if isinstance(figure.value, tuple) else figure.value


def _high(figure: FigureMention) -> float:
    return figure.value[1] if isinstance(figure.value, tuple) else figure.value
