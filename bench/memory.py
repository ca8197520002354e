"""Peak memory of ``dossier check`` over what nobody should put into a folder of articles.

    python bench/memory.py [--files 100000]

Each bad thing lies beside one good article in a project of its own. The peak is that of the process and of those it
started, as the system counts it; seconds are of work (user and system), so that other programs do not count.
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


def main() -> None:
    """Measure each and print one table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--files", type=int, default=100_000, help="size of the folder of many files")
    files = options.parse_args().files
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
    Console(highlight=False).print(table)


def _project(root: Path) -> Path:
    articles = root / "sources" / "articles"
    articles.mkdir(parents=True)
    (articles / "good.txt").write_text(GOOD, encoding="utf-8")
    return articles


def _cost(root: Path) -> tuple[str, str]:
    """Peak megabytes and seconds of work of ``dossier check``."""
    command = [sys.executable, "-m", "generator", "check"]
    process = subprocess.Popen(command, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"`dossier check` failed in {root}")
    return f"{usage.ru_maxrss / 1024:.0f}", f"{usage.ru_utime + usage.ru_stime:.1f}"


if __name__ == "__main__":
    main()
