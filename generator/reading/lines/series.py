"""Lines of one form that recur amid an article: entries of a live blog, numbered headings, questions, turns of speech.

Takes the paragraphs of a text and which of them are kept; gives the numbers of those that a series adds to them. A
form counts only where a kept paragraph has it too, or stands in it, so that no list of links becomes an article.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set

from generator.reading.lines.neighbourhood import NUMBERED, is_fit, is_paragraph, is_prose
from generator.reading.marks import SPEAKER, ends_sentence
from generator.reading.paragraphs import LineGroup

# A time of day that stands alone, perhaps with a day and a word: "14:32", "22.31 Uhr", "Sat 14:05 GMT"
TIME_ALONE = re.compile(r"(?:[^\W\d_]{2,12}\.?,?\s)?\d{1,2}[:.h]\d{2}(?:\s?[^\W\d_]{1,4}\.?){0,2}")
LONGEST_TIME_CHARS = 30
LONGEST_SPEAKER_CHARS = 80
# So far above the first kept turn others may stand
TURNS_ABOVE = 2
# A point of a list: "- 110 metres high"; or one that goes on in the next: "keep dogs on a lead;"
POINT, FEWEST_POINTS = re.compile(r"[-•·*–]\s\S"), 2
GOING_ON = (";", "；")
FEWEST_ENTRIES, FEWEST_TURNS, FEWEST_QUESTIONS = 3, 4, 2
OPENING_QUOTATIONS = "\"'“„‘‚«»"
# How far below its time the words of an entry begin: a heading and a name may stand between
ENTRY_LINES = 3
LONGEST_HEADING_CHARS = 110


def of_series(found: Sequence[LineGroup], kept: frozenset[int], language: str) -> set[int]:
    """Numbers of paragraphs that belong to the article because others of their form do."""
    added = _entries(found, kept, language) | _turns(found, kept, language)
    return added | _headings(found, kept | added, language)


def _entries(found: Sequence[LineGroup], kept: frozenset[int], language: str) -> set[int]:
    """Sentences below times that stand alone, and the headings between, where several times have them."""
    times = [n for n, p in enumerate(found) if len(p.text) <= LONGEST_TIME_CHARS and TIME_ALONE.fullmatch(p.text)]
    entries = [
        list(range(time + 1, begin + 1))
        for time in times
        if (begin := next((n for n in _below(time, found) if is_paragraph(found[n].text, language)), 0))
    ]
    if len(entries) < FEWEST_ENTRIES or not any(entry[-1] in kept for entry in entries):
        return set()
    added = {entry[-1] for entry in entries}
    added |= {n for entry in entries for n in entry[-2:-1] if _is_heading(found[n].text, language)}
    for entry in entries:
        following = entry[-1] + 1
        while following < len(found) and is_paragraph(found[following].text, language):
            added.add(following)
            following += 1
    return added - kept


def _below(time: int, found: Sequence[LineGroup]) -> range:
    return range(time + 1, min(time + 1 + ENTRY_LINES, len(found)))


def _turns(found: Sequence[LineGroup], kept: frozenset[int], language: str) -> set[int]:
    """Paragraphs that begin with who speaks, where names come again and some of them are kept."""
    said = [n for n, paragraph in enumerate(found) if ":" in paragraph.text[:LONGEST_SPEAKER_CHARS]]
    speakers = {n: match[1] for n in said if (match := SPEAKER.match(found[n].text))}
    often = {name for name, times in Counter(speakers.values()).items() if times > 1}
    turns = [n for n, name in speakers.items() if name in often and ends_sentence(found[n].text)]
    held = [n for n in turns if n in kept]
    if len(turns) < FEWEST_TURNS or len(often) < 2 or not held:
        return set()
    return {n for n in turns if n >= held[0] - TURNS_ABOVE and is_fit(found[n].text, language)} - kept


def _headings(found: Sequence[LineGroup], kept: frozenset[int], language: str) -> set[int]:
    """Numbered headings and questions right between two kept paragraphs, where others of the form are kept."""
    bodies = {n for n in kept if is_prose(found[n].text)}
    above = [n for n in range(1, len(found) - 1) if n + 1 in bodies and len(found[n].text) <= LONGEST_HEADING_CHARS]
    numbered = {n for n in above if NUMBERED.match(found[n].text) and bodies & {n - 1, n - 2}}
    between = [n for n in above if n - 1 in bodies and _is_heading(found[n].text, language)]
    asking = {n for n in between if found[n].text.endswith(("?", "？", "؟"))}
    series = numbered if len(numbered) > 1 else set()
    series |= asking if len(asking) >= FEWEST_QUESTIONS else set()
    return (series | _points(found, bodies, language)) - kept


def _points(found: Sequence[LineGroup], bodies: Set[int], language: str) -> set[int]:
    """What a line with a colon right below a kept paragraph announces: lines that all begin with one mark, or go on.

    Amid the article a heading without a colon announces lines with a mark.
    """
    points: set[int] = set()
    for above in bodies:
        number = above + 1
        if number >= len(found) or ends_sentence(found[number].text):
            continue
        announced = found[number].text.endswith((":", "：")) or _is_heading(found[number].text, language)
        while number + 1 < len(found) and POINT.match(found[number + 1].text):
            number += 1
        amid = number + 1 in bodies
        if found[above + 1].text.endswith((":", "：")):
            while number + 1 < len(found) and found[number + 1].text.endswith(GOING_ON):
                number += 1
        elif not amid:
            continue
        if number - above > FEWEST_POINTS and announced:
            points |= set(range(above + 1, number + 1))
    return points


def _is_heading(text: str, language: str) -> bool:
    """Whether a short line may head an entry; words in quotation marks may."""
    return len(text) <= LONGEST_HEADING_CHARS and is_fit(text.lstrip(OPENING_QUOTATIONS), language)
