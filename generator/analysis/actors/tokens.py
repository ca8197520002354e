"""Words as names see them: tokens with hyphens, points between capitals and apostrophes inside.

Takes a sentence; gives its tokens, each with what stands before it.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from generator import languages
from generator.analysis.language.patterns import alternatives

# A token: letters with points behind each, which are part of it ("U.S.", "F.A.Z."), or a word with hyphens, points
# between capitals, "&" and apostrophes inside: "Neuilly-sur-Seine", "S.O", "Sa’ar", "CD&V".
TOKEN = re.compile(r"(?:[A-ZÀ-ÞА-ЯІЇЄ]\.){2,}(?![^\W_])|[^\W_]+(?:(?:[-'’ʼ&]|\.(?=[A-Z]\b))[^\W_]+)*")

# The year at the end of "WM-2026"
YEAR_BEHIND = re.compile(r"-(?:19|20)\d\d$")


SENTENCES_KEPT = 512
"""More than most articles have: names, roles and speech all look at the same ones."""


class Token(NamedTuple):
    """A token with its offsets in the article's text; ``gap`` is what stands between it and the token before."""

    start: int
    end: int
    text: str
    gap: str

    @property
    def is_capital(self) -> bool:
        """Whether it is written like a name; "Pegasus-software" ends in a common word."""
        if not self.text[0].isupper():
            return "-" in self.text and _joined_article().match(self.text) is not None  # "al-Tarvel"
        return "-" not in self.text or not self.head[0].islower()

    @property
    def is_acronym(self) -> bool:
        """Two to six letters that begin and end with a capital, at most one of them small: "NATO", "MoU", "U.S."."""
        letters = self.letters
        if not 2 <= len(letters) <= 6 or not letters.isalpha():
            return False
        small = sum(letter.islower() for letter in letters)
        return small == 0 or (small == 1 and letters[0].isupper() and letters[-1].isupper())

    @property
    def letters(self) -> str:
        """The token without points: "US" of "U.S."."""
        return self.text.replace(".", "")

    @property
    def is_latin(self) -> bool:
        """Whether it is written in Latin letters, as its first one is."""
        return self.text[0] < "\u0370"

    @property
    def names_a_year(self) -> bool:
        """Whether a year ends it: an event or a programme, and nobody ("Олимпиада-2024")."""
        return self.text[-1].isdigit() and YEAR_BEHIND.search(self.text) is not None

    @property
    def is_initial(self) -> bool:
        """A single capital, as between a first name and a surname: the M of "Roger M. Tarvel"."""
        return len(self.text) == 1 and self.text.isupper()

    @property
    def is_code(self) -> bool:
        """Capitals and digits: a type, a road, a patent, a sum ("KC-135", "EP2237607", "M50")."""
        return any(letter.isdigit() for letter in self.text) and not any(letter.islower() for letter in self.text)

    @property
    def follows_closely(self) -> bool:
        """Whether only white space stands before it, or nothing, so that it may continue a name."""
        return not self.gap.strip()

    @property
    def head(self) -> str:
        """The last part of a hyphenated word: what it is ("AK-Präsident" is a president)."""
        return self.text.rpartition("-")[2] or self.text


@lru_cache(maxsize=SENTENCES_KEPT)
def tokens_in(text: str, start: int, end: int) -> tuple[Token, ...]:
    """The tokens of ``text[start:end]``; the first one's gap is what the sentence opens with."""
    found: list[Token] = []
    before = start
    for match in TOKEN.finditer(text, start, end):
        first, word = match.start(), match.group()
        elided = _elided().match(word) if "'" in word or "’" in word else None
        if elided and not (elided["opening"] and found):
            name = first + elided.end()
            found.append(Token(first, name, text[first:name], text[before:first]))
            before = first = name
        found.append(Token(first, match.end(), text[first : match.end()], text[before:first]))
        before = match.end()
    return tuple(found)


@cache
def _elided() -> re.Pattern[str]:
    """An article or preposition that an apostrophe joins to a name: "l'Ukraine", "dell'Università".

    With a capital of its own it opens a sentence, or it is a part of the name, as in "D'Angelo".
    """
    return re.compile(rf"(?:[a-zà-ÿ]{{1,6}}|(?P<opening>{_of_all_languages('elided_openings')}))['’](?=[A-ZÀ-Þ])")


@cache
def _joined_article() -> re.Pattern[str]:
    """An article before a hyphen and a name: "al-Sisi"."""
    return re.compile(rf"(?:{_of_all_languages('joined_articles')})-[A-Z]")


def _of_all_languages(key: str) -> str:
    return alternatives(word for code in languages.available() for word in languages.words(code, "names", key))


def elided_length(word: str) -> int:
    """How long an article is that an apostrophe joins to the name in a word: 2 of "l'Ukraine"; 0 where none is."""
    elided = _elided().match(word)
    return elided.end() if elided else 0
