"""One actor for all mentions that surely mean the same person, organisation or place.

Takes the mentions of all articles; gives joined actors with their spellings. Mentions are joined when they have one id
of the vocabulary, one spelling, or, for people, given names that sound alike and surnames that only another language's
alphabet tells apart. What may be the same and is not sure is proposed, never joined.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from generator.analysis.actors.packed_mentions import Cited, Numbers, PackedMentions
from generator.analysis.actors.places import place_name
from generator.analysis.actors.same_organisations import SameOrganisations, initials_of_all_languages
from generator.analysis.actors.spelling import sound_key, transliteration_key
from generator.analysis.language.words import is_known
from generator.languages import available, words
from generator.model import Actor, ActorKind, ActorMention, fold, stable_id

LEAST_ALIKE = 60
ARTICLES_IN_FULL = 2


@dataclass(frozen=True, slots=True)
class JoinedActor:
    """One actor over all articles. ``spellings`` are by language, ``und`` where it is not known; ``mentions`` are
    (article id, mention); ``proposals`` are ids of other actors that may be the same: an editor decides."""

    id: str
    name: str
    kind: ActorKind
    spellings: Mapping[str, tuple[str, ...]]
    mentions: Sequence[Cited]
    proposals: tuple[str, ...] = field(default=())


def join_actors(
    mentions: Mapping[str, Sequence[ActorMention]],
    actors: Sequence[Actor],
    languages: Mapping[str, str] | None = None,
    language: str = "en",
) -> tuple[JoinedActor, ...]:
    """All actors by id, with proposals; for the rest see ``joined_actors``."""
    return with_proposals(joined_actors(mentions, actors, languages, language))


def joined_actors(
    mentions: Mapping[str, Sequence[ActorMention]],
    actors: Sequence[Actor],
    languages: Mapping[str, str] | None = None,
    language: str = "en",
) -> Iterator[JoinedActor]:
    """All actors in no order of meaning, one in memory at a time, without what may be the same.

    ``languages`` gives the language of each article; ``language`` is the dossier's, for places.
    """
    known = {actor.id: actor for actor in actors}
    people = _keys_of_people(actors)
    packed = PackedMentions()
    organisations = SameOrganisations(_name_key)
    groups: dict[str, Numbers] = defaultdict(lambda: array("I"))
    for article in sorted(mentions):
        for mention in sorted(mentions[article], key=lambda mention: mention.start):
            key = _name_key(mention.name)
            groups[mention.actor or people.get(key, key)].append(packed.add(article, mention))
            organisations.note(article, (languages or {}).get(article, "und"), key, mention)
    _join_organisations(groups, packed, organisations)
    _join_surnames(groups, packed, languages or {})
    for key in sorted(groups):
        yield _joined(key, packed.row(groups.pop(key)), known, languages or {}, language)


def with_proposals(actors: Iterable[JoinedActor]) -> tuple[JoinedActor, ...]:
    """The actors by id, each person with the others who may be the same: an editor should look at those."""
    return tuple(sorted(_with_proposals([*actors]), key=lambda actor: actor.id))


def _keys_of_people(actors: Sequence[Actor]) -> Mapping[str, str]:
    """Ids of the vocabulary's people by the keys of their full names; the first of two that share one."""
    found: dict[str, str] = {}
    for actor in actors:
        if actor.kind is ActorKind.PERSON:
            for spelling in actor.spellings():
                if " " in spelling:
                    found.setdefault(_name_key(spelling), actor.id)
    return found


def _join_organisations(groups: dict[str, Numbers], packed: PackedMentions, same: SameOrganisations) -> None:
    """Move the mentions of an organisation to the group of its other spelling, where both groups are organisations."""
    for given_up, joined in same.pairs():
        both = given_up in groups and joined in groups
        if both and all(_is_of_an_organisation(packed.row(groups[key])) for key in (given_up, joined)):
            groups[joined] += groups.pop(given_up)


def _is_of_an_organisation(group: Sequence[Cited]) -> bool:
    return _kind(mention for _, mention in group) is ActorKind.ORGANISATION


def _join_surnames(groups: dict[str, Numbers], packed: PackedMentions, languages: Mapping[str, str]) -> None:
    """Move the mentions of a person by surname alone to the one person of all articles who bears it.

    Only a surname that no dictionary knows, only where a title or a verb of saying shows that it is a person, and only
    of a person whom two articles name in full: "Minister Tarvel" and "Tarvel said" then mean "Ana Tarvel".
    """
    bearers: dict[str, set[str]] = defaultdict(set)
    for key, group in groups.items():
        for _, mention in map(packed.__getitem__, group):
            if mention.kind is ActorKind.PERSON and " " in mention.name:
                bearers[_surname_key(mention.name)].add(key)
    for key in [key for key in groups if key.startswith("=")]:
        bare = packed.row(groups[key])
        found = bearers.get(_surname_key(bare[0][1].name), set())
        in_full = {packed[number][0] for number in groups[min(found)]} if len(found) == 1 else set()
        well_known = len(in_full) >= ARTICLES_IN_FULL
        if well_known and all(_is_surname(mention, languages.get(article)) for article, mention in bare):
            groups[min(found)] += groups.pop(key)


