"""Sentences of one affair of which each is by far the nearest in meaning to the other: one fact, told twice.

Takes claims and affairs, gives pairs of sentences with how alike in meaning they are. Any two sentences of one affair
are somewhat alike, and some languages more than others; what tells is the margin by which a sentence is nearer than all
others of the two articles (after Artetxe and Schwenk 2019). One number or day besides makes a smaller one do. Nothing
is said of what one tells as done and the other as planned, demanded or alleged. Without the sentence encoder there are
no pairs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from generator.analysis.agreement import quantities
from generator.analysis.agreement.affairs import Affair
from generator.analysis.agreement.claims import Claim, Pair
from generator.analysis.agreement.comparison import (
    begin_with_others,
    may_accuse_each_other,
    one_is_settled_as_other,
    same_time,
    shared_actors,
)
from generator.analysis.agreement.likenesses import Likenesses, Nearness
from generator.analysis.agreement.small_differences import differ_in_detail
from generator.analysis.language.embedding import LANGUAGES
from generator.edtf import Granularity, days_between, granularity

ONE_NUMBER_AND_DAY = Nearness(0.40, 0.10)
ONE_NUMBER = Nearness(0.50, 0.10)
ONE_DAY = Nearness(0.55, 0.15)
BEFELL_IN_ONE_PLACE = Nearness(0.60, 0.10)
TWO_NAMES = Nearness(0.50, 0.20)
MEANING_ALONE = Nearness(0.60, 0.20)
BESIDE_A_NUMBER = Nearness(0.65, 0.20)
"""What two sentences need that give the same number and day, the same number, the same day (or week, month, season),
the same number in articles that share but a name and what befell people,
share two names that are no known places, none of these, or none where one of them gives a number."""

BEYOND_NAMES = 0.48
"""So alike are two sentences that tell one fact of somebody, without number or day, also where his name is left out."""

WEEK = 7

SOON_AFTER_DAYS = 3
"""What tells no day is of its article's: articles further apart may tell of two states, "idle" and "at work again"."""


def nearest_in_meaning(
    claims: Sequence[Claim], affairs: Iterable[Affair], likenesses: Likenesses | None, decided: Set[Pair] = frozenset()
) -> dict[Pair, float]:
    """Pairs of claims, by number, that state one fact, with their likeness in meaning; none that is ``decided``."""
    if likenesses is None:
        return {}
    asked = ((pair, needed) for affair in affairs for pair, needed in _pairs(claims, affair) if pair not in decided)
    return {
        pair: likeness
        for pair, needed in asked
        if (likeness := likenesses.of(pair)) >= needed.likeness
        and likenesses.margin(pair) >= needed.margin
        and not _are_alike_by_names(claims, pair, needed, likenesses)
    }


def _are_alike_by_names(claims: Sequence[Claim], pair: Pair, needed: Nearness, likenesses: Likenesses) -> bool:
    """Whether hardly more than a name that both hold makes them alike: "X opened the fair", "X left the party"."""
    one, other = (claims[number] for number in pair)
    if needed not in (MEANING_ALONE, BESIDE_A_NUMBER) or not one.name_keys & other.name_keys:
        return False
    return likenesses.beyond_names(pair) < BEYOND_NAMES


def _pairs(claims: Sequence[Claim], affair: Affair) -> Iterator[tuple[Pair, Nearness]]:
    for i in affair.first:
        for j in affair.second:
            needed = _needed(claims[i], claims[j])
            if affair.by_what_befell:
                needed = BEFELL_IN_ONE_PLACE if needed in (ONE_NUMBER, ONE_NUMBER_AND_DAY) else None
            if needed is not None and not affair.are_rivals(claims[i], claims[j]):
                yield (i, j), needed


def _needed(one: Claim, other: Claim) -> Nearness | None:
    """How near two sentences must be; absent where something in them speaks against one fact."""
    settled = one_is_settled_as_other(one, other)
    numbers, days = quantities.agree(one.quantities, other.quantities), same_time(one, other)
    one_number = numbers or quantities.print_one_number(one.quantities, other.quantities)
    one_day = days or _name_one_weekday(one, other)
    if one.denies != other.denies or settled is False or begin_with_others(one, other) or differ_in_detail(one, other):
        return None
    if (days is False and not one_day) or (numbers is False and not one_number):
        return None
    if one_number and not days and not _can_tell_by_it(one, other):
        return BESIDE_A_NUMBER
    if one_number:
        return ONE_NUMBER_AND_DAY if days is True else ONE_NUMBER
    if quantities.tell(one.quantities) and quantities.tell(other.quantities):
        return None
    return ONE_DAY if one_day or _name_one_period(one, other) else _needed_without_number_or_day(one, other)


def _can_tell_by_it(one: Claim, other: Claim) -> bool:
    """Whether an equal number tells, where the encoder does not know a language: no "300" of anything."""
    known = {one.language, other.language} <= LANGUAGES
    return known or quantities.share_a_telling_one(one.quantities, other.quantities)


def _needed_without_number_or_day(one: Claim, other: Claim) -> Nearness | None:
    if one.unsettled is None or other.unsettled is None or may_accuse_each_other(one, other):
        return None
    if (days_between(one.published, other.published) or 0) > SOON_AFTER_DAYS:
        return None
    if len(shared_actors(one, other)) > 1:
        return TWO_NAMES
    return BESIDE_A_NUMBER if quantities.tell((*one.quantities, *other.quantities)) else MEANING_ALONE


def _name_one_weekday(one: Claim, other: Claim) -> bool:
    """Whether all that tells them apart is the week of one weekday: "on Wednesday", read as last and as next week's."""
    weekdays = [[date.value for date in claim.dates if not any(map(str.isdigit, date.text))] for claim in (one, other)]
    if [len(weekdays[0]), len(weekdays[1])] != [len(one.dates), len(other.dates)]:
        return False
    return any(days_between(first, second) == WEEK for first in weekdays[0] for second in weekdays[1])


def _name_one_period(one: Claim, other: Claim) -> bool:
    """Whether both name the same week, month or season: more than a year, which many sentences share."""
    periods = {date.value for date in one.dates} & {date.value for date in other.dates}
    return any(granularity(period) is not Granularity.YEAR for period in periods)
