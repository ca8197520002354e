"""Contradictions within an affair whose sentences need not name it: "52 were hurt" here, "61 were hurt" there.

Takes claims and affairs, gives the pairs of sentences that contradict each other. Compared are sentences that count one
thing, date one event, deny what the other admits or tell the contrary of what it tells as done. What a sentence is
about is measured by its meaning across languages, where the sentence encoder is installed, and told by the kind of
thing that it counts. A number or day that the other article gives as well is no contradiction, nor is one of another
time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.analysis.agreement import quantities
from generator.analysis.agreement.affairs import Affair
from generator.analysis.agreement.claims import DIGITS, Claim, Pair
from generator.analysis.agreement.comparison import (
    ConflictKind,
    expects_what_is_done,
    one_is_settled_as_other,
    same_time,
)
from generator.analysis.agreement.counted import Quantity, is_currency, says_it_rose
from generator.analysis.agreement.developments import COUNTED_ON
from generator.analysis.agreement.extent import is_of_whole_and_part, name_other_places
from generator.analysis.agreement.likenesses import Likenesses, Nearness
from generator.analysis.agreement.other_times import tell_other_days, tell_other_periods
from generator.analysis.agreement.rejected import replaced_by
from generator.analysis.agreement.small_differences import exclude_each_other
from generator.analysis.language.embedding import LANGUAGES
from generator.edtf import days_between

CORRECTED = "corrected"
"""What two sentences are about of which one says that the other's number is wrong."""

ILL = "ill"
"""The kind of number that counts those who fell ill."""

PAST_DAYS = 60
"""What a sentence dates further from its article than this belongs to another affair."""

ABOUT_ONE_THING = 0.60
"""From this likeness in meaning (cosine) two sentences of one affair are about one thing."""

DATED = 0.50
"""The same, where both tell nothing but another day."""

DENIED = 0.50
"""The same, where one speaker admits what is denied."""

TOLD_SO = 0.30
"""The same, where both tell that they count one kind of thing."""

ALONE_OF_ITS_KIND = 0.20
"""The same, where no other sentence of the two articles counts that kind."""

NOT_MEASURED = -1.0
"""The same, where the encoder does not know one of the languages: what it says of them is no measure."""

NEAREST = Nearness(0.45, 0.14)
NEAREST_BY_FAR = Nearness(0.40, 0.25)
NEAREST_IN_ONE_WORD = Nearness(0.45, 0.10)
"""Also about one thing are two sentences so alike, each by so much nearer to the other than to all others, which print
their numbers in one unit or count things; less tells where both languages have one word for what is counted."""

SHARE_OR_SUM = 0.20
"""By so much two sentences are nearer to each other than to all others that give a share or a sum of no kind that is
told: a poll gives one of each party."""

SOON_AFTER_DAYS = 1
"""Numbers of which no words tell what they count are compared in articles so near each other: prices move."""

RISEN = 0.30
"""Where little binds two articles, so alike are two sentences of which the later one says that a count rose."""

OPPOSED = Nearness(0.60, 0.30)
"""So near each other are two sentences that tell contrary things of one day: a border was closed, it was opened."""

PERIOD = Nearness(0.60, 0.20)
"""The same of two that tell nothing but another month or year: "deliveries begin in 2029", "… in 2030"."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Two sentences, by number, that contradict each other if they are about one thing: so alike they must be.

    ``topic`` is what they count, where they tell it; ``or_nearest`` says that less will do if nothing is nearer,
    ``in_one_word`` that both languages have one word for what they count. ``by_margin`` is by how much they must be
    nearer to each other than to all others, if at all.
    """

    pair: Pair
    kind: ConflictKind
    likeness: float = ABOUT_ONE_THING
    topic: str | None = None
    or_nearest: bool = False
    in_one_word: bool = False
    by_margin: float | None = None


def contradictions(
    claims: Sequence[Claim], affairs: Iterable[Affair], likenesses: Likenesses | None
) -> dict[Pair, ConflictKind]:
    """Pairs of claims, by number, with what they disagree about.

    What no encoder knows is as alike as its words tell.
    """
    found: dict[Pair, ConflictKind] = {}
    for affair in affairs:
        candidates = list(_candidates(claims, affair))
        pairs = {candidate.pair for candidate in candidates}
        alike = {pair: likenesses.of(pair) if likenesses else TOLD_SO for pair in pairs}
        about = [one for one in candidates if _is_about_one_thing(one, alike[one.pair], likenesses)]
        for candidate in _best(about, alike):
            found.setdefault(candidate.pair, candidate.kind)
    return found


