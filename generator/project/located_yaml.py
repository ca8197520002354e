"""YAML in which every value knows its line and is text, as it is written.

Takes a file's text, gives plain values and a map from path to line. A scalar is nothing (null) or text: ``no`` is a
word (the language code of Norwegian), ``2024-05-01`` and ``1.10`` stay as they are; the shapes make numbers of those
that are numbers. What YAML would pass over without a word is a mistake: a key that stands twice, words behind a "#".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import yaml

from generator.errors import ContentProblem, Place
from generator.project.conflicts import conflict
from generator.project.yaml_nodes import NULL, TEXT, compose
from generator.project.yaml_slips import slip

Path = tuple[str | int, ...]

# With references one can write a small file that is an endless one: "b: [*a, *a, *a]".
MOST_VALUES = 1_000_000
# words behind a text, cut off as a comment: "text: The club is #1 in town"
_CUT_OFF = re.compile(r"[ \t]+(#\w\S*)")


@dataclass(frozen=True, slots=True)
class LocatedYaml:
    """A YAML document: its value, and for each path in it the line (from 1) where it stands.

    ``problems`` are mistakes beside which the rest can be read: keys that stand twice, of which the first counts.
    """

    file: str
    value: object
    lines: Mapping[Path, int]
    problems: tuple[ContentProblem, ...] = ()

    def place(self, path: Path = ()) -> Place:
        """The place of a path, or of the nearest enclosing path that has one."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.lines:
                return Place(self.file, self.lines[path[:length]])
        return Place(self.file)

    def without(self, path: Path) -> LocatedYaml:
        """The document without the value at a path of it; every other value keeps its line."""
        lines = {_closed_up(other, path): line for other, line in self.lines.items() if other[: len(path)] != path}
        return replace(self, value=_without(self.value, path), lines=lines)


def _closed_up(path: Path, gap: Path) -> Path:
    """A path when the value at ``gap`` is gone: the entries behind it in its list have moved up."""
    at = len(gap) - 1
    step, gone = path[at] if len(path) > at else None, gap[at]
    if path[:at] == gap[:at] and isinstance(step, int) and isinstance(gone, int) and step > gone:
        return (*path[:at], step - 1, *path[at + 1 :])
    return path


def _without(value: object, path: Path) -> object:
    step, *deeper = path
    if isinstance(value, list):
        kept = [_without(child, tuple(deeper)) if deeper and at == step else child for at, child in enumerate(value)]
        return kept if deeper else [child for at, child in enumerate(value) if at != step]
    assert isinstance(value, dict), "a path leads through lists and mappings"
    if deeper:
        return value | {step: _without(value[step], tuple(deeper))}
    return {key: child for key, child in value.items() if key != step}


def read_yaml(text: str, file: str) -> LocatedYaml:
    """Read one document. A slip in the syntax raises ``ContentProblem`` with its line."""
    if found := conflict(text, file):
        raise found
    reading = _Reading(file, text)
    try:
        node = compose(text)
        value = reading.value(node, ()) if node is not None else None
    except yaml.MarkedYAMLError as error:
        raise slip(error, text, file) from error
    except yaml.reader.ReaderError as error:
        place = Place(file, text.count("\n", 0, error.position) + 1)
        fact = f"not readable as YAML: a character that nobody sees stands there (U+{int(error.character):04X})"
        raise ContentProblem(place, fact, "take it out, or write the line anew") from error
    except RecursionError as error:
        fact = "not readable as YAML: it is nested too deeply"
        raise ContentProblem(Place(file), fact, "close the brackets that were opened") from error
    return LocatedYaml(file, value, reading.lines, tuple(reading.problems))


@dataclass(slots=True)
class _Reading:
    """The walk through the nodes of one document."""

    file: str
    text: str
    lines: dict[Path, int] = field(default_factory=dict)
    problems: list[ContentProblem] = field(default_factory=list)
    values: int = 0
    open: set[int] = field(default_factory=set)

    def value(self, node: yaml.Node, path: Path) -> object:
        """What a node holds."""
        self.values += 1
        if self.values > MOST_VALUES:
            raise self._problem(node, f"more than {MOST_VALUES} values", "write out what the references repeat")
        self.lines[path] = node.start_mark.line + 1
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if id(node) in self.open:
            raise self._problem(node, "what stands here refers to itself", "write out what is meant")
        self.open.add(id(node))
        try:
            if isinstance(node, yaml.MappingNode):
                return self._mapping(node, path)
            return [self.value(child, (*path, number)) for number, child in enumerate(node.value)]
        finally:
            self.open.discard(id(node))

    def _scalar(self, node: yaml.ScalarNode) -> str | None:
        if node.tag == NULL:
            return None
        if node.tag != TEXT:
            tag = node.tag.replace("tag:yaml.org,2002:", "!!")
            raise self._problem(node, f'the tag "{tag}" is not read', "take it out, or put the text in quotation marks")
        value = str(node.value)
        cut_off = _CUT_OFF.match(self.text, node.end_mark.index)
        if cut_off and not node.style and " " in value:
            fact = f'"{cut_off[1]}" and what follows is not read: to YAML it is a comment'
            remedy = "put the whole text in quotation marks; for a comment write a space behind the #"
            self.problems.append(ContentProblem(Place(self.file, node.end_mark.line + 1), fact, remedy))
        return value

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, object]:
        found: dict[str, object] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                raise self._problem(key_node, "not readable as YAML: brackets where a key must stand", "quote them")
            key = str(key_node.value)
            if key in found:
                fact = f'the key "{key}" stands twice here'
                first = self.lines[(*path, key)]
                self.problems.append(self._problem(key_node, fact, f"the first is in line {first}; keep one of them"))
                continue
            found[key] = self.value(value_node, (*path, key))
            self.lines[(*path, key)] = key_node.start_mark.line + 1
        return found

    def _problem(self, node: yaml.Node, fact: str, remedy: str) -> ContentProblem:
        return ContentProblem(Place(self.file, node.start_mark.line + 1), fact, remedy)
