"""What the head of a plain text states, in 30 languages: title, day, outlet, authors and kind (cases/heads.txt)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.model import Line, LineRole
from generator.reading.documents.plain_text import read_plain_text
from generator.reading.heads.days import saved_on
from generator.reading.heads.labels import labelled
from generator.reading.heads.parts import dated_parts, names_an_outlet
from generator.reading.heads.title_line import TitleLine, taken_apart
from generator.reading.rendition import Rendition

CASES = Path(__file__).parent.parent / "cases" / "heads.txt"


def read_cases() -> Iterator[tuple[str, str, str, dict[str, str]]]:
    """Language, head, text below it and the fields that are read, of every case in the file."""
    lines = (line for line in CASES.read_text(encoding="utf-8").split("\n") if not line.startswith("#"))
    for block in "\n".join(lines).split("language: ")[1:]:
        below, *heads = block.split("\nhead:\n")
        language, _, text = below.partition("\n")
        for head in heads:
            written, *stated = head.strip().split("\n=> ")
            yield language, written, text.strip(), dict(field.split(": ", 1) for field in stated)


def read(head: str, text: str, between: str = "\n\n") -> Rendition:
    return read_plain_text(f"{head}{between}{text}")


def shown(found: Rendition) -> dict[str, str]:
    """The fields as the cases write them; the kind of what is known to be an agency's stays out."""
    known = found.metadata
    fields = {"title": known.title, "day": known.published, "outlet": known.publisher}
    fields |= {"authors": " + ".join(known.authors), "kind": known.kind.value if known.kind else None}
    return {name: value for name, value in fields.items() if value}


CASE_LIST = list(read_cases())


@pytest.mark.parametrize(
    ("head", "text", "stated"),
    [case[1:] for case in CASE_LIST],
    ids=[f"{language}-{number}" for number, (language, *_) in enumerate(CASE_LIST)],
)
def test_head_states_what_it_says_and_nothing_else(head: str, text: str, stated: dict[str, str]) -> None:
    found = read(head, text)
    assert shown(found) == stated
    assert body_of(found.lines) == [paragraph for paragraph in text.split("\n") if paragraph]


def body_of(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines if line.kept and line.role is LineRole.BODY]


def test_every_part_of_a_line_but_its_day_is_told() -> None:
    parts = dated_parts("Thursday, 5 June 2026, 14:02 | Harbour Ledger | By Ada Quill", "en")
    assert parts is not None
    assert (parts.day.day, parts.others) == ("2026-06-05", ("Harbour Ledger", "By Ada Quill"))


@pytest.mark.parametrize("part", ["La Paz", "World News", "By Ada Quill", "Reuters", "Opinion", "Ada Quill", "Press"])
def test_place_section_byline_agency_and_person_name_no_outlet(part: str) -> None:
    assert not names_an_outlet(part, "en")
    assert not names_an_outlet(part, "es")


def test_a_title_is_taken_apart_only_beside_a_whole_day_or_a_newspaper() -> None:
    line = "Ferries to sail again – Harbour Ledger – 5 June 2026"
    assert taken_apart(line, "en") == TitleLine("Ferries to sail again", "2026-06-05", "Harbour Ledger")
    assert taken_apart("Ferries to sail again – Harbour Ledger – June 2026", "en") is None
    assert taken_apart("Ferries to sail again | Harbour Ledger", "en") == TitleLine(line[:21], outlet="Harbour Ledger")
    assert taken_apart("Ferries to sail again | World", "en") is None
    assert taken_apart("Storm at the old pier (14 January 2024)", "en") is None


def test_a_label_names_its_field_in_any_language() -> None:
    lines = ("Quelle: Küstenbote", "提供：沿岸新聞", "Fecha: 5 de junio de 2026", "Weather: fine", "Ada Quill")
    found = [label.field if (label := labelled(line)) else None for line in lines]
    assert found == ["publisher", "publisher", "published", None, None]


def test_the_day_on_which_a_text_was_saved_is_not_its_own() -> None:
    assert saved_on("Abgerufen am 2. Juli 2026", "de") == "2026-07-02"
    assert saved_on("Published: 2 July 2026", "en") is None
