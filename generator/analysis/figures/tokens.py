"""The words and numbers of a sentence as the pieces of which its numbers are made.

Takes a sentence and its language; gives tokens in order, each with its value if it is written in digits, or with the
values of the number words that it is made of. Points and commas are read as the language writes them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.analysis.figures import han
from generator.analysis.figures.number_words import NumberWords, ended_atoms, number_words, word_atoms
from generator.analysis.language.patterns import alternatives

# A number in digits, with groups of three and decimals: "1.234.567,89", "300 000", "2,5", ".08"; Indian "12,34,567"
_DIGITS = (
    r"\d{1,3}(?:٬\d{3})+(?:٫\d+)?|\d+٫\d+|"
    r"\d{1,2}(?:,\d\d)+,\d{3}(?![\d,])(?:\.\d+)?|"
    r"\d{1,3}(?:(?P<group>[.,'’\u00a0\u202f\u2009 ])\d{3}(?:(?P=group)\d{3})*)(?!\d)(?:(?!(?P=group))[.,]\d+)?"
    r"|\d+(?:[.,]\d+)?(?:[eE][+-]?\d{1,2}(?!\w))?"
    r"|(?<![\w.,])[.,]\d+"
)
# A number of a sentence with a fraction behind it: "2,5", "2 1/2", "1/2", "2½"
_NUMBER = rf"(?P<digits>{_DIGITS})(?P<fraction>\s?[½¼¾⅓⅔⅙⅛]|\s\d/\d(?![\d/])|/\d{{1,2}}(?![\d/.,]))?"
# A word of a sentence or a fraction's sign: "Millionen", "un" of "d'un"; not the letter of "A$3 million"
_WORD = r"[^\W\d_]++(?!\$\d)|[½¼¾⅓⅔⅙⅛]"
# Where words have no spaces, each letter is a token
_LETTER = r"[^\W\d_]|[½¼¾⅓⅔⅙⅛]"
_PLAIN_WORD = re.compile(r"[^\W\d_]+")
_ELIDED_WORD = re.compile(r"[^\W\d_]+['’][^\W\d_]+")
_DIGIT = re.compile(r"[\d½¼¾⅓⅔⅙⅛]")
_FRACTION_SIGNS = {sign: unicodedata.numeric(sign) for sign in "½¼¾⅓⅔⅙⅛"}
# "一" alone is a word more often than a number
_HAN = re.compile(rf"[{han.OPENING.replace('一', '')}]|一[{han.CHARACTERS}]")
LARGEST_DENOMINATOR = 10
LONGEST_NUMBER = 40  # characters; a longer row of digits is no number that anybody reads
# What may stand between the words of one number: "twenty-two", "zwei Millionen", "Mio. Euro"
_GAP = re.compile(r"\.?[\s\u00a0\u202f]{1,2}|\s?-\s?|")
_SPACE = re.compile(r"\.?[\s\u00a0\u202f]{1,2}")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a number; ``folded`` is its text in lower case, ``value`` that of digits, ``atoms`` of number words."""

    start: int
    end: int
    text: str
    folded: str
    value: float | None
    atoms: tuple[float, ...] | None


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence being read: its tokens and the number words of its language."""

    tokens: list[Token]
    sentence: str
    words: NumberWords

    def word(self, index: int) -> str:
        """A token in lower case; empty behind the last."""
        return self.tokens[index].folded if index < len(self.tokens) else ""

    def is_in(self, index: int, key: str) -> bool:
        """Whether a token is of the language's list ``key``."""
        return self.word(index) in self.words.lists[key]

    def adjacent(self, index: int) -> bool:
        """Whether only a space, a hyphen or nothing stands between a token and the next."""
        return self._stands_between(_GAP, index)

    def spaced(self, index: int) -> bool:
        """Whether only a space stands between a token and the next; nothing where words have no spaces."""
        return self._stands_between(_GAP if self.words.unspaced else _SPACE, index)

    def begins_a_number(self, index: int) -> bool:
        """Whether a number may begin with a token."""
        token = self.tokens[index]
        return token.value is not None or token.atoms is not None or token.folded in self.words.opening

    def _stands_between(self, gap: re.Pattern[str], index: int) -> bool:
        if index + 1 >= len(self.tokens):
            return False
        return gap.fullmatch(self.sentence, self.tokens[index].end, self.tokens[index + 1].start) is not None


