"""Whether a year belongs to a name and tells no time: "Agenda 2030", "the 2024 Olympics", "der Meister von 2022".

Takes a sentence, where the year stands in it, and the language's words for times.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator import languages
from generator.analysis.figures.words import figure_words
from generator.analysis.language.patterns import alternatives
from generator.analysis.language.temporal_words import TemporalWords, folded, lowered, temporal_words
from generator.analysis.language.words import capitalises_nouns

# A name stands no further before its year, in characters
FARTHEST_NAME = 60
# Titles are given in this language in any other: "Fit for 2030"
LANGUAGE_OF_TITLES = "en"
# Up to four words of a title before its year, and what closes it behind: „Fit für …“, "Ready by …"
_TITLE = re.compile(r"[^\W_]\s[„“”«»\"]\s?(?=[^\W\d_])(?:(?![a-zà-ÿа-я])\w[\w’-]*)\s(?:[\w’-]+\s){0,3}$")
_TITLE_END = re.compile(r"\d{4}\s?[“”»«\"]")


@lru_cache
def year_cues(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What shows before a number that it is a year ("seit ", "im Jahr "), and behind it that it is a count."""
    words = temporal_words(language)
    year_word = rf"(?P<kept>(?<!\w)(?:{alternatives(words.phrases.get('year_words', ()))})\s{{1,3}})?"
    links = {*words.phrases.get("and_words", ()), *words.phrases.get("article", ())}
    leading = alternatives({*words.phrases.get("prepositions", ()), *words.phrases.get("parts", ())} - links)
    before = re.compile(rf"(?:(?<!\w)(?:{leading})\s{{1,3}}|[(]\s?|(?<!\w)(?=\w)){year_word}$", re.IGNORECASE)
    return before, re.compile(rf"\s{{1,3}}(?:{alternatives(words.phrases.get('counted', ()))})\b", re.IGNORECASE)


def is_part_of_a_name(sentence: str, year: re.Match[str], before: str, words: TemporalWords) -> bool:
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
    dated = year_cues(words.language)[0].search(before)
    previous = before.casefold().split()[-1:]
    return titled is not None and (dated is None or set(previous) <= folded(words.language, "before_name"))


def is_in_a_name(sentence: str, position: int, words: TemporalWords) -> bool:
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
    counts = figure_words(language).things.stop_words
    return folded(language, *lists) | counts | listed | words.months.keys() | words.seasons.keys()
