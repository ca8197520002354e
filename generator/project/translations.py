"""``sources/translations/<language>.po`` → translations by article and words.

A gettext catalogue: ``msgctxt`` is the article's id, ``msgid`` the exact words, ``msgstr`` the translation. The header
``X-Translator`` names who made it and ``X-Reviewed`` who reviewed it (``no`` for nobody); a comment ``# by: NAME`` or
``# reviewed: NAME`` does so for one entry. A fuzzy entry is a machine's and is labelled so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from generator.errors import ContentProblem, Place
from generator.model import Translation, fold

Translations = Mapping[tuple[str, str], Translation]

# "by: Anna Smit", "reviewed: Jan Vos" as a translator's comment
_NOTE = re.compile(r"^\s*(by|reviewed)\s*:\s*(.+?)\s*$", re.MULTILINE)
# polib names the line of a slip in its message: "Syntax error in po file None (line 12)"
_LINE = re.compile(r"\(line (\d+)\)")


def read_translations(folder: Path, language: str, root: Path, problems: list[ContentProblem]) -> Translations:
    """All translations into ``language``: (article id, folded words) → translation."""
    path = folder / f"{language}.po"
    if not path.is_file():
        return {}
    import polib  # only where a catalogue is there

    file = path.relative_to(root).as_posix()
    try:
        catalog = polib.pofile(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, ValueError) as error:
        line = _LINE.search(str(error))
        place = Place(file, int(line.group(1)) if line else None)
        problems.append(ContentProblem(place, "not readable as a gettext catalogue", "check its quotation marks"))
        return {}
    header = {name.lower(): value for name, value in catalog.metadata.items()}
    found: dict[tuple[str, str], Translation] = {}
    for entry in catalog:
        if entry.obsolete or not entry.msgstr:
            continue
        if not entry.msgctxt:
            remedy = 'add msgctxt "<article id>" above the msgid'
            problems.append(ContentProblem(Place(file, entry.linenum), "a translation names no article", remedy))
            continue
        notes = {**header, **{f"x-{name}": value for name, value in _NOTE.findall(entry.tcomment)}}
        found[(entry.msgctxt, fold(entry.msgid))] = Translation(
            text=fold(entry.msgstr),
            language=language,
            by=notes.get("x-by") or notes.get("x-translator"),
            reviewed=notes.get("x-reviewed", "no").lower() not in ("no", "false", ""),
            machine="fuzzy" in entry.flags,
        )
    return found
