"""Who a page shows as its authors: the line under the title, an element marked as author, a line after the text.

Takes the blocks of a page and their roles; gives the bylines as names, and takes them out of the body where they
stand in it. What comes before a name ("Von", "By", "Texte par") is in the language files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import IntEnum
from functools import cache
from unicodedata import category

from generator.languages import available, words
from generator.model import LineRole, fold, squeeze
from generator.reading.assembly import Piece
from generator.reading.heads.between_names import author_mark
from generator.reading.heads.names import supplier_in
from generator.reading.heads.person_names import is_office, particles
from generator.reading.heads.stated_dates import stated_dates, week_days
from generator.reading.pages.below_the_text import without_last_headings
from generator.reading.pages.blocks import Page, PageBlock
from generator.reading.pages.settings import Setting
from generator.reading.wide_letters import WIDE

# What ends the names in a byline: a date, a time, an address, a bracket, a dash: "A. Name - 11.08.2025, 14:02"
AFTER_NAMES = re.compile(r"\s[-–—|•·]\s|\d|\(|\S{0,64}@|https?:|www\.")
# A word of a name: a capital first, or letters that have no capitals; initials and particles may stand between.
NAME_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
# Between the words of a byline in wide letters, which is no longer than this; and a name in them, four letters mostly.
BETWEEN_WIDE, LONGEST_WIDE_BYLINE = re.compile(r"[\s（）()／/・、，,:：|｜]+"), 60
WIDE_NAME = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af々]{2,6}")
HANGUL = re.compile(r"[\uac00-\ud7af]")
LONG_WIDE_NAME = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af々]{3,6}")
# A name below the text signs it where it is set in bold; how many words may stand between a date and a byline.
SIGNED_IN_BOLD, LONGEST_SIGNATURE, WORDS_BEHIND = 0.9, 40, 8
# Marks between the parts of a byline, and the figures of a date that may be read two ways.
FIGURES = re.compile(r"\d")
BETWEEN_PARTS = " ,;:|/•·-–—"
LONGEST_BYLINE = 160
# Words no longer than this are too short to be known where layout glued them to a name: "on", "am"
LONGEST_LINK = 3
LONGEST_ALONE = 80
HEADINGS = (LineRole.TITLE, LineRole.SUBHEAD)
LONGEST_NOTE = 400
MAY_NAME = (LineRole.BODY, LineRole.SUBHEAD, LineRole.OTHER)
# Where names are no authors, if the page's maker does not say so.
NO_BYLINE = (
    Setting.NAVIGATION | Setting.FORM | Setting.PROMOTION | Setting.ADVERT | Setting.TAGS | Setting.SHARE
    | Setting.CAPTION | Setting.COMMENTS | Setting.HIDDEN
)  # fmt: skip
# How many blocks before and after the ends of the text a byline may stand.
NEAR = 12


class Sureness(IntEnum):
    """What shows that a block names the authors: its markup, a word that opens it, or nothing but its place."""

    MARKED = 0
    OPENED = 1
    ALONE = 2


def bylines(page: Page, pieces: Sequence[Piece], language: str) -> tuple[tuple[str, ...], ...]:
    """Names in the bylines near the text: those marked by the page's maker, those opened by a word, those alone."""
    first, last = _ends(pieces)
    found: dict[Sureness, list[str]] = {sureness: [] for sureness in Sureness}
    for number in range(len(page.blocks)):
        near = first - NEAR <= number <= first + 3 or last < number <= last + NEAR
        may_name = len(pieces[number].text) <= LONGEST_BYLINE and pieces[number].role not in HEADINGS
        if not near or not may_name:
            continue
        if number > last and (found[Sureness.MARKED] or found[Sureness.OPENED]):
            break
        if named := _named_in(page, pieces, number, (first, last), language):
            sureness, names = named
            found[sureness].extend(names)
    return tuple(tuple(dict.fromkeys(names)) for names in found.values() if names)


def _named_in(
    page: Page, pieces: Sequence[Piece], number: int, ends: tuple[int, int], language: str
) -> tuple[Sureness, list[str]] | None:
    """The names in one block and how sure they are its authors; ``ends`` are the first and last piece of the body."""
    block, text, last = page.blocks[number], pieces[number].text, ends[1]
    setting = _setting_around(page, number)
    prefixes = prefixes_of(language)
    rest = after_prefix(text, prefixes) or _behind_date(text, prefixes, language)
    if number <= last + 2:
        if not setting & NO_BYLINE and (signed := _signed(block, prefixes, language)):
            return Sureness.MARKED, signed
        if Setting.BYLINE in setting and not setting & (Setting.COMMENTS | Setting.HIDDEN):
            return Sureness.MARKED, _names_written(rest or text, language)
    if setting & NO_BYLINE or pieces[number].role is LineRole.NAVIGATION:
        return None
    if WIDE.search(text):
        return Sureness.OPENED, list(wide_names(text, prefixes, language))
    if rest is not None:
        return Sureness.OPENED, _names_written(rest, language)
    return Sureness.ALONE, _names_by_place(block, text, number, ends, language)


