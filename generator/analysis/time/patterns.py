"""Regular expressions for the temporal expressions of a language, built once from its words.

Each ``Pattern`` has a meaning and says which kinds of word a sentence must hold to be worth trying. Names of groups
are the parts that ``time.resolution`` reads: day, month, year, weekday, season, count, unit, last, next …
No pattern nests one unlimited repetition in another, so matching is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from generator.analysis.figures.number_words import number_words
from generator.analysis.time.words import TemporalWords, alternatives, lowered, temporal_words


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way of writing a date. ``needs`` are kinds of word ("month", "digit" …) that must all occur.

    ``literal`` is a part of a word, in lower case, that must occur too; empty where there is none.
    """

    meaning: str
    needs: frozenset[str]
    expression: re.Pattern[str]
    literal: str = ""


@dataclass(frozen=True, slots=True)
class Patterns:
    """All patterns of a language, and the kind of each word that can begin to make one worth trying."""

    patterns: tuple[Pattern, ...]
    kinds: dict[str, frozenset[str]]
    stems: dict[str, frozenset[str]]

    def present(self, sentence: str) -> frozenset[str]:
        """The kinds of word that occur in a sentence."""
        found: set[str] = {"digit"} if _DIGIT.search(sentence) else set()
        beginnings = tuple(self.stems)
        for word in set(_WORD.findall(lowered(sentence))):
            found |= self.kinds.get(word, _NOTHING)
            if word.startswith(beginnings):
                found |= {kind for stem, kinds in self.stems.items() if word.startswith(stem) for kind in kinds}
        return frozenset(found)


# A word or number: "Woche", "2014"
_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
_NOTHING: frozenset[str] = frozenset()


@lru_cache
def patterns(language: str) -> Patterns:
    """The patterns of a language, in order of preference."""
    words = temporal_words(language)
    slots = _slots(words)
    built = [_pattern(meaning, needs, template, slots) for meaning, needs, template in _templates(words)]
    return Patterns(tuple(built), *_kinds(words))


@lru_cache(maxsize=4096)
def worth_trying(language: str, present: frozenset[str]) -> tuple[Pattern, ...]:
    """The patterns whose kinds of word all occur, in order of preference."""
    return tuple(pattern for pattern in patterns(language).patterns if pattern.needs <= present)


