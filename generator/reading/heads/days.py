"""When a plain text says that it was published and changed: lines with dates near its title and below its end.

A date is the article's where its line says so, holds nothing else, or names people below the title; a date beside
words for a change is that of the change.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from generator.languages import words
from generator.model import Line, LineRole
from generator.reading.heads.labels import labelled
from generator.reading.heads.opening import Opening
from generator.reading.heads.page_title import date_of
from generator.reading.heads.stated import LONGEST_STATEMENT_CHARS, Stated
from generator.reading.heads.stated_dates import CLOCK, YEAR_DIGITS, StatedDate, stated_dates
from generator.reading.marks import YEAR
from generator.reading.phrases import hits_of
from generator.reading.wide_letters import WIDE

NEAR_TITLE_LINES = 6
DATELINE_CHARS = 90
# Where a word ends that does not stand in a text, and its length
NOWHERE = (-1, 0)
# What a label says before a date that is the article's: "Published: ", "Author: A. Name, 12.05.2024"
OWN_LABELS = frozenset({"dated", "updated", "dated:begins", "updated:begins", "byline:begins"})
# A label before what it names: "Broadcast: ", "Sendung: "
OTHER_LABEL = re.compile(r"\s*[^\W\d_]{4,}\s?:\s")
# One of several words that does not begin with a known one: "Event date: "
LONGER_LABEL = re.compile(r"\s*[^\W\d_]{3,}(?:\s[^\W\d_]{3,}){1,2}\s?:\s")
OWN_BEGINNINGS = frozenset({"dated:begins", "updated:begins", "byline:begins"})


def state_dates(found: Stated, near: Sequence[Line], opening: Opening | None, first: Line, language: str) -> None:
    """State when the article was published and last changed, by the lines ``near`` its title and end.

    ``opening`` is what the ``first`` line of the text says of itself; its date comes before all others.
    """
    if opening is not None and opening.date:
        found.state("published", opening.date, first)
    behind_title = date_of(first.text, language) if not first.kept else None
    as_of: tuple[str, Line] | None = None
    titled = next((line.number for line in near if line.role is LineRole.TITLE), None)
    for line in _labelled_first(near, titled):
        if (saved := saved_on(line.text, language)) is not None:
            found.state("retrieved", saved, line)
            continue
        if not _may_date(line, titled, language) or (line is first and opening is not None and opening.date):
            continue
        for stated in stated_dates(line.text, language):
            if not stated.names_a_day:
                continue  # a month alone is no date of publication, unless the opening says so
            if not _is_update(line.text, stated, language):
                found.state("published", stated.day, line)
                continue
            found.state("updated", stated.value, line)
            if as_of is None and _is_as_of(line.text, stated, language):
                as_of = (stated.day, line)
    found.state("published", behind_title, first)
    if as_of is not None:
        found.state("published", *as_of)


def _labelled_first(near: Sequence[Line], titled: int | None) -> list[Line]:
    """The lines, those by the title first that a label says to state the day of publication: "Published: …"."""
    first = titled if titled is not None else 0

    def is_labelled(line: Line) -> bool:
        label = labelled(line.text) if abs(line.number - first) <= NEAR_TITLE_LINES else None
        return label is not None and label.field == "published"

    return sorted(near, key=lambda line: not is_labelled(line))


def saved_on(text: str, language: str) -> str | None:
    """The day on which somebody saved the text, which is none of its own: "Retrieved: 3 July 2026"."""
    if len(text) > DATELINE_CHARS or not YEAR_DIGITS.search(text) or not _saved_word(language).match(text):
        return None
    dates = stated_dates(text, language)
    return dates[0].day if len(dates) == 1 and dates[0].names_a_day else None


@cache
def _saved_word(language: str) -> re.Pattern[str]:
    """What a line opens with that says when somebody saved the text: "Retrieved: …", "- Abgerufen am …"."""
    listed = {*words(language, "lines", "retrieved"), *words("en", "lines", "retrieved")}
    choices = "|".join(map(re.escape, sorted(listed, key=lambda word: (-len(word), word))))
    return re.compile(rf"\W*(?:{choices})(?!\w)", re.I)


def state_update_of_the_day(found: Stated, near: Sequence[Line], language: str) -> None:
    """The time of an update that is stated alone, on the day of publication."""
    published = found.fields.get("published")
    for line in near if published else ():
        if (clock := _updated_at(line, language)) is not None:
            found.state("updated", f"{published}T{clock}", line)


def _updated_at(line: Line, language: str) -> str | None:
    """The time of an update that a line states without a day: "Updated 14:02"."""
    if line.kept or len(line.text) > DATELINE_CHARS or "updated:begins" not in hits_of(line.text, language):
        return None
    clock = CLOCK.search(line.text)
    if clock is None or stated_dates(line.text, language) or YEAR.search(line.text):
        return None
    hour = int(clock[1]) % 12 + 12 * (clock[3].lower() == "p") if clock[3] else int(clock[1])
    return f"{hour:02}:{clock[2]}" if hour < 24 and int(clock[2]) < 60 else None


def _may_date(line: Line, titled: int | None, language: str) -> bool:
    """Whether a line can state when the article appeared: it says so, is a date, or names people below the title."""
    if len(line.text) > LONGEST_STATEMENT_CHARS or line.kept or line.role is LineRole.CAPTION:
        return False
    if OTHER_LABEL.match(line.text) and not hits_of(line.text, language) & OWN_LABELS:
        return False  # the date of something else: "Broadcast: Radio One, 25.04.2024"
    if LONGER_LABEL.match(line.text) and not hits_of(line.text, language) & OWN_BEGINNINGS:
        return False
    if line.role is LineRole.DATELINE or hits_of(line.text, language) & {"dated:begins", "updated:begins"}:
        return True
    below_title = titled is not None and titled < line.number <= titled + NEAR_TITLE_LINES
    return below_title and "byline:begins" in hits_of(line.text, language)


def _is_update(text: str, stated: StatedDate, language: str) -> bool:
    """Whether the words right before a date speak of an update: "Aktualisiert am 11.08.2025", "Stand: 3. Mai 2024"."""
    before = text[max(0, stated.start - 40) : stated.start].lower()
    listed = [*words(language, "lines", "updated"), *words("en", "lines", "updated")]
    update = max((_last(word, before) for word in listed), default=NOWHERE)
    listed = [*words(language, "lines", "dated"), *words("en", "lines", "dated")]
    publication = max((_last(word, before) for word in listed if len(word) > 3), default=NOWHERE)
    return update > publication


def _last(word: str, text: str) -> tuple[int, int]:
    """Where a word ends last in a text, and its length; not inside another ("date" in "updated"), ``NOWHERE`` else.

    Of two words that end together the longer one says more: "date of the update".
    """
    at = text.rfind(word)
    while at > 0 and text[at - 1].isalpha() and not WIDE.search(word):
        at = text.rfind(word, 0, at + len(word) - 1)
    return (at + len(word), len(word)) if at >= 0 else NOWHERE


def _is_as_of(text: str, stated: StatedDate, language: str) -> bool:
    """Whether a date is when the article stood as it does, where nothing else dates it: "Stand: 3. Mai 2024"."""
    before = text[max(0, stated.start - 40) : stated.start].lower()
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", before) for word in words(language, "lines", "as_of"))
