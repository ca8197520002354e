"""Names that the analysis recognised in one article and overlooked in another.

An invented or foreign name is often clear in one sentence ("Basvisol, an energy company") and not in the next. Takes
the claims of all articles, gives the same claims with every name that any of them holds and that they print letter
for letter. One pass over the words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.analysis.agreement.claims import WORD, Claim, Name

FEWEST_LETTERS = 5
"""A shorter name is too often something else in another article."""


def share_names(claims: Sequence[Claim]) -> list[Claim]:
    """The same claims in the same order, each with the names that other articles recognised in the same spelling."""
    spellings = _spellings(claims)
    return [_completed(claim, spellings) for claim in claims]


Spellings = Mapping[str, Sequence[tuple[tuple[str, ...], Name]]]


def _spellings(claims: Sequence[Claim]) -> Spellings:
    """Names that no vocabulary knows, by their first word, the longest first."""
    found: dict[tuple[str, ...], Name] = {}
    for claim in claims:
        for name in claim.names:
            words = tuple(WORD.findall(name.spelling))
            if not name.known and words and sum(map(len, words)) >= FEWEST_LETTERS and words[0][:1].isupper():
                found.setdefault(words, name)
    by_first: defaultdict[str, list[tuple[tuple[str, ...], Name]]] = defaultdict(list)
    for words, name in sorted(found.items(), key=lambda entry: (-len(entry[0]), entry[0])):
        by_first[words[0]].append((words, name))
    return by_first


def _completed(claim: Claim, spellings: Spellings) -> Claim:
    matches = list(WORD.finditer(claim.text))
    words = [match[0] for match in matches]
    known = set(claim.name_keys)
    added: list[Name] = []
    at = 0
    while at < len(words):
        spelled, name = _name_at(words, at, spellings)
        if name is not None and name.key not in known:
            known.add(name.key)
            added.append(replace(name, start=claim.sentence.start + matches[at].start()))
        at += max(1, len(spelled))
    return replace(claim, names=(*claim.names, *added)) if added else claim


def _name_at(words: Sequence[str], at: int, spellings: Spellings) -> tuple[tuple[str, ...], Name | None]:
    for spelled, name in spellings.get(words[at], ()):
        if tuple(words[at : at + len(spelled)]) == spelled:
            return spelled, name
    return (), None
