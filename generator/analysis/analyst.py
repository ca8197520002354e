"""The evidence of every article: what an earlier run found comes from the cache, the rest is shared out to workers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from generator.analysis.evidence import analyse
from generator.cache import Cache, key_of
from generator.model import Article, Evidence, Vocabulary
from generator.on_demand import OnDemand
from generator.progress import Progress, silent
from generator.reading.corpus import WORTH_WORKERS
from generator.workers import in_order


def analyse_all(
    articles: Sequence[Article],
    vocabulary: Vocabulary,
    workers: Executor | None = None,
    progress: Progress = silent,
    kept: Path | None = None,
) -> Mapping[str, Evidence]:
    """The evidence of every article, by id; spread over the workers where there are any.

    ``kept`` is a folder for results between runs: what lies there is read again when it is asked for.
    """
    analyst = _Analyst(vocabulary, key_of(vocabulary), kept)
    by_id = {article.id: article for article in articles}
    missing = [article for article in articles if not analyst.has_kept(article)]
    many = workers is not None and len(missing) >= WORTH_WORKERS
    found: dict[str, Evidence] = {}
    done = len(articles) - len(missing)
    for evidence in in_order(workers, analyst, missing) if workers and many else map(analyst, missing):
        done += 1
        progress("analyse", done, len(articles))
        if kept is None:
            found[evidence.article] = evidence
    progress("analyse", done, len(articles))
    return found if kept is None else OnDemand(by_id, lambda name: analyst(by_id[name]))


@dataclass(frozen=True, slots=True)
class _Analyst:
    """Analyses one article, here or in a worker; ``kept`` is a folder for results between runs."""

    vocabulary: Vocabulary
    vocabulary_key: str
    kept: Path | None

    def __call__(self, article: Article) -> Evidence:
        return Cache(self.kept).get_or_make(Evidence, self._key(article), lambda: analyse(article, self.vocabulary))

    def has_kept(self, article: Article) -> bool:
        """Whether an earlier run analysed the article."""
        return Cache(self.kept).holds(self._key(article))

    def _key(self, article: Article) -> str:
        return key_of("analyse", article.id, article.text, article.paragraphs, article.metadata, self.vocabulary_key)
