"""Furniture around scraped plain texts: mean over documents of the F1 of kept characters; titles count neither way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import mean

from generator.evaluation.measures import Score, rows, text_of
from generator.model import LineRole
from generator.reading.documents.plain_text import read_plain_text

BODY, TITLE = "1", "2"


def measure(gold: Path) -> Iterator[Score]:
    """Mean character F1 of the lines that were kept as the article's body."""
    per_document = []
    for row in rows(gold / "gold.jsonl"):
        text = (gold / "txt" / f"{text_of(row, 'id')}.txt").read_text(encoding="utf-8")
        labels = text_of(row, "labels")
        kept = {
            line.number
            for line in read_plain_text(text).lines
            if line.kept and line.role in (LineRole.BODY, LineRole.SUBHEAD)
        }
        right = predicted = wanted = 0
        for number, (line, label) in enumerate(zip(text.split("\n"), labels, strict=False)):
            if label != TITLE:
                right += len(line) * (label == BODY and number in kept)
                predicted += len(line) * (number in kept)
                wanted += len(line) * (label == BODY)
        per_document.append(2 * right / max(1, predicted + wanted))
    if per_document:
        yield Score("boilerplate", "mean character F1", mean(per_document), len(per_document))
