"""How alike in meaning sentences are: measured once for two articles, and not again in the next run."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.analysis.agreement.claims import ClaimRow, claims_by_article
from generator.analysis.agreement.likenesses import Likenesses
from tests.reports import corpus, report


class FirstLetters:
    """Sentences are alike where they begin with the same letter; counts how many it was given."""

    def __init__(self) -> None:
        self.encoded = 0

    def encode(self, words: list[str]) -> Sequence[Sequence[float]]:
        self.encoded += len(words)
        return [[float(word[0] == letter) for letter in "ABC"] for word in words]


CLAIMS = ClaimRow(
    claims_by_article(
        *corpus(
            report("A ship sank. Boats came. Another ship sank.", identifier="one"),
            report("Boats help. Cars wait.", identifier="other"),
        )
    )
)


def test_the_claims_of_all_articles_stand_in_one_row() -> None:
    assert [claim.text for claim in CLAIMS[1:4]] == ["Boats came.", "Another ship sank.", "Boats help."]
    assert [CLAIMS.beside(number) for number in (0, 2, 3)] == [range(3), range(3), range(3, 5)]
    with pytest.raises(IndexError):
        CLAIMS[5]


def test_two_articles_are_compared_once_and_what_was_found_is_kept(tmp_path: Path) -> None:
    model, unused = FirstLetters(), FirstLetters()
    likenesses = Likenesses(CLAIMS, model, tmp_path)
    assert [likenesses.of((number, 3)) for number in range(3)] == [0.0, 1.0, 0.0]
    assert (likenesses.margin((1, 3)), likenesses.margin((0, 3)), model.encoded) == (1.0, -1.0, 5)
    again = Likenesses(CLAIMS, unused, tmp_path)
    assert (again.of((1, 3)), again.margin((1, 3)), unused.encoded) == (1.0, 1.0, 0)


def test_two_articles_of_one_sentence_have_no_margin() -> None:
    row = ClaimRow(
        claims_by_article(*corpus(report("A ship sank.", identifier="a"), report("A boat.", identifier="b")))
    )
    assert Likenesses(row, FirstLetters()).margin((0, 1)) == 0
