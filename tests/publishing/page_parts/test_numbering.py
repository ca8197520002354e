"""The numbers of a page's citation marks."""

from __future__ import annotations

from generator.model import Citation, Passage
from generator.publishing.page_parts.numbering import number_passages


def marks(*articles: str) -> list[str]:
    """The number of a passage of each of these articles, all passages different."""
    passages = [Passage(article, at, at + 1, f"words {at}") for at, article in enumerate(articles)]
    numbering = number_passages(Citation(passage) for passage in passages)
    return [numbering.of(passage) for passage in passages]


def test_an_article_keeps_its_number_and_its_passages_have_letters_where_there_are_several() -> None:
    assert marks("port", "ferry", "port") == ["1a", "2", "1b"]


def test_after_z_letters_are_doubled_and_no_two_passages_share_a_mark() -> None:
    many = marks(*["port"] * 60)
    assert many[25:28] == ["1z", "1aa", "1ab"]
    assert len(set(many)) == 60
