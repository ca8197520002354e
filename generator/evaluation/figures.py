"""Figures in short cases: right is a gold number that a prediction overlaps with an equal value.

Ordinals and ages, which a dossier does not need, are measured apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.analysis.figures.recognition import find_figures
from generator.evaluation.measures import Score, list_of, overlap, rows, text_of

NOT_NEEDED = frozenset({"ordinal", "age"})


def measure(gold: Path) -> Iterator[Score]:
    """The share that is right, for each language of the folder."""
    for path in sorted(gold.glob("*.jsonl")):
        right = {False: 0, True: 0}
        total = {False: 0, True: 0}
        for row in rows(path):
            apart = text_of(row, "kind") in NOT_NEEDED
            text = text_of(row, "text")
            found: list[dict[str, object]] = [
                {"start": f.start, "end": f.end, "value": f.value} for f in find_figures(text, path.stem)
            ]
            for result in list_of(row, "results"):
                near = [figure["value"] for figure in found if overlap(figure, result)]
                wanted = _number(text_of(result, "value"))
                total[apart] += 1
                right[apart] += bool(near) and (wanted is None or any(_equal(value, wanted) for value in near))
        yield Score(
            f"figures/{path.stem}",
            "right, without ordinals and ages",
            right[False] / max(1, total[False]),
            total[False],
        )


def _number(value: str) -> float | None:
    plain = value.replace("%", "").strip()
    plain = plain.replace(",", "") if "," in plain and "." in plain else plain.replace(",", ".")
    try:
        return float(plain)
    except ValueError:
        return None


def _equal(value: object, wanted: float) -> bool:
    return isinstance(value, int | float) and abs(value - wanted) <= 1e-6 * max(1.0, abs(wanted))
