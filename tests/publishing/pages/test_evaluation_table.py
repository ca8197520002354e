"""The last evaluation, as the page on method shows it."""

from __future__ import annotations

from generator.model import Evaluation, Measured
from generator.publishing.interface import Interface
from generator.publishing.pages.evaluation_table import EvaluationRow, evaluation_table

FIGURES = (
    Measured("dates", "right", 0.61111, 36),
    Measured("planted, 1000 articles (seed-1)", "merged", 0.9, 60),
    Measured("planted, 1000 articles (seed-2)", "merged", 0.85, 63),
    Measured("planted, 1000 articles (seed-3)", "merged", 0.875, 1000, set_aside=True),
    Measured("planted, 1000 articles (seed-1)", "false merges (count)", 0, 110),
)


def test_worked_on_stands_beside_set_aside_and_collections_of_a_kind_give_lowest_and_highest() -> None:
    table = evaluation_table(Evaluation("2024-05-06", FIGURES), Interface("en"))
    assert table.date == "6 May 2024"
    dates, planted = table.groups
    assert dates.rows == (EvaluationRow("right", "0.611", "36", "", ""),)
    assert planted.material == "planted, 1000 articles"
    assert planted.rows == (
        EvaluationRow("merged", "0.850–0.900", "123", "0.875", "1,000"),
        EvaluationRow("false merges (count)", "0", "110", "", ""),
    )
