"""A format is recognised by what a file holds, whatever it is called; what holds no text is named with a remedy."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import UnreadableArticle
from generator.model import Article, Source, fold
from generator.reading.article import read_article
from generator.reading.documents.markdown_signs import looks_like_markdown
from generator.reading.formats import Format, recognise

PROSE = "The harbour is to grow by two hundred hectares by 2031, the port authority said on Sunday. "
MHTML = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://courier.example/2024/harbour\r\n"
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="--b"\r\n\r\n'
    "----b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"
    "Content-Location: https://courier.example/2024/harbour\r\n\r\n"
    '<html lang=3D"en"><body><nav><a href=3D"/">Home</a></nav><h1>Caf=C3=A9 at the harbour</h1>'
    f"<p>{PROSE}</p></body></html>\r\n----b--\r\n"
)


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"<!DOCTYPE html><html></html>", Format.WEB_PAGE),
        (b"\xef\xbb\xbf\n<!-- saved -->\n<HTML lang=de>", Format.WEB_PAGE),
        ('<?xml version="1.0"?><html xmlns="x"></html>'.encode("utf-16"), Format.WEB_PAGE),
        ("<!doctype html><html lang=de>".encode("utf-16-le"), Format.WEB_PAGE),
        ("<!doctype html><html lang=de>".encode("utf-16-be"), Format.WEB_PAGE),
        (b"words<p>a</p><p>b</p><p>c</p><p>d</p><p>e</p>", Format.WEB_PAGE),
        (b"%PDF-1.7\n", Format.PDF),
        (MHTML.encode(), Format.WEB_ARCHIVE),
        (b"PK\x03\x04....word/document.xml", Format.WORD),
        (b"5 < 6 and 7 > 6, the minister said.", Format.PLAIN_TEXT),
        (b"---\ntitle: x\n---\ntext", Format.PLAIN_TEXT),
    ],
)
def test_format_is_that_of_the_content(content: bytes, found: Format) -> None:
    assert recognise(Source("article.txt", content)) is found


@pytest.mark.parametrize(
    ("content", "fact"),
    [
        (b"", "is empty"),
        (b" \r\n\t", "is empty"),
        (b"\xef\xbb\xbf", "no body text"),
        (b"x", "no body text"),
        (bytes(range(256)) * 20, "no text"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (gzip.compress(b"a" * 10_000_000), "compressed"),
        (b'[{"text": "' + PROSE.encode() * 4 + b'"}]\n', "is JSON"),
        (b"WARC/1.0\r\n", "web archive"),
        (b"{\\rtf1 text}", "Rich Text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Office document"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n\nhi\n--x--", "without a page"),
        ("Home\nNews\nSubscribe\nShare\n© Coast Courier Terms Privacy\n".encode(), "no body text"),
        (PROSE.encode() * 500_000, "at most 8 million"),
    ],
)
def test_what_holds_no_article_is_named_with_its_place_and_a_remedy(content: bytes, fact: str) -> None:
    with pytest.raises(UnreadableArticle, match=fact) as caught:
        read_article(Source("a/b.txt", content))
    assert str(caught.value.place) == "sources/articles/a/b.txt"
    assert caught.value.remedy


def test_archive_of_a_page_gives_the_page_and_its_address() -> None:
    article = read_article(Source("harbour.mhtml", MHTML.encode()))
    assert article.metadata.title == "Café at the harbour"
    assert article.metadata.url == "https://courier.example/2024/harbour"
    assert fold(article.text) == fold(PROSE)


@pytest.mark.parametrize(
    ("text", "name", "markdown"),
    [
        ("---\ntitle: x\n---\ntext", "a.txt", True),
        ("+++\ntitle = 'x'\n+++\ntext", "a", True),
        ("---\nA line between two rules.\n---\ntext", "a.txt", False),
        ("# Title\n\nSee [the report](https://x.example/).", "a.txt", True),
        ("# Title\n\nText.", "a.md", True),
        ("The minister said [sic] that 2 * 3 * 4 is 24.", "a.md", False),
    ],
)
def test_markdown_shows_by_its_signs(text: str, name: str, markdown: bool) -> None:
    assert looks_like_markdown(text, name) is markdown


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=300),
    st.sampled_from(
        [
            b"",
            b"%PDF-1.4\n",
            b"PK\x03\x04",
            b"<html><body><p>",
            b"---\ntitle: ",
            b"\xff\xfe",
            b"MIME-Version: 1.0\nContent-Type: multipart/related\n",
        ]
    ),
)
def test_any_bytes_give_an_article_or_a_named_problem(content: bytes, start: bytes) -> None:
    try:
        article = read_article(Source("any", start + content))
    except UnreadableArticle as problem:
        assert problem.fact
    else:
        assert _spans_hold(article)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                PROSE,
                "Nein.",
                "<b>Bold</b> words",
                "a<br>b",
                "<a href='/x'>More</a>",
                "„Zitat“, sagte er. ",
                "&nbsp;&amp;&lt;",
                "<div>box</div>",
                "</p>",
                "<ul><li>One.",
                "<table><td>x",
                "<!-- c -->",
                "<script>x()</script>",
            ]
        ),
        max_size=12,
    )
)
def test_every_block_of_any_page_stands_in_the_text_content_of_the_page(parts: list[str]) -> None:
    from lxml import html

    page = f"<html><body><h1>Harbour</h1><p>{'</p><p>'.join(parts)}</p><p>{PROSE * 2}</p></body></html>"
    article = read_article(Source("page.html", page.encode()))
    content = fold(str(html.document_fromstring(page).xpath("string()")))
    assert all(article.words_of(paragraph) in content for paragraph in article.paragraphs)
    assert _spans_hold(article)


def _spans_hold(article: Article) -> bool:
    """Whether paragraphs follow each other, and each sentence lies in its paragraph."""
    ends = [paragraph.end for paragraph in article.paragraphs]
    ordered = all(end <= after.start for end, after in zip(ends, article.paragraphs[1:], strict=False))
    return ordered and all(
        paragraph.start <= sentence.start < sentence.end <= paragraph.end
        for paragraph in article.paragraphs
        for sentence in paragraph.sentences
    )
