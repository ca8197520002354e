"""How many articles carry each theme, by outlet, language, kind and month.

Takes a dossier; gives the counts as rows for a table of data and, shortened, as tables for a page. An article that
touches several themes counts for each; a copy of another article counts as an article. What is not known is a
category of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.model import Article, ArticleKind, Dossier
from generator.publishing.library import Library

ROWS_OF_A_TABLE = 12
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


@dataclass(frozen=True, slots=True)
class Cell:
    """A count with its share of the largest count of the table, in per cent."""

    count: str
    share: int


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A category with its count for each theme."""

    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class CoverageTable:
    """One dimension: a column for each theme, a row for each category."""

    id: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[CoverageRow, ...]


def coverage_rows(dossier: Dossier) -> list[Sequence[str | int | float | None]]:
    """Every count, with the names of the columns first: by theme, dimension, category."""
    rows: list[Sequence[str | int | float | None]] = [COLUMNS]
    for dimension, category in DIMENSIONS:
        for theme, counts in _counts(dossier, category):
            rows += [(theme, dimension, name or None, count) for name, count in sorted(counts.items())]
    return rows


def coverage_tables(library: Library) -> Iterator[CoverageTable]:
    """A table for each dimension that tells more than one category apart."""
    say, language = library.interface, library.dossier.settings.language
    columns = tuple(briefing.theme.title(language) for briefing in library.dossier.briefings)
    for dimension, category in DIMENSIONS:
        counts = [counted for _, counted in _counts(library.dossier, category)]
        names = _names(counts, by_name=dimension == "month")
        if len(names) < 2:
            continue
        shown, rest = names[:ROWS_OF_A_TABLE], names[ROWS_OF_A_TABLE:]
        rows = [(_label(dimension, name, library), [one[name] for one in counts]) for name in shown]
        if rest:
            rows.append((say.gettext("all others"), [sum(one[name] for name in rest) for one in counts]))
        most = max(count for _, of_row in rows for count in of_row) or 1
        yield CoverageTable(
            id=f"by-{dimension}",
            title=say.gettext(_TITLES[dimension]),
            columns=columns,
            rows=tuple(
                CoverageRow(label, tuple(Cell(say.number(n), round(100 * n / most)) for n in of_row))
                for label, of_row in rows
            ),
        )


def _counts(dossier: Dossier, category: Callable[[Article], str]) -> Iterator[tuple[str, Counter[str]]]:
    """For each theme, how many of its articles fall into each category."""
    by_id = {article.id: article for article in dossier.articles}
    for briefing in dossier.briefings:
        yield briefing.theme.id, Counter(category(by_id[one]) for one in briefing.articles if one in by_id)


def _names(counts: Sequence[Counter[str]], *, by_name: bool) -> list[str]:
    """Categories: months newest first, else the most frequent first; what is not known last."""
    total = sum(counts, Counter[str]())
    ordered = sorted(total, reverse=True) if by_name else sorted(total, key=lambda name: (-total[name], name))
    return sorted(ordered, key=lambda name: name == UNKNOWN)


def _label(dimension: str, name: str, library: Library) -> str:
    say = library.interface
    if dimension == "language":
        return say.language_name(name)
    if not name:
        return say.gettext("unknown")
    if dimension == "month":
        return say.date(name)
    return library.kind_label(ArticleKind(name)) if dimension == "kind" else name


def _(message: str) -> str:
    """Mark an interface string for the catalogue; it is translated where it is shown."""
    return message


_TITLES = {"outlet": _("By outlet"), "language": _("By language"), "kind": _("By kind"), "month": _("By month")}
