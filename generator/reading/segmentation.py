"""Sentences of a paragraph, in any language, as code-point spans into the text.

Takes text and its language; gives spans (start, end), end exclusive, that cover every non-blank character once, in
order, and never begin or end with white space. Boundaries are simplemma's, corrected in two passes: further ones where
a closing quotation mark, a full stop without a space (Chinese, Japanese), a list marker or an opening word behind an
abbreviation shows an end, and fewer where an abbreviation, an initial, a small letter or a speech tag shows that the
sentence goes on (``short_forms``). The words are in ``languages/*.toml``, table ``[segmentation]``; a language without
a table keeps what needs no words.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from simplemma import split_sentences

from generator.reading.inline_lists import list_ends
from generator.reading.plain_points import OTHER_STOPS, plain_sentences
from generator.reading.short_forms import SentenceWords, abbreviates, last_word, may_end, plainly_ends, sentence_words
from generator.reading.wide_stops import WIDE_STOPS, wide_stops

Span = tuple[int, int]

# A sentence end before a closing German quotation mark, which simplemma takes for an opening one:
# „Und auch keine Lust.“ | Wir haben …
CLOSING_MARKS = "“”»«’‘"
CLOSED = tuple(stop + mark for stop in ".!?…" for mark in CLOSING_MARKS)
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

# The first word of a piece of text: "Wir" of "„Wir haben", "Avonds" of "'s Avonds"
FIRST_WORD = re.compile(r"(?:['’‘][^\W\d_]\s+(?=[^\W\d_a-z]))?[\W_]*([^\W_]+(?:[’'][^\W_]+)?)")
# A quotation that closes after its own full stop: "Why?”", "« Venez ! »"; and how many characters that takes
SPOKEN_CHARS = 3
SPOKEN = re.compile(r"[!?؟！？]\s?[\"'”’“»«‘」』]$")
QUOTATION_MARKS = frozenset('"“”„«»‚「」『』')
MOST_WORDS_OF_A_TAG = 8
# A list marker that stands alone: "1.", "b)"
MARKER = re.compile(r"[\W_]*(?:\d{1,3}|[^\W\d_])[.)]+")
# What closes a quotation or bracket and was left at the beginning of the next piece: "» Il", ") Und"
LEFT_CLOSER = re.compile(r"[»”’)\]]+(?=\s|$)")
BLANK_LINE = re.compile(r"\n\s*\n")
CLOSERS = "\"'”’“»«‘)] \u00a0\u202f"
# The same stops with the white space behind them
OTHER_STOP = re.compile(f"[{OTHER_STOPS}][\"'“”‘’»)\\]]*(\\s+)")
# A point between two Georgian words, the first no short one: the script has no capitals, and simplemma takes all its
# letters for small ones: "აფეთქება მოხდა. | დაშავდა"
GEORGIAN_VOWEL = "ა"
GEORGIAN_STOP = re.compile(rf"[ა-ჰ]{{3}}[.!?…][{CLOSING_MARKS}]*(\s+)(?=[„“\"«(]?[ა-ჰ])")
STOPS = frozenset(".!?…")
TAG_EDGES = ".!?…।,;:"


def sentences(text: str, language: str) -> tuple[Span, ...]:
    """Sentences of ``text`` as (start, end), end exclusive, covering every non-blank character once, in order."""
    known = sentence_words(language)
    plain = plain_sentences(text, known)
    return plain if plain is not None else by_all_rules(text, known)


def by_all_rules(text: str, known: SentenceWords) -> tuple[Span, ...]:
    """The same without looking for plain points first, which changes nothing but the time."""
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
        if not plainly_ends(text, before[1], begin, known) and goes_on(text, before, (begin, end), known):
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


def _pieces(text: str, known: SentenceWords) -> list[Span]:
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


def _further_ends(text: str, known: SentenceWords, seen: Collection[int]) -> set[Span]:
    """The white space behind each end of a sentence that simplemma may not have ``seen``."""
    cuts = set(list_ends(text, known.openers if known.ordinal_point else None))
    patterns = []
    if any(map(text.__contains__, OTHER_STOPS)):
        patterns.append(OTHER_STOP)
    if GEORGIAN_VOWEL in text:
        patterns.append(GEORGIAN_STOP)
    if any(map(text.__contains__, CLOSING_MARKS)) and any(map(text.__contains__, CLOSED)):
        patterns.append(CLOSED_QUOTATION)
    if any(map(text.__contains__, APOSTROPHES)):
        patterns.append(SHORTENED)
    if "\n" in text:
        patterns.append(LISTED)
    cuts |= {m.span(1) for pattern in patterns for m in pattern.finditer(text)}
    if text.count(".") == sum(text[end - 1] == "." for end in seen):
        return cuts  # as in most paragraphs every point was seen to be an end
    for m in POINT.finditer(text):
        end = m.start(1)
        if end not in seen and _ends_at(end, m[2], text, known):
            cuts.add(m.span(1))
    return cuts


def _ends_at(end: int, word: str, text: str, known: SentenceWords) -> bool:
    """Whether the point before ``end`` ends a sentence, by what stands before it and the ``word`` behind it."""
    if _opens(word, known) and may_end(text, (0, end), known):
        return True
    before = text[end - 2 : end - 1]
    if before.isdecimal():
        return known.code is not None and not known.ordinal_point  # "7 - 4. | Nederland"
    return before.isspace() and SPACED_POINTS.fullmatch(text, max(0, end - SPACED_POINTS_CHARS), end) is not None


def _opens(word: str, known: SentenceWords) -> bool:
    """Whether a word with a capital is one that opens sentences and is no name; "I" may be an initial."""
    return word[0].isupper() and word != "I" and word.lower() in known.openers


def goes_on(text: str, before: Span, after: Span, known: SentenceWords) -> bool:
    """Whether the second piece belongs to the sentence of the first."""
    opening, last = FIRST_WORD.match(text, *after), last_word(text, before)
    if opening is None:
        return True  # no letter, no digit: ". . .”" closes what stands before it
    if not last:
        return False
    first = opening[1]
    if MARKER.fullmatch(text, *before) or (_is_small(first[0]) and _ends_in_stop(text[before[0] : before[1]])):
        return True
    if first.lower() in known.final and text[opening.end() : opening.end() + 1] == ".":
        return True  # "Yahoo! | Inc."
    if _is_speech_tag(text, before, after, known):
        return True
    return last.endswith(".") and abbreviates(last, first, text[after[0] : after[1]], known)


def _is_small(letter: str) -> bool:
    """Whether a sentence would begin with another letter: Georgian has no capitals that do."""
    return letter.islower() and letter.title() != letter


def _ends_in_stop(piece: str) -> bool:
    return piece.rstrip(CLOSERS)[-1:] in STOPS


def _is_speech_tag(text: str, before: Span, after: Span, known: SentenceWords) -> bool:
    """Whether a piece says who spoke the question or call that closes before it: "“Why?” | Smith asked."."""
    if not known.speech_tags or not SPOKEN.search(text, max(before[0], before[1] - SPOKEN_CHARS), before[1]):
        return False
    tag = text[after[0] : after[1]]
    words = [word.strip(TAG_EDGES).lower() for word in tag.split()]
    if len(words) > MOST_WORDS_OF_A_TAG or QUOTATION_MARKS & set(tag):
        return False
    return words[0] in known.speech_tags or words[-1] in known.speech_tags
