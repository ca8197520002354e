"""Kept paragraphs that what stands around them speaks against: links, captions, offers, comments, bare headings.

Takes the paragraphs of a text and which of them are kept so far; gives the numbers of those to leave out after all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from functools import cache

from generator.languages import words
from generator.model import LineRole
from generator.reading.heads.bare_names import bare_name
from generator.reading.heads.page_title import bears, page_title, plain
from generator.reading.lines.neighbourhood import (
    LONGEST_BUTTON_CHARS,
    LONGEST_HEADING_CHARS,
    NUMBERED,
    SELLING,
    is_prose,
)
from generator.reading.lines.roles import furniture_role
from generator.reading.marks import DIGIT, INNER_END, QUOTATION, ends_sentence
from generator.reading.paragraphs import LineGroup
from generator.reading.phrases import hits_of

LIKELY_BELOW_LINKS, MOST_LINKS = 0.7, 2
# What stands above a credit is a caption, unless it is as likely to be body as this
MOST_CAPTIONS, SURELY_BODY = 3, 0.9
# So far below their heading comments are looked at; so many of them have a line of their own above them
COMMENT_LINES, SIGNED_SHARE = 30, 0.7
# What stands above the article as a kicker: a question, so near above author or day
QUESTIONS, LINES_TO_SIGNATURE = ("?", "？", "؟"), 4
# A summary may stand above author or day, and the article below them
MOST_LEADS = 2
# Several sentences of more characters are the article's, as a letter is with its signature behind
LONGEST_LABEL_CHARS = 120
# What a heading that opens an article may end with
OPENING_ENDS = (":", "：", "?", "？", "؟")
SIGNED = (LineRole.BYLINE, LineRole.DATELINE)
# An offer stands below so many paragraphs of the article at least
FEWEST_ABOVE_OFFER = 2
# What asks readers for something speaks to them of these
ASKING = (*SELLING, frozenset({"address", "account"}))
# Notes on the author and buttons for readers' accounts stand below an article
NOTED = frozenset({"author_note:begins", "account:begins"})
# What an offer says beside its button
OFFERING = frozenset({"address", "appeal"})
# So far above the article its author is named, in so many words
LINES_OF_HEAD, NAME_WORDS = 8, (2, 3)


def links_below_heading(
    found: Sequence[LineGroup], likely: Mapping[int, float], kept: frozenset[int], language: str
) -> set[int]:
    """Numbers of kept headings and questions that stand first or second below a line of nothing but "Read also"."""
    links: set[int] = set()
    left = 0
    for number, paragraph in enumerate(found):
        if len(paragraph.text) <= LONGEST_BUTTON_CHARS and "related:begins" in hits_of(paragraph.text, language):
            left = MOST_LINKS
            continue
        asks = paragraph.text.endswith(QUESTIONS)
        short = len(paragraph.text) <= LONGEST_HEADING_CHARS and (asks or not ends_sentence(paragraph.text))
        if left and short and number in kept and likely.get(number, 1.0) < LIKELY_BELOW_LINKS:
            links.add(number)
        left = left - 1 if left and short else 0
    return links


def above_title(found: Sequence[LineGroup], kept: frozenset[int]) -> set[int]:
    """Numbers of kept paragraphs above the line that repeats the title in the first one, if more stand below it."""
    page = page_title(found[0].folded) if found else None
    cuts = [plain(cut) for cut in page.cuts] if page else []
    title = next((n for n in range(1, len(found)) if bears(found[n].text, cuts)), 0) if cuts and kept else 0
    above = {n for n in kept if n < title}
    size = sum(len(found[n].text) for n in above)
    return above if 2 * size < sum(len(found[n].text) for n in kept) else set()


def questions_above(found: Sequence[LineGroup], kept: frozenset[int], language: str) -> set[int]:
    """Numbers of a kept question of one line between title and author or day, with nothing of the article beside it."""
    first = min(kept, default=len(found))
    if first == len(found) or first + 1 in kept:
        return set()
    if not found[first].text.endswith(QUESTIONS) or len(found[first].text) > LONGEST_HEADING_CHARS:
        return set()
    below = found[first + 1 : first + 1 + LINES_TO_SIGNATURE]
    return {first} if any(furniture_role(line.text, language, surely=True) in SIGNED for line in below) else set()


def captions(found: Sequence[LineGroup], likely: Mapping[int, float], kept: frozenset[int], language: str) -> set[int]:
    """Numbers of kept lines of one sentence above the article whose next line names the maker of a picture."""
    first = [n for n in sorted(kept) if is_prose(found[n].text)][:MOST_CAPTIONS]
    return {
        n
        for n in first
        if n + 1 < len(found)
        and n - 1 not in kept
        and likely.get(n, 1.0) < SURELY_BODY
        and not INNER_END.search(found[n].text)
        and furniture_role(found[n + 1].text, language, surely=True) is LineRole.CREDIT
    }


def notices_above(found: Sequence[LineGroup], kept: frozenset[int], language: str) -> set[int]:
    """The number of a kept paragraph above all others that speaks of cookies or rights, with lines of a page below.

    One above author and day that asks readers for something goes as well, with the short lines below it.
    """
    first = min(kept, default=0)
    if len(kept) < FEWEST_ABOVE_OFFER or first == 0:
        return set()
    hits = hits_of(found[first].text, language)
    apart = first + 1 not in kept and first + 2 not in kept
    if apart and "legal" in hits:
        return {first}
    if not any(pair <= hits for pair in ASKING):
        return set()
    below = range(first + 1, min(first + 1 + LINES_OF_HEAD, len(found)))
    body = next((n for n in below if n in kept and is_prose(found[n].text)), len(found))
    return {n for n in kept if n < body} if any(_signs(found[n].text, language) for n in below if n < body) else set()


def _signs(text: str, language: str) -> bool:
    """Whether a line is of author or day, or a short one that begins as such lines do."""
    if furniture_role(text, language, surely=True) in SIGNED:
        return True
    return len(text) <= LONGEST_HEADING_CHARS and bool({"byline:begins", "dated:begins"} & hits_of(text, language))


def labels_above_article(found: Sequence[LineGroup], kept: frozenset[int], language: str) -> set[int]:
    """Numbers of kept lines without an end between author, day or a button and the article's first sentences.

    No article begins with a heading: such a line tells of the picture that stood there.
    """
    first = [n for n in sorted(kept) if is_prose(found[n].text)][:MOST_LEADS]
    labels = {n - 1 for n in first if n > 1 and n - 1 in kept and n - 2 not in kept}
    return {n for n in labels if _is_bare(found[n].text) and _parts_head(found[n - 1].text, language)}


def _is_bare(text: str) -> bool:
    if ends_sentence(text) or text.endswith(OPENING_ENDS) or NUMBERED.match(text):
        return False
    return len(text) <= LONGEST_LABEL_CHARS or INNER_END.search(text) is None


def _parts_head(text: str, language: str) -> bool:
    """Whether a line is of author or day, or a button below them."""
    if len(text) <= LONGEST_BUTTON_CHARS and "sharing:begins" in hits_of(text, language):
        return True
    return furniture_role(text, language, surely=True) in SIGNED


def offers_below(found: Sequence[LineGroup], kept: frozenset[int], language: str) -> set[int]:
    """Numbers of kept paragraphs below the article that offer something to readers, or tell of the author or the text.

    No other one of the article stands below them.
    """
    offers: set[int] = set()
    names = _names_above(found, kept)
    for number in [n for n in sorted(kept, reverse=True) if is_prose(found[n].text)][:-FEWEST_ABOVE_OFFER]:
        text = found[number].text
        hits = hits_of(text, language)
        noted = not NOTED.isdisjoint(hits) and INNER_END.search(text) is None
        told = noted or _asks_shortly(text, hits) or any(text.startswith(name) for name in names)
        if not told and (QUOTATION.search(text) or not any(pair <= hits for pair in SELLING)):
            break
        offers.add(number)
    return offers


def _asks_shortly(text: str, hits: Set[str]) -> bool:
    """Whether a short line asks readers for something: "Something wrong here? Write to us."."""
    return len(text) <= LONGEST_HEADING_CHARS and "appeal" in hits and ("!" in text or "?" in text)


def offers_beside_buttons(found: Sequence[LineGroup], kept: frozenset[int], language: str) -> set[int]:
    """Numbers of kept paragraphs that speak to readers or ask for something, with a button for it above or below."""
    return {
        n
        for n in kept
        if any(_is_button(found, near, kept, language) for near in (n - 1, n + 1))  # few lines have one beside them
        and is_prose(found[n].text)
        and _offers(found[n].text, language)
    }


def _offers(text: str, language: str) -> bool:
    """Whether sentences speak to readers and ask for something, or call out one of both."""
    hits = hits_of(text, language)
    if QUOTATION.search(text):
        return False
    return any(pair <= hits for pair in SELLING) or ("!" in text and not OFFERING.isdisjoint(hits))


def _is_button(found: Sequence[LineGroup], number: int, kept: frozenset[int], language: str) -> bool:
    """Whether a line that is left out is a button to subscribe or give."""
    if not 0 <= number < len(found) or number in kept or len(found[number].text) > LONGEST_BUTTON_CHARS:
        return False
    return "appeal:begins" in hits_of(found[number].text, language)


def _names_above(found: Sequence[LineGroup], kept: frozenset[int]) -> set[str]:
    """The names that stand alone in a line, perhaps behind a word ("By"), above the article: its authors'."""
    first = [n for n in sorted(kept) if is_prose(found[n].text)][:MOST_LEADS] or [0]
    above = [n for n in range(max(0, first[0] - LINES_OF_HEAD), first[-1]) if n not in kept]
    lines = [found[n].text.split() for n in above if len(found[n].text) <= LONGEST_HEADING_CHARS]
    own = [" ".join(words_[start:]) for words_ in lines for start in (0, 1) if len(words_) - start in NAME_WORDS]
    return {f"{name} " for name in own if bare_name().fullmatch(name)}


