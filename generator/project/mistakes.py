"""What Pydantic finds wrong in a file → the problems that its editor made: one for each slip, in an editor's words.

A key that is misspelt is both unknown and missing, a list whose entries have mistakes is also too short: only the
cause is told.
"""

from __future__ import annotations

import re
import typing
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import get_close_matches

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.errors import ContentProblem, shortened
from generator.languages import available, mapping
from generator.project.located_yaml import LocatedYaml, Path
from generator.project.shapes import MEANT

_TOO_FEW = ("too_short", "string_too_short")
# 'public' in "'public' or 'private'"
_CHOICE = re.compile(r"'([^']*)'")
SHOWN_CHARS = 60
NEAR = 0.65  # the least likeness of a word to the one that is meant, as difflib measures it


def problems_of(
    error: ValidationError, document: LocatedYaml, shape: type[BaseModel], path: Path
) -> Iterator[ContentProblem]:
    """One problem for each slip below ``path`` of the document, where ``shape`` was expected."""
    all_found = error.errors()
    for mistake in all_found:
        if not _follows(mistake, all_found, shape):
            fact, remedy = _told(mistake, _name(mistake, document, path), shape)
            yield ContentProblem(document.place((*path, *mistake["loc"])), fact, remedy)


def _follows(mistake: ErrorDetails, all_found: Sequence[ErrorDetails], shape: type[BaseModel]) -> bool:
    """Whether a mistake is only what another one leads to."""
    loc = mistake["loc"]
    if mistake["type"] in _TOO_FEW:
        return any(len(other["loc"]) > len(loc) and other["loc"][: len(loc)] == loc for other in all_found)
    if mistake["type"] == "missing":
        misspelt = (
            other for other in all_found if other["type"] == "extra_forbidden" and other["loc"][:-1] == loc[:-1]
        )
        return any(_nearest(str(other["loc"][-1]), _keys(shape, loc)) == loc[-1] for other in misspelt)
    return False


def _name(mistake: ErrorDetails, document: LocatedYaml, path: Path) -> str:
    """The key that a mistake is about, as it stands in the file; for the document itself, nothing."""
    loc = mistake["loc"]
    if mistake["type"] == "missing":
        return str(loc[-1])
    written = [loc[:end] for end in range(1, len(loc) + 1) if (*path, *loc[:end]) in document.lines]
    return next((step for step in reversed(written[-1]) if isinstance(step, str)), "") if written else ""


def _told(mistake: ErrorDetails, name: str, shape: type[BaseModel]) -> tuple[str, str]:
    """Fact and remedy."""
    if mistake["type"] == "extra_forbidden":
        return _unknown_key(str(mistake["loc"][-1]), _keys(shape, mistake["loc"]))
    if mistake["type"] in ("model_type", "dict_type"):
        known = ", ".join(_shape_at(shape, mistake["loc"]).model_fields)
        return f"{_quoted(name)} must have keys of its own, not {_described(mistake)}", f"the keys are: {known}"
    if mistake["type"] in _TOO_FEW or mistake["input"] is None:
        return _too_few(mistake, _quoted(name), shape)
    return _WORDS.get(mistake["type"], _other)(mistake, _quoted(name))


def _quoted(name: str) -> str:
    return f'"{name}"' if name else "this"


def _missing(_: ErrorDetails, key: str) -> tuple[str, str]:
    return f"{key} is missing", f"write a line {key.strip(chr(34))}: …"


def _value(mistake: ErrorDetails, key: str) -> tuple[str, str]:
    fact, remedy = mistake["ctx"]["error"].args
    return f"{key}: {fact}", remedy


def _too_few(mistake: ErrorDetails, key: str, shape: type[BaseModel]) -> tuple[str, str]:
    least = mistake.get("ctx", {}).get("min_length", 1)
    if least > 1:
        return (
            f"{key} needs at least {least} entries",
            f"add what is missing; there are {mistake['ctx']['actual_length']}",
        )
    if isinstance(mistake["loc"][-1], int):
        return f"an entry of {key} is empty", "write something there, or take the entry out"
    field = _shape_at(shape, mistake["loc"][:-1]).model_fields.get(str(mistake["loc"][-1]))
    remedy = "write something behind it"
    return f"{key} is empty", remedy if field and field.is_required() else f"{remedy}, or take the line out"


