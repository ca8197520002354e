"""Saved pages in files: what is kept, what is left out and as what, what the page says of itself.

``cases/pages/<name>.html`` is the page, ``<name>.expected`` its metadata and its blocks, kept (+) or left out (-).
"""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from generator.errors import UnreadableArticle
from generator.model import Article, LineRole, Source, fold
from generator.publishing.audit.sources import read_article_file
from generator.reading.article import read_article

PAGES = Path(__file__).parent.parent / "cases" / "pages"
FIELDS = ("title", "subtitle", "authors", "publisher", "published", "updated", "kind", "section", "url", "language")
PROSE = "The harbour is to grow by two hundred hectares by 2031, the port authority said on Sunday. "
MORE = "Two new basins are planned, and a station for freight trains that are to run at night. "


def read(content: bytes | str, name: str = "page.html") -> Article:
    return read_article(Source(name, content.encode() if isinstance(content, str) else content))


def shown(path: Path) -> str:
    """An article as its case file writes it."""
    article = read(path.read_bytes(), path.name)
    fields = [f"{name}: {value}" for name in FIELDS if (value := _field(article, name))]
    notes = [f"note: {note}" for note in (*article.repairs, *article.metadata.contradictions)]
    lines = [f"{'+' if line.kept else '-'} {line.role} | {line.text}" for line in article.lines]
    return "\n".join([*fields, *notes, "", *lines]) + "\n"


def _field(article: Article, name: str) -> str:
    value = getattr(article.metadata, name)
    return ", ".join(value) if isinstance(value, tuple) else str(value or "")


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.html")), ids=lambda path: path.stem)
def test_page_is_read_as_its_case_says(path: Path) -> None:
    assert shown(path) == path.with_suffix(".expected").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.html")), ids=lambda path: path.stem)
def test_every_block_stands_in_the_page_as_another_program_reads_it(path: Path) -> None:
    if path.stem == "record_only":
        pytest.skip("the text of this page stands in its JSON-LD alone")
    article = read(path.read_bytes(), path.name)
    content = fold(str(html.document_fromstring(path.read_bytes()).xpath("string()")))
    assert all(article.words_of(paragraph) in content for paragraph in article.paragraphs)


def test_declared_encoding_that_is_wrong_is_not_believed() -> None:
    page = f'<html lang="de"><meta charset="utf-8"><body><article><h1>Tür</h1><p>Größe: {PROSE}</p></article>'
    article = read(page.encode("cp1252"))
    assert article.metadata.title == "Tür"
    assert article.text.startswith("Größe")
    assert article.repairs


def test_page_in_utf16_is_recognised() -> None:
    assert read(f"<html><body><h1>Tür</h1><p>{PROSE}</p></body></html>".encode("utf-16")).metadata.title == "Tür"


def test_truncated_page_gives_what_is_there() -> None:
    article = read(f"<html><body><h1>Harbour to grow</h1><p>{PROSE * 2}</p><p>{MORE}</p><div class='x")
    assert len(article.paragraphs) == 2


@pytest.mark.parametrize("tag", ["div", "b"])
def test_page_nested_too_deeply_is_named(tag: str) -> None:
    with pytest.raises(UnreadableArticle, match="nested too deeply"):
        read(f"<html><body>{f'<{tag}>' * 20_000}<p>{PROSE * 5}")


def test_thousand_elements_inside_each_other_are_read() -> None:
    assert fold(read(f"<html><body>{'<div>' * 1_000}<p>{PROSE * 5}").text) == fold(PROSE * 5)


def test_page_of_menus_alone_has_no_article() -> None:
    with pytest.raises(UnreadableArticle, match="no body text"):
        read(
            "<html><body><nav><ul><li><a href='/'>Home</a></li><li><a href='/x'>News</a></li></ul></nav></body></html>"
        )


def test_page_that_is_no_article_by_its_length_is_named() -> None:
    with pytest.raises(UnreadableArticle, match="at most 8 million"):
        read("<html><body><p>" + PROSE * 100_000)


