"""Seconds, memory and ratios of this program, measured in one run on this machine.

    python bench/bench.py [--articles 5,100,1000] [--corpus-maker PATH]

For each size: generating (articles to Markdown pages), ``mkdocs build`` of those pages, and a bare ``mkdocs build`` of
as many plain pages with the same text, each in a process of its own. The corpus is made by a maker outside the project
where one is at hand, else by a small one here. Nothing here is asserted: speed is shown, not tested.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

SIZES = (5, 100, 1000)
SEARCHED_FROM = 1000  # the search and memory are measured where a run is long anyhow
SEARCHED = 5000  # as many articles as the search is asked about
GENERATE = """
import sys; from pathlib import Path
from generator import pipeline, __version__
from generator.cli.running import workers_for
from generator.publishing.docs import write_generated
from generator.publishing.exports.files import export_files
from generator.publishing.rendering import render_pages
root = Path(sys.argv[1])
if __name__ == "__main__":
    with workers_for(root) as workers:
        dossier = pipeline.compose_dossier(root, workers=workers).dossier
    files = [*render_pages(dossier), *export_files(dossier, generator_version=__version__)]
    write_generated(root / "docs", files)
"""
BUILD = """
import sys; from pathlib import Path
from generator.publishing.site import build_site
build_site(Path(sys.argv[1]), Path(sys.argv[1]) / "site", title="Bench", language="en", nav=[("Home", "index.md")])
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process cost: seconds on the clock, and the peak of its memory and its children's in megabytes."""

    seconds: float
    peak_megabytes: float


def main() -> None:
    """Measure every size and print one table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--articles", default=",".join(map(str, SIZES)), help="sizes, separated by commas")
    options.add_argument("--corpus-maker", type=Path, default=Path("../shared/bench/make_corpus.py"))
    options.add_argument("--pages", type=Path, help="folder of saved pages, for the measure of reading")
    chosen = options.parse_args()
    sizes = [int(size) for size in chosen.articles.split(",")]
    console = Console(highlight=False)
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            console.print(f"measuring {size} articles …", style="dim")
            rows.append((size, *_measure(Path(folder), size, chosen.corpus_maker)))
    console.print(_table(rows))
    subprocess.run([sys.executable, Path(__file__).with_name("dates.py")], check=True)
    if chosen.pages:
        console.print("measuring reading …", style="dim")
        subprocess.run([sys.executable, Path(__file__).with_name("reading.py"), "--pages", chosen.pages], check=True)
    if max(sizes) >= SEARCHED_FROM:
        console.print("measuring memory over bad things …", style="dim")
        subprocess.run([sys.executable, Path(__file__).with_name("memory.py")], check=True)
        console.print("measuring the search …", style="dim")
        searching = [sys.executable, str(Path(__file__).with_name("search.py")), "--articles", str(SEARCHED)]
        subprocess.run([*searching, "--corpus-maker", str(chosen.corpus_maker)], check=True)


def _measure(folder: Path, size: int, maker: Path) -> tuple[Cost, Cost, Cost, int]:
    root = folder / f"project-{size}"
    articles = root / "sources" / "articles"
    lay_out_articles(articles, size, maker)
    generated = _run(GENERATE, root)
    built = _run(BUILD, root)
    largest = max(path.stat().st_size for path in (root / "site").rglob("*.html"))
    plain = folder / f"plain-{size}"
    _plain_pages(articles, plain / "docs")
    (plain / "mkdocs.yml").write_text(
        "site_name: Plain\\ntheme: {name: material, font: false}\\nplugins: []\\n".replace("\\n", "\n")
    )
    bare = _run("import sys, os; os.chdir(sys.argv[1]); from mkdocs.__main__ import cli; cli(['build', '-q'])", plain)
    return generated, built, bare, largest


def lay_out_articles(articles: Path, size: int, maker: Path) -> None:
    """Fill a folder with as many articles, by the corpus maker where there is one."""
    if not maker.is_file():
        _make_corpus(articles, size)
        return
    articles.parent.mkdir(parents=True)
    with tempfile.TemporaryDirectory(dir=articles.parent) as corpus:
        subprocess.run([sys.executable, maker, corpus, "--n", str(size)], check=True, capture_output=True)
        shutil.move(Path(corpus) / "in", articles)


def _run(code: str, root: Path) -> Cost:
    """Run Python code in a process of its own; memory is the highest of it and of the processes it started."""
    began = time.perf_counter()
    script = root.parent / "step.py"
    script.write_text(code, encoding="utf-8")
    process = subprocess.Popen([sys.executable, script, root], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"a step failed with status {status}: run it by hand in {root}")
    return Cost(time.perf_counter() - began, usage.ru_maxrss / 1024)


def _plain_pages(articles: Path, docs: Path) -> None:
    docs.mkdir(parents=True)
    (docs / "index.md").write_text("# Plain pages\n", encoding="utf-8")
    for number, path in enumerate(sorted(articles.rglob("*.*"))):
        words = path.read_text(encoding="utf-8", errors="replace").replace("<", " ").replace("---", " ")
        (docs / f"page-{number}.md").write_text(f"# Page {number}\n\n{words}\n", encoding="utf-8")


def _make_corpus(articles: Path, size: int) -> None:
    """Articles of plain English sentences, where no corpus maker is at hand."""
    articles.mkdir(parents=True)
    chance = random.Random(7)
    nouns = [
        "harbour",
        "ministry",
        "pipeline",
        "parliament",
        "railway",
        "hospital",
        "reservoir",
        "factory",
        "council",
        "market",
    ]
    verbs = ["opened", "delayed", "sold", "inspected", "financed", "closed", "rebuilt", "announced"]
    for number in range(size):
        sentences = [
            f"On {chance.randrange(1, 28)} May 202{chance.randrange(3, 6)} the {chance.choice(nouns)} of Northfield "
            f"{chance.choice(verbs)} a {chance.choice(nouns)} for {chance.randrange(2, 900)} million euros."
            for _ in range(20)
        ]
        paragraphs = [" ".join(sentences[at : at + 4]) for at in range(0, 20, 4)]
        head = f"Northfield {chance.choice(verbs)} a {chance.choice(nouns)}\n\n1 June 2025\n\n"
        (articles / f"article-{number:05}.txt").write_text(head + "\n\n".join(paragraphs) + "\n", encoding="utf-8")


def _table(rows: Sequence[tuple[int, Cost, Cost, Cost, int]]) -> Table:
    table = Table(title="seconds (peak MB)", box=None, title_justify="left")
    for column in (
        "articles",
        "generate",
        "mkdocs build",
        "bare mkdocs build",
        "all : bare",
        "largest page",
        "ms an article",
    ):
        table.add_column(column, justify="right")
    for size, generated, built, bare, largest in rows:
        together = generated.seconds + built.seconds
        table.add_row(
            str(size),
            f"{generated.seconds:.1f} ({generated.peak_megabytes:.0f})",
            f"{built.seconds:.1f} ({built.peak_megabytes:.0f})",
            f"{bare.seconds:.1f} ({bare.peak_megabytes:.0f})",
            f"{together / bare.seconds:.2f}",
            f"{largest / 1024:.0f} KB",
            f"{1000 * together / size:.0f}",
        )
    return table


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
