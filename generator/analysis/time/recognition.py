"""Temporal expressions of a text, each with the EDTF value that its words, its place and the publication date give.

Takes a text, its language, the publication date in EDTF and the sentences in reading order; gives the mentions in
order of appearance, none overlapping another. Granularity is kept ("im Oktober" stays a month), a time of day is no
date, a wrong calendar day gives nothing, and what would need a date that is not known is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator import edtf
from generator.analysis.language.digits import in_ascii_digits
from generator.analysis.language.temporal_words import temporal_words
from generator.analysis.time.context import Context, Outlook, named_year
from generator.analysis.time.expression import Expression
from generator.analysis.time.expressions import expressions
from generator.analysis.time.joins import joined
from generator.analysis.time.outlook import outlook
from generator.analysis.time.resolution import resolve
from generator.model import DateMention


def find_dates(
    text: str, language: str, reference: str | None, spans: Sequence[tuple[int, int]] | None = None
) -> tuple[DateMention, ...]:
    """All temporal expressions of ``spans`` (sentences; default the whole text) that have a value.

    Offsets are code points into ``text``, end exclusive. ``reference`` may be a day, a month or a year; absent, only
    absolute dates are found.
    """
    context = Context(reference=reference if reference is not None and edtf.is_valid(reference) else None)
    mentions: list[DateMention] = []
    for start, end in spans if spans is not None else [(0, len(text))]:
        context, known = replace(context, year=None, anchor_age=context.anchor_age + 1), len(mentions)
        sentence = in_ascii_digits(text[start:end])
        for expression in expressions(sentence, language):
            value = _value(expression, sentence, language, context)
            if value is None:
                continue
            mentions.append(_mention(expression, start, text, value))
            context = _after(expression, value, context)
        mentions[known:] = joined(mentions[known:], text, language)
    return tuple(mentions)


def _value(expression: Expression, sentence: str, language: str, context: Context) -> str | None:
    if expression.value is not None:
        return expression.value
    if "year" in expression.parts:
        ahead_or_back = Outlook.UNKNOWN
    else:
        today = expression.meaning == "day_word"
        month = expression.parts.keys() & {"month", "day", "day_name"} == {"month"}
        ahead_or_back = outlook(sentence, expression.start, expression.end, language, clause_only=today, month=month)
    return resolve(expression.meaning, expression.parts, temporal_words(language), context, ahead_or_back)


def _mention(expression: Expression, offset: int, text: str, value: str) -> DateMention:
    start, end = offset + expression.start, offset + expression.end
    return DateMention(
        start=start,
        end=end,
        text=text[start:end],
        value=value,
        names_event=expression.names_event,
    )


def _after(expression: Expression, value: str, context: Context) -> Context:
    """The context for what follows: the date just named, and the year that this sentence named."""
    if not expression.names_event:
        return context
    dated = expression.meaning in ("calendar", "holiday")
    year = named_year(expression.parts, context) if dated else None
    return replace(context, anchor=value, anchor_age=0, year=year if year is not None else context.year)