def _not_one_of(mistake: ErrorDetails, key: str) -> tuple[str, str]:
    said, choices = _said(mistake), _CHOICE.findall(mistake["ctx"]["expected"])
    meant = _meant(said.strip().lower(), choices)
    remedy = f'did you mean "{meant}"?' if meant else "write one of them"
    return f'{key}: "{said}" is not one of {", ".join(choices)}', remedy


def _meant(said: str, choices: Sequence[str]) -> str | None:
    """The choice that newspapers of some language call so ("comment" is opinion), else the one spelt most like it."""
    for language in available():
        for kind in choices:
            called = mapping(language, "lines", "kinds").get(kind)
            if isinstance(called, list) and said in called:
                return kind
    return next(iter(get_close_matches(said, choices, n=1, cutoff=NEAR)), None)


def _no_list(mistake: ErrorDetails, key: str) -> tuple[str, str]:
    return f"{key} must be a list, not {_described(mistake)}", "begin each entry with a hyphen and a space"


def _no_text(mistake: ErrorDetails, key: str) -> tuple[str, str]:
    subject = f"an entry of {key}" if isinstance(mistake["loc"][-1], int) else key
    remedy = "write one text, in quotation marks if brackets are in it"
    return f"{subject} must be text, not {_described(mistake)}", remedy


def _out_of_range(mistake: ErrorDetails, key: str) -> tuple[str, str]:
    return f"{key}: {_said(mistake)} is not possible", f"it {mistake['msg'].removeprefix('Input ')}"


def _no_number(mistake: ErrorDetails, key: str) -> tuple[str, str]:
    return f'{key}: "{_said(mistake)}" is not a number', "write digits alone, such as 0.35"


def _no_whole_number(mistake: ErrorDetails, key: str) -> tuple[str, str]:
    return f'{key}: "{_said(mistake)}" is not a whole number', "write digits alone, such as 8"


def _no_decision(mistake: ErrorDetails, key: str) -> tuple[str, str]:
    return f'{key}: "{_said(mistake)}" is neither true nor false', "write true or false"


def _other(mistake: ErrorDetails, key: str) -> tuple[str, str]:
    return f'{key}: "{_said(mistake)}" is not possible here', mistake["msg"]


_WORDS: Mapping[str, Callable[[ErrorDetails, str], tuple[str, str]]] = {
    "missing": _missing,
    "value_error": _value,
    "enum": _not_one_of,
    "tuple_type": _no_list,
    "string_type": _no_text,
    "less_than_equal": _out_of_range,
    "greater_than_equal": _out_of_range,
    "float_parsing": _no_number,
    "int_parsing": _no_whole_number,
    "int_parsing_size": _no_whole_number,
    "bool_parsing": _no_decision,
}


def _said(mistake: ErrorDetails) -> str:
    return shortened(str(mistake["input"]), SHOWN_CHARS)


def _described(mistake: ErrorDetails) -> str:
    if isinstance(mistake["input"], dict):
        return "keys and values"
    return "a list" if isinstance(mistake["input"], list | tuple) else "one text"


def _unknown_key(key: str, known: Sequence[str]) -> tuple[str, str]:
    near = _nearest(key, known)
    remedy = f'did you mean "{near}"?' if near else f"known are: {', '.join(known)}"
    return f'the key "{key}" is not known here', remedy


def _nearest(key: str, known: Sequence[str]) -> str | None:
    """The key that is meant: the one that people call so, else the one that is spelt most like it."""
    plain = key.strip().lower().replace("-", "_").replace(" ", "_")
    if plain in known:
        return plain
    if MEANT.get(plain) in known:
        return MEANT[plain]
    return next(iter(get_close_matches(plain, known, n=1, cutoff=NEAR)), None)


def _keys(shape: type[BaseModel], loc: Sequence[str | int]) -> list[str]:
    """The keys of the mapping in which the last step of ``loc`` stands."""
    return list(_shape_at(shape, loc[:-1]).model_fields)


def _shape_at(shape: type[BaseModel], loc: Sequence[str | int]) -> type[BaseModel]:
    for step in loc:
        if isinstance(step, str) and step in shape.model_fields:
            shape = next(_shapes_in(shape.model_fields[step].annotation), shape)
    return shape


def _shapes_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in typing.get_args(annotation):
        yield from _shapes_in(part)
