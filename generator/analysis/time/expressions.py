"""Where temporal expressions stand in a sentence, before anything is resolved.

Takes a sentence and its language; gives the expressions in order, none overlapping another: of two that overlap the
one that begins first wins, then the longer one. Numbers that only look like dates (times, telephone numbers,
versions, counts) are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from generator import edtf
from generator.analysis.figures.units import named_unit
from generator.analysis.figures.words import FigureWords, counted, figure_words
from generator.analysis.time.patterns import patterns, worth_trying
from generator.analysis.time.words import TemporalWords, alternatives, temporal_words


@dataclass(frozen=True, slots=True)
class Expression:
    """A temporal expression: its place, its meaning, the words of its parts; ``value`` where the words suffice."""

    start: int
    end: int
    meaning: str
    parts: Mapping[str, str] = field(default_factory=dict)
    value: str | None = None
    names_event: bool = True


LAST_TWO_DIGITS = 40
MONTHS, LONGEST_MONTH = 12, 31
FIRST_LIKELY_YEAR = 1900
FARTHEST_NAME = 60

# An ISO date with or without a time: "2025-08-08", "2025/08/08", "2025-08-08T06:30"
_ISO = re.compile(r"(?<![\w./-])(\d{4})[-/](\d{2})[-/](\d{2})(?:T\d{2}:\d{2}\S{0,20})?(?![\w/-]|[.]\d)")
# A numeric date: "08.08.2025", "8/8/25", "08-08-2025", "8. 8. 2025"
_NUMERIC = re.compile(r"(?<![\w.,/:+-])(\d{1,2})(?P<mark>[./-])\s?(\d{1,2})(?P=mark)\s?(\d{4}|\d{2})(?![\w/-]|[.,:]\d)")
# A numeric date without year, in languages that write it with two dots: "am 8.8. in Wien"
_SHORT = re.compile(r"(?<![\w.,/:+-])(\d{1,2})\.\s?(\d{1,2})\.(?![\w/-]|\s?\d)")
# A numeric date without year: "22/04", "7.6", "12-4"
_SLASHED = re.compile(r"(?<![\w.,/:+-])(\d{1,2})(?P<mark>[./-])(\d{1,2})(?![\w%/-]|[.,:]\d|\s?[€$%])")
# Days before a full date that share its month: the "3., 4. und" of "3., 4. und 5. Oktober"
_DAY_LIST = re.compile(
    r"(?<![\d.,:/])([12]\d|3[01]|0?[1-9])([.\w]{0,3})(\s?,?\s{1,3}(?:\w{1,5}\s{1,3}){0,3}|\s?[-–/+,]\s?)$"
)


def expressions(sentence: str, language: str) -> tuple[Expression, ...]:
    """The temporal expressions of a sentence in order."""
    words = temporal_words(language)
    present = patterns(language).present(sentence)
    found = [*_worded(sentence, language, words, present)]
    if "digit" in present:
        found += [*_numeric(sentence, words), *_years(sentence, words)]
    if not found:
        return ()
    chosen = _with_shared_years(sentence, _without_overlaps(found), words)
    return tuple(_with_day_lists(sentence, chosen, words))


def _numeric(sentence: str, words: TemporalWords) -> Iterator[Expression]:
    for match in _ISO.finditer(sentence):
        yield from _full(match, int(match[1]), int(match[2]), int(match[3]))
    for match in _NUMERIC.finditer(sentence):
        first, second = int(match[1]), int(match[3])
        year = int(match[4]) if len(match[4]) == 4 else _four_digits(int(match[4]))
        if words.month_first and match["mark"] != "." and second <= 31 and first <= 12:
            first, second = second, first
        yield from _full(match, year, second, first)
    yield from _without_year(sentence, words)


def _without_year(sentence: str, words: TemporalWords) -> Iterator[Expression]:
    """ "am 8.8.", "op 22/04", "Friday 7/6": only where nothing else can be meant."""
    if not words.month_first:
        for match in _SHORT.finditer(sentence):
            if _day_is_near(words.language).search(sentence, max(0, match.start() - 30), match.start()):
                yield from _short(match, int(match[1]), int(match[2]))
    for match in _SLASHED.finditer(sentence):
        before = sentence[max(0, match.start() - 30) : match.start()]
        weekday = _weekday_before(words.language).search(before)
        shown = weekday or (match["mark"] == "/" and _shows_a_date(match, before, words))
        if shown and match["mark"] != "/" and not weekday:
            continue
        if shown:
            day, month = (int(match[3]), int(match[1])) if words.month_first else (int(match[1]), int(match[3]))
            if month > MONTHS >= day:
                day, month = month, day
            start = match.start() - (len(before) - weekday.start()) if weekday else match.start()
            yield from _short(match, day, month, start)


def _short(match: re.Match[str], day: int, month: int, start: int | None = None) -> Iterator[Expression]:
    if 1 <= month <= MONTHS and 1 <= day <= LONGEST_MONTH:
        begins = match.start() if start is None else start
        yield Expression(begins, match.end(), "calendar", {"day": str(day), "month_number": str(month)})


def _shows_a_date(match: re.Match[str], before: str, words: TemporalWords) -> bool:
    """A slash between numbers makes a date with a leading zero, a day above 12, or a preposition of dates before it."""
    first, second = match[1], match[3]
    if (first, second) == ("24", "7"):
        return False
    zero = first.startswith("0") or second.startswith("0")
    above = max(int(first), int(second)) > MONTHS >= min(int(first), int(second)) and min(len(first), len(second)) == 2
    return zero or above or bool(_on(words.language).search(before))


@lru_cache
def _day_is_near(language: str) -> re.Pattern[str]:
    """What shows before "12.05." that it is a day, no time and no room: the "am ", "(", "Mo. ", "8.5. und "."""
    words = temporal_words(language)
    lists = ("on_day", "on_the", "until", "since", "last", "next", "this", "past_marks", "parts")
    named = alternatives({*words.short_weekdays, *(word for key in lists for word in words.phrases.get(key, ()))})
    linked = alternatives(word for key in ("and_words", "range_words") for word in words.phrases.get(key, ()))
    return re.compile(
        rf"(?:^\W*|[(/–]\s?|[,;]\s{{1,3}}|\d\.\s?(?:(?:{linked})\s|[-–/])\s?|(?<!\w)(?:{named})\.?,?\s{{1,3}})$",
        re.IGNORECASE,
    )


@lru_cache
def _weekday_before(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(temporal_words(language).short_weekdays)})\.?,?\s{{1,3}}$", re.IGNORECASE)


@lru_cache
def _on(language: str) -> re.Pattern[str]:
    """The preposition of a day, right before it: the "on " of "on 9/11"."""
    return re.compile(
        rf"\b(?:{alternatives(temporal_words(language).phrases.get('on_day', ()))})\s{{1,3}}$", re.IGNORECASE
    )


def _four_digits(two_digits: int) -> int:
    """ "8.8.25" is of 2025, "8.8.40" of 1940."""
    return 2000 + two_digits if two_digits < LAST_TWO_DIGITS else 1900 + two_digits


def _full(match: re.Match[str], year: int, month: int, day: int) -> Iterator[Expression]:
    value = f"{year:04d}-{month:02d}-{day:02d}"
    if edtf.is_valid(value):
        yield Expression(*match.span(), "calendar", {"year": str(year), "day": str(day)}, value=value)


def _worded(sentence: str, language: str, words: TemporalWords, present: frozenset[str]) -> Iterator[Expression]:
    folded = sentence.casefold()
    for pattern in worth_trying(language, present):
        if pattern.literal not in folded:
            continue
        for match in pattern.expression.finditer(sentence):
            parts = {name: part.replace("İ", "i") for name, part in match.groupdict().items() if part}
            if _plausible(sentence, match, parts, words):
                start = match.start("season" if "season" in parts else "day") if "before" in parts else match.start()
                yield Expression(start, match.end(), pattern.meaning, parts)


def _plausible(sentence: str, match: re.Match[str], parts: Mapping[str, str], words: TemporalWords) -> bool:
    """False for a month's name that is written like another word ("may"), or that stands without its preposition."""
    if "day_word" in parts and "weekday" not in parts and not _is_adverb(sentence, match, parts["day_word"], words):
        return False
    if parts.get("season", "").casefold() in words.phrases.get("doubtful_seasons", ()) and "before" in parts:
        # "in the fall" is autumn; "the fall of the wall" and "to fall" are not
        of_something = any(sentence.startswith(f" {word} ", match.end()) for word in words.phrases.get("year_of", ()))
        return parts["before"].casefold() in words.phrases.get("season_prepositions", ()) and not of_something
    doubtful = parts.get("month", "").casefold() in words.phrases.get("doubtful_months", ())
    if doubtful and set(parts) <= {"month", "last", "this", "next"}:
        if words.capitalised and not parts["month"][0].isupper():
            return False  # "This may take a while"
        return len(parts) > 1 or bool(
            _preposition(words.language).search(sentence, max(0, match.start() - 30), match.start())
        )
    return True


