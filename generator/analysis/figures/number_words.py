"""Numbers written as words, in any language that lists its number words in ``[figures]``.

``numbers`` holds lines of a value and its words ("1 ein eins eine"); ``scales`` the same for thousand and above.
Words may be written together ("zweiundzwanzig", "tweeëntwintig") or apart ("twenty-two thousand"); ``joiners`` are
the words that may stand between ("und", "en", "and"). Values are exact below 10**15; a word that is no number
gives ``None``, and a word that only contains a number ("Achtung") is none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial

from generator import languages
from generator.analysis.figures import cldr
from generator.analysis.figures.han import han_value
from generator.analysis.language.patterns import LETTERS, alternatives
from generator.analysis.language.words import in_small_letters

LONGEST_WORD = 80
LONGEST_ENDING = 8
# Lists of words inside numbers: the decimal mark, what links a part to its whole, words for one, abbreviated scales,
# scales that say no number ("thousands"), scales that say one without a word for it ("milion")
LISTS = (
    *("points", "and", "of", "halves", "indefinite", "abbreviations", "vague", "single_scales", "after_share"),
    # what makes an ordinal a share ("every fourth pupil"), and before what it makes none ("every third time")
    *("every", "no_shares"),
    "percent_before",
    # nouns that name a share of what stands behind them: "die Hälfte der Wähler"
    "share_nouns",
    # what stands behind a half that is one of them: "half the voters"
    "behind_halves",
    # "and" written together with what follows: Arabic "و"
    "and_glued",
    # what stands between a number and its scale: Romanian "20 de mii"
    "before_scale",
)


# Lists of words that may open a number, and of what may stand before one
_OPENING = ("every", "share_nouns")
_BEFORE_A_NUMBER = ("at_least", "at_most", "more_than", "less_than", "nearly", "about")


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The number words of a language: value by word, lower case, and the words that may join them.

    ``pieces`` are all of them, the longest first: what a compound may be made of. ``fractions`` gives the share that
    a word names ("drittel": 1/3), ``multipliers`` what multiplies the number before it (scales, hundred, dozen),
    ``collectives`` those that mean about so many ("vingtaine": 20), ``ordinals`` the number of an ordinal behind
    "every", ``added_parts`` what a word adds to the number behind it (Hindi "साढ़े तीन": 3.5), ``wholes`` of how many
    parts the number behind it tells some (Turkish "dörtte üçü": 3/4). ``leading`` are words that may stand before a
    noun and say nothing of it: articles, prepositions, the last words of qualifiers. ``definite_prefix`` is an
    article written together with its noun. ``lists`` are further
    words by their key, ``money`` the names of currencies, ``letters`` those whose symbol is a letter, ``ending``
    what the last word of a number may end in, ``countable`` what a noun behind a number looks like, where the
    language can tell; where ``unspaced``, numbers have no space behind them. ``tens_counted``: tens are said as so
    many tens ("dua puluh"). ``han_numerals``: numbers are written in Chinese characters too. ``written_apart`` finds
    number words that hold a sign, vowel signs of Indic letters among them. ``opening`` are words that are no number
    and yet may begin one ("half a million").
    """

    values: Mapping[str, float]
    scales: Mapping[str, float]
    joiners: frozenset[str]
    compound: bool
    units_first: bool
    pieces: tuple[str, ...]
    fractions: Mapping[str, float]
    multipliers: Mapping[str, float]
    collectives: Mapping[str, float]
    lists: Mapping[str, frozenset[str]]
    decimal_comma: bool
    ordinal_fractions: bool
    ending: re.Pattern[str]
    countable: re.Pattern[str] | None
    money: frozenset[str]
    letters: frozenset[str]
    unspaced: bool
    tens_counted: bool
    han_numerals: bool
    ordinals: Mapping[str, float]
    added_parts: Mapping[str, float]
    wholes: Mapping[str, float]
    leading: frozenset[str]
    definite_prefix: str
    written_apart: re.Pattern[str] | None
    opening: frozenset[str]

    @property
    def ten_and_units(self) -> bool:
        """Whether eleven is said as ten and one: Turkish "on bir"."""
        values = self.values.values()
        return 10 in values and 11 not in values

    def all(self) -> Iterable[str]:
        """Every number word, scales included."""
        yield from self.values
        yield from self.scales

    def combined(self, atoms: Iterable[float]) -> float | None:
        """The number that values make in this language; see ``combined``."""
        return combined(
            atoms,
            units_first=self.units_first,
            ten_and_units=self.ten_and_units,
            tens_counted=self.tens_counted,
        )


