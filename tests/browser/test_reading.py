"""A reader with a real browser follows every citation and stays on the site; hosted and from a folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.model import fold
from tests.browser.conftest import Log, Site, watch

pytestmark = pytest.mark.browser

# Where each citation mark of a page leads.
ADDRESSES = "marks => marks.map(mark => mark.href)"
# What the address in the bar points at: its words, and whether the reader can see them.
TARGET = """() => {
    const target = document.querySelector(':target')
    if (!target) return null
    const box = target.getBoundingClientRect()
    const seen = box.height > 0 && box.top < innerHeight && box.bottom > 0
    return {text: target.textContent, seen: seen}
}"""


def pages_with_marks(site: Site) -> list[str]:
    found = [path.relative_to(site.folder).as_posix() for path in sorted(site.folder.rglob("*.html"))]
    found.remove("print.html")  # its marks lead to its own notes
    return [path for path in found if 'class="cite"' in (site.folder / path).read_text(encoding="utf-8")]


def words_of_articles(site: Site) -> dict[str, str]:
    """The words of each article's file, by the page of the site that stands for it."""
    record = json.loads((site.folder / "data/dossier.json").read_text(encoding="utf-8"))
    return {
        article["page"]: fold((site.articles / article["file"]).read_text(encoding="utf-8"))
        for article in record["articles"]
    }


def test_every_citation_of_every_page_leads_to_words_of_its_article_in_sight(site: Site, page: Page, log: Log) -> None:
    articles = words_of_articles(site)
    marks: dict[str, str] = {}
    for path in pages_with_marks(site):
        page.goto(site.address + path, wait_until="domcontentloaded")
        for address in page.eval_on_selector_all("a.cite", ADDRESSES):
            marks.setdefault(address, path)
    for address in sorted(marks):  # passages of one article in a row: the browser need not load it again
        page.goto(address)
        target = page.evaluate(TARGET)
        assert target, f"{marks[address]} leads to {address}, which is no element"
        arrived = address.removeprefix(site.address).partition("#")[0]
        assert fold(target["text"]) in articles[arrived], f"{address} shows words that the article does not have"
        assert target["seen"], f"{address} is out of sight"
    assert len(marks) > 30
    assert log.elsewhere(site) == []
    assert log.complaints == []


def test_marks_are_links_that_work_without_javascript(site: Site, browser: Browser, log: Log) -> None:
    articles = words_of_articles(site)
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        watch(page, log)
        for path in pages_with_marks(site):
            page.goto(site.address + path, wait_until="domcontentloaded")
            page.locator("a.cite").last.click()
            page.wait_for_url("**/articles/*", wait_until="domcontentloaded")
            words = page.locator(":target").text_content(timeout=2_000)
            assert fold(words or "-") in articles[page.url.removeprefix(site.address).partition("#")[0]], path
    assert log.elsewhere(site) == []
    assert log.complaints == []


def test_a_reader_comes_back_from_the_words_to_the_statement(site: Site, page: Page) -> None:
    path = next(path for path in pages_with_marks(site) if path.startswith("themes/"))
    page.goto(site.address + path)
    statement = page.locator(".statement").first
    identifier = statement.get_attribute("id")
    statement.locator("a.cite").first.click()
    page.wait_for_url("**/articles/*")
    page.locator(f'.uses a[href$="{path}#{identifier}"]').first.click()
    page.wait_for_url(f"**/{path}#{identifier}")
    assert page.evaluate(TARGET)["seen"]


def test_one_click_leads_back_to_where_the_reader_was(site: Site, page: Page) -> None:
    path = next(path for path in pages_with_marks(site) if path.startswith("themes/"))
    page.goto(site.address + path)
    mark = page.locator(".statement a.cite").nth(5)
    mark.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    mark.click()
    page.wait_for_url("**/articles/*")

    page.locator(".way-back").click()

    page.wait_for_url(f"**/{path}")
    page.wait_for_function(f"Math.abs(scrollY - {before}) < 50")


def test_every_page_opens_without_a_complaint_and_asks_no_other_host(site: Site, page: Page, log: Log) -> None:
    for path in sorted(site.folder.rglob("*.html")):
        page.goto(site.address + path.relative_to(site.folder).as_posix(), wait_until="load")
    assert log.elsewhere(site) == []
    assert log.complaints == []


def test_the_zip_holds_no_page_that_needs_a_server(unpacked: Site) -> None:
    names = {path.name for path in Path(unpacked.folder).rglob("*")}
    assert not {"404.html", "sitemap.xml"} & names


def test_the_section_that_is_being_read_is_told_beside_the_page(page: Page, hosted: Site) -> None:
    page.set_viewport_size({"width": 1280, "height": 700})
    page.goto(f"{hosted.address}themes/defence.html")
    told = page.locator(".contents [aria-current]")
    assert told.count() == 0

    page.locator(".contents a", has_text="Timeline").click()
    expect(told).to_have_text("Timeline")

    page.keyboard.press("End")
    expect(told).to_have_text("Sources")
