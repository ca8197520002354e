"""What a line that is not body is for: the role by its words and marks, and by its place above the article.

Takes paragraphs and what was kept of them; gives roles. ``surely`` asks for those roles only that words and marks
leave no doubt of: a line of names behind "By", a picture's credit, a date that stands alone, glued tags.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

from generator.languages import words
from generator.model import LineRole, fold
from generator.reading.heads.names import partner_in
from generator.reading.heads.stated_dates import LABELLED_DATE, stated_dates
from generator.reading.heads.tab_line import WIDE, tab_line
from generator.reading.lines.evidence import GLUED, INNER_END, RIGHTS, SENTENCE_END, SEPARATORS
from generator.reading.lines.phrases import hits_of
from generator.reading.paragraphs import Paragraph

LONGEST_CAPTION_CHARS = 450
LONGEST_BYLINE_CHARS = 110
SHORT_WIDE_CHARS = 20
LONGEST_FURNITURE_CHARS = 2_000
HEAD_PARAGRAPHS = 14
# A title that nothing else confirms stands no further above the article
NEAR_BODY_PARAGRAPHS = 9
TITLE_CHARS = (12, 220)
LONG_TITLE_CHARS = 120
LEGAL_CHARS = 60
# What is left of a line of furniture once its words are taken away: weekdays, "Uhr", "at", marks
NAME = re.compile(
    r"^(?:[^\W\d_a-zß-ÿ][\w'’.-]*|d[aei]|de|den|der|del|della|di|du|la|le|van|von|vom|ten|ter|zu|zur|bin|al|el|y|af|av)$"
)
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
    if len(text) > LONGEST_FURNITURE_CHARS:
        return None
    if (role := _marked_role(text, language)) is not None:
        return role
    if surely:
        return None
    hits = hits_of(text, language)
    return next((role for name, role in FURNITURE_BY_HIT if name in hits), None)


@lru_cache(maxsize=8_192)
def _marked_role(text: str, language: str) -> LineRole | None:
    if is_byline(text, language):
        return LineRole.BYLINE
    if is_dateline(text, language):
        return LineRole.DATELINE
    return _picture_role(text, language) or _layout_role(text, language)


def _layout_role(text: str, language: str) -> LineRole | None:
    """Glued tags, a partner's note, the announcement of a recording: "Video | A quiet day at sea:"."""
    glued = len(GLUED.findall(text))
    if glued >= 3 and not SENTENCE_END.search(text) and text.count(" ") <= glued:
        return LineRole.TAGS
    if len(text) <= LONGEST_BYLINE_CHARS and partner_in(text, language) is not None:
        return LineRole.OTHER
    announces = len(text) <= LONGEST_BYLINE_CHARS and "media:begins" in hits_of(text, language)
    if announces and not SENTENCE_END.search(text) and (SEPARATORS.search(text) or text.endswith(":")):
        return LineRole.NAVIGATION
    return None


def head_roles(found: Sequence[Paragraph], kept: Sequence[bool], language: str) -> dict[int, LineRole]:
    """Title, kicker and repeats of the title among the paragraphs above the article's first prose."""
    first = next((n for n, p in enumerate(found) if kept[n] and _is_prose(p.text)), None)
    if first is None:
        return {}
    window = range(max(0, first - HEAD_PARAGRAPHS), first)
    below = Counter(fold(paragraph.text) for paragraph in found[first:])
    candidates = [n for n in window if _may_be_title(found[n].text, language) and below[fold(found[n].text)] < 2]
    title = _title_among(found, candidates, first, language)
    if title is None:
        return {}
    roles = {title: LineRole.TITLE}
    wanted = fold(found[title].text)
    for number, paragraph in enumerate(found):
        if number != title and fold(paragraph.text) == wanted:
            roles[number] = LineRole.REPEAT
    above = title - 1
    if (
        above in candidates
        and found[above].spaced
        and found[above].text[-1:] not in ".!"
        and above not in roles
        and len(found[above].text) <= 80
    ):
        roles[above] = LineRole.KICKER
    return roles


def is_byline(text: str, language: str) -> bool:
    """Whether a line is nothing but a word such as "By" and names: "Von Anna Muster", "Door A. Jansen en B. Smit"."""
    if len(text) <= SHORT_WIDE_CHARS and text.endswith(_wide_bylines(language)):
        return True
    match = _byline_word(language).match(text)
    if match is None or len(text) > LONGEST_BYLINE_CHARS or SENTENCE_END.search(text.rstrip(".")):
        return False
    rest = re.split(r"[,;|•·–—]|\s-\s", text[match.end() :])[0].split()
    joins = set(words(language, "lines", "joins")) | {
        "and",
        "&",
        "und",
        "en",
        "et",
        "e",
        "y",
        "i",
        "и",
        "і",
        "ve",
        "og",
        "och",
    }
    return 0 < len(rest) <= 12 and all(NAME.match(word) or word.lower() in joins for word in rest)


def is_dateline(text: str, language: str) -> bool:
    """Whether a line is a date and little more: "Mittwoch, 28 Januar 2026", "Updated: May 2, 2025 at 7:55 AM"."""
    if LABELLED_DATE.match(text):
        return True
    if len(text) > 120 or not any(map(str.isdigit, text)):
        return False
    dates = stated_dates(text, language)
    if not dates:
        return False
    outside = text[: dates[0].start] + " " + text[dates[-1].end :]
    hits = hits_of(outside, language)
    letters = sum(map(str.isalpha, outside))
    return letters <= 22 or (bool(hits & {"dated", "updated", "reading_time"}) and letters <= 70)


