"""What a line that is not body is for: the role by its words and marks.

Takes a line; gives its role. ``surely`` asks for those roles only that words and marks
leave no doubt of: a line of names behind "By", a picture's credit, a date that stands alone, glued tags.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from generator.languages import words
from generator.model import LineRole
from generator.reading.heads.bare_names import bare_name
from generator.reading.heads.between_names import author_mark
from generator.reading.heads.byline import LONGEST_BYLINE_CHARS, byline_within, is_byline
from generator.reading.heads.names import partner_in
from generator.reading.heads.parts import names_an_outlet, parts_of
from generator.reading.heads.stated_dates import labelled_date, stated_dates
from generator.reading.marks import CLOCK, DIGIT, GLUED, HOST, RIGHTS, SEPARATORS, ends_sentence
from generator.reading.phrases import hits_of
from generator.reading.wide_letters import WIDE

LONGEST_CAPTION_CHARS = 450
# A line of a day and no more letters than these is about the day
SHORT_LETTERS = 22
SIGNED_LETTERS = 60  # of outlet and names beside a date
# "© 2026 Harbour Courier. All rights reserved.", "Copyright 2026 …"
RIGHTS_LINE = re.compile(r"(?:©|\(c\)|copyright)[\s©]*(?:\(c\)\s*)?\d{4}\b[\s,-]+[^\W\d_]", re.IGNORECASE)
LONGEST_FURNITURE_CHARS = 2_000
# A note to readers is no longer than this
LONGEST_NOTICE_CHARS = 450
# What parts names, day and counts in one line: "A. Name / 3 May 2024 / 4 comments"
SLASHES = re.compile(r"\s(?://?|[|•·])\s")
# Three words or more before a day in brackets, one of them small
BEFORE_BRACKET = re.compile(r"(?=.*\s[a-zß-ÿа-яα-ω])\S+(?:\s\S+){2,}\s[(\[]")
LONGEST_DATELINE_CHARS = 120
LONGEST_COUNT_CHARS, LONGEST_ZONE_CHARS, LONGEST_CLOCK_WORD_CHARS = 25, 5, 3
NAMED_IN_MARKS = " „“”«»\"'"
# What stands between the word for a picture and its maker: "Foto: dpa", "Bild / X"
MAKER_MARK = re.compile(r"[:：=/]")
# A bracket with the maker of a picture is no longer than this
BRACKET_ENDS, LONGEST_MAKER_CHARS = (")", "）"), 20
# A sentence with a maker behind a sign: "Caravans by the lighthouse. | M. Olmo"
SIGNED_SENTENCE = re.compile(r"[.!?…]\s[|/]\s([^|/]{3,40})$")
FURNITURE_BY_HIT = (
    ("advert:begins", LineRole.ADVERT),
    ("appeal:begins", LineRole.APPEAL),
    ("picture:begins", LineRole.CREDIT),
    ("appeal", LineRole.APPEAL),
    ("related", LineRole.NAVIGATION),
    ("sharing", LineRole.NAVIGATION),
    ("account", LineRole.NAVIGATION),
    ("legal", LineRole.NAVIGATION),
    ("comments", LineRole.NAVIGATION),
    ("media", LineRole.NAVIGATION),
)


def furniture_role(text: str, language: str, *, surely: bool = False) -> LineRole | None:
    """The role of a line outside the body; with ``surely``, only one that words and marks leave no doubt of."""
    role = _marked_role(text, language) if len(text) <= LONGEST_FURNITURE_CHARS else None
    return role if role is not None or surely else spoken_role(text, language)


def spoken_role(text: str, language: str) -> LineRole | None:
    """The role that its phrases alone give a line outside the body."""
    hits = hits_of(text, language)
    if not hits or len(text) > LONGEST_FURNITURE_CHARS:
        return None
    return next((role for name, role in FURNITURE_BY_HIT if name in hits), None)


@lru_cache(maxsize=8_192)
def _marked_role(text: str, language: str) -> LineRole | None:
    if is_byline(text, language):
        return LineRole.BYLINE
    if is_dateline(text, language):
        return LineRole.DATELINE
    return _picture_role(text, language) or _layout_role(text, language)


def _layout_role(text: str, language: str) -> LineRole | None:
    """Rights, notes to readers or of a partner, glued tags, what announces a recording: "Video | A day at sea:"."""
    if len(text) <= LONGEST_NOTICE_CHARS and "notice" in hits_of(text, language):
        return LineRole.OTHER
    if len(text) <= LONGEST_NOTICE_CHARS and RIGHTS_LINE.match(text):
        return LineRole.OTHER
    if not ends_sentence(text) and max(3, text.count(" ")) <= len(GLUED.findall(text)):
        return LineRole.TAGS
    if len(text) <= LONGEST_BYLINE_CHARS and partner_in(text, language) is not None:
        return LineRole.OTHER
    announces = len(text) <= LONGEST_BYLINE_CHARS and "media:begins" in hits_of(text, language)
    if announces and not ends_sentence(text) and (SEPARATORS.search(text) or text.endswith(":")):
        return LineRole.NAVIGATION
    return None


def is_dateline(text: str, language: str) -> bool:
    """Whether a line is a date and little more: "Mittwoch, 28 Januar 2026", "Updated: May 2, 2025 at 7:55 AM".

    An outlet and a byline may stand beside it: "Harbour Courier, 6 March 2026, by Laura Pike".
    """
    if labelled_date().match(text):
        return True
    dates = stated_dates(text, language) if len(text) <= LONGEST_DATELINE_CHARS and DIGIT.search(text) else ()
    if not dates or _tells_of_a_day(text, dates[0].start, language):
        return False
    outside = text[: dates[0].start] + " " + text[dates[-1].end :]
    hits = hits_of(outside, language)
    letters = sum(map(str.isalpha, outside))
    if letters <= SIGNED_LETTERS and not ends_sentence(text) and byline_within(outside, language) is not None:
        return True
    named = len(dates) == 1 and _names_before(text[: dates[0].start])
    if named and sum(map(str.isalpha, text[dates[0].end :])) <= 1:
        return True
    beside = all(_stands_beside_date(part, language) for part in SLASHES.split(outside) if part.strip())
    if not beside and letters > SHORT_LETTERS and not ends_sentence(text):
        beside = len(dates) == 1 and _are_of_a_head(outside, language)
    return beside or letters <= SHORT_LETTERS or (bool(hits & {"dated", "updated", "reading_time"}) and letters <= 70)


def _tells_of_a_day(text: str, start: int, language: str) -> bool:
    """Whether it is a title with the day of what it tells in brackets: "Storm at the pier (14 January 2024)"."""
    told = BEFORE_BRACKET.match(text)
    return told is not None and told.end() == start and not hits_of(text, language)


def _are_of_a_head(outside: str, language: str) -> bool:
    """Whether the parts beside a day are an outlet, its writers, a byline: "15 marzo 2026 - Gazzetta di Orlen"."""
    parts = parts_of(outside, language)
    return any(names_an_outlet(part, language) for part in parts) and all(
        names_an_outlet(part, language) or is_byline(part, language) or _stands_beside_date(part, language)
        for part in parts
    )


def _stands_beside_date(part: str, language: str) -> bool:
    """Whether a part of a line is names, an address or a count, a button, as stand beside a day between slashes."""
    text = part.strip(" ,/|•·–-")
    names = [name for name in author_mark().split(text) if name]
    zone = len(text) <= (LONGEST_ZONE_CHARS if text.isupper() else LONGEST_CLOCK_WORD_CHARS)
    if not text or zone or HOST.fullmatch(text) or all(bare_name().fullmatch(name) for name in names):
        return True
    short = len(text) <= LONGEST_COUNT_CHARS
    if short and "sharing:begins" in hits_of(text, language):
        return True
    counted = DIGIT.search(text) is not None and short
    return counted and bool(hits_of(text, language) & {"comments", "reading_time"} or CLOCK.search(text))


def _names_before(text: str) -> bool:
    """Whether nothing but names stands before a day, parted by commas: "Ada Quill, “Norhaven Courier”, 25 May 2026"."""
    parts = [part.strip(NAMED_IN_MARKS) for part in text.split(",")]
    names = [part for part in parts if part]
    return len(names) > 1 and all(bare_name().fullmatch(name) for name in names)


def _picture_role(text: str, language: str) -> LineRole | None:
    """Caption or credit, where a word for a picture and a maker behind it say so: "… (Quelle: IMAGO/X)", "Foto: Y"."""
    if len(text) > LONGEST_CAPTION_CHARS:
        return None
    tail = text[-110:]
    if (" | " in tail or " / " in tail) and (maker := SIGNED_SENTENCE.search(tail)) and bare_name().fullmatch(maker[1]):
        return LineRole.CAPTION
    if text.endswith(BRACKET_ENDS) and _names_maker(text, language):
        return LineRole.CAPTION
    named = _picture_credit(language).search(tail) if MAKER_MARK.search(tail) else None
    if named is None and not _enlarges(text, language) and not _ends_in_rights(text):
        return None
    start = len(text) - len(tail) + (named.start() if named else 0)
    return LineRole.CAPTION if start > 25 else LineRole.CREDIT


def _names_maker(text: str, language: str) -> bool:
    """Whether the bracket at the end says whose the picture is, in a script without spaces: "…結帳。（梁穎心攝）"."""
    within = re.split(r"[(（]", text)[-1]
    return len(within) <= LONGEST_MAKER_CHARS and within[:-1].endswith(words(language, "pages", "picture_makers"))


def _ends_in_rights(text: str) -> bool:
    """A holder of rights at the end of a caption: "… leave the palace. © HA", but no footer with a year."""
    tail = text[-60:]
    return len(text) > 60 and RIGHTS.search(tail) is not None and not re.search(r"\d{4}", tail)


@cache
def _picture_credit(language: str) -> re.Pattern[str]:
    """A word for a picture and its maker up to the end: "Foto: dpa", "(Quelle: IMAGO/X)", "Bildrechte: MDR/Y"."""
    listed = dict.fromkeys([*words(language, "lines", "picture"), *words("en", "lines", "picture")])
    choices = "|".join(
        re.escape(w) for w in sorted(listed, key=len, reverse=True) if w.isalpha() or WIDE.search(w) or " " in w
    )
    return re.compile(rf"(?:(?<!\w)|[(\[])(?:{choices})\s?(?:[:：=]|\s/)\s?[^:]{{2,90}}[)\]]?$", re.I)


def _enlarges(text: str, language: str) -> bool:
    """Whether a long phrase of the picture words stands anywhere, glued or not: "…troffen.Vergrößern des Bildes"."""
    phrases = _long_picture_phrases(language)
    return bool(phrases) and any(map(text.lower().__contains__, phrases))


@cache
def _long_picture_phrases(language: str) -> tuple[str, ...]:
    return tuple(phrase for phrase in words(language, "lines", "picture") if len(phrase) > 14)
