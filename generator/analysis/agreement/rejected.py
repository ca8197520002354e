"""Numbers that a sentence says are wrong: "63 people fell ill, not 163", "revised from 47 to 29".

Takes a sentence and its quantities; gives those that stand and those that it rejects. The words for it stand in
``[counted]`` of the language files; a language without them rejects nothing. A number is rejected only beside one that
stands, but where the sentence tells what was reported before: "an earlier version said that 18 were hurt".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from generator import languages
from generator.analysis.agreement.counted import Quantity
from generator.model import FigureMention, Qualifier

Pair = tuple[Quantity, Quantity]

KEYS = ("not_this", "not_that", "given_before", "corrected", "corrected_from")
"""The lists of words of ``[counted]`` in a language file."""

BESIDE = r"[\s,:–—-]{0,3}"
# A number of whole digits, perhaps in groups: "163", "2.400", "1,200".
WHOLE = r"(?<![\d.,])(?P<number>\d{1,3}(?:[., \u00a0\u202f]\d{3})+|\d+)(?![\d%]|[.,]\d)"
PLAIN = frozenset({Qualifier.EXACTLY, Qualifier.ABOUT})
MOST_DETERMINERS = r"(?:[^\W\d]{1,4}\s)?"
"""A short word may stand between: "not the 163", "et non les 85"."""

TOLD_BEFORE_CHARS = 120
"""So near behind the words for an earlier report stands what it said."""


@dataclass(frozen=True, slots=True)
class Stated:
    """The quantities of a sentence that stand, and those that it says are wrong."""

    standing: tuple[Quantity, ...]
    rejected: tuple[Quantity, ...] = ()


def stated(text: str, start: int, quantities: tuple[Quantity, ...], language: str) -> Stated:
    """Part what a sentence, which stands at ``start``, asserts from what it rejects."""
    patterns = _patterns(language)
    if not patterns or not any(character.isdigit() for character in text):
        return Stated(quantities)
    places = [(match.start("number") + start, match.end("number") + start) for match in _found(patterns, text)]
    wrong = [
        quantity
        for quantity in quantities
        if quantity.figure.qualifier in PLAIN
        if any(_holds(quantity.figure, *one) for one in places) or _is_denied(quantity.figure, start, text, patterns)
    ]
    standing = tuple(quantity for quantity in quantities if quantity not in wrong)
    wrong += [
        Quantity(FigureMention(first, end, words, _value(words), None))
        for first, end in places
        for words in [text[first - start : end - start]]
        if not any(_holds(q.figure, first, end) for q in quantities)
    ]
    told_before = "given_before" in patterns and patterns["given_before"].search(text)
    if not wrong or not (standing or told_before or _revises(patterns, text)):
        return Stated(quantities)
    standing += tuple(_revised_to(patterns, text, start, standing))
    return Stated(standing, tuple(_counting_the_same(one, standing) for one in wrong))


def replaced_by(one: Sequence[Quantity], standing: Sequence[Quantity], rejected: Sequence[Quantity]) -> Pair | None:
    """The number that another sentence rejects, with the one that it gives instead; absent where it rejects none."""
    for old in one:
        for wrong in rejected:
            if old.low == wrong.low and old.high == wrong.high and _may_count_one_thing(old, wrong):
                new = min((q for q in standing if _may_count_one_thing(q, wrong)), key=_far_from(wrong), default=None)
                if new is not None and (new.low, new.high) != (old.low, old.high):
                    return old, new
    return None


def _is_denied(figure: FigureMention, start: int, text: str, patterns: Mapping[str, re.Pattern[str]]) -> bool:
    """Whether the words for it stand right before a number of any form: "not $3.2 million"."""
    pattern = patterns.get("right_before")
    several = figure.value not in {0, 1}
    return several and pattern is not None and pattern.search(text, 0, figure.start - start) is not None


def _far_from(wrong: Quantity) -> Callable[[Quantity], int]:
    return lambda quantity: abs(quantity.figure.start - wrong.figure.start)


def _may_count_one_thing(one: Quantity, other: Quantity) -> bool:
    if one.is_rate != other.is_rate or (None not in (one.kind, other.kind) and one.kind != other.kind):
        return False
    units = (one.figure.unit, other.figure.unit)
    return None in units or units[0] == units[1] or not (one.is_measured or other.is_measured)


def _counting_the_same(wrong: Quantity, standing: Sequence[Quantity]) -> Quantity:
    """A rejected number with the unit and kind of the one beside it, where it is printed without."""
    beside = min(standing, key=_far_from(wrong), default=None)
    if beside is None or (wrong.figure.unit is not None and wrong.kind is not None):
        return wrong
    unit = beside.figure.unit if wrong.figure.unit is None else wrong.figure.unit
    return replace(wrong, figure=replace(wrong.figure, unit=unit), kind=wrong.kind or beside.kind)


def _holds(figure: FigureMention, first: int, end: int) -> bool:
    return figure.start <= first and end <= figure.end


def _value(words: str) -> float:
    return float(re.sub(r"\D", "", words))


@cache
def _patterns(language: str) -> Mapping[str, re.Pattern[str]]:
    spaced = not languages.is_unspaced(language)
    before, behind = (r"(?<!\w)", r"(?!\w)") if spaced else ("", "")
    listed = {key: languages.words(language, "counted", key) for key in KEYS}
    either = {key: f"(?:{'|'.join(words)})" for key, words in listed.items() if words}
    made: dict[str, str] = {}
    if "not_this" in either:
        made["right_before"] = rf"{before}{either['not_this']}[\s,:–—-]{{1,3}}{MOST_DETERMINERS if spaced else ''}\Z"
        made["not_this"] = rf"{before}{either['not_this']}{BESIDE}{MOST_DETERMINERS if spaced else ''}{WHOLE}"
    if "not_that" in either:
        made["not_that"] = rf"{WHOLE}\s?[^\W\d]{{0,12}}\s?{either['not_that']}{behind}"
    if "given_before" in either:
        gap = rf"[^\d;]{{0,{TOLD_BEFORE_CHARS}}}?"
        made["given_before"] = rf"{before}{either['given_before']}{behind}{gap}{WHOLE}"
    if "corrected" in either and "corrected_from" in either:
        made["corrected"] = rf"{before}{either['corrected']}{behind}"
        made["corrected_from"] = rf"{before}{either['corrected_from']}\s{WHOLE}[^\d;.]{{1,40}}(?P<to>\d[\d.,]*\d|\d)"
    return {key: re.compile(pattern, re.IGNORECASE) for key, pattern in made.items()}


def _found(patterns: Mapping[str, re.Pattern[str]], text: str) -> list[re.Match[str]]:
    keys = [key for key in ("not_this", "not_that", "given_before") if key in patterns]
    found = [match for key in keys for match in patterns[key].finditer(text)]
    return found + (list(patterns["corrected_from"].finditer(text)) if _revises(patterns, text) else [])


def _revises(patterns: Mapping[str, re.Pattern[str]], text: str) -> bool:
    return "corrected" in patterns and bool(
        patterns["corrected"].search(text) and patterns["corrected_from"].search(text)
    )


def _revised_to(
    patterns: Mapping[str, re.Pattern[str]], text: str, start: int, standing: Sequence[Quantity]
) -> list[Quantity]:
    """The new number of "revised from 47 to 29", where no figure was seen in it."""
    if not _revises(patterns, text):
        return []
    matches = patterns["corrected_from"].finditer(text)
    places = [(match.start("to") + start, match.end("to") + start, match["to"]) for match in matches]
    return [
        Quantity(FigureMention(first, end, words, _value(words), None))
        for first, end, words in places
        if not any(_holds(quantity.figure, first, end) for quantity in standing)
    ]
