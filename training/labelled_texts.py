"""Labelled texts from which the weights of lines are fitted: gold in files, invented dumps, the cases of the tests.

Each text also stands in the material without most of its furniture, cut short and bare, because an editor pastes
clean texts too.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from generator.model import fold
from generator.reading.lines.evidence import evidence
from generator.reading.repetition import stands_often

MATERIAL = Path(__file__).parent / "material"
CASES = Path(__file__).parents[1] / "tests" / "cases" / "articles"
ROLES = {"body": "1", "subhead": "1", "title": "2"}


@dataclass(frozen=True, slots=True)
class Text:
    """The lines of a text that are not blank, their labels, and what is seen of each line."""

    name: str
    outlet: str
    lines: tuple[str, ...]
    labels: str
    seen: tuple[tuple[str, ...], ...]


def gold_texts(gold: Path) -> Iterator[Text]:
    """The texts of a folder of gold, in its order."""
    for row in map(json.loads, (gold / "gold.jsonl").read_text(encoding="utf-8").splitlines()):
        lines = (gold / "txt" / f"{row['id']}.txt").read_text(encoding="utf-8").split("\n")
        kept = [(line, label) for line, label in zip(lines, row["labels"], strict=False) if line.strip()]
        outlet = row["id"].rsplit("_", 3)[0]
        yield _text(row["id"], outlet, row["lang"], [line for line, _ in kept], "".join(label for _, label in kept))


def invented() -> Iterator[Text]:
    """The dumps of imaginary outlets."""
    for path in sorted(MATERIAL.glob("*.txt")):
        for number, dump in enumerate(path.read_text(encoding="utf-8").split("### ")[1:]):
            head, *rows = dump.splitlines()
            marks = [{"+": "1", "=": "2"}.get(row[:1], "0") for row in rows]
            pairs = [
                (row[1:] if mark != "0" else row, mark) for row, mark in zip(rows, marks, strict=True) if row.strip()
            ]
            name = f"{path.stem}-{number}"
            yield _text(name, name, head.split()[0], [line for line, _ in pairs], "".join(mark for _, mark in pairs))


def cases() -> Iterator[Text]:
    """The articles of the tests, whose lines have roles."""
    for path in sorted(CASES.glob("*.txt")):
        rows = [
            row for row in path.read_text(encoding="utf-8").splitlines() if row.strip() and not row.startswith("# ")
        ]
        pairs = [(line, ROLES.get(role.strip(" ?"), "0")) for role, _, line in (row.partition("| ") for row in rows)]
        labels = "".join(label for _, label in pairs)
        if "1" in labels:
            yield _text(path.stem, path.stem, "und", [line for line, _ in pairs], labels)


def _text(name: str, outlet: str, language: str, lines: Sequence[str], labels: str) -> Text:
    often = stands_often(list(map(fold, lines)))  # decided before anything is weighed
    lines = [line for number, line in enumerate(lines) if number not in often]
    labels = "".join(label for number, label in enumerate(labels) if number not in often)
    return Text(
        name,
        outlet,
        tuple(lines),
        labels,
        tuple((*seen.own, *chain.from_iterable(seen.around)) for seen in evidence(lines, language)),
    )


def variants(text: Text, chance: random.Random) -> Iterator[Text]:
    """The text itself; twice with little furniture left; twice short, with some of all; four times bare and short."""
    yield text
    body = [number for number, label in enumerate(text.labels) if label == "1"]
    first, last = body[0], body[-1]
    for _ in range(2):
        start, end = max(0, first - chance.choice([0, 1, 2, 3, 5, 8])), last + 1 + chance.choice([0, 0, 1, 2, 4, 8])
        bare = chance.random() < 0.5
        yield from _part(
            text,
            [
                n
                for n in range(start, min(end, len(text.labels)))
                if not bare or text.labels[n] == "1" or not first <= n <= last or chance.random() > 0.7
            ],
        )
    prose = [number for number in body if len(text.lines[number]) >= 60] or body
    for _ in range(2):
        yield from _part(text, _excerpt(text, prose, chance))
    title = [number for number in range(first) if text.labels[number] == "2"][-1:]
    for way in range(4):
        most = chance.choice([1, 2, 3, 4, 6, 10, 40])
        start = 0 if way % 2 == 0 else chance.randrange(max(1, len(prose) - most))
        kept = (prose if way == 0 else [number for number in body if number >= prose[start]])[:most]
        above = list(range(max(0, first - 4), first)) if way == 2 else []
        below = list(range(last + 1, min(len(text.labels), last + 1 + chance.choice([1, 3, 6])))) if way == 3 else []
        yield from _part(text, sorted({*above, *(title if way != 1 else []), *kept, *below}))


def _excerpt(text: Text, prose: Sequence[int], chance: random.Random) -> list[int]:
    """The numbers of a few paragraphs with what stands among them, of the head, and of some lines of either end."""
    first, last = text.labels.index("1"), text.labels.rindex("1")
    start = chance.randrange(len(prose))
    end = min(start + chance.choice([2, 3, 4, 6, 9]), len(prose)) - 1
    head = range(max(0, first - chance.choice([1, 3, 6])), first + 1)
    foot = range(last + 1, min(len(text.labels), last + 1 + chance.choice([1, 3, 6])))
    menu = range(min(chance.choice([0, 1, 3, 5]), first))
    return sorted({*menu, *head, *range(prose[start], prose[end] + 1), *foot})


def _part(text: Text, numbers: Sequence[int]) -> Iterator[Text]:
    labels = "".join(text.labels[number] for number in numbers)
    if "1" in labels:  # a label that stands often is gone by now
        yield _text(text.name, text.outlet, "und", [text.lines[number] for number in numbers], labels)
