"""The timeline: dated sentences that tell what happened, reports of one event together.

Takes the articles, their evidence and the copies among them; gives events in order of date. Deterministic and
independent of the order of the input.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.analysis.claims import Claim, claims_of
from generator.analysis.corroboration import JoinedClaim, join_reports
from generator.briefing.standing import complete_sentences
from generator.model import Article, DateMention, Evidence


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """Something that happened: EDTF date, the expression that gave it, and the sentences that report it.

    ``claims`` are sentences of different articles, the earliest report first; ``date`` is the most exact one.
    """

    date: str
    expression: str
    claims: tuple[Claim, ...]
    themes: tuple[str, ...]


def find_events(
    articles: Sequence[Article],
    evidence: Mapping[str, Evidence],
    duplicates: Mapping[str, str],
    joined: Sequence[JoinedClaim] | None = None,
) -> tuple[DatedEvent, ...]:
    """All events, by date, then by article. ``joined`` spares the work where reports are joined already."""
    groups = join_reports(articles, evidence, duplicates) if joined is None else joined
    group_of = {claim.key: group for group in groups for claim in group.claims}
    ordered = sorted(articles, key=lambda a: (a.metadata.published or "9999", a.file, a.id))
    events: list[DatedEvent] = []
    done: set[tuple[str, int]] = set()
    for article in ordered:
        if article.id not in evidence:
            continue
        complete = complete_sentences(article)
        for claim in claims_of(article, evidence[article.id]):
            if claim.key in done or claim.sentence.id not in complete or (date := _event_date(claim)) is None:
                continue
            group = group_of.get(claim.key)
            claims = group.claims if group is not None else (claim,)
            if group is None and article.id in duplicates:
                continue
            done.update(c.key for c in claims)
            themes = tuple(dict.fromkeys(theme for c in claims for theme in c.themes))
            events.append(DatedEvent(date.value, date.text, claims, themes))
    return tuple(sorted(events, key=lambda e: (e.date, e.claims[0].key)))


def _event_date(claim: Claim) -> DateMention | None:
    """The date of what the sentence tells, if it tells something that happened."""
    if not claim.names:
        return None
    dates = [date for date in claim.dates if date.names_event]
    return dates[0] if dates else None
