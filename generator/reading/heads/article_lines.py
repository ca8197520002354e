"""What the lines right around a title say of the article in parts: outlet, authors and agency beside the day.

Takes the lines that are not blank and the line of the title; states the fields. Only a clean head is read so, where
the title is among the first lines: on a page dump other articles' lines stand around it. A part names the outlet by
a word for one or by a label; else, where the author is known and a bar or a dash parts it, as the one other part of
a line with the day, if the article does not speak of it as it does of a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.model import Line, LineRole, fold
from generator.reading.heads.bare_names import bare_name, is_author
from generator.reading.heads.byline import is_byline
from generator.reading.heads.labels import Label, labelled
from generator.reading.heads.menus import section_names
from generator.reading.heads.names import authors_in, supplier_in
from generator.reading.heads.parts import (
    LONGEST_LINE_CHARS,
    LONGEST_OUTLET_CHARS,
    dated_parts,
    names_an_outlet,
    parts_of,
)
from generator.reading.heads.person_names import is_newspaper
from generator.reading.heads.stated import Stated
from generator.reading.marks import DIGIT
from generator.reading.phrases import hits_of

# The title is among the first lines, and what is said of the article near it
CLEAN_HEAD_LINES, NEAR_TITLE_LINES = 6, 6
FEWEST_WORDS_OF_UNMARKED = 2
MOST_WORDS_OF_A_NAME = 4
# A letter of an alphabet with capitals
CASED = re.compile(r"[A-Za-zÀ-ÿĀ-ɏΆ-ԯ]")
# A mark between parts that parts no place from its day, as a comma does: "Oslo, 3 May 2026"
STRONG_MARK = re.compile(r"[|｜•·]|\s[–—―-]\s")


def state_parts(found: Stated, spoken: Sequence[Line], language: str) -> None:
    """State outlet, authors, agency and day that the lines around the title name in parts and behind labels."""
    lines = _around_title(spoken)
    body = " ".join(line.text for line in spoken if line.kept and line.role is LineRole.BODY)
    _labelled(found, lines, language)
    unmarked: list[tuple[str, Line]] = []
    told = [(*one, _state_known(found, one[0], one[1], language)) for one in _in_parts(lines, language)]
    for line, parts, dated, unknown in told:
        named = [part for part in unknown if bare_name().fullmatch(part)]
        beside_known = len(unknown) < len(parts) or ("publisher" in found.fields and dated)
        if beside_known and len(named) == len(unknown) and "authors" not in found.fields:
            people = tuple(part for part in named if is_author(part, line, spoken, body, language))
            found.state("authors", people, line)
        elif dated and len(unknown) == 1 and STRONG_MARK.search(line.text):
            unmarked.append((unknown[0], line))
    if "authors" in found.fields:
        for part, line in unmarked:
            if part not in found.fields["authors"] and _may_name_outlet(part, body, language):  # type: ignore[operator]
                found.state("publisher", part, line)


def _around_title(spoken: Sequence[Line]) -> list[Line]:
    """The lines of a clean head but its title; none where the title stands too far below the first line."""
    first = next((n for n, line in enumerate(spoken) if line.kept and line.role is LineRole.BODY), 0)
    titled = next((n for n, line in enumerate(spoken[:first]) if line.role is LineRole.TITLE), 0)
    if first > CLEAN_HEAD_LINES + NEAR_TITLE_LINES or titled >= CLEAN_HEAD_LINES:
        return []
    near = spoken[: min(first, titled + 1 + NEAR_TITLE_LINES)]
    other = (LineRole.TITLE, LineRole.ADVERT, LineRole.CAPTION)
    return [line for line in near if line.role not in other and len(line.text) <= LONGEST_LINE_CHARS and not line.kept]


def _in_parts(lines: Sequence[Line], language: str) -> Iterator[tuple[Line, tuple[str, ...], bool]]:
    """Lines with their parts and whether they bear the day: those with it first, then those right beside."""
    dated = {line.number: parts for line in lines if (parts := dated_parts(line.text, language)) is not None}
    yield from ((line, dated[line.number].others, True) for line in lines if line.number in dated)
    if dated:
        # one word alone is as likely a section's
        others = (line for line in lines if line.number not in dated and " " in line.text.strip())
        parted = ((line, parts_of(line.text, language)) for line in others if labelled(line.text) is None)
        yield from ((line, parts, False) for line, parts in parted if _are_of_a_newspaper(parts, language))


def _are_of_a_newspaper(parts: Sequence[str], language: str) -> bool:
    """Whether a line without a day is a newspaper's name, alone or beside its writer's: "Local News" is a section's."""
    named = [part for part in parts if _is_of_a_newspaper(part, language)]
    return len(named) == 1 and all(bare_name().fullmatch(part) for part in parts if part not in named)


def _is_of_a_newspaper(part: str, language: str) -> bool:
    return is_newspaper(part) and names_an_outlet(part, language)


def _state_known(found: Stated, line: Line, parts: Sequence[str], language: str) -> list[str]:
    """State the parts that say what they are; gives the others."""
    unknown: list[str] = []
    for part in parts:
        label = labelled(part)
        if label is not None and label.field in ("publisher", "authors"):
            found.state(label.field, _of_label(label, part, language), line)
        elif (supplier := supplier_in(part)) is not None:
            found.state("supplier", supplier, line)
        elif names_an_outlet(part, language):
            found.state("publisher", part, line)
        elif is_byline(part, language):
            found.state("authors", authors_in(part, language), line)
        else:
            unknown.append(part)
    return unknown


def _may_name_outlet(part: str, body: str, language: str) -> bool:
    """Whether the one unknown part beside the day of a signed text can be its outlet."""
    words_of = part.split()
    if len(words_of) < FEWEST_WORDS_OF_UNMARKED or len(part) > LONGEST_OUTLET_CHARS or part[0].islower():
        return False
    sections = section_names(language)
    return part not in body and not hits_of(part, language) and not any(w.casefold() in sections for w in words_of)


def _labelled(found: Stated, lines: Sequence[Line], language: str) -> None:
    """State what stands behind labels; a source is the outlet where other labels stand beside it."""
    labels = [(line, label) for line in lines if (label := labelled(line.text)) is not None]
    for line, label in labels:
        parts = dated_parts(label.value, language)
        # "Publication" labels a day in French and an outlet in English
        if parts is not None and (label.field == "published" or not parts.others):
            found.state("published", parts.day.day, line)
        elif label.field in ("authors", "publisher"):
            found.state(label.field, _of_label(label, line.text, language, several=len(labels) > 1), line)


def _of_label(label: Label, text: str, language: str, *, several: bool = False) -> tuple[str, ...] | str | None:
    """The people or the outlet behind a label; with ``several`` labels a source is the outlet."""
    if label.field == "authors":
        return authors_in(text, language) or _people(label.value)
    return _outlet_behind(label, language, several=several)


def _people(value: str) -> tuple[str, ...]:
    """The name behind a label; in a script without capitals, whose signs for vowels are no letters, any few words."""
    few = 1 < len(value.split()) <= MOST_WORDS_OF_A_NAME and not DIGIT.search(value)
    return (value,) if bare_name().fullmatch(value) or (few and not CASED.search(value)) else ()


def _outlet_behind(label: Label, language: str, *, several: bool) -> str | None:
    dated = dated_parts(label.value, language)
    parts = dated.others if dated is not None else (fold(label.value),)
    name = parts[0] if len(parts) == 1 else ""
    if not name or len(name) > LONGEST_OUTLET_CHARS or supplier_in(name) is not None or "://" in name:
        return None
    return name if names_an_outlet(name, language) or several or dated is not None else None
