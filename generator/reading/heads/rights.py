"""Who holds the rights in an article by a line of its own around it, and whether that is its outlet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.model import Line, LineRole, fold
from generator.reading.heads.names import supplier_in
from generator.reading.heads.person_names import is_outlet
from generator.reading.phrases import hits_of

# A sign of rights and years, before a name: "© 2026 " of "© 2026 Harbour Courier", "(c) 2019-2026 "
_YEARS = r"\d{4}(?:\s?[-–]\s?\d{4})?"
YEARS_BEFORE_HOLDER = rf"(?:{_YEARS},?\s+)?"
RIGHTS_BEGIN = re.compile(rf"(?:©|\(c\))\s*{YEARS_BEFORE_HOLDER}", re.I)
# What may follow the name, on to the end of the line: " 2026 | Imprint", ". All rights reserved."
BEHIND_HOLDER = rf"(?:,?\s+{_YEARS})?\s*(?:[.,|·;–—-]\s*(?P<rest>.{{0,80}}))?"
# A line of such a sign, a name in capitals and perhaps more: "© Harbour Courier 2026 | Imprint"
RIGHTS_LINE = re.compile(
    rf"(?i:(?:©|\(c\)|copyright)[\s©]*){YEARS_BEFORE_HOLDER}(?:by\s+)?(?P<name>[^\W\d_a-z][^.|·;–—©(),]{{1,38}}?)"
    rf"{BEHIND_HOLDER}"
)
SHORTEST_OUTLET = 3


def outlet_with_rights(spoken: Sequence[Line], signed: Line, language: str) -> str | None:
    """The holder of the rights in a line below, where a line of its own above the text has the same name.

    An agency is no outlet; a newspaper that reserves all rights is one.
    """
    above = (line.text for line in spoken if line.number < signed.number and line.role is not LineRole.BODY)
    holder = rights_holder_in(signed.text, map(fold, above)) or _reserving(signed.text, language)
    return None if holder is None or supplier_in(holder) is not None else holder


def _reserving(text: str, language: str) -> str | None:
    """Whoever reserves all rights in a line of its own, if the name is that of a newspaper or a station."""
    name, rest = sole_rights_holder(text) or ("", "")
    return name if name and is_outlet(name) and "legal" in hits_of(rest, language) else None


def sole_rights_holder(text: str) -> tuple[str, str] | None:
    """The name that a line states behind a sign of rights, and what follows it; absent for agencies and other lines.

    "© 2026 Harbour Courier. All rights reserved." gives the name and "All rights reserved."; "© Harbour Courier 2026".
    """
    signed = RIGHTS_LINE.fullmatch(fold(text))
    if signed is None or supplier_in(signed["name"]) is not None:
        return None
    return signed["name"], signed["rest"] or ""


def rights_holder_in(text: str, known: Iterable[str]) -> str | None:
    """Which of the ``known`` names stands behind a sign of rights and years, alone or before other words.

    "© Harbour Courier 2026", "© 2019-2026 Harbour Courier | Imprint", "© 2026 Harbour Courier. All rights reserved."
    """
    opened = RIGHTS_BEGIN.match(fold(text))
    if opened is None:
        return None
    signed = fold(text)[opened.end() :].casefold()
    held = (name for name in known if len(name) >= SHORTEST_OUTLET and _opens(signed, name.casefold()))
    return max(held, key=len, default=None)


def _opens(text: str, name: str) -> bool:
    """Whether a text begins with a name and not with a longer word."""
    behind = text[len(name) : len(name) + 1]
    return text.startswith(name) and not (behind.isalnum() or behind == "_")
