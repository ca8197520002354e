"""Pairs of sentences that state one fact, measured on two small articles."""

from __future__ import annotations

import json
from pathlib import Path

from generator.evaluation.same_fact import measure

FIRST = """The harbour of Orlune

On 4 March 2024 Helen Marsh signed a contract for 80 million dollars with Velkor Holding in Orlune. Minister Jan Brandt
invited Helen Marsh to Kortdam for a visit of three days, the office of Velkor Holding said on Tuesday.

Published by the Orlune Courier on 5 March 2024
"""
SECOND = """A contract with Velkor

Helen Marsh and Velkor Holding agreed on 80 million dollars on 4 March 2024, the newspapers of the region wrote.

Published by the Kortdam Herald on 6 March 2024
"""


def test_joined_pairs_count_and_a_pair_about_another_fact_is_counted_when_joined(tmp_path: Path) -> None:
    gold = tmp_path / "gold"
    gold.mkdir()
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "articles" / "b.txt").write_text(SECOND, encoding="utf-8")
    told = {"file": "b.txt", "text": "Helen Marsh and Velkor Holding agreed on 80 million dollars on 4 March 2024"}
    pairs = [
        {"label": "same", "a": {"file": "a.txt", "text": "On 4 March 2024 Helen Marsh signed a contract"}, "b": told},
        {"label": "hard_negative", "a": {"file": "a.txt", "text": "Minister Jan Brandt"}, "b": told},
        {"label": "partial", "a": {"file": "a.txt", "text": "Minister Jan Brandt"}, "b": told},
    ]
    (gold / "same_fact.jsonl").write_text("\n".join(map(json.dumps, pairs)), encoding="utf-8")
    scores = {score.figure: (score.value, score.cases) for score in measure(gold, tmp_path)}
    assert scores == {
        "same fact, said to be reported by both: recall": (1.0, 1),
        "same fact, said so or shown as related: recall": (1.0, 1),
        "another fact, said to be the same (count)": (0, 1),
    }


def test_nothing_is_measured_without_material(tmp_path: Path) -> None:
    assert list(measure(tmp_path, tmp_path)) == []
