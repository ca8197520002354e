"""Temporal expressions: values of calendar dates in news, and right and spurious dates of short cases.

In news a prediction answers a gold expression that it overlaps, one to one; one that lies on a gold expression of
another type is not counted against. In the short cases a gold date is right when an overlapping prediction has one of
its values; spurious are predictions on no gold expression at all, per 100 texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from generator.analysis.time.recognition import find_dates
from generator.evaluation.measures import Row, Score, Tally, list_of, overlap, rows, text_of
from generator.reading.segmentation import sentences

# "2010", "2010-09", "2010-09-30"
_CALENDAR = re.compile(r"\d{4}(?:-\d\d){0,2}")


def measure(gold: Path) -> Iterator[Score]:
    """Scores of every set in the folder, by name."""
    for path in sorted(gold.glob("*/gold.jsonl")):
        name = path.parent.name
        yield from _cases(path, name) if name.startswith("spec_") else _news(path, name)


def _news(path: Path, name: str) -> Iterator[Score]:
    tally = Tally()
    for row in rows(path):
        wanted = [t for t in list_of(row, "timexes") if t.get("type") == "DATE" and _is_calendar(t)]
        others = [t for t in list_of(row, "timexes") if t not in wanted]
        found = [p for p in _predicted(row) if _is_calendar(p)]
        found = [p for p in found if any(overlap(p, t) for t in wanted) or not any(overlap(p, t) for t in others)]
        tally.add(_answered(wanted, found), len(found), len(wanted))
    yield from tally.scores(f"timex/{name}", "calendar dates by value")


def _cases(path: Path, name: str) -> Iterator[Score]:
    texts = dates = right = spurious = 0
    for row in rows(path):
        found = list(_predicted(row))
        results = list_of(row, "results")
        texts += 1
        spurious += sum(not any(overlap(p, result) for result in results) for p in found)
        for result in results:
            allowed = _allowed(result)
            if result.get("kind") == "date" and allowed:
                dates += 1
                right += any(p["value"] in allowed for p in found if overlap(p, result))
    if texts:
        yield Score(f"timex/{name}", "dates right", right / max(1, dates), dates)
        yield Score(f"timex/{name}", "spurious per 100 texts", 100 * spurious / texts, texts)


def _predicted(row: Row) -> Iterator[dict[str, object]]:
    text = text_of(row, "text")
    language = text_of(row, "lang") or "de"
    reference = text_of(row, "ref") or text_of(row, "dct") or None
    for mention in find_dates(text, language, reference, sentences(text, language)):
        yield {"start": mention.start, "end": mention.end, "value": mention.value}


def _answered(wanted: list[dict[str, object]], found: list[dict[str, object]]) -> int:
    free = list(found)
    right = 0
    for gold in wanted:
        near = [p for p in free if overlap(p, gold)]
        if near:
            best = max(near, key=lambda p: p["value"] == gold["value"])
            free.remove(best)
            right += best["value"] == gold["value"]
    return right


def _allowed(result: Row) -> set[str]:
    values = result.get("values")
    pairs = values if isinstance(values, list) else []
    return {str(value) for pair in pairs if isinstance(pair, list) for value in pair if value}


def _is_calendar(expression: Row) -> bool:
    return _CALENDAR.fullmatch(text_of(expression, "value")) is not None
