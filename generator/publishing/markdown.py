"""Foreign text on its way into Markdown: the one place where it is made harmless.

Takes any text and gives Markdown (or the inside of a raw HTML element or attribute) that shows exactly that text,
white space folded but for no-break spaces, whatever extensions are on: every ASCII punctuation character becomes a
numeric character reference, so nothing is left that Markdown, an extension, HTML or YAML could read as markup.
Characters that no HTML page may hold (controls, surrogates, non-characters) are removed.
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterable
from urllib.parse import quote, urlsplit

from generator.model import fold

# A no-break space, wide or narrow, that parts two words: "« mot »", "40 %". Among other white space it parts nothing.
_NO_BREAK = re.compile(r"(?<=\S)([\u00a0\u202f])(?=\S)")
_REFERENCES = {ord(character): f"&#{ord(character)};" for character in string.punctuation}
_FORBIDDEN_CATEGORIES = frozenset({"Cc", "Cs"})
_LAST_TWO_OF_PLANE = 0xFFFE
_FIRST_NONCHARACTER, _LAST_NONCHARACTER = 0xFDD0, 0xFDEF


class TrustedMarkdown(str):
    """Text that may stand in a page as it is. Only this module and rendered templates make it.

    Joining it to other text gives a plain ``str`` again, which the templates encode: trust never spreads.
    """

    __slots__ = ()


def encode(text: str) -> TrustedMarkdown:
    """``text`` so that Markdown, HTML and YAML show its words and read nothing into them.

    No-break spaces stay what they are, as references: Markdown folds what it takes for white space.
    """
    words = _NO_BREAK.split(text)  # words and spaces in turn
    return TrustedMarkdown(
        "".join(f"&#{ord(one)};" if at % 2 else visible(one).translate(_REFERENCES) for at, one in enumerate(words))
    )


def encode_part(part: str) -> TrustedMarkdown:
    """A part of a longer text: as ``encode``, but a space at either end stays, since words stand beyond it."""
    before = " " if part[:1].isspace() else ""
    after = " " if part[-1:].isspace() and part.strip() else ""
    return TrustedMarkdown(before + encode(part) + after)


def encode_with_unbroken(text: str, unbroken: Iterable[tuple[int, int]]) -> TrustedMarkdown:
    """As ``encode``, with each unbroken stretch (start and end, in order) an element that no line ends in."""
    parts, at = [], 0
    for start, end in unbroken:
        parts += [encode_part(text[at:start]), f'<span class="unbroken">{encode(text[start:end])}</span>']
        at = end
    return TrustedMarkdown("".join([*parts, encode_part(text[at:]) if at else encode(text)]))


def encode_sign(sign: str) -> TrustedMarkdown:
    """A sign that parts words, with the no-break space that a language sets before it: "\u202f;" in French."""
    space = f"&#{ord(sign[0])};" if sign[0] in "\u00a0\u202f" else ""
    return TrustedMarkdown(space + encode(sign))


def visible(text: str) -> str:
    """What a reader will see of ``text``: white space folded, NFC, without characters that HTML forbids."""
    spaced = " ".join(text.split())
    if spaced.isprintable():  # most text is, and what is forbidden never is
        return fold(spaced)
    return fold("".join(character for character in spaced if _is_permitted(character)))


def destination(target: str) -> TrustedMarkdown:
    """An address inside the site (path and anchor) as the target of a Markdown link, percent-encoded."""
    return TrustedMarkdown(quote(target, safe="/#._~-"))


def web_address(url: str | None) -> str | None:
    """``url`` if it is one that a reader may be sent to (http or https, with a host), else nothing."""
    if url is None:
        return None
    try:
        parts = urlsplit(visible(url))
    except ValueError:
        return None
    return visible(url) if parts.scheme in {"http", "https"} and parts.netloc else None


def _is_permitted(character: str) -> bool:
    code = ord(character)
    is_noncharacter = (
        _FIRST_NONCHARACTER <= code <= _LAST_NONCHARACTER or code & _LAST_TWO_OF_PLANE == _LAST_TWO_OF_PLANE
    )
    return not is_noncharacter and unicodedata.category(character) not in _FORBIDDEN_CATEGORIES
