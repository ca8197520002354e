"""What the commands show on a terminal, with rich: progress, articles at a glance, findings, scores.

Silent in a pipe where that is asked for: progress goes to a terminal's standard error alone.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from generator.errors import counted, shortened

if TYPE_CHECKING:
    from generator.adding import Added
    from generator.checking import Finding
    from generator.evaluation import Score
    from generator.inspection import Inspected
    from generator.progress import Progress as Told

STAGES = {
    "read": "Reading articles",
    "analyse": "Finding evidence",
    "compose": "Composing and verifying",
    "write": "Writing pages",
    "site": "Building the site",
    "audit": "Auditing citations",
}
# Fields that most articles have not: they are shown where they are known
SELDOM_KNOWN = frozenset({"subtitle", "supplier", "updated"})
STYLES = {"kept": "", "doubtful": "yellow", "left out": "dim red"}
SURENESS = {"sure": "green", "likely": "cyan", "doubtful": "yellow"}
# Labels are no longer than this, and of more than so many in a row one line of the table tells
LABEL_CHARS, MOST_LABELS = 60, 5
TELLING_ROLES = frozenset({"title", "byline", "dateline"})
# So many findings of one kind are shown each; of more than these, the first few
MOST_ALIKE, FIRST_ALIKE = 8, 5
NARROW_COLUMNS = 90  # below this the reason stands under the words


@contextmanager
def progress() -> Iterator[Told]:
    """A progress display on a terminal; in a pipe nothing at all."""
    console = Console(stderr=True)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True, disable=not sys.stderr.isatty()) as display:
        tasks: dict[str, int] = {}

        def show(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = display.add_task(STAGES.get(stage, stage), total=total or None)
            display.update(tasks[stage], completed=done, total=total or None)  # type: ignore[arg-type]

        yield show


def show_inspected(seen: Inspected) -> None:
    """An article at a glance: what is known of it, and every line with its role: kept, doubtful or left out."""
    console = Console(highlight=False)
    console.rule(Text(seen["file"]))
    console.print(_known(seen))
    table = Table(box=None, pad_edge=False, show_header=True, header_style="dim")
    table.add_column("line", justify="right", style="dim")
    table.add_column("role")
    table.add_column("text", ratio=1)
    narrow = console.width < NARROW_COLUMNS
    if not narrow:
        table.add_column("why", style="dim", max_width=40)
    for line in _at_a_glance([line for line in seen["lines"] if str(line["text"]).strip()]):
        state = "doubtful" if line["doubtful"] else "kept" if line["kept"] else "left out"
        mark = {"kept": "", "doubtful": "? ", "left out": "✕ "}[state]
        number = str(line["number"])
        words, reason = Text(shortened(str(line["text"]))), Text(str(line["reason"]), style="dim")
        cells = (Text.assemble(words, "\n", reason),) if narrow else (words, reason)
        table.add_row(number, f"{mark}{line['role']}", *cells, style=STYLES[state])
    console.print(table)
    console.print(_counts(seen))


def _at_a_glance(lines: Sequence[dict[str, object]]) -> Iterator[dict[str, object]]:
    """The lines as they are shown, numbered from 1: many labels in a row that were left out, a menu, are one."""
    for is_label, run in groupby(lines, key=_is_label):
        found = list(run)
        if not is_label or len(found) <= MOST_LABELS:
            yield from ({**line, "number": int(str(line["number"])) + 1} for line in found)
            continue
        first, last = (int(str(line["number"])) + 1 for line in (found[0], found[-1]))
        roles = ", ".join(dict.fromkeys(str(line["role"]) for line in found))
        words = " · ".join(str(line["text"]).strip() for line in found)
        yield {
            **found[0],
            "number": f"{first}-{last}",
            "role": f"{len(found)} lines",
            "text": words,
            "reason": f"{roles}; --json tells of each",
        }


def _is_label(line: dict[str, object]) -> bool:
    """Whether a line was left out without a doubt and is too short to be missed."""
    text = str(line["text"]).strip()
    return (
        not line["kept"] and line["role"] not in TELLING_ROLES and len(text) <= LABEL_CHARS and text[-1:] not in ".!?"
    )


def show_added(added: Sequence[Added]) -> None:
    """One row for each article that was added: what is known of it, and what an editor has still to find out."""
    from generator.adding.proposal import unknown_fields

    table = Table(box=None, pad_edge=False, header_style="dim")
    for name in ("id", "published", "publisher", "language", "not known"):
        table.add_column(name, overflow="fold")
    for outcome in added:
        known = outcome.known
        language = known.language.replace("und", "")
        cells = (outcome.id, known.published or "", known.publisher or "", language)
        table.add_row(*map(Text, cells), Text(", ".join(unknown_fields(known)), style="yellow"))
    Console(highlight=False).print(table)


def show_findings(findings: Sequence[Finding], *, show_all: bool = False) -> None:
    """What needs an editor's eye, most pressing first; a remedy that holds for several in a row stands once, below.

    Of many of one kind the first few are shown, and how many more there are, but for ``show_all``.
    """
    console = Console(highlight=False)
    if not findings:
        console.print("Nothing needs an editor's eye.")
        return
    for _, run in groupby(findings, key=lambda finding: finding.kind):
        alike = list(run)
        shown = alike if show_all or len(alike) <= MOST_ALIKE else alike[:FIRST_ALIKE]
        more = len(alike) - len(shown)
        for finding, following in zip_longest(shown, shown[1:]):
            console.print(Text.assemble((f"{finding.place}: ", "bold"), finding.fact), soft_wrap=True)
            if more and following is None:
                console.print(Text(f"and {more:,} more like these: --all shows them", style="bold"), soft_wrap=True)
            if finding.remedy and (following is None or following.remedy != finding.remedy):
                console.print(Text(f"    {finding.remedy}", style="dim"), soft_wrap=True)
    many = f"{len(findings):,} things" if len(findings) > 1 else "1 thing"
    console.print(Text(f"{many} to look at, the most pressing first.", style="dim"), soft_wrap=True)


def show_scores(scores: Sequence[Score]) -> None:
    """One table of all measurements."""
    table = Table(box=None)
    table.add_column("measured")
    table.add_column("figure")
    table.add_column("value", justify="right")
    table.add_column("cases", justify="right")
    table.add_column("material was")
    for score in scores:
        seen = "set aside" if score.set_aside else "worked on"
        table.add_row(score.material, score.figure, score.shown, str(score.cases), seen)
    Console(highlight=False).print(table)


def _known(seen: Inspected) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim")
    table.add_column()
    table.add_column(style="dim")
    facts = (
        ("title", seen["title"]),
        ("subtitle", seen["subtitle"]),
        ("publisher", seen["publisher"]),
        ("supplier", seen["supplier"]),
        ("authors", ", ".join(seen["authors"]) or None),
        ("published", seen["published"]),
        ("updated", seen["updated"]),
        ("language", seen["language"]),
        ("kind", seen["kind"]),
        ("url", seen["url"]),
    )
    for name, value in facts:
        if not value and name in SELDOM_KNOWN:
            continue
        sureness = seen["confidence"].get(name, "") if value else ""
        why = Text.assemble((sureness, SURENESS.get(sureness, "dim")), f"  {seen['origins'].get(name, '')}")
        table.add_row(name, Text(value) if value else Text("unknown", style="yellow"), why)
    for contradiction in seen["contradictions"]:
        table.add_row("doubt", Text(contradiction, style="yellow"), "")
    for repair in seen["repairs"]:
        table.add_row("repaired", Text(repair), "")
    return table


def _counts(seen: Inspected) -> str:
    left_out = sum(not line["kept"] and bool(str(line["text"]).strip()) for line in seen["lines"])
    doubtful = sum(bool(line["doubtful"]) for line in seen["lines"])
    parts = [counted(len(seen["sentences"]), "sentence"), counted(doubtful, "line in doubt")]
    parts += [counted(left_out, "line left out"), counted(len(seen["themes"]), "mention of themes")]
    parts += [counted(len(seen[key]), key.removesuffix("s")) for key in ("dates", "figures")]
    parts += [counted(len(seen["actors"]), "name")]
    return ", ".join(parts)
