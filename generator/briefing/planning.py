"""What is planned for a day that is still to come: which of a sentence's dates say so, and which plans were dropped.

Takes a date with the claim that it stands in, and the day after which something lies ahead of the whole dossier. Only
what is sure counts: a day, days of one month, a month or a quarter, told in an article of a known date as what will be.
What is denied, demanded, conditional or only possible is no plan, nor is one that an article calls off or puts off.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Day  # noqa: N812 - "date" is a mention here, as in its neighbours
from datetime import timedelta

from generator import languages
from generator.analysis.agreement.claims import Claim
from generator.analysis.language.patterns import claim_pattern
from generator.analysis.time.context import Outlook
from generator.analysis.time.outlook import has_past_verb, outlook, puts_off
from generator.briefing.dating import follows, is_meant_for, is_of_what_came_first
from generator.edtf import Granularity, earliest, granularity, is_day, latest
from generator.model import DateMention
from generator.reading.heads.datelines import dateline_end

SURE = (Granularity.DAY, Granularity.MONTH, Granularity.QUARTER)
LONGEST_SPAN = timedelta(days=31)
NEAR = timedelta(days=120)
"""Without a verb that looks ahead, a day without its year is surely the next one only if it is this near."""

YEAR_CHARS = 4


class Planning:
    """Tells what lies ahead of one day, and remembers what the articles call off."""

    def __init__(self, as_of: str | None) -> None:
        """``as_of`` is the day (EDTF) after which something lies ahead; with none nothing does."""
        self._today = latest(as_of) if as_of else None
        self._called_off: list[tuple[str, Claim]] = []

    def concerns(self, claims: Sequence[Claim]) -> bool:
        """Whether an article names a day ahead; what it calls off is remembered."""
        named = [(date, claim) for claim in claims for date in claim.dates if self._is_to_come(date)]
        for date, claim in named:
            if _calls_off(claim) and not _is_put_off_to(date, claim):
                self._called_off.append((date.value, claim))
        return bool(named)

    def tells(self, date: DateMention, claim: Claim, published: str | None) -> bool:
        """Whether the sentence tells that something is planned for the date, which is sure and still to come."""
        begins, known_until = earliest(date.value), latest(published) if published else None
        if begins is None or known_until is None or begins <= known_until or not self._is_to_come(date):
            return False
        of_the_text = date.names_event and date.end - claim.sentence.start > dateline_end(claim.text)
        if not of_the_text or not _is_sure(date.value) or _is_doubtful(claim):
            return False
        if _calls_off(claim) or _outlook(date, claim) is Outlook.PUT_OFF:
            return _outlook(date, claim) is Outlook.PUT_OFF
        if follows(("until", "as_of"), date, claim) or is_of_what_came_first(date, claim):
            return False
        return self._will_be(date, claim) or _can_only_be_next(date, claim, begins, known_until)

    def _will_be(self, date: DateMention, claim: Claim) -> bool:
        """Whether a verb looks ahead to it, and not to the day that the plan had before.

        "Was due to begin on 2 October, will now start on 9 October" tells of the 9th alone.
        """
        if _outlook(date, claim) not in (Outlook.AHEAD, Outlook.DUE):
            return False
        others = (one for one in claim.dates if one.value != date.value and self._is_to_come(one))
        return not _looks_back_too(date, claim) or all(_looks_back_too(other, claim) for other in others)

    def is_called_off(self, date: DateMention, claim: Claim) -> bool:
        """Whether a sentence of the same article, or one with a name in common, calls off what is planned for it."""
        return any(
            value == date.value and (other.article == claim.article or other.name_keys & claim.name_keys)
            for value, other in self._called_off
        )

    def _is_to_come(self, date: DateMention) -> bool:
        begins = earliest(date.value)
        return self._today is not None and begins is not None and begins > self._today


def _is_sure(value: str) -> bool:
    """Whether it is a day, month or quarter, or a span of a few days, and nothing about it is in doubt."""
    if any(mark in value for mark in "~?%"):
        return False
    if granularity(value) in SURE:
        return True
    begins, ends = earliest(value), latest(value)
    days = all(map(is_day, value.split("/")))
    return days and begins is not None and ends is not None and ends - begins < LONGEST_SPAN


def _can_only_be_next(date: DateMention, claim: Claim, begins: Day, known_until: Day) -> bool:
    """Whether no verb looks back, and the date can only be the next one: "on 19 May 2026", "on 19 May" of an April."""
    explained = _outlook(date, claim) in (Outlook.AHEAD, Outlook.DUE, Outlook.BACK)
    if explained or is_meant_for(date, claim) or follows(("of_a_day",), date, claim):
        return False
    if date.value[:YEAR_CHARS] in date.text:
        return True
    if any(character.isdigit() for character in date.text):
        return begins - known_until <= NEAR
    days = languages.mapping(claim.language, "dates", "days").get(date.text.casefold())  # "tomorrow"
    return isinstance(days, int) and days > 0


def _outlook(date: DateMention, claim: Claim) -> Outlook:
    start, end = date.start - claim.sentence.start, date.end - claim.sentence.start
    month = granularity(date.value) is Granularity.MONTH
    return outlook(claim.text, start, end, claim.language, month=month)


def _looks_back_too(date: DateMention, claim: Claim) -> bool:
    start, end = date.start - claim.sentence.start, date.end - claim.sentence.start
    return has_past_verb(claim.text, start, end, claim.language)


def _is_doubtful(claim: Claim) -> bool:
    """Whether it is denied, demanded, conditional or only possible."""
    return claim.denies or _says("doubtful_plans", claim)


def _calls_off(claim: Claim) -> bool:
    """Whether the sentence says that something is not to be, or not then."""
    return puts_off(claim.text, claim.language) or _says("called_off", claim)


def _says(key: str, claim: Claim) -> bool:
    words = claim_pattern(claim.language, key)
    return words is not None and words.search(claim.text) is not None


def _is_put_off_to(date: DateMention, claim: Claim) -> bool:
    return _outlook(date, claim) is Outlook.PUT_OFF
