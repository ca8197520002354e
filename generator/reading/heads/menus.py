"""Which lines of a text are entries of a menu, so that none of them says anything of the article.

Takes lines and the language; gives the numbers of the entries. A section's name that stands again behind its menu, or
alone over the title, is the article's own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from generator.languages import words
from generator.model import Line, LineRole, fold

FEWEST_ENTRIES = 4
LONGEST_ENTRY_WORDS = 3
LONGEST_ENTRY_CHARS = 30
FEWEST_SECTIONS = 3

ENTRIES = frozenset({LineRole.NAVIGATION, LineRole.OTHER, LineRole.KICKER, LineRole.APPEAL, LineRole.REPEAT})


@cache
def section_names(language: str) -> frozenset[str]:
    """Names of a newspaper's sections, in small letters: those of the language and the English ones."""
    return frozenset((*words(language, "lines", "sections"), *words("en", "lines", "sections")))


def menu_entries(lines: Sequence[Line], language: str) -> frozenset[int]:
    """The numbers of lines in a row of four labels or more; the last one is its entry only behind known sections."""
    found: set[int] = set()
    for row in _rows(lines):
        labels = [_label(line) for line in row]
        times = Counter(labels)
        if sum(label in section_names(language) for label in labels[:-1]) < FEWEST_SECTIONS:
            labels = labels[:-1]
        found.update(line.number for line, label in zip(row, labels, strict=False) if times[label] == 1)
    return frozenset(found)


def _rows(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Labels that stand one below the other, four or more."""
    row: list[Line] = []
    for line in lines:
        if _may_be_entry(line):
            row.append(line)
            continue
        if len(row) >= FEWEST_ENTRIES:
            yield row
        row = []
    if len(row) >= FEWEST_ENTRIES:
        yield row


def _may_be_entry(line: Line) -> bool:
    if line.kept or line.role not in ENTRIES:
        return False
    text = line.text.strip()
    return (
        len(text) <= LONGEST_ENTRY_CHARS
        and len(text.split()) <= LONGEST_ENTRY_WORDS
        and not any(map(str.isdigit, text))
    )


def _label(line: Line) -> str:
    return fold(line.text).casefold()