def below_comments(found: Sequence[LineGroup], kept: frozenset[int], language: str) -> set[int]:
    """Numbers of all paragraphs from a heading of readers' comments on that stands alone below the article.

    Without blank lines around it, what stands below must have the form of comments: a button can stand amid an article.
    """
    heading = _comments_heading(language)
    first = next((n for n in sorted(kept) if is_prose(found[n].text)), len(found))
    below = (n for n in range(first + 1, len(found)) if len(found[n].text) <= LONGEST_HEADING_CHARS)
    named = (n for n in below if heading.fullmatch(found[n].text.lower()))
    walls = (n for n in named if found[n].alone or _comments_stand_below(found, n, language))
    return set(range(next(walls, len(found)), len(found)))


def _comments_stand_below(found: Sequence[LineGroup], heading: int, language: str) -> bool:
    """Whether sentences below a heading stand apart, each below a name or a day, several of them or with an answer."""
    below = range(heading + 1, min(heading + 1 + COMMENT_LINES, len(found)))
    said = [n for n in below if is_prose(found[n].text)]
    signed = [n for n in said if n - 1 > heading and not is_prose(found[n - 1].text)]
    if not signed or len(signed) < SIGNED_SHARE * len(said):
        return False
    buttons = (found[n + 1].text for n in said if n + 1 < len(found))
    answered = any(len(b) <= LONGEST_BUTTON_CHARS and "comments:begins" in hits_of(b, language) for b in buttons)
    return answered or len(signed) > 1 or DIGIT.search(found[heading].text) is not None


@cache
def _comments_heading(language: str) -> re.Pattern[str]:
    """Words for comments and their number, nothing else: "Kommentare (2)", "3 comments:"."""
    listed = [*words(language, "lines", "comments"), *words("en", "lines", "comments")]
    choices = "|".join(re.escape(word) for word in dict.fromkeys(listed))
    return re.compile(rf"[\W\d]*(?:{choices})[\W\d]*")


def headless(found: Sequence[LineGroup], kept: frozenset[int]) -> set[int]:
    """Numbers of kept headings below which no prose of the article stands any more."""
    last = next((n for n in sorted(kept, reverse=True) if is_prose(found[n].text)), -1)
    return {n for n in kept if n > last and not ends_sentence(found[n].text)}
