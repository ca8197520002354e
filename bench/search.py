"""The search in a real Chromium, from a folder: time to the first result, further queries, memory, size.

    python bench/search.py [--articles 1000] [--edition private] [--joined 3] [--material-most 5000]

The articles of the corpus maker (``--corpus-maker``) are about a third as long as news articles are, so each article
here is made of three of them; ``--joined 1`` takes them as they are.

A private edition holds the whole text of every article. The same pages are also built with Material's own search and
its offline plugin, opened from a folder too and asked for the same word in the same run; the stand-in for workers that
the plugin needs there comes from npm (without npm, Material's site is served on the loopback interface). Material's
search is told the languages of the articles.

The time to the first result is the same for both: a reader opens an address that holds the query, in a page of its own
with nothing kept from before, and the time runs from there (``performance.timeOrigin``) to the first frame that the
browser is about to draw with a result in the page. So it holds the loading of the page itself, of its style and of
the index. Both are asked in turn, several times; the median counts. A further query is timed from the keystroke to the
first frame with its results, with the wait for the reader to stop typing. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from rich.table import Table

from bench import lay_out_articles
from generator import pipeline
from generator.cli.running import workers_for
from generator.model import Dossier, Edition
from generator.publishing.docs import write_generated
from generator.publishing.rendering import render_pages
from generator.publishing.search.index import search_files
from generator.publishing.site import build_site

MATERIAL_MOST = 5000
MATERIAL_PATIENCE_MS = 900_000
TURNS = 3
WORKER_SHIM = "iframe-worker@1.0.4"  # its licence is MIT; fetched for the measurement, never published
FIRST_QUERY = "vertrag"  # a word that begins so is found by both
QUERIES = (
    "lieferung",
    "gas",
    "Verteidigung",
    "delivred",
    '"in Höhe von"',
    "million euro",
    "pijpleiding",
    "e",
    "2024",
    "minister",
)
PARAGRAPH = re.compile(r"(?:(?<=\n)|(?<=<p>))[^<>\n]{120,}")  # of a text or a page, long enough to be no menu
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
MATERIAL = """site_name: Material
use_directory_urls: false
theme: {{name: material, font: false, custom_dir: templates}}
plugins: [search: {{lang: [{languages}]}}, offline]
extra: {{polyfills: [iframe-worker.js]}}
markdown_extensions: [admonition, attr_list, def_list, footnotes, md_in_html, tables, toc]
nav: [index.md]
"""
MATERIAL_HAS = ("main.html", "404.html")  # every other template of ours is laid out as Material lays out a page
RESULT, MATERIAL_RESULT = ".search-results .found", ".md-search-result__item"
SEEN = """(() => {
    const look = () => {
        if (document.querySelector('%s')) console.debug('first result', performance.now())
        else requestAnimationFrame(look)
    }
    look()
})()"""
ASK = """query => new Promise(done => {
    const field = document.querySelector('.search-form input')
    const began = performance.now()
    new MutationObserver((_, watch) => {
        watch.disconnect()
        requestAnimationFrame(() => done(performance.now() - began))
    }).observe(document.querySelector('.search-form .found-count'), {childList: true})
    field.value = query
    field.dispatchEvent(new Event('input', {bubbles: true}))
})"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What the search of one dossier costs; times in milliseconds, sizes in megabytes."""

    articles: int
    entries: int
    made_seconds: float
    size: float
    zipped: float
    first_ms: float
    slowest_ms: float
    median_ms: float
    heap: float
    material_first_ms: float | None