def test_pictures_inside_the_page_do_not_count() -> None:
    picture = f'<img src="data:image/png;base64,{"A" * 9_000_000}">'
    assert read(f"<html><body><h1>Harbour</h1>{picture}<p>{PROSE}</p></body></html>").metadata.title == "Harbour"


def test_form_around_the_whole_page_is_no_form() -> None:
    article = read(
        f"<html><body><form id='aspnetForm'><h1>Harbour</h1><p>{PROSE}</p><p>{MORE}</p></form></body></html>"
    )
    assert len(article.paragraphs) == 2


def test_text_marked_for_subscribers_is_text() -> None:
    article = read(f"<html><body><h1>Harbour</h1><p>{PROSE}</p><div class='paywall'><p>{MORE}</p></div></body></html>")
    assert len(article.paragraphs) == 2


def test_language_of_the_words_wins_over_the_template_and_is_noted() -> None:
    text = "Der Hafen soll bis 2031 um zweihundert Hektar wachsen, wie die Verwaltung am Sonntag mitteilte. " * 6
    article = read(f'<html lang="en"><body><h1>Hafen</h1><p>{text}</p></body></html>')
    assert article.metadata.language == "de"
    assert article.metadata.contradictions == ("language de by its words, en by html lang",)


def test_dates_that_contradict_each_other_are_noted() -> None:
    head = '<meta property="article:published_time" content="2024-05-12"><meta name="date" content="2023-01-02">'
    found = read(f"<html><head>{head}</head><body><h1>Harbour</h1><p>{PROSE}</p></body></html>").metadata
    assert found.published == "2024-05-12"
    assert found.contradictions == ("published 2024-05-12 by meta article:published_time, 2023-01-02 by meta date",)


def test_dates_a_day_apart_are_those_of_two_zones_and_no_contradiction() -> None:
    head = '<meta property="article:published_time" content="2024-05-12"><meta name="date" content="2024-05-13">'
    found = read(f"<html><head>{head}</head><body><h1>Harbour</h1><p>{PROSE}</p></body></html>").metadata
    assert (found.published, found.contradictions) == ("2024-05-12", ())


def test_line_that_recurs_in_other_articles_is_left_out() -> None:
    promise = "We are an independent newsroom on the coast, and we answer to our readers alone, every day."
    page = f"<html><body><h1>Harbour</h1><p>{PROSE}</p><p>{promise}</p></body></html>"
    article = read_article(Source("page.html", page.encode()), recurring=frozenset({promise}))
    assert [line.role for line in article.lines if line.text == promise] == [LineRole.REPEAT]


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        ("Harbour to grow | Coast Courier", "Harbour to grow"),
        ("Harbour to grow - Coast Courier", "Harbour to grow"),
        ("Harbour to grow: residents object", "Harbour to grow: residents object"),
        ("Harbour &amp; ferry", "Harbour & ferry"),
    ],
)
def test_name_of_the_outlet_is_no_part_of_the_title(stated: str, title: str) -> None:
    head = f'<meta property="og:title" content="{stated}"><meta property="og:site_name" content="Coast Courier">'
    assert read(f"<html><head>{head}</head><body><p>{PROSE}</p></body></html>").metadata.title == title


def test_record_of_another_article_on_the_page_is_not_believed() -> None:
    other = '{"@type":"NewsArticle","headline":"Ferry sails again","author":"Bea Quist","datePublished":"2020-01-01"}'
    own = '{"@type":"NewsArticle","headline":"Harbour to grow","datePublished":"2024-05-12"}'
    head = f'<title>Harbour to grow</title><script type="application/ld+json">[{other},{own}]</script>'
    found = read(f"<html><head>{head}</head><body><h1>Harbour to grow</h1><p>{PROSE}</p></body></html>").metadata
    assert (found.title, found.published, found.authors) == ("Harbour to grow", "2024-05-12", ())


def test_line_that_only_announces_an_advert_is_left_out_of_the_text() -> None:
    page = f'<html lang="en"><body><h1>Harbour</h1><p>{PROSE}</p><p>Advertisement</p><p>{MORE}</p></body></html>'
    assert [line.role for line in read(page).lines if line.text == "Advertisement"] == [LineRole.ADVERT]


