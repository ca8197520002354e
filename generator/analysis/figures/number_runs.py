"""Numbers in a sentence, in digits, in words and mixed, before anyone asks what they count.

Takes a sentence and its language; gives runs in order: "16,4 Millionen", "zweieinhalb", "six and two thirds",
"two point five", "1 414 021 100", "10k".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import category

from generator.analysis.figures.number_parts import with_decimals, with_fraction, with_lesser_scales, with_scales
from generator.analysis.figures.tokens import Reading, read

SMALLEST_SCALE = 1000
SMALLEST_WHOLE = 100  # "three and a half hundred" is 350
SMALLEST_JOINED = 20  # "twenty and five", never "three and four"


@dataclass(frozen=True, slots=True)
class NumberRun:
    """A number of a sentence. ``digits``: it begins with digits; ``scaled``: a scale or fraction belongs to it;
    ``rough``: its words mean about so many ("une vingtaine")."""

    start: int
    end: int
    value: float
    digits: bool
    scaled: bool
    rough: bool = False


def number_runs(sentence: str, language: str) -> Iterator[NumberRun]:
    """The numbers of a sentence in order, none overlapping another."""
    reading = read(sentence, language)
    position = 0
    while reading is not None and position < len(reading.tokens):
        if not reading.begins_a_number(position):
            position += 1
            continue
        used, run = _run(reading, position)
        position += max(1, used)
        if run is not None:
            yield run


def _run(reading: Reading, first: int) -> tuple[int, NumberRun | None]:
    """How many tokens a number takes that begins at ``first``, and the number."""
    part = _share_said(reading, first)
    if part is not None:
        return part
    begun = _begun(reading, first)
    if begun is None:
        return _share_of_every(reading, first)
    if _is_ordinal(reading, *begun):
        return begun[0] - first + 2, None
    last, value, fraction = with_fraction(reading, *with_decimals(reading, *begun))
    last, value, scaled = with_scales(reading, last, value)
    if scaled:
        last, value, _ = with_fraction(reading, *with_lesser_scales(reading, last, value))
    taken = range(first, last + 1)
    scales = [reading.word(index) in reading.words.scales for index in taken]
    in_words = reading.tokens[first].value is None
    if in_words and (reading.is_in(first, "vague") or (all(scales) and _is_vague(reading, first, value))):
        return len(taken), None
    end = reading.tokens[last].end
    if reading.is_in(last, "abbreviations") and reading.sentence[end : end + 1] == ".":
        end += 1
    scaled = scaled or fraction or (in_words and any(scales))
    rough = any(reading.word(index) in reading.words.collectives for index in taken)
    return len(taken), NumberRun(reading.tokens[first].start, end, value, not in_words, scaled, rough)


def _share_said(reading: Reading, first: int) -> tuple[int, NumberRun] | None:
    """ "die Hälfte der Wähler", "dörtte üçü": how many tokens a share takes that one word opens, and the share."""
    token, words = reading.tokens[first], reading.words
    whole = words.wholes.get(token.folded)
    if whole is not None and reading.spaced(first):
        said = reading.tokens[first + 1]
        parts = said.value if said.value is not None else words.combined(said.atoms or ())
        if parts and parts < whole:
            return 2, NumberRun(token.start, said.end, parts / whole, digits=False, scaled=True)
    if not reading.is_in(first, "share_nouns") or not _is_of_something(reading, first):
        return None
    part = words.fractions[token.folded]
    if with_scales(reading, first, part)[2]:  # "jumătate de milion"
        return None
    return 1, NumberRun(token.start, token.end, part, digits=False, scaled=True)


def _is_of_something(reading: Reading, first: int) -> bool:
    """Whether a share of a thing is said, and nothing tells which part it is: no "first half of the year"."""
    if first and reading.adjacent(first - 1) and reading.word(first - 1) not in reading.words.leading:
        return False
    if not reading.adjacent(first):
        return False
    following, words = reading.word(first + 1), reading.words
    of_it = following in words.lists["of"] if words.lists["of"] else following not in words.leading
    of_it = of_it or (words.definite_prefix != "" and following.startswith(words.definite_prefix))
    return of_it or (reading.is_in(first, "halves") and reading.is_in(first + 1, "behind_halves"))


def _share_of_every(reading: Reading, first: int) -> tuple[int, NumberRun | None]:
    """ "jeder vierte Lehrling": a quarter of them; an ordinal alone is none."""
    below = reading.words.ordinals.get(reading.word(first + 1))
    if below is None or not reading.is_in(first, "every") or not reading.spaced(first):
        return 1, None
    if reading.is_in(first + 2, "no_shares"):
        return 3, None
    start, end = reading.tokens[first].start, reading.tokens[first + 1].end
    return 2, NumberRun(start, end, 1 / below, digits=False, scaled=True)


def _is_ordinal(reading: Reading, last: int, value: float) -> bool:
    """Whether the next word makes tens an ordinal: "the twenty-fifth anniversary" is no twenty fifths."""
    tens = value % 100 >= SMALLEST_JOINED and value % 10 == 0
    following = reading.word(last + 1) in reading.words.fractions and reading.words.ordinal_fractions
    return tens and following and reading.sentence[reading.tokens[last].end] == "-"


def _is_vague(reading: Reading, first: int, value: float) -> bool:
    """Whether scales alone say no number: "Millionen Menschen"; "milion" says one.

    Where words have no spaces between them, a thousand alone may be a part of any: the "พัน" of the name "สิทธิพันธุ์".
    """
    if reading.is_in(first, "single_scales"):
        return False
    before = reading.sentence[: reading.tokens[first].start][-1:]
    within = reading.words.unspaced and category(before or " ")[0] in "LM"
    return value > SMALLEST_SCALE or within or reading.is_in(first, "vague")


def _begun(reading: Reading, first: int) -> tuple[int, float] | None:
    """The last token and the value of the digits or number words at ``first``, or of "half a" before a scale."""
    token = reading.tokens[first]
    part = reading.words.fractions.get(token.folded)
    if part is not None and with_scales(reading, first, part)[2]:
        return first, part
    if token.value is not None:
        return first, token.value
    added = reading.words.added_parts.get(token.folded)
    if added is not None and first + 1 < len(reading.tokens) and reading.tokens[first + 1].atoms:
        taken, value = _in_words(reading, first + 1)
        last_said = max(reading.tokens[first + taken].atoms or (1.0,))
        return (first + taken, value + added * (last_said if last_said >= SMALLEST_WHOLE else 1)) if value else None
    taken, value = _in_words(reading, first)
    if value is not None and token.atoms:
        return first + taken - 1, value
    return None


def _in_words(reading: Reading, first: int) -> tuple[int, float | None]:
    """As many number words as make one number, and the number."""
    tokens, words = reading.tokens, reading.words
    atoms: list[float] = list(tokens[first].atoms or ())
    value = words.combined(atoms)
    taken = 1
    for index in range(first + 1, len(tokens)):
        token = tokens[index]
        if not reading.adjacent(index - 1):
            break
        if token.atoms is None:
            if value is not None and value >= SMALLEST_JOINED and _joins(reading, index):
                continue
            break
        if token.folded in words.fractions or _is_article(reading, index):
            break
        said = [*atoms, *token.atoms]
        extended = words.combined(said)
        if extended is None:
            break
        atoms, value, taken = said, extended, index - first + 1
    return taken, value


def _joins(reading: Reading, index: int) -> bool:
    """Whether a word joins a number to what was said: "hundred and five", not "five million and two thirds"."""
    if reading.word(index) not in reading.words.joiners or index + 1 >= len(reading.tokens):
        return False
    atoms = reading.tokens[index + 1].atoms or ()
    counts_parts = reading.word(index + 2) in reading.words.fractions and sum(atoms) < SMALLEST_JOINED
    return bool(atoms) and not counts_parts


def _is_article(reading: Reading, index: int) -> bool:
    """Whether a word for one is no part of the number before it: "cent un" is 101 only where "et" or "e" joins them."""
    if not reading.is_in(index, "indefinite"):
        return False
    hyphen = reading.sentence[reading.tokens[index].start - 1] == "-"  # "quatre-vingt-un"
    joined = hyphen or reading.word(index - 1) in reading.words.joiners
    return not joined or reading.word(index + 1) in reading.words.fractions
