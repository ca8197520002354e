"""What may be meant by a quote that stands in no place: the remedy of a message, never a match.

Takes the words as the editor wrote them and the articles; gives a sentence that says what the article has instead.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from difflib import get_close_matches

from generator.briefing.passages import QuotableArticle
from generator.errors import shortened
from generator.model import Article, fold

LIKENESS_NEEDED = 50  # of 100; below it other words are no help
MOST_NAMED = 8
# Marks that keyboards and editors put in place of each other: single and double quotation marks, dashes.
_SINGLE, _DOUBLE, _DASHES = "'’‘‚‛`´ʼ′", '"“”„‟«»″', "-‐‑‒–—−"
_SAME = str.maketrans({**dict.fromkeys(_SINGLE, "'"), **dict.fromkeys(_DOUBLE, '"'), **dict.fromkeys(_DASHES, "-")})


def advice_on_article(stated: str, words: str, articles: Mapping[str, QuotableArticle]) -> str:
    """Which article may be meant by a name that none has: the one with these words, else one that is called alike."""
    if elsewhere := standing_in(words, articles):
        return elsewhere
    if near := get_close_matches(stated, list(articles), n=1):
        return f'did you mean "{near[0]}"?'
    named = ", ".join(list(articles)[:MOST_NAMED])
    more = f" and {len(articles) - MOST_NAMED} more" if len(articles) > MOST_NAMED else ""
    return f"an article is called as its file without the ending: {named}{more}"


def advice_on_words(words: str, article: Article, articles: Mapping[str, QuotableArticle]) -> str:
    """What stands in place of words that are not in the article: there, or else in another one."""
    if elsewhere := standing_in(words, articles, besides=article.id):
        return elsewhere
    near, place = _nearest(words, article)
    if not near:
        return "nothing like it stands there"
    return f'the article says: "{shortened(near)}" ({place}){_difference(fold(words), near)}'


def standing_in(words: str, articles: Mapping[str, QuotableArticle], besides: str | None = None) -> str:
    """The sentence that names the articles, ``besides`` one, in whose body the words stand; empty where in none."""
    found = [f'"{name}"' for name, quotable in articles.items() if name != besides and quotable.in_body(words)]
    return f"these words stand in {' and '.join(found[:MOST_NAMED])}" if found else ""


def _nearest(words: str, article: Article) -> tuple[str, str]:
    """The words of the article's body that come nearest, and the sentence they are of; empty where none are near."""
    from rapidfuzz import fuzz, process  # only where a quote has failed

    sentences = {sentence.id: article.words_of(sentence) for sentence in article.sentences}
    best = process.extractOne(fold(words), sentences, scorer=fuzz.partial_ratio, score_cutoff=LIKENESS_NEEDED)
    if best is None:
        return "", ""
    sentence = best[0]
    aligned = fuzz.partial_ratio_alignment(fold(words), sentence)
    start = sentence.rfind(" ", 0, aligned.dest_start + 1) + 1 if aligned else 0
    end = sentence.find(" ", aligned.dest_end) if aligned else -1
    return sentence[start : end if end > 0 else len(sentence)], str(best[2])


def _difference(words: str, near: str) -> str:
    """Where only marks differ, which: they look alike, or nobody sees them."""
    if _plain(words) not in _plain(near):
        return ""
    here = dict.fromkeys(char for char in words if char not in near and not char.isalnum())
    there = dict.fromkeys(char for char in near if char not in words and _is_mark(char))
    if not here:
        return ""
    instead = f", the article {' '.join(map(_shown, there))}" if there else ", the article has none"
    return f"; only marks differ: the quote has {' '.join(map(_shown, here))}{instead}"


def _plain(text: str) -> str:
    return "".join(char for char in text.translate(_SAME) if unicodedata.category(char) != "Cf")


def _is_mark(char: str) -> bool:
    return char in _SINGLE + _DOUBLE + _DASHES or unicodedata.category(char) == "Cf"


def _shown(char: str) -> str:
    """A mark as it can be seen: itself, or its number and name."""
    if unicodedata.category(char) == "Cf":
        return f"U+{ord(char):04X} ({unicodedata.name(char, 'unnamed').lower()})"
    return char
