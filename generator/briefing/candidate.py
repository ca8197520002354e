"""An extract that an article offers: one sentence or two, and what it carries.

Takes the claims that tell it; gives a ``Candidate`` with the grounds of its weight.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.analysis.agreement.claims import Claim
from generator.analysis.language.similarity import stems
from generator.analysis.themes.proposals import COMMON_THEME
from generator.briefing.dating import is_of_saying
from generator.briefing.standing import continues
from generator.briefing.weighing import grounds_without_a_theme, news_grounds, tells_nothing
from generator.edtf import Granularity, earliest, granularity, latest
from generator.model import Article, ArticleKind

WEIGHT_OF_A_LEAD = 1.5
"""Of a theme named in an article's first sentence; it falls with each sentence before it. The lead is hard to beat."""

NOT_PLAIN_REPORT = frozenset(
    {ArticleKind.OPINION, ArticleKind.PARTNER, ArticleKind.SPONSORED, ArticleKind.PRESS_RELEASE}
)
"""Kinds of article that are shown after plain reports."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An extract: one sentence of an article, or two: the last one tells, the first one is what it leans on.

    ``start`` and ``end`` are offsets into the article's text; ``sentences`` their ids; ``parts`` says what each ground
    (names, dates, figures, theme, happened, lead, background, continues) adds to the score; ``focus`` counts, for each
    theme that it names itself, the article's sentences that name it; ``plain`` is false for opinion, partner and press
    material, ``reports`` also for analyses and interviews, which seldom begin with the news; ``quiet`` is true where it
    tells of nothing that happened; ``planned`` is the last day (EDTF) of those that it names, if all were to come.
    """

    article: str
    start: int
    end: int
    sentences: tuple[str, ...]
    themes: tuple[str, ...]
    parts: Mapping[str, float]
    focus: Mapping[str, int] = field(default_factory=dict)
    words: tuple[str, ...] = field(default=(), repr=False)
    position: int = 0
    plain: bool = True
    reports: bool = True
    quiet: bool = False
    planned: str = ""

    @property
    def score(self) -> float:
        """Sum of the parts."""
        return sum(self.parts[ground] for ground in sorted(self.parts))

    @property
    def key(self) -> tuple[str, int]:
        """Article and offset of the first sentence: a stable order."""
        return (self.article, self.start)


def candidate_of(article: Article, claims: Sequence[Claim], focus: Mapping[str, int]) -> Candidate:
    """An extract of one sentence, or of a leaning one after its support; the last one is what counts."""
    parts = dict(news_grounds(claims[-1]) or grounds_without_a_theme(claims[-1]))
    if lead := _lead(claims[-1]):
        parts["lead"] = lead
    if continues(claims[0]):
        parts["continues"] = -0.5
    return Candidate(
        article=article.id,
        start=claims[0].sentence.start,
        end=claims[-1].sentence.end,
        sentences=tuple(claim.sentence.id for claim in claims),
        themes=tuple(dict.fromkeys(theme for claim in claims for theme in claim.themes)),
        parts=parts,
        focus={theme: focus[theme] for claim in claims for theme in claim.named_themes},
        words=stems(word for claim in claims for word in claim.words),
        position=claims[0].position,
        plain=article.metadata.kind not in NOT_PLAIN_REPORT,
        reports=article.metadata.kind in (None, ArticleKind.NEWS),
        quiet=(claims[-1].position > 0 or not claims[-1].dates) and tells_nothing(claims[-1]),
        planned=_planned(claims[-1]),
    )


def merit(claim: Claim, *, editors_alone: bool = False) -> float:
    """What a sentence carries, and that it opens its article with the theme."""
    return sum(news_grounds(claim).values()) + _lead(claim, editors_alone=editors_alone)


def _lead(claim: Claim, *, editors_alone: bool = False) -> float:
    """Weight of standing at the head of the article and naming a theme, or one that an editor chose."""
    themes = set(claim.named_themes) - ({COMMON_THEME} if editors_alone else set())
    return WEIGHT_OF_A_LEAD / (1 + claim.position) if themes else 0.0


def _planned(claim: Claim) -> str:
    """The last day of a sentence of which all days were to come when it appeared; empty if none was, or it is new."""
    reported = latest(claim.published) if claim.published else None
    own = [date for date in claim.dates if not is_of_saying(date, claim)]  # "…, the ministry said on Monday"
    begins = [earliest(date.value) for date in own if granularity(date.value) is Granularity.DAY]
    if reported is None or not begins or len(begins) < len(own):
        return ""
    days = [day for day in begins if day is not None and day > reported]
    return max(days).isoformat() if len(days) == len(begins) else ""
