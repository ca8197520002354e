"""Every kind of page against axe-core: WCAG 2.2 AA and best practice, in light and dark, on small and large screens.

The widths and schemes of a kind are a choice that has every width and both schemes in it; theme pages get them all.
"""

from __future__ import annotations

import gzip
import itertools
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Literal, get_args

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.publishing.page_parts.paging import ENTRIES_ON_A_PAGE
from tests.browser.conftest import Site
from tests.publishing.dossiers import PORT, small_dossier
from tests.publishing.small_site import build_small_site, write_project

pytestmark = pytest.mark.browser

Scheme = Literal["light", "dark"]
WIDTHS = (320, 768, 1440)
FRAMES_MS = 250
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LISTS = ("timeline", "figures", "actors", "sources", "method", "search", "about", "print", "404")
# What is wrong, and the first place where it is. What an open card covers in part is checked without the card.
RUN = """rules => {
    const card = document.querySelector('.citation-card:popover-open')?.getBoundingClientRect()
    const isCovered = box => card && box.width && box.left < card.right && box.right > card.left
        && box.top < card.bottom && box.bottom > card.top
    const targets = [...document.querySelectorAll('a, button, summary')]
    const covered = targets.filter(one => !one.closest('.citation-card') && isCovered(one.getBoundingClientRect()))
    return axe.run({include: document, exclude: covered}, {runOnly: rules}).then(found =>
        found.violations.map(one => `${one.id}: ${one.nodes[0].html.slice(0, 200)}`))
}"""
ALL: list[tuple[int, Scheme]] = list(itertools.product(WIDTHS, get_args(Scheme)))
SOME: list[tuple[int, Scheme]] = [(320, "dark"), (1440, "light")]


@pytest.fixture(scope="module")
def opened(browser: Browser) -> Iterator[Page]:
    """One page for all checks."""
    with browser.new_context() as context:
        yield context.new_page()


def violations(page: Page) -> list[str]:
    page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(RUN, RULES)
    return found


def go(page: Page, address: str, width: int, scheme: Scheme) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    page.goto(address)
    page.add_style_tag(content="section { content-visibility: visible !important; }")  # also what is far off is checked


def first(site: Site, folder: str) -> str:
    return min(path.relative_to(site.folder).as_posix() for path in (site.folder / folder).glob("*.html"))


@pytest.mark.parametrize(("width", "scheme"), ALL)
def test_theme_page_breaks_no_rule(opened: Page, hosted: Site, width: int, scheme: Scheme) -> None:
    go(opened, hosted.address + first(hosted, "themes"), width, scheme)

    assert violations(opened) == []


@pytest.mark.parametrize(("width", "scheme"), SOME)
@pytest.mark.parametrize("kind", ["index", "articles", *LISTS])
def test_page_breaks_no_rule(opened: Page, hosted: Site, kind: str, width: int, scheme: Scheme) -> None:
    path = first(hosted, kind) if kind == "articles" else f"{kind}.html"
    go(opened, hosted.address + path, width, scheme)

    assert violations(opened) == []


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1440, "light")])
def test_words_behind_a_mark_break_no_rule(opened: Page, hosted: Site, width: int, scheme: Scheme) -> None:
    go(opened, hosted.address + first(hosted, "themes"), width, scheme)
    opened.locator(".permalink").first.focus()
    opened.locator("a.cite").nth(3).focus()
    opened.keyboard.press("Shift+Tab")
    opened.keyboard.press("Tab")
    expect(opened.locator(".citation-card")).to_be_visible()

    assert violations(opened) == []


def test_results_of_a_search_break_no_rule(opened: Page, hosted: Site) -> None:
    go(opened, hosted.address + "index.html", 1440, "light")
    opened.locator(".dossier-search input").fill("azerbaijan")
    expect(opened.locator(".found-panel .found").first).to_be_visible()

    assert violations(opened) == []


def test_list_of_several_pages_breaks_no_rule(opened: Page, tmp_path: Path) -> None:
    articles = tuple(replace(PORT, id=f"a{n}", file=f"a{n}.txt") for n in range(2 * ENTRIES_ON_A_PAGE))
    made = small_dossier()
    dossier = write_project(tmp_path, replace(made, articles=(*made.articles, *articles)))
    folder = build_small_site(tmp_path, dossier, offline=True)
    for path in ("sources.html", "sources/2.html"):
        go(opened, (folder / path).as_uri(), 320, "light")

        assert opened.locator(".pager a").count() == 3
        assert violations(opened) == []


def test_everything_open_at_twice_the_size_breaks_no_rule(opened: Page, hosted: Site) -> None:
    go(opened, hosted.address + first(hosted, "themes"), 640, "light")  # a window of 1280 at 200 %
    opened.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")

    assert violations(opened) == []
    assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_keyboard_alone_walks_through_a_whole_page(opened: Page, hosted: Site) -> None:
    """Every stop is seen and shown as the place of the focus; the last stop is in the footer, so nothing holds it."""
    go(opened, hosted.address + first(hosted, "themes"), 1440, "light")
    stop = """() => { const e = document.activeElement, b = e.getBoundingClientRect(), s = getComputedStyle(e);
        const seen = b.bottom > 0 && b.top < innerHeight && b.width > 0;
        const shown = s.outlineStyle !== 'none' || s.backgroundColor !== 'rgba(0, 0, 0, 0)';
        return [!!e.closest('.md-footer'), seen, shown, e.outerHTML.slice(0, 120)] }"""
    last, stops = False, 0
    for stops in range(1, 600):  # noqa: B007 - how many there were
        opened.keyboard.press("Tab")
        last, seen, shown, element = opened.evaluate(stop)
        if not seen:  # scrolling to it may take a frame
            opened.wait_for_timeout(FRAMES_MS)
            last, seen, shown, element = opened.evaluate(stop)
        assert seen, element
        assert shown, element
        if last:
            break
    assert last, f"no way out after {stops} stops"


@pytest.mark.parametrize("kind", ["themes", "print.html"])
def test_page_is_set_in_its_own_letters(opened: Page, unpacked: Site, kind: str) -> None:
    path = first(unpacked, kind) if kind == "themes" else kind
    go(opened, unpacked.address + path, 1280, "light")

    loaded = "[...document.fonts].filter(one => one.status == 'loaded').map(one => `${one.family} ${one.weight}`)"
    shown = {one.replace('"', "") for one in opened.evaluate(loaded)}
    assert shown >= {"Source Serif 4 400", "Source Serif 4 600"}


@pytest.mark.parametrize("kind", ["index.html", "themes", "articles", "timeline.html", "actors.html", "figures.html"])
def test_page_is_light_to_fetch(browser: Browser, hosted: Site, kind: str) -> None:
    """Under 150 KB compressed with all that it asks for; the index of the search comes when somebody searches."""
    with browser.new_context() as context:
        page, sizes = context.new_page(), []
        page.on("response", lambda answer: sizes.append(len(gzip.compress(answer.body()))))
        page.goto(hosted.address + (kind if kind.endswith(".html") else first(hosted, kind)), wait_until="networkidle")

    assert sum(sizes) < 150_000
