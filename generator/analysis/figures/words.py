"""The words around numbers in a language, above all what makes one no figure; built from ``[figures]`` of its file.

Units, qualifiers, things counted and what joins two numbers have modules of their own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache, partial

from generator import languages
from generator.analysis.figures.counted_things import ThingWords, thing_words
from generator.analysis.figures.joins import Joins, articles, edge_of_word, joins, just_before
from generator.analysis.figures.number_words import number_words
from generator.analysis.figures.qualifiers import Qualifiers, qualifiers
from generator.analysis.figures.units import Units, units
from generator.analysis.language.patterns import alternatives
from generator.analysis.language.temporal_words import temporal_words
from generator.analysis.language.words import in_small_letters


@dataclass(frozen=True, slots=True)
class Exclusions:
    """What stands before or behind a number that is no figure: a time, an age, a name, a telephone number."""

    time_after: re.Pattern[str]
    time_before: re.Pattern[str]
    age_after: re.Pattern[str]
    age_before: re.Pattern[str]
    bare_age: re.Pattern[str]
    ordinal_before: re.Pattern[str]
    label_before: re.Pattern[str]
    label_after: re.Pattern[str]
    contact: re.Pattern[str]
    vague_before: re.Pattern[str]
    known_before: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class FigureWords:
    """Regular expressions and tables around the numbers of a language."""

    language: str
    units: Units
    joins: Joins
    exclusions: Exclusions
    qualifiers: Qualifiers
    things: ThingWords
    became: re.Pattern[str]
    durations: frozenset[str]
    years_of_age: re.Pattern[str]
    recurring: frozenset[str]
    minus_before: re.Pattern[str]
    doubtful_minus_before: re.Pattern[str]
    indefinite: frozenset[str]
    share_nouns: frozenset[str]
    no_shares: frozenset[str]
    decimal_comma: bool
    unspaced: bool
    verb_last: bool


@lru_cache
def figure_words(language: str) -> FigureWords:
    """The words around numbers of a language; symbols and currency codes alone for a language without a file."""
    some, times = partial(languages.words, language, "figures"), temporal_words(language)
    return FigureWords(
        language=language,
        units=units(language),
        joins=joins(language),
        exclusions=_exclusions(language),
        qualifiers=qualifiers(language),
        things=thing_words(language),
        # What says up to what, and behind a verb of change what a number became: "снизилась до 7 %"
        became=just_before(some("became"), articles(language)),
        durations=frozenset(times.units),
        years_of_age=re.compile(
            alternatives(word for word, unit in times.units.items() if unit == "year"), re.IGNORECASE
        ),
        # What comes round: "jeder zweite Freitag" is no half
        recurring=in_small_letters((*times.weekdays, *times.months)),
        minus_before=just_before((*some("minus"), *some("doubtful_minus")), edge=edge_of_word(language)),
        # French "moins" is a minus where a measure follows: "moins 4 degrés", not "les moins 18 ans"
        doubtful_minus_before=just_before(some("doubtful_minus")),
        indefinite=in_small_letters(some("indefinite")),
        share_nouns=in_small_letters(some("share_nouns")),
        no_shares=in_small_letters(some("no_shares")),
        decimal_comma=number_words(language).decimal_comma,
        unspaced=languages.is_unspaced(language),
        verb_last=bool(languages.table(language, "figures").get("verb_last", False)),
    )


def _exclusions(language: str) -> Exclusions:
    some, ancient = partial(languages.words, language, "figures"), languages.words(language, "dates", "before_our_era")
    return Exclusions(
        # What makes a number a time of day: "15 Uhr", "8 p.m.", "14h30"
        time_after=re.compile(rf"\s?(?:(?:{alternatives(some('times'))})(?!\w)|[:h]\s?\d\d)", re.IGNORECASE),
        # "alle 23", "a las 8": an hour, if it counts nothing
        time_before=just_before(some("times_before")),
        age_after=re.compile(rf"\s?-?\s?(?:{alternatives(some('ages'))})", re.IGNORECASE),
        # "a los 90 años", "who was 78"
        age_before=just_before((*some("ages_before"), *some("bare_ages_before"))),
        bare_age=just_before(some("bare_ages_before")),
        # "erst in der 58."
        ordinal_before=just_before(some("ordinals_after")),
        label_before=just_before(some("labels"), edge=edge_of_word(language)),
        # "1325 sayılı karar", "10 Downing Street"
        label_after=re.compile(
            rf",?\s(?:[A-ZÄÖÜ]\w+\s)?(?:{alternatives(some('labels_after'))})(?!\w)|\s?(?:{alternatives(ancient)})(?!\w)"
        ),
        # A word near which a number that counts nothing is there to be dialled, paid to or written to
        contact=re.compile(rf"(?<!\w)(?:{alternatives(some('contacts'))})(?!\w)", re.IGNORECASE),
        vague_before=just_before(some("vague"), edge=edge_of_word(language)),
        # "the two men", "die zwei Frauen": the reader knows them; not ", die zwei Frauen trafen"
        known_before=re.compile(rf"(?<![\w,])(?<!,\s)(?:{alternatives(some('definite'))})\s$", re.IGNORECASE),
    )
