"""Years that stand alone or in pairs: "2014", "im Jahr 2016", "2009-2011"; those of names are no events.

A number that counts or measures is none ("von 1200 Tonnen"), nor is the number of a decree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from generator.analysis.figures.counted_things import counted
from generator.analysis.figures.units import named_unit
from generator.analysis.figures.words import FigureWords, figure_words
from generator.analysis.language.patterns import alternatives
from generator.analysis.language.temporal_words import TemporalWords, folded, temporal_words
from generator.analysis.time.expression import Expression
from generator.analysis.time.years_in_names import FARTHEST_NAME, is_in_a_name, is_part_of_a_name, year_cues

FIRST_LIKELY_YEAR = 1900

# A year that stands alone, or two joined: "2014", "2009-2011", "2016/17"; "’14" is none, nor is "n° 2021-1104"
_YEAR = re.compile(
    r"(?<![\w.,/:+–-])(?<!№\s)(?<!№)(?<!°\s)(?<!°)(?<!#)"
    r"(1\d{3}|20\d\d)(?![\w%°€$£]|[.,:]\d|\s?[-–/]\s?\d{1,2}\b|[-–/]\d)"
)
_YEARS = re.compile(
    r"(?<![\w.,/:+–-])(1\d{3}|20\d\d)(?P<mark>\s?[-–/]\s?)(1\d{3}|20\d\d|\d{2})(?![\w%°€$£]|[.,:/]\d|[-–]\d)"
)
# A year before 1000: "In 987 the abbey …", "im Jahr 843"
_EARLY_YEAR = re.compile(r"(?<![\w.,/:+–-])(?P<number>[1-9]\d\d)(?![\w%°€$£]|[.,:]\d|\s?[-–/]\s?\d)")


def years(sentence: str, words: TemporalWords) -> Iterator[Expression]:
    """The years of a sentence that are no part of a longer date."""
    cues, made = year_cues(words.language), _made_then(sentence, words.language)
    ancient = _before_our_era(words.language)
    for match in _YEARS.finditer(sentence):
        if ancient.match(sentence, match.end()):
            continue
        first, second = match[1], match[3] if len(match[3]) == 4 else match[1][:2] + match[3]
        if words.first_year <= int(first) < int(second):
            event = _tells_when(sentence, match, cues[0], words) and not is_in_a_name(sentence, match.start(), words)
            yield Expression(*match.span(), "year", {"year": second}, value=f"{first}/{second}", names_event=event)
    yield from _early_years(sentence, words)
    language_words, last_end = figure_words(words.language), -1
    for match in _YEAR.finditer(sentence):
        before = sentence[max(0, match.start() - 40) : match.start()]
        if ancient.match(sentence, match.end()) or int(match[1]) < words.first_year:
            continue
        if _document_number(words.language).search(before):
            continue
        cue = cues[0].search(before)
        shown = match.start() in made or bool(cue and cue["kept"])
        if not shown and _counts(sentence, match, language_words):
            continue
        listed = last_end >= 0 and is_link(sentence[last_end : match.start()], words)
        if cue is None and not (shown or listed) and not _is_bare_year(match, sentence, words):
            continue
        last_end = match.end()
        start = match.start() - (len(before) - cue.start("kept")) if cue and cue["kept"] else match.start()
        named = is_part_of_a_name(sentence, match, before, words)
        event = (cue is not None or listed or not is_in_a_name(sentence, match.start(), words)) and not named
        yield Expression(start, match.end(), "year", {"year": match[1]}, names_event=event)


def _early_years(sentence: str, words: TemporalWords) -> Iterator[Expression]:
    """Years of three digits: beside the word for a year, or behind the "in" of "In 987 the …" and "founded in 987"."""
    year_word = year_cues(words.language)[0]
    opening, ending, following = _around_early_years(words.language)
    for match in _EARLY_YEAR.finditer(sentence):
        if _before_our_era(words.language).match(sentence, match.end()):
            continue
        before = sentence[max(0, match.start() - 40) : match.start()]
        cue = year_word.search(before)
        named = bool(cue and cue["kept"]) or following["year"].match(sentence, match.end()) is not None
        led = opening.fullmatch(before) and following["rest"].match(sentence, match.end())
        told = led or (ending.search(before) and following["end"].match(sentence, match.end()))
        in_years = named or (told and not _counts(sentence, match, figure_words(words.language)))
        if in_years and int(match["number"]) >= words.first_year:
            yield Expression(match.start(), match.end(), "year", {"year": f"0{match['number']}"})


@lru_cache
def _before_our_era(language: str) -> re.Pattern[str]:
    """What says behind a year that it was before the first: " v. Chr."."""
    listed = temporal_words(language).phrases.get("before_our_era", ())
    return re.compile(rf"\s?(?:{alternatives(listed)})(?!\w)")


@lru_cache
def _around_early_years(language: str) -> tuple[re.Pattern[str], re.Pattern[str], Mapping[str, re.Pattern[str]]]:
    """What stands before three digits that are a year, at the start of a sentence or not, and what behind them.

    Behind them a word for the year ("roku"), an article or a comma ("In 987 the …", "En 843, …"), or an end.
    """
    phrases = temporal_words(language).phrases
    leading = alternatives(phrases.get("before_early_year", ()))
    verbs = alternatives(phrases.get("early_year_verbs", ()))
    article = alternatives(phrases.get("article", ()))
    # Where the verb stands right behind the year: "In 768 stierf Pepijn"
    told = "|".join(phrases.get("told_behind", ())) or "(?!)"
    behind = {
        "year": rf"\s(?:{alternatives(phrases.get('behind_early_year', ()))})(?!\w)",
        "rest": rf"\s(?:{article})(?!\w)|,(?!\s?\d)|\s(?:{told})(?!\w)",
        "end": r"\s?[.,;)](?!\s?\d)",
    }
    return (
        re.compile(rf"\W*(?:{leading})\s", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{verbs})\s(?:{leading})\s$", re.IGNORECASE),
        {name: re.compile(pattern, re.IGNORECASE) for name, pattern in behind.items()},
    )


def _tells_when(sentence: str, years: re.Match[str], cue: re.Pattern[str], words: TemporalWords) -> bool:
    """Whether two joined years say when something was: "in 2014-2016", "nel biennio 2023-2024".

    Behind another noun they only say which: "la programmation militaire 2024-2030".
    """
    before = sentence[max(0, years.start() - FARTHEST_NAME) : years.start()]
    previous = re.search(r"([^\W\d_]+)[+®]?\s{1,3}$", before)
    if previous is None or cue.search(before):
        return True
    word = previous[1].casefold()
    return word in folded(words.language, "period_words", "year_words") or words.units.get(word) == "year"


@lru_cache
def _document_number(language: str) -> re.Pattern[str]:
    """What shows before a number that it is a decree's: "Nr. ", "No. "."""
    listed = temporal_words(language).phrases.get("document_numbers", ())
    return re.compile(rf"(?<!\w)(?:{alternatives(listed)})\s?$", re.IGNORECASE)


