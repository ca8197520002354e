"""Sentences right above the first paragraphs of an article that open it: several, or signed, or of the title's topic.

Takes the paragraphs of a text, the likelihood of each and which of them are kept so far; gives the numbers of those
to keep after all. A single sentence there is a caption as often.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.model import LineRole
from generator.reading.heads.datelines import has_a_signed_lead
from generator.reading.heads.page_title import roots
from generator.reading.lines.neighbourhood import (
    LEAST_LIKELY,
    LEAST_LIKELY_AMID,
    LEAST_LIKELY_BELOW,
    LONGEST_BUTTON_CHARS,
    LONGEST_HEADING_CHARS,
    NUMBERED,
    SHORT_TEXT,
    SPEAKING_TO_READERS,
    SURE_AMID,
    capital_address,
    goes_on,
    is_paragraph,
    is_prose,
)
from generator.reading.lines.roles import furniture_role
from generator.reading.marks import INNER_END, ends_sentence
from generator.reading.paragraphs import LineGroup
from generator.reading.phrases import hits_of

# So many of the first kept paragraphs may have others of the article right above
MOST_OPENERS = 2
# The title stands so many lines above author and day; so many roots of its words, so much of them, are the lead's
TITLE_LINES, FEWEST_OF_TITLE, SHARE_OF_TITLE = 4, 2, 0.35
# Author and day stand in so many lines right above the first paragraph
LINES_OF_SIGNATURE, SIGNING = 2, (LineRole.BYLINE, LineRole.DATELINE)


def opening(
    found: Sequence[LineGroup], likely: Mapping[int, float], kept: frozenset[int], language: str
) -> dict[int, bool]:
    """Sentences right above the first paragraphs of the article that open it: by number, true where sure.

    Several of them in one paragraph below a line of author or day, if the text is short or they speak of what the
    title does, or two paragraphs; a single sentence is a caption as often.
    """
    openers = [n for n in sorted(kept) if is_prose(found[n].text)][:MOST_OPENERS]
    saved: dict[int, bool] = {}
    for first in openers:
        above = first - 1
        while above in likely and above not in kept and likely[above] >= LEAST_LIKELY_BELOW:
            heads = NUMBERED.match(found[above].text) and len(found[above].text) <= LONGEST_HEADING_CHARS
            if not heads and not goes_on(found, above, likely[above], (), language):
                break
            above -= 1
        if above >= 0 and _opens(found, above, first, kept, language):
            saved |= {n: likely[n] >= SURE_AMID for n in range(above + 1, first)}
        lead = first - 1
        if lead in likely and lead not in kept and likely[lead] >= LEAST_LIKELY_AMID:
            saved |= {lead: likely[lead] >= SURE_AMID} if _tells_the_title(found, lead, language) else {}
        doubted = lead in likely and lead not in kept and likely[lead] >= LEAST_LIKELY
        if doubted and not has_a_signed_lead(found[first].text) and _stands_signed(found, lead, language):
            told = goes_on(found, lead, max(likely[lead], LEAST_LIKELY_AMID), (), language)
            saved |= {lead: likely[lead] >= SURE_AMID} if told else {}
    return saved


def _opens(found: Sequence[LineGroup], above: int, first: int, kept: frozenset[int], language: str) -> bool:
    """Whether the sentences between two lines open the article that the second begins."""
    if first - above != 2:
        return first - above > 2
    text = found[first - 1].text
    signed = furniture_role(found[above].text, language, surely=True) in SIGNING
    several = INNER_END.search(text) is not None and len(found) - len(kept) <= SHORT_TEXT
    return (signed and several) or has_a_signed_lead(text)


def _stands_signed(found: Sequence[LineGroup], number: int, language: str) -> bool:
    """Whether several sentences stand right below author or day, perhaps with one short line between."""
    if INNER_END.search(found[number].text) is None:
        return False
    above = found[max(0, number - LINES_OF_SIGNATURE) : number]
    if any(len(line.text) > LONGEST_BUTTON_CHARS or ends_sentence(line.text) for line in above[1:]):
        above = above[-1:]
    return any(furniture_role(line.text, language, surely=True) in SIGNING for line in above)


def _tells_the_title(found: Sequence[LineGroup], number: int, language: str) -> bool:
    """Whether several sentences right below a line of author or day speak of what the title above that speaks of."""
    text = found[number].text
    if not number or INNER_END.search(text) is None or not is_paragraph(text, language):
        return False
    if furniture_role(found[number - 1].text, language, surely=True) not in SIGNING:
        return False
    if hits_of(text, language) & SPEAKING_TO_READERS - {"address"} or capital_address(language).search(text):
        return False
    said = roots(text)
    titles = (roots(above.text) for above in found[max(0, number - 1 - TITLE_LINES) : number - 1])
    return any(len(own & said) >= max(FEWEST_OF_TITLE, SHARE_OF_TITLE * len(own)) for own in titles)
