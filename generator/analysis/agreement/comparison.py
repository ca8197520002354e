"""Whether two sentences of different articles state the same fact, contradict each other, or neither.

Takes two claims and what is distinctive in the corpus, gives a ``Verdict``. The rule is strict, because "also
reported by" is a promise: two shared entities, no conflicting actor, number or date, and either nearly the same
words or the same number or day besides the names. Across languages the names, the number and the day carry it.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from enum import StrEnum

from generator.analysis.agreement import quantities
from generator.analysis.agreement.claims import Claim, fold_name, is_known_place
from generator.analysis.agreement.counted import Quantity
from generator.analysis.agreement.extent import is_of_whole_and_part
from generator.analysis.agreement.posts import are_rivals, name_another
from generator.analysis.agreement.small_differences import differ_in_detail
from generator.analysis.language.similarity import Vector, likeness
from generator.edtf import earliest, is_day, latest
from generator.model import ActorKind, DateMention

SAME_WORDS = 0.70
"""From this likeness on two sentences say the same, if nothing in them conflicts."""

MANY_NAMES_SAME_WORDS = 0.50
"""The same, where they share three distinctive names."""

SUBJECT_WORDS = 0.30
"""Below this likeness two sentences are about different things, unless number, day or many names say otherwise."""


EXPECTED = frozenset({"profit", "spent", "turnover"})
"""Kinds of number that are foretold, and told when the time is over."""


class ConflictKind(StrEnum):
    """What two reports of one subject disagree about."""

    NUMBER = "number"
    DATE = "date"
    DENIAL = "denial"
    PLACE = "place"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the comparison found; at most one of the three. ``strength`` orders what is joined first.

    ``same_if_meant``: only their words, in two languages, do not show whether they state the same.
    """

    same: bool = False
    conflict: ConflictKind | None = None
    related: bool = False
    strength: float = 0.0
    same_if_meant: bool = False


NOTHING = Verdict()


@dataclass(frozen=True, slots=True)
class _Overlap:
    """What two claims have in common. Of ``numbers`` and ``days``: true equal, false in conflict, else unknown.

    ``rare`` counts shared distinctive names; ``covered`` says that one names nobody whom the other does not name;
    ``rivals`` are kinds of actor of which each names one that the other does not; ``rounded`` says that their numbers
    can be one, and are not printed as one.
    """

    shared: int
    rare: int
    covered: bool
    rivals: frozenset[ActorKind]
    likeness: float
    numbers: bool | None
    days: bool | None
    rounded: bool

    @property
    def entities(self) -> int:
        return self.shared + (self.numbers is True) + (self.days is True)

    @property
    def one_subject(self) -> bool:
        """Whether both speak of one event or thing: distinctive names, and words, number or day besides."""
        alike = self.likeness >= SUBJECT_WORDS or self.numbers is True or self.days is True
        return self.rare >= 2 and (alike or self.rare >= 3)


def compare(a: Claim, b: Claim, distinctive: Set[str], vector_a: Vector, vector_b: Vector) -> Verdict:
    """Compare two sentences of different articles; symmetric."""
    keys_a, keys_b = a.name_keys, b.name_keys
    shared = keys_a & keys_b
    if _other_people(a, b, shared):
        return Verdict(conflict=ConflictKind.NAME)
    if not shared:
        return NOTHING
    rare, alike = len(shared & distinctive), likeness(vector_a, vector_b)
    if rare < 2 and alike < SUBJECT_WORDS and a.language == b.language:
        return NOTHING  # whatever their numbers and days: most sentences that meet
    numbers = quantities.agree(a.quantities, b.quantities)
    overlap = _Overlap(
        shared=len(shared),
        rare=rare,
        covered=shared in (keys_a, keys_b),
        rivals=_rivals(a, shared, distinctive) & _rivals(b, shared, distinctive),
        likeness=alike,
        numbers=numbers,
        days=same_time(a, b),
        rounded=numbers is None and quantities.are_comparable(a.quantities, b.quantities),
    )
    conflict = _conflict(a, b, overlap)
    return Verdict(conflict=conflict) if conflict is not None else _agreement(a, b, overlap)


