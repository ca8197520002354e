"""A dossier of a corpus with planted facts, against the record of what was planted.

Takes folders with ``in/`` (articles) and ``gold/`` (``facts.jsonl``, ``articles.jsonl``, ``boilerplate.jsonl``); the
dossier is composed in memory, in the private edition, without themes or actors of an editor.

A passage tells a planted fact when it holds the planted sentence, or lies in it and is at least three fifths as long.

- Citations exact: quotes that stand in the article's file, white space folded, tags of HTML taken out.
- Boilerplate cited: quotes that are a line planted to be left out. False merges: statements that tell two facts.
- Facts found: planted facts that some statement tells. Density: statements that tell a planted fact.
- Merged: of the facts that several articles tell, those for which one statement cites two articles or more.
- Disputed: statements marked so, against the facts that were planted with a conflict or a denial.
- Timeline: dated facts that an event on the right date cites; wrong is the share of facts cited on another date.
- Figures: planted numbers that a figure of the same value cites; precise are figures in planted sentences.
- Actors: planted names among the dossier's, case folded, and the reverse. Copies: articles with the right original.
"""

from __future__ import annotations

import html
import re
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from functools import cache
from pathlib import Path

from generator.evaluation.measures import Row, Score, Tally, list_of, rows, text_of
from generator.model import Citation, Dossier, Edition, Statement, fold
from generator.pipeline import compose_dossier

ENOUGH_OF_A_SENTENCE = 0.6
# What a browser does not show: scripts and styles with their content, and tags: "<b>", "<style>p {}</style>".
NOT_SHOWN = re.compile(r"<(script|style)\b.*?</\1>|<[^>]+>", re.DOTALL)

Telling = tuple[int, Row]  # number of the fact, its source


def corpora_in(folder: Path) -> tuple[Path, ...]:
    """The corpora in a folder: itself, or its sub-folders, by name."""
    return tuple(
        path.parent.parent for path in sorted([*folder.glob("gold/facts.jsonl"), *folder.glob("*/gold/facts.jsonl")])
    )


def measure(corpora: Iterable[Path]) -> Iterator[Score]:
    """All scores of each corpus."""
    for corpus in corpora:
        planted = _Planted(corpus)
        yield from planted.scores(_composed(corpus / "in"))


def _composed(articles: Path) -> Dossier:
    """The dossier of a folder of articles, in a project that is removed again."""
    with tempfile.TemporaryDirectory() as folder:
        sources = Path(folder) / "sources"
        shutil.copytree(articles, sources / "articles")
        (sources / "dossier.yml").write_text("title: Planted\nname: planted\nlanguage: en\n", encoding="utf-8")
        return compose_dossier(Path(folder), Edition.PRIVATE).dossier