def _slots(words: TemporalWords) -> dict[str, str]:
    """The regular expression of each ``{slot}`` of a template."""
    some = words.phrases.get
    of_year = (
        rf"(?:(?P<last_year>{alternatives(some('last_year', ()))})|(?P<this_year>{alternatives(some('this_year', ()))})"
        rf"|(?P<next_year>{alternatives(some('next_year', ()))})|(?P<same_year>{alternatives(some('same_year', ()))}))"
    )
    short = words.months.keys() - words.full_months.keys()
    article = _optional(some("article", ()))
    return {
        # A day of the month with what its language puts behind it: "8.", "3rd", "1er", "08"
        "day": rf"(?<!\d)(?<!\d[.,:/])(?P<day>[12]\d|3[01]|0?[1-9])(?!\d){words.day_suffix}(?![.,:/-]?\d)",
        "day_name": rf"(?P<day_name>{alternatives(words.day_names)})",
        "month": rf"(?P<month>(?:{alternatives(words.full_months)})\b|(?:{alternatives(short)})\b\.?)",
        "full_month": rf"(?P<month>{alternatives(words.full_months)})",
        # A year of four digits, as part of a date: "2023"
        "year": r"(?P<year>1[0-9]\d\d|20\d\d)(?!\d)",
        "weekday": rf"(?P<weekday>{alternatives(words.weekdays)})",
        "day_end": r"\.(?=\s?[a-z)]|$|\.)" if words.day_suffix == r"\.?" else words.day_suffix.removesuffix("?"),
        "next_week": rf"(?P<next_week>{alternatives(some('next_week', ()))})",
        "previous_week": rf"(?P<previous_week>{alternatives(some('previous_week', ()))})",
        "holiday": rf"(?P<holiday>{alternatives(words.holidays)})",
        "on_the": alternatives(some("on_the", ())),
        "numbered_day": alternatives(some("numbered_day", ())),
        "week_of": _optional(some("week_of", ())),
        "of_week": _optional(some("week_of", ())),
        "any_weekday": rf"(?P<weekday>{alternatives(words.short_weekdays)})\b\.?",
        "unit": rf"(?P<unit>{alternatives(words.units)})",
        "season": rf"(?P<season>{alternatives(words.seasons)})",
        # A small number, in digits or in words: "3", "drei"
        "count": rf"(?P<count>\d{{1,3}}|{alternatives(number_words(words.language).values)})",
        "last": rf"(?P<last>{alternatives(some('last', ()))})",
        "this": rf"(?P<this>{alternatives(some('this', ()))})",
        "next": rf"(?P<next>{alternatives(some('next', ()))})",
        "weekend": rf"(?P<weekend>{alternatives(some('weekend', ()))})",
        "ordinal": rf"(?P<ordinal>{alternatives(words.ordinals)})",
        "quarter": alternatives(some("quarters", ())),
        "half": alternatives(some("halves", ())),
        "decade_words": alternatives(words.decade_words),
        "ago_before": alternatives(some("ago_before", ())),
        "ago_after": alternatives(some("ago_after", ())),
        "ahead_before": alternatives(some("ahead_before", ())),
        "ahead_after": alternatives(some("ahead_after", ())),
        "later_after": rf"(?P<later>{alternatives(some('later_after', ()))})",
        "earlier_after": rf"(?P<earlier>{alternatives(some('earlier_after', ()))})",
        "past_mark": rf"(?P<past_mark>{alternatives(some('past_marks', ()))})",
        "ahead_mark": rf"(?P<ahead_mark>{alternatives(some('ahead_marks', ()))})",
        "year_word": alternatives(some("year_words", ())),
        "prepositions": alternatives(some("prepositions", ())),
        "of_year": of_year,
        "article": article,
        "part": rf"(?:(?P<part>{alternatives(some('parts', ()))})\s{{0,3}})?",
        "day_of": _optional(some("day_of", ())),
        "year_of": _optional(some("year_of", ())),
        "days": rf"(?P<day_word>{alternatives(words.days)})",
        "anchored": rf"(?P<anchored>{alternatives(words.anchored)})",
    }


def _optional(found: Iterable[str]) -> str:
    listed = tuple(found)
    return rf"(?:(?:{alternatives(listed)})\s{{1,3}})?" if listed else ""


def _templates(words: TemporalWords) -> Iterable[tuple[str, str, str]]:
    """Meaning, needed kinds of word and template of every pattern; a space stands for up to three white spaces."""
    # "tags darauf", "the following day"
    yield "anchored", "anchored", "{anchored}"
    yield from _calendar_templates(words)
    # "am Dienstag", "vorige week dinsdag", "Tuesday last", "Dienstag, der 25."
    yield (
        "weekday",
        "short_weekday digit",
        r"{any_weekday},? \(?{article}(?P<day>[12]\d|3[01]|0?[1-9])(?:{day_end}|(?=[!?;)]|$))\)?",
    )
    yield "weekday", "weekday", "(?:{next_week}|{previous_week}) {weekday}"
    yield "weekday", "weekday", "(?:{last}|{next}|{this}) {weekday}"
    yield "weekday", "weekday", "{weekday} (?:{past_mark}|{ahead_mark}|{last}|{next})(?! {unit})"
    yield "weekday", "weekday unit", "{weekday} {of_week}(?:{last}|{next}|{this}) {unit}"
    yield "weekday", "weekday unit", "{weekday} {of_week}{article}{unit} (?:{last}|{next})"
    yield "weekday", "weekday unit", "(?:{last}|{next}|{this}) {unit} {weekday}"
    yield "weekday", "weekday", "{weekday}"
    # "am 15.", "on the 15th", "20e van de volgende maand"
    listed = r"(?!\s?[,–/-]?\s{0,3}(?:\w{1,5}\s{1,3}){0,2}\d)"  # not the "3." of "am 3., 4. und 5. Oktober"
    alone = listed + r"(?=[.,;!?)]|$| (?:{prepositions})\b)"
    number = r"(?P<day>[12]\d|3[01]|0?[1-9])"
    yield "day_of_month", "digit", "(?P<before>{on_the}) " + number + "(?:{day_end})" + alone
    yield (
        "day_of_month",
        "digit unit",
        r"(?P<day>[12]\d|3[01]|0?[1-9])\s?(?:{day_end}) {week_of}(?:{last}|{next}|{this}) {unit}",
    )
    # "le 15 du mois prochain", "el día 15"
    yield "day_of_month", "digit unit", "(?P<before>{on_the}) " + number + " {week_of}{unit} (?:{last}|{next})"
    yield "day_of_month", "digit", "(?P<before>{numbered_day}) " + number + alone
    # "vor drei Wochen", "three weeks ago", "in zwei Monaten", "zwei Tage später"
    yield "ago", "unit", "(?:{ago_before}) {count} {unit}"
    yield "ago", "unit", "{count} {unit} (?:{ago_after})"
    yield "ahead", "unit", "(?:{ahead_before}) {count} {unit}"
    yield "ahead", "unit", "{count} {unit} (?:{ahead_after})"
    yield "shifted", "unit", "{count} {unit} (?:{later_after}|{earlier_after})"
    # "letzte Woche", "le mois dernier", "dieses Jahr", "Ende des Jahres"
    yield "period", "unit", "{part}{article}(?:{last}|{next}|{this}) {unit}"
    yield "period", "unit", "{part}{unit} (?:{last}|{next})"
    yield "year", "of_year", "{part}{of_year}"
    # "am Wochenende", "letztes Wochenende"
    yield "weekend", "weekend", "(?:(?:{last}|{next}|{this}) )?{weekend}"
    # "gestern", "morgigen Sonntag"
    yield "day_word", "day_word weekday", "{days},? {weekday}"
    yield "day_word", "day_word", "{days}"
    # "Weihnachten 2015", "Easter"
    yield "holiday", "holiday", "{holiday}(?:,? {year_of}(?:{year}|{of_year}))?"
    yield "holiday", "holiday", "(?:{last}|{next}) {holiday}"
    for template in words.patterns.get("decades", ()):
        yield "decade", "digit" if "<decade>" in template else "decade", "{part}" + template
    for template in words.patterns.get("centuries", ()):
        yield "century", "" if "<roman>" in template else "digit", "{part}" + template


