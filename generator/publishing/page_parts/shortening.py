"""Long words in little room: their beginning, and the address that leads to quoted words by the first and last ones."""

from __future__ import annotations

import unicodedata
from urllib.parse import quote

from generator.publishing.markdown import web_address

SIGNS_OF_A_WORD = 3
WORDS_OF_A_LONG_FRAGMENT = 12
WORDS_AT_EITHER_END = 5


def beginning(text: str, most: int) -> str:
    """The first words of a text. Wide signs that no space parts are a word for every three: Chinese has none."""
    shown: list[str] = []
    for word in text.split():
        wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in word)
        if most < max(1, wide // SIGNS_OF_A_WORD):
            rest = word[: most * SIGNS_OF_A_WORD]
            return " ".join([*shown, rest] if rest else shown) + "\N{NO-BREAK SPACE}…"  # no line has the sign alone
        most -= max(1, wide // SIGNS_OF_A_WORD)
        shown.append(word)
    return " ".join(shown)


def at_these_words(url: str | None, exact: str) -> str | None:
    """The publisher's page at the quoted words (a text fragment, as browsers understand it); absent without a page.

    Long quotes are given by their first and last words: https://wicg.github.io/scroll-to-text-fragment/
    """
    address = web_address(url)
    if address is None:
        return None
    words, ends = exact.split(), [exact]
    if len(words) > WORDS_OF_A_LONG_FRAGMENT:
        ends = [" ".join(words[:WORDS_AT_EITHER_END]), " ".join(words[-WORDS_AT_EITHER_END:])]
    directive = ",".join(quote(words, safe="").replace("-", "%2D") for words in ends)
    return f"{address}{'' if '#' in address else '#'}:~:text={directive}"
