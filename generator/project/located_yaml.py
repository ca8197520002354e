"""YAML in which every value knows its line.

Takes a file's text, gives plain values and a map from path to line. Scalars follow YAML 1.2's core schema: ``no`` is
a word (the language code of Norwegian), ``2024-05-01`` stays text, and a key that stands twice is a mistake.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from generator.errors import ContentProblem, Place

Path = tuple[str | int, ...]


class _CoreLoader(yaml.SafeLoader):
    """SafeLoader that reads only null, true/false, integers and decimals as anything but text."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - PyYAML's own way


# "null", "~" and nothing at all
_CoreLoader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:~|null|Null|NULL|)$"), [*"~nN", ""])
# "true", "False"
_CoreLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|True|false|False)$"), [*"tTfF"])
# "2026", "-3"
_CoreLoader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[-+]?[0-9]+$"), [*"-+0123456789"])
# "0.35"
_CoreLoader.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^[-+]?[0-9]+\.[0-9]+$"), [*"-+0123456789"])


@dataclass(frozen=True, slots=True)
class LocatedYaml:
    """A YAML document: its value, and for each path in it the line (from 1) where it stands."""

    file: str
    value: object
    lines: Mapping[Path, int]

    def place(self, path: Path = ()) -> Place:
        """The place of a path, or of the nearest enclosing path that has one."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.lines:
                return Place(self.file, self.lines[path[:length]])
        return Place(self.file)


def read_yaml(text: str, file: str) -> LocatedYaml:
    """Read one document. A slip in the syntax, or a key that stands twice, raises ``ContentProblem`` with its line."""
    loader = _CoreLoader(text)
    try:
        node = loader.get_single_node()
        lines: dict[Path, int] = {}
        value = _value(loader, node, (), lines, file) if node is not None else None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else None
        fact = f"not readable as YAML: {error.problem or error.context}"
        raise ContentProblem(Place(file, line), fact, "check indentation, quotation marks and colons there") from error
    except yaml.YAMLError as error:
        raise ContentProblem(Place(file), f"not readable as YAML: {error}") from error
    finally:
        loader.dispose()
    return LocatedYaml(file, value, lines)


def _value(loader: _CoreLoader, node: yaml.Node, path: Path, lines: dict[Path, int], file: str) -> object:
    lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        return [_value(loader, child, (*path, number), lines, file) for number, child in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        return _mapping(loader, node, path, lines, file)
    return loader.construct_object(node)


def _mapping(
    loader: _CoreLoader, node: yaml.MappingNode, path: Path, lines: dict[Path, int], file: str
) -> dict[str, object]:
    found: dict[str, object] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if key in found:
            raise ContentProblem(Place(file, key_node.start_mark.line + 1), f'the key "{key}" stands twice here')
        found[key] = _value(loader, value_node, (*path, key), lines, file)
        lines[(*path, key)] = key_node.start_mark.line + 1
    return found
