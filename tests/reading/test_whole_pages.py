"""What only the whole of a page tells of its blocks: points that end a text, headings, offers, what follows it."""

from __future__ import annotations

import pytest
from lxml import html

from generator.model import Article, LineRole, Source
from generator.reading.article import read_article
from generator.reading.assembly import Piece
from generator.reading.pages.page import _second_opinion
from generator.reading.pages.verdicts import COMMENTS_REASON
from tests.builders import body_of

TITLE = "Ferry to the island stops in November"
TEXT = (
    "The ferry to the island will stop running in November, the county said in a statement on Friday.",
    "Tickets that were bought for the winter will be paid back, a spokesman for the company said.",
    "Shops on the island had asked for at least one crossing a week.",
    "A bridge has been promised since 1974; nobody has said so far who is to pay for it.",
)
OTHER = (
    "The county council met for six hours on Friday and heard the harbour master, the unions and three engineers.",
    "None of them could say how the island is to be supplied with fuel and medicine once the boats have stopped.",
)
POINTS = ("The last ferry leaves at noon", "No bus waits there")


def in_paragraphs(*texts: str, tag: str = "p") -> str:
    return "".join(f"<{tag}>{text}</{tag}>" for text in texts)


PROSE = in_paragraphs(*TEXT)


def read(body: str) -> Article:
    page = f"<html lang='en'><head><title>{TITLE}</title></head><body><main>{body}</main></body></html>"
    return read_article(Source("page.html", page.encode()))


def read_below_title(below: str) -> Article:
    return read(f"<h1>{TITLE}</h1>{below}")


def roles_of(article: Article) -> dict[str, LineRole]:
    return {line.text: line.role for line in article.lines}


def test_points_that_end_the_text_belong_to_it() -> None:
    points = in_paragraphs(*POINTS, tag="li")
    assert body_of(read_below_title(f"<div>{PROSE}<ul>{points}</ul></div>")) == [*TEXT, *POINTS]


@pytest.mark.parametrize(
    "end",
    [
        "<li>No plane</li></ul></div>",
        "<li><a href='/x'>The winter plane costs forty crowns</a></li></ul></div>",
        "</ul><b>The winter plane costs forty crowns</b></div>",
        "</ul></div><div><ul><li>The winter plane costs forty crowns</li></ul></div>",
    ],
)
def test_points_end_where_something_else_begins(end: str) -> None:
    points = in_paragraphs(*POINTS, tag="li")
    assert body_of(read_below_title(f"<div>{PROSE}<ul>{points}{end}")) == [*TEXT, *POINTS]


@pytest.mark.parametrize(
    "below",
    [
        f"<ul><li>{POINTS[0]}</li></ul></div>",
        "<ul><li>No ferry</li><li>No bus</li></ul></div>",
        "<ul>" + "".join(f"<li><a href='/{n}'>{point}</a></li>" for n, point in enumerate(POINTS)) + "</ul></div>",
        f"{in_paragraphs(*POINTS, tag='b')}</div>",
        f"</div><div><ul>{in_paragraphs(*POINTS, tag='li')}</ul></div>",
    ],
    ids=["one alone", "a word or two", "links", "no list", "another part of the page"],
)
def test_what_only_looks_like_points_of_the_text_is_left_out(below: str) -> None:
    assert body_of(read_below_title(f"<div>{PROSE}{below}")) == list(TEXT)


def test_a_short_line_between_paragraphs_of_one_element_is_a_heading() -> None:
    line = "What it costs the island"
    beside = in_paragraphs(TEXT[0], line, *TEXT[1:], tag="div")
    assert roles_of(read_below_title(f"<div>{beside}</div>"))[line] is LineRole.SUBHEAD
    apart = f"<div>{TEXT[0]}</div><div class='z'><div>{line}</div></div>{in_paragraphs(*TEXT[1:], tag='div')}"
    assert roles_of(read_below_title(apart))[line] is LineRole.OTHER


@pytest.mark.parametrize("line", ["Ada Holm, Tarvel: at sea", "No", "Share this: mail / print"])
def test_a_label_between_paragraphs_is_no_heading(line: str) -> None:
    beside = in_paragraphs(TEXT[0], line, *TEXT[1:], tag="div")
    assert roles_of(read_below_title(f"<div>{beside}</div>"))[line] is not LineRole.SUBHEAD


OFFER = "Subscribe now and read on: the first month is free, and you can leave at any time you like."
SERVICE = "Whatever else you want to know is told by our friendly desk every day from nine to five."


def test_the_offer_in_front_of_a_text_is_left_out_with_all_that_stands_in_it() -> None:
    found = roles_of(read_below_title(f"<div>{PROSE}</div><div class='paywall'>{in_paragraphs(OFFER, SERVICE)}</div>"))
    assert (found[OFFER], found[SERVICE]) == (LineRole.APPEAL, LineRole.APPEAL)


def test_the_text_behind_an_offer_is_text_though_its_element_is_called_after_the_wall() -> None:
    assert body_of(read_below_title(f"<div class='paywall'>{PROSE}<p>{OFFER}</p></div>")) == list(TEXT)
    around_all = read(f"<div class='paywall'><h1>{TITLE}</h1>{PROSE}<p>{OFFER}</p></div>")
    assert body_of(around_all) == list(TEXT)


