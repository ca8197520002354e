"""A page of an article shows its quotes in their places, and no more of it than its edition may."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model import Citation, Edition, Line, LineRole, Passage, fold
from generator.publishing.page_parts.shortening import at_these_words
from tests.builders import article
from tests.publishing.dossiers import FERRY, PORT, citation, passage, small_dossier, statement
from tests.publishing.rendered import (
    built,
    of_class,
    text_of,
)


def test_private_edition_shows_what_was_left_out_and_why() -> None:
    advert = Line(9, LineRole.ADVERT, False, "stands in several articles", "Jetzt kaufen")
    dossier = small_dossier(edition=Edition.PRIVATE)
    articles = (replace(PORT, lines=(*PORT.lines, advert)), FERRY)

    page = built(replace(dossier, articles=articles))["articles/hafen.md"]

    assert text_of(of_class(page, "left-out")[0]).endswith("advertisement the same words stand elsewhere Jetzt kaufen")


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
    [line] = page.xpath("//*[@class='uses']//li")
    assert text_of(line).startswith("Harbour: "), "the page is named once for all that it says"


def test_sentences_that_rest_on_a_passage_stand_in_lines_of_their_own() -> None:
    page = built(small_dossier())["articles/veer.md"]

    [line] = page.xpath("//*[@class='uses']//li")
    assert (line.get("class"), "·" in line.text_content()) == ("in-lines", False)


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


def test_the_same_text_elsewhere_is_shown_as_a_twin_and_never_as_a_second_voice() -> None:
    twin = replace(PORT, id="twin", metadata=replace(PORT.metadata, publisher="Inselpost"))
    dossier = small_dossier()
    dossier = replace(dossier, articles=(*dossier.articles, twin), duplicates={"twin": "hafen"})

    pages = built(dossier)

    [line] = of_class(pages["themes/harbour.md"], "twins")
    assert text_of(line).endswith("it counts as one source: Neue Kaimauern für Brekum (Inselpost, 11 August 2025)")
    assert "Inselpost, 11 August 2025, German same text as Küstenbote" in text_of(pages["sources.md"])
