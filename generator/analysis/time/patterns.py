"""Regular expressions for the temporal expressions of a language, built once from the templates and its words.

Each ``Pattern`` has a meaning and says which kinds of word a sentence must hold to be worth trying. Names of groups
are the parts that ``time.resolution`` reads: day, month, year, weekday, season, count, unit, last, next …
No pattern nests one unlimited repetition in another, so matching is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from generator.analysis.language.patterns import LETTERS
from generator.analysis.language.temporal_words import TemporalWords, lowered, temporal_words
from generator.analysis.time.slots import slots_of
from generator.analysis.time.templates import templates


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
# Kinds of word that lists of the language file give
_PHRASE_KINDS = {
    "quarter": ("quarters",),
    "half": ("halves",),
    "weekend": ("weekend",),
    "of_year": ("last_year", "this_year", "next_year", "same_year"),
    "on_the": ("on_the",),
    "numbered_day": ("numbered_day",),
    "bare_day": ("bare_day",),
    "counted_from": ("counted_from",),
    "step": ("last", "this", "next", "past_marks", "ahead_marks"),
    "ago_before": ("ago_before",),
    "ago_after": ("ago_after",),
    "ahead_before": ("ahead_before",),
    "ahead_after": ("ahead_after",),
    "ahead_time": ("ahead_time",),
    "told_ahead_before": ("told_ahead_before",),
    "told_ahead_after": ("told_ahead_after",),
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
    slots = slots_of(words)
    edges = _UNSPACED if words.unspaced else _SPACED
    built = [_pattern(meaning, needs, template, slots, edges) for meaning, needs, template in templates(words)]
    return Patterns(tuple(built), *_kinds(words), unspaced=words.unspaced)


@lru_cache(maxsize=4096)
def worth_trying(language: str, present: frozenset[str]) -> tuple[Pattern, ...]:
    """The patterns whose kinds of word all occur, in order of preference."""
    return tuple(pattern for pattern in patterns(language).patterns if pattern.needs <= present)


def _names_in(forms: Iterable[str]) -> list[str]:
    """What CLDR's forms of a distance say beside the number: "days ago" of "{0} days ago"."""
    return [name for form in forms for name in [form.replace("{0}", " ").strip()] if _LISTED.search(name)]


@dataclass(frozen=True, slots=True)
class _Edges:
    """What stands between the words of an expression, before the first and behind the last."""

    between: str
    before: str
    behind: str


# No vowel sign either goes on behind an expression: "कल" is no part of "कल्पना"
_SPACED = _Edges(r"\s{1,3}", r"(?<!\w)(?<![^\W\d]-)", rf"(?![{LETTERS}])")
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
        ("bare_weekday", words.bare_weekdays),
        ("unit", {*words.units, *words.counted_units}),
        ("either_day", words.either_days),
        *((f"{direction}_{unit}", _names_in(forms)) for (direction, unit), forms in words.distances.items()),
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
