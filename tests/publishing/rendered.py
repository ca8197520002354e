"""Pages as a browser would read them, and what tests look up in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import html
from lxml.html import HtmlElement

from generator.model import Article, ArticleKind, Citation, Dossier, Event, Metadata, Side, Statement, fold
from generator.publishing.rendering import render_pages
from tests.publishing.dossiers import PORT, citation
from tests.publishing.markdown_converter import markdown_converter


def themed(dossier: Dossier, **changes: object) -> Dossier:
    """The dossier with its only briefing changed; names and figures of the briefing are those of the dossier."""
    [briefing] = dossier.briefings
    briefing = replace(briefing, **changes)  # type: ignore[arg-type]
    return replace(dossier, briefings=(briefing,), actors=briefing.actors, figures=briefing.figures)


def numbered(number: int) -> Article:
    known = Metadata(title=f"Title {number}", published=f"{1900 + number}", kind=ArticleKind.NEWS, language="en")
    return replace(PORT, id=f"a{number}", metadata=known)


def dated(number: int) -> Event:
    start = citation(PORT, "Am 8. August begann die erste Bauphase.")
    date = "199X" if number < 5 else "2024-03"
    return Event(f"e-{number}", date, "", start.passage.exact, "de", (start,), ("harbour",))


def all_citations(dossier: Dossier) -> list[Citation]:
    sides = [side for disagreement in dossier.disagreements for side in disagreement.sides]
    places: tuple[Statement | Event | Side, ...] = (*dossier.statements, *dossier.timeline, *sides)
    return [one for place in places for one in place.citations]


def built(dossier: Dossier) -> Mapping[str, HtmlElement]:
    """Every page of the dossier as HTML, by its path below docs."""
    pages = {}
    for file in render_pages(dossier):
        _, _, body = file.content.split("---\n", 2)
        pages[file.path] = html.document_fromstring(f"<body>{markdown_converter().convert(body)}</body>")
    return pages


def of_class(page: HtmlElement, name: str) -> list[HtmlElement]:
    return [element for element in page.iter("*") if name in (element.get("class") or "").split()]


def statements(page: HtmlElement) -> list[HtmlElement]:
    return of_class(page, "statement")


def back_links(noted: HtmlElement) -> list[str]:
    return [str(link.get("href")) for link in of_class(noted, "back")]


def text_of(element: HtmlElement) -> str:
    return fold(element.text_content())
