"""Short forms before the end of a sentence: whether the point behind a word belongs to it, as in "Nr." and "U.S.".

Takes places in a text where a sentence may end, and the words of its language's table ``[segmentation]``; says of each
whether a short form, a number or a name goes on there. Most places are told by the words beside them alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import chain

from generator.languages import table, word_set

Span = tuple[int, int]

# How far before the end of a piece of text its last word is looked for: "a.D." of "Brigadegeneral a.D."
LONGEST_WORD_CHARS = 40
# A short form of single or doubled letters with spaces between: "т. д.", "p. m.", "EE. UU."
SPACED_LETTERS = re.compile(r"(?<!\S)(?:(?:[^\W\d_]\.\s)+[^\W\d_]\.|([^\W\d_a-z])\1\.\s([^\W\d_a-z])\2\.)$")
# Initials in capitals: "M.C.", "O.J."
INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}")
# Initials of a double given name: "J.-P. Durand"
DOUBLE_NAME = re.compile(r"(?:[^\W\d_a-z][^\W\d_]?\.-)+[^\W\d_a-z][^\W\d_]?\.")
# The first of two doubled initials: "EE. UU."
DOUBLED = re.compile(r"([^\W\d_a-z])\1\.")
# The number of an ordinal, "3.", "II.", also behind a dash: "1. -3. Jahrhundert"
ORDINAL = re.compile(r"[\W_]*(?:\d{1,2}|[IVX]+)\.")
# A year before a month, as Korean writes dates: "2021. | 5. 3."
YEAR_FIRST = re.compile(r"\d{4}\.")
MONTH_NEXT = re.compile(r"\d{1,2}\.(?:\s|$)")
# What stands behind an abbreviation of a place in a law: "art. | L. 121", "3 may. | (EFE)"
NUMBER_NEXT = re.compile(r"\d|\(|[^\W\d_]\.?\s?\d")
# How many letters before a full stop show that it ends no short form, where none that is listed ends with them
ENDING_CHARS = 4
# A word with a capital that is neither an initial nor short: "Wir " of "Wir haben"
CAPITALISED = re.compile(r"[A-ZÀ-ÖØ-Þ][^\W\d_]+(?=[ ,])")
# An article elided before an abbreviation: "l’" of "l’art. 5"
ELISION = re.compile(r"^\w{1,2}[’'](?=\w)")
EDGES = "([{„“”«»‚‘’\"'"
DANDA = "।"
# Which lists of a language's table hold short forms
SHORT_FORMS = ("abbreviations", "numbered", "final_abbreviations")


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """A language's table: words in small letters, abbreviations without their last point.

    ``endings`` are the last letters of all short forms that it lists.
    """

    code: str | None
    abbreviations: frozenset[str]
    numbered: frozenset[str]
    numbered_endings: tuple[str, ...]
    final: frozenset[str]
    openers: frozenset[str]
    speech_tags: frozenset[str]
    ordinal_point: bool
    endings: frozenset[str]


def plainly_ends(text: str, end: int, begin: int, known: SentenceWords) -> bool:
    """Whether a word like most ends a piece and one with a capital begins the next, as nearly everywhere.

    What is told so needs no further rule: "angekündigt. | Wir haben".
    """
    letters = text[end - 1 - ENDING_CHARS : end - 1]
    if text[end - 1] != "." or not (letters.isalpha() and letters[-1].islower()) or DANDA in text:
        return False
    ending = letters.lower()
    listed = ending in known.endings or ending.endswith(known.numbered_endings)
    return not listed and CAPITALISED.match(text, begin) is not None


def may_end(text: str, span: Span, known: SentenceWords) -> bool:
    """Whether the short form at the end of the piece may be the last word of a sentence: "U.S.", "т. д.", "I."."""
    last = last_word(text, span)
    return last == "I." or INITIALS.fullmatch(last) is not None or _core(last) in known.final


def last_word(text: str, span: Span) -> str:
    """The last word of a piece without what opens a quotation or bracket; "т. д." is one word: "т.д."."""
    begin = max(span[0], span[1] - LONGEST_WORD_CHARS)
    end = text[begin : span[1]]
    if not end or end[-1].isspace():
        return ""
    may_be_spaced = end[-1] == "." and (end[-3:-2].isspace() or end[-4:-3].isspace())
    if may_be_spaced and (spaced := SPACED_LETTERS.search(text, begin, span[1])):
        return "".join(spaced[0].split())
    last = end.rsplit(None, 1)[-1]
    return last.lstrip(EDGES) or last


def abbreviates(last: str, first: str, rest: str, known: SentenceWords) -> bool:
    """Whether the point of ``last`` belongs to a short form, a date or an ordinal, and ends no sentence.

    ``rest`` is what follows and ``first`` its first word.
    """
    core = _core(last)
    one_form = len(first) == 1 and f"{core}.{first.lower()}" in known.final  # "20 d. | C."
    if core in known.abbreviations or one_form:
        return True
    if DANDA in rest:
        return not last.endswith("..") and not last[0].isdigit()  # sentences of this text end with dandas
    numbered = _is_numbered(core, known) and NUMBER_NEXT.match(rest)
    if not numbered and _is_plain(last):
        return core in known.final and first.lower() not in known.openers
    number = numbered or (YEAR_FIRST.fullmatch(last) and MONTH_NEXT.match(rest))
    name = DOUBLE_NAME.fullmatch(last) and core not in known.final
    if number or name or (DOUBLED.fullmatch(last) and DOUBLED.match(rest)):
        return True
    ordinal = known.ordinal_point and ORDINAL.fullmatch(last)
    return bool(core in known.final or INITIALS.fullmatch(last) or ordinal) and first.lower() not in known.openers


def _is_plain(word: str) -> bool:
    """Whether a word with its point is a word like most, and no number, initials or doubled letter: "angekündigt."."""
    return len(word) > 3 and word[-2].islower() and word.count(".") == 1


def _is_numbered(core: str, known: SentenceWords) -> bool:
    """Whether a number belongs to the short form: "Nr", and "Bahnhofstr" where the table has "-str"."""
    return core in known.numbered or core.endswith(known.numbered_endings)


def _core(word: str) -> str:
    """A short form as the tables list it: in small letters, without its last point and an elided article."""
    core = word[:-1].lower()
    return ELISION.sub("", core) if "'" in core or "’" in core else core


@cache
def sentence_words(language: str) -> SentenceWords:
    """The table of a language; without one, or of ``und``, it is empty."""

    def listed(key: str) -> frozenset[str]:
        return word_set(language, "segmentation", key)

    code = language if len(language) in (2, 3) and language != "und" else None
    return SentenceWords(
        code,
        listed("abbreviations"),
        listed("numbered"),
        tuple(sorted(word[1:] for word in listed("numbered") if word[0] == "-")),
        listed("final_abbreviations"),
        listed("openers"),
        listed("speech_tags"),
        bool(table(language, "segmentation").get("ordinal_point", True)),
        frozenset(word[-ENDING_CHARS:] for word in chain(*map(listed, SHORT_FORMS))),
    )
