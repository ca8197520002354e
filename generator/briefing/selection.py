"""Which sentences of the articles become extracts, and which of them open a theme page.

``rank_extracts`` takes one article with its evidence and gives every sentence that carries something, alone or with
the sentence it leans on. ``choose`` takes the extracts of one theme and gives the few that open its page: near the
centre of the theme, early in their article, with dates and figures, unlike each other (maximal marginal relevance),
at most two an article while others have something to say. Neither depends on the order of the files.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.analysis.claims import Claim, claims_of
from generator.analysis.similarity import Vector, centroid, likeness, rarities, stems, vector
from generator.briefing.standing import leans, readable
from generator.model import Article, ArticleKind, Evidence

LEAST_WEIGHT = 3.0
"""What a sentence must carry to be an extract: about two names with a date or a figure."""

VARIETY = 0.7
"""Lambda of maximal marginal relevance (Carbonell and Goldstein 1998): weight of relevance against novelty."""

PER_ARTICLE = 2
"""Extracts of one article on a page, while other articles have something to say."""

NOT_PLAIN_REPORT = frozenset(
    {ArticleKind.OPINION, ArticleKind.PARTNER, ArticleKind.SPONSORED, ArticleKind.PRESS_RELEASE}
)
"""Kinds of article that are shown after plain reports."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An extract: one sentence, or two consecutive ones, of an article.

    ``start`` and ``end`` are offsets into the article's text; ``sentences`` their ids; ``parts`` what each ground
    added to the score; ``reasons`` the same in words; ``plain`` is false for opinion, partner and press material.
    """

    article: str
    start: int
    end: int
    sentences: tuple[str, ...]
    themes: tuple[str, ...]
    parts: Mapping[str, float]
    reasons: tuple[str, ...] = ()
    words: tuple[str, ...] = field(default=(), repr=False)
    position: int = 0
    plain: bool = True

    @property
    def score(self) -> float:
        """Sum of the parts."""
        return sum(self.parts[ground] for ground in sorted(self.parts))

    @property
    def key(self) -> tuple[str, int]:
        """Article and offset of the first sentence: a stable order."""
        return (self.article, self.start)


def rank_extracts(article: Article, evidence: Evidence) -> tuple[Candidate, ...]:
    """Every extract that the article offers, the weightiest first."""
    claims = claims_of(article, evidence)
    found = [c for claim in claims if (c := _candidate(article, evidence, claims, claim)) is not None]
    return tuple(sorted(found, key=lambda c: (-c.score, c.start)))


def choose(
    candidates: Sequence[Candidate],
    articles: Mapping[str, Article],
    limit: int,
    voices: Mapping[tuple[str, int], int] | None = None,
) -> tuple[Candidate, ...]:
    """At most ``limit`` extracts of one theme, in the order in which a page shows them.

    ``voices`` says, by a candidate's key, how many independent articles report the same fact.
    """
    ordered = sorted(candidates, key=lambda c: (articles[c.article].metadata.published or "", c.article, c.start))
    vectors = _vectors(ordered)
    middle = centroid([vectors[c.key] for c in ordered])
    worth = {c.key: _worth(c, vectors[c.key], middle, (voices or {}).get(c.key, 1)) for c in ordered}
    chosen: list[Candidate] = []
    for plain in (True, False):
        _fill(chosen, [c for c in ordered if c.plain is plain], worth, vectors, limit)
    return tuple(chosen)


def _candidate(article: Article, evidence: Evidence, claims: Sequence[Claim], claim: Claim) -> Candidate | None:
    if not readable(claim.text, claim.language):
        return None
    parts = _parts(claim)
    if sum(parts.values()) < LEAST_WEIGHT:
        return None
    taken = [claim]
    if leans(claim.text, claim.language):
        before = _sentence_before(article, claims, claim)
        if before is None:
            return None
        taken = [before, claim]
    return Candidate(
        article=article.id,
        start=taken[0].sentence.start,
        end=claim.sentence.end,
        sentences=tuple(c.sentence.id for c in taken),
        themes=tuple(dict.fromkeys(theme for c in taken for theme in c.themes)),
        parts=parts,
        reasons=tuple(sorted(parts)),
        words=stems(word for c in taken for word in c.words),
        position=taken[0].position,
        plain=article.metadata.kind not in NOT_PLAIN_REPORT,
    )


def _sentence_before(article: Article, claims: Sequence[Claim], claim: Claim) -> Claim | None:
    """The sentence before in the same paragraph, if it stands by itself."""
    if claim.position == 0:
        return None
    before = claims[claim.position - 1]
    paragraph = claim.sentence.id.split("-")[0]
    if before.sentence.id.split("-")[0] != paragraph:
        return None
    if not readable(before.text, before.language) or leans(before.text, before.language):
        return None
    return before


def _parts(claim: Claim) -> dict[str, float]:
    """What a sentence carries: names, dates, figures, a theme's own words."""
    names = sum(1.0 if name.known else 0.75 for name in claim.names)
    dates = sum(1.5 if len(date.value) >= 7 else 1.0 for date in claim.dates)
    figures = sum(1.5 if any(c.isdigit() for c in figure.text) else 0.5 for figure in claim.figures)
    parts = {"names": min(names, 2.5), "dates": min(dates, 2.0), "figures": min(figures, 2.0)}
    if claim.themes:
        parts["theme"] = 1.0
    return {ground: weight for ground, weight in parts.items() if weight} if claim.names else {}


def _vectors(candidates: Sequence[Candidate]) -> Mapping[tuple[str, int], Vector]:
    rarity = rarities([c.words for c in candidates])
    return {c.key: vector(c.words, rarity) for c in candidates}


def _worth(candidate: Candidate, own: Vector, middle: Vector, voices: int) -> float:
    early = 1.0 / (1.0 + candidate.position)
    return likeness(own, middle) + 0.5 * early + 0.08 * candidate.score + 0.3 * min(voices - 1, 3)


def _fill(
    chosen: list[Candidate],
    offered: Sequence[Candidate],
    worth: Mapping[tuple[str, int], float],
    vectors: Mapping[tuple[str, int], Vector],
    limit: int,
) -> None:
    """Add the best of ``offered`` one by one, each judged against those already chosen."""
    left = list(offered)
    while left and len(chosen) < limit:
        counts = Counter(c.article for c in chosen)
        free = [c for c in left if counts[c.article] < PER_ARTICLE] or left
        best = max(free, key=lambda c: (_marginal(c, chosen, worth, vectors), c.article, -c.start))
        chosen.append(best)
        left = [c for c in left if c.key != best.key]


def _marginal(
    candidate: Candidate,
    chosen: Sequence[Candidate],
    worth: Mapping[tuple[str, int], float],
    vectors: Mapping[tuple[str, int], Vector],
) -> float:
    nearest = max((likeness(vectors[candidate.key], vectors[c.key]) for c in chosen), default=0.0)
    return VARIETY * worth[candidate.key] - (1 - VARIETY) * nearest
