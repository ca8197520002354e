"""What two sentences may differ in though they mean nearly the same: a number, or a word that says the contrary.

Takes two claims. "Reactor 2" and "reactor 3", a border opened and closed, a bill passed and rejected: likeness in
meaning does not tell such sentences apart. The contrary words stand in ``[claims]`` of the language files; where a
language lists none nothing is contrary.
"""

from __future__ import annotations

from functools import lru_cache

from generator.analysis.agreement.claims import DIGITS, WORD, Claim
from generator.analysis.figures.number_words import number_words
from generator.analysis.language.patterns import claim_pattern
from generator.edtf import days_between

DONE = (("opened", "closed"), ("raised", "lowered"), ("agreed", "rejected"))
SAID = (("praised", "blamed"),)
"""What cannot both be true of one thing on one day; and what two people can say of it, each something else."""

AGAIN = "again"
"""What happened a second time is not what happened before."""

SEVERAL = 2
"""A number word for less than this may be an article."""

TEXTS_HELD = 4_000


def differ_in_detail(one: Claim, other: Claim) -> bool:
    """Whether a number or a contrary word keeps them from stating one fact; symmetric."""
    return (
        _rejects(one, other)
        or _rejects(other, one)
        or _print_other_numbers(one, other)
        or _tell_contrary_things(one, other)
    )


def _rejects(one: Claim, other: Claim) -> bool:
    """Whether a sentence says that a number of the other one is wrong."""
    wrong = {number.low for number in one.rejected}
    return bool(wrong) and any(number.low in wrong for number in other.quantities)


def exclude_each_other(one: Claim, other: Claim) -> bool:
    """Whether both tell contrary things that cannot both be true where they are told of one thing and day."""
    return any(_are_opposed(one, other, *pair) for pair in DONE)


def _print_other_numbers(one: Claim, other: Claim) -> bool:
    """Whether each gives a number, no figure and no date, that the other does not: "3:1", "by five votes to four".

    Of one of them it may be a figure that counts: "nine inmates have fled", "eleven prisoners are on the run".
    """
    own, theirs = _further_numbers(one), _further_numbers(other)
    if own - theirs and theirs - own:
        return True
    counted, its = _counts(one), _counts(other)
    return bool(own - theirs - its and its - own - counted) or bool(theirs - own - counted and counted - theirs - its)


def _counts(claim: Claim) -> frozenset[float]:
    """The numbers of a sentence that count or stand alone: no sums, shares and measures."""
    return frozenset(number.low for number in claim.quantities if not number.is_measured)


def _further_numbers(claim: Claim) -> frozenset[float]:
    start = claim.sentence.start
    marked = [(figure.start - start, figure.end - start) for figure in claim.figures]
    marked += [(date.start - start, date.end - start) for date in claim.dates]
    values = number_words(claim.language).values
    found = [(match.start(), float(match[0])) for match in DIGITS.finditer(claim.text)]
    words = ((match.start(), values.get(match[0].casefold(), 0)) for match in WORD.finditer(claim.text))
    found += ((at, float(value)) for at, value in words if value >= SEVERAL)
    return frozenset(value for at, value in found if not any(first <= at < end for first, end in marked))


def _tell_contrary_things(one: Claim, other: Claim) -> bool:
    """Whether of one pair of words each sentence holds another one, or one of two days happens again."""
    return any(_are_opposed(one, other, *pair) for pair in (*DONE, *SAID)) or _happens_again(one, other)


def _are_opposed(one: Claim, other: Claim, first: str, second: str) -> bool:
    (has_first, has_second), (its_first, its_second) = ((_holds(c, first), _holds(c, second)) for c in (one, other))
    return (has_first, has_second) == (its_second, its_first) and has_first != has_second


def _happens_again(one: Claim, other: Claim) -> bool:
    """Whether of articles of two days one tells that it happened again: "has burnt", "has burnt again"."""
    return _holds(one, AGAIN) != _holds(other, AGAIN) and bool(days_between(one.published, other.published))


def _holds(claim: Claim, key: str) -> bool:
    return _says(claim.text, claim.language, key)


@lru_cache(maxsize=TEXTS_HELD)
def _says(text: str, language: str, key: str) -> bool:
    pattern = claim_pattern(language, key)
    return pattern is not None and pattern.search(text) is not None
