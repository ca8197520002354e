"""The line that a browser's tab shows, which page dumps begin with: a title and the outlet's name behind it."""

from __future__ import annotations

import re

from generator.model import fold
from generator.reading.wide_letters import WIDE

# What a browser's tab shows: "The title of it | Outlet", "Title - The Outlet"
TAB = re.compile(r"^(?P<title>.{15,}\S)\s+[|–—-]\s+(?P<outlet>[^|]{2,40})$")
LONGEST_TAB_CHARS = 400


def tab_line(text: str) -> tuple[str, str] | None:
    """Title and outlet of "The title of it | Outlet"; ``None`` for a line of another form."""
    if len(text) > LONGEST_TAB_CHARS:
        return None
    match = TAB.match(fold(text))
    if match is None or (match["title"].count(" ") < 2 and not WIDE.search(match["title"])):
        return None
    return match["title"], match["outlet"]
