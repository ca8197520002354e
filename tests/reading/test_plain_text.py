"""Articles as scraped, each in a file with the role of every line and with what the text states of itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Metadata, fold
from generator.reading.documents.plain_text import read_plain_text
from tests.reading.bridge import SENTENCE

CASES = Path(__file__).parents[1] / "cases" / "articles"


@dataclass(frozen=True)
class Case:
    stated: dict[str, str]
    roles: tuple[str, ...]
    text: str


def read_case(path: Path) -> Case:
    stated, roles, lines = {}, [], []
    for row in path.read_text(encoding="utf-8").splitlines():
        if row.startswith("# "):
            name, _, value = row[2:].partition(":")
            stated[name] = value.strip()
            continue
        role, _, line = row.partition("| ")
        roles.append(role.strip())
        lines.append(line)
    return Case(stated, tuple(roles), "\n".join(lines))


def shown(metadata: Metadata, name: str) -> str:
    value = getattr(metadata, name)
    return "; ".join(value) if isinstance(value, tuple) else str(value or "")


@pytest.mark.parametrize("path", sorted(CASES.glob("*.txt")), ids=lambda path: path.stem)
def test_lines_of_an_article_get_the_roles_that_a_reader_gives_them(path: Path) -> None:
    case = read_case(path)
    found = read_plain_text(case.text).lines
    told = [(f"{line.role}{'?' * line.doubtful}" if line.text.strip() else "", line.text) for line in found]
    assert told == list(zip(case.roles, case.text.split("\n"), strict=True))


@pytest.mark.parametrize("path", sorted(CASES.glob("*.txt")), ids=lambda path: path.stem)
def test_article_states_of_itself_what_its_lines_say(path: Path) -> None:
    case = read_case(path)
    metadata = read_plain_text(case.text).metadata
    assert {name: shown(metadata, name) for name in case.stated} == case.stated


def test_every_stated_field_names_the_line_where_it_stands() -> None:
    case = read_case(CASES / "german_page.txt")
    origins = {name: str(origin) for name, origin in read_plain_text(case.text).metadata.origins.items()}
    assert origins["title"] == "line 6"
    assert origins["authors"] == "line 7"
    assert origins["published"] == "line 8"
    assert origins["updated"] == "line 9"


def test_blocks_hold_the_words_of_the_body_as_they_stand() -> None:
    case = read_case(CASES / "english_broken_at_a_width.txt")
    rendition = read_plain_text(case.text)
    blocks = [rendition.text[block.start : block.end] for block in rendition.blocks]
    assert rendition.text == case.text
    assert len(blocks) == 3
    assert blocks[0].startswith("The town council") and blocks[0].endswith("two years.")


LINES = st.lists(
    st.sampled_from(
        ["", SENTENCE, "Teilen", "Anzeige", "Foto: dpa", "Von Anna Muster", "3. Mai 2024", "Politik | Sport", "a" * 300]
    ),
    max_size=25,
)


@settings(max_examples=60, deadline=None)
@given(LINES)
def test_every_line_has_one_verdict_and_every_block_is_of_kept_lines(lines: list[str]) -> None:
    text = "\n".join(lines)
    rendition = read_plain_text(text, "de")
    assert [line.text for line in rendition.lines] == text.split("\n")
    assert [line.number for line in rendition.lines] == list(range(len(rendition.lines)))
    kept = {fold(line.text) for line in rendition.lines if line.kept}
    assert all(fold(text[block.start : block.end]) in kept for block in rendition.blocks)
