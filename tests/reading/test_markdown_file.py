"""Markdown files as they come from site generators and clippers; ``<name>.expected`` is what is read of each."""

from __future__ import annotations

from pathlib import Path

import markdown
import pytest
from lxml import html

from generator.model import Source, fold
from generator.reading.article import read_article
from generator.reading.formats import FRONT_MATTER
from tests.reading.test_web_page import read, shown

FILES = sorted((Path(__file__).parent.parent / "cases" / "markdown").glob("*.md"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_file_is_read_as_its_case_says(path: Path) -> None:
    assert shown(path) == path.with_suffix(".expected").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_block_stands_in_the_file_as_another_program_renders_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    rendered = markdown.markdown(FRONT_MATTER.sub("", text))
    content = fold(str(html.fromstring(f"<div>{rendered}</div>").xpath("string()")))
    article = read(path.read_bytes(), path.name)
    assert all(article.words_of(paragraph) in content for paragraph in article.paragraphs)


def test_markdown_is_recognised_by_its_content_not_its_name() -> None:
    text = "---\ntitle: Harbour\n---\n\nThe harbour is to grow by **two hundred** hectares, the port said on Sunday.\n"
    assert read_article(Source("notes.txt", text.encode())).metadata.title == "Harbour"


def test_heading_is_the_title_where_nothing_else_is() -> None:
    text = "# Harbour to grow\n\nThe harbour is to grow by [two hundred](https://x.example) hectares, the port said.\n"
    assert read_article(Source("a.md", text.encode())).metadata.title == "Harbour to grow"