def _is_adverb(sentence: str, match: re.Match[str], word: str, words: TemporalWords) -> bool:
    """False for a noun that looks like a word for a day: "am Morgen", "de morgen"."""
    if word.casefold() not in words.days:
        return True
    previous = re.search(r"(\w+)\s{1,3}$", sentence[max(0, match.start() - 30) : match.start()])
    if previous is None:
        return True
    article = previous[1].casefold() in _folded(words.language, "article")
    return not article and not word[0].isupper()


@lru_cache
def _preposition(language: str) -> re.Pattern[str]:
    """A preposition that ends right before a date: the "in " of "in May"."""
    return re.compile(
        rf"\b(?:{alternatives(temporal_words(language).phrases.get('prepositions', ()))})\s{{1,3}}$", re.I
    )


# A year that stands alone, or two joined: "2014", "2009-2011", "2016/17"; "’14" is none, nor is "n° 2021-1104"
_YEAR = re.compile(
    r"(?<![\w.,/:+–-])(?<!№\s)(?<!№)(?<!°\s)(?<!°)(?<!#)(?<!Nr\.\s)(?<!nr\s)(?<!No\.\s)"
    r"(1\d{3}|20\d\d)(?![\w%°€$£]|[.,:]\d|\s?[-–/]\s?\d{1,2}\b|[-–/]\d)"
)
_YEARS = re.compile(
    r"(?<![\w.,/:+–-])(1\d{3}|20\d\d)(?P<mark>\s?[-–/]\s?)(1\d{3}|20\d\d|\d{2})(?![\w%°€$£]|[.,:/]\d|[-–]\d)"
)


