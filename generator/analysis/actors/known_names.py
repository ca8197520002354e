"""Names that a vocabulary knows: the editor's actors, then countries, regions and cities with their adjectives.

Takes the words of a sentence; gives mentions that do not overlap, the longest name first where two begin together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator import languages
from generator.analysis.actors.places import KnownPlace, adjective_place, place_index
from generator.analysis.actors.tokens import elided_length
from generator.analysis.language.words import Word, bare_word, fold_case, forms, is_acronym, name_forms, words_in
from generator.model import Actor, ActorKind, ActorMention


@dataclass(frozen=True, slots=True)
class KnownName:
    """What a name stands for; ``parts`` are the words of one spelling."""

    parts: tuple[str, ...]
    id: str
    name: str
    kind: ActorKind


Index = Mapping[str, Sequence[KnownName]]
Places = tuple[tuple[tuple[str, ...], KnownPlace], ...]


def known_mentions(text: str, words: Sequence[Word], language: str, index: Index) -> Iterator[ActorMention]:
    """Mentions of the editor's actors (``index`` of ``actor_index``) and of places, in order, none overlapping."""
    at = 0
    while at < len(words):
        known, length = _longest(words, at, language, index)
        if known is None:
            at += 1
            continue
        start, end = words[at].start + elided_length(words[at].text), words[at + length - 1].end
        yield ActorMention(start, end, text[start:end], known.name, known.kind, known.id)
        at += length


def actor_index(actors: Sequence[Actor], language: str) -> Index:
    """The editor's actors by the folded forms of the first word of each spelling."""
    rows = tuple((actor.id, actor.name, actor.kind, tuple(actor.spellings())) for actor in actors)
    return _actor_index(rows, language)


@lru_cache(maxsize=64)
def _actor_index(rows: tuple[tuple[str, str, ActorKind, tuple[str, ...]], ...], language: str) -> Index:
    found: dict[str, list[KnownName]] = {}
    for actor_id, name, kind, spellings in rows:
        for spelling in spellings:
            parts = tuple(word.text for word in words_in(spelling))
            for first in sorted(name_forms(parts[0], language)) if parts else ():
                found.setdefault(first, []).append(KnownName(parts, actor_id, name, kind))
    return {first: tuple(sorted(names, key=lambda n: (-len(n.parts), n.id))) for first, names in found.items()}


def _longest(words: Sequence[Word], at: int, language: str, index: Index) -> tuple[KnownName | None, int]:
    """The longest known name that begins at a word, with its number of words."""
    word = words[at].text
    keys, places, adjective = _begun_by(word, language)
    best: tuple[KnownName | None, int] = (None, 0)
    for known in (known for key in keys for known in index.get(key, ())) if index else ():
        if len(known.parts) > best[1] and _stands_at(known.parts, words, at, language):
            best = known, len(known.parts)
    for parts, place in places:
        if len(parts) > best[1] and _folded_at(parts, words, at, language):
            best = _place(place, " ".join(w.text for w in words[at : at + len(parts)]), index, language), len(parts)
    if best[0] is None and adjective:
        best = _place(adjective, word, index, language), 1
    return best


@lru_cache(maxsize=20_000)
def _begun_by(word: str, language: str) -> tuple[tuple[str, ...], Places, KnownPlace | None]:
    """What may begin with a word: the keys of names, the names of places; and the place of which it is an adjective."""
    return (
        _keys(word, language),
        _places_beginning(word, language),
        adjective_place(bare_word(word, language), language),
    )


def _keys(word: str, language: str) -> tuple[str, ...]:
    """The folded forms under which a name that begins with this word may be listed."""
    folded = fold_case(bare_word(word, language), language)
    possessive = folded.endswith("s") and "s" in languages.words(language, "words", "name_endings")
    lemmas = forms(word, language) if word[:1].isupper() else ()
    return tuple(sorted({folded, *([folded[:-1]] if possessive else []), *lemmas}))


def _places_beginning(word: str, language: str) -> Places:
    if not word[elided_length(word) :][:1].isupper():
        return ()
    return tuple(entry for key in _keys(word, language) for entry in place_index(language).get(key, ()))


def _place(place: KnownPlace, written: str, index: Index, language: str) -> KnownName:
    """A place as the editor's vocabulary has it where it does: same name, one id; as written where CLDR has no name."""
    name = place.name(language) or written
    parts = tuple(word.text for word in words_in(name))
    for known in index.get(fold_case(parts[0], language), ()) if parts else ():
        if known.kind is not ActorKind.PERSON and tuple(map(str.casefold, known.parts)) == tuple(
            map(str.casefold, parts)
        ):
            return known
    return KnownName(parts, place.id, name, place.kind)


def _stands_at(parts: tuple[str, ...], words: Sequence[Word], at: int, language: str) -> bool:
    here = words[at : at + len(parts)]
    return len(here) == len(parts) and all(_same(w.text, p, language) for w, p in zip(here, parts, strict=True))


def _same(word: str, part: str, language: str) -> bool:
    """A word that is this part of a name: an acronym letter for letter; a capital stays a capital."""
    bare = bare_word(word, language)
    if is_acronym(part):
        return bare == part or (bare[:-1] == part and bare.endswith("s"))
    if part[:1].isupper() and not bare[:1].isupper():
        return False
    return fold_case(bare, language) in name_forms(part, language) or fold_case(part, language) in forms(bare, language)


def _folded_at(parts: tuple[str, ...], words: Sequence[Word], at: int, language: str) -> bool:
    here = [bare_word(word.text, language) for word in words[at : at + len(parts)]]
    return len(here) == len(parts) and all(
        fold_case(word, language) in name_forms(part, language) or part in forms(word, language)
        for word, part in zip(here, parts, strict=True)
    )
