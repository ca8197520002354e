"""Rate of reading saved pages, relative to trafilatura alone on the same pages in the same run, and of plain texts.

    python bench/reading.py --pages DIR [--texts DIR]

``DIR`` holds saved pages (``*.html``, also in sub-folders, also ``.gz``). The plain texts are the articles of the same
pages, so that both are of one length; reading ends with sentences for both. ``--texts`` measures a folder of other
texts too, such as page dumps, whose menus are read as well. Nothing is asserted: speed is shown.
"""

from __future__ import annotations

import argparse
import gzip
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console

from generator.workers import workers

PAGES_READ = 240  # enough that what each worker loads once weighs little
ROUNDS = 3  # the best of them counts: other programs on the machine can only make one slower


def main() -> None:
    """Measure the pages of a folder and print one line for each rate."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--pages", type=Path, required=True, help="folder of saved pages")
    options.add_argument("--texts", type=Path, help="folder of plain texts (*.txt)")
    chosen = options.parse_args()
    pages = [_content(path) for path in sorted(chosen.pages.rglob("*.html*"))]
    texts = [text.encode() for text in map(_read, pages) if text]
    for content in pages:
        _extract(content)  # everything that is loaded once is loaded
    library, own, plain = _rate(_extract, pages), _rate(_read, pages), _rate(_read, texts)
    shared = _shared_rate(pages)
    console = Console(highlight=False)
    console.print(f"{len(pages)} pages, {PAGES_READ} readings with a changed paragraph each, best of {ROUNDS} rounds")
    console.print(f"trafilatura {library:.1f}/s, reading {own:.1f}/s, ratio {own / library:.2f}")
    console.print(
        f"two workers: {shared:.1f}/s, {shared / own:.2f} times one; load of the machine {os.getloadavg()[0]:.1f}"
    )
    length = sum(map(len, texts)) // max(len(texts), 1)
    console.print(f"their articles as plain texts of {length:,} bytes: {plain:.1f}/s, {plain / own:.1f} times pages")
    if chosen.texts:
        others = [path.read_bytes() for path in sorted(chosen.texts.rglob("*.txt"))]
        rate, length = _rate(_read, others), sum(map(len, others)) // max(len(others), 1)
        console.print(f"other plain texts of {length:,} bytes: {rate:.1f}/s, {rate / own:.1f} times pages")


def _shared_rate(pages: Sequence[bytes]) -> float:
    """Pages a second with two workers that have read every page once."""
    with workers(2) as executor:
        list(executor.map(_read, [*pages, *pages]))
        best = 0.0
        for number in range(ROUNDS):
            contents = _changed(pages, ROUNDS + number)
            began = time.perf_counter()
            list(executor.map(_read, contents, chunksize=2))
            best = max(best, len(contents) / (time.perf_counter() - began))
    return best


def _changed(contents: Sequence[bytes], number: int) -> list[bytes]:
    """As many contents as are read in a round, none equal to another, so that no memory of a library answers."""
    copies = range(-(-PAGES_READ // max(len(contents), 1)))
    many = [(content, f"{number}-{copy}".encode()) for copy in copies for content in contents][:PAGES_READ]
    return [
        content.replace(b"</p>", b" Changed: " + mark + b".</p>", 1) if b"</p>" in content else content + b"\n" + mark
        for content, mark in many
    ]


def _content(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def _rate(read: Callable[[bytes], str], contents: Sequence[bytes]) -> float:
    """Files a second, the best of several rounds."""
    best = 0.0
    for number in range(ROUNDS):
        changed = _changed(contents, number)
        began = time.perf_counter()
        for content in changed:
            read(content)
        best = max(best, len(changed) / (time.perf_counter() - began))
    return best


def _extract(content: bytes) -> str:
    import trafilatura

    return str(trafilatura.bare_extraction(content, with_metadata=True) or "")


def _read(content: bytes) -> str:
    from generator.errors import UnreadableArticle
    from generator.model import Source
    from generator.reading.article import read_article

    try:
        return read_article(Source("page", content)).text
    except UnreadableArticle:
        return ""


if __name__ == "__main__":
    main()
