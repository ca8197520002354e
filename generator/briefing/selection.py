"""Which sentences of the articles become extracts, and which of them open a theme page.

``rank_extracts`` takes one article with its claims and gives every sentence that carries something, alone or with
the sentence it leans on. ``choose`` takes the extracts of one theme and gives the few that open its page: near the
centre of the theme, early in an article that keeps to it, with dates and figures, unlike each other (maximal marginal
relevance), at most two an article while others have something to say. Neither depends on the order of the files.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set

from generator.analysis.agreement.claims import Claim
from generator.analysis.language.similarity import Centre, Vector, likeness, rarities, vector
from generator.analysis.themes.proposals import COMMON_THEME
from generator.briefing.candidate import Candidate, candidate_of, merit
from generator.briefing.further import further_claims
from generator.briefing.standing import complete_sentences, is_half, is_of_the_writer, needs_support, support
from generator.briefing.weighing import is_remark, says_something
from generator.edtf import sort_key
from generator.model import Article, ArticleKind

LEAST_WEIGHT = 3.0
"""What a sentence must carry to be an extract: about two names with a date or a figure."""

VARIETY = 0.7
"""Lambda of maximal marginal relevance (Carbonell and Goldstein 1998): weight of relevance against novelty."""

SAME_WORDS = 0.6
"""An extract so like one already chosen says nothing new, and the page stays shorter."""

PER_ARTICLE = 2
"""Extracts of one article on a page, while other articles have something to say."""

NEWEST = 0.2
"""What the newest article's extracts have before the oldest's: less than a second source that says the same gives."""

READABLE = 0.2
OPENING = 0.3
"""What an extract in the dossier's own language has before another, and more of it for the first place of a page: it
opens with what its reader understands."""

FIRST, NEWEST_OPENS = 0.2, 0.6
"""What a report's first sentence has before its others where each article speaks first, as it tells the news, and what
the newest article has before the oldest for the first place of such a page."""

OVERTAKEN = 0.4
"""What an extract loses that tells only of a day to come, where later articles appeared after it."""

QUIET = 0.3
"""What an extract loses that tells of nothing that happened, without a number or a day: "People wait in the rain"."""

SLOWLY = 0.5
"""Share of what a first sentence is worth, where an article does not begin with the news."""

FEW_EXTRACTS = 3
"""A page with fewer also takes what articles say of its theme in passing: one sentence of many."""

LONG_ARTICLE = 10
EARLY = 3
SENTENCES_TO_A_REMARK = 25
"""Sentences of an article from which a single one is a remark, those at its head that are none, and how many there are
to each that names the theme where all of them are remarks."""


SPEAKING = frozenset({ArticleKind.OPINION, ArticleKind.INTERVIEW})
"""Kinds of article in which somebody speaks: "We paid 3 million" is nobody's there but his."""


def rank_extracts(
    article: Article, claims: Sequence[Claim], short_of: Set[str] = frozenset(), least: int = 0
) -> tuple[Candidate, ...]:
    """Every extract that the article offers, the weightiest first; none of them overlaps another.

    A leaning sentence brings the one before along, unless that is an extract by itself: two facts are two extracts.

    ``short_of`` are themes of which too few extracts are known: for each of them that the article names, its best
    sentence on it is offered whatever it weighs, if it names anybody or a number. ``least`` is how many extracts
    are wanted of an article where no editor has given themes, if it has as many that stand; see ``further``.
    """
    complete = complete_sentences(article)
    whole = [c for c in claims if c.sentence.id in complete and says_something(c) and not is_half(c)]
    speaks = article.metadata.kind in SPEAKING
    standing = [claim for claim in whole if not (speaks and is_of_the_writer(claim))]
    telling = [claim for claim in standing if claim.position < EARLY or not is_remark(claim)]
    wanted = [claim for claim in telling if merit(claim, editors_alone=True) >= LEAST_WEIGHT]
    wanted += _best_on(short_of, standing, wanted)
    further = further_claims(article, claims, wanted, least)
    focus = Counter(theme for claim in claims for theme in claim.named_themes)
    found: dict[int, Candidate] = {}
    for claim in sorted([*wanted, *further], key=lambda claim: claim.position):
        if not needs_support(claim) or claim in further:
            found[claim.position] = candidate_of(article, (claim,), focus)
            continue
        before = support(claims, complete, claim)
        if before is not None and before.position not in found:
            found[before.position] = candidate_of(article, (before, claim), focus)
    return tuple(sorted(found.values(), key=lambda c: (-c.score, c.start)))


