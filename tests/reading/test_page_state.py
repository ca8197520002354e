"""Pages that show nothing until their scripts have run: the article is read from the state that they carry."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.errors import UnreadableArticle
from generator.model import Article, Source
from generator.publishing.audit.characters import plain
from generator.publishing.audit.evidence import words_stand_in
from generator.publishing.audit.sources import read_article_file
from generator.reading.article import read_article
from tests.builders import body_of

FIRST = "The ferry to Sandholm will stop running in November, the county said on Friday."
LINKED = ("About 900 people live on the island, and ", "a third of them", " work on the mainland.")
LAST = "A bridge has been promised since 1974; the money for it was never found in any budget of the county."
TEASER = "A walk around the lighthouse of Sandholm takes two hours and is worth every minute of them in spring."
TITLE = "Last ferry leaves in November"
PARAGRAPHS = (FIRST, "".join(LINKED), LAST, *(f"Number {n} of the plan was read to the council." for n in range(9)))
REST = PARAGRAPHS[2:]


def markup() -> str:
    return "".join(f"<p>{text}</p>" for text in PARAGRAPHS)


def runs() -> list[object]:
    """Paragraphs whose words stand in pieces, as editors of rich text store them."""
    second = [{"type": "text", "text": LINKED[0]}, {"type": "link", "url": "/x", "children": [{"text": LINKED[1]}]}]
    blocks = [[{"type": "text", "text": FIRST}], [*second, {"type": "text", "text": LINKED[2]}]]
    blocks += [[{"type": "text", "text": text}] for text in REST]
    heading = {"type": "heading", "children": [{"type": "text", "text": "No bridge"}]}
    image = {"type": "image", "caption": "The ferry in its harbour, seen on a calm and sunny day. Photo: A. Holt"}
    paragraphs = [{"type": "paragraph", "children": children} for children in blocks]
    return [paragraphs[0], heading, *paragraphs[1:2], image, *paragraphs[2:]]


def flattened() -> list[object]:
    """A state in which every value is written once and named by its number."""
    return [
        {"data": 1, "state": 2}, {"article": 3}, {}, {"title": 4, "body": 5, "publishedAt": 6},
        TITLE, markup(), "2023-10-06T09:00:00Z",
    ]  # fmt: skip


def normalised() -> object:
    blocks = {f"Block:{n}": {"__typename": "Text", "content": text} for n, text in enumerate(PARAGRAPHS)}
    article = {"title": TITLE, "publishDate": "2023-10-06", "blocks": [{"__ref": name} for name in blocks]}
    writer = {"__typename": "Writer", "name": "Ada Holm"}
    return {"Article:1": {**article, "authors": [{"__ref": "Writer:1"}]}, "Writer:1": writer, **blocks}


def scripted(script: str, title: str = f"{TITLE} - The Strait") -> bytes:
    return f"<html lang='en'><head><title>{title}</title></head><body><div id='app'></div>{script}".encode()


def as_next(article: object) -> bytes:
    teaser = {"headline": "A walk around the lighthouse", "text": " ".join([TEASER] * 40)}
    state = {"props": {"pageProps": {"article": article, "related": [teaser]}}}
    return scripted(f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(state)}</script>')


STATE, PROGRAM = "application/json", "w=(function(a){{return {{title:a,body:{}}}}})(1)"
SIGNED = {"headline": TITLE, "publishedAt": "2023-10-06T09:00:00Z", "authors": [{"name": "Ada Holm"}]}
PAGES = {
    "paragraphs": as_next({**SIGNED, "body": [{"type": "paragraph", "text": text} for text in PARAGRAPHS]}),
    "runs": as_next({**SIGNED, "content": runs()}),
    "markup in a string": as_next({**SIGNED, "html": markup()}),
    "strings": as_next({**SIGNED, "body": list(PARAGRAPHS)}),
    "normalised": scripted(f"<script>window.__APOLLO_STATE__ = {json.dumps(normalised())};</script>"),
    "json in a string": scripted(f"<script>window.s=JSON.parse({json.dumps(json.dumps(normalised()))})</script>"),
    "values by number": scripted(f'<script type="{STATE}">{json.dumps(flattened())}</script>'),
    "undefined": scripted(
        f'<script>var s={{"a":undefined,"article":{json.dumps({**SIGNED, "html": markup()})}}}</script>'
    ),
    "a program": scripted(f"<script>{PROGRAM.format(json.dumps(markup()))}</script>", TITLE),
}


def read(page: bytes) -> Article:
    return read_article(Source("page.html", page))


@pytest.mark.parametrize("name", PAGES)
def test_article_is_read_from_the_state(name: str) -> None:
    article = read(PAGES[name])
    assert body_of(article) == list(PARAGRAPHS)
    assert article.metadata.title == TITLE
    assert any("for its scripts" in repair for repair in article.repairs)


@pytest.mark.parametrize("name", PAGES)
def test_audit_finds_every_sentence_of_the_state_by_itself(name: str, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(PAGES[name])
    article, audited = read(PAGES[name]), read_article_file(file)
    sentences = [article.text[s.start : s.end] for paragraph in article.paragraphs for s in paragraph.sentences]
    assert len(sentences) >= len(PARAGRAPHS)
    assert all(words_stand_in(plain(sentence), audited) for sentence in sentences)
    assert not words_stand_in("About 900 people live on the island, and half of them work", audited)


@pytest.mark.parametrize("name", ["paragraphs", "runs", "markup in a string", "strings", "undefined"])
def test_state_says_who_wrote_it_and_when(name: str) -> None:
    metadata = read(PAGES[name]).metadata
    assert (metadata.authors, metadata.published) == (("Ada Holm",), "2023-10-06")


def test_author_behind_a_reference_is_named() -> None:
    metadata = read(PAGES["normalised"]).metadata
    assert (metadata.authors, metadata.published) == (("Ada Holm",), "2023-10-06")


@pytest.mark.parametrize(
    "signed",
    [
        {"author": {"fields": {"name": "Ada Holm"}}},
        {"_embedded": {"author": [{"name": "Ada Holm"}]}},
        {"credits": {"by": [{"type": "author", "name": "Ada Holm"}]}},
        {"bylines": [{"text": "Ada Holm"}]},
        {"author": {"data": {"attributes": {"name": "Ada Holm"}}}},
    ],
)
def test_author_is_found_in_the_objects_of_many_systems(signed: dict[str, object]) -> None:
    assert read(as_next({"title": TITLE, "html": markup(), **signed})).metadata.authors == ("Ada Holm",)


def test_state_of_another_article_is_not_taken_for_one_that_is_shown() -> None:
    other = {"headline": "Harbour fees to rise in spring", "html": markup()}
    shown = f"<article><h1>{TITLE}</h1><p>{FIRST}</p><p>{LAST}</p></article>"
    script = f'<script type="application/json">{json.dumps(other)}</script>'
    page = f"<html lang='en'><head><title>{TITLE}</title></head><body>{shown}{script}".encode()
    assert body_of(read(page)) == [FIRST, LAST]


def test_page_whose_scripts_hold_settings_only_has_no_text() -> None:
    settings = {"title": TITLE, "consent": {"text": "We use cookies."}, "flags": [f"flag-{n}" for n in range(200)]}
    with pytest.raises(UnreadableArticle):
        read(scripted(f'<script type="application/json">{json.dumps(settings)}</script>'))


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("港が二百ヘクタール拡大", "港湾局は日曜日、港が二〇三一年までに二百ヘクタール拡大すると発表した。"),
        ("港口將擴大兩百公頃", "“沒有人問過我們”，一位漁民說，他的船停在新碼頭的位置，居民擔心噪音。"),
        ("항구 이백 헥타르 확장된다", "항만청은 일요일 항구가 이백 헥타르 확장될 것이라고 밝혔다."),
    ],
)
def test_state_in_wide_letters_says_as_much_in_half_as_many(title: str, text: str) -> None:
    body = [f"{number}. {text}" for number in range(6)]
    state = {"article": {"title": title, "content": [{"type": "paragraph", "data": {"text": each}} for each in body]}}
    shown = f"<html><head><title>{title}</title></head><body><h1>{title}</h1>"
    page = f'{shown}<script type="application/json">{json.dumps(state)}</script>'
    assert body_of(read(page.encode())) == body
