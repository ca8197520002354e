"""What an article still tells where it has few weighty sentences: so that each one of a plain folder has its say.

Takes an article with its claims; gives sentences that stand by themselves, the most telling first. For folders that no
editor has given themes: nobody has said what matters there, and a note on a bus line names nobody who is known.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.analysis.agreement.claims import Claim
from generator.briefing.standing import (
    complete_sentences,
    is_half,
    is_of_the_writer,
    needs_support,
    opens_its_paragraph,
)
from generator.briefing.weighing import grounds_without_a_theme, tells_nothing
from generator.model import Article, ArticleKind

WEIGHT_OF_AN_OPENING = 1.5
"""Of a report's first sentence; it falls with each sentence before."""

WEIGHT_LOST_BY_LEANING = 1.0
"""By a sentence that speaks of "the council", which its article has named: one that says itself of what comes first."""

PLAIN = (None, ArticleKind.NEWS, ArticleKind.ANALYSIS)
"""Kinds of article that begin with what they are about."""

SHORT_ARTICLE = 8
"""Sentences of an article that has no room for a mood before its news."""


def further_claims(article: Article, claims: Sequence[Claim], taken: Sequence[Claim], least: int) -> list[Claim]:
    """Sentences beside those ``taken``, so that there are ``least`` if the article has as many; with 0 there are none.

    They have a number or a day, or say what happened. The first sentence of a plain report is one in any case, if it
    names anybody or anything or the report is short: it tells the news. What a writer says of himself is none.
    """
    if least <= 0:
        return []
    complete = complete_sentences(article)
    known = {claim.position for claim in taken}
    own = [c for c in claims if c.position not in known and c.sentence.id in complete and _stands(c)]
    telling = [claim for claim in own if not tells_nothing(claim) and grounds_without_a_theme(claim)]
    plain = article.metadata.kind in PLAIN
    short = len(article.sentences) <= SHORT_ARTICLE
    opening = [c for c in own[:1] if plain and c.position == 0 and (short or grounds_without_a_theme(c))]
    ranked = sorted(telling, key=lambda claim: (-_merit(claim, plain=plain), claim.position))
    most = max(least - len(taken), len(opening))
    return [*opening, *(claim for claim in ranked if claim not in opening)][:most]


def _stands(claim: Claim) -> bool:
    clear = not needs_support(claim) or opens_its_paragraph(claim)
    return clear and not (is_half(claim) or is_of_the_writer(claim))


def _merit(claim: Claim, *, plain: bool) -> float:
    opening = WEIGHT_OF_AN_OPENING / (1 + claim.position) if plain else 0.0
    leaning = WEIGHT_LOST_BY_LEANING if needs_support(claim) else 0.0
    return sum(grounds_without_a_theme(claim).values()) + opening - leaning
