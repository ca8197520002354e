"""Signs, letters and symbols of units that all languages share: of currencies (ISO 4217), of SI and of common use.

What CLDR gives as a currency's own or narrow symbol in the countries that use it; a sign that several countries share
stands for the one that is usually meant ("$", "£", "¥").
"""

from __future__ import annotations

import re

CURRENCY_SYMBOLS = {
    "€": "EUR", "$": "USD", "US$": "USD", "US-$": "USD", "U$S": "USD", "$US": "USD", "£": "GBP", "¥": "JPY",
    "￥": "JPY", "₽": "RUB", "₺": "TRY", "₴": "UAH", "₼": "AZN", "₾": "GEL", "₸": "KZT", "₹": "INR", "₪": "ILS",
    "₩": "KRW", "₦": "NGN", "₱": "PHP", "₫": "VND", "₮": "MNT", "₲": "PYG", "₡": "CRC", "₭": "LAK", "₵": "GHS",
    "GH₵": "GHS", "GH¢": "GHS", "GHC": "GHS", "৳": "BDT", "؋": "AFN", "֏": "AMD", "៛": "KHR", "฿": "THB",
    "zł": "PLN", "Kč": "CZK", "Rp": "IDR", "Rp.": "IDR", "RM": "MYR", "RMB": "CNY", "CN¥": "CNY", "Kz": "AOA",
    "FCFA": "XAF", "S/": "PEN", "S/.": "PEN", "B/.": "PAB", "Bs.S": "VES", "KSh": "KES", "Ksh": "KES",
    "KSh.": "KES", "Ksh.": "KES", "Kshs": "KES", "TSh": "TZS", "Tsh": "TZS", "USh": "UGX", "Ush": "UGX",
    "C$": "CAD", "CA$": "CAD", "CDN$": "CAD", "A$": "AUD", "AU$": "AUD", "AUD$": "AUD", "HK$": "HKD", "R$": "BRL",
    "S$": "SGD", "NZ$": "NZD", "NT$": "TWD", "MX$": "MXN", "Mex$": "MXN", "RD$": "DOP", "J$": "JMD", "TT$": "TTD",
    "N$": "NAD", "MOP$": "MOP", "EC$": "XCD", "Bds$": "BBD", "FJ$": "FJD", "WS$": "WST",
}  # fmt: skip
# A shilling or a rupee: of several countries, so that it is its own unit
SHARED_SYMBOLS = ("Sh", "Sh.", "Shs", "Shs.", "Rs", "Rs.", "₨")
# Any other sign of a currency of Unicode's currency block; it is its own unit
CURRENCY_SIGN = "[\u20a0-\u20c0元]"
# Codes that companies write with a letter for thousand or million before them: "120 MEUR", "TEUR 45"
SCALED_CODES = (
    "EUR", "USD", "GBP", "CHF", "SEK", "NOK", "DKK", "ISK", "PLN", "CZK", "HUF", "AUD", "CAD", "JPY", "CNY", "INR",
    "RUB", "ZAR",
)  # fmt: skip
SCALE_LETTERS = {"T": 1e3, "M": 1e6}
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


def longest_first(symbols: list[str]) -> str:
    """A regular expression for any of the symbols, the longest first."""
    return "|".join(sorted(map(re.escape, symbols), key=lambda symbol: (-len(symbol), symbol)))