def _is_about_one_thing(candidate: _Candidate, alike: float, likenesses: Likenesses | None) -> bool:
    if alike >= candidate.likeness:
        by_margin = candidate.by_margin
        return by_margin is None or (likenesses is not None and likenesses.margin(candidate.pair) >= by_margin)
    if not candidate.or_nearest or likenesses is None or alike < NEAREST_BY_FAR.likeness:
        return False
    enough = [NEAREST, NEAREST_BY_FAR, *([NEAREST_IN_ONE_WORD] if candidate.in_one_word else [])]
    margin = likenesses.margin(candidate.pair)
    return any(alike >= nearness.likeness and margin >= nearness.margin for nearness in enough)


def _best(about: Sequence[_Candidate], alike: Mapping[Pair, float]) -> Iterator[_Candidate]:
    """Those of which neither sentence has a nearer one in the other article."""
    nearest: dict[tuple[int, ConflictKind, str | None], float] = {}
    for candidate in about:
        for number in candidate.pair:
            key = (number, candidate.kind, candidate.topic)
            nearest[key] = max(nearest.get(key, 0.0), alike[candidate.pair])
    for candidate in about:
        if candidate.topic == CORRECTED or all(
            alike[candidate.pair] == nearest[n, candidate.kind, candidate.topic] for n in candidate.pair
        ):
            yield candidate


def _candidates(claims: Sequence[Claim], affair: Affair) -> Iterator[_Candidate]:
    first, second = ([claims[number] for number in numbers] for numbers in (affair.first, affair.second))
    for i, one in zip(affair.first, first, strict=True):
        for j, other in zip(affair.second, second, strict=True):
            if _may_contradict(one, other) and not affair.are_rivals(one, other):
                candidates = _of_pair((i, j), one, other, first, second)
                surely = (_surely(one, other, its) for its in candidates if its.topic is not None)
                yield from surely if affair.by_what_befell else candidates


def _surely(one: Claim, other: Claim, candidate: _Candidate) -> _Candidate:
    """The same, where little binds the articles: there are many accidents in a town, unless a count of one rose."""
    numbers = quantities.contradiction(one.quantities, other.quantities)
    risen = numbers is not None and _counts_on(one, other, numbers)
    known = {one.language, other.language} <= LANGUAGES
    needed = (RISEN if known else NOT_MEASURED) if risen else ABOUT_ONE_THING
    return replace(candidate, likeness=needed, or_nearest=False)


def _may_contradict(one: Claim, other: Claim) -> bool:
    """Whether both hold something that can contradict: a quick look before all others."""
    given = (one.quantities and other.quantities) or (one.dates and other.dates)
    given = given or one.rejected or other.rejected
    return bool(given or one.denies != other.denies or (one.names and other.names))


def _of_pair(
    pair: Pair, one: Claim, other: Claim, first: Sequence[Claim], second: Sequence[Claim]
) -> Iterator[_Candidate]:
    if corrects(one, other):
        yield _Candidate(pair, ConflictKind.NUMBER, NOT_MEASURED, topic=CORRECTED)
        return
    if one.denies != other.denies:
        if _admits_what_is_denied(one, other):
            yield _Candidate(pair, ConflictKind.DENIAL, DENIED)
        return
    if _tell_contrary_things(one, other):
        yield _Candidate(pair, ConflictKind.DENIAL, OPPOSED.likeness, by_margin=OPPOSED.margin)
    yield from _numbers(pair, one, other, first, second)
    yield from _dates(pair, one, other, first, second)


def corrects(one: Claim, other: Claim) -> bool:
    """Whether one of two sentences says that the other's number is wrong."""
    return bool(
        (one.rejected and replaced_by(other.quantities, one.quantities, one.rejected))
        or (other.rejected and replaced_by(one.quantities, other.quantities, other.rejected))
    )


def _tell_contrary_things(one: Claim, other: Claim) -> bool:
    """Whether both tell contrary things as done, of one day and of somebody or something that both name."""
    if one.unsettled or other.unsettled or not one.name_keys & other.name_keys:
        return False
    return _of_one_day(one, other) and exclude_each_other(one, other)


def _numbers(
    pair: Pair, one: Claim, other: Claim, first: Sequence[Claim], second: Sequence[Claim]
) -> Iterator[_Candidate]:
    """Other numbers of one thing, where both count one kind, or one thing alone, in a measure or in words."""
    numbers = _other_numbers(one, other, first, second)
    if numbers is None or (numbers[0].kind == numbers[1].kind == ILL and name_other_places(one, other)):
        return
    topic = numbers[0].kind if numbers[0].kind == numbers[1].kind else None
    measure = _shared_measure(*numbers)
    alone = len(one.quantities) == len(other.quantities) == 1 and not (one.rejected or other.rejected)
    alone = alone or quantities.differ_in_one(one.quantities, other.quantities)
    comparable = alone or all(number.is_measured for number in numbers)
    printed = _prints(other, numbers[0]) or _prints(one, numbers[1])
    settled_alike = one_is_settled_as_other(one, other) is not False
    apart = days_between(one.published, other.published) or 0
    of_one_thing = apart <= SOON_AFTER_DAYS and quantities.may_count_one_thing(*numbers)
    if topic or (comparable and not printed and settled_alike and of_one_thing):
        yield _Candidate(
            pair,
            ConflictKind.NUMBER,
            _needed(topic, measure, first, second),
            topic,
            or_nearest=alone and topic is None,
            in_one_word=quantities.count_in_one_word(*numbers),
            by_margin=None if topic or measure or not numbers[0].is_measured else SHARE_OR_SUM,
        )


