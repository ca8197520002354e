"""Numbers in a sentence, in digits, in words and mixed, before anyone asks what they count.

Takes a sentence and its language; gives runs in order: "16,4 Millionen", "zweieinhalb", "six and two thirds",
"two point five", "1 414 021 100", "10k". Points and commas are read as the language writes them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator import languages
from generator.analysis.figures.number_words import combined, number_words, word_atoms
from generator.analysis.time.words import alternatives

# A number in digits, with groups of three and decimals: "1.234.567,89", "300 000", "2,5", ".08"
_DIGITS = (
    r"\d{1,3}(?:(?P<group>[.,'’\u00a0\u202f ])\d{3}(?:(?P=group)\d{3})*)(?!\d)(?:(?!(?P=group))[.,]\d+)?"
    r"|\d+(?:[.,]\d+)?(?:[eE][+-]?\d{1,2}(?!\w))?"
    r"|(?<![\w.,])[.,]\d+"
)
# A number of a sentence with a fraction behind it: "2,5", "2 1/2", "1/2", "2½"
_NUMBER = rf"(?P<digits>{_DIGITS})(?P<fraction>\s?[½¼¾⅓⅔⅙⅛]|\s\d/\d(?![\d/])|/\d{{1,2}}(?![\d/.,]))?"
# A word of a sentence: "Millionen", "п’ять"; or a fraction's sign
_WORD = r"[^\W\d_]+(?:['’][^\W\d_]+)?|[½¼¾⅓⅔⅙⅛]"
_SIMPLE_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_DIGIT = re.compile(r"[\d½¼¾⅓⅔⅙⅛]")
_FRACTION_SIGNS = {sign: unicodedata.numeric(sign) for sign in "½¼¾⅓⅔⅙⅛"}
SMALLEST_SCALE = 1000
LARGEST_DENOMINATOR = 10
# What may stand between the words of one number: "twenty-two", "zwei Millionen", "Mio. Euro"
_GAP = re.compile(r"\.?[\s\u00a0\u202f]{1,2}|\s?-\s?|")


@dataclass(frozen=True, slots=True)
class NumberRun:
    """A number of a sentence. ``digits``: it begins with digits; ``scaled``: a scale or fraction belongs to it."""

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


@dataclass(frozen=True, slots=True)
class _Reading:
    """A sentence being read: its tokens and its language."""

    tokens: list[_Token]
    sentence: str
    language: str

    def adjacent(self, index: int) -> bool:
        """Whether only a space, a hyphen or nothing stands between a token and the next."""
        following = index + 1 < len(self.tokens)
        return following and _adjacent(self.tokens[index], self.tokens[index + 1], self.sentence)

    def is_letter_scale(self, number: int, letter: int) -> bool:
        """ "10k", "$48m", "1.2m euros": a letter that touches its number, beside money where it could be a unit."""
        touches = self.tokens[number].end == self.tokens[letter].start
        money = self.sentence[max(0, self.tokens[number].start - 2) : self.tokens[number].start].strip()[-1:]
        plain = self.tokens[letter].text in ("k", "K", "b")
        following = self.tokens[letter + 1].text.casefold() if letter + 1 < len(self.tokens) else ""
        money_follows = self.adjacent(letter) and following in _currencies(self.language)
        of_money = touches and (money in ("$", "€", "£") or money_follows)
        return (plain and touches) or self.tokens[letter].text == "k" or of_money

    def is_share(self, index: int, value: float) -> bool:
        """Whether a fraction word is one: "a third" needs an "of", or it is an ordinal ("a third set")."""
        if value != 1 or self.language not in _ordinals_as_fractions():
            return True
        following = self.tokens[index + 1].text.casefold() if index + 1 < len(self.tokens) else ""
        half = self.tokens[index].text.casefold() in _words(self.language, "halves")
        return half or not following or following in _words(self.language, "of") | _multipliers(self.language).keys()


@lru_cache
def _ordinals_as_fractions() -> frozenset[str]:
    """Languages whose fractions are written like ordinals."""
    tables = ((language, languages.table(language, "figures")) for language in languages.available())
    return frozenset(language for language, table in tables if table.get("fractions_like_ordinals"))


def number_runs(sentence: str, language: str) -> Iterator[NumberRun]:
    """The numbers of a sentence in order, none overlapping another."""
    if not _may_hold_a_number(sentence, language):
        return
    tokens = [_token(match, language) for match in _tokens(language).finditer(sentence)]
    halves = _fractions(language).keys()
    position = 0
    while position < len(tokens):
        if (
            tokens[position].value is None
            and tokens[position].atoms is None
            and tokens[position].text.casefold() not in halves
        ):
            position += 1
            continue
        used, run = _run(tokens, position, sentence, language)
        position += max(1, used)
        if run is not None:
            yield run


def _may_hold_a_number(sentence: str, language: str) -> bool:
    """False for the many sentences without a digit or number word, at the price of a look at each word."""
    if _DIGIT.search(sentence):
        return True
    fractions = _fractions(language)
    return any(word_atoms(word, language) or word.casefold() in fractions for word in _SIMPLE_WORD.findall(sentence))


@lru_cache
def _tokens(language: str) -> re.Pattern[str]:
    """Numbers and words; a number word that is itself written with a hyphen ("quatre-vingt") is one token."""
    hyphenated = alternatives(word for word in number_words(language).all() if "-" in word)
    return re.compile(rf"{_NUMBER}|(?<!\w)(?i:{hyphenated})(?!\w)|{_WORD}")


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
        if not (int(whole or value) < int(below) <= LARGEST_DENOMINATOR):
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
    plain, _, power = plain.casefold().partition("e")
    return 10.0 ** int(power or 0) * float(plain.replace(grouping, "").replace(decimal, "."))


def _run(tokens: list[_Token], first: int, sentence: str, language: str) -> tuple[int, NumberRun | None]:
    """How many tokens a number takes that begins at ``first``, and the number."""
    reading = _Reading(tokens, sentence, language)
    begun = _begun(reading, first)
    if begun is None:
        return 1, None
    last, value = _with_decimals(reading, *begun)
    last, value, fraction = _with_fraction(reading, last, value)
    last, value, scaled = _with_scales(reading, last, value)
    if scaled:
        last, value, _ = _with_fraction(reading, last, value)
    words = number_words(language)
    in_words = tokens[first].value is None
    scales = [tokens[i].text.casefold() in words.scales for i in range(first, last + 1)]
    vague = in_words and all(scales) and value > SMALLEST_SCALE
    if vague:
        return last - first + 1, None  # "Millionen Menschen": no number says how many
    end = tokens[last].end
    abbreviated = tokens[last].text.casefold() in _words(language, "abbreviations")
    if abbreviated and sentence[end : end + 1] == ".":
        end += 1
    scaled = scaled or fraction or (in_words and any(scales))
    return last - first + 1, NumberRun(tokens[first].start, end, value, not in_words, scaled)


def _begun(reading: _Reading, first: int) -> tuple[int, float] | None:
    """The last token and the value of the digits or number words at ``first``, or of "half a" before a scale."""
    token = reading.tokens[first]
    part = _fractions(reading.language).get(token.text.casefold())
    if part is not None and _with_scales(reading, first, part)[2]:
        return first, part
    if token.value is not None:
        return first, token.value
    taken, value = _plain(reading.tokens, first, reading.sentence, reading.language)
    if value is not None and token.atoms:
        return first + taken - 1, value
    return None


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
        if token.text.casefold() in _fractions(language) or _is_article(tokens, index, language):
            break
        extended = combined([*atoms, *token.atoms], units_first=words.units_first)
        if extended is None:
            break
        atoms, value, taken = [*atoms, *token.atoms], extended, index - first + 1
    return taken, value


def _is_article(tokens: list[_Token], index: int, language: str) -> bool:
    """Whether a word for one is no part of the number before it: "cent un" is 101 only where "et" or "e" joins them."""
    if tokens[index].text.casefold() not in _words(language, "indefinite"):
        return False
    following = tokens[index + 1].text.casefold() if index + 1 < len(tokens) else ""
    joined = tokens[index - 1].text.casefold() in number_words(language).joiners
    return not joined or following in _fractions(language)


def _with_decimals(reading: _Reading, last: int, value: float) -> tuple[int, float]:
    """ "zwei Komma drei": digits said one by one behind the decimal mark."""
    tokens = reading.tokens
    if last + 2 >= len(tokens) or tokens[last + 1].text.casefold() not in _words(reading.language, "points"):
        return last, value
    digits = ""
    index = last + 2
    while index < len(tokens) and reading.adjacent(index - 1):
        atoms = tokens[index].atoms
        if not atoms or combined(atoms) is None or atoms[0] >= 100 or (digits and atoms[0] >= 10):
            break
        digits += str(int(combined(atoms) or 0))
        index += 1
    return (index - 1, float(f"{int(value)}.{digits}")) if digits else (last, value)


def _with_fraction(reading: _Reading, last: int, value: float) -> tuple[int, float, bool]:
    """ "zwei Drittel", "three and a fifth", "one million and a half": a counted part behind a number."""
    tokens, fractions = reading.tokens, _fractions(reading.language)
    index = last + 1
    if index >= len(tokens) or not reading.adjacent(last):
        return last, value, False
    part = fractions.get(tokens[index].text.casefold())
    whole = _multipliers(reading.language).get(tokens[last].text.casefold(), 1.0)
    if part is not None and value >= 1 and whole == 1:
        return (index, value * part, True) if reading.is_share(index, value) else (last, value, False)
    joiners = number_words(reading.language).joiners | _words(reading.language, "and")
    if tokens[index].text.casefold() not in joiners or index + 1 >= len(tokens):
        return last, value, False
    part = fractions.get(tokens[index + 1].text.casefold())
    if part is not None and not _with_scales(reading, index + 1, part)[2]:
        return index + 1, value + part * whole, True
    atoms = tokens[index + 1].atoms
    amount = combined(atoms) if atoms else None
    part = fractions.get(tokens[index + 2].text.casefold()) if index + 2 < len(tokens) else None
    if amount is not None and part is not None:
        return index + 2, value + amount * part * whole, True
    return last, value, False


def _with_scales(reading: _Reading, last: int, value: float) -> tuple[int, float, bool]:
    """ "16,4 Millionen", "3 hundred", "two thirds of a million", "10k"."""
    tokens, scales, scaled = reading.tokens, _multipliers(reading.language), False
    linking = _words(reading.language, "of") | _words(reading.language, "indefinite")
    index = last + 1
    while index < len(tokens):
        skipped = index
        while (
            value != int(value)
            and skipped < min(index + 2, len(tokens) - 1)
            and tokens[skipped].text.casefold() in linking
        ):
            skipped += 1
        factor = scales.get(tokens[skipped].text.casefold()) if reading.adjacent(skipped - 1) else None
        if factor is None or (len(tokens[skipped].text) == 1 and not reading.is_letter_scale(last, skipped)):
            break
        value, last, scaled, index = round(value * factor, 6), skipped, True, skipped + 1
    return last, value, scaled


def _adjacent(before: _Token, after: _Token, sentence: str) -> bool:
    return _GAP.fullmatch(sentence, before.end, after.start) is not None


@lru_cache
def _decimal_comma(language: str) -> bool:
    return bool(languages.table(language, "figures").get("decimal_comma", True))


@lru_cache
def _words(language: str, key: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in languages.words(language, "figures", key))


@lru_cache
def _currencies(language: str) -> frozenset[str]:
    """The first words of the names of currencies."""
    lines = map(str.split, languages.words(language, "figures", "currencies"))
    return frozenset(name.partition("_")[0].casefold() for _, *names in lines for name in names)


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
