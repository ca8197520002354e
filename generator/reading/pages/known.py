"""What a page says of its article apart from showing it, in the form in which blocks are compared with it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Known:
    """What the page says of its article elsewhere, each squeezed of white space: see ``squeeze``.

    ``titles`` are the title as each witness writes it, with and without the outlet's name behind it.
    """

    titles: frozenset[str] = frozenset()
    description: str = ""
    record: str = ""
