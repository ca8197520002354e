"""Words of an article → passages of it, and back: the one place where quotes are looked up.

Matching is exact after NFC and white-space folding, never fuzzy, and only whole words count: ``6 miljard`` is not a
quote of ``1,6 miljard``. Only sentences of the body can be quoted.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field

from generator.model import Article, LineRole, Passage, fold

CONTEXT_CHARS = 32
# Thai and Lao, Burmese, Khmer, Han and Kana, compatibility Han, the supplementary Han planes
_UNSPACED = (
    ("\u0e00", "\u0eff"),
    ("\u1000", "\u109f"),
    ("\u1780", "\u17ff"),
    ("\u2e80", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0003ffff"),
)
# a run without white space: "Waffenlieferungen,"
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A text with its white space folded, and the way back from a folded offset to the original one.

    ``folded_starts`` and ``starts`` are the offsets of each word in ``words`` and in the original text.
    """

    text: str = field(repr=False)
    words: str = field(repr=False)
    folded_starts: tuple[int, ...] = field(repr=False)
    starts: tuple[int, ...] = field(repr=False)

    @classmethod
    def of(cls, text: str) -> FoldedText:
        """Fold ``text`` word by word; a word that NFC changes keeps its place."""
        words, folded_starts, starts, length = [], [], [], 0
        for match in _WORD.finditer(text):
            word = unicodedata.normalize("NFC", match.group())
            words.append(word)
            folded_starts.append(length)
            starts.append(match.start())
            length += len(word) + 1
        return cls(text, " ".join(words), tuple(folded_starts), tuple(starts))

    def find(self, quote: str) -> list[tuple[int, int]]:
        """Every place where ``quote`` (folded) stands as whole words: offsets into the original text, in order."""
        found = []
        at = self.words.find(quote)
        while quote and at >= 0:
            end = at + len(quote)
            if not _joins(self.words, at) and not _joins(self.words, end):
                found.append((self._original(at), self._original(end - 1) + 1))
            at = self.words.find(quote, at + 1)
        return [(start, self._cluster_end(end)) for start, end in found]

    def before(self, start: int, chars: int = CONTEXT_CHARS) -> str:
        """Up to ``chars`` folded characters that stand before the original offset ``start``."""
        at = self._folded(start)
        return self.words[max(0, at - chars) : at]

    def after(self, end: int, chars: int = CONTEXT_CHARS) -> str:
        """Up to ``chars`` folded characters that stand from the original offset ``end`` on."""
        at = self._folded(end)
        return self.words[at : at + chars]

    def _original(self, folded: int) -> int:
        word = bisect_right(self.folded_starts, folded) - 1
        within = folded - self.folded_starts[word]
        start = self.starts[word]
        for length in range(within, len(self.text) - start):  # one step where the word was NFC already
            if len(unicodedata.normalize("NFC", self.text[start : start + length + 1])) > within:
                return start + length
        return len(self.text) - 1

    def _folded(self, original: int) -> int:
        word = bisect_right(self.starts, original) - 1
        if word < 0:
            return 0
        start = self.starts[word]
        within = len(fold(self.text[start:original]))
        return min(self.folded_starts[word] + within + (original > start + within), len(self.words))

    def _cluster_end(self, end: int) -> int:
        while end < len(self.text) and unicodedata.combining(self.text[end]):
            end += 1
        return end


@dataclass(frozen=True, slots=True)
class QuotableArticle:
    """An article made ready for looking up quotes in it; build it once for each article."""

    article: Article
    folded: FoldedText = field(repr=False)
    _body: tuple[tuple[int, int], ...] = field(repr=False)

    @classmethod
    def of(cls, article: Article) -> QuotableArticle:
        """Fold the rendition of ``article`` and note which parts of it are body."""
        body = tuple(
            (paragraph.start, paragraph.end)
            for paragraph in article.paragraphs
            if paragraph.role is LineRole.BODY and not paragraph.doubtful
        )
        return cls(article, FoldedText.of(article.text), body)

    def anywhere(self, words: str) -> list[tuple[int, int]]:
        """Every place in the rendition where the words stand, body or not."""
        return self.folded.find(fold(words))

    def in_body(self, words: str) -> list[tuple[int, int]]:
        """Every place in the body where the words stand."""
        return [(start, end) for start, end in self.anywhere(words) if self.is_body(start, end)]

    def is_body(self, start: int, end: int) -> bool:
        """Whether every visible character between the offsets belongs to a paragraph of the body."""
        inside = sum(
            len("".join(self.article.text[max(start, first) : min(end, last)].split()))
            for first, last in self._body
            if first < end and start < last
        )
        return inside > 0 and inside == len("".join(self.article.text[start:end].split()))

    def passage(self, start: int, end: int) -> Passage:
        """The passage at these offsets, with its selectors and the count of earlier equal words."""
        exact = fold(self.article.text[start:end])
        earlier = sum(first < start for first, _ in self.in_body(exact))
        return Passage(
            article=self.article.id,
            start=start,
            end=end,
            exact=exact,
            prefix=self.folded.before(start),
            suffix=self.folded.after(end),
            occurrence=earlier,
        )


def _joins(text: str, at: int) -> bool:
    """Whether a word or a number runs across the boundary before ``text[at]``."""
    if at <= 0 or at >= len(text):
        return False
    left, right = text[at - 1], text[at]
    if left.isdigit() and right.isdigit():
        return True
    if right.isdigit() and left in ".," and at > 1 and text[at - 2].isdigit():
        return True
    if left.isdigit() and right in ".," and at + 1 < len(text) and text[at + 1].isdigit():
        return True
    return left.isalnum() and right.isalnum() and not (_unspaced(left) or _unspaced(right))


def _unspaced(char: str) -> bool:
    """Whether the character's script writes words without spaces (Han, Kana, Thai, Lao, Khmer, Burmese)."""
    return any(first <= char <= last for first, last in _UNSPACED)
