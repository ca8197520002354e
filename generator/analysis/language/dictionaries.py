"""simplemma's dictionaries, each loaded once and kept small: lemmas and whether a word is known.

simplemma keeps eight dictionaries and loads the ninth in place of the first, seconds each time; a corpus in ten
languages needs them all. Its memory-frugal form holds ten in a seventh of the memory of its default, at half the speed
of look-ups, which the caller caches.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from generator import languages

if TYPE_CHECKING:
    from simplemma import Lemmatizer
    from simplemma.strategies import DictionaryLookupStrategy
    from simplemma.strategies.dictionaries import DictionaryFactory

MOST_LANGUAGES = 64


def dictionary_lemma(word: str, language: str) -> str:
    """The dictionary form of a word, by simplemma's rules where the dictionary does not hold it."""
    return str(_lemmatizer().lemmatize(word, lang=_dictionary_of(language)))


def in_dictionary(word: str, language: str) -> bool:
    """Whether the dictionary of a language holds this spelling."""
    from simplemma.utils import normalize_token

    return bool(word) and _lookup().get_lemma(normalize_token(word), _dictionary_of(language)) is not None


@cache
def languages_with_dictionary() -> frozenset[str]:
    """Languages that simplemma has a dictionary for, under their own code or another of theirs (Norwegian "nb")."""
    own = _dictionaries()
    return own | {code for code in languages.available() if own.intersection(_codes(code))}


@cache
def _dictionary_of(language: str) -> str:
    own = _dictionaries()
    return next((code for code in _codes(language) if code in own), language)


def _codes(language: str) -> tuple[str, ...]:
    """Its own code, its other ones, and the one under which simplemma has it together with others (Croatian "hbs")."""
    return (language, *languages.other_codes(language), *languages.dictionaries(language))


@cache
def _dictionaries() -> frozenset[str]:
    from importlib.resources import files

    folder = files("simplemma").joinpath("strategies", "dictionaries", "data")
    return frozenset(entry.name.split(".")[0] for entry in folder.iterdir())


@cache
def _factory() -> DictionaryFactory:
    from simplemma.strategies.dictionaries import LOW_MEMORY_DICTIONARY_FACTORY

    return type(LOW_MEMORY_DICTIONARY_FACTORY)(cache_max_size=MOST_LANGUAGES)


@cache
def _lookup() -> DictionaryLookupStrategy:
    from simplemma.strategies import DictionaryLookupStrategy

    return DictionaryLookupStrategy(_factory())


@cache
def _lemmatizer() -> Lemmatizer:
    from simplemma import Lemmatizer
    from simplemma.strategies import DefaultStrategy

    return Lemmatizer(lemmatization_strategy=DefaultStrategy(greedy=False, dictionary_factory=_factory()))
