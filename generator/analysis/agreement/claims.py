"""What a sentence asserts, as far as comparison needs it: its names, numbers and dates, and whether it denies.

Takes an article and its evidence, gives one ``Claim`` for each sentence of the body. Pure, one article at a time.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import accumulate
from typing import overload

from generator.analysis.actors.spelling import transliteration_key
from generator.analysis.agreement.counted import Quantity, quantities_of
from generator.analysis.agreement.posts import Post, post_in
from generator.analysis.agreement.rejected import stated
from generator.analysis.language.patterns import claim_pattern
from generator.model import ActorKind, ActorMention, Article, DateMention, Evidence, FigureMention, Sentence, ThemeMatch
from generator.on_demand import OnDemand

# A word with its inner apostrophes and hyphens, e.g. "Sa’ar", "KI-Strategie", "Нафта".
WORD = re.compile(r"\w+(?:[’'-]\w+)*")


# A number in a name: "Boeing 747".
DIGITS = re.compile(r"\d+")

Pair = tuple[int, int]
"""Two claims by their numbers in the order of all claims, the lower one first."""

Key = tuple[str, int]
"""Article and offset of a claim."""

Mention = ActorMention | FigureMention | DateMention


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the sentence, where it stands first.

    ``key`` is the actor's id, or a key under which transliterations of a name meet; ``start`` and ``end`` are offsets
    into the text; ``recurs`` says that the article names it more than once.
    """

    key: str
    spelling: str
    kind: ActorKind
    known: bool
    start: int
    recurs: bool = False
    end: int = 0


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence of an article with everything in it that can agree or disagree with another one.

    ``position`` counts the sentences of the body from 0; ``named_themes`` are the themes that it names itself,
    ``sustained_themes`` those of them that another sentence of the article names too, ``themes`` also those that its
    surroundings give it; ``quantities`` are the figures with what each counts, and behind them a 0 for each kind of
    which the sentence says that there was nobody; ``denies`` says that it rejects what others assert, ``admits`` that
    it owns up to it; ``unsettled`` that it speaks of what is planned, demanded or alleged, absent where no words of the
    language tell; ``post`` is a post that somebody takes or leaves; ``published`` is when the article was (EDTF),
    ``updated`` when it last was, each empty if not known; ``rejected`` are the numbers that it says are wrong.
    """

    article: str
    sentence: Sentence
    position: int
    language: str
    text: str
    names: tuple[Name, ...]
    figures: tuple[FigureMention, ...]
    quantities: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]
    themes: tuple[str, ...]
    named_themes: tuple[str, ...]
    sustained_themes: tuple[str, ...]
    denies: bool
    admits: bool = False
    unsettled: bool | None = None
    post: Post | None = None
    published: str = ""
    updated: str = ""
    rejected: tuple[Quantity, ...] = ()

    @property
    def key(self) -> Key:
        """Article and offset: a stable order of claims."""
        return (self.article, self.sentence.start)

    @property
    def words(self) -> tuple[str, ...]:
        """Its folded words in order."""
        return tuple(fold_name(word) for word in WORD.findall(self.text))

    @property
    def name_keys(self) -> frozenset[str]:
        """The keys of all its names."""
        return frozenset(name.key for name in self.names)


def is_known_place(name: Name) -> bool:
    """Whether it is a place of the list or the vocabulary: many sentences share those."""
    return name.known and name.kind is ActorKind.PLACE


def claims_of(article: Article, evidence: Evidence) -> tuple[Claim, ...]:
    """One claim for each sentence of the body, in order."""
    named = Counter(match.theme for match in evidence.themes if not match.context)
    mentioned = Counter(_key(mention) for mention in evidence.actors)
    recurring = frozenset(key for counts in (named, mentioned) for key, count in counts.items() if count > 1)
    told = [
        _claim(article, sentence, position, found, recurring)
        for position, (sentence, found) in enumerate(_found_by_sentence(article, evidence))
    ]
    return tuple(_rejecting_with(told, claim) if claim.quantities else claim for claim in told)


def _rejecting_with(told: Sequence[Claim], claim: Claim) -> Claim:
    """The same, with the numbers that a sentence beside it rejects and gives no other ones for."""
    beside = (told[at] for at in (claim.position - 1, claim.position + 1) if 0 <= at < len(told))
    wrong = [number for its in beside if its.rejected and not its.quantities for number in its.rejected]
    own = {number.kind for number in claim.quantities}
    taken = [number for number in wrong if number.kind in own]
    return replace(claim, rejected=(*claim.rejected, *taken)) if taken else claim


def claims_by_article(articles: Iterable[Article], evidence: Mapping[str, Evidence]) -> Mapping[str, tuple[Claim, ...]]:
    """The claims of each article that has evidence, by its id; made when they are asked for."""
    by_id = {article.id: article for article in articles if article.id in evidence}
    return OnDemand(by_id, lambda name: claims_of(by_id[name], evidence[name]), kind=tuple[Claim, ...])


class ClaimRow(Sequence[Claim]):
    """The claims of all articles in one row, article after article; each claim has its place as a number."""

    def __init__(self, by_article: Mapping[str, Sequence[Claim]]) -> None:
        self._by_article = by_article
        self._articles = list(by_article)
        self._starts = [0, *accumulate(len(by_article[article]) for article in self._articles)]

    @overload
    def __getitem__(self, number: int) -> Claim: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Claim]: ...
    def __getitem__(self, number: int | slice) -> Claim | Sequence[Claim]:
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        article = self._article(number)
        return self._by_article[self._articles[article]][number - self._starts[article]]

    def __iter__(self) -> Iterator[Claim]:
        return (claim for article in self._articles for claim in self._by_article[article])

    def __len__(self) -> int:
        return self._starts[-1]

    def beside(self, number: int) -> range:
        """The numbers of all claims of its article."""
        article = self._article(number)
        return range(self._starts[article], self._starts[article + 1])

    def _article(self, number: int) -> int:
        if not 0 <= number < len(self):
            raise IndexError(number)
        return bisect_right(self._starts, number) - 1


@dataclass(slots=True)
class _Found:
    """What the analysis found in one sentence, in the order of the text."""

    themes: list[ThemeMatch] = field(default_factory=list)
    actors: list[ActorMention] = field(default_factory=list)
    figures: list[FigureMention] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)


def _found_by_sentence(article: Article, evidence: Evidence) -> Iterator[tuple[Sentence, _Found]]:
    """Each sentence with what was found in it; a mention that crosses a boundary belongs to none."""
    sentences = sorted(article.sentences, key=lambda sentence: sentence.start)
    starts = [sentence.start for sentence in sentences]
    found = [_Found() for _ in sentences]
    by_id = {sentence.id: found[number] for number, sentence in enumerate(sentences)}
    for match in evidence.themes:
        if match.sentence in by_id:
            by_id[match.sentence].themes.append(match)
    mentions: list[Mention] = [*evidence.actors, *evidence.figures, *evidence.dates]
    for mention in sorted(mentions, key=lambda m: (m.start, m.end)):
        at = bisect_right(starts, mention.start) - 1
        if at < 0 or mention.end > sentences[at].end:
            continue
        if isinstance(mention, ActorMention):
            found[at].actors.append(mention)
        elif isinstance(mention, FigureMention):
            found[at].figures.append(mention)
        else:
            found[at].dates.append(mention)
    return zip(sentences, found, strict=True)


def _claim(article: Article, sentence: Sentence, position: int, found: _Found, recurring: frozenset[str]) -> Claim:
    text = article.words_of(sentence)
    named = tuple(dict.fromkeys(match.theme for match in found.themes if not match.context))
    counted = quantities_of(text, sentence.start, found.figures, article.metadata.language)
    told = stated(text, sentence.start, counted, article.metadata.language)
    return Claim(
        article=article.id,
        sentence=sentence,
        position=position,
        language=article.metadata.language,
        text=text,
        names=_names(found.actors, recurring),
        figures=tuple(found.figures),
        quantities=told.standing,
        rejected=told.rejected,
        dates=tuple(found.dates),
        themes=tuple(dict.fromkeys(match.theme for match in found.themes)),
        named_themes=named,
        sustained_themes=tuple(theme for theme in named if theme in recurring),
        denies=denies(text, article.metadata.language),
        admits=admits(text, article.metadata.language),
        unsettled=_is_unsettled(text, article.metadata.language),
        post=_post(article, sentence, text, found),
        published=article.metadata.published or "",
        updated=article.metadata.updated or "",
    )


def _post(article: Article, sentence: Sentence, text: str, found: _Found) -> Post | None:
    people = [mention for mention in found.actors if mention.kind is ActorKind.PERSON]
    if not people:
        return None
    named, dated = (
        [(mention.start - sentence.start, mention.end - sentence.start) for mention in mentions]
        for mentions in (people, found.dates)
    )
    days = [mention.value for mention in found.dates]
    return post_in(text, article.metadata.language, named, dated, days, article.metadata.published or "")


@lru_cache(maxsize=20_000)
def fold_name(name: str) -> str:
    """A spelling without case, accents and apostrophe variants, so that "Əliyev’s" and "əliyev's" meet."""
    if name.isascii():
        return " ".join(name.lower().split())
    decomposed = unicodedata.normalize("NFKD", name.replace("’", "'").replace("ʼ", "'"))
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).casefold().split())


def denies(text: str, language: str) -> bool:
    """Whether the sentence rejects a report: one of the language's patterns of denial matches."""
    return _says(text, language, "denials")


