"""Copies among the articles: agency reports that several outlets print, with or without a lead and a last paragraph.

Takes articles, gives for each copy the article that it copies. Near linear in the number of articles: an inverted
index over runs of four words finds the few articles worth a comparison, and the earliest holders of a run are
enough, because a copy is measured against what stood before it. The measure is containment (Broder 1997).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.analysis.agreement.shared_runs import SharedRuns, numbers_in
from generator.edtf import sort_key
from generator.model import Article
from generator.reading.heads.datelines import has_a_signed_lead

CONTAINMENT = 0.5
"""Share of the shorter article's runs that must stand in the other one."""

FEWEST_RUNS_SHARED = 8
"""A shared sentence of up to ten words is no sign of a copy unless it is the whole article."""

SAME_SENTENCE = 0.8
"""Share of the shorter sentence's runs that must stand in the other one."""

CANDIDATES_COMPARED = 4
"""How many earlier articles are compared in full."""


def find_duplicates(articles: Sequence[Article]) -> Mapping[str, str]:
    """For each copy its original: the earliest published, of one day the fullest; never a copy itself.

    Of two that are equally full, the one that names no agency before its first words, then the first by path.

    Runs of four words of the body are compared; at least ``CONTAINMENT`` of the shorter article must stand in the
    other. A run counts the less, the more articles hold it, so that phrases that everybody prints make no copy.
    """
    ordered = sorted(articles, key=_earliest_first)
    runs = SharedRuns(ordered)
    totals: list[float] = []
    originals: dict[str, str] = {}
    for number, article in enumerate(ordered):
        shared, count = runs.of(number)
        own = frozenset(shared)
        totals.append(count - len(own) + _weight(own, runs))
        best = (0.0, "")
        for earlier in _candidates(shared, min(FEWEST_RUNS_SHARED, count), runs, ordered):
            common = own.intersection(runs.of(earlier)[0])
            containment = _weight(common, runs) / max(min(totals[number], totals[earlier]), 1e-9)
            best = max(best, (containment, ordered[earlier].id))
        if best[0] >= CONTAINMENT:
            originals[article.id] = originals.get(best[1], best[1])
        for run in shared:
            runs.remember(run, number)
    return dict(sorted(originals.items()))


def in_the_same_words(one: str, other: str) -> bool:
    """Whether two sentences were copied from each other or from a third: most runs of words of the shorter are shared.

    Two reporters may write one short sentence alike: it has ``FEWEST_RUNS_SHARED`` runs at least.
    """
    ours, theirs = numbers_in(one), numbers_in(other)
    shorter = min(len(ours), len(theirs))
    return shorter >= FEWEST_RUNS_SHARED and len(ours & theirs) >= SAME_SENTENCE * shorter


def _earliest_first(article: Article) -> tuple[object, int, bool, str, str]:
    sentences = sum(len(paragraph.sentences) for paragraph in article.paragraphs)
    opened = article.text[article.paragraphs[0].start : article.paragraphs[0].end] if article.paragraphs else ""
    return (sort_key(article.metadata.published or ""), -sentences, has_a_signed_lead(opened), article.file, article.id)


def _candidates(own: Iterable[int], enough: int, runs: SharedRuns, articles: Sequence[Article]) -> list[int]:
    """The earlier articles that share most with this one, and ``enough`` runs, most first."""
    shared: defaultdict[int, list[float]] = defaultdict(list)
    for run in own:
        for earlier in runs.holders(run):
            shared[earlier].append(runs.weight(run))
    likely = [(-math.fsum(weights), articles[one].id, one) for one, weights in shared.items() if len(weights) >= enough]
    return [earlier for _, _, earlier in sorted(likely)[:CANDIDATES_COMPARED]]


def _weight(shared: Iterable[int], runs: SharedRuns) -> float:
    """The weight of several runs together."""
    return math.fsum(map(runs.weight, shared))
