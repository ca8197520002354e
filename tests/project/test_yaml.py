"""A YAML file says the same on every machine: libyaml reads it where it is there, PyYAML's own reader elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.errors import ContentProblem
from generator.project.located_yaml import LocatedYaml, read_yaml

PROJECT = Path(__file__).parents[2]
REAL = [path.read_text(encoding="utf-8") for path in sorted((PROJECT / "sources").rglob("*.yml"))]
ODD = (
    "",
    "a: &x [1, {b: ~}]\nc: *x\n",
    "größe: Grüße 😀 an #2 alle\nb: |\n  eins #3\n\n  zwei\nc: >-\n  d\n  e\n",
    "a: b\na: c\n? d\n: no\n",
    "a: !!int 3\n",
    "a: [b, c\nd: e\n",
    "a: 'it's'\n",
    "a: b\n---\nc: d\n",
    "a: " + "- " * 100_000,
    "a: " + "[" * 2_000 + "]" * 2_000,
)


def read(text: str) -> LocatedYaml | str:
    try:
        return read_yaml(text, "f.yml")
    except ContentProblem as problem:
        return str(problem)


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="PyYAML has no libyaml here")
def test_values_lines_and_mistakes_are_the_same_with_libyaml_and_without(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [*REAL, *ODD]
    fast = [read(text) for text in texts]
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    for text, found in zip(texts, fast, strict=True):
        assert str(found) == str(read(text))
