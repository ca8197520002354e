"""Sentences of a paragraph, in any language, as code-point spans into the text.

Takes text and its language; gives spans (start, end), end exclusive, that cover every non-blank character once, in
order, and never begin or end with white space. Boundaries are simplemma's, corrected in two passes: further ones
where a closing quotation mark, a full stop without a space (Chinese, Japanese) or a list marker shows an end, and
fewer where an abbreviation, an initial or a small letter shows that the sentence goes on. The words are in
``languages/*.toml``, table ``[segmentation]``; a language without a table keeps what needs no words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from generator.languages import table, words

Span = tuple[int, int]

# A sentence end before a closing German quotation mark, which simplemma takes for an opening one:
# „Und auch keine Lust.“ | Wir haben …
CLOSED_QUOTATION = re.compile(r"[.!?…][“”»«’‘]+(\s+)(?=[^\W\d_a-zß-öø-ÿ]|[\"„“«»‚‘(\[]|\d)")
# A line that begins with a list marker begins a sentence: "…:\n• rohes Fleisch", "\n2) zweitens"
LISTED = re.compile(r"(\s*\n\s*)(?=(?:[•▪◦‣⁃*–-]|\d{1,2}[.)]|[a-z]\))\s)")
# A point after a number and a capital behind it: "7 - 4. Nederland", an end unless ordinals have points
NUMBER_POINT = re.compile(r"(?<=\d)[.](\s+)(?=[^\W\d_a-zß-öø-ÿ])")
# A short form in capitals, which ends a sentence if an opener follows: "in the U.S. | How", "you and I. | Did"
CAPITALS_POINT = re.compile(r"(?<![^\s(])(?:(?:[^\W\d_]\.){2,}|I\.)(\s+)(?=([^\W\d_]+))")
# Full stops that need no space behind them, with what closes a quotation: 。 | ！」 |
WIDE_STOP = re.compile(r"[。！？｡．]+[」』）”’】》]*")
# What follows a closed quotation inside a Japanese or Chinese sentence: 「…。」と述べた
GOES_ON = re.compile(r"[ぁ-ん、，,：；]")
OPENING, CLOSING = "「『（“【《", "」』）”】》"

# The last word of a piece of text, with its points: "a.D." of "Brigadegeneral a.D."
LAST_WORD = re.compile(r"\S+$")
# The first word of a piece of text: "Wir" of "„Wir haben"
FIRST_WORD = re.compile(r"[\W_]*([^\W_]+(?:[’'][^\W_]+)?)")
# Initials in capitals: "M.C.", "O.J."
INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}")
# A list marker that stands alone: "1.", "b)"
MARKER = re.compile(r"[\W_]*(?:\d{1,3}|[^\W\d_])[.)]+")
# What closes a quotation or bracket and was left at the beginning of the next piece: "» Il", ") Und"
LEFT_CLOSER = re.compile(r"[»”’)\]]+(?=\s|$)")
# An article elided before an abbreviation: "l’" of "l’art. 5"
ELISION = re.compile(r"^\w{1,2}[’'](?=\w)")
BLANK_LINE = re.compile(r"\n\s*\n")
EDGES = "([{„“”«»‚‘’\"'"


@dataclass(frozen=True, slots=True)
class _Words:
    """A language's table: words in small letters, abbreviations without their last point."""

    code: str | None
    abbreviations: frozenset[str]
    numbered: frozenset[str]
    final: frozenset[str]
    openers: frozenset[str]
    ordinal_point: bool


def sentences(text: str, language: str) -> tuple[Span, ...]:
    """Sentences of ``text`` as (start, end), end exclusive, covering every non-blank character once, in order."""
    known = _words(language)
    pieces = [part for span in _by_simplemma(text, known.code) for part in _divided(text, span, known)]
    joined: list[Span] = []
    for start, end in pieces:
        before, begin = (joined[-1], start) if joined else ((start, start), start)
        same_paragraph = bool(joined) and not BLANK_LINE.search(text, before[1], start)
        if same_paragraph and (closer := LEFT_CLOSER.match(text, start, end)):
            before = joined[-1] = (before[0], closer.end())
            begin = _after_space(text, closer.end(), end)
        if begin == end:
            continue
        if same_paragraph and _goes_on(text, before, (begin, end), known):
            joined[-1] = (before[0], end)
        else:
            joined.append((begin, end))
    return tuple(joined)


