"""What a reader sees of the articles behind an entry: the first few of many, where an outlet is at home."""

from __future__ import annotations

from dataclasses import replace

from lxml import html
from lxml.html import HtmlElement

from generator.model import Article, ArticleKind, Dossier, Edition, Event, Origin, Publisher
from generator.publishing.search.index import search_files
from tests.builders import article
from tests.publishing.dossiers import PORT, citation, small_dossier, statement
from tests.publishing.rendered import built, of_class, text_of

WORDS = "The harbour of Brekum is closed."


def test_of_many_sources_the_first_three_are_in_sight_and_the_others_counted() -> None:
    [line] = sourcing_of("wide", reported_by(12))

    assert [text_of(one) for one in of_class(line, "from") if not is_folded(one)] == [
        f"Courier {number}, 11 August 2025, English" for number in (1, 2, 3)
    ]
    assert text_of(of_class(line, "rest-count")[0]) == "and 9 more"
    assert len(of_class(line, "from")) == 12


def test_an_opinion_among_the_folded_sources_is_in_sight() -> None:
    [line] = sourcing_of("wide", reported_by(6, opinion=5))

    assert text_of(of_class(line, "rest-count")[0]) == "and 3 more, among them opinion"


def test_four_sources_are_all_in_sight() -> None:
    [line] = sourcing_of("wide", reported_by(4))

    assert not of_class(line, "rest")
    assert len(of_class(line, "from")) == 4


def test_the_many_sources_of_an_event_unfold_too() -> None:
    [line] = sourcing_of("e-wide", reported_by(5))

    assert line.tag == "details"
    assert text_of(of_class(line, "rest-count")[0]) == "and 2 more"


def test_the_country_of_an_outlet_is_said_where_a_reader_asks_who_published() -> None:
    dossier = replace(small_dossier(), publishers=(Publisher("bote", "Küstenbote", country="DE"),))
    pages = built(dossier)

    [port] = [one for one in of_class(pages["sources.md"], "source-words") if "Küstenbote" in text_of(one)]
    assert text_of(port) == "Küstenbote (Germany), 11 August 2025, German"
    assert "Küstenbote Germany" in text_of(pages["articles/hafen.md"].xpath("//dl[1]/dd")[0])


def test_sentences_that_no_space_parts_are_shown_without_one() -> None:
    chinese = article("港口关闭。水位很低。", identifier="gang", language="zh")
    chinese = replace(chinese, paragraphs=(replace(chinese.paragraphs[0], spans=(0, 5, 5, 10)),))
    private = small_dossier(edition=Edition.PRIVATE)
    pages = built(replace(private, articles=(*private.articles, chinese)))

    assert of_class(pages["articles/gang.md"], "whole-text")[0].text_content().strip() == chinese.text
    german = of_class(pages["articles/hafen.md"], "whole-text")[0]
    assert "ausgebaut. Die Arbeiten" in german.text_content()


def test_an_untitled_article_without_spaces_between_words_goes_by_a_short_beginning() -> None:
    chinese = article(
        "武汉港口管理局表示由于干旱港口的货运量减少了两成而且水位比去年同期低两米。", identifier="gang", language="zh"
    )
    dossier = small_dossier()

    page = built(replace(dossier, articles=(*dossier.articles, chinese)))["articles/gang.md"]

    assert text_of(page.xpath("//h1")[0]) == "武汉港口管理局表示由于干旱港口的货运量减少了两成 …"


def reported_by(outlets: int, opinion: int = 0) -> Dossier:
    """A statement and an event that as many outlets report; the one of this number in an opinion piece."""
    reports = [
        report(number, ArticleKind.OPINION if number == opinion else ArticleKind.NEWS)
        for number in range(1, outlets + 1)
    ]
    cited = [citation(one, WORDS) for one in reports]
    wide = statement("wide", "The harbour is closed.", *cited, origin=Origin.EDITOR)
    event = Event("e-wide", "2025-08-08", "8 August", WORDS, "en", tuple(cited), ("harbour",))
    dossier = small_dossier()
    [briefing] = dossier.briefings
    known = tuple(one.id for one in reports)
    briefing = replace(briefing, statements=(wide,), timeline=(event,), articles=(*briefing.articles, *known))
    return replace(dossier, articles=(PORT, dossier.articles[1], *reports), briefings=(briefing,), timeline=(event,))


def report(number: int, kind: ArticleKind) -> Article:
    return article(
        WORDS,
        identifier=f"report-{number}",
        title="Closed",
        publisher=f"Courier {number}",
        published="2025-08-11",
        kind=kind,
    )


def sourcing_of(entry: str, dossier: Dossier) -> list[HtmlElement]:
    return of_class(built(dossier)["themes/harbour.md"].get_element_by_id(entry), "sourcing")


def is_folded(element: HtmlElement) -> bool:
    return "rest" in str(element.get("class")).split()


def test_every_text_that_comes_from_an_article_says_from_which_side_it_is_written() -> None:
    hebrew = article(
        "הנמל נסגר.", identifier="namal", title="הנמל נסגר", publisher="Carmel", published="2025-08-11", language="he"
    )
    quote = citation(hebrew, "הנמל נסגר.")
    extract = replace(statement("x-he", "הנמל נסגר.", quote, origin=Origin.EXTRACT), language="he")
    dossier = small_dossier(edition=Edition.PRIVATE)
    [briefing] = dossier.briefings
    briefing = replace(briefing, bottom_line=None, statements=(extract,), articles=(*briefing.articles, "namal"))
    pages = built(replace(dossier, articles=(*dossier.articles, hebrew), briefings=(briefing,)))

    told = [(path, one) for path, page in pages.items() for one in page.xpath("//*[@lang='he']")]
    assert {path for path, _ in told} >= {"index.md", "sources.md", "themes/harbour.md", "articles/namal.md"}
    for path, one in told:
        around = next(ancestor for ancestor in (one, *one.iterancestors()) if ancestor.get("dir"))
        assert around.get("dir") == "rtl", (path, html.tostring(one, encoding="unicode"))


def test_in_a_search_result_a_date_stays_behind_an_outlet_that_is_written_from_the_right() -> None:
    hebrew = article(WORDS, identifier="namal", title="Closed", publisher="הכרמל", published="2025-08-11")
    dossier = small_dossier()
    index = search_files(replace(dossier, articles=(*dossier.articles, hebrew)))
    files = {file.path: file.content for file in index}

    assert "\u2068הכרמל\u2069, 11 August 2025" in files["search/entries-0.js"]
