"""When a page was published and last changed, by what it records and, failing that, by what it shows.

Takes the statements of a page and its blocks; gives days in EDTF with the witness as their origin. A day that does
not exist is no day; a date in figures that may be read two ways ("04/05/2023") is none either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING

from generator.languages import available, words
from generator.model import LineRole, Provenance, fold
from generator.reading.assembly import Piece
from generator.reading.heads.stated_dates import stated_dates
from generator.reading.pages.belonging import announced_articles, is_beside_headline, own_elements
from generator.reading.pages.blocks import Page
from generator.reading.pages.settings import Setting
from generator.reading.pages.statements import Statements
from generator.reading.pages.verdicts import LEADING_REASON

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# A date at the start of a value: "2025-08-11T14:02:00+02:00", "2025-08-11 14:02", "20250811"
ISO_DATE = re.compile(
    r"\s*(\d{4})-?(\d{2})-?(\d{2})(?:[T ]+(\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?"
)
# Seconds since 1970, or thousandths of them: "1715508000", "1715508000000"
EPOCH = re.compile(r"(\d{10})(?:\d{3})?")
# A date in an address: "/2025/08/11/title", "/2025-08-11-title"
ADDRESS_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d{2})[/-](\d{2})(?:[/_-]|$)")
PUBLISHED_META = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "pubdate", "publishdate",
    "publish_date", "publication_date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "sailthru.date",
    "parsely-pub-date", "article.published", "cxenseparse:recs:publishtime", "published_time", "og:pubdate",
    "citation_publication_date", "article:published", "originalpublicationdate",
)  # fmt: skip
UPDATED_META = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "lastmod",
    "last-modified",
    "dcterms.modified",
)
# A date in figures: "28.04.2023", "28/4/2023", "28-04-2023", "2023-04-28"
FIGURES = re.compile(r"(?<![\d./-])(?:(\d{1,2})([./-])(\d{1,2})\2(\d{4})|(\d{4})-(\d{2})-(\d{2}))(?![\d/]|[.-]\d)")
# Languages in which "04/05/2024" may be the fourth of May or the fifth of April; elsewhere the day comes first.
MONTH_FIRST = ("en", "und")
# Blocks whose dates are those of other things.
ELSEWHERE = (LineRole.NAVIGATION, LineRole.CAPTION, LineRole.CREDIT, LineRole.ADVERT)
# The letters of a word beside the time that stands with a date: "Uhr".
LETTERS_BESIDE_DATE = 4
# Where days stand that the page shows to its readers
SHOWN_AS_TIME, SHOWN_NEAR = Provenance.read("shown in a time element"), Provenance.read("shown near the text")
# A line that is made for a date is no longer than the first; one that names the authors too, than the second.
LONGEST_DATED, LONGEST_NAMED = 100, 160
# Between the parts of such a line: "By A. Name | Published 8 May 2024"
BETWEEN_PARTS = re.compile(r"\s*(?:[|·•/–—]|\s-)\s*")
# The name of an element for what is to be said of an article: "story-meta", "entry-meta", "article__meta"
ABOUT_THE_ARTICLE = re.compile(r"(?<![a-z])(?:post|entry|story|article|news|top)[-_]+meta(?![a-z])", re.IGNORECASE)
# A date in figures that opens the text, with a dash behind it: "06.11.23 - The council …"
OPENED_BY_DATE, OPENING_CHARS = re.compile(r"\d{1,2}\.\d{1,2}\.\d{2,4}\s?[-–—]\s"), 20
# How many blocks before and after the ends of the text a date of publication may stand.
NEAR = 12


def published_on(
    said: Statements, shown: Sequence[tuple[str, Provenance]], address: str | None
) -> tuple[tuple[str, Provenance] | None, tuple[str, ...]]:
    """The day of publication, by the first witness; and a sentence for each other witness that says another day."""
    found = [*_recorded(said), *((day, origin) for value, origin in shown if (day := _day(value)))]
    in_address = ADDRESS_DATE.search(address or "")
    if in_address and (day := _day("-".join(in_address.groups()))):
        found.append((day, Provenance.read("address")))
    doubts = [
        f"published {value} by JSON-LD is no day"
        for record in said.records[:1]
        if isinstance(value := record.get("datePublished"), str) and ISO_DATE.match(value) and not _day(value)
    ]
    if not found:
        return None, tuple(doubts)
    value, origin = found[0]
    others = {
        (day, witness.words)
        for day, witness in found[1:]
        if _days_apart(day, value) > 1 and witness not in (SHOWN_AS_TIME, SHOWN_NEAR)
    }
    doubts += [f"published {value} by {origin}, {day} by {witness}" for day, witness in sorted(others)]
    return (value, origin), tuple(doubts)


def _recorded(said: Statements) -> Iterator[tuple[str, Provenance]]:
    """The days of publication in JSON-LD and meta elements, with their origin."""
    for record in said.records:
        if day := _day(record.get("datePublished")):
            yield day, Provenance.declared("JSON-LD datePublished")
    for key in PUBLISHED_META:
        for value in said.meta.get(key, ()):
            if day := _day(value):
                yield day, Provenance.declared(f"meta {key}")


def is_dated(said: Statements) -> bool:
    """Whether the page records its day of publication, so that none needs to be looked for in what it shows."""
    return next(_recorded(said), None) is not None


def updated_at(said: Statements, published: str | None) -> tuple[str, Provenance] | None:
    """Day and time of the last change, with the zone where the page states it; the day of publication is none."""
    for record in said.records:
        stated = moment(record.get("dateModified"))
        if stated and stated[:10] >= (published or "") and stated != moment(record.get("datePublished")):
            return stated, Provenance.declared("JSON-LD dateModified")
    for key in UPDATED_META:
        for value in said.meta.get(key, ()):
            stated = moment(value)
            if stated and stated[:10] > (published or ""):
                return stated, Provenance.declared(f"meta {key}")
    return None


def _day(value: object) -> str | None:
    """The day of a value in a record: in ISO 8601, in words or figures, or in seconds since 1970."""
    stated = moment(value)
    if stated or not isinstance(value, str | int):
        return stated[:10] if stated else None
    written = str(value).strip()
    if seconds := EPOCH.fullmatch(written):
        return datetime.fromtimestamp(int(seconds[1]), UTC).date().isoformat()
    days = [stated.day for stated in stated_dates(written[:60], "en") if stated.names_a_day]
    return moment(days[0]) if days else None


def moment(value: object) -> str | None:
    """A date, with time and zone where they are stated, in the form of EDTF; absent for a day that does not exist."""
    found = ISO_DATE.match(value) if isinstance(value, str) else None
    if found is None:
        return None
    year, month, day, hour, minute, second, zone = found.groups()
    try:
        stated = date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
    if not 1900 <= int(year) <= 2100:
        return None
    if hour is None:
        return stated
    shift = zone if zone is None or zone == "Z" or ":" in zone else f"{zone[:3]}:{zone[3:]}"
    return f"{stated}T{hour}:{minute}:{second or '00'}{shift or ''}"


def _days_apart(one: str, other: str) -> int:
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


def day_in_words(text: str, language: str = "und") -> str | None:
    """The first day written in figures in a text: "28.04.2023"; absent where it may be read two ways."""
    return next(filter(None, (_day_in_figures(found, language) for found in FIGURES.finditer(text))), None)


def shown_dates(
    tree: HtmlElement, page: Page, pieces: Sequence[Piece], language: str
) -> Iterator[tuple[str, Provenance]]:
    """Days that the page shows near the text: in ``time`` elements, then in lines that are made for a date."""
    body = [number for number, piece in enumerate(pieces) if piece.role is LineRole.BODY]
    if not body or not page.blocks:
        return
    above = range(max(0, body[0] - NEAR), min(len(pieces), body[0] + 5))
    near = [*above, *range(max(body[-1], above[-1]) + 1, min(len(pieces), body[-1] + NEAR))]
    titled = max((n for n in near if n < body[0] and pieces[n].role is LineRole.TITLE), default=body[0])
    announced = announced_articles(page, pieces, body[0])
    near = [n for n in near if _may_date(page, pieces, n, between=titled < n < body[0], below=n > body[-1])]
    near = [n for n in near if announced.isdisjoint(page.ancestors(page.blocks[n].node))]
    shown = "\n".join(pieces[number].text for number in near)
    for element in own_elements(tree.xpath("//*[@itemprop='datePublished' or @property='datePublished']"), pieces):
        if value := element.get("content") or element.get("datetime") or element.get("title"):
            yield value, Provenance.declared("itemprop datePublished")
            break
    for element in own_elements(tree.iter("time"), pieces):
        if (value := element.get("datetime")) and (text := fold(element.text_content())) and text in shown:
            yield value, SHOWN_AS_TIME
            break
    for number in near:
        text, setting = pieces[number].text, page.nodes[page.blocks[number].node].setting | page.blocks[number].setting
        above_title = number == titled - 1 and _is_date_alone(text, language)
        between = above_title or (titled < number < body[0] + 3 and pieces[number].role is not LineRole.BODY)
        if len(text) > (LONGEST_NAMED if number < body[0] + 3 else LONGEST_DATED):
            continue
        called = number < body[0] and bool(ABOUT_THE_ARTICLE.search(page.nodes[page.blocks[number].node].names))
        made_for_it = between or called or Setting.DATE in setting or _opens_with(text, _dated_words(language))
        if day := next(_days_published(text, language, stated_so=not made_for_it), None):
            yield day, SHOWN_NEAR
    opening = stated_dates(pieces[body[0]].text[:OPENING_CHARS], language)
    if opening and opening[0].names_a_day and not opening[0].start and OPENED_BY_DATE.match(pieces[body[0]].text):
        yield opening[0].day, SHOWN_NEAR


def _may_date(page: Page, pieces: Sequence[Piece], number: int, *, between: bool, below: bool) -> bool:
    """Whether a line may state the day: no menu, but a date between title and text may be a link; no teaser below."""
    if below and is_beside_headline(page, pieces, number):
        return False
    dated = Setting.DATE in page.nodes[page.blocks[number].node].setting | page.blocks[number].setting
    linked = between and dated and pieces[number].reason == LEADING_REASON
    return linked or pieces[number].role not in ELSEWHERE


def _days_published(text: str, language: str, *, stated_so: bool) -> Iterator[str]:
    """The days in a line before which no word tells of a change: "8 May" of "8 May 2024, updated 9 May 2024".

    With ``stated_so`` only those that a part of the line gives as days of publication: "By A. Name | Published …".
    """
    found = [(each.start(), each.end(), _day_in_figures(each, language)) for each in FIGURES.finditer(text)]
    found += [(each.start, each.end, each.day) for each in stated_dates(text, language) if each.names_a_day]
    end = 0
    for start, last, day in sorted(found, key=lambda one: one[0]):
        if start < end:
            continue
        before = BETWEEN_PARTS.split(text[end:start])[-1] if stated_so else text[end:start]
        end = last
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


def _is_date_alone(text: str, language: str) -> bool:
    """Whether a line holds nothing but a date, perhaps with a time; one with a day of the week may be today's."""
    dates = stated_dates(text, language)
    rest = text[: dates[0].start] + text[dates[-1].end :] if dates else text
    return bool(dates) and sum(map(str.isalpha, rest)) <= LETTERS_BESIDE_DATE


