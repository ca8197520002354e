"""Peak memory of ``dossier check`` over what nobody should put into a folder of articles.

    python bench/memory.py [--files 100000] [--articles 100000] [--checked 2000]

Each bad thing lies beside one good article in a project of its own. Two rows are of articles of a usual length: those
which the workers read and the process keeps in memory as a build keeps them, 100,000 of which are some nine minutes
of work; and those which are checked from end to end, some fifty milliseconds for each. What a larger folder needs to
be checked follows from two sizes beyond 2,000 articles, up to which everything that is made stays in memory. 2,500 took
168 MB, 25,000 took 287: 5.3 kilobytes for each further one, so that 100,000 stay below 0.7 GB. Without its text and
paragraphs an article of this length takes 1.1 kilobytes in memory instead of 5.7, and 0.6 in a file. As texts lie
there, letters that take two bytes each cost little more than Latin ones. How many names and numbers recur counts too.
The peak is that of the process itself, as the system counts it: each worker holds one article at a time beside its
word lists. Seconds are of work (user and system) of the same process, so that other programs do not count, and
neither do the workers.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

SENTENCE = "The harbour is to grow by two hundred hectares by 2031, the port authority said on Sunday. "
GOOD = f"Harbour to grow\n\nPublished: 3 May 2024\n\n{SENTENCE * 3}\n"
BAD: dict[str, Callable[[], str]] = {
    "50 MB in one line, text": lambda: SENTENCE * (50_000_000 // len(SENTENCE)),
    "50 MB in one line, page": lambda: f"<html><body><p>{SENTENCE * (50_000_000 // len(SENTENCE))}",
    "200,000 short lines": lambda: "A short line.\n" * 200_000,
    "500,000 elements in one another": lambda: "<html><body>" + "<div>" * 500_000 + SENTENCE * 5,
    "quoted 30,000 times": lambda: "# T\n\n" + "> " * 30_000 + "words",
}
USUAL_CHARS = 2_500
READ = """
from pathlib import Path
from generator.cli.running import workers_for
from generator.project import load_project
from generator.reading.corpus import read_corpus
with workers_for(Path.cwd()) as workers:
    read_corpus(load_project(Path.cwd()), workers)
"""


def main() -> None:
    """Measure each and print one table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--files", type=int, default=100_000, help="size of the folder of many files")
    options.add_argument("--articles", type=int, default=100_000, help="how many articles of a usual length are read")
    options.add_argument("--checked", type=int, default=2_000, help="how many articles of a usual length are checked")
    chosen = options.parse_args()
    files = chosen.files
    table = Table(title="memory", box=None, title_justify="left")
    for column in ("bad thing", "peak MB", "seconds of work"):
        table.add_column(column, justify="left" if column == "bad thing" else "right")
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, content) in enumerate(BAD.items()):
            articles = _project(Path(folder) / str(number))
            (articles / "bad").write_text(content(), encoding="utf-8")
            table.add_row(name, *_cost(articles.parents[1]))
        articles = _project(Path(folder) / "many")
        for number in range(files):
            place = articles / f"{number // 1000:03}"
            place.mkdir(exist_ok=True)
            own = f"{GOOD}Number {number} was seen by nobody.\n" if number % 100 == 0 else "x"
            (place / f"file-{number:06}.txt").write_text(own, encoding="utf-8")
        table.add_row(f"a folder of {files:,} files, one of a hundred an article", *_cost(articles.parents[1]))
        usual = f"articles of {USUAL_CHARS:,} characters"
        read = _project_of(chosen.articles, Path(folder) / "read")
        table.add_row(f"{chosen.articles:,} {usual}, read", *_cost(read, "-c", READ))
        checked = _project_of(chosen.checked, Path(folder) / "checked")
        table.add_row(f"{chosen.checked:,} {usual}, checked", *_cost(checked))
    Console(highlight=False).print(table)


def _project(root: Path) -> Path:
    articles = root / "sources" / "articles"
    articles.mkdir(parents=True)
    (articles / "good.txt").write_text(GOOD, encoding="utf-8")
    return articles


def _project_of(count: int, root: Path) -> Path:
    """A project of so many articles of a usual length."""
    articles = _project(root)
    for number in range(count):
        (articles / f"article-{number:06}.txt").write_text(_usual(number), encoding="utf-8")
    return root


def _usual(number: int) -> str:
    """An article of a usual length, no sentence of which stands in another one."""
    sentences = (
        f"Ship {number}-{at} carried {at + 2} containers past the lighthouse of Northfield before noon. "
        for at in range(USUAL_CHARS // 76)
    )
    paragraphs = [" ".join(group).replace("  ", " ") for group in zip(*[sentences] * 4, strict=False)]
    return f"The ships of day {number}\n\nPublished: 3 May 2024\n\n" + "\n\n".join(paragraphs) + "\n"


def _cost(root: Path, *command: str) -> tuple[str, str]:
    """Peak megabytes and seconds of work of ``dossier check``, or of another command of Python."""
    process = subprocess.Popen(
        [sys.executable, *(command or ("-m", "generator", "check"))],
        cwd=root,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"reading failed in {root}")
    return f"{usage.ru_maxrss / 1024:.0f}", f"{usage.ru_utime + usage.ru_stime:.1f}"


if __name__ == "__main__":
    main()
