"""Below a sentence stands who says it: each article once, told apart from others, with the way to its words."""

from __future__ import annotations

from dataclasses import replace

from generator.model import Origin
from tests.publishing.dossiers import FERRY, PORT, citation, small_dossier, statement
from tests.publishing.rendered import (
    back_links,
    built,
    of_class,
    statements,
    text_of,
    themed,
)


def test_source_line_names_outlet_date_language_kind_and_agreement() -> None:
    page = built(small_dossier())["themes/harbour.md"]

    lines = {
        str(one.get("id")): text_of(of_class(one, "sourcing")[0].xpath(".//summary|.")[-1]) for one in statements(page)
    }

    assert lines["bottom"] == "Küstenbote, 11 August 2025, German one source"
    assert lines["cost"] == (
        "Küstenbote, 11 August 2025, German; publisher unknown, October 2023, Dutch opinion 2 articles"
    )
    assert lines["x-1"] == "Küstenbote, 11 August 2025, German 3 independent sources"


def test_mark_names_its_source_for_those_who_do_not_see_it() -> None:
    page = built(small_dossier())["themes/harbour.md"]

    labels = [mark.get("aria-label") for mark in of_class(page.get_element_by_id("cost"), "cite")]

    assert labels == ["Source 1b: Küstenbote, 11 August 2025", "Source 2: publisher unknown, October 2023"]


def test_each_article_is_one_source_and_each_of_its_passages_a_mark() -> None:
    page = built(small_dossier())["themes/harbour.md"]

    sources = {
        text_of(of_class(one, "source-number")[0]): [text_of(number) for number in of_class(one, "number")]
        for one in of_class(page, "source")
    }

    assert sources == {"1": ["1a", "1b", "1c"], "2": ["2"]}


def test_every_passage_of_the_sources_has_a_way_back_to_each_place_that_rests_on_it() -> None:
    page = built(small_dossier())["themes/harbour.md"]
    ids = {str(found) for found in page.xpath("//@id")}

    ways = {text_of(of_class(one, "number")[0]): back_links(one) for one in of_class(page, "noted")}

    assert ways == {"1a": ["#bottom"], "1b": ["#cost", "#d-1"], "1c": ["#x-1", "#e-1"], "2": ["#cost", "#d-1"]}
    assert all(target[1:] in ids for targets in ways.values() for target in targets)


def test_extract_that_others_report_too_opens_to_their_words() -> None:
    start, other = citation(PORT, "Am 8. August begann die erste Bauphase."), citation(FERRY, "Bewoners vrezen")
    dossier = small_dossier()
    [briefing] = dossier.briefings
    extract = statement("x-2", start.passage.exact, start, other, origin=Origin.EXTRACT)

    page = built(replace(dossier, briefings=(replace(briefing, statements=(extract,)),)))["themes/harbour.md"]

    assert [text_of(one) for one in of_class(page.get_element_by_id("x-2"), "quote-copy")] == ["Bewoners vrezen"]


def test_page_that_rests_on_one_article_says_so() -> None:
    dossier = small_dossier()
    [briefing] = dossier.briefings
    thin = replace(briefing, statements=(), disagreements=())

    page = built(replace(dossier, briefings=(thin,)))["themes/harbour.md"]

    assert "Everything on this page rests on one article." in page.text_content()


def test_who_supplied_a_text_is_named_where_its_outlet_is_not_known() -> None:
    dossier = small_dossier()
    supplied = tuple(
        replace(one, metadata=replace(one.metadata, supplier="Kortdam Press")) if one.id == "veer" else one
        for one in dossier.articles
    )
    page = built(replace(dossier, articles=supplied))["themes/harbour.md"]

    lines = [text_of(of_class(one, "sourcing")[0]) for one in statements(page)]

    assert any("Kortdam Press, publisher unknown, October 2023" in line for line in lines)


