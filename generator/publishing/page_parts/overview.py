"""What is said of all articles together, on the home page, the list of sources and the page on method."""

from __future__ import annotations

from collections import Counter

from generator.model import Article
from generator.publishing.page_parts.library import Library


def newest_first(articles: tuple[Article, ...]) -> tuple[Article, ...]:
    """Newest first, those without a date last; then by id."""
    by_id = sorted(articles, key=lambda article: article.id)
    return tuple(sorted(by_id, key=lambda article: article.metadata.published or "", reverse=True))


def languages(library: Library) -> str:
    """The languages of the articles with how many are in each, the most frequent first."""
    counts = Counter(article.metadata.language for article in library.dossier.articles)
    ordered = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    say = library.interface
    return ", ".join(f"{say.language_name(code)} ({say.number(count)})" for code, count in ordered)


def drafting_notice(library: Library) -> str | None:
    """The drafting notice of the first briefing that has one that no person has reviewed."""
    for briefing in library.dossier.briefings:
        if briefing.drafted_by and not briefing.reviewed_by:
            return library.drafting(briefing.drafted_by, briefing.reviewed_by)
    return None
