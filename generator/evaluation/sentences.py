"""Sentence boundaries: ends counted in visible characters, the end of a text left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.evaluation.measures import Score, Tally, rows, text_of
from generator.reading.segmentation import sentences


def measure(gold: Path) -> Iterator[Score]:
    """Boundary precision, recall and F1 for each file of the folder."""
    for path in sorted(gold.glob("*.jsonl")):
        tally = Tally()
        for row in rows(path):
            text = text_of(row, "text")
            wanted = row["sentences"]
            if not isinstance(wanted, list):
                raise TypeError(f"{path}: sentences is not a list")
            spans = sentences(text, text_of(row, "lang") or path.name.split(".")[0])
            tally.add_sets(_ends(text[start:end] for start, end in spans), _ends(map(str, wanted)))
        yield from tally.scores(f"sentences/{path.stem}", "boundaries")


def _ends(parts: Iterable[str]) -> set[int]:
    ends, visible = [], 0
    for part in parts:
        visible += len("".join(part.split()))
        ends.append(visible)
    return set(ends[:-1])
