"""The words around numbers in a language: qualifiers, what joins two numbers, what makes a number no figure.

Built once per language from ``[figures]`` of its file; units have a module of their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from generator import languages
from generator.analysis.figures.joins import Joins, articles, joins, just_before
from generator.analysis.figures.number_words import number_words, word_atoms
from generator.analysis.figures.units import Units, linking, units
from generator.analysis.language.patterns import LETTERS, alternatives
from generator.analysis.language.temporal_words import temporal_words
from generator.analysis.language.words import capitalises_nouns
from generator.model import Qualifier


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
    qualifiers: tuple[tuple[Qualifier, re.Pattern[str]], ...]
    negated: re.Pattern[str]
    after_noun: re.Pattern[str]
    became: re.Pattern[str]
    qualifiers_behind: tuple[tuple[Qualifier, re.Pattern[str]], ...]
    people: frozenset[str]
    durations: frozenset[str]
    minutes: re.Pattern[str]
    years_of_age: re.Pattern[str]
    recurring: frozenset[str]
    minus_before: re.Pattern[str]
    doubtful_minus_before: re.Pattern[str]
    indefinite: frozenset[str]
    share_nouns: frozenset[str]
    no_shares: frozenset[str]
    stop_words: frozenset[str]
    noun: re.Pattern[str]
    adjective: re.Pattern[str]
    between: re.Pattern[str]
    verb: re.Pattern[str]
    behind: re.Pattern[str]
    next_word: re.Pattern[str]
    next_of_whole: re.Pattern[str]
    nouns_have_capitals: bool
    decimal_comma: bool
    unspaced: bool
    verb_last: bool
    victims: re.Pattern[str]

    def are_people(self, word: str) -> bool:
        """Whether a word is one for people, those among them that something happened to: "soldiers", "injured"."""
        return word.casefold() in self.people or (
            self.victims.fullmatch(word) is not None and not (self.nouns_have_capitals and word[0].islower())
        )


# Of what numbers count (``[counted.kinds]``), those that are people
_KINDS_OF_PEOPLE = ("dead", "injured", "missing", "arrested", "evacuated")


@lru_cache
def figure_words(language: str) -> FigureWords:
    """The words around numbers of a language; symbols and currency codes alone for a language without a file."""
    some = _listed(language)
    table = languages.table(language, "figures")
    article = linking(languages.words(language, "dates", "article"))
    owner = linking(some("definite"))
    edge = _edge(language)
    return FigureWords(
        language=language,
        units=units(language),
        joins=joins(language),
        exclusions=_exclusions(language),
        qualifiers=tuple(
            (qualifier, just_before(some(key), articles(language), edge)) for qualifier, key in _QUALIFIERS
        ),
        # "nicht" right before a qualifier: "nicht über 500 Euro"
        negated=re.compile(rf"(?<!\w)(?:{alternatives(some('not'))})\s$", re.IGNORECASE),
        # "ein Vertrag über 5 Millionen" is no more than that, "mit über 5 Millionen" is
        after_noun=re.compile(rf"\b[A-ZÄÖÜ]\w+\s(?:{alternatives(some('not_after_noun'))})\s$"),
        # What says up to what, and behind a verb of change what a number became: "снизилась до 7 %"
        became=just_before(some("became"), articles(language)),
        qualifiers_behind=tuple(
            (qualifier, _just_behind(some(key), _suffix(language), unspaced=edge == ""))
            for qualifier, key in _QUALIFIERS_BEHIND
        ),
        durations=frozenset(temporal_words(language).units),
        minutes=re.compile(alternatives(some("minutes")), re.IGNORECASE),
        years_of_age=re.compile(alternatives(_years(language)), re.IGNORECASE),
        # What comes round: "jeder zweite Freitag" is no half
        recurring=_folded((*temporal_words(language).weekdays, *temporal_words(language).months)),
        minus_before=just_before((*some("minus"), *some("doubtful_minus")), edge=edge),
        # French "moins" is a minus where a measure follows: "moins 4 degrés", not "les moins 18 ans"
        doubtful_minus_before=just_before(some("doubtful_minus")),
        indefinite=_folded(some("indefinite")),
        share_nouns=_folded(some("share_nouns")),
        no_shares=_folded(some("no_shares")),
        people=_folded(some("people")),
        stop_words=_folded(some("stop_words")),
        noun=re.compile(str(table.get("noun", _A_NOUN))),
        # What stands before a noun and is none: "12 российских солдат"
        adjective=re.compile(str(table.get("adjective", "(?!)")), re.IGNORECASE),
        # What may stand before a noun: "92 voll beladene Frachter", not "11 ersetzt Windows"
        between=re.compile(str(table.get("before_noun", ".*"))),
        # What cannot be counted behind a number: "12 погибли"
        verb=re.compile(str(table.get("verb_behind", "(?!)")), re.IGNORECASE),
        # The ending of a number in digits and a qualifier behind it: "15'i", "100'den fazla"
        behind=re.compile(
            rf"{_suffix(language)}(?:\s(?P<qualifier>{alternatives(_behind(language))})(?!\w))?", re.IGNORECASE
        ),
        # The word behind a number, past an "of": " Menschen", " de personnes"
        next_word=re.compile(rf"[ \u00a0](?:{linking(some('unit_of'))})?{_A_WORD}"),
        # The word behind a part, past an "of" and an article: " des voix", " of the votes", " of its capacity"
        next_of_whole=re.compile(rf"[ \u00a0](?:(?:{linking(some('of'))})(?:{article}|{owner})?)?{_A_WORD}"),
        nouns_have_capitals=capitalises_nouns(language),
        decimal_comma=number_words(language).decimal_comma,
        unspaced=languages.is_unspaced(language),
        verb_last=bool(table.get("verb_last", False)),
        victims=_victims(language),
    )


def counted(
    sentence: str, position: int, words: FigureWords, reach: int = 3, *, part: bool = False
) -> re.Match[str] | None:
    """The thing counted: the first word behind a number that looks like a noun, among the next ``reach`` words.

    ``part``: the number is a part of something, which an "of the" may introduce.
    """
    behind = words.behind.match(sentence, position)
    ended = behind is not None and behind[0] and not behind["qualifier"]
    if words.unspaced or ended:
        return None  # "1200人", where counters alone tell; a number with an ending counts nothing: "268'ini kazandı"
    position = behind.end() if behind else position
    adjective: re.Match[str] | None = None
    for _ in range(reach):
        word = (words.next_of_whole if part else words.next_word).match(sentence, position)
        if word is None or _ends_the_search(word[1], words):
            return adjective
        found = _WORD.match(sentence, word.start(1))
        if words.are_people(word[1]) or words.minutes.fullmatch(word[1]):
            return found
        if words.noun.fullmatch(word[1]):
            if not words.adjective.fullmatch(word[1]):
                return found
            adjective = adjective or found
        elif adjective or not words.between.fullmatch(word[1]):
            return adjective
        position = word.end()
    return adjective


def _ends_the_search(word: str, words: FigureWords) -> bool:
    """Whether nothing is counted at or behind a word: a preposition, a verb; not "US", which looks like "us"."""
    stops = word.casefold() in words.stop_words and not (word.isupper() and len(word) > 1)
    if any(letter.isdigit() for letter in word):
        return True  # "20 و30"
    if word[0].islower() and word_atoms(word, words.language):
        return True  # "auf der L 3124 zwei Motorradfahrer"
    return stops or words.verb.fullmatch(word) is not None


_A_WORD = rf"([^\W\d_][{LETTERS}’'-]*)"
_WORD = re.compile(rf"[{LETTERS}’'-]+")
_A_NOUN = rf"[^\W\d_](?:(?![\d_])[{LETTERS}])+(?:-[^\W\d_]{{2,}})*"
# The longer words first: "just under" is nearly, "under" is less
_QUALIFIERS = (
    (Qualifier.AT_LEAST, "at_least"),
    (Qualifier.AT_MOST, "at_most"),
    (Qualifier.NEARLY, "nearly"),
    (Qualifier.MORE_THAN, "more_than"),
    (Qualifier.LESS_THAN, "less_than"),
    (Qualifier.ABOUT, "about"),
)


# Behind the number or its unit: "or more", "100'den fazla kişi", "500 bin liraya kadar"
_QUALIFIERS_BEHIND = (
    (Qualifier.AT_LEAST, "or_more"),
    (Qualifier.MORE_THAN, "more_than_behind"),
    (Qualifier.LESS_THAN, "less_than_behind"),
    (Qualifier.NEARLY, "nearly_behind"),
    (Qualifier.AT_MOST, "at_most_behind"),
    (Qualifier.ABOUT, "about_behind"),
)


def _victims(language: str) -> re.Pattern[str]:
    """The words for those who died, were hurt, are missing, were arrested or brought to safety."""
    kinds = languages.mapping(language, "counted", "kinds")
    listed = [str(form) for kind in _KINDS_OF_PEOPLE for form in _forms(kinds.get(kind, ()))]
    return re.compile("|".join(listed) or "(?!)", re.IGNORECASE)


def _forms(listed: object) -> Iterable[object]:
    return listed if isinstance(listed, list) else ()


def _behind(language: str) -> tuple[str, ...]:
    return tuple(word for _, key in _QUALIFIERS_BEHIND for word in languages.words(language, "figures", key))


def _suffix(language: str) -> str:
    """What a language adds to a number: "15'i"."""
    return f"(?:{languages.table(language, 'figures').get('number_ending', '')})?"


def _listed(language: str) -> Callable[[str], tuple[str, ...]]:
    return lambda key: languages.words(language, "figures", key)


def _years(language: str) -> tuple[str, ...]:
    """The words for years."""
    return tuple(word for word, unit in temporal_words(language).units.items() if unit == "year")


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.casefold() for word in words)


def _edge(language: str) -> str:
    """What must stand before a word: no letter, but where words have no spaces."""
    return "" if languages.is_unspaced(language) else r"(?<!\w)"


def _just_behind(words: Iterable[str], suffix: str, *, unspaced: bool) -> re.Pattern[str]:
    """Any of the words, right behind a number with its ending: " or more", "100'den fazla", "100人以上"."""
    if unspaced:
        return re.compile(rf"\s?(?:{alternatives(words)})")
    return re.compile(rf"{suffix}\s{{1,3}}(?:{alternatives(words)})(?!\w)", re.IGNORECASE)


def _exclusions(language: str) -> Exclusions:
    some, ancient = _listed(language), languages.words(language, "dates", "before_our_era")
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
        label_before=just_before(some("labels"), edge=_edge(language)),
        # "1325 sayılı karar", "10 Downing Street"
        label_after=re.compile(
            rf",?\s(?:[A-ZÄÖÜ]\w+\s)?(?:{alternatives(some('labels_after'))})(?!\w)|\s?(?:{alternatives(ancient)})(?!\w)"
        ),
        # A word near which a number that counts nothing is there to be dialled, paid to or written to
        contact=re.compile(rf"(?<!\w)(?:{alternatives(some('contacts'))})(?!\w)", re.IGNORECASE),
        vague_before=just_before(some("vague"), edge=_edge(language)),
        # "the two men", "die zwei Frauen": the reader knows them; not ", die zwei Frauen trafen"
        known_before=re.compile(rf"(?<![\w,])(?<!,\s)(?:{alternatives(some('definite'))})\s$", re.IGNORECASE),
    )
