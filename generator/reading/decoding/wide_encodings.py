"""Encodings of East Asian scripts: how likely bytes are text in one of them, and how they are told when they say so.

The standards order their characters: those in daily use stand together at known places, before the rare ones and those
of other alphabets. Text read rightly is made of them nearly throughout; read with another codec it is not.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

# Codecs in the order in which they win a tie, each with the first and last leading byte of the characters in daily
# use, punctuation among them, in the narrow standard that it extends: Korean read as Chinese is common Chinese too
COMMON_ROWS: Mapping[str, tuple[str, tuple[tuple[int, int], ...]]] = {
    "cp949": ("euc_kr", ((0xA1, 0xA1), (0xA3, 0xA3), (0xB0, 0xC8))),
    "cp932": ("shift_jis", ((0x81, 0x83), (0x88, 0x97))),
    "euc_jp": ("euc_jp", ((0xA1, 0xA1), (0xA3, 0xA5), (0xB0, 0xCF))),
    "gb18030": ("gb2312", ((0xA1, 0xA1), (0xA3, 0xA3), (0xB0, 0xD7))),
    "big5hkscs": ("big5", ((0xA1, 0xA3), (0xA4, 0xC6))),
}
WIDE_CODECS = tuple(COMMON_ROWS)
# Escape sequences of the encodings for e-mail, in which all bytes are ASCII
ESCAPES = ((b"\x1b$B", "iso2022_jp"), (b"\x1b$@", "iso2022_jp"), (b"\x1b$)C", "iso2022_kr"))
# The most characters that are broken in a text of the encoding: a copy may have lost a byte here and there.
BROKEN_SHARE = 0.02
# Japanese has at least this share of its syllables; without any, other readings are believed first.
SYLLABLES_SHARE, WITHOUT_SYLLABLES = 0.1, 0.7
REPLACED = "\ufffd"


def wide_likelihood(sample: bytes, name: str) -> float:
    """Between 0 and 1: the share of characters in daily use among those beyond ASCII."""
    beyond = [character for character in sample.decode(name, "replace") if character > "\x7f"]
    if not beyond or beyond.count(REPLACED) > BROKEN_SHARE * len(beyond) + 1:
        return 0.0
    common = _common(name)
    share = sum(character in common for character in beyond) / len(beyond)
    if name in ("cp932", "euc_jp"):
        syllables = sum("\u3041" <= character <= "\u30fa" for character in beyond)
        return share if syllables >= SYLLABLES_SHARE * len(beyond) else WITHOUT_SYLLABLES * share
    return share


def escaped_encoding(content: bytes) -> str | None:
    """The encoding for e-mail whose escape sequence stands in bytes that are ASCII throughout."""
    if not content.isascii() or b"\x1b$" not in content:
        return None
    return next((name for escape, name in ESCAPES if escape in content), None)


@cache
def _common(name: str) -> frozenset[str]:
    """The characters in daily use of a codec."""
    narrow, rows = COMMON_ROWS[name]
    pairs = (
        bytes((lead, trail)) for first, last in rows for lead in range(first, last + 1) for trail in range(0x40, 0xFF)
    )
    return frozenset(pair.decode(narrow, "ignore") for pair in pairs)
