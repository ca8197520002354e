"""An outlet that other articles of the folder name is believed at the end of a first line."""

from __future__ import annotations

from generator.model import Article, Source
from generator.reading.article import read_article
from generator.reading.outlets_of_folder import with_outlets_of_folder

BODY = "The harbour wall will be rebuilt next year. It will cost two million pounds, the county said."


def article(first: str, title: str, name: str) -> Article:
    text = f"{first}\nMenu\n{title}\n2 April 2025\n{BODY}"
    return read_article(Source(f"{name}.txt", text.encode()))


def test_first_line_that_ends_with_an_outlet_of_other_articles_names_it() -> None:
    named = [article(f"Harbour wall {n} | Coast Gazette", f"Harbour wall {n}", str(n)) for n in ("one", "two")]
    other = article("What the county plans | Coast Gazette", "Wall to be rebuilt", "three")
    found = with_outlets_of_folder([*named, other])
    assert other.metadata.publisher is None
    assert [each.metadata.publisher for each in found] == ["Coast Gazette"] * 3


def test_one_other_article_is_no_witness() -> None:
    named = article("Harbour wall one | Coast Gazette", "Harbour wall one", "one")
    other = article("What the county plans | Coast Gazette", "Wall to be rebuilt", "three")
    assert with_outlets_of_folder([named, other])[1].metadata.publisher is None
