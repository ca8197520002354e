"""The ways of writing a date, as templates: meaning, kinds of word that must occur, and a regular expression.

A space stands for up to three white spaces, ``{slot}`` for what ``time.slots`` builds from a language's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations

from generator.analysis.language.temporal_words import TemporalWords

Template = tuple[str, str, str]

# The edges of a week or month that a language has phrases for: "Anfang der Woche", "the end of the month"
EDGES = ("week_start", "week_end", "month_start", "month_end")

# A day of the month without what its language puts behind it: "8", "08"
NUMBER = r"(?P<day>[12]\d|3[01]|0?[1-9])"
# Not the "3." of "am 3., 4. und 5. Oktober", and nothing counted behind it
ALONE = r"(?!\s?[,–/-]?\s{0,3}(?:\w{1,5}\s{1,3}){0,2}\d)(?=[.,;!?)]|$| (?:{prepositions})\b)"


def templates(words: TemporalWords) -> Iterator[Template]:
    """Meaning, needed kinds of word and template of every pattern, in order of preference."""
    # "tags darauf", "the following day"
    yield "anchored", "anchored", "{anchored}"
    yield from _days_of_months(words)
    if words.month_first:
        yield from _month_first()
    yield from _months_and_seasons()
    if words.year_first:
        yield from _year_first()
    yield from _quarters_and_halves()
    yield from _weekdays()
    yield from _numbered_days(words)
    yield from _distances(words)
    yield from _periods(words)
    yield from _other_calendars(words)


def _other_calendars(words: TemporalWords) -> Iterator[Template]:
    # "۲۲ بهمن ۱۴۰۳", "10 محرم 1440 هـ", "سال ۱۴۰۲"
    for calendar, dates, years in (("solar", "solar_dates", "solar_years"), ("lunar", "lunar_dates", "lunar_years")):
        for template in words.phrases.get(dates, ()):
            yield calendar, f"{calendar}_month", template
        for template in words.phrases.get(years, ()):
            yield calendar, "digit", template
    # "令和5年度"
    for template in words.phrases.get("fiscal_years", ()):
        yield "fiscal_year", "digit", template


def _weekdays() -> Iterator[Template]:
    # "Dienstag, der 25.", "nesta terça-feira (11)", "el martes 21, el Gobierno"
    day_end = r"(?:{day_end}|(?=[!?;)]|$|,(?!\s?\d)))\)?"
    step = "(?:(?:{last}|{next}|{this}) )?"
    yield "weekday", "short_weekday digit", step + r"{any_weekday},? \(?{article}" + NUMBER + day_end
    yield "weekday", "short_weekday digit numbered_day", step + "{any_weekday},? (?:{numbered_day}) " + NUMBER + ALONE
    # "vorige week dinsdag", "am letzten Dienstag", "Tuesday last"
    yield "weekday", "weekday", "(?:{next_week}|{previous_week}) {weekday}"
    yield "weekday", "weekday step", "(?:{last}|{next}|{this}) {weekday}"
    yield "weekday", "weekday step", "{weekday} (?:{past_mark}|{ahead_mark}|{last}|{next})(?! {unit})"
    # "sexta que vem", "na segunda passada": only beside such a word is a number a weekday
    yield "weekday", "bare_weekday step", "{bare_weekday} (?:{past_mark}|{ahead_mark}|{last}|{next})(?! {unit})"
    yield "weekday", "bare_weekday step", "(?:{last}|{next}) {bare_weekday}(?! {unit})"
    yield "weekday", "weekday unit step", "{weekday} {of_week}(?:{last}|{next}|{this}) {unit}"
    yield "weekday", "weekday unit step", "{weekday} {of_week}{article}{unit} (?:{last}|{next})"
    # "nächste Woche Dienstag", "volgende week op maandag", "la semaine prochaine, mardi"
    yield "weekday", "weekday unit step", "(?:{last}|{next}|{this}) {unit},? (?:(?:{on_day}|{on_weekday}) )?{weekday}"
    # "Montag in einer Woche", "two weeks from Tuesday", "Montag vor einer Woche"
    yield "weekday_ahead", "weekday unit ahead_before", "{weekday} (?:{ahead_before}) {count} {unit}"
    yield "weekday_ahead", "weekday unit counted_from", "{count} {unit} (?:{counted_from}) {weekday}"
    yield "weekday_ago", "weekday unit ago_before", "{weekday} (?:{ago_before}) {count} {unit}"
    # "Wednesday week", "mercredi en huit"
    yield "weekday_ahead", "weekday week_later", "{weekday} (?:{week_later})"
    # "am letzten Sonntag im September", "first Monday of May 2025"
    which = "(?:{last}|(?P<which>{ordinals})) "
    yield "weekday_of_month", "weekday full_month", which + "{weekday} {month_of}{full_month}" + OF_YEAR
    # "Wednesday the thirty-first", "woensdag de eenendertigste"
    ended = r"(?=\s?(?:[.,;!?)]|$))"
    yield "weekday", "short_weekday day_name", step + r"{any_weekday},? {the}{day_name}" + ended
    yield "weekday", "weekday", "{weekday}"


def _numbered_days(words: TemporalWords) -> Iterator[Template]:
    # "am 15.", "on the 15th", "20e van de volgende maand", "the 12th day of next month"
    yield "day_of_month", "digit on_the", "(?P<before>{on_the}) " + NUMBER + "(?:{day_end})" + ALONE
    # "Je reviens le 15.", "Le 15, il viendra": no number that one dials, and no house ("au 12, rue …")
    bare = "(?P<before>(?P<bare_day>{bare_day})) " + NUMBER
    yield "day_of_month", "digit bare_day", bare + r"(?=\s?[.;!?)]|$| (?:{before_hours})\b)"
    yield "day_of_month", "digit bare_day", r"\A" + bare + r"(?=,(?!\s?\d))"
    of_month = r"\s?(?:{day_end}) (?:{day_of}|{week_of})(?:{last}|{next}|{this}) {unit}"
    yield "day_of_month", "digit unit step", NUMBER + of_month
    # "el 3 del próximo mes", "le 5 de ce mois"
    yield "day_of_month", "digit unit step", NUMBER + " (?:{of_month})(?:{last}|{next}|{this}) {single_month}"
    # "le 15 du mois prochain", "el día 15"
    yield "day_of_month", "digit unit step", NUMBER + " {week_of}{unit} (?:{last}|{next})"
    yield "day_of_month", "digit numbered_day", "(?P<before>{numbered_day}) " + NUMBER + ALONE
    for template in words.phrases.get("days_of_month", ()):
        yield "day_of_month", "digit", template


def _distances(words: TemporalWords) -> Iterator[Template]:
    # "vor drei Wochen", "three weeks ago", "год назад", "in zwei Monaten", "za tydzień", "zwei Tage später"
    yield "ago", "unit ago_before", "(?:{ago_before}) {distance}"
    yield "ago", "unit ago_after", "{distance} (?:{ago_after})"
    yield "ago", "unit ago_after", "(?P<unit>{single_units}) (?:{ago_after})"
    yield "ahead", "unit ahead_before", "(?:{ahead_before}) {distance}"
    yield "ahead", "unit ahead_before", "(?:{ahead_before}) (?P<unit>{single_units})"
    yield "ahead", "unit ahead_after", "{distance} (?:{ahead_after})"
    # "in three weeks' time"
    yield "ahead", "unit ahead_time", "(?:{ahead_before}) {count} {unit}['’]?s? (?P<ahead_mark>{ahead_time})"
    # "بعد عشرة أيام", "दस दिन बाद": written like "ten days later"
    yield "ahead_if_told", "unit told_ahead_before", "(?:{told_ahead_before}) {distance}"
    yield "ahead_if_told", "unit told_ahead_after", "{distance} (?:{told_ahead_after})"
    yield from _distances_of_cldr(words)
    # "heute vor 40 Jahren", "ten years ago today", "il y a 40 ans aujourd'hui"
    exactly = "(?:(?:{exactly}) )?"
    yield "same_day_ago", "unit ago_before day_word", "{days} " + exactly + "(?:{ago_before}) {count} {unit}"
    yield "same_day_ago", "unit ago_before day_word", "(?:{ago_before}) {count} {unit},? " + exactly + "{days}"
    yield "same_day_ago", "unit ago_after day_word", "{days},? " + exactly + "{count} {unit} (?:{ago_after})"
    yield "same_day_ago", "unit ago_after day_word", "{count} {unit} (?:{ago_after}),? " + exactly + "{days}"
    yield "shifted", "unit shifted", "{distance} (?:{later_after}|{earlier_after})"


def _distances_of_cldr(words: TemporalWords) -> Iterator[Template]:
    """CLDR's forms, where the file of the language has none of its own: "10 日後", "3 күн бұрын"."""
    own = {
        "past": {"ago_before", "ago_after"} & words.phrases.keys(),
        "future": {"ahead_before", "ahead_after"} & words.phrases.keys(),
    }
    for (direction, unit), forms in words.distances.items():
        around = [form.split("{0}") for form in forms]
        before = "|".join(re.escape(form[0].strip()) for form in around)
        behind = "|".join(re.escape(form[1].strip()) for form in around)
        if not own[direction]:
            counted = "(?P<in_" + unit + "s>{count})"
            meaning = "ago" if direction == "past" else "ahead_if_told"
            yield meaning, f"{direction}_{unit}", rf"(?:{before})\s{{0,3}}{counted}\s{{0,3}}(?:{behind})"


