"""The site's own words, and dates, numbers and names of languages, as a language writes them.

Takes BCP 47 tags and EDTF strings; gives text for readers. Messages are English and stand in the source; their
translations are gettext catalogues in ``generator/locale/<language>.po``. A language without a catalogue shows the
English words, with dates and numbers as English writes them; a date that is not understood is shown as it stands.
"""

from __future__ import annotations

import gettext
import io
import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cache
from importlib.resources import files

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_compact_decimal, format_decimal, format_percent
from babel.units import format_unit

from generator.languages.cldr import locale_of
from generator.locale import _

MILLION, BEYOND_WORDS = 10**6, 10**15
# more than a float has before and behind the point, so that none is too large to be written
DIGITS_OF_A_NUMBER = 400
DECIMALS, LARGEST_DENOMINATOR = 6, 12

# English in the order of most of the world: "11 August 2025"
_LOCALES = {"en": "en_GB"}

# a year, a month, a day, or what is left of them: "2025-08-11", "2023-10", "2020", "199X"
_CALENDAR = re.compile(r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")


# how EDTF numbers the seasons: "2024-21" is the spring of 2024
_SEASONS = {21: _("spring"), 22: _("summer"), 23: _("autumn"), 24: _("winter")}


class Interface:
    """Interface text in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._messages = _catalogue(language)
        self._locale = _locale(language if has_words_for(language) else "en")

    def gettext(self, message: str) -> str:
        """The translation of an interface string, or the string itself."""
        return self._messages.gettext(message)

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        """The form for ``count``, with ``%(count)s`` filled in."""
        return self.plural(singular, plural, count) % {"count": self.number(count)}

    def plural(self, singular: str, plural: str, count: int) -> str:
        """The form for ``count``, its placeholders not yet filled in."""
        return self._messages.ngettext(singular, plural, count)

    def before(self, label: str) -> str:
        """A word and the colon behind it, as the language sets it: "Timeline:", in French with a space between."""
        return self.gettext("%(label)s:") % {"label": label}

    def alternatives(self, words: Sequence[str]) -> str:
        """A list of which one holds: "12, 13 or 15"."""
        return str(format_list(words, style="or", locale=self._locale))

    def date(self, edtf: str | None) -> str:
        """An EDTF date in words: "11 August 2025", "October 2023", "1990s", "2016 to 2020"."""
        if not edtf:
            return self.gettext("date unknown")
        if "/" in edtf:
            return self._interval(*edtf.split("/", 1))
        return self._moment(edtf)

    def period(self, first: str, last: str) -> str:
        """From one date to another where there is little room: "2–9 Jun 2026"; one of them where both are the same."""
        if first == last:
            return self.date(first)
        try:
            start, end = date.fromisoformat(first), date.fromisoformat(last)
        except ValueError:
            return self.date(f"{first}/{last}")
        return str(format_interval(start, end, "yMMMd", locale=self._locale))

    def short_date(self, edtf: str) -> str:
        """A year or a month where there is little room: "2020", "Oct 2023"."""
        found = _CALENDAR.fullmatch(edtf)
        if not found or not found["month"]:
            return self.date(edtf)
        month = datetime(int(found["year"]), int(found["month"]), 1)  # noqa: DTZ001 - a month has no zone
        return str(format_skeleton("yMMM", month, locale=self._locale))

    def number(self, value: float) -> str:
        """A number with the separators of the language."""
        with localcontext(prec=DIGITS_OF_A_NUMBER):
            return str(format_decimal(value, locale=self._locale))

    def quantity(self, value: float, unit: str | None) -> str:
        """A number and its unit, a large one in words where nothing is lost: "1.6 billion USD", "40%"."""
        with localcontext(prec=DIGITS_OF_A_NUMBER):
            return self._quantity(value, unit)

    def _quantity(self, value: float, unit: str | None) -> str:
        exact = Decimal(str(value))
        if exact == exact.to_integral_value():  # plural rules tell "1.0 million" from "1 million"
            exact = exact.to_integral_value()
        if unit == "%":
            return str(format_percent(exact / 100, locale=self._locale, decimal_quantization=False))
        thousands = (exact.adjusted() // 3) * 3
        is_short = MILLION <= abs(exact) < BEYOND_WORDS and exact == round(exact.scaleb(-thousands), 3).scaleb(
            thousands
        )
        number = _simple_fraction(value) or self.number(value)
        if is_short:
            number = self._in_words(exact, thousands)
        return f"{number}\N{NO-BREAK SPACE}{unit}" if unit else number

    def _in_words(self, exact: Decimal, thousands: int) -> str:
        """A number of millions or more with its scale: "1.6 billion"; one million in the singular in French too."""
        singular = self._locale.compact_decimal_formats["long"].get("one", {}).get(str(10**thousands))
        if exact.scaleb(-thousands) == 1 and singular:
            return str(singular.apply(Decimal(1), self._locale))
        return str(format_compact_decimal(exact, format_type="long", locale=self._locale, fraction_digits=3))

    def file_size(self, size_bytes: int) -> str:
        """The size of a file for somebody who is about to fetch it: "1.2 MB"."""
        unit, number = ("megabyte", size_bytes / 1e6) if size_bytes >= 1e6 else ("kilobyte", max(1, size_bytes / 1e3))
        shown = round(number, 1 if number < 10 else 0)
        return str(format_unit(shown, unit, length="short", locale=self._locale))

    def language_name(self, code: str) -> str:
        """The name of a language: "German"; its tag where nobody knows a name."""
        if code in {"", "und"}:
            return self.gettext("language unknown")
        name = self._locale.languages.get(code.split("-", maxsplit=1)[0])
        return str(name) if name else code

    def country_name(self, country: str) -> str:
        """The name of a country by its code (ISO 3166: "DE"); what is no code stands as it is written."""
        return str(self._locale.territories.get(country.upper(), country))

    def _interval(self, start: str, end: str) -> str:
        if start in {"", ".."}:
            return self.gettext("until %(end)s") % {"end": self._moment(end)}
        if end in {"", ".."}:
            return self.gettext("since %(start)s") % {"start": self._moment(start)}
        return self.gettext("%(start)s to %(end)s") % {"start": self._moment(start), "end": self._moment(end)}

    def _moment(self, edtf: str) -> str:
        core = edtf.rstrip("?~%")
        words = self._calendar(core.split("T")[0])
        if core == edtf:
            return words
        uncertain = self.gettext("%(date)s (uncertain)") if edtf.endswith("?") else self.gettext("about %(date)s")
        return uncertain % {"date": words}

    def _calendar(self, edtf: str) -> str:
        found = _CALENDAR.fullmatch(edtf)
        if not found:
            return edtf
        year, month, day = found["year"], found["month"], found["day"]
        if year.endswith("XX"):
            return self.gettext("%(first)s to %(last)s") % {"first": f"{year[:2]}00", "last": f"{year[:2]}99"}
        if year.endswith("X"):
            return self.gettext("%(decade)ss") % {"decade": f"{year[:3]}0"}
        if month is None:
            return year
        if int(month) in _SEASONS:
            return f"{self.gettext(_SEASONS[int(month)])} {year}"
        return self._day_or_month(edtf, int(year), int(month), day)

    def _day_or_month(self, edtf: str, year: int, month: int, day: str | None) -> str:
        try:
            if day is None:
                return str(format_skeleton("yMMMM", datetime(year, month, 1), locale=self._locale))  # noqa: DTZ001 - a month has no zone
            return str(format_date(date(year, month, int(day)), "long", locale=self._locale))
        except ValueError:
            return edtf

    def direction(self, code: str) -> str:
        """``rtl`` for languages written from right to left, else ``ltr``."""
        return _direction(code)


def _simple_fraction(value: float) -> str | None:
    """ "1/3" for a part of a whole that no short decimal is: an article wrote it in words."""
    if not 0 < value < 1 or round(value, DECIMALS) == value:
        return None
    part = Fraction(value).limit_denominator(LARGEST_DENOMINATOR)
    return f"{part.numerator}/{part.denominator}" if abs(float(part) - value) < 10**-DECIMALS else None


def languages_with_words() -> tuple[str, ...]:
    """The languages that pages have words of their own in, in alphabetical order: "de", "en", "es"."""
    catalogues = [file.name for file in files("generator.locale").iterdir() if file.name.endswith(".po")]
    return tuple(sorted({"en", *(name.removesuffix(".po") for name in catalogues)}))


def has_words_for(language: str) -> bool:
    """Whether pages in this language have words of their own; others have the English ones."""
    return language.split("-", maxsplit=1)[0] == "en" or _written_catalogue(language) is not None


def _written_catalogue(language: str) -> bytes | None:
    source = files("generator.locale").joinpath(f"{language.split('-', maxsplit=1)[0]}.po")
    return source.read_bytes() if source.is_file() else None


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    """The catalogue of a language, compiled in memory; the empty one where there is none."""
    if (content := _written_catalogue(language)) is None:
        return gettext.NullTranslations()
    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(content)))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


@cache
def _locale(language: str) -> Locale:
    return locale_of(_LOCALES.get(language, language)) or Locale.parse(_LOCALES["en"])


@cache
def _direction(code: str) -> str:
    locale = locale_of(code.split("-", maxsplit=1)[0])
    return str(locale.text_direction) if locale else "auto"
