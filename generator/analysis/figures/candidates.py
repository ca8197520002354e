"""Numbers of a sentence with their units, on the way to figures: money, shares, measures, counted things, ranges.

Takes a sentence, its language's words and the places already taken by dates; gives candidates in order. Whether one
is a figure at all is for ``figures.choice`` to say.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.analysis.figures.candidate import Candidate, is_money
from generator.analysis.figures.codes import codes, outside
from generator.analysis.figures.counted_things import counted
from generator.analysis.figures.durations import Duration, durations
from generator.analysis.figures.number_runs import NumberRun, number_runs
from generator.analysis.figures.number_words import number_words, parse
from generator.analysis.figures.shares import share
from generator.analysis.figures.units import HALF, named_unit
from generator.analysis.figures.words import FigureWords

# How far to look before a number for a word that belongs to it, and for the sign of a currency.
WIDTH_BEFORE = 40
WIDTH_OF_UNIT = 8
# How far before a number its verb may stand: "stieg in den ersten sechs Monaten des Jahres von 4 auf 5 Prozent"
WIDTH_OF_CLAUSE = 120
# A number that changes to more than so many times itself is written with a scale of its own.
LARGEST_CHANGE = 10
# A counted thing may have two words before it: "92 voll beladene Frachter"; not behind a decimal ("3,6 landeten …").
FARTHEST_NOUN = 3
# The speed of so many lengths an hour; Japanese "キロ" alone may be kilograms too
SPEEDS = {"km": "km/h", "mi": "mph", "キロ": "km/h"}
# How many of the smaller unit make the larger one, where both together tell one measure
SMALLER_PARTS = {
    ("ft", "in"): 12, ("lb", "oz"): 16, ("kg", "g"): 1000, ("km", "m"): 1000, ("m", "cm"): 100, ("l", "ml"): 1000,
}  # fmt: skip
# No weather report knows more degrees: "31C" is a temperature, "173C" a code
HOTTEST = 60


def candidates(sentence: str, words: FigureWords, taken: Sequence[tuple[int, int]]) -> Iterator[Candidate]:
    """The numbers of a sentence with unit or counted thing; ranges and shares ("7 in 10") are one candidate.

    ``taken`` are the places of dates, in order: no candidate shares a character with one, nor with a code.
    """
    measured: list[Candidate] = []
    taken = outside(taken, codes(sentence))
    runs = tuple(number_runs(sentence, words.language))
    lasting = {one.run.start: one for one in durations(runs, sentence, words.language)}
    for run in runs:
        earliest = measured[-1].end if measured else 0
        if run.start < earliest or _overlaps(taken, run.start, run.end):
            continue
        found = _measured(run, sentence, words, earliest, lasting)
        if _overlaps(taken, found.start, found.end):
            found = Candidate(run, run.start, run.end, run.value)
        measured.append(found)
    for found in _with_ranges(_composed(measured, sentence, words), sentence, words):
        if not _overlaps(taken, found.start, found.end):
            yield found


def _composed(found: Sequence[Candidate], sentence: str, words: FigureWords) -> list[Candidate]:
    """The figures with a measure that is told in two units made one, in the larger: "5 feet 2 inches"."""
    made: list[Candidate] = []
    for one in found:
        larger = made[-1] if made else None
        parts = SMALLER_PARTS.get((larger.unit or "", one.unit or "")) if larger else None
        if larger and parts and not isinstance(larger.value, tuple) and not isinstance(one.value, tuple):
            linked = words.joins.composed.fullmatch(sentence, larger.end, one.start)
            if linked and larger.value == int(larger.value) and 0 < one.value < parts:
                run = replace(larger.run, end=one.run.end, scaled=True)
                made[-1] = replace(larger, run=run, end=one.end, value=larger.value + one.value / parts)
                continue
        made.append(one)
    return made


def _overlaps(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    following = bisect_left(taken, (end, 0))
    return following > 0 and taken[following - 1][1] > start


def _measured(
    run: NumberRun, sentence: str, words: FigureWords, earliest: int, lasting: Mapping[int, Duration]
) -> Candidate:
    """The number with its unit, or the whole duration that begins with it, where no "at" makes it a time of day."""
    duration = lasting.get(run.start)
    before = max(earliest, run.start - WIDTH_BEFORE)
    if duration and not words.exclusions.time_before.search(sentence, before, run.start):
        return Candidate(duration.run, run.start, duration.end, duration.run.value, duration.unit)
    return _with_unit(run, sentence, words, earliest)


def _with_unit(run: NumberRun, sentence: str, words: FigureWords, earliest: int) -> Candidate:
    """The number with the unit before or behind it, else with the thing it counts."""
    found = _signed(run, sentence, words, earliest)
    with_scale = _scaled_currency(run, sentence, words, earliest)
    if with_scale:
        return with_scale
    before = words.units.before.search(sentence, max(earliest, run.start - WIDTH_OF_UNIT), run.start)
    if before and (before["unit"] not in words.units.letters or _is_amount(run, before, sentence)):
        unit = words.units.symbols.get(before["unit"]) or words.units.names.get(
            before["unit"].casefold(), before["unit"]
        )
        return replace(found, start=before.start(), unit=unit, strong=True)
    named = _degrees(run, sentence, words) or named_unit(sentence, run.end, words.units)
    if named is None and words.doubtful_minus_before.search(sentence, found.start, run.start):
        found = Candidate(run, run.start, run.end, run.value)
    if named is None:
        whole = run.scaled or not run.digits or run.value == int(run.value)
        noun = counted(sentence, run.end, words.things, reach=FARTHEST_NOUN if whole else 1, part=run.scaled)
        return _with_half(replace(found, end=noun.end(), unit=noun[0]), sentence, words) if noun else found
    found = replace(found, end=named[0], unit=named[1], strong=True)
    an_hour = words.units.speed_before.search(sentence, earliest, run.start)
    if an_hour and named[1] in SPEEDS:  # "时速80公里"
        return replace(found, start=an_hour.start(), unit=SPEEDS[named[1]])
    scale = words.units.scale_after.match(sentence, found.end)
    if scale and not run.scaled and is_money(found):  # "75 USD million"
        factor = number_words(words.language).scales[scale["scale"].casefold()]
        return replace(found, end=scale.end(), value=run.value * factor)
    return _with_half(_with_cents(found, sentence, words), sentence, words)


def _with_half(found: Candidate, sentence: str, words: FigureWords) -> Candidate:
    """ "deux kilos et demi", "dos horas y media": a half that is told behind the unit."""
    if isinstance(found.value, tuple) or found.value != int(found.value) or found.run.scaled:
        return found
    half = words.units.half_after.match(sentence, found.end)
    if half is None or named_unit(sentence, half.end(), words.units) is not None:  # "a pint and a half litre"
        return found
    run = replace(found.run, scaled=True)
    return replace(found, run=run, end=half.end(), value=found.value + math.copysign(HALF, found.value))


def _scaled_currency(run: NumberRun, sentence: str, words: FigureWords, earliest: int) -> Candidate | None:
    """ "120 MEUR", "45 mkr", "MSEK 45": a currency whose symbol holds the scale."""
    if run.scaled:
        return None
    behind = words.units.scaled_after.match(sentence, run.end)
    found = behind or words.units.scaled_before.search(sentence, max(earliest, run.start - WIDTH_OF_UNIT), run.start)
    if found is None:
        return None
    factor, code = words.units.scaled[found["unit"]]
    start, end = (run.start, found.end()) if behind else (found.start(), run.end)
    return Candidate(replace(run, scaled=True), start, end, round(run.value * factor, 6), code, strong=True)


def _is_amount(run: NumberRun, letter: re.Match[str], sentence: str) -> bool:
    """Whether a number behind a letter is one of money: "R98m", "R1 200", "R45.50"; "R350" is a road or a type."""
    written = sentence[run.start : run.end]
    return run.scaled or (letter.end("unit") == run.start and re.search(r"\d\D\d{3}|\d[.,]\d\d$", written) is not None)


def _degrees(run: NumberRun, sentence: str, words: FigureWords) -> tuple[int, str] | None:
    """Degrees shown by their letter alone, "31C": where the two touch, and no word says that they are a name."""
    unit = words.units.degrees.get(sentence[run.end : run.end + 1])
    weather = abs(run.value) <= HOTTEST and not run.scaled and not re.search(r"\w-$", sentence[: run.start])
    if unit is None or not weather or re.match(r"[\w’'/-]", sentence[run.end + 1 : run.end + 2]):
        return None
    named = words.exclusions.label_before.search(sentence, max(0, run.start - WIDTH_BEFORE), run.start)
    return None if named else (run.end + 1, unit)


def _with_cents(found: Candidate, sentence: str, words: FigureWords) -> Candidate:
    """ "5 euro 50", "3 euro en 50 cent" as one amount."""
    coins = words.units.cents_after.match(sentence, found.end)
    if coins is None or not is_money(found) or isinstance(found.value, tuple) or found.value != int(found.value):
        return found
    written = coins["coins"]
    cents = float(written) if written.isascii() and written.isdigit() else parse(written, words.language)
    if cents is None or not 0 < cents < 100 or (cents < 10 and not coins["named"]):
        return found
    return replace(found, end=coins.end(), value=found.value + cents / 100)


def _signed(run: NumberRun, sentence: str, words: FigureWords, earliest: int) -> Candidate:
    """A minus sign belongs to a number when it touches it and nothing touches the sign: "-5 %"; so does a "minus"."""
    before = sentence[max(earliest, run.start - WIDTH_BEFORE) : run.start]
    sign = run.start > earliest and re.search(r"(?:^|[\s(])[-−]$", sentence[max(0, run.start - 2) : run.start])
    if sign and run.digits:
        return Candidate(run, run.start - 1, run.end, -run.value)
    said = words.minus_before.search(before)
    if said is None or any(
        pattern.search(before) for _, pattern in words.qualifiers.before
    ):  # Portuguese "pelo menos 5"
        return Candidate(run, run.start, run.end, run.value)
    return Candidate(run, run.start - len(before) + said.start(), run.end, -run.value)


def _with_ranges(found: Sequence[Candidate], sentence: str, words: FigureWords) -> Iterator[Candidate]:
    """The figures with two that are the ends of a range made one: "5 bis 10 Prozent", "between 5 and 10 per cent"."""
    waiting: Candidate | None = None
    for current in found:
        if waiting is None:
            waiting = current
            continue
        changes = _is_change(waiting, current, sentence, words)
        joined = None if changes else _range(waiting, current, sentence, words)
        joined = joined or share(waiting, current, sentence, words)
        if joined is None:
            yield _before_change(waiting, current) if changes else _with_unit_of_next(waiting, current, sentence, words)
            became = changes or words.joins.changes.fullmatch(sentence, waiting.end, current.start) is not None
            joined = replace(current, changed=became)
        waiting = joined
    if waiting is not None:
        yield waiting


def _is_change(first: Candidate, second: Candidate, sentence: str, words: FigureWords) -> bool:
    """Whether a verb says that the first number became the second: "rose from 4 to 5 per cent" is no range."""
    gap = _between(first, second, sentence)
    if not (words.joins.ranges.fullmatch(gap) or words.joins.changes.fullmatch(gap)):
        return False
    before = sentence[max(0, first.start - WIDTH_OF_CLAUSE) : first.start]
    clause = re.split(r"[,;:()]\s|\s[–—-]\s", before)[-1]
    if words.verb_last:  # "soll von 3,4 auf 4 Milliarden Euro wachsen"
        clause += " " + re.split(r"[,;:()]\s|\s[–—-]\s", sentence[second.end : second.end + WIDTH_BEFORE])[0]
    return words.joins.from_before.search(before) is not None and words.joins.change_verbs.search(clause) is not None


def _before_change(first: Candidate, second: Candidate) -> Candidate:
    """ "from 5 to 7 million people": what the first number leaves out, unit and scale, is the second one's.

    The scale is shared only between numbers of one size: "from 500 to 2 million users" begins with 500.
    """
    if first.unit is not None or isinstance(first.value, tuple) or isinstance(second.value, tuple):
        return first
    scale = _scale(second) if second.run.scaled and not first.run.scaled else 1.0
    alike = scale > 1 and 1 / LARGEST_CHANGE < first.value * scale / second.value < LARGEST_CHANGE
    run = replace(first.run, scaled=first.run.scaled or alike)
    return replace(first, run=run, value=first.value * (scale if alike else 1), unit=second.unit, strong=second.strong)


def _between(first: Candidate, second: Candidate, sentence: str) -> str:
    """What stands between two numbers and their units: " and " of "between $5 and $10"."""
    has_unit_before = second.strong and second.start < second.run.start and sentence[second.start] not in "-−"
    begins = second.start if has_unit_before else second.run.start
    return sentence[first.end if first.strong else first.run.end : begins]


def _with_unit_of_next(first: Candidate, second: Candidate, sentence: str, words: FigureWords) -> Candidate:
    """ "von 40 auf 35 Prozent", "48 und 47 Prozent": the first number is of the unit that only the second one shows."""
    if first.unit is not None or not second.strong:
        return first
    gap = sentence[first.run.end : second.run.start]
    joined = words.joins.changes.fullmatch(gap) or words.joins.same_kind.fullmatch(gap)
    return replace(first, unit=second.unit, strong=True) if joined else first


def _range(first: Candidate, second: Candidate, sentence: str, words: FigureWords) -> Candidate | None:
    """Two numbers that are the ends of a range; a unit before the first one is the second one's too ("yüzde 5-10")."""
    low, high = first.value, second.value
    if isinstance(low, tuple) or isinstance(high, tuple) or not _are_linked(first, second, sentence, words):
        return None
    if first.strong and first.end == first.run.end and first.start < first.run.start and not second.strong:
        second = replace(second, end=second.run.end, unit=first.unit, strong=True)
    if second.unit is None and not second.run.scaled:
        return None
    if second.run.scaled and not first.run.scaled:
        low *= _scale(second)
    is_share = first.run.scaled and low < 1 <= high  # "one in four to five attempts" begins with a share
    if low >= high or is_share or (first.strong and first.unit != second.unit):
        return None
    return replace(second, start=first.start, value=(low, high), run=replace(second.run, start=first.run.start))


def _are_linked(first: Candidate, second: Candidate, sentence: str, words: FigureWords) -> bool:
    """Whether the words around two numbers make them a range: "5 bis 10", "zwischen 5 und 10"."""
    earliest = max(0, first.start - WIDTH_BEFORE)
    gap = _between(first, second, sentence)
    if words.joins.by_before.search(sentence, earliest, first.start):
        return False
    if words.joins.ranges.fullmatch(gap):
        return True
    if words.joins.between_behind.match(sentence, second.end) and words.joins.behind_between.fullmatch(gap):
        return True
    opened = words.joins.between.search(sentence, earliest, first.start)
    return opened is not None and words.joins.and_between.fullmatch(gap) is not None


def _scale(found: Candidate) -> float:
    """The scale that a number was written with: a million for "300 Millionen"."""
    value = found.run.value
    return next((scale for scale in (1e12, 1e9, 1e6, 1e3) if value >= scale), 1.0)
