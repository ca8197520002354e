"""Years that stand alone or in pairs: "2014", "im Jahr 2016", "2009-2011", and whether they belong to a name.

A number that counts or measures is none ("von 1200 Tonnen"), nor is the number of a decree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from generator import languages
from generator.analysis.figures.units import named_unit
from generator.analysis.figures.words import FigureWords, counted, figure_words
from generator.analysis.language.patterns import alternatives
from generator.analysis.language.temporal_words import TemporalWords, folded, lowered, temporal_words
from generator.analysis.language.words import capitalises_nouns
from generator.analysis.time.expression import Expression

FIRST_LIKELY_YEAR = 1900
FARTHEST_NAME = 60

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
# Titles are given in this language in any other: "Fit for 2030"
LANGUAGE_OF_TITLES = "en"
# Up to four words of a title before its year, and what closes it behind: „Fit für …“, "Ready by …"
_TITLE = re.compile(r"[^\W_]\s[„“”«»\"]\s?(?=[^\W\d_])(?:(?![a-zà-ÿа-я])\w[\w’-]*)\s(?:[\w’-]+\s){0,3}$")
_TITLE_END = re.compile(r"\d{4}\s?[“”»«\"]")


def years(sentence: str, words: TemporalWords) -> Iterator[Expression]:
    """The years of a sentence that are no part of a longer date."""
    cues, made = _year_cues(words.language), _made_then(sentence, words.language)
    ancient = _before_our_era(words.language)
    for match in _YEARS.finditer(sentence):
        if ancient.match(sentence, match.end()):
            continue
        first, second = match[1], match[3] if len(match[3]) == 4 else match[1][:2] + match[3]
        if words.first_year <= int(first) < int(second):
            event = _tells_when(sentence, match, cues[0], words) and not _in_a_name(sentence, match.start(), words)
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
        named = _is_part_of_a_name(sentence, match, before, words)
        event = (cue is not None or listed or not _in_a_name(sentence, match.start(), words)) and not named
        yield Expression(start, match.end(), "year", {"year": match[1]}, names_event=event)


def _early_years(sentence: str, words: TemporalWords) -> Iterator[Expression]:
    """Years of three digits: beside the word for a year, or behind the "in" of "In 987 the …" and "founded in 987"."""
    year_word = _year_cues(words.language)[0]
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
    thing = counted(sentence, match.end(), words)
    likely_year = int(match[1]) >= FIRST_LIKELY_YEAR and int(match[1]) % 100 != 0
    return unit is not None or (thing is not None and (not likely_year or words.are_people(thing[0])))


def is_link(between: str, words: TemporalWords) -> bool:
    """Whether words between two years only join them: "2014 und 2016"."""
    return " ".join(between.strip(" ,\n").casefold().split()) in {"", "-", "–"} | folded(
        words.language, "and_words", "range_words"
    )


@lru_cache
def _year_cues(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What shows before a number that it is a year ("seit ", "im Jahr "), and behind it that it is a count."""
    words = temporal_words(language)
    year_word = rf"(?P<kept>(?<!\w)(?:{alternatives(words.phrases.get('year_words', ()))})\s{{1,3}})?"
    links = {*words.phrases.get("and_words", ()), *words.phrases.get("article", ())}
    leading = alternatives({*words.phrases.get("prepositions", ()), *words.phrases.get("parts", ())} - links)
    before = re.compile(rf"(?:(?<!\w)(?:{leading})\s{{1,3}}|[(]\s?|(?<!\w)(?=\w)){year_word}$", re.IGNORECASE)
    return before, re.compile(rf"\s{{1,3}}(?:{alternatives(words.phrases.get('counted', ()))})\b", re.IGNORECASE)


def _is_bare_year(match: re.Match[str], sentence: str, words: TemporalWords) -> bool:
    """Whether a number without a preposition is a year: this or last century's, not round, counting nothing."""
    year = int(match[1])
    if not 1900 <= year <= 2100 or year % 100 == 0:
        return False
    return not _year_cues(words.language)[1].match(sentence, match.end())