def test_a_title_that_stands_beside_an_offer_is_the_title() -> None:
    found = read(f"<div class='paywall'><h1>{TITLE}</h1><p>{OFFER}</p></div><div>{PROSE}</div>")
    assert roles_of(found)[TITLE] is LineRole.TITLE


def test_a_long_part_of_the_text_behind_the_wall_is_text_though_an_offer_opens_it() -> None:
    open_to_all = [f"{text} This was said on day {day}." for day in range(8) for text in OTHER]
    paid = [f"{text} This was said on night {night}." for night in range(4) for text in OTHER]
    wall = f"<div class='paywall'><p>{OFFER}</p>{in_paragraphs(*paid)}</div>"
    found = body_of(read_below_title(f"<div>{in_paragraphs(*open_to_all)}{wall}</div>"))
    assert [text for text in found if text != OFFER] == [*open_to_all, *paid]


def test_a_part_called_after_the_wall_that_offers_nothing_is_text() -> None:
    last = f"<div class='paywall'>{in_paragraphs(TEXT[-1])}</div>"
    assert body_of(read_below_title(f"<div>{in_paragraphs(*TEXT[:-1])}</div>{last}")) == list(TEXT)


@pytest.mark.parametrize(
    "next_article",
    [
        f"<div><h1>Council wants a bridge by 2031</h1><div>{in_paragraphs(*OTHER)}</div></div>",
        f"<article><h2>Council wants a bridge by 2031</h2><div>{in_paragraphs(*OTHER)}</div></article>",
    ],
    ids=["a heading of the first level", "an article element"],
)
def test_the_next_article_below_is_not_this_one(next_article: str) -> None:
    assert body_of(read(f"<article><h1>{TITLE}</h1><div>{PROSE}</div></article>{next_article}")) == list(TEXT)


@pytest.mark.parametrize(
    "heading",
    [f"<h1>{TITLE}</h1>", "<h1>What now?</h1>", "<h1>Council wants a bridge by 2031</h1>"],
    ids=["the title again", "of two words", "among the paragraphs"],
)
def test_a_heading_of_the_first_level_in_the_text_opens_no_article(heading: str) -> None:
    text = f"<div>{PROSE}{heading}{in_paragraphs(*OTHER)}</div>"
    assert body_of(read(f"<h1>{TITLE}</h1>{text}")) == [*TEXT, *OTHER]


def test_an_article_element_right_below_a_bare_title_holds_its_text() -> None:
    below = f"<article><h2>Council wants a bridge by 2031</h2><div>{in_paragraphs(*OTHER)}</div></article>"
    assert body_of(read(f"<article><h1>{TITLE}</h1><p>{TEXT[0]}</p></article>{below}")) == [TEXT[0], *OTHER]


def test_a_line_with_the_author_and_figures_of_a_date_is_a_byline() -> None:
    line = "Ada Holm, 22/03/2024 12:31"
    below = f"<p><a class='author' href='/a'>Ada Holm</a>{line.removeprefix('Ada Holm')}</p><div>{PROSE}</div>"
    assert roles_of(read_below_title(below))[line] is LineRole.BYLINE


@pytest.mark.parametrize(
    "sentence",
    [
        "<b class='author'>Ada Holm</b> of the county counted 1200 crates in 2023.",
        "In 2023 and 2024 some 1200 crates a day lay on the quay in the sun, <b class='author'>Ada Holm</b> wrote.",
    ],
)
def test_a_sentence_that_names_its_author_and_a_year_is_text(sentence: str) -> None:
    told = str(html.fromstring(sentence).xpath("string()"))
    assert body_of(read_below_title(f"<div>{PROSE}<p>{sentence}</p></div>")) == [*TEXT, told]


def test_what_another_reader_finds_is_text_but_for_comments_and_the_title() -> None:
    pieces = (
        Piece(TITLE, LineRole.TITLE, ""),
        Piece(TEXT[0], LineRole.OTHER, ""),
        Piece(TEXT[1], LineRole.OTHER, COMMENTS_REASON),
        Piece(OTHER[0], LineRole.ADVERT, ""),
        Piece("the island", LineRole.OTHER, ""),
    )
    tree = html.document_fromstring(f"<html><body><article><h1>{TITLE}</h1>{PROSE}{in_paragraphs(*OTHER)}</article>")
    found = _second_opinion(tree, pieces)
    assert [piece.text for piece in found if piece.role is LineRole.BODY] == [TEXT[0], OTHER[0]]
    sure = (
        Piece(OTHER[1], LineRole.BODY, ""),
        Piece(OTHER[0], LineRole.OTHER, ""),
        Piece(TEXT[0], LineRole.ADVERT, ""),
    )
    assert [piece.role for piece in _second_opinion(tree, sure)] == [LineRole.BODY, LineRole.BODY, LineRole.ADVERT]
    much = (Piece(" ".join(OTHER) * 2, LineRole.BODY, ""), *pieces)
    assert _second_opinion(tree, much) == much
