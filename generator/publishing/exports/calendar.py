"""What lies ahead as a calendar that other programs subscribe to: iCalendar (RFC 5545, RFC 7986 for name and colour).

Every plan is an event of whole days, as long as its date says: a day, a month, a quarter. Its summary are the words of
the article, its description who says so and where; nobody is busy because of it. No clock: the stamp is the day of the
dossier itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from urllib.parse import urljoin

from generator.edtf import earliest, latest
from generator.model import Article, Dossier, Event
from generator.publishing.addresses import citation_href

LINE_BYTES = 75


def calendar(dossier: Dossier) -> str:
    """The calendar, with the line ends that the format asks for."""
    articles = {article.id: article for article in dossier.articles}
    known_until = latest(dossier.ahead_of or "")
    stamp = f"{known_until:%Y%m%d}T000000Z" if known_until else "19700101T000000Z"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//briefing-dossier//ahead//EN",
        "CALSCALE:GREGORIAN",
        f"NAME:{_text(dossier.settings.title)}",
        f"X-WR-CALNAME:{_text(dossier.settings.title)}",
    ]
    for event in dossier.ahead:
        lines += _event(event, dossier, articles, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _event(event: Event, dossier: Dossier, articles: Mapping[str, Article], stamp: str) -> Iterator[str]:
    first, last = earliest(event.date), latest(event.date)
    if first is None or last is None:
        return
    yield "BEGIN:VEVENT"
    yield f"UID:{event.id}@{dossier.settings.name}"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{last + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY;LANGUAGE={event.language}:{_text(event.text)}"
    sources = dict.fromkeys(citation.passage.article for citation in event.citations)
    yield f"DESCRIPTION:{_text(chr(10).join(_source(articles[source]) for source in sources))}"
    if dossier.settings.site_url:
        address = citation_href(event.citations[0].passage)
        yield f"URL:{urljoin(dossier.settings.site_url.rstrip('/') + '/', address)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _source(article: Article) -> str:
    """Outlet, title, day and address of an article, as far as they are known."""
    known = article.metadata
    return ", ".join(filter(None, (known.publisher, known.title or article.id, known.published, known.url)))


def _text(words: str) -> str:
    """A value of type TEXT (RFC 5545, 3.3.11)."""
    shown = "".join(character for character in words if character == "\n" or character.isprintable())
    for sign in ("\\", ";", ","):
        shown = shown.replace(sign, f"\\{sign}")
    return shown.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """The line in parts of at most 75 bytes, none of which cuts a letter; those behind the first begin with a space."""
    part, room = "", LINE_BYTES
    for character in line:
        needed = len(character.encode())
        if needed > room:
            yield part
            part, room = " ", LINE_BYTES - 1
        part += character
        room -= needed
    yield part
