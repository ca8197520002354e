"""What may follow the first words or digits of a number: decimals, a fraction, scales, a lesser scale.

Each function takes a reading with the last token and the value so far, and gives both as they are with the part that
follows, unchanged where none does.
"""

from __future__ import annotations

import re

from generator.analysis.figures.han import han_digits, is_digits
from generator.analysis.figures.number_words import combined
from generator.analysis.figures.symbols import (
    CURRENCY_SIGN,
    CURRENCY_SYMBOLS,
    SCALED_CODES,
    SHARED_SYMBOLS,
    longest_first,
)
from generator.analysis.figures.tokens import Reading, Token

SMALLEST_SCALE = 1000
SMALLEST_HUNDRED = 100
LARGEST_DIGIT = 10
# "10k" and "5b" say a scale beside anything, "m" could be metres
PLAIN_LETTERS = frozenset("kKb")
MONEY_SIGNS = ("$", "€", "£")
# A currency's sign or letters before a number: "₦", "KSh"
_MONEY_WORDS = longest_first([*CURRENCY_SYMBOLS, *SHARED_SYMBOLS, *SCALED_CODES])
_MONEY = re.compile(rf"(?<![^\W\d])(?:{_MONEY_WORDS}|{CURRENCY_SIGN})\s?$")
WIDTH_OF_MONEY = 6
_YEAR = re.compile(r"(?:18|19|20)\d\d")


def with_decimals(reading: Reading, last: int, value: float) -> tuple[int, float]:
    """ "zwei Komma drei": digits said one by one behind the decimal mark."""
    tokens = reading.tokens
    if last + 2 >= len(tokens) or not reading.is_in(last + 1, "points"):
        return last, value
    digits = ""
    index = last + 2
    while index < len(tokens) and reading.adjacent(index - 1):
        if reading.words.han_numerals and is_digits(tokens[index].text):  # "三点七五"
            digits += han_digits(tokens[index].text)
            index += 1
            continue
        said = combined(tokens[index].atoms or ())
        first = (tokens[index].atoms or (100.0,))[0]
        if said is None or first >= LARGEST_DIGIT**2 or (digits and first >= LARGEST_DIGIT):
            break
        ones = _ones_behind(reading, index) if said >= 2 * LARGEST_DIGIT and said % LARGEST_DIGIT == 0 else None
        digits += str(int(said + (ones or 0)))
        index += 1 if ones is None else 2
    return (index - 1, float(f"{int(value)}.{digits}")) if digits else (last, value)


def _ones_behind(reading: Reading, index: int) -> float | None:
    """The ones behind tens: the one of "point seventy-one"."""
    atoms = reading.tokens[index + 1].atoms if reading.adjacent(index) else None
    return atoms[0] if atoms and len(atoms) == 1 and 1 <= atoms[0] < LARGEST_DIGIT else None


def with_fraction(reading: Reading, last: int, value: float) -> tuple[int, float, bool]:
    """ "zwei Drittel", "three and a fifth", "one million and a half": a counted part behind a number."""
    index = last + 1
    if index >= len(reading.tokens) or not reading.adjacent(last):
        return last, value, False
    part = reading.words.fractions.get(reading.word(index))
    whole = reading.words.multipliers.get(reading.word(last), 1.0)
    if part is not None and value >= 1 and whole == 1:
        return (index, value * part, True) if _is_share(reading, index, value) else (last, value, False)
    glued = _glued_fraction(reading, index, value)
    if glued is not None:
        return glued
    if reading.word(index) not in reading.words.joiners and not reading.is_in(index, "and"):
        return last, value, False
    end, added = _joined_fraction(reading, index + 1, whole if whole >= SMALLEST_SCALE else 1.0)
    return end or last, value + added, end > 0


def _glued_fraction(reading: Reading, index: int, value: float) -> tuple[int, float, bool] | None:
    """ "ثلاثة ملايين ونصف": a fraction written together with its "and"; a scale behind it is the number's again."""
    words, word = reading.words, reading.word(index)
    for joiner in words.lists["and_glued"]:
        part = words.fractions.get(word.removeprefix(joiner)) if word.startswith(joiner) else None
        if part is not None:
            whole = next(scale for scale in (1e9, 1e6, 1e3, 1.0) if value >= scale and value % scale == 0)
            scale = words.multipliers.get(reading.word(index + 1).removeprefix(words.definite_prefix))
            return index + (whole == scale), value + part * whole, True
    return None


