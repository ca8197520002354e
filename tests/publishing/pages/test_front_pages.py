"""The ways to the data, to corrections, and on from an address where there is nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from generator.publishing.audit.links import link_problems
from generator.publishing.audit.pages import read_page
from generator.publishing.rendering import render_pages
from tests.publishing.dossiers import looking_ahead, small_dossier
from tests.publishing.hostile import HOSTILE
from tests.publishing.rendered import built, of_class, text_of
from tests.publishing.small_site import build_small_site, write_project


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("small")
    dossier = looking_ahead(small_dossier())
    dossier = replace(dossier, settings=replace(dossier.settings, contact="desk@dossier.example"))
    return build_small_site(root, write_project(root, dossier))


def test_every_download_and_every_feed_is_there(site: Path) -> None:
    page = html.document_fromstring((site / "method.html").read_text(encoding="utf-8"))
    [downloads] = of_class(page, "downloads")
    targets = {str(link) for link in downloads.xpath(".//a/@href")}

    assert all((site / target).is_file() for target in targets)
    named = {path.relative_to(site).as_posix() for path in (site / "data").rglob("*") if path.is_file()}
    assert targets == named


def test_what_lies_ahead_is_there_for_calendars_with_the_line_ends_that_they_want(site: Path) -> None:
    lines = (site / "data/ahead.ics").read_bytes().split(b"\r\n")

    assert lines[0] == b"BEGIN:VCALENDAR"
    assert not any(b"\n" in line for line in lines)


def test_foot_of_every_page_leads_to_method_downloads_and_corrections(site: Path) -> None:
    pages = {
        path.relative_to(site).as_posix(): read_page(site, path.relative_to(site).as_posix())
        for path in site.rglob("*.html")
    }
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    footer = of_class(
        html.document_fromstring((site / "themes/harbour.html").read_text(encoding="utf-8")), "dossier-footer"
    )

    assert text_of(footer[0]) == "The harbour of Brekum Method Downloads Corrections"
    assert footer[0].xpath(".//a/@href") == ["../method.html#top", "../method.html#data", "../method.html#corrections"]
    assert list(link_problems(pages, files)) == []


@pytest.mark.parametrize(
    ("contact", "link"),
    [
        ("desk@dossier.example", ["mailto:desk@dossier.example"]),
        ("https://dossier.example/contact", ["https://dossier.example/contact"]),
        ("Desk, Room 3", []),
        ("javascript:alert(1)", []),
        (HOSTILE, []),
    ],
)
def test_corrections_go_to_the_contact_of_the_dossier(contact: str, link: list[str]) -> None:
    dossier = small_dossier()
    page = built(replace(dossier, settings=replace(dossier.settings, contact=contact)))["method.md"]

    [words] = page.xpath("//*[@id='corrections']/following-sibling::p[1]")
    assert words.xpath(".//a/@href") == link
    assert text_of(words) == f"Mistakes can be reported to {contact}"


def test_without_a_contact_no_corrections_are_promised() -> None:
    assert not built(small_dossier())["method.md"].xpath("//*[@id='corrections']")


def test_page_for_errors_reads_well_at_any_depth(site: Path) -> None:
    """It fetches nothing, and what it links to begins at the root of the host."""
    page = read_page(site, "404.html")
    text = text_of(html.document_fromstring((site / "404.html").read_text(encoding="utf-8")))

    assert text.startswith("There is no such page – The harbour of Brekum")
    assert all(link.startswith(("/", "data:")) for link in page.links)
    assert {"/index.html", "/themes/harbour.html", "/sources.html"} <= {
        link.replace("/.", "/index.html") for link in page.links
    }


def test_page_on_method_tells_the_frame_its_words_in_the_language_of_the_dossier() -> None:
    dossier = small_dossier()
    german = replace(dossier, settings=replace(dossier.settings, language="de"))

    [method] = [file.content for file in render_pages(german) if file.path == "method.md"]

    assert '["Zum Herunterladen", "#data"]' in method
    assert "Diese Seite gibt es nicht" in method
