"""What stands between the names of authors: a mark, or a word such as "and" in any language."""

from __future__ import annotations

import re
from functools import cache

from generator.languages import available, words
from generator.reading.choices import any_of
from generator.reading.heads.agencies import agencies

# Marks between authors in one line: "A. Name, B. Name", "A/B", "A | B", "A · B", "王明／李雷"
MARKS = r"\s*[,;|/•·&+／、،]\s*"


# Words for "and" that are prepositions, articles or parts of names elsewhere count in their own language alone:
# Slovene "in" and "ter", Lithuanian "bei", Dutch "en", Latvian "un", Swahili "na"
OTHERS_ELSEWHERE = frozenset({"in", "ter", "bei", "en", "un", "na"})


@cache
def author_mark(language: str = "und") -> re.Pattern[str]:
    """A mark or a word between names, of any language; one letter only where a full name or an agency follows.

    "Ortega y Gasset" is one name, "A. Ortega y B. Gasset" are two, and so are "A. Name e Lusa". "A, B, and C" has a
    mark and a word between two.
    """
    listed = {word for code in available() for word in words(code, "pages", "between_names")} - OTHERS_ELSEWHERE
    listed |= set(words(language, "pages", "between_names"))
    long = "|".join(sorted(re.escape(each) for word in listed if len(word) > 1 for each in {word, word.upper()}))
    short = "".join(sorted(word for word in listed if len(word) == 1))
    joined = _joined(language)
    agency = any_of(agencies().values())
    # A mark or a word between two names: "A. Name / B. Name", "A. Name und dpa"; a single letter where a name follows
    return re.compile(
        rf"{joined}{MARKS}(?:(?:{long})\s)?|\s(?:{long})\s|\s[{short}]\s"
        rf"(?=\S+\s+[^\W\d_](?:[^\W\d_]|[.'’])|(?:{agency})(?!\w))"
    )


def _joined(language: str) -> str:
    """The pattern of an "and" that is written as one word with the name behind it, if that is a usual given name."""
    letters = "".join(words(language, "pages", "joined_between_names"))
    names = "|".join(re.escape(name) for name in words(language, "names_without_capitals", "given_names"))
    return rf"\s+[{letters}](?=(?:{names})\s)|" if letters and names else ""


@cache
def joining_words(language: str) -> frozenset[str]:
    """What joins two names in a language, or in English, or in any where this one has no file; and "&"."""
    codes = (language, "en") if words(language, "pages", "between_names") else available()
    return frozenset({"&", *(word for code in codes for word in words(code, "pages", "between_names"))})
