"""Which lines above an article say what the text's first line says, as the line of a browser's tab does.

Takes that line as a ``PageTitle`` and the folded lines below it; gives the numbers of those that bear its title, whole,
nearly so, or worded otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from generator.reading.heads.page_title import PageTitle, plain, shared

# How much of the words of the first line a title that is worded otherwise shares, and of its length one that it holds
LIKE_FIRST_LINE = 0.4
WHOLE_SHARE = 0.75
# A title behind a kicker that the first line holds too is no shorter
SHORTEST_BEHIND_KICKER_CHARS = 12


def named_by(page: PageTitle, texts: Sequence[str], first: int) -> list[int]:
    """The lines above the article that say what the first line says, whole or nearly so."""
    cuts = [plain(cut) for cut in page.cuts]
    lines = dict(enumerate(map(plain, texts[1:first]), start=1))
    named = [n for n, line in lines.items() if line in cuts]
    if named:
        return named
    above = frozenset(lines.values())
    named = [n for n, line in lines.items() if any(_is_behind_kicker(line, cut, above) for cut in cuts)]
    if named:
        return named
    nearly = [n for n in lines if len(texts[n]) >= WHOLE_SHARE * len(cuts[-1])]
    return [n for n in nearly if any(cut.startswith(lines[n]) for cut in cuts)]


def _is_behind_kicker(line: str, cut: str, lines: Set[str]) -> bool:
    """Whether a title consists of a line and of another one before it: "Transport: Ferries to sail again"."""
    if len(line) < SHORTEST_BEHIND_KICKER_CHARS or not cut.endswith(line):
        return False
    return cut[: -len(line)].rstrip(" :|–-") in lines


def most_alike(page: PageTitle, texts: Sequence[str], near: Sequence[int]) -> int | None:
    """The line near the article that shares most words with the first one, or the one right above it that does too."""
    likeness = {n: shared(page.cuts[-1], texts[n]) for n in near if not _is_piece(texts[n], page)}
    best = max(likeness.values(), default=0.0)
    likest = max((n for n, value in likeness.items() if value == best >= LIKE_FIRST_LINE), default=None)
    while likest is not None and likeness.get(likest - 1, 0.0) >= LIKE_FIRST_LINE:
        likest -= 1
    return likest


def _is_piece(text: str, page: PageTitle) -> bool:
    """Whether a line is only a piece of the title in the first line, as a kicker set apart from it is."""
    return len(text) < WHOLE_SHARE * len(page.cuts[-1]) and plain(text) in plain(page.cuts[-1])