def test_teasers_of_other_articles_after_the_text_are_left_out() -> None:
    teasers = "".join(f'<div><h3><a href="/{n}">Another story {n}</a></h3><p>{MORE}{n}.</p></div>' for n in range(4))
    text = f"<div><p>{PROSE}</p><p>{MORE}</p></div>"
    page = f"<html><body><div><h1>Harbour</h1>{text}<h2>More</h2>{teasers}</div></body></html>"
    assert [fold(words) for words in read(page).text.split("\n\n")] == [fold(PROSE), fold(MORE)]


def test_date_of_a_related_article_is_not_taken() -> None:
    other = '<div class="related"><time datetime="2020-01-01">1 January 2020</time></div>'
    assert read(f"<html><body><h1>Harbour</h1>{other}<p>{PROSE}</p></body></html>").metadata.published is None


@pytest.mark.parametrize(
    ("language", "published"), [("es", "2024-05-12"), ("en", None)], ids=["day first", "may be read two ways"]
)
def test_date_in_figures_is_read_as_its_language_writes_it(language: str, published: str | None) -> None:
    page = (
        f'<html lang="{language}"><body><h1>Harbour</h1><div class="date">12/05/2024</div><p>{PROSE}</p></body></html>'
    )
    assert read(page).metadata.published == published


@pytest.mark.parametrize(
    ("stated", "element", "heading", "title"),
    [
        ("Coast Courier", "Coast Courier", "Harbour to grow by 2031", "Harbour to grow by 2031"),
        ("", "Harbour to grow by 2031", "Coast Courier", "Harbour to grow by 2031"),
        ("Coast Courier - Harbour to grow", "Coast Courier - Harbour to grow", "Coast Courier", "Harbour to grow"),
        ("Harbour to grow - CoastCourier.com", "Harbour to grow", "Harbour to grow", "Harbour to grow"),
        (
            "Harbour to grow again Page 2",
            "Harbour to grow again Page 2",
            "Harbour to grow again",
            "Harbour to grow again",
        ),
    ],
)
def test_what_only_names_the_outlet_is_no_title(stated: str, element: str, heading: str, title: str) -> None:
    head = f'<title>{element}</title><meta property="og:site_name" content="Coast Courier">'
    head += f'<meta property="og:title" content="{stated}">' if stated else ""
    page = f"<html><head>{head}</head><body><h1>{heading}</h1><p>{PROSE}</p><p>{MORE}</p></body></html>"
    assert read(page).metadata.title == title


@pytest.mark.parametrize(
    "stated", ["Harbour to grow | Local News - Coast Courier", "Coast Courier: Harbour to grow", "Harbour to grow"]
)
def test_name_of_the_outlet_is_no_part_of_the_title_wherever_it_stands(stated: str) -> None:
    head = f'<meta property="og:title" content="{stated}"><meta property="og:site_name" content="Coast Courier">'
    assert read(f"<html><head>{head}</head><body><p>{PROSE}</p></body></html>").metadata.title == "Harbour to grow"


@pytest.mark.parametrize(
    ("line", "published"),
    [("12 May 2024, 10:30", "2024-05-12"), ("Updated 13 May 2024", None), ("May 2024", None)],
    ids=["a day in words", "a change", "a month"],
)
def test_day_in_words_between_title_and_text_is_when_it_was_published(line: str, published: str | None) -> None:
    page = (
        f'<html lang="en"><body><h1>Harbour</h1><div>{line}</div><div><p>{PROSE}</p><p>{MORE}</p></div></body></html>'
    )
    assert read(page).metadata.published == published


def test_language_that_goes_by_two_codes_has_one() -> None:
    text = "Havnen skal vokse med to hundre hektar innen 2031, opplyste havnevesenet søndag kveld. " * 4
    assert read(f'<html lang="nb-NO"><body><h1>Havn</h1><p>{text}</p></body></html>').metadata.language == "no"