class _Planted:
    """The record of one corpus, asked about a dossier of it."""

    def __init__(self, corpus: Path) -> None:
        self.folder = corpus / "in"
        self.facts = list(rows(corpus / "gold" / "facts.jsonl"))
        self.articles = list(rows(corpus / "gold" / "articles.jsonl"))
        self.left_out = frozenset(
            fold(str(line))
            for row in rows(corpus / "gold" / "boilerplate.jsonl")
            for line in (row["lines"] if isinstance(row["lines"], list) else ())
        )
        self.material = f"planted, {len(self.articles)} articles ({corpus.name})"
        self.by_file: defaultdict[str, list[tuple[Telling, str]]] = defaultdict(list)
        for number, fact in enumerate(self.facts):
            for source in list_of(fact, "sources"):
                self.by_file[text_of(source, "file")].append(((number, source), fold(text_of(source, "sentence"))))
        self.words = cache(self._words)
        self.files: dict[str, str] = {}

    def scores(self, dossier: Dossier) -> Iterator[Score]:
        """All scores, in the order of the module's definitions."""
        self.files = {article.id: article.file for article in dossier.articles}
        yield from self._citations(dossier)
        yield from self._statements(dossier.statements)
        yield from self._timeline(dossier)
        yield from self._figures(dossier)
        yield from self._actors(dossier)
        yield from self._copies(dossier)

    def _score(self, figure: str, value: float, cases: int) -> Score:
        return Score(self.material, figure, value, cases)

    def _share(self, figure: str, part: int, whole: int) -> Score:
        return self._score(figure, part / whole if whole else 0.0, whole)

    def _citations(self, dossier: Dossier) -> Iterator[Score]:
        quotes = [c.passage for statement in dossier.statements for c in statement.citations]
        exact = sum(quote.exact in self.words(self.files[quote.article]) for quote in quotes)
        yield self._share("citations exact", exact, len(quotes))
        cited = sum(quote.exact in self.left_out for quote in quotes)
        yield self._score("boilerplate cited (count)", cited, len(quotes))

    def _statements(self, statements: Iterable[Statement]) -> Iterator[Score]:
        told = [(statement, self._told(statement.citations)) for statement in statements]
        telling = [(statement, facts) for statement, facts in told if facts]
        several = {
            n for n, fact in enumerate(self.facts) if len({text_of(s, "file") for s in list_of(fact, "sources")}) > 1
        }
        merged = {fact for _, facts in telling for fact, files in facts.items() if len(files) > 1}
        yield self._share("facts found", len({fact for _, facts in telling for fact in facts}), len(self.facts))
        yield self._share("density of statements", len(telling), len(told))
        yield self._share("merged", len(merged & several), len(several))
        yield self._score("false merges (count)", sum(len(facts) > 1 for _, facts in telling), len(telling))
        disputed = {fact for statement, facts in telling if statement.disputed for fact in facts}
        wanted = {number for number, fact in enumerate(self.facts) if text_of(fact, "status") != "plain"}
        yield from _precision_and_recall(self.material, "disputed", disputed, wanted)

    def _timeline(self, dossier: Dossier) -> Iterator[Score]:
        dated = {
            number
            for number, fact in enumerate(self.facts)
            if any(text_of(source, "date_form") != "none" for source in list_of(fact, "sources"))
        }
        right: set[int] = set()
        wrong = 0
        for event in dossier.timeline:
            for number in {
                n for n, source in self._tellings(event.citations) if text_of(source, "date_form") != "none"
            }:
                if event.date == text_of(self.facts[number], "date"):
                    right.add(number)
                else:
                    wrong += 1
        yield self._share("timeline: recall", len(right), len(dated))
        yield self._share("timeline: wrong share", wrong, wrong + len(right))

    def _figures(self, dossier: Dossier) -> Iterator[Score]:
        planted = {
            (number, text_of(source, "file"))
            for number, fact in enumerate(self.facts)
            for source in list_of(fact, "sources")
            if source["value"] is not None
        }
        right: set[tuple[int, str]] = set()
        in_planted = 0
        for figure in dossier.figures:
            about = [(n, s) for n, s in self._tellings(figure.citations) if s["value"] is not None]
            in_planted += bool(about)
            right |= {(n, text_of(s, "file")) for n, s in about if _same_number(figure.value, s["value"])}
        yield self._share("figures: precision", in_planted, len(dossier.figures))
        yield self._share("figures: recall", len(right), len(planted))

    def _actors(self, dossier: Dossier) -> Iterator[Score]:
        wanted = set()
        for fact in self.facts:
            actors = fact["actors"] if isinstance(fact["actors"], list) else []
            sentences = [text_of(source, "sentence") for source in list_of(fact, "sources")]
            for name in (text_of(fact, "person"), *map(str, actors)):
                if any(name in sentence for sentence in sentences):
                    wanted.add(name.casefold())
        yield from _precision_and_recall(self.material, "actors", {a.name.casefold() for a in dossier.actors}, wanted)

    def _copies(self, dossier: Dossier) -> Iterator[Score]:
        """A copy is right when it and its original were planted with one text, whichever came first."""
        planted_from = {text_of(row, "file"): text_of(row, "dup_of") or text_of(row, "file") for row in self.articles}
        pairs = [(self.files[copy], self.files[original]) for copy, original in dossier.duplicates.items()]
        right = sum(planted_from.get(copy) == planted_from.get(original) for copy, original in pairs)
        tally = Tally(right, len(pairs), sum(bool(text_of(row, "dup_of")) for row in self.articles))
        yield from list(tally.scores(self.material, "copies"))[:2]

    def _told(self, citations: Iterable[Citation]) -> dict[int, frozenset[str]]:
        files: defaultdict[int, set[str]] = defaultdict(set)
        for number, source in self._tellings(citations):
            files[number].add(text_of(source, "file"))
        return {number: frozenset(found) for number, found in files.items()}

    def _tellings(self, citations: Iterable[Citation]) -> list[Telling]:
        return [
            telling
            for citation in citations
            for telling, sentence in self.by_file[self.files[citation.passage.article]]
            if sentence in citation.passage.exact
            or (
                citation.passage.exact in sentence
                and len(citation.passage.exact) >= ENOUGH_OF_A_SENTENCE * len(sentence)
            )
        ]

    def _words(self, file: str) -> str:
        text = (self.folder / file).read_text(encoding="utf-8")
        return fold(html.unescape(NOT_SHOWN.sub(" ", text) if file.endswith(".html") else text))


def _same_number(ours: float | tuple[float, float], theirs: object) -> bool:
    if isinstance(ours, tuple) or not isinstance(theirs, int | float):
        return False
    return abs(ours - theirs) <= 1e-6 * max(1.0, abs(theirs))


def _precision_and_recall(
    material: str, what: str, ours: Iterable[Hashable], wanted: Iterable[Hashable]
) -> Iterator[Score]:
    tally = Tally()
    tally.add_sets(ours, wanted)
    yield from list(tally.scores(material, what))[:2]
