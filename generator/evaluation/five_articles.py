"""The sample articles against labels made by hand: lines left out, sentences, themes, dates.

Titles and kickers count for neither side among the lines. Themes are measured on the gold's sentences of the body:
"explicit" is what a sentence itself says, "context" what it is about where it stands; once with the project's own
terms, once with English keywords alone, which the program carries into the languages of the articles. A project that
names none of the gold's themes has nothing to be measured there. A date answers a gold date when its value is equal and
its words hold the gold's, an interval for its ends and its inside; what answers none is spurious.
"""

from __future__ import annotations

import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.errors import UnreadableArticle
from generator.evaluation.measures import Row, Score, Tally, list_of, rows, text_of
from generator.inspection import Inspected, Reader
from generator.model import fold
from generator.project import load_project

LEFT_OUT = frozenset({"boiler", "caption", "credit", "byline", "dateline"})
KEYWORDS = {
    "energy": ("energy", "oil", "gas", "pipeline"),
    "ai": ("artificial intelligence", "supercomputing"),
    "defence": ("weapons", "drones", "military", "army", "missiles", "arms deal"),
    "ukraine": ("Ukraine", "Kyiv", "Zelensky"),
    "karabakh": ("Karabakh",),
}
THEMES = frozenset(KEYWORDS)


def measure(gold: Path, project: Path) -> Iterator[Score]:
    """All scores, if the articles can be found beside the gold."""
    lines = list(rows(gold / "lines.jsonl"))
    folder = next((up / "articles" for up in gold.resolve().parents if (up / "articles").is_dir()), None)
    if not lines or folder is None:
        return
    files = sorted({text_of(row, "file") for row in lines})
    there = [folder / file for file in files if (folder / file).is_file()]
    seen = _seen(there, project)
    body = _body_sentences(gold, lines)
    yield from _lines(seen, lines).scores("five articles", "lines left out")
    yield from _sentences(seen, body).scores("five articles", "sentences")
    labels = list(rows(gold / "themes.jsonl"))
    if missing_themes(gold, project) != THEMES:
        for label, wide in (("explicit", False), ("labels", True)):
            tally = _themes(seen, body, labels, label, wide=wide)
            yield from tally.scores("five articles", "themes, in context" if wide else "themes, explicit")
    tally = _themes(_with_keywords(there), body, labels, "explicit", wide=False)
    yield from tally.scores("five articles", "themes from English keywords, explicit")
    yield from _dates(seen, [row for row in rows(gold / "dates.jsonl") if row["role"] == "body"])


def missing_themes(gold: Path, project: Path) -> frozenset[str]:
    """The themes that the gold's labels name and the project's vocabulary does not; none where there are no labels."""
    if not (gold / "themes.jsonl").is_file():
        return frozenset()
    return THEMES - {theme.id.lower() for theme in load_project(project).vocabulary.themes}


def _seen(files: Sequence[Path], project: Path) -> dict[str, Inspected]:
    reader = Reader(project, language=None, published=None, as_is=False)
    looked = (one for one in reader.look(files) if not isinstance(one, UnreadableArticle))
    return {Path(one["file"]).name: one for one in looked}


def _with_keywords(files: Sequence[Path]) -> dict[str, Inspected]:
    """The articles as seen in a project in which an editor wrote nothing but a few English keywords a theme."""
    with tempfile.TemporaryDirectory() as folder:
        vocabulary = Path(folder) / "sources" / "vocabulary"
        vocabulary.mkdir(parents=True)
        themes = [
            {"id": theme, "title": {"en": theme}, "terms": {"en": list(words)}} for theme, words in KEYWORDS.items()
        ]
        (vocabulary / "themes.yml").write_text(json.dumps(themes), encoding="utf-8")
        return _seen(files, Path(folder))


def _lines(seen: Mapping[str, Inspected], lines: list[dict[str, object]]) -> Tally:
    tally = Tally()
    for row in lines:
        one = seen.get(text_of(row, "file"))
        if one is None or row["role"] in ("title", "kicker"):
            continue
        kept = {fold(str(line["text"])): bool(line["kept"]) for line in one["lines"]}
        left = not kept.get(fold(text_of(row, "text")), True)
        wanted = row["role"] in LEFT_OUT
        tally.add(left and wanted, left, wanted)
    return tally


def _body_sentences(gold: Path, lines: list[dict[str, object]]) -> dict[str, Counter[str]]:
    role = {(row["file"], row["line"]): row["role"] for row in lines}
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in rows(gold / "sentences.jsonl"):
        if role.get((row["file"], row["line"])) == "body":
            found[text_of(row, "file")][fold(text_of(row, "text"))] += 1
    return found


def _sentences(seen: Mapping[str, Inspected], body: Mapping[str, Counter[str]]) -> Tally:
    tally = Tally()
    for file, one in seen.items():
        ours = Counter(_words_by_sentence(one).values())
        tally.add((ours & body[file]).total(), ours.total(), body[file].total())
    return tally


def _themes(
    seen: Mapping[str, Inspected],
    body: Mapping[str, Counter[str]],
    gold: list[dict[str, object]],
    label: str,
    *,
    wide: bool,
) -> Tally:
    tally = Tally()
    for file, one in seen.items():
        words = _words_by_sentence(one)
        ours = {
            (words[str(match["sentence"])], str(match["theme"]).lower())
            for match in one["themes"]
            if (wide or not match["context"]) and str(match["theme"]).lower() in THEMES
        }
        wanted = {
            (fold(text_of(row, "text")), str(theme).lower())
            for row in gold
            if row["file"] == file and fold(text_of(row, "text")) in body[file]
            for theme in _labels(row, label)
        }
        tally.add_sets(ours, {(text, theme) for text, theme in wanted if theme in THEMES})
    return tally


def _dates(seen: Mapping[str, Inspected], gold: list[dict[str, object]]) -> Iterator[Score]:
    right = spurious = 0
    for file, one in seen.items():
        free = list_of({"dates": one["dates"]}, "dates")
        used: set[int] = set()
        for wanted in (row for row in gold if row["file"] == file):
            fits = [number for number, date in enumerate(free) if _answers(date, wanted)]
            chosen = next(
                (n for n in fits if n not in used), next((n for n in fits if "/" in str(free[n]["value"])), None)
            )
            if chosen is not None:
                right += 1
                used.add(chosen)
        spurious += len(free) - len(used)
    yield Score("five articles", "dates right", right / max(1, len(gold)), len(gold))
    yield Score("five articles", "dates spurious (count)", spurious, len(gold))


def _answers(date: Row, wanted: Row) -> bool:
    ours, theirs = fold(text_of(date, "text")), fold(text_of(wanted, "text"))
    value, target = text_of(date, "value"), text_of(wanted, "value")
    ends = [end.strip("~?%") for end in value.split("/")]
    equal = value.strip("~?%") == target
    inside = len(ends) == 2 and (target in ends or (all(ends) and ends[0] <= target <= ends[1]))
    return (equal or inside) and (theirs in ours or ours in theirs)


def _words_by_sentence(one: Inspected) -> dict[str, str]:
    return {str(s["id"]): fold(one["text"][int(str(s["start"])) : int(str(s["end"]))]) for s in one["sentences"]}


def _labels(row: Row, label: str) -> list[object]:
    value = row.get(label)
    return value if isinstance(value, list) else []
