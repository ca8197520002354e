"""``add`` as the tests call it: what became of each thing, and what stands in the project afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.adding import Added, AlreadyThere, LeftOut, Outcome, Request, add
from generator.adding.fetching import Limits
from generator.errors import ContentProblem
from generator.model import Sidecar
from generator.project import load_project

QUICK = Limits(seconds=1.0, content_bytes=200_000, redirects=5, pause_seconds=0.0)

TEXT = """A port for the northern route

Published: 5 October 2023

The ministers opened the new port on Thursday, eleven months after the first stone had been laid there.

It can take forty ships a day and is to become the largest of its kind on the northern route, they said.

Critics in the city council call the price of two billion euros far too high for a port of this size.
"""


def added_to(project: Path, *things: str | Path, limits: Limits = QUICK, **options: object) -> list[Outcome]:
    """Everything that became of the things."""
    request = Request(tuple(map(str, things)), **options)  # type: ignore[arg-type] # the options are those of Request
    return list(add(project, request, limits))


def only(outcomes: Sequence[Outcome]) -> Outcome:
    """The single outcome."""
    assert len(outcomes) == 1, outcomes
    return outcomes[0]


def the_added(outcomes: Sequence[Outcome]) -> Added:
    """The single outcome, which must be an article."""
    outcome = only(outcomes)
    assert isinstance(outcome, Added), outcome
    return outcome


def the_problem(outcomes: Sequence[Outcome]) -> str:
    """The message of the single outcome, which must be a problem."""
    outcome = only(outcomes)
    assert isinstance(outcome, ContentProblem), outcome
    return str(outcome)


def sidecar_of(project: Path, added: Added) -> Sidecar:
    """The sidecar as the project reads it; the project must have no mistakes."""
    read = load_project(project)
    assert not read.problems, read.problems
    return read.sidecars[Path(added.file).relative_to("sources/articles").with_suffix("").as_posix()]


def sidecar_text(project: Path, added: Added) -> str:
    """The sidecar as it was written."""
    return (project / added.file).with_suffix(".yml").read_text(encoding="utf-8")


def files_in(project: Path) -> list[str]:
    """Every file of the articles folder, hidden ones too."""
    folder = project / "sources" / "articles"
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


__all__ = ["AlreadyThere", "LeftOut"]
