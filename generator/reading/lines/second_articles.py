"""Another article below the page's own: a break, a line that is its title, and sentences of something else.

Author or day may stand below that title, and a heading of links above it: both say that an article begins.

Takes the paragraphs of a text and which of them are kept; gives the numbers of those that are of the other article. An
article goes on below adverts and links as well, with words that it has used before: what is left out here has hardly
any of them. Time grows with the length of the text alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.model import LineRole
from generator.reading.heads.page_title import page_title, roots, surely_told
from generator.reading.lines.neighbourhood import LONGEST_BUTTON_CHARS, LONGEST_HEADING_CHARS, is_prose
from generator.reading.lines.roles import furniture_role
from generator.reading.marks import ends_sentence
from generator.reading.paragraphs import LineGroup
from generator.reading.phrases import hits_of
from generator.reading.wide_letters import letters

# In letters; a line of a list of links is no shorter than the second
SHORTEST_TITLE, SHORTEST_LINK = 12, 20
FEWEST_BETWEEN, FEWEST_OWN, FEWEST_OTHER = 2, 2, 2
# What is below and what is above share no more of the words of the shorter one, and where a page marks it; what is
# below has so many of them
MOST_SHARED, MOST_SHARED_MARKED, FEWEST_ROOTS = 0.12, 0.2, 6
# The first sentences below a title say one of its words again; without a break so many, and so much of all
FEWEST_AGAIN, AGAIN_SHARE = 2, 0.4
# So much of the words of a title may stand above it, where a page marks it
TOLD_ABOVE = 0.34
# The page's title shares so many times more words with its own article
NAMED_APART, FEWEST_NAMED = 2, 2
LINES_OF_HEAD = 14


class _Beginning(NamedTuple):
    """Where another article may begin: its first body by its place among all, its title, whether a page marks it."""

    place: int
    title: int
    marked: bool


def second_articles(found: Sequence[LineGroup], kept: frozenset[int], language: str) -> set[int]:
    """Numbers of all that is kept below the break that ends the page's own article, if another one begins there."""
    bodies = [n for n in sorted(kept) if is_prose(found[n].text)]
    begins = _not_told_above(found, bodies, _beginnings(found, bodies, language))
    if not begins:
        return set()
    page = page_title(found[0].folded)
    named = roots(page.cuts[-1]) if page else frozenset()
    told = [roots(found[n].text) for n in bodies]
    for begin in begins:
        own, other = frozenset().union(*told[: begin.place]), frozenset().union(*told[begin.place :])
        most = MOST_SHARED_MARKED if begin.marked else MOST_SHARED
        said = roots(found[begin.title].text)
        again = len(said & own) > (TOLD_ABOVE * len(said) if begin.marked else 0)
        shared = len(other & own) / max(min(len(own), len(other)), 1)  # the first lines of an article are few words
        if len(other) < FEWEST_ROOTS or shared > most or again:
            continue
        above = _head(found, bodies[0]) if begin.marked else frozenset()
        if _are_apart(named | above, own, other, marked=begin.marked):
            return {n for n in kept if n >= begin.title}
    return set()


def _head(found: Sequence[LineGroup], first: int) -> frozenset[str]:
    """The roots of the words right above an article: of its title, its summary, its section."""
    return frozenset().union(*(roots(line.text) for line in found[max(0, first - LINES_OF_HEAD) : first]))


def _beginnings(found: Sequence[LineGroup], bodies: Sequence[int], language: str) -> list[_Beginning]:
    """The places below the first sentences at which a line stands that may be a title."""
    begins = []
    for place in range(FEWEST_OWN, len(bodies) - FEWEST_OTHER + 1):
        above, title = bodies[place - 1], bodies[place] - 1
        if title <= above:
            continue
        signed = title
        while signed - 1 > above and _is_signature(found[signed].text, language):
            signed -= 1
        begin = _Beginning(place, signed, signed < title or _is_announced(found, above, signed, language))
        if _is_title(found, signed, language) and _told_below(found, bodies, begin):
            begins.append(begin)
    return begins


def _is_signature(text: str, language: str) -> bool:
    """Whether a line is of author or day, as they stand between a title and its article."""
    return furniture_role(text, language, surely=True) in (LineRole.BYLINE, LineRole.DATELINE)


def _is_announced(found: Sequence[LineGroup], above: int, title: int, language: str) -> bool:
    """Whether a heading of links stands between the article and a title: "Read also"."""
    between = (found[n].text for n in range(above + 1, title))
    return any(len(text) <= LONGEST_BUTTON_CHARS and "related:begins" in hits_of(text, language) for text in between)


def _told_below(found: Sequence[LineGroup], bodies: Sequence[int], begin: _Beginning) -> bool:
    """Whether the first sentences below a title say its words again."""
    said = roots(found[begin.title].text)
    apart = begin.marked or begin.title - bodies[begin.place - 1] > FEWEST_BETWEEN
    least = 1 if apart else max(FEWEST_AGAIN, AGAIN_SHARE * len(said))
    below = found[bodies[begin.place]].text
    folded = below.casefold()  # what is no part of it is no root of it either
    return sum(map(folded.__contains__, said)) >= least and len(said & roots(below)) >= least


def _not_told_above(
    found: Sequence[LineGroup], bodies: Sequence[int], begins: Sequence[_Beginning]
) -> list[_Beginning]:
    """The places whose title may say nothing of what stands above it; all but a few sub-headings do, soon seen."""
    above = [f" {found[n].text.casefold()}" for n in bodies[: begins[-1].place]] if begins else []
    said = {begin: roots(found[begin.title].text) for begin in begins}
    return [
        begin
        for begin in begins
        if begin.marked or not any(surely_told(root, text) for text in above[: begin.place] for root in said[begin])
    ]


def _are_apart(named: frozenset[str], own: frozenset[str], other: frozenset[str], *, marked: bool) -> bool:
    """Whether what is above is the article that the page's title names; without one, whether it is the longer.

    Where the page ``marked`` the other one, it has hardly a word of the title or of what else stands above the first.
    """
    if marked:
        return len(named & own & other) < FEWEST_NAMED
    if not named:
        return len(own) >= len(other)
    return len(named & own) > NAMED_APART * len(named & other)


def _is_title(found: Sequence[LineGroup], number: int, language: str) -> bool:
    """Whether a line may be a title, and is not the last one of a list of links."""
    text, above = found[number].text, found[number - 1].text
    if ends_sentence(text) or len(text) > 2 * LONGEST_HEADING_CHARS or letters(text) < SHORTEST_TITLE:
        return False
    if not ends_sentence(above) and letters(above) >= SHORTEST_LINK:
        return False
    return "related:begins" not in hits_of(text, language) and furniture_role(text, language, surely=True) is None
