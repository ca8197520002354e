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
from generator.analysis.language.patterns import LETTERS, alternatives
from generator.analysis.language.temporal_words import TemporalWords, lowered, temporal_words
from generator.analysis.time.context import MONTHS
from generator.analysis.time.spelled_years import spelled_year_pattern
from generator.analysis.time.templates import EDGES, templates


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way of writing a date. ``needs`` are kinds of word ("month", "digit" …) that must all occur.

    ``literal`` is a part of a word, in lower case, that must occur too; empty where there is none.
    """

    meaning: str
    needs: frozenset[str]
    expression: re.Pattern[str]
    literal: str = ""


class Patterns:
    """All patterns of a language, and which of them a sentence is worth trying."""

    def __init__(
        self,
        found: tuple[Pattern, ...],
        kinds: dict[str, frozenset[str]],
        stems: dict[str, frozenset[str]],
        *,
        unspaced: bool,
    ) -> None:
        self.patterns = found
        self._parts = kinds if unspaced else {}
        beginnings = tuple(stems)

        @lru_cache(maxsize=20_000)
        def kinds_of(word: str) -> frozenset[str]:
            """What kinds of pattern a word, in lower case, may belong to."""
            own = kinds.get(word, frozenset())
            if not word.startswith(beginnings):
                return own
            return own.union(*(kinds for stem, kinds in stems.items() if word.startswith(stem)))

        self._kinds_of = kinds_of

    def present(self, sentence: str) -> frozenset[str]:
        """The kinds of word that occur in a sentence."""
        found: set[str] = set()
        if _DIGIT.search(sentence):
            found.add("digit")
            if _JOINED.search(sentence):
                found.add("joined")
        folded = lowered(sentence)
        inside = (kinds for word, kinds in self._parts.items() if word in folded)
        return frozenset(found.union(*map(self._kinds_of, set(_WORD.findall(folded))), *inside))


# A word or number: "Woche", "2014"
_WORD = re.compile(rf"[{LETTERS}]+")
# The same as a language file lists it: "letzt*"
_LISTED = re.compile(rf"[{LETTERS}]+\*?")
_DIGIT = re.compile(r"\d")
# A number joined to a word or number: "28-Feb", "2020/09"
_JOINED = re.compile(r"\d[/-]\w|\w[/-]\d")
# Years, and those of another calendar: Thai 2567
_YEARS = r"1[0-9]\d\d|20\d\d"
_OTHER_YEARS = r"|2[45]\d\d"
PERIODS = ("week", "month", "year")
# Slots that are a list of the language file as it is
PLAIN_LISTS = (
    *("ago_after", "ago_before", "ahead_after", "ahead_before", "ahead_time", "before_our_era", "counted_from"),
    *("exactly", "half_years"),
    *("numbered_day", "on_day", "on_weekday"),
    *("on_the", "prepositions", "single_units", "week_later", "year_ends", *(f"{edge}s" for edge in EDGES)),
)
# Slots whose words are a part of the expression: slot, part, list
LISTS_OF_PARTS = (
    *((name, name, name) for name in ("last", "this", "next", "next_week", "previous_week", "weekend")),
    ("later_after", "later", "later_after"),
    ("earlier_after", "earlier", "earlier_after"),
    ("past_mark", "past_mark", "past_marks"),
    ("ahead_mark", "ahead_mark", "ahead_marks"),
)
# Slots that may stay empty
OPTIONAL_LISTS = {
    "article": "article",
    "day_of": "day_of",
    "month_of": "month_of",
    "of_week": "week_of",
    "week_of": "week_of",
    "year_of": "year_of",
}
# Kinds of word that lists of the language file give
_PHRASE_KINDS = {
    "quarter": ("quarters",),
    "half": ("halves",),
    "weekend": ("weekend",),
    "of_year": ("last_year", "this_year", "next_year", "same_year"),
    "on_the": ("on_the",),
    "numbered_day": ("numbered_day",),
    "counted_from": ("counted_from",),
    "step": ("last", "this", "next", "past_marks", "ahead_marks"),
    "ago_before": ("ago_before",),
    "ago_after": ("ago_after",),
    "ahead_before": ("ahead_before",),
    "ahead_after": ("ahead_after",),
    "ahead_time": ("ahead_time",),
    "shifted": ("later_after", "earlier_after"),
    "year_end": ("year_ends",),
    "week_start": ("week_starts",),
    "week_end": ("week_ends",),
    "month_start": ("month_starts",),
    "month_end": ("month_ends",),
    "week_later": ("week_later",),
}


@lru_cache
def patterns(language: str) -> Patterns:
    """The patterns of a language, in order of preference."""
    words = temporal_words(language)
    slots = _slots(words)
    edges = _UNSPACED if words.unspaced else _SPACED
    built = [_pattern(meaning, needs, template, slots, edges) for meaning, needs, template in templates(words)]
    return Patterns(tuple(built), *_kinds(words), unspaced=words.unspaced)


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
    other_years = _OTHER_YEARS if words.year_offset else ""
    first = alternatives(some("first_of_era", ()))
    of_era = rf"|(?P<era>{alternatives(words.eras)})(?P<era_year>\d{{1,3}}|{first})" if words.eras else ""
    return {
        **{key: alternatives(some(key, ())) for key in PLAIN_LISTS},
        **{slot: rf"(?P<{part}>{alternatives(some(key, ()))})" for slot, part, key in LISTS_OF_PARTS},
        **{slot: _optional(some(key, ())) for slot, key in OPTIONAL_LISTS.items()},
        # A day of the month with what its language puts behind it: "8.", "3rd", "1er", "08"
        "day": rf"(?<!\d)(?<!\d[.,:/])(?P<day>[12]\d|3[01]|0?[1-9])(?!\d){words.day_suffix}(?![.,:/-]?\d)",
        "day_name": rf"(?P<day_name>{alternatives(words.day_names)})",
        "month": rf"(?P<month>(?:{alternatives(words.full_months)})(?!\w)|(?:{alternatives(short)})(?!\w)\.?)",
        "full_month": rf"(?P<month>{alternatives({*words.full_months, *words.month_stretches})})",
        # A year of four digits, as part of a date: "2023"
        "year": rf"(?:(?P<year>{_YEARS}{other_years})(?!\d)|(?P<spelled_year>{spelled_year_pattern(words)}){of_era})",
        "spelled_year": rf"(?P<spelled_year>{spelled_year_pattern(words)})",
        # Months and years of the Persian solar and the Islamic lunar calendar
        "solar_month": rf"(?P<solar_month>{alternatives(words.solar_months)})",
        "lunar_month": rf"(?P<lunar_month>{alternatives(words.lunar_months)})",
        "other_year": r"(?P<other_year>1[2-4]\d\d)(?!\d)",
        "weekday": rf"(?P<weekday>{alternatives(words.weekdays)})",
        "day_end": _day_end(words.day_suffix),
        "holiday": rf"(?P<holiday>{alternatives(words.holidays)})",
        "century_name": rf"(?P<century_name>{alternatives(words.century_names)})",
        "month_ordinal": rf"(?P<month_ordinal>{alternatives(k for k, n in words.day_names.items() if n <= MONTHS)})",
        "any_weekday": rf"(?P<weekday>{alternatives(words.short_weekdays)})(?!\w)\.?",
        "unit": rf"(?P<unit>{alternatives(words.units)})",
        "period_unit": rf"(?P<unit>{alternatives(name for name in words.units if words.units[name] in PERIODS)})",
        "season": rf"(?P<season>{alternatives(words.seasons)})",
        "season_adverb": rf"(?P<season>{alternatives(some('season_adverbs', ()))})",
        # A small number, in digits or in words: "3", "drei"
        "count": rf"(?P<count>\d{{1,3}}|{_number_run(words.language)})",
        "ordinals": alternatives(words.ordinals),
        "which": alternatives({*words.ordinals, *some("last", ())}),
        "weeks": alternatives(name for name, unit in words.units.items() if unit in ("day", "week")),
        "the": rf"(?:{alternatives(some('article', ()))})\s{{1,3}}",
        "ordinal": rf"(?P<ordinal>{alternatives(words.ordinals)})",
        "quarter": alternatives(some("quarters", ())),
        "half": alternatives(some("halves", ())),
        "decade_words": alternatives(words.decade_words),
        "year_word": alternatives(some("year_words", ())),
        "year_leads": alternatives(
            {*some("prepositions", ())} - {*some("and_words", ()), *some("article", ()), *some("this", ())}
        ),
        "of_year": of_year,
        "period_word": rf"(?P<period_word>{alternatives(words.period_words)})",
        "day_links": alternatives({*some("range_words", ()), *some("and_words", ())}),
        "part": rf"(?:(?P<part>{alternatives(some('parts', ()))})\s{{0,3}})?",
        "days": rf"(?P<day_word>{alternatives(words.days)})",
        "anchored": rf"(?P<anchored>{alternatives(words.anchored)})",
    }


def _day_end(suffix: str) -> str:
    """What shows behind a number that it is a day: the point of "25.", the "th" of "25th", a case ("20'sinde")."""
    return r"\.(?=\s?[a-z)]|$|\.)" if suffix == r"\.?" else suffix.removesuffix("?") or r"(?=['’]\w)"


def _optional(found: Iterable[str]) -> str:
    """Any of the words with the space behind it, or nothing; what ends in an apostrophe needs no space: "l'automne"."""
    listed = tuple(found)
    elided = tuple(word for word in listed if word.endswith(("'", "’")))
    spaced = alternatives(set(listed) - set(elided))
    return rf"(?:(?:{spaced})\s{{1,3}}|(?:{alternatives(elided)})\s{{0,3}})?" if listed else ""


def _number_run(language: str) -> str:
    """One or two number words: "drei", "twenty-one", "vingt et un"; the second alone would be another number."""
    found = number_words(language)
    one, joiner = alternatives(found.values), alternatives(found.joiners)
    return rf"(?:{one})(?:[\s-]{{1,3}}(?:(?:{joiner})[\s-]{{1,3}})?(?:{one}))?"


@dataclass(frozen=True, slots=True)
class _Edges:
    """What stands between the words of an expression, before the first and behind the last."""

    between: str
    before: str
    behind: str


_SPACED = _Edges(r"\s{1,3}", r"(?<!\w)(?<![^\W\d]-)", r"(?!\w)")
_UNSPACED = _Edges(r"\s{0,3}", r"(?<!\d)", r"(?!\d)")


def _pattern(meaning: str, needs: str, template: str, slots: dict[str, str], edges: _Edges) -> Pattern:
    filled = template.replace(" ", edges.between)
    for _ in range(2):  # a template of the language file may hold slots itself
        for name, expression in slots.items():
            filled = filled.replace("{" + name + "}", expression)
    compiled = re.compile(rf"{edges.before}(?:{filled}){edges.behind}", re.IGNORECASE)
    literal = _literal(template) if meaning in ("decade", "century") else ""
    return Pattern(meaning, frozenset(needs.split()), compiled, literal)


def _literal(template: str) -> str:
    """The longest word that a template of the language file always holds: "jahrhundert" of "… Jahrhunderts?"."""
    # slots, names of groups, escapes, alternatives, sets and optional letters are none: "{part}", "?P<x>", "\s", "n?"
    plain = re.sub(r"\{\w+\}|\?P<\w+>|\\[A-Za-z]|\(\?(?::|<?[!=])[^()]*\)|\w\?|\[[^\]]*\]", " ", template)
    if "|" in plain:  # alternatives within alternatives: no word is always there
        return ""
    return max(re.findall(r"[^\W\d_]{3,}", plain), key=len, default="").casefold()


def _kinds(words: TemporalWords) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """For each word and each stem, lower case, the kinds of pattern it may belong to."""
    found: dict[str, set[str]] = {}

    def add(kind: str, names: Iterable[str]) -> None:
        for name in names:  # of a phrase the longest word: all must occur, and it is the rarest
            found.setdefault(max(_LISTED.findall(lowered(name)), key=len), set()).add(kind)

    add("q", [f"q{number}" for number in range(1, 5)])
    for kind, names in (
        ("month", words.months),
        ("full_month", {*words.full_months, *words.month_stretches}),
        ("day_name", words.day_names),
        ("century_name", words.century_names),
        ("solar_month", words.solar_months),
        ("lunar_month", words.lunar_months),
        ("weekday", words.weekdays),
        ("short_weekday", words.short_weekdays),
        ("unit", words.units),
        ("season", words.seasons),
        ("holiday", words.holidays),
        ("anchored", words.anchored),
        ("day_word", words.days),
        ("period_word", words.period_words),
        ("spelled_year", [f"{word}*" for word in words.year_openings]),
        ("decade", [f"{word}*" for word in words.decade_words]),  # "Neunzigerjahre"
    ):
        add(kind, names)
    for kind, keys in _PHRASE_KINDS.items():
        for key in keys:
            add(kind, words.phrases.get(key, ()))
    stems = {word.removesuffix("*"): frozenset(kinds) for word, kinds in found.items() if word.endswith("*")}
    return {word: frozenset(kinds) for word, kinds in found.items()}, stems
