"""Authors whom a head names without a word such as "By": a line of names right beside the date, below the title.

Takes the lines around the article and the language; gives the names. Such a line can also be a section, a place or
a subject, so that it counts only where nothing else on the page knows its words: the article speaks of its subject and
its places, the menu lists its sections, and an agency or an outlet is no person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model import Line, LineRole, fold
from generator.reading.heads.between_names import author_mark
from generator.reading.heads.names import kind_in, supplier_in
from generator.reading.heads.person_names import CAPITALISED, SMALL_WORDS
from generator.reading.heads.stated_dates import stated_dates
from generator.reading.phrases import hits_of

LONGEST_CHARS = 80
MOST_NAMES = 4
NEAR_TITLE_LINES = 8
# Two or three words with capitals, with the small words that stand in names
NAME = re.compile(
    rf"{CAPITALISED}(?:\s+(?:{SMALL_WORDS})){{0,2}}"
    r"(?:\s+[^\W\d_a-zß-ÿ][\w’'.-]+){1,2}"
)
SHORT_WORD_CHARS = 3


def names_beside_date(spoken: Sequence[Line], title: int | None, language: str) -> tuple[tuple[str, ...], Line] | None:
    """The names and the line that bears them; ``spoken`` are all lines that are not blank, ``title`` its number.

    ``None`` where no line is beyond doubt.
    """
    if title is None:
        return None
    words = " ".join(line.text for line in spoken if line.kept)
    for at, line in enumerate(spoken):
        if not title < line.number or line.kept or len(line.text) > LONGEST_CHARS or line.role is LineRole.CAPTION:
            continue
        if sum(title < other.number <= line.number for other in spoken) > NEAR_TITLE_LINES:
            return None
        found = _names_in(line, language)
        dated = any(one.role is LineRole.DATELINE for one in spoken[max(0, at - 1) : at + 2])
        if found and dated and all(_is_author(name, line, spoken, words, language) for name in found):
            return found, line
    return None


def _names_in(line: Line, language: str) -> tuple[str, ...]:
    """The names that a line consists of, before its date where it has one."""
    text = fold(line.text)
    dates = stated_dates(text, language)
    if dates:
        text = text[: dates[0].start]
    pieces = [piece.strip(" |•·-–—,") for piece in author_mark().split(text)]
    pieces = [piece for piece in pieces if piece]
    named = 0 < len(pieces) <= MOST_NAMES and all(NAME.fullmatch(piece) for piece in pieces)
    return tuple(dict.fromkeys(pieces)) if named else ()


def _is_author(name: str, line: Line, spoken: Sequence[Line], words: str, language: str) -> bool:
    """Whether nothing on the page knows a name as something else than an author's."""
    if name in words or name.isupper() or supplier_in(name) is not None or kind_in(name, language) is not None:
        return False
    if hits_of(name, language):
        return False
    parts = [part for part in name.split() if len(part) > SHORT_WORD_CHARS]
    if any(re.search(rf"(?<!\w){re.escape(part.lower())}(?!\w)", words) for part in parts):
        return False
    return not any(_uses(other.text, name, parts) for other in spoken if other.number < line.number)


def _uses(text: str, name: str, parts: Sequence[str]) -> bool:
    """Whether a line above holds the name, or is one of its words: a menu does."""
    return name.casefold() in text.casefold() or fold(text) in parts
