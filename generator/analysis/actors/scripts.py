"""How newspapers in Latin letters write the letters of other scripts, as ``scripts.toml`` lists them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

Letters = Mapping[str, str]
"""The Latin spelling of each letter."""


@cache
def in_latin(*, vowels: bool) -> Mapping[str, Letters]:
    """The letters of each script by its name: of those whose vowels are written and read, or of the others."""
    content = tomllib.loads(files(__package__).joinpath("scripts.toml").read_text(encoding="utf-8"))
    return {name: _by_letter(lines) for name, lines in content["with_vowels" if vowels else "without_vowels"].items()}


def _by_letter(lines: Mapping[str, str]) -> Letters:
    return {letter: latin for latin, letters in lines.items() for letter in letters.split()}
