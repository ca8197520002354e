"""When a page was published: by which of its days, where several stand on it and some are no day of the article."""

from __future__ import annotations

import json

import pytest

from generator.model import Source
from generator.reading.article import read_article

TEXT = (
    "The bridge over the river is to reopen in spring, the council said after a meeting on Monday night.",
    "Until then walkers have to use the towpath, and children walk an extra mile to their school.",
)


def published(language: str, head: str = "", above: str = "", between: str = "", site: str = "") -> str | None:
    """The day of a page with these elements in its head, in the head of the site, above its title, and below that."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in TEXT)
    main = f"<article>{above}<h1>The bridge over the river reopens</h1>{between}{text}</article>"
    head += "<title>The bridge over the river reopens</title>"
    top = f"<header>{site}<a href='/'>Home</a></header>"
    page = f"<html lang='{language}'><head>{head}</head><body>{top}<main>{main}</main></body></html>"
    return read_article(Source("page.html", page.encode())).metadata.published


@pytest.mark.parametrize("unset", ["1970-01-01T00:00:00Z", "1900-01-01"])
def test_a_day_that_was_never_set_is_none(unset: str) -> None:
    head = f"<meta property='article:published_time' content='{unset}'>"
    assert published("en", head, between="<p class='date'>9 January 2026</p>") == "2026-01-09"


@pytest.mark.parametrize("name", ["mediator_published_time", "content-publication-date", "date.issued"])
def test_any_meta_element_that_is_named_after_publication_gives_the_day(name: str) -> None:
    assert published("en", f"<meta name='{name}' content='2026-02-18T08:20:00+03:00'>") == "2026-02-18"
    assert published("en", f"<meta name='{name}' content='18/02'>") is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("<span>Innlent</span> | <span>16. febrúar 2026 kl. 7:42</span>", "2026-02-16"),
        ("<span>Tolmin</span>, <span>03. 02. 2026 10.24</span>", "2026-02-03"),
        ("<span>Tolmin</span>, <span>03. 02. 2026</span>", None),  # may be an event's
        ("<span>Ísafjörður</span> | <span>mánudagur 16. febrúar 2026 kl. 7:42</span>", None),  # may be today
    ],
)
def test_a_section_or_a_place_may_stand_with_the_day_above_the_title(line: str, day: str | None) -> None:
    assert published("is", above=f"<div>{line}</div>") == day


def test_the_day_between_title_and_text_is_believed_before_one_in_the_head_of_the_site() -> None:
    today = "<div class='date'>3 March 2026</div>"
    clock = "<time datetime='2026-03-03'>3 March 2026</time>"
    posted = "<div class='author'>Posted by Ann Holt on 14 February 2026</div>"
    assert published("en", above=today, between=posted) == "2026-02-14"
    assert published("en", above=f"<p>{clock}</p>", between=posted) == "2026-02-14"


def test_a_line_that_its_element_calls_a_credit_gives_the_day_unless_it_is_a_pictures() -> None:
    line = "<div class='credit'><span>אורי נבון</span><span>08/02/2026</span><span>14:22</span></div>"
    assert published("he", between=line) == "2026-02-08"
    assert published("he", between=f"<figure><img src='a.jpg'>{line}</figure>") is None


@pytest.mark.parametrize(
    "today", ["<div class='date'>24 November 2026</div>", "<time datetime='2026-11-24'>24 Nov</time>"]
)
def test_the_day_in_the_head_of_the_site_is_none_of_the_article(today: str) -> None:
    assert published("en", site=today, between="<p>By Ann Holt</p>") is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Event: 14 March 2026, Town Hall", None),
        ("Veröffentlicht: 14. März 2026", "2026-03-14"),
        ("Publicat: 14 mar. 2026", "2026-03-14"),
        (
            "<time datetime='2026-03-16'>Updated 16 March</time> <time datetime='2026-03-14'>14 March</time>",
            "2026-03-14",
        ),
        (
            "<time class='updated' datetime='2026-03-16'>16 March</time> <time datetime='2026-03-14'>14 March</time>",
            "2026-03-14",
        ),
    ],
)
def test_a_label_or_an_element_that_tells_of_something_else_dates_nothing(line: str, day: str | None) -> None:
    language = "de" if "ö" in line else "ro" if "Publicat" in line else "en"
    assert published(language, between=f"<p>{line}</p>") == day


def record(**fields: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps(fields)}</script>"


TITLE = "The bridge over the river reopens"
OWN = {"@type": "NewsArticle", "headline": TITLE}
OTHER = {"@type": "NewsArticle", "headline": "Council debates tram fares again", "datePublished": "2026-03-20"}


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (record(**OWN, datePublished=["2026-03-14T08:00:00Z"]), "2026-03-14"),
        (record(**OWN, datePublished={"@value": "2026-03-14"}), "2026-03-14"),
        (record(**OWN, dateCreated="2026-03-14"), "2026-03-14"),
        (record(**{"@type": "WebPage", "name": f"{TITLE} - Courier", "datePublished": "2026-03-14"}), "2026-03-14"),
        (record(**{"@type": "WebSite", "name": "Courier", "datePublished": "2011-01-01"}), None),
        (record(**OTHER), None),
        (record(**{"@type": "ItemList", "itemListElement": [OTHER | {"headline": "The river rises"}]}), None),
        (record(**OWN | {"headline": "River bridge: what now", "datePublished": "2026-03-14"}), "2026-03-14"),
    ],
)
def test_the_records_of_the_article_and_of_its_page_give_the_day_and_those_of_others_do_not(
    head: str, day: str | None
) -> None:
    assert published("en", head) == day


def test_eight_figures_in_the_address_are_the_day_where_nothing_else_is() -> None:
    assert published("en", "<link rel='canonical' href='https://courier.example/20260314/bridge'>") == "2026-03-14"
    assert published("en", "<link rel='canonical' href='https://courier.example/20269914/bridge'>") is None
