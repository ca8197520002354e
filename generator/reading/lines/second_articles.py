"""Another article below the page's own: a break, a line that is its title, and sentences of something else.

Takes the paragraphs of a text and which of them are kept; gives the numbers of those that are of the other article. An
article goes on below adverts and links as well, with words that it has used before: what is left out here has hardly
any of them. Time grows with the length of the text alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.reading.heads.page_title import page_title, roots, surely_told
from generator.reading.lines.neighbourhood import LONGEST_HEADING_CHARS, is_prose
from generator.reading.lines.roles import furniture_role
from generator.reading.marks import ends_sentence
from generator.reading.paragraphs import LineGroup
from generator.reading.wide_letters import letters

# In letters; a line of a list of links is no shorter than the second
SHORTEST_TITLE, SHORTEST_LINK = 12, 20
FEWEST_BETWEEN, FEWEST_OWN, FEWEST_OTHER = 2, 2, 2
# What is below shares no more of its words with what is above, and has so many of them
MOST_SHARED, FEWEST_ROOTS = 0.12, 6
# The first sentences below a title say one of its words again; without a break so many, and so much of all
FEWEST_AGAIN, AGAIN_SHARE = 2, 0.4
# The page's title shares so many times more words with its own article
NAMED_APART = 2


def second_articles(found: Sequence[LineGroup], kept: frozenset[int], language: str) -> set[int]:
    """Numbers of all that is kept below the break that ends the page's own article, if another one begins there."""
    bodies = [n for n in sorted(kept) if is_prose(found[n].text)]
    begins = range(FEWEST_OWN, len(bodies) - FEWEST_OTHER + 1)
    titled = [at for at in begins if bodies[at - 1] < bodies[at] - 1 and _is_title(found, bodies[at] - 1, language)]
    titled = [at for at in titled if _told_below(found, bodies, at)]
    titled = _not_told_above(found, bodies, titled)
    if not titled:
        return set()
    page = page_title(found[0].folded)
    named = roots(page.cuts[-1]) if page else frozenset()
    told = [roots(found[n].text) for n in bodies]
    for place in titled:
        title = bodies[place] - 1
        own, other = frozenset().union(*told[:place]), frozenset().union(*told[place:])
        if len(other) < FEWEST_ROOTS or len(other & own) > MOST_SHARED * len(other) or roots(found[title].text) & own:
            continue
        if _are_apart(named, own, other):
            return {n for n in kept if n >= title}
    return set()


def _told_below(found: Sequence[LineGroup], bodies: Sequence[int], place: int) -> bool:
    """Whether the first sentences below a title say its words again."""
    title = bodies[place] - 1
    said = roots(found[title].text)
    apart = title - bodies[place - 1] > FEWEST_BETWEEN
    least = 1 if apart else max(FEWEST_AGAIN, AGAIN_SHARE * len(said))
    below = found[bodies[place]].text
    folded = below.casefold()  # what is no part of it is no root of it either
    return sum(map(folded.__contains__, said)) >= least and len(said & roots(below)) >= least


def _not_told_above(found: Sequence[LineGroup], bodies: Sequence[int], titled: Sequence[int]) -> list[int]:
    """The places whose title may say nothing of what stands above it; all but a few sub-headings do, soon seen."""
    above = [f" {found[n].text.casefold()}" for n in bodies[: titled[-1]]] if titled else []
    said = {at: roots(found[bodies[at] - 1].text) for at in titled}
    return [at for at in titled if not any(surely_told(root, text) for text in above[:at] for root in said[at])]


def _are_apart(named: frozenset[str], own: frozenset[str], other: frozenset[str]) -> bool:
    """Whether what is above is the article that the page's title names; without one, whether it is the longer."""
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
    return furniture_role(text, language, surely=True) is None
