"""A sidecar that an editor put beside a file comes along as it is, if the project can read it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.adding.outcome import Candidate
from generator.adding.shelf import Shelf
from generator.errors import ContentProblem, Place
from generator.project.located_yaml import read_yaml
from generator.project.reading_files import read_shape
from generator.project.shapes import SidecarShape


@dataclass(frozen=True, slots=True)
class StatedSidecar:
    """The editor's own sidecar: its bytes, and its id where it states one."""

    content: bytes
    id: str | None


def stated_sidecar(candidate: Candidate, shelf: Shelf) -> StatedSidecar | None:
    """The sidecar beside the file. Raises ``ContentProblem`` for one with mistakes or with an id that is taken."""
    if candidate.sidecar is None:
        return None
    place = Place(candidate.origin)
    remedy = "mend the sidecar beside it, or take it away to have one proposed"
    try:
        document = read_yaml(candidate.sidecar.decode("utf-8-sig"), candidate.origin)
    except UnicodeDecodeError as error:
        raise ContentProblem(place, "has a sidecar that is not UTF-8", remedy) from error
    problems = list(document.problems)
    shape = read_shape(document, SidecarShape, problems)
    if shape is None or problems:
        facts = "; ".join(problem.fact for problem in problems)
        raise ContentProblem(place, f"has a sidecar with mistakes: {facts}", remedy)
    if shape.id and shelf.is_taken(shape.id):
        raise ContentProblem(place, f'its sidecar states the id "{shape.id}", which is taken', "give it another id")
    return StatedSidecar(candidate.sidecar, shape.id)
