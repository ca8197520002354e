"""How sure a field of an article's metadata is: by who says it, and by whether anybody says otherwise.

No percentage: three words that follow from the origin alone, so that an editor can check the reasoning.
"""

from __future__ import annotations

import re
from enum import StrEnum

from generator.model import Metadata

# What an editor states, and what a file declares of itself: "sidecar", "JSON-LD headline", "meta og:title"
DECLARED = re.compile(
    r"sidecar|command line|JSON-LD|meta |link rel|front matter|MHTML|html lang|title element|publishers\.yml|saved it",
    re.IGNORECASE,
)
# What its words were read for, or what programs write into it: "line 3", "byline", "words of the text", "document
# properties"; anything else, such as a search for a date in the whole page, is a guess
READ = re.compile(
    r"\blines?\b|byline|heading|time|shown|section|address|agency|author|text|propert|record|e-mail", re.IGNORECASE
)


class Confidence(StrEnum):
    """``SURE``: declared in so many words. ``LIKELY``: read from the text. ``DOUBTFUL``: a guess, or contradicted."""

    SURE = "sure"
    LIKELY = "likely"
    DOUBTFUL = "doubtful"


def confidence(known: Metadata, name: str) -> Confidence:
    """How sure a known field is; what an editor states is sure whatever the file says."""
    origin = known.origins.get(name, "text")
    stated = re.match(r"sidecar|command line", origin) is not None
    if not stated and any(re.search(rf"\b{name}\b", doubt) for doubt in known.contradictions):
        return Confidence.DOUBTFUL
    return confidence_of_origin(origin)


def confidence_of_origin(origin: str) -> Confidence:
    """How sure a value is that only one witness gives."""
    if DECLARED.search(origin):
        return Confidence.SURE
    return Confidence.LIKELY if READ.search(origin) else Confidence.DOUBTFUL
