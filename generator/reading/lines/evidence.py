"""What can be seen of every line of a plain text, before anything is decided: its evidence.

Takes the lines of one text (without blank ones) and its language; gives for every line the names of what holds of it,
e.g. ``length:5``, ``ends:sentence``, ``word:legal:short``, ``near:3``. Evidence of layout comes first and knows no
language: length, punctuation, capitals, digits, repetition, how dense the neighbourhood is, whether the words are
those of the rest of the text. Words of the language's ``[lines]`` table come second. The same names carry the weights
in ``weights.toml``. Time grows with the length of the text alone.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.reading.heads.tab_line import WIDE, tab_line
from generator.reading.lines.phrases import READ_CHARS, WORD, edges, hits_of

WORDY_CHARS = 45.0
NEAR_LINES = 12

LENGTHS = (3, 8, 15, 25, 40, 60, 80, 110, 150, 220, 320, 600)
DENSITIES = (8, 16, 28, 45, 70, 110, 170, 260)

# A sentence end at the end of the line, with what closes quotations: 'sagte er.“', "した。」"
SENTENCE_END = re.compile(r"[.!?…。！？؟।][\"'”“’»«)\]』」]*(?:\[\d+\])?$")
# A sentence end inside the line, followed by another sentence: "war. Das"
INNER_END = re.compile(r"[.!?…][\"'”“’»)]*\s+[\"„“‘«»(\[]*[^\W\d_a-zß-ÿ]|[。！？](?=.)")
# A time of day: "14:02", "17.19 Uhr", "7:55 AM"
CLOCK = re.compile(r"\b\d{1,2}[:.h]\d{2}\b(?!\.\d)")
# A date in digits or with a year: "11.08.2025", "2025/06/30", "May 14, 2025", "2025年1月13日"
DATE = re.compile(r"\b\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})\b|\b\d{4}[./-]\d{1,2}[./-]\d{1,2}\b|\d{1,2}月\d{1,2}日")
YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
# Marks that stand between links or before a rights holder: "Politik | Sport", "Foto: dpa / X", "© Verlag"
SEPARATORS = re.compile(r"[|•·›»→▶►✓★☆]|\s[-–—/]\s")
RIGHTS = re.compile(r"©|\(c\)|copyright", re.I)
ADDRESS = re.compile(
    r"https?://|www\.|\b[\w.-]+@[\w-]+\.\w+|\b[\w-]{2,}\.(?:com|org|net|de|nl|at|ch|fr|it|es|uk|jp|kr|be|eu|ru|ua|pl)\b"
)
MONEY = re.compile(r"[$€£¥₩]\s?\d|\d\s?[$€£¥₩]")
# A bracket or a slash at the end names a maker: "(Quelle: IMAGO/X)", "Bildrechte: MDR/Straub", "© HA"
CREDITED = re.compile(r"(?:©|[:(/]\s?)[^.:!?]{2,60}\)?$|[\[(][^\])]{3,60}[\])]$")
# A quotation or a dash of speech at the beginning: "„Wir", "– Da får"
SPEECH = re.compile(r"^[\"„“‘'«»–—-]\s?\S|^[「『]")
QUOTATION = re.compile(r"[\"„“”«»「」『』‘]")
GLUED = re.compile(r"[a-zß-ÿ][A-ZÄÖÜ]")


@dataclass(frozen=True, slots=True)
class Shape:
    """What was counted of one line: ``width`` counts wide characters as two and a half."""

    text: str
    folded: str
    width: float
    ends: bool
    inner_ends: int
    vocabulary: frozenset[str]
    small: float
    hits: frozenset[str]


def evidence(lines: Sequence[str], language: str) -> list[tuple[str, ...]]:
    """For every line, in order, the names of what holds of it. No line may be blank."""
    shapes = [_shape(line, language) for line in lines]
    counts = Counter(shape.folded for shape in shapes)
    title = shapes[0].folded if shapes else ""
    prose = [_prose(shape) for shape in shapes]
    around = _densities(prose)
    top = max(around, default=0.0)
    homely = _homeliness(shapes, prose)
    echoes = _echoes(shapes)
    below_title = _below_title(lines, shapes)
    found = []
    for number, shape in enumerate(shapes):
        names = _own(shape)
        names += _repetition(shape, counts, title)
        names += _place(number, len(shapes), around[number], top, prose)
        names += homely[number]
        names += echoes[number]
        names += below_title[number]
        names += _neighbours(number, shapes)
        found.append(tuple(names))
    return found


def _shape(line: str, language: str) -> Shape:
    text = line.strip()
    if len(text) > READ_CHARS:
        text = edges(text)
    wide = len(WIDE.findall(text))
    found = WORD.findall(text)
    cased = [word for word in found if word[0].isupper() or word[0].islower()]
    folded = text.lower()
    return Shape(
        text,
        unicodedata.normalize("NFKC", folded),
        min(len(line), 5_000) + 1.5 * wide,
        bool(SENTENCE_END.search(text)),
        len(INNER_END.findall(text)),
        frozenset(word.lower() for word in found if len(word) > 4) or _pairs(text if wide else ""),
        sum(word[0].islower() for word in cased) / len(cased) if cased else -1.0,
        hits_of(text, language),
    )


def _pairs(text: str) -> frozenset[str]:
    """Pairs of characters stand for words in scripts without spaces."""
    return frozenset(text[i : i + 2] for i in range(len(text) - 1) if WIDE.match(text, i) and WIDE.match(text, i + 1))


def _prose(shape: Shape) -> float:
    """How many characters of prose a line holds: long, punctuated lines all of them, labels none."""
    if shape.width < WORDY_CHARS:
        return 0.0
    if shape.ends or shape.inner_ends:
        return min(shape.width, 500)
    return min(shape.width, 500) * 0.3


def _bin(value: float, edges: Sequence[float]) -> int:
    return bisect_right(edges, value)


def _own(shape: Shape) -> list[str]:
    """What holds of the line by itself."""
    text = shape.text
    length = _bin(shape.width, LENGTHS)
    size = "short" if shape.width < 60 else "long"
    names = [f"length:{length}", f"ends:{_ending(shape)}:{size}", f"inner:{min(shape.inner_ends, 3)}"]
    names.append("case:none" if shape.small < 0 else f"case:{int(shape.small * 4.99)}:{size}")
    tests = (
        ("clock", CLOCK),
        ("date", DATE),
        ("year", YEAR),
        ("separator", SEPARATORS),
        ("rights", RIGHTS),
        ("address", ADDRESS),
        ("money", MONEY),
        ("credited", CREDITED),
        ("speech", SPEECH),
        ("quotation", QUOTATION),
        ("glued", GLUED),
    )
    names += [f"{name}:{size}" for name, pattern in tests if pattern.search(text)]
    if text.isupper():
        names.append(f"capitals:{size}")
    if text[:1].isdigit():
        names.append(f"digit-first:{size}")
    elif text[:1].islower():
        names.append(f"small-first:{size}")
    commas = text.count(",") + text.count("、") + text.count("，")
    names.append(f"commas:{min(commas, 3)}:{size}")
    digits = sum(map(str.isdigit, text))
    if digits * 5 > len(text):
        names.append(f"digits:{size}")
    names += [f"word:{hit}:{size}" for hit in shape.hits]
    if not any(":" not in hit and hit != "address" for hit in shape.hits):
        names.append(f"word:none:{size}")
    return names


def _ending(shape: Shape) -> str:
    last = shape.text[-1:]
    if shape.text.endswith(("...", "…", "...")):
        return "ellipsis"
    if shape.ends:
        return "question" if "?" in shape.text[-3:] or "？" in shape.text[-3:] else "sentence"
    if last in ":：":
        return "colon"
    return "quotation" if last in '"”“»」' else "other"


def _repetition(shape: Shape, counts: Counter[str], title: str) -> list[str]:
    size = "short" if shape.width < 60 else "long"
    names = [f"again:{size}"] if counts[shape.folded] > 1 else []
    if _is_title(shape, title):
        names.append("title")
    return names


def _densities(prose: Sequence[float]) -> list[float]:
    """Mean characters of prose in the five lines before and after, nearer ones counting more, the line left out."""
    weights = (1.0, 0.8, 0.6, 0.4, 0.3)
    total = 2 * sum(weights)
    found = []
    for number in range(len(prose)):
        mass = 0.0
        for distance, weight in enumerate(weights, start=1):
            if number >= distance:
                mass += weight * prose[number - distance]
            if number + distance < len(prose):
                mass += weight * prose[number + distance]
        found.append(mass / total)
    return found


def _place(number: int, count: int, density: float, top: float, prose: Sequence[float]) -> list[str]:
    names = [f"near:{_bin(density, DENSITIES)}"]
    if top > 0:
        names.append(f"share:{int(min(density / top, 1.0) * 5.99)}")
    names.append("prose" if prose[number] >= WORDY_CHARS else "label")
    if number == 0:
        names.append("first")
    if number == count - 1:
        names.append("last")
    return names


def _homeliness(shapes: Sequence[Shape], prose: Sequence[float]) -> list[list[str]]:
    """How many of a line's longer words stand in other prose lines of the text: a cookie notice shares few."""
    holders: Counter[str] = Counter()
    for shape, mass in zip(shapes, prose, strict=True):
        if mass >= WORDY_CHARS:
            holders.update(shape.vocabulary)
    found = []
    for shape, mass in zip(shapes, prose, strict=True):
        own = 1 if mass >= WORDY_CHARS else 0
        if not shape.vocabulary:
            found.append(["home:none"])
            continue
        share = sum(holders[word] > own for word in shape.vocabulary) / len(shape.vocabulary)
        size = "short" if shape.width < 60 else "long"
        found.append([f"home:{int(share * 4.99)}:{size}"])
    return found


