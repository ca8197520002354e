"""Which numbers are figures, and how exactly a figure is meant.

A figure is what a reader would put in a table. No figure is a time, an age, a score, an ordinal, a name with a number
("G20", "Artikel 5"), a telephone or list number, a year, nor a small number word in running prose ("zwei Ideen")
unless it counts people or carries a unit or a qualifier.
"""

from __future__ import annotations

import re

from generator.analysis.figures.candidates import WIDTH_BEFORE, Candidate, is_money
from generator.analysis.figures.number_runs import NumberRun
from generator.analysis.figures.words import FigureWords
from generator.model import Qualifier

SMALLEST_NUMBER_WORD = 13
LARGE_NUMBER_WORD = 1000
FIRST_YEAR, LAST_YEAR = 1800, 2100


def is_figure(found: Candidate, sentence: str, words: FigureWords) -> bool:
    """Whether a number with what stands around it is a figure at all."""
    before, after = _around(found.run, sentence)
    if words.time_after.match(after) or words.age_after.match(after):
        return False
    if not found.strong and (_is_named(found, before, after) or words.label_before.search(before)):
        return False
    if not found.run.digits:
        return _counts_in_words(found, sentence, words)
    return found.strong or found.run.scaled or not _is_mere_number(found, sentence, words)


def _is_named(found: Candidate, before: str, after: str) -> bool:
    """Whether digits without a unit are part of something else: a score, an age, a name, an ordinal."""
    if found.unit is None:
        score = re.match(r"\s?[-–:/]\s?\d", after) or re.search(r"\d\s?[-–:/]\s?$", before)  # "3 - 0", "5.7 / 10"
        age = after.startswith(",") and re.search(r"[^\W\d_]\w*,\s$", before)  # "Maher Nazeh, 53, worked"
        if score or age:
            return True
    return found.run.digits and (_joined_to_a_name(before, after) or _is_ordinal(before, after))


def qualifier_of(found: Candidate, sentence: str, words: FigureWords) -> Qualifier:
    """How exactly a number is meant, by the word right before it ("rund") or behind it ("or more")."""
    before = sentence[max(0, found.start - WIDTH_BEFORE) : found.start]
    for qualifier, pattern in words.qualifiers:
        match = pattern.search(before)
        if match and not (words.after_noun.search(before) and qualifier is Qualifier.MORE_THAN):
            return qualifier
    return Qualifier.AT_LEAST if words.or_more.match(sentence, found.run.end) else Qualifier.EXACTLY


def _around(run: NumberRun, sentence: str) -> tuple[str, str]:
    """What stands close before and behind a number; as much as any rule looks at, so that long lines stay cheap."""
    return sentence[max(0, run.start - WIDTH_BEFORE) : run.start], sentence[run.end : run.end + WIDTH_BEFORE]


def _joined_to_a_name(before: str, after: str) -> bool:
    """Part of a longer sign: "G20", "F-16", "3:1", "1.2.3", "5G", "0471/925", an address of the web."""
    return bool(re.search(r"[\w@#&=/:_]$|\w[-–.]$|\d[.,]$", before) or re.match(r"\w|[/:@_]\w|[-–]\w|\.\d", after))


def _is_ordinal(before: str, after: str) -> bool:
    """A number with a point inside a sentence, or first in a list: "am 3. Platz", "1) …", "(12)"."""
    if re.match(r"\.\s+\S", after) and not before.strip():
        return True
    if re.match(r"\.\s?[\w„\"]", after):
        return True
    return bool(
        (re.match(r"\)", after) and (not before.strip() or re.search(r"[(\[]\s?$", before))) or re.match(r"\]", after)
    )


def _is_mere_number(found: Candidate, sentence: str, words: FigureWords) -> bool:
    """A bare number that is rather a year, a code, or the number of a thing: "Boeing 737", "Clayallee 170"."""
    run = found.run
    digits = sentence[run.start : run.end]
    year = digits.isdigit() and len(digits) == 4 and FIRST_YEAR <= run.value <= LAST_YEAR
    if year and (found.unit or "").casefold() not in words.people:
        return True
    if re.match(r"0\d", digits):
        return True
    before, _ = _around(run, sentence)
    after_name = re.search(r"(?<!^)\b[^\W\d_a-z]\w*\s$", before)
    postal = digits.isdigit() and len(digits) == 5 and re.search(r"(?:^|,\s?)$", before)
    return bool(postal) or (found.unit is None and after_name is not None and digits.isdigit())


def _counts_in_words(found: Candidate, sentence: str, words: FigureWords) -> bool:
    """Whether a number word says a figure: with unit or scale, if large, of people, qualified, or standing alone."""
    run, unit = found.run, (found.unit or "").casefold()
    before, after = _around(run, sentence)
    if unit in words.durations or words.vague_before.search(before):
        return False
    alone = not before.strip() + after.strip(" .!?\n") and run.end - run.start > 1
    article = sentence[run.start : run.end].casefold() in words.indefinite
    if run.value == 1 and found.value == 1 and not (alone and not article):
        return run.scaled or (not article and found.strong and (is_money(found) or found.unit == "%"))
    negative = not isinstance(found.value, tuple) and found.value < 0
    if run.scaled or found.strong or alone or negative or run.value != int(run.value):
        return True
    if run.value >= SMALLEST_NUMBER_WORD:
        return found.unit is not None or run.value >= LARGE_NUMBER_WORD
    qualified = found.unit is not None and qualifier_of(found, sentence, words) is not Qualifier.EXACTLY
    return unit in words.people or qualified
