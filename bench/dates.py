"""Rate of finding dates, relative to dateparser's search on the same texts in the same run.

    python bench/dates.py [--texts DIR]

``DIR`` holds plain texts (default: the sample's articles). Both are told the language. Nothing is asserted: speed is
shown.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from dateparser.search import search_dates
from rich.console import Console

from generator.analysis.time.recognition import find_dates
from generator.model import Article, Source
from generator.reading.article import read_article

SAMPLE = Path(__file__).parents[1] / "sources" / "articles"
ROUNDS = 5  # the best of them counts: another process may have had the processor in the others


def main() -> None:
    """Measure the texts of a folder and print one line."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--texts", type=Path, default=SAMPLE, help="folder of plain texts")
    texts = sorted(options.parse_args().texts.rglob("*.txt"))
    articles = [read_article(Source(path.name, path.read_bytes())) for path in texts]
    characters = sum(len(article.text) for article in articles)
    own, library = _seconds(_find, articles), _seconds(_search, articles)
    console = Console(highlight=False)
    rates = f"ours {characters / own / 1000:.0f} kB/s, dateparser.search {characters / library / 1000:.1f} kB/s"
    console.print(f"dates in {len(articles)} texts: {rates}, ratio {library / own:.0f}")


def _seconds(look: Callable[[Article], object], articles: Sequence[Article]) -> float:
    """The shortest time for all articles, after a first look that loads what is loaded once."""
    look(articles[0])
    times = []
    for _ in range(ROUNDS):
        began = time.process_time()
        for article in articles:
            look(article)
        times.append(time.process_time() - began)
    return min(times)


def _find(article: Article) -> object:
    spans = [(sentence.start, sentence.end) for sentence in article.sentences]
    return find_dates(article.text, article.metadata.language, article.metadata.published, spans)


def _search(article: Article) -> object:
    return search_dates(article.text, languages=[article.metadata.language])


if __name__ == "__main__":
    main()
