"""When a page was published and last changed, by what it records and, failing that, by what it shows.

Takes the statements of a page and its ``shown_dates``; gives days in EDTF with the witness as their origin. A day that
does not exist is no day; a date in figures that may be read two ways ("04/05/2023") is none either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from generator.model import Provenance
from generator.reading.heads.stated_dates import stated_dates
from generator.reading.pages.statements import Statements

if TYPE_CHECKING:
    pass

# A date at the start of a value: "2025-08-11T14:02:00+02:00", "2025-08-11 14:02", "20250811"
ISO_DATE = re.compile(
    r"\s*(\d{4})-?(\d{2})-?(\d{2})(?:[T ]+(\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?"
)
# What systems for pages write where no day was ever set
UNSET_DAYS = ("1970-01-01", "1900-01-01")
# Seconds since 1970, or thousandths of them: "1715508000", "1715508000000"
EPOCH = re.compile(r"(\d{10})(?:\d{3})?")
# A date in an address: "/2025/08/11/title", "/2025-08-11-title"
ADDRESS_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d{2})[/-](\d{2})(?:[/_-]|$)")
# "/20250811/title"
ADDRESS_FIGURES = re.compile(r"/((?:19|20)\d\d)(\d{2})(\d{2})(?:[/_-]|$)")
PUBLISHED_META = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "pubdate", "publishdate",
    "publish_date", "publication_date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "sailthru.date",
    "parsely-pub-date", "article.published", "cxenseparse:recs:publishtime", "published_time", "og:pubdate",
    "citation_publication_date", "article:published", "originalpublicationdate",
)  # fmt: skip
# Any other name for it: "mediator_published_time", "content_publisheddate"
NAMED_PUBLISHED = re.compile(
    r"(?:publish|publication|pub|issue|release)[a-z]*[-_.:]?(?:time|date|on)|date[-_.:]?(?:published|issued)"
)
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
# Where days stand that the page shows to its readers
SHOWN_AS_TIME, SHOWN_NEAR = Provenance.read("shown in a time element"), Provenance.read("shown near the text")


def published_on(
    said: Statements, shown: Sequence[tuple[str, Provenance]], address: str | None
) -> tuple[tuple[str, Provenance] | None, tuple[str, ...]]:
    """The day of publication, by the first witness; and a sentence for each other witness that says another day."""
    found = [*_recorded(said), *((day, origin) for value, origin in shown if (day := day_of(value)))]
    in_address = ADDRESS_DATE.search(address or "") or ADDRESS_FIGURES.search(address or "")
    if in_address and (day := day_of("-".join(in_address.groups()))):
        found.append((day, Provenance.read("address")))
    created = (day_of(record.get("dateCreated")) for record in said.records[:1])
    found.extend((day, Provenance.declared("JSON-LD dateCreated")) for day in created if day and not found)
    doubts = [
        f"published {value} by JSON-LD is no day"
        for record in said.records[:1]
        if isinstance(value := record.get("datePublished"), str) and ISO_DATE.match(value) and not day_of(value)
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
        if day := day_of(record.get("datePublished")):
            yield day, Provenance.declared("JSON-LD datePublished")
    for key in PUBLISHED_META:
        for value in said.meta.get(key, ()):
            if day := day_of(value):
                yield day, Provenance.declared(f"meta {key}")
    for record in said.own_pages:
        if day := day_of(record.get("datePublished")):
            yield day, Provenance.declared("JSON-LD datePublished")
    for key, values in said.meta.items():
        if NAMED_PUBLISHED.search(key) and (day := (moment(values[0]) or "")[:10]):
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


def day_of(value: object) -> str | None:
    """The day of a value in a record: in ISO 8601, in words or figures, or in seconds since 1970."""
    stated = moment(value)
    value = value[0] if isinstance(value, list) and value else value
    if stated or not isinstance(value, str | int):
        return stated[:10] if stated else None
    written = str(value).strip()
    if seconds := EPOCH.fullmatch(written):
        return datetime.fromtimestamp(int(seconds[1]), UTC).date().isoformat()
    days = [stated.day for stated in stated_dates(written[:60], "en") if stated.names_a_day]
    return moment(days[0]) if days else None


def moment(value: object) -> str | None:
    """A date, with time and zone where they are stated, in the form of EDTF; absent for a day that does not exist.

    A value of JSON-LD may be a list, or an object that holds it.
    """
    value = value[0] if isinstance(value, list) and value else value
    value = value.get("@value") if isinstance(value, dict) else value
    found = ISO_DATE.match(value) if isinstance(value, str) else None
    if found is None:
        return None
    year, month, day, hour, minute, second, zone = found.groups()
    try:
        stated = date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
    if not 1900 <= int(year) <= 2100 or stated in UNSET_DAYS:
        return None
    if hour is None:
        return stated
    shift = zone if zone is None or zone == "Z" or ":" in zone else f"{zone[:3]}:{zone[3:]}"
    return f"{stated}T{hour}:{minute}:{second or '00'}{shift or ''}"


def _days_apart(one: str, other: str) -> int:
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


def day_in_words(text: str, language: str = "und") -> str | None:
    """The first day written in figures in a text: "28.04.2023"; absent where it may be read two ways."""
    return next(filter(None, (day_in_figures(found, language) for found in FIGURES.finditer(text))), None)


def day_in_figures(found: re.Match[str], language: str = "und") -> str | None:
    """The day of a date in figures: day first, except where only month first is possible or a slash leaves it open."""
    first, mark, second, year, iso_year, iso_month, iso_day = found.groups()
    if iso_year:
        return day_of(f"{iso_year}-{iso_month}-{iso_day}")
    day, month = int(first), int(second)
    if mark == "/" and language in MONTH_FIRST and day <= 12 and month <= 12 and day != month:
        return None
    if month > 12:
        day, month = month, day
    return day_of(f"{year}-{month:02d}-{day:02d}")
