"""Why a line was left out, in the words of the interface: a few plain reasons for the many that the reading has.

Takes a reason as the reading gives it, in English and for editors ("recognised by its words and marks, reads like
furniture (0.02)"); gives the first part that a reader understands, in the interface's language.
What none of these words says is not told: the line's role stands beside it. ``dossier inspect`` shows all of it.
"""

from __future__ import annotations

import re

from generator.locale import _
from generator.publishing.interface import Interface

# What the parts of a reason hold, and what is said of it
REASONS = (
    (re.compile(r"by its words and marks"), _("by its words and form")),
    (re.compile(r"by its place above the article"), _("by its place above the article")),
    (re.compile(r"reads (?:rather )?like furniture|far from any sentence"), _("does not read like the article")),
    (re.compile(r"several times in the text"), _("stands several times in the text")),
    (re.compile(r"several articles|same words|in the text again|^the title$"), _("the same words stand elsewhere")),
    (
        re.compile(
            r"another article|something else|elsewhere|promoted|made of links|heading of links|offers something"
        ),
        _("leads to something else"),
    ),
    (
        re.compile(
            r"menu or footer|share buttons|form or overlay|consent|beside the article|not shown|outside the region"
        ),
        _("belongs to the page, not to the article"),
    ),
    (re.compile(r"readers' comments|somebody's post"), _("written by others than the authors")),
    (re.compile(r"about the author|who the author is"), _("about the author")),
    (re.compile(r"below the text|after the end"), _("below the end of the article")),
    (re.compile(r"heading with(?:out text| nothing)"), _("heading without text")),
)
# What parts of a reason are parted by: "below the text: reads like furniture", "…, reads like …"
PARTED = re.compile(r"[,:] ")


def told_reason(reason: str, say: Interface) -> str:
    """What is told of a reason; "" where the role of the line says it all: a caption, an advert."""
    return next(
        (say.gettext(words) for part in PARTED.split(reason) for pattern, words in REASONS if pattern.search(part)), ""
    )
