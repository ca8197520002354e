"""Pairs of sentences of the sample articles that state the same fact, or only seem to, against hand-made labels.

Only what the dossier promises is measured: "also reported by" joins two sentences, "related" sets one beside the
other. Pairs labelled ``partial`` count for neither side. A joined pair is right when it is labelled the same; one that
nobody labelled is not counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from generator.analysis.agreement.claims import Claim, claims_by_article
from generator.analysis.agreement.corroboration import Comparison, compare_reports
from generator.analysis.agreement.duplicates import find_duplicates
from generator.analysis.analyst import analyse_all
from generator.evaluation.measures import Row, Score, rows, text_of
from generator.model import Source, fold
from generator.pipeline import widened_vocabulary
from generator.project import load_project
from generator.reading.article import read_article

MATERIAL = "five articles"


def measure(gold: Path, project: Path) -> Iterator[Score]:
    """Recall of "also reported by" and of "related", and the pairs wrongly joined, if the articles are there."""
    pairs = list(rows(gold / "same_fact.jsonl"))
    folder = next((up / "articles" for up in gold.resolve().parents if (up / "articles").is_dir()), None)
    if not pairs or folder is None:
        return
    files = sorted({text_of(_side(row, side), "file") for row in pairs for side in "ab"})
    articles = [read_article(Source(file, (folder / file).read_bytes())) for file in files if (folder / file).is_file()]
    vocabulary, _ = widened_vocabulary(load_project(project).vocabulary, articles)
    claims = claims_by_article(articles, analyse_all(articles, vocabulary))
    comparison = compare_reports(articles, claims, find_duplicates(articles))
    by_key = {claim.key: claim for told in claims.values() for claim in told}
    file_of = {article.id: article.file for article in articles}
    joined = [_Told.of(one, other, file_of) for one, other in _joined(comparison)]
    related = [_Told.of(by_key[one], by_key[other], file_of) for one, other in comparison.related]
    same = [row for row in pairs if text_of(row, "label") == "same"]
    other = [row for row in pairs if text_of(row, "label") == "hard_negative"]
    both = sum(_is_among(row, joined) for row in same)
    shown = sum(_is_among(row, [*joined, *related]) for row in same)
    yield Score(MATERIAL, "same fact, said to be reported by both: recall", both / max(1, len(same)), len(same))
    yield Score(MATERIAL, "same fact, said so or shown as related: recall", shown / max(1, len(same)), len(same))
    wrong = sum(_is_among(row, joined) for row in other)
    yield Score(MATERIAL, "another fact, said to be the same (count)", wrong, len(other))


@dataclass(frozen=True, slots=True)
class _Told:
    """Two sentences that the dossier sets together, each with its file."""

    sides: tuple[tuple[str, str], tuple[str, str]]

    @classmethod
    def of(cls, one: Claim, other: Claim, file_of: Mapping[str, str]) -> _Told:
        return cls(((file_of[one.article], one.text), (file_of[other.article], other.text)))

    def is_of(self, row: Row) -> bool:
        """Whether the pair of the gold is this one, either way round; one may hold the other's words."""
        one, other = _side(row, "a"), _side(row, "b")
        return any(_is_in(one, a) and _is_in(other, b) for a, b in (self.sides, self.sides[::-1]))


def _is_among(row: Row, told: Iterable[_Told]) -> bool:
    return any(pair.is_of(row) for pair in told)


def _is_in(side: Row, sentence: tuple[str, str]) -> bool:
    file, words = sentence
    wanted = fold(text_of(side, "text"))
    return text_of(side, "file") == file and (wanted in words or words in wanted)


def _side(row: Row, name: str) -> Row:
    side = row[name]
    return side if isinstance(side, dict) else {}


def _joined(comparison: Comparison) -> Iterator[tuple[Claim, Claim]]:
    for group in comparison.joined:
        yield from combinations(group.claims, 2)
