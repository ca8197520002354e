"""``check`` names what needs an editor's eye, and is silent about what an editor has settled."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.checking import findings
from generator.cli.console import show_findings
from generator.model import Article, Line, LineRole, Provenance
from generator.pipeline import Composed, compose_dossier
from tests.commands import dossier

LONG = (
    "The council of Kortdam decided on Thursday that the harbour is to grow by a third before the winter comes, and "
    "that two basins are to be dug behind the old lighthouse, where fishing boats have been moored for a century. "
    "The mayor of Kortdam called the plan a gift to the whole region, while the fishermen of the town said that nobody "
    "had asked them, that their nets would have to be dried elsewhere, and that the old quay was good enough for all. "
    "The minister of transport is to come in May, when the first stone is to be laid, and a band of the navy will play "
    "on the quay until the evening, as the town hall said in a letter to every household behind the dyke."
)
MORE = (
    "The library of the town stays open. Its readers have been promised new chairs, and a second lamp for each table."
)
PAGE = (
    '<html lang="en"><head><meta property="article:published_time" content="2024-05-12">'
    '<meta name="date" content="2023-01-02"></head>'
    "<body><h1>A tramway for Kortdam</h1><p>The tramway is to run from the station to the beach by the end of summer, "
    "and every ten minutes in summer. The rails have been ordered in Linz.</p><p>Tickets will cost two euros for those "
    "who do not live in the town, and nothing for its children, the works said on Monday.</p></body></html>"
)
FILES = {
    "articles/harbour.txt": f"{LONG}\n\n{MORE}\n",
    "articles/tramway.html": PAGE,
    "articles/orchard.txt": "The orchard of Kortdam was sold. Its apples were famous in three provinces.",
    "articles/orchard.yml": "{title: null, publisher: null, url: null, kind: null, published: 2024-05-01}",
    "dossier.yml": "title: Kortdam\nlanguage: en\nedition: public\n",
    "vocabulary/themes.yml": (
        "- {id: harbour, title: Harbour, terms: {en: [harbour]}}\n"
        "- {id: volcano, title: Volcano, terms: {en: [volcano]}}\n"
    ),
    "briefings/harbour.yml": (
        "drafted_by: a language model\n"
        f'statements:\n- {{id: grows, text: It grows., quotes: [{{article: harbour, exact: "{LONG}"}}]}}\n'
    ),
    "translations/en.po": (
        'msgctxt "harbor"\nmsgid "the harbour"\nmsgstr "the port"\n\n'
        'msgctxt "harbour"\nmsgid "Words that nobody wrote."\nmsgstr "Nothing."\n\n'
        f'#, fuzzy\nmsgctxt "harbour"\nmsgid "{LONG} {MORE}"\nmsgstr "All of it."\n'
    ),
}


@pytest.fixture(scope="module")
def composed(tmp_path_factory: pytest.TempPathFactory) -> Composed:
    root = tmp_path_factory.mktemp("attention")
    for name, text in FILES.items():
        path = root / "sources" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return compose_dossier(root)


def told_of(composed: Composed) -> list[str]:
    return [f"{finding.place}: {finding.fact} | {finding.remedy}" for finding in findings(composed)]


def with_article(composed: Composed, changed: Article) -> Composed:
    """The same with this article: in the place of the one of its id, or behind the others."""
    articles = {article.id: article for article in composed.corpus.articles} | {changed.id: changed}
    return replace(composed, corpus=replace(composed.corpus, articles=tuple(articles.values())))


def named(composed: Composed, identifier: str) -> Article:
    return next(article for article in composed.corpus.articles if article.id == identifier)


@pytest.mark.parametrize(
    "expected",
    [
        "tramway.html: published 2024-05-12 by meta article:published_time, 2023-01-02 by meta date | state in its",
        'en.po: a translation names an article that is not there: "harbor" | ',
        'en.po: translated words do not stand in harbour: "Words that nobody wrote." | ',
        'en.po: is shown nowhere, as the page quotes other words: the translation of "The council of Kortdam',
        "en.po: 3 of 3 translations were reviewed by nobody: the site says so",
        "articles/harbour.txt: the editor's quotes show more of it than quote_share (35%) allows | shorten quotes",
        "briefings/harbour.yml: drafted by a language model, reviewed by nobody: the site says so | when you have",
        'themes.yml: no article speaks of the theme "volcano" | give it more terms',
        "articles/harbour.txt: not known: title, publisher, url, kind | state it in a sidecar",
    ],
)
def test_what_needs_another_look_is_told_with_what_to_do(composed: Composed, expected: str) -> None:
    assert [line for line in told_of(composed) if expected in line]


def test_what_an_editor_calls_unknown_is_not_asked_again(composed: Composed) -> None:
    assert not [line for line in told_of(composed) if "orchard" in line and "not known" in line]


def test_a_contradiction_is_not_told_twice_nor_once_an_editor_has_settled_it(tmp_path: Path) -> None:
    folder = tmp_path / "sources" / "articles"
    folder.mkdir(parents=True)
    (folder / "tramway.html").write_text(PAGE, encoding="utf-8")
    doubts = [line for line in told_of(compose_dossier(tmp_path)) if "published" in line]
    assert len(doubts) == 1
    (folder / "tramway.yml").write_text("published: 2024-05-12\n", encoding="utf-8")
    assert not [line for line in told_of(compose_dossier(tmp_path)) if "published" in line]


def test_a_date_that_was_guessed_is_to_be_confirmed(composed: Composed) -> None:
    article = named(composed, "orchard")
    guessed = replace(article.metadata, origins={"published": Provenance.guessed("htmldate")})
    told = told_of(with_article(composed, replace(article, metadata=guessed)))
    fact = (
        "orchard.txt: published is doubtful: 2024-05-01 (htmldate) | if it holds, state it in its sidecar: published: …"
    )
    assert [line for line in told if fact in line]


def test_lines_in_doubt_are_told_one_by_one_as_long_as_they_are_few(composed: Composed) -> None:
    article = named(composed, "harbour")
    spoken = [article.words_of(paragraph) for paragraph in article.paragraphs]
    lines = tuple(Line(at, LineRole.BODY, True, "", words, doubtful=True) for at, words in enumerate(spoken))
    paragraphs = tuple(replace(paragraph, doubtful=True) for paragraph in article.paragraphs)
    doubtful = replace(article, lines=lines, paragraphs=paragraphs)
    told = [line for line in told_of(with_article(composed, doubtful)) if "may not be" in line]
    assert len(told) == 2
    assert all("confirmed: […]" in line for line in told)
    many = replace(doubtful, lines=tuple(replace(lines[0], number=number) for number in range(10)))
    told = [line for line in told_of(with_article(composed, many)) if "may not be" in line]
    assert len(told) == 4
    assert "7 more lines may not be its own" in told[-1]


def test_copies_are_told_one_by_one_and_many_of_one_article_at_once(composed: Composed) -> None:
    original = named(composed, "harbour")

    def told(count: int) -> list[str]:
        copied = composed
        for number in range(count):
            copied = with_article(copied, replace(original, id=f"copy-{number}", file=f"copy-{number}.txt"))
        duplicates = {f"copy-{number}": "harbour" for number in range(count)}
        copied = replace(copied, dossier=replace(copied.dossier, duplicates=duplicates))
        return [finding.fact for finding in findings(copied) if "one voice" in finding.fact]

    assert told(2) == ["copies harbour.txt: the two count as one voice"] * 2
    assert told(4) == ["4 articles copy it, and all count as one voice: copy-0.txt, copy-1.txt, copy-2.txt and 1 more"]


def test_a_project_in_order_is_said_to_be_and_passes_a_strict_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    show_findings(())
    assert capsys.readouterr().out == "Nothing needs an editor's eye.\n"
    (tmp_path / "sources" / "articles").mkdir(parents=True)
    (tmp_path / "sources" / "articles" / "harbour.txt").write_text(LONG, encoding="utf-8")
    assert dossier(tmp_path, "check", "--strict").returncode == 0


def test_of_many_alike_the_first_are_shown_and_how_many_more_there_are(tmp_path: Path) -> None:
    folder = tmp_path / "sources" / "articles"
    folder.mkdir(parents=True)
    for number in range(12):
        text = f"Tramway {number}\n\nThe tramway of Kortdam stops {'again ' * number}at the beach, the works said.\n"
        (folder / f"tramway-{number:02}.txt").write_text(text, encoding="utf-8")
    told = dossier(tmp_path, "check")
    assert told.returncode == 0
    assert told.stdout.count("nothing says when it appeared") == 1, "the same words stand once, above their places"
    assert told.stdout.count("\n  sources/articles/tramway-") == 5
    assert told.stdout.index("tramway-11.txt") < told.stdout.index("tramway-08.txt")
    assert "and 7 more like these: --all shows them" in told.stdout
    shown = re.sub(r"\x1b\[[\d;]*m", "", dossier(tmp_path, "check", FORCE_COLOR="1", COLUMNS="48").stdout)
    assert "\n    like 'yesterday' are no date there:\n  sources/articles/tramway-11.txt\n" in shown, (
        "words are not broken"
    )
    everything = dossier(tmp_path, "check", "--all")
    assert everything.stdout.count("\n  sources/articles/tramway-") == 12
    assert "--all" not in everything.stdout
    assert everything.stdout.splitlines()[-1] == told.stdout.splitlines()[-1]