def _day_in_figures(found: re.Match[str], language: str = "und") -> str | None:
    """The day of a date in figures: day first, except where only month first is possible or a slash leaves it open."""
    first, mark, second, year, iso_year, iso_month, iso_day = found.groups()
    if iso_year:
        return _day(f"{iso_year}-{iso_month}-{iso_day}")
    day, month = int(first), int(second)
    if mark == "/" and language in MONTH_FIRST and day <= 12 and month <= 12 and day != month:
        return None
    if month > 12:
        day, month = month, day
    return _day(f"{year}-{month:02d}-{day:02d}")


def sought_date(tree: HtmlElement, pieces: Sequence[Piece]) -> str | None:
    """The day that htmldate finds in the page, if a line near the text bears it out; asked where nothing is known."""
    from htmldate import find_date

    try:
        day = _day(find_date(tree, original_date=True, extensive_search=False))
    except (ValueError, TypeError, AttributeError):
        return None
    body = [number for number, piece in enumerate(pieces) if piece.role is LineRole.BODY]
    if day is None or not body:
        return None
    near = (*pieces[max(0, body[0] - NEAR) : body[0] + 2], *pieces[body[-1] + 1 : body[-1] + NEAR])
    return (
        day
        if any(_bears_out(piece.text, day) for piece in near if len(piece.text) <= 200 and piece.role not in ELSEWHERE)
        else None
    )


def _bears_out(text: str, day: str) -> bool:
    """Whether a line holds the numbers of the year and of the day, and no date in figures that says something else."""
    if FIGURES.search(text) and day_in_words(text) != day:
        return False
    numbers = {int(number) for number in re.findall(r"\d{1,4}", text)}
    return {int(day[:4]), int(day[8:10])} <= numbers
