"""The coverage of the dossier as the page on method shows it: a table for each dimension, shortened.

Takes the counts of ``exports.coverage``; gives finished tables with the share of each count, in per cent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.locale import _
from generator.model import ArticleKind
from generator.publishing.exports.coverage import DIMENSIONS, UNKNOWN, counts_by_theme
from generator.publishing.page_parts.library import Library

ROWS_OF_A_TABLE = 12


@dataclass(frozen=True, slots=True)
class Cell:
    """A count with its share of the largest count of the table, in per cent; 0 only where nothing was counted."""

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


def coverage_tables(library: Library) -> Iterator[CoverageTable]:
    """A table for each dimension that tells more than one category apart."""
    say, language = library.interface, library.dossier.settings.language
    columns = tuple(briefing.theme.title(language) for briefing in library.dossier.briefings)
    for dimension, category in DIMENSIONS:
        counts = [counted for _, counted in counts_by_theme(library.dossier, category)]
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
                CoverageRow(
                    label, tuple(Cell(say.number(n), max(1, round(100 * n / most)) if n else 0) for n in of_row)
                )
                for label, of_row in rows
            ),
        )


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


_TITLES = {"outlet": _("By outlet"), "language": _("By language"), "kind": _("By kind"), "month": _("By month")}
