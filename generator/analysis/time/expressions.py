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

from generator.analysis.figures.number_parts import SMALLEST_SCALE
from generator.analysis.figures.number_words import word_atoms
from generator.analysis.figures.units import named_unit
from generator.analysis.figures.words import counted, figure_words
from generator.analysis.language.patterns import alternatives
from generator.analysis.language.temporal_words import TemporalWords, folded, temporal_words
from generator.analysis.time.expression import Expression
from generator.analysis.time.numeric import numeric_dates
from generator.analysis.time.patterns import patterns, worth_trying
from generator.analysis.time.spelled_years import spelled_year
from generator.analysis.time.years import is_link, years
from generator.analysis.time.years_in_names import is_of_games

# How far around an expression a word that belongs to it may end
FARTHEST_WORD = 30
# A later year is one of another calendar
LAST_YEAR = 2100
# Parts that may stand behind a word that only shows that they are a date: the "summer" of "in the summer"
BEHIND_A_WORD = ("season", "spelled_year")
MONTH_PARTS = frozenset(["month", "solar_month", "lunar_month"])

# Days before a full date that share its month: the "3., 4. und" of "3., 4. und 5. Oktober"
_DAY_LIST = re.compile(
    r"(?<![\d.,:/])([12]\d|3[01]|0?[1-9])([.\w]{0,3})(\s?,?\s{1,3}(?:\w{1,5}\s{1,3}){0,3}|\s?[-–/+,]\s?)$"
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
            if _plausible(sentence, match, parts, words):
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
    if words.year_offset and int(parts.get("year", "0")) > LAST_YEAR:
        return {**parts, "year": str(int(parts["year"]) - words.year_offset)}
    return parts


def _plausible(sentence: str, match: re.Match[str], parts: Mapping[str, str], words: TemporalWords) -> bool:
    """False for words that only look like a date: another word ("may"), a noun, a day that recurs, a plain number."""
    if "day_word" in parts and "weekday" not in parts and not _is_adverb(sentence, match, parts["day_word"], words):
        return False
    if "spelled_year" in parts and not _is_spelled_year(sentence, match, parts, words):
        return False
    if (
        "weekday" in parts
        and "next" in parts
        and _leads_on(sentence[match.start() :], match.end() - match.start(), words)
    ):
        return False
    if "later" in parts or "earlier" in parts:
        # "two days before the visit" counts from the visit, not from the date named last
        return not _governs(sentence[match.end("later" if "later" in parts else "earlier") :], parts, words)
    if words.ahead_goes_on and "count" in parts and _counts_from_another(sentence, match, words):
        return False
    return not (_recurs(sentence, match, parts, words) or _is_another_word(sentence, match, parts, words))


def _is_another_word(sentence: str, match: re.Match[str], parts: Mapping[str, str], words: TemporalWords) -> bool:
    """Whether a season or month is written like another word and stands as that one does: "This may take a while"."""
    if parts.get("season", "").casefold() in words.phrases.get("doubtful_seasons", ()) and "before" in parts:
        # "in the fall" is autumn; "the fall of the wall" and "to fall" are not
        of_something = any(sentence.startswith(f" {word} ", match.end()) for word in words.phrases.get("year_of", ()))
        return of_something or parts["before"].casefold() not in words.phrases.get("season_prepositions", ())
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
        alone and named_unit(sentence, position, counts.units) is None and counted(sentence, position, counts) is None
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


def _leads_on(sentence: str, end: int, words: TemporalWords) -> bool:
    """Whether the last word is a preposition of what follows: "on Monday following the vote" is no next Monday."""
    preposition = sentence[:end].rsplit(maxsplit=1)[-1].casefold() in folded(words.language, "after")
    return preposition and re.match(r"\s\w", sentence[end:]) is not None


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
    """Whether a distance counts from what stands beside it: "через три дня после аварии", "kazadan üç gün sonra"."""
    following = re.match(r"\s{1,3}(\w+)", sentence[match.end() : match.end() + FARTHEST_WORD])
    behind = following is not None and following[1].casefold() in folded(words.language, "before", "after")
    endings = "|".join(words.phrases.get("counted_from_endings", ())) or "(?!)"
    return behind or re.search(rf"\w(?:{endings})\s{{1,3}}$", sentence[: match.start()]) is not None


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
        named = following is not None and following.meaning == "calendar" and "day" in following.parts
        link = _BEFORE_ITS_DAY.get(one.meaning)
        if link and named and link.fullmatch(between) and not links & {*between.replace(",", "").split()}:
            continue
        kept.append(one)
    return tuple(kept)


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
