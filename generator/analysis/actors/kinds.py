"""What kind of actor a name is, from all that its article says of it.

Takes the unknown names of an article, each with its kind and how sure that is; gives the mentions with one kind for
one name. A name that nothing but its spelling speaks for follows the surer places in which it stands; beside places
of a list it is one; where it is said to be a ship, a storm, a missile or a film, nobody is named at all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.analysis.actors.base_forms import with_shared_names
from generator.analysis.actors.name_words import NameWords
from generator.analysis.language.words import fold_case, is_known
from generator.model import ActorKind, ActorMention

SURE = 100
"""One sure sign outweighs all unsure ones that an article can hold."""

WEIGHTS = {ActorKind.ORGANISATION: 1, ActorKind.PERSON: 2, ActorKind.PLACE: 4}
"""Of unsure signs: an organisation is what is left over, a place has "in" before it."""

LONGEST_GAP = 8
LONGEST_SHORT_WORD = 4
# What stands between two names of a list: ", ".
COMMA = re.compile(r",\s+")


@dataclass(frozen=True, slots=True)
class Named:
    """A mention of an unknown name; ``sure`` and ``acts`` as for ``found.Found``."""

    mention: ActorMention
    sure: bool
    acts: bool


def settled(
    text: str, named: Sequence[Named], known: Sequence[ActorMention], words: NameWords
) -> tuple[ActorMention, ...]:
    """The mentions with the kind that the article gives each name, in their order, without names of things."""
    mentions = with_shared_names([each.mention for each in named], words.language)
    renamed = [replace(each, mention=mention) for each, mention in zip(named, mentions, strict=True)]
    apart = _beside_organisations(text, renamed, words)
    among_others = _beside_people(text, _beside_places(text, apart, known, words), words)
    kinds = _kinds(among_others)
    acting = {_key(each.mention.name) for each in renamed if each.sure}
    things = _things(renamed) - acting
    return tuple(
        replace(each.mention, kind=kinds[_key(each.mention.name)])
        for each in among_others
        if _key(each.mention.name) not in things
    )


def _things(named: Sequence[Named]) -> set[str]:
    """Keys of the names that are said to be a thing in a third of their mentions or more: not in passing."""
    times = Counter(_key(each.mention.name) for each in named)
    as_things = Counter(_key(each.mention.name) for each in named if not each.acts)
    return {key for key, count in as_things.items() if 3 * count >= times[key]}


def _kinds(named: Sequence[Named]) -> Mapping[str, ActorKind]:
    """By the key of a name the kind that weighs most in its mentions."""
    votes: dict[str, Counter[ActorKind]] = {}
    for each in named:
        weight = SURE if each.sure else WEIGHTS[each.mention.kind]
        votes.setdefault(_key(each.mention.name), Counter())[each.mention.kind] += weight
    return {key: min(counts, key=lambda kind: (-counts[kind], kind)) for key, counts in votes.items()}


def _beside_places(
    text: str, named: Sequence[Named], known: Sequence[ActorMention], words: NameWords
) -> Sequence[Named]:
    """The names with those made places that stand in a list with places: "Bozen, Meran und Tarvel"."""
    places = [each.mention for each in named if each.mention.kind is ActorKind.PLACE]
    places += [mention for mention in known if mention.kind is ActorKind.PLACE and mention.text[0].isupper()]
    found = [*named]
    for order in (range(len(found)), reversed(range(len(found)))):  # from places to their right, then to their left
        for at in order:
            each = found[at]
            governed = any(_is_governed_too(text, each.mention, other.mention, words) for other in found[:at][-1:])
            if not each.sure and (governed or _is_listed(text, each.mention, places, words)):
                found[at] = Named(replace(each.mention, kind=ActorKind.PLACE), sure=True, acts=True)
                places.append(found[at].mention)
    return found


def _beside_organisations(text: str, named: Sequence[Named], words: NameWords) -> Sequence[Named]:
    """The names without those as places that "and" joins to an organisation: "between Orlune and Tarvel Holding"."""
    found = [*named]
    for at, (each, behind) in enumerate(pairwise(found)):
        unsure = not each.sure and each.mention.kind is ActorKind.PLACE
        organisation = behind.sure and behind.mention.kind is ActorKind.ORGANISATION
        if unsure and organisation and _joined(text, each.mention, behind.mention, words, by_comma=False):
            found[at] = replace(each, mention=replace(each.mention, kind=ActorKind.ORGANISATION))
    return found


def _beside_people(text: str, named: Sequence[Named], words: NameWords) -> Sequence[Named]:
    """The names with those made people that nothing shows to be else, beside whole names of people.

    "Ana Tarvel, Tobias Rey and Wen Li".
    """
    found = [*named]
    for order in (range(1, len(found)), range(len(found) - 2, -1, -1)):
        step = order.step
        for at in order:
            each, beside = found[at], found[at - step]
            unsure = not each.sure and each.mention.kind is ActorKind.ORGANISATION and _may_be_person(each, words)
            person = beside.mention.kind is ActorKind.PERSON and " " in beside.mention.name
            if unsure and person and _joined(text, each.mention, beside.mention, words, by_comma=False):
                found[at] = replace(each, mention=replace(each.mention, kind=ActorKind.PERSON))
    return found


def _is_listed(text: str, mention: ActorMention, places: Sequence[ActorMention], words: NameWords) -> bool:
    """Whether a place stands beside it in a list in which another place stands: one alone proves nothing.

    "Israel and Tarvel", "In Berlin, Tarvel said".
    """
    if any(_is_near(text, mention, place, words) for place in places):
        return True
    beside = [place for place in places if _joined(text, mention, place, words)]
    return len(beside) > 1 or any(_joined(text, place, other, words) for place in beside for other in places)


def _may_be_person(named: Named, words: NameWords) -> bool:
    """Whether it has two words or more, and no long word of the dictionary: not "Velkor Economics"."""
    parts = named.mention.name.split()
    long = (part.casefold() for part in parts if len(part) > LONGEST_SHORT_WORD)
    return len(parts) > 1 and not any(is_known(part, words.language) for part in long)


def _joined(text: str, one: ActorMention, other: ActorMention, words: NameWords, *, by_comma: bool = True) -> bool:
    """Whether nothing but a comma or a word like "and" parts two names."""
    if not 0 <= max(one.start, other.start) - min(one.end, other.end) <= LONGEST_GAP:
        return False
    between = text[min(one.end, other.end) : max(one.start, other.start)]
    conjunction = fold_case(between.strip(" ,"), words.language)
    return (by_comma and COMMA.fullmatch(between) is not None) or conjunction in words.conjunctions


def _is_governed_too(text: str, mention: ActorMention, before: ActorMention, words: NameWords) -> bool:
    """Whether "and" joins it to an unknown name before it that something made a place: "in Orlune and Tarvel"."""
    place = before.kind is ActorKind.PLACE and before.end < mention.start
    return place and _joined(text, mention, before, words, by_comma=False)


def _is_near(text: str, mention: ActorMention, place: ActorMention, words: NameWords) -> bool:
    """Whether a place and a word like "near" stand right before: "the river Lenne near Tarvel"."""
    between = text[place.end : mention.start] if 0 < mention.start - place.end <= LONGEST_GAP else ""
    return between[:1] == " " and fold_case(between.strip(), words.language) in words.place_joints


def _key(name: str) -> str:
    return name.replace("-", " ").casefold()
