"""Words of bylines: what stands before the names ("Von", "By"), and what stands before a date ("Published").

Takes a language; gives its words, which are in the language files.
"""

from __future__ import annotations

from functools import cache

from generator.languages import available, words
from generator.reading.choices import longest_first
from generator.reading.heads.stated_dates import week_days

# Words no longer than this are too short to be known where layout glued them to a name: "on", "am"
LONGEST_LINK = 3


def prefixes_of(language: str) -> tuple[str, ...]:
    """What opens a byline in a language, longest first; in every language where this one is not known.

    English words such as "Author" do in any: systems for pages bring them along. "By" is a town elsewhere.
    """
    known = words(language, "lines", "byline")
    found = known or tuple(word for code in available() for word in words(code, "lines", "byline"))
    return longest_first((*found, *(word for word in words("en", "lines", "byline") if len(word) > LONGEST_LINK)))


@cache
def date_words(language: str) -> tuple[str, ...]:
    """What stands before a date in small letters: days of the week, and words for publication and update."""
    listed = {
        *week_days(language),
        *week_days("en"),
        *words(language, "lines", "dated"),
        *words(language, "lines", "updated"),
        *(word for word in words("en", "lines", "dated") if len(word) > LONGEST_LINK),
    }
    return longest_first(listed)
