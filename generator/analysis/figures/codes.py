"""Digits that only identify: telephone, account and book numbers, coordinates, clocks. None of them counts anything.

Takes a sentence, gives the places of such codes in order. The marks are those of any language: a plus or a leading
zero, groups of digits that no number is written with ("22 123 45 67"), the letters of an IBAN or an ISBN. What only
a word nearby shows ("call 912 345 678") is for ``figures.choice`` to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

SPACE = r"[ \u00a0\u202f\u2009]"
SHORTEST_TELEPHONE_NUMBER = 6
SHORTEST_INTERNATIONAL_NUMBER = 8
SHORTEST_HYPHENATED_NUMBER = 7  # "555-010-4477"
LONGEST_GROUPED_NUMBER = 9  # digits; "+48 600 123 456" is longer, "+1 234 567" is a number with its sign
FEWEST_GROUPS = 3

# Groups of digits with single spaces, brackets, hyphens or slashes between: "+49 (30) 123-45 67", "12 500", "089/12 34"
_GROUPS = re.compile(rf"(?<![\w.,/:-])\+?\(?\d+(?:\)?(?:{SPACE}|[-–/.](?=\d)|(?=\())\(?\d+)*\)?(?![\w°%])(?![.,:]\d)")
# Thousands as a number has them: "1 234 567"
_THOUSANDS = re.compile(rf"[1-9]\d{{0,2}}(?:{SPACE}\d{{3}})+")
# "0171 …", "(030) …", "(11) …", "0 800 500 335"
_DIALLED = re.compile(rf"\(\d{{2,5}}\)|\(?0\d|0{SPACE}\(?\d{{3}}")
# Letters that say which code follows, and the code: "ISBN 978-3-16-148410-0", "IBAN DE89 3704 …", "DE89 3704 0044 …"
_NAMED = re.compile(
    r"\b(?:IS[BS]N(?:-1[03])?|IBAN|BIC|SWIFT|DOI|BLZ)\b:?\s*(?:[A-Z]{2}\d{2}\b)?[\d –/-]*(?:[A-Z\d]{2,5}\s)*[\dX]*"
    r"|\b[A-Z]{2}\d{2}(?:\s?[A-Z\d]{4}){3,7}(?:\s?[A-Z\d]{1,4})?\b"
)
# A place on the globe: "52° 31′ N", "40.7128° W", "13°24'"
_COORDINATE = re.compile(
    r"(?<![\d.,])\d++(?:[.,]\d++)?\s?°\s?(?:\d+(?:[.,]\d+)?\s?['’′](?:\s?\d+(?:[.,]\d+)?\s?[\"”″])?|(?=[NSEWOСЮВЗП]\b))"
)

# A time of day with its hour's sign, which minutes follow: "8 h 30"
_CLOCK = re.compile(r"(?<![\w.,])[012]?\d\s?h\s?[0-5]\d(?!\w)")

# How fine a picture is: "4K screens"
_SCREEN = re.compile(r"(?<![\w.,$€£])[248]K(?!\w)")

_DIGIT = re.compile(r"\d")


def codes(sentence: str) -> Iterator[tuple[int, int]]:
    """The places of codes in a sentence, in order; none overlaps another."""
    if not _DIGIT.search(sentence):
        return
    end = 0
    for start, finish in sorted((*_telephones(sentence), *_marked(sentence))):
        if start >= end:
            yield start, finish
        end = max(end, finish)


def _marked(sentence: str) -> Iterator[tuple[int, int]]:
    for pattern in (_NAMED, _COORDINATE, _CLOCK, _SCREEN):
        yield from (match.span() for match in pattern.finditer(sentence))


def _telephones(sentence: str) -> Iterator[tuple[int, int]]:
    """Groups of digits that can be no number: the whole, or the part between hyphens that has such groups."""
    for match in _GROUPS.finditer(sentence):
        written = match[0]
        if _is_dialled(written):
            yield match.span()
            continue
        start = match.start()
        for part in re.split(r"([-–/.])", written):
            groups = re.split(SPACE, part.strip())
            if len(groups) >= FEWEST_GROUPS and not _THOUSANDS.fullmatch(part):
                yield start, start + len(part)
            start += len(part)


def _is_dialled(written: str) -> bool:
    """Whether groups of digits are written as one dials them: with a plus, a leading zero, an area code in brackets."""
    digits = sum(character.isdigit() for character in written)
    grouped = _THOUSANDS.fullmatch(written.removeprefix("+")) is not None
    if written.startswith("+"):
        return digits > LONGEST_GROUPED_NUMBER or (digits >= SHORTEST_INTERNATIONAL_NUMBER and not grouped)
    if _DIALLED.match(written):
        return digits >= SHORTEST_TELEPHONE_NUMBER
    return digits >= SHORTEST_HYPHENATED_NUMBER and len(re.findall(r"\d[-–]\d", written)) >= FEWEST_GROUPS - 1


def outside(places: Sequence[tuple[int, int]], found: Iterator[tuple[int, int]]) -> list[tuple[int, int]]:
    """``places`` with those ``found`` that touch none of them, in order."""
    free = (span for span in found if not any(start < span[1] and span[0] < end for start, end in places))
    return sorted([*places, *free])
