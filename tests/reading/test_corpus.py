"""Many articles are held in memory at once: what a corpus keeps of each, and what it does not."""

from __future__ import annotations

import pickle
import tracemalloc
from dataclasses import fields, replace
from pathlib import Path

import pytest

from generator import on_demand
from generator.model import Article, LineRole
from generator.project import load_project
from generator.reading.bodies_aside import BodiesAside
from generator.reading.corpus import Corpus, read_corpus
from generator.workers import workers

ARTICLES = 40
FURNITURE = "Subscribe to the newsletter of the harbour and never miss a ship"


def project_of(folder: Path) -> Path:
    """A project of articles of a usual length, with one line that stands in all of them."""
    articles = folder / "sources" / "articles"
    articles.mkdir(parents=True)
    for number in range(ARTICLES):
        (articles / f"{number:02}.txt").write_text(_article(number), encoding="utf-8")
    return folder


def _article(number: int) -> str:
    sentences = [
        f"Ship {number}-{at} carried {at + 2} containers past the lighthouse of Northfield before noon. "
        for at in range(32)
    ]
    paragraphs = ["".join(sentences[at : at + 4]).strip() for at in range(0, 32, 4)]
    return "\n\n".join([f"The ships of day {number}", *paragraphs, FURNITURE]) + "\n"


def read(folder: Path) -> Corpus:
    return read_corpus(load_project(folder))


def test_an_article_is_held_in_less_than_two_and_a_half_times_its_text(tmp_path: Path) -> None:
    project = project_of(tmp_path)
    read(project)
    tracemalloc.start()
    corpus = read(project)
    held = tracemalloc.get_traced_memory()[0]
    del corpus
    spent = held - tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert spent < 2.5 * sum(len(_article(number)) for number in range(ARTICLES))


def test_bodies_of_more_articles_than_fit_lie_in_a_file_and_say_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = project_of(tmp_path)
    usual = read(project).articles
    monkeypatch.setattr(on_demand, "HELD", ARTICLES - 1)
    tracemalloc.start()
    aside = read(project).articles
    held = sum(found.size for found in tracemalloc.take_snapshot().traces)
    tracemalloc.stop()
    assert held < sum(len(article.text) for article in usual)
    for articles in (aside, pickle.loads(pickle.dumps(aside))):
        assert [fields_of(article) for article in articles] == [fields_of(article) for article in usual]
    other = replace(usual[0].metadata, publisher="Coast Gazette")
    assert fields_of(aside[0].with_metadata(other)) == fields_of(usual[0].with_metadata(other))
    assert fields_of(aside[0]) == fields_of(usual[0])


def test_an_article_that_cannot_be_written_stays_in_memory(tmp_path: Path) -> None:
    article = replace(read(project_of(tmp_path)).articles[0], text="lone \ud800")
    assert BodiesAside().of(article) is article


def fields_of(article: Article) -> tuple[object, ...]:
    return tuple(getattr(article, each.name) for each in fields(Article))


def test_workers_give_the_same_corpus_as_one_process(tmp_path: Path) -> None:
    project = project_of(tmp_path / "one")
    with workers(2) as executor:
        shared = read_corpus(load_project(project_of(tmp_path / "two")), executor)
    assert shared == read(project)


def test_words_of_furniture_are_held_once_for_all_articles(tmp_path: Path) -> None:
    project = project_of(tmp_path)
    for corpus in (read(project), read(project)):  # read afresh, and as an earlier run has read it
        left_out = [line for article in corpus.articles for line in article.lines if line.text == FURNITURE]
        assert len(left_out) == ARTICLES
        assert len({id(line.text) for line in left_out}) == 1
        assert len({id(line.reason) for line in left_out}) == 1


def test_lines_that_the_paragraphs_say_again_are_kept_on_request_only(tmp_path: Path) -> None:
    project = load_project(project_of(tmp_path))
    whole = read_corpus(project, every_line=True).articles[0]
    held = read_corpus(project).articles[0]
    assert "\n".join(line.text for line in whole.lines) == whole.text
    assert not [line for line in held.lines if line.role is LineRole.BODY or not line.text]
