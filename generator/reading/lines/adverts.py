"""Adverts that a text announces: the line that says so, and what it announces.

Takes the paragraphs of a text and its language; gives the numbers of those that are adverts, with the reason, and of
those that may be one. What an advert says goes with it until the article resumes. Most announcements stand over an
empty place: what follows is left alone unless it sounds like an advert, and doubted where only the layout of the text
says that it is one and no word of the article stands in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from generator.languages import words
from generator.reading.heads.page_title import ROOT_CHARS, telling
from generator.reading.marks import MONEY, ends_sentence
from generator.reading.paragraphs import LineGroup
from generator.reading.phrases import WORD

LONGEST_ANNOUNCEMENT_CHARS = 40
SHORTEST_ADVERT_CHARS = 60
LOOKED_AT = 4
# So many signs of an advert tell that a paragraph is one, and where the layout says so too
FEWEST_SIGNS, FEWEST_SIGNS_BELOW = 3, 2
# An advert goes on in a paragraph that shares so many words with its first one, and no more than this with the article
FEWEST_SHARED, MOST_OF_ARTICLE = 2, 0.4
# With so many words that the article has too, or their beginnings, a paragraph is hardly one
FEWEST_OF_ARTICLE = 2


class Adverts(NamedTuple):
    """``found`` are the numbers of the paragraphs that announce an advert or are one, with the reason.

    ``doubted`` are those of paragraphs that may be one.
    """

    found: dict[int, str]
    doubted: frozenset[int]


def advertised(found: Sequence[LineGroup], language: str) -> Adverts:
    """The paragraphs that announce an advert, are one, or may be one."""
    pattern = _announcement(language)
    announcing = [n for n, p in enumerate(found) if _announces(p.text, pattern)]
    # Announcements that stand again and again are over empty places
    spaced = len(announcing) == 1 and sum(paragraph.spaced for paragraph in found) > 0.4 * len(found)
    adverts: dict[int, str] = {}
    for number in announcing:
        adverts[number] = "announces an advert"
        following = range(number + 1, min(number + 1 + LOOKED_AT, len(found)))
        reason = f"follows the announcement of an advert in line {found[number].numbers[0] + 1}"
        if spaced and found[number].spaced and following:
            told = _told_below(found, following, language)
            may_be = not told and ends_sentence(found[number + 1].text) and _is_strange(found, following)
            return Adverts(adverts | dict.fromkeys(told, reason), frozenset(following[:1] if may_be else ()))
        for at in following:
            if not _sounds_like_advert(found[at].text, language):
                break
            adverts[at] = reason
    return Adverts(adverts, frozenset())


def _told_below(found: Sequence[LineGroup], following: range, language: str) -> range:
    """The paragraphs below the only announcement of a text that are the advert by what they say, the first of all."""
    telling_words = [telling(paragraph.text) for paragraph in found]
    holders = Counter(word for words_told in telling_words for word in words_told)
    goes_on = following.start + 1
    while goes_on < following.stop and _goes_on(telling_words, holders, following, goes_on):
        goes_on += 1
    several = goes_on > following.start + 1 and _is_strange(found, following)
    if several or _signs(found[following.start].text, language) >= FEWEST_SIGNS_BELOW:
        return range(following.start, goes_on)
    return range(0)


def _is_strange(found: Sequence[LineGroup], following: range) -> bool:
    """Whether the first paragraph has hardly a word in common with what stands above the announcement or below.

    The paragraph right below it is none of these: an advert may go on there.
    """
    others = " ".join(paragraph.text for n, paragraph in enumerate(found) if n not in following[:2]).casefold()
    own = telling(found[following.start].text)
    return sum(word[:ROOT_CHARS] in others for word in own) < FEWEST_OF_ARTICLE


def _announces(text: str, pattern: re.Pattern[str]) -> bool:
    return len(text) <= LONGEST_ANNOUNCEMENT_CHARS and pattern.fullmatch(text.lower()) is not None


def _goes_on(told: Sequence[frozenset[str]], holders: Mapping[str, int], within: range, at: int) -> bool:
    """Whether a paragraph speaks on of what the advert's first one began, in words that the article does not use."""
    own = told[at]
    article = {word for word in own if holders[word] > sum(word in told[number] for number in within)}
    shared = (own & told[within[0]]) - article
    return len(shared) >= FEWEST_SHARED and len(article) < MOST_OF_ARTICLE * len(own)


def _sounds_like_advert(text: str, language: str) -> bool:
    return len(text) >= SHORTEST_ADVERT_CHARS and _signs(text, language) >= FEWEST_SIGNS


def _signs(text: str, language: str) -> int:
    """How many signs of an advert a paragraph has: it speaks to readers, asks or offers, names a price, calls out."""
    spoken = {word.lower() for word in WORD.findall(text)}
    signs = [
        bool(spoken & set(words(language, "lines", "address"))),
        any(phrase in text.lower() for phrase in words(language, "lines", "appeal") if len(phrase) > 4),
        not ends_sentence(text),
        bool(MONEY.search(text)),
        "!" in text,
    ]
    return sum(signs)


@cache
def _announcement(language: str) -> re.Pattern[str]:
    """A line that is nothing but an announcement: "Anzeige", "– Advertentie –", "[Advertisement]"."""
    listed = [*words(language, "lines", "announcement"), *words("en", "lines", "announcement")]
    choices = "|".join(re.escape(word) for word in dict.fromkeys(listed)) or r"(?!)"
    return re.compile(rf"[\W_]*(?:{choices})[\W_]*")
