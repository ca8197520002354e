"""What lies ahead as a calendar that other programs subscribe to: iCalendar (RFC 5545, RFC 7986 for name and colour).

Every plan is an event of whole days, as long as its date says: a day, a month, a quarter. Its summary are the words of
the article, its description who says so and where; nobody is busy because of it. No clock: the stamp is the day of the
dossier itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from urllib.parse import urljoin

from icalendar import Calendar
from icalendar import Event as Entry

from generator.edtf import earliest, latest
from generator.model import Article, Dossier, Event
from generator.publishing.addresses import citation_href


def calendar(dossier: Dossier) -> str:
    """The calendar, with the line ends that the format asks for."""
    articles = {article.id: article for article in dossier.articles}
    known_until = latest(dossier.ahead_of or "")
    stamp = datetime(*(known_until.timetuple()[:3] if known_until else (1970, 1, 1)), tzinfo=UTC)
    shown = Calendar()
    shown.add("version", "2.0")
    shown.add("prodid", "-//briefing-dossier//ahead//EN")
    shown.add("calscale", "GREGORIAN")
    shown.add("name", _visible(dossier.settings.title))
    shown.add("x-wr-calname", _visible(dossier.settings.title))
    for event in dossier.ahead:
        if (entry := _entry(event, dossier, articles, stamp)) is not None:
            shown.add_component(entry)
    written: bytes = shown.to_ical(sorted=False)
    return written.decode()


def _entry(event: Event, dossier: Dossier, articles: Mapping[str, Article], stamp: datetime) -> Entry | None:
    first, last = earliest(event.date), latest(event.date)
    if first is None or last is None:
        return None
    entry = Entry()
    entry.add("uid", f"{event.id}@{dossier.settings.name}")
    entry.add("dtstamp", stamp)
    entry.add("dtstart", first)
    entry.add("dtend", last + timedelta(days=1))
    entry.add("summary", _visible(event.text), parameters={"language": event.language})
    sources = dict.fromkeys(citation.passage.article for citation in event.citations)
    entry.add("description", "\n".join(_source(articles[source]) for source in sources))
    if dossier.settings.site_url:
        address = citation_href(event.citations[0].passage)
        entry.add("url", urljoin(dossier.settings.site_url.rstrip("/") + "/", address))
    entry.add("transp", "TRANSPARENT")
    return entry


def _source(article: Article) -> str:
    """Outlet, title, day and address of an article, as far as they are known."""
    known = article.metadata
    return _visible(", ".join(filter(None, (known.publisher, known.title or article.id, known.published, known.url))))


def _visible(words: str) -> str:
    """Without the control characters that the format forbids."""
    return "".join(character for character in words if character.isprintable())
