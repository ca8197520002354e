"""Whether a month is somebody's name: "April Hastings", "Eylül Demir", "Julio Pérez", "Марта Иванова".

Takes a month that stands alone in its sentence, without day and year. Where months have small letters, one in a
capital beside another capitalised word is a name; elsewhere only the months that ``names_like_months`` lists, before a
capitalised word.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.analysis.language.patterns import alternatives
from generator.analysis.language.temporal_words import folded, temporal_words

# How far before a month the words that tell of it are sought
FARTHEST_BEFORE = 30
_NAME_BEHIND = re.compile(r" (?:[^\W\d_]\. )?(?P<name>[^\W\d_][^\W\d_’'-]+)")
_NAME_BEFORE = re.compile(r"\w\W* (?P<name>[^\W\d_][^\W\d_]+) $")


def is_somebody(sentence: str, start: int, end: int, language: str) -> bool:
    """Whether the month ``sentence[start:end]`` is a part of a name and no date."""
    month = sentence[start:end]
    if not month[0].isupper() or month[1:] != month[1:].lower():
        return False
    listed = folded(language, "names_like_months")
    if temporal_words(language).capitalised and month.casefold() not in listed:
        return False
    before = sentence[max(0, start - FARTHEST_BEFORE) : start]
    if _somebody_and(language).search(before) and _is_name(_NAME_BEHIND.match(sentence, end)):
        return True
    if not _is_name(_NAME_BEHIND.match(sentence, end)):
        surname = not temporal_words(language).capitalised and _is_name(_NAME_BEFORE.search(before))
        return surname and not _told_of(language).search(before)
    return not _told_of(language).search(before)


def _is_name(word: re.Match[str] | None) -> bool:
    """Whether a word is written like a name: a capital and small letters."""
    return word is not None and word["name"][0].isupper() and word["name"][1:].islower()


@lru_cache
def _told_of(language: str) -> re.Pattern[str]:
    """What stands right before a month that is one: "in ", "since ", "the ", "juillet et ", "Reuters' "."""
    words = temporal_words(language)
    some = words.phrases.get
    joining = {*some("and_words", ()), *some("range_words", ())}
    of_names = {word.casefold() for word in (*some("before_names", ()), *joining)}
    leading = [*some("prepositions", ()), *some("article", ()), *some("before_months", ()), *some("until", ())]
    own = alternatives(word for word in leading if word.casefold() not in of_names)
    joined = rf"(?:{alternatives(words.months)})\.? (?:{alternatives(joining)})"
    return re.compile(rf"(?<!\w)(?:{own}|{joined})\s?$|['’]s? $", re.IGNORECASE)


@lru_cache
def _somebody_and(language: str) -> re.Pattern[str]:
    """Somebody whose surname is a month before "and": "Theresa May and "; not "In May and ", "Last May and "."""
    words = temporal_words(language)
    months = alternatives(month for month in folded(language, "names_like_months"))
    leading = alternatives(
        word
        for key in ("prepositions", "article", "before_months", "until", "last", "next")
        for word in words.phrases.get(key, ())
    )
    joining = alternatives(words.phrases.get("and_words", ()))
    return re.compile(rf"(?!(?i:{leading})\b)\b[^\W\d_a-z]\w+ (?i:{months}) (?:{joining}) $")
