"""Whether words that look like a date are one: no other word ("may"), no noun, no day that recurs, no plain number.

Takes a match of a pattern in its sentence and the language's words; looks at what stands around it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from generator.analysis.figures.counted_things import counted
from generator.analysis.figures.number_parts import SMALLEST_SCALE
from generator.analysis.figures.number_words import word_atoms
from generator.analysis.figures.units import named_unit
from generator.analysis.figures.words import figure_words
from generator.analysis.language.patterns import alternatives
from generator.analysis.language.temporal_words import TemporalWords, folded, temporal_words
from generator.analysis.time.names_like_months import is_somebody
from generator.analysis.time.spelled_years import spelled_year

# How far around an expression a word that belongs to it may end
FARTHEST_WORD = 30
# What shows that a distance counts from something beside it: how that ends before it, how it opens behind it
COUNTED_FROM = ("counted_from_endings", "counted_from_openings")


def is_plausible(sentence: str, match: re.Match[str], parts: Mapping[str, str], words: TemporalWords) -> bool:
    """False for words that only look like a date: another word ("may"), a noun, a day that recurs, a plain number."""
    if "day_word" in parts and "weekday" not in parts and not _is_adverb(sentence, match, parts["day_word"], words):
        return False
    if "spelled_year" in parts and not _is_spelled_year(sentence, match, parts, words):
        return False
    if _is_told_by_what_follows(sentence, match, parts, words):
        return False
    if parts.keys() == {"month"} and is_somebody(sentence, *match.span("month"), words.language):
        return False
    if "bare_day" in parts and _dialled(words.language).search(sentence[: match.start()]):
        return False
    return not (_recurs(sentence, match, parts, words) or _is_another_word(sentence, match, parts, words))


def _is_told_by_what_follows(
    sentence: str, match: re.Match[str], parts: Mapping[str, str], words: TemporalWords
) -> bool:
    """Whether a day or distance is told by what stands behind it: "two days before the visit"."""
    if "anchored" in parts:
        return _is_told_by_another(sentence, match, words)
    if "later" in parts or "earlier" in parts:
        # "two days before the visit" counts from the visit, not from the date named last
        return _governs(sentence[match.end("later" if "later" in parts else "earlier") :], parts, words)
    if "weekday" in parts and "next" in parts:
        return _leads_on(sentence[match.start() :], match.end() - match.start(), words)
    told = words.ahead_goes_on or not words.phrases.keys().isdisjoint(COUNTED_FROM)
    distance = parts.keys() & {"count", "counted_unit", "unit"} and not parts.keys() & {"last", "this", "next"}
    return told and bool(distance) and _counts_from_another(sentence, match, words)


def _is_another_word(sentence: str, match: re.Match[str], parts: Mapping[str, str], words: TemporalWords) -> bool:
    """Whether a season or month is written like another word and stands as that one does: "This may take a while"."""
    if parts.get("season", "").casefold() in words.phrases.get("doubtful_seasons", ()) and "before" in parts:
        # "in the fall" is autumn; "the fall of the wall" and "to fall" are not
        of_something = any(sentence.startswith(f" {word} ", match.end()) for word in words.phrases.get("year_of", ()))
        return of_something or parts["before"].casefold() not in words.phrases.get("season_prepositions", ())
    if "weekday" in parts and parts.keys() & {"last", "this", "next"}:
        # Macedonian "недела" is Sunday and a week: "last week"
        return words.units.get(parts["weekday"].casefold()) == "week"
    if parts.keys() == {"weekday"} and parts["weekday"].casefold() in folded(words.language, "doubtful_weekdays"):
        # Czech "ve středu" is on Wednesday, "ve středu města" in the centre of the town
        behind = "|".join(words.phrases.get("weekday_behind", ())) or "(?!)"
        return re.match(behind, sentence[match.end() :], re.IGNORECASE) is None
    doubtful = parts.get("month", "").casefold() in words.phrases.get("doubtful_months", ())
    if not doubtful or not set(parts) <= {"month", "last", "this", "next"}:
        return False
    if words.capitalised and not parts["month"][0].isupper():
        return True
    alone = len(parts) == 1
    return alone and not _preposition(words.language).search(sentence, max(0, match.start() - 30), match.start())


def _is_spelled_year(sentence: str, match: re.Match[str], parts: Mapping[str, str], words: TemporalWords) -> bool:
    """Whether words name a year. Alone they do only in hundreds ("neunzehnhundert…") that count nothing."""
    if spelled_year(parts["spelled_year"], words) is None:
        return False
    atoms = word_atoms(parts["spelled_year"], words.language) or ()
    in_thousands = max(atoms, default=0) >= SMALLEST_SCALE  # as an amount is said
    if parts.keys() & {"behind", "month", "season"} or ("before" in parts and not in_thousands):
        return True
    counts, position = figure_words(words.language), match.end("spelled_year")
    alone = "before" in parts or (len(atoms) > 0 and not in_thousands)
    return (
        alone
        and named_unit(sentence, position, counts.units) is None
        and counted(sentence, position, counts.things) is None
    )


def _recurs(sentence: str, match: re.Match[str], parts: Mapping[str, str], words: TemporalWords) -> bool:
    """Whether a day or month stands for many: "jeden Montag", "every other May", "am ersten Montag im Monat"."""
    names = parts.keys() & {"weekday", "month", "season", "weekend", "holiday"}
    if not names or parts.keys() & {"day", "day_name", "year", "last", "this", "next", "which", "unit"}:
        return False
    recurring, numbered = _recurring(words.language)
    before = sentence[max(0, match.start() - 40) : match.start()]
    return bool(recurring.search(before) or ("weekday" in parts and numbered.search(before)))


@lru_cache
def _recurring(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What shows before a day that it recurs ("every ", "jeden zweiten "), or that it is one of several ("ersten ")."""
    words = temporal_words(language)
    ordinal = rf"(?:{alternatives({*words.ordinals, *words.phrases.get('every_other', ())})})\s{{1,3}}"
    every = alternatives(words.phrases.get("recurring", ()))
    return (
        re.compile(rf"(?<!\w)(?:{every})\s{{1,3}}(?:{ordinal})?$", re.IGNORECASE),
        re.compile(rf"(?<!\w){ordinal}$", re.IGNORECASE),
    )