def _joined_fraction(reading: Reading, index: int, whole: float) -> tuple[int, float]:
    """The last token and the value of a fraction behind an "and", as a part of ``whole``; 0 and 0 if there is none."""
    fractions = reading.words.fractions
    part = fractions.get(reading.word(index))
    if part is not None and (whole == 1 or not with_scales(reading, index, part)[2]):
        return index, part * whole
    amount = combined(reading.tokens[index].atoms or ()) if index < len(reading.tokens) else None
    part = fractions.get(reading.word(index + 1))
    if not amount or part is None:
        return 0, 0.0
    end, scaled_part, has_own_scale = with_scales(reading, index + 1, part)
    if whole > 1 and has_own_scale:  # "two billion and a quarter million"
        return end, amount * scaled_part
    return index + 1, amount * part * whole


def with_scales(reading: Reading, last: int, value: float) -> tuple[int, float, bool]:
    """ "16,4 Millionen", "3 hundred", "two thirds of a million", "10k"."""
    tokens, scaled = reading.tokens, False
    index = last + 1
    while index < len(tokens):
        skipped = index
        if reading.is_in(skipped, "before_scale") and reading.word(skipped + 1) in reading.words.scales:
            skipped += 1
        while value != int(value) and skipped < min(index + 2, len(tokens) - 1) and _links(reading, skipped):
            skipped += 1
        factor = reading.words.multipliers.get(tokens[skipped].folded) if reading.adjacent(skipped - 1) else None
        if factor is None or (len(tokens[skipped].text) == 1 and not _is_letter_scale(reading, last, skipped)):
            break
        value, last, scaled, index = round(value * factor, 6), skipped, True, skipped + 1
    return last, value, scaled


def with_lesser_scales(reading: Reading, last: int, value: float) -> tuple[int, float]:
    """ "1 milyar 200 milyon", "3 tys. 200", "1 miliardo e 200 milioni": what a lesser scale adds, and single units
    behind a thousand, or behind a hundred and an "and"."""
    while last + 1 < len(reading.tokens) and reading.spaced(last):
        joined = reading.word(last + 1) in reading.words.joiners and reading.spaced(last + 1)
        following = last + 2 if joined else last + 1
        rest = reading.tokens[following]
        scale = reading.words.multipliers.get(reading.word(last), 1.0)
        if rest.value is None or value % scale or not _stands_alone(rest, reading):
            break
        end, added, scaled = with_scales(reading, following, rest.value)
        plain = scale == SMALLEST_HUNDRED if joined else scale == SMALLEST_SCALE or reading.words.unspaced
        if not 0 < added < scale or not (scaled or plain):
            break
        last, value = end, value + added
    return last, value


def _stands_alone(rest: Token, reading: Reading) -> bool:
    """Whether digits are a number to be added: no year, no decimal, no first half of a range or a compound.

    Where words have no spaces, digits that touch the scale before them are no year: "3만2000명".
    """
    is_year = _YEAR.fullmatch(rest.text) and not reading.words.unspaced
    return rest.text.isdigit() and not is_year and reading.sentence[rest.end : rest.end + 1] not in "-–.,:/"


def _links(reading: Reading, index: int) -> bool:
    return reading.is_in(index, "of") or reading.is_in(index, "indefinite")


def _is_letter_scale(reading: Reading, number: int, letter: int) -> bool:
    """ "10k", "$48m", "12 M€", "1.2m users": a letter is a scale beside money, or before what only is counted."""
    scale, sentence = reading.tokens[letter], reading.sentence
    if scale.text == "k" or reading.words.unspaced or sentence.startswith(MONEY_SIGNS, scale.end):
        return True
    if reading.tokens[number].end != scale.start:
        return False
    start = reading.tokens[number].start
    following = reading.tokens[letter + 1].text if reading.adjacent(letter) else ""
    of_money = (
        _MONEY.search(sentence, max(0, start - WIDTH_OF_MONEY), start) is not None
        or sentence[max(0, start - 1) : start] in reading.words.letters
        or following.casefold() in reading.words.money
    )
    counts = reading.words.countable is not None and reading.words.countable.fullmatch(following) is not None
    return scale.text in PLAIN_LETTERS or of_money or counts


def _is_share(reading: Reading, index: int, value: float) -> bool:
    """Whether a fraction word is one: "a third" needs an "of" or a "to", or it is an ordinal ("a third set")."""
    if value != 1 or not reading.words.ordinal_fractions:
        return True
    following = reading.word(index + 1)
    linked = any(reading.is_in(index + 1, key) for key in ("of", "after_share"))
    linked = linked or following in reading.words.multipliers
    return reading.is_in(index, "halves") or not following or linked
