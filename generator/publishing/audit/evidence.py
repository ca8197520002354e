"""Marks, quotes and recorded citations against the articles' files, each question answered once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.publishing.audit.characters import plain
from generator.publishing.audit.links import target
from generator.publishing.audit.pages import BuiltPage, Mark, is_local
from generator.publishing.audit.record import RECORD, Claim, Record, RecordedArticle
from generator.publishing.audit.sources import ArticleFile, read_article_file

Failure = tuple[str, str]
# Scripts that are written without spaces between words, as ranges of code points.
UNSPACED = (
    (0x0E00, 0x0EFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0x2E80, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)


class Evidence:
    """The record, the pages and the article files side by side; files are read when first asked for."""

    def __init__(self, record: Record, pages: Mapping[str, BuiltPage], articles_folder: Path) -> None:
        self._record = record
        self._pages = pages
        self._folder = articles_folder
        self._files: dict[str, ArticleFile | str] = {}
        self._failures: dict[tuple[str, str], Failure | None] = {}
        self._article_of_page = {article.page: article for article in record.articles.values()}
        self._exact_by_href = {claim.href: claim.exact for claim in record.claims}
        self._href_by_passage = {href.partition("#")[2]: href for href in self._exact_by_href}
        self.exact_by_passage = {passage: self._exact_by_href[href] for passage, href in self._href_by_passage.items()}

    def mark_failure(self, page: str, mark: Mark) -> Failure | None:
        """Fact and remedy if the mark does not lead to the exact words of an article."""
        if not is_local(mark.href):
            return f"leads to {mark.href!r}, outside the site", ""
        path, anchor = target(page, mark.href)
        if path not in self._pages:
            return f"leads to {mark.href!r}, which is no page of the site", ""
        if not anchor or anchor not in self._pages[path].ids:
            return f"leads to {mark.href!r}, but {path} has no element with that id", ""
        passage = self._pages[path].repeated.get(anchor, anchor)
        if mark.passage is not None and mark.passage != passage:
            return f"leads to another passage, {path}#{anchor}", ""
        # words that the page repeats are held against the passage itself like every copy
        path, anchor = self._original(path, anchor)
        article = self._article_of_page.get(path)
        if article and article.publisher and ":" in mark.label and plain(article.publisher) not in plain(mark.label):
            return f"is labelled “{plain(mark.label)}”", f"the article's outlet is {article.publisher}"
        return self._quote_failure(path, anchor)

    def quoted_words(self, page: str, marks: Sequence[Mark]) -> list[str]:
        """What an extract with these marks may read: the words of one passage, or of all in a row."""
        targets = [self._original(*target(page, mark.href)) for mark in marks if is_local(mark.href)]
        quotes = [plain(self._pages[path].quotes.get(anchor, "")) for path, anchor in targets if path in self._pages]
        return [*dict.fromkeys([" ".join(dict.fromkeys(quotes)), *quotes])] if quotes else []

    def targets(self, page: str, marks: Sequence[Mark]) -> set[str]:
        """Page and anchor of the passage that each mark leads to, from the root of the site."""
        return {"#".join(self._original(*target(page, mark.href))) for mark in marks if is_local(mark.href)}

    def quote_problems(self) -> Iterator[tuple[str, str, str]]:
        """Page, fact and remedy for every quote of an article's page that is not in the article's file."""
        for path in sorted(self._article_of_page):
            for anchor in self._pages[path].quotes if path in self._pages else ():
                failure = self._quote_failure(path, anchor)
                if failure:
                    yield path, f"element {anchor}: a mark to it {failure[0]}", failure[1]

    def record_problems(self) -> Iterator[tuple[str, str, str]]:
        """Path, fact and remedy for every citation of the record that pages or articles contradict."""
        for article in self._record.articles.values():
            file = self._file(article)
            if isinstance(file, str):
                yield RECORD, f"article {article.id}: {file}", ""
            elif file.sha256 != article.sha256:
                yield RECORD, f"article {article.id}: {article.file} is not the file the site was made from", ""
        for claim in self._record.claims:
            failure = self._claim_failure(claim)
            if failure:
                yield RECORD, f"{claim.of}: citation {claim.href} {failure[0]}", failure[1]

    def _original(self, path: str, anchor: str) -> tuple[str, str]:
        """Where a passage stands on the page of its article, given a place that may only repeat it."""
        passage = self._pages[path].repeated.get(anchor) if path in self._pages else None
        href = self._href_by_passage.get(passage or "")
        return (href.partition("#")[0], href.partition("#")[2]) if href else (path, anchor)

    def _quote_failure(self, path: str, anchor: str) -> Failure | None:
        if (path, anchor) not in self._failures:
            self._failures[path, anchor] = self._compared_quote(path, anchor)
        return self._failures[path, anchor]

    def _compared_quote(self, path: str, anchor: str) -> Failure | None:
        shown = self._pages[path].quotes.get(anchor)
        if shown is None:
            return f"leads to {path}#{anchor}, which is no quotation", ""
        words = plain(shown)
        exact = self._exact_by_href.get(f"{path}#{anchor}")
        if exact is None:
            return f"leads to {path}#{anchor}, which {RECORD} does not know", ""
        if words != plain(exact):
            return f"leads to {path}#{anchor}, which reads “{words}”", f"{RECORD} says: “{exact}”"
        article = self._article_of_page.get(path)
        if article is None:
            return f"leads to {path}, which is the page of no article", ""
        return self._absence(words, article)

    def _absence(self, words: str, article: RecordedArticle) -> Failure | None:
        """Fact and remedy if the words do not stand in the article's file as whole words."""
        file = self._file(article)
        if isinstance(file, str):
            return file, ""
        if words_stand_in(words, file):
            return None
        nearest = _nearest(words, file.words)
        return (
            f"reads “{words}”, which {article.file} does not say",
            f"the article says: “{nearest}”" if nearest else "",
        )

    def _claim_failure(self, claim: Claim) -> Failure | None:
        article = self._record.articles.get(claim.article)
        if article is None:
            return f"names an unknown article, {claim.article}", ""
        path, _, anchor = claim.href.partition("#")
        if path != article.page:
            return f"leads to {path}, but the page of {article.id} is {article.page}", ""
        if path not in self._pages or anchor not in self._pages[path].ids:
            return "leads nowhere", ""
        failure = self._quote_failure(path, anchor)
        if failure:
            return failure
        if plain(claim.exact) != plain(self._pages[path].quotes[anchor]):
            return f"reads “{claim.exact}”", f"the page says: “{plain(self._pages[path].quotes[anchor])}”"
        file = self._file(article)
        return None if isinstance(file, str) else _misplaced(claim, article, file)

    def _file(self, article: RecordedArticle) -> ArticleFile | str:
        """The article's file, or a sentence that says why it cannot be read."""
        if article.id not in self._files:
            path = (self._folder / article.file).resolve()
            if not path.is_relative_to(self._folder.resolve()):
                self._files[article.id] = f"{article.file} is outside the folder of articles"
            else:
                try:
                    self._files[article.id] = read_article_file(path)
                except (OSError, ValueError) as error:
                    self._files[article.id] = f"{article.file} cannot be read ({error})"
        return self._files[article.id]


