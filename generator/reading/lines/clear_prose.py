"""Sentences in a text that is little else: they are the article's without a doubt and need no closer look.

Takes the lines of a text (no blank ones) and its language; gives those lines with their telling words, none where other
lines stand together as a menu does, or below a heading of comments, links or notices. A line with a word or a sign by
which pages offer, link or credit something is looked at like any other, unless it stands right between such sentences
and says much of what they say; there a heading is clear too that speaks of the same.
"""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from generator.reading.lines.shapes import SHORT, TELLING_CHARS
from generator.reading.lines.surroundings import HEADINGS, in_several
from generator.reading.marks import ends_sentence
from generator.reading.phrases import CATEGORIES, edges, hits_of, holding_any, holds_any

# A text has so many sentences, so much of it are such, and so many labels may stand together in it, or above it
FEWEST, SHARE, MOST_TOGETHER, MOST_ABOVE = 4, 0.5, 3, 5
# Only so much of a line is looked at: what speaks to readers does so where it begins or ends
GLANCE_CHARS = 240
# Words longer than this on average are those of a script without spaces
MOST_CHARS_A_WORD = 14
# So many of its telling words, and so much of them, a sentence of an article has in common with the others
FEWEST_SHARED, SHARED = 2, 0.1
FEWEST_AKIN, AKIN = 3, 0.2
# So many lines together may stand between two clear ones, and so much they have in common with the others
MOST_BETWEEN, FEWEST_SHARED_BETWEEN, SHARED_BETWEEN = 2, 4, 0.2
FEWEST_WORDS, LONGEST_HEADING_CHARS = 2, 110
# What pages offer, link or credit; what merely speaks to somebody or names a day stands in articles too
SPEAKING = frozenset(CATEGORIES) - {"address", "byline", "dated", "updated", "media", "reading_time"}
OFFERING = frozenset({"advert", "related", "appeal"})
ANNOUNCING = frozenset(f"{kind}:begins" for kind in HEADINGS)
# Signs by which pages link, list and credit, and which are no part of a sentence
SIGNS = "|@#*<>{}[]_/\\"
OTHER_SIGNS = "©®•·›►▶✓★☆"
# Letters, apostrophes and hyphens stay; a sign becomes a mark, all else a space
MARK = "\x01"
NO_WORDS = (string.punctuation + string.digits).replace("'", "").replace("-", "").encode()
TO_SPACES = bytes.maketrans(NO_WORDS, bytes([MARK.encode()[0] if chr(code) in SIGNS else 32 for code in NO_WORDS]))


class ClearLine(NamedTuple):
    """A line that needs no closer look: its telling words, and whether it is a sentence or else a heading.

    ``is_akin`` says that it surely tells of what the others tell of: more of its words stand in them than by chance.
    """

    telling: frozenset[str]
    is_sentence: bool = True
    is_akin: bool = False


class _Told(NamedTuple):
    """A line with the small words of it, or of its beginning and end, the telling ones, and what its signs say.

    ``is_end`` says that it ends a sentence, ``is_long`` that it is such a one and not short.
    """

    line: str
    words: tuple[str, ...]
    telling: frozenset[str]
    has_signs: bool
    is_end: bool
    is_long: bool


def clear_prose(lines: Sequence[str], language: str) -> dict[int, ClearLine]:
    """The lines that need no closer look, by number."""
    ended = [ends_sentence(line) for line in lines]
    sentences = sum([end and len(line) >= SHORT for end, line in zip(ended, lines, strict=True)])
    if sentences < max(FEWEST, SHARE * len(lines)):
        return {}
    told = _told(lines, ended)
    clear = _sentences(told[: _last_of_article(ended) + 1], language, len(lines))
    return clear | _between(told, clear, language)