@lru_cache
def number_words(language: str) -> NumberWords:
    """The number words of a language; empty where its file has none."""
    some, table = partial(languages.words, language, "figures"), languages.table(language, "figures")
    fractions = {word: 1 / below for word, below in _values(some("fractions")).items()}
    added_parts, ordinals, wholes = (_values(some(key)) for key in ("added_parts", "share_ordinals", "wholes"))
    values, collectives = _values(some("numbers")), _values(some("collectives"))
    scales = _values(some("scales")) or cldr.scale_words(language)
    multipliers = {**scales, **_values(some("multipliers")), **collectives}
    return NumberWords(
        values,
        scales,
        frozenset(some("joiners")),
        compound=bool(table.get("compound", False)),
        units_first=bool(table.get("units_first", False)),
        pieces=tuple(sorted({*values, *scales}, key=lambda piece: (-len(piece), piece))),
        fractions=fractions,
        multipliers=multipliers,
        collectives=collectives,
        lists={key: in_small_letters(some(key)) for key in LISTS},
        decimal_comma=bool(table.get("decimal_comma", cldr.has_decimal_comma(language))),
        ordinal_fractions=bool(table.get("fractions_like_ordinals", False)),
        ending=re.compile(str(table.get("word_ending", "(?!)"))),
        countable=re.compile(str(table["noun"])) if "noun" in table else None,
        money=frozenset(_first_names(some("currencies"))),
        letters=frozenset(line.split()[1] for line in some("currency_letters")),
        unspaced=languages.is_unspaced(language),
        tens_counted=bool(table.get("tens_counted", False)),
        han_numerals=bool(table.get("han_numerals", False)),
        ordinals=ordinals,
        added_parts=added_parts,
        wholes=wholes,
        definite_prefix=str(table.get("definite_prefix", "")),
        leading=_leading(language),
        opening=frozenset((*fractions, *added_parts, *wholes)).union(
            *(in_small_letters(some(key)) for key in _OPENING)
        ),
        written_apart=_with_signs((*values, *scales, *added_parts, *ordinals, *fractions, *multipliers)),
    )


def _leading(language: str) -> frozenset[str]:
    """Words that may stand before a noun and say nothing of it."""
    some = partial(languages.words, language, "figures")
    last = (phrase.split()[-1] for key in _BEFORE_A_NUMBER for phrase in some(key))
    return in_small_letters((*some("stop_words"), *languages.words(language, "dates", "article"), *last))


@lru_cache(maxsize=20_000)
def word_atoms(word: str, language: str) -> tuple[float, ...] | None:
    """The values that a single written word is made of ("dreitausend": 3, 1000); ``None`` if it is no number."""
    # Unicode folds Turkish "İki" to letters with a dot of their own
    folded = unicodedata.normalize("NFC", word).replace("İ", "i").casefold()
    return _atoms(folded, language) if len(folded) <= LONGEST_WORD else None


def ended_atoms(word: str, language: str) -> tuple[float, ...] | None:
    """The values of a number's last word that bears an ending (Turkish "beşini": 5); ``None`` if it is no number."""
    ending = number_words(language).ending
    for cut in range(len(word) - 1, max(1, len(word) - LONGEST_ENDING), -1):
        if ending.fullmatch(word, cut) and (found := word_atoms(word[:cut], language)):
            return found
    return None


