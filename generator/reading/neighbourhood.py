"""What stands around a paragraph decides where its own likelihood leaves doubt.

Takes the paragraphs of a text, the likelihood of each and which of them are kept so far; gives the numbers of those
to keep after all and of those to leave out. Two things are certain of any article: a sub-heading heads something, and
in a text whose paragraphs stand apart by blank lines a paragraph amid the body belongs to it unless its words speak
against it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.reading.line_evidence import SENTENCE_END, hits_of
from generator.reading.line_roles import furniture_role
from generator.reading.paragraphs import Paragraph

LEAST_LIKELY = 0.05
LEAST_LIKELY_AT_EDGE = 0.15
PROSE_CHARS = 50
LONGEST_HEADING_CHARS = 90
# A beginning of one of these kinds speaks against a paragraph amid the body, such words together wherever they stand
AGAINST = frozenset(
    f"{kind}:begins"
    for kind in ("advert", "appeal", "account", "legal", "comments", "picture", "author_note", "related")
)
SELLING = (frozenset({"address", "appeal"}), frozenset({"address", "legal"}))


def rescued(found: Sequence[Paragraph], likely: Mapping[int, float], kept: frozenset[int], language: str) -> set[int]:
    """Numbers of paragraphs amid the body, or of sentences beside it, that belong to it although it seemed unlikely."""
    bodies = {n for n in kept if found[n].alone and is_prose(found[n].text)}
    saved: set[int] = set()
    for number in sorted(likely.keys() - kept):
        if not found[number].alone:
            continue
        beside = (number - 1 in bodies | saved) + (number + 1 in bodies)
        least = LEAST_LIKELY if beside == 2 else LEAST_LIKELY_AT_EDGE
        enough = beside == 2 or (beside == 1 and is_prose(found[number].text))
        if enough and likely[number] >= least and _fits(found[number].text, language):
            saved.add(number)
    return saved


def beyond_doubt(found: Sequence[Paragraph], kept: frozenset[int], language: str) -> set[int]:
    """Numbers of kept paragraphs of sentences next to the body, apart by blank lines, with nothing against them."""
    bodies = {n for n in kept if found[n].alone and is_prose(found[n].text)}
    return {n for n in bodies if (n - 1 in kept or n + 1 in kept) and _fits(found[n].text, language)}


def headless(found: Sequence[Paragraph], kept: frozenset[int]) -> set[int]:
    """Numbers of kept headings below which no prose of the article stands any more."""
    last = max((n for n in kept if is_prose(found[n].text)), default=-1)
    return {n for n in kept if n > last and not SENTENCE_END.search(found[n].text)}


def is_prose(text: str) -> bool:
    """Whether a paragraph consists of sentences."""
    return SENTENCE_END.search(text) is not None and (len(text) >= PROSE_CHARS or not text.isascii())


def _fits(text: str, language: str) -> bool:
    hits = hits_of(text, language)
    if hits & AGAINST or any(pair <= hits for pair in SELLING):
        return False
    if furniture_role(text, language, surely=True) is not None:
        return False
    return is_prose(text) or (len(text) <= LONGEST_HEADING_CHARS and " " in text and text[:1].isupper())
