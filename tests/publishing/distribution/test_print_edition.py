"""The whole dossier in one file: it needs no other, every mark leads to its words in it, and the audit reads it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

from generator.publishing.audit.walk import audit
from generator.publishing.distribution.print_edition import PRINT_EDITION, print_words, write_print_edition
from generator.publishing.interface import Interface
from generator.publishing.navigation import navigation
from generator.publishing.site import write_checksums
from tests.publishing.dossiers import small_dossier
from tests.publishing.small_site import build_small_site, write_project


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("printed")
    dossier = write_project(root)
    build_small_site(root, dossier)
    write_print_edition(root / "site", navigation(dossier), print_words(dossier, Interface("en")))
    write_checksums(root / "site")
    return root


@pytest.fixture(scope="module")
def printed(root: Path) -> HtmlElement:
    return html.document_fromstring((root / "site" / PRINT_EDITION).read_text(encoding="utf-8"))


def test_every_mark_leads_to_exactly_the_quoted_words_in_the_same_file(printed: HtmlElement) -> None:
    dossier = small_dossier()
    exact = {
        citation.passage.id: citation.passage.exact
        for statement in dossier.statements
        for citation in statement.citations
    }
    marks = printed.xpath("//a[contains(@class, 'cite')]")
    assert marks
    for mark in marks:
        (target,) = printed.xpath("//*[@id=$id]", id=str(mark.get("href")).removeprefix("#"))
        assert target.get("data-passage") == mark.get("data-passage")
        if mark.get("data-passage") in exact:
            assert target.text_content() == exact[mark.get("data-passage")]


def test_it_needs_no_other_file(printed: HtmlElement) -> None:
    assert not printed.xpath("//script|//img|//iframe|//*[@src]")
    assert printed.xpath("//link/@href") == ["data:,"]  # no picture, and no request for one
    addresses = [str(address) for address in printed.xpath("//a/@href")]
    assert printed.xpath("//span[@class='source-title']")  # a title that leads to no other file still looks like one
    assert addresses
    assert all(address.startswith(("#", "http://", "https://", "mailto:")) for address in addresses)


def test_ids_stand_once_and_every_link_inside_arrives(printed: HtmlElement) -> None:
    ids = printed.xpath("//@id")
    assert len(ids) == len(set(ids))
    inside = {str(address)[1:] for address in printed.xpath("//@href[starts-with(., '#')]")}
    assert inside <= set(ids)


def test_a_part_that_is_not_laid_out_yet_takes_the_room_that_its_letters_need(printed: HtmlElement) -> None:
    for part in printed.xpath("//section"):
        signs = int(str(part.get("style")).removeprefix("--signs: "))
        assert signs == pytest.approx(len(part.text_content()), rel=0.05)


def test_all_themes_stand_in_it_in_their_order_below_one_title(printed: HtmlElement) -> None:
    dossier = small_dossier()
    assert [one.text_content() for one in printed.iter("h1")] == [dossier.settings.title]
    sections = [section.get("id") for section in printed.iter("section")]
    assert sections == [*(briefing.theme.id for briefing in dossier.briefings), "method"]
    contents = [entry.text_content() for entry in printed.xpath("//nav//a")]
    assert contents == [heading.text_content() for heading in printed.xpath("//section/h2[1]")]


def test_the_audit_verifies_it_like_any_page(root: Path, printed: HtmlElement) -> None:
    report = audit(root / "site", root / "sources" / "articles")
    assert not report.problems
    assert report.citations_found == report.citations_verified > len(printed.xpath("//a[contains(@class, 'cite')]"))


@pytest.mark.parametrize(
    ("right", "wrong", "complaint"),
    [
        ('class="quote-copy" data-passage="', 'class="quote-copy" data-passage="x', "does not know"),
        ('class="statement-text"', 'class="statement-words"', "which words are its own"),
    ],
)
def test_a_print_edition_that_says_something_else_fails_the_audit(
    root: Path, right: str, wrong: str, complaint: str
) -> None:
    page = root / "site" / PRINT_EDITION
    before = page.read_bytes()
    assert right in before.decode()
    try:
        page.write_bytes(before.decode().replace(right, wrong).encode())
        write_checksums(root / "site")
        report = audit(root / "site", root / "sources" / "articles")
    finally:
        page.write_bytes(before)
        write_checksums(root / "site")
    assert any(complaint in str(problem) and PRINT_EDITION in str(problem) for problem in report.problems)


def test_quoted_words_altered_in_the_file_alone_fail_the_audit(root: Path) -> None:
    page = root / "site" / PRINT_EDITION
    before = page.read_bytes()
    altered = html.document_fromstring(before.decode())
    quote = next(one for one in altered.iter("q") if one.get("data-passage"))
    quote.text = (quote.text or "") + "!"
    try:
        page.write_text("<!doctype html>" + html.tostring(altered, encoding="unicode"), encoding="utf-8")
        write_checksums(root / "site")
        report = audit(root / "site", root / "sources" / "articles")
    finally:
        page.write_bytes(before)
        write_checksums(root / "site")
    assert any("quotes passage" in str(problem) for problem in report.problems)


def test_with_an_address_pages_that_are_not_in_the_file_are_linked_where_they_are_hosted(tmp_path: Path) -> None:
    dossier = write_project(tmp_path)
    build_small_site(tmp_path, dossier)
    words = print_words(dossier, Interface("en"))
    hosted = replace(words, site_url="https://harbour.example/d/")
    page = write_print_edition(tmp_path / "site", navigation(dossier), hosted)
    text = page.read_text(encoding="utf-8")
    assert f'href="https://harbour.example/d/articles/{dossier.articles[0].id}.html' in text
