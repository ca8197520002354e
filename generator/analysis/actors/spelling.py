"""One sound, many spellings: keys under which transliterations of a name meet.

Takes a name in Latin, Cyrillic or Greek letters; gives a key in small ASCII letters. A word in another script is its
own key, so that nobody meets there who is not written alike. ``transliteration_key`` joins what differs by the
alphabet of another language alone: Alijew, Aliyev, Əliyev and Алиев; Selenskyj and Зеленський; not Meier and Meyer.
``sound_key`` joins those too: a reason to ask an editor, never to decide.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from generator.analysis.actors.scripts import in_latin

Rules = tuple[tuple[re.Pattern[str], str], ...]
_SCRIPTS = in_latin(vowels=True)
LETTERS = {**_SCRIPTS["latin"], **_SCRIPTS["cyrillic"], **_SCRIPTS["greek"]}

# What languages write differently when they transliterate, and nothing else; tried in this order.
# "Tschechow", "Chekhov": ch; "Alijew", "Aliyev": alie; "Lawrow", "Lavrov": v; "Selenskyj", "Zelensky": sky.
TRANSLITERATIONS = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        (r"schtsch|szcz|chtch", "shch"),
        (r"dsch|dzh|dj", "j"),
        (r"tsch|tch|cz", "ch"),
        (r"sch|sz|sj", "sh"),
        (r"kh|(?<=[aeiou])ch(?=[aeiou])", "h"),
        (r"oe(?=k)", "u"),
        (r"w", "v"),
        (r"(?<!^d)j(?!o)|(?<=[aeiou])j(?=o)", "y"),
        (r"(?<=[aeiou])y(?=[aeiou])|^y(?=e)", ""),
        (r"(?<=sk)(yy|iy|ii|yi|y|i)$", "y"),
        (r"^[zs](?=.*sky$)", "s"),
        (r"ff$", "v"),
    )
)

# Spellings of one sound, tried in this order; each row is a pattern and what it becomes.
# "Schtscherbak", "Shcherbak": shch; "Chruschtschow" stays near "Khrushchev"; "Tokajew", "Tokayev": iev.
SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"schtsch|shch|szcz|chtch", "shch"),
        (r"dsch|dzh|dj|dż", "j"),
        (r"tsch|tch|cz", "ch"),
        (r"sch|sz|sj", "sh"),
        (r"kh", "h"),
        (r"ck|q|c(?![hei])", "k"),
        (r"ph", "f"),
        (r"w", "v"),
        (r"ts|tz|c(?!h)", "z"),
        (r"(?<![scz])z|s(?!h)", "s"),
        (r"ou|oe", "u"),
        (r"(?<=[aeiou])j(?=[aeiou])|[yj](?=[^aeiou]|$)|y|(?<=[^aeiou])j", "i"),
        (r"i+e", "e"),
        (r"i+", "i"),
        (r"(?<=[aeou])i(?=[aeou])", ""),
        (r"(.)\1+", r"\1"),
        (r"(?<=sk)(i|ii|y)$", "i"),
        (r"ff$|f$", "v"),
    )
)


@lru_cache(maxsize=20_000)
def transliteration_key(name: str) -> str:
    """The key under which spellings meet that only another language's alphabet tells apart."""
    return _key(name, TRANSLITERATIONS)


@lru_cache(maxsize=20_000)
def sound_key(name: str) -> str:
    """The key under which spellings meet that sound alike."""
    return _key(name, SOUNDS)


def _key(name: str, rules: Rules) -> str:
    """The keys of a name's words, one space between them."""
    words = (_letters(word) for word in re.split(r"[\s-]+", name))
    return " ".join(filter(None, (_spelled(word, rules) for word in words)))


def _spelled(word: str, rules: Rules) -> str:
    for pattern, letters in rules:
        word = pattern.sub(letters, word)
    return word


def _letters(word: str) -> str:
    """A word in small ASCII letters, Cyrillic and Greek transliterated, marks dropped; other scripts as they stand."""
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", word).casefold())
    letters = "".join(LETTERS.get(c, c) for c in folded.replace("ου", "ou").replace("ού", "ou"))
    ascii_letters = "".join(c for c in unicodedata.normalize("NFD", letters) if c.isascii() and c.isalpha())
    return ascii_letters or (folded if any(map(str.isalpha, folded)) else "")