def _picture_role(text: str, language: str) -> LineRole | None:
    """Caption or credit, where a word for a picture and a maker behind it say so: "… (Quelle: IMAGO/X)", "Foto: Y"."""
    if len(text) > LONGEST_CAPTION_CHARS:
        return None
    tail = text[-110:]
    named = _picture_credit(language).search(tail)
    if named is None and _enlarges(language).search(text.lower()) is None and not _ends_in_rights(text):
        return None
    start = len(text) - len(tail) + (named.start() if named else 0)
    return LineRole.CAPTION if start > 25 else LineRole.CREDIT


def _ends_in_rights(text: str) -> bool:
    """A holder of rights at the end of a caption: "… leave the palace. © HA", but no footer with a year."""
    match = RIGHTS.search(text[-60:])
    return match is not None and len(text) > 60 and not re.search(r"\d{4}", text[-60:])


@cache
def _picture_credit(language: str) -> re.Pattern[str]:
    """A word for a picture and its maker up to the end: "Foto: dpa", "(Quelle: IMAGO/X)", "Bildrechte: MDR/Y"."""
    listed = dict.fromkeys([*words(language, "lines", "picture"), *words("en", "lines", "picture")])
    choices = "|".join(
        re.escape(w) for w in sorted(listed, key=len, reverse=True) if w.isalpha() or WIDE.search(w) or " " in w
    )
    return re.compile(rf"(?:(?<!\w)|[(\[])(?:{choices})\s?(?:[:：=]|\s/)\s?[^:]{{2,90}}[)\]]?$", re.I)


@cache
def _enlarges(language: str) -> re.Pattern[str]:
    """A long phrase of the picture words anywhere, glued or not: "zusammengetroffen.Vergrößern des Bildes"."""
    listed = [w for w in words(language, "lines", "picture") if len(w) > 14]
    return re.compile("|".join(map(re.escape, listed)) or r"(?!)")


@cache
def _wide_bylines(language: str) -> tuple[str, ...]:
    """Words that follow a name where a byline ends in its title: "홍길동 기자"."""
    return tuple(word for word in words(language, "lines", "byline") if WIDE.search(word) and len(word) > 1)


@cache
def _byline_word(language: str) -> re.Pattern[str]:
    """The word before the names: "Von ", "By: ", "Autor: "."""
    listed = dict.fromkeys([*words(language, "lines", "byline"), *words("en", "lines", "byline")])
    choices = "|".join(re.escape(word) for word in sorted(listed, key=len, reverse=True))
    return re.compile(rf"\W*(?:{choices})(?:\s*:\s*|\s+)", re.I)


def _is_prose(text: str) -> bool:
    return (len(text) > 60 and (SENTENCE_END.search(text) is not None or len(text) > 200)) or (
        len(WIDE.findall(text)) > 30 and SENTENCE_END.search(text) is not None
    )


def _may_be_title(text: str, language: str) -> bool:
    wide = len(WIDE.findall(text))
    if not TITLE_CHARS[0] <= len(text) + 2 * wide <= TITLE_CHARS[1] or not (wide > 4 or text.count(" ") >= 1):
        return False
    if text.rstrip('"”“»').endswith((".", ":", ",", ";")) and not text.endswith(("...", "…")):
        return False
    hits = hits_of(text, language)
    if _reads_like_a_menu(text) or _reads_like_a_caption(text) or ("legal" in hits and len(text) < LEGAL_CHARS):
        return False
    if hits & {
        "picture:begins",
        "account:begins",
        "sharing:begins",
        "appeal:begins",
        "advert:begins",
        "legal:begins",
        "related:begins",
    }:
        return False
    return furniture_role(text, language, surely=True) is None and not RIGHTS.search(text)


def _reads_like_a_menu(text: str) -> bool:
    """Labels glued into one line: "WeatherForecast Radar Storm Desk", all with capitals and two of them in one word."""
    found = text.split()
    return len(found) >= 4 and GLUED.search(text) is not None and all(not word[0].islower() for word in found)


def _reads_like_a_caption(text: str) -> bool:
    """A maker in brackets at the end, or a sentence that goes on to another: "… elections. (Agency/A. Name)"."""
    bracketed = text.endswith((")", "）")) and SENTENCE_END.search(text) is None
    return bracketed or (len(text) > LONG_TITLE_CHARS and INNER_END.search(text) is not None)


def _title_among(found: Sequence[Paragraph], candidates: Sequence[int], first: int, language: str) -> int | None:
    """The title: the words that the page's first line or the head repeats, else the last line that may be one."""
    texts = [fold(paragraph.text) for paragraph in found]
    tab = tab_line(texts[0])
    if tab is not None:
        wanted = tab[0].casefold()
        named = [n for n in range(1, first) if len(texts[n]) > 15 and wanted.startswith(texts[n].casefold())]
        if named:
            return max(named, key=lambda n: (len(texts[n]), n in candidates, n))
    again = [n for n in candidates if len(texts[n]) > 25 and texts.count(texts[n]) > 1]
    if again:
        return next(n for n in candidates if texts[n] == texts[again[-1]])
    if tab is not None and names_outlet(tab[1], texts[1:]):
        return None
    near = [n for n in candidates if first - n <= NEAR_BODY_PARAGRAPHS]
    near = [n for n in near if not SEPARATORS.search(texts[n]) or len(texts[n]) > 40]
    below = [n for n in near if all(_is_furniture(texts[m], language) for m in range(n + 1, first))]
    return below[-1] if below else None


def names_outlet(outlet: str, texts: Sequence[str]) -> bool:
    """Whether other short lines of a page name the outlet too that its tab line ends with."""
    return any(outlet.casefold() in text.casefold() for text in texts if len(text) < LONGEST_BYLINE_CHARS)


def _is_furniture(text: str, language: str) -> bool:
    return furniture_role(text, language) is not None or len(text) < 25
