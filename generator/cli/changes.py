"""What would be told again and again: of each run what is new or gone since the one before, and how many stayed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.errors import ContentProblem, counted

Told = tuple[str, str]  # by what it is known again, and what is shown
MOST_GONE = 5


@dataclass(slots=True)
class Changes:
    """What one kind of message says, run after run."""

    before: Counter[str] = field(default_factory=Counter)

    def told(self, messages: Sequence[Told]) -> Iterator[str]:
        """What to say in this run, of which the messages of the run before are known."""
        waiting, stayed = Counter(self.before), 0
        self.before = Counter(known for known, _ in messages)
        for known, shown in messages:
            if waiting[known]:
                waiting[known] -= 1
                stayed += 1
            else:
                yield shown
        gone = list(waiting.elements())
        yield from (f"no longer: {known}" for known in gone[:MOST_GONE])
        if len(gone) > MOST_GONE:
            yield f"no longer: {len(gone) - MOST_GONE} more"
        if stayed:
            yield f"{counted(stayed, 'message')} as before"


def of_problems(problems: Sequence[ContentProblem]) -> list[Told]:
    """Problems as messages: the line at which one stands moves with every line above it."""
    return [(f"{problem.place.file}: {problem.fact}", str(problem)) for problem in problems]


def of_lines(lines: Sequence[str]) -> list[Told]:
    """Lines as messages, each with what may stand below it."""
    return [(line.split("\n", 1)[0], line) for line in lines]
