"""Whether a text is an interview by its form: who speaks stands before the words, or questions to "you" are answered.

Takes the paragraphs and sub-headings of a text in order and its language. Questions alone make no interview: an
overview of what is known asks some too, but of nobody, and nobody answers there of himself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from generator.languages import words
from generator.reading.marks import SPEAKER
from generator.reading.phrases import hits_of

FEWEST_TURNS, FEWEST_TURNS_EACH, SHARE_OF_TURNS = 4, 2, 0.5
FEWEST_ANSWERED, FEWEST_ADDRESSING, SHARE_OF_QUESTIONS = 3, 2, 0.25
FEWEST_OF_ONESELF, SHARE_OF_ONESELF = 2, 0.5
"""Answers in which somebody speaks of himself, and their share of all."""
LONGEST_QUESTION_CHARS = 300
# No more characters stand before the colon behind who speaks
LONGEST_SPEAKER_CHARS = 110
# Words of others: "„Wir warten“, sagte …"
QUOTED = re.compile(r"[\"„“”«»][^\"„“”«»]*[\"“”«»]")
QUESTION_MARKS = ("?", "？", "؟", "?“", "?”", "?»", '?"')


def is_interview(paragraphs: Sequence[str], language: str) -> bool:
    """Whether two or more take turns, or questions to somebody alternate with answers."""
    return _takes_turns(paragraphs) or _asks_somebody(paragraphs, language)


def _takes_turns(paragraphs: Sequence[str]) -> bool:
    may_name = [text for text in paragraphs if ":" in text[:LONGEST_SPEAKER_CHARS]]
    if len(may_name) < FEWEST_TURNS:
        return False
    speakers = Counter(match[1] for text in may_name if (match := SPEAKER.match(text)))
    often = {name: times for name, times in speakers.items() if times >= FEWEST_TURNS_EACH}
    turns = sum(often.values())
    return len(often) > 1 and turns >= max(FEWEST_TURNS, SHARE_OF_TURNS * len(paragraphs))


def _asks_somebody(paragraphs: Sequence[str], language: str) -> bool:
    asked = [_is_question(text) for text in paragraphs]
    answered = [n for n in range(len(paragraphs) - 1) if asked[n] and not asked[n + 1]]
    if len(answered) < max(FEWEST_ANSWERED, SHARE_OF_QUESTIONS * len(paragraphs)):
        return False
    addressing = sum("address" in hits_of(paragraphs[n], language) for n in answered)
    of_oneself = sum(_speaks_of_himself(paragraphs[n + 1], language) for n in answered)
    speaks = of_oneself >= max(FEWEST_OF_ONESELF, SHARE_OF_ONESELF * len(answered))
    return speaks or addressing >= FEWEST_ADDRESSING


def _speaks_of_himself(answer: str, language: str) -> bool:
    return _first_person(language).search(QUOTED.sub("", answer)) is not None


@cache
def _first_person(language: str) -> re.Pattern[str]:
    """Any of the words with which somebody speaks of himself: "I think", "wir"."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(words(language, 'claims', 'first_person')) or '(?!)'})(?!\w)", re.I)


def _is_question(text: str) -> bool:
    return len(text) <= LONGEST_QUESTION_CHARS and text.endswith(QUESTION_MARKS)
