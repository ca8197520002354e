"""Which sentences between parts of an article belong to it though a word in them often speaks to readers."""

from __future__ import annotations

import pytest

from generator.reading.lines.neighbourhood import _roots, _speaks_of_article

TOLD_ELSEWHERE = _roots(
    "The government wants islanders to register their accounts with the harbour authority before the ferries return. "
    "Die Regierung will, dass die Behörde die Gebühren für den Hafen senkt."
)


@pytest.mark.parametrize(
    ("language", "sentence", "belongs"),
    [
        ("en", "The ferry stops in November, the county said.", True),
        ("en", "Islanders need an account with the harbour authority, and the password comes by post.", True),
        ("en", "Islanders need an account with the harbour authority, and the password comes by post!", False),
        ("en", "Log in to your account and subscribe to our newsletter today.", False),
        ("en", "An account with a password is needed for comments of readers.", False),
        ("en", "“You will get your money back,” the spokesman said.", True),
        ("en", "You will get your money back, the spokesman said.", False),
        ("en", "The harbour authority said it. You will get your money back by government order.", True),
        ("en", "The captain said so. You will get your money back by order.", False),
        ("de", "Die Behörde senkt die Gebühren. Wir danken den Lesern.", True),
        ("de", "Die Behörde senkt die Gebühren. Wir danken, dass Sie uns lesen.", False),
    ],
)
def test_a_likely_sentence_belongs_where_it_tells_and_does_not_ask(
    language: str, sentence: str, *, belongs: bool
) -> None:
    assert _speaks_of_article(sentence, lambda: TOLD_ELSEWHERE, language, likely=True) is belongs


@pytest.mark.parametrize(
    ("sentence", "belongs"),
    [
        ("The council got 400 comments on its plan.", False),
        ("“An account with a password is needed,” she said.", False),
        ("The harbour authority told its story. The government got 400 comments.", True),
        ("The ferry stops in November, the county said.", True),
    ],
)
def test_one_that_is_less_likely_must_share_words_with_the_article(sentence: str, *, belongs: bool) -> None:
    assert _speaks_of_article(sentence, lambda: TOLD_ELSEWHERE, "en", likely=False) is belongs
