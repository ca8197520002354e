"""Which paragraphs of an article only say again what another one says: repeats, pull quotes, a lead set twice."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import fold

SHORTEST_REPEAT_CHARS = 40
LONGEST_COMPARED_CHARS = 20_000
RUN_WORDS = 5
WHOLE_SHARE = 0.97


def repeated(texts: Sequence[str]) -> dict[int, str]:
    """Numbers (from 0) of the texts whose words stand in another one, each with the reason. No words are lost:

    of equal texts the first stays, and of a part and its whole the whole.
    """
    folded = [fold(text).casefold() for text in texts]
    first: dict[str, int] = {}
    found: dict[int, str] = {}
    for number, text in enumerate(folded):
        if len(text) < SHORTEST_REPEAT_CHARS:
            continue
        if text in first:
            found[number] = "the same words stand above"
        else:
            first[text] = number
    holders = _holders(folded, found)
    for number, text in enumerate(folded):
        comparable = SHORTEST_REPEAT_CHARS <= len(text) <= LONGEST_COMPARED_CHARS
        if number not in found and comparable and _is_part(number, text, folded, holders):
            found[number] = "the same words stand in a longer paragraph"
    return found


def _runs(text: str) -> list[str]:
    words = text.strip("\"'„“”»«‚‘’").split(" ")
    return [" ".join(words[at : at + RUN_WORDS]) for at in range(len(words) - RUN_WORDS + 1)]


def _holders(folded: Sequence[str], found: dict[int, str]) -> dict[str, int]:
    """For every run of words, the longest text that holds it."""
    holders: dict[str, int] = {}
    for number, text in enumerate(folded):
        if number in found or len(text) > LONGEST_COMPARED_CHARS:
            continue
        for run in _runs(text):
            if run not in holders or len(folded[holders[run]]) < len(text):
                holders[run] = number
    return holders


def _is_part(number: int, text: str, folded: Sequence[str], holders: dict[str, int]) -> bool:
    inner = _runs(text)[1:-1]
    if len(inner) < 3:
        return False
    elsewhere = [holders[run] for run in inner if holders.get(run, number) != number]
    if len(elsewhere) < WHOLE_SHARE * len(inner):
        return False
    holder = elsewhere[0]
    return len(set(elsewhere)) == 1 and text.strip("\"'„“”»«‚‘’.") in folded[holder]
