"""Timeline, figures, names and sources: what several articles say, each in its line with the way to the words."""

from __future__ import annotations

from dataclasses import replace

from generator.analysis.themes.proposals import COMMON_THEME
from generator.model import ActorKind, CitedActor, Dossier, Edition, Figure, Qualifier, Settings
from tests.publishing.dossiers import FERRY, PORT, citation, small_dossier
from tests.publishing.rendered import (
    built,
    dated,
    numbered,
    of_class,
    text_of,
    themed,
)


def test_links_from_when_fewer_articles_told_it_still_lead_to_an_event_and_a_disagreement() -> None:
    (briefing,) = (dossier := small_dossier()).briefings
    event = replace(briefing.timeline[0], other_ids=("e-earlier",))
    dispute = replace(briefing.disagreements[0], other_ids=("d-earlier",))
    page = built(replace(dossier, briefings=(replace(briefing, timeline=(event,), disagreements=(dispute,)),)))
    for identifier, own in (("e-earlier", "e-1"), ("d-earlier", "d-1")):
        anchor = page["themes/harbour.md"].get_element_by_id(identifier)
        assert own in [outer.get("id") for outer in anchor.iterancestors()]


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


def test_theme_page_without_names_and_figures_says_nothing_of_them() -> None:
    page = built(small_dossier())["themes/harbour.md"]

    assert not page.xpath("//*[@id='names' or @id='figures']")


def test_without_figures_and_names_there_is_no_page_for_them() -> None:
    assert {"figures.md", "actors.md"}.isdisjoint(built(small_dossier()))


def test_an_event_names_the_page_of_all_articles_only_where_no_other_theme_tells_it() -> None:
    dossier = small_dossier()
    [briefing] = dossier.briefings
    common = replace(briefing, theme=replace(briefing.theme, id=COMMON_THEME, titles={"en": "All articles"}))
    [event] = dossier.timeline
    both, alone = replace(event, themes=("harbour", COMMON_THEME)), replace(event, id="e-2", themes=(COMMON_THEME,))

    page = built(replace(dossier, briefings=(briefing, common), timeline=(both, alone)))["timeline.md"]

    named = [[text_of(one) for one in of_class(event, "event-theme")] for event in of_class(page, "event")]
    assert named == [["Harbour"], ["All articles"]]


def test_events_of_one_day_show_it_once_and_say_it_each() -> None:
    (briefing,) = (dossier := small_dossier()).briefings
    begun = briefing.timeline[0]
    days = ("2025-08-08", "2025-08-08", "2025-08-09")
    events = tuple(replace(begun, id=f"e-{number}", date=day) for number, day in enumerate(days))
    other = replace(briefing, theme=replace(briefing.theme, id="trade", titles={"en": "Trade"}))

    pages = built(replace(dossier, briefings=(replace(briefing, timeline=events), other), timeline=events))

    for path in ("themes/harbour.md", "timeline.md"):
        shown = of_class(pages[path], "event")[:3]
        assert ["is-same-day" in str(one.get("class")) for one in shown] == [False, True, False]
        assert [text_of(of_class(one, "event-day")[0]) for one in shown] == [
            "8 August 2025",
            "8 August 2025",
            "9 August 2025",
        ]
    assert [len(of_class(one, "event-theme")) for one in of_class(pages["timeline.md"], "event")[:3]] == [1, 0, 1]


def test_the_same_number_in_the_words_of_several_languages_stands_together() -> None:
    here, there = citation(PORT, "Die Arbeiten kosten 1,6 Milliarden Euro."), citation(FERRY, "de uitbouw 2 miljard")
    begun = citation(PORT, "Am 8. August begann die erste Bauphase.")
    figures = tuple(
        Figure(f"f-{n}", value, unit, Qualifier.EXACTLY, one.passage.exact, "de", (one,))
        for n, (value, unit, one) in enumerate([(8.0, "%", here), (8.0, "Boote", begun), (8.0, "boten", there)])
    )
    pages = built(themed(small_dossier(), figures=(figures[1], figures[0], figures[2])))

    for page in (pages["figures.md"], pages["themes/harbour.md"]):
        assert [value.get("id") for one in of_class(page, "figure-value") for value in one] == ["f-1", "f-2", "f-0"]
    counted = [of_class(page, "figure-value")[number].xpath(".//span[@lang='de']/text()") for number in range(3)]
    assert counted == [["Boote"], ["boten"], []], "what is counted is read aloud in its own language"


def test_titles_and_names_in_another_language_than_the_dossiers_say_so() -> None:
    (briefing,) = (dossier := small_dossier()).briefings
    headline = replace(briefing, theme=replace(briefing.theme, titles={"de": "Neue Kaimauern für Brekum"}))
    name = CitedActor(
        "b", "Brekumer Reederei", ActorKind.PLACE, {"de": ("Brekumer Reederei",)}, (citation(PORT, "Der"),)
    )
    own = replace(name, id="o", aliases={"de": ("Brekumer Reederei",), "en": ("Brekumer Reederei",)})

    pages = built(themed(replace(dossier, briefings=(headline,)), actors=(name, own)))

    assert pages["themes/harbour.md"].xpath("//h1/@lang") == ["de"]
    assert pages["index.md"].xpath("//h3/a/@lang") == ["de"]
    assert pages["actors.md"].xpath("//*[contains(@class, 'name')]//strong/@lang") == ["de"]
    assert built(dossier)["themes/harbour.md"].xpath("//h1/@lang") == []
