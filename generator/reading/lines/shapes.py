"""What was counted of every line of a text before anything is compared: its width, its ends, its words.

Takes a line; gives its ``Shape``. A long line is looked at by its beginning and end alone, so that time grows with the
number of lines and not with their length.
"""

from __future__ import annotations

import string
import unicodedata
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from generator.reading.marks import DATE, DATE_SIGNS, INNER_END, ends_sentence
from generator.reading.phrases import READ_CHARS, WORD, edges, hits_of
from generator.reading.wide_letters import WIDE

# A label, a heading and a sentence differ in width; a character of Chinese, Japanese and Korean says more
SHORT, MIDDLE = 60.0, 25.0
WORDY = 45.0
LONGEST_CHARS = 5_000
WIDE_SURPLUS = 1.5
# Words shorter than this stand in any text
TELLING_CHARS = 5
# Names of what holds of a line; the same few stand together for most lines
Names = tuple[str, ...]
# All but signs, as UTF-8, which is the same as ASCII here
NO_SIGNS = (string.ascii_letters + ", ").encode()
CAPITALS = string.ascii_uppercase.encode()
FIRST = itemgetter(0)
NO_HITS: frozenset[str] = frozenset()


class Shape(NamedTuple):
    """``width`` counts wide characters as two and a half; ``small`` is the share of words in small letters, or -1.

    ``kind`` is ``prose`` (long, with an end of a sentence), ``long``, ``mid`` or ``short``; ``size`` only ``long`` or
    ``short``; ``vocabulary`` the telling words, or pairs of characters in scripts without spaces; ``signs`` what is
    left of the text without the letters of ASCII, commas and spaces.
    """

    text: str
    folded: str
    signs: str
    width: float
    wide: bool
    ends: bool
    inner_ends: int
    words: tuple[str, ...]
    vocabulary: frozenset[str]
    small: float
    hits: frozenset[str]
    kind: str
    size: str


def shape_of(line: str, language: str) -> Shape:
    """The shape of a line that is not blank."""
    whole = line.strip()
    text = whole if len(whole) <= READ_CHARS else edges(whole)
    signs = _signs_of(text)
    wide = 0 if signs.isascii() else len(WIDE.findall(signs))
    found = WORD.findall(text)
    lowered = tuple([word.lower() for word in found])
    folded = text.lower() if text.isascii() else unicodedata.normalize("NFKC", text.lower())
    ends, inner_ends = ends_sentence(text), len(INNER_END.findall(text)) if signs else 0
    width = min(len(whole), LONGEST_CHARS) + WIDE_SURPLUS * wide
    vocabulary = frozenset([word for word in lowered if len(word) >= TELLING_CHARS])
    return Shape(
        text,
        folded,
        signs,
        width,
        wide > 0,
        ends,
        inner_ends,
        lowered,
        vocabulary or (pairs(text) if wide else vocabulary),
        _small(found),
        hits_of(whole, language, lowered),
        _kind(width, sentence=ends or inner_ends > 0),
        "short" if width < SHORT else "long",
    )


def shape_of_clear(line: str, vocabulary: frozenset[str], *, is_sentence: bool) -> Shape:
    """The shape of long sentences, or of a heading, without a closer look; the ``vocabulary`` is its telling words."""
    width = float(min(len(line), LONGEST_CHARS))
    return Shape(
        text=line,
        folded="",
        signs="",
        width=width,
        wide=False,
        ends=is_sentence,
        inner_ends=int(is_sentence),
        words=(),
        vocabulary=vocabulary,
        small=1.0,
        hits=NO_HITS,
        kind=_kind(width, sentence=is_sentence),
        size="short" if width < SHORT else "long",
    )


@cache
def steps(name: str, step: int) -> Names:
    """Two names for a step of a scale, each shared with a step beside it, so that near values weigh nearly the same."""
    return (f"{name}:{step}", f"{name}:{step + 1}")


def prose_of(shape: Shape) -> float:
    """How many characters of prose a line holds: long, punctuated lines all of them, labels none."""
    if shape.width < WORDY:
        return 0.0
    if shape.ends or shape.inner_ends:
        return min(shape.width, 500)
    return min(shape.width, 500) * 0.3


def holds_date(shape: Shape) -> bool:
    """Whether a date in figures stands in a line, which most lines' signs rule out: "1.1.24", "3月1日"."""
    return DATE_SIGNS.search(shape.signs) is not None and DATE.search(shape.text) is not None


def pairs(text: str) -> frozenset[str]:
    """Pairs of characters stand for words in scripts without spaces."""
    return frozenset(text[i : i + 2] for i in range(len(text) - 1) if WIDE.match(text, i) and WIDE.match(text, i + 1))


def _kind(width: float, *, sentence: bool) -> str:
    if width >= SHORT:
        return "prose" if sentence else "long"
    return "mid" if width >= MIDDLE else "short"


def _signs_of(text: str) -> str:
    """The signs of a text, few enough to be looked at one by one."""
    return text.encode("utf-8", "surrogatepass").translate(None, NO_SIGNS).decode("utf-8", "surrogatepass")


def _small(words: list[str]) -> float:
    """The share of the words that begin with a small letter; -1 without letters, -2 in a script without capitals."""
    initials = "".join(map(FIRST, words))
    if initials.isascii():
        cased = len(initials)
        small = len(initials.encode().translate(None, CAPITALS))
    else:
        small = sum(map(str.islower, initials))
        cased = small + sum(map(str.isupper, initials))
    if cased == 0:
        return -2.0 if words else -1.0
    return small / cased
