"""What becomes of each thing that an editor adds; ``str()`` is the line to show."""

from __future__ import annotations

from dataclasses import dataclass

from generator.errors import ContentProblem
from generator.model import Metadata, Source


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file on its way into the project.

    ``origin`` is the path or address as it is shown in messages, ``name`` the file's own name where it has one.
    ``url`` and ``retrieved`` (EDTF) are known for what came from the web; ``remarks`` are facts worth a comment.
    ``said`` is what a feed says of it. ``sidecar`` holds the bytes of a sidecar that an editor put beside the file.
    """

    origin: str
    source: Source
    name: str = ""
    url: str | None = None
    retrieved: str | None = None
    remarks: tuple[str, ...] = ()
    said: Metadata | None = None
    sidecar: bytes | None = None
    from_archive: bool = False


@dataclass(frozen=True, slots=True)
class Added:
    """An article that is in the project now, or would be (``planned``). Paths are below the project.

    ``proposal`` is the text of the sidecar; where the editor's own came along (``sidecar_kept``) it was not written.
    """

    origin: str
    file: str
    id: str
    known: Metadata
    proposal: str
    sidecar_kept: bool = False
    planned: bool = False

    def __str__(self) -> str:
        return f"{'would add' if self.planned else 'added'}: {self.file}  (from {self.origin})"


@dataclass(frozen=True, slots=True)
class AlreadyThere:
    """A thing that the project has already; ``proposal`` is what its sidecar could say, where something is new."""

    origin: str
    file: str
    reason: str = "the same bytes"
    proposal: str = ""

    def __str__(self) -> str:
        return f"already there: {self.file}  ({self.reason} as {self.origin})"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A thing that was passed over on purpose: a front page in an archive, a record that no article matches."""

    origin: str
    reason: str

    def __str__(self) -> str:
        return f"left out: {self.origin}: {self.reason}"


Outcome = Added | AlreadyThere | LeftOut | ContentProblem
