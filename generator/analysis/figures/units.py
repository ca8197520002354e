"""Units around numbers: percent, currencies, measures; symbols that all languages share and names from their files.

Built once per language from ``[figures]`` of its file; gives the unit before or behind a number in its one form: an
ISO 4217 code, ``%``, a symbol ("t", "km").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial

from generator import languages
from generator.analysis.figures.measures import measure_names
from generator.analysis.figures.number_words import number_words
from generator.analysis.figures.symbols import (
    CURRENCY_SIGN,
    CURRENCY_SYMBOLS,
    SCALE_LETTERS,
    SCALED_CODES,
    SHARED_SYMBOLS,
    SYMBOLS,
    VARIANTS,
    longest_first,
)
from generator.analysis.language.patterns import LETTERS, alternatives
from generator.languages.cldr import locale_of

LONGEST_NAME = 3
HALF = 0.5
LONGEST_ENDING = 8
SHORTEST_WITH_ENDING = 4  # letters: Turkish "yeni" is new, not yen
# Codes that begin with X are metals, funds and tests ("XAU" is gold), but for these four
SHARED_CURRENCIES = frozenset(["XAF", "XCD", "XOF", "XPF"])
# Codes of currencies that are also words in capitals ("ALL 5 answers"): accepted behind a number only.
WORDS_IN_CAPITALS = frozenset(
    ["ALL", "BAM", "CUP", "DOP", "GEL", "LAK", "MAD", "MDL", "MOP", "PEN", "SOS", "TOP", "TRY"]
)
# Where the letters of a symbol end; beside scripts without spaces only Latin letters go on
# ("2 t/m 4" is Dutch for "2 to 4")
_END, _LATIN_END = r"(?!\w|\s?/\s?m\s)", r"(?![A-Za-z\d])"


@dataclass(frozen=True, slots=True)
class Units:
    """The units of a language; ``names`` gives the unit of a word in lower case, ``symbols`` that of a symbol.

    ``letters`` are the symbols of currencies that are a mere letter ("R98m"), ``scaled`` gives factor and code of those
    that hold a scale ("MEUR").
    """

    names: Mapping[str, str]
    symbols: Mapping[str, str]
    symbol_after: re.Pattern[str]
    words_after: re.Pattern[str]
    before: re.Pattern[str]
    ending: re.Pattern[str]
    percent_like: re.Pattern[str]
    cents_after: re.Pattern[str]
    speed_before: re.Pattern[str]
    scale_after: re.Pattern[str]
    half_after: re.Pattern[str]
    degrees: Mapping[str, str]
    letters: frozenset[str]
    scaled: Mapping[str, tuple[float, str]]
    scaled_after: re.Pattern[str]
    scaled_before: re.Pattern[str]
    attached: re.Pattern[str] | None


@lru_cache
def units(language: str) -> Units:
    """The units of a language; symbols and currency codes alone for a language without a file."""
    some, unspaced = partial(languages.words, language, "figures"), languages.is_unspaced(language)
    letters = {letter: code for code, letter in map(str.split, some("currency_letters"))}
    symbols, scaled, names = _symbols(), _scaled_currencies(language), _unit_names(language)
    return Units(
        names=names,
        # Where words have no spaces, the longest name that follows: "1200人が", "40多人", "5000万円の"
        attached=_attached(language, names) if unspaced else None,
        symbols={**symbols, **letters, **dict.fromkeys(some("percent_before"), "%")},
        letters=frozenset(letters),
        # "120 MEUR", "45 mkr", "MSEK 45"
        scaled=scaled,
        scaled_after=re.compile(rf"\s{{0,2}}(?P<unit>{longest_first([*scaled])})(?!\w)"),
        scaled_before=re.compile(rf"(?<!\w)(?P<unit>{longest_first([*scaled])})\s{{0,2}}$"),
        # A symbol or code behind a number: "%", " km", "€", " EUR"
        symbol_after=re.compile(
            rf"[\s-]{{0,2}}(?P<unit>{longest_first([*symbols])}|{CURRENCY_SIGN}){_LATIN_END if unspaced else _END}"
        ),
        # Up to three words behind a number, of which the longest known name is its unit: " Schweizer Franken"
        words_after=re.compile(
            rf"[\s-]{{0,2}}(?:{linking(some('unit_of'))})?([^\W\d_][{LETTERS}’'.-]*)(?:\s([^\W\d_][{LETTERS}’'-]*)(?:\s([^\W\d_][{LETTERS}’'-]*))?)?"
        ),
        before=_before(language, letters),
        # What a language adds to the name of a unit: "liraya", "dolarlık", "TL'lik"
        ending=re.compile(f"(?:{languages.table(language, 'figures').get('unit_ending', '(?!)')})"),
        # A percentage as an adjective: "30-prozentig", "30-процентный"
        percent_like=re.compile(rf"\s?-?\s?(?:{alternatives(some('percent_like'))})(?!\w)", re.IGNORECASE),
        cents_after=_cents_after(language),
        # "an hour" before a distance: "每小时80公里", "시속 80km"
        speed_before=re.compile(rf"(?:{alternatives(some('speed_before'))})\s?$"),
        degrees={letter: unit for unit, letter in map(str.split, some("degrees"))},
        half_after=_half_after(language),
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
        for cut in range(len(name) - 1, max(1, len(name) - LONGEST_ENDING) - 1, -1):
            whole = cut >= SHORTEST_WITH_ENDING or name[cut] in "-'’:"  # "Ft-ba", "km:n"
            if whole and name[:cut] in known.names and known.ending.fullmatch(name, cut):
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


def _symbols() -> Mapping[str, str]:
    """Symbols and codes that every language shares, each with the unit that it stands for."""
    same = ("%", *_currency_codes(), *SYMBOLS)
    return {**CURRENCY_SYMBOLS, **{symbol: symbol for symbol in same}, **VARIANTS}


def _before(language: str, letters: Iterable[str]) -> re.Pattern[str]:
    """A currency or a word for percent before a number: "$ 5", "EUR 500", "US$15", "yüzde 5"."""
    leading = longest_first([*CURRENCY_SYMBOLS, *SHARED_SYMBOLS, *letters, *(_currency_codes() - WORDS_IN_CAPITALS)])
    percent = alternatives(languages.words(language, "figures", "percent_before"))
    edge = "" if languages.is_unspaced(language) else r"(?<![^\W\d])"
    return re.compile(rf"(?P<unit>(?<![^\W\d])(?:{leading}|{CURRENCY_SIGN})|{edge}(?i:{percent}))\s{{0,2}}$")


def _attached(language: str, names: Iterable[str]) -> re.Pattern[str]:
    """A unit right behind a number, perhaps with a word that says how exactly it is meant between: "40多人"."""
    meant = alternatives(languages.words(language, "figures", "more_than_behind"))
    return re.compile(rf"\s?(?:(?:{meant})\s?)?(?P<unit>{alternatives(names)})")


def _cents_after(language: str) -> re.Pattern[str]:
    """The small coins behind an amount: "5 euro 50", "3 euro en 50 cent", "thirteen dollars forty-five."."""
    cents = alternatives(languages.words(language, "figures", "cents"))
    joined = alternatives(languages.words(language, "figures", "and"))
    return re.compile(
        rf"\s(?:(?:{joined})\s)?(?P<coins>[^\W_]{{2,16}}(?:[\s-](?!(?:{cents})\b)[^\W\d_]{{3,9}})?)"
        rf"(?:\s(?P<named>{cents})\b|(?=\s?(?:[.,;!?]\D|[.!?]?$)))",
        re.IGNORECASE,
    )


def _half_after(language: str) -> re.Pattern[str]:
    """A half behind a unit that belongs to the number before it: " et demi", " and a half", "半"."""
    some = partial(languages.words, language, "figures")
    joined, one = alternatives((*some("and"), *some("joiners"))), alternatives(some("indefinite"))
    halves = alternatives(word for word, part in number_words(language).fractions.items() if part == HALF)
    attached = "|".join(some("half_behind")) or "(?!)"
    article = rf"(?:{one})\s" if languages.table(language, "figures").get("half_with_article") else ""
    return re.compile(rf"\s(?:{joined})\s{article}(?:{halves})(?![\w-]|\s\d)|{attached}", re.IGNORECASE)


def _unit_names(language: str) -> dict[str, str]:
    """Unit by its name in lower case, from lines such as "EUR Euro Euros" (``_`` for a space) and CLDR's currencies."""
    percent = (f"% {word}" for word in languages.words(language, "figures", "percent"))
    listed = (languages.words(language, "figures", key) for key in ("currencies", "measures"))
    lines = map(str.split, [*(line for lines in listed for line in lines), *percent])
    own = {name.replace("_", " ").casefold(): unit for unit, *names in lines for name in names}
    return {**_currency_names(language), **measure_names(language), **own}


def _scaled_currencies(language: str) -> dict[str, tuple[float, str]]:
    """Factor and code by each name of ``scaled_currencies`` ("SEK 1e6 mkr") and of codes with a letter before them."""
    found = {letter + code: (factor, code) for letter, factor in SCALE_LETTERS.items() for code in SCALED_CODES}
    for code, factor, *names in map(str.split, languages.words(language, "figures", "scaled_currencies")):
        found |= {name: (float(factor), code) for name in names}
    return found


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
