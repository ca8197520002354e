"""Days told by their weekday or by their number alone: "am Dienstag", "Tuesday last", "am 15.", "am Wochenende".

All of them need the day of publication; without it they have no value.
"""

from __future__ import annotations

from datetime import date, timedelta

from generator import edtf
from generator.analysis.language.temporal_words import TemporalWords
from generator.analysis.time.context import (
    FARTHEST_BY_VERB,
    MONTHS,
    Context,
    Outlook,
    Parts,
    existing_day,
    stated_outlook,
)
from generator.analysis.time.distances import moved_from


def weekday(parts: Parts, words: TemporalWords, context: Context, outlook: Outlook) -> str | None:
    """A weekday: the one of the week that is named, else the last one (today included), else the next one."""
    today = context.today
    if today is None:
        return None
    name = parts["weekday"].casefold()
    number = words.short_weekdays[name] if name in words.short_weekdays else words.bare_weekdays[name]
    if parts.keys() & {"day", "day_name"}:
        return _weekday_and_day(number, _number_of_day(parts, words), today, outlook)
    if "unit" in parts or "next_week" in parts or "previous_week" in parts:
        if "unit" in parts and words.units.get(parts["unit"].casefold()) != "week":
            return None
        monday = today - timedelta(days=today.weekday())
        weeks = -1 if {"last", "previous_week"} & set(parts) else 1 if {"next", "next_week"} & set(parts) else 0
        return (monday + timedelta(days=7 * weeks + number)).isoformat()
    back = (today.weekday() - number) % 7
    stated = stated_outlook(parts, outlook)
    if stated is Outlook.AHEAD:
        ahead = (number - today.weekday()) % 7
        return (today + timedelta(days=ahead or (7 if "next" in parts else 0))).isoformat()
    return (today - timedelta(days=back or (7 if {"last", "past_mark"} & parts.keys() else 0))).isoformat()


def weekday_ahead(parts: Parts, words: TemporalWords, context: Context, outlook: Outlook) -> str | None:
    """ "Montag in einer Woche", "two weeks from Tuesday": counted from the next such weekday."""
    del outlook
    if "unit" not in parts:  # "Wednesday week": seven days from the coming Wednesday, which may be today
        coming = weekday({"weekday": parts["weekday"]}, words, context, Outlook.AHEAD)
        return (date.fromisoformat(coming) + timedelta(days=7)).isoformat() if coming else None
    coming = weekday({"weekday": parts["weekday"], "next": ""}, words, context, Outlook.AHEAD)
    return _weekday_moved(coming, parts, words, later=True)


def weekday_ago(parts: Parts, words: TemporalWords, context: Context, outlook: Outlook) -> str | None:
    """ "Montag vor einer Woche": counted back from the last such weekday."""
    del outlook
    past = weekday({"weekday": parts["weekday"], "last": ""}, words, context, Outlook.BACK)
    return _weekday_moved(past, parts, words, later=False)


def _weekday_moved(day: str | None, parts: Parts, words: TemporalWords, *, later: bool) -> str | None:
    """So many units from a weekday: its name says which day that is, though weeks alone would be about."""
    moved = moved_from(day, parts["count"], parts["unit"], later=later, words=words) if day else None
    return moved.rstrip("~") if moved else None


def _weekday_and_day(weekday: int, number: int, today: date, outlook: Outlook) -> str | None:
    """ "Dienstag, der 25.": the nearest day of that number that falls on that weekday, within a year."""
    months = [(today.year * MONTHS + today.month - 1 + shift) for shift in range(-MONTHS, MONTHS + 1)]
    days = [existing_day(index // MONTHS, index % MONTHS + 1, number) for index in months]
    fits = [day for day in days if day is not None and day.weekday() == weekday]
    if outlook is Outlook.BACK:
        fits = [day for day in fits if timedelta(0) <= today - day <= FARTHEST_BY_VERB] or fits
    return min(fits, key=lambda day: abs(day - today)).isoformat() if fits else None


def day_of_month(parts: Parts, words: TemporalWords, context: Context, outlook: Outlook) -> str | None:
    """ "am 15.": of the month that is named ("des nächsten Monats"), else the nearest that suits the outlook."""
    if context.month is None:
        return None
    index, number = context.month[0] * MONTHS + context.month[1] - 1, _number_of_day(parts, words)
    if "period_word" in parts:  # "来月5日"
        unit, step = words.period_words[" ".join(parts["period_word"].casefold().split())]
        month = edtf.month((index + step) // MONTHS, (index + step) % MONTHS + 1)
        return f"{month}-{number:02d}" if unit == "month" else None
    if "unit" in parts:
        if words.units.get(parts["unit"].casefold()) != "month":
            return None
        index += -1 if "last" in parts else 1 if "next" in parts else 0
        return f"{edtf.month(index // MONTHS, index % MONTHS + 1)}-{number:02d}"
    today = context.today
    months = [((index + shift) // MONTHS, (index + shift) % MONTHS + 1) for shift in (-1, 0, 1)]
    days = [day for day in (existing_day(year, month, number) for year, month in months) if day is not None]
    if today is None or not days:
        return None
    suits = [day for day in days if (day <= today if outlook is Outlook.BACK else day >= today)]
    return min(
        days if outlook in (Outlook.UNKNOWN, Outlook.NONE) else suits or days, key=lambda day: abs(day - today)
    ).isoformat()


def _number_of_day(parts: Parts, words: TemporalWords) -> int:
    """The day of the month, in digits or by its name: "15", "двадцатого"."""
    return int(parts.get("day") or words.day_names[" ".join(parts["day_name"].casefold().split())])


def weekend(parts: Parts, words: TemporalWords, context: Context, outlook: Outlook) -> str | None:
    """Saturday and Sunday of the last, this or the next weekend."""
    del words
    today = context.today
    if today is None:
        return None
    saturday = today + timedelta(days=5 - today.weekday())
    stated = stated_outlook(parts, outlook)
    if "next" in parts and today.weekday() >= 5:
        saturday += timedelta(days=7)
    elif "last" in parts or (today.weekday() < 5 and _has_been("this" in parts, stated)):
        saturday -= timedelta(days=7)
    return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"


def _has_been(this: bool, outlook: Outlook) -> bool:  # noqa: FBT001 - the word that stands before the weekend
    """Whether a weekend is the one before: said to be "this" one it is only where a verb looks back."""
    return outlook is Outlook.BACK if this else outlook is not Outlook.AHEAD
