"""Dates told by their distance: "vor drei Wochen", "in zwei Monaten", "zwei Tage später", "letzte Woche".

Years and months keep their granularity; a distance in weeks gives a day that is only about.
"""

from __future__ import annotations

from datetime import date, timedelta

from generator import edtf
from generator.analysis.figures.number_words import parse
from generator.analysis.language.temporal_words import TemporalWords
from generator.analysis.time.context import MONTHS, Context, Outlook, Parts


def moved_from(value: str, count: str, unit: str, *, later: bool, words: TemporalWords) -> str | None:
    """ "two days after" a date: the date so many units away from ``value``, if that is a day and the count a number."""
    parts = {"count": count, "unit": unit}
    context = Context(reference=value)
    return _moved(parts, words, context, 1 if later else -1, context.today) if context.today else None


def ago(parts: Parts, words: TemporalWords, context: Context, outlook: Outlook) -> str | None:
    """ "vor drei Wochen", "год назад": so many units before the publication date."""
    del outlook
    return _moved(parts, words, context, -1, context.today)


def ahead(parts: Parts, words: TemporalWords, context: Context, outlook: Outlook) -> str | None:
    """ "in drei Wochen": so many units after the publication date, unless the clause looks back."""
    if outlook is Outlook.BACK:
        return None  # "in drei Jahren sanken die Preise": a stretch of time, not a date
    moved = _moved(parts, words, context, 1, context.today)
    return (
        moved.rstrip("~") if moved else None
    )  # "in drei Wochen" is a plan and names its day; "vor drei Wochen" is about


def shifted(parts: Parts, words: TemporalWords, context: Context, outlook: Outlook) -> str | None:
    """ "drei Tage später": counted from the date named last; nothing when none was named."""
    del outlook
    if context.anchor is None:
        return None
    seen_from = Context(reference=context.anchor)
    return _moved(parts, words, seen_from, 1 if "later" in parts else -1, seen_from.today)


def _moved(parts: Parts, words: TemporalWords, context: Context, sign: int, today: date | None) -> str | None:
    """A date so many units away: years and months keep their granularity, weeks give a day that is only about."""
    written = parts.get("count", "1")  # "год назад", "za tydzień": one
    count = float(written) if written.isdigit() else parse(written, words.language)
    unit = words.units.get(parts["unit"].casefold())
    if count is None or count != int(count) or count == 0:
        return None
    steps = sign * int(count)
    if unit == "year":
        return f"{context.this_year + steps:04d}" if context.this_year is not None else None
    if unit == "month" and context.month is not None:
        index = context.month[0] * MONTHS + context.month[1] - 1 + steps
        return edtf.month(index // MONTHS, index % MONTHS + 1)
    if today is None or unit not in ("day", "week"):
        return None
    moved = edtf.shifted(today, steps * (7 if unit == "week" else 1))
    return moved.isoformat() + ("~" if unit == "week" else "") if moved else None


def period(parts: Parts, words: TemporalWords, context: Context, outlook: Outlook) -> str | None:
    """ "letzte Woche", "this year": the unit before, around or after the publication date."""
    del outlook
    if parts["unit"].casefold() in words.plural_units:
        return None  # "in den vergangenen Monaten" has no date
    step = -1 if "last" in parts else 1 if "next" in parts else 0
    unit = words.units.get(parts["unit"].casefold())
    if unit == "year":
        return f"{context.this_year + step:04d}" if context.this_year is not None else None
    if unit == "month" and context.month is not None:
        index = context.month[0] * MONTHS + context.month[1] - 1 + step
        return edtf.month(index // MONTHS, index % MONTHS + 1)
    today = context.today
    if today is None:
        return None
    if unit == "week":
        monday = today + timedelta(days=7 * step - today.weekday())
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    return None
