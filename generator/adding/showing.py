"""The table at the end of ``dossier add`` on a terminal: what was added, and what an editor has still to find out."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from generator.adding.outcome import Added

LONGEST_TITLE = 60


def show_added(added: Sequence[Added]) -> None:
    """One row for each article; what is not known is marked."""
    table = Table(box=None, pad_edge=False, header_style="dim")
    for name in ("id", "published", "publisher", "language", "title"):
        table.add_column(name, overflow="fold")
    for outcome in added:
        known = outcome.known
        title = known.title or ""
        cells = (known.published, known.publisher, known.language.replace("und", ""), title[:LONGEST_TITLE])
        table.add_row(Text(outcome.id), *(Text(cell) if cell else Text("not known", style="yellow") for cell in cells))
    Console(highlight=False).print(table)
