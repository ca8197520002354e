"""Sentences of one affair that give one number of one thing: "17 people were hurt", «Τραυματίστηκαν 17 άτομα».

Takes claims and affairs, gives pairs of sentences with how alike in meaning they are. Where two articles of one affair
each count the injured in one sentence, and count as many, both tell one fact, whatever their languages; so they do with
a number that few print. The meaning is asked where the sentence encoder knows both languages, and then less is enough
than where nothing tells what is counted. What a number alone binds needs the day, or the kind of what is counted, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from generator.analysis.agreement import quantities
from generator.analysis.agreement.affairs import Affair
from generator.analysis.agreement.claims import Claim, Pair
from generator.analysis.agreement.comparison import one_is_settled_as_other, same_time
from generator.analysis.agreement.counted import Quantity
from generator.analysis.agreement.likenesses import Likenesses
from generator.analysis.agreement.small_differences import differ_in_detail
from generator.analysis.language.embedding import LANGUAGES

OF_ONE_KIND = 0.30
RARE = 0.45
"""So alike in meaning are two sentences that count as many of one kind; that print one number which few print."""

NOT_MEASURED = 0.30
"""How alike two sentences are said to be where the encoder does not know one of the languages."""


def tell_one_count(
    claims: Sequence[Claim], affairs: Iterable[Affair], likenesses: Likenesses | None, decided: Set[Pair] = frozenset()
) -> dict[Pair, float]:
    """Pairs of claims, by number, that state one fact, with their likeness in meaning; none that is ``decided``."""
    found: dict[Pair, float] = {}
    for affair in affairs:
        if affair.by_what_befell:
            continue  # there are many accidents in a town
        for pair, needed in _pairs(claims, affair):
            known = {claims[number].language for number in pair} <= LANGUAGES
            alike = likenesses.of(pair) if likenesses and known else NOT_MEASURED
            if pair not in decided and alike >= (needed if known else NOT_MEASURED):
                found[pair] = alike
    return found


def _pairs(claims: Sequence[Claim], affair: Affair) -> Iterator[tuple[Pair, float]]:
    first, second = ([claims[number] for number in numbers] for numbers in (affair.first, affair.second))
    for i, one in zip(affair.first, first, strict=True):
        for j, other in zip(affair.second, second, strict=True):
            if not (one.quantities and other.quantities) or affair.are_rivals(one, other):
                continue
            shared = _shared(one, other)
            if shared is None or not (_is_alone(shared, first) and _is_alone(shared, second)):
                continue
            if shared.kind is not None:
                yield (i, j), OF_ONE_KIND
            elif not affair.by_number or _open_alike(one, other):
                yield (i, j), RARE


def _shared(one: Claim, other: Claim) -> Quantity | None:
    """The number that both give, of one kind or of a size that few print; none where anything speaks against it."""
    if quantities.agree(one.quantities, other.quantities) is not True or same_time(one, other) is False:
        return None
    if one.denies != other.denies or one_is_settled_as_other(one, other) is False or differ_in_detail(one, other):
        return None
    shared = quantities.equal_numbers(one.quantities, other.quantities)
    of_one_kind = [number for number, its in shared if number.kind is not None and number.kind == its.kind]
    rare = [number for number, its in shared if quantities.is_rare_number(number) and None in (number.kind, its.kind)]
    return next((Quantity(n.figure) if n in rare else n for n in (*of_one_kind, *rare)), None)


def _open_alike(one: Claim, other: Claim) -> bool:
    """Whether both open their articles, in two languages, with one day and a name that both hold."""
    opening = one.position == other.position == 0 and one.language != other.language
    return opening and same_time(one, other) is True and bool(one.name_keys & other.name_keys)


def _is_alone(number: Quantity, claims: Sequence[Claim]) -> bool:
    """Whether one sentence of an article alone gives that number, or counts that kind."""
    if number.kind is not None:
        return sum(any(its.kind == number.kind for its in claim.quantities) for claim in claims) == 1
    return sum(bool(quantities.equal_numbers([number], claim.quantities)) for claim in claims) == 1
