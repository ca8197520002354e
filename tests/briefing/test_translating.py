"""A passage of several sentences is shown with the translations of its sentences, where there is none of its own."""

from __future__ import annotations

from generator.briefing.passages import QuotableArticle
from generator.briefing.translating import translation_of
from generator.model import Translation
from generator.project.translations import Translations
from tests.builders import article

SOURCE = QuotableArticle.of(article("Die Brücke ist alt. Sie wird erneuert. Das kostet Geld.", identifier="bridge"))


def translated(words: str, **texts: str) -> Translation | None:
    """What is shown beside these words, with a catalogue of these translations by their first words."""
    sentences = {"die": "Die Brücke ist alt.", "sie": "Sie wird erneuert.", "alt": "Die Brücke ist alt. Sie"}
    catalogue: Translations = {
        ("bridge", sentences[first]): Translation(text, "en", "Anna", reviewed=first == "die")
        for first, text in texts.items()
    }
    ((start, end),) = SOURCE.in_body(words)
    return translation_of(SOURCE.passage(start, end), SOURCE.article, catalogue)


def test_sentences_translated_one_by_one_are_joined() -> None:
    joined = translated("Die Brücke ist alt. Sie wird erneuert.", die="The bridge is old.", sie="It is renewed.")
    assert joined == Translation("The bridge is old. It is renewed.", "en", "Anna", reviewed=False)


def test_words_that_are_no_whole_sentences_or_translated_in_part_have_no_translation() -> None:
    assert translated("Die Brücke ist alt. Sie wird", die="The bridge is old.", sie="It is renewed.") is None
    assert translated("Die Brücke ist alt. Sie wird erneuert.", die="The bridge is old.") is None
    assert translated("Die Brücke ist alt. Sie", alt="The bridge is old. It") is not None
