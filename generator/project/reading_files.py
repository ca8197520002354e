"""One file of the editor's → its shape, with every mistake in it named by line.

``read_shape`` and ``read_shapes`` never stop at the first mistake: they append to ``problems`` and give what is whole.
"""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.errors import ContentProblem, Place
from generator.project.located_yaml import LocatedYaml, read_yaml

Shape = TypeVar("Shape", bound=BaseModel)


def read_located(path: Path, root: Path, problems: list[ContentProblem]) -> LocatedYaml | None:
    """The YAML of a file, or nothing and a problem; an absent file is neither."""
    file = path.relative_to(root).as_posix()
    if not path.is_file():
        return None
    try:
        return read_yaml(path.read_text(encoding="utf-8-sig"), file)
    except ContentProblem as problem:
        problems.append(problem)
    except UnicodeDecodeError as error:
        fact = f"not UTF-8: byte {error.start} cannot be read"
        problems.append(ContentProblem(Place(file), fact, "save the file as UTF-8"))
    except OSError as error:
        problems.append(ContentProblem(Place(file), f"cannot be read: {error.strerror}"))
    return None


def read_shape(
    document: LocatedYaml, shape: type[Shape], problems: list[ContentProblem], path: tuple[str | int, ...] = ()
) -> Shape | None:
    """The shape of a mapping in the document at ``path``; its mistakes go to ``problems``."""
    value: object = document.value
    for step in path:
        value = value[step]  # type: ignore[index] # the caller took the path from this very document
    try:
        return shape.model_validate({} if value is None else value)
    except ValidationError as error:
        problems.extend(_problem(document, shape, path, mistake) for mistake in error.errors())
        return None


def read_shapes(document: LocatedYaml, shape: type[Shape], problems: list[ContentProblem]) -> list[tuple[Shape, Place]]:
    """The entries of a list of mappings, each with its place; entries with mistakes are left out and reported."""
    if document.value is None:
        return []
    if not isinstance(document.value, list):
        problems.append(ContentProblem(document.place(), "a list is expected here", 'begin each entry with "- id: …"'))
        return []
    found = []
    for number in range(len(document.value)):
        entry = read_shape(document, shape, problems, (number,))
        if entry is not None:
            found.append((entry, document.place((number,))))
    return found


def _problem(
    document: LocatedYaml, shape: type[BaseModel], path: tuple[str | int, ...], mistake: ErrorDetails
) -> ContentProblem:
    where = (*path, *mistake["loc"])
    key = str(mistake["loc"][-1]) if mistake["loc"] else ""
    fact, remedy = mistake["msg"].removeprefix("Value error, "), ""
    if mistake["type"] == "missing":
        fact = f'"{key}" is missing'
    elif mistake["type"] == "extra_forbidden":
        fact = f'the key "{key}" is not known here'
        near = get_close_matches(key, list(shape.model_fields), n=1)
        remedy = f'did you mean "{near[0]}"?' if near else f"known are: {', '.join(shape.model_fields)}"
    elif key:
        fact = f'"{key}": {fact[0].lower() + fact[1:] if fact else "not valid"}'
    return ContentProblem(document.place(where), fact, remedy)
