"""The lead between the title of a page and its text, wherever the page's maker put it and whatever it is called.

Takes a page as ``pages.region`` sees it and the verdicts over all of its blocks; gives the blocks with their roles.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.model import LineRole, squeeze
from generator.reading.assembly import Piece
from generator.reading.pages.enclosures import OUTSIDE
from generator.reading.pages.prose import HEADINGS, SENTENCE_END, weight
from generator.reading.pages.region import NEAR, View
from generator.reading.pages.settings import Setting
from generator.reading.wide_letters import letters

# Where no lead stands, even if its words are the page's description.
NO_LEAD = Setting.HIDDEN | Setting.CAPTION | Setting.COMMENTS | Setting.FORM
# The name of an element that holds the lead, where it stands between title and text: "teaser", "article__teaser-text"
TEASER_NAME = re.compile(
    r"(?:(?:article|story|detail|news|post|entry|head|header|c|o|m)[-_]+)*teaser(?:[-_]*(?:text|p))?", re.IGNORECASE
)
LEAD_REASON = "lead of the article"
# What is called a lead has so many letters, or so many in a sentence.
LEAD_CHARS, SHORTEST_LEAD = 40, 20
# A lead without a full stop: no mark of a label, no time, no date; and so many words in small letters
UNENDED_LEAD, SMALL_WORDS = re.compile(r"[^\d|·•©@/:]*(?:\d{1,4}\b[^\d|·•©@/:]+){0,3}"), 4
FEWEST_SMALL_WORDS = 2
# How many blocks below the title a sentence is its lead, whatever it is called.
BELOW_TITLE = 3
# What may stand between a title and the lead
ABOUT_THE_TEXT = (LineRole.BYLINE, LineRole.DATELINE)
# With so many figures a line is a date and a time.
DATE_FIGURES = 6


def with_lead(seen: View, pieces: list[Piece]) -> list[Piece]:
    """The lead between title and text belongs to the article wherever the page's maker put it."""
    first = next((n for n, piece in enumerate(pieces) if piece.role is LineRole.BODY), len(pieces))
    titles = [n for n in range(first) if seen.tag(n) == "h1" or pieces[n].role is LineRole.TITLE]
    start = max(titles, default=max(0, first - NEAR))
    return [
        replace(piece, role=LineRole.BODY, reason=LEAD_REASON)
        if start <= number < first
        and piece.role is not LineRole.CAPTION
        and (
            _is_lead(seen, number, below_title=bool(titles) and number <= start + BELOW_TITLE)
            or (number == start + 1 < first - 1 and _is_subtitle(seen, number))
            or (titles and _is_below_title(seen, pieces, start, number) and _is_unended_lead(seen, number))
        )
        else piece
        for number, piece in enumerate(pieces)
    ]


def _is_below_title(seen: View, pieces: Sequence[Piece], title: int, number: int) -> bool:
    """Whether nothing but authors and dates stand between the title and a block."""
    return number > title and all(
        pieces[n].role in ABOUT_THE_TEXT or seen.page.blocks[n].signed or Setting.BYLINE in seen.settings[n]
        for n in range(title + 1, number)
    )


def _is_subtitle(seen: View, number: int) -> bool:
    """Whether a heading right below the title, with other lines between it and the text, is nearly a sentence."""
    block = seen.page.blocks[number]
    long = len(block.text) >= LEAD_CHARS or weight(block) > 0
    elsewhere = block.linked or seen.settings[number] & OUTSIDE or squeeze(block.text) in seen.known.titles
    return seen.tag(number) in HEADINGS[1:] and seen.tag(number - 1) == "h1" and long and not elsewhere


def _is_unended_lead(seen: View, number: int) -> bool:
    """Whether a line right below the title tells something, though no mark ends it: words in small letters, no label.

    "Island ferries face four months at a smaller pier", no "Anna Holt, Berlin" and no "Updated | 3 min read".
    """
    block = seen.page.blocks[number]
    small = sum(word[0].islower() and len(word) >= 4 for word in block.text.split())
    elsewhere = block.linked or block.signed or seen.settings[number] & (OUTSIDE | NO_LEAD)
    called = Setting.LEAD in seen.settings[number]
    least, words = (SHORTEST_LEAD, FEWEST_SMALL_WORDS) if called else (LEAD_CHARS, SMALL_WORDS)
    told = UNENDED_LEAD.fullmatch(block.text) and letters(block.text) >= least and small >= words
    return bool(told) and not elsewhere and squeeze(block.text) not in seen.known.titles


def _is_lead(seen: View, number: int, *, below_title: bool) -> bool:
    """Whether a block above the text is the page's description, is called a lead, or is prose."""
    block, setting = seen.page.blocks[number], seen.settings[number]
    said, description = squeeze(block.text), seen.known.description
    if block.linked >= 0.5 or said in seen.known.titles:
        return False
    if len(said) >= 30 and description and (said in description or description[:60] in said):
        return not setting & NO_LEAD
    named = (seen.page.nodes[block.node].names + " " + seen.company(number)[1]).split()
    if any(TEASER_NAME.fullmatch(name) for name in named):
        setting = (setting | Setting.LEAD) & ~Setting.PROMOTION
    sentence = letters(block.text) >= SHORTEST_LEAD and bool(SENTENCE_END.search(block.text))
    point = seen.tag(number) == "li" and letters(block.text) >= SHORTEST_LEAD  # one of several
    called = Setting.LEAD in setting and (sentence or point or letters(block.text) >= LEAD_CHARS)
    told = below_title and block.text[-1] not in ":;" and sum(map(str.isdigit, block.text)) < DATE_FIGURES
    prose = weight(block) > 0 and (letters(block.text) >= 80 or told)
    return not setting & OUTSIDE & ~Setting.NAVIGATION and (called or prose)
