"""Copies among the articles: agency reports that several outlets print, with or without a lead and a last paragraph.

Takes articles, gives for each copy the article that it copies. Near linear in the number of articles: an inverted
index over runs of four words finds the few articles worth a comparison, and the earliest holders of a run are
enough, because a copy is measured against what stood before it. The measure is containment (Broder 1997).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from generator.edtf import sort_key
from generator.model import Article
from generator.reading.heads.datelines import has_a_signed_lead

RUN_WORDS = 4
"""Length of the runs of words that are compared."""

CONTAINMENT = 0.5
"""Share of the shorter article's runs that must stand in the other one."""

FEWEST_RUNS_SHARED = 8
"""A shared sentence of up to ten words is no sign of a copy unless it is the whole article."""

SAME_SENTENCE = 0.8
"""Share of the shorter sentence's runs that must stand in the other one."""

HOLDERS_REMEMBERED = 24
"""How many of the earliest holders of a run are remembered; a copy shares nearly all its runs with its original."""

CANDIDATES_COMPARED = 4
"""How many earlier articles are compared in full."""

# A word: letters and digits of any script, e.g. "Gasleitung", "3", "Нафта".
WORD = re.compile(r"\w+")

Runs = frozenset[str]


def find_duplicates(articles: Sequence[Article]) -> Mapping[str, str]:
    """For each copy its original: the earliest published, of one day the fullest; never a copy itself.

    Of two that are equally full, the one that names no agency before its first words, then the first by path.

    Runs of four words of the body are compared; at least ``CONTAINMENT`` of the shorter article must stand in the
    other. A run counts the less, the more articles hold it, so that phrases that everybody prints make no copy.
    """
    ordered = sorted(articles, key=_earliest_first)
    weights = _weights(ordered)
    shared: dict[str, Runs] = {}
    totals: dict[str, float] = {}
    holders: dict[str, list[str]] = {}
    originals: dict[str, str] = {}
    for article in ordered:
        runs = _runs(article)
        own = shared[article.id] = runs & weights.keys()
        totals[article.id] = len(runs) - len(own) + math.fsum(weights[run] for run in own)
        best = (0.0, "")
        for earlier in _candidates(own, min(FEWEST_RUNS_SHARED, len(runs)), holders, weights):
            smaller = min(totals[article.id], totals[earlier])
            best = max(best, (_containment(own & shared[earlier], smaller, weights), earlier))
        if best[0] >= CONTAINMENT:
            originals[article.id] = originals.get(best[1], best[1])
        for run in own:
            if len(known := holders.setdefault(run, [])) < HOLDERS_REMEMBERED:
                known.append(article.id)
    return dict(sorted(originals.items()))


def in_the_same_words(one: str, other: str) -> bool:
    """Whether two sentences were copied from each other or from a third: most runs of words of the shorter are shared.

    Two reporters may write one short sentence alike: it has ``FEWEST_RUNS_SHARED`` runs at least.
    """
    ours, theirs = _runs_of(WORD.findall(one.casefold())), _runs_of(WORD.findall(other.casefold()))
    shorter = min(len(ours), len(theirs))
    return shorter >= FEWEST_RUNS_SHARED and len(ours & theirs) >= SAME_SENTENCE * shorter


def _earliest_first(article: Article) -> tuple[object, int, bool, str, str]:
    sentences = sum(len(paragraph.sentences) for paragraph in article.paragraphs)
    opened = article.text[article.paragraphs[0].start : article.paragraphs[0].end] if article.paragraphs else ""
    return (sort_key(article.metadata.published or ""), -sentences, has_a_signed_lead(opened), article.file, article.id)


def _runs(article: Article) -> Runs:
    return _runs_of(
        [
            word
            for paragraph in article.paragraphs
            for sentence in paragraph.sentences
            for word in WORD.findall(article.text[sentence.start : sentence.end].casefold())
        ]
    )


def _runs_of(words: Sequence[str]) -> Runs:
    if len(words) < RUN_WORDS:
        return frozenset((" ".join(words),)) if words else frozenset()
    return frozenset(" ".join(words[at : at + RUN_WORDS]) for at in range(len(words) - RUN_WORDS + 1))


def _weights(articles: Sequence[Article]) -> Mapping[str, float]:
    """Of each run that several articles hold the inverse document frequency; it is 1 for all others.

    Nearly all runs stand in one article, and there are hundreds in each: they are told apart by one bit for each hash,
    and only those whose bit was set before are counted.
    """
    seen = bytearray(1 + sum(len(article.text) for article in articles))
    again: set[int] = set()
    for article in articles:
        for run in map(hash, _runs(article)):
            place, bit = divmod(run % (8 * len(seen)), 8)
            if seen[place] & 1 << bit:
                again.add(run)
            seen[place] |= 1 << bit
    spread = Counter(run for article in articles for run in _runs(article) if hash(run) in again)
    rarest = math.log(1 + len(articles))
    return {run: math.log(1 + len(articles) / holders) / rarest for run, holders in spread.items() if holders > 1}


def _candidates(own: Runs, enough: int, holders: Mapping[str, list[str]], weights: Mapping[str, float]) -> list[str]:
    """The earlier articles that share most with this one, and ``enough`` runs, most first."""
    shared: Counter[str] = Counter()
    weight_shared: dict[str, float] = {}
    for run in sorted(own & holders.keys()):
        for earlier in holders[run]:
            shared[earlier] += 1
            weight_shared[earlier] = weight_shared.get(earlier, 0.0) + weights[run]
    likely = [earlier for earlier, count in shared.items() if count >= enough]
    return sorted(likely, key=lambda earlier: (-weight_shared[earlier], earlier))[:CANDIDATES_COMPARED]


def _containment(common: Runs, smaller: float, weights: Mapping[str, float]) -> float:
    """The share of the smaller article, by its total weight, that both hold."""
    return math.fsum(weights[run] for run in common) / max(smaller, 1e-9)
