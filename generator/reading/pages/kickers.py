"""The name of a section right beside the title of a page, which says more than the page's plain ``NewsArticle``.

Most sites declare every article so, comments and interviews too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.model import ArticleKind, Line, LineRole, Metadata

BESIDE_NEWS = frozenset({ArticleKind.OPINION, ArticleKind.ANALYSIS, ArticleKind.INTERVIEW})
BELOW_A_KICKER = frozenset({LineRole.BYLINE, LineRole.DATELINE, LineRole.BODY})
ABOVE_THE_TEXT = frozenset({LineRole.BYLINE, LineRole.DATELINE})


def with_kicker(declared: Metadata, stated: Metadata, lines: Sequence[Line]) -> Metadata:
    """What the page declares, with the kind that its title or a line beside it states where the page says only news.

    Below a title a button can be called like a section ("Comment"): a kicker has a byline, a date or the text below it.
    """
    number = stated.origin_of("kind").line
    if declared.kind is not ArticleKind.NEWS or stated.kind not in BESIDE_NEWS or number is None:
        return declared
    at = number - 1
    before, behind = (lines[place].role if 0 <= place < len(lines) else None for place in (at - 1, at + 1))
    opens_text = before in ABOVE_THE_TEXT and behind is LineRole.BODY
    below_title = before is LineRole.TITLE and behind in BELOW_A_KICKER
    if LineRole.TITLE in (lines[at].role, behind) or below_title or opens_text:
        return replace(declared, kind=stated.kind, origins={**declared.origins, "kind": stated.origin_of("kind")})
    return declared
