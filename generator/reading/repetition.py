"""Which paragraphs of an article only say again what another one says: repeats, pull quotes, a lead set twice."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import accumulate

SHORTEST_REPEAT_CHARS = 40
LONGEST_COMPARED_CHARS = 20_000
RUN_WORDS = 5
# A part has so many words at least, and is looked for by its rarest word of this length
FEWEST_WORDS, KEY_CHARS = 9, 4
# In a text up to this length each paragraph is looked for in all of it before any word is
TOGETHER_BYTES = 100_000
QUOTES = "\"'„“”»«‚‘’"
PUNCTUATION = QUOTES + "."
WHOLE_SHARE = 0.97
FEWEST_PARTS, SAID_SHARE = 3, 0.9
# How often a text stands that is a label, how long one may be without question, and how much of the rest long ones are
OFTEN = 3
LONG_LABEL_CHARS = 60
LABELS_SHARE = 0.2
# So many characters of a text are looked for before all of it is: from a hundred on Python looks a third faster
SOUGHT_CHARS = 100
# Texts that are alike begin alike, which is quicker to see
BEGINNING_CHARS = 20


def repeated(texts: Sequence[str]) -> dict[int, str]:
    """Numbers (from 0) of the folded texts whose words stand in another one, each with the reason. No words are lost:

    of equal texts the first stays; of a part and its whole the whole; of a whole that is nothing but parts the parts.
    """
    folded = [text.casefold() for text in texts]
    first: dict[str, int] = {}
    found: dict[int, str] = {}
    for number, text in enumerate(folded):
        if len(text) < SHORTEST_REPEAT_CHARS:
            continue
        if text in first:
            found[number] = "the same words stand above"
        else:
            first[text] = number
    once = _begin_once(folded)
    compared = once is not None
    held = [n for n, text in enumerate(folded) if n not in found and len(text) <= LONGEST_COMPARED_CHARS]
    holders = {} if compared else _holders(folded, held)
    parts: dict[int, list[int]] = {}
    for number in held:
        text = folded[number]
        if len(text) < SHORTEST_REPEAT_CHARS or (once is not None and number in once):
            continue
        whole = _whole_of(number, folded, held if compared else _holding(text, holders))
        # Of two that differ in their marks alone, only one is the other's part
        if whole is not None and whole not in parts.get(number, ()):
            parts.setdefault(whole, []).append(number)
    for whole, numbers in parts.items():
        if whole not in found and _says_nothing_else(whole, numbers, folded):
            found[whole] = "the same words stand in several paragraphs"
        else:
            found |= dict.fromkeys(numbers, "the same words stand in a longer paragraph")
    return found


def _begin_once(folded: Sequence[str]) -> frozenset[int] | None:
    """Numbers of the texts that begin as no other one of their length or longer goes on anywhere: most of them do.

    What begins so stands in no other text. Absent where all texts are too much to be looked through for each of them.
    """
    by_length = sorted(range(len(folded)), key=lambda number: -len(folded[number]))
    written = [folded[number].encode("utf-8", "surrogatepass") for number in by_length]
    together = b"\n".join(written)  # bytes are searched faster than characters
    if len(together) > TOGETHER_BYTES:
        return None
    ends = list(accumulate(len(text) + 1 for text in written))
    lengths = [-len(folded[number]) for number in by_length]
    once = set()
    for number in by_length:
        if len(folded[number]) < SHORTEST_REPEAT_CHARS:
            break  # nothing is said of those
        core = folded[number].strip(PUNCTUATION)
        sought = core[:SOUGHT_CHARS].encode("utf-8", "surrogatepass")
        longer = ends[bisect_right(lengths, -len(core)) - 1]
        if together.count(sought, 0, longer) == 1:
            once.add(number)
    return frozenset(once)


def _says_nothing_else(whole: int, parts: Sequence[int], folded: Sequence[str]) -> bool:
    """Whether a paragraph is several others in one, as where layout glued a whole article into a line of its own."""
    if len(parts) < FEWEST_PARTS:
        return False
    elsewhere = {run for number, text in enumerate(folded) if number != whole for run in _runs(text)}
    runs = _runs(folded[whole])
    said = bytearray(len(runs) + RUN_WORDS - 1)
    for at, run in enumerate(runs):
        if run in elsewhere:
            said[at : at + RUN_WORDS] = b"\x01" * RUN_WORDS
    return said.count(1) >= SAID_SHARE * len(said)


def _runs(text: str) -> list[str]:
    words = text.strip(QUOTES).split(" ")
    return [" ".join(words[at : at + RUN_WORDS]) for at in range(len(words) - RUN_WORDS + 1)]


def _holders(folded: Sequence[str], held: Sequence[int]) -> dict[str, list[int]]:
    """For every longer word the texts that hold it."""
    holders: dict[str, list[int]] = {}
    for number in held:
        for word in set(folded[number].split(" ")):
            if len(word) >= KEY_CHARS:
                holders.setdefault(word, []).append(number)
    return holders


def _holding(text: str, holders: Mapping[str, list[int]]) -> list[int]:
    """The texts that hold the rarest word of this one."""
    return min((holders[word] for word in _inner(text) if word in holders), key=len, default=[])


def _inner(text: str) -> list[str]:
    """The longer words of a text without those at its edges, which may stand in other punctuation elsewhere."""
    return [word for word in text.strip(PUNCTUATION).split(" ")[1:-1] if len(word) >= KEY_CHARS]


def _whole_of(number: int, folded: Sequence[str], among: Sequence[int]) -> int | None:
    """The number of the longest of some texts that holds all words of this one; ``None`` where none does."""
    core = folded[number].strip(PUNCTUATION)
    if len(core.split(" ")) < FEWEST_WORDS or not _inner(core):
        return None
    wholes = [n for n in among if n != number and len(folded[n]) > len(core) and core in folded[n]]
    return max(wholes, key=lambda n: (len(folded[n]), -n), default=None)


def stands_often(texts: Sequence[str]) -> frozenset[int]:
    """Numbers of the folded texts that stand at least three times, as labels between paragraphs do ("Article content").

    Long ones only where they are few beside the rest: a page that holds its article three times repeats all of it.
    """
    beginnings = Counter(text[:BEGINNING_CHARS].casefold()[:BEGINNING_CHARS] for text in texts)
    if max(beginnings.values(), default=0) < OFTEN:
        return frozenset()
    folded = [text.casefold() for text in texts]
    counts = Counter(folded)
    often = {text for text, count in counts.items() if count >= OFTEN}
    if not often:
        return frozenset()
    long = {text for text in often if len(text) >= LONG_LABEL_CHARS}
    if sum(map(len, long)) > LABELS_SHARE * sum(len(text) for text in counts if len(text) >= LONG_LABEL_CHARS):
        often -= long
    return frozenset(number for number, text in enumerate(folded) if text in often)
