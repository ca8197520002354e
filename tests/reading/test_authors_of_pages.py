"""Who wrote the article on a page: by its byline, its record, what signs the text."""

from __future__ import annotations

import pytest

from generator.model import LineRole
from tests.reading.test_web_page import MORE, PROSE, read


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("By Ann Holt and Bea Quist", ("Ann Holt", "Bea Quist")),
        ("By Ann Holt, 12 May 2024", ("Ann Holt",)),
        ("By Ann Holt, Political Editor", ("Ann Holt",)),
        ("Words by Ann Holt. Photographs by Jo Reet", ("Ann Holt",)),
        ("By Ann Holt and Bea d’Orval in Port Reet", ("Ann Holt", "Bea d’Orval")),
    ],
)
def test_byline_under_the_title_names_the_authors(byline: str, authors: tuple[str, ...]) -> None:
    page = (
        '<html lang="en"><head><meta property="og:site_name" content="Coast Courier"></head><body><h1>Harbour</h1>'
        f'<div class="byline">{byline}</div><div class="text"><p>{PROSE}</p><p>{MORE}</p></div></body></html>'
    )
    article = read(page)
    assert article.metadata.authors == authors
    assert byline not in article.text


def test_note_on_the_author_below_the_text_is_no_evidence() -> None:
    note = "Ann Holt has covered the coast since 2010."
    prose = "".join(f"<p>{number}. {PROSE}</p>" for number in range(5))
    head = '<meta name="author" content="Ann Holt">'
    article = read(f"<html><head>{head}</head><body><h1>Harbour</h1>{prose}<p>{note}</p></body></html>")
    assert [line.role for line in article.lines if line.text == note] == [LineRole.BYLINE]


@pytest.mark.parametrize(
    ("language", "stated", "authors"),
    [
        ("fr", "Par Ann Holt avec Bea Quist", ("Ann Holt", "Bea Quist")),
        ("en", "Ann Holt (Reuters)", ("Ann Holt",)),
        ("en", "Ann Holt in London", ("Ann Holt",)),
        ("en", "Ann Holt - Coast Courier", ("Ann Holt",)),
        ("en", "Ann Holt | Photos: Jo Reet", ("Ann Holt",)),
        ("en", "ann.holt@courier.example (Ann Holt)", ("Ann Holt",)),
        ("en", "Ann Holt<br>Bea Quist", ("Ann Holt", "Bea Quist")),
        ("de", "Ann Holt sowie Bea Quist", ("Ann Holt", "Bea Quist")),
        ("en", "3 minutes", ()),
        ("de", "Redaktion", ("Redaktion",)),
        ("es", "Juan María de los Ríos", ("Juan María de los Ríos",)),
        ("es", "José Ortega y Gasset y Ann Holt", ("José Ortega y Gasset", "Ann Holt")),
        ("nl", "Ann van der Holt en Bea op den Kamp", ("Ann van der Holt", "Bea op den Kamp")),
        ("nl", "Ann ter Holt", ("Ann ter Holt",)),
        ("sl", "Ana Holt ter Bea Kos", ("Ana Holt", "Bea Kos")),
        ("es", "Ann Holt en Puerto Nuevo", ("Ann Holt",)),
        ("it", "Anna Olti e Bea D’Amico", ("Anna Olti", "Bea D’Amico")),
        ("en", "Ann Holt, Bea Quist, and Cy Dorn in Port Reet", ("Ann Holt", "Bea Quist", "Cy Dorn")),
        ("fr", "A.H. avec AFP", ("A.H.", "AFP")),
        ("no", "Ann Holt, Jo Reet (foto)", ("Ann Holt",)),
        ("it", "Anna Olti (ANSA)", ("Anna Olti",)),
        ("fr", "Anne d’Orval et Benoît de l’Isle", ("Anne d’Orval", "Benoît de l’Isle")),
        ("en", "Coast Courier ANN HOLT", ("ANN HOLT",)),
        ("ar", "عمر منصور ونادية قاسم", ("عمر منصور", "نادية قاسم")),
        ("ar", "سالم وليد قاسم", ("سالم وليد قاسم",)),
        ("zh", "海岸新闻记者 沈明 实习生 白露", ("沈明", "白露")),
        ("pt", "Ana Holt e Beto Cunha, da Gazeta da Foz", ("Ana Holt", "Beto Cunha")),
        ("tr", "Ayla Holt/İZMİR", ("Ayla Holt",)),
        ("it", "dalla nostra inviata Anna Olti", ("Anna Olti",)),
    ],
)
def test_names_are_taken_out_of_what_a_record_calls_the_author(
    language: str, stated: str, authors: tuple[str, ...]
) -> None:
    record = f'{{"@type":"NewsArticle","headline":"Harbour to grow","author":"{stated}"}}'
    head = f'<title>Harbour to grow</title><script type="application/ld+json">{record}</script>'
    head += '<meta property="og:site_name" content="Coast Courier">'
    page = f'<html lang="{language}"><head>{head}</head><body><h1>Harbour to grow</h1><p>{PROSE}</p></body></html>'
    assert read(page).metadata.authors == authors


