"""Word documents: styles give the roles; what is no paragraph of the text is left out."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from generator.errors import UnreadableArticle
from generator.model import LineRole, Source
from generator.reading.article import read_article

PROSE = "The harbour is to grow by two hundred hectares by 2031, the port authority said on Sunday in a statement. "


def document() -> bytes:
    written = docx.Document()
    written.core_properties.author = "python-docx"
    written.add_heading("Harbour to grow", 0)
    written.add_paragraph("By Ann Holt")
    written.add_paragraph(PROSE * 2)
    written.add_heading("A long wait", 2)
    written.add_paragraph(PROSE)
    written.add_paragraph().add_run("Who pays").bold = True
    written.add_paragraph(PROSE + "The insurer pays.")
    written.add_table(1, 1).cell(0, 0).text = "2027: 90 hectares"
    written.add_paragraph("Cranes on the south quay", "Caption")
    saved = io.BytesIO()
    written.save(saved)
    return saved.getvalue()


def test_styles_give_title_headings_and_captions() -> None:
    article = read_article(Source("harbour", document()))
    assert [(line.role, line.kept) for line in article.lines] == [
        (LineRole.TITLE, True),
        (LineRole.BYLINE, False),
        (LineRole.BODY, True),
        (LineRole.SUBHEAD, True),
        (LineRole.BODY, True),
        (LineRole.SUBHEAD, True),
        (LineRole.BODY, True),
        (LineRole.OTHER, False),
        (LineRole.CAPTION, False),
    ]


def test_title_and_author_are_those_of_the_text_not_of_the_template() -> None:
    found = read_article(Source("harbour", document())).metadata
    assert (found.title, found.authors) == ("Harbour to grow", ("Ann Holt",))


@pytest.mark.parametrize("cut", [40, 2_000])
def test_damaged_document_is_named(cut: int) -> None:
    content = document()[:-cut] if cut > 100 else document()[:cut] + b"word/document.xml"
    with pytest.raises(UnreadableArticle, match="damaged Word document"):
        read_article(Source("harbour.docx", content))


def test_document_that_unpacks_to_too_much_is_refused() -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (65 * 1024 * 1024))
    with pytest.raises(UnreadableArticle, match="unpacks to more"):
        read_article(Source("bomb.docx", bomb.getvalue()))


def test_other_archives_are_named() -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as written:
        written.writestr("../escaped.txt", "x")
    with pytest.raises(UnreadableArticle, match=r"archive \(zip\)"):
        read_article(Source("articles.zip", archive.getvalue()))
