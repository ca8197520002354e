"""Whether the numbers of two sentences agree: the same number, compatible numbers, or a contradiction.

Takes the quantities of two claims. Numbers compare only in one unit, and not if they are known to count different
things, nor a rate with a total; a thing counted ("Menschen", "people") is printed differently in every language and
compares with any other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.analysis.actors.spelling import transliteration_key
from generator.analysis.agreement.counted import GROUPS, PAID, RISING, Quantity, is_measured
from generator.model import FigureMention, Qualifier

ROUNDING = 0.02
"""Numbers that lie so close together may be one number, rounded by one of the two."""

LOOSE_ROUNDING = 0.10
"""The same, where one says "about" or "nearly"."""

LARGEST_RATIO = 10.0
"""Numbers further apart than this count different things rather than disagree, unless both tell which people.
"""

NEAR_RATIO = 1.25
"""Beside an equal number, two others so near each other count one thing: the votes for a law, beside those against."""

NEAR_RATIO_IN_ONE_WORD = 1.5
"""The same of what both call by one word where one alone tells what befell so many: "23 Schafe", "17 tote Schafe"."""

SMALLEST_TELLING = 10
"""A smaller number in words, without a unit of money or measure ("two", "drei Länder"), agrees by chance."""

SMALLEST_RARE = 1000
"""From here on two digits make a number rare ("5,500"), below it three ("41.2")."""

WORD_BEGINNING = 4
"""So many letters two words for one thing have in common at their beginning: "mineros", "miners"."""

LOWER_BOUNDS = frozenset({Qualifier.AT_LEAST, Qualifier.MORE_THAN})
UPPER_BOUNDS = frozenset({Qualifier.AT_MOST, Qualifier.LESS_THAN, Qualifier.NEARLY})
LOOSE = frozenset({Qualifier.ABOUT, Qualifier.NEARLY})


def agree(a: Sequence[Quantity], b: Sequence[Quantity]) -> bool | None:
    """True where a telling number is equal, false where comparable numbers contradict, else absent."""
    compared = [(_equal(one, other), _compatible(one, other)) for one, other in _pairs(a, b)]
    if _left_over(a, b) is not None:
        return False
    if any(equal for equal, _ in compared):
        return True
    if compared and _print_the_same(a, b):
        return None  # "41 of the 120 seats", "41 seats out of 120"
    return None if not compared or any(compatible for _, compatible in compared) else False


def _left_over(a: Sequence[Quantity], b: Sequence[Quantity]) -> tuple[Quantity, Quantity] | None:
    """The one number of each that stands beside an equal one and contradicts the other's: "312 to 241", "321 : 241"."""
    own, theirs = (
        [one for one in filter(_telling, its) if not any(_equal(one, other) for other in others)]
        for its, others in ((a, b), (b, a))
    )
    if len(own) != 1 or len(theirs) != 1 or len(own) == sum(map(_telling, a)) or _compatible(own[0], theirs[0]):
        return None
    pair = own[0], theirs[0]
    return pair if any(True for _ in _pairs(own, theirs)) and _count_one_thing(*pair) else None


def _count_one_thing(one: Quantity, other: Quantity) -> bool:
    """Whether both say that they count one kind, or lie so near each other that they hardly count two."""
    if one.kind is not None and one.kind == other.kind:
        return True
    near = min(abs(one.low), abs(other.low)) >= SMALLEST_TELLING and _ratio(one, other) <= NEAR_RATIO
    return near and (one.kind is None or other.kind is None)


def _print_the_same(a: Sequence[Quantity], b: Sequence[Quantity]) -> bool:
    """Whether each number of the one that holds fewer is one of the other's, whatever it is said to count."""
    fewer, more = sorted((a, b), key=len)
    return all(any(_equal(one, other) for other in more) for one in fewer)


def tell(numbers: Sequence[Quantity]) -> bool:
    """Whether any of them tells something: no "two" without a kind or unit."""
    return any(map(_telling, numbers))


def equal_numbers(a: Sequence[Quantity], b: Sequence[Quantity]) -> list[tuple[Quantity, Quantity]]:
    """Each two telling numbers that are equal and may count one thing."""
    return [(one, other) for one, other in _pairs(a, b) if _equal(one, other)]


def share_a_telling_one(a: Sequence[Quantity], b: Sequence[Quantity]) -> bool:
    """Whether an equal number tells what it counts or measures, or is one that few print: no "300" of anything."""
    return any(
        one.is_measured or is_rare_number(one) or None not in (one.kind, other.kind) or count_in_one_word(one, other)
        for one, other in equal_numbers(a, b)
    )


def count_in_one_word(one: Quantity, other: Quantity) -> bool:
    """Whether what is counted is called by one word in both languages: "31 mineros", "27 miners"."""
    units = [transliteration_key(number.figure.unit or "")[:WORD_BEGINNING] for number in (one, other)]
    return len(units[0]) == WORD_BEGINNING and units[0] == units[1]


def print_one_number(a: Sequence[Quantity], b: Sequence[Quantity]) -> bool:
    """Whether a telling number is equal, also where one does not say of what: "388" and "388 Passagiere"."""
    return not differ_in_one(a, b) and any(
        _equal(one, other)
        for one in filter(_telling, a)
        for other in filter(_telling, b)
        if None in (one.kind, other.kind) or one.kind == other.kind
        if None in (one.figure.unit, other.figure.unit)
        or (one.counts and other.counts)
        or _are_measured_alike(one, other)
    )


