"""What each measurement counts as right, spurious or missing, on gold of a few lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.evaluation import boilerplate, evaluate, extraction, figures, sentences, temporal
from generator.evaluation.measures import Score, Tally
from tests.commands import dossier


def write(path: Path, *rows: Mapping[str, object]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")


def shown(scores: Iterable[Score]) -> dict[str, tuple[float, int]]:
    """Value and number of cases by figure."""
    return {score.figure: (round(score.value, 3), score.cases) for score in scores}


def test_precision_and_recall_are_shares_of_what_was_said_and_of_what_there_is() -> None:
    tally = Tally()
    tally.add_sets({"a", "b", "c", "d"}, {"a", "b"})
    tally.add(0, 0, 1)
    assert (tally.precision, round(tally.recall, 3), round(tally.f1, 3)) == (0.5, 0.667, 0.571)
    assert (Tally().precision, Tally().recall, Tally().f1) == (0.0, 0.0, 0.0)


def test_a_figure_is_right_where_it_overlaps_with_an_equal_value_and_ages_do_not_count(tmp_path: Path) -> None:
    text = "The bridge cost 40 million euros, and 12 ships waited."
    results = [{"start": 16, "end": 26, "value": "40000000"}, {"start": 38, "end": 46, "value": "13"}]
    age = {"start": 4, "end": 16, "value": "31"}
    write(
        tmp_path / "en.jsonl",
        {"kind": "number", "text": text, "results": results},
        {"kind": "age", "text": "She is 31 years old.", "results": [age]},
    )
    assert shown(figures.measure(tmp_path)) == {"right, without ordinals and ages": (0.5, 2)}


def test_the_end_of_a_text_is_no_boundary_that_can_be_found(tmp_path: Path) -> None:
    row = {"text": "The port grows. Ships come.", "sentences": ["The port grows.", "Ships come."], "lang": "en"}
    whole = {"text": "The port of Kortdam grows.", "sentences": ["The port of", "Kortdam grows."], "lang": "en"}
    write(tmp_path / "en.own.jsonl", row, whole)
    found = shown(sentences.measure(tmp_path))
    assert found["boundaries: precision"] == (1.0, 1)
    assert found["boundaries: recall"] == (0.5, 2)


def test_a_date_in_news_answers_one_gold_date_and_what_lies_on_another_kind_does_not_count(tmp_path: Path) -> None:
    text = "The port opened on 4 March 2024. It closes on 9 May 2024."
    date = {"type": "DATE", "start": 19, "end": 31, "value": "2024-03-04"}
    span = {"type": "DURATION", "start": 46, "end": 56, "value": "P1D"}
    write(tmp_path / "news" / "gold.jsonl", {"text": text, "lang": "en", "dct": "2024-03-05", "timexes": [date, span]})
    found = shown(temporal.measure(tmp_path))
    assert found["calendar dates by value: precision"] == found["calendar dates by value: recall"] == (1.0, 1)


def test_in_short_cases_any_allowed_value_is_right_and_a_date_on_nothing_is_spurious(tmp_path: Path) -> None:
    result = {"kind": "date", "start": 12, "end": 19, "values": [["2024-05-08", "2024-05-15"]]}
    case = {"lang": "en", "ref": "2024-05-14", "text": "The port is open since 2014.", "results": []}
    write(
        tmp_path / "spec_own" / "gold.jsonl",
        {"lang": "en", "ref": "2024-05-14", "text": "It opened on 8 May 2024.", "results": [result]},
        case,
    )
    assert shown(temporal.measure(tmp_path)) == {"dates right": (1.0, 1), "spurious per 100 texts": (50.0, 2)}


SENTENCE = "The harbour of Kortdam is to grow by two hundred hectares by 2031, the port authority said on Sunday."
OTHER = "Residents of the old town fear noise at night and ask the council for a wall along the new railway."


def test_characters_of_furniture_count_against_and_titles_count_neither_way(tmp_path: Path) -> None:
    lines = ["A larger harbour for Kortdam", SENTENCE, OTHER, "Log in"]
    (tmp_path / "txt").mkdir()
    (tmp_path / "txt" / "a.txt").write_text("\n".join(lines), encoding="utf-8")
    write(tmp_path / "gold.jsonl", {"id": "a", "labels": "2110"})
    assert shown(boilerplate.measure(tmp_path)) == {"mean character F1": (1.0, 1)}
    write(tmp_path / "gold.jsonl", {"id": "a", "labels": "2100"})
    ((value, _),) = shown(boilerplate.measure(tmp_path)).values()
    assert 0.6 < value < 0.7  # of two kept sentences one is the article's


def test_a_page_is_compared_by_runs_of_words_title_date_and_authors(tmp_path: Path) -> None:
    head = '<meta property="og:title" content="A larger harbour"><meta name="author" content="Ann Holt">'
    head += '<meta property="article:published_time" content="2024-05-12">'
    body = f"<article><h1>A larger harbour</h1><p>{SENTENCE}</p><p>{OTHER}</p></article>"
    page = f"<!doctype html><html lang=en><head>{head}</head><body>{body}</body></html>"
    (tmp_path / "own" / "html").mkdir(parents=True)
    (tmp_path / "own" / "html" / "a.html").write_text(page, encoding="utf-8")
    told = {"id": "a", "text": f"{SENTENCE}\n{OTHER}", "title": "A Larger Harbour", "authors": ["Ann Holt"]}
    write(tmp_path / "own" / "gold.jsonl", {**told, "date": "2024-05-12"})
    assert {value for value, _ in shown(extraction.measure(tmp_path)).values()} == {1.0, 0.0}
    assert shown(extraction.measure(tmp_path))["date wrong"] == (0.0, 1)
    write(tmp_path / "own" / "gold.jsonl", {**told, "date": "2024-05-13"})
    found = shown(extraction.measure(tmp_path))
    assert (found["date right"], found["date wrong"], found["authors: F1"]) == ((0.0, 1), (1.0, 1), (1.0, 1))


def test_a_folder_without_gold_gives_no_figures(tmp_path: Path) -> None:
    assert evaluate(tmp_path, tmp_path) == ()


def test_themes_that_the_project_does_not_have_are_said_to_be_missing_instead_of_measured_as_nothing(
    tmp_path: Path,
) -> None:
    gold, project = tmp_path / "gold", tmp_path / "project"
    said = "The port uses oil."
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "port.txt").write_text(f"Port\n\n{said} It is dear.\n", encoding="utf-8")
    labels = gold / "five_articles"
    write(labels / "lines.jsonl", {"file": "port.txt", "line": 2, "role": "body", "text": f"{said} It is dear."})
    write(labels / "sentences.jsonl", {"file": "port.txt", "line": 2, "text": said})
    write(labels / "themes.jsonl", {"file": "port.txt", "text": said, "explicit": ["energy"], "labels": ["energy"]})
    vocabulary = project / "sources" / "vocabulary"
    vocabulary.mkdir(parents=True)
    (vocabulary / "themes.yml").write_text("- {id: harbour, title: {en: Harbour}, terms: {en: [port]}}\n")
    told = dossier(tmp_path, "evaluate", "--gold", str(gold), "--project", str(project))
    assert "none of the themes that the gold labels (ai, defence, energy, karabakh, ukraine)" in told.stderr
    assert "themes, explicit" not in told.stdout

    (vocabulary / "themes.yml").write_text("- {id: energy, title: {en: Energy}, terms: {en: [oil]}}\n")
    told = dossier(tmp_path, "evaluate", "--gold", str(gold), "--project", str(project))
    assert "all their sentences count as missed: ai, defence, karabakh, ukraine" in told.stderr
    assert "themes, explicit: F1" in told.stdout
