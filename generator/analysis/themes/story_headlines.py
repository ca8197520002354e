"""What a story is called, where no editor names it: in the words of a headline of its articles.

Takes the articles of a story, the most central first; gives a title for each language in which one of them has a
headline: the one that names most of what the others name too. A reader understands a headline, and hardly a row of
names; a report's is taken before a comment's, a statement before a question or somebody's words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from generator.analysis.language.patterns import claim_pattern
from generator.analysis.themes.subjects import Subject
from generator.model import Article, ArticleKind, fold

NEWS = (None, ArticleKind.NEWS, ArticleKind.ANALYSIS)
FEWEST_WORDS, MOST_WORDS = 2, 7
"""Of the part before a colon that can stand for the whole: "Chemical spill at Tarnau: river closed for boats"."""

SHORTEST_TITLE_CHARS = 12
SUBJECTS_COUNTED = 4
"""Of a headline, so that a long one is no better for its length."""

MOST_ARTICLES = 0.5
"""Share of a story's articles that name what the part before a colon names."""

# Somebody's words: "We did nothing wrong", „Wir …", "« Nous …"
SPOKEN = re.compile(r"^[\"“”„«»‘「『]|[:：]\s*[\"“”„«»‘「『]")
# A question, anywhere in the headline: "What now?"
ASKED = re.compile(r"[?？؟]")
# What parts the matter from what is said of it: "Flood in Tarnok: 3 dead", "Accident at the plant. Minister: …"
PARTED = re.compile(r"\s?[:：]\s|[.。]\s")
# A word that does not begin with a capital, in a script that has them, and is no number: a name alone has none.
SMALL_WORD = re.compile(r"(?<![\w’'-])[^\W\d_]")


def story_headlines(
    articles: Sequence[Article], weights: Callable[[str, str], Mapping[Subject, float]]
) -> dict[str, str]:
    """By language a title for the story, the best one first; empty where no headline says what the story is about.

    A comment, a question or somebody's words name no story of which a report has a headline, be it in other languages.

    ``weights`` gives, for words and their language, the subjects that they name, each with the share of the story's
    articles that name it too.
    """
    titles: dict[str, str] = {}
    headlines = sorted(_headlines(articles, weights), key=lambda each: each[0])
    reports = [each for each in headlines if not any(each[0][:UNTOLD])]
    for _, language, title in reports or headlines:
        titles.setdefault(language, title)
    return titles


Rank = tuple[bool, bool, bool, float, int]  # a comment, a question, spoken words; what it names; the place
UNTOLD = 3
"""So many marks of a rank say that a headline tells no news."""


def _headlines(
    articles: Sequence[Article], weights: Callable[[str, str], Mapping[Subject, float]]
) -> Iterator[tuple[Rank, str, str]]:
    for place, article in enumerate(articles):
        title, language = fold(article.metadata.title or ""), article.metadata.language
        named = weights(title, language)
        if len(title) < SHORTEST_TITLE_CHARS or not (named or _has_a_small_word(title)):
            continue
        spoken, asked = SPOKEN.search(title) is not None, ASKED.search(title) is not None
        short = None if spoken or asked else _matter(title, language, weights)
        shared = sum(sorted(named.values(), reverse=True)[:SUBJECTS_COUNTED])
        yield (article.metadata.kind not in NEWS, asked, spoken, -shared, place), language, short or title


def _matter(title: str, language: str, weights: Callable[[str, str], Mapping[Subject, float]]) -> str | None:
    """The part before the first colon or full stop, if it names what most articles do, and is not only a name."""
    matter, *rest = PARTED.split(title, maxsplit=1)
    words = matter.split()
    if not rest or not FEWEST_WORDS <= len(words) <= MOST_WORDS:
        return None
    circumstance = claim_pattern(language, "counted_from")  # "After the flood in Tarnok: …" is not what happened
    if circumstance is not None and circumstance.match(matter):
        return None
    if max(weights(matter, language).values(), default=0.0) < MOST_ARTICLES:
        return None
    return matter if _has_a_small_word(matter) else None


def _has_a_small_word(text: str) -> bool:
    """Whether it says more than names, as far as the script tells: a name alone has capitals."""
    return any(found[0].islower() for found in SMALL_WORD.finditer(text))