def _periods(words: TemporalWords) -> Iterator[Template]:
    # "am Wochenende", "letztes Wochenende", "le week-end dernier"
    yield "weekend", "weekend step", "{article}{weekend} (?:{last}|{next})"
    yield "weekend", "weekend", "(?:(?:{last}|{next}|{this}) )?{weekend}"
    # "letzte Woche", "le mois dernier", "dieses Jahr"
    yield "period", "unit step", "{part}{article}(?:{last}|{next}|{this}) {period_unit}"
    yield "period", "unit step", "{part}{period_unit} (?:{last}|{next})"
    # "先週", "지난달", "上个月": a week or month that one word says
    yield "period_word", "period_word", "{period_word}"
    yield "year", "of_year", "{part}{of_year}"
    # "im Jahr neunzehnhundertneunundachtzig", "in nineteen eighty-nine", "bin dokuz yüz yetmiş sekiz yılında"
    yield "year", "spelled_year", "(?P<before>(?:(?:{prepositions}) )?(?:{year_word})|{year_leads}) {spelled_year}(?!-)"
    yield "year", "spelled_year", "{spelled_year}(?!-)(?P<behind> (?:{year_word}))?"
    # "Ende des Jahres", "до конца года"
    yield "year_end", "year_end", r"(?P<year_end>{year_ends})(?! \d)"
    # "Anfang der Woche", "Ende des Monats"
    for edge in EDGES:
        yield "edge_of_period", edge, "(?P<" + edge + ">{" + edge + "s})"
    # "gestern", "morgigen Sonntag"
    yield "day_word", "day_word weekday", "{days},? {weekday}"
    yield "day_word", "day_word", "{days}"
    # "कल": yesterday or tomorrow
    yield "either_day", "either_day", "{either_day}"
    # "Weihnachten 2015", "Easter"
    yield "holiday", "holiday", "{holiday}(?!-)(?:,? {year_of}(?:{year}|{of_year}))?"
    yield "holiday", "holiday", "(?:{last}|{next}) {holiday}"
    # "2023年の憲法記念日", "2022 Cumhuriyet Bayramı"
    if words.year_first or words.unspaced:
        yield "holiday", "holiday digit", "{year}(?:{year_marks})? {holiday}"
    # "昨年の元日", "last year, at Christmas", "geçen yıl Noel'de"
    yield "holiday", "holiday of_year", "{of_year}(?:['’]s)?,? {year_of}(?:(?:{prepositions}) )?{article}{holiday}"
    for template in words.phrases.get("decades", ()):
        yield "decade", "digit" if "<decade>" in template else "decade", "{part}" + template
    for template in words.phrases.get("centuries", ()):
        yield "century", _kind_in_century(template), "{part}" + template + "(?! (?:{before_our_era}))"


