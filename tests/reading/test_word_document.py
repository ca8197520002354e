"""Word documents: styles give the roles; what is no paragraph of the text is left out."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

from generator.errors import UnreadableArticle
from generator.model import LineRole, Source
from generator.publishing.audit.sources import read_article_file
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


def test_document_without_properties_and_styles_has_the_title_of_its_text() -> None:
    written = docx.Document()
    for paragraph in ("Harbour to grow", "By Ann Holt", PROSE * 2):
        written.add_paragraph(paragraph)
    rels = written.part.package.rels
    del rels[next(name for name, part in rels.items() if part.reltype.endswith("/core-properties"))]
    saved = io.BytesIO()
    written.save(saved)
    assert read_article(Source("harbour", saved.getvalue())).metadata.title == "Harbour to grow"


@pytest.mark.parametrize("cut", [40, 2_000])
def test_damaged_document_is_named(cut: int) -> None:
    content = document()[:-cut] if cut > 100 else document()[:cut] + b"word/document.xml"
    with pytest.raises(UnreadableArticle, match="damaged Word document"):
        read_article(Source("harbour.docx", content))


@pytest.mark.parametrize("part", ["[Content_Types].xml", "docProps/core.xml", "word/document.xml", "word/styles.xml"])
def test_document_with_a_part_that_holds_something_else_is_named(part: str) -> None:
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document())) as whole, zipfile.ZipFile(changed, "w") as written:
        for name in whole.namelist():
            written.writestr(name, b"<other/>" if name == part else whole.read(name))
    with pytest.raises(UnreadableArticle, match="damaged Word document"):
        read_article(Source("harbour.docx", changed.getvalue()))


def test_document_with_a_wrong_byte_in_what_is_packed_is_named() -> None:
    content = document()
    with zipfile.ZipFile(io.BytesIO(content)) as whole:
        part = whole.getinfo("word/document.xml")
    packed = part.header_offset + 30 + len(part.filename)
    content = content[:packed] + b"\xff" * 40 + content[packed + 40 :]
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


def changed(inner: str) -> bytes:
    """A document whose second paragraph is written as Word writes it, ``inner`` being its XML."""
    packed = io.BytesIO(document())
    replaced = io.BytesIO()
    paragraph = f"<w:p>{inner}</w:p>".encode()
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(replaced, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                content = content.replace(b"<w:sectPr", paragraph + b"<w:sectPr", 1)
            new.writestr(name, content)
    return replaced.getvalue()


RUN = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"


@pytest.mark.parametrize(
    ("inner", "read"),
    [
        (
            RUN.format("The ferry costs ")
            + "<w:del><w:r><w:delText>nine</w:delText></w:r></w:del>"
            + f"<w:ins>{RUN.format('ten')}</w:ins>"
            + RUN.format(" million euros and sails from spring."),
            "The ferry costs ten million euros and sails from spring.",
        ),
        (
            RUN.format("The ferry sails from spring")
            + "<w:r><w:rPr><w:vanish/></w:rPr><w:t> (ask Ann!)</w:t></w:r>"
            + RUN.format(", the company said on Monday in a letter."),
            "The ferry sails from spring, the company said on Monday in a letter.",
        ),
        (
            "<w:sdt><w:sdtContent>" + RUN.format("The ferry sails") + "</w:sdtContent></w:sdt>"
            "<w:r><w:br/></w:r>" + RUN.format("from spring, the company said on Monday in a letter."),
            "The ferry sails from spring, the company said on Monday in a letter.",
        ),
    ],
)
def test_paragraph_is_read_as_somebody_who_accepts_all_changes_sees_it(tmp_path: Path, inner: str, read: str) -> None:
    content = changed(inner)
    article = read_article(Source("ferry.docx", content))
    assert article.words_of(article.paragraphs[-1]) == read
    (tmp_path / "ferry.docx").write_bytes(content)
    assert any(read in words for words in read_article_file(tmp_path / "ferry.docx").words)


def test_tracked_changes_are_told() -> None:
    article = read_article(Source("ferry.docx", changed(f"<w:ins>{RUN.format(PROSE)}</w:ins>")))
    assert article.repairs == ("1 tracked changes were read as if they were accepted",)


def test_text_that_stands_in_a_table_alone_is_read(tmp_path: Path) -> None:
    written = docx.Document()
    table = written.add_table(2, 2)
    for cell, words in zip(
        (c for row in table.rows for c in row.cells), ("", "Harbour to grow", PROSE, PROSE + "x."), strict=True
    ):
        cell.text = words
    written.save(str(tmp_path / "table.docx"))
    article = read_article(Source("table.docx", (tmp_path / "table.docx").read_bytes()))
    assert [article.words_of(paragraph) for paragraph in article.paragraphs][-2:] == [PROSE.strip(), PROSE + "x."]


@pytest.mark.parametrize(("author", "found"), [("python-docx", ()), ("admin", ()), ("Ann Holt", ("Ann Holt",))])
def test_account_in_the_properties_is_no_author(author: str, found: tuple[str, ...]) -> None:
    written = docx.Document()
    written.core_properties.author = author
    written.add_heading("Harbour to grow", 0)
    written.add_paragraph(PROSE * 2)
    saved = io.BytesIO()
    written.save(saved)
    assert read_article(Source("harbour", saved.getvalue())).metadata.authors == found
