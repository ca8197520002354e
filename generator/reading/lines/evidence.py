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
from itertools import chain

from generator.reading.lines import surroundings
from generator.reading.lines.shapes import Shape, prose_of, shape_of, steps
from generator.reading.marks import (
    ADDRESS,
    CLOCK,
    CREDIT_CHARS,
    CREDITED,
    DATE,
    DIGIT,
    GLUED,
    MAY_BE_ADDRESS,
    MONEY,
    QUOTATION,
    RIGHTS,
    SEPARATORS,
    SPEECH,
    YEAR,
)

LENGTHS = (3, 8, 15, 25, 40, 60, 80, 110, 150, 220, 320, 600)
COMMAS = ",、，،"


def evidence(lines: Sequence[str], language: str) -> list[tuple[str, ...]]:
    """For every line, in order, the names of what holds of it. No line may be blank."""
    shapes = [shape_of(line, language) for line in lines]
    prose = [prose_of(shape) for shape in shapes]
    columns = zip(
        map(_own, shapes),
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
    return [tuple(chain.from_iterable(names)) for names in columns]


def _own(shape: Shape) -> list[str]:
    """What holds of the line by itself."""
    text, size = shape.text, shape.size
    names = [
        *steps("length", bisect_right(LENGTHS, shape.width)),
        f"ends:{_ending(shape)}:{size}",
        f"inner:{min(shape.inner_ends, 3)}",
        _case(shape),
        f"commas:{min(sum(map(text.count, COMMAS)), 3)}:{size}",
    ]
    names += [f"{mark}:{size}" for mark in _marks(text)]
    if text.isupper():
        names.append(f"capitals:{size}")
    if text[:1].isdigit():
        names.append(f"digit-first:{size}")
    elif text[:1].islower():
        names.append(f"small-first:{size}")
    names += [f"word:{hit}:{size}" for hit in shape.hits]
    if not any(":" not in hit and hit != "address" for hit in shape.hits):
        names.append(f"word:none:{size}")
    return names


def _case(shape: Shape) -> str:
    if shape.small < 0:
        return "case:none" if shape.small > -2 else "case:script"
    return f"case:{int(shape.small * 4.99)}:{shape.size}"


def _marks(text: str) -> list[str]:
    """The marks that stand in a line; those of figures are looked for only where it holds a digit."""
    found = []
    digits = len(DIGIT.findall(text))
    if digits:
        found += [
            name
            for name, mark in (("clock", CLOCK), ("date", DATE), ("year", YEAR), ("money", MONEY))
            if mark.search(text)
        ]
        if digits * 5 > len(text):
            found.append("digits")
    if "." in text and MAY_BE_ADDRESS.search(text) and ADDRESS.search(text):
        found.append("address")
    if CREDITED.search(text, max(0, len(text) - CREDIT_CHARS)):
        found.append("credited")
    if SPEECH.match(text):
        found.append("speech")
    marks = (("separator", SEPARATORS), ("rights", RIGHTS), ("quotation", QUOTATION), ("glued", GLUED))
    return found + [name for name, mark in marks if mark.search(text)]


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
