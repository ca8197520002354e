"""The evidence of every article: what an earlier run found comes from the cache, the rest is shared out to workers."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from generator.analysis.evidence import analyse
from generator.cache import Cache, key_of
from generator.model import Article, Evidence, Vocabulary
from generator.progress import Progress, silent
from generator.reading.corpus import WORTH_WORKERS
from generator.workers import in_order


def analyse_all(
    articles: Sequence[Article],
    vocabulary: Vocabulary,
    workers: Executor | None = None,
    progress: Progress = silent,
    kept: Path | None = None,
) -> dict[str, Evidence]:
    """The evidence of every article, by id; spread over the workers where there are any.

    ``kept`` is a folder for results between runs.
    """
    analyst = _Analyst(vocabulary, key_of(vocabulary), kept)
    known = [analyst.kept_result(article) for article in articles]
    missing = [article for article, evidence in zip(articles, known, strict=True) if evidence is None]
    many = workers is not None and len(missing) >= WORTH_WORKERS
    fresh = in_order(workers, analyst, missing) if workers and many else map(analyst, missing)
    found = {}
    for done, kept_evidence in enumerate(known, start=1):
        evidence = kept_evidence or next(fresh)
        found[evidence.article] = evidence
        progress("analyse", done, len(articles))
    return found


@dataclass(frozen=True, slots=True)
class _Analyst:
    """Analyses one article, here or in a worker; ``kept`` is a folder for results between runs."""

    vocabulary: Vocabulary
    vocabulary_key: str
    kept: Path | None

    def __call__(self, article: Article) -> Evidence:
        return Cache(self.kept).get_or_make(Evidence, self._key(article), lambda: analyse(article, self.vocabulary))

    def kept_result(self, article: Article) -> Evidence | None:
        """What an earlier run found in the article; ``None`` where it has still to be analysed."""
        return Cache(self.kept).get(Evidence, self._key(article))

    def _key(self, article: Article) -> str:
        return key_of("analyse", article.id, article.text, article.paragraphs, article.metadata, self.vocabulary_key)