def words_stand_in(words: str, file: ArticleFile) -> bool:
    """Whether a reading of the file has these (plain) words, as whole words."""
    return any(_places(words, text) for text in file.words)


def _places(words: str, text: str) -> list[int]:
    """Where ``words`` stand in ``text`` as whole words: "6 miljard" does not stand in "1,6 miljard"."""
    found = []
    at = text.find(words)
    while words and at >= 0:
        if not _runs_on(text, at) and not _runs_on(text, at + len(words)):
            found.append(at)
        at = text.find(words, at + 1)
    return found


def _runs_on(text: str, at: int) -> bool:
    """Whether a word or a number continues across the place before ``text[at]``."""
    left, right = text[max(0, at - 2) : at], text[at : at + 2]
    if not left or not right:
        return False
    is_decimal = (left[-1] in ".," and left[0].isdigit() and right[0].isdigit() and len(left) == 2) or (
        right[0] in ".," and left[-1].isdigit() and len(right) == 2 and right[1].isdigit()
    )
    is_unspaced = any(low <= ord(c) <= high for c in (left[-1], right[0]) for low, high in UNSPACED)
    return is_decimal or (left[-1].isalnum() and right[0].isalnum() and not is_unspaced)


def _misplaced(claim: Claim, article: RecordedArticle, file: ArticleFile) -> Failure | None:
    """Fact and remedy if the citation's surroundings or offsets are not the article's.

    Offsets count in the rendition. Where that is the decoded file itself (its hash says so) they are held against
    it, and what stands before and after must adjoin; elsewhere an advert or a table may have stood between.
    """
    renditions = [
        text for text in file.decoded if hashlib.sha256(text.encode()).hexdigest() == article.rendition_sha256
    ]
    for text in renditions:
        there = plain(text[claim.start : claim.end])
        if there != plain(claim.exact):
            return f"says characters {claim.start} to {claim.end}", f"the article has there: “{there}”"
    if any(_adjoins(claim, text, at) for text in file.words for at in _places(plain(claim.exact), text)):
        return None
    around = [*claim.prefix.split()[1:], *claim.suffix.split()[:-1]]
    if not renditions and any(all(plain(word) in text for word in around) for text in file.words):
        return None
    return f"has “{claim.prefix}” before and “{claim.suffix}” after it", f"{article.file} does not"


def _adjoins(claim: Claim, text: str, at: int) -> bool:
    """Whether prefix and suffix stand around the words at ``at``, white space aside."""
    end = at + len(plain(claim.exact))
    before, after = _unspaced_words(claim.prefix), _unspaced_words(claim.suffix)
    window = 2 * (len(claim.prefix) + len(claim.suffix)) + 8
    return _unspaced_words(text[max(0, at - window) : at]).endswith(before) and _unspaced_words(
        text[end : end + window]
    ).startswith(after)


def _unspaced_words(text: str) -> str:
    return plain(text).replace(" ", "")


def _nearest(words: str, texts: Sequence[str]) -> str:
    """The words of the article that are most like ``words``, for the message only; "" where nothing is."""
    from rapidfuzz import fuzz

    found = [(alignment, text) for text in texts if (alignment := fuzz.partial_ratio_alignment(words, text))]
    if not found:
        return ""
    alignment, text = max(found, key=lambda pair: pair[0].score)
    return text[alignment.dest_start : alignment.dest_end] if alignment.score >= 50 else ""