def test_statements_that_look_alike_are_linked_without_being_counted_as_one() -> None:
    dossier = small_dossier()
    [briefing] = dossier.briefings
    drafted, extract = briefing.statements
    drafted = replace(drafted, related=(extract.id, "gone"))
    dossier = replace(
        themed(dossier, statements=(drafted, extract)), statements=(dossier.statements[0], drafted, extract)
    )

    [line] = of_class(built(dossier)["themes/harbour.md"], "related")

    assert text_of(line) == "Related: Am 8. August begann die erste Bauphase. (Küstenbote, 11 August 2025)"
    assert line.xpath(".//a/@href") == ["../themes/harbour.md#x-1"]


def test_a_pair_that_looks_alike_is_told_once_where_its_first_stands() -> None:
    dossier = small_dossier()
    [briefing] = dossier.briefings
    drafted, extract = briefing.statements
    both = (replace(drafted, related=(extract.id,)), replace(extract, related=(drafted.id,)))
    dossier = replace(themed(dossier, statements=both), statements=(dossier.statements[0], *both))

    page = built(dossier)["themes/harbour.md"]

    assert [one.getparent().get("id") for one in of_class(page, "related")] == [drafted.id]


def test_a_long_outlet_runs_on_like_other_words() -> None:
    named = replace(PORT, metadata=replace(PORT.metadata, publisher="The Journal of Harbours and Waterways"))
    page = built(replace(small_dossier(), articles=(named, FERRY)))["themes/harbour.md"]

    assert {one.get("class") for one in of_class(page, "named")} == {"named is-long", "named"}


def test_words_that_were_searched_for_are_parted_for_those_who_hear_or_copy_them() -> None:
    page = built(small_dossier())["themes/harbour.md"]

    assert text_of(of_class(page, "searched")[0]) == "Searched for: Finanzierung, financiering"


def test_copies_of_unknown_outlets_are_counted_beside_their_original() -> None:
    unsigned = [replace(PORT, id=name, metadata=replace(PORT.metadata, publisher=None)) for name in ("one", "two")]
    signed = replace(PORT, id="twin", metadata=replace(PORT.metadata, publisher="Inselpost"))
    copies = (*unsigned, signed)
    dossier = small_dossier()
    [briefing] = dossier.briefings
    citing = tuple(citation(source, "Am 8. August begann die erste Bauphase.") for source in (PORT, *copies))
    [event] = dossier.timeline
    told = replace(event, citations=citing)
    dossier = replace(
        dossier,
        articles=(*dossier.articles, *copies),
        duplicates={copy.id: "hafen" for copy in copies},
        briefings=(replace(briefing, timeline=(told,)),),
        timeline=(told,),
    )

    [event_of_page] = of_class(built(dossier)["timeline.md"], "event")

    assert text_of(of_class(event_of_page, "sourcing")[0]) == (
        "Küstenbote, 11 August 2025, German 2 other articles have the same text; "
        "Inselpost, 11 August 2025, German same text as Küstenbote"
    )
    assert len(of_class(event_of_page, "cite")) == 4


def test_articles_whose_outlet_is_not_known_are_told_apart_by_their_titles_below_a_sentence() -> None:
    title = "De veerdienst naar Brekum stopt na dertig jaar"
    supplied = replace(FERRY.metadata, title=title, supplier="Kortdam Press")
    dossier = small_dossier()
    titled = (
        replace(PORT, metadata=replace(PORT.metadata, publisher=None)),
        replace(FERRY, metadata=supplied),
    )
    page = built(replace(dossier, articles=titled))["themes/harbour.md"]

    line = text_of(of_class(page.get_element_by_id("cost"), "sourcing")[0])
    assert line.startswith("“Neue Kaimauern für Brekum”, 11 August 2025, German; Kortdam Press, “De veerdienst")
    assert text_of(of_class(page.get_element_by_id("bottom"), "sourcing")[0]).startswith("publisher unknown, 11 August")
    [source] = [one for one in of_class(page, "source-words") if "Kortdam" in text_of(one)]
    assert "Kortdam Press, publisher unknown, October 2023" in text_of(source)
    labels = [mark.get("aria-label") for mark in of_class(page.get_element_by_id("cost"), "cite")]
    assert labels[1] == "Source 2: Kortdam Press, “De veerdienst naar Brekum stopt na\N{NO-BREAK SPACE}…”, October 2023"
