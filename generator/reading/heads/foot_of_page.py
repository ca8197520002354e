"""Whose page it is by its foot: who holds the rights there, where more than the sign of rights says so.

Takes the lines around the article; gives the name in a sign of rights that stands apart from the article, below other
lines of the page: "© 2026 Harbour Courier". Right below an article the sign may be of whoever it was bought from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from generator.languages import available, words
from generator.model import Line, LineRole, fold
from generator.reading.heads.names import supplier_in
from generator.reading.heads.person_names import begins_as_a_person, is_newspaper, is_newspaper_in_one_word, is_outlet
from generator.reading.heads.rights import BEHIND_HOLDER, YEARS_BEFORE_HOLDER
from generator.reading.phrases import hits_of

FEWEST_LINES_BETWEEN = 2
NEAR_LINES = 2
OPENING_CHARS = 90
LONGEST_CHARS = 120
# The domain of an address to write to: "harbourcourier.example" of "news@harbourcourier.example"
WRITE_TO = re.compile(r"[\w.+-]@((?:[\w-]+\.)+\w{2,})")


def outlet_at_foot(spoken: Sequence[Line], signed: Line, language: str) -> str | None:
    """The holder of the rights as the page's outlet; ``None`` right below the article, for people and for companies.

    Its name is a newspaper's, or all rights are reserved in the line or beside it, or the page bears the name once
    more: in an address to write to, or before the first words of the text ("ORLUNE, HARBOUR COURIER - ").
    """
    named = _sign(language).fullmatch(fold(signed.text)) if len(signed.text) <= LONGEST_CHARS else None
    if named is None:
        return None
    last = max((n for n, line in enumerate(spoken) if line.kept and line.role is LineRole.BODY), default=-1)
    at = spoken.index(signed)
    if (
        last < 0
        or at - last <= FEWEST_LINES_BETWEEN
        or not _is_house(name := named["name"].strip(), named["rest"] or "")
    ):
        return None
    beside = [line.text for line in spoken[max(last + 1, at - NEAR_LINES) : at + 1 + NEAR_LINES] if line is not signed]
    own = [named["before"] or "", named["rest"] or ""]
    reserved = any("legal" in hits_of(text, language) for text in [*own, *beside])
    believed = reserved or _is_newspapers(name) or _is_borne_out(name, spoken)
    return name if believed else None


def _is_house(name: str, rest: str) -> bool:
    """Whether a name is no person's, no agency's and no company's by its legal form."""
    behind = [*name.split()[1:], *rest.split()[:1]]
    cut_short = len(behind) > 0 and len(name.rsplit(maxsplit=1)[-1]) == 1  # "Orlune Media S" of "Orlune Media S.A."
    return not (
        cut_short
        or begins_as_a_person(name)
        or supplier_in(name) is not None
        or any(word.strip(",.").casefold() in _words_of_companies() for word in behind)
    )


def _is_newspapers(name: str) -> bool:
    return is_outlet(name) or is_newspaper(name) or any(map(is_newspaper_in_one_word, name.split()))


def _is_borne_out(name: str, spoken: Sequence[Line]) -> bool:
    """Whether an address to write to, or the opening of the text, has the name as well."""
    letters = _letters(name)
    hosts = (host for line in spoken for host in WRITE_TO.findall(line.text))
    if any(letters == _letters(label) for host in hosts for label in host.split(".")[:-1]):
        return True
    opening = next((fold(line.text) for line in spoken if line.kept and line.role is LineRole.BODY), "")
    return name.casefold() in _openings([opening])


def _openings(texts: Iterable[str]) -> set[str]:
    """What stands before the first dash of a text, in parts: "orlune" and "harbour courier"."""
    heads = (re.split(r"\s[-–—]\s", text[:OPENING_CHARS])[:-1] for text in texts)
    return {part.strip(" ()").casefold() for head in heads for part in re.split(r"[,;]", " ".join(head))}


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


@cache
def _sign(language: str) -> re.Pattern[str]:
    """A line of a sign of rights and a name without digits, with what stands before and behind.

    "Copyright © 2019-2026 Harbour Courier", "Impressum | © Harbour Courier. Alle Rechte vorbehalten"
    """
    listed = [*words(language, "pages", "rights"), *words("en", "pages", "rights")]
    signs = "|".join(map(re.escape, sorted(listed, key=len, reverse=True)))
    return re.compile(
        rf"(?:(?P<before>[^©]{{4,60}}?)[.,|\s]\s*)?(?i:(?:©|\(c\)|{signs})[\s©:]*)"
        rf"{YEARS_BEFORE_HOLDER}(?P<name>[^\W\d_a-z][^.|·;–—©(),\d]{{1,38}}?){BEHIND_HOLDER}"
    )


@cache
def _words_of_companies() -> frozenset[str]:
    """Legal forms, and words of houses that publish under several names: "Limited", "Verlagsgesellschaft"."""
    keys = (("names", "legal_forms"), ("names", "written_legal_forms"), ("pages", "companies"))
    return frozenset(
        word.strip(",.").casefold() for code in available() for table, key in keys for word in words(code, table, key)
    )
