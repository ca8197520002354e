"""Digits of any script as ASCII digits, one character for one, so that all places in a text stay as they are."""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import cache

# Full-width signs that belong to numbers in Chinese and Japanese
_FULL_WIDTH = {"％": "%", "．": ".", "－": "-", "＋": "+"}
# Scripts behind Latin, Greek, Cyrillic, Armenian and Hebrew: only they have digits and signs of their own
_OTHER_SCRIPT = re.compile(r"[\u0660-\u1fff\u2c00-\U0010ffff]")


def in_ascii_digits(text: str) -> str:
    """The text with "۱۲", "１２" written "12"."""
    return text.translate(_table()) if _OTHER_SCRIPT.search(text) else text


@cache
def _table() -> dict[int, str]:
    digits = (code for code in range(128, sys.maxunicode + 1) if chr(code).isdecimal())
    found = {code: str(unicodedata.decimal(chr(code))) for code in digits}
    return found | {ord(sign): plain for sign, plain in _FULL_WIDTH.items()}
