"""A citation of a statement or a passage for the clipboard: in words, as BibTeX, as RIS; by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import Log, watch

pytestmark = pytest.mark.browser

EXTRACT = (
    "“Am 8. August begann die erste Bauphase.” Ada Beispiel: Neue Kaimauern für Brekum. Küstenbote, 11 August 2025"
)


@pytest.fixture
def theme(browser: Browser, small_site: Path, log: Log) -> Iterator[Page]:
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        opened = context.new_page()
        watch(opened, log)
        opened.goto((small_site / "themes/harbour.html").as_uri())
        yield opened


def cite(page: Page, place: str) -> Locator:
    return page.locator(f"#{place} .tools .copy-citation")


def copied(page: Page, button: str, offered_in: str = ".copy-menu") -> str:
    page.locator(offered_in).get_by_role("button", name=button, exact=True).click()
    expect(page.locator(f"{offered_in} .copy-status")).to_have_text("Copied.")
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_extract_is_cited_with_author_title_outlet_date_and_permanent_link(theme: Page) -> None:
    cite(theme, "x-1").click()

    words = copied(theme, "Copy citation")

    assert words.startswith(f"{EXTRACT}. https://kuestenbote.example/hafen – The harbour of Brekum: Harbour, as of 11")
    assert words.endswith("themes/harbour.html#x-1")


def test_statement_is_cited_with_every_article_it_rests_on(theme: Page) -> None:
    cite(theme, "cost").click()

    words, bibtex, ris = (copied(theme, button) for button in ("Copy citation", "BibTeX", "RIS"))

    assert "– Sources: Ada Beispiel: Neue Kaimauern für Brekum" in words
    assert "publisher unknown, October 2023" in words
    assert [line for line in bibtex.splitlines() if line.startswith("@")] == ["@misc{hafen,", "@misc{veer,"]
    assert bibtex.count("note = {“Reports put the cost between 1.6 and 2 billion euros.”") == 2
    assert bibtex.count("{") == bibtex.count("}")
    assert ris.count("TY  - NEWS\n") == ris.count("\nER  - \n") == 2
    assert "harbour.html#cost\nER  - " in ris


def test_passage_is_cited_from_its_article_and_from_the_card_of_its_mark(theme: Page, small_site: Path) -> None:
    theme.locator("#bottom a.cite").hover()
    from_card = copied(theme, "Copy citation", ".citation-card")
    theme.goto((small_site / "articles/hafen.html").as_uri())
    theme.locator(".passage .copy-citation").first.click()

    from_article = copied(theme, "Copy citation")

    words = "“Die Arbeiten kosten 1,6 Milliarden Euro.” Ada Beispiel: Neue Kaimauern für Brekum. Küstenbote"
    assert from_card.startswith(words)
    assert from_article.startswith(words)
    assert from_card.partition("/articles/")[2] == from_article.partition("/articles/")[2] != ""


def test_keyboard_opens_the_menu_and_escape_gives_the_focus_back(theme: Page) -> None:
    theme.locator("#x-1 .permalink").focus()
    theme.keyboard.press("Tab")
    expect(cite(theme, "x-1")).to_be_focused()
    expect(theme.locator("#x-1 .tools")).to_have_css("opacity", "1")
    theme.keyboard.press("Enter")
    expect(cite(theme, "x-1")).to_have_attribute("aria-expanded", "true")
    theme.keyboard.press("Tab")
    theme.keyboard.press("Enter")
    expect(theme.get_by_role("status").filter(has_text="Copied.")).to_be_visible()

    theme.keyboard.press("Escape")

    expect(theme.locator(".copy-menu")).to_be_hidden()
    expect(cite(theme, "x-1")).to_be_focused()
    expect(cite(theme, "x-1")).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize("is_tied", [True, False], ids=["by the style sheet", "by the script"])
def test_copying_from_a_card_above_its_sentence_covers_no_word_of_it(theme: Page, *, is_tied: bool) -> None:
    if not is_tied:
        theme.add_init_script("CSS.supports = () => false")
        theme.reload()
    theme.set_viewport_size({"width": 800, "height": 420})
    mark, card = theme.locator("#bottom a.cite").first, theme.locator(".citation-card")
    mark.evaluate("mark => window.scrollBy(0, mark.getBoundingClientRect().bottom - innerHeight + 40)")
    mark.hover()

    copied(theme, "BibTeX", ".citation-card")

    shown, sentence = card.bounding_box(), theme.locator("#bottom .statement-text").bounding_box()
    assert shown
    assert sentence
    assert shown["y"] + shown["height"] <= sentence["y"]
    assert theme.locator(".copy-menu").is_hidden()


def test_escape_in_the_card_gives_the_focus_back(theme: Page) -> None:
    theme.locator("#bottom a.cite").hover()
    copied(theme, "Copy citation", ".citation-card")

    theme.keyboard.press("Escape")

    expect(theme.locator(".citation-card")).to_be_hidden()
    expect(theme.locator("#bottom a.cite")).to_be_focused()


def test_where_the_clipboard_is_closed_the_text_can_be_selected(theme: Page, log: Log) -> None:
    theme.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(); document.execCommand = () => false }"
    )
    cite(theme, "x-1").click()

    theme.locator(".copy-menu").get_by_role("button", name="Copy citation").click()

    expect(theme.locator(".copy-status")).to_have_text("Not copied: select the text and copy it.")
    assert theme.locator(".copy-menu textarea").input_value().startswith(EXTRACT)
    assert not log.complaints


def test_without_javascript_the_permanent_link_remains(browser: Browser, small_site: Path) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto((small_site / "themes/harbour.html").as_uri())

        expect(page.locator(".copy-citation")).to_have_count(0)
        expect(page.locator("#x-1 .permalink")).to_have_attribute("href", "#x-1")