def choose(  # noqa: PLR0913 - what a page knows of its extracts, each from another stage
    candidates: Sequence[Candidate],
    articles: Mapping[str, Article],
    limit: int,
    voices: Mapping[tuple[str, int], int] | None = None,
    theme: str = "",
    language: str = "",
    *,
    each_first: bool = False,
) -> tuple[Candidate, ...]:
    """At most ``limit`` extracts of one theme, in the order in which a page shows them.

    ``voices`` says, by a candidate's key, how many independent articles report the same fact; ``language`` is the
    reader's. With ``each_first`` each article speaks before any speaks twice. An article that is no plain
    report never has more than its share.
    """
    ordered = sorted(candidates, key=lambda c: (articles[c.article].metadata.published or "", c.article, c.start))
    vectors = _vectors(ordered)
    near = _nearness(ordered, articles, vectors)
    recent = _recency(ordered, articles)
    newest = max((one.metadata.published or "" for one in articles.values()), default="")
    readable = {one.id: READABLE * (one.metadata.language == language) for one in articles.values()}
    worth = {
        c.key: _worth(c, near[c.key], theme, (voices or {}).get(c.key, 1))
        + NEWEST * recent[c.article]
        + readable[c.article]
        + FIRST * (each_first and c.position == 0 and c.reports)
        - OVERTAKEN * (bool(c.planned) and c.planned <= newest)
        for c in ordered
    }
    kept_to = [c for c in ordered if not _in_passing(c, articles[c.article], theme)]
    chosen: list[Candidate] = []
    for per_article in (1, PER_ARTICLE, limit) if each_first or theme == COMMON_THEME else (PER_ARTICLE, limit):
        for plain in (True, False):
            most = per_article if plain else min(per_article, PER_ARTICLE)
            _fill(chosen, [c for c in kept_to if c.plain is plain], worth, vectors, limit, most)
    for plain in (True, False):
        offered = [c for c in ordered if c.plain is plain]
        _fill(chosen, offered, worth, vectors, min(limit, FEW_EXTRACTS), PER_ARTICLE)
    newly = {c.key: NEWEST_OPENS * recent[c.article] if each_first else 0.0 for c in chosen}
    opening = max(
        chosen, key=lambda c: (c.plain, worth[c.key] + OPENING * bool(readable[c.article]) + newly[c.key]), default=None
    )
    return _in_order(chosen, opening, articles)


def _in_order(
    chosen: Sequence[Candidate], opening: Candidate | None, articles: Mapping[str, Article]
) -> tuple[Candidate, ...]:
    """The opening first, then the newest; what is no plain report last."""
    days = {c.key: sort_key(articles[c.article].metadata.published or "0001") for c in chosen}
    newest_first = sorted(chosen, key=lambda c: days[c.key], reverse=True)
    return tuple(sorted(newest_first, key=lambda c: (c is not opening, not c.plain)))


def _recency(candidates: Sequence[Candidate], articles: Mapping[str, Article]) -> Mapping[str, float]:
    """For each article how new it is among those that speak, from 0 to 1 by their days; a half where nobody knows."""
    days = sorted({day for c in candidates if (day := articles[c.article].metadata.published)}, key=sort_key)
    rank = {day: place / max(len(days) - 1, 1) for place, day in enumerate(days)}
    return {c.article: rank.get(articles[c.article].metadata.published or "", 0.5) for c in candidates}


