"""Numbers in a sentence, in digits, in words and mixed, before anyone asks what they count.

Takes a sentence and its language; gives runs in order: "16,4 Millionen", "zweieinhalb", "six and two thirds",
"two point five", "1 414 021 100", "10k". Points and commas are read as the language writes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator import languages
from generator.analysis.number_words import combined, number_words, word_atoms

# A number in digits, with groups of three and decimals: "1.234.567,89", "300 000", "2,5", ".08"
_DIGITS = r"\d{1,3}(?:(?P<group>[.,'’\u00a0\u202f ])\d{3}(?:(?P=group)\d{3})*)(?![\d])(?:(?!(?P=group))[.,]\d+)?|\d+(?:[.,]\d+)?|(?<![\w.,])[.,]\d+"
# A number or a word of a sentence: "2,5", "Millionen", "п’ять"
_TOKEN = re.compile(
    rf"(?P<digits>{_DIGITS})(?P<fraction>\s?[½¼¾]|\s\d/\d(?![\d/])|/\d{{1,2}}(?![\d/.,]))?|[^\W\d_]+(?:['’][^\W\d_]+)?|[½¼¾]"
)
_FRACTION_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
# What may stand between the words of one number: "twenty-two", "zwei Millionen", "Mio. Euro"
_GAP = re.compile(r"\.?[\s\u00a0\u202f]{1,2}|\s?-\s?|")


@dataclass(frozen=True, slots=True)
class NumberRun:
    """A number of a sentence. ``digits``: whether it begins with digits; ``scaled``: whether a scale word belongs to it."""

    start: int
    end: int
    value: float
    digits: bool
    scaled: bool


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str
    value: float | None
    atoms: tuple[float, ...] | None


def number_runs(sentence: str, language: str) -> Iterator[NumberRun]:
    """The numbers of a sentence in order, none overlapping another."""
    tokens = [_token(match, language) for match in _TOKEN.finditer(sentence)]
    position = 0
    while position < len(tokens):
        if tokens[position].value is None and tokens[position].atoms is None:
            position += 1
            continue
        used, run = _run(tokens, position, sentence, language)
        position += max(1, used)
        if run is not None:
            yield run


def _token(match: re.Match[str], language: str) -> _Token:
    text = match[0]
    digits = match["digits"]
    if digits is None:
        value = _FRACTION_SIGNS.get(text)
        return _Token(*match.span(), text, value, None if value else word_atoms(text, language))
    value = digits_value(digits, decimal_comma=_decimal_comma(language))
    part = (match["fraction"] or "").strip()
    if part in _FRACTION_SIGNS:
        value += _FRACTION_SIGNS[part]
    elif part:
        whole, _, below = part.partition("/")
        if not int(below):
            return _Token(*match.span(), text, None, None)
        value = value / int(below) if not whole else value + int(whole) / int(below)
    return _Token(*match.span(), text, value, None)


def digits_value(digits: str, *, decimal_comma: bool) -> float:
    """The value of a number in digits: "1.234,5" and "1,234.5" are the same, "1.234" is what the language means."""
    plain = re.sub(r"['’\u00a0\u202f ]", "", digits)
    marks = re.findall(r"[.,]", plain)
    decimal = "," if decimal_comma else "."
    if len(set(marks)) == 2:
        decimal = marks[-1]
    elif len(marks) == 1 and not re.search(r"^[1-9]\d{0,2}[.,]\d{3}$", plain):
        decimal = marks[0]
    grouping = "." if decimal == "," else ","
    return float(plain.replace(grouping, "").replace(decimal, "."))


def _run(tokens: list[_Token], first: int, sentence: str, language: str) -> tuple[int, NumberRun | None]:
    """How many tokens a number takes that begins at ``first``, and the number."""
    words = number_words(language)
    taken, value = _plain(tokens, first, sentence, language)
    if value is None:
        return 1, None
    last = first + taken - 1
    last, value = _with_decimals(tokens, last, value, sentence, language)
    last, value, fraction = _with_fraction(tokens, last, value, sentence, language)
    last, value, scaled = _with_scales(tokens, last, value, sentence, language)
    small = tokens[first].value is None
    scaled = scaled or (small and any(tokens[i].text.casefold() in words.scales for i in range(first, last + 1)))
    end = tokens[last].end
    if scaled and sentence[end : end + 1] == "." and tokens[last].text.casefold() in _abbreviations(language):
        end += 1
    return last - first + 1, NumberRun(tokens[first].start, end, value, not small, scaled or fraction)


def _plain(tokens: list[_Token], first: int, sentence: str, language: str) -> tuple[int, float | None]:
    """A number in digits, or as many number words as make one number."""
    if tokens[first].value is not None:
        return 1, tokens[first].value
    words = number_words(language)
    atoms: list[float] = list(tokens[first].atoms or ())
    value = combined(atoms, units_first=words.units_first)
    taken = 1
    for index in range(first + 1, len(tokens)):
        token = tokens[index]
        if not _adjacent(tokens[index - 1], token, sentence):
            break
        if token.atoms is None:
            follows = index + 1 < len(tokens) and tokens[index + 1].atoms
            if token.text.casefold() in words.joiners and follows and value is not None and value >= 20:
                continue
            break
        if token.text.casefold() in _indefinite(language):
            break
        extended = combined([*atoms, *token.atoms], units_first=words.units_first)
        if extended is None:
            break
        atoms, value, taken = [*atoms, *token.atoms], extended, index - first + 1
    return taken, value


def _with_decimals(tokens: list[_Token], last: int, value: float, sentence: str, language: str) -> tuple[int, float]:
    """ "zwei Komma drei": digits said one by one behind the decimal mark."""
    points = languages.words(language, "figures", "points")
    if last + 2 >= len(tokens) or tokens[last + 1].text.casefold() not in points:
        return last, value
    digits = ""
    index = last + 2
    while index < len(tokens) and _adjacent(tokens[index - 1], tokens[index], sentence):
        atoms = tokens[index].atoms
        if not atoms or combined(atoms) is None or atoms[0] >= 100 or (digits and atoms[0] >= 10):
            break
        digits += str(int(combined(atoms) or 0))
        index += 1
    return (index - 1, float(f"{int(value)}.{digits}")) if digits else (last, value)


def _with_fraction(
    tokens: list[_Token], last: int, value: float, sentence: str, language: str
) -> tuple[int, float, bool]:
    """ "zwei Drittel", "three and a fifth", "one million and a half": a counted part behind a number."""
    fractions, joiners = (
        _fractions(language),
        {*number_words(language).joiners, *languages.words(language, "figures", "and")},
    )
    index = last + 1
    if index < len(tokens) and _adjacent(tokens[last], tokens[index], sentence):
        part = fractions.get(tokens[index].text.casefold())
        if part is not None and value >= 1:
            return index, value * part, True
        if tokens[index].text.casefold() in joiners and index + 1 < len(tokens):
            count, following = tokens[index + 1], index + 2
            part = fractions.get(count.text.casefold())
            if part is not None:
                return index + 1, value + part, True
            amount = combined(count.atoms) if count.atoms else None
            part = fractions.get(tokens[following].text.casefold()) if following < len(tokens) else None
            if amount is not None and part is not None:
                return following, value + amount * part, True
    return last, value, False


def _with_scales(
    tokens: list[_Token], last: int, value: float, sentence: str, language: str
) -> tuple[int, float, bool]:
    """ "16,4 Millionen", "3 hundred", "two thirds of a million", "10k"."""
    scales, scaled = _multipliers(language), False
    linking = {*languages.words(language, "figures", "of"), *_indefinite(language)}
    index = last + 1
    while index < len(tokens):
        token = tokens[index]
        skipped = index
        while (
            skipped < min(index + 2, len(tokens) - 1)
            and tokens[skipped].text.casefold() in linking
            and value != int(value)
        ):
            skipped += 1
        token = tokens[skipped]
        factor = scales.get(token.text.casefold()) if _adjacent(tokens[skipped - 1], token, sentence) else None
        if factor is None or (len(token.text) == 1 and tokens[last].end != token.start and token.text != "k"):
            break
        value, last, scaled, index = round(value * factor, 6), skipped, True, skipped + 1
    return last, value, scaled


def _adjacent(before: _Token, after: _Token, sentence: str) -> bool:
    return _GAP.fullmatch(sentence, before.end, after.start) is not None


@lru_cache
def _decimal_comma(language: str) -> bool:
    return bool(languages.table(language, "figures").get("decimal_comma", True))


@lru_cache
def _indefinite(language: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in languages.words(language, "figures", "indefinite"))


@lru_cache
def _abbreviations(language: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in languages.words(language, "figures", "abbreviations"))


@lru_cache
def _fractions(language: str) -> dict[str, float]:
    """The share that a fraction word names: "drittel" 1/3; lines of a denominator and its words."""
    lines = map(str.split, languages.words(language, "figures", "fractions"))
    return {word.casefold(): 1 / float(below) for below, *names in lines for word in names}


@lru_cache
def _multipliers(language: str) -> dict[str, float]:
    """Words that multiply the number before them: scales, hundred, dozen."""
    found = dict(number_words(language).scales)
    lines = map(str.split, languages.words(language, "figures", "multipliers"))
    return found | {word.casefold(): float(value) for value, *names in lines for word in names}
