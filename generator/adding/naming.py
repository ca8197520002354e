"""A telling, safe name for an article: ``2023-10-05-outlet-words-of-the-title``, ASCII whatever the script.

The same words are the proposed id: lower-case letters, digits and hyphens.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import PurePosixPath

from generator.languages import available, mapping
from generator.languages import words as words_of
from generator.model import Article, Metadata, Source, fold
from generator.reading.article import slug
from generator.reading.decoding.text import decode
from generator.reading.documents.markdown_signs import looks_like_markdown
from generator.reading.formats import Format, recognise

MOST_WORDS = 7
MOST_TITLE_CHARS = 48
MOST_OUTLET_CHARS = 28
ENDINGS = {
    Format.PLAIN_TEXT: ".txt",
    Format.WEB_PAGE: ".html",
    Format.WEB_ARCHIVE: ".mhtml",
    Format.MARKDOWN: ".md",
    Format.PDF: ".pdf",
    Format.WORD: ".docx",
    Format.MAIL: ".eml",
}
# "2023", "2023-10", "2023-10-05" at the beginning of a date
DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")
# A name of eight letters says something, two of three letters too: "waffenlieferungen", "oil_deal"; "index" does not.
TELLING_LETTERS = 8
# Of a language with silent signs a run of letters of at least so many is a word: a particle between two signs is not.
SHORTEST_RUN = 3


def telling_stem(article: Article, known: Metadata, name: str = "") -> str:
    """Date, outlet and words of the title; without a title those of the file's name or of the text.

    ``known`` is what is known of the article from all sides, the file and others.
    """
    day = DAY.match(known.published or "")
    outlet = _cut(_ascii(known.publisher or known.supplier or "", known.language), MOST_OUTLET_CHARS)
    parts = (day[0] if day else "undated", outlet, _words_of(article, known, name))
    return slug("-".join(part for part in parts if part))


def ending(source: Source) -> str:
    """The ending that says what the file holds, whatever it was called. Raises ``UnreadableArticle``."""
    kind = recognise(source)
    if kind is Format.PLAIN_TEXT and looks_like_markdown(decode(source.content)[0], source.path):
        kind = Format.MARKDOWN
    return ENDINGS[kind]


def _words_of(article: Article, known: Metadata, name: str) -> str:
    language = known.language
    if known.title and (words := _ascii(known.title, language)):
        return _cut(words, MOST_TITLE_CHARS)
    stem = PurePosixPath(name).stem
    if _is_telling(stem) and (stem.isascii() or not words_of(language, "files", "silent_signs")):
        without_day = re.sub(r"^(?:\d{4}(?:-\d\d){0,2}|undated)[-_ ]", "", stem)  # "2023-10-05-words" is "words"
        return _cut(_ascii(without_day, language), MOST_TITLE_CHARS)
    first = next((article.words_of(sentence) for sentence in article.sentences), fold(article.text[:200]))
    return _cut(_ascii(first, language), MOST_TITLE_CHARS)


def _is_telling(stem: str) -> bool:
    """Whether a file's name has words in it: "oil_deal_2023" has, "002_a3eccb2a4a7b273c" has not."""
    words = [word for word in re.split(r"[\W_]+", stem.casefold()) if len(word) >= 3 and word.isalpha()]
    words = [word for word in words if word not in _says_nothing()]
    return len(words) >= 2 or any(len(word) >= TELLING_LETTERS for word in words)


def _ascii(words: str, language: str) -> str:
    """Words in ASCII: letters as the language spells them, those of other scripts by their sound, hyphens between.

    Of a language whose signs would be given another language's sounds, only what is spelt with letters is left.
    """
    from anyascii import anyascii

    silent = words_of(language, "files", "silent_signs")
    if silent:
        runs = _sounded(words, silent).split()
        words = " ".join(run for run in runs if len(run) >= SHORTEST_RUN or run.isdigit())
    spelt = words.translate(_spelt_out(language))
    return re.sub(r"[^a-z0-9]+", "-", re.sub("['`]", "", anyascii(spelt)).lower()).strip("-")


def _sounded(words: str, silent: tuple[str, ...]) -> str:
    """Words with a space for each sign whose Unicode name begins with one of ``silent``, and between words."""
    return "".join(
        sign if sign.isalnum() and not unicodedata.name(sign, "").startswith(silent) else " " for sign in words
    )


def _cut(hyphenated: str, most_chars: int) -> str:
    """Whole words up to a length; a single word that is longer is cut."""
    kept = ""
    for word in hyphenated.split("-")[:MOST_WORDS]:
        longer = f"{kept}-{word}" if kept else word
        if len(longer) > most_chars:
            break
        kept = longer
    return kept or hyphenated[:most_chars].strip("-")


@cache
def _says_nothing() -> frozenset[str]:
    """Names that programs give to files, in all languages: "untitled", "unbenannt"."""
    return frozenset(word for language in available() for word in words_of(language, "files", "says_nothing"))


@cache
def _spelt_out(language: str) -> Mapping[int, str]:
    """Letters that the language writes in another way where it has none of its own: "Erklärung" is "Erklaerung"."""
    return {ord(letter): str(spelt) for letter, spelt in mapping(language, "files", "spelt_out").items()}
