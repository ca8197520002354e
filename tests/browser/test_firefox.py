"""Every kind of page in Firefox, where it is installed: it opens, fits, shows words behind marks, searches, prints."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator

import pytest

from tests.browser import firefox
from tests.browser.conftest import Site
from tests.browser.firefox import Firefox
from tests.browser.printed import letters, letters_of
from tests.browser.test_layout import OFF_SCREEN, pages

PROGRAM = firefox.found()
CARD = "document.querySelector('.citation-card')"
IS_SHOWN = f"return {CARD}.matches(':popover-open')"
IS_HIDDEN = f"return !{CARD}.matches(':popover-open')"
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(PROGRAM is None, reason="Firefox is not installed (Debian: firefox-esr)"),
]


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    assert PROGRAM
    with Firefox(PROGRAM, tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.mark.parametrize("width", [500, 1280])  # Firefox has no narrower window
def test_every_kind_of_page_opens_without_a_complaint_and_fits(reader: Firefox, site: Site, width: int) -> None:
    reader.resize(width, 900)
    for path in pages(site):
        reader.go(site.address + path)
        assert reader.ask("return document.querySelector('h1').textContent.trim()"), path
        assert reader.ask(f"return ({OFF_SCREEN})()") == [], path
    assert reader.complaints() == []


def test_page_is_set_in_its_own_letters(reader: Firefox, unpacked: Site) -> None:
    reader.go(f"{unpacked.address}index.html")

    loaded = "return [...document.fonts].filter(one => one.status == 'loaded').map(one => one.weight)"
    assert {"400", "600"} <= set(reader.ask(loaded))


def test_words_behind_a_mark_are_shown_beside_their_sentence(reader: Firefox, site: Site) -> None:
    open_theme(reader, site)
    reader.point_at(".statement a.cite")

    reader.wait_for(IS_SHOWN)
    places = reader.ask(
        "const box = element => element.getBoundingClientRect(), mark = document.querySelector('.statement a.cite');"
        "const card = box(document.querySelector('.citation-card'));"
        "return [card.top >= box(mark).bottom || card.bottom <= box(mark.closest('p')).top, card.left >= 0]"
    )
    assert places == [True, True]


def test_card_stays_under_the_pointer_and_goes_when_it_leaves(reader: Firefox, unpacked: Site) -> None:
    open_theme(reader, unpacked)
    reader.point_at(".statement a.cite")
    reader.wait_for(IS_SHOWN)

    reader.move_on_to(".citation-card blockquote")
    time.sleep(0.5)
    assert reader.ask(IS_SHOWN)

    reader.point_at(".dossier-name")
    reader.wait_for(IS_HIDDEN)


def test_keyboard_opens_the_card_goes_into_it_and_escape_gives_the_focus_back(reader: Firefox, unpacked: Site) -> None:
    open_theme(reader, unpacked)
    reader.ask("document.querySelector('.statement a.cite').focus({ focusVisible: true })")
    reader.wait_for(IS_SHOWN)
    reader.press("Tab")
    assert reader.ask("return document.activeElement.className") == "open-passage"

    reader.press("Escape")

    reader.wait_for(IS_HIDDEN)
    assert reader.ask("return document.activeElement === document.querySelector('.statement a.cite')")


def test_card_leads_to_the_words_and_one_click_leads_back(reader: Firefox, unpacked: Site) -> None:
    open_theme(reader, unpacked)
    reader.point_at(".statement a.cite")
    reader.wait_for(IS_SHOWN)
    words = reader.ask(f"return {CARD}.querySelector('blockquote').textContent")

    reader.click(".citation-card .open-passage")
    assert reader.wait_for("return document.querySelector(':target')?.textContent") == words
    reader.click(".way-back")

    reader.wait_for("return document.querySelector('.statement')")


def test_a_citation_is_copied_from_the_card_which_never_covers_its_sentence(reader: Firefox, site: Site) -> None:
    open_theme(reader, site)
    reader.point_at(".statement a.cite")
    reader.wait_for(IS_SHOWN)

    reader.click(".citation-card [data-format=bibtex]")

    assert reader.wait_for(f"return {CARD}.querySelector('.copy-status').textContent") == "Copied."
    assert reader.ask(
        f"const card = {CARD}.getBoundingClientRect(), mark = document.querySelector('.statement a.cite');"
        "return card.top >= mark.getBoundingClientRect().bottom"
        " || card.bottom <= mark.closest('p').getBoundingClientRect().top"
    )


def test_box_in_the_header_finds_and_the_keyboard_goes_to_the_result(reader: Firefox, site: Site) -> None:
    reader.resize(1280, 900)
    reader.go(f"{site.address}timeline.html")
    reader.click(".dossier-search input")
    reader.press(*"karabach")
    reader.wait_for("return document.querySelector('.found-panel:not([hidden]) .found')")

    reader.press("ArrowDown", "Enter")

    reader.wait_for(
        "return !location.pathname.endsWith('timeline.html')"
        " && (document.querySelector(':target') ?? document.body)?.textContent.includes('arab')"
    )
    assert reader.complaints() == []


def test_paper_has_every_quote_of_a_theme_and_nothing_to_click(reader: Firefox, unpacked: Site) -> None:
    path = open_theme(reader, unpacked)
    record = json.loads((unpacked.folder / "data" / "dossier.json").read_text(encoding="utf-8"))
    quoted = {c["exact"] for one in record["statements"] if path in one["pages"] for c in one["citations"]}

    text = letters_of(reader.print())

    assert len(quoted) > 5
    assert [words for words in quoted if letters(words) not in text] == []
    assert letters("Open the passage in its article") not in text


def open_theme(reader: Firefox, site: Site) -> str:
    """Open the first theme page with its first mark in the middle of the window; gives the page's path."""
    (path, *_) = [path for path in pages(site) if path.startswith("themes/")]
    reader.resize(1280, 900)
    reader.go(site.address + path)
    reader.ask("document.querySelector('.statement a.cite').scrollIntoView({ block: 'center' })")
    return path


def test_search_finds_from_a_folder_and_hosted(reader: Firefox, site: Site) -> None:
    reader.go(f"{site.address}search.html?q=Azerbeidzjan")

    reader.wait_for("return document.querySelector('.search-results .found-name mark')")
    assert reader.complaints() == []
