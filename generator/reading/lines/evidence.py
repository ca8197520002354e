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
from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from generator.reading.lines import surroundings
from generator.reading.lines.clear_prose import ClearLine
from generator.reading.lines.shapes import Names, Shape, holds_date, prose_of, shape_of, shape_of_clear, steps
from generator.reading.marks import (
    ADDRESS,
    CLOCK,
    CLOCK_SIGNS,
    CREDIT_CHARS,
    CREDIT_SIGN,
    CREDITED,
    DIGIT,
    GLUED,
    HOST_ENDING,
    HOURS,
    MONEY,
    MONEY_SIGN,
    NO_CREDIT_ENDS,
    QUOTATION,
    RIGHTS,
    SEPARATING_SIGN,
    SEPARATORS,
    SPEECH,
    YEAR,
)

LENGTHS = (3, 8, 15, 25, 40, 60, 80, 110, 150, 220, 320, 600)
OTHER_COMMAS = "、，،"
# What a question ends with, and what a quotation does
QUESTION, QUOTED = frozenset("?？؟"), tuple('"”“»」')
# What stands in most lines of prose and marks nothing: stops, apostrophes (a straight one opens speech), other letters
PLAIN_SIGNS = ".?!’äöüÄÖÜßàáâãåæçèéêëìíîïñòóôõøœùúû"
# How long a line of a menu is, and how many of them are remembered
MENU_CHARS, MENU_LINES = 120, 8_192
# The fewest digits of a time of day ("9:15") and of a year
CLOCK_DIGITS, YEAR_DIGITS = 3, 4


class Evidence(NamedTuple):
    """The names of what holds of a line: of its ``own``, wherever it stands, and of what stands ``around`` it."""

    own: Names
    around: tuple[Names, ...]


NOTHING = Evidence((), ())


def evidence(
    lines: Sequence[str], language: str, clear: Mapping[int, ClearLine] = MappingProxyType({})
) -> list[Evidence]:
    """For every line, in order, the names of what holds of it. There is at least one line, and none may be blank.

    Of those that are ``clear``, by number, nothing is named.
    """
    looked_at = [_seen(line, language, clear.get(number)) for number, line in enumerate(lines)]
    shapes = [shape for shape, _ in looked_at]
    prose = [prose_of(shape) for shape in shapes]
    around = zip(
        _repetition(shapes),
        surroundings.density(prose, clear),
        surroundings.echoes(shapes),
        surroundings.below_title(lines, shapes),
        surroundings.neighbours(shapes),
        surroundings.topics(lines, shapes),
        surroundings.headings(shapes),
        zip(
            surroundings.gaps(shapes),
            surroundings.runs(shapes),
            surroundings.homeliness(shapes, prose, clear),
            strict=True,
        ),
        strict=True,
    )
    return [
        NOTHING if number in clear else Evidence(own, names)
        for number, ((_, own), names) in enumerate(zip(looked_at, around, strict=True))
    ]


def _seen(line: str, language: str, clear: ClearLine | None) -> tuple[Shape, Names]:
    """The shape of a line and what holds of it by itself: nothing of a ``clear`` one."""
    if clear is not None:
        return shape_of_clear(line, clear.telling, is_sentence=clear.is_sentence), ()
    return _remembered(line, language) if len(line) <= MENU_CHARS else _looked(line, language)


def _looked(line: str, language: str) -> tuple[Shape, Names]:
    shape = shape_of(line, language)
    return shape, _own(shape)


# The lines of a menu stand in every article of their publisher
_remembered = lru_cache(maxsize=MENU_LINES)(_looked)


def _own(shape: Shape) -> Names:
    """What holds of the line by itself."""
    text, size = shape.text, shape.size
    commas = text.count(",") + sum(map(shape.signs.count, OTHER_COMMAS))
    length, inner_ends = bisect_right(LENGTHS, shape.width), min(shape.inner_ends, 3)
    marks = [f"{mark}:{size}" for mark in _marks(shape)]
    if text.isupper():
        marks.append(f"capitals:{size}")
    if text[:1].isdigit():
        marks.append(f"digit-first:{size}")
    elif text[:1].islower():
        marks.append(f"small-first:{size}")
    return (
        *_form(length, _ending(shape), inner_ends, _case(shape), min(commas, 3), size),
        *marks,
        *_said(shape.hits, size),
    )


