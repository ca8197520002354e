"""The marks that git leaves in a file where two people changed the same lines."""

from __future__ import annotations

import re

from generator.errors import ContentProblem, Place

# "<<<<<<< HEAD" at the beginning of a line, and somewhere below it ">>>>>>> theirs"
_MARKED = re.compile(r"^<{7}(?: .*)?$(?:.*\n)*?^>{7}(?: .*)?$", re.MULTILINE)


def conflict(text: str, file: str) -> ContentProblem | None:
    """The problem of a file in which a merge was left unfinished; ``None`` for any other."""
    found = _MARKED.search(text)
    if found is None:
        return None
    place = Place(file, text.count("\n", 0, found.start()) + 1)
    remedy = "keep what holds of the two, and take out the lines that begin with <<<<<<<, ======= and >>>>>>>"
    return ContentProblem(place, "two versions stand here, which a merge left side by side", remedy)
