"""What is said of many articles together: in which order, in which languages, how they were drafted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from generator.edtf import sort_key
from generator.model import Article
from generator.publishing.interface import Interface
from generator.publishing.page_parts.library import Library

# A year, a month or a day, which can stand at either end of a stretch of time: "2023", "2023-10", "2023-10-05"
CALENDAR = re.compile(r"\d{4}(?:-\d{2}){0,2}")


def newest_first(articles: tuple[Article, ...]) -> tuple[Article, ...]:
    """Newest first, those without a date last; then by id."""
    by_id = sorted(articles, key=lambda article: article.id)
    return tuple(sorted(by_id, key=lambda article: article.metadata.published or "", reverse=True))


def languages(articles: Iterable[Article], say: Interface) -> str:
    """The languages of articles with how many are in each: "German (3), Dutch (1)"."""
    counts = Counter(article.metadata.language for article in articles)
    named = ((say.language_name(code), say.number(count)) for code, count in by_count(counts))
    return ", ".join(f"{name}\N{NO-BREAK SPACE}({count})" for name, count in named)


def articles_and_period(articles: Iterable[Article], say: Interface) -> str:
    """How many articles there are, and from when to when they appeared: "7 articles, 2–9 Jun 2026"."""
    found = tuple(articles)
    count = say.ngettext("%(count)s article", "%(count)s articles", len(found))
    days = (day for article in found if (day := (article.metadata.published or "").partition("T")[0]))
    dated = sorted((day for day in days if CALENDAR.fullmatch(day)), key=sort_key)
    return f"{count}, {say.period(dated[0], dated[-1])}" if dated else count


def by_count(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """The most frequent first, then in alphabetical order."""
    return sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))


def drafting_notice(library: Library) -> str | None:
    """The drafting notice of the first briefing that has one that no person has reviewed."""
    for briefing in library.dossier.briefings:
        if briefing.drafted_by and not briefing.reviewed_by:
            return library.drafting(briefing.drafted_by, briefing.reviewed_by)
    return None
