"""Every measurement for which a folder of gold has material, and the figures kept for the page on method.

Takes folders; gives ``Score`` rows in a stated order, each with the number of cases behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from pathlib import Path

from generator.edtf import granularity
from generator.errors import ContentProblem, Place
from generator.evaluation import (
    boilerplate,
    extraction,
    figures,
    five_articles,
    planted,
    same_fact,
    sentences,
    temporal,
)
from generator.evaluation.measures import Score
from generator.model import Evaluation, Measured
from generator.project.last_evaluation import write_evaluation


def evaluate(
    gold: Path, project: Path, corpora: Sequence[Path] = (), set_aside: Sequence[Path] = ()
) -> tuple[Score, ...]:
    """All measurements that ``gold`` has material for, in a stated order.

    ``project`` lends its vocabulary where themes are measured; ``corpora`` are further folders of gold or of planted
    corpora, ``set_aside`` such as nobody looked at before. A corpus that is set aside counts as nothing else.
    """
    aside = dict.fromkeys(score for folder in set_aside for score in _measured(folder, project))
    apart = {path.resolve() for folder in set_aside for path in planted.corpora_in(folder)}
    worked_on = (score for folder in (gold, *corpora) for score in _measured(folder, project, apart))
    return (*dict.fromkeys(worked_on), *(replace(score, set_aside=True) for score in aside))


def _measured(gold: Path, project: Path, without: Set[Path] = frozenset()) -> Iterator[Score]:
    """Every measurement for which a folder has material."""
    yield from five_articles.measure(gold / "five_articles", project)
    yield from same_fact.measure(gold / "five_articles", project)
    yield from sentences.measure(gold / "sentences")
    yield from temporal.measure(gold / "timex")
    yield from figures.measure(gold / "figures")
    yield from boilerplate.measure(gold / "boilerplate")
    yield from extraction.measure(gold / "extraction")
    yield from planted.measure(path for path in planted.corpora_in(gold) if path.resolve() not in without)


def unmeasured(gold: Path, project: Path) -> str:
    """What the figures say nothing of, or too little, and why; empty where there is nothing to say."""
    missing = five_articles.missing_themes(gold / "five_articles", project)
    if not missing:
        return ""
    named = ", ".join(sorted(missing))
    if missing == five_articles.THEMES:
        told = f"the project has none of the themes that the gold labels ({named}): its own terms are not measured"
    else:
        told = f"the project lacks themes that the gold labels, and all their sentences count as missed: {named}"
    return f"{told}\n    measure with --project FOLDER, a project whose sources/vocabulary/themes.yml has them"


def save(root: Path, date: str, scores: Sequence[Score]) -> Path:
    """Keep the figures in the project, for its page on method, and give the path of the file.

    ``date`` is stated by whoever measured (EDTF). Raises ``ContentProblem`` for what is no date.
    """
    if granularity(date) is None:
        raise ContentProblem(Place("--save"), f'"{date}" is no date', "write it as 2023-10-05")
    figures = tuple(Measured(s.material, s.figure, round(s.value, 4), s.cases, s.set_aside) for s in scores)
    return write_evaluation(root, Evaluation(date, figures))