def _after_space(text: str, start: int, end: int) -> int:
    rest = text[start:end]
    return end - len(rest.lstrip())


def _by_simplemma(text: str, code: str | None) -> list[Span]:
    from simplemma import split_sentences

    spans: list[Span] = []
    position = 0
    for sentence in split_sentences(text, code):
        start = text.index(sentence, position)
        position = start + len(sentence)
        if sentence:
            spans.append((start, position))
    return spans


def _divided(text: str, span: Span, known: _Words) -> list[Span]:
    """The span cut where simplemma saw no end: positions are those of the white space that the cut removes."""
    start, end = span
    cuts = {(m.start(1), m.end(1)) for m in CLOSED_QUOTATION.finditer(text, start, end)}
    cuts |= {(m.start(1), m.end(1)) for m in LISTED.finditer(text, start, end)}
    if known.code and not known.ordinal_point:
        cuts |= {(m.start(1), m.end(1)) for m in NUMBER_POINT.finditer(text, start, end)}
    for m in CAPITALS_POINT.finditer(text, start, end):
        if m[2].lower() in known.openers and m[2][0].isupper() and m[2] != "I":
            cuts.add((m.start(1), m.end(1)))
    cuts |= {(position, position) for position in _wide_stops(text, start, end)}
    edges = [start, *(edge for cut in sorted(cuts) for edge in cut), end]
    return [part for part in zip(edges[::2], edges[1::2], strict=True) if text[part[0] : part[1]].strip()]


def _wide_stops(text: str, start: int, end: int) -> list[int]:
    """Ends of Chinese and Japanese sentences that no space follows, outside of open quotations."""
    found: list[int] = []
    depth, read = 0, start
    for stop in WIDE_STOP.finditer(text, start, end):
        between = text[read : stop.end()]
        depth += sum(between.count(mark) for mark in OPENING) - sum(between.count(mark) for mark in CLOSING)
        depth, read = max(depth, 0), stop.end()
        after = text[stop.end() : stop.end() + 1]
        quoted = stop[0][-1] in CLOSING
        if depth == 0 and stop.end() < end and not after.isspace() and not (quoted and GOES_ON.match(after)):
            found.append(stop.end())
    return found


def _goes_on(text: str, before: Span, after: Span, known: _Words) -> bool:
    """Whether the second piece belongs to the sentence of the first."""
    ending = LAST_WORD.search(text, max(before[0], before[1] - 40), before[1])
    opening = FIRST_WORD.match(text, *after)
    if opening is None:
        return True  # no letter, no digit: ". . .”" closes what stands before it
    if ending is None:
        return False
    last, first = ending[0].lstrip(EDGES) or ending[0], opening[1]
    if MARKER.fullmatch(text, *before) or (first[0].islower() and last[-1] in ".!?…"):
        return True
    if not last.endswith("."):
        return False
    core = ELISION.sub("", last[:-1].lower())
    if core in known.abbreviations or (core in known.numbered and first[0].isdigit()):
        return True
    return (core in known.final or INITIALS.fullmatch(last) is not None) and first.lower() not in known.openers


@cache
def _words(language: str) -> _Words:
    def listed(key: str) -> frozenset[str]:
        return frozenset(words(language, "segmentation", key))

    code = language if len(language) in (2, 3) and language != "und" else None
    return _Words(
        code,
        listed("abbreviations"),
        listed("numbered"),
        listed("final_abbreviations"),
        listed("openers"),
        bool(table(language, "segmentation").get("ordinal_point", True)),
    )
