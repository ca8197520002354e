"""The search index: small scripts that a page loads by need, the same hosted and from a folder.

Takes a dossier and gives files below ``docs/search/``, in time linear in the text and the same bytes on every run:

- ``start.js``: the words of the dossier, the kind of each entry, spellings, and the interface's words;
- ``filters.js``: the themes of each entry and who vouches for it, loaded when a search is filtered;
- ``rare.js``: where rare words stand, which most words are;
- ``words-<n>.js``: where the frequent words of one shard stand;
- ``entries-<n>.js``: what a result shows, a hundred entries a file;
- ``opensearch.xml``: what a browser needs to offer the search itself, where the dossier has a public address.

``search.js`` of the theme reads them. They are scripts where JSON would do because a page that is opened from a folder
may load scripts but no data.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from generator import languages
from generator.locale import _
from generator.model import Actor, ArticleKind, Dossier
from generator.publishing.addresses import GeneratedFile
from generator.publishing.embedding import Json
from generator.publishing.interface import Interface
from generator.publishing.page_parts.library import Library
from generator.publishing.search.entries import entries
from generator.publishing.search.entry import Entry, EntryKind, Words
from generator.publishing.search.opensearch import opensearch_file
from generator.publishing.search.postings import Postings, number_text
from generator.publishing.search.spellings import month_spellings, name_spellings, scale_spellings, theme_terms
from generator.publishing.search.words import folded, words_of

FOLDER = "search"
ENTRIES_A_FILE = 100
WORDS_A_STOP = 64
WORDS_OF_A_LENGTH_STEP = 4
LONGEST = 31  # a length is one character


def search_files(dossier: Dossier, actors: Sequence[Actor] = ()) -> Iterator[GeneratedFile]:
    """Every file of the index. ``actors`` is the vocabulary, for spellings that no source uses."""
    found = list(entries(dossier, actors))
    postings = Postings()
    lengths = [postings.add(number, entry.searched, _unprinted(entry)) for number, entry in enumerate(found)]
    shards = list(postings.shards())
    rare = postings.rare()
    vocabulary: dict[str, Json] = {
        "words": _spaced(postings.words()),
        "stops": _numbers(_stops(postings.words())),
        "wordsAStop": WORDS_A_STOP,
        "shards": [shard.first for shard in shards],
        "lengths": "".join(number_text(min(LONGEST, length // WORDS_OF_A_LENGTH_STEP)) for length in lengths),
    }
    vocabulary["spellings"] = "".join(
        "\t".join((str(number), *ways, "\n")) for number, ways in name_spellings(found, actors)
    )
    spoken = _spoken(dossier)
    vocabulary["months"] = month_spellings(spoken)
    vocabulary["scales"] = scale_spellings(spoken)
    vocabulary["terms"] = [theme_terms(briefing.theme) for briefing in dossier.briefings]
    yield _script("start", "start", {**vocabulary, **_entry_columns(found), **_interface(found, dossier)})
    yield _script("filters", "filters", _filter_columns(found, dossier))
    yield _script("rare", "rare", {"places": _spaced(rare), "stops": _numbers(_stops(rare))})
    for number, shard in enumerate(shards):
        yield _script(
            f"words-{number}", "words", [number, {str(word): places for word, places in shard.places.items()}]
        )
    say = Interface(dossier.settings.language)
    for number, first in enumerate(range(0, len(found), ENTRIES_A_FILE)):
        shown = [_shown(entry, say) for entry in found[first : first + ENTRIES_A_FILE]]
        yield _script(f"entries-{number}", "entries", [number, shown])
    yield from opensearch_file(dossier)


def _script(name: str, call: str, content: Json) -> GeneratedFile:
    packed = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return GeneratedFile(f"{FOLDER}/{name}.js", f'dossierSearch("{call}",{packed});\n')


def _unprinted(entry: Entry) -> Iterator[str]:
    """Spellings that stand in none of the texts of an entry."""
    printed = folded(" ".join(entry.searched))
    yield from (spelling for spelling in entry.spellings if folded(spelling) not in printed)


def _entry_columns(found: Sequence[Entry]) -> dict[str, Json]:
    """What every search needs to know of every entry without its text: kind, and where its words stand again."""
    outlets = sorted({one.outlet for entry in found for one in entry.sourcing.witnesses} - {""})
    return {
        "kinds": [[kind, len(list(group))] for kind, group in groupby(found, key=lambda entry: entry.kind.value)],
        "outlets": outlets,
        "outletWords": [" ".join(words_of(outlet)) for outlet in outlets],
        "twins": _numbers(_twins(found)),
        "perFile": ENTRIES_A_FILE,
    }


def _filter_columns(found: Sequence[Entry], dossier: Dossier) -> dict[str, Json]:
    """Who vouches for an entry and which themes it belongs to, each different pair once, and the pair of each entry."""
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
        "witnesses": [[one.outlet, one.language, one.kind, one.first_day, one.last_day] for one in witnesses],
        "rows": [[_numbers(seen), _numbers(themes)] for seen, themes in row_numbers],
        "entryRows": _numbers([row_numbers[row] for row in rows]),
    }


def _numbers(numbers: Iterable[int]) -> str:
    return "".join(map(number_text, numbers))


def _spaced(texts: Iterable[str]) -> str:
    """Texts without spaces as one, with a space before and after each; a script needs no escapes for it."""
    return f" {' '.join(texts)} "


def _stops(words: Sequence[str]) -> Iterator[int]:
    """How far each 64th text begins behind the one before, as JavaScript counts; texts stand a character apart."""
    behind = 1
    for first in range(0, len(words), WORDS_A_STOP):
        yield behind
        behind = sum(len(word.encode("utf-16-le")) // 2 + 1 for word in words[first : first + WORDS_A_STOP])


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


def _shown(entry: Entry, say: Interface) -> Json:
    """What a result shows, without the empty fields at the end."""
    chip: list[Json] = [entry.sourcing.chip, entry.sourcing.chip_label]
    translation = [] if entry.translation is None else [*_words(entry.translation, say), entry.translation.maker]
    fields: list[Json] = [entry.href, _words(entry.text, say), entry.sourcing.line, entry.lead, entry.more]
    fields += [chip if entry.sourcing.chip else [], translation, int(entry.is_verbatim)]
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
        "thousands": say.number(1_000_000)[1],
        "headings": {kind.value: say.gettext(heading) for kind, heading in _HEADINGS.items()},
        "themes": [[one.theme.id, one.theme.title(dossier.settings.language)] for one in dossier.briefings],
        "languages": {code: say.language_name(code) for code in sorted({one.language for one in witnesses})},
        "articleKinds": {kind: library.kind_label(ArticleKind(kind)) for kind in kinds},
        "asides": " ".join(_asides(dossier)),
        "say": {name: say.gettext(message) for name, message in _SAID.items()},
    }


def _asides(dossier: Dossier) -> list[str]:
    """Folded words that no result is required to have: "the", "van", "und"."""
    found = {word for code in _spoken(dossier) for word in languages.words(code, "words", "function_words")}
    return sorted({part for word in found for part in words_of(word)})


def _spoken(dossier: Dossier) -> list[str]:
    """The languages in which a reader is likely to ask: the dossier's, its articles', and English."""
    return sorted({dossier.settings.language, "en", *(article.metadata.language for article in dossier.articles)})


_HEADINGS = {
    EntryKind.THEME: _("Themes"),
    EntryKind.NAME: _("Names"),
    EntryKind.STATEMENT: _("Statements"),
    EntryKind.DISAGREEMENT: _("Where sources disagree"),
    EntryKind.DEVELOPMENT: _("Counts that later reports replaced"),
    EntryKind.GAP: _("Searched for and not found"),
    EntryKind.EVENT: _("Timeline"),
    EntryKind.FIGURE: _("Figures"),
    EntryKind.ARTICLE: _("Articles"),
    EntryKind.PASSAGE: _("Passages"),
}

_SAID = {
    "results": _("Results: %(count)s"),
    "none": _("Nothing found."),
    "some": _("No entry has all these words; these have some of them."),
    "absent": _("Found nowhere: %(words)s."),
    "alike": _("Nothing is written “%(asked)s”; taken for “%(instead)s”."),
    "quoted": _("“%(words)s”"),
    "tried": _(
        "Looked for %(words)s: as written, inside longer words, with one letter wrong, by other known spellings."
    ),
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
    "filtered": _("Nothing found with these filters."),
    "related": _("No entry has these words; they belong to this theme:"),
    "themes": _("Themes of this dossier:"),
    "filters": _("Filters"),
}
