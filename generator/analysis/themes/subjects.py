"""What the sentences of an article are about: subjects of public affairs, names, and other words of weight.

Takes an article; gives the subjects of each sentence with the words that name them. It is a pure function of the
article, so what an earlier run found can be kept: a rebuild then looks up the words of what changed alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from generator import languages
from generator.analysis.actors.name_words import name_words
from generator.analysis.language.words import (
    capitalises_nouns,
    fold_case,
    forms,
    is_known,
    lemma,
    words_in,
)
from generator.cache import Cache, key_of
from generator.model import Article

SHORTEST_TERM = 4

Term = tuple[str, str]  # language, word as an editor would write it


@dataclass(frozen=True, slots=True, order=True)
class Subject:
    """What words of several languages are about: a key of the lexicon, or a word that stands for itself alone."""

    key: str
    in_lexicon: bool


@dataclass(frozen=True, slots=True)
class _Named:
    """For each sentence of an article the subjects that its words name, each with its term, in order."""

    sentences: tuple[tuple[tuple[Subject, str], ...], ...]


def subjects_of_sentences(
    article: Article, terms: dict[Subject, Counter[Term]], kept: Path | None = None
) -> Iterator[set[Subject]]:
    """The subjects of each sentence; the words that name them are counted in ``terms``.

    ``kept`` is a folder for results between runs.
    """
    language = article.metadata.language
    key = key_of("subjects", article.text, article.paragraphs, language)
    for named in Cache(kept).get_or_make(_Named, key, lambda: _named(article)).sentences:
        for subject, term in named:
            terms[subject][language, term] += 1
        yield {subject for subject, _ in named}


def subjects_of_words(text: str, language: str) -> frozenset[Subject]:
    """What the words of a text that is no sentence, such as a title, are about."""
    named = (_subjects(word.text, language) for word in words_in(text, 0, len(text)))
    return frozenset(subject for subjects in named for subject, _ in subjects)


def most_frequent(times: Mapping[Term, int]) -> list[Term]:
    """The words that name a subject, the most frequent first, then by the alphabet."""
    return sorted(times, key=lambda term: (-times[term], term))


def _named(article: Article) -> _Named:
    language = article.metadata.language
    return _Named(
        tuple(
            tuple(
                named
                for word in words_in(article.text, sentence.start, sentence.end)
                for named in _subjects(word.text, language)
            )
            for sentence in article.sentences
        )
    )


@lru_cache(maxsize=20_000)
def lexicon_keys(word: str, language: str) -> tuple[str, ...]:
    """The subjects of public affairs that a word names, in any form of it: keys of ``[words.meanings]``."""
    return tuple(sorted({key for form in forms(word, language) for key in _lexicon(language).get(form, ())}))


@lru_cache(maxsize=20_000)
def _subjects(word: str, language: str) -> tuple[tuple[Subject, str], ...]:
    """What a word is about, with the term that an editor would write for it; nothing for what carries no theme."""
    if any(_is_function_word(form, language) for form in forms(word, language)):
        return ()
    if keys := lexicon_keys(word, language):
        return tuple((Subject(key, in_lexicon=True), _lexicon_word(key, word, language)) for key in keys)
    term = _own_term(word, language)
    return ((Subject(f"{language} {term}", in_lexicon=False), term),) if term else ()


def _own_term(word: str, language: str) -> str | None:
    """A word outside the lexicon as a term: a noun in German, elsewhere a name."""
    if len(word) < SHORTEST_TERM or not word.isalpha() or not word[0].isupper():
        return None
    if not capitalises_nouns(language) and is_known(fold_case(word, language), language):
        return None
    found = lemma(word, language)
    if len(found) < SHORTEST_TERM or fold_case(found, language) in name_words(language).given_names:
        return None
    return found


@lru_cache(maxsize=20_000)
def is_everyday_noun(word: str, language: str) -> bool:
    """Whether a capital says nothing of a word, because the dictionary of German holds it: "Jahr", "Standort"."""
    return capitalises_nouns(language) and is_known(word, language)


@cache
def _lexicon(language: str) -> Mapping[str, tuple[str, ...]]:
    """Keys of the lexicon by the folded forms of its words of one word."""
    found: dict[str, list[str]] = defaultdict(list)
    for key, names in languages.mapping(language, "words", "meanings").items():
        for name in names if isinstance(names, list) else ():
            found[fold_case(str(name), language)].append(key)
    return {form: tuple(keys) for form, keys in found.items()}


def _lexicon_word(key: str, word: str, language: str) -> str:
    """The lexicon's own spelling of a word that stands inflected in the text."""
    names = languages.mapping(language, "words", "meanings").get(key, ())
    own = forms(word, language)
    listed = [str(name) for name in names] if isinstance(names, list) else []
    return next((name for name in listed if fold_case(name, language) in own), word)


@lru_cache(maxsize=20_000)
def _is_function_word(word: str, language: str) -> bool:
    tables = (("words", "function_words"), ("words", "leaning"), ("segmentation", "openers"))
    return any(word in languages.words(language, table, key) for table, key in tables)
