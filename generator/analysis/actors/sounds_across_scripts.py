"""What a name sounds like in any of several scripts: "Зеленський", "Selenskyj", "Zelensky", "زيلينسكي", "Ζελένσκι".

Takes one word of a name; gives its consonants as classes of sounds that no script and no language's way of
transliterating tells apart, and the word in Latin letters. A letter that is read in several ways ("ch", Arabic "و")
makes several readings. Arabic and Hebrew write few vowels and Devanagari's are not read here: words of these scripts
have consonants alone. Words that sound alike are not one name; ``agreement.names_across_scripts`` asks for more.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from math import prod

from generator.analysis.actors.scripts import in_latin

MOST_READINGS = 24
"""A word of more readings is no longer read: what it meets it meets by chance."""

VOWEL = "."

WITH_VOWELS = {letter: latin for script in in_latin(vowels=True).values() for letter, latin in script.items()}
WITHOUT_VOWELS = {letter: latin for script in in_latin(vowels=False).values() for letter, latin in script.items()}

# Two letters for one sound: Greek "ου", "γκ" and "αυ" of "Γαύδος", Armenian "ու", Arabic "تش" of "تشاد", Hebrew "צ'".
PAIRS = (
    *(("ου", "u"), ("ού", "u"), ("αυ", "av"), ("αύ", "av"), ("ευ", "ev"), ("εύ", "ev"), ("γκ", "g")),
    ("ու", "u"),
    ("تش", "ch"),
    *(("צ'", "ch"), ("ג'", "j"), ("ז'", "zh")),
)
# Greek at the beginning of a word alone: "Μπακογιάννη", "Ντόρα".
BEGINNINGS = (("μπ", "b"), ("ντ", "d"))
# Within a word these are "b" and "d" in foreign names: "Ράντου", "Radu"; capitals mark them until they are read.
WITHIN = (("μπ", "B"), ("ντ", "D"))

# The Arabic article, which Latin letters write as a word of its own: "الشرع", "al-Sharaa".
ARTICLE = re.compile(r"^ال(?=\w{3})")

# Sounds by their letters, longest first; each alternative is another reading, "" where the letter may be silent.
CLASSES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("schtsch", "shch", "szcz", "chtch"), ("S",)),
    **dict.fromkeys(("tsch", "tch", "dzh", "dsch", "dz", "sch", "sh", "cz", "sz", "zh", "ts", "tz"), ("S",)),
    **dict.fromkeys(("s", "z"), ("S",)),
    "dj": ("S", "D"),
    "ch": ("S", "K"),
    "c": ("S", "K"),
    "x": ("KS",),
    "B": ("P", "MP"),
    "D": ("D", "NT"),
    **dict.fromkeys(("ck", "kh", "gh", "q", "k"), ("K",)),
    "g": ("K",),
    "j": ("S", "", "K"),
    "h": ("", "K"),
    "ph": ("F", "P"),
    "bh": ("P", "F"),
    "th": ("T",),
    **dict.fromkeys(("f", "v"), ("F",)),
    "w": ("F", ""),
    **dict.fromkeys(("b", "p"), ("P",)),
    **{letter: (letter.upper(),) for letter in "dtlmnr"},
}
# One sound, be its letters doubled: "ss" of "Odessa"; or a run of vowels, "ia" of "Kikilias".
SOUND = re.compile(rf"(?P<vowels>[aeiouy]+)|(?P<sound>{'|'.join(sorted(CLASSES, key=len, reverse=True))})(?P=sound)*")
# What endings of languages put behind a name or leave out: "Νάξος", "Νάξο"; "Makron", "Makronas".
ENDING = re.compile(r"(?<=[^aeiouy])(?P<vowel>[aeiouyj]+)s?$")


@dataclass(frozen=True, slots=True)
class Sounds:
    """How a word sounds: each reading of its consonants, with a ``VOWEL`` where some stand between them.

    ``bare`` is the same without vowels; ``latin`` is the word in Latin letters, empty where its script leaves vowels
    out.
    """

    readings: frozenset[str]
    bare: frozenset[str]
    latin: str


SILENT = Sounds(frozenset(), frozenset(), "")


@lru_cache(maxsize=20_000)
def sounds_of(word: str) -> Sounds:
    """The sounds of a word; none for a script that is not read here."""
    latin, has_vowels = _in_latin(word)
    readings = _readings(latin) if latin else frozenset()
    bare = frozenset(reading.replace(VOWEL, "") for reading in readings)
    return Sounds(readings, bare, latin.lower() if has_vowels else "") if readings else SILENT


def _in_latin(word: str) -> tuple[str, bool]:
    """A word in small Latin letters, and whether its script writes vowels; empty where a letter is not known."""
    folded = unicodedata.normalize("NFC", ARTICLE.sub("", unicodedata.normalize("NFC", word).casefold()))
    for letters, latin in BEGINNINGS:
        folded = latin + folded[len(letters) :] if folded.startswith(letters) else folded
    for letters, latin in (*PAIRS, *WITHIN):
        folded = folded.replace(letters, latin)
    has_vowels = not any(letter in WITHOUT_VOWELS for letter in folded)
    table = WITH_VOWELS if has_vowels else WITHOUT_VOWELS
    spelled = "".join(table.get(letter, letter) for letter in folded)
    plain = "".join(letter for letter in unicodedata.normalize("NFD", spelled) if letter.isascii() and letter.isalpha())
    return plain, has_vowels


def _readings(latin: str) -> frozenset[str]:
    ending = ENDING.search(latin)
    stem = latin[: ending.start()] if ending else latin
    choices = [(VOWEL,) if found["vowels"] else CLASSES[found["sound"]] for found in SOUND.finditer(stem)]
    if prod(map(len, choices)) > MOST_READINGS:
        return frozenset()
    return frozenset(re.sub(r"\.+", VOWEL, "".join(reading)).rstrip(VOWEL) for reading in product(*choices))