def _is_adverb(sentence: str, match: re.Match[str], word: str, words: TemporalWords) -> bool:
    """False for a noun that looks like a word for a day: "am Morgen", "de morgen"."""
    if word.casefold() not in words.days:
        return True
    previous = re.search(r"(\w+)\s{1,3}$", sentence[max(0, match.start() - 30) : match.start()])
    if previous is None:
        return True
    article = previous[1].casefold() in folded(words.language, "article")
    return not article and not word[0].isupper()


@lru_cache
def _dialled(language: str) -> re.Pattern[str]:
    """What shows before a number that it is dialled: the "appelez " of "appelez le 15"."""
    verbs = "|".join(temporal_words(language).phrases.get("dialled", ())) or "(?!)"
    return re.compile(rf"(?<!\w)(?:{verbs})\s{{1,3}}$", re.IGNORECASE)


def _leads_on(sentence: str, end: int, words: TemporalWords) -> bool:
    """Whether the last word is a preposition of what follows: "on Monday following the vote" is no next Monday."""
    preposition = sentence[:end].rsplit(maxsplit=1)[-1].casefold() in folded(words.language, "after")
    return preposition and re.match(r"\s\w", sentence[end:]) is not None


def _is_told_by_another(sentence: str, match: re.Match[str], words: TemporalWords) -> bool:
    """Whether a day is told by what stands behind it: "the day after the vote", "la veille de son départ"."""
    said = match[0].casefold().split()
    of = rf"\s{{1,3}}(?:{alternatives(words.phrases.get('beside_of', ()))})(?:\s|(?<=['’]))"
    named = " ".join(said) in words.beside and re.compile(of, re.IGNORECASE).match(sentence, match.end())
    leads = said[-1] in folded(words.language, "before", "after") and re.match(r"\s\w", sentence[match.end() :])
    return bool(named or leads)


def _governs(behind: str, parts: Mapping[str, str], words: TemporalWords) -> bool:
    """Whether a word for later or earlier has what it counts from behind it: "dopo la visita", "después de la visita".

    It has not where its phrase goes on otherwise ("después murió"), nor before what opens a clause ("dopo si dimise").
    """
    word = parts.get("later", parts.get("earlier", "")).casefold()
    phrases = [phrase.split() for phrase in folded(words.language, "before", "after")]
    endings = [phrase[1:] for phrase in phrases if phrase[0] == word]
    following = re.match(r"(\s{1,3})(\w+)", behind)
    if not endings or following is None:
        return False
    next_word = following[2].casefold()
    if next_word in folded(words.language, "clause_openers"):
        return False
    return [] in endings or any(ending[0] == next_word for ending in endings)


def _counts_from_another(sentence: str, match: re.Match[str], words: TemporalWords) -> bool:
    """Whether a distance counts from what stands beside it: "через три дня после аварии", "選挙の2日前"."""
    following = re.match(r"\s{1,3}(\w+)", sentence[match.end() : match.end() + FARTHEST_WORD])
    behind = following is not None and following[1].casefold() in folded(
        words.language, "before", "after", "counted_from_openings"
    )
    endings = "|".join(words.phrases.get("counted_from_endings", ())) or "(?!)"
    gap = r"\s{0,3}" if words.unspaced else r"\s{1,3}"
    return behind or re.search(rf"[^\s.,;:!?()«»”।](?:{endings}){gap}$", sentence[: match.start()]) is not None


@lru_cache
def _preposition(language: str) -> re.Pattern[str]:
    """A preposition that ends right before a date: the "in " of "in May"."""
    return re.compile(
        rf"\b(?:{alternatives(temporal_words(language).phrases.get('prepositions', ()))})\s{{1,3}}$", re.I
    )
