"""How text becomes words that can be searched: the same on the page (``search.js``) and here.

Takes any text and gives folded words in order. Folding forgets case, accents, marks and invisible characters, and
writes letters that differ by spelling habit alone as one: ß is ss, ə is e, ı is i. A digit of any writing is one from
0 to 9: ٢٠٢٤ is 2024. An apostrophe inside a word is dropped ("Sa’ar" is saar). Writing without spaces between words
gives every two characters that stand together.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

# Chinese, Japanese, Thai, Lao, Burmese, Khmer: no space between words
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
APOSTROPHES = "'’ʼ‘ʻ"
# a run of unspaced writing ("协议"), or letters and digits with apostrophes between them ("l'oreal", "1960s")
_WORD = re.compile(rf"[{UNSPACED}]+|[^\W_{UNSPACED}]+(?:[{APOSTROPHES}][^\W_{UNSPACED}]+)*")
_UNSPACED_START = re.compile(f"[{UNSPACED}]")
_NO_APOSTROPHES = {ord(character): None for character in APOSTROPHES}
# letters that Unicode does not take apart and that readers write in two ways
_SPELT = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "ə": "e", "þ": "th", "ħ": "h",
    "ς": "σ", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ـ": "",
}  # fmt: skip
_DROPPED_CATEGORIES = frozenset({"Mn", "Mc", "Me", "Cf"})


class _Folding(dict[int, str]):
    """Code point to folded text, found when first asked for."""

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", chr(code)).lower())
        kept = (part for part in parts if unicodedata.category(part) not in _DROPPED_CATEGORIES)
        self[code] = unicodedata.normalize("NFC", "".join(map(_spelt, kept)))
        return self[code]


def _spelt(character: str) -> str:
    digit = unicodedata.decimal(character, None)
    return _SPELT.get(character, character) if digit is None else str(digit)


_FOLDING = _Folding()


def folded(text: str) -> str:
    """The text without case, accents, marks and invisible characters."""
    return unicodedata.normalize("NFC", text).translate(_FOLDING)


def words_of(text: str) -> Iterator[str]:
    """Folded words in order; a run of unspaced writing gives each two neighbours: 合作协议 → 合作, 作协, 协议."""
    for word in _WORD.findall(folded(text)):
        if _UNSPACED_START.match(word):
            yield from (word[at : at + 2] for at in range(max(1, len(word) - 1)))
        else:
            yield word.translate(_NO_APOSTROPHES)
