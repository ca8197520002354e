"""Rate of reading saved pages, relative to trafilatura alone on the same pages, and of plain texts.

    python bench/reading.py --pages DIR [--texts DIR]

``DIR`` holds saved pages (``*.html``, also in sub-folders, also ``.gz``). The plain texts are the articles of the same
pages, so that both are of one length; reading ends with sentences for both. ``--texts`` measures a folder of other
texts too, such as page dumps, whose menus are read as well. Nothing is asserted: speed is shown.

What is loaded once is settled before anything is measured, as it is in the workers of the program.

A rate is files for each second that the processor spent on them, so that other programs hardly count. In every round
trafilatura extracts some pages, then they are read, then as many of their articles as plain texts, and so on in turns;
of several rounds the best counts for each. In every reading a word that was never read before stands in each paragraph
of a page and in each line of a text, so that nothing remembered answers for either. Two workers are measured by the
clock on the wall, and so is the one beside them.
"""

from __future__ import annotations

import argparse
import gzip
import os
import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console

from generator.settling import settle
from generator.workers import workers

PAGES_READ = 240  # enough that what each worker loads once weighs little
ROUNDS = 3  # the best of them counts: other programs on the machine can only make one slower
IN_TURN = 24  # so many pages are extracted, then read, then so many texts
LETTERS = str.maketrans("0123456789", "abcdefghij")
# The first word of a line
LINE_START = re.compile(rb"^(\S+)(?= )", re.MULTILINE)


def main() -> None:
    """Measure the pages of a folder and print one line for each rate."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--pages", type=Path, required=True, help="folder of saved pages")
    options.add_argument("--texts", type=Path, help="folder of plain texts (*.txt)")
    chosen = options.parse_args()
    pages = [_content(path) for path in sorted(chosen.pages.rglob("*.html*"))]
    texts = {page: text.encode() for page in pages if (text := _read(page))}
    pages = list(texts)
    for content in pages:
        _extract(content)  # everything that is loaded once is loaded
    settle()
    library, own, plain = _rates([(_extract, pages), (_read, pages), (_read, list(texts.values()))])
    console = Console(highlight=False)
    console.print(f"{len(pages)} pages, {PAGES_READ} readings, all paragraphs new in each, best of {ROUNDS} rounds")
    console.print(f"trafilatura {library:.1f}/s, reading {own:.1f}/s, ratio {own / library:.2f}")
    length = sum(map(len, texts.values())) // max(len(texts), 1)
    console.print(f"their articles as plain texts of {length:,} bytes: {plain:.1f}/s, {plain / own:.1f} times pages")
    if chosen.texts:
        others = [path.read_bytes() for path in sorted(chosen.texts.rglob("*.txt"))]
        (rate,), length = _rates([(_read, others)]), sum(map(len, others)) // max(len(others), 1)
        console.print(f"other plain texts of {length:,} bytes: {rate:.1f}/s, {rate / own:.1f} times pages")
    alone, shared = _rate_on_the_wall(pages, 1), _rate_on_the_wall(pages, 2)
    load = os.getloadavg()[0]
    console.print(f"two workers: {shared:.1f}/s, {shared / alone:.2f} times one; load of the machine {load:.1f}")


def _rates(work: Sequence[tuple[Callable[[bytes], str], Sequence[bytes]]]) -> list[float]:
    """For each function and its contents the files a second of the processor, all functions taking turns."""
    least = [float("inf")] * len(work)
    for number in range(ROUNDS):
        spent = [0.0] * len(work)
        changed = [_changed(contents, number) for _, contents in work]
        for first in range(0, PAGES_READ, IN_TURN):
            for place, (read, _) in enumerate(work):
                began = time.process_time()
                for content in changed[place][first : first + IN_TURN]:
                    read(content)
                spent[place] += time.process_time() - began
        least = list(map(min, least, spent))
    return [PAGES_READ / seconds for seconds in least]


def _rate_on_the_wall(pages: Sequence[bytes], count: int) -> float:
    """Pages a second with so many workers that have read every page before."""
    with workers(count) as executor:
        list(executor.map(_read, [*pages, *pages]))
        best = 0.0
        for number in range(ROUNDS):
            contents = _changed(pages, ROUNDS * count + number)
            began = time.perf_counter()
            list(executor.map(_read, contents, chunksize=2))
            best = max(best, len(contents) / (time.perf_counter() - began))
    return best


def _changed(contents: Sequence[bytes], number: int) -> list[bytes]:
    """As many contents as are read in a round, with a word of its own in all paragraphs of a page, lines of a text."""
    changed = []
    for reading in range(PAGES_READ):
        content = contents[reading % len(contents)]
        digits = f"{number:02}{reading:04}"
        word = b" zusatz" + digits.translate(LETTERS).encode()
        is_page = b"</p>" in content
        changed.append(content.replace(b"</p>", word + b".</p>") if is_page else LINE_START.sub(rb"\1" + word, content))
    return changed


def _content(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


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
