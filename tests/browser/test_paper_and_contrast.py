"""The same page on paper, in the reader's own colours, with large letters, and without motion."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from generator.model import fold

pytestmark = pytest.mark.browser

FRAME = (
    ".md-header, .dossier-tabs, .contents, .sections, .md-footer, .back, .tools, .citation-card, .ways, .notes summary"
)
OFF_SCREEN = """() => [...document.querySelectorAll('main *')].filter(e => {
    const box = e.getBoundingClientRect()
    return box.width && box.height && box.right > innerWidth + 1
}).map(e => e.outerHTML.slice(0, 80))"""


@pytest.fixture
def theme(small_site: Path) -> str:
    return (small_site / "themes/harbour.html").as_uri()


def test_paper_has_numbered_notes_with_quotes_and_addresses_and_nothing_to_click(page: Page, theme: str) -> None:
    page.goto(theme)
    page.emulate_media(media="print")

    for part in page.locator(FRAME).all():
        expect(part).to_be_hidden()
    expect(page.locator("#bottom a.cite")).to_have_css("vertical-align", "super")
    for quote in page.locator(".noted .quote-copy").all():
        expect(quote).to_be_visible()
    for repeated in page.locator(".words").all():
        expect(repeated).to_be_hidden()
    words = fold(" ".join(one.extract_text() for one in PdfReader(io.BytesIO(page.pdf())).pages))
    assert "1a Die Arbeiten kosten 1,6 Milliarden Euro." in words
    assert "https://kuestenbote.example/hafen" in words
    assert "Cite" not in words


def test_reader_s_own_colours_still_tell_where_a_link_has_led_to(browser: Browser, theme: str) -> None:
    with browser.new_context(forced_colors="active", color_scheme="dark") as context:
        page = context.new_page()
        page.goto(f"{theme}#cost")

        shown = "e => getComputedStyle(e).backgroundColor"
        assert page.locator("#cost .statement-text").evaluate(shown) != page.locator("body").evaluate(shown)
        expect(page.locator("#cost .tools")).to_have_css("opacity", "1")


@pytest.mark.parametrize("width", [320, 640])
def test_letters_of_twice_the_size_stay_on_the_screen(page: Page, theme: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(theme)
    page.add_style_tag(content="html { font-size: 250% !important }")

    assert page.evaluate(OFF_SCREEN) == []


def test_nothing_moves_for_a_reader_who_wants_it_so(browser: Browser, theme: str) -> None:
    with browser.new_context(reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(theme)

        moving = "es => es.filter(e => parseFloat(getComputedStyle(e).transitionDuration) > 0.001).length"
        assert page.locator("*").evaluate_all(moving) == 0
