"""Where temporal expressions stand in a sentence, before anything is resolved.

Takes a sentence and its language; gives the expressions in order, none overlapping another: of two that overlap the
one that begins first wins, then the longer one. Numbers that only look like dates (times, telephone numbers,
versions, counts) are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from generator.analysis.language.patterns import alternatives
from generator.analysis.language.temporal_words import TemporalWords, folded, temporal_words
from generator.analysis.time.expression import Expression
from generator.analysis.time.numeric import numeric_dates
from generator.analysis.time.patterns import patterns, worth_trying
from generator.analysis.time.years import is_link, years

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
        found += [*numeric_dates(sentence, words), *years(sentence, words)]
    if not found:
        return ()
    chosen = _with_shared_years(sentence, _without_overlaps(found), words)
    return tuple(_with_day_lists(sentence, chosen, words))


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
    if ("later" in parts or "earlier" in parts) and re.match(r"\s{1,3}\w", sentence[match.end() : match.end() + 4]):
        # "two days before the visit" counts from the visit, not from the date named last
        return parts.get("later", parts.get("earlier", "")).casefold() not in _governing(words.language)
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
    article = previous[1].casefold() in folded(words.language, "article")
    return not article and not word[0].isupper()


@lru_cache
def _governing(language: str) -> frozenset[str]:
    """Words for later and earlier that can have what they count from behind them: "before", "dopo"."""
    return frozenset(words.split()[0] for words in folded(language, "before", "after"))


@lru_cache
def _preposition(language: str) -> re.Pattern[str]:
    """A preposition that ends right before a date: the "in " of "in May"."""
    return re.compile(
        rf"\b(?:{alternatives(temporal_words(language).phrases.get('prepositions', ()))})\s{{1,3}}$", re.I
    )


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
