"""One article from its file and its sidecar: ids, metadata and their origins, what an editor states."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.errors import Place
from generator.model import SIDECAR, Article, LineRole, Metadata, Publisher, Sidecar, Source
from generator.reading.article import read_article, read_text, slug
from generator.reading.metadata import outlet_of_host, with_publisher

PAGE = (
    '<html lang="en"><head><meta property="og:title" content="Harbour to grow">'
    '<meta property="article:published_time" content="2024-05-12">'
    '<link rel="canonical" href="https://www.courier.example/2024/harbour"></head><body><h1>Harbour to grow</h1>'
    "<p>The harbour is to grow by two hundred hectares by 2031, the port authority said on Sunday. Nothing is "
    "decided yet, it said, and nobody should believe the rumours about a third basin.</p></body></html>"
)


def read(page: str = PAGE, sidecar: Sidecar | None = None, *publishers: Publisher) -> Article:
    return read_article(Source("2024/Harbour to grow!.html", page.encode()), sidecar, publishers)


def stated(*names: str, **fields: object) -> Sidecar:
    found = replace(Metadata(), **fields)  # type: ignore[arg-type] # a test states what it needs
    return Sidecar(Place("sources/articles/harbour.yml"), metadata=found, stated=frozenset({*fields, *names}))


def test_sidecar_wins_and_its_origin_is_shown() -> None:
    found = read(sidecar=stated(title="A bigger harbour", published="2024-05")).metadata
    assert (found.title, found.published) == ("A bigger harbour", "2024-05")
    assert found.origins["title"] == found.origins["published"] == SIDECAR


def test_null_in_the_sidecar_means_not_known() -> None:
    found = read(sidecar=stated("published", "publisher", "url")).metadata
    assert (found.published, found.publisher, found.url) == (None, None, None)


def test_publisher_is_named_as_the_project_names_it() -> None:
    courier = Publisher("courier", "The Coast Courier", hosts=("courier.example",))
    assert read(PAGE, None, courier).metadata.publisher == "The Coast Courier"


def test_publisher_without_a_better_name_is_the_name_in_the_host() -> None:
    found = read().metadata
    assert (found.publisher, str(found.origins["publisher"])) == ("courier", "host of the address")


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("© Coast Courier Terms Privacy", "The Coast Courier"),
        ("© 2024 Terms Privacy", None),
    ],
)
def test_publisher_of_a_text_is_found_by_the_lines_around_it(line: str, publisher: str | None) -> None:
    courier = Publisher("courier", "The Coast Courier", names=("Coast Courier",), hosts=("courier.example",))
    body = "The harbour is to grow by two hundred hectares by 2031, the port authority said on Sunday in a statement."
    text = f"Home\nNews\n\nHarbour to grow\n\n{body}\n\n{body.replace('harbour', 'airport')}\n\nShare\n{line}\n"
    assert read_article(Source("a.txt", text.encode()), publishers=(courier,)).metadata.publisher == publisher


def test_id_is_the_sidecars_else_a_slug_of_the_stem() -> None:
    assert read().id == "harbour-to-grow"
    assert read(sidecar=replace(stated(), id="port-2024")).id == "port-2024"


@pytest.mark.parametrize(
    ("stem", "identifier"),
    [("Über Größe", "uber-grosse"), ("2024_05 Harbour", "2024-05-harbour"), ("x" * 300, "x" * 80)],
)
def test_slug_is_lower_case_ascii(stem: str, identifier: str) -> None:
    assert slug(stem) == identifier


def test_slug_of_a_name_without_latin_letters_is_stable_and_not_empty() -> None:
    assert slug("港口") == slug("港口") != slug("扩建")
    assert slug("港口").startswith("article-")


def test_paragraphs_and_sentences_are_numbered_and_headings_apart() -> None:
    page = PAGE.replace(
        "</body>", "<h2>A long wait</h2><p>Islanders had been brought across by fishing boats.</p></body>"
    )
    assert [(p.id, p.role, [s.id for s in p.sentences]) for p in read(page).paragraphs] == [
        ("p1", LineRole.BODY, ["p1-s1", "p1-s2"]),
        ("h1", LineRole.SUBHEAD, []),
        ("p2", LineRole.BODY, ["p2-s1"]),
    ]


def test_agency_among_the_authors_is_the_supplier_of_news() -> None:
    found = read(PAGE.replace("</head>", '<meta name="author" content="AFP"></head>')).metadata
    assert (found.supplier, found.kind) == ("AFP", "news")


def test_text_taken_as_it_is_keeps_every_line_and_its_offsets() -> None:
    text = "  Anzeige\n\nDer Hafen wächst. Er ist groß.\n"
    article = read_text(text, "de", "2024-05-12", as_is=True)
    assert article.text == text
    assert [text[p.start : p.end] for p in article.paragraphs] == ["Anzeige", "Der Hafen wächst. Er ist groß."]
    assert [text[s.start : s.end] for s in article.sentences] == ["Anzeige", "Der Hafen wächst.", "Er ist groß."]
    assert (article.metadata.language, article.metadata.published) == ("de", "2024-05-12")


def test_text_from_standard_input_is_read_like_a_file() -> None:
    body = "Der Hafen soll bis 2031 um zweihundert Hektar wachsen, wie die Verwaltung am Sonntag mitteilte."
    article = read_text(f"Teilen\nDrucken\n\n{body}\n\n{body.replace('Hafen', 'Flughafen')}\n", None, None, as_is=False)
    assert article.words_of(article.paragraphs[0]) == body
    assert article.metadata.language == "de"


@pytest.mark.parametrize(
    ("furniture", "publisher"),
    [
        ("Northern Post\nAll of northernpost.example\n© 2024 northernpost.example Terms Privacy", "Northern Post"),
        ("More of northernpost.example\nnorthernpost.example for you", None),
        ("Photo(s): © pictures.example", None),
        ("Read on.show\nWe went on.show", None),
    ],
)
def test_publisher_is_named_only_where_the_text_leaves_no_doubt(furniture: str, publisher: str | None) -> None:
    body = "The harbour is to grow by two hundred hectares by 2031, the port authority said on Sunday in a statement."
    text = f"Harbour to grow\n\n{body}\n\n{body.replace('harbour', 'airport')}\n\nShare\n{furniture}\n"
    assert read_article(Source("a.txt", text.encode())).metadata.publisher == publisher


@pytest.mark.parametrize(
    "line",
    [
        "Frequent Questions (FAQ)",
        "WeatherForecast Radar Storm Desk",
        "A street in the old town of Northfield, where a quay is planned. It was opened in 1911 (Agency/A. Quill)",
        "Terms of use & netiquette",
    ],
)
def test_menu_caption_or_notice_above_an_article_is_no_title(line: str) -> None:
    body = "The harbour is to grow by two hundred hectares by 2031, the port authority said on Sunday in a statement."
    text = f"{line}\n\n{body}\n\nThe mayor supports the plan and will sign the contract in the coming week, she said."
    assert read_article(Source("a.txt", text.encode())).metadata.title is None


def test_date_of_a_broadcast_is_no_date_of_publication() -> None:
    body = "The harbour is to grow by two hundred hectares by 2031, the port authority said on Sunday in a statement."
    text = f"Harbour to grow\n\n{body}\n\nThe mayor supports the plan, she said.\n\nBroadcast: Radio One, 25.04.2024\n"
    assert read_article(Source("a.txt", text.encode())).metadata.published is None


def test_title_is_shown_without_soft_hyphens_and_the_text_keeps_them() -> None:
    body = "The har\u00adbour is to grow by two hundred hec\u00adtares by 2031, the port authority said on Sunday."
    article = read_article(Source("a.txt", f"Har\u00adbour to grow\u200b again\n\n{body}\n\n{body[4:]}\n".encode()))
    assert article.metadata.title == "Harbour to grow again"
    assert "har\u00adbour" in article.text


@pytest.mark.parametrize(
    ("host", "outlet"),
    [
        ("www.coast-courier.example", "coast-courier"),
        ("news.outlet.co.uk", "outlet"),
        ("127.0.0.1", None),
        ("box", None),
    ],
)
def test_an_outlet_is_named_as_its_host_is_registered(host: str, outlet: str | None) -> None:
    assert outlet_of_host(host) == outlet


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("courier.example", "The Courier"),
        ("m.courier.example", "The Courier"),
        ("falsecourier.example", "falsecourier"),
    ],
)
def test_an_outlet_is_known_by_its_host_and_what_stands_before_a_point(host: str, name: str) -> None:
    courier = Publisher("courier", "The Courier", hosts=("courier.example",))
    assert with_publisher(Metadata(url=f"https://{host}/port"), [courier]).publisher == name


def test_an_id_that_is_cut_ends_in_a_letter() -> None:
    assert slug(f"{'x' * 79} and more") == "x" * 79


@pytest.mark.parametrize(("sentences", "language"), [(1, "nl"), (6, "de")])
def test_a_page_is_in_the_language_of_its_words_where_there_are_enough_of_them(sentences: int, language: str) -> None:
    words = "Der Hafen wird im nächsten Jahr um zweihundert Hektar größer, sagte die Bürgermeisterin. "
    text = f"<article><h1>Hafen</h1><p>{words * sentences}</p></article>"
    page = f"<!doctype html><html lang=nl><body>{text}</body></html>"
    assert read_article(Source("hafen.html", page.encode())).metadata.language == language


@pytest.mark.parametrize("declared", ["da", "no"])
def test_between_languages_told_apart_by_name_more_than_by_words_the_page_decides(declared: str) -> None:
    words = "Havnen blir utvidet med to hundre hektar til neste år, sa ordføreren i byen på mandag. "
    page = (
        f"<!doctype html><html lang={declared}><body><article><h1>Havn</h1><p>{words * 6}</p></article></body></html>"
    )
    read = read_article(Source("havn.html", page.encode())).metadata
    assert (read.language, read.contradictions) == (declared, ())
