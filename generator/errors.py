"""Every mistake in an editor's material that the program can name: place, fact, remedy.

Stages raise one of these, or collect several in a ``ProblemsFound``; only ``cli`` catches them. A bug in the
program is never a ``DossierError`` and keeps its traceback. What the system refuses to write is no bug either.
"""

from __future__ import annotations

import errno
from dataclasses import dataclass

INTERRUPTED = "interrupted; nothing half-made was left in place"
"""What somebody reads who ends a command in the middle."""


@dataclass(frozen=True, slots=True)
class Place:
    """A file (POSIX path below the project) and, where one can be named, its line (from 1)."""

    file: str
    line: int | None = None

    def __str__(self) -> str:
        return self.file if self.line is None else f"{self.file}:{self.line}"


def counted(number: int, noun: str) -> str:
    """A number with what it counts: "1 line left out", "3 lines left out"; the first word of ``noun`` takes the s."""
    first, *rest = noun.split(" ", 1)
    return " ".join([f"{number:,}", first if number == 1 else f"{first}s", *rest])


def shortened(text: str, most: int = 160) -> str:
    """A text as a message shows it: on one line, cut with an ellipsis where it is longer than ``most`` characters."""
    folded = " ".join(text.split())
    return folded if len(folded) <= most else folded[: most - 1].rstrip() + "…"


class DossierError(Exception):
    """Base of all mistakes in content. ``str()`` is the finished message: place, fact and remedy."""


class ContentProblem(DossierError):
    """One mistake at one place."""

    def __init__(self, place: Place, fact: str, remedy: str = "") -> None:
        self.place = place
        self.fact = fact
        self.remedy = remedy
        super().__init__(f"{place}: {fact}" + (f"\n    {remedy}" if remedy else ""))

    def __reduce__(self) -> tuple[type[ContentProblem], tuple[Place, str, str]]:
        """How a worker process hands the problem back."""
        return type(self), (self.place, self.fact, self.remedy)


class QuoteNotInArticle(ContentProblem):
    """A quote whose words do not stand, letter for letter, in the body of its article."""


class QuoteOfUnknownArticle(ContentProblem):
    """A quote from an article that the dossier does not have; ``article`` is what the editor calls it."""

    def __init__(self, place: Place, article: str, remedy: str = "") -> None:
        self.article = article
        super().__init__(place, f'there is no article "{article}"', remedy)

    def __reduce__(self) -> tuple[type[ContentProblem], tuple[Place, str, str]]:
        """How a worker process hands the problem back."""
        return type(self), (self.place, self.article, self.remedy)


class QuoteAmbiguous(ContentProblem):
    """A quote whose words stand more than once in its article, with no prefix that decides."""


class QuoteOutsideBody(ContentProblem):
    """A quote from a line that was left out of the article: an advert, a caption, a menu."""


class UnreadableArticle(ContentProblem):
    """A file of sources/articles that gives no article; the others are unharmed."""


class SiteBroken(ContentProblem):
    """MkDocs refused the pages, or the audit found a citation that does not hold."""


class AnotherBuild(ContentProblem):
    """A build of the same project that is running in another process."""


class RefusedBySystem(ContentProblem):
    """A disk that is full, or a place that the program may not read, write or exchange."""


_MAKE_ROOM = "make room on the disk, and call the command again"
_ALLOW = "see to it that the program may read and write there, and call the command again"
_LET_GO = "another program uses it, or it is a mounted folder, which cannot be exchanged: mount the one above it"
_REMEDIES = {
    errno.ENOSPC: _MAKE_ROOM,
    errno.EDQUOT: _MAKE_ROOM,
    errno.EFBIG: _MAKE_ROOM,
    errno.EACCES: _ALLOW,
    errno.EPERM: _ALLOW,
    errno.EROFS: _ALLOW,
    errno.EBUSY: _LET_GO,
}


def refused_by_system(error: OSError) -> RefusedBySystem | None:
    """The error in an editor's words; ``None`` where the program itself may be at fault."""
    remedy = _REMEDIES.get(error.errno or 0)
    if remedy is None:
        return None
    place = Place(str(error.filename2 or error.filename or "the disk"))
    return RefusedBySystem(place, f"the system refuses it: {error.strerror}", remedy)


class ProblemsFound(DossierError):
    """All mistakes of a run, reported together."""

    def __init__(self, problems: list[ContentProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in problems))
