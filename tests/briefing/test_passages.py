"""A quote is found exactly where it stands, and nowhere else."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.briefing.material import covers
from generator.briefing.passages import FoldedText, QuotableArticle
from generator.model import fold
from tests.builders import article

WORDS = st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Z"]), min_size=1), min_size=1)


@given(WORDS, st.sampled_from([" ", "\n", "\t \u00a0"]), st.data())
def test_every_run_of_whole_words_is_found_at_its_own_offsets(words: list[str], gap: str, data: st.DataObject) -> None:
    text = gap.join(words)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    quote = fold(gap.join(words[first : last + 1]))
    places = FoldedText.of(text).find(quote)
    for start, end in places:
        assert fold(text[start:end]) == quote
    if quote and not unicodedata.combining(quote[0]):
        assert places


@given(st.text(), st.integers(0, 40))
def test_context_is_what_stands_around(text: str, at: int) -> None:
    folded = FoldedText.of(text)
    assert fold(text[:at]).endswith(folded.before(at).strip()) or unicodedata.normalize("NFC", text) != text
    assert folded.after(len(text)) == ""
    assert len(folded.before(at, 8)) <= 8


def test_part_of_a_number_is_no_quote_of_it() -> None:
    quotable = QuotableArticle.of(article("Een wapendeal van 1,6 miljard dollar werd gesloten."))
    assert quotable.in_body("6 miljard dollar") == []
    assert len(quotable.in_body("1,6 miljard dollar")) == 1


def test_a_passage_covers_what_lies_inside_it_in_its_own_article() -> None:
    one, other = (QuotableArticle.of(article("A port.", identifier=name)) for name in ("a", "b"))
    assert covers(one.passage(0, 7), one.passage(2, 6))
    assert not covers(one.passage(2, 6), one.passage(0, 7))
    assert not covers(one.passage(0, 7), other.passage(2, 6))


def test_words_that_stand_twice_without_a_space_are_found_twice() -> None:
    assert FoldedText.of("港港は開く。").find("港") == [(0, 1), (1, 2)]


def test_part_of_a_word_is_no_quote_of_it() -> None:
    quotable = QuotableArticle.of(article("De oliebehoefte van het land groeit."))
    assert quotable.in_body("olie") == []


@pytest.mark.parametrize(
    ("text", "quote", "stands"),
    [
        ("Het kost 1,6 miljard.", "Het kost 1", False),
        ("Het kost 1,6 miljard.", "Het kost 1,6", True),
        ("In 2024, then.", "In 2024", True),
        ("Since May,5 days passed.", "5 days", True),
        (",5 days of 9", "5 days of 9", True),
        ("ราคา ๑๖ ล้าน", "๖ ล้าน", False),
        ("港は来年開く。", "来年", True),
        ("Oil-rich land", "Oil", True),
    ],
)
def test_a_quote_ends_where_words_and_numbers_end(text: str, quote: str, stands: bool) -> None:
    assert bool(QuotableArticle.of(article(text)).in_body(quote)) is stands


def test_letters_with_separate_accents_are_quoted_whole() -> None:
    text = "The cafe\u0301 is open."
    ((start, end),) = QuotableArticle.of(article(text)).in_body("The caf\u00e9")
    assert text[start:end] == "The cafe\u0301"


def test_words_that_run_out_of_the_body_are_no_quote_of_it() -> None:
    whole = article("The quay is ready.", "Photo: Port of Halvik.", "Ships moor on Monday.")
    first, caption, last = whole.paragraphs
    quotable = QuotableArticle.of(replace(whole, paragraphs=(first, last)))
    assert len(quotable.in_body("The quay is ready.")) == len(quotable.in_body("Ships moor")) == 1
    assert quotable.in_body("The quay is ready. Photo: Port of Halvik.") == []
    assert quotable.in_body("Halvik. Ships moor on Monday.") == []
    assert quotable.in_body(fold(whole.text)) == []
    assert len(quotable.anywhere(fold(whole.text))) == 1
    doubtful = replace(caption, doubtful=True)
    assert QuotableArticle.of(replace(whole, paragraphs=(first, doubtful, last))).in_body("Photo: Port") == []
    assert len(QuotableArticle.of(whole).in_body("The quay is ready. Photo: Port of Halvik.")) == 1


def test_equal_words_are_told_apart_by_their_occurrence() -> None:
    quotable = QuotableArticle.of(article("Baku agreed. Nobody else did.", "Baku agreed."))
    first, second = (quotable.passage(*span) for span in quotable.in_body("Baku agreed."))
    assert (first.occurrence, second.occurrence) == (0, 1)
    assert first.id != second.id


def test_an_id_depends_on_article_and_words_and_not_on_what_stands_before() -> None:
    short = QuotableArticle.of(article("Baku agreed."))
    long = QuotableArticle.of(article("Something was added in front.", "Baku agreed."))
    ids = {quotable.passage(*quotable.in_body("Baku agreed.")[0]).id for quotable in (short, long)}
    assert len(ids) == 1