def _sentences(told: Sequence[_Told], language: str, of: int) -> dict[int, ClearLine]:
    """The sentences that say what others of them say, down to the first heading of something else, of so many lines."""
    speaking = holding_any([one.words for one in told], language, SPEAKING)
    found: dict[int, frozenset[str]] = {}
    for number, one in enumerate(told):
        if one.is_long:
            if number not in speaking and one.telling and not one.has_signs and _is_prose(one.line):
                found[number] = one.telling
        elif _is_heading(one.line, language) or (
            not one.is_end and 2 * number > of and all(map(one.telling.isdisjoint, found.values()))
        ):
            break
    again = in_several(found.values())
    clear: dict[int, ClearLine] = {}
    for number, own in found.items():
        shared = len(own & again)
        if shared >= max(FEWEST_SHARED, SHARED * len(own)):
            clear[number] = ClearLine(own, is_akin=shared >= max(FEWEST_AKIN, AKIN * len(own)))
    return clear


def _between(told: Sequence[_Told], clear: Mapping[int, ClearLine], language: str) -> dict[int, ClearLine]:
    """Sentences and headings right between clear sentences that say, or speak of, what these say."""
    said = frozenset[str]().union(*[line.telling for line in clear.values()])
    found: dict[int, ClearLine] = {}
    for above, below in pairwise(clear):
        if 1 < below - above <= MOST_BETWEEN + 1:
            numbers = range(above + 1, below)
            if all(_belongs(told[number], said, language) for number in numbers):
                found |= {number: ClearLine(told[number].telling, told[number].is_long) for number in numbers}
    return found


def _belongs(one: _Told, said: frozenset[str], language: str) -> bool:
    """Whether a line between clear ones is the article's: a sentence that says much of it, or a heading of it."""
    shared = len(one.telling & said)
    if one.line[:1].islower() or one.line.isupper():
        return False
    if one.is_long:
        enough = max(FEWEST_SHARED_BETWEEN, SHARED_BETWEEN * len(one.telling))
        return shared >= enough and not holds_any(one.words, language, OFFERING)
    if (
        one.is_end
        or not shared
        or one.has_signs
        or len(one.words) < FEWEST_WORDS
        or len(one.line) > LONGEST_HEADING_CHARS
    ):
        return False
    # A caption states a day or a count: "Bachmut, 24. April 2023"
    return not any(map(str.isdigit, one.line)) and not hits_of(one.line.strip(), language)


def _is_heading(line: str, language: str) -> bool:
    """Whether a short line announces comments, links or notices, which stand below it."""
    return len(line) < SHORT and not ANNOUNCING.isdisjoint(hits_of(line.strip(), language))


def _last_of_article(ended: Sequence[bool]) -> int:
    """The last line above those that end no sentence and stand together as a menu does; -1 if that is far above."""
    at = 0
    for is_end, run in groupby(ended):
        count = len(list(run))
        if not is_end and count > (MOST_TOGETHER if at else MOST_ABOVE):
            return at - 1 if 2 * at > len(ended) else -1
        at += count
    return len(ended) - 1


def _is_prose(line: str) -> bool:
    """Whether a line is set as sentences are, in a script with spaces."""
    return line.count(" ") * MOST_CHARS_A_WORD >= len(line) and not line[:1].islower() and not line.isupper()


def _told(lines: Sequence[str], ended: Sequence[bool]) -> list[_Told]:
    """The words and signs of the lines, found in all of them at once."""
    together = "\n".join([line if len(line) <= GLANCE_CHARS else edges(line, GLANCE_CHARS) for line in lines]).lower()
    spaced = together.encode("utf-8", "surrogatepass").translate(TO_SPACES).decode("utf-8", "surrogatepass").split("\n")
    others = [sign for sign in OTHER_SIGNS if sign in together]
    told = []
    for line, part, is_end in zip(lines, spaced, ended, strict=True):
        has_signs = MARK in part or (bool(others) and any(map(line.__contains__, others)))
        words = tuple((part.replace(MARK, " ") if has_signs else part).split())
        telling = frozenset([word for word in words if len(word) >= TELLING_CHARS])
        told.append(_Told(line, words, telling, has_signs, is_end, is_end and len(line) >= SHORT))
    return told
