"""A reader searches: every spelling, inside compounds, with a slip, by keyboard; hosted and from a folder."""

from __future__ import annotations

import html
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Dialog, Page

from generator import pipeline
from generator.model import Actor, ActorKind, CitedActor, Edition, Statement
from generator.publishing.addresses import GeneratedFile
from generator.publishing.navigation import navigation
from generator.publishing.rendering import render_pages
from generator.publishing.search.index import search_files
from generator.publishing.site import build_site
from tests.browser.conftest import Log, Site, served, watch
from tests.builders import article
from tests.conftest import made_once
from tests.publishing.dossiers import PORT, citation, small_dossier, statement

pytestmark = pytest.mark.browser

QUERIES = Path(__file__).parents[1] / "cases" / "search"
FIRST = """async query => {
    const index = await dossierSearch.open('search/')
    const {groups: [best]} = await index.find(query)
    if (!best) return null
    const [entry] = await index.read(best.entries.slice(0, 1))
    return {kind: best.kind, words: Object.values(entry).flat(2).join(' ')}
}"""
FOUND = """async query => {
    const index = await dossierSearch.open('search/')
    const found = await index.find(query)
    const texts = []
    for (const {kind, entries} of found.groups) {
        if (kind === 'statement') texts.push(...(await index.read(entries)).map(entry => entry.text))
    }
    return texts
}"""
TARGET_IN_SIGHT = """() => {
    const box = document.querySelector(':target')?.getBoundingClientRect()
    return Boolean(box) && box.height > 0 && box.top < innerHeight && box.bottom > 0
}"""

SENTENCES = {
    "road": ("de", "Die „Straße von Brekum“ (L'Oréal-Platz) wurde gesperrt; § 218 und §219 gelten weiter."),
    "arms": ("de", "Die Waffenlieferungen kosten 1,6 Milliarden Euro, die KI-Strategie 2025–2028 noch mehr; jüdisch."),
    "dutch": ("nl", "Over ’t Azerbeidzjan-beleid: zgn. vrijheids\u00adstrijders én hun coördinator."),
    "russian": ("ru", "Президент Азербайджана заявил: «Переговоры продолжаются, ещё не всё»."),
    "turkish": ("tr", "İlham Əliyev Şuşa’da konuştu. Toplantı Türkiye'nin önerisiydi."),
    "english": ("en", "The U.S. ambassador's 'oil-for-gas' plan rose by 3.5% to $16,000 after two deliveries."),
    "chinese": ("zh", "两国签署了能源合作协议。"),
    "arabic": ("ar", "وقعت أذربيجان اتفاقية الطاقة مع إيران في ١٤ مايو."),
    "japanese": ("ja", "東京で首脳会談が開かれ、エネルギー協定に署名した。"),
    "polish": ("pl", "Łódź podpisała umowę o gazociągu z Jelenią Górą."),
    "korean": ("ko", "서울에서 정상회담이 열렸다."),
    "hostile": ("en", "An <img src=x onerror=alert(1)> in a title & a </script> in a text."),
}
EXPECTED = {
    "Straße": "road", "strasse": "road", "L'Oréal": "road", "oreal": "road", "§219": "road", "218": "road",
    "Waffenlieferungen": "arms", "lieferung": "arms", "Waffenlieferugnen": "arms", "KI": "arms", "1,6": "arms",
    "juedisch": "arms", "strategie": "arms", "azerbeidzjan": "dutch", "azerbeidjan": "dutch", "coordin": "dutch",
    "vrijheidsstrijders": "dutch", "Азербайджана": "russian", "еще": "russian", "переговор": "russian",
    "Əliyev": "turkish", "Eliyev": "turkish", "turkiye": "turkish", "susada": "turkish", "U.S.": "english",
    "3.5%": "english", "$16,000": "english", '"oil for gas"': "english", "delivery": "english",
    "16000": "english", "1,6 miljard": "arms",
    "合作": "chinese", "能源合作": "chinese", "签": "chinese", "ايران": "arabic", "أذربيجان": "arabic",
    "طاقة": "arabic", "14": "arabic", "١٤": "arabic", "首脳会談": "japanese", "協": "japanese",
    "エネルギー": "japanese", "「首脳会談」": "japanese", "lodz": "polish", "Lódz": "polish", "gazociagu": "polish",
    "ilham": "turkish", "İLHAM": "turkish", "ılham": "turkish", "ВСЁ": "russian", "азербаиджана": "russian",
    "회담": "korean", "onerror": "hostile",
}  # fmt: skip


