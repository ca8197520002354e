"""Sentences of a paragraph, in any language, as code-point spans into the text.

Takes text and its language; gives spans (start, end), end exclusive, that cover every non-blank character once, in
order, and never begin or end with white space. Boundaries are simplemma's, corrected in two passes: further ones
where a closing quotation mark, a full stop without a space (Chinese, Japanese), a list marker or an opening word
behind an abbreviation shows an end, and fewer where an abbreviation, an initial, a small letter or a speech tag shows
that the sentence goes on. The words are in ``languages/*.toml``, table ``[segmentation]``; a language without a table
keeps what needs no words.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache

from simplemma import split_sentences

from generator.languages import table, word_set
from generator.reading.inline_lists import list_ends
from generator.reading.wide_stops import WIDE_STOPS, wide_stops

Span = tuple[int, int]

# A sentence end before a closing German quotation mark, which simplemma takes for an opening one:
# „Und auch keine Lust.“ | Wir haben …
CLOSING_MARKS = "“”»«’‘"
CLOSED_QUOTATION = re.compile(rf"[.!?…][{CLOSING_MARKS}]+(\s+)(?=[^\W\d_a-zß-öø-ÿ]|[\"„“«»‚‘(\[]|\d)")
# A line that begins with a list marker begins a sentence: "…:\n• rohes Fleisch", "\n2) zweitens"
LISTED = re.compile(r"(\s*\n\s*)(?=(?:[•▪◦‣⁃*–-]|\d{1,2}[.)]|[a-z]\))\s)")
# A point with a capital behind it, an end if what stands before it may end a sentence: "in the U.S. | How". The pattern
# begins with the point itself, for which a text is searched several times faster than for what stands before it
POINT = re.compile(r"\.(\s+)(?=([^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:[’'][^\W\d_]+)?))")
# Points with spaces between, the fourth of which ends the sentence: "a period . . . . | Next"
SPACED_POINTS = re.compile(r"(?:\s\.){4}")
SPACED_POINTS_CHARS = 8
# A short word with an apostrophe for its beginning opens the sentence: "ochtends. | 's Avonds"
APOSTROPHES = "'’‘"
SHORTENED = re.compile(rf"[.!?…][\"”’]*(\s+)(?=[{APOSTROPHES}][^\W\d_]\s+[^\W\d_a-zß-öø-ÿ])")

# How far before the end of a piece of text its last word is looked for: "a.D." of "Brigadegeneral a.D."
LONGEST_WORD_CHARS = 40
# A short form of single or doubled letters with spaces between: "т. д.", "p. m.", "EE. UU."
SPACED_LETTERS = re.compile(r"(?<!\S)(?:(?:[^\W\d_]\.\s)+[^\W\d_]\.|([^\W\d_a-z])\1\.\s([^\W\d_a-z])\2\.)$")
# The first word of a piece of text: "Wir" of "„Wir haben", "Avonds" of "'s Avonds"
FIRST_WORD = re.compile(r"(?:['’‘][^\W\d_]\s+(?=[^\W\d_a-z]))?[\W_]*([^\W_]+(?:[’'][^\W_]+)?)")
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
# A quotation that closes after its own full stop: "Why?”", "« Venez ! »"; and how many characters that takes
SPOKEN_CHARS = 3
SPOKEN = re.compile(r"[!?؟！？]\s?[\"'”’“»«‘」』]$")
QUOTATION_MARKS = frozenset('"“”„«»‚「」『』')
MOST_WORDS_OF_A_TAG = 8
# A list marker that stands alone: "1.", "b)"
MARKER = re.compile(r"[\W_]*(?:\d{1,3}|[^\W\d_])[.)]+")
# What closes a quotation or bracket and was left at the beginning of the next piece: "» Il", ") Und"
LEFT_CLOSER = re.compile(r"[»”’)\]]+(?=\s|$)")
# An article elided before an abbreviation: "l’" of "l’art. 5"
ELISION = re.compile(r"^\w{1,2}[’'](?=\w)")
BLANK_LINE = re.compile(r"\n\s*\n")
EDGES = "([{„“”«»‚‘’\"'"
CLOSERS = "\"'”’“»«‘)] \u00a0\u202f"
DANDA = "।"
# A full stop of a script of its own, which simplemma does not know, and the space behind it: Urdu "۔", Armenian "։",
# Amharic "።", Khmer "។", Burmese "။"
OTHER_STOPS = "\u06d4\u0589\u1362\u17d4\u104b"
OTHER_STOP = re.compile(f"[{OTHER_STOPS}][\"'“”‘’»)\\]]*(\\s+)")
STOPS = frozenset(".!?…")
TAG_EDGES = ".!?…।,;:"


@dataclass(frozen=True, slots=True)
class _Words:
    """A language's table: words in small letters, abbreviations without their last point."""

    code: str | None
    abbreviations: frozenset[str]
    numbered: frozenset[str]
    numbered_endings: tuple[str, ...]
    final: frozenset[str]
    openers: frozenset[str]
    speech_tags: frozenset[str]
    ordinal_point: bool


