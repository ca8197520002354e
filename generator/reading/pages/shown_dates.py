"""Days that a page shows to its readers near the text, where it records none.

Takes the tree of a page, its blocks and what each is for; gives days with their place as origin. Dates of other
articles and of changes are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from generator.languages import available, words
from generator.model import LineRole, Metadata, Provenance, fold
from generator.reading.assembly import Piece
from generator.reading.heads.stated_dates import stated_dates, week_days
from generator.reading.pages.belonging import announced_articles, is_beside_headline, is_credit_with_day, own_elements
from generator.reading.pages.blocks import Page
from generator.reading.pages.dates import FIGURES, SHOWN_AS_TIME, SHOWN_NEAR, day_in_figures, day_in_words, day_of
from generator.reading.pages.settings import Setting
from generator.reading.pages.verdicts import LEADING_REASON

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Blocks whose dates are those of other things.
ELSEWHERE = (LineRole.NAVIGATION, LineRole.CAPTION, LineRole.CREDIT, LineRole.ADVERT)
# The letters of a word beside the time that stands with a date: "Uhr".
LETTERS_BESIDE_DATE = 4
# How many lines above the title its day may stand
ABOVE_TITLE = 6
# A label right before a date: "Event: "
LABEL_BEFORE = re.compile(r"[^\W\d_]{4,}\s?:\s*(?:[^\W\d_]{2,12}[.,]{0,2}\s)?$")
# A time of day behind a date: " kl. 7:42", " 10.24"
TIME_BEHIND = re.compile(r"\D{0,8}\d{1,2}[.:h]\d{2}(?!\d)")
# How many words a section or a place has that stands with the date above a title, a word for the time included.
WORDS_BESIDE_DATE = 4
# A line that is made for a date is no longer than the first; one that names the authors too, than the second.
LONGEST_DATED, LONGEST_NAMED = 100, 160
# Between the parts of such a line: "By A. Name | Published 8 May 2024"
BETWEEN_PARTS = re.compile(r"\s*(?:[|·•/–—]|\s-)\s*")
# The name of an element for what is to be said of an article: "story-meta", "entry-meta", "article__meta"
ABOUT_THE_ARTICLE = re.compile(r"(?<![a-z])(?:post|entry|story|article|news|top)[-_]+meta(?![a-z])", re.IGNORECASE)
# A date in figures that opens the text, with a dash behind it: "06.11.23 - The council …"
OPENED_BY_DATE, OPENING_CHARS = re.compile(r"\d{1,2}\.\d{1,2}\.\d{2,4}\s?[-–—]\s"), 20
# From one hour to another behind a date, which is when something takes place: ", 11am to 6pm", " | 19.30–21.00 Uhr"
HOURS = re.compile(
    r"[\s,|(·–-]{0,4}(?:[^\W\d]{2,4}\s)?\d{1,2}(?:[:.h]\d{2}|\s?[ap]\.?m\.?|\s?h)(?:\s?[ap]\.?m\.?)?"
    r"\s?(?:[-–—]|[^\W\d]{1,4})\s?\d{1,2}(?:[:.h]\d{2}|\s?[ap]\.?m|\s?h\b)",
    re.IGNORECASE,
)
# How many blocks before and after the ends of the text a date of publication may stand.
NEAR = 12


def shown_dates(
    tree: HtmlElement, page: Page, pieces: Sequence[Piece], language: str
) -> Iterator[tuple[str, Provenance]]:
    """Days that the page shows near the text: in marked elements, in lines made for a date, before its first words.

    What stands between title and text comes first: the day in the head of a site may be today's.
    """
    body = [number for number, piece in enumerate(pieces) if piece.role is LineRole.BODY]
    if not body or not page.blocks:
        return
    above = range(max(0, body[0] - NEAR), min(len(pieces), body[0] + 5))
    near = [*above, *range(max(body[-1], above[-1]) + 1, min(len(pieces), body[-1] + NEAR))]
    titled = max((n for n in near if n < body[0] and _is_title(page, pieces, n)), default=body[0])
    announced = announced_articles(page, pieces, body[0])
    near = [n for n in near if _may_date(page, pieces, n, between=titled < n < body[0], below=n > body[-1])]
    near = [n for n in near if announced.isdisjoint(page.ancestors(page.blocks[n].node))]
    near = [n for n in near if n >= titled or _is_right_above(page, n, titled)]
    yield from _marked_as_published(tree, pieces)
    between = [n for n in near if titled < n < body[0] + 3]
    for lines in (between, [n for n in near if n not in between]):
        yield from _shown_as_time(tree, pieces, "\n".join(pieces[number].text for number in lines), language)
        for number in lines:
            if day := _day_in_line(page, pieces, number, (titled, body[0]), language):
                yield day, SHOWN_NEAR
    if day := _day_that_opens(pieces[body[0]].text, language):
        yield day, SHOWN_NEAR


def without_day_of_site(stated: Metadata, page: Page, pieces: Sequence[Piece]) -> Metadata:
    """What lines state, without a day of publication that stands in the head of the site, where it is today's."""
    origin = stated.origins.get("published")
    if origin is None or origin.line is None or not _is_in_head_of_site(page, pieces, origin.line - 1):
        return stated
    origins = {name: other for name, other in stated.origins.items() if name != "published"}
    return replace(stated, published=None, origins=origins)


