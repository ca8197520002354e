"""Whether a sentence counts over several places of which another one names only some.

"At least 11 people died in Germany, France and Luxembourg" and "three were killed in France" do not contradict each
other: one counts the whole, the other a part.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from generator import languages
from generator.analysis.agreement.claims import Claim, Name, fold_name
from generator.model import ActorKind

LIST_OF_COMMAS = 3
"""So many places with nothing but commas between them are a list; "Trier, Germany" is one place."""


def is_of_whole_and_part(one: Claim, other: Claim) -> bool:
    """Whether one of two sentences lists a place that both name beside a place that only it names; symmetric."""
    return _lists_more(one, other.name_keys) or _lists_more(other, one.name_keys)


def name_other_places(one: Claim, other: Claim) -> bool:
    """Whether each names places and none that the other names: an outbreak is counted town by town."""
    places = [{name.key for name in claim.names if name.kind is ActorKind.PLACE} for claim in (one, other)]
    return all(places) and places[0].isdisjoint(places[1])


def _lists_more(claim: Claim, others: Set[str]) -> bool:
    return any({place.key in others for place in listed} == {True, False} for listed in _lists(claim))


def _lists(claim: Claim) -> Iterator[list[Name]]:
    """The places of the sentence that stand in a list, list by list."""
    places = sorted((name for name in claim.names if name.kind is ActorKind.PLACE), key=lambda name: name.start)
    joining = {fold_name(word) for word in languages.words(claim.language, "dates", "and_words")}
    listed: list[Name] = []
    joined = False
    for place in places:
        between = _between(claim, listed[-1], place) if listed else ""
        if listed and between not in {*joining, ""}:
            if joined or len(listed) >= LIST_OF_COMMAS:
                yield listed
            listed, joined = [], False
        joined = joined or between in joining
        listed.append(place)
    if joined or len(listed) >= LIST_OF_COMMAS:
        yield listed


def _between(claim: Claim, first: Name, second: Name) -> str:
    """The words between two names; empty for a comma alone."""
    between = claim.text[first.end - claim.sentence.start : second.start - claim.sentence.start]
    return fold_name(between.strip(" ,")) or ("" if "," in between else " ")
