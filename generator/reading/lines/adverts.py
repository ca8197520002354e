"""Adverts that a text announces: the line that says so, and what it announces.

Takes the paragraphs of a text and its language; gives the numbers of those that are adverts, with the reason. What an
advert says goes with it, whatever it says, until the article resumes. Where the announcement stands over an empty
place, as page dumps have it, what follows is left alone unless it sounds like an advert.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from generator.languages import words
from generator.reading.lines.marks import MONEY, ends_sentence
from generator.reading.lines.phrases import WORD
from generator.reading.paragraphs import Paragraph

LONGEST_ANNOUNCEMENT_CHARS = 40
SHORTEST_ADVERT_CHARS = 60
LOOKED_AT = 4


def advertised(found: Sequence[Paragraph], language: str) -> dict[int, str]:
    """Numbers of the paragraphs that announce an advert or are one, each with the reason."""
    pattern = _announcement(language)
    spaced = sum(paragraph.spaced for paragraph in found) > 0.4 * len(found)
    adverts: dict[int, str] = {}
    for number, paragraph in enumerate(found):
        if len(paragraph.text) > LONGEST_ANNOUNCEMENT_CHARS or not pattern.fullmatch(paragraph.text.lower()):
            continue
        adverts[number] = "announces an advert"
        for at in range(number + 1, min(number + 1 + LOOKED_AT, len(found))):
            first = at == number + 1
            if not _is_advert(found[at].text, language, announced=first and spaced and paragraph.spaced):
                break
            adverts[at] = f"follows the announcement of an advert in line {paragraph.numbers[0] + 1}"
    return adverts


def _is_advert(text: str, language: str, *, announced: bool) -> bool:
    """Whether a paragraph below an announcement is the advert; ``announced`` where the layout says that it is."""
    if announced:
        return len(text) >= SHORTEST_ADVERT_CHARS or not ends_sentence(text)
    if len(text) < SHORTEST_ADVERT_CHARS:
        return False
    spoken = {word.lower() for word in WORD.findall(text)}
    signs = [
        bool(spoken & set(words(language, "lines", "address"))),
        any(phrase in text.lower() for phrase in words(language, "lines", "appeal") if len(phrase) > 4),
        not ends_sentence(text),
        bool(MONEY.search(text)),
        "!" in text,
    ]
    return sum(signs) >= 3


@cache
def _announcement(language: str) -> re.Pattern[str]:
    """A line that is nothing but an announcement: "Anzeige", "– Advertentie –", "[Advertisement]"."""
    listed = [*words(language, "lines", "announcement"), *words("en", "lines", "announcement")]
    choices = "|".join(re.escape(word) for word in dict.fromkeys(listed)) or r"(?!)"
    return re.compile(rf"[\W_]*(?:{choices})[\W_]*")
