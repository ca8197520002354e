"""The names of months as dates of publication are written with them, in a language and in English.

CLDR has the usual ones, the language files what else is written; both also without their accents, as many systems for
pages leave them out: "fevrier", "Agustos", "ΜΑΡΤΙΟΥ".
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

from generator.languages import words
from generator.languages.cldr import locale_of

ACUTE = "\u0301"


@cache
def month_names(language: str) -> Mapping[str, int]:
    """Names of months in small letters, full and short, with the number of the month."""
    names: dict[str, int] = {}
    countries = words(language, "stated_dates", "locales_of_months")
    for locale in filter(None, map(locale_of, ("en", language, *countries))):
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                months = locale.months[context][width]
                names |= {str(name).lower().rstrip("."): int(number) for number, name in months.items()}
    for number, *written in map(str.split, words(language, "dates", "months")):
        names |= {name.replace("_", " ").lower().rstrip("."): int(number) for name in written}
    names |= {small_letters(name): number for name, number in names.items()}
    names = {plain: n for name, n in names.items() for plain in _without_accents(name)} | names
    names = {name: number for name, number in names.items() if not name.isdigit()}
    if countries:  # countries of one language that name months differently
        alike = ((one, other) for one in names for other in names if one != other and names[one] == names[other])
        names |= {f"{one}/{other}": names[one] for one, other in list(alike)}
    return names


def small_letters(name: str) -> str:
    """A name in the same small letters however it is written: Turkish "Mayıs" and "MAYIS", "Haziran" and "HAZİRAN"."""
    return name.upper().lower().replace("i\u0307", "i")


def _without_accents(name: str) -> Iterator[str]:
    """A name without any marks on its letters, and without the acute alone; only where letters have capitals."""
    if name.upper() == name:
        return
    apart = unicodedata.normalize("NFD", name)
    yield "".join(letter for letter in apart if not unicodedata.combining(letter))
    yield unicodedata.normalize("NFC", apart.replace(ACUTE, ""))
