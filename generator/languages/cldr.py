"""What CLDR knows of a language. Its tables are large and load only when something is asked of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale


@cache
def locale_of(language: str) -> Locale | None:
    """CLDR's knowledge of a language or tag ("de", "pt-BR", "ar_LB"); none where it has none."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return None


def distance_forms(language: str, unit: str) -> Mapping[str, tuple[str, ...]]:
    """How a language says a distance in a unit of time, "{0} days ago" and "in {0} days", by "past" and "future"."""
    locale = locale_of(language)
    if locale is None:
        return {}
    from babel.localedata import load

    fields: Mapping[str, Mapping[str, str]] = load(str(locale)).get("date_fields", {}).get(unit, {})
    return {direction: tuple(fields[direction].values()) for direction in ("past", "future") if direction in fields}