def _kind_in_century(template: str) -> str:
    """The kind of word that a century is told with: "19. Jahrhundert", "nineteenth century", "XIX secolo"."""
    for named in ("day_name", "century_name"):
        if "{" + named + "}" in template:
            return named
    return "digit" if "<century>" in template or r"\d" in template else ""


WEEKDAY = r"(?:{any_weekday},?\s{0,3}{article})?"
OF_YEAR = r"(?:[\s,/-]{1,3}{year_of}{year}|,? {of_year})?"


def _days_of_months(words: TemporalWords) -> Iterator[Template]:
    # "le 6 février dernier", "op 15 juni jl."
    marks = " (?:{past_mark}|{ahead_mark}|{last}|{next})(?! {unit})"
    yield "calendar", "month digit step", WEEKDAY + r"{day} {day_of}{month}" + marks
    # "Dienstag, den 8. August 2023", "19 september dit jaar", "28-Feb-2020"
    stepped = r"(?:(?:{last}|{next}) )?{day}[\s/-]{0,3}{day_of}{month}"
    yield "calendar", "month digit", "{part}" + WEEKDAY + stepped + OF_YEAR
    # "am dritten Oktober", "the twenty-third of September"
    yield "calendar", "month day_name", "{part}" + WEEKDAY + "{day_name} {day_of}{month}" + OF_YEAR
    # "2020/Sep/23", "Sep-23-2020"
    for order in permutations(("{year}", "{month}", NUMBER)):
        if order != (NUMBER, "{month}", "{year}"):
            yield "calendar", "month digit joined", "[/-]".join(order)
    for template in words.phrases.get("numbered_months", ()):
        yield "calendar", "", template
    # "2024年"
    for template in words.phrases.get("numbered_years", ()):
        yield "year", "digit", template