def _are_measured_alike(one: Quantity, other: Quantity) -> bool:
    """Whether one alone has a unit that is known, beside a word that may be the same one: "580 MW", "580 ميغاواط"."""
    return one.is_measured != other.is_measured and len(_digits(one)) > 1 and not (one.kind or other.kind)


def differ_in_one(a: Sequence[Quantity], b: Sequence[Quantity]) -> bool:
    """Whether they give the same telling numbers but one, which contradicts the other's."""
    return _left_over(a, b) is not None


def give(a: Sequence[Quantity], b: Sequence[Quantity]) -> bool:
    """Whether the numbers of ``a`` hold every telling number of ``b``, or one that it may be rounded from."""
    return all(any(_compatible(one, other) for one, other in _pairs(a, [wanted])) for wanted in filter(_telling, b))


def are_comparable(a: Sequence[Quantity], b: Sequence[Quantity]) -> bool:
    """Whether any two of their numbers can be compared at all."""
    return any(True for _ in _pairs(a, b))


def contradiction(a: Sequence[Quantity], b: Sequence[Quantity]) -> tuple[Quantity, Quantity] | None:
    """Where numbers contradict each other, the two that lie nearest together: far apart they count different things."""
    if agree(a, b) is not False:
        return None
    if left_over := _left_over(a, b):
        return left_over
    near = [(_ratio(one, other), place) for place, (one, other) in enumerate(_pairs(a, b)) if _of_one_order(one, other)]
    return list(_pairs(a, b))[min(near)[1]] if near else None


def may_count_one_thing(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers lie near each other, or count what both call by one word: else they tell of two things.

    Of patients those who died are not those who were moved. Of those who take to the streets each side gives a number
    of its own order.
    """
    if _ratio(one, other) <= NEAR_RATIO:
        return True
    kinds = {one.kind, other.kind}
    if count_in_one_word(one, other):
        return not kinds & RISING or _ratio(one, other) <= NEAR_RATIO_IN_ONE_WORD
    return bool(kinds & GROUPS) and one.counts != other.counts


def is_telling_count(figure: FigureMention) -> bool:
    """Whether it counts people or things, and not so few that another count would equal it by chance."""
    quantity = Quantity(figure)
    return quantity.counts and _telling(quantity) and abs(quantity.low) >= SMALLEST_TELLING


def is_rare_number(quantity: Quantity) -> bool:
    """Whether it counts or measures so exactly that two articles hardly print it by chance: "5,500", "41.2 %"."""
    digits = _digits(quantity)
    large = abs(quantity.low) >= SMALLEST_RARE
    return (quantity.counts or quantity.is_measured) and not quantity.is_rate and len(digits) >= (2 if large else 3)


def _pairs(a: Sequence[Quantity], b: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    for one in filter(_telling, a):
        for other in filter(_telling, b):
            of_one_kind = one.kind is None or other.kind is None or one.kind == other.kind
            of_one_sort = one.is_rate == other.is_rate and one.of_protesters == other.of_protesters
            if of_one_kind and of_one_sort and _in_one_unit(one, other):
                yield one, other


def _in_one_unit(one: Quantity, other: Quantity) -> bool:
    """Whether both have one unit, or count: no days and people, and a bare number only those who protest."""
    if one.figure.unit == other.figure.unit:
        return True
    if one.counts and other.counts:
        return one.lasts == other.lasts
    bare, counted = (one, other) if other.counts else (other, one)
    return counted.kind in GROUPS and bare.figure.unit is None and min(bare.low, counted.low) >= SMALLEST_RARE


def _telling(quantity: Quantity) -> bool:
    figure = quantity.figure
    large = abs(quantity.low) >= SMALLEST_TELLING
    return is_measured(figure.unit) or large or quantity.kind is not None or any(c.isdigit() for c in figure.text)


def _of_one_order(one: Quantity, other: Quantity) -> bool:
    people = one.kind is not None and one.kind == other.kind and one.kind not in PAID | GROUPS
    return people or _ratio(one, other) <= LARGEST_RATIO


def _equal(one: Quantity, other: Quantity) -> bool:
    scale = max(abs(one.low), abs(other.low), 1e-9)
    return abs(one.low - other.low) <= 1e-6 * scale and abs(one.high - other.high) <= 1e-6 * scale


def _compatible(one: Quantity, other: Quantity) -> bool:
    """Whether both can be true: a rounding, a number inside a range, "more than 100" and 120."""
    qualifiers = {one.figure.qualifier, other.figure.qualifier}
    rounding = LOOSE_ROUNDING if LOOSE & qualifiers else 0.0 if _are_as_exact(one, other) else ROUNDING
    reach = rounding * max(abs(one.low), abs(other.low))
    if one.low - reach <= other.high and other.low - reach <= one.high:
        return True
    low, high = (one, other) if one.low < other.low else (other, one)
    return low.figure.qualifier in LOWER_BOUNDS or high.figure.qualifier in UPPER_BOUNDS


def _are_as_exact(one: Quantity, other: Quantity) -> bool:
    """Whether both are printed with as many digits that tell, several of them: neither is the other one, rounded."""
    digits = {len(_digits(number)) for number in (one, other)}
    return len(digits) == 1 and min(digits) > 1 and one.low == one.high and other.low == other.high


def _digits(quantity: Quantity) -> str:
    """The digits of a number without zeros before and behind them."""
    return f"{abs(quantity.low):f}".replace(".", "").strip("0")


def _ratio(one: Quantity, other: Quantity) -> float:
    small, large = sorted((abs(one.low), abs(other.low)))
    return large / small if small else float("inf")
