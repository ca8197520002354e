"""Markdown files as they come from site generators and clippers; ``<name>.expected`` is what is read of each."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import UnreadableArticle
from generator.model import Source
from generator.publishing.audit.sources import read_article_file
from generator.reading.article import read_article
from tests.reading.test_web_page import read, shown

FILES = sorted((Path(__file__).parent.parent / "cases" / "markdown").glob("*.md"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_file_is_read_as_its_case_says(path: Path) -> None:
    assert shown(path) == path.with_suffix(".expected").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_block_stands_in_the_file_as_the_audit_reads_it(path: Path) -> None:
    readings = read_article_file(path).words
    article = read(path.read_bytes(), path.name)
    assert all(any(article.words_of(each) in words for words in readings) for each in article.paragraphs)


def test_markdown_is_recognised_by_its_content_not_its_name() -> None:
    text = "---\ntitle: Harbour\n---\n\nThe harbour is to grow by **two hundred** hectares, the port said on Sunday.\n"
    assert read_article(Source("notes.txt", text.encode())).metadata.title == "Harbour"


def test_heading_is_the_title_where_nothing_else_is() -> None:
    text = "# Harbour to grow\n\nThe harbour is to grow by [two hundred](https://x.example) hectares, the port said.\n"
    assert read_article(Source("a.md", text.encode())).metadata.title == "Harbour to grow"


@pytest.mark.parametrize("day", ["3 May 2024", "2024-05-03", "May 3, 2024"])
def test_title_block_of_pandoc_states_title_authors_and_date(day: str) -> None:
    text = f"% Harbour to grow\n% Ada Holm; Nils Reet\n% {day}\n\nThe harbour is to grow by two hundred hectares.\n"
    article = read_article(Source("a.txt", text.encode()))
    assert article.metadata.title == "Harbour to grow"
    assert article.metadata.authors == ("Ada Holm", "Nils Reet")
    assert article.metadata.published == "2024-05-03"
    assert article.text == "The harbour is to grow by two hundred hectares."


@pytest.mark.parametrize(
    "fields", ["titel: Havnen\nforfatter: Mette Holm\ndato: 2024-05-03\nsprog: da", "título: Havnen\nautor: Mette Holm"]
)
def test_fields_of_front_matter_may_have_the_names_of_any_language(fields: str) -> None:
    text = f"---\n{fields}\n---\n\nHavnen bliver to hundrede hektar større, oplyste havnemyndigheden søndag.\n"
    known = read_article(Source("a.md", text.encode())).metadata
    assert (known.title, known.authors) == ("Havnen", ("Mette Holm",))
    assert known.published == ("2024-05-03" if "dato" in fields else None)


BODY = "The harbour of Kortdam is to grow by 200 hectares, the authority said.\n\nResidents fear the noise at night.\n"


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        ("# Harbour to grow\n\n*By Laura Pike*\n\n6 March 2026\n\n", ("Laura Pike",)),
        ("# Harbour to grow\n\nBy Laura Pike, 6 March 2026\n\n", ("Laura Pike",)),
        ("---\nauthor: L. Pike\n---\n\n# Harbour to grow\n\nBy Laura Pike\n\nPublished 6 March 2026\n\n", ("L. Pike",)),
    ],
)
def test_byline_and_date_below_the_title_are_no_text_and_fill_what_front_matter_leaves_open(
    head: str, authors: tuple[str, ...]
) -> None:
    known = read_article(Source("a.md", (head + BODY).encode()))
    assert (known.metadata.authors, known.metadata.published) == (authors, "2026-03-06")
    assert known.text == BODY.strip()


def test_an_article_behind_one_that_cannot_be_read_is_read_as_ever() -> None:
    article = Source(
        "b.md", b"# Port widens\n\nThe port is to grow, the mayor said on Friday.\n\n*Read also: Summer trains*\n"
    )
    alone = read_article(article)
    with pytest.raises(UnreadableArticle):
        read_article(Source("a.md", b"# T\n\n" + b"- " * 3_000 + b"words"))
    assert read_article(article) == alone
