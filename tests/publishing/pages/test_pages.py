"""What a reader finds on the pages of a dossier, in the HTML that the real Markdown configuration makes of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from generator.analysis.themes.proposals import COMMON_THEME
from generator.model import Briefing, Figure, Origin, Qualifier, Theme, fold
from generator.publishing.interface import Interface
from generator.publishing.navigation import navigation
from generator.publishing.page_parts.library import Library
from generator.publishing.page_parts.numbering import number_passages
from generator.publishing.pages.statement_lines import statement_line
from generator.publishing.rendering import render_pages
from generator.publishing.site import build_site
from tests.publishing.dossiers import FERRY, PORT, citation, small_dossier, statement
from tests.publishing.hostile import HOSTILE, hostile_dossier
from tests.publishing.rendered import all_citations, built, of_class, statements, text_of, themed


def test_every_mark_leads_to_exactly_the_quoted_words() -> None:
    pages = built(small_dossier())
    words = {citation.passage.id: citation.passage.exact for citation in all_citations(small_dossier())}
    marks = [(path, mark) for path, page in pages.items() for mark in of_class(page, "cite")]

    for path, mark in marks:
        target, anchor = str(mark.get("href")).split("#")
        article_page = (Path(path).parent / target).as_posix().replace("themes/../", "")
        quote = pages[article_page].get_element_by_id(anchor)
        assert quote.text_content() == words[str(mark.get("data-passage"))]
    assert len(marks) > 5


def test_statement_is_marked_as_the_audit_expects() -> None:
    page = built(small_dossier())["themes/harbour.md"]

    shown = {str(one.get("id")): one for one in of_class(page, "statement")}

    assert {key: one.get("data-origin") for key, one in shown.items()} == {
        "bottom": "editor",
        "cost": "editor",
        "x-1": "extract",
    }
    [text] = of_class(shown["cost"], "statement-text")
    assert text.text_content() == "Reports put the cost between 1.6 and 2 billion euros."


def test_quotes_are_repeated_on_the_theme_page_letter_for_letter() -> None:
    page = built(small_dossier())["themes/harbour.md"]
    words = {citation.passage.id: citation.passage.exact for citation in all_citations(small_dossier())}

    copies = of_class(page, "quote-copy")

    assert {str(copy.get("data-passage")) for copy in copies} == set(words)
    assert all(copy.text_content() == words[str(copy.get("data-passage"))] for copy in copies)


def test_original_stands_in_its_language_with_a_translation_that_names_its_maker() -> None:
    page = built(small_dossier())["themes/harbour.md"]
    noted = of_class(page, "noted")[0]

    assert of_class(noted, "quote-copy")[0].get("lang") == "de"
    assert text_of(of_class(noted, "translation")[0]) == (
        "English: The works cost 1.6 billion euros. machine translation by Example Translator, not reviewed"
    )


@pytest.mark.parametrize("path", ["themes/harbour.md", "index.md", "method.md"])
def test_draft_of_a_machine_that_nobody_reviewed_is_said_to_be_one(path: str) -> None:
    page = built(small_dossier())[path]

    assert "Drafted with a language model; not reviewed by a person." in page.text_content()


def test_reviewed_text_names_its_reviewer() -> None:
    dossier = small_dossier()
    [briefing] = dossier.briefings
    reviewed = replace(dossier, briefings=(replace(briefing, reviewed_by="Ada Reviewer"),))

    assert (
        "Drafted with a language model; reviewed by Ada Reviewer."
        in built(reviewed)["themes/harbour.md"].text_content()
    )


def test_page_without_disagreements_and_events_says_so_and_speaks_of_no_gaps_that_nobody_recorded() -> None:
    dossier = small_dossier()
    [briefing] = dossier.briefings
    bare = replace(briefing, disagreements=(), gaps=(), timeline=(), bottom_line=None, statements=())

    page = built(replace(dossier, briefings=(bare,)))["themes/harbour.md"]

    said = [text_of(one) for one in of_class(page, "none")]
    assert said == ["No dated event found.", "The program found none; it sees plain contradictions only."]
    assert not page.xpath("//*[@id='gaps'] | //a[@href='#gaps']")


def test_counts_that_later_reports_replaced_stand_apart_from_contradictions() -> None:
    dossier = small_dossier()
    [briefing] = dossier.briefings
    told = replace(briefing.disagreements[0], question="12 dead, later 15 dead", is_development=True)

    page = built(replace(dossier, briefings=(replace(briefing, disagreements=(told,)),)))["themes/harbour.md"]

    [place] = of_class(page, "disagreement")
    headings = [text_of(one) for one in place.xpath("preceding::h2")]
    assert headings[-2:] == ["Where sources disagree", "Counts that later reports replaced"]


def test_numbers_are_marked_in_the_words_of_a_theme_in_whatever_order_they_were_found() -> None:
    source = citation(PORT, "Am 8. August begann die erste Bauphase.")
    later = Figure("f-1", 1, "Phase", Qualifier.EXACTLY, source.passage.exact, "de", (source,), "erste Bauphase")
    earlier = replace(later, id="f-2", expression="8")
    for found in ((later, earlier), (earlier, later)):
        briefing = replace(small_dossier().briefings[0], figures=found)
        page = built(replace(small_dossier(), briefings=(briefing,), figures=found))["themes/harbour.md"]
        (words,) = of_class(page, "figure-text")
        assert text_of(words) == source.passage.exact
        assert [strong.text for strong in words.iter("strong")] == ["8", "erste Bauphase"]


def test_home_and_theme_page_count_the_same_articles() -> None:
    [briefing] = small_dossier().briefings
    pages = built(replace(small_dossier(), briefings=(replace(briefing, articles=(FERRY.id,)),)))

    assert text_of(of_class(pages["index.md"], "card-counts")[0]).endswith("2 articles, October 2023 to 11 August 2025")
    assert "2 articles" in text_of(of_class(pages["themes/harbour.md"], "as-of")[0])


def test_opinions_stand_apart_from_what_articles_report() -> None:
    dossier = small_dossier()
    [briefing] = dossier.briefings
    said = citation(FERRY, "Bewoners vrezen hogere prijzen.")
    opinion = statement("x-2", said.passage.exact, said, origin=Origin.EXTRACT)

    page = built(themed(dossier, statements=(opinion, *briefing.statements)))["themes/harbour.md"]

    headings = [text_of(one) for one in page.xpath("//h2")]
    assert headings[1:4] == ["What the sources support", "In the sources’ own words", "Opinion and comment"]
    assert statements(page)[-1].text_content().count("Bewoners vrezen hogere prijzen.")
    assert "statement 3" in [label.lstrip("↩ ") for label in map(text_of, of_class(page, "back"))]


def test_a_theme_of_which_nobody_speaks_is_said_to_be_silent_and_stands_in_no_menu() -> None:
    dossier = small_dossier()
    silent = Briefing(Theme("tides", {"en": "Tides"}), None, (), 0, (), (), (), ())
    dossier = replace(dossier, briefings=(*dossier.briefings, silent))

    pages = built(dossier)

    assert [text_of(one) for one in of_class(pages["themes/tides.md"], "none")] == ["No article speaks of this theme."]
    assert pages["themes/tides.md"].xpath("//h2") == []
    assert text_of(of_class(pages["index.md"], "card")[-1]) == "Tides No article speaks of this theme."
    assert [path for _, path in navigation(dossier) if path.startswith("themes/")] == ["themes/harbour.md"]


def test_a_headline_is_cut_at_a_word_in_the_menu() -> None:
    dossier = small_dossier()
    [briefing] = dossier.briefings

    def in_the_menu(title: str) -> str:
        named = replace(briefing, theme=Theme("harbour", {"en": title}))
        return navigation(replace(dossier, briefings=(named,)))[1][0]

    assert in_the_menu("Three dead after a ferry strikes the reef outside Brekum") == (
        "Three dead after a ferry strikes the reef …"
    )
    assert in_the_menu("Hospital group Salvera is fined a sum of 18 million euros") == (
        "Hospital group Salvera is fined a sum …"
    )


def test_page_of_one_article_says_nothing_of_disagreement() -> None:
    dossier = small_dossier()
    [briefing] = dossier.briefings
    alone = themed(dossier, articles=("hafen",), statements=briefing.statements[1:], disagreements=())

    assert "disagree" not in built(alone)["themes/harbour.md"].text_content()
    assert "disagree" in built(dossier)["themes/harbour.md"].text_content()


def test_page_of_all_articles_says_at_home_what_no_other_theme_has_said() -> None:
    dossier = small_dossier()
    [harbour] = dossier.briefings
    everything = replace(harbour, bottom_line=None, theme=Theme(COMMON_THEME, {"en": "All articles"}))
    harbour = replace(harbour, bottom_line=None, statements=harbour.statements[:1])

    page = built(replace(dossier, briefings=(harbour, everything)))["index.md"]

    first, second = (text_of(of_class(card, "card-text")[0]) for card in of_class(page, "card"))
    assert [first, second] == [one.text for one in everything.statements[:2]]


def test_home_says_more_of_a_theme_the_fewer_there_are_and_an_editors_bottom_line_alone() -> None:
    dossier = small_dossier()
    [briefing] = dossier.briefings
    lines = tuple(statement(f"s{n}", f"Berth {n} is closed.", citation(FERRY, "De veerdienst")) for n in range(9))
    theme = Theme("harbour", {"en": "Harbour"}, {"en": "Berths and ferries"})
    many = replace(briefing, theme=theme, bottom_line=None, statements=lines)
    silent = Briefing(Theme("tides", {"en": "Tides"}), None, (), 0, (), (), (), ())
    other = [replace(many, theme=Theme(f"other-{n}", {"en": f"Other {n}"})) for n in range(5)]

    def shown(*briefings: Briefing) -> list[str]:
        page = built(replace(dossier, statements=(*dossier.statements, *lines), briefings=briefings))["index.md"]
        return [text_of(line) for line in of_class(of_class(page, "card")[0], "card-text")]

    assert shown(many, silent) == [line.text for line in lines[:4]]
    assert shown(many, *other[:2]) == [line.text for line in lines[:2]]
    assert shown(many, *other) == [lines[0].text]
    assert briefing.bottom_line is not None
    assert shown(replace(many, bottom_line=briefing.bottom_line)) == [briefing.bottom_line.text]


def test_who_drafted_a_statement_is_said_beside_it_only_where_the_page_says_otherwise() -> None:
    dossier = small_dossier()
    [briefing] = dossier.briefings
    library = Library(dossier, Interface("en"))
    numbering = number_passages(briefing.statements[0].citations)

    def noted(drafted_by: str) -> str | None:
        drafted = replace(briefing.statements[0], drafted_by=drafted_by)
        return statement_line(drafted, briefing, numbering, library, "themes/harbour.md").drafting

    assert noted("a language model") is None
    assert "Ada Beispiel" in (noted("Ada Beispiel") or "")


def test_pages_say_everything_in_the_language_of_the_dossier() -> None:
    dossier = small_dossier()
    german = replace(dossier, settings=replace(dossier.settings, language="de"))

    text = built(german)["themes/harbour.md"].text_content()

    assert "Wo Quellen einander widersprechen" in text
    assert "11. August 2025" in text
    assert "3 unabhängige Quellen" in text


def test_pages_are_the_same_on_every_run() -> None:
    assert list(render_pages(small_dossier())) == list(render_pages(small_dossier()))


def test_hostile_words_run_nowhere_in_the_built_site(tmp_path: Path) -> None:
    """In text, in the title of the page and in the navigation of every other page."""
    for file in render_pages(hostile_dossier()):
        (tmp_path / "docs" / file.path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / file.path).write_text(file.content, encoding="utf-8")

    nav = [("", "index.md"), ("", "themes/harbour.md"), ("", "articles/titled.md"), ("", "method.md")]
    build_site(tmp_path, tmp_path / "site", title=HOSTILE, language="en", nav=nav)

    pages = {path: html.parse(str(path)).getroot() for path in (tmp_path / "site").rglob("*.html")}
    for path, page in pages.items():
        assert not page.xpath("//script[not(contains(@type, 'json'))][contains(., 'alert')]"), path
        assert not page.xpath("//@*[starts-with(name(), 'on')]"), path
        assert not page.xpath("//*[starts-with(@href, 'javascript:')]"), path
        assert not page.xpath("//img[@src='x']"), path
    title = pages[tmp_path / "site" / "articles" / "titled.html"].xpath("//title")[0].text_content()
    assert title.startswith(fold(HOSTILE))
    navigation = pages[tmp_path / "site" / "method.html"].xpath("//nav//a[contains(@href, 'titled')]")
    assert navigation
    assert all(fold(link.text_content()) == fold(HOSTILE) for link in navigation)
