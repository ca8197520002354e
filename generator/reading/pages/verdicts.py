"""What a single block of a page is, by what encloses it and by its words: the first rule that speaks decides.

Takes a page as ``pages.region`` sees it and the number of a block; gives a role and the reason for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.model import LineRole, squeeze
from generator.reading.pages.announcing import (
    announced_role,
    asks_to_follow,
    ends_with_credit,
    labels_a_link,
    points_elsewhere,
)
from generator.reading.pages.enclosures import OUTSIDE
from generator.reading.pages.prose import HEADINGS, SENTENCE_END, weight
from generator.reading.pages.region import View
from generator.reading.pages.settings import Setting

Verdict = tuple[LineRole, str]

ANNOUNCING_REASON = "announces something else"
COMMENTS_REASON = "readers' comments"
TITLE_REASON = "the title"
LEADING_REASON = "leads elsewhere"
TEASER_REASON = "teaser of another article"
FOLLOWING_REASON = "another article below"
# Reason of a verdict that depends on what stands around the line.
SHORT_LINE = "short line"
IN_BOLD = "short line in bold"
SHORT = "short line among paragraphs of the article"
REASONS = (
    (Setting.HIDDEN, LineRole.OTHER, "not shown on the page"),
    (Setting.COMMENTS, LineRole.OTHER, COMMENTS_REASON),
    (Setting.CONSENT, LineRole.APPEAL, "asks for consent"),
    (Setting.NAVIGATION, LineRole.NAVIGATION, "menu or footer"),
    (Setting.FORM, LineRole.APPEAL, "form or overlay"),
    (Setting.ADVERT, LineRole.ADVERT, "advert"),
    (Setting.EMBEDDED, LineRole.OTHER, "somebody's post"),
    (Setting.PROMOTION, LineRole.NAVIGATION, "related or promoted"),
    (Setting.CAPTION, LineRole.CAPTION, "caption or credit of a picture"),
    (Setting.BYLINE, LineRole.BYLINE, "about the author"),
    (Setting.DATE, LineRole.DATELINE, "date"),
    (Setting.SHARE, LineRole.NAVIGATION, "share buttons"),
    (Setting.TAGS, LineRole.TAGS, "keywords"),
    (Setting.ASIDE, LineRole.NAVIGATION, "beside the article"),
    (Setting.TABLE, LineRole.OTHER, "table"),
)
# Lines that point elsewhere open with an arrow: ">> More on this", "→ Read", "▶ Video"
ARROW = re.compile(r"(?:>{1,2}|[→►▶➤➡➜☛👉⇒])\s*\S")
# A caption is short; a longer text in an element named after pictures is text with a picture.
PICTURE_CHARS = 300
# A text that stands alone with a picture, in an element that is not called after one, is shorter than this.
CAPTION_CHARS = 200
# A byline with its date is no longer than this, nor its date; the figures of a date and a time.
LONGEST_SIGNED, LONGEST_DATED, DATE_FIGURES, FIGURES = 160, 70, 4, re.compile(r"\d")
# A label at the beginning of a line: "Source: …", "Direct speech: …"
LABEL = re.compile(r"[^\W\d_][^:.,]{2,30}:\s")
# A sentence that tells something, though most of it is a link: it ends with a full stop.
TOLD, TOLD_CHARS = re.compile(r"[.。।][\"”“»]?$"), 60
# So many words in small letters, of so many letters each, tell something: no line with a name and a date has them
WORDS_TOLD, LONG_WORD = 3, 4


def verdict(seen: View, number: int) -> Verdict:
    """The role of a block and the reason for it."""
    for rule in VERDICTS:
        found = rule(seen, number)
        if found is not None:
            return found
    return LineRole.OTHER, SHORT_LINE


def _title(seen: View, number: int) -> Verdict | None:
    if number == seen.title and seen.tag(number) == "h1":
        return LineRole.TITLE, TITLE_REASON
    if squeeze(seen.page.blocks[number].text) in seen.known.titles:
        return (LineRole.TITLE if seen.tag(number) == "h1" else LineRole.REPEAT), TITLE_REASON
    return None


def _ornament(seen: View, number: int) -> Verdict | None:
    """A line without a letter or a digit: "* * *", "—"."""
    said = squeeze(seen.page.blocks[number].text)
    return None if said else (LineRole.OTHER, "ornament")


def _leading_elsewhere(seen: View, number: int) -> Verdict | None:
    block = seen.page.blocks[number]
    return (LineRole.NAVIGATION, LEADING_REASON) if block.linked >= 0.95 or ARROW.match(block.text) else None


def _announcing(seen: View, number: int) -> Verdict | None:
    """A line that announces something else: "Advertisement", "Read more: …"."""
    text = seen.page.blocks[number].text
    if len(text) < PICTURE_CHARS and points_elsewhere(text):
        return LineRole.NAVIGATION, "points to another article"
    if asks_to_follow(text):
        return LineRole.APPEAL, "asks to follow the outlet elsewhere"
    role = announced_role(text)
    return (role, ANNOUNCING_REASON) if role else None


def _recorded(seen: View, number: int) -> Verdict | None:
    if seen.recorded[number] and seen.inside[number]:
        return LineRole.BODY, "stands in the page's own record of the article"
    return None


def _enclosed(seen: View, number: int) -> Verdict | None:
    setting = seen.settings[number]
    if setting & OUTSIDE:
        return next((role, reason) for sign, role, reason in REASONS if sign in setting)
    text = seen.page.blocks[number].text
    if len(text) < PICTURE_CHARS and ends_with_credit(text) and not _is_labelled_like_the_next(seen, number):
        return LineRole.CAPTION, "ends with the credit of a picture"
    if Setting.PICTURE in setting and len(text) < PICTURE_CHARS:
        return LineRole.CAPTION, "caption of a picture"
    if len(text) < CAPTION_CHARS and seen.page.blocks[number].node in seen.beside_pictures:
        return LineRole.CAPTION, "alone with a picture"
    return None


def _is_labelled_like_the_next(seen: View, number: int) -> bool:
    """Whether a label in bold opens a line and the next of its kind too: "Source: the council", "Details: …"."""
    both = seen.page.blocks[number : number + 2]
    alike = (
        len(both) > 1
        and seen.kind(number) == seen.kind(number + 1)
        and seen.company(number) == seen.company(number + 1)
    )
    return alike and all(0 < block.emphasised < 1 and LABEL.match(block.text) for block in both)


def _kicker(seen: View, number: int) -> Verdict | None:
    called = Setting.KICKER in seen.settings[number] and len(seen.page.blocks[number].text) < 80
    return (LineRole.KICKER, "kicker") if called else None


def _elsewhere(seen: View, number: int) -> Verdict | None:
    if seen.teasers.intersection(seen.page.ancestors(seen.page.blocks[number].node)):
        return LineRole.NAVIGATION, TEASER_REASON
    if number in seen.following:
        return LineRole.OTHER, FOLLOWING_REASON
    return None if seen.inside[number] else (LineRole.OTHER, "outside the region of the article")


def _heading(seen: View, number: int) -> Verdict | None:
    block, tag = seen.page.blocks[number], seen.tag(number)
    if tag in HEADINGS:
        above = tag == "h1" and (seen.title is None or number <= seen.title)
        elsewhere = above or block.linked >= 0.5
        return (LineRole.OTHER, "heading of something else") if elsewhere else (LineRole.SUBHEAD, "heading")
    bold = block.emphasised >= 0.9 and len(block.text) < 100 and not SENTENCE_END.search(block.text)
    return (LineRole.SUBHEAD, IN_BOLD) if bold and block.linked < 0.5 else None


def _linked(seen: View, number: int) -> Verdict | None:
    block = seen.page.blocks[number]
    told = TOLD.search(block.text) and len(block.text) >= TOLD_CHARS and seen.kind(number) in seen.paragraphs
    most = block.linked >= 0.5 and (labels_a_link(block.text) or not SENTENCE_END.search(block.text))
    links = most or block.linked >= (0.9 if told else 0.75)
    return (LineRole.NAVIGATION, "made of links") if links else None


def _signed(seen: View, number: int) -> Verdict | None:
    """A short line in which the page's maker marks an author, with figures of a date: "A. Name, 22/03/2024 12:31"."""
    block = seen.page.blocks[number]
    if not block.signed or len(block.text) > LONGEST_SIGNED:
        return None
    rest = len(block.text) - sum(map(len, block.signed))
    dated = len(FIGURES.findall(block.text)) >= DATE_FIGURES and rest <= LONGEST_DATED
    return (LineRole.BYLINE, "names the authors") if dated and not _tells_something(block.text) else None


def _tells_something(text: str) -> bool:
    """Whether a line is a sentence, with words in small letters: "A. Name of the county counted 1200 crates."."""
    small = sum(len(word) >= LONG_WORD and word.islower() for word in text.split())
    return small >= WORDS_TOLD and TOLD.search(text) is not None


def _prose(seen: View, number: int) -> Verdict | None:
    block, tag = seen.page.blocks[number], seen.tag(number)
    paragraph = tag in ("p", "li", "blockquote") or seen.kind(number) in seen.paragraphs
    if weight(block) or (paragraph and SENTENCE_END.search(block.text)):
        return LineRole.BODY, "prose in the region of the article"
    alike = tag in ("p", "li") or block.node in seen.prosaic or (seen.kind(number)[1] and paragraph)
    return (LineRole.BODY, SHORT) if alike else None


VERDICTS: tuple[Callable[[View, int], Verdict | None], ...] = (
    _title,
    _leading_elsewhere,
    _announcing,
    _recorded,
    _enclosed,
    _kicker,
    _elsewhere,
    _ornament,
    _heading,
    _linked,
    _signed,
    _prose,
)
