"""What the lexicons say of an editor's keyword in another language.

Takes a keyword with its language; gives the words of another language for it: names of places by CLDR, people by the
editor's actors, subjects of public affairs by ``[words.meanings]``, and words of the articles that both languages write
alike, but for false friends (``false_friends`` of ``[words]``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from generator import languages
from generator.analysis.actors.places import names_elsewhere
from generator.analysis.actors.spelling import transliteration_key
from generator.analysis.language.words import fold_case, is_acronym, words_in
from generator.analysis.themes.recognition import ANY_LANGUAGE, same_word
from generator.model import Actor

SHORTEST_NAME = 5


def from_lexicon(source: str, term: str, language: str, actors: Sequence[Actor], written: Iterable[str]) -> list[str]:
    """Words of ``language`` for a keyword, each once; ``written`` are words of the articles."""
    found: list[str] = []
    for known in languages.available() if source == ANY_LANGUAGE else (source,):
        found += names_elsewhere(term, known, language)
        found += _meanings(term, known, language)
    found += _spellings(term, actors, language)
    found += [word for word in written if _is_spelling_of(word, term, language)]
    return list(dict.fromkeys(found))


@lru_cache(maxsize=20_000)
def subjects_of(term: str, language: str) -> frozenset[str]:
    """Subjects of public affairs that the lexicon lists a term under."""
    return frozenset(
        subject
        for subject, names in languages.mapping(language, "words", "meanings").items()
        if any(same_term(term, name, language) for name in _listed(names))
    )


def same_term(term: str, name: str, language: str) -> bool:
    """Whether two terms are the same words, lemma by lemma; a compound is not its part."""
    one, other = words_in(term), words_in(name)
    return len(one) == len(other) and all(
        len(a.text) <= len(b.text) + 3 and len(b.text) <= len(a.text) + 3 and same_word(a.text, b.text, language)
        for a, b in zip(one, other, strict=True)
    )


def is_false_friend(word: str, term: str, language: str) -> bool:
    """Whether a language writes a word like the keyword and means something else: "Chef", "arts"."""
    folded = fold_case(word, language)
    return folded in languages.words(language, "words", "false_friends") and folded == fold_case(term, language)


@lru_cache(maxsize=10_000)
def may_be_misread(source: str, term: str) -> bool:
    """Whether another language writes the keyword and means something else by it: an encoder sees no language."""
    others = (language for language in languages.available() if language != source)
    return any(fold_case(term, other) in languages.words(other, "words", "false_friends") for other in others)


def _is_spelling_of(word: str, term: str, language: str) -> bool:
    """The same letters, or, of two names, the same transliteration ("Zelensky", "Selenskyj", "Зеленський")."""
    if is_false_friend(word, term, language):
        return False
    if fold_case(word, language) == fold_case(term, language):
        return True
    names = word[:1].isupper() and term[:1].isupper() and not is_acronym(term) and len(term) >= SHORTEST_NAME
    return names and transliteration_key(word) == transliteration_key(term)


def _meanings(term: str, source: str, language: str) -> list[str]:
    """Words of ``language`` for the subjects that ``term`` names in the language ``source``."""
    there = languages.mapping(language, "words", "meanings")
    return [
        word
        for subject, names in languages.mapping(source, "words", "meanings").items()
        if any(same_term(term, name, source) for name in _listed(names))
        for word in _listed(there.get(subject))
    ]


def _spellings(term: str, actors: Sequence[Actor], language: str) -> list[str]:
    """How ``language`` spells the actor that ``term`` names: whole, or by the same last word."""
    found: list[str] = []
    for actor in actors:
        spellings = list(actor.spellings())
        if term in spellings:
            found += actor.aliases.get(language, ())
        elif any(term == spelling.split()[-1] for spelling in spellings):
            found += [alias.split()[-1] for alias in actor.aliases.get(language, ())]
    return found


def _listed(names: object) -> list[str]:
    return [str(name) for name in names] if isinstance(names, list) else []
