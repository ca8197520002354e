"""The six tasks of a reader in a hurry, in as few actions as promised: by mouse, by keyboard alone and by touch.

An action is what a reader does to a thing: point at it, press it, or tap it. With the keyboard, moving to a thing with
the Tab key is pointing at it, and Enter presses it.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from generator.model import fold
from tests.browser.conftest import Log, Site, watch

pytestmark = pytest.mark.browser

PAGE = "themes/energy.html"
MOST_STOPS = 400
WALK_MS = 180_000  # through a whole page with the Tab key, on a busy machine
MEANS = ("mouse", "keyboard", "touch")
IS_FOCUSED = "one => one === document.activeElement"
FOCUSED = "document.activeElement.outerHTML.slice(0, 160)"


class Reader:
    """Somebody with a page and one means of using it, whose actions are counted."""

    def __init__(self, page: Page, means: str) -> None:
        self.page = page
        self.means = means
        self.actions = 0

    def begin(self, address: str) -> None:
        """Open a page; from here on actions are counted."""
        self.page.goto(address)
        self.actions = 0

    def point_at(self, thing: Locator) -> None:
        """Come to a thing without pressing it; fingers cannot, and tap it."""
        self.actions += 1
        if self.means == "mouse":
            thing.hover()
        elif self.means == "touch":
            thing.tap()
        else:
            self._move_to(thing)

    def press(self, thing: Locator) -> None:
        """Use a link or a button."""
        self.actions += 1
        if self.means == "mouse":
            thing.click()
        elif self.means == "touch":
            thing.tap()
        else:
            self._move_to(thing)
            self.page.keyboard.press("Enter")

    def type(self, words: str) -> None:
        """Write where the focus is, and send it off."""
        self.page.keyboard.type(words)
        self.page.keyboard.press("Enter")

    def _move_to(self, thing: Locator) -> None:
        stops = 0
        while not thing.evaluate(IS_FOCUSED):
            assert stops < MOST_STOPS, f"the Tab key does not come to it, but to {self.page.evaluate(FOCUSED)}"
            self.page.keyboard.press("Tab")
            stops += 1


@pytest.fixture(params=MEANS)
def reader(request: pytest.FixtureRequest, browser: Browser, log: Log) -> Iterator[Reader]:
    means: str = request.param
    size = {"width": 375, "height": 800} if means == "touch" else {"width": 1280, "height": 800}
    is_touch = means == "touch"
    with browser.new_context(
        viewport={"width": size["width"], "height": size["height"]},
        has_touch=is_touch,
        is_mobile=is_touch,
        permissions=["clipboard-read", "clipboard-write"],
    ) as context:
        page = context.new_page()
        watch(page, log)
        yield Reader(page, means)


def record(site: Site) -> Any:  # noqa: ANN401 - the published JSON
    return json.loads((site.folder / "data" / "dossier.json").read_text(encoding="utf-8"))


def an_opinion(site: Site) -> tuple[str, Any]:
    """A statement of the page that rests on one passage of an opinion piece: its id, and the citation."""
    data = record(site)
    opinions = {one["id"] for one in data["articles"] if one["kind"] == "opinion"}
    for statement in data["statements"]:
        citations = statement["citations"]
        if PAGE in statement["pages"] and len(citations) == 1 and citations[0]["article"] in opinions:
            return statement["id"], citations[0]
    raise AssertionError("the sample has no such statement")


def test_a_reader_does_the_six_tasks_in_the_promised_number_of_actions(reader: Reader, site: Site, log: Log) -> None:
    page, (identifier, citation) = reader.page, an_opinion(site)
    card, statement = page.locator(".citation-card"), page.locator(f"#{identifier}")
    mark = statement.locator("a.cite")

    # who published it, when, of what kind: in sight
    reader.begin(f"{site.address}{PAGE}#{identifier}")
    expect(statement.locator(".sourcing")).to_be_in_viewport()
    expect(statement.locator(".sourcing")).to_contain_text("publisher unknown, October 2023, Dutch opinion")
    assert reader.actions == 0

    # the exact words: one action, and the place is not lost
    before = page.evaluate("[location.href, scrollY]")
    reader.point_at(mark)
    expect(card.locator("blockquote")).to_have_text(citation["exact"])
    expect(card).to_be_in_viewport(ratio=1)
    assert reader.actions == 1
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    assert page.evaluate("[location.href, scrollY]") == before

    # the words in their article: two, and one leads back
    reader.begin(f"{site.address}{PAGE}?again#{identifier}")
    reader.point_at(mark)
    reader.press(card.locator(".open-passage"))
    page.wait_for_url("**/articles/**")
    expect(page.locator(":target")).to_have_text(citation["exact"])
    expect(page.locator(":target")).to_be_in_viewport()
    assert reader.actions == 2
    reader.press(page.locator(".way-back"))
    page.wait_for_url(f"**/{PAGE}**")
    expect(statement.locator(".statement-text")).to_be_in_viewport()

    # a citation of the statement: two
    reader.begin(f"{site.address}{PAGE}?cite#{identifier}")
    reader.press(statement.locator(".tools .copy-citation"))
    reader.press(page.locator(".copy-menu [data-format=words]"))
    expect(page.locator(".copy-menu .copy-status")).to_have_text("Copied.")
    assert reader.actions == 2
    copied = page.evaluate("navigator.clipboard.readText()")
    assert statement.locator(".statement-text").inner_text() in copied
    assert copied.partition(" – ")[0].endswith(f"#{identifier}")
    assert log.complaints == []


def test_a_reader_finds_every_mention_of_a_name_under_any_spelling_with_one_search(reader: Reader, site: Site) -> None:
    [actor] = [one for one in record(site)["actors"] if one["name"] == "Nagorno-Karabakh"]
    assert {"Bergkarabach", "Karabach"} <= {spelling for one in actor["aliases"].values() for spelling in one}
    page = reader.page
    reader.begin(f"{site.address}{PAGE}")

    reader.press(page.locator(".dossier-search-link" if reader.means == "touch" else ".dossier-search input"))
    if reader.means != "mouse":  # the link leads to the page, and so does Enter in the empty box
        page.wait_for_url("**/search.html*")
        expect(page.locator(".search-form input[type=search]")).to_be_focused()
    reader.type("Nagorno-Karabakh")

    page.wait_for_url("**/search.html?q=Nagorno-Karabakh")
    expect(page.locator(".search-results[aria-busy=false] a.found").first).to_be_visible()
    results = [fold(one) for one in page.locator(".search-results a.found-passage").all_inner_texts()]
    missing = [one["exact"] for one in actor["citations"] if not any(fold(one["exact"]) in each for each in results)]
    assert missing == []
    assert reader.actions == 1


def test_a_reader_takes_the_dossier_along_with_one_action(reader: Reader, hosted: Site) -> None:
    reader.begin(hosted.address + PAGE)
    with reader.page.expect_download(timeout=WALK_MS) as begun:
        reader.press(reader.page.get_by_role("link", name="Take the dossier along"))
    with zipfile.ZipFile(BytesIO(Path(begun.value.path()).read_bytes())) as archive:
        assert any(name.endswith("/index.html") for name in archive.namelist())
    assert reader.actions == 1