def _names_by_place(block: PageBlock, text: str, number: int, ends: tuple[int, int], language: str) -> list[str]:
    """The names that a block holds alone, beside the beginning of the text or in bold right below its end."""
    first, last = ends
    if first - 4 <= number <= first + 3 and len(text) <= LONGEST_ALONE:
        return list(_names_alone(_without_date(text, language)))
    if number == last + 1 and block.emphasised >= SIGNED_IN_BOLD and len(text) <= LONGEST_SIGNATURE:
        return list(_names_alone(text))
    return []


def _setting_around(page: Page, number: int) -> Setting:
    """Where a block stands, together with its element and the one around that."""
    block = page.blocks[number]
    node = page.nodes[block.node]
    return block.setting | node.setting | page.nodes[max(0, node.parent)].setting


def _signed(block: PageBlock, prefixes: Sequence[str], language: str) -> list[str]:
    """The names in the parts of a block that its maker marks as an author's, a person's or an agency's."""
    return [
        name
        for part in block.signed
        for name in (_names_written(after_prefix(part, prefixes) or part, language) or _agency(part))
    ]


def _agency(part: str) -> list[str]:
    return [part] if supplier_in(f"({part})") else []


def without_bylines(pieces: Sequence[Piece], authors: Sequence[str], language: str) -> tuple[Piece, ...]:
    """The pieces with lines that only name the authors, or tell below the text who they are, turned into bylines."""
    known = [squeeze(name) for name in authors if name]
    full = [name for name in authors if " " in name]
    prefixes = prefixes_of(language)
    last = [number for number, piece in enumerate(pieces) if piece.role is LineRole.BODY][3:][-2:]
    found: list[Piece] = []
    for number, piece in enumerate(pieces):
        named = piece.role in MAY_NAME and len(piece.text) <= LONGEST_BYLINE
        if named and _only_names(piece.text, known, prefixes):
            found.append(replace(piece, role=LineRole.BYLINE, reason="names the authors"))
        elif number in last and len(piece.text) <= LONGEST_NOTE and any(name in piece.text for name in full):
            found.append(replace(piece, role=LineRole.BYLINE, reason="tells who the author is"))
        else:
            found.append(piece)
    return without_last_headings(found)  # what they headed was a note about the author


def prefixes_of(language: str) -> tuple[str, ...]:
    """What opens a byline in a language, longest first; in every language where this one is not known."""
    known = words(language, "lines", "byline")
    found = known or tuple(word for code in available() for word in words(code, "lines", "byline"))
    return tuple(sorted(set(found), key=lambda word: (-len(word), word)))


def after_prefix(text: str, prefixes: Sequence[str]) -> str | None:
    """What follows the word that opens a byline; absent where none does, or where no name follows."""
    lowered = text.lower()
    for prefix in prefixes:
        if lowered.startswith(prefix):
            rest = text[len(prefix) :]
            # "Autorin/Autor A. Name": two opening words with a slash between them.
            if rest[:1] == "/" and rest[1:]:
                return after_prefix(rest[1:], prefixes)
            if rest[:1] in (" ", ":", "\u00a0"):
                rest = rest.lstrip(" :\u00a0")
                rest = _without_office(rest) or rest
                return rest if rest[:1].isalpha() and rest[:1] == rest[:1].upper() else None
    return None


def _behind_date(text: str, prefixes: Sequence[str], language: str) -> str | None:
    """What follows a word that opens a byline behind a date: "A. Name" of "12 May 2024, 10:30 | By A. Name"."""
    dates = stated_dates(text, language)
    heard = text[dates[-1].end :].split() if dates else []
    openings = (after_prefix(" ".join(heard[number:]), prefixes) for number in range(min(len(heard), WORDS_BEHIND)))
    return next(filter(None, openings), None)


def _names_written(text: str, language: str) -> list[str]:
    """The names in a line up to its date and the words that open that: "A. Name Published: Monday, 12 May 2024"."""
    stated = stated_dates(text, language)
    if stated and stated[0].start:
        text = text[: stated[0].start].rstrip(BETWEEN_PARTS)
    elif figures := FIGURES.search(text):
        text = text[: figures.start()].rstrip(BETWEEN_PARTS)
    for word in _date_words(language):
        glued = len(word) > LONGEST_LINK and text[-len(word) :][:1].isupper()  # layout: "A. NamePublished"
        if text.lower().endswith(word if glued else f" {word}"):
            text = text[: -len(word)].rstrip(BETWEEN_PARTS)
    if WIDE.search(text):
        parts = text.split()
        if all(LONG_WIDE_NAME.fullmatch(part) for part in parts):
            return parts  # "山田花子 佐々木健" are two, "山田 花子" is one
    return list(names_in(text)) or list(names_in(_before_telling(text)))


