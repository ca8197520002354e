"""The search in a real Chromium, from a folder: time to the first result, further queries, memory, size.

    python bench/search.py [--articles 1000] [--edition private] [--material-most 5000] [--corpus-maker PATH]

A private edition holds the whole text of every article. The same pages are also built with Material's own search and
its offline plugin, opened from a folder too and asked for the same word in the same run; the stand-in for workers that
the plugin needs there comes from npm (without npm, Material's site is served on the loopback interface). Times are from
opening the page to the first result in sight, and from a keystroke to new results in sight, with the wait for the
reader to stop typing. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

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
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
MATERIAL = """site_name: Material
use_directory_urls: false
theme: {name: material, font: false, custom_dir: templates}
plugins: [search, offline]
extra: {polyfills: [iframe-worker.js]}
markdown_extensions: [admonition, attr_list, def_list, footnotes, md_in_html, tables, toc]
nav: [index.md]
"""
SEEN = """selector => new Promise(found => {
    const look = () => document.querySelector(selector) ? found(performance.now()) : requestAnimationFrame(look)
    look()
})"""
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
                Edition(chosen.edition),
                with_material=size <= chosen.material_most,
            )
            for size in sizes
        ]
        browser.close()
    Console(highlight=False).print(_table(costs))


def _measure(browser: Browser, root: Path, maker: Path, edition: Edition, *, with_material: bool) -> Cost:
    """Measure the dossier of as many articles as the folder's name says."""
    size = int(root.name)
    articles = root / "sources" / "articles"
    lay_out_articles(articles, size, maker)
    with workers_for(root) as workers:
        composed = pipeline.compose_dossier(root, edition, workers)
    began = time.process_time()
    index = list(search_files(composed.dossier, composed.vocabulary.actors))
    made_seconds = time.process_time() - began
    write_generated(root / "docs", [*render_pages(composed.dossier), *index])
    site = build_site(root, root / "site", title="Bench", language="en", nav=[("Home", "index.md")])
    contents = [file.content.encode() for file in index]
    first, further, heap, entries = _ours(browser, site)
    return Cost(
        articles=size,
        entries=entries,
        made_seconds=made_seconds,
        size=sum(map(len, contents)) / 1e6,
        zipped=sum(len(gzip.compress(content, 6)) for content in contents) / 1e6,
        first_ms=first,
        slowest_ms=max(further),
        median_ms=sorted(further)[len(further) // 2],
        heap=heap,
        material_first_ms=_materials(browser, root, composed.dossier) if with_material else None,
    )


def _ours(browser: Browser, site: Path) -> tuple[float, list[float], float, int]:
    page = browser.new_page()
    page.goto(f"{site.as_uri()}/search.html?q={FIRST_QUERY}", wait_until="commit")
    first = page.evaluate(SEEN, ".search-results .found")
    further = [page.evaluate(ASK, query) for query in QUERIES]
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    heap = session.send("Runtime.getHeapUsage")["usedSize"] / 1e6
    entries = page.evaluate("dossierSearch.open('search/').then(index => index.count)")
    page.close()
    return first, further, heap, entries


def _materials(browser: Browser, root: Path, dossier: Dossier) -> float:
    """The first result of Material's own search on the same pages, articles included; from opening the page."""
    other = root / "material"
    (other / "templates").mkdir(parents=True)
    for name in ("article", "home", "list", "search", "theme"):
        (other / "templates" / f"{name}.html").write_text('{% extends "main.html" %}', encoding="utf-8")
    (other / "mkdocs.yml").write_text(MATERIAL, encoding="utf-8")
    write_generated(other / "docs", render_pages(dossier))
    has_shim = _fetch_worker_shim(other / "docs" / "iframe-worker.js")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=other, check=False, capture_output=True)
    if has_shim:
        return _materials_first(browser, f"{(other / 'site').as_uri()}/")
    with _served(other / "site") as address:
        return _materials_first(browser, address)


def _materials_first(browser: Browser, address: str) -> float:
    page = browser.new_page()
    page.set_default_timeout(MATERIAL_PATIENCE_MS)
    page.goto(f"{address}index.html?q={FIRST_QUERY}", wait_until="commit")
    first = page.evaluate(SEEN, ".md-search-result__item")
    page.close()
    return float(first)


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
