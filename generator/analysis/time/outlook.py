"""Whether the words around a date look back or ahead, read from the verbs of its clause, else of its sentence.

``past`` and ``ahead`` of ``[dates]`` list verb forms as regular expressions. A clause with both looks back: what
happened is told with the plans it concerns more often than the other way round. Where verbs stand before their dates
(``nearest_verb``), the last verb before the date decides: "said on Tuesday he will travel on Friday". The present of
``ahead_months`` looks ahead to a month, but on a weekday may tell of what was ("la Bolsa cierra el viernes en rojo").
``ahead_nouns`` look ahead only where no verb looks back. What was put off (``postponed``) lies ahead where
``postponed_to`` stands before the date: "wurde auf September verschoben".
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator import languages
from generator.analysis.language.patterns import alternatives
from generator.analysis.time.context import Outlook

# Where a clause ends: "Er kam am Montag, und …", "… – so der Minister"
_CLAUSE_END = re.compile(r"[,;:()\"“”„«»]|\s[–-]\s|\n")
# A year that a verb has: "looted in 1897"
_YEAR = re.compile(r"(?<!\w)(?:1\d|20)\d\d(?!\w)")
_LAST_WORD = re.compile(r"(\w+)\W*$")
FARTHEST_VERB = 400


def outlook(
    sentence: str, start: int, end: int, language: str, *, clause_only: bool = False, month: bool = False
) -> Outlook:
    """Where the clause around ``sentence[start:end]`` looks; its verbs are sought within 400 characters.

    ``clause_only`` asks for the clause alone, and whether it describes a state ("heute leben hier …", "bis heute").
    ``month`` says that a month is asked for: "vor den Wahlen im November" looks ahead where no verb looks back.
    """
    before = max(0, start - FARTHEST_VERB)
    # the expression's own words are no verb, whatever they end in: "maanden", "недели"
    window = sentence[before:start] + " " * (end - start) + sentence[end : end + FARTHEST_VERB]
    clause = _clause(window, start - before, end - before)
    if _verbs(language)["since"].search(window[: start - before]):
        return Outlook.BACK
    if _is_put_off(clause[0], window, start - before, end - before, language):
        return Outlook.PUT_OFF
    ahead = _verbs(language)["ahead_to_a_month" if month else "ahead"]
    found = _of(*clause, ahead, language)
    if clause_only:
        describes = found is Outlook.UNKNOWN and _verbs(language)["states"].search(clause[0])
        return Outlook.NONE if describes or _verbs(language)["until"].search(window[: start - before]) else found
    if found is Outlook.UNKNOWN and not _verbs(language)["nights"].search(window[: start - before]):
        leading = (_verbs(language)[key] for key in (("until", "ahead_of") if month else ("until",)))
        if any(words.search(window[: start - before]) for words in leading):
            return Outlook.DUE if month else Outlook.AHEAD
        return _of(window, start - before, ahead, language)
    return found


def puts_off(text: str, language: str) -> bool:
    """Whether the text says that something was put off, to whatever day."""
    return _verbs(language)["postponed"].search(text) is not None


def has_past_verb(sentence: str, start: int, end: int, language: str) -> bool:
    """Whether the clause around ``sentence[start:end]`` has a verb that looks back, be it beside another."""
    return _verbs(language)["past"].search(_clause(sentence, start, end)[0]) is not None


def _is_put_off(clause: str, window: str, start: int, end: int, language: str) -> bool:
    """Whether something was put off to the date: "wurde auf September verschoben", "ağustos sonuna ertelendi"."""
    verbs = _verbs(language)
    to_it = verbs["postponed_to"].search(window[:start]) or verbs["postponed_to_behind"].match(window, end)
    return to_it is not None and verbs["postponed"].search(clause) is not None


def _clause(sentence: str, start: int, end: int) -> tuple[str, int]:
    """The clause around ``sentence[start:end]``, and where in it that begins."""
    ends = [match.end() for match in _CLAUSE_END.finditer(sentence, 0, start)]
    following = _CLAUSE_END.search(sentence, end)
    begins = ends[-1] if ends else 0
    return sentence[begins : following.start() if following else len(sentence)], start - begins


def _of(words: str, start: int, ahead: re.Pattern[str], language: str) -> Outlook:
    """Where words look that hold a date at ``start``; ``ahead`` are the verbs that look ahead to it."""
    verbs = _verbs(language)
    looks_ahead = ahead.search(words)
    if verbs["past"].search(_without_infinitive(words, verbs)):
        nearest = looks_ahead and languages.table(language, "dates").get("nearest_verb", False)
        return Outlook.AHEAD if nearest and _last_looks_ahead(words, start, ahead, verbs["past"]) else Outlook.BACK
    return Outlook.AHEAD if looks_ahead or verbs["ahead_nouns"].search(words) else Outlook.UNKNOWN


def _without_infinitive(words: str, verbs: dict[str, re.Pattern[str]]) -> str:
    """The words without the last one where a modal verb asks for it, though it looks like a participle.

    "Sie will am Donnerstag beraten" looks ahead, "Sie haben am Donnerstag beraten" back.
    """
    last = _LAST_WORD.search(words)
    asked_for = last and verbs["infinitives"].fullmatch(last[1]) and verbs["modals"].search(words)
    return words[: last.start()] if last and asked_for else words


def _last_looks_ahead(words: str, start: int, ahead: re.Pattern[str], past: re.Pattern[str]) -> bool:
    """Whether the last verb before ``start`` looks ahead; "could hit" has an infinitive that is written like a past.

    A past verb that has a year of its own tells of that one: "will hand back bronzes looted in 1897 in September".
    """
    ahead_ends = [verb.end() for verb in ahead.finditer(words, 0, start)]
    own_year = max((year.end() for year in _YEAR.finditer(words, 0, start)), default=0)
    told = [verb.end() for verb in past.finditer(words, own_year, start) if verb.start() - 1 not in ahead_ends]
    return max(ahead_ends, default=0) > max(told, default=0)


@lru_cache
def _verbs(language: str) -> dict[str, re.Pattern[str]]:
    kinds = ("past", "ahead", "ahead_nouns", "states", "postponed", "modals", "infinitives")
    found = {key: _any(languages.words(language, "dates", key)) for key in kinds}
    both = [form for key in ("ahead", "ahead_months") for form in languages.words(language, "dates", key)]
    found["ahead_to_a_month"] = _any(tuple(both))
    # "auf ", "to the ": where something was put off to, right before the date
    postponed_to = alternatives(languages.words(language, "dates", "postponed_to"))
    behind = alternatives(languages.words(language, "dates", "postponed_to_behind"))
    found["postponed_to_behind"] = re.compile(rf"\s?(?:{behind})(?!\w)", re.IGNORECASE)
    found["postponed_to"] = re.compile(rf"(?<!\w)(?:{postponed_to})\s{{1,3}}$", re.IGNORECASE)
    # "seit ", "since the ": right before a date
    since = alternatives(languages.words(language, "dates", "since"))
    until = alternatives(languages.words(language, "dates", "until"))
    found["until"] = re.compile(rf"\b(?:{until})\s{{1,3}}$", re.IGNORECASE)
    # "natten till ": the night before a day, in languages whose word for "to" is that for "until"
    nights = alternatives(languages.words(language, "dates", "nights"))
    found["nights"] = re.compile(rf"(?<!\w)(?:{nights})\s{{1,3}}$", re.IGNORECASE)
    # "vor den Wahlen im ", "ahead of ": what stands before an event that has its month
    ahead_of = alternatives(languages.words(language, "dates", "ahead_of"))
    found["ahead_of"] = re.compile(rf"\b(?:{ahead_of})(?:\s[\w’']+){{1,4}}\s{{1,3}}$", re.IGNORECASE)
    return found | {"since": re.compile(rf"\b(?:{since})\s{{1,3}}$", re.IGNORECASE)}


def _any(forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(forms)})\b" if forms else r"(?!)", re.IGNORECASE)
