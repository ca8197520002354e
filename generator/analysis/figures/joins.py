"""What stands between two numbers that belong together: a range, a change, a share, a list."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from generator import languages
from generator.analysis.figures.units import linking
from generator.analysis.language.patterns import alternatives


@dataclass(frozen=True, slots=True)
class Joins:
    """What stands between two numbers that belong together: a range, a change, a share, a list."""

    ranges: re.Pattern[str]
    between: re.Pattern[str]
    and_between: re.Pattern[str]
    between_behind: re.Pattern[str]
    behind_between: re.Pattern[str]
    changes: re.Pattern[str]
    from_before: re.Pattern[str]
    change_verbs: re.Pattern[str]
    by_before: re.Pattern[str]
    ratios: re.Pattern[str]
    parts_of: re.Pattern[str]
    of_whole: re.Pattern[str]
    composed: re.Pattern[str]
    same_kind: re.Pattern[str]
    listed: re.Pattern[str]


def joins(language: str) -> Joins:
    """The words between the numbers of a language."""
    some, article = partial(languages.words, language, "figures"), alternatives(articles(language))
    glued = alternatives(some("and_glued"))  # "20 و30"
    joined = rf"\s{{1,3}}(?:(?:{alternatives(some('and'))})\s{{1,3}}(?:{linking(articles(language))})?|{glued})"
    ranges, gap = alternatives(some("ranges")), r"\s?" if languages.is_unspaced(language) else r"\s{1,3}"
    return Joins(
        # What makes two numbers a range: "5 bis 10", "5–10", "5 to 10"
        ranges=re.compile(rf"\s?[-–—~〜～]\s?|{gap}(?:{ranges}){gap}", re.IGNORECASE),
        between=just_before(some("between"), articles(language)),
        # "between 5 and 10", "tra il 10 e il 15"
        and_between=re.compile(joined, re.IGNORECASE),
        # "40 ile 50 kilometre arasında": what says behind both that they are the ends
        between_behind=re.compile(rf"\s(?:{alternatives(some('between_behind'))})(?!\w)", re.IGNORECASE),
        behind_between=re.compile(rf"\s(?:{alternatives((*some('and'), *some('between_and')))})\s", re.IGNORECASE),
        # What makes a number change into another: "von 40 auf 35"
        changes=re.compile(rf"\s(?:{alternatives(some('changes'))})\s(?:(?:{article})\s)?", re.IGNORECASE),
        # "from 4 to 5 per cent" with a verb of change in its clause ("rose") is no range
        from_before=just_before(some("from"), articles(language)),
        change_verbs=re.compile(rf"(?<!\w)(?:{'|'.join(some('change_verbs')) or '(?!)'})(?!\w)", re.IGNORECASE),
        # "o 0,3 punktu do 7,1 proc.": by how much something changed, before what it changed to
        by_before=just_before(some("by")),
        # What makes two numbers a share: "7 in 10", "2 out of 5"
        ratios=re.compile(rf"\s(?:{alternatives(some('ratios'))})\s", re.IGNORECASE),
        # The same with the whole first: "三分の一", "4人に1人", "dört gençten biri"
        parts_of=re.compile(alternatives(some("parts_of"))),
        of_whole=re.compile("|".join(some("of_whole")) or "(?!)", re.IGNORECASE),
        # What stands between the two units of one measure: "5 feet and 2 inches"
        composed=re.compile(rf",?\s(?:(?:{alternatives(some('and'))})\s)?", re.IGNORECASE),
        # What stands between two numbers of one unit: "48 und 47 Prozent", "600 or 700 euros"
        same_kind=re.compile(rf"\s(?:{alternatives((*some('and'), *some('either')))})\s", re.IGNORECASE),
        # What joins numbers of one kind: "8, 9 und 10 Uhr", "Artikel 5 oder 6", "photo 3 of 20"
        listed=re.compile(
            rf",\s|\s?[-–/]\s?|{joined}|\s(?:{ranges}|{alternatives(some('or'))}|{alternatives(some('ratios'))})"
            rf"\s(?:(?:{article})\s)?",
            re.IGNORECASE,
        ),
    )


def just_before(words: Iterable[str], between: Iterable[str] = (), edge: str = r"(?<!\w)") -> re.Pattern[str]:
    """Any of the words, right before a number, perhaps with an article: "mindestens ", "circa il ", "Tel.: " """
    space = r"\s" if edge else r"\s?"
    return re.compile(
        rf"{edge}(?:{alternatives(words)}):?[\s(„“\"']{{0,3}}(?:(?:{alternatives(between)}){space})?$", re.IGNORECASE
    )


def articles(language: str) -> tuple[str, ...]:
    """What may stand between a qualifier and its number: "circa il 10 %", "bis zu den 300"."""
    return (*languages.words(language, "dates", "article"), *languages.words(language, "figures", "after_qualifier"))


def edge_of_word(language: str) -> str:
    """A regular expression for what must stand before a word: no letter, but where words have no spaces."""
    return "" if languages.is_unspaced(language) else r"(?<!\w)"