def admits(text: str, language: str) -> bool:
    """Whether somebody owns up in the sentence, or confirms what may be denied elsewhere."""
    return _says(text, language, "admissions")


def _is_unsettled(text: str, language: str) -> bool | None:
    """Whether it tells of what is planned, demanded or alleged; absent where no words of the language tell."""
    words = claim_pattern(language, "unsettled")
    return None if words is None else words.search(text) is not None


def _says(text: str, language: str, key: str) -> bool:
    pattern = claim_pattern(language, key, before="", behind="")
    return pattern is not None and pattern.search(text) is not None


def _names(mentions: Sequence[ActorMention], recurring: frozenset[str]) -> tuple[Name, ...]:
    names: dict[str, Name] = {}
    for mention in mentions:
        key = _key(mention)
        known = mention.actor is not None
        names.setdefault(
            key, Name(key, mention.name, mention.kind, known, mention.start, key in recurring, mention.end)
        )
    return tuple(names.values())


def _key(mention: ActorMention) -> str:
    return mention.actor or name_key(mention.name)


@lru_cache(maxsize=20_000)
def name_key(name: str) -> str:
    """A key under which transliterations of a name meet ("Netanjahu", "Netanyahu"); digits and other scripts stay."""
    letters = sum(character.isalpha() for character in name)
    key = transliteration_key(name)
    if sum(map(len, key.split())) < letters - letters // 3:
        return fold_name(name)
    return " ".join(filter(None, (key, *DIGITS.findall(name))))
