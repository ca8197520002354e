"""Dates told by their distance: "vor drei Wochen", "in zwei Monaten", "zwei Tage später", "letzte Woche".

Years and months keep their granularity; a distance in weeks gives a day that is only about.
"""

from __future__ import annotations

from datetime import date, timedelta

from generator import edtf
from generator.analysis.figures.number_words import parse
from generator.analysis.language.temporal_words import DISTANCE_UNITS, TemporalWords, lowered
from generator.analysis.time.context import MONTHS, Context, Outlook, Parts, existing_day

# Units that are a fixed number of days
DAYS = {"day": 1, "week": 7, "fortnight": 14}


def moved_from(value: str, count: str, unit: str, *, later: bool, words: TemporalWords) -> str | None:
    """ "two days after" a date: the date so many units away from ``value``, if that is a day and the count a number."""
    parts = {"count": count, "unit": unit}
    context = Context(reference=value)
    return _moved(parts, words, context, 1 if later else -1, context.today) if context.today else None


def ago(parts: Parts, words: TemporalWords, context: Context, outlook: Outlook) -> str | None:
    """ "vor drei Wochen", "год назад": so many units before the publication date."""
    del outlook
    return _moved(parts, words, context, -1, context.today)


def same_day_ago(parts: Parts, words: TemporalWords, context: Context, outlook: Outlook) -> str | None:
    """ "heute vor 40 Jahren", "ten years ago today": that very day, so many weeks, months or years before."""
    del outlook
    offset = words.days.get(" ".join(parts["day_word"].casefold().split()))
    today = edtf.shifted(context.today, offset) if context.today is not None and offset is not None else None
    count, unit = _count(parts, words), words.units.get(parts["unit"].casefold())
    if today is None or count is None:
        return None
    if unit == "week":
        moved = edtf.shifted(today, -7 * count)
        return moved.isoformat() if moved else None
    months = {"month": count, "year": MONTHS * count}.get(unit or "")
    index = today.year * MONTHS + today.month - 1 - (months or 0)
    day = existing_day(index // MONTHS, index % MONTHS + 1, today.day)
    return day.isoformat() if months and day else None


def ahead(parts: Parts, words: TemporalWords, context: Context, outlook: Outlook) -> str | None:
    """ "in drei Wochen": so many units after the publication date, unless the clause looks back."""
    if (
        outlook is Outlook.BACK and "ahead_mark" not in parts
    ):  # "in drei Jahren sanken die Preise": a stretch of time, not a date
        return shifted({**parts, "later": ""}, words, context, outlook) if words.ahead_goes_on else None
    moved = _moved(parts, words, context, 1, context.today)
    return (
        moved.rstrip("~") if moved else None
    )  # "in drei Wochen" is a plan and names its day; "vor drei Wochen" is about


def ahead_if_told(parts: Parts, words: TemporalWords, context: Context, outlook: Outlook) -> str | None:
    """ "10 日後", "بعد عشرة أيام": said like "ten days later", so only where the clause looks ahead."""
    return ahead(parts, words, context, outlook) if outlook is Outlook.AHEAD else None


def shifted(parts: Parts, words: TemporalWords, context: Context, outlook: Outlook) -> str | None:
    """ "drei Tage später": counted from the date named last; nothing when none was named."""
    del outlook
    if context.counted_from is None:
        return None
    seen_from = Context(reference=context.counted_from)
    return _moved(parts, words, seen_from, 1 if "later" in parts else -1, seen_from.today)


def _moved(parts: Parts, words: TemporalWords, context: Context, sign: int, today: date | None) -> str | None:
    """A date so many units away: years and months keep their granularity, weeks give a day that is only about."""
    count, unit = _distance(parts, words)
    if count is None:
        return None
    steps = sign * count
    if unit == "year":
        return f"{context.this_year + steps:04d}" if context.this_year is not None else None
    if unit == "month" and context.month is not None:
        index = context.month[0] * MONTHS + context.month[1] - 1 + steps
        return edtf.month(index // MONTHS, index % MONTHS + 1)
    days = DAYS.get(unit or "")
    if today is None or days is None:
        return None
    moved = edtf.shifted(today, steps * days)
    return moved.isoformat() + ("~" if days > 1 else "") if moved else None


def _distance(parts: Parts, words: TemporalWords) -> tuple[int | None, str | None]:
    """How many of which unit: "drei Wochen", "사흘", or a form of CLDR that is of one unit."""
    if "counted_unit" in parts:
        return words.counted_units[" ".join(lowered(parts["counted_unit"]).split())]
    of_cldr = next((unit for unit in DISTANCE_UNITS if f"in_{unit}s" in parts), None)
    return _count(parts, words), of_cldr or words.units.get(parts.get("unit", "").casefold())


def _count(parts: Parts, words: TemporalWords) -> int | None:
    """How many units an expression names; one where it names none ("год назад", "za tydzień")."""
    written = parts.get("count", "1")
    count = float(written) if written.isdigit() else parse(written, words.language)
    return int(count) if count and count == int(count) else None


def period(parts: Parts, words: TemporalWords, context: Context, outlook: Outlook) -> str | None:
    """ "letzte Woche", "this year": the unit before, around or after the publication date."""
    del outlook
    if parts["unit"].casefold() in words.plural_units:
        return None  # "in den vergangenen Monaten" has no date
    if parts.get("last", parts.get("next", "")).casefold() in words.phrases.get("plural_steps", ()):
        return None  # "les derniers mois"
    return calendar_period(
        words.units.get(parts["unit"].casefold()), -1 if "last" in parts else 1 if "next" in parts else 0, context
    )


def period_word(parts: Parts, words: TemporalWords, context: Context, outlook: Outlook) -> str | None:
    """ "先月", "지난주": a week or month that a word of its own names."""
    del outlook
    unit, step = words.period_words[" ".join(parts["period_word"].casefold().split())]
    return calendar_period(unit, step, context)


def calendar_period(unit: str | None, step: int, context: Context) -> str | None:
    """The year, month or week (an interval of days) so many steps from the one of the publication date."""
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
