"""Precision, recall and F1, and the row in which a measurement is reported."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.model import Measured

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Score(Measured):
    """A figure as the command shows it."""

    @property
    def shown(self) -> str:
        """The value as a table shows it: a share with its decimals, a count without."""
        return f"{self.value:.0f}" if self.figure.endswith("(count)") else f"{self.value:.3f}"

    def as_row(self) -> dict[str, str | float | int | bool]:
        """The same as plain values, for JSON."""
        return {
            "material": self.material,
            "figure": self.figure,
            "value": round(self.value, 4),
            "cases": self.cases,
            "set_aside": self.set_aside,
        }


@dataclass(slots=True)
class Tally:
    """Counts of what was right, what was predicted, and what the gold holds."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def add(self, right: int, predicted: int, gold: int) -> None:
        """Count one more document."""
        self.right += right
        self.predicted += predicted
        self.gold += gold

    def add_sets(self, predicted: Iterable[Hashable], gold: Iterable[Hashable]) -> None:
        """Count one more document whose predictions and gold are sets."""
        ours, theirs = set(predicted), set(gold)
        self.add(len(ours & theirs), len(ours), len(theirs))

    @property
    def precision(self) -> float:
        """Share of the predicted that is right."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.predicted + self.gold
        return 2 * self.right / both if both else 0.0

    def scores(self, material: str, what: str) -> Iterator[Score]:
        """Precision, recall and F1 as rows."""
        yield Score(material, f"{what}: precision", self.precision, self.predicted)
        yield Score(material, f"{what}: recall", self.recall, self.gold)
        yield Score(material, f"{what}: F1", self.f1, self.gold)


def rows(path: Path) -> Iterator[dict[str, object]]:
    """The objects of a file with one JSON object a line; none where the file is not there."""
    if path.is_file():
        with path.open(encoding="utf-8") as file:
            for line in file:
                yield json.loads(line)


def text_of(row: Row, key: str) -> str:
    """A text field of a row; empty where it is missing or null."""
    value = row.get(key)
    return value if isinstance(value, str) else ""


def number_of(row: Row, key: str) -> int:
    """An integer field of a row."""
    value = row[key]
    if not isinstance(value, int):
        raise TypeError(f"{key} is not an integer: {value!r}")
    return value


def list_of(row: Row, key: str) -> list[dict[str, object]]:
    """A field that holds a list of objects; empty where it is missing."""
    value = row.get(key)
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def overlap(a: Row, b: Row) -> bool:
    """Whether two rows with ``start`` and ``end`` share a character."""
    return number_of(a, "start") < number_of(b, "end") and number_of(b, "start") < number_of(a, "end")
