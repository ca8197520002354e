"""One file of the editor's → its shape, with every mistake in it named by line.

``read_shape`` and ``read_shapes`` never stop at the first mistake: they append to ``problems`` and give what is whole.
"""

from __future__ import annotations

from pathlib import Path as FilePath
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.errors import ContentProblem, Place
from generator.project.located_yaml import LocatedYaml, Path, read_yaml
from generator.project.mistakes import problems_of

Shape = TypeVar("Shape", bound=BaseModel)
REMEDY_UTF8 = "save the file as UTF-8"


def read_located(path: FilePath, root: FilePath, problems: list[ContentProblem]) -> LocatedYaml | None:
    """The YAML of a file, or nothing and a problem; an absent file is neither."""
    file = path.relative_to(root).as_posix()
    if not path.is_file():
        return None
    try:
        document = read_yaml(read_text(path, file), file)
    except ContentProblem as problem:
        problems.append(problem)
        return None
    problems.extend(document.problems)
    return document


def read_text(path: FilePath, file: str) -> str:
    """The words of a file in UTF-8, with or without a byte order mark. Raises ``ContentProblem`` for any other."""
    try:
        content = path.read_bytes()
        return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ContentProblem(Place(file, line), "not UTF-8: a character there cannot be read", REMEDY_UTF8) from error
    except OSError as error:
        fact = f"cannot be read: {error.strerror}"
        raise ContentProblem(Place(file), fact, "see that you may read it, and that no program holds it") from error


def read_shape(
    document: LocatedYaml, shape: type[Shape], problems: list[ContentProblem], path: tuple[str | int, ...] = ()
) -> Shape | None:
    """The shape of a mapping in the document at ``path``; its mistakes go to ``problems``.

    Keys with mistakes are left out where the shape can do without them, so that what follows from them is not reported.
    """
    value: object = document.value
    for step in path:
        value = value[step]  # type: ignore[index] # the caller took the path from this very document
    value = {} if value is None else value
    try:
        return shape.model_validate(value)
    except ValidationError as error:
        problems.extend(problems_of(error, document, shape, path))
        mistaken = {mistake["loc"][0] for mistake in error.errors() if mistake["loc"]}
    if not isinstance(value, dict):
        return None
    try:
        return shape.model_validate({key: stated for key, stated in value.items() if key not in mistaken})
    except ValidationError:
        return None


def read_whole(
    document: LocatedYaml, shape: type[Shape], problems: list[ContentProblem]
) -> tuple[Shape, LocatedYaml] | None:
    """The shape of what is whole in a document, and the document without the rest; its mistakes go to ``problems``.

    Of a list with mistakes only the entries that hold them are left out, so that the others can be checked further.
    """
    try:
        return shape.model_validate(document.value or {}), document
    except ValidationError as error:
        problems.extend(problems_of(error, document, shape, ()))
        rest = _without_mistakes(document, error)
    while rest is not None:
        try:
            return shape.model_validate(rest.value), rest
        except ValidationError as error:
            rest = _without_mistakes(rest, error)
    return None


def _without_mistakes(document: LocatedYaml, error: ValidationError) -> LocatedYaml | None:
    """The document without what the mistakes stand in; nothing where that is the whole of it."""
    mistaken = {_smallest_whole(mistake, document) for mistake in error.errors()}
    if () in mistaken:
        return None
    for path in sorted(mistaken, reverse=True):  # from the end, so that no path moves that is still to go
        document = document.without(path)
    return document


def _smallest_whole(mistake: ErrorDetails, document: LocatedYaml) -> Path:
    """What goes for a mistake: an unknown key alone, else the entry of a list, else the key of the document."""
    place = mistake["loc"]
    if mistake["type"] != "extra_forbidden":
        entries = [at for at, step in enumerate(place) if isinstance(step, int)]
        place = place[: entries[-1] + 1] if entries else place[:1]
    while place not in document.lines:  # a key that is missing, one word where a list is read
        place = place[:-1]
    return place


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