def sentences(text: str, language: str) -> tuple[Span, ...]:
    """Sentences of ``text`` as (start, end), end exclusive, covering every non-blank character once, in order."""
    known = _words(language)
    joined: list[Span] = []
    for start, end in _pieces(text, known):
        if not joined or _is_blank_line(text, joined[-1][1], start):
            joined.append((start, end))
            continue
        before, begin = joined[-1], start
        if closer := LEFT_CLOSER.match(text, start, end):
            before = joined[-1] = (before[0], closer.end())
            begin = _after_space(text, closer.end(), end)
        if begin == end:
            continue
        if _goes_on(text, before, (begin, end), known):
            joined[-1] = (before[0], end)
        else:
            joined.append((begin, end))
    return tuple(joined)


def _is_blank_line(text: str, start: int, end: int) -> bool:
    """Whether the white space between two pieces holds a blank line; most often it is a single space."""
    return end - start > 1 and BLANK_LINE.search(text, start, end) is not None


def _after_space(text: str, start: int, end: int) -> int:
    rest = text[start:end]
    return end - len(rest.lstrip())


def _by_simplemma(text: str, code: str | None) -> list[Span]:
    spans: list[Span] = []
    position = 0
    for sentence in filter(None, split_sentences(text, code)):
        start = position
        while text[start].isspace():
            start += 1
        position = start + len(sentence)
        spans.append((start, position))
    return spans


def _pieces(text: str, known: _Words) -> list[Span]:
    """The spans of simplemma, cut where it saw no end."""
    spans = _by_simplemma(text, known.code)
    cuts = _further_ends(text, known, {end for _, end in spans})
    wide = any(map(text.__contains__, WIDE_STOPS))
    if not cuts and not wide:
        return spans
    pieces: list[Span] = []
    for start, end in spans:
        inside = {cut for cut in cuts if start < cut[0] and cut[1] < end}
        if wide:
            inside |= {(stop, stop) for stop in wide_stops(text, start, end, known.speech_tags)}
        pieces += _divided(text, (start, end), inside) if inside else [(start, end)]
    return pieces


def _divided(text: str, span: Span, cuts: Iterable[Span]) -> list[Span]:
    """What the cuts leave of a span, but for what is blank."""
    edges = [span[0], *(edge for cut in sorted(cuts) for edge in cut), span[1]]
    return [part for part in zip(edges[::2], edges[1::2], strict=True) if text[part[0] : part[1]].strip()]


def _further_ends(text: str, known: _Words, seen: Collection[int]) -> set[Span]:
    """The white space behind each end of a sentence that simplemma may not have ``seen``."""
    cuts = set(list_ends(text, known.openers if known.ordinal_point else None))
    patterns = []
    if any(map(text.__contains__, OTHER_STOPS)):
        patterns.append(OTHER_STOP)
    if any(map(text.__contains__, CLOSING_MARKS)):
        patterns.append(CLOSED_QUOTATION)
    if any(map(text.__contains__, APOSTROPHES)):
        patterns.append(SHORTENED)
    if "\n" in text:
        patterns.append(LISTED)
    cuts |= {m.span(1) for pattern in patterns for m in pattern.finditer(text)}
    for m in POINT.finditer(text):
        end = m.start(1)
        if end not in seen and _ends_at(end, m[2], text, known):
            cuts.add(m.span(1))
    return cuts


