"""Every kind of page keeps still while it loads, and nothing of it runs off the side, on phones and large screens."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import cycle
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.model import ActorKind, CitedActor, Origin
from tests.browser.conftest import QuietHandler, Site, served
from tests.builders import article
from tests.publishing.dossiers import citation, small_dossier, statement
from tests.publishing.small_site import build_small_site, write_project

pytestmark = pytest.mark.browser

OF_EACH_KIND = 2  # pages of one folder
# Moves of something that can be seen: the room of a space at the end of what has come so far is nothing to a reader.
WATCH = """window.moved = []
const words = entry => entry.sources.map(source => source.node?.outerHTML ?? source.node?.textContent ?? '')
new PerformanceObserver(list => list.getEntries().filter(entry => words(entry).some(each => each.trim())).forEach(
    entry => window.moved.push([entry.value, words(entry).map(each => each.slice(0, 80))])
)).observe({type: 'layout-shift', buffered: true})"""
# What can be scrolled to at the side, however far; a part that scrolls by itself (a table) is none of it.
OFF_SCREEN = """() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return []
    const off = [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > width + 1)
    return off.slice(0, 5).map(one => one.outerHTML.slice(0, 120))
}"""
SMALL = """() => [...document.querySelectorAll('a.cite, .back, .tools > *, .source-title')].filter(one => {
    const box = one.getBoundingClientRect(), around = getComputedStyle(one, '::after')
    if (!box.width || getComputedStyle(one).visibility == 'hidden') return false
    const [top, right] = around.content == 'none' ? [0, 0] : [parseFloat(around.top), parseFloat(around.right)]
    return box.width - 2 * right < 23.9 || box.height - 2 * top < 23.9
}).slice(0, 5).map(one => one.outerHTML.slice(0, 120))"""


def pages(site: Site) -> list[str]:
    """All pages at the root of the site and the first ones of each folder."""
    folders = [site.folder, site.folder / "themes", site.folder / "articles"]
    found = [sorted(folder.glob("*.html")) for folder in folders]
    chosen = found[0] + [page for group in found[1:] for page in group[:OF_EACH_KIND]]
    return [page.relative_to(site.folder).as_posix() for page in chosen]


@pytest.mark.parametrize(("where", "width"), [("hosted", 320), ("unpacked", 1280)])
def test_nothing_moves_while_a_page_loads_and_nothing_runs_off_its_side(
    browser: Browser, request: pytest.FixtureRequest, where: str, width: int
) -> None:
    site: Site = request.getfixturevalue(where)
    for path in pages(site):
        with browser.new_context(viewport={"width": width, "height": 800}) as context:  # nothing is kept from before
            page = context.new_page()
            page.add_init_script(WATCH)
            page.goto(site.address + path, wait_until="load")
            page.wait_for_timeout(100)
            moved = page.evaluate("window.moved")
            assert sum(value for value, _ in moved) < 0.01, f"{path}: {moved}"
            assert page.evaluate(OFF_SCREEN) == [], path


@contextmanager
def in_two_pieces(folder: Path, path: str, cut: int) -> Iterator[str]:
    """The address of a page whose server pauses in the middle of it, long enough for what came to be painted."""

    class Slow(QuietHandler):
        def do_GET(self) -> None:  # noqa: N802 - its name in the library
            if self.path != f"/{path}":
                super().do_GET()
                return
            whole = (folder / path).read_bytes()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(whole[:cut])
            self.wfile.flush()
            time.sleep(0.3)
            self.wfile.write(whole[cut:])

    with served(folder, Slow) as address:
        yield address + path


PLACES = (b'<p class="tools">', b'<span class="agreement">', b'<span class="from">')
FIRST_SCREEN_BYTES = 9_000  # of a page, from its heading on
CUTS = 4
KINDS = [
    "index.html",
    "themes",
    "articles",
    "timeline.html",
    "figures.html",
    "method.html",
    "search.html",
    "print.html",
]


@pytest.mark.parametrize("place", PLACES)
def test_what_has_been_painted_stays_when_the_rest_of_an_entry_comes(
    browser: Browser, hosted: Site, place: bytes
) -> None:
    """No rule of the style sheets looks ahead to what the parser may not have seen yet (``:has``, ``:last-child``)."""
    whole = (hosted.folder / "themes" / "ai.html").read_bytes()
    begin = whole.index(b'id="ai-bottom-line"')
    cuts = [begin + found.start() for found in re.finditer(re.escape(place), whole[begin:])][:2]
    for cut in cuts:
        assert_nothing_moves(browser, hosted.folder, "themes/ai.html", cut, 768)


@pytest.mark.parametrize(("kind", "width"), list(zip(KINDS, cycle([375, 1280]), strict=False)))
def test_what_has_been_painted_stays_when_the_rest_of_a_page_comes(
    browser: Browser, hosted: Site, kind: str, width: int
) -> None:
    """The page is cut before elements of its first screen, from its heading to its foot.

    On a short page the foot lies at the lower edge of the screen and grows upwards as it comes.
    """
    (path, *_) = [path for path in pages(hosted) if path.startswith(kind)]
    whole = (hosted.folder / path).read_bytes()
    begin = whole.index(b"<main>" if path == "print.html" else b"<h1")
    first_screen = whole[begin : begin + FIRST_SCREEN_BYTES].partition(b"<footer")[0]
    elements = [begin + found.start() for found in re.finditer(rb"<\w", first_screen)]
    for cut in elements[1 :: len(elements) // CUTS]:
        assert_nothing_moves(browser, hosted.folder, path, cut, width)


def assert_nothing_moves(browser: Browser, folder: Path, path: str, cut: int, width: int) -> None:
    """Open a page in two pieces on a screen of a width."""
    with (
        in_two_pieces(folder, path, cut) as address,
        browser.new_context(viewport={"width": width, "height": 800}) as context,
    ):
        page = context.new_page()
        page.add_init_script(WATCH)
        page.goto(address, wait_until="load")
        page.wait_for_timeout(50)
        moved = page.evaluate("window.moved")
        assert sum(value for value, _ in moved) < 0.01, f"{(folder / path).read_bytes()[cut - 60 : cut]!r}: {moved}"


LONG_TITLE = "Energieversorgung, Rüstungszusammenarbeit und Wasserwirtschaftsbeziehungen der Nachbarschaftsländer"


def test_header_of_a_dossier_with_a_long_name_leaves_a_phone_to_its_page(page: Page, tmp_path: Path) -> None:
    dossier = write_project(tmp_path, small_dossier(title=LONG_TITLE))
    folder = build_small_site(tmp_path, dossier, offline=True)
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto((folder / "themes/harbour.html").as_uri())

    assert page.locator(".md-header").evaluate("header => header.offsetHeight") < 640 / 8
    assert page.locator(".dossier-name").inner_text() == LONG_TITLE
    assert page.evaluate(OFF_SCREEN) == []


@pytest.mark.parametrize(
    "path", ["index.html", "themes/ai.html", "print.html", "timeline.html", "actors.html", "figures.html"]
)
def test_what_can_be_hit_on_a_phone_is_large_enough_for_a_finger(page: Page, hosted: Site, path: str) -> None:
    """24 px either way, with the margin that answers too (WCAG 2.2, 2.5.8)."""
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(hosted.address + path)

    assert page.evaluate(SMALL) == []


def test_marks_of_a_sentence_from_the_right_follow_it_in_order_and_names_leave_room_for_their_link(
    page: Page, tmp_path: Path
) -> None:
    """Each mark is one box, the next to the left of it; no mark lies under the link of a name with a long word."""
    dossier = small_dossier()
    told = article("נמל המים נפתח באיחור. העלות הסתכמה בשני מיליארד אירו.", identifier="namal", language="he")
    cited = (citation(told, "נמל המים נפתח באיחור."), citation(told, "העלות הסתכמה בשני מיליארד אירו."))
    extract = replace(statement("x-2", cited[0].passage.exact, *cited, origin=Origin.EXTRACT), language="he")
    name = CitedActor("port", "Wasserstraßenverwaltungsamt", ActorKind.ORGANISATION, {}, cited[:1])
    briefing = replace(dossier.briefings[0], statements=(extract,), bottom_line=None)
    made = replace(dossier, articles=(*dossier.articles, told), briefings=(briefing,), actors=(name,))
    folder = build_small_site(tmp_path, write_project(tmp_path, made), offline=True)
    page.goto((folder / "themes/harbour.html").as_uri())

    boxes = page.locator("#x-2 a.cite").evaluate_all("all => all.map(one => [...one.getClientRects()].map(b => b.x))")
    assert [len(box) for box in boxes] == [1, 1]
    assert boxes[0] > boxes[1]

    page.goto((folder / "actors.html").as_uri())
    for width in range(320, 560, 20):
        page.set_viewport_size({"width": width, "height": 640})
        mark, link = page.locator(".name a.cite").bounding_box(), page.locator(".name .tools").bounding_box()
        assert mark
        assert link
        assert mark["x"] + mark["width"] <= link["x"] or mark["y"] >= link["y"] + 20, width


TIGHT = """() => [...document.querySelectorAll(
    '.md-header__button, .dossier-menu a, summary, .way-on, .dossier-footer a, .pager a, .tools > *, .citation-card a')]
    .filter(one => one.checkVisibility() && !one.closest('details.sourcing')).filter(one => {
        const around = getComputedStyle(one, '::after')
        const isLarger = around.position == 'absolute' && around.content != 'none'
        const more = isLarger ? parseFloat(around.top) + parseFloat(around.bottom) : 0
        return one.getBoundingClientRect().height - more < 43.9
    }).slice(0, 5).map(one => one.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("kind", ["index.html", "themes", "articles", "method.html", "search.html"])
def test_what_stands_by_itself_is_large_enough_for_a_thumb(browser: Browser, hosted: Site, kind: str) -> None:
    """44 px high where there is no pointer but a finger (WCAG 2.5.5); links within lines are as high as lines allow."""
    path = next(path for path in pages(hosted) if path.startswith(kind))
    with browser.new_context(viewport={"width": 375, "height": 700}, has_touch=True, is_mobile=True) as context:
        page = context.new_page()
        page.goto(hosted.address + path)
        page.locator(".dossier-menu summary").tap()
        if page.locator(".statement a.cite").count():
            page.locator(".statement a.cite").first.tap()

        assert page.evaluate(TIGHT) == []


def test_link_and_citation_take_no_room_from_a_sourcing_line_and_cover_none(page: Page, hosted: Site) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(hosted.address + pages(hosted)[-3])
    lines = """foot => { const range = document.createRange(), edge = foot.getBoundingClientRect().right;
        range.selectNodeContents(foot.querySelector('summary'));
        const words = [...range.getClientRects()], tools = foot.querySelector('.tools').getBoundingClientRect();
        return { room: edge - Math.max(...words.map(box => box.right)),
                 covered: words.some(box => box.right > tools.left && box.top < tools.bottom - 8
                                     && box.bottom > tools.top + 8) } }"""
    found = page.locator(".statement > .foot:has(summary)").evaluate_all(f"feet => feet.map({lines})")

    assert not any(foot["covered"] for foot in found)
    assert min(foot["room"] for foot in found) < 40


def test_the_words_of_every_page_begin_at_one_edge(page: Page, hosted: Site) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    left = "document.querySelector('h1').getBoundingClientRect().left"
    edges = {}
    for path in [one for one in pages(hosted) if one not in ("404.html", "print.html")]:
        page.goto(hosted.address + path)
        edges[path] = page.evaluate(left)

    assert len(set(edges.values())) == 1, edges


def test_no_name_of_an_outlet_and_no_date_is_ever_parted_from_its_comma(page: Page, hosted: Site) -> None:
    page.goto(hosted.address + pages(hosted)[-3])
    parted = """names => names.filter(name => {
        const comma = name.lastChild, range = document.createRange()
        range.selectNode(comma)
        const last = [...name.querySelector('.outlet, .by-title, .date').getClientRects()].pop()
        return range.getBoundingClientRect().top > last.bottom - 2
    }).length"""
    for width in range(320, 420, 8):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.locator(".named, .dated").evaluate_all(parted) == 0, width
