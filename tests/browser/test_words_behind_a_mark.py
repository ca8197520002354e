"""The exact words behind a citation mark: one action away by mouse, keyboard and touch, and without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import Log, watch

pytestmark = pytest.mark.browser

WORDS = "Die Arbeiten kosten 1,6 Milliarden Euro."
FIRST_WORDS = "De veerdienst naar Brekum stopt"
FAR_AWAY = (5, 5)


@pytest.fixture
def theme(page: Page, small_site: Path) -> Page:
    page.goto((small_site / "themes/harbour.html").as_uri())
    return page


@pytest.fixture
def phone(browser: Browser, small_site: Path, log: Log) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 320, "height": 640}, has_touch=True) as context:
        opened = context.new_page()
        watch(opened, log)
        opened.goto((small_site / "themes/harbour.html").as_uri())
        yield opened


def first_mark(page: Page) -> Locator:
    return page.locator("#bottom a.cite").first


def card(page: Page) -> Locator:
    return page.locator(".citation-card")


def test_hovering_shows_words_translation_and_source(theme: Page) -> None:
    first_mark(theme).hover()

    expect(card(theme)).to_be_visible()
    expect(card(theme).locator("blockquote")).to_have_text(WORDS)
    expect(card(theme).locator("blockquote")).to_have_attribute("lang", "de")
    expect(card(theme)).to_contain_text("The works cost 1.6 billion euros.")
    expect(card(theme)).to_contain_text("Küstenbote, 11 August 2025, German")


def test_card_names_the_title_or_first_words_of_an_article_whose_outlet_is_not_known(theme: Page) -> None:
    theme.locator("#cost a.cite").nth(1).focus()
    expect(card(theme)).to_contain_text("publisher unknown, October 2023")
    expect(card(theme).locator(".source-words cite")).to_contain_text(FIRST_WORDS)

    first_mark(theme).focus()
    expect(card(theme)).to_contain_text("Küstenbote")
    expect(card(theme).locator(".source-words cite")).to_have_count(0)


def test_card_stays_under_the_pointer_and_goes_when_it_leaves(theme: Page) -> None:
    first_mark(theme).hover()
    expect(card(theme)).to_be_visible()
    shown = card(theme).bounding_box()
    assert shown
    theme.mouse.move(shown["x"] + shown["width"] / 2, shown["y"] + 20)  # a hover of the library may scroll the page
    theme.wait_for_timeout(500)
    expect(card(theme)).to_be_visible()

    theme.mouse.move(*FAR_AWAY)

    expect(card(theme)).to_be_hidden()


def test_pointer_can_take_its_time_to_a_card_above_the_sentence(theme: Page) -> None:
    theme.set_viewport_size({"width": 375, "height": 500})
    mark = first_mark(theme)
    mark.evaluate("mark => window.scrollBy(0, mark.getBoundingClientRect().bottom - innerHeight + 40)")
    mark.hover()
    expect(card(theme)).to_be_visible()
    sentence = theme.locator("#bottom .statement-text")
    above, below = card(theme).bounding_box(), sentence.bounding_box()
    assert above
    assert below
    assert above["y"] + above["height"] <= below["y"]

    sentence.hover(position={"x": 5, "y": 5})
    theme.wait_for_timeout(500)

    expect(card(theme)).to_be_visible()


def test_keyboard_reaches_the_card_and_escape_gives_the_focus_back(theme: Page) -> None:
    theme.locator("#bottom-line").scroll_into_view_if_needed()
    first_mark(theme).focus()
    theme.keyboard.press("Shift+Tab")
    theme.keyboard.press("Tab")
    expect(card(theme)).to_be_visible()
    theme.keyboard.press("Tab")
    expect(card(theme).locator(".open-passage")).to_be_focused()

    theme.keyboard.press("Escape")

    expect(card(theme)).to_be_hidden()
    expect(first_mark(theme)).to_be_focused()


def test_a_card_is_one_stop_of_the_tab_key_and_arrows_lead_through_it(theme: Page) -> None:
    theme.locator(".permalink").first.focus()
    theme.locator("#cost a.cite").first.focus()
    theme.keyboard.press("Shift+Tab")
    theme.keyboard.press("Tab")
    expect(card(theme)).to_be_visible()
    theme.keyboard.press("Tab")
    for _ in range(2):
        theme.keyboard.press("ArrowRight")
    expect(card(theme).locator("[data-format=words]")).to_be_focused()
    theme.keyboard.press("Home")
    expect(card(theme).locator(".open-passage")).to_be_focused()
    theme.keyboard.press("ArrowLeft")
    expect(card(theme).locator("[data-format=ris]")).to_be_focused()

    theme.keyboard.press("Tab")

    expect(theme.locator("#cost a.cite").nth(1)).to_be_focused()


def test_a_sentence_is_copied_without_its_marks(theme: Page) -> None:
    copied = theme.locator("#bottom > p").first.evaluate(
        "p => { getSelection().selectAllChildren(p); return getSelection().toString() }"
    )
    assert copied.strip() == "The harbour is being extended."


@pytest.mark.parametrize("is_tied", [True, False], ids=["by the style sheet", "by the script"])
@pytest.mark.parametrize(("width", "height"), [(1280, 900), (1280, 420), (320, 640)])
def test_card_never_covers_the_sentence_it_explains(
    page: Page, small_site: Path, width: int, height: int, *, is_tied: bool
) -> None:
    """Below it or above, all of it in sight, wherever it stands; in browsers with anchors and without."""
    page.set_viewport_size({"width": width, "height": height})
    if not is_tied:
        page.add_init_script("CSS.supports = () => false")
    page.goto((small_site / "themes/harbour.html").as_uri())
    for mark in page.locator(".statement a.cite").all():
        mark.scroll_into_view_if_needed()
        mark.hover()
        expect(card(page)).to_be_visible()
        expect(card(page)).to_have_class("citation-card tied" if is_tied else "citation-card")

        shown, sentence = card(page).bounding_box(), mark.locator("xpath=ancestor::p[1]").bounding_box()

        assert shown
        assert sentence
        mark_box = mark.bounding_box()
        assert mark_box
        is_below = shown["y"] >= mark_box["y"] + mark_box["height"]
        assert is_below or shown["y"] + shown["height"] <= sentence["y"]
        assert shown["y"] - mark_box["y"] - mark_box["height"] < 30 or not is_below
        assert shown["x"] >= 0
        assert shown["x"] + shown["width"] <= width
        page.keyboard.press("Escape")
        page.mouse.move(*FAR_AWAY)


def test_card_leads_to_the_passage_and_to_the_original_at_its_words(theme: Page) -> None:
    first_mark(theme).hover()
    original = card(theme).locator(".open-original").get_attribute("href")

    card(theme).locator(".open-passage").click()

    expect(theme.locator("blockquote:target")).to_have_text(WORDS)
    assert original == (
        "https://kuestenbote.example/hafen#:~:text=Die%20Arbeiten%20kosten%201%2C6%20Milliarden%20Euro."
    )


def test_first_tap_shows_the_words_and_the_second_goes_to_them(phone: Page) -> None:
    first_mark(phone).tap()
    expect(card(phone).locator("blockquote")).to_have_text(WORDS)
    assert phone.url.endswith("harbour.html")

    first_mark(phone).tap()

    expect(phone.locator("blockquote:target")).to_have_text(WORDS)


def test_without_javascript_the_source_line_opens_to_the_words_and_the_mark_leads_to_them(
    browser: Browser, small_site: Path
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto((small_site / "themes/harbour.html").as_uri())

        page.locator("#bottom summary").click()
        expect(page.locator("#bottom .quote-copy")).to_be_visible()
        first_mark(page).click()

        expect(page.locator("blockquote:target")).to_have_text(WORDS)


def test_words_stay_in_the_card_of_a_phone(phone: Page) -> None:
    first_mark(phone).tap()
    expect(card(phone)).to_be_visible()

    assert card(phone).evaluate("card => card.scrollWidth <= card.clientWidth")


def test_marks_of_home_show_their_words_too(page: Page, small_site: Path) -> None:
    page.goto((small_site / "index.html").as_uri())

    page.locator("a.cite").first.hover()

    expect(card(page).locator("blockquote")).to_have_text(WORDS)
    expect(card(page)).to_contain_text("Küstenbote, 11 August 2025, German")


def test_way_back_leads_from_the_sources_to_the_statement(theme: Page) -> None:
    theme.locator(".source .notes summary").first.click()
    theme.locator(".noted .back").first.click()

    expect(theme.locator("#bottom .statement-text")).to_be_in_viewport()


@pytest.mark.parametrize("path", ["index.html", "themes/harbour.html", "timeline.html", "articles/hafen.html"])
def test_nothing_runs_off_a_narrow_screen(phone: Page, small_site: Path, path: str) -> None:
    phone.goto((small_site / path).as_uri())

    assert phone.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_marks_and_ways_are_large_enough_for_a_finger(phone: Page) -> None:
    """24 px either way, counting the margin of a mark that answers too (WCAG 2.2, 2.5.8)."""
    for mark in phone.locator("a.cite").all():
        sizes = mark.evaluate(
            "m => { const b = m.getBoundingClientRect(), a = getComputedStyle(m, '::after');"
            " return [b.width - parseFloat(a.left) - parseFloat(a.right),"
            " b.height - parseFloat(a.top) - parseFloat(a.bottom)] }"
        )
        assert min(sizes) >= 24, sizes


def test_no_complaint_and_no_request_to_another_host(phone: Page, log: Log) -> None:
    first_mark(phone).tap()

    assert not log.complaints
    assert all(address.startswith(("file:", "data:", "blob:")) for address in log.requests)