def _agreement(a: Claim, b: Claim, overlap: _Overlap) -> Verdict:
    """How far two sentences agree that do not contradict each other."""
    settled_alike = one_is_settled_as_other(a, b) is not False
    agree = a.denies == b.denies and not differ_in_detail(a, b)
    accusing, turned = may_accuse_each_other(a, b), begin_with_others(a, b)
    if agree and not (accusing and turned) and _same(overlap, settled_alike=settled_alike):
        return Verdict(same=True, strength=overlap.likeness + overlap.entities)
    related = overlap.likeness >= SUBJECT_WORDS and overlap.entities >= 2
    may_mean_the_same = a.language != b.language and agree and settled_alike and not turned
    clear = not accusing or True in (overlap.numbers, overlap.days)
    return Verdict(related=related, same_if_meant=may_mean_the_same and clear and _same_if_meant(overlap))


def shared_actors(a: Claim, b: Claim) -> frozenset[str]:
    """Keys of the names that both hold, but for known places, of which many sentences speak."""
    return frozenset(name.key for name in a.names if name.key in b.name_keys and not is_known_place(name))


def may_accuse_each_other(a: Claim, b: Claim) -> bool:
    """Whether both tell a plan, demand or accusation between the same two: who is who, meaning alone does not show."""
    return bool(a.unsettled and b.unsettled) and len(shared_actors(a, b)) > 1


def begin_with_others(a: Claim, b: Claim) -> bool:
    """Whether of the names that both hold another one stands first: who acts in one may be acted upon in the other."""
    return len(_first_shared(a, b)) > 1


def turn_around(a: Claim, b: Claim) -> bool:
    """The same, where both are of one kind: two people or two countries may change places, hardly a man and a town."""
    first = _first_shared(a, b)
    kinds = [{name.kind for name in claim.names if name.key in first} for claim in (a, b)]
    return len(first) > 1 and 1 in map(len, kinds)


def _first_shared(a: Claim, b: Claim) -> frozenset[str]:
    """Of the names that both hold the one that stands first in each."""
    shared = a.name_keys & b.name_keys
    told = (a, b) if shared else ()
    return frozenset(min((name.start, name.key) for name in claim.names if name.key in shared)[1] for claim in told)


def one_is_settled_as_other(a: Claim, b: Claim) -> bool | None:
    """Whether both tell what happened, or both what is planned, demanded or alleged; absent where it is not known."""
    return None if a.unsettled is None or b.unsettled is None else a.unsettled == b.unsettled


def expects_what_is_done(a: Claim, b: Claim, number: Quantity) -> bool:
    """Whether one tells what is expected to be earned or spent and the other what was: a forecast and its result.

    So may a sum or share be of which no words tell the kind.
    """
    foretold = number.kind in EXPECTED or (number.kind is None and number.is_measured)
    return foretold and one_is_settled_as_other(a, b) is False


def takes_the_side(claim: Claim, of: Claim, kind: ConflictKind) -> bool:
    """Whether a claim gives the disputed number or day that another one gives, so that it may stand beside it."""
    if kind is ConflictKind.NUMBER:
        return quantities.agree(claim.quantities, of.quantities) is True
    return kind is not ConflictKind.DATE or same_time(claim, of) is True


def backs(claim: Claim, shown: Claim) -> bool:
    """Whether a report of the same fact gives every number and written day that the one shown gives."""
    days = {date.value for date in claim.dates}
    return quantities.give(claim.quantities, shown.quantities) and all(d.value in days for d in days_of(shown))


