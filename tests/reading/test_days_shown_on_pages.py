"""Days that a page shows and records nowhere: which of its lines say when the article was published."""

from __future__ import annotations

import pytest

from generator.model import Source
from generator.reading.article import read_article

TITLE = "Ferry stops in November"
TEXT = (
    "The ferry to the island will stop running in November, the county said in a statement on Friday.",
    "Tickets that were bought for the winter will be paid back, a spokesman for the company said.",
    "Shops on the island had asked for at least one crossing a week.",
    "The harbour master said that an old freight barge could sail twice a week in calm weather.",
    "A bridge has been promised since 1974; nobody has said so far who is to pay for it.",
)
DAY = "2024-05-08"


def published(
    *, above: str = "", between: str = "", below: str = "", opening: str = "", language: str = "en"
) -> str | None:
    """The day of an article with something above its title, between title and text, before or below its words."""
    paragraphs = "".join(f"<p>{text}</p>" for text in (opening + TEXT[0], *TEXT[1:]))
    page = (
        f"<html lang='{language}'><head><title>{TITLE}</title></head>"
        f"<body><main>{above}<h1>{TITLE}</h1>{between}<div class='t'>{paragraphs}</div>{below}</main></body></html>"
    )
    return read_article(Source("page.html", page.encode())).metadata.published


@pytest.mark.parametrize(
    "marked",
    [
        "<span itemprop='datePublished' content='2024-05-08'>Wed</span>",
        "<span property='datePublished' title='2024-05-08'>Wed</span>",
        "<span itemprop='datePublished'>Wed</span><span itemprop='datePublished' datetime='2024-05-08'>Wed</span>",
        "<div><time>yesterday</time> <time datetime='2024-05-08'>8 May</time></div>",
    ],
    ids=["content", "title", "the second of two", "a time element with words"],
)
def test_an_element_marked_for_the_day_gives_it_in_any_of_its_attributes(marked: str) -> None:
    assert published(between=marked) == DAY


def test_the_time_of_another_story_is_none_of_this_article() -> None:
    other = "<div class='related'><a href='/x'><time datetime='2024-05-08'>8 May</time> A story of the sea</a></div>"
    assert published(below=other) is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("By Ada Holm | Published 8 May 2024", DAY),
        ("8 May 2024, updated 9 May 2024", DAY),
        ("Updated 9 May 2024, published 8 May 2024", DAY),
        ("Updated 9 May 2024 | Published 8 May 2024", DAY),
        ("8 May 2024, 11am", DAY),
        ("8 May 2024, 11am to 6pm", None),  # when something takes place
        ("Tarvel, 8 May 2024", DAY),
        (f"By Ada Holm, our correspondent for {'the islands and ' * 7}the coast | 8 May 2024", None),  # no such line
    ],
)
def test_a_line_between_title_and_text_says_when_the_article_appeared_and_no_other_day(
    line: str, day: str | None
) -> None:
    assert published(between=f"<div>{line}</div>") == day


def test_a_date_that_is_a_link_counts_where_it_is_marked_as_one() -> None:
    link = "<a href='/2024/05/08'>8 May 2024</a>"
    assert published(between=f"<div class='date'>{link}</div>") == DAY
    assert published(between=f"<div class='nav'>{link}</div>") is None


def test_what_a_picture_shows_has_a_day_of_its_own() -> None:
    assert published(between="<figure><img src='x'><figcaption>The pier, 8 May 2024</figcaption></figure>") is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published 8 May 2024", DAY),
        ("Tarvel Hall, 8 May 2024", None),
        ("Publisheds 8 May 2024", None),  # only the whole word tells
    ],
)
def test_below_the_text_a_day_counts_where_the_line_says_what_it_is(line: str, day: str | None) -> None:
    assert published(below=f"<p>{line}</p>") == day


def test_the_day_below_a_linked_headline_is_that_of_another_article() -> None:
    teaser = "<h3><a href='/x'>Another story of the sea</a></h3><p>Published 8 May 2024</p>"
    assert published(below=f"<div>{teaser}</div>") is None


@pytest.mark.parametrize(
    ("line", "language", "day"),
    [
        ("8 May 2024", "en", DAY),
        ("8. Mai 2024, 10:30 Uhr", "de", DAY),
        ("Harbour news of the coast, 8 May 2024", "en", None),
        ("May 2024", "en", None),
    ],
)
def test_above_the_title_a_day_counts_where_it_stands_alone(line: str, language: str, day: str | None) -> None:
    assert published(above=f"<div>{line}</div>", language=language) == day


@pytest.mark.parametrize(("opening", "day"), [("08.05.24 - ", DAY), ("Am 08.05.24 - ", None), ("08.05.24 ", None)])
def test_a_day_in_figures_with_a_dash_opens_a_text_and_dates_it(opening: str, day: str | None) -> None:
    assert published(opening=opening, language="de") == day
