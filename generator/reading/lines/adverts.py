"""Adverts that a text announces: the line that says so, and what it announces.

Takes the paragraphs of a text and its language; gives the numbers of those that are adverts, with the reason. What an
advert says goes with it, whatever it says, until the article resumes. Where the announcement stands over an empty
place, as page dumps have it, what follows is left alone unless it sounds like an advert.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from generator.languages import words
from generator.reading.heads.page_title import telling
from generator.reading.marks import MONEY, ends_sentence
from generator.reading.paragraphs import LineGroup
from generator.reading.phrases import WORD

LONGEST_ANNOUNCEMENT_CHARS = 40
SHORTEST_ADVERT_CHARS = 60
LOOKED_AT = 4
# An advert goes on in a paragraph that shares so many words with its first one, and no more than this with the article
FEWEST_SHARED, MOST_OF_ARTICLE = 2, 0.4


def advertised(found: Sequence[LineGroup], language: str) -> dict[int, str]:
    """Numbers of the paragraphs that announce an advert or are one, each with the reason."""
    pattern = _announcement(language)
    announcing = [n for n, p in enumerate(found) if _announces(p.text, pattern)]
    # Announcements that stand again and again are over empty places
    spaced = len(announcing) == 1 and sum(paragraph.spaced for paragraph in found) > 0.4 * len(found)
    adverts: dict[int, str] = {}
    told: list[frozenset[str]] = []
    holders: Counter[str] = Counter()
    for number in announcing:
        paragraph = found[number]
        adverts[number] = "announces an advert"
        following = range(number + 1, min(number + 1 + LOOKED_AT, len(found)))
        for at in following:
            announced = at == number + 1 and spaced and paragraph.spaced
            if announced and not told:
                told = [telling(paragraph.text) for paragraph in found]
                holders = Counter(word for words_told in told for word in words_told)
            goes_on = at > number + 1 and bool(told) and _goes_on(told, holders, following, at)
            if not goes_on and not _is_advert(found[at].text, language, announced=announced):
                break
            adverts[at] = f"follows the announcement of an advert in line {paragraph.numbers[0] + 1}"
    return adverts


def _announces(text: str, pattern: re.Pattern[str]) -> bool:
    return len(text) <= LONGEST_ANNOUNCEMENT_CHARS and pattern.fullmatch(text.lower()) is not None


def _goes_on(told: Sequence[frozenset[str]], holders: Mapping[str, int], within: range, at: int) -> bool:
    """Whether a paragraph speaks on of what the advert's first one began, in words that the article does not use."""
    own = told[at]
    article = {word for word in own if holders[word] > sum(word in told[number] for number in within)}
    shared = (own & told[within[0]]) - article
    return len(shared) >= FEWEST_SHARED and len(article) < MOST_OF_ARTICLE * len(own)


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