def _years(sentence: str, words: TemporalWords) -> Iterator[Expression]:
    cues = _year_cues(words.language)
    for match in _YEARS.finditer(sentence):
        first, second = match[1], match[3] if len(match[3]) == 4 else match[1][:2] + match[3]
        if int(first) < int(second):
            event = not _in_a_name(sentence, match.start(), words)
            yield Expression(*match.span(), "year", {"year": second}, value=f"{first}/{second}", names_event=event)
    language_words, last_end = figure_words(words.language), -1
    for match in _YEAR.finditer(sentence):
        before = sentence[max(0, match.start() - 40) : match.start()]
        cue = cues[0].search(before)
        if not (cue and cue["kept"]) and _counts(sentence, match, language_words):
            continue
        listed = last_end >= 0 and _is_link(sentence[last_end : match.start()], words)
        if cue is None and not listed and not _is_bare_year(match, sentence, words):
            continue
        last_end = match.end()
        start = match.start() - (len(before) - cue.start("kept")) if cue and cue["kept"] else match.start()
        named = re.search(r"\b[Tt]he\s$", before) and re.match(r"\s[A-Z]\w", sentence[match.end() : match.end() + 3])
        event = (cue is not None or listed or not _in_a_name(sentence, match.start(), words)) and not named
        yield Expression(start, match.end(), "year", {"year": match[1]}, names_event=event)


def _counts(sentence: str, match: re.Match[str], words: FigureWords) -> bool:
    """Whether a number like a year counts or measures: "von 1200 Tonnen", "in 1500 Fällen"."""
    unit = named_unit(sentence, match.end(), words.units)
    thing = counted(sentence, match.end(), words)
    likely_year = int(match[1]) >= FIRST_LIKELY_YEAR and int(match[1]) % 100 != 0
    return unit is not None or (thing is not None and (not likely_year or thing[0].casefold() in words.people))


