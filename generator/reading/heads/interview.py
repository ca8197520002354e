"""Whether a text is an interview by its form: who speaks stands before the words, or questions to "you" are answered.

Takes the paragraphs and sub-headings of a text in order and its language. Questions alone make no interview: an
overview of what is known asks some too, but of nobody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.reading.marks import SPEAKER
from generator.reading.phrases import hits_of

FEWEST_TURNS, FEWEST_TURNS_EACH, SHARE_OF_TURNS = 4, 2, 0.5
FEWEST_ANSWERED, FEWEST_ADDRESSING, SHARE_OF_QUESTIONS = 3, 2, 0.25
LONGEST_QUESTION_CHARS = 300
# No more characters stand before the colon behind who speaks
LONGEST_SPEAKER_CHARS = 110
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
    addressing = sum("address" in hits_of(paragraphs[n], language) for n in answered)
    many = len(answered) >= max(FEWEST_ANSWERED, SHARE_OF_QUESTIONS * len(paragraphs))
    return many and addressing >= FEWEST_ADDRESSING


def _is_question(text: str) -> bool:
    return len(text) <= LONGEST_QUESTION_CHARS and text.endswith(QUESTION_MARKS)
