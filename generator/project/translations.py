"""``sources/translations/<language>.po`` → translations by article and words.

A gettext catalogue: ``msgctxt`` is the article's id, ``msgid`` the exact words, ``msgstr`` the translation. The header
``X-Translator`` names who made it and ``X-Reviewed`` who reviewed it (``no`` for nobody); a comment ``# by: NAME`` or
``# reviewed: NAME`` does so for one entry. A fuzzy entry is a machine's and is labelled so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import ContentProblem, Place, ProblemsFound
from generator.model import Translation, fold
from generator.project.conflicts import conflict
from generator.project.reading_files import read_text

if TYPE_CHECKING:
    from polib import POEntry, POFile

Translations = Mapping[tuple[str, str], Translation]

# "by: Anna Smit", "reviewed: Jan Vos" as a translator's comment
_NOTE = re.compile(r"^\s*(by|reviewed)\s*:\s*(.+?)\s*$", re.MULTILINE)
# polib names the line of a slip in its message: "Syntax error in po file (line 12)"
_LINE = re.compile(r"\(line (\d+)\)")
# a line of a catalogue: a comment, or a keyword and words in straight quotation marks, or the latter alone
_WELL_FORMED = re.compile(
    r"\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s*)?\"(?:[^\"\\]|\\.)*\"\s*)?"
)


def read_translations(folder: Path, language: str, root: Path, problems: list[ContentProblem]) -> Translations:
    """All translations into ``language``: (article id, folded words) → translation."""
    path = folder / f"{language}.po"
    if not path.is_file():
        return {}
    file = path.relative_to(root).as_posix()
    try:
        catalog = _catalogue(read_text(path, file), file)
    except ProblemsFound as found:
        problems.extend(found.problems)
        return {}
    except ContentProblem as problem:
        problems.append(problem)
        return {}
    header = {name.lower(): value for name, value in catalog.metadata.items()}
    first: dict[tuple[str, str], POEntry] = {}
    for entry in catalog:
        if entry.obsolete or not (entry.msgstr or entry.msgid_plural):
            continue
        key = (entry.msgctxt or "", fold(entry.msgid))
        if mistake := _mistake(entry, first.setdefault(key, entry), file):
            problems.append(mistake)
    return {key: _translation(entry, header, language) for key, entry in first.items()}


def _catalogue(text: str, file: str) -> POFile:
    """The entries of a catalogue. Raises ``ProblemsFound``: polib takes a line with a slip for something else."""
    import polib  # only where a catalogue is there

    if left := conflict(text, file):
        raise left
    remedy = 'write a keyword and words between two straight quotation marks, with \\" for one within them'
    lines = enumerate(text.split("\n"), start=1)
    slips = [number for number, line in lines if not _WELL_FORMED.fullmatch(line)]
    if slips:
        fact = "not readable as a line of a gettext catalogue"
        raise ProblemsFound([ContentProblem(Place(file, number), fact, remedy) for number in slips])
    try:
        return polib.pofile(text)
    except (OSError, ValueError) as error:
        line = _LINE.search(str(error))
        place = Place(file, int(line.group(1)) if line else None)
        remedy = "each entry has msgctxt, msgid and msgstr, in this order"
        raise ContentProblem(place, "not readable as a gettext catalogue", remedy) from error


def _mistake(entry: POEntry, first: POEntry, file: str) -> ContentProblem | None:
    place = Place(file, max(1, entry.linenum))
    if not entry.msgctxt:
        remedy = 'add msgctxt "<article id>" above the msgid'
        return ContentProblem(place, "a translation names no article", remedy)
    if entry.msgid_plural:
        return ContentProblem(place, "a translation has plural forms", "write one msgstr and no msgid_plural")
    if first is not entry and fold(first.msgstr) != fold(entry.msgstr):
        remedy = f"the first is in line {max(1, first.linenum)}; keep the one that holds"
        return ContentProblem(place, "the same words are translated in two ways", remedy)
    return None


def _translation(entry: POEntry, header: Mapping[str, str], language: str) -> Translation:
    notes = {**header, **{f"x-{name}": value for name, value in _NOTE.findall(entry.tcomment)}}
    return Translation(
        text=fold(entry.msgstr),
        language=language,
        by=notes.get("x-by") or notes.get("x-translator"),
        reviewed=notes.get("x-reviewed", "no").lower() not in ("no", "false", ""),
        machine="fuzzy" in entry.flags,
    )
