"""How sure a field is follows from who states it, and from whether anybody says otherwise."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.errors import Place
from generator.model import COMMAND_LINE, SIDECAR, Article, Metadata, Provenance, Sidecar, Source
from generator.reading.article import read_article, read_text

SENTENCE = "The harbour is to grow by two hundred hectares by 2031, the port authority said on Sunday. "
TEXT = f"<p>{SENTENCE * 2}</p><p>{SENTENCE * 2}</p>"
DOUBT = ("published 2024-05-12 by meta article:section, 2023-01-02 by meta date",)


def read(head: str, body: str = "", sidecar: Sidecar | None = None) -> Article:
    page = f"<html><head>{head}</head><body><h1>A harbour is to grow</h1>{body}{TEXT}</body></html>"
    return read_article(Source("page.html", page.encode()), sidecar)


@pytest.mark.parametrize(
    ("head", "body", "field", "origin", "sureness"),
    [
        ('<meta property="og:title" content="A harbour">', "", "title", "meta og:title", "sure"),
        ('<link rel="canonical" href="https://courier.example/harbour">', "", "url", "link rel=canonical", "sure"),
        ("<title>A harbour is to grow</title>", "", "title", "heading of the page", "likely"),
        ("", '<p class="byline">By Ada Lovelace</p>', "authors", "byline", "likely"),
        (
            "",
            '<span itemprop="datePublished" content="2024-05-12"></span>',
            "published",
            "itemprop datePublished",
            "sure",
        ),
        ("", '<time datetime="2024-05-12">12 May 2024</time>', "published", "shown in a time element", "likely"),
        (
            '<link rel="canonical" href="https://www.courier.example/a">',
            "",
            "publisher",
            "host of the address",
            "likely",
        ),
        ("", "", "language", "words of the text", "likely"),
    ],
)
def test_field_of_a_page_is_as_sure_as_its_witness(
    head: str, body: str, field: str, origin: str, sureness: str
) -> None:
    known = read(head, body).metadata
    assert (str(known.origins[field]), known.confidence_in(field)) == (origin, sureness)


def test_what_a_line_says_is_likely_and_the_line_is_named() -> None:
    known = read_text(f"A harbour is to grow\nBy Ada Lovelace\n\n{SENTENCE * 2}\n", "en", None, as_is=False).metadata
    assert str(known.origins["authors"]) == "line 2"
    assert known.confidence_in("authors") == "likely"


def test_what_somebody_states_from_outside_is_sure() -> None:
    told = read_text(SENTENCE, "en", "2024-05-12", as_is=True).metadata
    assert (str(told.origins["published"]), told.confidence_in("published")) == ("command line", "sure")
    sidecar = Sidecar(Place("page.yml"), metadata=Metadata(title="Port"), stated=frozenset({"title"}))
    stated = read("", sidecar=sidecar).metadata
    assert (str(stated.origins["title"]), stated.confidence_in("title")) == ("sidecar", "sure")


def test_what_a_witness_contradicts_is_doubtful_and_nothing_else() -> None:
    declared = Provenance.declared("meta article:section")
    found = Metadata(
        published="2024-05-12",
        section="Port",
        origins={"published": declared, "section": declared},
        contradictions=DOUBT,
    )
    assert found.confidence_in("published") == "doubtful"
    assert found.confidence_in("section") == "sure"


@pytest.mark.parametrize("origin", [SIDECAR, COMMAND_LINE], ids=str)
def test_what_an_editor_settles_is_sure_whatever_the_file_says(origin: Provenance) -> None:
    found = Metadata(published="2024-05-12", contradictions=DOUBT)
    assert replace(found, origins={"published": origin}).confidence_in("published") == "sure"
