"""Units around numbers: percent, currencies, measures; symbols that all languages share and names from their files.

Built once per language from ``[figures]`` of its file; gives the unit before or behind a number in its one form: an
ISO 4217 code, ``%``, a symbol ("t", "km").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator import languages
from generator.analysis.figures.number_words import number_words
from generator.analysis.language.patterns import LETTERS, alternatives
from generator.languages.cldr import locale_of

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
    "Rp": "IDR",
    "C$": "CAD",
    "A$": "AUD",
    "HK$": "HKD",
    "R$": "BRL",
    "S$": "SGD",
    "NZ$": "NZD",
    "NT$": "TWD",
}
LONGEST_NAME = 3
LONGEST_ENDING = 8
SHORTEST_WITH_ENDING = 4  # letters: Turkish "yeni" is new, not yen
# Codes that begin with X are metals, funds and tests ("XAU" is gold), but for these four
SHARED_CURRENCIES = frozenset(["XAF", "XCD", "XOF", "XPF"])
# Codes of currencies that are also words in capitals ("ALL 5 answers"): accepted behind a number only.
WORDS_IN_CAPITALS = frozenset(
    ["ALL", "BAM", "CUP", "DOP", "GEL", "LAK", "MAD", "MDL", "MOP", "PEN", "SOS", "TOP", "TRY"]
)
# Symbols of SI and of common use: "5 km", "29km", "70 km/h", "4,18 m²", "24 °C"
SYMBOLS = (
    "t", "kt", "Mt", "kg", "g", "mg", "km", "m", "cm", "mm", "km²", "m²", "km2", "m2", "mi2", "mi", "m³", "m3",
    "ha", "l", "hl", "km/h", "m/s", "mph", "W", "kW", "MW", "GW", "TW", "kWh", "MWh", "GWh", "TWh", "V", "kV",
    "Wh", "kWp", "MWp", "GWp", "kJ", "MJ", "dB", "Hz", "kHz", "MHz", "GHz", "bbl", "bcm", "MB", "GB", "TB",
    "kB", "PB", "kbit/s", "Mbit/s", "Gbit/s", "°C", "°F", "°", "K", "‰", "ppm", "hPa", "MPa", "kPa", "mSv", "Gt",
    "µg", "nm", "ml", "cl", "dl", "mg/l", "µg/m³",
)  # fmt: skip
# The same, as many write them
VARIANTS = {
    "Km": "km", "KM": "km", "Kg": "kg", "KG": "kg", "KWh": "kWh", "kwh": "kWh", "KW": "kW", "Mwh": "MWh", "Gwh": "GWh",
    "Twh": "TWh", "μg": "µg", "qm": "m²", "qkm": "km²", "kph": "km/h", "kmh": "km/h", "ºC": "°C", "º": "°", "℃": "°C",
}  # fmt: skip
# Any other sign of a currency of Unicode's currency block; it is its own unit
_CURRENCY_SIGN = "[\u20a0-\u20c0元]"


# Where the letters of a symbol end; beside scripts without spaces only Latin letters go on
# ("2 t/m 4" is Dutch for "2 to 4")
_END, _LATIN_END = r"(?!\w|\s?/\s?m\s)", r"(?![A-Za-z\d])"


@dataclass(frozen=True, slots=True)
class Units:
    """The units of a language; ``names`` gives the unit of a word in lower case, ``symbols`` that of a symbol."""

    names: Mapping[str, str]
    symbols: Mapping[str, str]
    symbol_after: re.Pattern[str]
    words_after: re.Pattern[str]
    before: re.Pattern[str]
    ending: re.Pattern[str]
    percent_like: re.Pattern[str]
    cents_after: re.Pattern[str]
    scale_after: re.Pattern[str]
    degrees: Mapping[str, str]
    attached: re.Pattern[str] | None


@lru_cache
def units(language: str) -> Units:
    """The units of a language; symbols and currency codes alone for a language without a file."""
    codes = _currency_codes()
    symbols = {
        "%": "%",
        **CURRENCY_SYMBOLS,
        **{code: code for code in codes},
        **{symbol: symbol for symbol in SYMBOLS},
        **VARIANTS,
    }
    leading = _longest_first([*CURRENCY_SYMBOLS, *(codes - WORDS_IN_CAPITALS)])
    percent_before = alternatives(languages.words(language, "figures", "percent_before"))
    unit_of = linking(languages.words(language, "figures", "unit_of"))
    table, names = languages.table(language, "figures"), _unit_names(language)
    unspaced = languages.is_unspaced(language)
    return Units(
        names=names,
        # Where words have no spaces, the longest name that follows: "1200人が", "40多人", "5000万円の"
        attached=_attached(language, names) if unspaced else None,
        symbols=symbols,
        # A symbol or code behind a number: "%", " km", "€", " EUR"
        symbol_after=re.compile(
            rf"[\s-]{{0,2}}(?P<unit>{_longest_first(symbols)}|{_CURRENCY_SIGN}){_LATIN_END if unspaced else _END}"
        ),
        # Up to three words behind a number, of which the longest known name is its unit: " Schweizer Franken"
        words_after=re.compile(
            rf"[\s-]{{0,2}}(?:{unit_of})?([^\W\d_][{LETTERS}’'.-]*)(?:\s([^\W\d_][{LETTERS}’'-]*)(?:\s([^\W\d_][{LETTERS}’'-]*))?)?"
        ),
        # A currency before a number: "$ 5", "EUR 500", "US$15"
        before=re.compile(rf"(?<![^\W\d])(?P<unit>{leading}|{_CURRENCY_SIGN}|(?i:{percent_before}))\s{{0,2}}$"),
        # What a language adds to the name of a unit: "liraya", "dolarlık", "TL'lik"
        ending=re.compile(f"(?:{table.get('unit_ending', '(?!)')})"),
        # A percentage as an adjective: "30-prozentig", "30-процентный"
        percent_like=re.compile(
            rf"\s?-?\s?(?:{alternatives(languages.words(language, 'figures', 'percent_like'))})(?!\w)", re.IGNORECASE
        ),
        cents_after=_cents_after(language),
        degrees={letter: unit for unit, letter in map(str.split, languages.words(language, "figures", "degrees"))},
        scale_after=re.compile(rf"\s(?P<scale>{alternatives(number_words(language).scales)})\b", re.IGNORECASE),
    )


def named_unit(sentence: str, position: int, known: Units) -> tuple[int, str] | None:
    """Where the unit behind a number ends, and which it is: "%", " US-Dollar", " Schweizer Franken"."""
    attached = known.attached.match(sentence, position) if known.attached else None
    if attached:
        return attached.end(), known.names[attached["unit"].casefold()]
    named = _in_words(sentence, position, known)
    if named:
        return named
    percent = known.percent_like.match(sentence, position)
    if percent:
        return percent.end(), "%"
    symbol = known.symbol_after.match(sentence, position)
    if symbol is None or _is_elided(sentence, symbol.end()):
        return None
    return symbol.end(), known.symbols.get(symbol["unit"], symbol["unit"])


def _in_words(sentence: str, position: int, known: Units) -> tuple[int, str] | None:
    """Where the name of a unit behind a number ends, and its unit; the longest of up to three words."""
    following = known.words_after.match(sentence, position)
    if following is None or (sentence[position] == "-" and _is_ending(following[1])):
        return None
    for last in (3, 2, 1):
        if not following[last] or _is_elided(sentence, following.end(last)):
            continue
        name = " ".join(sentence[following.start(1) : following.end(last)].casefold().split())
        for form in (name, name.rstrip(".")):
            if form in known.names:
                return following.end(last) - len(name) + len(form), known.names[form]
        for cut in range(len(name) - 1, max(SHORTEST_WITH_ENDING, len(name) - LONGEST_ENDING) - 1, -1):
            if name[:cut] in known.names and known.ending.fullmatch(name, cut):
                return following.end(last), known.names[name[:cut]]
    return None


def _is_ending(word: str) -> bool:
    """Whether a letter behind a hyphen is the ending of an ordinal: "на 91-м году"."""
    return len(word) == 1 and not word.isascii()


def linking(words: Iterable[str]) -> str:
    """A regular expression for words with the space behind them that they need: "de ", "d'"."""
    return (
        "|".join(f"(?:{alternatives([word])})" + (r"\s?" if word[-1] in "'’" else r"\s") for word in words) or r"(?!)"
    )


def _is_elided(sentence: str, end: int) -> bool:
    """Whether the letters before an apostrophe belong to the next word: "2016 l'argine" is no 2016 litres."""
    return sentence[end : end + 1] in ("'", "’") and sentence[end + 1 : end + 2].isalpha()


def _attached(language: str, names: Iterable[str]) -> re.Pattern[str]:
    """A unit right behind a number, perhaps with a word that says how exactly it is meant between: "40多人"."""
    meant = alternatives(languages.words(language, "figures", "more_than_behind"))
    return re.compile(rf"\s?(?:(?:{meant})\s?)?(?P<unit>{alternatives(names)})")


def _longest_first(symbols: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, symbols), key=lambda symbol: (-len(symbol), symbol)))


def _cents_after(language: str) -> re.Pattern[str]:
    """The small coins behind an amount: "5 euro 50", "3 euro en 50 cent", "thirteen dollars forty-five."."""
    cents = alternatives(languages.words(language, "figures", "cents"))
    joined = alternatives(languages.words(language, "figures", "and"))
    return re.compile(
        rf"\s(?:(?:{joined})\s)?(?P<coins>[^\W_]{{2,16}}(?:[\s-](?!(?:{cents})\b)[^\W\d_]{{3,9}})?)"
        rf"(?:\s(?P<named>{cents})\b|(?=\s?(?:[.,;!?]\D|[.!?]?$)))",
        re.IGNORECASE,
    )


def _unit_names(language: str) -> dict[str, str]:
    """Unit by its name in lower case, from lines such as "EUR Euro Euros" (``_`` for a space) and CLDR's currencies."""
    percent = (f"% {word}" for word in languages.words(language, "figures", "percent"))
    listed = (languages.words(language, "figures", key) for key in ("currencies", "measures"))
    lines = map(str.split, [*(line for lines in listed for line in lines), *percent])
    own = {name.replace("_", " ").casefold(): unit for unit, *names in lines for name in names}
    return {**_currency_names(language), **own}


def _currency_names(language: str) -> dict[str, str]:
    """Names of currencies in the singular and plural forms that CLDR gives for counting them, current codes first."""
    from babel.core import get_global  # its tables load only when a text is analysed

    locale = locale_of(language)
    if locale is None:
        return {}
    found: dict[str, str] = {}
    current = get_global("all_currencies")
    plurals: Mapping[str, Mapping[str, str]] = locale._data["currency_names_plural"]  # noqa: SLF001 - Babel shows singulars alone
    for code in sorted(_currency_codes() & locale.currencies.keys(), key=lambda code: (not current.get(code), code)):
        for name in (locale.currencies[code], *dict(plurals.get(code, {})).values()):
            if len(name.split()) <= LONGEST_NAME and not name.isupper():
                found.setdefault(name.casefold(), code)
    return found


def _currency_codes() -> frozenset[str]:
    from babel.core import get_global  # its tables load only when a text is analysed

    return frozenset(code for code in get_global("all_currencies") if code[0] != "X" or code in SHARED_CURRENCIES)
