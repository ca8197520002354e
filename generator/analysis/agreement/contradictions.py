"""Contradictions within an affair whose sentences need not name it: "52 were hurt" here, "61 were hurt" there.

Takes claims and affairs, gives the pairs of sentences that contradict each other. Compared are sentences that count one
thing, date one event, or deny what the other admits. What a sentence is about is measured by its meaning across
languages, where the sentence encoder is installed, and told by the kind of thing that it counts. A number or day that
the other article gives as well is no contradiction, nor is one of another time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.analysis.agreement import quantities
from generator.analysis.agreement.affairs import Affair
from generator.analysis.agreement.claims import DIGITS, Claim, Pair
from generator.analysis.agreement.comparison import (
    ConflictKind,
    days_of,
    expects_what_is_done,
    one_is_settled_as_other,
    same_time,
)
from generator.analysis.agreement.counted import Quantity
from generator.analysis.agreement.extent import is_of_whole_and_part
from generator.analysis.agreement.likenesses import Likenesses, Nearness
from generator.edtf import days_between

PAST_DAYS = 60
"""What a sentence dates further from its article than this belongs to another affair."""

DATES_APART = 31
"""Days further apart are of two events."""

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

NEAREST = Nearness(0.45, 0.14)
"""Also about one thing are two sentences so alike, each by so much nearer to the other than to all others, which print
their numbers in one unit or count things."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Two sentences, by number, that contradict each other if they are about one thing: so alike they must be.

    ``topic`` is what they count, where they tell it; ``or_nearest`` says that less will do if nothing is nearer.
    """

    pair: Pair
    kind: ConflictKind
    likeness: float = ABOUT_ONE_THING
    topic: str | None = None
    or_nearest: bool = False


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
        about = [one for one in candidates if alike[one.pair] >= one.likeness or _is_nearest(one, alike, likenesses)]
        for candidate in _best(about, alike):
            found.setdefault(candidate.pair, candidate.kind)
    return found


def _is_nearest(candidate: _Candidate, alike: Mapping[Pair, float], likenesses: Likenesses | None) -> bool:
    if not candidate.or_nearest or likenesses is None or alike[candidate.pair] < NEAREST.likeness:
        return False
    return likenesses.margin(candidate.pair) >= NEAREST.margin


def _best(about: Sequence[_Candidate], alike: Mapping[Pair, float]) -> Iterator[_Candidate]:
    """Those of which neither sentence has a nearer one in the other article."""
    nearest: dict[tuple[int, ConflictKind, str | None], float] = {}
    for candidate in about:
        for number in candidate.pair:
            key = (number, candidate.kind, candidate.topic)
            nearest[key] = max(nearest.get(key, 0.0), alike[candidate.pair])
    for candidate in about:
        if all(alike[candidate.pair] == nearest[n, candidate.kind, candidate.topic] for n in candidate.pair):
            yield candidate


def _candidates(claims: Sequence[Claim], affair: Affair) -> Iterator[_Candidate]:
    first, second = ([claims[number] for number in numbers] for numbers in (affair.first, affair.second))
    for i, one in zip(affair.first, first, strict=True):
        for j, other in zip(affair.second, second, strict=True):
            if _may_contradict(one, other) and not affair.are_rivals(one, other):
                candidates = _of_pair((i, j), one, other, first, second)
                yield from candidates if not affair.by_what_befell else map(_surely, filter(_tells_a_kind, candidates))


def _tells_a_kind(candidate: _Candidate) -> bool:
    return candidate.topic is not None


def _surely(candidate: _Candidate) -> _Candidate:
    """The same, where little binds the articles: there are many accidents in a town."""
    return replace(candidate, likeness=ABOUT_ONE_THING, or_nearest=False)


def _may_contradict(one: Claim, other: Claim) -> bool:
    """Whether both hold something that can contradict: a quick look before all others."""
    return bool((one.quantities and other.quantities) or (one.dates and other.dates) or one.denies != other.denies)


def _of_pair(
    pair: Pair, one: Claim, other: Claim, first: Sequence[Claim], second: Sequence[Claim]
) -> Iterator[_Candidate]:
    if one.denies != other.denies:
        if _admits_what_is_denied(one, other):
            yield _Candidate(pair, ConflictKind.DENIAL, DENIED)
        return
    numbers = quantities.contradiction(one.quantities, other.quantities)
    if numbers and (is_of_whole_and_part(one, other) or expects_what_is_done(one, other, numbers[0])):
        numbers = None
    if numbers is not None and _now(one) and _now(other) and same_time(one, other) is not False:
        known = (quantities.agree([numbers[1]], c.quantities) for c in first)
        also_known = (quantities.agree([numbers[0]], c.quantities) for c in second)
        if True not in known and True not in also_known:
            topic = numbers[0].kind if numbers[0].kind == numbers[1].kind else None
            needed = _needed(topic, first, second)
            alone = len(one.quantities) == len(other.quantities) == 1
            comparable = alone or all(number.is_measured for number in numbers)
            printed = _prints(other, numbers[0]) or _prints(one, numbers[1])
            settled_alike = topic or one_is_settled_as_other(one, other) is not False
            if topic or (comparable and not printed and settled_alike):
                yield _Candidate(pair, ConflictKind.NUMBER, needed, topic, or_nearest=alone and topic is None)
    days = days_of(one), days_of(other)
    if len(days[0]) == len(days[1]) == 1 and _days_contradict(days[0][0].value, days[1][0].value, first, second):
        yield _Candidate(pair, ConflictKind.DATE, DATED)


def _prints(claim: Claim, number: Quantity) -> bool:
    """Whether a sentence holds the digits of a number, be it a count, a day or how long something took."""
    digits = DIGITS.search(number.figure.text)
    return digits is not None and digits[0] in DIGITS.findall(claim.text)


def _needed(topic: str | None, first: Sequence[Claim], second: Sequence[Claim]) -> float:
    """How alike two sentences must be that count one topic."""
    if topic is None:
        return ABOUT_ONE_THING
    counting = [sum(any(q.kind == topic for q in claim.quantities) for claim in its) for its in (first, second)]
    return ALONE_OF_ITS_KIND if counting == [1, 1] else TOLD_SO


def _admits_what_is_denied(one: Claim, other: Claim) -> bool:
    """Whether of one person or organisation one sentence tells a denial and the other an admission."""
    denial, admission = (one, other) if one.denies else (other, one)
    return admission.admits and bool(denial.name_keys & admission.name_keys)


def _now(claim: Claim) -> bool:
    """Whether what the sentence dates is near its article."""
    apart = (days_between(mention.value, claim.published) for mention in claim.dates)
    return all(days is None or days <= PAST_DAYS for days in apart)


def _days_contradict(one: str, other: str, first: Sequence[Claim], second: Sequence[Claim]) -> bool:
    apart = days_between(one, other)
    if not apart or apart > DATES_APART:
        return False
    return other not in _written_days(first) and one not in _written_days(second)


def _written_days(claims: Sequence[Claim]) -> frozenset[str]:
    """The dates that an article writes as such: "on Monday" is most often when somebody spoke."""
    return frozenset(
        mention.value for claim in claims for mention in claim.dates if any(map(str.isdigit, mention.text))
    )
