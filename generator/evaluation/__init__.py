"""How well the program reads and understands, measured against gold in files that are no part of the project.

``evaluate`` runs every measurement for which the gold folder has material; each gives ``Score`` rows with the number
of cases behind them. Definitions follow the scorers of the gold; the modules here say them in words.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.evaluation import boilerplate, extraction, figures, five_articles, planted, sentences, temporal
from generator.evaluation.measures import Score

__all__ = ["Score", "evaluate"]


def evaluate(gold: Path, project: Path, corpora: Sequence[Path] = ()) -> tuple[Score, ...]:
    """All measurements that ``gold`` has material for, in a stated order.

    ``project`` lends its vocabulary where themes are measured; ``corpora`` are further folders with planted corpora.
    """
    return (
        *five_articles.measure(gold / "five_articles", project),
        *sentences.measure(gold / "sentences"),
        *temporal.measure(gold / "timex"),
        *figures.measure(gold / "figures"),
        *boilerplate.measure(gold / "boilerplate"),
        *extraction.measure(gold / "extraction"),
        *planted.measure(dict.fromkeys(corpus for folder in (gold, *corpora) for corpus in planted.corpora_in(folder))),
    )
