"""What a reader finds on the pages of a dossier, in the HTML that the real Markdown configuration makes of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

from generator.analysis.themes.proposals import COMMON_THEME
from generator.model import (
    ActorKind,
    Article,
    ArticleKind,
    Briefing,
    Citation,
    CitedActor,
    Dossier,
    Edition,
    Event,
    Figure,
    Line,
    LineRole,
    Metadata,
    Origin,
    Passage,
    Qualifier,
    Settings,
    Side,
    Statement,
    Theme,
    fold,
)
from generator.publishing.interface import Interface
from generator.publishing.navigation import navigation
from generator.publishing.page_parts.library import Library
from generator.publishing.page_parts.numbering import number_passages
from generator.publishing.page_parts.shortening import at_these_words
from generator.publishing.pages.statement_lines import statement_line
from generator.publishing.rendering import render_pages
from generator.publishing.site import build_site
from tests.builders import article
from tests.publishing.dossiers import FERRY, PORT, citation, passage, small_dossier, statement
from tests.publishing.markdown_converter import markdown_converter

HOSTILE = '<script>alert(1)</script> "onload="x" {{ page }} *a* [b](javascript:c) &lt;img src=x onerror=d&gt;'


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


def test_private_edition_shows_what_was_left_out_and_why() -> None:
    advert = Line(9, LineRole.ADVERT, False, "follows the word Anzeige", "Jetzt kaufen")
    dossier = small_dossier(edition=Edition.PRIVATE)
    articles = (replace(PORT, lines=(*PORT.lines, advert)), FERRY)

    page = built(replace(dossier, articles=articles))["articles/hafen.md"]

    assert text_of(of_class(page, "left-out")[0]).endswith("advertisement follows the word Anzeige Jetzt kaufen")


@pytest.mark.parametrize(
    ("edition", "shown"), [(Edition.PRIVATE, ["On this theme by: Bauphase"]), (Edition.PUBLIC, [])]
)
def test_an_editor_sees_by_which_words_a_passage_is_on_its_theme(edition: Edition, shown: list[str]) -> None:
    dossier = small_dossier(edition=edition)
    [briefing] = dossier.briefings
    drafted, extract = briefing.statements
    extract = replace(extract, theme_words=(("harbour", "Bauphase"), ("ferries", "begann")))

    page = built(replace(dossier, briefings=(replace(briefing, statements=(drafted, extract)),)))["themes/harbour.md"]

    assert [text_of(line) for line in of_class(page, "theme-words")] == shown


def test_reviewed_text_names_its_reviewer() -> None:
    dossier = small_dossier()
    [briefing] = dossier.briefings
    reviewed = replace(dossier, briefings=(replace(briefing, reviewed_by="Ada Reviewer"),))

    assert (
        "Drafted with a language model; reviewed by Ada Reviewer."
        in built(reviewed)["themes/harbour.md"].text_content()
    )


def test_links_from_when_fewer_articles_told_it_still_lead_to_an_event_and_a_disagreement() -> None:
    (briefing,) = (dossier := small_dossier()).briefings
    event = replace(briefing.timeline[0], other_ids=("e-earlier",))
    dispute = replace(briefing.disagreements[0], other_ids=("d-earlier",))
    page = built(replace(dossier, briefings=(replace(briefing, timeline=(event,), disagreements=(dispute,)),)))
    for identifier, own in (("e-earlier", "e-1"), ("d-earlier", "d-1")):
        anchor = page["themes/harbour.md"].get_element_by_id(identifier)
        assert own in [outer.get("id") for outer in anchor.iterancestors()]


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


def test_who_supplied_a_text_is_named_where_its_outlet_is_not_known() -> None:
    dossier = small_dossier()
    supplied = tuple(
        replace(one, metadata=replace(one.metadata, supplier="Kortdam Press")) if one.id == "veer" else one
        for one in dossier.articles
    )
    page = built(replace(dossier, articles=supplied))["themes/harbour.md"]

    lines = [text_of(of_class(one, "sourcing")[0]) for one in statements(page)]

    assert any("Kortdam Press, publisher unknown, October 2023" in line for line in lines)


def test_what_is_not_known_is_shown_as_unknown() -> None:
    page = built(small_dossier())["articles/veer.md"]

    facts = dict(zip(map(text_of, page.xpath("//dl[1]/dt")), map(text_of, page.xpath("//dl[1]/dd")), strict=True))

    assert facts["Publisher"] == "unknown"
    assert facts["Author"] == "unknown"
    assert facts["Published"] == "October 2023"
    assert facts["Original"] == "address unknown"


def test_article_without_a_title_goes_by_its_first_words() -> None:
    page = built(small_dossier())["articles/veer.md"]

    assert text_of(page.xpath("//h1")[0]) == "De veerdienst naar Brekum stopt in oktober."


def test_article_lists_the_statements_that_rest_on_each_passage() -> None:
    page = built(small_dossier())["articles/veer.md"]

    assert [use.get("href") for use in page.xpath("//*[@class='uses']//a")] == [
        "../themes/harbour.html#cost",
        "../themes/harbour.html#d-1",
    ]


def test_public_edition_shows_nothing_of_an_article_but_its_title_and_its_quotes() -> None:
    page = built(small_dossier())["articles/hafen.md"]

    assert "Wir bauen für Jahrzehnte" not in page.text_content()
    assert "Die Arbeiten kosten" in page.text_content()


def test_private_edition_shows_the_whole_text_with_an_anchor_on_every_sentence() -> None:
    page = built(small_dossier(edition=Edition.PRIVATE))["articles/hafen.md"]

    for sentence in PORT.sentences:
        assert page.get_element_by_id(sentence.id).text_content() == PORT.words_of(sentence)


def test_passage_inside_another_is_shown_inside_it() -> None:
    page = built(small_dossier())["articles/hafen.md"]
    inner = page.get_element_by_id(passage(PORT, "1,6 Milliarden Euro").id)

    assert inner.text_content() == "1,6 Milliarden Euro"
    assert inner.getparent().text_content() == "Die Arbeiten kosten 1,6 Milliarden Euro."


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


def test_an_event_has_the_translation_of_the_words_that_it_shows_and_not_of_another_report() -> None:
    words = citation(PORT, "Am 8. August begann die erste Bauphase.")
    other = citation(FERRY, "De veerdienst naar Brekum stopt in oktober.", "The ferry to Brekum stops in October.")
    dossier = small_dossier()
    told = [
        built(replace(dossier, timeline=(replace(dossier.timeline[0], citations=cited),), briefings=()))["timeline.md"]
        for cited in ((words, other), (replace(words, translation=other.translation), other))
    ]
    assert ["The ferry to Brekum stops" in text_of(of_class(page, "event")[0]) for page in told] == [False, True]


def test_a_translation_of_a_passage_stands_for_those_of_the_passages_inside_it() -> None:
    whole = citation(PORT, "Die Arbeiten kosten 1,6 Milliarden Euro.", "The works cost 1.6 billion euros.")
    part = citation(PORT, "1,6 Milliarden Euro", "1.6 billion euros")

    both, alone = (
        built(replace(small_dossier(), statements=(statement("a", "A.", *cited),), briefings=()))["articles/hafen.md"]
        for cited in ((whole, part), (part,))
    )

    assert [text_of(one) for one in of_class(both, "translated")] == ["The works cost 1.6 billion euros."]
    assert [text_of(one) for one in of_class(alone, "translated")] == ["1.6 billion euros"]


def test_home_and_theme_page_count_the_same_articles() -> None:
    [briefing] = small_dossier().briefings
    pages = built(replace(small_dossier(), briefings=(replace(briefing, articles=(FERRY.id,)),)))

    assert text_of(of_class(pages["index.md"], "card-counts")[0]).endswith("2 articles")
    assert "2 articles" in text_of(of_class(pages["themes/harbour.md"], "as-of")[0])


def test_passages_that_cross_each_keep_an_element_of_their_own() -> None:
    first = citation(PORT, "Die Arbeiten kosten 1,6 Milliarden")
    second = citation(PORT, "1,6 Milliarden Euro")
    dossier = replace(small_dossier(), statements=(statement("a", "A.", first), statement("b", "B.", second)))

    page = built(dossier)["articles/hafen.md"]

    assert page.get_element_by_id(first.passage.id).text_content() == first.passage.exact
    assert page.get_element_by_id(second.passage.id).text_content() == second.passage.exact


def test_passage_over_folded_white_space_keeps_its_nested_quotes() -> None:
    source = article("One  two \n three four.", identifier="spaced", language="en")
    outer = Passage("spaced", 0, len(source.text), fold(source.text))
    start = source.text.index("three")
    inner = Passage("spaced", start, start + 10, "three four")
    dossier = replace(
        small_dossier(),
        articles=(PORT, FERRY, source),
        statements=(statement("a", "A.", Citation(outer), Citation(inner)),),
    )

    page = built(dossier)["articles/spaced.md"]

    assert page.get_element_by_id(outer.id).text_content() == "One two three four."
    assert page.get_element_by_id(inner.id).text_content() == "three four"


def test_original_opens_at_the_quoted_words() -> None:
    assert at_these_words("https://a.example/b", "1,6 Milliarden Euro - heute") == (
        "https://a.example/b#:~:text=1%2C6%20Milliarden%20Euro%20%2D%20heute"
    )
    long = " ".join(f"w{number}" for number in range(20))
    assert at_these_words("https://a.example/b#top", long) == (
        "https://a.example/b#top:~:text=w0%20w1%20w2%20w3%20w4,w15%20w16%20w17%20w18%20w19"
    )
    assert at_these_words("javascript:alert(1)", "words") is None


def test_sources_are_listed_newest_first_a_hundred_a_page() -> None:
    many = tuple(numbered(number) for number in range(205))

    pages = built(Dossier(Settings("T", "t"), Edition.PUBLIC, many, (), (), ()))

    lists = [pages[path] for path in ("sources.md", "sources/2.md", "sources/3.md")]
    assert [len(of_class(page, "source-entry")) for page in lists] == [100, 100, 5]
    assert text_of(of_class(lists[0], "source-title")[0]) == "Title 204"
    assert len(of_class(pages["index.md"], "source-entry")) == 10


def test_long_timeline_is_cut_into_years_and_their_parts() -> None:
    events = tuple(dated(number) for number in range(300))
    dossier = replace(small_dossier(), timeline=events)

    pages = built(dossier)

    counts = {path: len(of_class(page, "event")) for path, page in pages.items() if path.startswith("timeline")}
    assert counts == {"timeline.md": 0, "timeline/2024.md": 200, "timeline/2024-2.md": 95, "timeline/199X.md": 5}
    linked = [link.get("href") for link in pages["timeline.md"].xpath("//li/a")]
    assert linked == ["timeline/199X.md", "timeline/2024.md", "timeline/2024-2.md"]


def test_events_of_the_whole_timeline_name_their_themes_where_there_are_several() -> None:
    dossier = small_dossier()
    (briefing,) = dossier.briefings
    other = replace(briefing, theme=replace(briefing.theme, id="trade", titles={"en": "Trade"}))

    alone = built(dossier)["timeline.md"]
    among_others = built(replace(dossier, briefings=(briefing, other)))["timeline.md"]

    assert of_class(alone, "event-theme") == []
    shown = [(text_of(link), link.get("href")) for link in of_class(among_others, "event-theme")]
    assert set(shown) == {("Harbour", "themes/harbour.md")}
    assert len(shown) == len(of_class(among_others, "event"))


def test_figures_stand_with_their_value_and_the_sentence_that_gives_them() -> None:
    source = citation(PORT, "Die Arbeiten kosten 1,6 Milliarden Euro.", "The works cost 1.6 billion euros.")
    figure = Figure("f-1", 1.6e9, "EUR", Qualifier.ABOUT, source.passage.exact, "de", (source,))
    between = replace(figure, id="f-2", value=(2, 3), unit="%", qualifier=Qualifier.EXACTLY)

    page = built(replace(small_dossier(), figures=(figure, between)))["figures.md"]

    assert [text_of(one) for one in of_class(page, "figure-value")] == ["about 1.6 billion EUR · 2 to 3%"]
    assert [text_of(page.get_element_by_id(one)) for one in ("f-1", "f-2")] == ["about 1.6 billion EUR", "2 to 3%"]
    assert [text_of(one) for one in of_class(page, "figure-text")] == [source.passage.exact]
    assert len(of_class(page, "cite")) == 1


def test_a_number_that_several_articles_give_is_seen_once_above_their_sentences() -> None:
    here, there = citation(PORT, "Die Arbeiten kosten 1,6 Milliarden Euro."), citation(FERRY, "de uitbouw 2 miljard")
    figures = [
        Figure(f"f-{n}", value, "EUR", Qualifier.EXACTLY, one.passage.exact, "de", (one,))
        for n, (value, one) in enumerate([(2e9, here), (2e9, there), (3e9, there)])
    ]

    page = built(replace(small_dossier(), figures=tuple(figures[:2])))["figures.md"]
    other = built(replace(small_dossier(), figures=(figures[0], figures[2])))["figures.md"]
    begun = citation(PORT, "Am 8. August begann die erste Bauphase.")
    between = replace(figures[2], id="f-between", text=begun.passage.exact, citations=(begun,))
    apart = built(replace(small_dossier(), figures=(figures[0], between, figures[1])))["figures.md"]

    assert [one.get("class") for one in of_class(page, "figure")] == ["figure", "figure is-repeated"]
    assert [one.get("class") for one in of_class(other, "figure")] == ["figure", "figure"]
    assert [one.get("class") for one in of_class(apart, "figure")] == ["figure", "figure is-repeated", "figure"]


def test_names_stand_with_their_spellings_and_a_mark_for_each_passage() -> None:
    kind, aliases = ActorKind.PLACE, {"de": ("Brekum", "Brekums"), "nl": ("Brekum",)}
    many = [citation(PORT, PORT.text[start : start + 5]) for start in range(30)]
    names = (
        CitedActor("z", "Zander", kind, {}, tuple(many)),
        CitedActor("brekum", "Brekum", kind, aliases, (citation(PORT, "Der Hafen von Brekum"),)),
    )

    page = built(replace(small_dossier(), actors=names))["actors.md"]

    brekum, zander = of_class(page, "name")
    assert text_of(brekum) == "Brekum place Spelt in the sources: Brekums 1 passage 1 Link"
    assert len(of_class(zander, "cite")) == 12
    [more] = zander.xpath(".//a[@class='name-count']")
    assert (text_of(more), more.get("href")) == ("and 18 more", "search.html?q=Zander")


def test_theme_page_names_who_is_who_and_leads_to_the_entry_among_the_names() -> None:
    aliases = {"de": ("Brekum", "Brekums", "Brekumer"), "nl": ("Breukum",)}
    brekum = CitedActor(
        "brekum", "Brekum", ActorKind.PLACE, aliases, (citation(PORT, "1,6 Milliarden Euro"),), role="harbour town"
    )

    page = built(themed(small_dossier(), actors=(brekum,)))["themes/harbour.md"]

    [who] = of_class(page, "who")
    assert text_of(who) == "Brekum place harbour town 1b also spelt: Breukum · 1 passage"
    assert who.xpath(".//a/@href")[0] == "../actors.md#brekum"


def test_theme_page_shows_the_figures_of_a_passage_together_as_printed() -> None:
    source = citation(PORT, "Die Arbeiten kosten 1,6 Milliarden Euro.", "The works cost 1.6 billion euros.")
    stated = Figure("f-0", 1.6, None, Qualifier.AT_LEAST, source.passage.exact, "de", (source,))
    cost = replace(
        stated, id="f-1", value=1.6e9, unit="EUR", qualifier=Qualifier.ABOUT, expression="1,6 Milliarden Euro"
    )
    other = replace(stated, id="f-2", expression="not printed so")

    page = built(themed(small_dossier(), figures=(cost, other)))["themes/harbour.md"]

    [line] = of_class(page, "figure")
    assert text_of(of_class(line, "figure-value")[0]) == "about 1.6 billion EUR · at least 1.6"
    assert text_of(of_class(line, "figure-text")[0]) == source.passage.exact
    assert line.xpath(".//strong/text()") == ["1,6 Milliarden Euro"]
    assert "#f-1" in [link.get("href") for link in of_class(page, "back")]


def test_figures_say_who_states_them_where_the_article_does_not() -> None:
    source = citation(PORT, "Die Arbeiten kosten 1,6 Milliarden Euro.")
    told = Figure("f-1", 1.6e9, "EUR", Qualifier.EXACTLY, source.passage.exact, "de", (source,), attribution="Ana Rey")
    plain = replace(told, id="f-2", attribution=None)

    on_theme = built(themed(small_dossier(), figures=(told,)))["themes/harbour.md"]
    [line] = of_class(on_theme, "figure")
    assert text_of(of_class(line, "attribution")[0]) == "According to Ana Rey"

    listed = built(replace(small_dossier(), figures=(told, plain)))["figures.md"]
    assert [len(of_class(one, "attribution")) for one in of_class(listed, "figure")] == [1, 0]


def test_what_is_counted_stands_in_quotation_marks_where_another_language_prints_it() -> None:
    source = citation(PORT, "Am 8. August begann die erste Bauphase.")
    counted = Figure("f-1", 40, "Vertretern", Qualifier.MORE_THAN, source.passage.exact, "de", (source,))
    measured = replace(counted, id="f-2", value=12, unit="km")

    [line] = of_class(built(themed(small_dossier(), figures=(counted, measured)))["themes/harbour.md"], "figure")

    said = text_of(of_class(line, "figure-value")[0]).replace("\N{NO-BREAK SPACE}", " ")
    assert said == "more than 40 “Vertretern” · more than 12 km"


def test_name_of_which_nothing_tells_the_kind_is_called_nothing() -> None:
    source = citation(PORT, "1,6 Milliarden Euro")
    brekum = CitedActor("brekum", "Brekum Star", ActorKind.ORGANISATION, {}, (source,), kind_is_told=False)
    dossier = themed(small_dossier(), actors=(brekum,))

    pages = built(replace(dossier, actors=(brekum,)))

    assert text_of(of_class(pages["themes/harbour.md"], "who")[0]).startswith("Brekum Star 1b")
    assert "organisation" not in text_of(of_class(pages["actors.md"], "name")[0])


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
    long = replace(briefing, theme=Theme("harbour", {"en": "Three dead after a ferry strikes the reef outside Brekum"}))
    assert navigation(replace(dossier, briefings=(long,)))[1][0] == "Three dead after a ferry strikes the reef …"


def test_page_of_all_articles_says_at_home_what_no_other_theme_has_said() -> None:
    dossier = small_dossier()
    [harbour] = dossier.briefings
    everything = replace(harbour, bottom_line=None, theme=Theme(COMMON_THEME, {"en": "All articles"}))
    harbour = replace(harbour, bottom_line=None, statements=harbour.statements[:1])

    page = built(replace(dossier, briefings=(harbour, everything)))["index.md"]

    first, second = (of_class(card, "card-text")[0].text_content() for card in of_class(page, "card"))
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


def test_theme_page_without_names_and_figures_says_nothing_of_them() -> None:
    page = built(small_dossier())["themes/harbour.md"]

    assert not page.xpath("//*[@id='names' or @id='figures']")


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


def test_the_same_text_elsewhere_is_shown_as_a_twin_and_never_as_a_second_voice() -> None:
    twin = replace(PORT, id="twin", metadata=replace(PORT.metadata, publisher="Inselpost"))
    dossier = small_dossier()
    dossier = replace(dossier, articles=(*dossier.articles, twin), duplicates={"twin": "hafen"})

    pages = built(dossier)

    [line] = of_class(pages["themes/harbour.md"], "twins")
    assert text_of(line).endswith("it counts as one source: Neue Kaimauern für Brekum (Inselpost, 11 August 2025)")
    assert "Inselpost, 11 August 2025, German same text as Küstenbote" in text_of(pages["sources.md"])


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


def themed(dossier: Dossier, **changes: object) -> Dossier:
    """The dossier with its only briefing changed; names and figures of the briefing are those of the dossier."""
    [briefing] = dossier.briefings
    briefing = replace(briefing, **changes)  # type: ignore[arg-type]
    return replace(dossier, briefings=(briefing,), actors=briefing.actors, figures=briefing.figures)


def test_without_figures_and_names_there_is_no_page_for_them() -> None:
    assert {"figures.md", "actors.md"}.isdisjoint(built(small_dossier()))


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


def hostile_dossier() -> Dossier:
    """Every text that comes from outside is hostile."""
    attack = article(f"{HOSTILE} a. More.", identifier="titled", language="de", title=HOSTILE, publisher=HOSTILE)
    quote = citation(attack, HOSTILE, HOSTILE)
    extract = statement("x-9", HOSTILE, quote, origin=Origin.EXTRACT)
    dossier = small_dossier(title=HOSTILE)
    [briefing] = dossier.briefings
    event = Event("e-9", HOSTILE, HOSTILE, HOSTILE, "de", (quote,), ("harbour",))
    return replace(
        dossier,
        settings=replace(dossier.settings, description=HOSTILE, contact=HOSTILE),
        articles=(*dossier.articles, attack),
        briefings=(replace(briefing, statements=(extract,), note=HOSTILE, timeline=(event,), drafted_by=HOSTILE),),
        timeline=(event,),
    )


def numbered(number: int) -> Article:
    known = Metadata(title=f"Title {number}", published=f"{1900 + number}", kind=ArticleKind.NEWS, language="en")
    return replace(PORT, id=f"a{number}", metadata=known)


def dated(number: int) -> Event:
    start = citation(PORT, "Am 8. August begann die erste Bauphase.")
    date = "199X" if number < 5 else "2024-03"
    return Event(f"e-{number}", date, "", start.passage.exact, "de", (start,), ("harbour",))


def all_citations(dossier: Dossier) -> list[Citation]:
    sides = [side for disagreement in dossier.disagreements for side in disagreement.sides]
    places: tuple[Statement | Event | Side, ...] = (*dossier.statements, *dossier.timeline, *sides)
    return [one for place in places for one in place.citations]


def built(dossier: Dossier) -> Mapping[str, HtmlElement]:
    """Every page of the dossier as HTML, by its path below docs."""
    pages = {}
    for file in render_pages(dossier):
        _, _, body = file.content.split("---\n", 2)
        pages[file.path] = html.document_fromstring(f"<body>{markdown_converter().convert(body)}</body>")
    return pages


def of_class(page: HtmlElement, name: str) -> list[HtmlElement]:
    return [element for element in page.iter("*") if name in (element.get("class") or "").split()]


def statements(page: HtmlElement) -> list[HtmlElement]:
    return of_class(page, "statement")


def back_links(noted: HtmlElement) -> list[str]:
    return [str(link.get("href")) for link in of_class(noted, "back")]


def text_of(element: HtmlElement) -> str:
    return fold(element.text_content())


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
    assert labels[1] == "Source 2: Kortdam Press, “De veerdienst naar Brekum stopt na …”, October 2023"


def test_an_event_names_the_page_of_all_articles_only_where_no_other_theme_tells_it() -> None:
    dossier = small_dossier()
    [briefing] = dossier.briefings
    common = replace(briefing, theme=replace(briefing.theme, id=COMMON_THEME, titles={"en": "All articles"}))
    [event] = dossier.timeline
    both, alone = replace(event, themes=("harbour", COMMON_THEME)), replace(event, id="e-2", themes=(COMMON_THEME,))

    page = built(replace(dossier, briefings=(briefing, common), timeline=(both, alone)))["timeline.md"]

    named = [[text_of(one) for one in of_class(event, "event-theme")] for event in of_class(page, "event")]
    assert named == [["Harbour"], ["All articles"]]
