"""Sentences in a text that is little else: they are the article's without a doubt and need no closer look.

Takes the lines of a text (no blank ones) and its language; gives those lines with their telling words, none where other
lines stand together as a menu does, or below a heading of comments, links or notices. A line with a word or a sign by
which pages offer, link or credit something is looked at like any other.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Sequence
from itertools import groupby

from generator.reading.lines.shapes import SHORT, TELLING_CHARS
from generator.reading.lines.surroundings import HEADINGS, in_several
from generator.reading.marks import ends_sentence
from generator.reading.phrases import READ_CHARS, edges, hits_of, holds_any

# A text has so many sentences, so much of it are such, and so many labels may stand together in it, or above it
FEWEST, SHARE, MOST_TOGETHER, MOST_ABOVE = 4, 0.5, 3, 5
# Words longer than this on average are those of a script without spaces
MOST_CHARS_A_WORD = 14
# So many of its telling words, and so much of them, a sentence of an article has in common with the others
FEWEST_SHARED, SHARED = 2, 0.1
# What pages offer, link or credit; what merely speaks to somebody or names a day stands in articles too
SPEAKING = frozenset(
    {
        "advert",
        "related",
        "appeal",
        "account",
        "sharing",
        "legal",
        "comments",
        "author_note",
        "notice",
        "embedded",
        "picture",
    }
)
ANNOUNCING = frozenset(f"{kind}:begins" for kind in HEADINGS)
SIGNS = re.compile(r"[©®|•·›►▶✓★☆@#*<>{}\[\]_/\\]")
NO_WORDS = (string.punctuation + string.digits).replace("'", "").replace("-", "").encode()
TO_SPACES = bytes.maketrans(NO_WORDS, b" " * len(NO_WORDS))


def clear_prose(lines: Sequence[str], language: str) -> dict[int, frozenset[str]]:
    """The telling words of each line that needs no closer look, by its number."""
    ended = [ends_sentence(line) for line in lines]
    long = [end and len(line) >= SHORT for end, line in zip(ended, lines, strict=True)]
    if sum(long) < max(FEWEST, SHARE * len(lines)):
        return {}
    clear: dict[int, frozenset[str]] = {}
    for number, line in enumerate(lines[: _last_of_article(ended) + 1]):
        if long[number]:
            if own := _told(line, language):
                clear[number] = own
        elif _is_heading(line, language) or (
            not ended[number] and 2 * number > len(lines) and _is_strange(line, clear.values())
        ):
            break
    again = in_several(clear.values())
    return {number: own for number, own in clear.items() if len(own & again) >= max(FEWEST_SHARED, SHARED * len(own))}


def _is_heading(line: str, language: str) -> bool:
    """Whether a short line announces comments, links or notices, which stand below it."""
    return len(line) < SHORT and not ANNOUNCING.isdisjoint(hits_of(line.strip(), language))


def _is_strange(label: str, clear: Iterable[frozenset[str]]) -> bool:
    """Whether a line that ends no sentence says no telling word of the article: a name, a day, another article."""
    own = _telling(_small_words(label))
    return all(map(own.isdisjoint, clear))


def _last_of_article(ended: Sequence[bool]) -> int:
    """The last line above those that end no sentence and stand together as a menu does; -1 if that is far above."""
    at = 0
    for is_end, run in groupby(ended):
        count = len(list(run))
        if not is_end and count > (MOST_TOGETHER if at else MOST_ABOVE):
            return at - 1 if 2 * at > len(ended) else -1
        at += count
    return len(ended) - 1


def _told(line: str, language: str) -> frozenset[str]:
    """The telling words of a line that needs no closer look, of its beginning and end if it is long; else none."""
    if line.count(" ") * MOST_CHARS_A_WORD < len(line) or SIGNS.search(line) or line[:1].islower() or line.isupper():
        return frozenset()
    words = _small_words(line if len(line) <= READ_CHARS else edges(line))
    return frozenset() if holds_any(words, language, SPEAKING) else _telling(words)


def _telling(words: Iterable[str]) -> frozenset[str]:
    return frozenset([word for word in words if len(word) >= TELLING_CHARS])


def _small_words(line: str) -> tuple[str, ...]:
    """The words of a line in small letters; signs beyond ASCII stay on them."""
    spaced = line.lower().encode("utf-8", "surrogatepass").translate(TO_SPACES)
    return tuple(spaced.decode("utf-8", "surrogatepass").split())
