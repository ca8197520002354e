"""Names of authors that are nobody's: accounts that systems for pages come with, desks, offices."""

from __future__ import annotations

from functools import cache

from generator.languages import available, words
from generator.reading.heads.person_names import is_office
from generator.reading.wide_letters import WIDE


def is_account(name: str) -> bool:
    """Whether a name is rather an account's or a desk's: "Super User", "Newsroom", "coast news" in small letters."""
    called = name.endswith(_outlet_endings()) if WIDE.search(name) else is_office(name)
    return called or name.casefold() in _accounts() or (name.isascii() and name.islower())


@cache
def _accounts() -> frozenset[str]:
    """What the accounts are called that systems for pages come with, in any language: "super user", "newsroom"."""
    return frozenset(word for code in available() for word in words(code, "pages", "accounts"))


@cache
def _outlet_endings() -> tuple[str, ...]:
    """How names of outlets and desks end where no space parts their words: "山野日報", "산들신문"."""
    return tuple(word for code in available() for word in words(code, "pages", "outlet_endings"))
