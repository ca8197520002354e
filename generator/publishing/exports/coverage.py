"""How many articles carry each theme, by outlet, language, kind and month.

Takes a dossier; gives the counts and, as rows, a table of them. An article that touches several themes counts for
each; a copy of another article counts as an article. What is not known is a category of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from generator.model import Article, Dossier

COLUMNS = ("theme", "dimension", "category", "articles")
# "2025-08" of "2025-08-11": the month is as far as coverage is counted.
MONTH_CHARS = len("2025-08")
UNKNOWN = ""

DIMENSIONS: tuple[tuple[str, Callable[[Article], str]], ...] = (
    ("outlet", lambda article: article.metadata.publisher or UNKNOWN),
    ("language", lambda article: article.metadata.language),
    ("kind", lambda article: article.metadata.kind.value if article.metadata.kind else UNKNOWN),
    ("month", lambda article: (article.metadata.published or UNKNOWN)[:MONTH_CHARS]),
)


def coverage_rows(dossier: Dossier) -> list[Sequence[str | int | float | None]]:
    """Every count, with the names of the columns first: by theme, dimension, category."""
    rows: list[Sequence[str | int | float | None]] = [COLUMNS]
    for dimension, category in DIMENSIONS:
        for theme, counts in counts_by_theme(dossier, category):
            rows += [(theme, dimension, name or None, count) for name, count in sorted(counts.items())]
    return rows


def counts_by_theme(dossier: Dossier, category: Callable[[Article], str]) -> Iterator[tuple[str, Counter[str]]]:
    """For each theme, how many of its articles fall into each category."""
    by_id = {article.id: article for article in dossier.articles}
    for briefing in dossier.briefings:
        yield briefing.theme.id, Counter(category(by_id[one]) for one in briefing.articles if one in by_id)
