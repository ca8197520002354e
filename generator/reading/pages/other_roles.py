"""Whose names stand in a byline for something else than writing: behind "Edited by" or "Photos by".

Takes the words that stand before a name in its line. The words are in the language files, and those of every language
count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from generator.languages import available, words
from generator.reading.choices import any_of
from generator.reading.pages.announcing import words_for_pictures

# How many words may say at the beginning of a line what somebody did: "Medically reviewed by"
MOST_WORDS = 3
# What stands before the first colon of a line
OPENING = re.compile(r"[^:：]{2,20}[:：]")


def writers_among(line: str, names: Sequence[str]) -> Iterator[str]:
    """Those names of a line, in their order, before which no word says that they edited the text or made its pictures.

    "A. Name" of "Written by A. Name, edited by B. Name".
    """
    end = 0
    for name in names:
        at = line.find(name, end)
        if at < 0:
            yield name
            continue
        if not _others().search(line[end:at]):
            yield name
        end = at + len(name)


def opens_with_another_role(line: str) -> bool:
    """Whether a line opens with a word for editing or pictures: "编辑：A. Name", "Edited by A. Name"."""
    opened = OPENING.match(line)
    heard = line.split(maxsplit=MOST_WORDS)
    openings = (opened[0] if opened else "", *(" ".join(heard[:n]) for n in range(1, MOST_WORDS + 1)))
    return any(_others().search(opening) for opening in openings)


@cache
def _others() -> re.Pattern[str]:
    """The end of what stands before somebody who did not write: "edited by", "Fotos:"."""
    listed = {word for code in available() for word in words(code, "pages", "before_editors")} | words_for_pictures()
    by = any_of(word for code in available() for word in words(code, "pages", "by"))
    return re.compile(rf"(?<!\w)(?:{any_of(listed)})s?(?:\s(?:{by}))?\s*[:：]?\s*$", re.IGNORECASE)
