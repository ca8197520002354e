"""Case files: texts with what is expected of them, one file a language (``tests/cases/<topic>/<language>.txt``).

A line that begins with a letter or digit is a text, indented lines below it are what is expected of it, ``#`` begins
a comment; ``reference X`` sets what holds for the texts that follow.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Case:
    """A text with its expectations; ``setting`` is the word behind the last ``reference``, if any."""

    language: str
    line: int
    setting: str | None
    text: str
    expected: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.language}:{self.line}"


def cases_below(folder: Path) -> list[Case]:
    """All cases of a folder, by file name and line."""
    return [case for path in sorted(folder.glob("*.txt")) for case in _cases(path)]


def languages_below(folder: Path) -> list[str]:
    """The languages that a folder has cases of."""
    return sorted(path.stem for path in folder.glob("*.txt"))


def _cases(path: Path) -> Iterator[Case]:
    setting: str | None = None
    text, number, expected = "", 0, list[str]()
    lines = [*path.read_text(encoding="utf-8").split("\n"), "#"]
    for position, line in enumerate(lines, start=1):
        if line.startswith("    "):
            expected.append(line.strip())
            continue
        if text:
            yield Case(path.stem, number, setting, text, tuple(expected))
            text, expected = "", []
        if line.startswith("reference "):
            setting = line.removeprefix("reference ")
        elif line.strip() and not line.startswith("#"):
            text, number = line, position
