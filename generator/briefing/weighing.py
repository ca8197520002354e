"""What a sentence carries, as a number with its grounds: who, when, how much, and the words of a theme.

Takes a claim; the same weights serve the choice of extracts and the timeline.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.analysis.agreement.claims import Claim
from generator.analysis.agreement.quantities import is_measured
from generator.analysis.themes.proposals import COMMON_THEME
from generator.edtf import Granularity, granularity
from generator.model import DateMention, FigureMention

WEIGHT_OF_A_NAME = 0.75
WEIGHT_OF_A_THEME = 1.5
WEIGHT_OF_A_SIDE_REMARK = 1.25
WEIGHT_OF_A_WORD = 0.75
"""Of a theme that the article keeps to, told of somebody it keeps to, or of others; of a word dropped once."""

MOST_FROM_NAMES = 2.5
MOST_FROM_NUMBERS = 2.0
"""A list of names or numbers does not outweigh a sentence that says when, who and how much."""


def weight(claim: Claim) -> float:
    """Sum of the grounds."""
    return sum(weight for _, weight in sorted(grounds(claim).items()))


def says_something(claim: Claim) -> bool:
    """Whether it names anybody, or a number or day on a theme that an editor chose ("Prices rose by 2 %")."""
    telling = any(_of_figure(figure) > 1 for figure in claim.figures) or any(_of_date(date) > 1 for date in claim.dates)
    return bool(claim.names) or (telling and _is_on_a_theme(claim))


def grounds(claim: Claim) -> Mapping[str, float]:
    """Weights by ground (names, dates, figures, theme); none where the sentence says nothing."""
    if not says_something(claim):
        return {}
    weights = {
        "names": min(MOST_FROM_NAMES, WEIGHT_OF_A_NAME * len(claim.names)),
        "dates": min(MOST_FROM_NUMBERS, sum(_of_date(date) for date in claim.dates)),
        "figures": min(MOST_FROM_NUMBERS, sum(_of_figure(figure) for figure in claim.figures)),
        "theme": _of_themes(claim),
    }
    return {ground: weight for ground, weight in weights.items() if weight}


def _is_on_a_theme(claim: Claim) -> bool:
    return bool(set(claim.named_themes) - {COMMON_THEME})


def _of_themes(claim: Claim) -> float:
    """For words of a theme that an editor chose; what all articles have in common distinguishes no sentence."""
    if set(claim.sustained_themes) - {COMMON_THEME}:
        return WEIGHT_OF_A_THEME if any(name.recurs for name in claim.names) else WEIGHT_OF_A_SIDE_REMARK
    return WEIGHT_OF_A_WORD if _is_on_a_theme(claim) else 0.0


def _of_date(date: DateMention) -> float:
    """A written date says when; "on Monday" says it to those who know the day, "this winter" hardly."""
    exactness = granularity(date.value) or Granularity.INTERVAL
    if any(character.isdigit() for character in date.text):
        return 1.5 if exactness >= Granularity.MONTH else 1.0
    return 0.75 if exactness is Granularity.DAY else 0.5


def _of_figure(figure: FigureMention) -> float:
    """Digits, money or a measure make a figure; "two" and "eine" hardly do."""
    telling = is_measured(figure.unit) or any(character.isdigit() for character in figure.text)
    return 1.5 if telling else 0.5
