"""Which of a language's phrases a line holds, by category: "Lees ook" is ``related``, "Foto:" is ``picture``.

The phrases stand in ``languages/*.toml``, table ``[lines]``; those of English are looked for in every language, since
furniture speaks it everywhere. Time grows with the words of the line, not with the number of phrases.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, groupby

from generator.languages import has_dotless_i, words
from generator.reading.marks import ends_sentence
from generator.reading.wide_letters import WIDE

CATEGORIES = (
    "advert",
    "related",
    "appeal",
    "account",
    "sharing",
    "legal",
    "comments",
    "media",
    "picture",
    "author_note",
    "notice",
    "byline",
    "dated",
    "updated",
    "reading_time",
    "address",
    "embedded",
)
# Phrases of these kinds are found glued to other words when they are long: "14:02 UhrLesedauer: 2 Min."
GLUED_CATEGORIES = frozenset({"picture", "reading_time", "sharing", "related"})
GLUED_CHARS = 9
# A single word of these kinds is a label alone or with a colon; a line of so many words may be a sentence
LABELS = frozenset({"related", "comments", "legal", "author_note", "account", "sharing", "media"})
SENTENCE_WORDS, LABEL_REACH = 5, 3
# Only so much of a line is looked at: a line longer than this is judged by its beginning and end
READ_CHARS = 600
# Marks that belong to the letter before them, as vowels do in Hindi and Thai
SIGNS = "".join(chr(code) for code in range(0x300, 0x1B00) if unicodedata.category(chr(code)) in ("Mn", "Mc"))
# In small letters it is an "i" and a dot: "İlgili haberler"
DOTTED = "İ"
# Lines are asked about several times while one text is read
REMEMBERED_LINES = 8_192
_REMEMBERED: dict[tuple[str, str], frozenset[str]] = {}
# A word with its hyphens and apostrophes: "e-mail", "foto's". Most words are plain letters with a space behind them,
# which is looked for first: it takes two thirds of the time
LETTERS = rf"[^\W\d_]+(?:[{SIGNS}]+[^\W\d_]*)*"
WORD = re.compile(rf"[a-zA-ZÀ-ÖØ-öø-ÿ]++(?=[ ,.])|{LETTERS}(?:['’-]{LETTERS})*")
# Where layout glued two lines: "UhrLesedauer", "828661432Vergrößern"; "genommen.Foto"
JOINT = re.compile(r"[A-ZÄÖÜ.!?](?:(?<=[^\W_A-ZÄÖÜ][A-ZÄÖÜ])|(?<=[.!?])(?=\w))")


@dataclass(frozen=True, slots=True)
class _Phrases:
    """A language's phrases: by longest word, in scripts without spaces, and long ones that layout glues to others.

    Few lines hold the longest word of a phrase, while every other one holds "in" or "der". ``longest`` are these words;
    ``any_glued`` is a pattern for any phrase that may be glued, by which most lines are seen to hold none.
    """

    spaced: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    longest: frozenset[str]
    unspaced: tuple[tuple[str, str], ...]
    glued: tuple[tuple[str, str], ...]
    any_glued: re.Pattern[str]


def hits_of(text: str, language: str, found: tuple[str, ...] | None = None) -> frozenset[str]:
    """The categories whose phrases a line holds; ``name:begins`` where one stands at its beginning.

    ``found`` are the words of the line in small letters, where they are known already.
    """
    key = (text, language)
    known = _REMEMBERED.get(key)
    if known is None:
        looked_at = text if len(text) <= READ_CHARS else edges(text)
        spoken = found if found is not None else tuple(map(str.lower, WORD.findall(looked_at)))
        known = _hits(looked_at, spoken, _phrases(language))
        if len(_REMEMBERED) >= REMEMBERED_LINES:
            _REMEMBERED.clear()
        _REMEMBERED[key] = known
    return known


def edges(text: str, chars: int = READ_CHARS) -> str:
    """Beginning and end of a long line, so many characters of both together."""
    return text[: chars // 2] + " " + text[-chars // 2 :]


@cache
def _phrases(language: str) -> _Phrases:
    """The phrases of the language and of English, which furniture speaks everywhere."""
    spaced: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    unspaced: list[tuple[str, str]] = []
    glued: list[tuple[str, str]] = []
    for category in CATEGORIES:
        for phrase in dict.fromkeys([*words(language, "lines", category), *words("en", "lines", category)]):
            if WIDE.search(phrase):
                unspaced.append((phrase, category))
                continue
            forms = [phrase, f"{DOTTED}{phrase[1:]}"] if phrase[0] == "i" and has_dotless_i(language) else [phrase]
            for found in [tuple(word.lower() for word in WORD.findall(form)) for form in forms]:
                if found:
                    spaced.setdefault(max(found, key=len), []).append((found, category))
            if len(phrase) >= GLUED_CHARS and category in GLUED_CATEGORIES:
                glued.append((phrase, category))
    by_longest = {longest: tuple(alike) for longest, alike in spaced.items()}
    return _Phrases(by_longest, frozenset(by_longest), tuple(unspaced), tuple(glued), _any_of(glued))


def holds_any(found: tuple[str, ...], language: str, categories: frozenset[str]) -> bool:
    """Whether a phrase of one of the categories stands among the words of a line, which are in small letters."""
    longest, by_longest = _by_longest(language, categories)
    told = longest.intersection(found)
    return any(len(phrase) == 1 or _stands(phrase, found) for word in told for phrase in by_longest[word])


def holding_any(lines: Sequence[tuple[str, ...]], language: str, categories: frozenset[str]) -> set[int]:
    """The numbers of the lines of which ``holds_any`` is true; few words of a text are looked at more than once."""
    longest, by_longest = _by_longest(language, categories)
    told = longest.intersection(chain.from_iterable(lines))
    return {
        number
        for number, found in enumerate(lines)
        if not told.isdisjoint(found)
        for word in told.intersection(found)
        if any(len(phrase) == 1 or _stands(phrase, found) for phrase in by_longest[word])
    }


@cache
def _by_longest(
    language: str, categories: frozenset[str]
) -> tuple[frozenset[str], dict[str, tuple[tuple[str, ...], ...]]]:
    """The longest words of the phrases of some categories, and the phrases by them."""
    spaced = _phrases(language).spaced.items()
    chosen = {
        longest: tuple(phrase for phrase, category in alike if category in categories) for longest, alike in spaced
    }
    by_longest = {longest: phrases for longest, phrases in chosen.items() if phrases}
    return frozenset(by_longest), by_longest


def _any_of(glued: Iterable[tuple[str, str]]) -> re.Pattern[str]:
    """A pattern for any of the phrases. Those of one first letter stand together, so that few are tried at each."""
    listed = sorted({phrase for phrase, _ in glued})
    choices = (
        f"{re.escape(letter)}(?:{'|'.join(re.escape(phrase[1:]) for phrase in alike)})"
        for letter, alike in groupby(listed, key=lambda phrase: phrase[0])
    )
    return re.compile("|".join(choices))


def _hits(text: str, found: tuple[str, ...], phrases: _Phrases) -> frozenset[str]:
    sentence = len(found) >= SENTENCE_WORDS and ends_sentence(text)
    labelled = not sentence or ":" in text[: len(found[0]) + LABEL_REACH]
    hits = set(_spaced_hits(found, phrases, labelled=labelled))
    if JOINT.search(text) and phrases.any_glued.search(folded := text.lower()):
        hits |= {category for stuck, category in phrases.glued if stuck in folded}
    if phrases.unspaced and WIDE.search(text):
        hits |= {category for characters, category in phrases.unspaced if characters in text}
        hits |= {f"{category}:begins" for characters, category in phrases.unspaced if text.startswith(characters)}
    return frozenset(hits)


def _spaced_hits(found: tuple[str, ...], phrases: _Phrases, *, labelled: bool) -> Iterator[str]:
    """The categories of the phrases among the words of a line; a byline's word counts at the beginning alone.

    A single word that opens a sentence is no label, unless the line is ``labelled``: "Next year …", but "Next: …".
    """
    told = phrases.longest.intersection(found)
    if not told:
        return
    spoken = frozenset(found)
    for longest in told:
        for phrase, category in phrases.spaced[longest]:
            if len(phrase) > 1 and not (spoken.issuperset(phrase) and _stands(phrase, found)):
                continue
            if category != "byline":
                yield category
            if found[: len(phrase)] == phrase and (labelled or len(phrase) > 1 or category not in LABELS):
                yield f"{category}:begins"


def _stands(phrase: tuple[str, ...], found: tuple[str, ...]) -> bool:
    """Whether the words of a phrase stand in a line one behind the other."""
    at = -1
    for _ in range(found.count(phrase[0])):
        at = found.index(phrase[0], at + 1)
        if found[at : at + len(phrase)] == phrase:
            return True
    return False
