"""What a sentence carries, as a number with its grounds: who, when, how much, and the words of a theme.

Takes a claim; the same weights serve the choice of extracts and the timeline, which takes the past too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.analysis.agreement.claims import Claim, Name
from generator.analysis.agreement.counted import is_measured
from generator.analysis.language.patterns import claim_pattern
from generator.analysis.themes.proposals import COMMON_THEME
from generator.edtf import Granularity, earliest, granularity, is_day, latest
from generator.model import ActorKind, DateMention, FigureMention

WEIGHT_OF_A_NAME = 0.75
WEIGHT_OF_A_PLACE = 0.5
"""Of anybody named, and, in the choice of what is shown as news, of a place: who acts tells more than where."""

WEIGHT_OF_A_THEME = 1.5
WEIGHT_OF_A_SIDE_REMARK = 1.25
WEIGHT_OF_A_WORD = 0.75
"""Of a theme that the article keeps to, told of somebody it keeps to, or of others; of a word dropped once."""

MOST_FROM_NAMES = 2.25
MOST_FROM_NUMBERS = 2.0
"""A list of names or numbers does not outweigh a sentence that says when, who and how much."""

WEIGHT_LOST_BY_BACKGROUND = 1.0
"""By a sentence that tells only of what happened years before the report; with enough to tell it still speaks."""

ENOUGH_ACTING = 2
"""So many people and organisations in one sentence make the place of it part of the news."""

WEIGHT_OF_AN_ACT = 0.4
"""Of a word for what was decided or happened: "Police arrested two men"."""

A_HANDFUL = 5
"""A number above it tells how many, though it is written as a word: "Eleven people were taken to hospital"."""

YEARS_OF_NEWS = 3
"""What happened longer before the report is its background: it says when, but not what is new."""


def weight(claim: Claim) -> float:
    """Sum of the grounds."""
    return sum(weight for _, weight in sorted(grounds(claim).items()))


def says_something(claim: Claim) -> bool:
    """Whether it names anybody, or a number or day on a theme that an editor chose ("Prices rose by 2 %").

    A weekday is enough in the first sentence, which tells the news: "The cabinet passed the bill on Wednesday."
    """
    telling = any(_of_figure(figure) > 1 for figure in claim.figures) or any(
        _of_date(date) > 1 or (claim.position == 0 and is_day(date.value)) for date in claim.dates
    )
    return bool(claim.names) or (telling and _is_on_a_theme(claim))


def is_of_a_plain_folder(claim: Claim) -> bool:
    """Whether no editor has given themes: all articles have one in common then, and nobody has said what matters."""
    return COMMON_THEME in claim.themes


def is_remark(claim: Claim) -> bool:
    """Whether it only drops names, on no theme of an editor's: it tells nothing, and of nobody named again.

    "The minister praised her colleague in Cairo on Tuesday" is news where the article speaks of one of them.
    """
    return not _is_on_a_theme(claim) and not any(name.recurs for name in claim.names) and tells_nothing(claim)


def tells_nothing(claim: Claim) -> bool:
    """Whether it has no number, no written day, and no word for what was decided or happened.

    These words are ``happened`` of ``[claims]``; where a language has none, nobody can say.
    """
    unknown = claim_pattern(claim.language, "happened") is None
    if unknown or _says_what_happened(claim) or claim.denies or claim.admits:
        return False
    return not any(_of_figure(figure) > 1 for figure in claim.figures) and not any(map(_is_written, claim.dates))


def _says_what_happened(claim: Claim) -> bool:
    happened = claim_pattern(claim.language, "happened")
    return happened is not None and happened.search(claim.text) is not None


def news_grounds(claim: Claim) -> Mapping[str, float]:
    """The grounds on which a sentence is shown as news: who acts tells more than where, and the past alone is none."""
    weights = grounds(claim)
    return _as_news(claim, weights) if weights else weights


def grounds_without_a_theme(claim: Claim) -> Mapping[str, float]:
    """The same, of a sentence that need name nobody and no theme: "Work on the wall starts on 3 May"."""
    return _as_news(claim, _weights(claim))


def _as_news(claim: Claim, weights: Mapping[str, float]) -> Mapping[str, float]:
    weights = dict(weights)
    weights["names"] = min(MOST_FROM_NAMES, _of_names(claim.names))
    weights["happened"] = WEIGHT_OF_AN_ACT if _says_what_happened(claim) else 0.0
    if _is_background(claim):
        weights["background"] = -WEIGHT_LOST_BY_BACKGROUND
    return {ground: weight for ground, weight in weights.items() if weight}


def grounds(claim: Claim) -> Mapping[str, float]:
    """Weights by ground (names, dates, figures, theme); none where the sentence says nothing."""
    return _weights(claim) if says_something(claim) else {}


def _weights(claim: Claim) -> Mapping[str, float]:
    weights = {
        "names": min(MOST_FROM_NAMES, WEIGHT_OF_A_NAME * len(claim.names)),
        "dates": min(MOST_FROM_NUMBERS, sum(_of_date(date) for date in claim.dates)),
        "figures": min(MOST_FROM_NUMBERS, sum(_of_figure(figure) for figure in claim.figures)),
        "theme": _of_themes(claim),
    }
    return {ground: weight for ground, weight in weights.items() if weight}


def _is_background(claim: Claim) -> bool:
    """Whether all its dates lie years before the report, as far as they are known."""
    reported = earliest(claim.published)
    ends = [latest(date.value) for date in claim.dates]
    if reported is None or not ends:
        return False
    return all(ended is not None and ended.year < reported.year - YEARS_OF_NEWS for ended in ends)


def _is_on_a_theme(claim: Claim) -> bool:
    return bool(set(claim.named_themes) - {COMMON_THEME})


def _of_themes(claim: Claim) -> float:
    """For words of a theme that an editor chose; what all articles have in common distinguishes no sentence."""
    if set(claim.sustained_themes) - {COMMON_THEME}:
        return WEIGHT_OF_A_THEME if any(name.recurs for name in claim.names) else WEIGHT_OF_A_SIDE_REMARK
    return WEIGHT_OF_A_WORD if _is_on_a_theme(claim) else 0.0


def _of_names(names: Sequence[Name]) -> float:
    """A place counts in full where two act in it, such as somebody and the company that appoints him."""
    places = sum(name.kind is ActorKind.PLACE for name in names)
    acting = len(names) - places
    of_a_place = WEIGHT_OF_A_NAME if acting >= ENOUGH_ACTING else WEIGHT_OF_A_PLACE
    return WEIGHT_OF_A_NAME * acting + of_a_place * places


def _of_date(date: DateMention) -> float:
    """A written date says when; "on Monday" says it to those who know the day, "this winter" hardly."""
    exactness = granularity(date.value) or Granularity.INTERVAL
    if _is_written(date):
        return 1.5 if exactness >= Granularity.MONTH else 1.0
    return 0.75 if is_day(date.value) else 0.5


def _is_written(date: DateMention) -> bool:
    return any(character.isdigit() for character in date.text)


def _of_figure(figure: FigureMention) -> float:
    """Digits, money or a measure make a figure, and a number beyond a handful; "two" and "eine" hardly do."""
    value = figure.value if isinstance(figure.value, tuple) else (figure.value,)
    telling = is_measured(figure.unit) or any(character.isdigit() for character in figure.text)
    telling = telling or max(value) > A_HANDFUL
    return 1.5 if telling else 0.5