def _is_part_of_a_name(sentence: str, year: re.Match[str], before: str, words: TemporalWords) -> bool:
    """Whether a year belongs to a name, whatever stands before it."""
    titled = _ends_a_title(sentence, year.start()) or _meant_for(words.language).search(before) is not None
    titled = titled or is_of_games(sentence, year.start(), year.end(), words)
    return titled or _opens_a_name(sentence, year, before, words) or _is_epithet(sentence, year, before, words)


@lru_cache
def _meant_for(language: str) -> re.Pattern[str]:
    """What says before a year that something is meant for it: the "für das Jahr " of a plan or a title's "for "."""
    words = temporal_words(language).phrases
    year_word = alternatives(words.get("year_words", ()))
    own = alternatives(words.get("meant_for", ()))
    title = alternatives(temporal_words(LANGUAGE_OF_TITLES).phrases.get("meant_for", ()))
    return re.compile(
        rf"(?<!\w)(?:(?i:{own})\s(?:[^\W\d_]{{1,3}}\s)?(?:(?i:{year_word})\s)?|[^\W\d_]*[A-Z]\w*\s(?:{title})\s)$"
    )


def _opens_a_name(sentence: str, year: re.Match[str], before: str, words: TemporalWords) -> bool:
    """Whether a name begins with a year: "the 2024 Olympics", "2026 Dünya Kupası", "the 2025 budget"."""
    opened = re.search(rf"(?<!\w)(?:{alternatives(words.phrases.get('before_name', ()))})\s$", before, re.IGNORECASE)
    following = re.match(r"\s([^\W\d_]\w+)", sentence[year.end() : year.end() + FARTHEST_NAME])
    if following is None:
        return False
    capital = following[1][0].isupper() and lowered(following[1]) not in words.months
    planned = lowered(following[1]) in folded(words.language, "programme_nouns")
    return (capital or planned) and (opened is not None or words.year_first)


def _is_epithet(sentence: str, year: re.Match[str], before: str, words: TemporalWords) -> bool:
    """Whether a year only says which champion is meant: "der Meister von 2022", "the 2014 World Cup winners"."""
    ahead, behind, onwards = _epithets(words.language)
    if ahead.search(before):
        return onwards.match(sentence, year.end()) is None
    titled = behind.match(sentence, year.end())
    dated = _year_cues(words.language)[0].search(before)
    previous = before.casefold().split()[-1:]
    return titled is not None and (dated is None or set(previous) <= folded(words.language, "before_name"))


