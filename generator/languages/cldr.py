"""What CLDR knows of a language. Its tables are large and load only when something is asked of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale


@cache
def locale_of(language: str) -> Locale | None:
    """CLDR's knowledge of a language or tag ("de", "pt-BR", "ar_LB"); none where it has none.

    Languages that inherit a table of names share one object in Babel, which keeps there what the first of them was
    asked for: March was 3月 in Polish once Chinese had been read. Here each language has tables of its own.
    """
    from babel import Locale, UnknownLocaleError
    from babel.localedata import load

    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return None
    known = load(str(locale))
    for name, table in tuple(known.items()):
        known[name] = _own(table)
    return locale


def _own(table: object) -> object:
    """A table and the tables in it, copied; a pair is what another table says and what is said beside it."""
    if isinstance(table, dict):
        return {name: _own(each) for name, each in table.items()}
    if isinstance(table, tuple) and len(table) == 2 and isinstance(table[1], dict):
        return table[0], _own(table[1])
    return table


def distance_forms(language: str, unit: str) -> Mapping[str, tuple[str, ...]]:
    """How a language says a distance in a unit of time, "{0} days ago" and "in {0} days", by "past" and "future"."""
    locale = locale_of(language)
    if locale is None:
        return {}
    from babel.localedata import load

    fields: Mapping[str, Mapping[str, str]] = load(str(locale)).get("date_fields", {}).get(unit, {})
    return {direction: tuple(fields[direction].values()) for direction in ("past", "future") if direction in fields}
