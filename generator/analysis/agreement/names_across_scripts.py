"""One name in several languages that spell or transliterate it each in its own way: "Selenskyj", "زيلينسكي".

Takes names by their keys, with the languages of the articles that hold them; gives, for each key that is another
spelling of one that other languages have, the key that stands for all. What sounds alike within one language is never
one: an outlet that writes both "Marin" and "Marina" means two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from generator.analysis.actors.sounds_across_scripts import VOWEL, Sounds, sounds_of

FEWEST_SOUNDS = 3
FEWEST_WITHOUT_VOWELS = 4
FEWEST_OF_SEVERAL_WORDS = 5
"""So many consonants a name of one word has, or one vowel at its beginning for a consonant; more where a script leaves
vowels out; and one of several words in all."""

FEWEST_OF_A_WORD = 2

LETTERS_ALIKE = 0.70
LETTERS_OF_A_WORD_ALIKE = 0.55
"""So alike are the letters of a name of one word, in Latin; less is enough for each of several words."""

MOST_OF_ONE_SOUND = 40
"""More names that sound alike are no names."""


@dataclass(frozen=True, slots=True)
class HeardName:
    """A key with one spelling behind it, whether it is a person's, and the languages that have it."""

    key: str
    spelling: str
    is_person: bool
    languages: frozenset[str]


def spelled_in_other_languages(names: Sequence[HeardName]) -> Mapping[str, str]:
    """For keys that are other spellings of one name the one key that stands for all of them."""
    if len(frozenset().union(*(name.languages for name in names))) < 2:
        return {}
    group: dict[str, frozenset[HeardName]] = {name.key: frozenset((name,)) for name in names}
    for one, other in _alike(names):
        ours, theirs = group[one.key], group[other.key]
        if ours is not theirs and not _languages(ours) & _languages(theirs):
            merged = ours | theirs
            for name in merged:
                group[name.key] = merged
    return {key: _chosen(group[key]) for key in group if _chosen(group[key]) != key}


def _alike(names: Sequence[HeardName]) -> Iterator[tuple[HeardName, HeardName]]:
    """Two names at a time that sound alike, the most alike in letters first."""
    at: defaultdict[tuple[int, str], list[HeardName]] = defaultdict(list)
    sounds = {name.key: tuple(map(sounds_of, _words(name))) for name in names}
    for name in sorted(names, key=lambda name: name.key):
        heard = sounds[name.key]
        if heard and all(word.bare for word in heard):
            for reading in sorted(heard[-1].bare):
                at[len(heard), reading].append(name)
    found: set[tuple[float, str, str]] = set()
    by_key = {name.key: name for name in names}
    for met in at.values():
        if len(met) > MOST_OF_ONE_SOUND:
            continue
        for one, other in combinations(met, 2):
            of_one_kind = one.is_person == other.is_person or len(sounds[one.key]) == 1
            if not of_one_kind or one.languages & other.languages:
                continue
            if likeness := _likeness(sounds[one.key], sounds[other.key]):
                found.add((-likeness, one.key, other.key))
    return ((by_key[one], by_key[other]) for _, one, other in sorted(found))


def _words(name: HeardName) -> Sequence[str]:
    return name.spelling.replace("-", " ").split()


def _likeness(one: Sequence[Sounds], other: Sequence[Sounds]) -> float:
    """How alike two names are in letters where they sound alike, word for word; else 0."""
    if not _are_long_enough(one, other):
        return 0.0
    needed = LETTERS_ALIKE if len(one) == 1 else LETTERS_OF_A_WORD_ALIKE
    alike = [_likeness_of_words(*pair, needed) for pair in zip(one, other, strict=True)]
    return 0.0 if 0.0 in alike else sum(alike) / len(alike)


def _are_long_enough(one: Sequence[Sounds], other: Sequence[Sounds]) -> bool:
    consonants = [max(map(len, word.bare)) for word in one]
    if len(one) > 1:
        return min(consonants) >= FEWEST_OF_A_WORD and sum(consonants) >= FEWEST_OF_SEVERAL_WORDS
    if not (one[0].latin and other[0].latin):
        return consonants[0] >= FEWEST_WITHOUT_VOWELS
    opens_with_vowel = all(reading.startswith(VOWEL) for reading in (*one[0].readings, *other[0].readings))
    return consonants[0] + opens_with_vowel >= FEWEST_SOUNDS


def _likeness_of_words(one: Sounds, other: Sounds, needed: float) -> float:
    if not (one.latin and other.latin):
        return 1.0 if one.bare & other.bare else 0.0
    if not one.readings & other.readings or one.latin.endswith("a") != other.latin.endswith("a"):
        return 0.0
    ratio = SequenceMatcher(None, one.latin, other.latin, autojunk=False).ratio()
    return ratio if ratio >= needed else 0.0


def _languages(names: Set[HeardName]) -> frozenset[str]:
    return frozenset().union(*(name.languages for name in names))


def _chosen(names: Set[HeardName]) -> str:
    """The key in Latin letters that most languages have, the first of them in order."""
    return min(names, key=lambda name: (not name.key.isascii(), -len(name.languages), name.key)).key
