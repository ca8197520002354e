"""An outlet that other articles of the folder name is believed at the end of a first line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model import SIDECAR, Article, Source
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


def signed(line: str, name: str, byline: str = "") -> Article:
    text = f"What the county plans for wall {name}\n{byline}\n2 April 2025\n\n{BODY}\n\n{BODY} {name}.\n\n{line}\n"
    return read_article(Source(f"{name}.txt", text.encode()))


def test_a_sign_of_rights_that_several_articles_have_names_their_outlet() -> None:
    three = [signed("© 2025 Coastline", name) for name in ("one", "two", "three")]
    assert [each.metadata.publisher for each in three] == [None] * 3
    assert [each.metadata.publisher for each in with_outlets_of_folder(three)] == ["Coastline"] * 3
    assert with_outlets_of_folder(three[:2])[0].metadata.publisher is None
    assert with_outlets_of_folder([signed("© 2025 AFP", name) for name in "abc"])[0].metadata.publisher is None


def test_a_holder_of_rights_in_articles_of_another_outlet_is_an_agency() -> None:
    three = [signed("© 2025 Coastline", name) for name in ("one", "two", "three")]
    bought = replace(three[0], metadata=replace(three[0].metadata, publisher="Coast Gazette"))
    assert with_outlets_of_folder([bought, *three])[1].metadata.publisher is None


def test_of_two_outlets_in_a_first_line_the_last_is_its_own() -> None:
    names = ("Coast Gazette", "Coast Gazette", "Harbour Post", "Harbour Post")
    named = [with_publisher(article("Plans", "Harbour wall", f"{n}"), name) for n, name in enumerate(names)]
    other = article("What the county plans | Harbour Post | Coast Gazette", "Wall to be rebuilt", "other")
    assert with_outlets_of_folder([*named, other])[-1].metadata.publisher == "Coast Gazette"


def test_author_who_signs_several_articles_is_no_outlet() -> None:
    three = [signed("© 2025 Ana Holt", name, "By Ana Holt") for name in ("one", "two", "three")]
    assert [each.metadata.authors for each in three] == [("Ana Holt",)] * 3
    assert [each.metadata.publisher for each in with_outlets_of_folder(three)] == [None] * 3


def test_outlet_that_one_of_the_articles_names_itself_holds_the_rights_in_the_others() -> None:
    three = [signed("© 2025 Coastline", name) for name in ("one", "two", "three")]
    own = with_publisher(signed("© 2025 Coastline", "four"), "Coastline")
    assert [each.metadata.publisher for each in with_outlets_of_folder([own, *three])] == ["Coastline"] * 4


def test_outlet_that_an_editor_states_as_not_known_stays_so() -> None:
    three = [signed("© 2025 Coastline", name) for name in ("one", "two", "three", "four")]
    stated = with_publisher(three[0], None)
    assert with_outlets_of_folder([stated, *three[1:]])[0].metadata.publisher is None


def with_publisher(article: Article, name: str | None) -> Article:
    """The article with an outlet as an editor states it; ``None`` is a statement too."""
    origins = {**article.metadata.origins, "publisher": SIDECAR}
    return article.with_metadata(replace(article.metadata, publisher=name, origins=origins))


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("© 2025 Coast Gazette. All rights reserved.", "Coast Gazette"),
        ("© 2025 Coastline. All rights reserved.", None),  # may be anybody's
        ("© 2025 Coast Gazette", None),
        ("© 2025 Emily Post. All rights reserved.", None),
    ],
)
def test_a_newspaper_that_reserves_all_rights_is_the_outlet(line: str, outlet: str | None) -> None:
    article = signed(line, "one")
    assert article.metadata.publisher == outlet
    assert line not in map(article.words_of, article.paragraphs)


def with_head(head: str, name: str, foot: str = "", lead: str = "") -> Article:
    text = (
        f"{head}\n\nWall {name} is to be rebuilt at last\n\n2 April 2025\n\n{lead}{BODY}\n\n{BODY} {name}.\n\n{foot}\n"
    )
    return read_article(Source(f"{name}.txt", text.encode()))


def outlets(*articles: Article) -> list[str | None]:
    return [each.metadata.publisher for each in with_outlets_of_folder(articles)]


def test_a_line_of_the_head_names_the_outlet_of_another_article() -> None:
    named = with_publisher(article("Plans", "Harbour wall", "one"), "Coast Watch")
    assert outlets(named, with_head("Coast Watch", "two")) == ["Coast Watch", "Coast Watch"]
    assert outlets(with_head("Coast Watch", "two")) == [None]


@pytest.mark.parametrize(
    ("foot", "lead"),
    [("Copyright 2025 Coast Watch. Reproduction prohibited.", ""), ("", "ORLUNE, 2 April — Coast Watch. ")],
)
def test_a_line_of_the_head_that_foot_or_dateline_say_again_names_the_outlet(foot: str, lead: str) -> None:
    assert outlets(with_head("Coast Watch", "two", foot, lead)) == ["Coast Watch"]


def test_a_line_that_names_the_author_and_a_section_of_the_foot_are_no_outlets() -> None:
    named = with_publisher(article("Plans", "Harbour wall", "one"), "Ada Holm")
    assert outlets(named, with_head("By Ada Holm", "two"))[1] is None
    assert outlets(with_head("World News", "two", "More World News")) == [None]
