"""The words around numbers in a language: percent, currencies, measures, qualifiers, what makes a number no figure.

Built once per language from ``[figures]`` of its file; symbols that all languages share stand here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator import languages
from generator.analysis.figures.number_words import number_words
from generator.analysis.time.words import alternatives, temporal_words
from generator.model import Qualifier

CURRENCY_SYMBOLS = {
    "€": "EUR",
    "$": "USD",
    "US$": "USD",
    "US-$": "USD",
    "£": "GBP",
    "¥": "JPY",
    "₽": "RUB",
    "₺": "TRY",
    "₴": "UAH",
    "₼": "AZN",
    "₾": "GEL",
    "₸": "KZT",
    "₹": "INR",
    "₪": "ILS",
    "₩": "KRW",
    "zł": "PLN",
    "C$": "CAD",
    "A$": "AUD",
    "HK$": "HKD",
    "R$": "BRL",
}
LONGEST_NAME = 3
# Codes of currencies that are also words in capitals ("ALL 5 answers"): accepted behind a number only.
WORDS_IN_CAPITALS = frozenset(
    ["ALL", "BAM", "CUP", "DOP", "GEL", "LAK", "MAD", "MDL", "MOP", "PEN", "SOS", "TOP", "TRY"]
)
# Symbols of SI and of common use: "5 km", "29km", "70 km/h", "4,18 m²", "24 °C"
SYMBOLS = (
    "t", "kt", "Mt", "kg", "g", "mg", "km", "m", "cm", "mm", "km²", "m²", "km2", "m2", "mi2", "mi", "m³", "m3",
    "ha", "l", "hl", "km/h", "m/s", "mph", "W", "kW", "MW", "GW", "TW", "kWh", "MWh", "GWh", "TWh", "V", "kV",
    "Hz", "MHz", "GHz", "bbl", "bcm", "MB", "GB", "TB", "kB", "PB", "°C", "°F", "°", "K", "‰", "ppm", "hPa",
    "MPa",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FigureWords:
    """Regular expressions and tables around numbers; ``unit_names`` gives the unit of a word in lower case."""

    language: str
    unit_names: Mapping[str, str]
    symbols: Mapping[str, str]
    symbol_after: re.Pattern[str]
    words_after: re.Pattern[str]
    unit_before: re.Pattern[str]
    qualifiers: tuple[tuple[Qualifier, re.Pattern[str]], ...]
    after_noun: re.Pattern[str]
    or_more: re.Pattern[str]
    ranges: re.Pattern[str]
    between: re.Pattern[str]
    ratios: re.Pattern[str]
    changes: re.Pattern[str]
    and_between: re.Pattern[str]
    time_after: re.Pattern[str]
    age_after: re.Pattern[str]
    label_before: re.Pattern[str]
    people: frozenset[str]
    durations: frozenset[str]
    vague_before: re.Pattern[str]
    minus_before: re.Pattern[str]
    cents_after: re.Pattern[str]
    scale_after: re.Pattern[str]
    indefinite: frozenset[str]
    stop_words: frozenset[str]
    noun: re.Pattern[str]
    next_word: re.Pattern[str]
    decimal_comma: bool


@lru_cache
def figure_words(language: str) -> FigureWords:
    """The words around numbers of a language; symbols and currency codes alone for a language without a file."""
    table = languages.table(language, "figures")

    def some(key: str) -> tuple[str, ...]:
        return languages.words(language, "figures", key)

    cents = f"(?:{alternatives(some('cents'))})"
    articles = (*languages.words(language, "dates", "article"), *some("after_qualifier"))
    unit_of = alternatives(some("unit_of"))
    names = _unit_names(language, some)
    codes = _currency_codes()
    symbols = {**CURRENCY_SYMBOLS, **{code: code for code in codes}, **{symbol: symbol for symbol in SYMBOLS}, "%": "%"}
    exact = "|".join(sorted(map(re.escape, symbols), key=lambda symbol: (-len(symbol), symbol)))
    before = [*CURRENCY_SYMBOLS, *sorted(codes - WORDS_IN_CAPITALS)]
    leading = "|".join(sorted(map(re.escape, before), key=lambda symbol: (-len(symbol), symbol)))
    return FigureWords(
        language=language,
        unit_names=names,
        symbols=symbols,
        # A symbol or code behind a number: "%", " km", "€", " EUR"
        symbol_after=re.compile(rf"[\s-]{{0,2}}(?P<unit>{exact}|{_CURRENCY_SIGN})(?!\w)"),
        # Up to three words behind a number, of which the longest known name is its unit: " Schweizer Franken"
        words_after=re.compile(
            rf"[\s-]{{0,2}}(?:(?:{unit_of})\s?)?([^\W\d_][\w’'.-]*)(?:\s([^\W\d_][\w’'-]*)(?:\s([^\W\d_][\w’'-]*))?)?"
        ),
        # A currency before a number: "$ 5", "EUR 500", "US$15"
        unit_before=re.compile(
            rf"(?<![^\W\d])(?P<unit>{leading}|{_CURRENCY_SIGN}|{alternatives(some('percent_before'))})\s{{0,2}}$"
        ),
        qualifiers=tuple((qualifier, _just_before(some(key), articles)) for qualifier, key in _QUALIFIERS),
        # "ein Vertrag über 5 Millionen" is no more than that, "mit über 5 Millionen" is
        after_noun=re.compile(rf"\b[A-ZÄÖÜ]\w+\s(?:{alternatives(some('not_after_noun'))})\s$"),
        or_more=re.compile(rf"\s{{1,3}}(?:{alternatives(some('or_more'))})\b", re.IGNORECASE),
        # What makes two numbers a range: "5 bis 10", "5–10", "5 to 10"
        ranges=re.compile(rf"\s?[-–—]\s?|\s{{1,3}}(?:{alternatives(some('ranges'))})\s{{1,3}}", re.IGNORECASE),
        # What makes a number change into another: "von 40 auf 35"
        changes=re.compile(rf"\s(?:{alternatives(some('changes'))})\s", re.IGNORECASE),
        # What makes two numbers a share: "7 in 10", "2 out of 5"
        ratios=re.compile(rf"\s(?:{alternatives(some('ratios'))})\s", re.IGNORECASE),
        between=_just_before(some("between"), articles),
        # "between 5 and 10", "tra il 10 e il 15"
        and_between=re.compile(
            rf"\s{{1,3}}(?:{alternatives(some('and'))})\s{{1,3}}(?:(?:{alternatives(articles)})\s{{1,3}})?",
            re.IGNORECASE,
        ),
        # What makes a number a time of day: "15 Uhr", "8 p.m.", "14h30"
        time_after=re.compile(rf"\s?(?:(?:{alternatives(some('times'))})(?!\w)|[:h]\d\d)", re.IGNORECASE),
        age_after=re.compile(rf"\s?-?\s?(?:{alternatives(some('ages'))})", re.IGNORECASE),
        label_before=_just_before(some("labels")),
        durations=frozenset(temporal_words(language).units),
        vague_before=_just_before(some("vague")),
        minus_before=_just_before(some("minus")),
        # The small coins behind an amount: "5 euro 50", "3 euro en 50 cent", "thirteen dollars forty-five."
        cents_after=re.compile(
            rf"\s(?:(?:{alternatives(some('and'))})\s)?(?P<coins>[^\W_]{{2,16}}(?:[\s-](?!{cents}\b)[^\W\d_]{{3,9}})?)"
            rf"(?:\s(?P<named>{cents})\b|(?=\s?(?:[.,;!?]\D|[.!?]?$)))",
            re.IGNORECASE,
        ),
        scale_after=re.compile(rf"\s(?P<scale>{alternatives(number_words(language).scales)})\b", re.IGNORECASE),
        indefinite=frozenset(word.casefold() for word in some("indefinite")),
        people=frozenset(word.casefold() for word in some("people")),
        stop_words=frozenset(word.casefold() for word in some("stop_words")),
        # The word behind a number, past an "of": " Menschen", " de personnes"
        next_word=re.compile(rf"[ \u00a0](?:(?:{unit_of})\s?)?([^\W\d_][\w’'-]*)"),
        noun=re.compile(str(table.get("noun", r"[^\W\d_]{2,}"))),
        decimal_comma=bool(table.get("decimal_comma", True)),
    )


def named_unit(sentence: str, position: int, words: FigureWords) -> tuple[int, str] | None:
    """Where the unit behind a number ends, and which it is: "%", " US-Dollar", " Schweizer Franken"."""
    symbol = words.symbol_after.match(sentence, position)
    following = words.words_after.match(sentence, position)
    for last in (3, 2, 1) if following else ():
        if following and following[last] and not _is_elided(sentence, following.end(last)):
            name = " ".join(sentence[following.start(1) : following.end(last)].casefold().split())
            for form in (name, name.rstrip(".")):
                if form in words.unit_names:
                    return following.end(last) - len(name) + len(form), words.unit_names[form]
    if symbol is None or _is_elided(sentence, symbol.end()):
        return None
    return symbol.end(), words.symbols.get(symbol["unit"], symbol["unit"])


def _is_elided(sentence: str, end: int) -> bool:
    """Whether the letters before an apostrophe belong to the next word: "2016 l'argine" is no 2016 litres."""
    return sentence[end : end + 1] in ("'", "’") and sentence[end + 1 : end + 2].isalpha()


def counted(sentence: str, position: int, words: FigureWords, reach: int = 3) -> re.Match[str] | None:
    """The thing counted: the first word behind a number that looks like a noun, among the next ``reach`` words."""
    for _ in range(reach):
        word = words.next_word.match(sentence, position)
        if word is None or word[1].casefold() in words.stop_words:
            return None
        if words.noun.fullmatch(word[1]):
            return re.compile(r"[\w’'-]+").match(sentence, word.start(1))
        position = word.end()
    return None


# Any other sign of a currency of Unicode's currency block; it is its own unit
_CURRENCY_SIGN = "[\u20a0-\u20c0元]"

_QUALIFIERS = (
    (Qualifier.AT_LEAST, "at_least"),
    (Qualifier.AT_MOST, "at_most"),
    (Qualifier.MORE_THAN, "more_than"),
    (Qualifier.LESS_THAN, "less_than"),
    (Qualifier.NEARLY, "nearly"),
    (Qualifier.ABOUT, "about"),
)


def _just_before(words: Iterable[str], articles: Iterable[str] = ()) -> re.Pattern[str]:
    """Any of the words, right before a number, perhaps with an article: "mindestens ", "circa il ", "Art. " """
    return re.compile(
        rf"(?<!\w)(?:{alternatives(words)})[\s(„“\"']{{0,3}}(?:(?:{alternatives(articles)})\s)?$", re.IGNORECASE
    )


def _unit_names(language: str, some: Callable[[str], tuple[str, ...]]) -> dict[str, str]:
    """Unit by its name in lower case, from lines such as "EUR Euro Euros" (``_`` for a space) and CLDR's currencies."""
    lines = [*some("currencies"), *some("measures"), *(f"% {word}" for word in some("percent"))]
    own = {name.replace("_", " ").casefold(): unit for unit, *names in map(str.split, lines) for name in names}
    return {**_currency_names(language), **own}


def _currency_names(language: str) -> dict[str, str]:
    """Names of currencies in the singular and plural forms that CLDR gives for counting them, current codes first."""
    from babel import Locale, UnknownLocaleError  # its tables load only when a text is analysed
    from babel.core import get_global

    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return {}
    found: dict[str, str] = {}
    current = get_global("all_currencies")
    plurals: Mapping[str, Mapping[str, str]] = locale._data["currency_names_plural"]
    for code in sorted(locale.currencies, key=lambda code: (not current.get(code), code)):
        for name in (locale.currencies[code], *dict(plurals.get(code, {})).values()):
            if len(name.split()) <= LONGEST_NAME and not name.isupper():
                found.setdefault(name.casefold(), code)
    return found


def _currency_codes() -> frozenset[str]:
    from babel.core import get_global  # its tables load only when a text is analysed

    return frozenset(code for code in get_global("all_currencies") if len(code) == 3)
