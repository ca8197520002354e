"""Pages in languages that have no file of their own for dates and figures: furniture, names, days, sentences.

``cases/languages.txt`` holds an article a language and the lines around it; the page is built of them without any
class names, so that only the words of the language tell what a line is.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest

from generator.model import Article, Source
from generator.reading.article import read_article

CASES = Path(__file__).parents[1] / "cases" / "languages.txt"
Case = list[tuple[str, str]]
ARROW = " → "


def cases() -> Iterator[Case]:
    """The fields of each article in the file, in order."""
    lines = [line for line in CASES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    for filled, block in groupby(lines, key=bool):
        if filled:
            yield [(name, value) for name, _, value in (line.partition(": ") for line in block)]


def of(case: Case, name: str) -> list[str]:
    return [value for key, value in case if key == name]


def page(case: Case) -> Article:
    """The article as a page shows it: title, byline, day, and a paragraph for each text and each line between."""
    head = "".join(f"<div>{of(case, name)[0].partition(ARROW)[0]}</div>" for name in ("by", "on"))
    body = "".join(f"<p>{value.replace(' | ', ' ')}</p>" for key, value in case if key in ("text", "out"))
    title = of(case, "title")[0]
    content = f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{head}<div>{body}</div></body></html>"
    return read_article(Source("page.html", content.encode()))


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case[0][1])
def test_page_in_a_language_is_read_by_its_words(case: Case) -> None:
    article = page(case)
    known = article.metadata
    assert known.language == of(case, "language")[0]
    assert known.authors == tuple(value.partition(ARROW)[2] for value in of(case, "by"))
    assert [known.published] == [value.partition(ARROW)[2] for value in of(case, "on")]
    kept = [article.words_of(sentence) for sentence in article.sentences]
    assert kept == [sentence for value in of(case, "text") for sentence in value.split(" | ")]
