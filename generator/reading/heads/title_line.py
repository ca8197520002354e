"""A title's line taken apart: what stands before and behind the title in it, a label, a section, outlet and day.

Takes a line that is, or may be, the title's; gives the title and what else the line states. Nothing is cut off a title
that does not say what it is: an outlet by a word for one, an agency, a whole day, the name of a kind of text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model import fold
from generator.reading.heads.labels import labelled
from generator.reading.heads.names import kind_in, supplier_in
from generator.reading.heads.parts import dated_parts, names_an_outlet
from generator.reading.heads.person_names import is_newspaper
from generator.reading.wide_letters import letters

SHORTEST_TITLE = 12
# "The title (Outlet, 3 May 2026)"; "[Outlet, 3 May 2026]"
IN_BRACKETS = re.compile(r"^(?P<title>.+?)\s*[(\[（【](?P<beside>[^()\[\]（）【】]{6,80})[)\]）】]$")
# Bars and dashes between the parts of the line
BETWEEN = re.compile(r"\s*[|｜]\s*|\s+(?:[•·–—―-])\s+")
# A section set apart from its title by a bar or in brackets: "Opinie | …", "【社説】…"; a colon is a part of the title
SECTION_BEFORE = re.compile(r"^(?:(?P<barred>[^|｜]{2,30}?)\s?[|｜]|[【［\[](?P<bracketed>[^】］\]]{2,30})[】］\]])\s*")


@dataclass(frozen=True, slots=True)
class TitleLine:
    """The ``title`` and what else its line states; ``None`` where it does not."""

    title: str
    day: str | None = None
    outlet: str | None = None
    supplier: str | None = None


def taken_apart(text: str, language: str) -> TitleLine | None:
    """Title, day, outlet and agency of a line in which they stand together; ``None`` where they do not."""
    line = fold(text)
    if (match := IN_BRACKETS.match(line)) and letters(match["title"]) >= SHORTEST_TITLE:
        found = _with_beside(match["title"], [match["beside"]], language)
        return found if found is not None and (found.outlet or found.supplier) else None
    pieces = BETWEEN.split(line)
    if len(pieces) < 2:
        return None
    told = [piece for piece in pieces if _says_what_it_is(piece, language)]
    others = [piece for piece in pieces if piece not in told]
    if len(others) != 1 or letters(others[0]) < SHORTEST_TITLE:
        return None
    return _with_beside(others[0], told, language)


def _says_what_it_is(piece: str, language: str) -> bool:
    """Whether a piece is a day, an outlet, an agency, or some of them behind one another."""
    dated = dated_parts(piece, language)
    parts = dated.others if dated is not None else (piece,)
    return all(supplier_in(part) is not None or names_an_outlet(part, language) for part in parts)


def _with_beside(title: str, beside: list[str], language: str) -> TitleLine | None:
    """The title with what the pieces beside it state; ``None`` where none of them is the day or a newspaper."""
    day: str | None = None
    named: list[str] = []
    for piece in beside:
        dated = dated_parts(piece, language)
        if dated is not None and day is not None:
            return None
        day = dated.day.day if dated is not None else day
        named += dated.others if dated is not None else [piece]
    if day is None and not all(map(is_newspaper, named)):
        return None  # a day tells that what stands beside it is no part of the title; so does a newspaper's name alone
    suppliers = [supplier for part in named if (supplier := supplier_in(part))]
    outlets = [part for part in named if names_an_outlet(part, language)]
    return TitleLine(title, day, next(iter(outlets), None), next(iter(suppliers), None))


def without_label(text: str, language: str) -> str:
    """A title without the label or the section before it: "Title: …", "Opinie | …", "[사설] …"."""
    title = fold(text)
    if (label := labelled(title)) is not None and label.field == "title":
        return label.value
    match = section_before(title, language)
    return title[match.end() :] if match and match.end() < len(title) else title


def section_before(title: str, language: str) -> re.Match[str] | None:
    """The name of a kind of text that a bar or brackets part from the title behind it."""
    match = SECTION_BEFORE.match(title)
    section = (match["barred"] or match["bracketed"]) if match else ""
    return match if section and kind_in(section, language) is not None else None
