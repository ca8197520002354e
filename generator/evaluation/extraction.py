"""Saved pages: main text by runs of four words, title exact, date right or wrong, authors.

Precision and recall of a page are of its multiset of four-word runs; F1 is of their means over the pages. Titles,
dates and authors are compared after NFKC, white-space and case folding.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

from generator.errors import UnreadableArticle
from generator.evaluation.measures import Score, Tally, rows, text_of
from generator.model import Article, Source
from generator.reading.article import read_article

RUN_WORDS = 4
# a word of any script: "Straße", "2026"
_WORD = re.compile(r"\w+")


def measure(gold: Path) -> Iterator[Score]:
    """Scores of every set of pages in the folder."""
    for path in sorted(gold.glob("*/gold.jsonl")):
        yield from _pages(path.parent)


def _pages(folder: Path) -> Iterator[Score]:
    pairs = [(row, _read(folder / "html" / f"{text_of(row, 'id')}.html")) for row in rows(folder / "gold.jsonl")]
    name = f"extraction/{folder.name}"
    precisions, recalls = zip(*(_text_scores(text_of(row, "text"), article) for row, article in pairs), strict=True)
    precision, recall = mean(precisions), mean(recalls)
    yield Score(name, "text: F1", 2 * precision * recall / max(1e-9, precision + recall), len(pairs))
    titled = [(row, article) for row, article in pairs if row.get("title")]
    exact = sum(_folded(text_of(row, "title")) == _folded(a.metadata.title if a else None) for row, a in titled)
    yield Score(name, "title exact", exact / max(1, len(titled)), len(titled))
    dated = [(text_of(row, "date"), _day(article)) for row, article in pairs if row.get("date")]
    yield Score(name, "date right", sum(a == b for a, b in dated) / max(1, len(dated)), len(dated))
    yield Score(name, "date wrong", sum(bool(b) and a != b for a, b in dated) / max(1, len(dated)), len(dated))
    yield Score(name, "authors: F1", _authors(pairs).f1, len(pairs))


def _read(path: Path) -> Article | None:
    try:
        return read_article(Source(path.name, path.read_bytes()))
    except UnreadableArticle:
        return None


def _text_scores(wanted: str, article: Article | None) -> tuple[float, float]:
    body = [article.text[p.start : p.end] for p in article.paragraphs] if article else []
    gold, ours = _runs(wanted), _runs("\n".join(body))
    common = (gold & ours).total()
    return common / max(1, ours.total()), common / max(1, gold.total())


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    if len(words) < RUN_WORDS:
        return Counter([tuple(words)] if words else [])
    return Counter(tuple(words[at : at + RUN_WORDS]) for at in range(len(words) - RUN_WORDS + 1))


def _authors(pairs: list[tuple[dict[str, object], Article | None]]) -> Tally:
    tally = Tally()
    for row, article in pairs:
        wanted = row.get("authors")
        if isinstance(wanted, list):
            tally.add_sets(map(_folded, article.metadata.authors if article else ()), map(_folded, map(str, wanted)))
    return tally


def _day(article: Article | None) -> str:
    return (article.metadata.published or "")[:10] if article else ""


def _folded(text: str | None) -> str:
    return " ".join(unicodedata.normalize("NFKC", text or "").split()).casefold()
