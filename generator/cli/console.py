"""What the commands show on a terminal, with rich: progress, articles at a glance, findings, scores.

Silent in a pipe where that is asked for: progress goes to a terminal's standard error alone.
"""

from __future__ import annotations

import os
import sys
import textwrap
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
FEWEST_GROUPED = 3  # so many places of which the same is said stand below it
HANGING = 4  # columns that the second line of a message stands further in than the first
NARROWEST = 20  # columns of a line, whatever the terminal says
PIPE_COLUMNS = 120  # as wide as a report is where no terminal says how wide it is
OUTLET_CHARS = 24  # of an outlet in a table
ADDED_COLUMNS = {"published": 10, "language": 8, "publisher": OUTLET_CHARS, "not known": 26}
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
    console = _console()
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


def _console() -> Console:
    """A console as wide as the terminal, or as COLUMNS says; a pipe has room for a whole address."""
    is_unknown = not sys.stdout.isatty() and "COLUMNS" not in os.environ
    return Console(highlight=False, width=PIPE_COLUMNS if is_unknown else None)


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

    console = Console(highlight=False)
    shows_outlet = console.width >= NARROW_COLUMNS
    table = Table(box=None, pad_edge=False, header_style="dim")
    for name in ("published", "language", *(["publisher"] if shows_outlet else []), "not known"):
        table.add_column(name, no_wrap=True, min_width=ADDED_COLUMNS[name])
    table.add_column("title", no_wrap=True, overflow="ellipsis")
    for outcome in added:
        known = outcome.known
        outlet = [shortened(known.publisher or "", OUTLET_CHARS)] if shows_outlet else []
        unknown = Text(", ".join(unknown_fields(known)), style="yellow")
        facts = (known.published or "", known.language.replace("und", ""), *outlet)
        table.add_row(*map(Text, facts), unknown, Text(known.title or ""))
    console.print(table)


def show_findings(findings: Sequence[Finding], *, show_all: bool = False) -> None:
    """What needs an editor's eye, most pressing first; a remedy that holds for several in a row stands once, below.

    What is to be said of several places in the same words is said once, with the places below it. Of many of one kind
    the first few are shown, and how many more there are, but for ``show_all``.
    """
    console = Console(highlight=False)
    if not findings:
        console.print("Nothing needs an editor's eye.")
        return
    for _, run in groupby(findings, key=lambda finding: finding.kind):
        alike = list(run)
        shown = alike if show_all or len(alike) <= MOST_ALIKE else alike[:FIRST_ALIKE]
        more = len(alike) - len(shown)
        groups = [list(group) for _, group in groupby(shown, key=lambda finding: (finding.fact, finding.remedy))]
        for group, following in zip_longest(groups, groups[1:]):
            _print_group(console, group, more if following is None else 0)
            if group[0].remedy and (following is None or following[0].remedy != group[0].remedy):
                _print_line(console, "", group[0].remedy, indent=4, style="dim")
    many = f"{len(findings):,} things" if len(findings) > 1 else "1 thing"
    _print_line(console, "", f"{many} to look at, the most pressing first.", style="dim")


def _print_group(console: Console, group: Sequence[Finding], more: int) -> None:
    """Findings that say the same: one as it is, several below their common words; ``more`` are not shown."""
    fact = group[0].fact
    if len(group) < FEWEST_GROUPED:
        for finding in group:
            _print_line(console, f"{finding.place}: ", finding.fact)
    else:
        _print_line(console, "", f"{fact}:")
        for finding in group:
            _print_line(console, str(finding.place), "", indent=2)
    if more:
        _print_line(console, f"and {more:,} more like these: --all shows them", "")


def _print_line(console: Console, place: str, words: str, indent: int = 0, style: str = "") -> None:
    """A line of a report, its place in bold: on a terminal broken between words, but never in a path or an address."""
    lines = [f"{place}{words}"]
    if console.is_terminal:
        lines = textwrap.wrap(
            lines[0],
            max(console.width - indent, NARROWEST),
            subsequent_indent=" " * HANGING,
            break_long_words=False,
            break_on_hyphens=False,
        )
    for number, line in enumerate(lines):
        shown = Text(" " * indent + line, style=style)
        if place and number == 0:
            shown.stylize("bold", indent, indent + len(place.strip()))
        console.print(shown, soft_wrap=True)


def show_scores(scores: Sequence[Score]) -> None:
    """One table of all measurements; what was measured stands once, above its figures."""
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("figure")
    table.add_column("value", justify="right")
    table.add_column("cases", justify="right")
    table.add_column("material was")
    for material, its in groupby(scores, key=lambda score: score.material):
        table.add_row(Text(material, style="bold"))
        for score in its:
            seen = "set aside" if score.set_aside else "worked on"
            table.add_row(Text(f"  {score.figure}"), score.shown, str(score.cases), seen)
    _console().print(table)


def _known(seen: Inspected) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim")
    table.add_column(overflow="fold")  # an address is of use only whole
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
    """How much was found, in a line; what was not found at all is not counted."""
    left_out = sum(not line["kept"] and bool(str(line["text"]).strip()) for line in seen["lines"])
    doubtful = sum(bool(line["doubtful"]) for line in seen["lines"])
    numbers = (
        (len(seen["sentences"]), "sentence"),
        (doubtful, "line in doubt"),
        (left_out, "line left out"),
        (len(seen["themes"]), "mention of themes"),
        (len(seen["dates"]), "date"),
        (len(seen["figures"]), "figure"),
        (len(seen["actors"]), "name"),
    )
    return ", ".join(counted(number, noun) for number, noun in numbers if number) or "no sentence"
