"""Words of a text with their offsets, and what makes two words the same word: lemmas, endings of names, compounds.

Takes text and a language code; gives words and the forms under which they are compared. simplemma's dictionaries say
what a word's lemma is and whether it is known; a language's table ``[words]`` says whether it builds compounds, with
which linking letters, and how it inflects names. A language without dictionary or table is compared letter for letter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from generator import languages
from generator.analysis.language.dictionaries import dictionary_lemma, in_dictionary, languages_with_dictionary
from generator.analysis.language.patterns import LETTERS
from generator.model import seen
from generator.reading.wide_letters import HAN, KANA

# Letters between which no space parts words: Japanese, Chinese, Thai, Lao, Burmese, Khmer. Each is a word of its own: a
# term is found wherever its letters stand in this order.
UNSPACED = (
    f"{KANA}{HAN}\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0eb2\u0eb3\u0ec0-\u0ec6\u1000-\u102a\u1780-\u17b3"
)
# Their signs of vowels and tones: "ที่" is ท and two signs
SIGNS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u1056-\u1059\u17b4-\u17d3"
# A word: letters and digits with their combining marks, apostrophes inside: "Sa’ar", "об’єкт", "Israel's", "G20", "पुल".
# Soft hyphens and characters of no width may stand inside: "Waffen\u00adlieferungen".
WORD = re.compile(
    rf"[{UNSPACED}][{SIGNS}]*|[^\W_](?:(?![_{UNSPACED}])[{LETTERS}\u0300-\u036f]"
    r"|['’ʼ`](?=[^\W_])|[\u00ad\u200b-\u200d\u2060\ufeff]+(?=[^\W_]))*"
)

SHORTEST_COMPOUND_PART = 3
SHORTEST_STEM = 2
# where nouns have capitals, a small word is seldom a compound of a short noun: "zugleich" has no "Zug" in it
SHORTEST_KEY_OF_SMALL_WORDS = 5


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text; ``start`` and ``end`` are code points, end exclusive. A hyphen separates words.

    ``text`` is the word as it is seen, without soft hyphens and characters of no width.
    """

    start: int
    end: int
    text: str


