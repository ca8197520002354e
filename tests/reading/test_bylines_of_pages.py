"""Whom a page names as its authors: lines that name nobody, and elements that no space parts."""

from __future__ import annotations

import pytest

from generator.model import Source
from generator.reading.article import read_article

TEXTS = {
    "en": (
        "The bridge over the river is to reopen in spring, the council said after a meeting on Monday night.",
        "Until then walkers have to use the towpath, and children walk an extra mile to their school.",
    ),
    "ar": (
        "أبحرت صباح الثلاثاء سبعة قوارب من الميناء للمرة الأولى منذ إغلاقه، وسط زغاريد النساء على الرصيف.",
        "وقال رئيس البلدية إن الصيادين حصلوا على التراخيص بعد مفاوضات طويلة استمرت عدة أشهر.",
    ),
    "he": (
        "בשבע בבוקר האוטובוס הכחול כבר עומד ליד בית הספר. הילדים רצים אליו עוד לפני הצלצול.",
        "המועצה האזורית הקציבה 400 אלף שקלים, והשאר הגיע מתרומות של תושבים.",
    ),
    "hi": (
        "मेले के पहले दिन करीब बीस हजार लोग पहुँचे। प्रशासन ने पार्किंग की नई जगह बनाई है।",
        "मेला एक सप्ताह चलेगा और हर शाम लोकगीतों का कार्यक्रम होगा।",
    ),
    "zh": (
        "城南老街五一期间重新开放，三天接待游客超过十万人次，附近居民对此表示欢迎。",
        "如今仍由第四代传人经营，工程共投入资金六千八百万元，保留了三十七处历史建筑。",
    ),
}


def authors(language: str, head: str) -> tuple[str, ...]:
    """The authors of a page with these elements between title and text."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in TEXTS[language])
    page = f'<html lang="{language}"><body><article><h1>1 2 3 4 5 6 7 8</h1>{head}{text}</article></body></html>'
    return read_article(Source("page.html", page.encode())).metadata.authors


@pytest.mark.parametrize(
    ("language", "line", "day"),
    [
        ("ar", "تل أبيب", "18 فبراير 2025"),
        ("ar", "حقوق الإنسان", "18 فبراير 2025"),
        ("ar", "حجم الخط", "18 فبراير 2025"),
        ("he", "תל אביב", "5 בנובמבר 2024"),
        ("he", "שלח לחבר", "5 בנובמבר 2024"),
        ("hi", "पटना बिहार", "12 जनवरी 2025"),
        ("hi", "विशेष संवाददाता", "12 जनवरी 2025"),
    ],
)
def test_a_place_a_section_or_a_button_beside_the_day_is_no_author(language: str, line: str, day: str) -> None:
    assert authors(language, f"<div><span>{line}</span> | <span>{day}</span></div>") == ()


@pytest.mark.parametrize(
    ("language", "line", "day"),
    [
        ("ar", "أحمد عبد الرحمن", "18 فبراير 2025"),
        ("he", "נועה ברקאי", "5 בנובמבר 2024"),
        ("hi", "दीपक रावत", "Published: शनिवार, 15 मार्च 2025"),
    ],
)
def test_a_name_in_letters_without_capitals_beside_the_day_is_the_author(language: str, line: str, day: str) -> None:
    assert authors(language, f"<div>{line}</div><div>{day}</div>") == (line,)


@pytest.mark.parametrize(
    ("spans", "named"),
    [
        (("Anna Holt", "New York"), ("Anna Holt",)),
        (("By", "Anna Holt", "Political Correspondent"), ("Anna Holt",)),
        (("Anna Holt", "Mark Person"), ("Anna Holt", "Mark Person")),
        (("D", "ale Cooper"), ("Dale Cooper",)),
    ],
)
def test_elements_of_a_byline_without_space_are_taken_apart(spans: tuple[str, ...], named: tuple[str, ...]) -> None:
    line = "".join(f"<span>{span}</span>" for span in spans)
    assert authors("en", f'<div class="byline">{line}</div>') == named


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("记者获悉，城南老街重新开放。", ()),
        ("（记者手记）城南老街重新开放。", ()),
        ("记者王小明报道：老街重新开放。", ("王小明",)),
    ],
)
def test_what_a_reporter_does_is_no_name(line: str, named: tuple[str, ...]) -> None:
    assert authors("zh", f"<p>{line}</p>") == named


@pytest.mark.parametrize(
    ("line", "above", "more", "named"),
    [
        ("عمر منصور ونادية قاسم", "", "", ("عمر منصور", "نادية قاسم")),
        ("عمر منصور", "", "وانطلقت القوارب من شارع عمر منصور.", ()),  # a street of the article
        ("عمر منصور", "<p>عمر منصور</p>", "", ()),  # a tag of the page
        ("عمر مراسل", "", "", ()),  # an office
        ("رأي منصور", "", "", ()),  # a section
        ("عمر", "", "", ()),  # one word
        ("عمر منصور عند رصيف بحري", "", "", ()),  # a caption
    ],
)
def test_words_beside_the_day_in_letters_without_capitals_are_names_or_nothing(
    line: str, above: str, more: str, named: tuple[str, ...]
) -> None:
    head = (
        f'{above}<h1>القوارب تعود إلى البحر</h1><div class="meta"><span>{line}</span><span>12 يناير 2025</span></div>'
    )
    text = "".join(f"<p>{paragraph}</p>" for paragraph in (*TEXTS["ar"], more))
    page = f'<html lang="ar"><body><main>{head}{text}</main></body></html>'
    assert read_article(Source("page.html", page.encode())).metadata.authors == named


@pytest.mark.parametrize(("words", "named"), [("Anna Holt", ("Anna Holt",)), ("New York", ()), ("Travel Tips", ())])
def test_words_between_the_day_and_a_number_of_readers_are_the_author_where_a_given_name_opens_them(
    words: str, named: tuple[str, ...]
) -> None:
    line = f"<span>8 November 2024</span><span>{words}</span><span>Views: 812</span>"
    assert authors("en", f"<div>{line}</div>") == named


@pytest.mark.parametrize(
    ("element", "named"),
    [
        ('div class="share-bar"', ("Bea Quist",)),
        ('div class="related"', ()),
        ('div class="newsletter"', ()),
        ('div class="comments"', ()),
        ('div class="advert"', ()),
        ("nav", ()),
    ],
)
def test_byline_in_an_element_for_something_else_is_that_of_another_article(
    element: str, named: tuple[str, ...]
) -> None:
    assert authors("en", f"<{element}>By Bea Quist</{element.split(maxsplit=1)[0]}>") == named


@pytest.mark.parametrize(
    ("line", "day"),
    [("Saturday, 14 June 2025, 11am to 6pm", None), ("Saturday, 14 June 2025, 11am", "2025-06-14")],
)
def test_day_with_hours_from_and_to_is_that_of_an_event(line: str, day: str | None) -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in TEXTS["en"])
    page = f'<html lang="en"><body><main><h1>The bridge is to reopen in spring</h1><p>{line}</p>{text}</main></html>'
    assert read_article(Source("page.html", page.encode())).metadata.published == day
