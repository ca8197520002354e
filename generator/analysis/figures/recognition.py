"""Figures of a text: a number with its scale, its unit or the thing it counts, and how exactly it is meant.

Takes a text, its language, its sentences and the dates already found; gives the mentions in order, none overlapping
another or a date. Values are normalised ("16,4 Millionen" is 16,400,000), words are kept as printed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from generator.analysis.figures.candidate import Candidate
from generator.analysis.figures.candidates import candidates
from generator.analysis.figures.choice import figures_among, qualifier_of
from generator.analysis.figures.currencies import named_before, with_countries
from generator.analysis.figures.words import figure_words
from generator.analysis.language.digits import in_ascii_digits
from generator.analysis.language.patterns import alternatives
from generator.analysis.language.temporal_words import temporal_words
from generator.model import DateMention, FigureMention, Qualifier

DAYS = 31


def find_figures(
    text: str, language: str, spans: Sequence[tuple[int, int]] | None = None, dates: Sequence[DateMention] = ()
) -> tuple[FigureMention, ...]:
    """The figures of ``spans`` (sentences; default the whole text); offsets are code points into ``text``.

    ``text`` of a mention is a slice: number, scale and unit words as printed, without the qualifier. ``unit`` is an
    ISO 4217 code, ``%``, a symbol ("t", "km"), or the counted thing as printed; ``None`` for a bare number.
    """
    words = figure_words(language)
    places = sorted((date.start, date.end) for date in dates)
    mentions: list[FigureMention] = []
    for start, end in spans if spans is not None else [(0, len(text))]:
        sentence = in_ascii_digits(text[start:end])
        taken = _taken(places, start, end)
        found = [one for one in candidates(sentence, words, taken) if not _is_day_of_a_month(one, sentence, language)]
        for one in figures_among(found, sentence, words):
            printed = text[start + one.start : start + one.end]
            mentions.append(_mention(one, printed, start, qualifier_of(one, sentence, words)))
    return with_countries(named_before(mentions, text, language))


def _is_day_of_a_month(found: Candidate, sentence: str, language: str) -> bool:
    """Whether a month stands beside it, though no year is known and the date could not be told: "12 marca"."""
    if isinstance(found.value, tuple) or not (found.value == int(found.value) and 1 <= found.value <= DAYS):
        return False
    month, day = _months(language)
    behind_one = found.unit is None and month.search(sentence[: found.start]) is not None
    return behind_one or day.match(sentence, found.start) is not None


@cache
def _months(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A month that a text ends in, and a day that a month follows, as the language writes it: "12 de marzo"."""
    words = temporal_words(language)
    names = alternatives(words.full_months)
    joined = alternatives(words.phrases.get("day_of", ()))
    return (
        re.compile(rf"(?<!\w)(?:{names})\s+$", re.IGNORECASE),
        re.compile(rf"\d{{1,2}}{words.day_suffix}\s+(?:(?:{joined})\s+)?(?:{names})(?!\w)", re.IGNORECASE),
    )


def _taken(places: Sequence[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """The places of dates inside a sentence, counted from its start; ``places`` are in order."""
    first, last = bisect_left(places, (start, 0)), bisect_left(places, (end, 0))
    return [(begin - start, finish - start) for begin, finish in places[first:last]]


def _mention(found: Candidate, printed: str, offset: int, qualifier: Qualifier) -> FigureMention:
    return FigureMention(
        start=offset + found.start,
        end=offset + found.end,
        text=printed,
        value=found.value,
        unit=found.unit,
        qualifier=qualifier,
    )
