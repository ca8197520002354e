"""A first line into which everything was glued: date, outlet, title, section, reading time, number of views.

Takes the first line of a text; gives what it can be taken apart into. A scraper that takes the text of a page's head
writes such a line, e.g. "date 2024-03 The title of it Opinion • 3 min read • save".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model import ArticleKind, fold
from generator.reading.heads.names import KIND_WORDS, kind_in, kind_words
from generator.reading.heads.stated_dates import labelled_date, stated_dates
from generator.reading.phrases import hits_of

# What divides the pieces of furniture: "Opinion • 3 min read • save", "News | Outlet"
DIVIDER = re.compile(r"\s+[•·|–—]\s+|\s-\s")
# An outlet's name in a page's title: "Name - News", "name.example - Nieuws für …"
OUTLET = re.compile(r"^(?P<name>[\w.&’' -]{2,40}?)\s[-–|]\s(?P<what>[^-–|]{3,60})$")


@dataclass(frozen=True, slots=True)
class Opening:
    """What a first line states; ``None`` where it does not."""

    date: str | None = None
    title: str | None = None
    kind: ArticleKind | None = None
    publisher: str | None = None


def opening_of(text: str, language: str) -> Opening | None:
    """The parts of a first line; ``None`` if it holds none of them."""
    rest, date = fold(text), None
    if label := labelled_date().match(text):
        dates = stated_dates(text, language)
        if dates and dates[0].start <= label.end():
            date = dates[0].day
            rest = fold(text[dates[0].end :])
    if outlet := _outlet(rest, language):
        return Opening(date=date, publisher=outlet)
    if date is None:
        return None
    title, kind = _title_and_kind(rest, language)
    return Opening(date, title, kind)


def _outlet(text: str, language: str) -> str | None:
    """The name before a dash and a word for news: an outlet's own line, "t. - News for Everywhere"."""
    match = OUTLET.match(text)
    if match is None:
        return None
    news = {word for code in (language, "en") for word in words_of_news(code)}
    begins = match["what"].split()[0].lower()
    return match["name"].strip() if begins in news else None


def words_of_news(language: str) -> tuple[str, ...]:
    """Words such as "news", "Nachrichten" that an outlet puts behind its name."""
    return kind_words(language).get(ArticleKind.NEWS, ())


def _title_and_kind(text: str, language: str) -> tuple[str | None, ArticleKind | None]:
    """The title in front of furniture: "The title of it Opinion • 3 min read" gives title and kind."""
    pieces = [piece for piece in DIVIDER.split(text) if piece.strip()]
    if not pieces:
        return None, None
    furniture = [piece for piece in pieces[1:] if hits_of(piece, language) or len(piece) < 20]
    title, kind = pieces[0].strip(), None
    if furniture:
        for name in KIND_WORDS:
            for word in kind_words(language).get(name, ()):
                if title.lower().endswith(f" {word}") and len(title) > len(word) + 12:
                    return title[: -len(word)].strip(), name
        kind = next((found for piece in furniture if (found := kind_in(piece, language))), None)
    return (title if len(title) >= 12 else None), kind
