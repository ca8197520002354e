"""How well the program reads and understands, measured against gold in files that are no part of the project.

``evaluate`` runs every measurement for which the gold folder has material; each gives ``Score`` rows with the number
of cases behind them. Definitions follow the scorers of the gold; the modules here say them in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from generator.edtf import granularity
from generator.errors import ContentProblem, Place
from generator.evaluation import boilerplate, extraction, figures, five_articles, planted, sentences, temporal
from generator.evaluation.measures import Score
from generator.model import Evaluation, Measured
from generator.project.last_evaluation import write_evaluation

__all__ = ["Score", "evaluate", "save"]


def evaluate(
    gold: Path, project: Path, corpora: Sequence[Path] = (), set_aside: Sequence[Path] = ()
) -> tuple[Score, ...]:
    """All measurements that ``gold`` has material for, in a stated order.

    ``project`` lends its vocabulary where themes are measured; ``corpora`` are further folders with planted corpora,
    ``set_aside`` such as were not looked at before.
    """
    return (
        *five_articles.measure(gold / "five_articles", project),
        *sentences.measure(gold / "sentences"),
        *temporal.measure(gold / "timex"),
        *figures.measure(gold / "figures"),
        *boilerplate.measure(gold / "boilerplate"),
        *extraction.measure(gold / "extraction"),
        *planted.measure(dict.fromkeys(corpus for folder in (gold, *corpora) for corpus in planted.corpora_in(folder))),
        *_aside(planted.measure(corpus for folder in set_aside for corpus in planted.corpora_in(folder))),
    )


def save(root: Path, date: str, scores: Sequence[Score]) -> Path:
    """Keep the figures in the project, for its page on method; ``date`` is stated by whoever measured (EDTF)."""
    if granularity(date) is None:
        raise ContentProblem(Place("--save"), f'"{date}" is no date', "write it as 2023-10-05")
    figures = tuple(Measured(s.material, s.figure, round(s.value, 4), s.cases, s.set_aside) for s in scores)
    return write_evaluation(root, Evaluation(date, figures))


def _aside(scores: Iterable[Score]) -> Iterator[Score]:
    return (replace(score, set_aside=True) for score in scores)
