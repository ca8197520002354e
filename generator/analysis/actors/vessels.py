"""Ships: "the ferry Isle of Tarvel" is nobody, whatever else the words of its name may be.

Takes a run of capitals in a sentence; gives the name that stands behind a word for a vessel, as one that does not act.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.analysis.actors.found import Found
from generator.analysis.actors.name_words import NameWords
from generator.analysis.actors.tokens import Token
from generator.analysis.actors.witnesses import OPENING_MARKS, quoted_end
from generator.model import ActorKind


def vessel_name(tokens: Sequence[Token], start: int, end: int, words: NameWords) -> Found | None:
    """The name of a vessel in the run ``[start, end)`` or of one said right before it; none where there is none.

    A title behind such a word begins another name: "the ship Captain Tarvel left".
    """
    for at in range(max(start, 1), end):
        name, called = tokens[at], tokens[at - 1]
        quoted = quoted_end(tokens, at) if name.gap.strip() in OPENING_MARKS else None
        bare = name.follows_closely and not (words.is_title(name) or words.is_organisation_head(name))
        inside = called.is_capital and at > 1 and not (words.nouns_have_capitals or called.is_acronym)
        if (quoted or bare) and not inside and words.is_vessel(called):  # no "Tarvel Ship Canal"
            last = quoted or _with_what_it_is_of(tokens, end, words)
            return Found(at, last, ActorKind.ORGANISATION, sure=False, acts=False)
    return None


def _with_what_it_is_of(tokens: Sequence[Token], end: int, words: NameWords) -> int:
    """The end of a name with a complement: "Isle | of Tarvel"; behind a strange word stands its owner."""
    behind = end + 1
    joined = behind < len(tokens) and words.fold(tokens[end]) in words.complement_words | words.particles
    if not joined or words.is_strange(tokens[end - 1]) or not tokens[behind].is_capital:
        return end
    return behind + 1 if all(token.follows_closely for token in tokens[end : behind + 1]) else end
