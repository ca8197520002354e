"""How long something took, said in several units: "2 hours, 11 minutes and 32 seconds", "5 yıl 4 ay".

Takes the numbers of a sentence in order; those that make one duration become one, counted in its smallest unit. Units
join only where one is so many of the other: hours and minutes, years and months, never years and days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from generator import languages
from generator.analysis.figures.number_runs import NumberRun
from generator.analysis.language.patterns import alternatives
from generator.analysis.language.temporal_words import temporal_words

# Seconds of the units that a clock counts, months of those that a calendar counts
CLOCK = {"second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800}
CALENDAR = {"month": 1, "year": 12}


@dataclass(frozen=True, slots=True)
class Duration:
    """Several numbers that say one stretch of time: its number, where its last unit ends, and that unit as printed."""

    run: NumberRun
    end: int
    unit: str


@dataclass(frozen=True, slots=True)
class _Units:
    """The words for units of time of a language behind a number, and what may stand between two parts."""

    behind: re.Pattern[str]
    between: re.Pattern[str]
    names: dict[str, str]


def durations(runs: Sequence[NumberRun], sentence: str, language: str) -> Iterator[Duration]:
    """The durations of several parts among the numbers of a sentence, in order."""
    units, first = _units(language), 0
    while first < len(runs) - 1:
        parts = _parts(runs[first:], sentence, units)
        if len(parts) > 1:
            yield _joined(parts)
        first += max(1, len(parts))


@dataclass(frozen=True, slots=True)
class _Part:
    """A number with its unit of time ("hour") and where that ends."""

    run: NumberRun
    end: int
    kind: str
    unit: str


def _parts(runs: Sequence[NumberRun], sentence: str, units: _Units) -> list[_Part]:
    """The numbers from the first one on that are parts of one duration."""
    found: list[_Part] = []
    for run in runs:
        named = units.behind.match(sentence, run.end)
        if named is None:
            return found
        part = _Part(run, named.end(), units.names[named["unit"].casefold()], named["unit"])
        if found and not (
            _divides(part, found[-1]) and units.between.fullmatch(sentence, found[-1].end, part.run.start)
        ):
            return found
        found.append(part)
    return found


def _divides(smaller: _Part, larger: _Part) -> bool:
    """Whether a part counts a smaller unit of the same kind, and fewer than make one of the larger: 11 minutes."""
    for sizes in (CLOCK, CALENDAR):
        if smaller.kind in sizes and larger.kind in sizes:
            return 0 < smaller.run.value * sizes[smaller.kind] < sizes[larger.kind]
    return False


def _joined(parts: Sequence[_Part]) -> Duration:
    last = parts[-1]
    sizes = CLOCK if last.kind in CLOCK else CALENDAR
    value = sum(part.run.value * sizes[part.kind] for part in parts) / sizes[last.kind]
    run = replace(parts[0].run, end=last.run.end, value=value, scaled=True)
    return Duration(run, last.end, last.unit)


@lru_cache
def _units(language: str) -> _Units:
    clock = {
        word.casefold(): kind
        for kind, *words in map(str.split, languages.words(language, "figures", "durations"))
        for word in words
    }
    names = dict(temporal_words(language).units) | clock
    names = {word: kind for word, kind in names.items() if kind in CLOCK or kind in CALENDAR}
    joined = alternatives(languages.words(language, "figures", "and"))
    return _Units(
        re.compile(rf"[\s\u00a0]{{0,2}}(?P<unit>{alternatives(names)})(?!\w)", re.IGNORECASE),
        re.compile(rf",?\s{{1,2}}(?:(?:{joined})\s{{1,2}})?", re.IGNORECASE),
        names,
    )
