"""``dossier init``: a folder becomes a project, with commented files that say what an editor may write in them.

Promises: no file that is there is ever changed, and the project builds as soon as there are articles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import yaml

from generator.publishing.interface import languages_with_words
from generator.reading.article import slug

FILES = (
    "sources/README.md",
    "sources/dossier.yml",
    "sources/vocabulary/themes.yml",
    "sources/vocabulary/actors.yml",
    "sources/vocabulary/publishers.yml",
    "sources/briefings/README.md",
    ".gitignore",
)
FOLDERS = ("sources/articles",)
# Where a file of a starter stands in for a title: "{{ title }}"
PLACE = re.compile(r"\{\{ (title|name|languages) \}\}")


@dataclass(frozen=True, slots=True)
class Started:
    """What was written and what was there already: POSIX paths below the project."""

    written: tuple[str, ...]
    kept: tuple[str, ...]


def start(root: Path, title: str | None = None) -> Started:
    """Lay out a project in ``root``; its title is by default the folder's name."""
    named = title or re.sub(r"[-_]+", " ", root.resolve().name).strip().capitalize() or "Dossier"
    values = {
        "title": yaml.safe_dump(named, allow_unicode=True, width=10**6).splitlines()[0],
        "name": slug(named),
        "languages": ", ".join(languages_with_words()),
    }
    for folder in FOLDERS:
        (root / folder).mkdir(parents=True, exist_ok=True)
    written, kept = [], []
    for path in FILES:
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        text = PLACE.sub(lambda place: values[place[1]], _starter(path))
        try:
            with target.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except FileExistsError:
            kept.append(path)
        else:
            written.append(path)
    return Started(tuple(written), tuple(kept))


def _starter(path: str) -> str:
    return files("generator").joinpath("starter", path.replace("/", "_").lstrip(".")).read_text(encoding="utf-8")