def _made_then(sentence: str, language: str) -> frozenset[int]:
    """Where a number tells the year in which something was made: "das 1892 eingeweihte Rathaus"."""
    patterns = _participles(language)
    return frozenset(found.start("year") for pattern in patterns for found in pattern.finditer(sentence))


@lru_cache
def _participles(language: str) -> tuple[re.Pattern[str], ...]:
    written = temporal_words(language).phrases.get("made_in_year", ())
    return tuple(
        re.compile(rf"(?<!\w)(?:{pattern})(?!\w)".replace("{year}", r"(?P<year>1\d{3}|20\d\d)"), re.IGNORECASE)
        for pattern in written
    )


def _counts(sentence: str, match: re.Match[str], words: FigureWords) -> bool:
    """Whether a number like a year counts or measures: "von 1200 Tonnen", "in 1500 Fällen"."""
    unit = named_unit(sentence, match.end(), words.units)
    thing = counted(sentence, match.end(), words.things)
    likely_year = int(match[1]) >= FIRST_LIKELY_YEAR and int(match[1]) % 100 != 0
    return unit is not None or (thing is not None and (not likely_year or words.things.are_people(thing[0])))


def is_link(between: str, words: TemporalWords) -> bool:
    """Whether words between two years only join them: "2014 und 2016"."""
    return " ".join(between.strip(" ,\n").casefold().split()) in {"", "-", "–"} | folded(
        words.language, "and_words", "range_words"
    )


def _is_bare_year(match: re.Match[str], sentence: str, words: TemporalWords) -> bool:
    """Whether a number without a preposition is a year: this or last century's, not round, counting nothing."""
    year = int(match[1])
    if not 1900 <= year <= 2100 or year % 100 == 0:
        return False
    return not year_cues(words.language)[1].match(sentence, match.end())