@lru_cache(maxsize=MENU_LINES)
def _form(length: int, ending: str, inner_ends: int, case: str, commas: int, size: str) -> Names:
    inner = f"inner:{inner_ends}"
    return (*steps("length", length), f"ends:{ending}:{size}", inner, case, f"commas:{commas}:{size}")


@lru_cache(maxsize=MENU_LINES)
def _said(hits: frozenset[str], size: str) -> Names:
    """The kinds of phrases in a line; ``none`` where nothing but an address is said in the middle of it."""
    names = tuple([f"word:{hit}:{size}" for hit in hits])
    return names if any(":" not in hit and hit != "address" for hit in hits) else (*names, f"word:none:{size}")


def _case(shape: Shape) -> str:
    if shape.small < 0:
        return "case:none" if shape.small > -2 else "case:script"
    return f"case:{int(shape.small * 4.99)}:{shape.size}"


def _marks(shape: Shape) -> list[str]:
    """The marks that stand in a line, each looked for only where its signs do."""
    text, signs, folded = shape.text, shape.signs, shape.folded
    marked = signs.strip(PLAIN_SIGNS)
    found = _figures(shape) if marked else []
    if "." in signs and _holds_address(text):
        found.append("address")
    if marked:
        found += _set_apart(shape)
    if ("©" in signs or "(c)" in folded or "opyr" in folded) and RIGHTS.search(text):
        found.append("rights")
    if marked and QUOTATION.search(signs):
        found.append("quotation")
    if GLUED.search(text):
        found.append("glued")
    return found


def _set_apart(shape: Shape) -> list[str]:
    """The marks that set something in a line apart: a credit, somebody's speech, one link from another."""
    text, signs, found = shape.text, shape.signs, []
    may_credit = CREDIT_SIGN.search(signs) and not text.endswith(NO_CREDIT_ENDS)
    if may_credit and CREDITED.search(text, max(0, len(text) - CREDIT_CHARS)):
        found.append("credited")
    if SPEECH.match(text):
        found.append("speech")
    if SEPARATING_SIGN.search(signs) and SEPARATORS.search(text):
        found.append("separator")
    return found


def _figures(shape: Shape) -> list[str]:
    """The marks of figures in a line."""
    text, signs, found = shape.text, shape.signs, []
    digits = len(DIGIT.findall(signs))
    if not digits:
        return []
    if digits >= CLOCK_DIGITS and (CLOCK_SIGNS.search(signs) or HOURS.search(text)) and CLOCK.search(text):
        found.append("clock")
    if holds_date(shape):
        found.append("date")
    if digits >= YEAR_DIGITS and YEAR.search(text):
        found.append("year")
    if MONEY_SIGN.search(signs) and MONEY.search(text):
        found.append("money")
    if digits * 5 > len(text):
        found.append("digits")
    return found


def _holds_address(text: str) -> bool:
    may = "://" in text or "www." in text or "@" in text or HOST_ENDING.search(text) is not None
    return may and ADDRESS.search(text) is not None


def _ending(shape: Shape) -> str:
    text = shape.text
    if shape.ends:
        if text.endswith(("...", "…")):
            return "ellipsis"
        return "sentence" if QUESTION.isdisjoint(text[-3:]) else "question"
    if text.endswith((":", "：")):
        return "colon"
    return "quotation" if text.endswith(QUOTED) else "other"


def _repetition(shapes: Sequence[Shape]) -> list[Names]:
    """Whether a line stands again elsewhere, is part of the first one, or is the first or last of all."""
    counts = Counter(shape.folded for shape in shapes)
    title = shapes[0].folded
    found: list[Names] = []
    for shape in shapes:
        names: Names = (f"again:{shape.size}",) if counts[shape.folded] > 1 else ()
        if shape.width > 20 and (shape.folded in title or (len(title) > 20 and title in shape.folded)):
            names += ("title",)
        found.append(names)
    found[0] += ("first",)
    found[-1] += ("last",)
    return found
