"""Rate of reading saved pages, relative to trafilatura alone on the same pages in the same run, and of plain texts.

    python bench/reading.py --pages DIR

``DIR`` holds saved pages (``*.html``, also in sub-folders, also ``.gz``). Nothing is asserted: speed is shown.
"""

from __future__ import annotations

import argparse
import gzip
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from rich.console import Console

ROUNDS = 1  # a second round would be answered from memory


def main() -> None:
    """Measure the pages of a folder and print one line for each rate."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--pages", type=Path, required=True, help="folder of saved pages")
    pages = [_content(path) for path in sorted(options.parse_args().pages.rglob("*.html*"))]
    texts = [text.encode() for text in map(_read, pages) if text]
    many = pages * ROUNDS
    library, own, plain = _rate(_extract, many), _rate(_read, many), _rate(_read, texts * ROUNDS)
    with ProcessPoolExecutor(2) as workers:
        list(workers.map(_read, pages))  # both processes load their models first
        began = time.perf_counter()
        list(workers.map(_read, many, chunksize=4))
        shared = len(many) / (time.perf_counter() - began)
    console = Console(highlight=False)
    console.print(f"{len(pages)} pages: trafilatura {library:.1f}/s, reading {own:.1f}/s, ratio {own / library:.2f}")
    console.print(f"two workers: {shared:.1f}/s, {shared / own:.2f} times one")
    console.print(f"plain texts: {plain:.1f}/s, {plain / own:.1f} times pages")


def _content(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def _rate(read: Callable[[bytes], str], contents: Sequence[bytes]) -> float:
    """Files a second, after one that loads what is loaded once."""
    read(contents[0])
    began = time.perf_counter()
    for content in contents:
        read(content)
    return len(contents) / (time.perf_counter() - began)


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
