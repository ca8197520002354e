"""``sources/vocabulary/review.yml``: words that may belong to a theme, for an editor to accept or refuse.

The only file below ``sources/vocabulary`` that the program writes, and only when asked (``dossier check --review``).
New entries are put behind what stands there; nothing that stands there is altered, not a comment, not a line end.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.errors import ContentProblem, Place
from generator.model import ReviewedTerm
from generator.project.agreement import KnownThemes
from generator.project.located_yaml import read_yaml
from generator.project.reading_files import read_located, read_shapes
from generator.project.shapes import ReviewShape

FILE = "sources/vocabulary/review.yml"
HEADING = """\
# Words of the articles that may belong to a theme. Write accept or refuse behind each `decision:`; the next build
# heeds it. `dossier check --review` adds new words at the end and changes nothing that stands here.
"""


@dataclass(frozen=True, slots=True)
class ProposedTerm:
    """A word to be judged. ``sentence`` is its address, ``<article>/<sentence>``; ``example`` its words."""

    theme: str
    term: str
    language: str
    likeness: float
    sentence: str
    example: str


Key = tuple[str, str, str]  # theme, language, term


def read_review(root: Path, themes: KnownThemes, problems: list[ContentProblem]) -> tuple[ReviewedTerm, ...]:
    """The entries in order. A theme that is not known, and a word judged twice, go to ``problems``."""
    document = read_located(root / FILE, root, problems)
    if document is None:
        return ()
    found: dict[Key, ReviewedTerm] = {}
    entries = read_shapes(document, ReviewShape, problems)
    often = Counter(shape.theme for shape, _ in entries)
    first = {shape.theme: place for shape, place in reversed(entries)}
    for theme, entries_of_it in often.items():
        themes.check(theme, first[theme], problems, entries_of_it)
    for shape, place in entries:
        entry = ReviewedTerm(shape.theme, shape.term, shape.language, shape.decision)
        before = found.setdefault(_key(entry), entry)
        if before is not entry:
            fact = f'"{shape.term}" ({shape.language}) stands twice for the theme "{shape.theme}"'
            problems.append(ContentProblem(place, fact, "keep the entry that holds, take out the other"))
    return tuple(found.values())


def add_to_review(root: Path, proposed: Iterable[ProposedTerm], known: Iterable[ReviewedTerm]) -> int:
    """Put the words that are not there yet behind the others; their number. The file is whole at every moment.

    Raises ``ContentProblem`` where the file holds something that no entry can be put behind, or that has changed
    since it was read; it is then left as it is.
    """
    there = {_key(entry) for entry in known}
    new = [term for term in proposed if (term.theme, term.language, term.term) not in there]
    if not new:
        return 0
    path = (root / FILE).resolve()
    before = path.read_bytes() if path.exists() else b""
    after = _with_entries(before, new)
    _check(before, after, len(new))
    path.parent.mkdir(parents=True, exist_ok=True)
    _replace(path, before, after)
    return len(new)


def _key(entry: ReviewedTerm) -> Key:
    return entry.theme, entry.language, entry.term


def _with_entries(before: bytes, new: Sequence[ProposedTerm]) -> bytes:
    """What stands there, byte for byte, and the new entries behind it with the same line ends."""
    text = "".join("\n" + _entry(term) for term in new)
    if not before.strip():
        text = HEADING + text
    written = text.replace("\n", "\r\n" if b"\r\n" in before else "\n").encode()
    gap = b"" if not before or before.endswith(b"\n") else b"\n"
    return before + gap + written


def _entry(term: ProposedTerm) -> str:
    fields: dict[str, str | float] = {
        "theme": term.theme,
        "term": term.term,
        "language": term.language,
        "likeness": term.likeness,
        "sentence": term.sentence,
        "example": term.example,
    }
    lines = [f"{name}: {_scalar(value)}" for name, value in fields.items()]
    return "- " + "\n  ".join([*lines, "decision:"]) + "\n"


def _scalar(value: str | float) -> str:
    if isinstance(value, float):
        return f"{value:.2f}"
    dumped: str = yaml.safe_dump(value, allow_unicode=True, width=10**6, default_style='"')
    return dumped.removesuffix("\n")


def _check(before: bytes, after: bytes, added: int) -> None:
    """That the file reads as the list it was, with the new entries behind it."""
    old = read_yaml(before.decode("utf-8-sig"), FILE).value or []
    remedy = "it must be a list of entries that begin with a hyphen; nothing was written"
    try:
        new = read_yaml(after.decode("utf-8-sig"), FILE).value
    except ContentProblem as problem:
        raise ContentProblem(problem.place, "no entry can be put behind what stands there", remedy) from problem
    if not isinstance(old, list) or not isinstance(new, list) or new[: len(old)] != old or len(new) != len(old) + added:
        raise ContentProblem(Place(FILE), "no entry can be put behind what stands there", remedy)


def _replace(path: Path, before: bytes, after: bytes) -> None:
    """Put the new content in place at once, unless somebody else wrote the file in the meantime."""
    handle, name = tempfile.mkstemp(prefix=".review-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(after)
        if path.exists():
            shutil.copymode(path, name)
        else:
            Path(name).chmod(0o644)
        if (path.read_bytes() if path.exists() else b"") != before:
            raise ContentProblem(Place(FILE), "the file changed while it was read", "run the command again")
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)
