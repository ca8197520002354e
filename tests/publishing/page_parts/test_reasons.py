"""Readers are told in their own language why a line was left out, and nothing that only an editor understands."""

from __future__ import annotations

import pytest

from generator.publishing.interface import Interface
from generator.publishing.page_parts.reasons import told_reason


@pytest.mark.parametrize(
    ("reason", "english", "german"),
    [
        (
            "recognised by its words and marks, reads like furniture (0.02)",
            "by its words and form",
            "an Wörtern und Form",
        ),
        ("reads rather like furniture (0.31)", "does not read like the article", "liest sich nicht wie der Artikel"),
        ("below the text: reads like furniture (0.04)", "below the end of the article", "unter dem Ende des Artikels"),
        ("teaser of another article", "leads to something else", "führt zu etwas anderem"),
        ("repeat by its place above the article", "by its place above the article", "nach ihrem Platz"),
        ("readers' comments", "written by others than the authors", "von anderen als den Autoren"),
        ("caption or credit of a picture", "", ""),
        ("what nobody has thought of yet (0.50)", "", ""),
    ],
)
def test_reason_is_told_in_the_readers_language_or_not_at_all(reason: str, english: str, german: str) -> None:
    assert told_reason(reason, Interface("en")) == english
    assert told_reason(reason, Interface("de")).startswith(german)
    assert bool(told_reason(reason, Interface("de"))) == bool(english)
