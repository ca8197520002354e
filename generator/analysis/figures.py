"""Figures of a text: a number with its scale, its unit or the thing it counts, and how exactly it is meant.

Takes a text, its language, its sentences and the dates already found; gives the mentions in order. A figure is what
a reader would put in a table: amounts, shares, measures, counts. Dates, times, ordinals, names with numbers ("G20",
"Artikel 5"), telephone numbers, scores and list numbers are none, nor is a small number word in running prose
("zwei Männer") unless it counts people or carries a unit or a qualifier.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.analysis.figure_words import FigureWords, counted, figure_words, named_unit
from generator.analysis.number_words import number_words, parse
from generator.analysis.number_runs import NumberRun, number_runs
from generator.model import DateMention, FigureMention, Qualifier

SMALLEST_NUMBER_WORD = 13
LARGE_NUMBER_WORD = 1000
FIRST_YEAR, LAST_YEAR = 1800, 2100
WIDTH_BEFORE = 40
ROUND_NUMBERS = frozenset({*range(2, 11), 12, 20, 25, 50, 100, 500, 1000, 10_000, 100_000, 1_000_000})
WIDTH_OF_UNIT = 8


@dataclass(frozen=True, slots=True)
class _Found:
    """A number of a sentence on its way to a figure; ``strong`` when its unit is no mere noun."""

    run: NumberRun
    start: int
    end: int
    value: float | tuple[float, float]
    unit: str | None = None
    strong: bool = False


def find_figures(
    text: str, language: str, spans: Sequence[tuple[int, int]] | None = None, dates: Sequence[DateMention] = ()
) -> tuple[FigureMention, ...]:
    """The figures of ``spans`` (sentences; default the whole text); offsets are code points into ``text``.

    ``text`` of a mention is a slice: number, scale and unit words as printed, without the qualifier. ``unit`` is an
    ISO 4217 code, ``%``, a symbol ("t", "km"), or the counted thing as printed; ``None`` for a bare number.
    """
    words = figure_words(language)
    mentions: list[FigureMention] = []
    for start, end in spans if spans is not None else [(0, len(text))]:
        sentence = text[start:end]
        taken = [(d.start - start, d.end - start) for d in dates if d.start < end and d.end > start]
        for found in _figures(sentence, language, words, taken):
            mentions.append(_mention(found, sentence, start, words))
    return tuple(mentions)


def _figures(sentence: str, language: str, words: FigureWords, taken: Sequence[tuple[int, int]]) -> Iterator[_Found]:
    runs = [
        run
        for run in number_runs(sentence, language)
        if not any(run.start < end and run.end > start for start, end in taken)
    ]
    measured: list[_Found] = []
    for run in runs:
        if not measured or run.start >= measured[-1].end:
            measured.append(_with_unit(run, sentence, words, measured[-1].end if measured else 0))
    for found in _with_ranges(measured, sentence, words):
        if _is_figure(found, sentence, words):
            yield found


def _with_unit(run: NumberRun, sentence: str, words: FigureWords, earliest: int) -> _Found:
    """The number with the unit before or behind it, else with the thing it counts."""
    found = _signed(run, sentence, words, earliest)
    before = words.unit_before.search(sentence, max(earliest, run.start - WIDTH_OF_UNIT), run.start)
    if before:
        unit = words.symbols.get(before["unit"]) or words.unit_names.get(before["unit"].casefold(), before["unit"])
        return replace(found, start=before.start(), unit=unit, strong=True)
    named = named_unit(sentence, run.end, words)
    if named is None:
        whole = run.scaled or run.value == int(run.value)
        noun = counted(sentence, run.end, words) if whole else None
        return replace(found, end=noun.end(), unit=noun[0]) if noun else found
    found = replace(found, end=named[0], unit=named[1], strong=True)
    scale = words.scale_after.match(sentence, found.end)
    if scale and not run.scaled and _is_money(found):  # "75 USD million"
        factor = number_words(words.language).scales[scale["scale"].casefold()]
        return replace(found, end=scale.end(), value=run.value * factor)
    return _with_cents(found, sentence, words)


def _is_money(found: _Found) -> bool:
    return found.unit is not None and (len(found.unit) == len("EUR") and found.unit.isupper())


def _with_cents(found: _Found, sentence: str, words: FigureWords) -> _Found:
    """ "5 euro 50", "3 euro en 50 cent" as one amount."""
    coins = words.cents_after.match(sentence, found.end)
    if coins is None or not _is_money(found) or isinstance(found.value, tuple) or found.value != int(found.value):
        return found
    written = coins["coins"]
    cents = float(written) if written.isascii() and written.isdigit() else parse(written, words.language)
    if cents is None or not 0 < cents < 100 or (cents < 10 and not coins["named"]):
        return found
    return replace(found, end=coins.end(), value=found.value + cents / 100)


def _signed(run: NumberRun, sentence: str, words: FigureWords, earliest: int) -> _Found:
    """A minus sign belongs to a number when it touches it and nothing touches the sign: "-5 %"; so does a "minus"."""
    sign = re.search(r"(?:^|[\s(])[-−]$", sentence[max(earliest, run.start - 2) : run.start])
    said = words.minus_before.search(sentence, max(earliest, run.start - WIDTH_BEFORE), run.start)
    if sign and run.digits:
        return _Found(run, run.start - 1, run.end, -run.value)
    return _Found(run, said.start() if said else run.start, run.end, -run.value if said else run.value)


def _with_ranges(found: Sequence[_Found], sentence: str, words: FigureWords) -> Iterator[_Found]:
    """The figures with two that are the ends of a range made one: "5 bis 10 Prozent", "between 5 and 10 per cent"."""
    waiting: _Found | None = None
    for current in found:
        if waiting is not None:
            joined = _range(waiting, current, sentence, words) or _share(waiting, current, sentence, words)
            if joined is not None:
                waiting = joined
                continue
            yield waiting
        waiting = current
    if waiting is not None:
        yield waiting


def _share(first: _Found, second: _Found, sentence: str, words: FigureWords) -> _Found | None:
    """ "seven in ten", "2 out of 5": a share said with two round numbers, as one number."""
    low, high = first.value, second.value
    if isinstance(low, tuple) or isinstance(high, tuple) or first.strong or first.run.scaled:
        return None
    said = words.ratios.fullmatch(sentence[first.run.end : second.run.start])
    if said is None or not 0 < low < high or high not in ROUND_NUMBERS or low != int(low):
        return None
    return replace(
        second, start=first.start, value=low / high, run=replace(second.run, start=first.run.start, scaled=True)
    )


def _range(first: _Found, second: _Found, sentence: str, words: FigureWords) -> _Found | None:
    if (
        isinstance(first.value, tuple)
        or isinstance(second.value, tuple)
        or second.unit is None
        and not second.run.scaled
    ):
        return None
    gap_start = first.end if first.strong else first.run.end
    gap = sentence[gap_start : second.run.start]
    opened = words.between.search(sentence, max(0, first.start - WIDTH_BEFORE), first.start)
    if not (words.ranges.fullmatch(gap) or (opened and words.and_between.fullmatch(gap))):
        return None
    low = first.value
    if second.run.scaled and not first.run.scaled:
        low *= _scale(second)
    if low >= second.value or (first.strong and first.unit != second.unit):
        return None
    return replace(second, start=first.start, value=(low, second.value), run=replace(second.run, start=first.run.start))


def _scale(found: _Found) -> float:
    """The scale that a number was written with: a million for "300 Millionen"."""
    value = found.run.value
    return next((scale for scale in (1e12, 1e9, 1e6, 1e3) if value >= scale), 1.0)


def _is_figure(found: _Found, sentence: str, words: FigureWords) -> bool:
    """Whether a number with what stands around it is a figure at all."""
    run = found.run
    before, after = _around(run, sentence)
    if found.unit is None and (re.match(r"\s?[-–:/]\s?\d", after) or re.search(r"\d\s?[-–:/]\s?$", before)):
        return False  # a score or a mark: "3 - 0", "5.7 / 10"
    if words.time_after.match(after) or words.age_after.match(after):
        return False
    if run.digits and not found.strong and (_joined_to_a_name(before, after) or _is_ordinal(before, after)):
        return False
    if found.unit is None and re.search(r"[^\W\d_]\w*,\s$", before) and after.startswith(","):
        return False  # an age: "Maher Nazeh, 53, worked"
    if words.label_before.search(before) and not found.strong:
        return False
    if not run.digits:
        return _counts_in_words(found, sentence, words)
    return found.strong or run.scaled or not _is_mere_number(found, sentence, words)


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
        re.match(r"\)", after) and (not before.strip() or re.search(r"[(\[]\s?$", before)) or re.match(r"\]", after)
    )


def _is_mere_number(found: _Found, sentence: str, words: FigureWords) -> bool:
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


def _counts_in_words(found: _Found, sentence: str, words: FigureWords) -> bool:
    """Whether a number word says a figure: with a unit or scale, a large number, people, a qualifier, or nothing else."""
    run, unit = found.run, (found.unit or "").casefold()
    written = sentence[run.start : run.end].casefold()
    before, after = _around(run, sentence)
    alone = not before.strip() + after.strip(" .!?\n")
    if unit in words.durations or words.vague_before.search(before):
        return False
    if found.value == -1:
        return True
    if run.value == 1 and not (alone and written not in words.indefinite):
        return (
            found.strong
            and found.unit is not None
            and len(found.unit) != 2
            and written not in words.indefinite
            or run.scaled
        )
    if run.scaled or found.strong or run.value != int(run.value):
        return True
    if alone:
        return len(written) > 1
    if run.value >= SMALLEST_NUMBER_WORD:
        return found.unit is not None or run.value >= LARGE_NUMBER_WORD
    return unit in words.people or (
        found.unit is not None and _qualifier(found, sentence, words) is not Qualifier.EXACTLY
    )


def _qualifier(found: _Found, sentence: str, words: FigureWords) -> Qualifier:
    """How exactly a number is meant, by the word right before it ("rund") or behind it ("or more")."""
    before = sentence[max(0, found.start - WIDTH_BEFORE) : found.start]
    for qualifier, pattern in words.qualifiers:
        match = pattern.search(before)
        if match and not (words.after_noun.search(before) and qualifier is Qualifier.MORE_THAN):
            return qualifier
    return Qualifier.AT_LEAST if words.or_more.match(sentence, found.run.end) else Qualifier.EXACTLY


def _mention(found: _Found, sentence: str, offset: int, words: FigureWords) -> FigureMention:
    return FigureMention(
        start=offset + found.start,
        end=offset + found.end,
        text=sentence[found.start : found.end],
        value=found.value,
        unit=found.unit,
        qualifier=_qualifier(found, sentence, words),
    )
