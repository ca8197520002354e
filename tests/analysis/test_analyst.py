"""What is kept of an article between runs is found again under the id that it has now."""

from __future__ import annotations

from pathlib import Path

from generator.analysis.analyst import analyse_all
from generator.model import Vocabulary
from tests.builders import article

WORDS = "The harbour paid 40 million euros on 3 May 2024."


def test_an_article_that_was_renamed_has_its_evidence_under_the_new_name(tmp_path: Path) -> None:
    analyse_all([article(WORDS, identifier="before")], Vocabulary(), kept=tmp_path)
    (evidence,) = analyse_all([article(WORDS, identifier="after")], Vocabulary(), kept=tmp_path).values()
    assert (evidence.article, len(evidence.figures)) == ("after", 1)


def test_two_articles_of_the_same_words_have_each_their_own_evidence(tmp_path: Path) -> None:
    both = [article(WORDS, identifier="one"), article(WORDS, identifier="two")]
    analyse_all(both, Vocabulary(), kept=tmp_path)
    assert list(analyse_all(both, Vocabulary(), kept=tmp_path)) == ["one", "two"]