def main() -> None:
    """Measure every size and print one table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--articles", default="1000", help="sizes, separated by commas")
    options.add_argument("--edition", choices=[one.value for one in Edition], default=Edition.PRIVATE.value)
    options.add_argument("--material-most", type=int, default=MATERIAL_MOST, help="largest size for Material's search")
    options.add_argument("--joined", type=int, default=3, help="how many made articles are one of the dossier")
    options.add_argument("--corpus-maker", type=Path, default=Path("../shared/bench/make_corpus.py"))
    chosen = options.parse_args()
    sizes = [int(size) for size in chosen.articles.split(",")]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        found = next(filter(None, map(shutil.which, CHROMIUM)), None)
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        costs = [
            _measure(
                browser,
                Path(folder) / str(size),
                chosen.corpus_maker,
                chosen.joined,
                Edition(chosen.edition),
                with_material=size <= chosen.material_most,
            )
            for size in sizes
        ]
        browser.close()
    console = Console(highlight=False)
    console.print(_table(costs))
    console.print(
        f"first result: from opening an address that holds the query to the first frame with a result, for both alike; "
        f"median of {TURNS}, in turn",
        style="dim",
    )


def _measure(browser: Browser, root: Path, maker: Path, joined: int, edition: Edition, *, with_material: bool) -> Cost:
    """Measure the dossier of as many articles as the folder's name says."""
    size = int(root.name)
    articles = root / "sources" / "articles"
    lay_out_articles(articles, size * joined, maker)
    _join(articles, joined)
    with workers_for(root) as workers:
        composed = pipeline.compose_dossier(root, edition, workers)
    began = time.process_time()
    index = list(search_files(composed.dossier, composed.vocabulary.actors))
    made_seconds = time.process_time() - began
    write_generated(root / "docs", [*render_pages(composed.dossier), *index])
    site = build_site(root, root / "site", title="Bench", language="en", nav=[("Home", "index.md")])
    contents = [file.content.encode() for file in index]
    ours = f"{site.as_uri()}/search.html?q={FIRST_QUERY}"
    with _materials(root, composed.dossier) if with_material else nullcontext() as theirs:
        firsts = [
            (_first_ms(browser, ours, RESULT), _first_ms(browser, theirs, MATERIAL_RESULT) if theirs else None)
            for _ in range(TURNS)
        ]
    further, heap, entries = _further(browser, ours)
    return Cost(
        articles=size,
        entries=entries,
        made_seconds=made_seconds,
        size=sum(map(len, contents)) / 1e6,
        zipped=sum(len(gzip.compress(content, 6)) for content in contents) / 1e6,
        first_ms=median(first for first, _ in firsts),
        slowest_ms=max(further),
        median_ms=sorted(further)[len(further) // 2],
        heap=heap,
        material_first_ms=median(first for _, first in firsts if first) if with_material else None,
    )


def _join(articles: Path, joined: int) -> None:
    """Make one article of so many: the paragraphs of those behind it below its own last one, and their files gone."""
    paths = sorted(articles.rglob("*.*"))
    for at in range(0, len(paths), joined):
        first, *others = paths[at : at + joined]
        content = first.read_text(encoding="utf-8")
        own = PARAGRAPH.findall(content)
        added = [words for path in others for words in PARAGRAPH.findall(path.read_text(encoding="utf-8"))]
        if own and added:
            end = content.rindex(own[-1]) + len(own[-1])
            parts = [f"</p><p>{words}" if first.suffix == ".html" else f"\n\n{words}" for words in added]
            first.write_text(content[:end] + "".join(parts) + content[end:], encoding="utf-8")
        for path in others:
            path.unlink()


def _first_ms(browser: Browser, address: str, selector: str) -> float:
    """From opening an address that holds a query to the first frame with a result."""
    page = browser.new_page()
    page.add_init_script(SEEN % selector)
    with page.expect_console_message(
        lambda message: message.text.startswith("first result"), timeout=MATERIAL_PATIENCE_MS
    ) as said:
        page.goto(address, wait_until="commit")
    page.close()
    return float(said.value.text.split()[-1])


def _further(browser: Browser, address: str) -> tuple[list[float], float, int]:
    """Times of further queries in milliseconds, the heap in megabytes after them, and the number of entries."""
    page = browser.new_page()
    page.goto(address)
    page.locator(RESULT).first.wait_for()
    further = [page.evaluate(ASK, query) for query in QUERIES]
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    heap = session.send("Runtime.getHeapUsage")["usedSize"] / 1e6
    entries = page.evaluate("dossierSearch.open('search/').then(index => index.count)")
    page.close()
    return further, heap, entries


@contextmanager
def _materials(root: Path, dossier: Dossier) -> Iterator[str]:
    """The same pages, articles included, with Material's own search; the address that asks for the first query."""
    other = root / "material"
    (other / "templates").mkdir(parents=True)
    for own in files("generator.theme").iterdir():
        if own.name.endswith(".html") and own.name not in MATERIAL_HAS:
            (other / "templates" / own.name).write_text('{% extends "main.html" %}', encoding="utf-8")
    (other / "mkdocs.yml").write_text(_material_settings(dossier), encoding="utf-8")
    write_generated(other / "docs", render_pages(dossier))
    has_shim = _fetch_worker_shim(other / "docs" / "iframe-worker.js")
    command = [sys.executable, "-m", "mkdocs", "build", "-q"]
    subprocess.run(command, cwd=other, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    with nullcontext(f"{(other / 'site').as_uri()}/") if has_shim else _served(other / "site") as address:
        yield f"{address}index.html?q={FIRST_QUERY}"


def _material_settings(dossier: Dossier) -> str:
    """Material's search is told which languages the pages speak, as its reference asks of a site in several."""
    spoken = {article.metadata.language for article in dossier.articles} - {"und"}
    return MATERIAL.format(languages=", ".join(sorted({"en", *spoken})))


def _fetch_worker_shim(target: Path) -> bool:
    """Put the stand-in for workers where Material looks for it; false without npm or its registry."""
    npm = shutil.which("npm")
    if npm is None:
        return False
    with tempfile.TemporaryDirectory() as folder:
        order = [npm, "install", "--silent", "--no-save", "--ignore-scripts", "--prefix", folder, WORKER_SHIM]
        if subprocess.run(order, check=False, capture_output=True).returncode:
            return False
        shutil.copy(Path(folder) / "node_modules" / "iframe-worker" / "shim" / "index.js", target)
    return True


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


def _table(costs: Sequence[Cost]) -> Table:
    table = Table(title="search", box=None, title_justify="left")
    names = (
        "articles",
        "entries",
        "index made",
        "size (gzip)",
        "first result",
        "further: median, slowest",
        "heap",
        "Material: first result",
    )
    for name in names:
        table.add_column(name, justify="right")
    for cost in costs:
        theirs = cost.material_first_ms
        table.add_row(
            str(cost.articles),
            str(cost.entries),
            f"{cost.made_seconds:.1f} s",
            f"{cost.size:.1f} ({cost.zipped:.1f}) MB",
            f"{cost.first_ms:.0f} ms",
            f"{cost.median_ms:.0f}, {cost.slowest_ms:.0f} ms",
            f"{cost.heap:.0f} MB",
            "" if theirs is None else f"{theirs:.0f} ms, {theirs / cost.first_ms:.0f} times ours",
        )
    return table


if __name__ == "__main__":
    main()
