"""Chinese, Japanese and Korean letters: each says more than one of an alphabet does, and no space parts their words."""

from __future__ import annotations

import re

# Ranges for a class of characters: Japanese syllables, Chinese characters, Korean syllables: "の", "港", "항"
KANA, HAN, HANGUL = "\u3040-\u30ff", "\u3400-\u9fff", "\uac00-\ud7af"
# One of them, or a mark of full width: "！"
WIDE = re.compile(f"[{KANA}{HAN}{HANGUL}\uff01-\uff60]")


def letters(text: str) -> int:
    """How much a text says, in letters of an alphabet: a wide letter counts as two."""
    return len(text) if text.isascii() else len(text) + len(WIDE.findall(text))