def _calendar_templates(words: TemporalWords) -> Iterable[tuple[str, str, str]]:
    """Templates of dates that name a day, month, season, quarter or half-year."""
    weekday = r"(?:{any_weekday},?\s{0,3}{article})?"
    year = r"(?:[\s,/-]{1,3}{year_of}{year}|,? {of_year})?"
    # "Dienstag, den 8. August 2023", "19 september dit jaar", "28-Feb-2020"
    yield (
        "calendar",
        "month digit",
        "{part}" + weekday + r"(?:(?:{last}|{next}) )?{day}[\s/-]{0,3}{day_of}{month}" + year,
    )
    # "am dritten Oktober", "the twenty-third of September"
    yield "calendar", "month", "{part}" + weekday + "{day_name} {day_of}{month}" + year
    # "2020/Sep/23", "Sep-23-2020"
    yield "calendar", "month digit", "{year}[/-]{month}[/-]{day}"
    yield "calendar", "month digit", "{month}[/-]{day}[/-]{year}"
    if words.month_first:
        # "April 7-8, 1979"
        days = r"{month} {day}\s?(?:-|–|to|and)\s?(?P<last_day>[12]\d|3[01]|0?[1-9])(?!\d|[.,:]\d|%)"
        yield "calendar", "month digit", days.replace("{day}", "(?P<day>[12]\\d|3[01]|0?[1-9])") + year
        # "February twenty-second", "on Wednesday the thirty-first of July"
        yield "calendar", "month", "{part}" + weekday + r"{month} (?:the )?{day_name}" + year
        # "Tuesday, August 8, 2023", "Aug. 8th"
        yield "calendar", "month digit", "{part}" + weekday + r"{month}[\s/-]{0,3}(?:the )?{day}" + year
    # "Mitte August 2023", "juli dit jaar", "september 2016"
    yield "calendar", "month", "{part}{month},? {year_of}(?:{year}|{of_year})"
    yield "calendar", "full_month", "(?:{last}|{next}|{this}) {full_month}"
    yield "calendar", "full_month", "{full_month} (?:{past_mark}|{ahead_mark}|{last}|{next})"
    yield "calendar", "full_month", "{part}{full_month}"
    # "Sommer 2015", "im Sommer dieses Jahres", "letzten Sommer", "Winter 2014/15"
    yield "calendar", "season", r"{part}{season},? {year_of}(?:{year}(?:/\d\d)?|{of_year})"
    yield "calendar", "season", "(?:{last}|{next}|{this}) {season}"
    yield "calendar", "season", "{season} (?:{last}|{next})(?! {unit})"
    yield "calendar", "season", "(?P<before>{prepositions}) {article}{season}(?!-)"
    if words.year_first:
        # "2021 sonbaharında", "2023'ün ikinci çeyreğinde", "2023 yılının Mayıs ayında"
        of_that_year = r"{year}(?:['’]\w{1,4}|(?: {year_word}))? "
        yield "calendar", "season digit", of_that_year + "{season}"
        yield "calendar", "quarter digit", of_that_year + "{ordinal} (?P<quarter>{quarter})"
        yield "calendar", "half digit", of_that_year + "{ordinal} (?P<half>{half})"
        yield "calendar", "month digit", of_that_year + "{month}"
        # "7 Mayıs Salı günü", "7 Mayıs 2024 Salı"
        yield "calendar", "month digit weekday", "{day} {month}(?: {year})? {weekday}"
    # "drittes Quartal 2024", "third quarter of 2024", "Q3 2024", "2024 Q3", "zweites Halbjahr 2014"
    yield "calendar", "quarter", "{ordinal} (?P<quarter>{quarter})(?:,? {year_of}(?:{year}|{of_year}))?"
    yield "calendar", "digit q", r"(?P<quarter>Q)(?P<ordinal>[1-4])[\s/-]{1,3}{year}"
    yield "calendar", "digit q", r"{year}[\s/-]{0,3}(?P<quarter>Q)(?P<ordinal>[1-4])"
    yield "calendar", "half", "{ordinal} (?P<half>{half}),? {year_of}(?:{year}|{of_year})"


