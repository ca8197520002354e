"""A line that was left out and is the article's own becomes text by the editor's word, in every format."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import Place
from generator.model import Article, Metadata, Sidecar, Source
from generator.reading.article import read_article
from tests.commands import dossier

LINE = "Read also: 450 people walked home"
PLAIN = f"The port of Orlune lies idle.\n\nThe quay was closed on 8 May 2023, the dockers said.\n\n{LINE}\n"
PAGE = (
    "<html lang=en><body><article><h1>Port idle</h1><p>The port of Orlune lies idle, and nobody knows for how long.</p>"
    f"<p>The quay was closed on 8 May 2023, the dockers said.</p></article><aside><p>{LINE}</p></aside></body></html>"
)
FILES = [("a.txt", PLAIN), ("a.html", PAGE)]


def confirmed(name: str, content: str, *words: str) -> Article:
    sidecar = Sidecar(Place("a.yml"), id=None, metadata=Metadata(), stated=frozenset(), confirmed=words)
    return read_article(Source(name, content.encode()), sidecar)


def body(article: Article) -> list[str]:
    return [article.words_of(paragraph) for paragraph in article.paragraphs]


@pytest.mark.parametrize(("name", "content"), FILES)
def test_a_confirmed_line_is_text_at_its_place(name: str, content: str) -> None:
    assert LINE not in body(confirmed(name, content))
    article = confirmed(name, content, LINE)
    assert body(article)[-1] == LINE
    assert body(article)[:-1] == body(confirmed(name, content))
    assert "confirmed by the editor" in {line.reason for line in article.lines if line.text == LINE}


@pytest.mark.parametrize("words", ["Read also", "people walked", "…", ""])
def test_part_of_a_line_restores_nothing(words: str) -> None:
    assert confirmed("a.txt", PLAIN, words) == confirmed("a.txt", PLAIN)


def test_a_long_line_may_be_confirmed_as_check_prints_it() -> None:
    assert body(confirmed("a.txt", PLAIN, "Read also: 450…"))[-1] == LINE


@pytest.mark.parametrize(("name", "content"), FILES)
def test_a_quote_of_a_confirmed_line_passes_build_and_audit(name: str, content: str, tmp_path: Path) -> None:
    files = {
        f"articles/{name}": content,
        "articles/a.yml": f'confirmed: ["{LINE}"]\n',
        "vocabulary/themes.yml": "- {id: ports, title: Ports, terms: {en: [port, quay]}}\n",
        "briefings/ports.yml": "statements:\n- id: w\n  text: W\n  quotes: [{article: a, exact: 450 people walked}]\n",
    }
    for path, text in files.items():
        target = tmp_path / "sources" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    ran = dossier(tmp_path, "build")
    assert (ran.returncode, ran.stderr) == (0, "")
