"""Sentences of the articles → statements of the dossier: every extract for which the edition has room.

Takes what ``selection`` ranks in each article and what the articles say about each other; reports of one fact become
one statement. In the public edition each asks for room under the cap on quoting, the weightiest first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from itertools import chain, islice

from generator.analysis.agreement.claims import Claim
from generator.analysis.agreement.comparison import backs
from generator.analysis.agreement.corroboration import Comparison, JoinedClaim
from generator.analysis.agreement.duplicates import in_the_same_words
from generator.briefing.candidate import Candidate
from generator.briefing.material import Material
from generator.briefing.selection import rank_extracts
from generator.briefing.showing import Showing
from generator.model import Edition, Origin, Passage, Statement, stable_id

Key = tuple[str, int]  # article and offset of a candidate

PLACES_OF_PLAIN_FOLDER = 2
"""The page of all articles shows so many times as many extracts as the page of a theme."""


def offer(material: Material, comparison: Comparison) -> dict[Key, Candidate]:
    """Every sentence that could be an extract, by article and offset.

    A copy has nothing of its own to say, but for a later count: an agency sends its report again when a toll rises.
    """
    least = _least_of_each(material)
    ranked = _of_originals(material, least=least)
    if short_of := _short_of(ranked, material):
        known = {c.key for c in ranked}
        offered = _of_originals(material, short_of, least)
        most = material.settings.extracts_per_theme
        reserve = _best_of([c for c in offered if c.key not in known], short_of, most)
        ranked = [c for c in offered if c.key in known or c.key in reserve]
    ranked += _of_silent(ranked, material)
    return {c.key: c for c in (*ranked, *_later_counts_in_copies(material, comparison)) if _may_be_shown(c, material)}


def _of_originals(material: Material, short_of: Set[str] = frozenset(), least: int = 0) -> list[Candidate]:
    return [
        candidate
        for name, article in material.articles.items()
        if name not in material.duplicates
        for candidate in rank_extracts(article, material.claims[name], short_of, least)
        if _may_be_shown(candidate, material)
    ]


def _least_of_each(material: Material) -> int:
    """How many extracts each article should give where no editor has said what matters and there are few articles.

    Together there are two for each place on the page of all articles, and one of each article at least. Many articles
    give enough by themselves.
    """
    most = material.settings.extracts_per_theme
    originals = len(material.articles) - len(material.duplicates)
    if not material.is_plain_folder or originals > PLACES_OF_PLAIN_FOLDER * most:
        return 0
    return min(most, -(-PLACES_OF_PLAIN_FOLDER * most // max(originals, 1)))


def _of_silent(ranked: Sequence[Candidate], material: Material) -> list[Candidate]:
    """What the newest of the articles that give nothing say first, until the page of all articles is full."""
    speaking = {candidate.article for candidate in ranked}
    room = PLACES_OF_PLAIN_FOLDER * material.settings.extracts_per_theme - len(speaking)
    if not material.is_plain_folder or room <= 0:
        return []
    silent = [name for name in material.articles if name not in speaking and name not in material.duplicates]
    said = (rank_extracts(material.articles[name], material.claims[name], least=1) for name in reversed(silent))
    telling = ([c for c in candidates if _may_be_shown(c, material)] for candidates in said)
    return list(chain.from_iterable(islice(filter(None, telling), room)))


def _may_be_shown(candidate: Candidate, material: Material) -> bool:
    return bool(candidate.themes) or material.edition is Edition.PRIVATE


def _later_counts_in_copies(material: Material, comparison: Comparison) -> list[Candidate]:
    superseding = comparison.superseding
    copies = sorted({article for article, _ in superseding if article in material.duplicates})
    ranked = (c for name in copies for c in rank_extracts(material.articles[name], material.claims[name]))
    return [candidate for candidate in ranked if _told(candidate, material) in superseding]


def extract(
    candidates: Mapping[Key, Candidate], comparison: Comparison, material: Material, showing: Showing
) -> dict[Key, Statement]:
    """A statement for each candidate that finds room; reports of one fact become one statement.

    Only what is cited counts as a further source, and only if it gives every number and day of the statement: a report
    that finds no room corroborates nothing here.
    """
    reports = {claim.key: group for group in comparison.joined for claim in group.claims}
    disputed, superseded = comparison.disputed, comparison.superseded
    telling = {_told(candidate, material): candidate for candidate in candidates.values()}
    statements: dict[Key, Statement] = {}
    done: set[Key] = set()
    for ranked in _in_turn(candidates.values()):
        group = reports.get(_told(ranked, material))
        while _told(ranked, material) not in done:  # another report may speak for the fact, and this one not back it
            candidate = _shown_of(group, ranked, telling, done, material) if group else ranked
            own, told = material.passage(candidate.article, candidate.start, candidate.end), _told(candidate, material)
            done.add(told)
            if not showing.has_room(own):
                continue
            others = _backing(group, told) if group else []
            done.update(claim.key for claim in others)
            further = [passage for passage in map(material.passage_of, others) if showing.has_room(passage)]
            made = _statement(candidate, own, further, material, told)
            statements[candidate.key] = replace(made, disputed=told in disputed, superseded=told in superseded)
    return _with_related(statements, comparison)


def _short_of(ranked: Iterable[Candidate], material: Material) -> frozenset[str]:
    """Themes on which too few of the articles that name them have their say."""
    speaking: defaultdict[str, set[str]] = defaultdict(set)
    for candidate in ranked:
        for theme in candidate.themes:
            speaking[theme].add(candidate.article)
    wanted = material.settings.extracts_per_theme
    return frozenset(
        theme.id
        for theme in material.vocabulary.themes
        if len(speaking[theme.id]) < min(wanted, len(material.articles_on(theme.id)))
    )


def _best_of(offered: Sequence[Candidate], themes: Iterable[str], most: int) -> frozenset[Key]:
    """For each theme as many of the offered sentences as its page can show, the weightiest first."""
    ordered = sorted(offered, key=lambda c: (not c.plain, -c.score, c.key))
    return frozenset(c.key for theme in themes for c in [c for c in ordered if theme in c.themes][:most])


def _in_turn(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Candidates in the order in which they ask for room: plain reports first, each theme's best before any's second.

    An article's room would else go to the theme on which it says most, and its other themes would fall silent.
    """
    ranked = sorted(candidates, key=lambda c: (not c.plain, -c.score, c.key))
    asked: Counter[tuple[str, str]] = Counter()
    turns: dict[Key, int] = {}
    for candidate in ranked:
        places = [(candidate.article, theme) for theme in candidate.themes or ("",)]
        turns[candidate.key] = min(asked[place] for place in places)
        asked.update(places)
    return sorted(ranked, key=lambda c: (not c.plain, turns[c.key], -c.score, c.key))


