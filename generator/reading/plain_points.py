"""Paragraphs whose every sentence but the last ends plainly: a single space stands behind the point, and the next word
has a capital. No point stands behind a short form; questions and calls end so too, and what somebody says.

Takes a paragraph and the words of its language; gives its sentences, or nothing where another sign may end one or a
point needs a closer look. Most paragraphs of news are such, and each rule for the others would say the same of them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from simplemma import split_sentences

from generator.reading.short_forms import ENDING_CHARS, SentenceWords
from generator.reading.wide_stops import WIDE_STOPS

Span = tuple[int, int]

# A full stop of a script of its own, which simplemma does not know: Urdu "۔", Armenian "։", Amharic "።", Khmer "។",
# Burmese "။"
OTHER_STOPS = "\u06d4\u0589\u1362\u17d4\u104b"
# What but a point may part two sentences or the items of a list, inside a text; the last few characters end its only
# or last sentence
MAY_PART = re.compile(f"[…;\n\u037e؟।॥•⁃▪◦‣{OTHER_STOPS}{WIDE_STOPS}]")
LAST_CHARS, LONGEST_MARKER_CHARS = 3, 8
# A stop with white space behind it and what closes a quotation or bracket: "word. ", "word.’“ "
STOP = re.compile(r"[.!?][\"'“”‘’»«)\]]*\s")
# A stop, a space and a word with a capital, perhaps behind a closing mark or an opening one: ". Wir ", ".“ „Wir ",
# "? Wir ", ". L’espèce"; what stands behind a question in quotation marks may say who asked it
PLAIN_STOP = re.compile(
    r"(\.[“”»\"‘’]?|[!?]) [\"„“«‚(]?(?P<word>[A-ZÀ-ÖØ-Þ](?:[^\W\d_]+(?=[ ,'’-])|(?=[’'][^\W\d_])|(?= )))"
)
# What may stand between the last letter of a sentence and its point: "beiträgt“.", "(aus Orlune)."
CLOSERS = '“”»"‘’)]'
YEAR_CHARS, LONGEST_ORDINAL = 4, 2
LONGEST_WORD_CHARS = 40
# A longer word is no short form in simplemma
LONGEST_SHORT_FORM = 4
SHORT_WORDS_REMEMBERED = 4_096


def plain_sentences(text: str, known: SentenceWords) -> tuple[Span, ...] | None:
    """The sentences of a text whose sentences end plainly; absent where it may hold something else."""
    last = len(text.rstrip())
    end = last - LAST_CHARS
    if end <= 0 or MAY_PART.search(text, 0, end) or ")" in text[:LONGEST_MARKER_CHARS] or not _has_plain_end(text, end):
        return None
    start = len(text) - len(text.lstrip())
    spans: list[Span] = []
    for stop in STOP.finditer(text, 0, last):
        at = stop.start()
        plain = PLAIN_STOP.match(text, at)
        ends = plain and (text[at] != "." or _ends_before_point(text, start, at, plain["word"], known))
        if plain is None or ends is None or (not ends and len(plain[1]) > 1):
            return None  # a short form in quotation marks may end a sentence: "Yahoo Inc.“ Dann"
        if ends:
            spans.append((start, plain.end(1)))
            start = plain.end(1) + 1
    return (*spans, (start, last))


def _has_plain_end(text: str, end: int) -> bool:
    """Whether neither white space nor a stop of a script without spaces stands in the last few characters."""
    last = text[end : end + LAST_CHARS]
    return not any(map(str.isspace, last)) and not any(map(last.__contains__, WIDE_STOPS))


def _ends_before_point(text: str, start: int, at: int, following: str, known: SentenceWords) -> bool | None:
    """Whether a sentence ends with the point at ``at``, by the word before it; absent where that needs more rules.

    A year ends one, and a word that ends in a small letter and is no short form; before a word of one letter it is a
    longer one: "a.d. A" would be initials. A short form and an ordinal before another word than opens sentences do not.
    """
    last = text[max(start, at - LONGEST_WORD_CHARS) : at].rpartition(" ")[2]
    if last.isdecimal():
        return _ends_with_number(last, following, known)
    word = last.rstrip(CLOSERS).rpartition("-")[2]
    small = word.lower()
    if small in known.abbreviations and word == last:
        return None if small in known.final else False
    if not word.isalpha() or not word[-1].islower():
        return None
    if small[-ENDING_CHARS:] in known.endings or small.endswith(known.numbered_endings):
        return None
    if len(word) > LONGEST_SHORT_FORM:
        return True
    is_alone = word == last and len(word) > 1 and len(following) > 1
    return True if is_alone and _is_whole(small, known.code) else None


def _ends_with_number(number: str, following: str, known: SentenceWords) -> bool | None:
    """The same of a number: a year, or an ordinal as in "8. Mai"."""
    if len(number) == YEAR_CHARS:
        return len(following) > 1 or None
    is_ordinal = len(number) <= LONGEST_ORDINAL and known.ordinal_point and following.lower() not in known.openers
    return False if is_ordinal else None


@lru_cache(maxsize=SHORT_WORDS_REMEMBERED)
def _is_whole(word: str, code: str | None) -> bool:
    """Whether simplemma knows a short word for no short form: a sentence may end with it."""
    return len(split_sentences(f"Words {word}. Xx words", code)) > 1