def _in_passing(candidate: Candidate, article: Article, theme: str) -> bool:
    """Whether the article drops the theme in this one sentence or in a few of very many, and not at its head."""
    length = len(article.sentences)
    if theme in ("", COMMON_THEME) or candidate.position < EARLY or length < LONG_ARTICLE:
        return False
    named = candidate.focus.get(theme, 0)
    return named <= 1 or named * SENTENCES_TO_A_REMARK < length


def _best_on(themes: Set[str], standing: Sequence[Claim], wanted: Sequence[Claim]) -> list[Claim]:
    """For each of the themes that no wanted sentence serves: the weightiest sentence that names it and stands alone."""
    served = {theme for claim in wanted if not needs_support(claim) for theme in claim.themes}
    best: dict[int, Claim] = {}
    for theme in sorted(themes - served):
        naming = [claim for claim in standing if theme in claim.named_themes and not needs_support(claim)]
        if naming:
            claim = max(naming, key=lambda claim: (merit(claim), -claim.position))
            best[claim.position] = claim
    return list(best.values())


def _nearness(
    candidates: Sequence[Candidate], articles: Mapping[str, Article], vectors: Mapping[tuple[str, int], Vector]
) -> Mapping[tuple[str, int], float]:
    """How near each extract is to the centre of the others of its language, against what is usual in the language.

    Words of another language would only say which language has most. An extract that is alone in its language is
    neither near nor far: nothing is known of it.
    """
    by_language: defaultdict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        by_language[articles[candidate.article].metadata.language].append(candidate)
    near: dict[tuple[str, int], float] = {}
    for same in by_language.values():
        middle = Centre.of([vectors[c.key] for c in same])
        likenesses = {c.key: middle.likeness_of(vectors[c.key]) for c in same}
        usual = sum(likenesses.values()) / len(likenesses)
        near |= {key: value / usual if usual else 1.0 for key, value in likenesses.items()}
    return near


def _vectors(candidates: Sequence[Candidate]) -> Mapping[tuple[str, int], Vector]:
    rarity = rarities([c.words for c in candidates])
    return {c.key: vector(c.words, rarity) for c in candidates}


def _worth(candidate: Candidate, nearness: float, theme: str, voices: int) -> float:
    """How well an extract opens the page of a theme; a sentence about the theme before one carried by others.

    What all articles have in common tells no article about it from another.
    """
    early = (1.0 if candidate.reports else SLOWLY) / (1.0 + candidate.position)
    named = candidate.focus.get(theme, 0) if theme != COMMON_THEME else 0
    about = 0.2 + 0.3 * (named - 1) / (named + 1) if named else 0.0
    quiet = QUIET if candidate.quiet else 0.0
    return 0.3 * nearness + 0.5 * early + 0.08 * candidate.score + 0.3 * min(voices - 1, 3) + about - quiet


def _fill(
    chosen: list[Candidate],
    offered: Sequence[Candidate],
    worth: Mapping[tuple[str, int], float],
    vectors: Mapping[tuple[str, int], Vector],
    limit: int,
    per_article: int,
) -> None:
    """Add the best of ``offered`` one by one, each judged against those already chosen."""
    taken = {c.key for c in chosen}
    nearest = {c.key: max((likeness(vectors[c.key], vectors[o.key]) for o in chosen), default=0.0) for c in offered}
    counts = Counter(c.article for c in chosen)
    while len(chosen) < limit:
        new = (c for c in offered if c.key not in taken and nearest[c.key] < SAME_WORDS)
        free = [c for c in new if counts[c.article] < per_article]
        if not free:
            return
        best = max(free, key=lambda c: (_margin(worth[c.key], nearest[c.key]), c.article, -c.start))
        chosen.append(best)
        taken.add(best.key)
        counts[best.article] += 1
        for c in free:
            nearest[c.key] = max(nearest[c.key], likeness(vectors[c.key], vectors[best.key]))


def _margin(worth: float, nearest: float) -> float:
    """Maximal marginal relevance."""
    return VARIETY * worth - (1 - VARIETY) * nearest
