"""What stands between a page's title and its text: the lead in its many elements, bylines of many languages."""

from __future__ import annotations

import pytest

from generator.model import Article, LineRole, Source
from generator.reading.article import read_article
from tests.builders import body_of

TITLE = "Ferry stops in November"
FIRST = "The ferry to the island will stop running in November, the county said in a statement on Friday."
LAST = "A bridge has been promised since 1974; nobody has said so far who is to pay for it."
SECOND = "Tickets that were bought for the winter will be paid back, a spokesman for the company said."
THIRD = "Shops on the island had asked for at least one crossing a week."
LEAD = "Some 900 people will have to take the plane."
BYLINES = (
    ("da", "Af Mette Holm mh@avis.example", ("Mette Holm",)),
    ("da", "Af Mette Holm Publiceret: 14. marts 2024 kl. 06.15", ("Mette Holm",)),
    ("tr", "Yazan: Elif Kaya Giriş: 03.06.2022 - 10:15", ("Elif Kaya",)),
    ("sw", "Na Asha Juma Jumatano, Machi 8, 2023", ("Asha Juma",)),
    ("ko", "이수진 기자 입력 2023.07.12. 17:20 수정 2023.07.12. 18:01", ("이수진",)),
    ("ko", "글자크기 설정 인쇄하기", ()),
    ("zh", "2023年05月16日 08:42 来源：江城晚报 记者 李明", ("李明",)),
    ("ja", "取材 山田花子", ("山田花子",)),
    ("en", "3 May 2024, 10:30 | By Ada Holm", ("Ada Holm",)),
    ("th", "เผยแพร่ 12 ธันวาคม 2566 เวลา 10:30 น. โดย สมชาย ใจดี", ("สมชาย ใจดี",)),
    ("nl", "Van onze verslaggevers Jelle de Wit en Noor El Khatib | 16-01-25", ("Jelle de Wit", "Noor El Khatib")),
    ("el", "Γράφουν οι Μαρία Κοντού και Σπύρος Δελής", ("Μαρία Κοντού", "Σπύρος Δελής")),
    ("nl", "Gepubliceerd op 3 november 2023 om 16:30", ()),
)


def read(between: str, language: str = "en", end: str = LAST) -> Article:
    head = f"<html lang='{language}'><head><title>{TITLE}</title></head>"
    text = f"<div class='text'><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p><p>{end}</p></div>"
    return read_article(Source("page.html", f"{head}<body><main><h1>{TITLE}</h1>{between}{text}</main>".encode()))


@pytest.mark.parametrize(("signature", "authors"), [("KP-Redaktion", ("KP-Redaktion",)), ("Staff Picks", ())])
def test_an_office_signs_below_the_text_where_no_other_author_but_an_account_is_named(
    signature: str, authors: tuple[str, ...]
) -> None:
    text = "".join(f"<p>{part}</p>" for part in (FIRST, SECOND, THIRD, LAST, f"<em>{signature}</em>"))
    account = "<p>Von <a rel='author' href='/a'>coast press</a> am 21/02/2021</p>"
    page = (
        f"<html lang='de'><title>{TITLE}</title><body><div class='post tag-port'><h1>{TITLE}</h1>{text}{account}</div>"
    )
    assert read_article(Source("page.html", page.encode())).metadata.authors == (authors or ("coast press",))


@pytest.mark.parametrize(("language", "line", "authors"), BYLINES, ids=[line for _, line, _ in BYLINES])
def test_byline_names_its_people_and_nothing_else(language: str, line: str, authors: tuple[str, ...]) -> None:
    assert read(f"<div>{line}</div>", language).metadata.authors == authors


def test_two_names_in_wide_letters_are_two_and_a_spaced_one_is_one() -> None:
    assert read("<p class='writer'>山田花子　佐々木健一</p>", "ja").metadata.authors == ("山田花子", "佐々木健一")
    assert read("<p class='writer'>山田 花子</p>", "ja").metadata.authors == ("山田 花子",)