@pytest.mark.parametrize(
    ("signed", "authors"),
    [("【朝田美咲、堂本健】", ("朝田美咲", "堂本健")), ("（敬称略）", ("港日報社",)), ("（続報あり）", ("港日報社",))],
)
def test_names_behind_the_last_sentence_of_a_japanese_text_sign_it(signed: str, authors: tuple[str, ...]) -> None:
    head = '<meta name="author" content="港日報社"><meta property="og:site_name" content="港日報">'
    text = "<p>港湾局は日曜日、港が二〇三一年までに二百ヘクタール拡大すると発表した。</p>"
    text += "<p>環境団体は航路の掘削に反対している。市は来月から住民への説明会を五回開く予定だ。"
    article = read(
        f'<html lang="ja"><head>{head}</head><body><h1>港が拡大へ</h1><div>{text}{signed}</p></div></body></html>'
    )
    assert article.metadata.authors == authors
    assert article.text.endswith(signed)


@pytest.mark.parametrize(
    ("signed", "above", "authors"),
    [
        ("【朝田美咲、堂本健】", "", ("朝田美咲", "堂本健")),
        ("【朝田美咲】", "<p>朝田美咲</p>", ("朝田美咲",)),
        ("【朝田美咲】", "", ()),
        ("【港湾局】", "", ()),
    ],
)
def test_brackets_in_a_line_of_their_own_sign_a_text_if_several_stand_in_them_or_the_head_names_the_one(
    signed: str, above: str, authors: tuple[str, ...]
) -> None:
    text = "<p>港湾局は日曜日、港が二〇三一年までに二百ヘクタール拡大すると発表した。</p>"
    text += "<p>環境団体は航路の掘削に反対している。市は来月から住民への説明会を五回開く予定だ。</p>"
    page = f'<html lang="ja"><body><h1>港が拡大へ</h1>{above}<div>{text}<p>{signed}</p></div></body></html>'
    assert read(page).metadata.authors == authors


@pytest.mark.parametrize(
    ("signed", "authors"),
    [
        ("Ann Holt, Bea Quist", ("Ann Holt", "Bea Quist")),
        ("Harbour Ledger", ()),
        ("Agence France-Presse", ()),
        ("RIA Novosti", ()),
    ],
)
def test_people_in_brackets_before_the_sign_that_ends_a_text_sign_it_and_outlets_do_not(
    signed: str, authors: tuple[str, ...]
) -> None:
    page = f'<html lang="en"><body><h1>Harbour to grow</h1><p>{PROSE}</p><p>{MORE} ({signed}) ■</p></body></html>'
    assert read(page).metadata.authors == authors


