"""The last evaluation as the page on method shows it: what was worked on beside what was set aside.

Takes the figures, gives one group for each kind of material. Corpora of one kind ("planted, 1000 articles (seed-7)")
stand in one row, with the lowest and the highest value: what a user may expect lies between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model import Evaluation, Measured
from generator.publishing.interface import Interface


@dataclass(frozen=True, slots=True)
class EvaluationRow:
    """One figure: its value on material worked on and on material set aside, with the number of cases; empty where
    nothing was measured."""

    figure: str
    worked_on: str
    worked_on_cases: str
    set_aside: str
    set_aside_cases: str


@dataclass(frozen=True, slots=True)
class EvaluationGroup:
    """All figures of one kind of material."""

    material: str
    rows: tuple[EvaluationRow, ...]


@dataclass(frozen=True, slots=True)
class EvaluationTable:
    """The last evaluation of the program on material that is no part of the dossier; ``date`` as shown."""

    date: str
    groups: tuple[EvaluationGroup, ...]


def evaluation_table(evaluation: Evaluation, say: Interface) -> EvaluationTable:
    """The figures in their order, by kind of material."""
    kinds: dict[str, dict[str, list[Measured]]] = {}
    for one in evaluation.figures:
        kinds.setdefault(_kind(one.material), {}).setdefault(one.figure, []).append(one)
    return EvaluationTable(
        say.date(evaluation.date),
        tuple(
            EvaluationGroup(kind, tuple(_row(figure, measured, say) for figure, measured in figures.items()))
            for kind, figures in kinds.items()
        ),
    )


def _kind(material: str) -> str:
    """The material without the name of a single collection: "planted, 1000 articles (seed-7)"."""
    return material.split(" (", maxsplit=1)[0]


def _row(figure: str, measured: Sequence[Measured], say: Interface) -> EvaluationRow:
    worked_on = [one for one in measured if not one.set_aside]
    set_aside = [one for one in measured if one.set_aside]
    return EvaluationRow(figure, *_shown(worked_on, say), *_shown(set_aside, say))


def _shown(measured: Iterable[Measured], say: Interface) -> tuple[str, str]:
    """Lowest and highest value, and all cases; nothing where nothing was measured."""
    found = list(measured)
    if not found:
        return "", ""
    values = list(dict.fromkeys(_value(one) for one in sorted(found, key=lambda one: one.value)))
    return "–".join(dict.fromkeys([values[0], values[-1]])), say.number(sum(one.cases for one in found))


def _value(one: Measured) -> str:
    """A share to three places, a count as a whole number."""
    return f"{one.value:.0f}" if one.figure.endswith("(count)") else f"{one.value:.3f}"