def _told(candidate: Candidate, material: Material) -> Key:
    """Article and offset of the sentence that says it: the last one, when one before it was brought along."""
    sentences = material.articles[candidate.article].sentences
    return candidate.article, next(s.start for s in sentences if s.id == candidate.sentences[-1])


def _shown_of(
    group: JoinedClaim, ranked: Candidate, telling: Mapping[Key, Candidate], done: Set[Key], material: Material
) -> Candidate:
    """Of the reports of one fact one in the dossier's language that others back, for a reader understands it.

    Else that whose numbers and days most others give; then one with a date: a reader asks when it was said.
    """
    free = [telling[c.key] for c in group.claims if c.key in telling and c.key not in done]
    fit = [one for one in free if one.plain == ranked.plain and set(ranked.themes) <= set(one.themes)]
    wanted = material.settings.language

    def merit(one: Candidate) -> tuple[bool, int, bool, bool, bool, float]:
        metadata, voices = material.articles[one.article].metadata, len(_backing(group, _told(one, material)))
        own_language = metadata.language == wanted
        return own_language and voices > 0, voices, own_language, bool(metadata.published), one is ranked, one.score

    return max(fit, key=merit, default=ranked)


def _backing(group: JoinedClaim, told: Key) -> list[Claim]:
    """The other reports of a fact that give what this one gives."""
    shown = next(claim for claim in group.claims if claim.key == told)
    return [claim for claim in group.claims if claim is not shown and backs(claim, shown)]


def _statement(
    candidate: Candidate, own: Passage, further: Sequence[Passage], material: Material, told: Key
) -> Statement:
    citations = material.cite(own, *further)
    voices = _voices([c.passage for c in citations], material)
    return Statement(
        id=stable_id("x", own.article, own.exact, str(own.occurrence)),
        text=own.exact,
        language=material.language_of(own),
        origin=Origin.EXTRACT,
        citations=citations,
        themes=candidate.themes,
        attribution=material.speaker(told[0], told[1], own.end),
        corroborated_by=voices - 1,
        theme_words=_theme_words(candidate, material),
    )


def _voices(passages: Sequence[Passage], material: Material) -> int:
    """How many sources say it in words of their own: copies are one, and so is a sentence that two articles print."""
    heard: dict[str, str] = {}
    for passage in passages:
        original = material.duplicates.get(passage.article, passage.article)
        if original not in heard and not any(in_the_same_words(passage.exact, said) for said in heard.values()):
            heard[original] = passage.exact
    return len(heard)


def _theme_words(candidate: Candidate, material: Material) -> tuple[tuple[str, str], ...]:
    """The words of the extract that matched a theme, each once, in the order of the themes."""
    matches = [m for m in material.evidence[candidate.article].themes if m.sentence in candidate.sentences]
    return tuple(dict.fromkeys((m.theme, word) for m in matches for word in m.terms))


def _with_related(statements: dict[Key, Statement], comparison: Comparison) -> dict[Key, Statement]:
    """The same statements, each naming those that look alike without meeting the strict rule."""
    related: defaultdict[Key, dict[str, None]] = defaultdict(dict)
    for one, other in comparison.related:
        if one in statements and other in statements:
            related[one][statements[other].id] = None
            related[other][statements[one].id] = None
    return {key: replace(value, related=tuple(related.get(key, ()))) for key, value in statements.items()}