def test_a_byline_tells_of_more_authors_than_a_record() -> None:
    record = '{"@type":"NewsArticle","headline":"Harbour to grow","author":{"@type":"Person","name":"Ann Holt"}}'
    head = f'<title>Harbour to grow</title><script type="application/ld+json">{record}</script>'
    shown = f'<h1>Harbour to grow</h1><div class="byline">By Ann Holt and Bea Quist</div><p>{PROSE}</p><p>{MORE}</p>'
    assert read(f"<html><head>{head}</head><body>{shown}</body></html>").metadata.authors == ("Ann Holt", "Bea Quist")


@pytest.mark.parametrize(
    ("language", "byline", "authors"),
    [
        ("zh", "記者王小明／台北報導", ("王小明",)),
        ("zh", "文／王小明", ("王小明",)),
        ("ja", "山田太郎 記者", ("山田太郎",)),
        ("ja", "取材・文：千葉ゆかり", ("千葉ゆかり",)),
        ("ko", "항구=홍길동 기자 / 김보람 기자", ("홍길동", "김보람")),
        ("ko", "홍길동 기자", ("홍길동",)),
    ],
)
def test_byline_without_spaces_names_the_author(language: str, byline: str, authors: tuple[str, ...]) -> None:
    text = {
        "zh": "港務局週日表示，港口將在二〇三一年前擴大兩百公頃，並計畫興建兩個新碼頭，環保團體拒絕加深航道。",
        "ja": "港湾局は日曜日、港が二〇三一年までに二百ヘクタール拡大すると発表した。環境団体は反対している。",
        "ko": "항만청은 일요일 항구가 이백 헥타르 확장될 것이라고 밝혔다. 환경 단체는 항로를 파는 것에 반대한다.",
    }[language]
    shown_above = f"<h1>港口擴大兩百公頃</h1><div>{byline}</div>"
    page = f'<html lang="{language}"><body>{shown_above}<div><p>{text}</p></div></body></html>'
    assert read(page).metadata.authors == authors


@pytest.mark.parametrize(
    "author",
    [
        '{"@type":"Person","givenName":"Ann","familyName":"Holt"}',
        '{"name":{"@value":"Ann Holt"}}',
        '[[{"name":["Ann Holt"]}]]',
        '{"@list":["Ann Holt"]}',
        '["https://courier.example/ann", "Ann Holt"]',
    ],
)
def test_author_is_found_in_whatever_form_a_record_has_it(author: str) -> None:
    record = f'{{"@type":"NewsArticle","headline":"Harbour to grow","author":{author}}}'
    head = f'<title>Harbour to grow</title><script type="application/ld+json">{record}</script>'
    page = f"<html><head>{head}</head><body><h1>Harbour to grow</h1><p>{PROSE}</p></body></html>"
    assert read(page).metadata.authors == ("Ann Holt",)


def test_co_author_that_the_record_leaves_out_is_named_where_a_meta_element_names_both() -> None:
    record = '{"@type":"Article","headline":"Harbour to grow","author":{"name":"Ann Holt"}}'
    head = f'<title>Harbour to grow</title><script type="application/ld+json">{record}</script>'
    head += '<meta name="twitter:data1" content="Ann Holt and Bea Quist">'
    page = f"<html lang='en'><head>{head}</head><body><h1>Harbour to grow</h1><p>{PROSE}</p></body></html>"
    assert read(page).metadata.authors == ("Ann Holt", "Bea Quist")


def test_outlet_whose_name_opens_like_a_byline_is_no_author() -> None:
    head = '<title>Harbour to grow - Von Osten</title><meta name="author" content="Von Osten">'
    head += '<meta property="og:site_name" content="Von Osten"><meta name="parsely-author" content="Ann Holt">'
    page = f"<html lang='de'><head>{head}</head><body><h1>Harbour to grow</h1><p>{PROSE}</p></body></html>"
    assert read(page).metadata.authors == ("Ann Holt",)