@pytest.fixture(scope="module", params=["hosted", "folder"])
def many_tongues(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dossier with a statement for each sentence; its address on a server, and in a folder."""
    site = made_once(tmp_path_factory, "many tongues", site_of_many_tongues)
    if request.param == "folder":
        yield f"{site.as_uri()}/"
    else:
        with served(site) as address:
            yield address


def site_of_many_tongues(root: Path) -> Path:
    dossier = small_dossier()
    articles = [article(text, identifier=name, title=name, language=code) for name, (code, text) in SENTENCES.items()]
    statements: list[Statement] = [
        replace(statement(f"s-{one.id}", SENTENCES[one.id][1], citation(one, SENTENCES[one.id][1].split()[0])))
        for one in articles
    ]
    named = CitedActor(
        "ann", "Ann Example", ActorKind.PERSON, {"de": ("Anna Beispiel",)}, (citation(articles[0], "Straße"),)
    )
    premier = CitedActor("premier", "Benjamin Netanyahu", ActorKind.PERSON, {}, (citation(articles[0], "Straße"),))
    briefing = replace(
        dossier.briefings[0], statements=tuple(statements), articles=tuple(one.id for one in articles),
        bottom_line=None, timeline=(), disagreements=(),
    )  # fmt: skip
    dossier = replace(
        dossier, articles=tuple(articles), briefings=(briefing,), statements=tuple(statements), timeline=(),
        disagreements=(), actors=(named, premier),
    )  # fmt: skip
    files: list[GeneratedFile] = [*render_pages(dossier), *search_files(dossier)]
    for file in files:
        path = root / "docs" / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.content, encoding="utf-8")
    return build_site(root, root / "site", title="Tongues", language="en", nav=navigation(dossier), offline=True)


def test_words_of_every_writing_are_found_folded_inside_compounds_and_with_a_slip(
    many_tongues: str, page: Page, log: Log
) -> None:
    page.goto(f"{many_tongues}search.html")
    found = {query: page.evaluate(FOUND, query) for query in EXPECTED}
    missed = {query: texts for query, texts in found.items() if texts[:1] != [SENTENCES[EXPECTED[query]][1]]}
    assert not missed
    assert page.evaluate(FOUND, '"gas for oil"') == []
    assert log.complaints == []


def test_text_of_an_article_never_becomes_markup(many_tongues: str, page: Page) -> None:
    dialogs: list[str] = []

    def note(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    page.goto(f"{many_tongues}search.html?q=onerror")
    text = page.locator(".found-statement .found-text")
    text.wait_for()
    assert text.text_content() == SENTENCES["hostile"][1]
    assert page.locator(".search-results img").count() == 0
    page.goto(f"{many_tongues}search.html?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E")
    text.wait_for()
    assert dialogs == []


def test_the_list_of_queries_gives_the_expected_first_results(unpacked: Site, page: Page) -> None:
    page.goto(f"{unpacked.address}search.html")
    count, wrong = judged(page, QUERIES / "queries.txt")
    assert count == 60
    assert not wrong


def test_a_project_of_other_languages_gives_the_expected_first_results(
    built_second_project: pipeline.Published, page: Page
) -> None:
    address = built_second_project.target.as_uri()
    page.goto(f"{address}/search.html")
    count, wrong = judged(page, QUERIES / "queries_second_project.txt")
    assert count == 30
    assert not wrong
    for date in ("12.3.2025", "2025-03-12", "12/3/2025"):
        assert "12 mars 2025" in page.evaluate(FIRST, date)["words"]
    page.goto(f"{address}/search.html?q=dessalement")
    assert page.locator(".search-instead a").first.text_content() == "Wasser"


def test_the_whole_text_of_the_articles_gives_the_expected_first_results(
    unpacked: Site, sample_project: Path, page: Page, tmp_path: Path
) -> None:
    page.goto(search_page_of(pipeline.compose_dossier(sample_project, Edition.PRIVATE), unpacked, tmp_path))
    count, wrong = judged(page, QUERIES / "queries_private_edition.txt")
    assert count == 24
    assert not wrong


def test_another_spelling_of_a_name_is_not_found_in_the_middle_of_a_word(
    unpacked: Site, page: Page, tmp_path: Path
) -> None:
    computing = statement("s-1", "A centre for supercomputing opens.", citation(PORT, "die Ministerin"))
    dossier = replace(small_dossier(), statements=(computing,))
    dossier = replace(dossier, briefings=(replace(dossier.briefings[0], statements=(computing,)),))
    putin = Actor("putin", "Vladimir Putin", ActorKind.PERSON, {"nl": ("Poetin",), "de": ("Putin",)})
    write_search(tmp_path, unpacked, search_files(dossier, (putin,)))
    page.goto(f"{tmp_path.as_uri()}/search.html")
    assert page.evaluate(FIRST, "Poetin") is None
    assert page.evaluate(FIRST, "supercomputing")["kind"] == "statement"


def test_a_slip_is_taken_for_the_name_it_means_and_not_for_a_word_that_is_near(
    unpacked: Site, page: Page, tmp_path: Path
) -> None:
    text = (
        "Ms Meyer counts Kubikmeter of water; a letter from Iran, Mali and Kiev names Fatoumata Coulibaly, Mahmoud "
        "Khalilzadeh, Siobhán McGillicuddy, Aleksandra Wojciechowska, Giorgos Papadimitriou, Björn Östergård, "
        "Yevgeny Shcherbakov and Лукашенко; Wasserwerke kosten."
    )
    names = statement("s-1", text, citation(PORT, "die Ministerin"))
    dossier = replace(small_dossier(), statements=(names,), timeline=(), actors=())
    dossier = replace(dossier, briefings=(replace(dossier.briefings[0], statements=(names,)),))
    write_search(tmp_path, unpacked, search_files(dossier, ()))
    page.goto(f"{tmp_path.as_uri()}/search.html")
    count, wrong = judged(page, QUERIES / "slips.txt")
    assert count == 19
    assert not wrong


def search_page_of(composed: pipeline.Composed, unpacked: Site, folder: Path) -> str:
    """A page that searches another dossier, with the scripts of a built one; its address."""
    write_search(folder, unpacked, search_files(composed.dossier, composed.vocabulary.actors))
    return f"{folder.as_uri()}/search.html"


def write_search(folder: Path, unpacked: Site, files: Iterable[GeneratedFile]) -> None:
    shutil.copytree(unpacked.folder / "assets", folder / "assets")
    shutil.copy(unpacked.folder / "search.html", folder)
    (folder / "search").mkdir()
    for file in files:
        (folder / file.path).write_text(file.content, encoding="utf-8")


def judged(page: Page, queries: Path) -> tuple[int, dict[str, Any]]:
    """How many queries a list has, and the lines whose first result is another than expected, with that result."""
    lines = [line for line in queries.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    wrong = {}
    for line in lines:
        query, expected = line.split(" -> ")
        first = page.evaluate(FIRST, query)
        if not is_expected(first, expected):
            wrong[line] = first
    return len(lines), wrong


def is_expected(first: dict[str, str] | None, expected: str) -> bool:
    if first is None or expected == "nothing":
        return first is None and expected == "nothing"
    kind, words = expected.split(": ", 1) if ": " in expected else ("*", expected)
    return kind in {"*", first["kind"]} and words.casefold() in first["words"].casefold()


def test_a_figure_is_found_by_its_value_in_the_readers_language_and_leads_to_its_place(
    unpacked: Site, page: Page
) -> None:
    page.goto(f"{unpacked.address}search.html?q=10+billion")
    found = page.locator(".found-figure").filter(has=page.get_by_text("10 billion USD", exact=True))
    assert "10 miljard dollar" in (found.text_content() or "")

    found.click()

    page.wait_for_url("**/figures.html#*")
    assert page.locator(":target").inner_text().replace("\N{NO-BREAK SPACE}", " ").startswith("10 billion USD")


def test_typing_finds_at_once_and_enter_leads_to_the_exact_place(site: Site, page: Page, log: Log) -> None:
    page.goto(f"{site.address}method.html")
    page.keyboard.press("/")
    page.keyboard.type("bergkarabach")
    field = page.get_by_role("combobox")
    page.locator(".found-all[href$='q=bergkarabach']").wait_for()  # not the results of what was typed before the end
    assert field.get_attribute("aria-expanded") == "true"
    assert "Results" in (page.locator(".dossier-search [role=status]").text_content() or "")
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true]")
    assert chosen.get_attribute("id") == field.get_attribute("aria-activedescendant")
    page.keyboard.press("Enter")
    page.wait_for_url("**#*")
    page.wait_for_function(TARGET_IN_SIGHT)
    assert log.elsewhere(site) == []
    assert log.complaints == []


def test_escape_closes_the_results_and_returns_to_where_the_reader_was(unpacked: Site, page: Page) -> None:
    page.goto(f"{unpacked.address}index.html")
    link = page.locator("main a").first
    link.focus()
    page.keyboard.press("/")
    page.keyboard.type("israel")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("Escape")
    assert page.get_by_role("listbox").count() == 0
    assert link.evaluate("link => link === document.activeElement")


def test_matching_words_are_marked_in_the_text_its_translation_and_inside_compounds(site: Site, page: Page) -> None:
    page.goto(f"{site.address}search.html?q=lieferung")
    marked = page.locator(".found-text", has_text="Waffenlieferungen").first
    marked.wait_for()
    assert "lieferung" in [mark.casefold() for mark in marked.locator("mark").all_text_contents()]
    assert marked.get_attribute("lang") == "de"
    page.goto(f"{site.address}search.html?q=%22arms+deliveries%22&kind=passage")
    translation = page.locator(".found-translation", has_text="arms deliveries").first
    translation.wait_for()
    assert translation.locator("mark").first.text_content() == "arms deliveries"


def test_every_result_leads_to_an_anchor_of_its_page(unpacked: Site, page: Page) -> None:
    page.goto(f"{unpacked.address}search.html?q=azerbaijan")
    page.locator(".search-results .found").first.wait_for()
    while (more := page.locator(".found-more-button:visible")).count():
        more.first.click()
    addresses = page.eval_on_selector_all(".search-results .found", "links => links.map(link => link.href)")
    assert len(addresses) > 40
    for address in addresses:
        path, _, anchor = address.removeprefix(unpacked.address).partition("#")
        written = html.unescape((unpacked.folder / path).read_text(encoding="utf-8"))
        assert f'id="{anchor}"' in written, address


def test_arrows_lead_through_the_results_of_the_page_and_escape_back_to_the_box(unpacked: Site, page: Page) -> None:
    page.goto(f"{unpacked.address}search.html?q=gas")
    page.locator(".search-results .found").nth(1).wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    focused = "link => link === document.activeElement"
    assert page.locator(".search-results .found").nth(1).evaluate(focused)
    page.keyboard.press("Escape")
    assert page.locator(".search-form input").first.evaluate(focused)


def test_words_that_stand_nowhere_are_said_to_be_found_nowhere_and_what_was_tried(unpacked: Site, page: Page) -> None:
    page.goto(f"{unpacked.address}search.html?q=xyzzyplugh")
    page.wait_for_function("document.querySelector('.search-form .found-count').textContent === 'Nothing found.'")
    assert "“xyzzyplugh”: as written" in (page.locator(".search-tried").text_content() or "")
    page.goto(f"{unpacked.address}search.html?q=xyzzyplugh+Bergkarabach")
    page.locator(".search-results .found").first.wait_for()
    assert "Found nowhere: “xyzzyplugh”." in (page.locator(".search-form .found-count").text_content() or "")


def test_a_corrected_slip_is_said_and_announced_to_those_who_listen(unpacked: Site, page: Page) -> None:
    page.goto(f"{unpacked.address}search.html?q=Waffenlieferugnen")
    page.locator(".search-results .found").first.wait_for()
    said = "Nothing is written “Waffenlieferugnen”; taken for “Waffenlieferungen”."
    assert said in (page.locator(".search-form [role=status]").text_content() or "")
    page.goto(f"{unpacked.address}method.html")
    announced = page.locator(".dossier-search [role=status]")
    assert announced.evaluate("region => region.textContent === '' && region.checkVisibility()")
    page.keyboard.press("/")
    page.keyboard.type("azerbiajan")
    page.get_by_role("option", name="Azerbaijan", exact=False).first.wait_for()
    page.wait_for_function(
        "document.querySelector('.dossier-search [role=status]').textContent.endsWith('taken for “Azerbaijan”.')"
    )
    page.keyboard.press("Escape")
    assert announced.text_content() == ""


def test_a_name_is_found_without_its_first_or_last_letter_and_with_a_slip(many_tongues: str, page: Page) -> None:
    page.goto(f"{many_tongues}search.html")
    for slip in ("etanyahu", "enjamin Netanyahu", "Netanyah", "Netnayahu", "Netanyahuu", "Netenyahu"):
        found = page.evaluate(FIRST, slip)
        assert (found["kind"], "Benjamin Netanyahu" in found["words"]) == ("name", True), slip


def test_quotation_marks_of_every_kind_keep_words_together(many_tongues: str, page: Page) -> None:
    page.goto(f"{many_tongues}search.html")
    for quoted in ("“%s”", "„%s“", "»%s«", "«%s»", "‘%s’", "‚%s‘", "‹%s›", "'%s'", "「%s」", '"%s'):
        assert page.evaluate(FOUND, quoted % "after two deliveries") == [SENTENCES["english"][1]], quoted
        assert page.evaluate(FOUND, quoted % "two after deliveries") == [], quoted


def test_without_javascript_the_box_leads_to_a_page_that_names_the_lists(
    site: Site, browser: Browser, log: Log
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        watch(page, log)
        page.goto(f"{site.address}method.html")
        page.locator(".dossier-search input").fill("gas")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search.html?q=gas")
        assert page.locator("noscript p").is_visible()
        page.locator(".search-lists a", has_text="Timeline").click()
        page.wait_for_url("**/timeline.html")
    assert log.elsewhere(site) == []