def words_in(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """The words of ``text[start:end]`` in order; the parts of "KI-Behörde" are two words."""
    found = WORD.finditer(text, start, len(text) if end is None else end)
    return tuple(Word(match.start(), match.end(), seen(match.group())) for match in found)


@lru_cache(maxsize=20_000)
def forms(word: str, language: str) -> frozenset[str]:
    """All folded forms under which a word is compared: itself and its lemmas ("Waffen": waffen, waffe)."""
    bare = bare_word(unicodedata.normalize("NFC", seen(word)), language)
    spellings = [bare]
    if bare[:1].isupper() and not capitalises_nouns(language):
        spellings.append(fold_case(bare, language))
    return frozenset(fold_case(form, language) for each in spellings for form in (each, lemma(each, language)) if form)


@lru_cache(maxsize=20_000)
def lemma(word: str, language: str) -> str:
    """The dictionary form of a word; the word itself where the language has no dictionary."""
    return dictionary_lemma(word, language) if word and language in languages_with_dictionary() else word


@lru_cache(maxsize=20_000)
def is_known(word: str, language: str) -> bool:
    """Whether the language's dictionary knows this spelling; never, where there is no dictionary."""
    return language in languages_with_dictionary() and in_dictionary(word, language)


@lru_cache(maxsize=20_000)
def fold_case(word: str, language: str) -> str:
    """Lower case in NFC with plain apostrophes; a language with two letters i keeps them: Turkish, Azerbaijani."""
    if languages.has_dotless_i(language):
        word = word.replace("İ", "i").replace("I", "ı")
    return unicodedata.normalize("NFC", word.casefold()).replace("’", "'").replace("ʼ", "'").replace("`", "'")


def in_small_letters(words: Iterable[str]) -> frozenset[str]:
    """Words of a list as they are compared with those of a text whose case does not matter."""
    return frozenset(word.casefold() for word in words)


def bare_word(word: str, language: str) -> str:
    """A word without what the language joins to it by an apostrophe: "Israel's", "Bakü'de", "l'Ukraine"."""
    plain = word.replace("’", "'")
    head, apostrophe, ending = plain.rpartition("'")
    if (
        apostrophe
        and len(head) > 1
        and ending.casefold() in languages.word_set(language, "words", "apostrophe_endings")
    ):
        return word[: len(head)]
    beginning, apostrophe, rest = plain.partition("'")
    if apostrophe and rest and beginning.casefold() in languages.word_set(language, "words", "apostrophe_beginnings"):
        return word[len(beginning) + 1 :]
    return word


@cache
def capitalises_nouns(language: str) -> bool:
    """Whether every noun has a capital, so that a capital says nothing about names (German)."""
    return languages.table(language, "words").get("capitalises_nouns") is True


def is_acronym(term: str) -> bool:
    """Two to six letters that are not written like a word: KI, AI, MoU, NATO."""
    return 2 <= len(term) <= 6 and term.isalpha() and sum(letter.isupper() for letter in term) * 2 > len(term)


def is_inflected_name(word: str, name: str, language: str) -> bool:
    """Whether ``word`` is ``name`` with an ending that the language gives to names ("Kiews", "Києві")."""
    return fold_case(word, language) in name_forms(name, language)


@lru_cache(maxsize=20_000)
def name_forms(name: str, language: str) -> frozenset[str]:
    """The folded forms of a one-word name: as it is, with a possessive, and with the language's case endings.

    ``name_endings`` of ``[words]`` lists them: "s" is added; "а>у" replaces an end ("Одеса", "Одесу").
    """
    folded = fold_case(name, language)
    found = {folded}
    for rule in languages.words(language, "words", "name_endings"):
        old, arrow, new = rule.partition(">")
        if not arrow and not folded.endswith(rule):
            found.add(folded + rule)
        elif arrow and folded.endswith(old) and len(folded) - len(old) >= SHORTEST_STEM:
            found.add(folded[: len(folded) - len(old)] + new)
    return frozenset(found)


def is_compound_with(word: str, keyword: str, language: str) -> bool:
    """Whether ``keyword`` is the first or the last part of the compound ``word`` ("Waffenlieferungen", "wapendeal").

    What remains must be a known word, apart from linking letters; languages without compounds have none.
    """
    if not _linkers(language):
        return False
    shortest = SHORTEST_KEY_OF_SMALL_WORDS if capitalises_nouns(language) and word[:1].islower() else 2
    keys = [key for key in forms(keyword, language) if len(key) >= shortest]
    for whole in forms(word, language):
        for key in keys:
            if len(whole) < len(key) + SHORTEST_COMPOUND_PART:
                continue
            if any(_is_head_of_more(rest, key, language) for rest in _after(whole, key, language)):
                return True
            if whole.endswith(key) and _is_first_part(whole[: -len(key)], language):
                return True
    return False


@cache
def _linkers(language: str) -> tuple[str, ...]:
    return languages.words(language, "words", "linkers")


def _after(whole: str, key: str, language: str) -> Iterator[str]:
    """What may follow ``key`` at the start of ``whole``, without linking letters; "schule" also starts "schulbuch"."""
    if whole.startswith(key):
        yield from (whole[len(key) + len(link) :] for link in _linkers(language) if whole.startswith(link, len(key)))
    elif len(key) > 4 and key.endswith("e") and whole.startswith(key[:-1]):
        yield whole[len(key) - 1 :]


def _is_head_of_more(rest: str, key: str, language: str) -> bool:
    shortest = SHORTEST_COMPOUND_PART if len(key) > 2 else SHORTEST_COMPOUND_PART + 2
    return len(rest) >= shortest and _is_noun(rest, language)


def _is_first_part(rest: str, language: str) -> bool:
    """Whether ``rest`` is a known word with linking letters, or a stem: "erd" of Erde, "heiz" of heizen."""
    candidates = {rest} | {rest[: -len(link)] for link in _linkers(language) if link and rest.endswith(link)}
    candidates |= {rest + ending for ending in languages.words(language, "words", "stem_endings")}
    return any(len(each) >= SHORTEST_COMPOUND_PART and _is_noun(each, language) for each in candidates)


def _is_noun(part: str, language: str) -> bool:
    """Whether a part of a compound is a word of its own, or itself made of two words."""
    if fold_case(part, language) in languages.word_set(language, "words", "function_words"):
        return False
    return is_known(_written(part, language), language) or is_made_of_two_words(part, language)


@lru_cache(maxsize=20_000)
def is_made_of_two_words(part: str, language: str) -> bool:
    """Whether a folded word falls into two known words of four letters or more, with linking letters between."""
    if not _linkers(language):
        return False
    for cut in range(4, len(part) - 3):
        if not is_known(_written(part[cut:], language), language):
            continue
        if _is_first_part_as_it_is(part[:cut], language):
            return True
    return False


def _is_first_part_as_it_is(part: str, language: str) -> bool:
    candidates = [part, *(part[: -len(link)] for link in _linkers(language) if link and part.endswith(link))]
    return any(len(each) >= 4 and is_known(_written(each, language), language) for each in candidates)


def _written(part: str, language: str) -> str:
    return part.capitalize() if capitalises_nouns(language) else part
