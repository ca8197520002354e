"""What the words of a person's name look like in any language, with small words between them, and what is an office."""

from __future__ import annotations

from functools import cache

from generator.languages import available, words

# A word with a capital, or in letters that have none: "Anna", "O’Hara", "J.", "أحمد"
CAPITALISED = r"[^\W\d_a-zß-ÿ][\w’'.-]*"
# Small words that stand in names so often that a line without any other mark may be a name with them
SMALL_WORDS = "d[aei]|de|den|der|del|della|di|du|la|le|van|von|vom|ten|ter|zu|al|bin"
# All small words that stand in names, where something else already says that a line names people
PARTICLES = frozenset(
    (
        "a", "aan", "abu", "af", "al", "am", "ap", "av", "ben", "bin", "bint", "binti", "d", "da", "dal",
        "dalla", "das", "de", "degli", "dei", "del", "della", "delle", "dello", "dem", "den", "der", "des",
        "di", "do", "dos", "du", "e", "el", "het", "i", "ibn", "im", "l", "la", "las", "le", "les", "lo", "los",
        "mac", "of", "op", "ould", "san", "te", "ten", "ter", "tot", "uit", "van", "vom", "von", "y", "zu",
        "zum", "zur",
    )
)  # fmt: skip


def is_office(name: str) -> bool:
    """Whether words say what somebody does: "Political Editor", "Korrespondentin in Rom"."""
    return any(word.strip(".,").casefold() in _offices() for word in name.split())


@cache
def _offices() -> frozenset[str]:
    return frozenset(word for code in available() for word in words(code, "pages", "offices"))
