"""What the words of a person's name look like in any language; which words name an office, and which an outlet."""

from __future__ import annotations

import re
from functools import cache

from generator.languages import available, words
from generator.reading.choices import any_of

# A word with a capital, or in letters that have none: "Anna", "O’Hara", "J.", "أحمد"
CAPITALISED = r"[^\W\d_a-zß-ÿ][\w’'.-]*"

# A name such as "山野日報" is shorter than any of one word in an alphabet
SHORTEST_NEWSPAPER_CHARS = 4
# A particle before an apostrophe: "d’" of "d’Orval", "dell'" of "dell'Acqua"
ELIDED = re.compile(r"[^\W\d_]{1,4}['’](?=[^\W\d_])")


@cache
def particles() -> frozenset[str]:
    """All small words that stand in names, of any language, where something else already says that a line names people.

    Names keep the language that they come from: "von", "della", "bin".
    """
    return frozenset(word for code in available() for word in words(code, "pages", "name_particles"))


def is_no_name(word: str) -> bool:
    """Whether a word begins small and is no particle of a name: "in"; but "von", and "d’Orval"."""
    elided = ELIDED.match(word)
    return word[0].islower() and word.lower() not in particles() and not (elided and word[elided.end()].isupper())


@cache
def usual_particles() -> str:
    """A pattern for those that stand in names so often that a line without any other mark may be a name with them."""
    listed = {word for code in available() for word in words(code, "pages", "usual_name_particles")}
    return any_of(listed)


@cache
def articles() -> frozenset[str]:
    """English words for "the", with which names of outlets begin and those of people do not."""
    return frozenset(
        word for key in (("dates", "article"), ("words", "definite_articles")) for word in words("en", *key)
    )


def is_office(name: str) -> bool:
    """Whether words say what somebody does: "Political Editor", "Korrespondentin in Rom"."""
    return any(word.strip(".,").casefold() in _offices() for word in name.split())


def is_outlet(name: str) -> bool:
    """Whether words name a newspaper, an agency or a station: "Harbour Ledger", "Diario del Sur", no "Emily Post"."""
    parts = name.split()
    return not begins_as_a_person(name) and any(part.casefold() in _outlet_words() for part in parts)


def is_newspaper(name: str) -> bool:
    """Whether a word or a part of one says so that no section of a site bears: "Harbour Ledger", "Küsten-Kurier"."""
    return any(part.casefold() in _newspapers() for part in re.split(r"[\s’'-]", name))


def is_newspaper_in_one_word(name: str) -> bool:
    """Whether one word names a newspaper by how it ends or begins: "Orlenposten", "Küstenblatt", "山野日報"."""
    if " " in name or len(name) < SHORTEST_NEWSPAPER_CHARS:
        return False
    small = name.casefold()
    ends = small.endswith(_named_so("newspaper_endings")) or name.endswith(_named_so("outlet_endings"))
    return small not in _newspapers() and (ends or name.startswith(_named_so("newspaper_beginnings")))


@cache
def _named_so(key: str) -> tuple[str, ...]:
    return tuple(word for code in available() for word in words(code, "pages", key))


def begins_as_a_person(name: str) -> bool:
    """Whether the first word is a given name: "Emily Post"."""
    return name.split(maxsplit=1)[0] in _given_names()


@cache
def _newspapers() -> frozenset[str]:
    return frozenset(word for code in available() for word in words(code, "pages", "newspapers"))


@cache
def _outlet_words() -> frozenset[str]:
    return frozenset(word for code in available() for word in words(code, "pages", "outlets"))


@cache
def _given_names() -> frozenset[str]:
    return frozenset(word for code in available() for word in words(code, "names", "given_names"))


@cache
def _offices() -> frozenset[str]:
    return frozenset(word for code in available() for word in words(code, "pages", "offices"))
