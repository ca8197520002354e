"""Teasers of other articles below the article: a heading of links, then titles, each with one paragraph about it.

Takes the paragraphs of a text and which of them are kept; gives the numbers of those that only tell of other articles.
An article goes on below a link to another one as well, so that all that is kept below the heading must have this form
and speak little of what the article speaks of. Time grows with the length of the text alone.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from generator.reading.heads.page_title import roots
from generator.reading.lines.neighbourhood import LONGEST_BUTTON_CHARS, LONGEST_HEADING_CHARS, is_prose
from generator.reading.lines.roles import furniture_role
from generator.reading.marks import ends_sentence
from generator.reading.paragraphs import LineGroup
from generator.reading.phrases import hits_of
from generator.reading.wide_letters import letters

SHORTEST_TITLE = 18  # in letters
# The first teaser stands so near below the heading; titles alone may stand between
NEAR_HEADING = 4
# So much of the words of all teasers may be the article's: where something stands between it and their heading, and
# where the heading stands right below its last sentence, as a link amid the article does
SHARED_APART, SHARED_ADJOINING = 0.3, 0.15
FEWEST_ADJOINING = 2
# So many paragraphs below a heading of links may be a sentence or two about an article each
MOST_IN_SENTENCES = 6


def teasers_below(found: Sequence[LineGroup], kept: frozenset[int], language: str) -> set[int]:
    """Numbers of what is kept below the first heading of links below which nothing but teasers is kept."""
    bodies = [n for n in sorted(kept) if is_prose(found[n].text)]
    if told_in_sentences := _told_in_sentences(found, bodies, language):
        return told_in_sentences
    first = _first_of_pairs(found, bodies, language)
    for teaser in range(max(first, 1), len(bodies)):
        heading = _heading_above(found, bodies[teaser], bodies[teaser - 1], language)
        if heading is None:
            continue
        told = roots(" ".join(found[n].text for n in bodies[teaser:]))
        spoken = roots(" ".join(found[n].text for n in bodies[:teaser]))
        adjoins = heading - 1 == bodies[teaser - 1]
        most = SHARED_ADJOINING if adjoins else SHARED_APART
        if adjoins and (len(bodies) - teaser < FEWEST_ADJOINING or not _tell_titles(found, bodies[teaser:])):
            continue
        if len(told & spoken) < most * len(told):
            return {n for n in kept if n > heading}
    return set()


def _told_in_sentences(found: Sequence[LineGroup], bodies: Sequence[int], language: str) -> set[int]:
    """Numbers of the last paragraphs, where they stand together below a heading of links and tell of something else.

    Each of them may tell of something different, so that hardly a word of one stands in another.
    """
    first = len(bodies) - 1
    while first > 0 and bodies[first - 1] == bodies[first] - 1:
        first -= 1
    teasers = bodies[max(first, 1) :]
    if first < FEWEST_ADJOINING or not FEWEST_ADJOINING <= len(teasers) <= MOST_IN_SENTENCES:
        return set()
    heading = found[teasers[0] - 1].text
    if len(heading) > LONGEST_BUTTON_CHARS or "related:begins" not in hits_of(heading, language):
        return set()
    told = [roots(found[n].text) for n in teasers]
    spoken = roots(" ".join(found[n].text for n in bodies[:first]))
    strange = all(len(own & spoken) < SHARED_ADJOINING * len(own) for own in told)
    return set(teasers) if strange and len(told[0] & told[1]) < SHARED_ADJOINING * len(told[1]) else set()


def _first_of_pairs(found: Sequence[LineGroup], bodies: Sequence[int], language: str) -> int:
    """The place in ``bodies`` from which on each paragraph stands alone below a line that may be its title."""
    place = len(bodies)
    held = set(bodies)
    while place and _is_pair(found, bodies[place - 1], held, language):
        place -= 1
    return place


def _is_pair(found: Sequence[LineGroup], number: int, bodies: Set[int], language: str) -> bool:
    if number < 2 or number + 1 in bodies:
        return False
    title = found[number - 1].text
    if (ends_sentence(title) and title[-1:] not in "?!？！…") or letters(title) < SHORTEST_TITLE:
        return False
    hits = hits_of(title, language)
    if "related:begins" in hits or (
        len(title) <= LONGEST_BUTTON_CHARS and any(hit.endswith(":begins") for hit in hits)
    ):
        return False
    return furniture_role(title, language, surely=True) is None


def _tell_titles(found: Sequence[LineGroup], teasers: Sequence[int]) -> bool:
    """Whether one of several teasers says a word of the title above it again; of an article between links none does."""
    return any(roots(found[n].text) & roots(found[n - 1].text) for n in teasers)


def _heading_above(found: Sequence[LineGroup], teaser: int, body: int, language: str) -> int | None:
    """The heading of links right above a teaser and the titles before it; absent where other lines stand there."""
    for number in range(teaser - 2, max(body, teaser - 2 - NEAR_HEADING), -1):
        text = found[number].text
        if len(text) <= LONGEST_BUTTON_CHARS and "related:begins" in hits_of(text, language):
            return number
        if len(text) > LONGEST_HEADING_CHARS or ends_sentence(text):
            return None
    return None