def _echoes(shapes: Sequence[Shape]) -> list[list[str]]:
    """Whether a line says again what an earlier line said, or what a later one will: a repeat, a pull quote."""
    grams = [_grams(shape) for shape in shapes]
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for number, own in enumerate(grams):
        for gram in own:
            first.setdefault(gram, number)
            last[gram] = number
    found = []
    for number, own in enumerate(grams):
        names = []
        if len(own) > 2:
            for name, at in (("earlier", first), ("later", last)):
                share = sum(at[gram] != number for gram in own) / len(own)
                if share >= 0.35:
                    names.append(f"echo:{name}:{'whole' if share > 0.75 else 'part'}")
        found.append(names)
    return found


def _grams(shape: Shape) -> frozenset[str]:
    """Runs of four words, or of six characters in scripts without spaces."""
    if WIDE.search(shape.text) and shape.text.count(" ") * 12 < len(shape.text):
        return frozenset(shape.folded[i : i + 6] for i in range(len(shape.folded) - 5))
    found = WORD.findall(shape.folded)
    return frozenset(" ".join(found[i : i + 4]) for i in range(len(found) - 3))


def _below_title(lines: Sequence[str], shapes: Sequence[Shape]) -> list[list[str]]:
    """Where a line stands against the title that the first line names and another line repeats."""
    tab = tab_line(lines[0]) if lines else None
    title = " ".join((tab[0] if tab else lines[0][:READ_CHARS]).split()).casefold() if lines else ""
    words_of = [" ".join(shape.text.split()).casefold() for shape in shapes]
    at = [n for n, own in enumerate(words_of) if n and len(own) > 15 and _same_title(own, title)]
    if not at:
        return [[] for _ in shapes]
    found = []
    for number in range(len(shapes)):
        last = at[bisect_right(at, number) - 1]
        if number < at[0]:
            found.append(["title:below"])
        elif number == last:
            found.append(["title:here"])
        else:
            found.append(["title:above", "title:near"] if number - last <= NEAR_LINES else ["title:above"])
    return found


def _same_title(own: str, title: str) -> bool:
    return title.startswith(own) or (len(title) > 15 and own.startswith(title))


def _is_title(shape: Shape, title: str) -> bool:
    return shape.width > 20 and (shape.folded in title or (len(title) > 20 and title in shape.folded))


def _neighbours(number: int, shapes: Sequence[Shape]) -> list[str]:
    names = []
    for offset in (-2, -1, 1, 2):
        at = number + offset
        if not 0 <= at < len(shapes):
            names.append(f"beside{offset}:edge")
            continue
        other = shapes[at]
        kind = (
            "prose"
            if other.width >= 60 and (other.ends or other.inner_ends)
            else "long"
            if other.width >= 60
            else "mid"
            if other.width >= 25
            else "short"
        )
        names.append(f"beside{offset}:{kind}")
        if abs(offset) == 1:
            names += [f"beside{offset}:{hit}" for hit in other.hits if other.width < 60]
    return names