def _is_surname(mention: ActorMention, language: str | None) -> bool:
    return mention.kind is ActorKind.PERSON and not is_known(mention.name.casefold(), language or "und")


def _surname_key(name: str) -> str:
    surname = fold(name).split()[-1]
    return transliteration_key(surname) or surname.casefold()


@lru_cache(maxsize=20_000)
def _name_key(name: str) -> str:
    """Given names by their sound, the surname by its transliteration; one word alone letter for letter."""
    *given, surname = fold(name).replace("-", " ").split()
    if not given:
        return "=" + initials_of_all_languages().get(surname, surname).casefold()
    return "~" + " ".join([*(_given_key(part) for part in given), transliteration_key(surname) or surname.casefold()])


def _given_key(name: str) -> str:
    """One sound for all spellings of a first name: "Binyamin" is Benjamin, "Volodymyr" is Vladimir."""
    return _one_name().get(sound_key(name), sound_key(name))


@cache
def _one_name() -> Mapping[str, str]:
    """By the sound of a first name's spelling the sound of the first one that ``[names] same_given_names`` lists."""
    rows = [row.split() for code in available() for row in words(code, "names", "same_given_names")]
    return {sound_key(spelling): sound_key(row[0]) for row in rows for spelling in row}


def _joined(
    key: str, group: Sequence[Cited], known: Mapping[str, Actor], languages: Mapping[str, str], language: str
) -> JoinedActor:
    spellings: dict[str, dict[str, None]] = defaultdict(dict)
    for article, mention in group:
        spellings[languages.get(article, "und")][_shown(mention)] = None
    actor = known.get(key)
    kind = actor.kind if actor else _kind(mention for _, mention in group)
    name = actor.name if actor else _name(key, group, language)
    identifier = key if not key.startswith(("~", "=")) else stable_id("a", kind, fold(name).casefold())
    by_language = {code: tuple(names) for code, names in sorted(spellings.items())}
    return JoinedActor(identifier, name, kind, by_language, group)


def _shown(mention: ActorMention) -> str:
    """The spelling to list: the name of an unknown one, else the words as they stand."""
    return mention.name if mention.actor is None else fold(mention.text)


def _kind(group: Iterable[ActorMention]) -> ActorKind:
    """What most mentions say; an unknown name is an organisation only where nothing says otherwise."""
    votes: Counter[ActorKind] = Counter()
    for mention in group:
        votes[mention.kind] += 1 if mention.kind is ActorKind.ORGANISATION else 2
    return min(votes, key=lambda kind: (-votes[kind], kind))


def _name(key: str, group: Sequence[Cited], language: str) -> str:
    """A place in the dossier's language, any other name as it is most often written."""
    counts = Counter(mention.name for _, mention in group)
    return place_name(key, language) or min(counts, key=lambda name: (-counts[name], name))


def _with_proposals(joined: Sequence[JoinedActor]) -> list[JoinedActor]:
    """Pairs of people that an editor should look at: surnames that sound alike, given names alike or absent."""
    by_surname: dict[str, list[JoinedActor]] = defaultdict(list)
    by_given: dict[str, list[JoinedActor]] = defaultdict(list)
    for actor in (actor for actor in joined if actor.kind is ActorKind.PERSON):
        for name in {actor.name, *(s for names in actor.spellings.values() for s in names)}:
            *given, surname = name.split()
            by_surname[sound_key(surname)].append(actor)
            if given:
                by_given[sound_key(" ".join(given))].append(actor)
    proposed: dict[str, set[str]] = defaultdict(set)
    for groups, are_alike in ((by_surname, _may_be_one), (by_given, _surnames_alike)):
        for group in groups.values():
            for one in group:
                if found := {other.id for other in group if other.id != one.id and are_alike(one, other)}:
                    proposed[one.id] |= found  # nearly all have none, and an empty set takes room too
    return [
        JoinedActor(a.id, a.name, a.kind, a.spellings, a.mentions, tuple(sorted(proposed.get(a.id, ()))))
        for a in joined
    ]


def _may_be_one(one: JoinedActor, other: JoinedActor) -> bool:
    """Surnames sound alike: the given names must too, unless one of the two has none."""
    first, second = one.name.split()[:-1], other.name.split()[:-1]
    return not first or not second or sound_key(" ".join(first)) == sound_key(" ".join(second))


def _surnames_alike(one: JoinedActor, other: JoinedActor) -> bool:
    from rapidfuzz.fuzz import ratio

    return ratio(sound_key(one.name.split()[-1]), sound_key(other.name.split()[-1])) >= LEAST_ALIKE