def _is_link(between: str, words: TemporalWords) -> bool:
    """Whether words between two years only join them: "2014 und 2016"."""
    return " ".join(between.strip(" ,\n").casefold().split()) in {"", "-", "–"} | _folded(
        words.language, "and_words", "range_words"
    )


@lru_cache
def _folded(language: str, *keys: str) -> frozenset[str]:
    """The words of these lists in lower case."""
    phrases = temporal_words(language).phrases
    return frozenset(word.casefold() for key in keys for word in phrases.get(key, ()))


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


def _in_a_name(sentence: str, position: int, words: TemporalWords) -> bool:
    """Whether years belong to the name before them: "KI-Strategie 2025–2028", "Agenda 2030".

    Where all nouns are capitalised, a noun is a name if it is a compound with a hyphen, an abbreviation in capitals,
    quoted, or the last of several capitalised words.
    """
    before = sentence[max(0, position - FARTHEST_NAME) : position]
    previous = re.search(r"([\w’'-]+)([”“\"’]?)\s{1,3}$", before)
    if previous is None:
        return False
    word = re.sub(r"^\w{1,4}['’](?=\w)", "", previous[1])  # "L'Agenda 2030"
    if word.casefold() in _folded(words.language, "programme_words"):
        return word[0].isupper()
    if word == previous[1] and position <= FARTHEST_NAME and previous.start() == 0:
        return False  # the first word of a sentence is always capitalised: "Erst 1991"
    if not word[0].isupper() or word.casefold() in words.full_months or word.casefold() in words.seasons:
        return False
    if not words.nouns_capitalised:
        return True
    several = re.search(r"[A-ZÄÖÜ][\w’'-]+\s$", before[: previous.start()])
    opened = len(re.findall(r"[„“\"»]", before)) % 2 == 1
    return "-" in word or word.isupper() or bool(previous[2]) or several is not None or opened


def _without_overlaps(found: Iterable[Expression]) -> list[Expression]:
    chosen: list[Expression] = []
    for expression in sorted(found, key=lambda one: (one.start, -one.end)):
        if not chosen or expression.start >= chosen[-1].end:
            chosen.append(expression)
    return chosen


def _with_shared_years(sentence: str, chosen: list[Expression], words: TemporalWords) -> list[Expression]:
    """Dates without a year before one that has it and that they are joined to: "15. August bis 8. September 1963"."""
    found = list(chosen)
    for index in range(len(found) - 2, -1, -1):
        one, following = found[index], found[index + 1]
        both = one.meaning == following.meaning == "calendar" and "year" in following.parts
        named = {"year", "last_year", "this_year", "next_year", "same_year"} & one.parts.keys()
        if both and not named and _is_link(sentence[one.end : following.start], words):
            found[index] = replace(one, parts={**one.parts, "year": following.parts["year"]})
    return found


def _with_day_lists(sentence: str, chosen: list[Expression], words: TemporalWords) -> Iterator[Expression]:
    """The expressions, with the days before a date that share its month: "am 3., 4. und 5. Oktober"."""
    joined = _folded(words.language, "and_words", "range_words")
    between = _folded(words.language, "prepositions", "article")
    earliest_start = 0
    for expression in chosen:
        if expression.meaning == "calendar" and "day" in expression.parts and "month" in expression.parts:
            yield from reversed(_days_before(sentence, expression, earliest_start, joined, between))
        earliest_start = expression.end
        yield expression


def _days_before(
    sentence: str, last: Expression, earliest_start: int, joined: frozenset[str], between: frozenset[str]
) -> list[Expression]:
    found: list[Expression] = []
    position = last.start
    while match := _DAY_LIST.search(sentence, max(earliest_start, position - 20), position):
        link = re.findall(r"\w+", match[3].casefold())
        marked = bool(match[3].strip(" \n").strip("abcdefghijklmnopqrstuvwxyz ")) or bool(set(link) & joined)
        if " ".join(link) not in joined and not (marked and set(link) <= joined | between):
            break
        found.append(Expression(match.start(), match.end(2), "calendar", {**last.parts, "day": match[1]}))
        position = match.start()
    return found
