"""Articles whose evidence is marked in their text, for tests of everything that compares and chooses.

``@[Vela Works]`` is an organisation, ``@P[Ana Rey]`` a person, ``@L[Orlune]`` a place, ``#[40 tonnes|40 t]`` a figure,
``^[on Friday|2025-03-14]`` a date, ``~[strategy 2030|2030]`` a date that names no event.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from pathlib import Path

from generator.analysis.agreement import corroboration
from generator.analysis.agreement.claims import claims_by_article, claims_of
from generator.analysis.agreement.corroboration import Comparison, JoinedClaim
from generator.briefing import chronology, disagreements, selection
from generator.briefing.candidate import Candidate
from generator.briefing.chronology import DatedEvent
from generator.briefing.disagreements import FoundDisagreement
from generator.model import (
    ActorKind,
    ActorMention,
    Article,
    DateMention,
    Evidence,
    FigureMention,
    Qualifier,
    ThemeMatch,
)
from tests.builders import article

# A mark: "@[name]", "@P[name]", "#[words|value unit]", "^[words|date]".
MARK = re.compile(r"(?P<sign>@P|@L|@|#|\^|~)\[(?P<words>[^\]|]+)(?:\|(?P<value>[^\]]+))?\]")
KINDS = {"@": ActorKind.ORGANISATION, "@P": ActorKind.PERSON, "@L": ActorKind.PLACE}
QUALIFIERS = {">": Qualifier.MORE_THAN, "~": Qualifier.ABOUT, "<": Qualifier.LESS_THAN}


def report(
    *paragraphs: str, identifier: str = "a", themes: Mapping[str, Sequence[str]] | None = None, **metadata: object
) -> tuple[Article, Evidence]:
    """An article and its evidence; ``themes`` gives for a theme the ids of the sentences that name it."""
    plain = [MARK.sub(lambda mark: mark["words"], paragraph) for paragraph in paragraphs]
    built = article(*plain, identifier=identifier, **metadata)
    actors: list[ActorMention] = []
    figures: list[FigureMention] = []
    dates: list[DateMention] = []
    at = 0
    for paragraph, words in zip(paragraphs, plain, strict=True):
        removed = 0
        for mark in MARK.finditer(paragraph):
            start = at + mark.start() - removed
            removed += len(mark[0]) - len(mark["words"])
            end = start + len(mark["words"])
            if mark["sign"] in KINDS:
                name = mark["value"] or mark["words"]
                actors.append(ActorMention(start, end, mark["words"], name, KINDS[mark["sign"]]))
            elif mark["sign"] == "#":
                figures.append(_figure(start, end, mark["words"], mark["value"]))
            else:
                dates.append(DateMention(start, end, mark["words"], mark["value"], mark["sign"] == "^"))
        at += len(words) + 2
    matches = tuple(
        ThemeMatch(sentence, theme, (theme,)) for theme, named in (themes or {}).items() for sentence in named
    )
    return built, Evidence(built.id, matches, tuple(dates), tuple(figures), tuple(actors))


def corpus(*reports: tuple[Article, Evidence]) -> tuple[list[Article], dict[str, Evidence]]:
    """Articles and their evidence by id, as the stages take them."""
    return [built for built, _ in reports], {evidence.article: evidence for _, evidence in reports}


def compare_reports(
    articles: Sequence[Article], evidence: Mapping[str, Evidence], duplicates: Mapping[str, str]
) -> Comparison:
    """What the articles say about each other."""
    return corroboration.compare_reports(articles, claims_by_article(articles, evidence), duplicates)


def join_reports(
    articles: Sequence[Article], evidence: Mapping[str, Evidence], duplicates: Mapping[str, str]
) -> tuple[JoinedClaim, ...]:
    """The sentences that state one fact."""
    return compare_reports(articles, evidence, duplicates).joined


def find_disagreements(
    articles: Sequence[Article], evidence: Mapping[str, Evidence], duplicates: Mapping[str, str]
) -> tuple[FoundDisagreement, ...]:
    """The contradictions between the articles."""
    return disagreements.find_disagreements(compare_reports(articles, evidence, duplicates).conflicts, evidence)


def find_events(
    articles: Sequence[Article],
    evidence: Mapping[str, Evidence],
    duplicates: Mapping[str, str],
    joined: Sequence[JoinedClaim] | None = None,
) -> tuple[DatedEvent, ...]:
    """The events that the articles tell, of facts that are found to be one unless they are given."""
    facts = join_reports(articles, evidence, duplicates) if joined is None else joined
    return chronology.find_events(articles, claims_by_article(articles, evidence), duplicates, facts)


def rank_extracts(article: Article, evidence: Evidence, short_of: Set[str] = frozenset()) -> tuple[Candidate, ...]:
    """The extracts that an article offers."""
    return selection.rank_extracts(article, claims_of(article, evidence), short_of)


def cases(topic: str) -> list[tuple[str, dict[str, list[str]]]]:
    """Blocks of a case file, ``key: value`` lines under a title that begins with ``# ``; a key may repeat."""
    found: list[tuple[str, dict[str, list[str]]]] = []
    for line in (Path(__file__).parent / "cases" / f"{topic}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            found.append((line[2:], {}))
        elif line.strip():
            key, _, value = line.partition(": ")
            found[-1][1].setdefault(key, []).append(value)
    return found


def _figure(start: int, end: int, words: str, value: str) -> FigureMention:
    qualifier = QUALIFIERS.get(value[0], Qualifier.EXACTLY)
    number, _, unit = value.lstrip(">~<").partition(" ")
    return FigureMention(start, end, words, float(number), unit or None, qualifier)


def extracts(*paragraphs: str, **stated: object) -> list[str]:
    """The words of all sentences that an article of marked paragraphs offers as extracts."""
    built, evidence = report(*paragraphs, **stated)  # type: ignore[arg-type] # what a test states of the article
    return [" ".join(built.text[c.start : c.end].split()) for c in rank_extracts(built, evidence)]