def _is_in_head_of_site(page: Page, pieces: Sequence[Piece], number: int) -> bool:
    """Whether a line stands above the title, and not right above it."""
    body = next((n for n, piece in enumerate(pieces) if piece.role is LineRole.BODY), 0)
    titled = max((n for n in range(body) if page.blocks and _is_title(page, pieces, n)), default=body)
    return bool(page.blocks) and number < titled and not _is_right_above(page, number, titled)


def _is_right_above(page: Page, number: int, titled: int) -> bool:
    """Whether a line stands near the title and shares an element with it: the day in the head of a site is today's."""
    above, around = (page.ancestors(page.blocks[n].node) for n in (number, titled))
    apart = {page.nodes[node].tag for node in above if node not in around}
    shared = any(page.nodes[node].tag not in ("body", "html") for node in above if node in around)
    return titled - number <= ABOVE_TITLE and shared and apart.isdisjoint(("header", "nav"))


def _is_title(page: Page, pieces: Sequence[Piece], number: int) -> bool:
    """Whether a line is the title, or a heading of the first level that says it in other words."""
    return pieces[number].role is LineRole.TITLE or page.nodes[page.blocks[number].node].tag == "h1"


def _day_in_line(page: Page, pieces: Sequence[Piece], number: int, head: tuple[int, int], language: str) -> str | None:
    """The day that a line gives as that of publication; ``head``: the title and where the text begins."""
    titled, first = head
    block = page.blocks[number]
    text, setting = ", ".join(block.apart) or pieces[number].text, page.nodes[block.node].setting | block.setting
    if len(text) > (LONGEST_NAMED if number < first + 3 else LONGEST_DATED):
        return None
    above_title = number == titled - 1 and (
        _is_date_alone(text, language) or _heads_title(page, number, text, language)
    )
    between = above_title or (titled < number < first + 3 and pieces[number].role is not LineRole.BODY)
    called = number < first and bool(ABOUT_THE_ARTICLE.search(page.nodes[block.node].names))
    made_for_it = between or called or Setting.DATE in setting or _opens_with(text, _dated_words(language))
    return next(_days_published(text, language, stated_so=not made_for_it), None)


def sought_date(tree: HtmlElement, page: Page, pieces: Sequence[Piece]) -> str | None:
    """The day that htmldate finds in the page, if a line near the text bears it out; asked where nothing is known."""
    from htmldate import find_date

    try:
        day = day_of(find_date(tree, original_date=True, extensive_search=False))
    except (ValueError, TypeError, AttributeError):
        return None
    body = [number for number, piece in enumerate(pieces) if piece.role is LineRole.BODY]
    if day is None or not body:
        return None
    above = (n for n in range(max(0, body[0] - NEAR), body[0] + 2) if not _is_in_head_of_site(page, pieces, n))
    near = [pieces[n] for n in (*above, *range(body[-1] + 1, body[-1] + NEAR)) if n < len(pieces)]
    short = (piece.text for piece in near if len(piece.text) <= 200 and piece.role not in ELSEWHERE)
    return day if any(_bears_out(text, day) for text in short) else None


def _marked_as_published(tree: HtmlElement, pieces: Sequence[Piece]) -> Iterator[tuple[str, Provenance]]:
    """The first day that an element is marked to give as that of publication."""
    for element in own_elements(tree.xpath("//*[@itemprop='datePublished' or @property='datePublished']"), pieces):
        if value := element.get("content") or element.get("datetime") or element.get("title"):
            yield value, Provenance.declared("itemprop datePublished")
            break


def _shown_as_time(
    tree: HtmlElement, pieces: Sequence[Piece], shown: str, language: str
) -> Iterator[tuple[str, Provenance]]:
    """The first ``time`` element whose words are in the lines ``shown``, and tell of no change."""
    for element in own_elements(tree.iter("time"), pieces):
        value, text = element.get("datetime"), fold(element.text_content())
        if value and text and text in shown and not _tells_of_change(text, language) and not _is_of_change(element):
            yield value, SHOWN_AS_TIME
            break


def _is_of_change(element: HtmlElement) -> bool:
    """Whether a ``time`` element is called one of a change and not of publication: "entry-date updated"."""
    called = f"{element.get('class', '')} {element.get('itemprop', '')}".lower()
    return ("updated" in called or "modified" in called) and "publish" not in called


