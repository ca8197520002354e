"""Who says what, in many languages: cases in ``tests/cases/quotations``."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.analysis.actors.quotation import Quotation
from generator.analysis.actors.quotations import find_quotations, speaker_of
from generator.analysis.actors.recognition import find_actors
from generator.model import Article
from tests.analysis.case_files import Case, cases_below
from tests.builders import article

CASES = cases_below(Path(__file__).parent.parent / "cases" / "quotations")


def quoted(*paragraphs: str, language: str) -> tuple[Article, tuple[Quotation, ...]]:
    built = article(*paragraphs, language=language)
    return built, find_quotations(built, find_actors(built, ()))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_speech_and_its_speaker(case: Case) -> None:
    built, found = quoted(case.text, language=case.language)
    shown = [f"{q.kind}, {q.speaker}: {built.text[q.start : q.end]}" for q in found] or ["nobody"]
    assert shown == list(case.expected)


def test_a_language_without_the_table_attributes_nothing() -> None:
    assert quoted("“Broen åbner i maj,” said Helen Marsh.", language="eo")[1] == ()


def test_a_sentence_is_attributed_where_speech_fills_most_of_it() -> None:
    built, found = quoted("Helen Marsh said the bridge would open in May. The river is wide.", language="en")
    first, second = built.sentences
    assert speaker_of(found, first.start, first.end) == "Helen Marsh"
    assert speaker_of(found, second.start, second.end) is None


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["“", "”", '"', ",", "said", "according to", "Helen Marsh", "that", ":", "we"])))
def test_speech_and_speaker_lie_within_the_text(words: list[str]) -> None:
    built, found = quoted("Helen Marsh " + " ".join(words) + " left.", language="en")
    assert all(0 <= q.start <= q.end <= len(built.text) and q.by_start < len(built.text) for q in found)
