"""Where temporal expressions stand in a sentence, before anything is resolved.

Takes a sentence and its language; gives the expressions in order, none overlapping another: of two that overlap the
one that begins first wins, then the longer one. Numbers and words that only look like dates (times, telephone numbers,
versions, counts, "may") are left alone: ``numeric`` and ``plausibility`` tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from generator.analysis.figures.han import han_digits
from generator.analysis.language.patterns import alternatives
from generator.analysis.language.temporal_words import TemporalWords, folded, temporal_words
from generator.analysis.time.expression import Expression
from generator.analysis.time.numeric import four_digits, numeric_dates
from generator.analysis.time.patterns import patterns, worth_trying
from generator.analysis.time.plausibility import is_plausible
from generator.analysis.time.spelled_years import spelled_year
from generator.analysis.time.years import is_link, years
from generator.analysis.time.years_in_names import is_of_games

# A later year is one of another calendar
LAST_YEAR = 2100
# Parts that may stand behind a word that only shows that they are a date: the "summer" of "in the summer"
BEHIND_A_WORD = ("season", "spelled_year", "decade_word")
MONTH_PARTS = frozenset(["month", "solar_month", "lunar_month"])

# Days before a full date that share its month: the "3., 4. und" of "3., 4. und 5. Oktober"
_DAY_LIST = re.compile(
    r"(?<![\d.,:/])([12]\d|3[01]|0?[1-9])([.\w]{0,3})(\s?,?\s{1,3}(?:\w{1,7}\s{1,3}){0,3}|\s?[-–/+,]\s?)$"
)


# Calendars beside ours: a date of theirs next to one of ours is the same day
OTHER_CALENDARS = frozenset(["solar", "lunar"])
# What links the two: " الموافق ", " (", "/"
_SAME_DAY = re.compile(r"[\s,،(/–-]{1,4}(?:[^\W\d_]{1,10}\s{1,3}){0,2}")

# What links a weekend to the date that names it (" vom ", " of "), and a day told by its distance (", il ")
_APPOSITION = re.compile(r",\s{1,3}(?:[^\W\d_]{1,4}\s{1,3}){0,2}")
_BEFORE_ITS_DAY = {
    "weekend": re.compile(r"\s{1,3}(?:[^\W\d_]{1,4}\s{1,3}){1,2}"),
    "shifted": _APPOSITION,
    "anchored": _APPOSITION,
}


def expressions(sentence: str, language: str) -> tuple[Expression, ...]:
    """The temporal expressions of a sentence in order."""
    words = temporal_words(language)
    present = patterns(language).present(sentence)
    found = [*_worded(sentence, language, words, present)]
    if "digit" in present:
        found += [*numeric_dates(sentence, words), *years(sentence, words)]
    if not found:
        return ()
    chosen = _with_shared_years(sentence, _without_overlaps(found), words)
    return _without_named(sentence, tuple(_with_day_lists(sentence, chosen, words)), words)


def _worded(sentence: str, language: str, words: TemporalWords, present: frozenset[str]) -> Iterator[Expression]:
    folded = sentence.casefold()
    for pattern in worth_trying(language, present):
        if pattern.literal not in folded:
            continue
        for match in pattern.expression.finditer(sentence):
            parts = {name: part.replace("İ", "i") for name, part in match.groupdict().items() if part}
            if is_plausible(sentence, match, parts, words):
                first = next((name for name in BEHIND_A_WORD if name in parts), "day")
                start = match.start(first) if "before" in parts else match.start()
                games = "season" in parts and "year" in parts and is_of_games(sentence, *match.span(), words)
                found = _in_digits(parts, words)
                named = games or pattern.meaning == "fiscal_year"
                yield Expression(start, match.end(), pattern.meaning, found, names_event=not named)


def _in_digits(parts: Mapping[str, str], words: TemporalWords) -> Mapping[str, str]:
    """The parts with a year in words as one in digits, and one of another calendar as one of ours."""
    if "spelled_year" in parts:
        return {**parts, "year": str(spelled_year(parts["spelled_year"], words))}
    if "era" in parts:
        number = int(parts["era_year"]) if parts["era_year"].isdigit() else 1  # the first year has a word of its own
        return {**parts, "year": str(words.eras[parts["era"]] + number - 1)}
    if "short_year" in parts:
        return {**parts, "year": str(four_digits(int(parts["short_year"])))}
    if "han_month" in parts or "han_year" in parts:
        return {**parts, **_from_han(parts)}
    if words.year_offset and int(parts.get("year", "0")) > LAST_YEAR:
        return {**parts, "year": str(int(parts["year"]) - words.year_offset)}
    return parts


def _from_han(parts: Mapping[str, str]) -> Mapping[str, str]:
    """Year, month and day in digits that are written in Chinese characters: "一九六四年四月一日"."""
    named = {"han_year": "year", "han_month": "month_number", "han_day": "day"}
    return {named[key]: han_digits(part) for key, part in parts.items() if key in named}


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
        if both and not named and is_link(sentence[one.end : following.start], words):
            found[index] = replace(one, parts={**one.parts, "year": following.parts["year"]})
    return found


def _with_day_lists(sentence: str, chosen: list[Expression], words: TemporalWords) -> Iterator[Expression]:
    """The expressions, with the days before a date that share its month: "am 3., 4. und 5. Oktober"."""
    joined = folded(words.language, "and_words", "range_words")
    between = folded(words.language, "prepositions", "article")
    earliest_start = 0
    for expression in chosen:
        if "day" in expression.parts and not MONTH_PARTS.isdisjoint(expression.parts):
            yield from reversed(_days_before(sentence, expression, earliest_start, joined, between))
        earliest_start = expression.end
        yield expression


def _without_named(sentence: str, found: tuple[Expression, ...], words: TemporalWords) -> tuple[Expression, ...]:
    """The expressions without those that the day behind them names, and those of another calendar beside ours.

    "am Wochenende vom 8. Juni" says which weekend, "tre giorni dopo, il 5 maggio," which day.
    """
    links = folded(words.language, "and_words", "range_words")
    kept: list[Expression] = []
    for one, following in zip(found, (*found[1:], None), strict=True):
        between = sentence[one.end : following.start] if following else ""
        previous = kept[-1] if kept else None
        beside = _say_the_same(sentence, previous, one, links) or _say_the_same(sentence, one, following, links)
        if one.meaning in OTHER_CALENDARS and beside:
            continue
        if one.meaning == "holiday" and previous and _is_named_by(one, previous, sentence, words.language):
            continue
        named = following is not None and following.meaning == "calendar" and "day" in following.parts
        link = _BEFORE_ITS_DAY.get(one.meaning)
        if link and named and link.fullmatch(between) and not links & {*between.replace(",", "").split()}:
            continue
        kept.append(one)
    return tuple(kept)


def _is_named_by(holiday: Expression, day: Expression, sentence: str, language: str) -> bool:
    """Whether a day stands right before the holiday that it is: "5月3日の憲法記念日", "le 25 décembre, Noël"."""
    between = _before_its_holiday(language).fullmatch(sentence, day.end, holiday.start)
    return between is not None and day.meaning == "calendar" and "day" in day.parts and "year" not in holiday.parts


@lru_cache
def _before_its_holiday(language: str) -> re.Pattern[str]:
    """What links a day to the holiday that it is: "の", ", ", " ("."""
    listed = alternatives(temporal_words(language).phrases.get("before_its_holiday", ()))
    return re.compile(rf"{listed}|\s?[,、(（]\s?")


def _say_the_same(sentence: str, first: Expression | None, second: Expression | None, links: frozenset[str]) -> bool:
    """Whether one is a date of ours, and only a word such as "that is" stands between the two."""
    if first is None or second is None or {first.meaning, second.meaning} <= OTHER_CALENDARS:
        return False
    between = sentence[first.end : second.start]
    return _SAME_DAY.fullmatch(between) is not None and links.isdisjoint(between.split())


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
        found.append(Expression(match.start(), match.end(2), last.meaning, {**last.parts, "day": match[1]}))
        position = match.start()
    return found
