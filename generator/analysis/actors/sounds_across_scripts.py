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

from generator.analysis.actors.spelling import CYRILLIC, GREEK, LATIN

MOST_READINGS = 24
"""A word of more readings is no longer read: what it meets it meets by chance."""

VOWEL = "."

SERBIAN_AND_MACEDONIAN_LETTERS = "ђ љ њ ћ џ ј ѓ ќ ѕ đ"
LATIN_FOR_SERBIAN_AND_MACEDONIAN = "dj l n ch dzh j g k dz dj"
GEORGIAN_LETTERS = "ა ბ გ დ ე ვ ზ თ ი კ ლ მ ნ ო პ ჟ რ ს ტ უ ფ ქ ღ ყ შ ჩ ც ძ წ ჭ ხ ჯ ჰ"
LATIN_FOR_GEORGIAN = "a b g d e v z t i k l m n o p zh r s t u ph k gh k sh ch ts dz ts ch kh dzh h"
ARMENIAN_LETTERS = "ա բ գ դ ե զ է ը թ ժ ի լ խ ծ կ հ ձ ղ ճ մ յ ն շ ո չ պ ջ ռ ս վ տ ր ց ւ փ ք օ ֆ և"
LATIN_FOR_ARMENIAN = "a b g d e z e e t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts u p k o f ev"
ARABIC_LETTERS = "ب پ ت ط ث ج چ ح خ د ذ ر ز ژ س ص ش ض ظ غ ف ڤ ق ك ک گ ل م ن ه و"
LATIN_FOR_ARABIC = "b p t t t j ch h kh d d r z zh s s sh d z gh f v k k k g l m n h w"
HEBREW_LETTERS = "ב ג ד ה ו ז ח ט כ ך ל מ ם נ ן ס פ ף צ ץ ק ר ש ת"
LATIN_FOR_HEBREW = "bh g d h w z kh t k k l m m n n s ph f ts ts k r sh t"
INDIAN_LETTERS = "ं ँ क ख ग घ च छ ज झ ट ठ त थ ड ढ द ध प फ ब भ म न ण र ल व श ष स ह"
LATIN_FOR_INDIAN = "n n k kh g gh ch ch j zh t t t t d d d d p ph b b m n n r l w sh sh s h"

WITH_VOWELS = {
    **LATIN,
    **CYRILLIC,
    **GREEK,
    **dict(zip(SERBIAN_AND_MACEDONIAN_LETTERS.split(), LATIN_FOR_SERBIAN_AND_MACEDONIAN.split(), strict=True)),
    **dict(zip(GEORGIAN_LETTERS.split(), LATIN_FOR_GEORGIAN.split(), strict=True)),
    **dict(zip(ARMENIAN_LETTERS.split(), LATIN_FOR_ARMENIAN.split(), strict=True)),
}
WITHOUT_VOWELS = {
    **dict(zip(ARABIC_LETTERS.split(), LATIN_FOR_ARABIC.split(), strict=True)),
    **dict(zip(HEBREW_LETTERS.split(), LATIN_FOR_HEBREW.split(), strict=True)),
    **dict(zip(INDIAN_LETTERS.split(), LATIN_FOR_INDIAN.split(), strict=True)),
}

# Two letters for one sound: Greek "ου", "γκ" and "αυ" of "Γαύδος", Armenian "ու", Arabic "تش" of "تشاد", Hebrew "צ'".
DOUBLE_LETTERS = "ου ού αυ αύ ευ εύ γκ ու تش צ' ג' ז'"
LATIN_FOR_DOUBLE_LETTERS = "u u av av ev ev g u ch ch j zh"
PAIRS = tuple(zip(DOUBLE_LETTERS.split(), LATIN_FOR_DOUBLE_LETTERS.split(), strict=True))
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
