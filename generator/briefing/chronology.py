"""The timeline: dated sentences that tell what happened, reports of one event together.

Takes the articles, their evidence and the copies among them; gives events in order of date. What lies after the
article's own date is a plan and no event; a year beside a number only says when the number was counted, and a span of
years tells of a state. A sentence that leans brings the one before it along, or is no event. Deterministic and
independent of the order of the input.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from generator import languages
from generator.analysis.agreement.claims import Claim, claims_of
from generator.analysis.agreement.corroboration import JoinedClaim, distinctive_names, join_reports
from generator.analysis.agreement.quantities import is_telling_count
from generator.analysis.time.context import Outlook
from generator.analysis.time.outlook import outlook
from generator.briefing.standing import complete_sentences, dateline_end, leans, support
from generator.briefing.weighing import weight
from generator.edtf import Granularity, earliest, granularity, latest, sort_key
from generator.model import Article, DateMention, Evidence, FigureMention

BESIDE = 20
"""Characters within which a date belongs to a figure or to a word of being born."""


WORDS_TO_THE_VERB = 2
"""Within so many words before a date a verb of saying belongs to it: "said on Tuesday", "said late on Tuesday" not."""

# Where a clause ends: "…, said the mayor", "… (on Monday)".
CLAUSE_END = re.compile(r"[,;:()]|\s[–—-]\s")

LEAST_WEIGHT = 2.0
"""What an event must carry: a name with a written date, or two names with a weekday."""


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """Something that happened: EDTF date, the expression that gave it, and the sentences that report it.

    ``claims`` are sentences of different articles, the earliest report first; the date is the first one's. ``starts``
    are the offsets at which their passages begin: a leaning sentence brings the one before it along.
    """

    date: str
    expression: str
    claims: tuple[Claim, ...]
    starts: tuple[int, ...]
    themes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Report:
    date: DateMention
    claim: Claim
    start: int


def find_events(
    articles: Sequence[Article],
    evidence: Mapping[str, Evidence],
    duplicates: Mapping[str, str],
    joined: Sequence[JoinedClaim] | None = None,
) -> tuple[DatedEvent, ...]:
    """All events, by date, then by article. ``joined`` spares the work where reports are joined already."""
    groups = join_reports(articles, evidence, duplicates) if joined is None else joined
    ordered = sorted(articles, key=lambda a: (sort_key(a.metadata.published or ""), a.file, a.id))
    reports = [report for a in ordered if a.id in evidence for report in _reports(a, evidence[a.id])]
    merged = _merge(reports, groups, distinctive_names([r.claim for r in reports], len(ordered), duplicates))
    events = [_event(group) for group in merged if not _only_copies(group, duplicates)]
    return tuple(sorted(events, key=lambda e: (sort_key(e.date), e.claims[0].key)))


def _reports(article: Article, evidence: Evidence) -> Iterator[_Report]:
    """Dated sentences that tell something: each with its most exact dates."""
    complete = complete_sentences(article)
    published = article.metadata.published
    claims = claims_of(article, evidence)
    for claim in claims:
        if claim.sentence.id not in complete or weight(claim) < LEAST_WEIGHT:
            continue
        told = [date for date in claim.dates if _tells(date, claim, published)]
        dates = [date for date in told if not _is_of_saying(date, claim)] or told
        finest = max((granularity(date.value) or 0 for date in dates), default=0)
        before = support(claims, complete, claim) if dates and leans(claim) else None
        if before is not None and any(_tells(date, before, published) for date in before.dates):
            continue  # what stands before is an event of its own, on its own day
        if not dates or (leans(claim) and (before is None or finest <= Granularity.YEAR)):
            continue
        start = (before or claim).sentence.start
        for date in {date.value: date for date in dates if granularity(date.value) == finest}.values():
            yield _Report(date, claim, start)


def _tells(date: DateMention, claim: Claim, published: str | None) -> bool:
    """Whether something happened then: no strategy's name, not ahead of the article, not merely a figure's year."""
    if not date.names_event or date.end - claim.sentence.start <= dateline_end(claim.text):
        return False
    begins, known_until = earliest(date.value), latest(published) if published else None
    if begins is not None and known_until is not None and begins > known_until:
        return False
    if granularity(date.value) in (Granularity.DECADE, Granularity.CENTURY):
        return False
    if _is_vague(date, claim) or _follows(("until", "as_of"), date, claim) or _is_state(date, claim):
        return False
    return not (_is_birth(date, claim) or _only_qualifies(date, claim) or _may_happen(date, claim))


def _is_vague(date: DateMention, claim: Claim) -> bool:
    """Whether it says "nowadays": a whole year without a number ("this year"), a today on which nothing happened."""
    if any(character.isdigit() for character in date.text):
        return False
    if granularity(date.value) is Granularity.YEAR:
        return True
    today = [word for word, days in languages.mapping(claim.language, "dates", "days").items() if days == 0]
    if date.text.casefold() not in today:
        return False
    start, end = date.start - claim.sentence.start, date.end - claim.sentence.start
    return outlook(claim.text, start, end, claim.language, clause_only=True) is not Outlook.BACK


def _follows(keys: Sequence[str], date: DateMention, claim: Claim) -> bool:
    """Whether words of these kinds stand right before it: "bis zum 8. August", "(Stand Mai 2024)"."""
    before = claim.text[: date.start - claim.sentence.start]
    patterns = (_right_before(key, claim.language) for key in keys)
    return any(pattern is not None and pattern.search(before) for pattern in patterns)


def _is_state(date: DateMention, claim: Claim) -> bool:
    """Whether something lasted: a span of more than a year ("1957 to 1971"), or since a year or a decade."""
    exactness = granularity(date.value) or Granularity.INTERVAL
    first, last = earliest(date.value), latest(date.value)
    if exactness is Granularity.INTERVAL and first and last and last.year > first.year + 1:
        return True
    before = claim.text[: date.start - claim.sentence.start].split()[-2:]
    near = {word.casefold() for word in (*before, *date.text.split()[:1])}
    since = {words.split()[0] for words in languages.words(claim.language, "dates", "since")}
    behind = _since_behind(claim.language)
    lasts = behind is not None and behind.match(claim.text, date.end - claim.sentence.start) is not None
    return exactness <= Granularity.YEAR and (lasts or not since.isdisjoint(near))


def _may_happen(date: DateMention, claim: Claim) -> bool:
    """Whether the words around a day without a number say what could be: "storms could hit the coast on Saturday"."""
    modal = _modal(claim.language)
    if modal is None or granularity(date.value) is not Granularity.DAY or any(c.isdigit() for c in date.text):
        return False
    start, end = date.start - claim.sentence.start, date.end - claim.sentence.start
    clause = CLAUSE_END.split(claim.text[:start])[-1] + CLAUSE_END.split(claim.text[end:])[0]
    told = modal.sub("", clause)
    return told != clause and outlook(told, 0, 0, claim.language, clause_only=True) is not Outlook.BACK


def _is_of_saying(date: DateMention, claim: Claim) -> bool:
    """Whether a verb of saying stands right beside a date: "ran aground on Monday, the coastguard said on Tuesday"."""
    start, end = date.start - claim.sentence.start, date.end - claim.sentence.start
    before = CLAUSE_END.split(claim.text[:start])[-1].split()[-WORDS_TO_THE_VERB:]
    behind = CLAUSE_END.split(claim.text[end:])[0].split()[:1]
    verbs = {verb.casefold() for verb in languages.words(claim.language, "names", "speech_verbs")}
    return not verbs.isdisjoint(word.strip(".").casefold() for word in (*before, *behind))


def _is_birth(date: DateMention, claim: Claim) -> bool:
    """Whether words of being born stand beside the date: "Der 1955 geborene Heusgen …"."""
    start, end = date.start - claim.sentence.start, date.end - claim.sentence.start
    around = claim.text[max(0, start - BESIDE) : end + BESIDE]
    births = _words("births", claim.language)
    return births is not None and births.search(around) is not None


def _only_qualifies(date: DateMention, claim: Claim) -> bool:
    """Whether a year or a span of years belongs to a figure ("2016-2020 bijna 70 %") or to a noun.

    To a noun belongs what stands alone in brackets, "(1927-2014)", and a year behind an article, "the 2018 contract",
    or behind a word like one, "their 2018 campaign".
    """
    exactness = granularity(date.value) or Granularity.INTERVAL
    if exactness > Granularity.YEAR:
        return False
    start, end = date.start - claim.sentence.start, date.end - claim.sentence.start
    before = claim.text[:start]
    if before.endswith("(") and claim.text[end:].startswith(")"):
        return True
    articles = [word for key in ("definite", "determiners") for word in languages.words(claim.language, "claims", key)]
    if exactness is Granularity.YEAR and before.split()[-1:] and before.split()[-1].casefold() in articles:
        return True
    gaps = (min(abs(f.start - date.end), abs(date.start - f.end)) for f in claim.figures)
    return min(gaps, default=BESIDE + 1) <= BESIDE


@cache
def _right_before(key: str, language: str) -> re.Pattern[str] | None:
    """A word of ``[claims] key`` at the end of what stands before a date, with what may stand between."""
    found = languages.words(language, "claims", key)
    return re.compile(rf"(?<!\w)(?:{'|'.join(found)})\s*$", re.IGNORECASE) if found else None


@cache
def _since_behind(language: str) -> re.Pattern[str] | None:
    """ "Since" as some languages put it, behind the date and its ending: Turkish "2019'dan beri"."""
    found = languages.words(language, "claims", "since_behind")
    return re.compile(rf"\S*\s+(?:{'|'.join(found)})(?!\w)", re.IGNORECASE) if found else None


@cache
def _modal(language: str) -> re.Pattern[str] | None:
    """What could or will be, with the two words after it: "could be affected"."""
    found = languages.words(language, "claims", "modal")
    return re.compile(rf"(?<!\w)(?:{'|'.join(found)})(?:\s\w+){{0,2}}", re.IGNORECASE) if found else None


@cache
def _words(key: str, language: str) -> re.Pattern[str] | None:
    found = languages.words(language, "claims", key)
    return re.compile(r"(?<!\w)(?:" + "|".join(found) + r")(?!\w)", re.IGNORECASE) if found else None


def _merge(
    reports: Sequence[_Report], groups: Sequence[JoinedClaim], distinctive: frozenset[str]
) -> list[list[_Report]]:
    """Reports of one event, of different articles: a joined claim, or what ``_one_event`` says of one day."""
    group_of = {claim.key: number for number, group in enumerate(groups) for claim in group.claims}
    named: defaultdict[str, set[str]] = defaultdict(set)
    for report in reports:
        named[report.claim.article] |= report.claim.name_keys & distinctive
    merged: list[list[_Report]] = []
    by_group: dict[int, list[_Report]] = {}
    by_day_and_thing: defaultdict[tuple[str, str], list[list[_Report]]] = defaultdict(list)
    for report in reports:
        number = group_of.get(report.claim.key, -1)
        places = [(report.date.value, thing) for thing in sorted(_things(report.claim, distinctive))]
        on_that_day = [event for place in places for event in by_day_and_thing[place]]
        likely = [by_group[number]] if number in by_group else [e for e in on_that_day if _one_event(e, report, named)]
        home = next((event for event in likely if _is_new_voice(event, report)), None)
        if home is None:
            home = []
            merged.append(home)
        home.append(report)
        if number >= 0:
            by_group.setdefault(number, home)
        if granularity(report.date.value) is Granularity.DAY:
            for place in places:
                if not any(event is home for event in by_day_and_thing[place]):
                    by_day_and_thing[place].append(home)
    return merged


def _things(claim: Claim, distinctive: frozenset[str]) -> set[str]:
    """What a report may share with another one of its day: distinctive names, and numbers of what is counted."""
    return {*(claim.name_keys & distinctive), *map(_count, filter(is_telling_count, claim.figures))}


def _count(figure: FigureMention) -> str:
    return f"#{figure.value}"


def _one_event(event: Sequence[_Report], report: _Report, named: Mapping[str, set[str]]) -> bool:
    """Two distinctive names in common; or a number of people or things, and two such names of the whole articles."""
    ours = set(named[report.claim.article])
    counts = set(map(_count, filter(is_telling_count, report.claim.figures)))
    for other in event:
        theirs = named[other.claim.article]
        if len(report.claim.name_keys & other.claim.name_keys & ours) >= 2:
            return True
        same_count = not counts.isdisjoint(map(_count, filter(is_telling_count, other.claim.figures)))
        if same_count and len(ours & theirs) >= 2:
            return True
    return False


def _is_new_voice(event: Sequence[_Report], report: _Report) -> bool:
    return all(other.claim.article != report.claim.article for other in event)


def _only_copies(event: Sequence[_Report], duplicates: Mapping[str, str]) -> bool:
    return all(report.claim.article in duplicates for report in event)


def _event(reports: Sequence[_Report]) -> DatedEvent:
    """The event with the date that most reports give, the earliest report's where they are as many.

    A whole year stands under the themes that a sentence names itself: it may be anything of its surroundings.
    """
    votes = Counter(report.date.value for report in reports)
    date = max(reports, key=lambda r: (granularity(r.date.value) or 0, votes[r.date.value])).date
    claims = tuple(report.claim for report in reports)
    coarse = (granularity(date.value) or Granularity.INTERVAL) <= Granularity.YEAR
    themes = dict.fromkeys(theme for claim in claims for theme in (claim.named_themes if coarse else claim.themes))
    return DatedEvent(date.value, date.text, claims, tuple(report.start for report in reports), tuple(themes))
