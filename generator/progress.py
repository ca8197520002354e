"""How far long work is: told by the stages, shown by the console."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Told how far a stage is: ``done`` of ``total`` steps; a total of 0 means that it cannot be known."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show it, or not."""


def silent(stage: str, done: int, total: int) -> None:
    """A progress that nobody sees."""