def _pattern(meaning: str, needs: str, template: str, slots: dict[str, str]) -> Pattern:
    filled = template.replace(" ", r"\s{1,3}")
    for _ in range(2):  # a template of the language file may hold slots itself
        for name, expression in slots.items():
            filled = filled.replace("{" + name + "}", expression)
    compiled = re.compile(rf"(?<!\w)(?<![^\W\d]-)(?:{filled})(?!\w)", re.IGNORECASE)
    literal = _literal(template) if meaning in ("decade", "century") else ""
    return Pattern(meaning, frozenset(needs.split()), compiled, literal)


def _literal(template: str) -> str:
    """The longest word that a template of the language file always holds: "jahrhundert" of "… Jahrhunderts?"."""
    # slots, names of groups, escapes, alternatives, sets and optional letters are none: "{part}", "?P<x>", "\s", "n?"
    plain = re.sub(r"\{\w+\}|\?P<\w+>|\\[A-Za-z]|\(\?:[^()]*\)|\w\?|\[[^\]]*\]", " ", template)
    return max(re.findall(r"[^\W\d_]{3,}", plain), key=len, default="").casefold()


def _kinds(words: TemporalWords) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """For each word and each stem, lower case, the kinds of pattern it may belong to."""
    found: dict[str, set[str]] = {}

    def add(kind: str, names: Iterable[str], *, first_word: bool = False) -> None:
        for name in names:
            parts = re.findall(r"\w+\*?", name.casefold())
            for part in parts[:1] if first_word else parts:
                found.setdefault(part, set()).add(kind)

    add("q", [f"q{number}" for number in range(1, 5)])
    add("quarter", words.phrases.get("quarters", ()))
    add("half", words.phrases.get("halves", ()))
    add("month", words.months)
    add("full_month", words.full_months)
    add("weekday", words.weekdays)
    add("short_weekday", words.short_weekdays)
    add("unit", words.units)
    add("season", words.seasons)
    add("holiday", words.holidays, first_word=True)
    add("weekend", words.phrases.get("weekend", ()))
    add("anchored", words.anchored, first_word=True)
    add("day_word", words.days, first_word=True)
    add("decade", words.decade_words)
    for key in ("last_year", "this_year", "next_year", "same_year"):
        add("of_year", words.phrases.get(key, ()), first_word=True)
    stems = {word.removesuffix("*"): frozenset(kinds) for word, kinds in found.items() if word.endswith("*")}
    return {word: frozenset(kinds) for word, kinds in found.items()}, stems
