"""Names of measures in a language as CLDR counts them: "15 stupňů Celsia", "20 kilometriä tunnissa".

CLDR has one form for each grammatical number. Of energy it names the kilowatt-hour alone; the names of the larger ones
are made of that and of the prefixes by which the language tells a kilowatt from a megawatt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.languages.cldr import locale_of

# CLDR's name and our symbol; of pounds nobody knows whether they weigh, and a bit is a word, as "julio" is a month
MEASURES = {
    "length-kilometer": "km", "length-meter": "m", "length-centimeter": "cm", "length-millimeter": "mm",
    "length-mile": "mi", "length-foot": "ft", "area-hectare": "ha", "area-square-kilometer": "km²",
    "area-square-meter": "m²", "area-acre": "ac", "area-square-mile": "mi²", "mass-kilogram": "kg", "mass-gram": "g",
    "mass-milligram": "mg", "mass-microgram": "µg", "mass-tonne": "t", "volume-liter": "l", "volume-milliliter": "ml",
    "volume-hectoliter": "hl", "volume-cubic-meter": "m³", "volume-barrel": "bbl", "speed-kilometer-per-hour": "km/h",
    "speed-meter-per-second": "m/s", "speed-mile-per-hour": "mph", "temperature-celsius": "°C",
    "temperature-fahrenheit": "°F", "angle-degree": "°", "power-watt": "W", "power-kilowatt": "kW",
    "power-megawatt": "MW", "power-gigawatt": "GW", "energy-kilowatt-hour": "kWh", "frequency-megahertz": "MHz",
    "frequency-gigahertz": "GHz", "digital-megabyte": "MB", "digital-gigabyte": "GB", "digital-terabyte": "TB",
    "pressure-hectopascal": "hPa", "concentr-permille": "‰", "length-inch": "in", "length-yard": "yd",
    "length-nautical-mile": "nmi", "length-light-year": "ly", "length-decimeter": "dm", "length-micrometer": "µm",
    "length-nanometer": "nm", "length-picometer": "pm", "area-square-centimeter": "cm²", "area-square-foot": "ft²",
    "area-square-inch": "in²", "area-square-yard": "yd²", "mass-ounce": "oz", "mass-carat": "ct",
    "volume-cubic-kilometer": "km³", "volume-cubic-centimeter": "cm³", "volume-cubic-foot": "ft³",
    "volume-gallon": "gal", "volume-pint": "pt", "volume-fluid-ounce": "fl oz", "volume-centiliter": "cl",
    "volume-deciliter": "dl", "volume-teaspoon": "tsp", "volume-tablespoon": "tbsp", "temperature-kelvin": "K",
    "power-milliwatt": "mW", "power-horsepower": "hp", "energy-kilojoule": "kJ",
    "energy-calorie": "cal", "energy-kilocalorie": "kcal", "frequency-hertz": "Hz", "frequency-kilohertz": "kHz",
    "electric-volt": "V", "electric-ampere": "A", "electric-ohm": "Ω", "digital-byte": "B",
    "digital-kilobit": "kbit", "digital-megabit": "Mbit", "digital-gigabit": "Gbit", "digital-kilobyte": "kB",
    "digital-petabyte": "PB", "pressure-millibar": "mbar", "pressure-kilopascal": "kPa", "angle-radian": "rad",
    "pressure-megapascal": "MPa", "graphics-megapixel": "MP",
}  # fmt: skip
# The larger energies, and the names that show their prefix: with it and without
LARGER_ENERGIES = (
    ("MWh", "power-megawatt", "power-watt"),
    ("GWh", "power-gigawatt", "power-watt"),
    ("TWh", "digital-terabyte", "digital-byte"),
)
# Up to so many words are sought behind a number
LONGEST_NAME = 3
SHORTEST_NAME = 3
# "{0} stupňů Celsia", "{0}公里"
_FORM = re.compile(r"\{0\}\s?(?P<name>[^\W\d_].*)")


def measure_names(language: str) -> Mapping[str, str]:
    """The symbol by each name in lower case: ``{"stupňů celsia": "°C"}``; empty for a language unknown to CLDR."""
    patterns = _patterns(language)
    found: dict[str, str] = {}
    for key, symbol in MEASURES.items():
        for name in _names(patterns, key):
            found.setdefault(name, symbol)
    for symbol, prefixed, plain in LARGER_ENERGIES:
        for name in _larger(patterns, prefixed, plain):
            found.setdefault(name, symbol)
    return found


def _patterns(language: str) -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    locale = locale_of(language)
    return locale._data["unit_patterns"] if locale else {}  # noqa: SLF001 - Babel formats with them, and shows them nowhere


def _names(patterns: Mapping[str, Mapping[str, Mapping[str, str]]], key: str) -> Iterator[str]:
    """The forms of a measure's name, without those that are symbols ("km") or say a rate ("per km")."""
    for grammatical, pattern in dict(patterns.get(key, {}).get("long", {})).items():
        form = _FORM.fullmatch(pattern)
        name = form["name"].casefold() if form and grammatical != "per" else ""
        if (len(name) >= SHORTEST_NAME or not name.isascii()) and len(name.split()) <= LONGEST_NAME and name:
            yield name


def _larger(patterns: Mapping[str, Mapping[str, Mapping[str, str]]], prefixed: str, plain: str) -> Iterator[str]:
    """Names of an energy: the kilowatt-hour's, with another prefix for its "kilo"."""
    prefix, kilo = _prefix(patterns, prefixed, plain), _prefix(patterns, "power-kilowatt", "power-watt")
    for name in _names(patterns, "energy-kilowatt-hour"):
        if prefix and kilo and name.startswith(kilo):
            yield prefix + name.removeprefix(kilo)


def _prefix(patterns: Mapping[str, Mapping[str, Mapping[str, str]]], prefixed: str, plain: str) -> str:
    """What stands before a name in another: "mega" of "megawatt"; empty where that name is no part of the other."""
    one, other = next(_names(patterns, prefixed), ""), next(_names(patterns, plain), "")
    return one.removesuffix(other) if other and one.endswith(other) else ""
