"""How exactly a number is meant, by the words right before and behind it: "at least", "rund", "or more"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from generator import languages
from generator.analysis.figures.joins import articles, edge_of_word, just_before
from generator.analysis.language.patterns import alternatives
from generator.model import Qualifier

# The longer words first: "just under" is nearly, "under" is less
_BEFORE = (
    (Qualifier.AT_LEAST, "at_least"),
    (Qualifier.AT_MOST, "at_most"),
    (Qualifier.NEARLY, "nearly"),
    (Qualifier.MORE_THAN, "more_than"),
    (Qualifier.LESS_THAN, "less_than"),
    (Qualifier.ABOUT, "about"),
)
# Behind the number or its unit: "or more", "100'den fazla kişi", "500 bin liraya kadar"
_BEHIND = (
    (Qualifier.AT_LEAST, "or_more"),
    (Qualifier.MORE_THAN, "more_than_behind"),
    (Qualifier.LESS_THAN, "less_than_behind"),
    (Qualifier.NEARLY, "nearly_behind"),
    (Qualifier.AT_MOST, "at_most_behind"),
    (Qualifier.ABOUT, "about_behind"),
)


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """Regular expressions for the qualifiers of a language, those ``before`` a number and those ``behind`` it."""

    before: tuple[tuple[Qualifier, re.Pattern[str]], ...]
    negated: re.Pattern[str]
    after_noun: re.Pattern[str]
    behind: tuple[tuple[Qualifier, re.Pattern[str]], ...]


def qualifiers(language: str) -> Qualifiers:
    """The qualifiers of a language; none for one without a file."""
    some, edge = partial(languages.words, language, "figures"), edge_of_word(language)
    return Qualifiers(
        before=tuple((qualifier, just_before(some(key), articles(language), edge)) for qualifier, key in _BEFORE),
        # "nicht" right before a qualifier: "nicht über 500 Euro"
        negated=re.compile(rf"(?<!\w)(?:{alternatives(some('not'))})\s$", re.IGNORECASE),
        # "ein Vertrag über 5 Millionen" is no more than that, "mit über 5 Millionen" is
        after_noun=re.compile(rf"\b[A-ZÄÖÜ]\w+\s(?:{alternatives(some('not_after_noun'))})\s$"),
        behind=tuple((qualifier, _just_behind(some(key), language)) for qualifier, key in _BEHIND),
    )


def words_behind(language: str) -> tuple[str, ...]:
    """All qualifiers that stand behind a number."""
    return tuple(word for _, key in _BEHIND for word in languages.words(language, "figures", key))


def number_ending(language: str) -> str:
    """A regular expression for what a language adds to a number, or nothing: "15'i"."""
    return f"(?:{languages.table(language, 'figures').get('number_ending', '')})?"


def _just_behind(words: Iterable[str], language: str) -> re.Pattern[str]:
    """Any of the words, right behind a number with its ending: " or more", "100'den fazla", "100人以上"."""
    if languages.is_unspaced(language):
        return re.compile(rf"\s?(?:{alternatives(words)})")
    return re.compile(rf"{number_ending(language)}\s{{1,3}}(?:{alternatives(words)})(?!\w)", re.IGNORECASE)