def _month_first() -> Iterator[Template]:
    # "April 7-8, 1979"
    days = r"{month} " + NUMBER + r"\s?(?:-|–|(?:{day_links})\b)\s?(?P<last_day>[12]\d|3[01]|0?[1-9])(?!\d|[.,:]\d|%)"
    yield "calendar", "month digit", days + OF_YEAR
    # "February twenty-second", "on Wednesday the thirty-first of July"
    yield "calendar", "month day_name", "{part}" + WEEKDAY + r"{month} {article}{day_name}" + OF_YEAR
    # "Tuesday, August 8, 2023", "Aug. 8th"
    yield "calendar", "month digit", "{part}" + WEEKDAY + r"{month}[\s/-]{0,3}{article}{day}" + OF_YEAR


def _months_and_seasons() -> Iterator[Template]:
    # "Mitte August 2023", "juli dit jaar", "september 2016"
    yield "calendar", "month", "{part}{month},? {year_of}(?:{year}|{of_year})"
    # "letztes Jahr im Oktober", "el año pasado, en octubre", "i fjor høst"
    yield "calendar", "full_month of_year", "{of_year},? (?:{prepositions}) {article}{full_month}"
    yield "calendar", "season of_year", "{of_year},? (?:(?:{prepositions}) )?{article}{season}"
    yield "calendar", "full_month step", "(?:{last}|{next}|{this}) {full_month}"
    yield "calendar", "full_month step", "{full_month} (?:{past_mark}|{ahead_mark}|{last}|{next})"
    yield "calendar", "full_month", "{part}{full_month}"
    # "in the last week of May", "w pierwszym tygodniu czerwca": no calendar says which days, so the month
    yield "calendar", "full_month unit", "{article}(?:{which}) (?:{weeks}) {month_of}{full_month}" + OF_YEAR
    # "Sommer 2015", "im Sommer dieses Jahres", "letzten Sommer", "Winter 2014/15"
    yield "calendar", "season", r"{part}{season},? {year_of}(?:{year}(?:/\d\d)?|{of_year})"
    yield "calendar", "season step", "(?:{last}|{next}|{this}) {season}"
    yield "calendar", "season step", "{season} (?:{last}|{next})(?! {unit})"
    yield "calendar", "season", "(?P<before>{prepositions}) {article}{season}(?!-)"
    # "jesienią", "осенью", "sonbaharda"
    yield "calendar", "season", "{season_adverb}(?!-)"


def _year_first() -> Iterator[Template]:
    # "2021 sonbaharında", "2023'ün ikinci çeyreğinde", "2023 yılının Mayıs ayında"
    of_that_year = r"{year}(?:['’]\w{1,4}|(?: {year_word}))? "
    yield "calendar", "season digit", of_that_year + "{season}"
    yield "calendar", "quarter digit", of_that_year + "{ordinal} (?P<quarter>{quarter})"
    yield "calendar", "half digit", of_that_year + "{ordinal} (?P<half>{half})"
    yield "calendar", "month digit", of_that_year + "{month}"
    # "temmuzun ilk pazar günü"
    yield "weekday_of_month", "weekday full_month", "{full_month} (?:{last}|(?P<which>{ordinals})) {weekday}"
    # "7 Mayıs Salı günü", "7 Mayıs 2024 Salı"
    yield "calendar", "month digit weekday", "{day} {month}(?: {year})? {weekday}"
    # "geçen yıl 14 Temmuz'da"
    yield "calendar", "month digit of_year", "{of_year} {day} {month}"


def _quarters_and_halves() -> Iterator[Template]:
    # "drittes Quartal 2024", "third quarter of 2024", "Q3 2024", "2024 Q3", "zweites Halbjahr 2014"
    yield "calendar", "quarter", "{ordinal} (?P<quarter>{quarter})(?:,? {year_of}(?:{year}|{of_year}))?"
    yield "calendar", "digit q", r"(?P<quarter>Q)(?P<ordinal>[1-4])[\s/-]{1,3}{year}"
    yield "calendar", "digit q", r"{year}[\s/-]{0,3}(?P<quarter>Q)(?P<ordinal>[1-4])"
    yield "calendar", "half", "{ordinal} (?P<half>{half}),? {year_of}(?:{year}|{of_year})"
    yield "calendar", "half", "{ordinal} (?P<half>{half_years})"
