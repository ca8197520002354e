"""The table at the end of ``dossier add`` on a terminal: what was added, and what an editor has still to find out."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from generator.adding.outcome import Added
from generator.adding.proposal import unknown_fields


def show_added(added: Sequence[Added]) -> None:
    """One row for each article."""
    table = Table(box=None, pad_edge=False, header_style="dim")
    for name in ("id", "published", "publisher", "language", "not known"):
        table.add_column(name, overflow="fold")
    for outcome in added:
        known = outcome.known
        language = known.language.replace("und", "")
        cells = (outcome.id, known.published or "", known.publisher or "", language)
        table.add_row(*map(Text, cells), Text(", ".join(unknown_fields(known)), style="yellow"))
    Console(highlight=False).print(table)
