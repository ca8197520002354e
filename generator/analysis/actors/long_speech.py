"""Speech that runs over several sentences between one pair of marks: each of them is its speaker's.

Takes a paragraph and the quotations found in single sentences; gives quotations for the sentences between the same
marks that have none. A mark that is never closed in the paragraph carries nothing on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.analysis.actors.quotation import Quotation, SpeechKind
from generator.model import Paragraph, Sentence

# Marks that open speech, each with those that may close it; straight marks open and close.
PAIRS = {"„": "“”", "«": "»", "»": "«", "“": "”", '"': '"', "”": "”"}


def speech_continued(
    text: str, paragraph: Paragraph, found: Mapping[str, Quotation]
) -> Iterator[tuple[str, Quotation]]:
    """Ids of sentences that stand wholly or partly inside longer speech, with what is said in them and by whom."""
    for start, end in _speeches(text, paragraph.start, paragraph.end):
        inside = [s for s in paragraph.sentences if s.start < end and start < s.end]
        if len(inside) < 2:
            continue
        told = [found[s.id] for s in inside if s.id in found and _stands_at_the_edge(found[s.id], s, start, end)]
        if len({quotation.speaker for quotation in told}) != 1:
            continue
        for sentence in inside:
            if sentence.id not in found:
                said = replace(told[0], start=max(start, sentence.start), end=min(end, sentence.end))
                yield sentence.id, replace(said, kind=SpeechKind.DIRECT)


def _speeches(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches between a mark and the next that closes it, marks included."""
    at = start
    while at < end:
        if text[at] not in PAIRS:
            at += 1
            continue
        closing = next((i for i in range(at + 1, end) if text[i] in PAIRS[text[at]]), None)
        if closing is None:
            return
        yield at, closing + 1
        at = closing + 1


def _stands_at_the_edge(quotation: Quotation, sentence: Sentence, start: int, end: int) -> bool:
    """Whether its sentence opens or closes the speech and its speaker stands outside the marks."""
    outside = not start <= quotation.by_start < end
    return outside and (sentence.start <= start or end <= sentence.end)
