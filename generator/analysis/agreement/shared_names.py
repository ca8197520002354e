"""Names that the analysis recognised in one article and overlooked, or found in another case, in another.

An invented or foreign name is often clear in one sentence ("Basvisol, an energy company") and not in the next. Takes
the claims of all articles, gives the same claims with every name that any of them holds and that they print letter
for letter; people whom a language that inflects surnames calls "Petry Novotnej" have the key of "Petra Novotná" in the
others, those whose surname one language puts first have one key, places of one word that of the form that another
article has ("Новозерске", "Novozersk"), and whom languages or scripts spell each in its own way one for all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from itertools import chain, takewhile

from generator import languages
from generator.analysis.actors.base_forms import bases_of_name
from generator.analysis.actors.name_lists import declines_places
from generator.analysis.agreement.claims import WORD, Claim, Name, name_key
from generator.analysis.agreement.names_across_scripts import HeardName, spelled_in_other_languages
from generator.model import ActorKind
from generator.on_demand import OnDemand

FEWEST_LETTERS = 5
"""A shorter name is too often something else in another article."""

STEM_LETTERS = 3
ENDING_LETTERS = 2
"""Two forms of one word begin with the same letters, at least so many; only the last ones of the shorter may differ."""


def share_names(claimed: Mapping[str, Sequence[Claim]]) -> Mapping[str, Sequence[Claim]]:
    """The same claims by article, each with the names that other articles recognised in the same spelling."""
    spellings = _spellings(chain.from_iterable(claimed.values()))
    completed = OnDemand(claimed, lambda article: tuple(_completed(claim, spellings) for claim in claimed[article]))
    uninflected = _uninflected(chain.from_iterable(completed.values()))
    elsewhere = spelled_in_other_languages(_heard(chain.from_iterable(completed.values()), uninflected))
    keys = {**elsewhere, **{key: elsewhere.get(one, one) for key, one in uninflected.items()}}
    return OnDemand(
        claimed,
        lambda article: tuple(_renamed(claim, keys) for claim in completed[article]),
        kind=tuple[Claim, ...],
    )


Spellings = Mapping[str, Sequence[Name]]
"""Names by the first word of their spelling, the longest first."""


def _spellings(claims: Iterable[Claim]) -> Spellings:
    """Names that no vocabulary knows, by their first word, the longest first."""
    found: dict[str, Name] = {}
    for claim in claims:
        for name in claim.names:
            words = WORD.findall(name.spelling)
            if not name.known and sum(map(len, words)) >= FEWEST_LETTERS and words[0][:1].isupper():
                found.setdefault(" ".join(words), name)
    by_first: defaultdict[str, list[Name]] = defaultdict(list)
    for words, name in sorted(((spelled.split(), name) for spelled, name in found.items()), key=_longest_first):
        by_first[words[0]].append(name)
    return by_first


def _longest_first(spelled: tuple[Sequence[str], Name]) -> tuple[int, Sequence[str]]:
    return -len(spelled[0]), spelled[0]


def _completed(claim: Claim, spellings: Spellings) -> Claim:
    matches = list(WORD.finditer(claim.text))
    words = [match[0] for match in matches]
    known = set(claim.name_keys)
    added: list[Name] = []
    at = 0
    while at < len(words):
        spelled, name = _name_at(words, at, spellings)
        if name is not None and name.key not in known:
            known.add(name.key)
            added.append(replace(name, start=claim.sentence.start + matches[at].start()))
        at += max(1, len(spelled))
    return replace(claim, names=(*claim.names, *added)) if added else claim


def _name_at(words: Sequence[str], at: int, spellings: Spellings) -> tuple[tuple[str, ...], Name | None]:
    for name in spellings.get(words[at], ()):
        spelled = tuple(WORD.findall(name.spelling))
        if tuple(words[at : at + len(spelled)]) == spelled:
            return spelled, name
    return (), None


def _uninflected(claims: Iterable[Claim]) -> Mapping[str, str]:
    """For the key of a person or a place in an inflected form the one key that other articles have for it."""
    inflected: set[str] = set()
    plain: set[str] = set()
    of_one_word: set[str] = set()
    declined: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for claim in claims:
        inflects = bool(languages.mapping(claim.language, "names", "surname_bases"))
        unknown = [name for name in claim.names if not name.known]
        people = {name.key for name in unknown if name.kind is ActorKind.PERSON and " " in name.key}
        (inflected if inflects else plain).update(people)
        short = [name for name in unknown if " " not in name.spelling]
        of_one_word.update(name.key for name in short)
        for name in short if declines_places(claim.language) else ():
            if name.kind is ActorKind.PLACE:
                declined[name.key].add((name.spelling, claim.language))
    return {**_turned(inflected | plain), **_places(declined, of_one_word), **_people(inflected, plain)}


def _heard(claims: Iterable[Claim], uninflected: Mapping[str, str]) -> Sequence[HeardName]:
    """The names that no vocabulary knows, each as it was first spelled, with the languages that have it."""
    heard: dict[str, HeardName] = {}
    for claim in claims:
        for name in claim.names:
            if name.known:
                continue
            key, language = uninflected.get(name.key, name.key), frozenset((claim.language,))
            one = heard.setdefault(key, HeardName(key, name.spelling, name.kind is ActorKind.PERSON, language))
            if not language <= one.languages:
                heard[key] = replace(one, languages=one.languages | language)
    return tuple(heard.values())


def _turned(people: Set[str]) -> Mapping[str, str]:
    """Keys of people with the key of the same words in another order: "Szabados Judit", "Judit Szabados"."""
    by_words: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for key in sorted(people):
        by_words[tuple(sorted(key.split()))].append(key)
    return {key: keys[0] for keys in by_words.values() for key in keys[1:]}


def _people(inflected: Set[str], plain: Set[str]) -> Mapping[str, str]:
    """Keys of people in languages that inflect surnames, with the one key near it in those that do not."""
    near: defaultdict[str, list[str]] = defaultdict(list)
    for key in plain:
        near[_bucket(key)].append(key)
    forms = {key: [one for one in near[_bucket(key)] if _are_forms(key, one)] for key in sorted(inflected - plain)}
    return {key: found[0] for key, found in forms.items() if len(found) == 1}


def _places(declined: Mapping[str, Set[tuple[str, str]]], keys: Set[str]) -> Mapping[str, str]:
    """Keys of places with the one other key of which the language's endings make them: Russian "Новозерске"."""
    found: dict[str, str] = {}
    for key, spellings in sorted(declined.items()):
        bases = {name_key(base) for spelling in sorted(spellings) for base in bases_of_name(*spelling)} - {key}
        others = sorted(bases & keys)
        if len(others) == 1 and others[0] not in found:
            found[key] = others[0]
    return found


def _bucket(key: str) -> str:
    return " ".join(word[:STEM_LETTERS] for word in key.split())


def _are_forms(one: str, other: str) -> bool:
    words = zip(one.split(), other.split(), strict=True)
    return all(_letters_shared(*pair) >= min(map(len, pair)) - ENDING_LETTERS for pair in words)


def _letters_shared(one: str, other: str) -> int:
    """How many letters two words have in common at their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _renamed(claim: Claim, keys: Mapping[str, str]) -> Claim:
    if not any(name.key in keys for name in claim.names):
        return claim
    names = {key: replace(name, key=key) for name in claim.names if (key := keys.get(name.key, name.key))}
    return replace(claim, names=tuple(names.values()))
