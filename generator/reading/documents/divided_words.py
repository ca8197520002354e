"""Words that a printed page divides at the ends of its lines, joined and remembered."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.languages import available, words

# A word divided at the end of a line: letters, then a hyphen or a soft hyphen
DIVIDED = re.compile(r"(?P<head>[^\W\d_]{2,})(?P<mark>[-\u2010\u00ad])$")
DIVIDED_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Joining:
    """How lines of a text are joined; ``kept`` are words behind a hyphen that stands for a part left out.

    ``divided`` gathers the words that were divided at the end of a line.
    """

    kept: frozenset[str]
    divided: list[str] = field(default_factory=list)

    def with_line(self, text: str, line: str) -> str:
        """A text with its next line: a word divided by a hyphen is joined, and remembered.

        A hyphen stays before a capital ("Nord-" / "Süd") and where it stands for a part left out ("Ein-" / "und
        Ausfuhr").
        """
        found = DIVIDED.search(text)
        follows = re.match(r"[^\W\d_]+", line)
        if found is None or follows is None or follows[0].lower() in self.kept:
            return f"{text} {line}"
        if not follows[0][0].islower() and found["mark"] != "\u00ad":
            return text + line
        self.divided.append(f"{found['head']}{follows[0]}")
        return text[: found.start("mark")] + line

    def told(self) -> str:
        """The repair in a sentence, with the first words that were joined."""
        shown = ", ".join(self.divided[:DIVIDED_SHOWN]) + (", …" if len(self.divided) > DIVIDED_SHOWN else "")
        return f"{len(self.divided)} words divided at the end of a line were joined: {shown}"


def kept_before(language: str) -> frozenset[str]:
    """The words that may follow a hyphen that stands for a part left out: "und", "of"; of all languages if unknown."""
    known = words(language, "pages", "joining")
    return frozenset(known or (word for code in available() for word in words(code, "pages", "joining")))
