"""What each number of a sentence counts, in whatever words and language: the dead, the injured, what something costs.

Takes a sentence and its figures, gives ``Quantity`` values. Only numbers of one kind can contradict each other; the
kinds and the words for them stand in ``[counted]`` of the language files. "Nobody was hurt" counts the injured too: 0.
"38 million a day" is a rate, and no total.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from generator import languages
from generator.analysis.agreement.small_counts import gap, small_counts
from generator.analysis.figures.number_words import number_words
from generator.analysis.figures.symbols import SYMBOLS
from generator.analysis.language.temporal_words import temporal_words
from generator.model import FigureMention

COMMA = re.compile("[,،、，;；]")

NOBODY = "nobody"
RATES = "rates"
PAID = frozenset({"cost", "damage", "profit", "spent", "turnover"})
"""Kinds of money; all others count people."""

GROUPS = frozenset({"protesters", "aboard"})
"""Kinds that say who is counted, and not what befell them."""

BEFELL = frozenset({"dead", "injured"})
"""Kinds that befall those who protest and those who stand in their way."""

RISING = frozenset({"dead", "ill", "injured", "missing", "arrested"})
"""Kinds whose number a sentence may give without a noun."""

SHORT_SYMBOLS = frozenset((*SYMBOLS, "ac", "bp", "ft", "gal", "in", "lb", "oz"))
"""Symbols of units; what else is short and has small letters alone is a word."""

Told = Sequence[tuple[re.Match[str], str]]

NEAR_CHARS = 60
"""So near its number stands what tells the kind."""

NEAR_NOBODY_CHARS = 25

RIGHT_BESIDE_CHARS = 2
"""So near its number stands what makes it a rate: "38 million a day", "täglich 38 Millionen"."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with the kind of thing that it counts (a key of ``[counted.kinds]``), absent where no words tell it.

    ``is_rate`` says that it comes again and again: a day, a head; ``of_protesters`` that it tells what befell those
    who protested, and not the police or the passers-by; ``lasts`` that it counts days, hours or years.
    """

    figure: FigureMention
    kind: str | None = None
    is_rate: bool = False
    of_protesters: bool = False
    lasts: bool = False

    @property
    def low(self) -> float:
        """The number, or the lower end of a range."""
        value = self.figure.value
        return value[0] if isinstance(value, tuple) else value

    @property
    def high(self) -> float:
        """The number, or the upper end of a range."""
        value = self.figure.value
        return value[1] if isinstance(value, tuple) else value

    @property
    def is_measured(self) -> bool:
        """Whether its unit is a percentage, a currency code or a symbol such as "km": no thing counted, as printed."""
        return is_measured(self.figure.unit)

    @property
    def counts(self) -> bool:
        """Whether it counts people or things."""
        return not self.is_measured and (self.figure.unit is not None or self.kind is not None)


def is_measured(unit: str | None) -> bool:
    """Whether the unit is a percentage, a currency code or a symbol such as "km": no thing counted, as printed.

    A short word is no symbol: "3名", "12 men", "42 نفر".
    """
    if unit is None:
        return False
    short_word = unit.isalpha() and unit == unit.lower() and unit not in SHORT_SYMBOLS
    return is_currency(unit) or unit == "%" or "/" in unit or (len(unit) <= 3 and not short_word)


def is_currency(unit: str) -> bool:
    """Whether the unit is the code of a currency: "EUR"."""
    return len(unit) == 3 and unit.isascii() and unit.isupper()


def quantities_of(text: str, start: int, figures: Sequence[FigureMention], language: str) -> tuple[Quantity, ...]:
    """The figures of a sentence in order, each with its kind, and behind them a 0 for each kind that "nobody" is of.

    ``start`` is the offset of the sentence, to which the figures' offsets relate.
    """
    patterns = _patterns(language)
    if not patterns:
        return tuple(map(Quantity, figures))
    written_out = tuple(_written_out(text, start, figures, language))
    figures = (*figures, *written_out)
    told = [
        (match, kind)
        for kind, pattern in patterns.items()
        if kind not in (NOBODY, RATES)
        for match in pattern.finditer(text)
    ]
    befell = [match for match, kind in told if kind in RISING]
    figures = (*figures, *(small_counts(text, start, figures, befell, language, NEAR_CHARS) if befell else ()))
    if not figures and not (NOBODY in patterns and patterns[NOBODY].search(text)):
        return ()
    rates = [*patterns[RATES].finditer(text)] if RATES in patterns else []

    def kind_of(figure: FigureMention) -> str | None:
        """What rises stands before the number: "the death toll rose to four when divers found a missing man"."""
        before = [(match, kind) for match, kind in told if match.end() + start <= figure.start]
        kind = _kind(figure, start, text, before if figure in written_out else told, figures)
        return kind or (_risen(text[: figure.start - start], before, language) if before else None)

    counted = tuple(
        Quantity(
            figure,
            kind := kind_of(figure),
            _is_rate(figure, start, rates),
            kind in BEFELL and _is_of_protesters(figure, start, told),
            lasts=figure.unit is not None and figure.unit.casefold() in temporal_words(language).units,
        )
        for figure in figures
    )
    taken = {quantity.kind for quantity in counted}
    none = {kind: figure for kind, figure in _none(text, start, told, patterns) if kind not in taken}
    return counted + tuple(Quantity(figure, kind) for kind, figure in sorted(none.items()))


@cache
def _patterns(language: str) -> Mapping[str, re.Pattern[str]]:
    words = {
        **languages.mapping(language, "counted", "kinds"),
        NOBODY: languages.words(language, "counted", "nobody"),
        RATES: languages.words(language, "counted", "rates"),
    }
    before, behind = ("", "") if languages.is_unspaced(language) else (r"(?<!\w)", r"(?!\w)")
    return {
        kind: re.compile(f"{before}(?:{'|'.join(map(str, listed))}){behind}", re.IGNORECASE)
        for kind, listed in sorted(words.items())
        if isinstance(listed, list | tuple) and listed
    }


def _written_out(text: str, start: int, figures: Sequence[FigureMention], language: str) -> Iterator[FigureMention]:
    """Number words without a noun to which a count of people named before them rises: "the death toll rose to four"."""
    rises = _rises(language)
    if rises is None or not rises.verb.search(text):
        return
    values = number_words(language).values
    for found in rises.to.finditer(text):
        word, first = found["word"], start + found.start("word")
        value = values.get(word.casefold(), 0)
        counted = any(
            pattern.search(text, 0, found.start()) for kind, pattern in _patterns(language).items() if kind in RISING
        )
        if value > 1 and counted and not any(figure.start <= first < figure.end for figure in figures):
            yield FigureMention(first, first + len(word), word, value, None)


@dataclass(frozen=True, slots=True)
class _Rises:
    """That a count rises, and the number word behind "to", or what ends right before a number."""

    verb: re.Pattern[str]
    to: re.Pattern[str]
    just_before: re.Pattern[str]


def _risen(text_before: str, before: Told, language: str) -> str | None:
    """The kind of people whose count rises to the number behind this text, however far before it stands."""
    rises = _rises(language)
    if rises is None or not rises.just_before.search(text_before) or not rises.verb.search(text_before):
        return None
    kinds = [kind for match, kind in sorted(before, key=lambda told: told[0].start()) if kind in RISING]
    return kinds[-1] if kinds else None


def says_it_rose(text: str, language: str) -> bool:
    """Whether a sentence says that something rose."""
    rises = _rises(language)
    return rises is not None and rises.verb.search(text) is not None


@cache
def _rises(language: str) -> _Rises | None:
    verbs, to = (languages.words(language, "counted", key) for key in ("rises", "rises_to"))
    if not verbs or not to:
        return None
    return _Rises(
        re.compile(rf"\b(?:{'|'.join(verbs)})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{'|'.join(to)})\s(?P<word>[^\W\d_]+)", re.IGNORECASE),
        re.compile(rf"\b(?:{'|'.join(to)})\s$", re.IGNORECASE),
    )


def _kind(figure: FigureMention, start: int, text: str, told: Told, figures: Sequence[FigureMention]) -> str | None:
    """The kind told nearest to the figure, of those that its unit allows; as near, that with no comma between.

    Of "27 protesters were arrested" it is what befell them, if no other figure stands nearer to that.
    """
    near = sorted(
        (gap(figure, match, start), _is_parted(figure, match, start, text), match.start(), place)
        for place, (match, kind) in enumerate(told)
        if (kind in PAID) == is_measured(figure.unit) and gap(figure, match, start) <= NEAR_CHARS
    )
    kinds = [told[place] for *_, place in near]
    if kinds and kinds[0][1] in GROUPS:
        befell = next(((match, kind) for match, kind in kinds if kind not in GROUPS), None)
        if befell and gap(figure, befell[0], start) == min(gap(other, befell[0], start) for other in figures):
            return befell[1]
    return kinds[0][1] if kinds else None


def _is_parted(figure: FigureMention, match: re.Match[str], start: int, text: str) -> bool:
    """Whether a comma parts a figure from the words of a kind: "9人が死亡、23人がけが"."""
    first, second = sorted(((figure.start - start, figure.end - start), match.span()))
    return COMMA.search(text, first[1], second[0]) is not None


def _is_rate(figure: FigureMention, start: int, rates: Sequence[re.Match[str]]) -> bool:
    return any(gap(figure, match, start) <= RIGHT_BESIDE_CHARS for match in rates)


def _is_of_protesters(figure: FigureMention, start: int, told: Told) -> bool:
    return any(kind == "protesters" and gap(figure, match, start) <= NEAR_NOBODY_CHARS for match, kind in told)


def _none(
    text: str, start: int, told: Told, patterns: Mapping[str, re.Pattern[str]]
) -> Iterator[tuple[str, FigureMention]]:
    for nobody in patterns[NOBODY].finditer(text) if NOBODY in patterns else ():
        for match, kind in told:
            gap = max(match.start() - nobody.end(), nobody.start() - match.end())
            if kind not in PAID and gap <= NEAR_NOBODY_CHARS:
                yield kind, FigureMention(start + nobody.start(), start + nobody.end(), nobody[0], 0.0, None)