def _before_telling(text: str) -> str:
    """The capital words, and particles among them, that a line opens with: "A. Name" of "A. Name is a lawyer"."""
    heard = text.split()
    told = (n for n, word in enumerate(heard) if word[:1].islower() and word.lower() not in particles())
    return " ".join(heard[: next(told, 0)])


@cache
def _date_words(language: str) -> tuple[str, ...]:
    """What stands before a date in small letters: days of the week, and words for publication and update."""
    listed = {*week_days(language), *words(language, "lines", "dated"), *words(language, "lines", "updated")}
    return tuple(sorted(listed, key=lambda word: (-len(word), word)))


def names_in(text: str) -> Iterator[str]:
    """The names in what follows the opening word: "A. Name und B. Name, Berlin - 11.08.2025" gives two names."""
    end = AFTER_NAMES.search(text)
    parts = author_mark().split(text[: end.start()] if end else text)
    if is_office(parts[0]) and not _without_office(parts[0]):
        return  # "Special envoys to A. and B."
    for part in (_without_office(parts[0]) or parts[0], *parts[1:]):
        name = fold(part).strip(" .,:–—-|")
        if _is_name(name):
            yield name


def _without_office(part: str) -> str:
    """The name behind what somebody does: "A. Name" of "our correspondent A. Name"; empty where there is none."""
    heard = part.split()
    last = max((n for n, word in enumerate(heard) if is_office(word)), default=-1)
    name = " ".join(heard[last + 1 :])
    return name if last >= 0 and _is_name(name) else ""


def wide_names(text: str, prefixes: Sequence[str], language: str) -> Iterator[str]:
    """Names in a Chinese, Japanese or Korean byline, marked by a word before or behind: "記者王明", "홍길동 기자".

    Where names may stand on either side of such a word, that of the word's script counts: Korean has it behind them.
    """
    if len(text) > LONGEST_WIDE_BYLINE:
        return
    heard = [word for word in BETWEEN_WIDE.split(text) if word]
    for number, word in enumerate(heard):
        if word in prefixes:
            sides = heard[max(0, number - 1) : number], heard[number + 1 : number + 2]
            behind, before = sides if HANGUL.match(word) else reversed(sides)
            names = [each for side in (behind, before) for each in side if _is_wide_name(each, prefixes, language)]
            yield from names[:1]
            continue
        glued = next((p for p in prefixes if len(p) > 1 and word != p and word.startswith(p)), "")
        if glued and _is_wide_name(word[len(glued) :], prefixes, language):
            yield word[len(glued) :]
        glued = next((p for p in prefixes if len(p) > 1 and word != p and word.endswith(p)), "")
        if glued and _is_wide_name(word[: -len(glued)], prefixes, language):
            yield word[: -len(glued)]


def _is_wide_name(word: str, prefixes: Sequence[str], language: str) -> bool:
    return WIDE_NAME.fullmatch(word) is not None and word not in prefixes and word not in _date_words(language)


def _without_date(text: str, language: str) -> str:
    """A line up to the date in it, or behind one that opens it: "A. Name" of "A. Name, 12 May 2024, 10:30"."""
    dates = stated_dates(text, language)
    if not dates:
        return FIGURES.split(text)[0].strip(BETWEEN_PARTS)
    return text[: dates[0].start].strip(BETWEEN_PARTS) or text[dates[-1].end :].strip(BETWEEN_PARTS)


def _names_alone(text: str) -> tuple[str, ...]:
    """The names in a line that holds nothing else: "A. Name/B. Name"."""
    parts = [fold(part) for part in author_mark().split(text)]
    named = parts and all(
        _is_name(part)
        and len(part.split()) <= 3
        and part[0] != part[0].lower()
        and part.split()[-1].lower() not in particles()
        for part in parts
    )
    return tuple(parts) if named else ()


def _is_name(name: str) -> bool:
    parts = name.split()
    if not 2 <= len(parts) <= 6 or len(name) > 60:
        return False
    if is_office(name):
        return False
    return all(
        NAME_WORD.fullmatch(_without_marks(p)) and (p[0] == p[0].upper() or p.lower() in particles()) for p in parts
    )


def _without_marks(word: str) -> str:
    """A word without the vowel signs that Indian and other scripts write as marks on a letter."""
    return "".join(letter for letter in word if not category(letter).startswith("M"))


def _only_names(text: str, known: Sequence[str], prefixes: Sequence[str]) -> bool:
    """Whether nothing of weight is left of a line without its opening word and the authors' names."""
    squeezed = squeeze(after_prefix(text, prefixes) or text)
    left = squeezed
    for name in sorted(known, key=len, reverse=True):
        left = left.replace(name, "")
    return len(left) < len(squeezed) and len(left) <= 12


def _ends(pieces: Sequence[Piece]) -> tuple[int, int]:
    """The first and the last piece of the body."""
    body = [number for number, piece in enumerate(pieces) if piece.role is LineRole.BODY]
    return (body[0], body[-1]) if body else (0, 0)
