"""A number of a sentence with what stands around it, before anyone has said whether it is a figure."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.figures.number_runs import NumberRun


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number of a sentence on its way to a figure; ``strong`` when its unit is no mere noun, ``changed`` when it is
    what the number before it became ("von 40 auf 35")."""

    run: NumberRun
    start: int
    end: int
    value: float | tuple[float, float]
    unit: str | None = None
    strong: bool = False
    changed: bool = False


def is_money(found: Candidate) -> bool:
    """Whether the unit is a currency's code."""
    return found.unit is not None and (len(found.unit) == len("EUR") and found.unit.isupper())