def _ends_at(end: int, word: str, text: str, known: _Words) -> bool:
    """Whether the point before ``end`` ends a sentence, by what stands before it and the ``word`` behind it."""
    if _opens(word, known) and _may_end(text, (0, end), known):
        return True
    before = text[end - 2 : end - 1]
    if before.isdecimal():
        return known.code is not None and not known.ordinal_point  # "7 - 4. | Nederland"
    return before.isspace() and SPACED_POINTS.fullmatch(text, max(0, end - SPACED_POINTS_CHARS), end) is not None


def _opens(word: str, known: _Words) -> bool:
    """Whether a word with a capital is one that opens sentences and is no name; "I" may be an initial."""
    return word[0].isupper() and word != "I" and word.lower() in known.openers


def _may_end(text: str, span: Span, known: _Words) -> bool:
    """Whether the short form at the end of the piece may be the last word of a sentence: "U.S.", "т. д.", "I."."""
    last = _last_word(text, span)
    return last == "I." or INITIALS.fullmatch(last) is not None or _core(last) in known.final


def _last_word(text: str, span: Span) -> str:
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


def _core(word: str) -> str:
    """A short form as the tables list it: in small letters, without its last point and an elided article."""
    core = word[:-1].lower()
    return ELISION.sub("", core) if "'" in core or "’" in core else core


def _goes_on(text: str, before: Span, after: Span, known: _Words) -> bool:
    """Whether the second piece belongs to the sentence of the first."""
    opening, last = FIRST_WORD.match(text, *after), _last_word(text, before)
    if opening is None:
        return True  # no letter, no digit: ". . .”" closes what stands before it
    if not last:
        return False
    first = opening[1]
    if MARKER.fullmatch(text, *before) or (first[0].islower() and _ends_in_stop(text[before[0] : before[1]])):
        return True
    if first.lower() in known.final and text[opening.end() : opening.end() + 1] == ".":
        return True  # "Yahoo! | Inc."
    if _is_speech_tag(text, before, after, known):
        return True
    return last.endswith(".") and _abbreviates(last, first, text[after[0] : after[1]], known)


def _ends_in_stop(piece: str) -> bool:
    return piece.rstrip(CLOSERS)[-1:] in STOPS


def _abbreviates(last: str, first: str, rest: str, known: _Words) -> bool:
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


def _is_numbered(core: str, known: _Words) -> bool:
    """Whether a number belongs to the short form: "Nr", and "Bahnhofstr" where the table has "-str"."""
    return core in known.numbered or core.endswith(known.numbered_endings)


def _is_speech_tag(text: str, before: Span, after: Span, known: _Words) -> bool:
    """Whether a piece says who spoke the question or call that closes before it: "“Why?” | Smith asked."."""
    if not known.speech_tags or not SPOKEN.search(text, max(before[0], before[1] - SPOKEN_CHARS), before[1]):
        return False
    tag = text[after[0] : after[1]]
    words = [word.strip(TAG_EDGES).lower() for word in tag.split()]
    if len(words) > MOST_WORDS_OF_A_TAG or QUOTATION_MARKS & set(tag):
        return False
    return words[0] in known.speech_tags or words[-1] in known.speech_tags


@cache
def _words(language: str) -> _Words:
    def listed(key: str) -> frozenset[str]:
        return word_set(language, "segmentation", key)

    code = language if len(language) in (2, 3) and language != "und" else None
    return _Words(
        code,
        listed("abbreviations"),
        listed("numbered"),
        tuple(sorted(word[1:] for word in listed("numbered") if word[0] == "-")),
        listed("final_abbreviations"),
        listed("openers"),
        listed("speech_tags"),
        bool(table(language, "segmentation").get("ordinal_point", True)),
    )
