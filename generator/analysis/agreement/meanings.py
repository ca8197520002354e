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
from generator.analysis.agreement.claims import WORD, Claim, Pair, fold_name
from generator.analysis.agreement.comparison import (
    begin_with_others,
    may_accuse_each_other,
    one_is_settled_as_other,
    same_time,
    shared_actors,
    turn_around,
)
from generator.analysis.agreement.likenesses import Likenesses, Nearness
from generator.analysis.agreement.small_differences import differ_in_detail
from generator.analysis.language.embedding import LANGUAGES
from generator.analysis.language.similarity import stems
from generator.edtf import Granularity, days_between, granularity
from generator.model import ActorKind

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

ON_ONE_DAY = Nearness(0.50, 0.15)
"""What two sentences without number or day need in articles of one day, in languages that the encoder knows; not where
one man or company is all that both name: whoever is in the news does several things a day."""

TURNED_AROUND = Nearness(0.80, 0.30)
"""What they need of which one begins with a person and the other with what he leads: "X pays the growers of Y" and "the
growers of Y want more of X" are alike too."""

BEYOND_NAMES = 0.48
"""So alike are two sentences that tell one fact of somebody, without number or day, also where his name is left out."""

WEEK = 7

SOON_AFTER_DAYS = 1
"""What tells no day is of its article's: articles further apart tell of two states, "charged" and "arrested"."""

LONG_WORD = 5
WORDS_SHARED = 2
"""So many long words but names share two sentences of one language that the encoder does not know; in articles of one
day half as many."""


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
    if needed not in (MEANING_ALONE, BESIDE_A_NUMBER, ON_ONE_DAY) or not one.name_keys & other.name_keys:
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
    if one.denies != other.denies or one_is_settled_as_other(one, other) is False or differ_in_detail(one, other):
        return None
    if turn_around(one, other):
        return None
    numbers, days = quantities.agree(one.quantities, other.quantities), same_time(one, other)
    one_number = numbers or quantities.print_one_number(one.quantities, other.quantities)
    one_day = days or _name_one_weekday(one, other)
    if (days is False and not one_day) or (numbers is False and not one_number):
        return None
    if one_number:
        return _needed_with_a_number(one, other, one_day=days is True)
    if quantities.tell(one.quantities) and quantities.tell(other.quantities):
        return None
    needed = ONE_DAY if one_day or _name_one_period(one, other) else _needed_without_number_or_day(one, other)
    return TURNED_AROUND if needed and begin_with_others(one, other) else needed


def _needed_with_a_number(one: Claim, other: Claim, *, one_day: bool) -> Nearness:
    if not one_day and not _can_tell_by_it(one, other):
        return BESIDE_A_NUMBER
    rare = quantities.share_a_telling_one(one.quantities, other.quantities)
    soon = (days_between(one.published, other.published) or 0) <= SOON_AFTER_DAYS
    return ONE_NUMBER_AND_DAY if one_day or (rare and soon) else ONE_NUMBER


def _can_tell_by_it(one: Claim, other: Claim) -> bool:
    """Whether an equal number tells, where the encoder does not know a language: no "300" of anything."""
    known = {one.language, other.language} <= LANGUAGES
    return known or quantities.share_a_telling_one(one.quantities, other.quantities)


def _needed_without_number_or_day(one: Claim, other: Claim) -> Nearness | None:
    if one.unsettled is None or other.unsettled is None or may_accuse_each_other(one, other):
        return None
    apart = days_between(one.published, other.published)
    if (apart or 0) > SOON_AFTER_DAYS or not _share_words(one, other, 1 if apart == 0 else WORDS_SHARED):
        return None
    on_one_day = apart == 0 and {one.language, other.language} <= LANGUAGES
    actors = len(shared_actors(one, other))
    if actors > 1:
        return ON_ONE_DAY if on_one_day else TWO_NAMES
    if quantities.tell((*one.quantities, *other.quantities)):
        return MEANING_ALONE if on_one_day else BESIDE_A_NUMBER
    return ON_ONE_DAY if on_one_day and not _share_an_actor(one, other) else MEANING_ALONE


def _share_an_actor(one: Claim, other: Claim) -> bool:
    """Whether both name a person or an organisation; at one place one thing happens at a time."""
    return any(name.key in other.name_keys and name.kind is not ActorKind.PLACE for name in one.names)


def _share_words(one: Claim, other: Claim, enough: int) -> bool:
    """Whether so many words show what the encoder cannot, where both are of one language that it does not know."""
    if one.language != other.language or one.language in LANGUAGES:
        return True
    return len(_long_stems(one) & _long_stems(other)) >= enough


def _long_stems(claim: Claim) -> frozenset[str]:
    """The stems of its long words, but for names and dates."""
    dates = {fold_name(word) for date in claim.dates for word in WORD.findall(date.text)}
    names = {fold_name(word) for name in claim.names for word in WORD.findall(name.spelling)}
    return frozenset(stems(word for word in claim.words if len(word) >= LONG_WORD and word not in dates | names))


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
