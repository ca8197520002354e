"""Single sentences at the end of an article, or below a link amid it, that have hardly a word in common with it.

Takes the paragraphs of a text and which of them are kept; gives the numbers of those to doubt: a teaser of another
article may be a whole sentence, and nothing but what it speaks of tells it from one of this article. Time grows with
the length of the text alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set

from generator.reading.heads.page_title import roots, surely_told
from generator.reading.lines.neighbourhood import is_prose
from generator.reading.marks import INNER_END, QUOTATION, SPEECH, ends_sentence
from generator.reading.paragraphs import LineGroup
from generator.reading.wide_letters import letters

SHORTEST_TEASER = 55  # in letters
FEWEST_ROOTS, FEWEST_OTHERS = 4, 4
# No teaser stands where an article begins, perhaps below its summary
OPENING = 2
# So few are looked at one by one before the words of all are compared
FEW_ASKED = 12
# So much of its words may be such as stand in any text
MOST_SHARED = 0.15


def strange_sentences(found: Sequence[LineGroup], kept: frozenset[int], akin: Set[int] = frozenset()) -> set[int]:
    """Numbers of the kept sentences where teasers stand that share hardly a word with any other kept paragraph.

    Those that are ``akin`` are known to share some.
    """
    bodies = [n for n in sorted(kept) if is_prose(found[n].text)]
    places = [n for n in bodies if _below_link(found, n, kept)]
    for number in reversed(bodies):
        places.append(number)
        if not _is_one(found[number].text):
            break
    asked = {n for n in places if n not in akin and _is_one(found[n].text)} - set(bodies[:OPENING])
    if not asked or len(bodies) <= FEWEST_OTHERS:
        return set()
    if len(asked) <= FEW_ASKED:
        asked = _may_be_strange(found, asked, kept)
        if not asked:
            return set()
    told = {n: roots(found[n].text) for n in kept}
    holders = Counter(root for own in told.values() for root in own)
    strange = {n for n in asked if len(told[n]) >= FEWEST_ROOTS and _is_strange(told[n], holders)}
    return strange if len(bodies) - len(strange) >= FEWEST_OTHERS else set()


def _may_be_strange(found: Sequence[LineGroup], asked: Set[int], kept: frozenset[int]) -> set[int]:
    """Those of a few sentences that may share hardly a word with the others: most are seen to without all roots."""
    texts = {n: f" {found[n].text.casefold()}" for n in kept}
    whole = "".join(texts.values())
    return {number for number in asked if not _surely_shares(roots(found[number].text), texts[number], whole)}


def _surely_shares(own: frozenset[str], text: str, whole: str) -> bool:
    """Whether so many roots of a text stand elsewhere in the whole that it tells of the same."""
    shared = 0
    for root in own:
        shared += surely_told(root, text) and whole.count(f" {root}") > text.count(f" {root}")
        if shared > MOST_SHARED * len(own):
            return True
    return False


def _is_strange(own: frozenset[str], holders: Counter[str]) -> bool:
    shared = sum(holders[root] > 1 for root in own)
    return shared <= MOST_SHARED * len(own)


def _below_link(found: Sequence[LineGroup], number: int, kept: frozenset[int]) -> bool:
    above = number - 1
    return above >= 0 and above not in kept and not ends_sentence(found[above].text)


def _is_one(text: str) -> bool:
    """Whether a paragraph is one sentence that nobody says, long enough to tell something."""
    if letters(text) < SHORTEST_TEASER or INNER_END.search(text) or QUOTATION.search(text):
        return False
    return SPEECH.match(text) is None
