"""Which witness of a page is believed about its authors: a desk's account, a company, an agency, a columnist's box."""

from __future__ import annotations

import pytest

from generator.model import Article, Source
from generator.reading.article import read_article
from tests.builders import body_of

FIRST = "The bridge over the river is to reopen in spring, the council said after a meeting on Monday night."
SECOND = "Until then walkers have to use the towpath, and children walk an extra mile to their school."
JAPANESE = "能代港沖に立つ発電所で26日、新たに1基が自動停止した。運営会社が発表した。停止したのは今月2基目となる。"


def read(
    between: str = "",
    *,
    language: str = "en",
    author: str = "",
    below: str = "",
    text: tuple[str, ...] = (FIRST, SECOND),
) -> Article:
    """A page whose meta element names ``author``, with elements between title and text and below it."""
    head = f'<title>The bridge reopens</title><meta name="author" content="{author}">'
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in text)
    shown = f"<article><h1>The bridge reopens</h1>{between}<div class='text'>{paragraphs}</div></article>{below}"
    page = f"<html lang='{language}'><head>{head}</head><body><main>{shown}</main></body></html>"
    return read_article(Source("page.html", page.encode()))


@pytest.mark.parametrize(
    ("language", "line", "authors"),
    [
        ("de", "Von Anna Holt und dpa", ("Anna Holt", "dpa")),
        ("fr", "Par <strong>Anne Holt</strong> avec AFP", ("Anne Holt", "AFP")),
        ("lt", "Ana Holt, BNS", ("Ana Holt", "BNS")),
        ("en", "By Anna Holt, London", ("Anna Holt",)),
    ],
)
def test_agency_beside_a_person_in_a_byline_is_an_author_and_a_place_is_none(
    language: str, line: str, authors: tuple[str, ...]
) -> None:
    assert read(f"<div class='author'>{line}</div>", language=language).metadata.authors == authors


@pytest.mark.parametrize(
    "account", ["Haber Merkezi", "Slezské noviny, a.s.", "Harbour Gazette", "编辑：李娜", "Web Team"]
)
def test_a_person_in_the_byline_is_believed_before_a_desk_a_company_or_an_editor_in_the_head(account: str) -> None:
    assert read("<div class='author'>Anna Holt</div>", author=account).metadata.authors == ("Anna Holt",)


def test_a_desk_whose_name_begins_like_a_byline_keeps_its_name() -> None:
    assert read(author="Haber Merkezi", language="tr").metadata.authors == ("Haber Merkezi",)


def test_columnists_whose_own_articles_are_named_beside_them_wrote_nothing_else() -> None:
    box = "<div class='author'><b>Selma Tun</b><a href='/c/1'>What becomes of the hazelnut</a></div>"
    below = f"<div class='columns'><h3>Columnists</h3>{box}{box.replace('Selma Tun', 'Nora Ak')}</div>"
    assert read(author="Newsroom", below=below).metadata.authors == ("Newsroom",)


@pytest.mark.parametrize(
    ("line", "authors"), [("عمّان - رنا الخطيب", ("رنا الخطيب",)), ("Roma - Anna Olti", ("Anna Olti",))]
)
def test_place_before_the_name_in_a_byline_is_left_out(line: str, authors: tuple[str, ...]) -> None:
    assert read(f"<span class='author'>{line}</span>", language="ar").metadata.authors == authors


@pytest.mark.parametrize(
    ("run", "authors"), [("佐藤遥香", ("佐藤遥香",)), ("千葉県", ()), ("福島支局", ()), ("山野日報", ()), ("社会", ())]
)
def test_a_known_surname_in_an_element_beside_the_day_begins_an_authors_name(
    run: str, authors: tuple[str, ...]
) -> None:
    line = f"<p><span>{run}</span><time>2026年2月27日 6時00分</time></p>"
    assert read(line, language="ja", text=(JAPANESE, JAPANESE[::-1])).metadata.authors == authors


def test_short_points_of_a_list_that_is_called_a_subtitle_are_the_lead() -> None:
    points = "<li>Walkers use the towpath until then</li><li>Traders will go to court</li>"
    assert body_of(read(f"<ul class='subtitulos'>{points}</ul><div class='author'>Anna Holt</div>"))[:2] == [
        "Walkers use the towpath until then",
        "Traders will go to court",
    ]


def test_a_source_among_labels_in_bold_is_a_paragraph_and_one_alone_is_a_credit() -> None:
    source, details = "<b>Джерело:</b> міська рада у Facebook", "<b>Деталі:</b> міст закриють у березні на два місяці."
    told = read(language="uk", text=(FIRST, source, details, SECOND))
    assert "Джерело: міська рада у Facebook" in body_of(told)
    assert "Джерело: міська рада у Facebook" not in body_of(read(language="uk", text=(FIRST, source, SECOND)))