def _other_numbers(
    one: Claim, other: Claim, first: Sequence[Claim], second: Sequence[Claim]
) -> tuple[Quantity, Quantity] | None:
    """The numbers in which both contradict each other, unless they are of two times, or the other article has them."""
    numbers = quantities.contradiction(one.quantities, other.quantities)
    if numbers is None or is_of_whole_and_part(one, other) or expects_what_is_done(one, other, numbers[0]):
        return None
    if not _are_news(one, other) or (same_time(one, other) is False and not _counts_on(one, other, numbers)):
        return None
    known = (quantities.agree([numbers[1]], c.quantities) for c in first)
    also_known = (quantities.agree([numbers[0]], c.quantities) for c in second)
    return None if True in known or True in also_known else numbers


def _counts_on(one: Claim, other: Claim, numbers: tuple[Quantity, Quantity]) -> bool:
    """Whether the later of two reports says that a count of people rose, whatever day each tells of."""
    if numbers[0].kind != numbers[1].kind or numbers[0].kind not in COUNTED_ON:
        return False
    (_, fewer), (later, more) = sorted(((one, numbers[0]), (other, numbers[1])), key=lambda told: told[0].published)
    return one.published != other.published and 0 < fewer.low < more.low and says_it_rose(later.text, later.language)


def _dates(
    pair: Pair, one: Claim, other: Claim, first: Sequence[Claim], second: Sequence[Claim]
) -> Iterator[_Candidate]:
    """Another day; or another month or year, written as such, where both tell of one time alone."""
    if tell_other_days(one, other, first, second):
        yield _Candidate(pair, ConflictKind.DATE, DATED)
    if tell_other_periods(one, other, first, second):
        yield _Candidate(pair, ConflictKind.DATE, PERIOD.likeness, by_margin=PERIOD.margin)


def _prints(claim: Claim, number: Quantity) -> bool:
    """Whether a sentence holds the digits of a number, be it a count, a day or how long something took."""
    digits = DIGITS.search(number.figure.text)
    return digits is not None and digits[0] in DIGITS.findall(claim.text)


def _shared_measure(one: Quantity, other: Quantity) -> str | None:
    """The measure in which both count, "m³" or "km"; absent for percentages and money, which measure anything."""
    unit = one.figure.unit
    if unit is None or unit != other.figure.unit or not one.is_measured:
        return None
    return None if unit == "%" or is_currency(unit) else unit


def _needed(kind: str | None, measure: str | None, first: Sequence[Claim], second: Sequence[Claim]) -> float:
    """How alike two sentences must be that count one kind, or in one measure that nothing else is counted in."""
    topic = kind or measure
    if topic is None:
        return ABOUT_ONE_THING
    counting = [
        sum(topic in (q.kind, q.figure.unit) for claim in its for q in claim.quantities) for its in (first, second)
    ]
    if counting != [1, 1]:
        return ABOUT_ONE_THING if kind is None else TOLD_SO
    return ALONE_OF_ITS_KIND if {claim.language for claim in (*first, *second)} <= LANGUAGES else NOT_MEASURED


def _admits_what_is_denied(one: Claim, other: Claim) -> bool:
    """Whether of one person or organisation one sentence tells a denial and the other an admission."""
    denial, admission = (one, other) if one.denies else (other, one)
    return admission.admits and bool(denial.name_keys & admission.name_keys)


def _are_news(one: Claim, other: Claim) -> bool:
    """Whether what both date is near their articles, or one time: "next year" of both."""
    return (_now(one) and _now(other)) or {date.value for date in one.dates} == {date.value for date in other.dates}


def _of_one_day(one: Claim, other: Claim) -> bool:
    """Whether both tell of one day, be it the one on which both articles were published."""
    same = same_time(one, other)
    return same is True or (
        not one.dates and not other.dates and bool(one.published) and one.published == other.published
    )


def _now(claim: Claim) -> bool:
    """Whether what the sentence dates is near its article."""
    apart = (days_between(mention.value, claim.published) for mention in claim.dates)
    return all(days is None or days <= PAST_DAYS for days in apart)
