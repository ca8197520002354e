"""Two programs that share no code agree: what one may quote, the other finds in the file, and neither finds more."""

from __future__ import annotations

from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.briefing.passages import QuotableArticle
from generator.model import Article, LineRole
from generator.publishing.audit.characters import plain
from generator.publishing.audit.evidence import words_stand_in
from generator.publishing.audit.sources import ArticleFile, read_article_file
from generator.reading.article import read_article
from generator.reading.source import load

FILLER = "The council of the town said on Thursday that the new quay is to be ready before the winter comes."
GERMAN = "Der Rat schließt die Bäder, sagte die Bürgermeisterin am Donnerstag.\n\nGegner fürchten höhere Preise."
RUSSIAN = "Городской совет решил снести старый элеватор на набережной.\n\nЖители требуют сохранить башню у реки."
CHINESE = "市议会周四决定关闭旧市场，对其进行全面改造，并公布了新的时间表。\n\n商户们担心失去收入，要求市政府给予补偿。"
WORDS = st.one_of(
    st.sampled_from(
        [
            *(
                "1,6",
                "3.40",
                "45%",
                "§218",
                "U.S.",
                "z.B.",
                "„Öl“",
                "«нет»",
                "Straße",
                "naı̈ve",
                "e\u0301tat",
                "港は",
                "דיבר",
            ),
            *(
                "a_b",
                "*not*",
                "`code`",
                "<b>",
                "&amp;",
                "[1]",
                "C#",
                "=>",
                "\\n",
                "~~",
                "a|b",
                "don’t",
                "l'eau",
                "–",
                "…",
            ),
            *("Waf\u00adfe", "zero\u200bwidth", "no\u00a0break", "ﬁnal", "½", "10⁶", "😀"),
        ]
    ),
    # letters of other scripts; those of Latin-1 in a row look like an encoding misread, which reading repairs
    st.text(
        st.characters(categories=["Lu", "Ll", "Nd", "Po", "Pd", "Sm"], min_codepoint=0x250), min_size=1, max_size=9
    ),
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=8).map(lambda words: f"It was said that {' '.join(words)} then.")


def as_text(body: list[str]) -> bytes:
    return "\n\n".join(["A quay for the town", *body]).encode()


def as_page(body: list[str]) -> bytes:
    paragraphs = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in body)
    return f"<html><body><article><h1>A quay for the town</h1>{paragraphs}</article></body></html>".encode()


def read_twice(content: bytes, name: str) -> tuple[Article, ArticleFile]:
    """The article as the generator reads it, and its file as the audit does."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        return read_article(load(path, Path(folder))), read_article_file(path)


def altered(words: str) -> str:
    """The same with its last letter or figure changed for another."""
    at = max(n for n, sign in enumerate(words) if sign.isalnum())
    return f"{words[:at]}{'ж' if words[at] != 'ж' else 'щ'}{words[at + 1 :]}"


@settings(max_examples=60)
@pytest.mark.parametrize(("name", "written"), [("quay.txt", as_text), ("quay.html", as_page)], ids=["text", "page"])
@given(sentence=SENTENCES)
def test_what_may_be_quoted_stands_in_the_file_and_what_was_altered_in_neither(
    sentence: str, name: str, written: object
) -> None:
    assert callable(written)
    article, file = read_twice(written([f"{FILLER} {FILLER}", f"{FILLER} {sentence} {FILLER}", FILLER]), name)
    quotable = QuotableArticle.of(article)
    for paragraph in article.paragraphs:
        if paragraph.role is LineRole.BODY and not paragraph.doubtful:
            for one in paragraph.sentences:
                quote = quotable.passage(one.start, one.end).exact
                assert words_stand_in(plain(quote), file), quote
                assert not words_stand_in(plain(altered(quote)), file)
                assert quotable.in_body(altered(quote)) == []


def misread(text: str) -> str:
    return text.encode().decode("latin-1")


@pytest.mark.parametrize(
    "content",
    [
        misread(misread(f"---\ntitle: Quay\n---\n\n{GERMAN}\n")).encode(),
        f"---\ntitle: Quay\n---\n\n{GERMAN} Â Ø¡\n".encode(),
        misread(GERMAN).encode(),
        GERMAN.encode("utf-16-be"),
        GERMAN.encode("mac-roman"),
        RUSSIAN.encode("utf-16-le"),
        RUSSIAN.encode("cp1251").decode("cp1252").encode(),
        CHINESE.encode("gb18030") + b"\xff",
        CHINESE.encode("utf-16-le"),
        CHINESE.encode("big5hkscs", "ignore"),
    ],
)
def test_what_was_misread_or_says_nothing_of_its_encoding_is_the_same_to_both(content: bytes) -> None:
    article, file = read_twice(content, "quay.md")
    found = [article.text[one.start : one.end] for paragraph in article.paragraphs for one in paragraph.sentences]
    assert found
    assert all(words_stand_in(plain(words), file) for words in found)