def _may_date(page: Page, pieces: Sequence[Piece], number: int, *, between: bool, below: bool) -> bool:
    """Whether a line may state the day: no menu, but a date between title and text may be a link; no teaser below."""
    if below and is_beside_headline(page, pieces, number):
        return False
    dated = Setting.DATE in page.nodes[page.blocks[number].node].setting | page.blocks[number].setting
    linked = between and dated and pieces[number].reason == LEADING_REASON
    return linked or pieces[number].role not in ELSEWHERE or (between and is_credit_with_day(page, number))


def _days_published(text: str, language: str, *, stated_so: bool) -> Iterator[str]:
    """The days in a line before which no word tells of a change: "8 May" of "8 May 2024, updated 9 May 2024".

    With ``stated_so`` only those that a part of the line gives as days of publication: "By A. Name | Published …".
    """
    found = [(each.start(), each.end(), day_in_figures(each, language)) for each in FIGURES.finditer(text)]
    found += [(each.start, each.end, each.day) for each in stated_dates(text, language) if each.names_a_day]
    end = 0
    for start, last, day in sorted(found, key=lambda one: one[0]):
        if start < end:
            continue
        before = BETWEEN_PARTS.split(text[end:start])[-1] if stated_so else text[end:start]
        end = last
        if HOURS.match(text, last) or (LABEL_BEFORE.search(before) and not _opens_with(before, _labels(language))):
            continue
        told = _opens_with(before, _dated_words(language)) if stated_so else not _tells_of_change(before, language)
        if day and told:
            yield day


def _opens_with(text: str, listed: Sequence[str]) -> bool:
    """Whether a line opens with one of the words, as whole words: "le 8 mai", not "les jours"."""
    lowered = text.strip().lower()
    return any(lowered.startswith(word) and not lowered[len(word) : len(word) + 1].isalpha() for word in listed)


def _tells_of_change(text: str, language: str) -> bool:
    """Whether a word for a change stands in what comes before a date: "Updated 13 May 2024"."""
    listed = (*words(language, "lines", "updated"), *words("en", "lines", "updated"))
    lowered = text.lower()
    return any(word in lowered for word in listed)


@cache
def _dated_words(language: str) -> tuple[str, ...]:
    """What stands before a day of publication in a language; in any where this one is not known."""
    return words(language, "lines", "dated") or tuple(w for code in available() for w in words(code, "lines", "dated"))


@cache
def _labels(language: str) -> tuple[str, ...]:
    """Words before a day of publication or of a change in any language; "date" among them."""
    listed = (
        word for key in ("dated", "updated", "as_of") for code in available() for word in words(code, "lines", key)
    )
    return tuple({*listed, *_dated_words(language), *week_days(language)})


def _is_date_alone(text: str, language: str) -> bool:
    """Whether a line holds nothing but a date, perhaps with a time; one with a day of the week may be today's."""
    dates = stated_dates(text, language)
    rest = text[: dates[0].start] + text[dates[-1].end :] if dates else text
    return bool(dates) and sum(map(str.isalpha, rest)) <= LETTERS_BESIDE_DATE


def _heads_title(page: Page, number: int, text: str, language: str) -> bool:
    """Whether the line right above the title has day and time behind a section or a place, and shares its element.

    "Domestic | 16 February 2026, 7:42"; a day of the week tells that it may be today's, a day without time an event's.
    """
    dates = stated_dates(text, language)
    if len(dates) != 1 or number + 1 >= len(page.blocks):
        return False
    before, behind = text[: dates[0].start].rstrip(), text[dates[0].end :]
    timed = "T" in dates[0].value or TIME_BEHIND.match(behind)
    if not timed or (before and before[-1].isalnum()):
        return False
    heard = re.findall(r"[^\W\d_]+", f"{before} {behind}")
    today = {word.lower() for word in heard} & week_days(language)
    around = page.ancestors(page.blocks[number].node)[1:3]
    titled = page.ancestors(page.blocks[number + 1].node)[1:4]
    shared = any(node in titled and page.nodes[node].tag not in ("body", "html") for node in around)
    return shared and len(heard) <= WORDS_BESIDE_DATE and not today


def _day_that_opens(text: str, language: str) -> str | None:
    """The day in figures with which a text begins: "06.11.23 - The council …"."""
    opening = stated_dates(text[:OPENING_CHARS], language)
    if opening and opening[0].names_a_day and not opening[0].start and OPENED_BY_DATE.match(text):
        return opening[0].day
    return None


def _bears_out(text: str, day: str) -> bool:
    """Whether a line holds the numbers of the year and of the day, and no date in figures that says something else."""
    if FIGURES.search(text) and day_in_words(text) != day:
        return False
    numbers = {int(number) for number in re.findall(r"\d{1,4}", text)}
    return {int(day[:4]), int(day[8:10])} <= numbers
