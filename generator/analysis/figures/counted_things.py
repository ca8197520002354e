"""What a number counts: the noun behind it, which a language's file helps to tell from other words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from generator import languages
from generator.analysis.figures.number_words import word_atoms
from generator.analysis.figures.qualifiers import number_ending, words_behind
from generator.analysis.figures.units import linking
from generator.analysis.language.patterns import LETTERS, alternatives
from generator.analysis.language.words import capitalises_nouns, in_small_letters

# Of what numbers count (``[counted.kinds]``), those that are people
_KINDS_OF_PEOPLE = ("dead", "injured", "missing", "arrested", "evacuated")
_A_WORD = rf"([^\W\d_][{LETTERS}’'-]*)"  # "Menschen", "d'euros"
_WORD = re.compile(rf"[{LETTERS}’'-]+")  # the same, to find where it ends
_A_NOUN = rf"[^\W\d_](?:(?![\d_])[{LETTERS}])+(?:-[^\W\d_]{{2,}})*"  # "votes", "Kilowatt-Anlagen"


@dataclass(frozen=True, slots=True)
class ThingWords:
    """What tells the thing counted from other words: ``people`` and ``victims`` are counted whatever they look like."""

    language: str
    people: frozenset[str]
    victims: re.Pattern[str]
    minutes: re.Pattern[str]
    stop_words: frozenset[str]
    noun: re.Pattern[str]
    adjective: re.Pattern[str]
    between: re.Pattern[str]
    verb: re.Pattern[str]
    behind: re.Pattern[str]
    next_word: re.Pattern[str]
    next_of_whole: re.Pattern[str]
    nouns_have_capitals: bool
    unspaced: bool

    def are_people(self, word: str) -> bool:
        """Whether a word is one for people, those among them that something happened to: "soldiers", "injured"."""
        return word.casefold() in self.people or (
            self.victims.fullmatch(word) is not None and not (self.nouns_have_capitals and word[0].islower())
        )


def thing_words(language: str) -> ThingWords:
    """What is known of the things that a language counts."""
    some, table = partial(languages.words, language, "figures"), languages.table(language, "figures")
    article, owner = linking(languages.words(language, "dates", "article")), linking(some("definite"))
    return ThingWords(
        language=language,
        people=in_small_letters(some("people")),
        victims=_victims(language),
        minutes=re.compile(alternatives(some("minutes")), re.IGNORECASE),
        stop_words=in_small_letters(some("stop_words")),
        noun=re.compile(str(table.get("noun", _A_NOUN))),
        # What stands before a noun and is none: "12 российских солдат"
        adjective=re.compile(str(table.get("adjective", "(?!)")), re.IGNORECASE),
        # What may stand before a noun: "92 voll beladene Frachter", not "11 ersetzt Windows"
        between=re.compile(str(table.get("before_noun", ".*"))),
        # What cannot be counted behind a number: "12 погибли"
        verb=re.compile(str(table.get("verb_behind", "(?!)")), re.IGNORECASE),
        # The ending of a number in digits and a qualifier behind it: "15'i", "100'den fazla"
        behind=re.compile(
            rf"{number_ending(language)}(?:\s(?P<qualifier>{alternatives(words_behind(language))})(?!\w))?",
            re.IGNORECASE,
        ),
        # The word behind a number, past an "of": " Menschen", " de personnes"
        next_word=re.compile(rf"[ \u00a0](?:{linking(some('unit_of'))})?{_A_WORD}"),
        # The word behind a part, past an "of" and an article: " des voix", " of the votes", " of its capacity"
        next_of_whole=re.compile(rf"[ \u00a0](?:(?:{linking(some('of'))})(?:{article}|{owner})?)?{_A_WORD}"),
        nouns_have_capitals=capitalises_nouns(language),
        unspaced=languages.is_unspaced(language),
    )


def counted(
    sentence: str, position: int, words: ThingWords, reach: int = 3, *, part: bool = False
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


def _ends_the_search(word: str, words: ThingWords) -> bool:
    """Whether nothing is counted at or behind a word: a preposition, a verb; not "US", which looks like "us"."""
    stops = word.casefold() in words.stop_words and not (word.isupper() and len(word) > 1)
    if any(letter.isdigit() for letter in word):
        return True  # "20 و30"
    if word[0].islower() and word_atoms(word, words.language):
        return True  # "auf der L 3124 zwei Motorradfahrer"
    return stops or words.verb.fullmatch(word) is not None


def _victims(language: str) -> re.Pattern[str]:
    """The words for those who died, were hurt, are missing, were arrested or brought to safety."""
    kinds = languages.mapping(language, "counted", "kinds")
    listed = [str(form) for kind in _KINDS_OF_PEOPLE for form in _forms(kinds.get(kind, ()))]
    return re.compile("|".join(listed) or "(?!)", re.IGNORECASE)


def _forms(listed: object) -> Iterable[object]:
    return listed if isinstance(listed, list) else ()
