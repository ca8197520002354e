"""What sort of text an article says it is: by a line of its own or in its title, never by the menu of its page."""

from __future__ import annotations

import pytest

from generator.model import ArticleKind, Source
from generator.reading.article import read_article
from generator.reading.documents.plain_text import read_plain_text
from generator.reading.heads.names import kind_in_title
from generator.reading.pages.page import read_page

PROSE = (
    "The council of Norhaven voted on Monday for a new bridge over the river, which is to cost nine million crowns. "
)
BODY = "\n\n".join([PROSE * 2, "Work begins in spring, the mayor said. " * 4, PROSE])
MENU = "Norhaven Courier\nHome\nWorld\nBusiness\nSport\nCulture\nOpinion\n"


@pytest.mark.parametrize(
    ("above", "kind"),
    [
        (MENU + "Subscribe now\n\n", None),
        (MENU + "\n", None),
        (MENU + "Subscribe now\n\nOpinion\n", ArticleKind.OPINION),
        ("Norhaven Courier\nHome\nOpinion\n\n", ArticleKind.OPINION),
        ("Opinion\n\n", ArticleKind.OPINION),
    ],
)
def test_section_in_a_menu_is_not_the_kind_of_the_article(above: str, kind: ArticleKind | None) -> None:
    text = f"{above}A bridge for Norhaven after all\n\nBy Ana Rey\n8 May 2026\n\n{BODY}\n"
    assert read_plain_text(text, "en").metadata.kind is kind


@pytest.mark.parametrize(
    ("title", "language", "kind"),
    [
        ("Kommentar: Die Brücke kommt zu spät", "de", ArticleKind.OPINION),
        ("A bridge too late | Comment", "en", ArticleKind.OPINION),
        ("社説　橋の再建を急げ", "ja", ArticleKind.OPINION),
        ("【解説】橋はなぜ遅れたか", "ja", ArticleKind.ANALYSIS),
        ("[사설] 다리가 너무 늦었다", "ko", ArticleKind.OPINION),
        ("专访：市长谈大桥", "zh", ArticleKind.INTERVIEW),
        ("رأي: الجسر يأتي متأخرا", "ar", ArticleKind.OPINION),
        ("PRESS RELEASE: Bridge opens in May", "en", ArticleKind.PRESS_RELEASE),
        ("Norhaven: a bridge too late", "en", None),
        ("Editorial board quits over bridge", "en", None),
    ],
)
def test_title_names_its_section_before_a_mark_or_behind_a_bar(
    title: str, language: str, kind: ArticleKind | None
) -> None:
    assert kind_in_title(title, language) is kind


@pytest.mark.parametrize(
    ("section", "buttons", "kind"),
    [
        ("<p>Opinion</p>", "", ArticleKind.OPINION),
        ("", "<ul><li>Share</li><li>Comment</li><li>Save</li></ul>", ArticleKind.NEWS),
        ("", "<time>8 May 2026</time><p>OPINION</p>", ArticleKind.OPINION),
    ],
)
def test_section_below_the_title_of_a_page_says_more_than_its_news_article(
    section: str, buttons: str, kind: ArticleKind
) -> None:
    record = '{"@type": "NewsArticle", "headline": "A bridge too late for Norhaven"}'
    text = "".join(f"<p>{part}</p>" for part in BODY.split("\n\n"))
    page = (
        f'<html lang="en"><head><script type="application/ld+json">{record}</script></head><body><article>'
        f"<h1>A bridge too late for Norhaven</h1>{section}<p>By Ana Rey</p>{buttons}{text}</article></body></html>"
    )
    assert read_page(Source("page.html", page.encode()), None).metadata.kind is kind


ASKED = ("Why now?", "What is missing?", "And the town?")


@pytest.mark.parametrize(
    ("answers", "kind"),
    [
        (
            [
                "Because I know the river. I saw farmers sell their cows.",
                "We have no judge, and I think that is wrong.",
            ],
            ArticleKind.INTERVIEW,
        ),
        (["The river is low. Farmers sell their cows.", 'There is no judge. "We have none," the mayor said.'], None),
    ],
)
def test_questions_that_somebody_answers_of_himself_make_an_interview(
    answers: list[str], kind: ArticleKind | None
) -> None:
    answers = [*answers, "It waits for the water, and nobody can say how long that will be."]
    turns = [line for pair in zip(ASKED, answers, strict=True) for line in pair]
    text = "\n\n".join(["A bridge for Norhaven after all", "By Ana Rey\n8 May 2026", PROSE * 2, *turns])
    assert read_article(Source("a.txt", f"{text}\n".encode())).metadata.kind is kind
