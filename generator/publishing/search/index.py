"""The search index: small scripts that a page loads by need, the same hosted and from a folder.

Takes a dossier and gives files below ``docs/search/``, in time linear in the text and the same bytes on every run:

- ``start.js``: the words of the dossier, what each entry can be filtered by, spellings, and the interface's words;
- ``words-<n>.js``: where the words of one shard stand;
- ``entries-<n>.js``: what a result shows, a hundred entries a file.

``search.js`` of the theme reads them. They are scripts where JSON would do because a page that is opened from a folder
may load scripts but no data.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

from generator import languages
from generator.model import Actor, ArticleKind, Dossier
from generator.publishing.addresses import GeneratedFile
from generator.publishing.interface import Interface
from generator.publishing.library import Library
from generator.publishing.search.entries import entries
from generator.publishing.search.entry import Entry, EntryKind, Words
from generator.publishing.search.postings import Postings, number_text
from generator.publishing.search.words import folded, words_of

FOLDER = "search"
ENTRIES_A_FILE = 100
WORDS_OF_A_LENGTH_STEP = 4
LONGEST = 31

Json: TypeAlias = "str | int | Sequence[Json] | dict[str, Json]"


def search_files(dossier: Dossier, actors: Sequence[Actor] = ()) -> Iterator[GeneratedFile]:
    """Every file of the index. ``actors`` is the vocabulary, for spellings that no source uses."""
    found = list(entries(dossier, actors))
    postings = Postings()
    lengths = [postings.add(number, [*entry.searched, *_unprinted(entry)]) for number, entry in enumerate(found)]
    shards = list(postings.shards())
    vocabulary: dict[str, Json] = {
        "words": "\n".join(postings.words()),
        "shards": [shard.first for shard in shards],
        "lengths": "".join(number_text(min(LONGEST, length // WORDS_OF_A_LENGTH_STEP)) for length in lengths),
    }
    vocabulary["spellings"] = list(_spellings(found, actors))
    yield _script("start", "start", {**vocabulary, **_entry_columns(found, dossier), **_interface(found, dossier)})
    for number, shard in enumerate(shards):
        yield _script(f"words-{number}", "words", [number, shard.places])
    say = Interface(dossier.settings.language)
    for number, first in enumerate(range(0, len(found), ENTRIES_A_FILE)):
        shown = [_shown(entry, say) for entry in found[first : first + ENTRIES_A_FILE]]
        yield _script(f"entries-{number}", "entries", [number, shown])


def _script(name: str, call: str, content: Json) -> GeneratedFile:
    packed = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return GeneratedFile(f"{FOLDER}/{name}.js", f'dossierSearch("{call}",{packed});\n')


def _unprinted(entry: Entry) -> Iterator[str]:
    """Spellings that stand in none of the texts of an entry."""
    printed = folded(" ".join(entry.searched))
    yield from (spelling for spelling in entry.spellings if folded(spelling) not in printed)


def _entry_columns(found: Sequence[Entry], dossier: Dossier) -> dict[str, Json]:
    """What can be said of every entry without its text: kind, what it is filtered by, where its words stand again."""
    witnesses = sorted({witness for entry in found for witness in entry.sourcing.witnesses})
    witness_numbers = {witness: number for number, witness in enumerate(witnesses)}
    theme_numbers = {briefing.theme.id: number for number, briefing in enumerate(dossier.briefings)}
    rows = [
        (
            tuple(witness_numbers[witness] for witness in entry.sourcing.witnesses),
            tuple(sorted(theme_numbers[theme] for theme in set(entry.themes) if theme in theme_numbers)),
        )
        for entry in found
    ]
    row_numbers = {row: number for number, row in enumerate(sorted(set(rows)))}
    return {
        "kinds": [[kind, len(list(group))] for kind, group in groupby(found, key=lambda entry: entry.kind.value)],
        "outlets": sorted({one.outlet for one in witnesses} - {""}),
        "witnesses": [[one.outlet, one.language, one.kind, one.first_day, one.last_day] for one in witnesses],
        "rows": [[_numbers(seen), _numbers(themes)] for seen, themes in row_numbers],
        "entryRows": _numbers([row_numbers[row] for row in rows]),
        "twins": _numbers(_twins(found)),
        "perFile": ENTRIES_A_FILE,
    }


def _numbers(numbers: Sequence[int]) -> str:
    return "".join(map(number_text, numbers))


def _twins(found: Sequence[Entry]) -> list[int]:
    """In turn, number of a passage and of an entry with the same words or more: shown together, that one is enough."""
    statements = {entry.passage: number for number, entry in enumerate(found) if entry.kind is EntryKind.STATEMENT}
    passages = {entry.passage: number for number, entry in enumerate(found) if entry.kind is EntryKind.PASSAGE}
    pairs = []
    for number, entry in enumerate(found):
        if entry.kind is EntryKind.PASSAGE and entry.passage is not None:
            twins = (statements.get(entry.passage), passages.get(entry.within) if entry.within else None)
            pairs += [(number, twin) for twin in twins if twin is not None]
    return [number for pair in pairs for number in pair]


def _spellings(found: Sequence[Entry], actors: Sequence[Actor]) -> Iterator[Json]:
    """Number of an entry, then the folded spellings of what it names; -1 for an actor who has no entry."""
    for number, entry in enumerate(found):
        ways = _folded_spellings(entry.spellings)
        if ways:
            yield [number, *ways]
    named = {entry.href.partition("#")[2] for entry in found if entry.kind is EntryKind.NAME}
    for actor in sorted(actors, key=lambda actor: actor.id):
        ways = _folded_spellings(actor.spellings())
        if actor.id not in named and len(ways) > 1:
            yield [-1, *ways]


def _folded_spellings(spellings: Iterable[str]) -> list[str]:
    return sorted({" ".join(words_of(spelling)) for spelling in spellings} - {""})


def _shown(entry: Entry, say: Interface) -> Json:
    """What a result shows, without the empty fields at the end."""
    chip: list[Json] = [entry.sourcing.chip, entry.sourcing.chip_label]
    translation = [] if entry.translation is None else [*_words(entry.translation, say), entry.translation.maker]
    fields: list[Json] = [entry.href, _words(entry.text, say), entry.sourcing.line, entry.lead, entry.more]
    fields += [chip if entry.sourcing.chip else [], translation]
    while not fields[-1]:
        fields.pop()
    return fields


def _words(words: Words, say: Interface) -> list[Json]:
    return [words.text, words.language, say.direction(words.language)]


def _interface(found: Sequence[Entry], dossier: Dossier) -> dict[str, Json]:
    """The words of the search in the dossier's language, and the names of what results are filtered by."""
    say = Interface(dossier.settings.language)
    library = Library(dossier, say)
    witnesses = {witness for entry in found for witness in entry.sourcing.witnesses}
    kinds = sorted({witness.kind for witness in witnesses} - {""})
    return {
        "language": dossier.settings.language,
        "headings": {kind.value: say.gettext(heading) for kind, heading in _HEADINGS.items()},
        "themes": [[one.theme.id, one.theme.title(dossier.settings.language)] for one in dossier.briefings],
        "languages": {code: say.language_name(code) for code in sorted({one.language for one in witnesses})},
        "articleKinds": {kind: library.kind_label(ArticleKind(kind)) for kind in kinds},
        "asides": " ".join(_asides(dossier)),
        "say": {name: say.gettext(message) for name, message in _SAID.items()},
    }


