"""What can be seen of every line of a plain text, before anything is decided: its evidence.

Takes the lines of one text (without blank ones) and its language; gives for every line the names of what holds of it,
e.g. ``length:5``, ``ends:sentence``, ``word:legal:short``, ``near:3``. Evidence of layout comes first and knows no
language: length, punctuation, capitals, digits, repetition (this module), how dense the neighbourhood is and whether
the words are those of the title and of the rest of the text (``lines.surroundings``). Words of the language's
``[lines]`` table come second. The same names carry the weights in ``weights.toml``. Time grows with the number of
lines.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from generator.reading.lines import surroundings
from generator.reading.lines.shapes import Shape, prose_of, shape_of, steps
from generator.reading.marks import (
    ADDRESS,
    CLOCK,
    CREDIT_CHARS,
    CREDIT_SIGN,
    CREDITED,
    DATE,
    DIGIT,
    GLUED,
    HOST_ENDING,
    MONEY,
    MONEY_SIGN,
    QUOTATION,
    RIGHTS,
    SEPARATING_SIGN,
    SEPARATORS,
    SPEECH,
    YEAR,
)

LENGTHS = (3, 8, 15, 25, 40, 60, 80, 110, 150, 220, 320, 600)
COMMAS = ",、，،"
# How long a line of a menu is, and how many of them are remembered
MENU_CHARS, MENU_LINES = 120, 8_192
# The fewest digits of a time of day ("9:15"), and of a date or year in figures ("1.1.24") but for Chinese ("3月1日")
CLOCK_DIGITS, DATE_DIGITS = 3, 4


class Evidence(NamedTuple):
    """The names of what holds of a line: of its ``own``, wherever it stands, and of what stands ``around`` it."""

    own: tuple[str, ...]
    around: tuple[str, ...]


def evidence(lines: Sequence[str], language: str) -> list[Evidence]:
    """For every line, in order, the names of what holds of it. No line may be blank."""
    looked_at = [_remembered(line, language) if len(line) <= MENU_CHARS else _looked(line, language) for line in lines]
    shapes = [shape for shape, _ in looked_at]
    prose = [prose_of(shape) for shape in shapes]
    columns = zip(
        _repetition(shapes),
        surroundings.density(prose),
        surroundings.echoes(shapes),
        surroundings.below_title(lines, shapes),
        surroundings.neighbours(shapes),
        surroundings.topics(lines, shapes),
        surroundings.headings(shapes),
        zip(surroundings.gaps(shapes), surroundings.runs(shapes), surroundings.homeliness(shapes, prose), strict=True),
        strict=True,
    )
    around = [tuple(chain.from_iterable(names)) for names in columns]
    return [Evidence(own, names) for (_, own), names in zip(looked_at, around, strict=True)]


def _looked(line: str, language: str) -> tuple[Shape, tuple[str, ...]]:
    shape = shape_of(line, language)
    return shape, _own(shape)


# The lines of a menu stand in every article of their publisher
_remembered = lru_cache(maxsize=MENU_LINES)(_looked)


def _own(shape: Shape) -> tuple[str, ...]:
    """What holds of the line by itself."""
    text, size, hits = shape.text, shape.size, shape.hits
    names = [
        *steps("length", bisect_right(LENGTHS, shape.width)),
        f"ends:{_ending(shape)}:{size}",
        f"inner:{min(shape.inner_ends, 3)}",
        _case(shape),
        f"commas:{min(sum(map(text.count, COMMAS)), 3)}:{size}",
    ]
    names += [f"{mark}:{size}" for mark in _marks(shape)]
    if text.isupper():
        names.append(f"capitals:{size}")
    if text[:1].isdigit():
        names.append(f"digit-first:{size}")
    elif text[:1].islower():
        names.append(f"small-first:{size}")
    names += [f"word:{hit}:{size}" for hit in hits]
    if not hits or not any(":" not in hit and hit != "address" for hit in hits):
        names.append(f"word:none:{size}")
    return tuple(names)


def _case(shape: Shape) -> str:
    if shape.small < 0:
        return "case:none" if shape.small > -2 else "case:script"
    return f"case:{int(shape.small * 4.99)}:{shape.size}"


def _marks(shape: Shape) -> list[str]:
    """The marks that stand in a line, each looked for only where its signs do."""
    text, signs = shape.text, shape.signs
    digits = len(DIGIT.findall(signs))
    found = _figures(shape, digits) if digits else []
    if "." in signs and _holds_address(text):
        found.append("address")
    tail = max(0, len(text) - CREDIT_CHARS)
    if CREDIT_SIGN.search(signs) and CREDIT_SIGN.search(text, tail) and CREDITED.search(text, tail):
        found.append("credited")
    if SPEECH.match(text):
        found.append("speech")
    if SEPARATING_SIGN.search(signs) and SEPARATORS.search(text):
        found.append("separator")
    if ("©" in signs or "(c)" in shape.folded or "opyr" in shape.folded) and RIGHTS.search(text):
        found.append("rights")
    if QUOTATION.search(signs):
        found.append("quotation")
    if GLUED.search(text):
        found.append("glued")
    return found


def _figures(shape: Shape, digits: int) -> list[str]:
    """The marks of figures in a line with so many digits."""
    text, found = shape.text, []
    if digits >= CLOCK_DIGITS and CLOCK.search(text):
        found.append("clock")
    if (digits >= DATE_DIGITS or shape.wide) and DATE.search(text):
        found.append("date")
    if digits >= DATE_DIGITS and YEAR.search(text):
        found.append("year")
    if MONEY_SIGN.search(shape.signs) and MONEY.search(text):
        found.append("money")
    if digits * 5 > len(text):
        found.append("digits")
    return found


def _holds_address(text: str) -> bool:
    may = "://" in text or "www." in text or "@" in text or HOST_ENDING.search(text) is not None
    return may and ADDRESS.search(text) is not None


def _ending(shape: Shape) -> str:
    last = shape.text[-1:]
    if shape.text.endswith(("...", "…")):
        return "ellipsis"
    if shape.ends:
        return "question" if any(mark in shape.text[-3:] for mark in "?？؟") else "sentence"
    if last in ":：":
        return "colon"
    return "quotation" if last in '"”“»」' else "other"


def _repetition(shapes: Sequence[Shape]) -> list[list[str]]:
    """Whether a line stands again elsewhere, is part of the first one, or is the first or last of all."""
    counts = Counter(shape.folded for shape in shapes)
    title = shapes[0].folded if shapes else ""
    found = [[f"again:{shape.size}"] if counts[shape.folded] > 1 else [] for shape in shapes]
    for shape, names in zip(shapes, found, strict=True):
        if shape.width > 20 and (shape.folded in title or (len(title) > 20 and title in shape.folded)):
            names.append("title")
    if found:
        found[0].append("first")
        found[-1].append("last")
    return found
