"""The timeline: dated sentences that tell what happened, reports of one event together.

Takes the articles, their claims and the copies among them; gives events in order of date. What lies after the
article's own date is a plan: an event only where it still lies ahead of the whole dossier (``planning``). A year beside
a number only says when the number was counted, and a span of years tells of a state. A sentence that leans brings the
one before it along, or is no event. Deterministic and independent of the order of the input.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from generator.analysis.agreement.affairs import of_one_affair
from generator.analysis.agreement.claims import Claim
from generator.analysis.agreement.corroboration import JoinedClaim, distinctive_names
from generator.analysis.agreement.quantities import is_telling_count
from generator.analysis.time.outlook import puts_off
from generator.briefing.dating import is_of_saying, is_of_what_came_first, is_of_words, tells
from generator.briefing.planning import Planning
from generator.briefing.standing import (
    complete_sentences,
    is_of_the_writer,
    needs_support,
    opens_its_paragraph,
    support,
)
from generator.briefing.weighing import grounds_without_a_theme, is_of_a_plain_folder, weight
from generator.edtf import Granularity, granularity, is_day, sort_key
from generator.model import ActorKind, Article, ArticleKind, DateMention

LEAST_WEIGHT = 2.0
"""What an event must carry: a name with a written date, or two names with a weekday."""

LEAST_WEIGHT_OF_A_PLAN = 1.25
"""What a plan must carry: a name with a day or month; there are few of them."""


SPEAKING = (ArticleKind.OPINION, ArticleKind.INTERVIEW)
"""Kinds of article in which somebody speaks; what he says of himself ("We do not know what happened") is no event."""


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """Something that happened, or (``is_ahead``) is planned: EDTF date, the expression that gave it, its sentences.

    ``claims`` are sentences of different articles, the earliest report first; the date is the first one's. ``starts``
    are the offsets at which their passages begin: a leaning sentence brings the one before it along. ``dates`` are what
    each of them says.
    """

    date: str
    expression: str
    claims: tuple[Claim, ...]
    starts: tuple[int, ...]
    dates: tuple[str, ...]
    themes: tuple[str, ...]
    is_ahead: bool = False


Tells = Callable[[DateMention, Claim, str | None], bool]
"""Whether a date of a claim counts, given when its article was published."""


Carries = Callable[[Claim, Sequence[DateMention]], bool]
"""Whether a claim with such dates carries enough to stand by itself."""


@dataclass(frozen=True, slots=True)
class _Report:
    date: DateMention
    claim: Claim
    start: int


@dataclass(frozen=True, slots=True)
class _Grounds:
    """By what reports of one day may be one event: distinctive names, of the corpus and of each whole article, and the
    people and organisations that an article tells of once that day (article, day, name)."""

    distinctive: frozenset[str]
    named: Mapping[str, frozenset[str]]
    once: frozenset[tuple[str, str, str]]


def find_events(
    articles: Sequence[Article],
    claims: Mapping[str, Sequence[Claim]],
    duplicates: Mapping[str, str],
    joined: Sequence[JoinedClaim],
    as_of: str | None = None,
) -> tuple[DatedEvent, ...]:
    """All events, by date, then by article. ``claims`` are those of each article, ``joined`` what states one fact.

    With ``as_of`` (EDTF) what is planned for later than that is among them.
    """
    ordered = sorted(articles, key=lambda a: (sort_key(a.metadata.published or ""), a.file, a.id))
    planning = Planning(as_of)
    told: list[_Report] = []
    planned: list[_Report] = []
    for article in (one for one in ordered if one.id in claims):
        own = claims[article.id]
        told += _reports(article, own, tells, _is_news)
        if planning.concerns(own):
            planned += _reports(article, own, planning.tells, _is_a_plan)
    planned = [report for report in planned if not planning.is_called_off(report.date, report.claim)]
    distinctive = distinctive_names(chain.from_iterable(claims.values()), len(ordered), duplicates)
    events = [
        _event(group, is_ahead=is_ahead)
        for reports, is_ahead in ((told, False), (planned, True))
        for group in _merge(reports, joined, _grounds(reports, claims, distinctive))
        if not _only_copies(group, duplicates)
    ]
    return tuple(sorted(events, key=lambda e: (sort_key(e.date), e.claims[0].key)))


def _grounds(
    reports: Sequence[_Report], claims: Mapping[str, Sequence[Claim]], distinctive: frozenset[str]
) -> _Grounds:
    named = {a: frozenset(key for claim in told for key in claim.name_keys) & distinctive for a, told in claims.items()}
    told = Counter(
        (report.claim.article, report.date.value, name.key)
        for report in reports
        for name in report.claim.names
        if name.kind is not ActorKind.PLACE and name.key in distinctive
    )
    return _Grounds(distinctive, named, frozenset(place for place, times in told.items() if times == 1))


def _reports(article: Article, claims: Sequence[Claim], counts: Tells, carries_enough: Carries) -> Iterator[_Report]:
    """Dated sentences that tell something: each with its most exact dates."""
    complete = complete_sentences(article)
    published = article.metadata.published
    for claim in claims:
        if claim.sentence.id not in complete:
            continue
        told = [date for date in claim.dates if counts(date, claim, published)]
        if article.metadata.kind in SPEAKING and is_of_the_writer(claim):
            continue
        if not carries_enough(claim, told):
            continue
        own = [date for date in told if not is_of_what_came_first(date, claim)] or told
        dates = [date for date in own if not is_of_saying(date, claim)] or own
        finest = max((granularity(date.value) or 0 for date in dates), default=0)
        leans = bool(dates) and _leans(claim, finest)
        before = support(claims, complete, claim, openings=is_of_a_plain_folder(claim)) if leans else None
        if before is not None and any(counts(date, before, published) for date in before.dates):
            continue  # what stands before is an event of its own, on its own day
        if not dates or (leans and (before is None or finest <= Granularity.YEAR)):
            continue
        start = (before or claim).sentence.start
        for date in {date.value: date for date in dates if granularity(date.value) == finest}.values():
            yield _Report(date, claim, start)


def _is_news(claim: Claim, told: Sequence[DateMention]) -> bool:
    return weight(claim) >= LEAST_WEIGHT or _is_news_of_a_day(claim, told) or _says_when(claim, told)


def _is_a_plan(claim: Claim, told: Sequence[DateMention]) -> bool:
    """Where nobody has said what matters, any day ahead is worth knowing: "The decision is due next Monday"."""
    enough = weight(claim) >= LEAST_WEIGHT_OF_A_PLAN or _is_news_of_a_day(claim, told)
    return enough or (bool(told) and is_of_a_plain_folder(claim))


def _is_news_of_a_day(claim: Claim, told: Sequence[DateMention]) -> bool:
    """Whether it opens its article with what happened on a day: "The cabinet passed the bill on Wednesday".

    It names somebody or a theme, be it what all articles have in common.
    """
    if claim.position > 0 or not (claim.names or claim.named_themes):
        return False
    return any(is_day(date.value) and not is_of_saying(date, claim) for date in told)


def _says_when(claim: Claim, told: Sequence[DateMention]) -> bool:
    """Whether it gives a day or a month in digits for something, in a folder where nobody has said what matters.

    It need name nobody who is known: "The council voted for the plan by 22 to 8 on 12 November".
    """
    if not is_of_a_plain_folder(claim) or puts_off(claim.text, claim.language):
        return False
    written = any(any(c.isdigit() for c in date.text) and _is_exact(date) for date in told)
    return written and sum(grounds_without_a_theme(claim).values()) >= LEAST_WEIGHT


def _is_exact(date: DateMention) -> bool:
    return (granularity(date.value) or Granularity.INTERVAL) >= Granularity.MONTH


def _leans(claim: Claim, exactness: int) -> bool:
    """Whether it needs the sentence before; not what opens a paragraph with a day, where nobody has said what matters.

    "The vote was held on 12 November" is clear in the article that it stands in.
    """
    dated = is_of_a_plain_folder(claim) and exactness >= Granularity.MONTH
    return needs_support(claim) and not (dated and opens_its_paragraph(claim))


def _merge(reports: Sequence[_Report], groups: Sequence[JoinedClaim], grounds: _Grounds) -> list[list[_Report]]:
    """Reports of one event, of different articles: a joined claim, or what ``_one_event`` says of one day."""
    group_of = {claim.key: number for number, group in enumerate(groups) for claim in group.claims}
    merged: list[list[_Report]] = []
    by_group: dict[int, list[_Report]] = {}
    by_day_and_thing: defaultdict[tuple[str, str], list[list[_Report]]] = defaultdict(list)
    for report in reports:
        number = group_of.get(report.claim.key, -1)
        places = [(report.date.value, thing) for thing in sorted(_things(report.claim, grounds.distinctive))]
        on_that_day = [event for place in places for event in by_day_and_thing[place]]
        likely = (
            [by_group[number]] if number in by_group else [e for e in on_that_day if _one_event(e, report, grounds)]
        )
        home = next((event for event in likely if _is_new_voice(event, report)), None)
        if home is None:
            home = []
            merged.append(home)
        home.append(report)
        if number >= 0:
            by_group.setdefault(number, home)
        if is_day(report.date.value):
            for place in places:
                if not any(event is home for event in by_day_and_thing[place]):
                    by_day_and_thing[place].append(home)
    return merged


def _things(claim: Claim, distinctive: frozenset[str]) -> frozenset[str]:
    """What a report may share with another one of its day: distinctive names, and numbers of what is counted."""
    return (claim.name_keys & distinctive) | _counts(claim)


def _counts(claim: Claim) -> frozenset[str]:
    """The numbers of what it counts, marked so that none is taken for a name."""
    return frozenset(f"#{figure.value}" for figure in claim.figures if is_telling_count(figure))


def _one_event(event: Sequence[_Report], report: _Report, grounds: _Grounds) -> bool:
    """Two distinctive names in common; or a number of people or things, and one such name, or two of the articles.

    What somebody said of it that day, a warning, is another event than what happened.

    Reports in two languages, whose words cannot be compared, may have one name in common: see ``_told_once``.
    """
    ours, counts = grounds.named[report.claim.article], _counts(report.claim)
    speaks = is_of_words(report.date, report.claim)
    for other in event:
        if speaks is not is_of_words(other.date, other.claim):
            continue
        shared = len(report.claim.name_keys & other.claim.name_keys & ours)
        count = counts & _counts(other.claim)
        if shared >= 2 or (count and (shared or len(ours & grounds.named[other.claim.article]) >= 2)):
            return True
        if report.claim.language != other.claim.language and _told_once(report, other, grounds):
            return True
    return False


def _told_once(report: _Report, other: _Report, grounds: _Grounds) -> bool:
    """Whether two articles on one affair each tell once what somebody did that day, and no count differs."""
    articles = (report.claim.article, other.claim.article)
    counts = (_counts(report.claim), _counts(other.claim))
    names = grounds.named[articles[0]] & grounds.named[articles[1]]
    if not of_one_affair(names, report.claim.published, other.claim.published):
        return False
    if all(counts) and counts[0].isdisjoint(counts[1]):
        return False
    shared = report.claim.name_keys & other.claim.name_keys
    return any(all((article, report.date.value, key) in grounds.once for article in articles) for key in shared)


def _is_new_voice(event: Sequence[_Report], report: _Report) -> bool:
    return all(other.claim.article != report.claim.article for other in event)


def _only_copies(event: Sequence[_Report], duplicates: Mapping[str, str]) -> bool:
    return all(report.claim.article in duplicates for report in event)


def _event(reports: Sequence[_Report], *, is_ahead: bool) -> DatedEvent:
    """The event with the date that most reports give, the earliest report's where they are as many.

    A whole year stands under the themes that a sentence names itself: it may be anything of its surroundings.
    """
    votes = Counter(report.date.value for report in reports)
    date = max(reports, key=lambda r: (granularity(r.date.value) or 0, votes[r.date.value])).date
    claims = tuple(report.claim for report in reports)
    coarse = (granularity(date.value) or Granularity.INTERVAL) <= Granularity.YEAR
    themes = dict.fromkeys(theme for claim in claims for theme in (claim.named_themes if coarse else claim.themes))
    starts, dates = (tuple(report.start for report in reports), tuple(report.date.value for report in reports))
    return DatedEvent(date.value, date.text, claims, starts, dates, tuple(themes), is_ahead)
