"""Which of a sentence's dates say when something happened.

Takes a date with the claim that it stands in. A plan is none, nor a state that lasts, a birth, a year that belongs to a
figure or a name, the day of a dateline or the day on which somebody said so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from generator import languages
from generator.analysis.agreement.claims import Claim
from generator.analysis.language.patterns import claim_pattern
from generator.analysis.language.temporal_words import temporal_words
from generator.analysis.time.context import Outlook
from generator.analysis.time.outlook import outlook
from generator.analysis.time.years import is_link
from generator.briefing.standing import QUOTED
from generator.edtf import Granularity, earliest, granularity, is_day, latest
from generator.model import DateMention
from generator.reading.heads.datelines import dateline_end

BESIDE = 20
"""Characters within which a date belongs to a figure or to a word of being born."""


WORDS_TO_THE_VERB = 2
"""Within so many words before a date a verb of saying belongs to it: "said on Tuesday", "said late on Tuesday" not."""

WORDS_BEHIND_A_DENIAL = 3
"""A day is that of the denial within so many words from where it begins: "denied it on Monday that …"."""

# Where a clause ends: "…, said the mayor", "… (on Monday)".
CLAUSE_END = re.compile(r"[,;:()]|\s[–—-]\s")


def tells(date: DateMention, claim: Claim, published: str | None) -> bool:
    """Whether something happened then: no strategy's name, not ahead of the article, not merely a figure's year."""
    if not date.names_event or date.end - claim.sentence.start <= dateline_end(claim.text):
        return False
    begins, known_until = earliest(date.value), latest(published) if published else None
    if begins is not None and known_until is not None and begins > known_until:
        return False
    if granularity(date.value) in (Granularity.DECADE, Granularity.CENTURY):
        return False
    if _is_vague(date, claim) or follows(("until", "as_of"), date, claim) or _is_state(date, claim):
        return False
    if _is_a_limit(date, claim) or _is_a_year_in_a_quotation(date, claim):
        return False
    beside = _is_birth(date, claim) or _only_qualifies(date, claim) or _is_of_another(date, claim)
    beside = beside or _is_of_a_thing(date, claim) or is_meant_for(date, claim)
    beside = beside or _is_denied(date, claim) or _is_of_a_statement(date, claim)
    return not (beside or _may_happen(date, claim))


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


def follows(keys: Sequence[str], date: DateMention, claim: Claim) -> bool:
    """Whether words of these kinds stand right before it: "bis zum 8. August", "(Stand Mai 2024)"."""
    before = claim.text[: date.start - claim.sentence.start]
    patterns = (claim_pattern(claim.language, key, behind=r"\s*$") for key in keys)
    return any(pattern is not None and pattern.search(before) for pattern in patterns)


def _is_a_limit(date: DateMention, claim: Claim) -> bool:
    """Whether a word for "before" stands right before it: „eine Entscheidung vor Februar gilt als unwahrscheinlich“."""
    before = [word.casefold() for word in claim.text[: date.start - claim.sentence.start].split()[-2:]]
    if before and before[-1] in languages.word_set(claim.language, "words", "definite_articles"):
        before.pop()
    return bool(before) and before[-1] in languages.words(claim.language, "dates", "ahead_of")


def _is_a_year_in_a_quotation(date: DateMention, claim: Claim) -> bool:
    """Whether somebody only mentions a year: "We do not want to see 2023 again", she said."""
    start = date.start - claim.sentence.start
    quoted = any(words.start() < start < words.end() for words in QUOTED.finditer(claim.text))
    return quoted and granularity(date.value) is Granularity.YEAR


def _is_state(date: DateMention, claim: Claim) -> bool:
    """Whether something lasted: a span of more than a year ("1957 to 1971"), or since a year or a decade."""
    exactness = granularity(date.value) or Granularity.INTERVAL
    first, last = earliest(date.value), latest(date.value)
    if exactness is Granularity.INTERVAL and first and last and last.year > first.year + 1:
        return True
    before = claim.text[: date.start - claim.sentence.start].split()[-2:]
    near = {word.casefold() for word in (*before, *date.text.split()[:1])}
    since = {words.split()[0] for words in languages.words(claim.language, "dates", "since")}
    # Turkish "2019'dan beri" has "since" behind the date and its ending
    behind = claim_pattern(claim.language, "since_behind", before=r"\S*\s+")
    lasts = behind is not None and behind.match(claim.text, date.end - claim.sentence.start) is not None
    return exactness <= Granularity.YEAR and (lasts or not since.isdisjoint(near))


def is_of_what_came_first(date: DateMention, claim: Claim) -> bool:
    """Whether it may be the day of what the sentence only counts from, so that another one says when the rest happened.

    "After the fire on 14 May"; not "after a fire on 14 May", which is news too.
    """
    behind = claim_pattern(claim.language, "counted_from_behind", before=r"(?:\s\w+){0,3}?\s")
    if behind is not None and behind.match(claim.text, date.end - claim.sentence.start):
        return True
    indefinite = languages.word_set(claim.language, "words", "indefinite_articles")
    between = [_counted_from(key, date, claim) for key in ("counted_from", "before_or_in_front")]
    return any(words and words[0] not in indefinite for words in between)


def _is_of_another(date: DateMention, claim: Claim) -> bool:
    """Whether a noun has it that the sentence counts from: "reopened after the flood of 14 May"."""
    between = _counted_from("counted_from", date, claim)
    return bool(between) and between[-1] in languages.words(claim.language, "claims", "of_a_day")


def is_meant_for(date: DateMention, claim: Claim) -> bool:
    """Whether something is planned or meant for it: "bookings for Easter have been cancelled", "für Montag"."""
    before = claim.text[: date.start - claim.sentence.start].split()[-1:]
    return bool(before) and before[0].casefold() in languages.words(claim.language, "dates", "meant_for")


def _is_of_a_thing(date: DateMention, claim: Claim) -> bool:
    """Whether a year tells which thing is meant: "the fire of 1998 changed nothing", „aus der Katastrophe von 2022“."""
    if granularity(date.value) is not Granularity.YEAR:
        return False
    before = claim.text[: date.start - claim.sentence.start].split()[-1:]
    return bool(before) and before[0].casefold() in languages.words(claim.language, "claims", "of_a_day")


def _is_denied(date: DateMention, claim: Claim) -> bool:
    """Whether the sentence denies what it tells of the day: "denied that there had been blasting on Saturday".

    The day right behind the denial is that of the denial: "denied on Monday that …".
    """
    denials = claim_pattern(claim.language, "denials", before="", behind="") if claim.denies else None
    found = denials.search(claim.text) if denials is not None else None
    if found is None:
        return False
    between = claim.text[found.start() : date.start - claim.sentence.start].split()
    return len(between) > WORDS_BEHIND_A_DENIAL


def _is_of_a_statement(date: DateMention, claim: Claim) -> bool:
    """Whether it tells which statement is meant: "in its statement of Thursday", "Thursday’s letter"."""
    of = "|".join(map(re.escape, languages.words(claim.language, "claims", "of_a_day")))
    stated = claim_pattern(claim.language, "statements", behind=rf"\s(?:{of or '(?!)'})\s*$")
    owned = claim_pattern(claim.language, "statements", before=r"['’]s\s")
    if stated is None or owned is None:
        return False
    start, end = date.start - claim.sentence.start, date.end - claim.sentence.start
    return stated.search(claim.text[:start]) is not None or owned.match(claim.text, end) is not None


def _counted_from(key: str, date: DateMention, claim: Claim) -> Sequence[str]:
    """The words between what says "after" and a date: few, without another date and without a verb.

    "After rebels attacked on 14 May" tells what happened, and a name right behind is where somebody went: "nach Wien".
    """
    first = _first_of_its_list(date, claim)
    end = first.start - claim.sentence.start
    starts = [other.end - claim.sentence.start for other in claim.dates if other.end <= first.start]
    counted = claim_pattern(claim.language, key, behind=r"(?P<between>(?:\s[\w’'-]+){1,6}?\s*[‘’']?)$")
    found = counted.search(claim.text, max(starts, default=0), end) if counted is not None else None
    if found is None or _names_at(found.start("between"), claim):
        return ()
    between = found["between"]
    nobody_acts = outlook(between, 0, 0, claim.language, clause_only=True) in (Outlook.UNKNOWN, Outlook.NONE)
    return re.findall(r"\w+", between.casefold()) if nobody_acts else ()


def _first_of_its_list(date: DateMention, claim: Claim) -> DateMention:
    """The first of dates that only "and" joins, up to this one: the 2018 of "the droughts of 2018 and 2022"."""
    words = temporal_words(claim.language)
    for other in sorted((one for one in claim.dates if one.end <= date.start), key=lambda one: -one.start):
        between = claim.text[other.end - claim.sentence.start : date.start - claim.sentence.start]
        if not is_link(between, words):
            break
        date = other
    return date


def _names_at(position: int, claim: Claim) -> bool:
    """Whether a name follows at once: behind a space."""
    return any(name.start - claim.sentence.start == position + 1 for name in claim.names)


def _may_happen(date: DateMention, claim: Claim) -> bool:
    """Whether the words around a day without a number say what could be: "storms could hit the coast on Saturday"."""
    # what could or will be, with the two words after it: "could be affected"
    modal = claim_pattern(claim.language, "modal", behind=r"(?:\s\w+){0,2}")
    if modal is None or not is_day(date.value) or any(c.isdigit() for c in date.text):
        return False
    start, end = date.start - claim.sentence.start, date.end - claim.sentence.start
    clause = CLAUSE_END.split(claim.text[:start])[-1] + CLAUSE_END.split(claim.text[end:])[0]
    told = modal.sub("", clause)
    return told != clause and outlook(told, 0, 0, claim.language, clause_only=True) is not Outlook.BACK


def is_of_saying(date: DateMention, claim: Claim) -> bool:
    """Whether a verb of saying stands right beside a date: "ran aground on Monday, the coastguard said on Tuesday"."""
    start, end = date.start - claim.sentence.start, date.end - claim.sentence.start
    before = CLAUSE_END.split(claim.text[:start])[-1].split()[-WORDS_TO_THE_VERB:]
    behind = CLAUSE_END.split(claim.text[end:])[0].split()[:1]
    verbs = _speech_verbs(claim.language)
    return not verbs.isdisjoint(word.strip(".").casefold() for word in (*before, *behind))


def is_of_words(date: DateMention, claim: Claim) -> bool:
    """Whether somebody speaks in the clause of the date: "warned swimmers on Monday", "on Monday it urged …"."""
    start, end = date.start - claim.sentence.start, date.end - claim.sentence.start
    clause = CLAUSE_END.split(claim.text[:start])[-1] + CLAUSE_END.split(claim.text[end:])[0]
    return not _speech_verbs(claim.language).isdisjoint(word.strip(".").casefold() for word in clause.split())


def _is_birth(date: DateMention, claim: Claim) -> bool:
    """Whether words of being born stand beside the date: "Der 1955 geborene Heusgen …"."""
    start, end = date.start - claim.sentence.start, date.end - claim.sentence.start
    around = claim.text[max(0, start - BESIDE) : end + BESIDE]
    births = claim_pattern(claim.language, "births")
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
def _speech_verbs(language: str) -> frozenset[str]:
    return frozenset(verb.casefold() for verb in languages.words(language, "names", "speech_verbs"))