def read(sentence: str, language: str) -> Reading | None:
    """The tokens of a sentence; ``None`` for the many that hold no digit and no number word."""
    words = number_words(language)
    if not _may_hold_a_number(sentence, language, words):
        return None
    tokens: list[Token] = []
    for match in _tokens(language).finditer(sentence):
        token = _token(match, language, words)
        goes_on = tokens and (tokens[-1].atoms or tokens[-1].folded in words.wholes)
        if token.value is None and token.atoms is None and goes_on:
            token = replace(token, atoms=ended_atoms(token.folded, language))
        tokens.append(token)
    return Reading(tokens, sentence, words)


def _may_hold_a_number(sentence: str, language: str, words: NumberWords) -> bool:
    """False for the many sentences without a digit or number word, at the price of a look at each word."""
    if _DIGIT.search(sentence):
        return True
    if words.han_numerals and _HAN.search(sentence):
        return True
    if words.written_apart is not None and words.written_apart.search(sentence):
        return True
    opening = words.opening
    found = _PLAIN_WORD.findall(sentence)
    if "'" in sentence or "’" in sentence:
        found += _ELIDED_WORD.findall(sentence)
    return any(word_atoms(word, language) or word.casefold() in opening for word in found)


def digits_value(digits: str, *, decimal_comma: bool) -> float:
    """The value of a number in digits: "1.234,5" and "1,234.5" are the same, "1.234" is what the language means."""
    if "٫" in digits or "٬" in digits:  # Arabic marks say one thing only: "۱۲٬۵۰۰٫۵"
        return float(digits.replace("٬", "").replace("٫", "."))
    plain = re.sub(r"['’\u00a0\u202f\u2009 ]", "", digits)
    marks = re.findall(r"[.,]", plain)
    decimal = "," if decimal_comma else "."
    if len(set(marks)) == 2:
        decimal = marks[-1]
    elif len(marks) > 1:
        decimal = "." if marks[0] == "," else ","
    elif len(marks) == 1 and not (re.fullmatch(r"\d{1,3}[.,]\d{3}", plain) and int(plain[0])):
        decimal = marks[0]
    grouping = "." if decimal == "," else ","
    plain, _, power = plain.casefold().partition("e")
    return 10.0 ** int(power or 0) * float(plain.replace(grouping, "").replace(decimal, "."))


@lru_cache
def _tokens(language: str) -> re.Pattern[str]:
    """Numbers and words; a number word that is itself written with a sign ("quatre-vingt", "п’ять") is one token."""
    words = number_words(language)
    if words.unspaced:
        numerals = rf"{alternatives(words.lists['percent_before'])}|{han.PATTERN}|" if words.han_numerals else ""
        return re.compile(rf"{_NUMBER}|{numerals}{alternatives(words.multipliers)}|{_LETTER}")
    joined = rf"(?i:{words.written_apart.pattern})|" if words.written_apart is not None else ""
    return re.compile(rf"{_NUMBER}|{joined}{_WORD}")


def _token(match: re.Match[str], language: str, words: NumberWords) -> Token:
    text, folded = match[0], match[0].casefold()
    digits = match["digits"]
    if words.han_numerals and match["han"]:
        number = han.han_value(text)
        return Token(*match.span(), text, folded, None, None if number is None else (number,))
    if digits is None:
        value = _FRACTION_SIGNS.get(text)
        return Token(*match.span(), text, folded, value, None if value else word_atoms(text, language))
    if len(digits) > LONGEST_NUMBER:
        return Token(*match.span(), text, folded, None, None)
    value = digits_value(digits, decimal_comma=words.decimal_comma)
    part = (match["fraction"] or "").strip()
    if part in _FRACTION_SIGNS:
        value += _FRACTION_SIGNS[part]
    elif part:
        whole, _, below = part.partition("/")
        if not (int(whole or value) < int(below) <= LARGEST_DENOMINATOR):
            return Token(*match.span(), text, folded, None, None)
        value = value / int(below) if not whole else value + int(whole) / int(below)
    return Token(*match.span(), text, folded, value, None)
