"""Every kind of page in Firefox, where it is installed: it opens, fits, shows the words behind a mark, and searches."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser import firefox
from tests.browser.conftest import Site
from tests.browser.firefox import Firefox
from tests.browser.test_layout import OFF_SCREEN, pages

PROGRAM = firefox.found()
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
    (path, *_) = [path for path in pages(site) if path.startswith("themes/")]
    reader.resize(1280, 900)
    reader.go(site.address + path)
    reader.ask("document.querySelector('.statement a.cite').scrollIntoView({ block: 'center' })")
    reader.point_at(".statement a.cite")

    reader.wait_for("return document.querySelector('.citation-card').matches(':popover-open')")
    places = reader.ask(
        "const box = element => element.getBoundingClientRect(), mark = document.querySelector('.statement a.cite');"
        "const card = box(document.querySelector('.citation-card'));"
        "return [card.top >= box(mark).bottom || card.bottom <= box(mark.closest('p')).top, card.left >= 0]"
    )
    assert places == [True, True]


def test_search_finds_from_a_folder_and_hosted(reader: Firefox, site: Site) -> None:
    reader.go(f"{site.address}search.html?q=Azerbeidzjan")

    reader.wait_for("return document.querySelector('.search-results .found-name mark')")
    assert reader.complaints() == []