@pytest.mark.parametrize(
    "lead",
    [
        f"<h2 class='a1'>{LEAD[:-1]}</h2><figure><img src=x><figcaption>A ferry</figcaption></figure>",
        f"<h2>{LEAD}</h2><div>By Ada Holm, 3 May 2024</div>",
        f"<p class='teaser'>{LEAD}</p><p class='author'>By Ada Holm</p>",
        "<div class='article__lead'>Only the plane remains.</div><div class='byline'>By Ada Holm</div>",
    ],
)
def test_lead_belongs_to_the_text_whatever_its_element(lead: str) -> None:
    assert body_of(read(lead))[0].startswith(("Some 900 people", "Only the plane"))


MARKED = "Plane only: 900 islanders wait | the county shrugs"


def described(between: str, description: str) -> list[str]:
    """The paragraphs of a page that describes itself, with something between its title and its text."""
    head = f"<html lang='en'><head><title>{TITLE}</title><meta name='description' content='{description}'></head>"
    text = "".join(f"<p>{part}</p>" for part in (FIRST, SECOND, THIRD, LAST))
    page = f"{head}<body><main><h1>{TITLE}</h1>{between}<div class='text'>{text}</div></main>"
    return body_of(read_article(Source("page.html", page.encode())))


def test_what_the_page_describes_itself_with_is_the_lead_whatever_its_form() -> None:
    byline = "<div class='byline'>By Ada Holm</div>"
    assert described(f"<div>{MARKED}</div>{byline}", MARKED)[0] == MARKED
    assert described(f"<div>{MARKED}</div>{byline}", "Harbour news of every day")[0] == FIRST
    assert described(f"<div class='comments'>{MARKED}</div>{byline}", MARKED)[0] == FIRST


def test_a_heading_right_below_the_title_is_its_subtitle_where_it_is_long() -> None:
    assert body_of(read(f"<h2>{MARKED}</h2><div class='byline'>By Ada Holm</div>"))[0] == MARKED
    assert body_of(read("<h2>Plane only: 900 wait | More</h2><div class='byline'>By Ada Holm</div>"))[0] == FIRST


@pytest.mark.parametrize(
    "line", ["<p><a href='/x'>The plane is full until spring, and nobody sells tickets.</a></p>", f"<p>{TITLE}</p>"]
)
def test_a_link_and_the_title_again_are_no_lead(line: str) -> None:
    assert body_of(read(f"{line}<div class='byline'>By Ada Holm</div>"))[0] == FIRST


@pytest.mark.parametrize(
    "box", ["<h2>Related stories</h2>", "<div class='newsletter-teaser'>Get our letter every single morning.</div>"]
)
def test_box_below_the_title_is_no_lead(box: str) -> None:
    assert body_of(read(f"{box}<div class='byline'>By Ada Holm</div>"))[0] == FIRST


@pytest.mark.parametrize("agency", ["(dpa)", "(dpa/ah)", "/ritzau/"])
def test_last_paragraph_that_names_its_agency_stays(agency: str) -> None:
    last = f"Nobody has said who is to pay for it. {agency}"
    assert body_of(read("", end=last))[-1] == last


def test_heading_above_a_note_about_the_author_is_left_out_with_it() -> None:
    note = "<h3>About the author</h3><p>Ada Holm writes about islands and what becomes of them.</p>"
    article = read("<p class='byline'>By <a rel='author' href='/author/ada-holm'>Ada Holm</a></p>", end=f"{LAST}{note}")
    assert body_of(article)[-1] == LAST
    assert not [each for each in article.paragraphs if each.role is LineRole.SUBHEAD]


def test_outlet_behind_a_wide_colon_is_no_part_of_the_title() -> None:
    stated = {"og:title": "県庁舎を建て替えへ：みなと新聞", "og:site_name": "みなと新聞"}
    meta = "".join(f"<meta property='{name}' content='{words}'>" for name, words in stated.items())
    page = f"<html lang='ja'><head>{meta}</head><body><article><p>{FIRST}</p><p>{LAST}</p></article>"
    assert read_article(Source("page.html", page.encode())).metadata.title == "県庁舎を建て替えへ"


def test_author_who_is_introduced_in_the_byline_is_named() -> None:
    assert read("<p class='author'>Joost van der Meulen is hydroloog</p>", "nl").metadata.authors == (
        "Joost van der Meulen",
    )