def _other_people(a: Claim, b: Claim, shared: Set[str]) -> bool:
    """Whether they name different people for one post: one each, and no other place or organisation."""
    if a.post is None or b.post is None or a.language != b.language or a.denies or b.denies:
        return False
    own = [[name for name in claim.names if name.key not in shared] for claim in (a, b)]
    people = [[name for name in names if name.kind is ActorKind.PERSON] for names in own]
    kinds = frozenset(name.kind for name in own[0]) & frozenset(name.kind for name in own[1])
    if [len(names) for names in people] != [1, 1] or kinds != {ActorKind.PERSON}:
        return False
    rivals = are_rivals(*(fold_name(names[0].spelling) for names in people))
    return rivals and name_another(a.post, b.post, share_a_name=bool(shared))


def _conflict(a: Claim, b: Claim, overlap: _Overlap) -> ConflictKind | None:
    """What the two disagree about, if they speak of one subject."""
    if not overlap.one_subject:
        return None
    if a.denies != b.denies:
        return ConflictKind.DENIAL if overlap.numbers is not False else None
    if overlap.rivals:
        places_differ = overlap.rivals == {ActorKind.PLACE} and overlap.numbers is True and overlap.days is True
        return ConflictKind.PLACE if places_differ else None
    if overlap.numbers is False and overlap.days is not False:
        contradict = quantities.contradiction(a.quantities, b.quantities)
        apart = is_of_whole_and_part(a, b) or (contradict and expects_what_is_done(a, b, contradict[0]))
        return ConflictKind.NUMBER if contradict and not apart else None
    days_differ = overlap.numbers is True and overlap.days is False and bool(days_of(a)) and bool(days_of(b))
    return ConflictKind.DATE if days_differ else None


def _same(overlap: _Overlap, *, settled_alike: bool) -> bool:
    """The strict rule of the module's docstring; number or day tells nothing of what is planned or alleged.

    Both together do: "launched a bid of 9.4 billion on Tuesday, in what would be the largest deal".
    """
    if overlap.rivals or overlap.numbers is False or overlap.days is False:
        return False
    if not settled_alike and not (overlap.numbers and overlap.days):
        return False  # "wants to build a wind farm", "has built a wind farm"
    by_words = overlap.likeness >= SAME_WORDS and overlap.entities >= 2
    by_names = overlap.likeness >= MANY_NAMES_SAME_WORDS and overlap.rare >= 3
    by_number = overlap.rare >= 2 and overlap.numbers is True
    by_day = overlap.rare >= 2 and overlap.days is True and overlap.covered
    return by_words or by_names or by_number or by_day


def _same_if_meant(overlap: _Overlap) -> bool:
    """The strict rule but for the words."""
    if overlap.rivals or overlap.numbers is False or overlap.rounded or overlap.days is False:
        return False
    return overlap.rare >= 1 and overlap.entities >= 2


def _rivals(claim: Claim, shared: Set[str], distinctive: Set[str]) -> frozenset[ActorKind]:
    """Kinds of the actors that only this claim names: another man at the same meeting.

    A place that the whole corpus speaks of ("Azerbaijan's minister") is no rival of another one.
    """
    own = (name for name in claim.names if name.key not in shared)
    return frozenset(name.kind for name in own if name.kind is not ActorKind.PLACE or name.key in distinctive)


def same_time(a: Claim, b: Claim) -> bool | None:
    """Whether two sentences tell of one time: true where a day is equal, false where no dates can be the same."""
    if not a.dates or not b.dates:
        return None
    if any(is_day(one.value) and one.value == other.value for one in a.dates for other in b.dates):
        return True
    return None if any(_overlap(one.value, other.value) for one in a.dates for other in b.dates) else False


def _overlap(one: str, other: str) -> bool:
    """Whether two EDTF values can mean the same time; what is open or invalid can."""
    ends = (earliest(one), latest(other), earliest(other), latest(one))
    if any(end is None for end in ends):
        return True
    first, last_other, first_other, last = ends
    return first <= last_other and first_other <= last  # type: ignore[operator] # none is absent


def days_of(claim: Claim) -> tuple[DateMention, ...]:
    """Its days, if all its dates are days and written as such: no misread weekday makes a contradiction."""
    spelled_out = all(is_day(date.value) and any(c.isdigit() for c in date.text) for date in claim.dates)
    return claim.dates if spelled_out else ()