def test_sections_of_the_article_with_headings_of_the_first_level_belong_to_it() -> None:
    text = f"<p>{PROSE * 2}</p><p>{MORE}</p><section><h1>What it costs us</h1><p>{MORE * 2}</p></section>"
    page = f"<html><body><article><h1>Harbour to grow</h1>{text}</article></body></html>"
    assert [line.text for line in read(page).lines if line.role is LineRole.SUBHEAD] == ["What it costs us"]


def test_article_that_is_hidden_until_a_script_shows_it_is_read() -> None:
    other = "".join(f"<div><h3><a href='/{n}'>Another story {n}</a></h3><p>{MORE}{n}.</p></div>" for n in range(9))
    own = f"<div style='display:none'><h1>Harbour to grow</h1><p>{PROSE}</p><p>{MORE}</p></div>"
    assert len(read(f"<html><title>Harbour to grow</title><body>{own}{other}</body></html>").paragraphs) == 2


@pytest.mark.parametrize(("heading", "paragraphs"), [("2 comments", 2), ("Discussion", 3)])
def test_what_stands_below_a_heading_of_comments_is_no_text(heading: str, paragraphs: int) -> None:
    said = "I have lived here for forty years and never heard a quieter train than this one."
    page = f"<html><body><h1>Harbour</h1><p>{PROSE}</p><p>{MORE}</p><h2>{heading}</h2><p>{said}</p></body></html>"
    assert len(read(page).paragraphs) - (heading == "Discussion") == paragraphs


@pytest.mark.parametrize(
    ("stated", "published"),
    [
        ("2024-05-12T23:30:00-05:00", "2024-05-12"),
        ("Sun, 12 May 2024 10:00:00 +0200", "2024-05-12"),
        ("May 12, 2024 10:00 AM", "2024-05-12"),
        ("2024/05/12 10:00", "2024-05-12"),
        ("12.05.2024 10:00", "2024-05-12"),
        ("1715508000000", "2024-05-12"),
        ("1715508000", "2024-05-12"),
        ("05/06/2024", None),
        ("0000-00-00", None),
        ("yesterday", None),
    ],
)
def test_day_of_publication_is_read_in_whatever_form_a_record_has_it(stated: str, published: str | None) -> None:
    head = f'<meta property="article:published_time" content="{stated}">'
    found = read(f'<html lang="en"><head>{head}</head><body><h1>Harbour</h1><p>{PROSE}</p></body></html>').metadata
    assert found.published == published


def test_empty_lines_in_preformatted_text_end_its_paragraphs() -> None:
    assert len(read(f"<html><body><h1>Harbour</h1><pre>{PROSE}\n\n{MORE}</pre></body></html>").paragraphs) == 2


def test_label_before_the_link_to_another_article_is_no_text() -> None:
    away = '<p>Read also <a href="/ferry">Will the ferry be back in spring?</a></p>'
    page = f"<html lang='en'><body><h1>Harbour to grow</h1><p>{PROSE}</p>{away}<p>{MORE}</p></body></html>"
    assert len(read(page).paragraphs) == 2


@pytest.mark.parametrize("codec", ["undefined", "rot13", "idna"])
def test_declared_encoding_that_is_none_of_text_is_not_believed(codec: str, tmp_path: Path) -> None:
    text = "<h1>Der Hafen wächst</h1><p>Die Anwohner fürchten den Lärm, sagte die Bürgermeisterin am Sonntag.</p>"
    content = f'<html lang=de><head><meta charset="{codec}"></head><body>{text}</body></html>'.encode("cp1252")
    assert read(content).metadata.title == "Der Hafen wächst"
    (tmp_path / "page.html").write_bytes(content)
    assert any("Der Hafen wächst" in words for words in read_article_file(tmp_path / "page.html").words)


def test_address_that_a_template_left_unfilled_is_none() -> None:
    head = '<link rel="canonical" href="https://[host]/harbour"><meta property="og:url" content="https://a.example/harbour">'
    assert (
        read(f"<html lang=en><head>{head}</head><body><p>{PROSE * 2}</p></body></html>").metadata.url
        == "https://a.example/harbour"
    )