@lru_cache
def _epithets(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A champion before a year ("Meister von ") and behind it (" World Cup winner"), what makes it a term of office."""
    some = temporal_words(language).phrases.get
    titles, linked = "|".join(some("epithets", ())) or "(?!)", alternatives(some("epithet_of", ()))
    behind = "|".join(some("epithets_behind", ())) or "(?!)"
    onwards = alternatives({*some("range_words", ()), *some("and_words", ())})
    return (
        re.compile(rf"(?<!\w)(?:{titles})\s{{1,3}}(?:(?:[^\W\d_]+\s{{1,3}})?(?:{linked})\s{{1,3}})?$", re.IGNORECASE),
        re.compile(rf"\s{{1,3}}(?:[\w’'-]+\s{{1,3}}){{0,2}}?(?:{behind})(?!\w)", re.IGNORECASE),
        re.compile(rf"\s{{1,3}}(?:{onwards})\s{{1,3}}\d", re.IGNORECASE),
    )


def _in_a_name(sentence: str, position: int, words: TemporalWords) -> bool:
    """Whether years belong to the name before them: "KI-Strategie 2025–2028", "Agenda 2030".

    Where all nouns are capitalised, a noun is a name if it is a compound with a hyphen, an abbreviation in capitals,
    quoted, or the last of several capitalised words.
    """
    before = sentence[max(0, position - FARTHEST_NAME) : position]
    previous = re.search(r"([\w’'-]+)([”“\"’»+®]?)\s{1,3}$", before)
    if previous is None:
        return False
    word = re.sub(r"^\w{1,4}['’](?=\w)", "", previous[1])  # "L'Agenda 2030"
    if word.casefold() in folded(words.language, "programme_words", "programme_nouns"):
        return word[0].isupper() or word.casefold() in folded(words.language, "programme_nouns")
    if word == previous[1] and position <= FARTHEST_NAME and previous.start() == 0 and not previous[2]:
        return _opens_as_a_name(word, sentence, position, words)
    times = words.full_months.keys() | words.seasons.keys() | folded(words.language, "period_words")
    if not word[0].isupper() or word.casefold() in times:  # "im Geschäftsjahr 2023/24"
        return False
    if not capitalises_nouns(words.language):
        return True
    several = re.search(r"[A-ZÄÖÜ][\w’'-]+\s$", before[: previous.start()])
    opened = len(re.findall(r"[„“\"»]", before)) % 2 == 1
    return "-" in word or word.isupper() or bool(previous[2]) or several is not None or opened


def is_of_games(sentence: str, start: int, end: int, words: TemporalWords) -> bool:
    """Whether a season or year only says which games are meant: "Giochi invernali 2026", "2026 Kış Olimpiyatları"."""
    before, behind = _games(words.language)
    return before.search(sentence, max(0, start - FARTHEST_NAME), start) is not None or (
        words.year_first and behind.match(sentence, end) is not None
    )


@lru_cache
def _games(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Games right before a year, but for a word that says which ("invernali "), and behind it."""
    words = temporal_words(language)
    listed = alternatives(words.phrases.get("games", ()))
    leads = alternatives({*words.phrases.get("prepositions", ()), *words.phrases.get("year_words", ())})
    return (
        re.compile(rf"(?<!\w)(?:{listed})\s(?:(?!(?:{leads})\s)[\w’'-]+\s|d[e'’]\s?)?$"),
        re.compile(rf"\s(?:\w+\s)?(?:{listed})(?!\w)"),
    )


def _ends_a_title(sentence: str, position: int) -> bool:
    """Whether a year is the last of a few words between marks that begin with a capital: „Bereit bis 2030“."""
    title = _TITLE.search(sentence, max(0, position - FARTHEST_NAME), position)
    return title is not None and _TITLE_END.match(sentence, position) is not None


def _opens_as_a_name(word: str, sentence: str, position: int, words: TemporalWords) -> bool:
    """Whether a sentence opens with a name and its years: "Tokyo 2020".

    Its first word always has a capital ("Erst 1991"): where all nouns have one, nothing tells a name from it.
    """
    named = word[0].isupper() and not (capitalises_nouns(words.language) or words.year_first)
    leads = word.casefold() in _leading_words(words.language)
    return named and not leads and not _year_word(words.language).match(sentence, position)


@lru_cache
def _year_word(language: str) -> re.Pattern[str]:
    """One or two years with the word for them behind: "2018 и 2024 годов"."""
    words = temporal_words(language)
    linked = alternatives(words.phrases.get("and_words", ()))
    named = alternatives({*words.phrases.get("year_words", ()), *(n for n, u in words.units.items() if u == "year")})
    return re.compile(rf"\d{{4}}(?:\s(?:{linked})\s\d{{4}})?\s(?:{named})(?!\w)", re.IGNORECASE)


@lru_cache
def _leading_words(language: str) -> frozenset[str]:
    """Words that only lead on to a year that opens a sentence: the "But" of "But 2023 was …"."""
    words = temporal_words(language)
    lists = ("prepositions", "parts", "year_words", "and_words", "range_words", "article", "last", "this", "next")
    tables = (("words", "function_words"), ("words", "leaning"), ("segmentation", "openers"))
    listed = {word.casefold() for table in tables for word in languages.words(language, *table)}
    counts = figure_words(language).stop_words
    return folded(language, *lists) | counts | listed | words.months.keys() | words.seasons.keys()