def _asides(dossier: Dossier) -> list[str]:
    """Folded words that no result is required to have: "the", "van", "und"."""
    spoken = {dossier.settings.language, "en", *(article.metadata.language for article in dossier.articles)}
    found = {word for code in spoken for word in languages.words(code, "words", "function_words")}
    return sorted({part for word in found for part in words_of(word)})


def _(message: str) -> str:
    """Mark an interface string for the catalogue; it is translated where it is shown."""
    return message


_HEADINGS = {
    EntryKind.THEME: _("Themes"),
    EntryKind.NAME: _("Names"),
    EntryKind.STATEMENT: _("Statements"),
    EntryKind.DISAGREEMENT: _("Where sources disagree"),
    EntryKind.GAP: _("Searched for and not found"),
    EntryKind.EVENT: _("Timeline"),
    EntryKind.ARTICLE: _("Articles"),
    EntryKind.PASSAGE: _("Passages"),
}

_SAID = {
    "results": _("Results: %(count)s"),
    "none": _("Nothing found."),
    "some": _("No entry has all these words; these have some of them."),
    "alike": _("No entry has these letters; these are alike."),
    "all": _("All results"),
    "more": _("Show more"),
    "kind": _("Show"),
    "everything": _("everything"),
    "theme": _("Theme"),
    "outlet": _("Publisher"),
    "language": _("Language"),
    "articleKind": _("Kind of article"),
    "from": _("From"),
    "until": _("Until"),
    "any": _("any"),
    "clear": _("Remove filters"),
    "filters": _("Filters"),
}
