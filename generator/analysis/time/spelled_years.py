"""Years written in words: "neunzehnhundertneunundachtzig", "nineteen eighty-nine", "mille neuf cent quatre-vingt-un".

``year_openings`` of a language say how the century is said; what follows is a number below a hundred.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.analysis.figures.number_runs import number_runs
from generator.analysis.figures.number_words import number_words
from generator.analysis.language.patterns import alternatives
from generator.analysis.language.temporal_words import TemporalWords, lowered

SMALLEST_REST = 10  # "nineteen ten" is a year, "twenty one" is 21
CENTURY = 100


def spelled_year_pattern(words: TemporalWords) -> str:
    """A regular expression for what may be a year in words; it matches nothing where the language lists no opening."""
    found = number_words(words.language)
    if found.compound:
        rest = r"[\s-]{0,3}[^\W\d_]{3,40}"
    else:
        one, joiner = alternatives(found.values), alternatives(found.joiners)
        rest = rf"[\s-]{{1,3}}(?:{one})(?:[\s-]{{1,3}}(?:(?:{joiner})[\s-]{{1,3}})?(?:{one}))?"
    return rf"(?:{alternatives(words.year_openings)}){rest}"


def spelled_year(written: str, words: TemporalWords) -> int | None:
    """The year that words name; ``None`` if they name another number or none."""
    opened = re.match(alternatives(words.year_openings), written, re.IGNORECASE)
    if opened is None:
        return None
    opening = " ".join(lowered(opened[0]).split())
    century = words.year_openings[opening]
    rest = _number(written[opened.end() :].strip(" -\n"), words.language)
    smallest = 1 if _number(opening, words.language) == century else SMALLEST_REST
    return century + int(rest) if rest is not None and smallest <= rest < CENTURY and rest == int(rest) else None


@lru_cache(maxsize=4096)
def _number(written: str, language: str) -> float | None:
    """The number that words name with all their letters."""
    run = next(number_runs(written, language), None)
    return run.value if run is not None and (run.start, run.end) == (0, len(written)) else None
