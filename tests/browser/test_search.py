"""Search finds words of many languages whole and by their beginnings, whatever stands beside them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from generator.publishing.markdown import encode
from generator.publishing.site import build_site
from tests.browser.conftest import served
from tests.browser.test_reading import results

pytestmark = pytest.mark.browser

SENTENCES = {
    "road": "Die „Straße von Brekum“ (L'Oréal-Platz) wurde gesperrt; § 218 und §219 gelten weiter.",
    "arms": "Die Waffenlieferungen kosten 1,6 Milliarden Euro, die KI-Strategie 2025–2028 noch mehr.",
    "dutch": "Over ’t Azerbeidzjan-beleid: zgn. vrijheids\u00adstrijders én hun coördinator.",
    "russian": "Президент Азербайджана заявил: «Переговоры продолжаются».",
    "turkish": "İlham Əliyev Şuşa’da konuştu. Toplantı Türkiye'nin önerisiydi.",
    "english": "The U.S. ambassador's 'oil-for-gas' plan rose by 3.5% to $16,000.",
}


@pytest.fixture(scope="module", params=["hosted", "folder"])
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("words")
    (root / "docs").mkdir()
    (root / "docs/index.md").write_text("# Start\n")
    for name, sentence in SENTENCES.items():
        (root / f"docs/{name}.md").write_text(f"# {name.title()}\n\n{encode(sentence)}\n", encoding="utf-8")
    offline = request.param == "folder"
    nav = [("", "index.md")]
    site = build_site(root, root / "site", title="Words", language="en", nav=nav, offline=offline).folder
    if offline:
        yield f"{Path(site).as_uri()}/"
    else:
        with served(site) as loopback:
            yield loopback


def test_words_are_found_whole_and_by_their_beginnings(address: str, page: Page) -> None:
    page.goto(f"{address}index.html")
    expected = {
        "Straße": "Road",
        "L'Oréal": "Road",
        "§219": "Road",
        "§218": "Road",
        "219": "Road",
        "Brekum": "Road",
        "Waffenlieferungen": "Arms",
        "KI": "Arms",
        "Strategie": "Arms",
        "1,6": "Arms",
        "Azerbeidzjan": "Dutch",
        "coördin": "Dutch",
        "zgn": "Dutch",
        "Азербайджана": "Russian",
        "Переговоры": "Russian",
        "Əliyev": "Turkish",
        "Türkiye": "Turkish",
        "U.S.": "English",
        "oil": "English",
        "3.5%": "English",
        "16,000": "English",
        "$16,000": "English",
    }
    missed = {}
    for word, title in expected.items():
        found = results(page, word)
        if not any(result.strip().startswith(title) for result in found):
            missed[word] = found
    assert not missed