def combined(
    atoms: Iterable[float], *, units_first: bool = False, ten_and_units: bool = False, tens_counted: bool = False
) -> float | None:
    """The number that values make when said one after another (2, 100, 30, 1000: 230,000); ``None`` if none."""
    total, group, last_scale = 0.0, 0.0, float("inf")
    for value in atoms:
        if value >= 1000:
            if value >= last_scale:
                return None
            total, group, last_scale = total + (group or 1) * value, 0.0, value
        elif value == 100:
            if group >= 100:
                return None
            group = (group or 1) * 100
        elif tens_counted and value == 10 and 0 < group % 100 < 10:  # "dua puluh", "seratus tiga puluh"
            group += group % 10 * 9
        elif not _may_follow(group, value, units_first=units_first, ten_and_units=ten_and_units):
            return None
        else:
            group += value
    return total + group


def parse(text: str, language: str) -> float | None:
    """The number that a phrase names ("tweeëntwintig", "two hundred and five"), ``None`` if it names none."""
    words = number_words(language)
    if words.han_numerals:
        return han_value(text)
    atoms: list[float] = []
    for word in text.replace("-", " ").split():
        found = word_atoms(word, language)
        if found is None:
            if atoms and word.casefold() in words.joiners:
                continue
            return None
        atoms.extend(found)
    return words.combined(atoms) if atoms else None


def _may_follow(group: float, value: float, *, units_first: bool, ten_and_units: bool) -> bool:
    """Whether a small number may be added to what was said so far: 20 and 3, 100 and 17, never 3 and 4."""
    rest = group % 100
    fits = (
        (1, group == int(group)),  # "zweieinhalb"
        (10, rest % 10 == 0 and (rest != 10 or ten_and_units)),
        (20, rest in (0, 60, 80)),  # French adds 10 to 19 to 60 and 80: "soixante-quinze", "quatre-vingt-dix"
        (100, rest == 0 or (units_first and rest < 10)),
        (1000, group % 1000 == 0),
    )
    return group == 0 or (value != 0 and next(allowed for limit, allowed in fits if value < limit))


def _first_names(lines: Iterable[str]) -> Iterator[str]:
    """The first words of the names in lines such as "GBP pound pound_sterling"."""
    for _, *names in map(str.split, lines):
        yield from (name.partition("_")[0].casefold() for name in names)


def _values(lines: Iterable[str]) -> Mapping[str, float]:
    values: dict[str, float] = {}
    for line in lines:
        value, *words = line.split()
        names = (unicodedata.normalize("NFC", word).casefold().replace("_", " ") for word in words)
        values.update((name, float(value)) for name in names)
    return values


def _with_signs(names: Iterable[str]) -> re.Pattern[str] | None:
    """Number words that are more than letters, as whole words: "quatre-vingt", "dua belas", "पाँच"; none if all are."""
    written = tuple(name for name in names if not name.isalpha())
    return (
        re.compile(rf"(?<![{LETTERS}])(?:{alternatives(written)})(?![{LETTERS}])", re.IGNORECASE) if written else None
    )


def _atoms(word: str, language: str) -> tuple[float, ...] | None:
    words = number_words(language)
    if word in words.values:
        return (words.values[word],)
    if word in words.scales:
        return (words.scales[word],)
    return _segmented(word, words) if words.compound else None


def _segmented(word: str, words: NumberWords) -> tuple[float, ...] | None:
    """A compound split into number words and joiners, the longest first, so that every letter is used."""
    reached: dict[int, tuple[float, ...]] = {0: ()}
    if not word.startswith(words.pieces):
        return None
    for position in range(len(word)):
        if position not in reached:
            continue
        so_far = reached[position]
        for piece in words.pieces:
            if word.startswith(piece, position):
                value = words.values.get(piece, words.scales.get(piece, 0.0))
                extended = (*so_far, value)
                if combined(extended, units_first=words.units_first) is not None:
                    reached.setdefault(position + len(piece), extended)
        if so_far:
            for joiner in words.joiners:
                if word.startswith(joiner, position) and position + len(joiner) < len(word):
                    reached.setdefault(position + len(joiner), so_far)
    return reached.get(len(word)) if word else None
