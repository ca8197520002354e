"""A small corpus with planted facts, measured, and the figures kept for the page on method."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.errors import ContentProblem
from generator.evaluation import evaluate, save
from generator.evaluation.planted import corpora_in, measure
from generator.project.last_evaluation import read_evaluation

SENTENCE = "On 4 March 2024 Helen Marsh signed a contract for 80 million dollars with Velkor Holding in Orlune."
ARTICLE = f"""The harbour of Orlune

{SENTENCE} The weather stayed mild and many people walked along the quiet river in the evening.

Published by the Orlune Courier on 5 March 2024
"""


@pytest.fixture
def planted(tmp_path: Path) -> Path:
    corpus = tmp_path / "small"
    (corpus / "in").mkdir(parents=True)
    (corpus / "gold").mkdir()
    (corpus / "in" / "a.txt").write_text(ARTICLE, encoding="utf-8")
    source = {"file": "a.txt", "sentence": SENTENCE, "date_form": "abs", "value": 80_000_000.0}
    fact = {"person": "Helen Marsh", "actors": ["Velkor Holding"], "date": "2024-03-04", "status": "plain"}
    _write(corpus / "gold" / "facts.jsonl", {**fact, "sources": [source]})
    _write(corpus / "gold" / "articles.jsonl", {"file": "a.txt", "dup_of": None})
    _write(corpus / "gold" / "boilerplate.jsonl", {"lines": ["Published by the Orlune Courier on 5 March 2024"]})
    return corpus


def _write(path: Path, row: dict[str, object]) -> None:
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")


def test_a_planted_fact_is_found_with_its_date_number_and_names(planted: Path) -> None:
    scores = {score.figure: score.value for score in measure([planted])}
    for figure in ("citations exact", "facts found", "timeline: recall", "figures: recall", "actors: recall"):
        assert scores[figure] == 1.0, figure
    assert scores["boilerplate cited (count)"] == scores["false merges (count)"] == scores["timeline: wrong share"] == 0


def test_a_wrong_date_is_counted_as_wrong(planted: Path) -> None:
    facts = planted / "gold" / "facts.jsonl"
    facts.write_text(facts.read_text(encoding="utf-8").replace("2024-03-04", "2024-03-05"), encoding="utf-8")
    scores = {score.figure: score.value for score in measure([planted])}
    assert (scores["timeline: recall"], scores["timeline: wrong share"]) == (0.0, 1.0)


def test_corpora_are_found_in_a_folder_or_below_it(planted: Path) -> None:
    assert corpora_in(planted) == corpora_in(planted.parent) == (planted,)


def test_a_corpus_that_is_set_aside_is_measured_once_and_says_so(planted: Path, tmp_path: Path) -> None:
    scores = evaluate(planted.parent, tmp_path, set_aside=[planted])
    assert scores
    assert all(score.set_aside for score in scores)


def test_kept_figures_come_back_as_they_were(planted: Path) -> None:
    scores = tuple(measure([planted]))
    save(planted, "2024-05-06", scores)
    read = read_evaluation(planted, [])
    assert read is not None
    assert read.date == "2024-05-06"
    assert [(one.figure, one.cases) for one in read.figures] == [(score.figure, score.cases) for score in scores]


def test_a_date_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentProblem, match="no date"):
        save(tmp_path, "yesterday", ())


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "evaluation").mkdir()
    (tmp_path / "evaluation" / "last.json").write_text("{", encoding="utf-8")
    problems: list[ContentProblem] = []
    assert read_evaluation(tmp_path, problems) is None
    assert "evaluation/last.json" in str(problems[0])
