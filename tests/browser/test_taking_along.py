"""The dossier to take along: one click from every page, and a PDF that holds every quote."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from generator.publishing.distribution.print_edition import PRINT_EDITION
from generator.publishing.distribution.print_pdf import print_pdf
from tests.browser.conftest import Log, Site
from tests.browser.printed import letters, letters_of

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.mark.parametrize("path", ["index.html", "themes/energy.html", "articles", "search.html"])
def test_the_zip_comes_with_one_click_from_every_page(hosted: Site, page: Page, path: str) -> None:
    if path == "articles":
        path = f"articles/{next((hosted.folder / 'articles').glob('*.html')).name}"
    page.goto(hosted.address + path)
    with page.expect_download() as begun:
        page.get_by_role("link", name="Take the dossier along").click()
    with zipfile.ZipFile(BytesIO(Path(begun.value.path()).read_bytes())) as archive:
        assert any(name.endswith("/index.html") for name in archive.namelist())


def test_the_unpacked_zip_offers_nothing_that_it_does_not_hold(unpacked: Site, page: Page, log: Log) -> None:
    page.goto(unpacked.address + "index.html")
    assert page.get_by_role("link", name="Take the dossier along").count() == 0
    page.get_by_role("link", name="One page for printing").click()
    page.locator(".cite").first.click()
    assert page.locator("q:target").inner_text()
    assert not log.complaints
    assert not log.elsewhere(unpacked)


def test_the_pdf_holds_every_quote_of_the_themes_and_can_be_read_by_machines(sample_project: Path) -> None:
    (printed,) = (sample_project / "dist").glob("*.pdf")
    reader = PdfReader(printed)
    text = letters_of(printed.read_bytes())
    record = json.loads((sample_project / "site" / "data" / "dossier.json").read_bytes())
    quoted = {
        letters(citation["exact"])
        for statement in record["statements"]
        if statement["pages"]
        for citation in statement["citations"]
    }
    assert len(quoted) > 30
    assert [words for words in quoted if words not in text] == []
    assert [str(entry.title) for entry in reader.outline if not isinstance(entry, list)]
    assert b"/MarkInfo <</Type /MarkInfo\n/Marked true>>" in printed.read_bytes()


def test_printing_again_gives_the_same_bytes(hosted: Site, tmp_path: Path) -> None:
    first, second = (
        print_pdf(hosted.folder / PRINT_EDITION, tmp_path / name, 1_700_000_000).read_bytes() for name in ("a", "b")
    )
    assert first == second
    assert b"D:20231114221320" in first
