"""What was read of a text's head and tail so far, field by field."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.model import Line, Provenance

# A line that states something of the article is no longer than this
LONGEST_STATEMENT_CHARS = 200


@dataclass(slots=True)
class Stated:
    """What was read so far; the first statement of a field stays."""

    fields: dict[str, object] = field(default_factory=dict)
    origins: dict[str, Provenance] = field(default_factory=dict)

    def state(self, name: str, value: object, line: Line) -> None:
        """Keep ``value`` for a field that nothing was stated of, if it says anything."""
        if value and name not in self.fields:
            self.fields[name] = value
            self.origins[name] = Provenance.in_line(line.number + 1)