def test_the_house_that_a_record_calls_an_organisation_gives_way_to_a_person_in_the_byline() -> None:
    record = '{"@type":"NewsArticle","headline":"The bridge reopens","author":{"@type":"Organization","name":"%s"}}'
    script = "<script type='application/ld+json'>" + record + "</script>"
    for house, authors in (("Rundfunk Mitte", ("Tom Holt",)), ("AFP", ("AFP",))):
        line = f"{script % house}<p class='author'>von Tom Holt</p>"
        assert read(line, language="de").metadata.authors == authors


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        ("<p>By Ada Holm</p><div>Coast Weekly</div>", ("Ada Holm",)),
        ("<p>By Ada Holm</p><p>Otieno Wafula</p>", ("Ada Holm", "Otieno Wafula")),
        (
            "<div class='byline'>By Ada Holm</div><div class='byline'><span>Photo</span> Jo Reet</div>",
            ("Ada Holm",),
        ),
    ],
)
def test_what_stands_in_another_element_below_the_author_is_no_author(lines: str, authors: tuple[str, ...]) -> None:
    assert read(f"<div class='authors'>{lines}</div>").metadata.authors == authors


@pytest.mark.parametrize("name", ["mediator_author", "article-author"])
def test_any_meta_element_that_is_named_after_authors_names_them(name: str) -> None:
    assert read(f"<meta name='{name}' content='Anna Holt'>").metadata.authors == ("Anna Holt",)


def test_a_short_word_keeps_the_point_that_shortens_it() -> None:
    assert read(author="Red.", language="de").metadata.authors == ("Red.",)
    assert read(author="Anna Holt Jr.").metadata.authors == ("Anna Holt Jr.",)
    assert read(author="Anna Holt, dpa.", language="de").metadata.authors == ("Anna Holt", "dpa")


@pytest.mark.parametrize(
    ("language", "line", "authors"),
    [
        ("en", "BY ANNA HOLT AND JO REET", ("ANNA HOLT", "JO REET")),
        ("en", "Words: Anna Holt | Pictures: Jo Reet", ("Anna Holt",)),
        ("en", "By Our Reporter", ()),
        ("en", "Anna Holt New York Correspondent", ()),
        ("en", "By Anna Holt and Jo Reet, The Conversation", ("Anna Holt", "Jo Reet")),
        ("en", "Medically reviewed by Jo Reet, MD — Written by Anna Holt", ("Anna Holt",)),
        ("de", "Anna Holt ist Redakteurin im Ressort Politik", ("Anna Holt",)),
        ("sv", "Text: Anna Holm Bild: Jan Ek", ("Anna Holm",)),
        ("pl", "Opracowanie: Anna Nowak, Źródło: PAP", ("Anna Nowak",)),
        ("de", "Aus Rom berichtet Anna Holt", ("Anna Holt",)),
        ("de", "dpa", ("dpa",)),
        ("fr", "La rédaction", ("La rédaction",)),
        ("es", "Ana Ruiz Enviada especial", ("Ana Ruiz",)),
        ("nl", "Tekst Anna de Vries Beeld Jan Smit", ("Anna de Vries",)),
        ("zh", "记者 王明 李雷", ("王明", "李雷")),
        ("zh", "记者 王明 城南报道", ("王明",)),
    ],
)
def test_a_marked_line_names_who_wrote_and_nobody_else(language: str, line: str, authors: tuple[str, ...]) -> None:
    assert read(f"<div class='byline'>{line}</div>", language=language).metadata.authors == authors


@pytest.mark.parametrize(
    ("language", "opening", "authors"),
    [
        ("ja", "【ロンドン=佐藤健】", ("佐藤健",)),
        ("ja", "【ロンドン=時事通信】", ()),
        ("ko", "[서울=산들통신] 김철수 기자 = ", ("김철수",)),
    ],
)
def test_a_place_and_a_name_open_a_text_in_wide_letters(language: str, opening: str, authors: tuple[str, ...]) -> None:
    assert read(language=language, text=(opening + JAPANESE, JAPANESE[::-1])).metadata.authors == authors


def test_two_names_with_a_dash_in_bold_sign_a_text() -> None:
    text = (*(f"{number}. {FIRST}" for number in range(6)), "<strong>Minh Anh - Thu Hà</strong>")
    assert read(language="vi", text=text).metadata.authors == ("Minh Anh", "Thu Hà")


@pytest.mark.parametrize("line", ["<div class='location'>San Francisco</div>", "<div>New York Times</div>"])
def test_a_place_or_a_paper_alone_above_the_text_is_no_author(line: str) -> None:
    assert read(line).metadata.authors == ()
