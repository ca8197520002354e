"""What an agency sets before the first words of its copy: place, day and its own name.

Takes the beginning of a text or sentence; says where the copy itself begins, and whose it is.
"""

from __future__ import annotations

import re

from generator.reading.heads.agencies import agency_among

# A place in capitals, perhaps with a day: "ORLUNE, 30 April 2025 - Nine", "ORLUNE, May 7 (Agency) — The"
PLACE = re.compile(
    r"\s*(?:(?![a-zà-ÿа-яіїєґ])[^\W\d_]|['’. /-]){3,}(?:,\s[^()–—]{2,40}?)?(?:\s\([^()]{2,30}\))?\s(?:--|[-–—])\s+"
    r"(?=[\"“„«‘']?(?![a-zà-ÿа-яіїєґ])\w)"
)
# An agency in brackets and a dash: "BERLIN (dpa) – ", "Danzig, 13. März 2026 (dpa) - ", "Orlune, 16 mar 2026 (EFE).- ",
# perhaps with the day behind it: "ANKARA (AA) - 17 Mart 2026 - "
AGENCY = re.compile(
    r"[^!?\n]{0,60}?\((?P<names>[^()\n]{2,30})\)\s?\.?\s?(?:--|[-–—])\s*(?:[^!?\n–—-]{0,16}\d{4}\s[-–—]\s+)?"
)
# A place and a whole day, perhaps with who sends it: "Nukus, 2 October 2026 - The", "GENEVA, May 3, 2026 (IMW) -- The"
DATED = re.compile(
    r"\s*(?![a-zà-ÿа-яіїєґ])[^\W\d_][^!?\n,–—]{1,40},\s(?:[a-z]{1,3}\s)?"
    r"(?:\d{1,2}\.?\s(?:de\s)?[^\W\d_]{3,12}\.?\s(?:de\s)?\d{4}|[^\W\d_]{3,12}\.?\s\d{1,2},?\s\d{4}|\d{1,2}\.\d{1,2}\.\d{4})"
    r"\s?(?:[(/][^()/\n]{2,30}[)/]\s?)?(?:--|[-–—])\s+(?=[\"“„«‘']?(?![a-zà-ÿа-яіїєґ])\w)"
)
# Who sends it, behind the dash and before a point: "МОСКВА, 23 сен — РИА Новости. В"
SENDER = re.compile(r"(?![a-zà-ÿа-яіїєґ])[^\W\d_][\w-]*(?:\s(?![a-zà-ÿа-яіїєґ])[^\W\d_][\w-]*){0,2}\.(?:\s+|$)")
# An agency between slashes: "МОСКВА, 13 марта 2026. /ТАСС/. "
BETWEEN_SLASHES = re.compile(r"[^!?\n/]{0,60}?/(?P<names>[^/\n]{2,30})/\s?\.?\s")
# An agency in brackets that opens the text: "(dpa) Der"
OPENING = re.compile(r"\((?P<names>[^()\n]{2,30})\)\s")


def dateline_end(text: str) -> int:
    """Where a sentence begins behind its dateline; 0 where it has none."""
    place = PLACE.match(text)
    if place is not None and (sender := SENDER.match(text, place.end())) is not None:
        return sender.end()
    opened = (found.end() for found in (place, DATED.match(text)) if found is not None)
    return max(*opened, 0, agency_dateline_end(text))


def agency_dateline_end(text: str) -> int:
    """The same, of a dateline that names an agency."""
    return max((opened.end() for opened, _ in _signed(text)), default=0)


def agency_of_dateline(text: str) -> str | None:
    """The agency that the first words of a text name."""
    return next((agency for _, agency in _signed(text)), None)


def has_a_signed_lead(text: str) -> bool:
    """Whether a name in brackets and a dash open a text, be it of an agency that is known or not."""
    return AGENCY.match(text) is not None


def _signed(text: str) -> list[tuple[re.Match[str], str]]:
    opened = filter(None, (pattern.match(text) for pattern in (AGENCY, BETWEEN_SLASHES, OPENING)))
    return [(match, agency) for match in opened if (agency := agency_among(match["names"])) is not None]