def test_name_in_bold_below_the_text_signs_it() -> None:
    end = f"{LAST}</p><p><strong>Minh Anh</strong>"
    assert read("", "vi", end).metadata.authors == ("Minh Anh",)
    assert read("", "vi", end.replace("strong", "span")).metadata.authors == ()


@pytest.mark.parametrize(
    ("line", "day"),
    [("12.10.2004", "2004-10-12"), ("12. Oktober 2004, 10.30 Uhr", "2004-10-12"), ("Freitag, 27. November 2026", None)],
)
def test_date_right_above_the_title_is_of_the_article_unless_it_may_be_of_today(line: str, day: str | None) -> None:
    page = f"<html lang='de'><body><table><tr><td><font>{line}</font><br><h1>{TITLE}</h1><p>{FIRST}</p><p>{LAST}</p>"
    assert read_article(Source("page.html", page.encode())).metadata.published == day


@pytest.mark.parametrize(
    ("tab", "heading"),
    [
        (TITLE, f"<span>Transport</span><span>{TITLE}</span>"),  # the tab tells where the title begins
        ("Courier", f"<span class='kicker'>Transport</span><span>{TITLE}</span>"),  # the element tells what it is for
    ],
)
def test_a_section_that_layout_glues_to_the_title_is_no_part_of_it(tab: str, heading: str) -> None:
    page = f"<html lang='en'><head><title>{tab}</title></head><body><h1>{heading}</h1><p>{FIRST}</p><p>{SECOND}</p>"
    assert read_article(Source("page.html", page.encode())).metadata.title == TITLE


def test_a_headline_that_a_record_cuts_off_is_taken_whole_from_the_heading() -> None:
    record = f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{TITLE[:18]}..."}}</script>'
    page = f"<html lang='en'><head>{record}</head><body><h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p>"
    assert read_article(Source("page.html", page.encode())).metadata.title == TITLE


def test_outlet_behind_a_low_line_is_no_part_of_a_title_in_wide_letters() -> None:
    tab = "海岛渡轮十一月停航_海岛新闻网"
    meta = f"<title>{tab}</title><meta property='og:title' content='{tab}'>"
    text = "<p>受强冷空气影响，舟山至嵊泗的跨海轮渡已连续停航三天，码头滞留车辆超过一千辆。</p>" * 2
    page = f"<html lang='zh'><head>{meta}</head><body><div>{text}</div></body></html>"
    assert read_article(Source("page.html", page.encode())).metadata.title == "海岛渡轮十一月停航"


def test_title_of_a_page_without_headings_is_what_it_shows_of_its_tab() -> None:
    head = f"<html lang='en'><head><title>The Strait Online: {TITLE}</title></head>"
    page = f"{head}<body><font size=5><b>{TITLE}</b></font><br><br>{FIRST}<br><br>{SECOND}<br><br>{THIRD} {LAST}"
    assert read_article(Source("page.html", page.encode())).metadata.title == TITLE


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Land unter\nVon Ada Quell\n12. März 2025", "Land unter"),
        ("Deichbruch\nVon Ada Quell\n12. März 2025", "Deichbruch"),  # the article speaks of it
        ("Politik\nVon Ada Quell\n12. März 2025", None),
        ("Kommentar\nVon Ada Quell\n12. März 2025", None),
        ("Küstenpost\n12. März 2025", None),
        ("Ada Quell\n12. März 2025", None),
        ("Norhaven\n", None),
    ],
)
def test_a_first_line_as_short_as_a_label_is_the_title_where_its_place_tells_so(first: str, title: str | None) -> None:
    body = (
        "Nach dem Deichbruch bei Norhaven steht die halbe Stadt unter Wasser, wie der Landrat am Mittwoch mitteilte.",
        "Rund vierhundert Menschen mussten ihre Häuser verlassen und schlafen nun in einer Turnhalle am Stadtrand.",
        "Wie lange die Straßen gesperrt bleiben, konnte am Abend noch niemand von der Feuerwehr genau sagen.",
    )
    text = f"{first}\n\n" + "\n\n".join(body) + "\n"
    assert read_article(Source("a.txt", text.encode())).metadata.title == title
