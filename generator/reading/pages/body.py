"""Which blocks of a page are its article, and what the others are: a verdict over each, then a look at the whole.

Takes the blocks of a page and what the page says of itself; gives every block a role with a reason, in reading order.
``pages.verdicts`` see one block each; ``pages.corrections`` see all verdicts.
"""

from __future__ import annotations

from generator.reading.assembly import Piece
from generator.reading.pages.blocks import Page
from generator.reading.pages.corrections import corrected
from generator.reading.pages.known import Known
from generator.reading.pages.region import view
from generator.reading.pages.verdicts import COMMENTS_REASON, FOLLOWING_REASON, TEASER_REASON, verdict

# Reasons of those blocks whose prose is somebody else's: no other reader is asked about them.
SOMEBODY_ELSES = (COMMENTS_REASON, TEASER_REASON, FOLLOWING_REASON)


def choose(page: Page, known: Known) -> tuple[Piece, ...]:
    """Every block of the page as a piece with its role and reason, in reading order."""
    seen = view(page, known)
    return tuple(corrected(seen, [Piece(b.text, *verdict(seen, n)) for n, b in enumerate(page.blocks)]))
