"""Who a page shows as its authors: the line under the title, an element marked as author, a line after the text.

Takes the blocks of a page and their roles; gives the bylines as names. Which words of a line are names is in
``byline_names``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import chain

from generator.model import LineRole
from generator.reading.assembly import Piece
from generator.reading.heads.names import supplier_in
from generator.reading.heads.person_names import begins_as_a_person, is_office
from generator.reading.heads.stated_dates import stated_dates
from generator.reading.pages.accounts import is_account
from generator.reading.pages.belonging import DAY_ALONE, announced_articles, is_beside_headline, is_credit_with_day
from generator.reading.pages.blocks import Page, PageBlock
from generator.reading.pages.byline_names import (
    after_prefix,
    after_prefix_behind_date,
    names_alone,
    names_written,
    without_date,
)
from generator.reading.pages.byline_words import prefixes_of
from generator.reading.pages.names_without_capitals import names_beside_day, wide_names_beside_day
from generator.reading.pages.other_roles import opens_with_another_role, writers_among
from generator.reading.pages.settings import Setting
from generator.reading.pages.signatures import names_at_beginning, names_at_end
from generator.reading.pages.verdicts import IN_BOLD
from generator.reading.pages.wide_bylines import wide_names
from generator.reading.wide_letters import WIDE

# A name below the text signs it where it is set in bold.
SIGNED_IN_BOLD, LONGEST_SIGNATURE = 0.9, 40
# A dash between two names that sign: "A. Name - B. Name"
BETWEEN_SIGNATURES = re.compile(r"\s[-–—]\s")
# An office that signs: one word or two, each with a capital
DESK = re.compile(r"[^\W\d_a-zß-ÿ][\w.]{0,20}(?:[\s-][^\W\d_a-zß-ÿ]\w{2,20})?")
# The name of an element for a place or a source: "location", "article__city"
OF_PLACES = re.compile(r"(?<![a-z])(?:locations?|places?|city|dateline|source)(?![a-z])", re.IGNORECASE)
WORDS_OF_A_DESK = 3
LONGEST_BYLINE = 160
LONGEST_ALONE = 80
HEADINGS = (LineRole.TITLE, LineRole.SUBHEAD)
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


@dataclass(frozen=True, slots=True)
class Bylines:
    """Names in groups, the surest first; ``opened`` are those in lines that a word such as "By" opens.

    ``lines`` are the names of each line above the text in which the page's maker marks them.
    """

    groups: tuple[tuple[str, ...], ...] = ()
    opened: tuple[str, ...] = ()
    lines: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class _Line:
    """A block that may be a byline: its number, how sure it is one, its names; ``opened`` by a word such as "By"."""

    number: int
    sureness: Sureness
    names: tuple[str, ...]
    opened: bool


def bylines(page: Page, pieces: Sequence[Piece], language: str) -> Bylines:
    """Names in the bylines near the text: those marked by the page's maker, those opened by a word, those alone."""
    ends = _ends(pieces)
    named = list(_lines(page, pieces, ends, language))
    found = {sureness: [n for line in named if line.sureness is sureness for n in line.names] for sureness in Sureness}
    if not any(found.values()):
        marked = (pieces[line.number].text for line in named if line.sureness is Sureness.MARKED)
        found[Sureness.MARKED] = [text for text in marked if _is_desk(text, language)][:1]
    if page.blocks and all(map(is_account, chain.from_iterable(found.values()))):
        found[Sureness.ALONE].extend(_signing(page, pieces, ends, language))
    groups = tuple(tuple(dict.fromkeys(names)) for names in found.values() if names)
    above = (line for line in named if line.sureness is Sureness.MARKED and line.number < ends[1] + 3)
    opened = (name for line in named if line.opened for name in line.names)
    return Bylines(groups, tuple(dict.fromkeys(opened)), tuple(tuple(dict.fromkeys(line.names)) for line in above))


def _lines(page: Page, pieces: Sequence[Piece], ends: tuple[int, int, int], language: str) -> Iterator[_Line]:
    """The blocks near the text that may be bylines; below it only where nothing sure stands above."""
    prefixes = prefixes_of(language)
    openings: dict[int, str] = {}  # the element of the line that a word such as "By" opens, by what holds it
    announced = announced_articles(page, pieces, ends[1])
    sure = False
    for number in range(len(page.blocks)):
        if number > ends[2] and sure:
            return
        may_name = _may_name(page, pieces, number, ends, announced)
        named = _named_in(page, pieces, number, ends, language) if may_name else None
        if named is None:
            continue
        sureness, names = named
        opened = sureness is Sureness.OPENED or _is_opened(pieces[number].text, names, prefixes, language)
        node = page.nodes[page.blocks[number].node]
        if sureness is Sureness.MARKED and not opened and openings.get(node.parent, node.tag) != node.tag:
            names = list(filter(begins_as_a_person, names))  # "Coast Weekly" below "By A. Name"
        if opened:
            openings.setdefault(node.parent, node.tag)
        sure = sure or (bool(names) and sureness is not Sureness.ALONE)
        yield _Line(number, sureness, tuple(names), opened)


def _may_name(
    page: Page, pieces: Sequence[Piece], number: int, ends: tuple[int, int, int], announced: frozenset[int]
) -> bool:
    """Whether a block is short, near an end of the text, no heading, and none of another article."""
    title, first, last = ends
    near = first - NEAR <= number <= first + 3 or last < number <= last + NEAR
    heading = pieces[number].role in HEADINGS and pieces[number].reason != IN_BOLD
    if not near or heading or len(pieces[number].text) > LONGEST_BYLINE:
        return False
    if not announced.isdisjoint(page.ancestors(page.blocks[number].node)):
        return False
    return title <= number <= last or not is_beside_headline(page, pieces, number)


def _is_desk(text: str, language: str) -> bool:
    """Whether a line that is marked as a byline names nothing but an editorial office: "La rédaction", "Da Redação"."""
    short = len(text.split()) <= WORDS_OF_A_DESK and text[:1].isupper() and not any(map(str.isdigit, text))
    return short and is_office(text) and after_prefix(text, prefixes_of(language)) is None


def _signing(page: Page, pieces: Sequence[Piece], ends: tuple[int, int, int], language: str) -> tuple[str, ...]:
    """The names that sign the text itself: in brackets where it begins or ends, or in a line below it."""
    title, first, last = ends
    if named := names_at_beginning(pieces[first].text, language):
        return named
    above = [piece.text for piece in pieces[title + 1 : first]]
    signing = [n for n in (last, last + 1) if n < len(page.blocks) and pieces[n].role in MAY_NAME]
    return tuple(
        name
        for number in signing
        for name in names_at_end(pieces[number].text, page.blocks[number].emphasised, language, above)
    )


def _is_opened(text: str, names: list[str], prefixes: Sequence[str], language: str) -> bool:
    """Whether a word such as "By" opens a line, or stands behind or before its names in wide letters."""
    opened = after_prefix(text, prefixes) is not None
    return opened or (bool(names) and names == list(wide_names(text, prefixes, language)))


def _named_in(
    page: Page, pieces: Sequence[Piece], number: int, ends: tuple[int, int, int], language: str
) -> tuple[Sureness, list[str]] | None:
    """The names in one block and how sure they are its authors; ``ends``: title, first and last piece of the body."""
    block = page.blocks[number]
    text = ", ".join(block.apart) or pieces[number].text
    title, first, last = ends
    around_text = _setting_around(page, first) & _setting_around(page, last)  # says nothing of a line: "post tag-port"
    setting = _setting_around(page, number) & ~around_text
    prefixes = prefixes_of(language)
    rest = after_prefix(text, prefixes) or after_prefix_behind_date(text, prefixes, language)
    if number <= last + 2:
        above = title < number <= first + 3 and not setting & NO_BYLINE & ~(Setting.NAVIGATION | Setting.SHARE)
        if (above or not setting & NO_BYLINE) and (signed := _signed(block, prefixes, language)):
            return Sureness.MARKED, signed
        other = opens_with_another_role(text)
        if Setting.BYLINE in setting and not other and not setting & (Setting.COMMENTS | Setting.HIDDEN):
            wide = list(wide_names(text, prefixes, language)) if WIDE.search(text) else []
            written = wide or _of_one_run(names_written(rest or text, language), block.apart)
            return Sureness.MARKED, written or _agency(rest or text)
    barred = setting & NO_BYLINE or pieces[number].role in (LineRole.NAVIGATION, LineRole.CAPTION)
    dated = title < number < first and is_credit_with_day(page, number)
    if barred and not dated and not (title < number <= first + 3 and rest and _may_head(page, number, setting)):
        return None
    in_wide_letters = WIDE.search(text)
    opened = list(wide_names(text, prefixes, language)) if in_wide_letters else names_written(rest or "", language)
    if opened or (rest is not None and not in_wide_letters):
        return Sureness.OPENED, opened
    if title < number < first and (beside_day := _names_beside_day(pieces, number, block, title, language)):
        return Sureness.ALONE, beside_day
    named_so = OF_PLACES.search(page.nodes[block.node].names) is not None
    by_place = pieces[number].role not in HEADINGS and not in_wide_letters and not named_so
    return Sureness.ALONE, _names_by_place(page, text, number, (first, last), language) if by_place else []


def _names_beside_day(pieces: Sequence[Piece], number: int, block: PageBlock, title: int, language: str) -> list[str]:
    """The names of a line between title and text that has the day in it or beside it."""
    text = ", ".join(block.apart) or pieces[number].text
    if WIDE.search(text):
        return list(wide_names_beside_day(block.apart, language))
    days = [run for run in block.apart if DAY_ALONE.fullmatch(run)]
    lines = (text, *(f"{run}, {day}" for day in days for run in block.apart))
    named = (names_beside_day(pieces, number, line, title, language) for line in lines)
    return list(next(filter(None, named), ())) or _names_in_run(block, language)


def _names_in_run(block: PageBlock, language: str) -> list[str]:
    """The names that fill one of the elements of a line that has the day in another: "8.11.2024", "A. Name", "812"."""
    if not any(stated_dates(run, language) for run in block.apart):
        return []
    named = (names_alone(run, language) for run in block.apart if begins_as_a_person(run))
    return list(next(filter(None, named), ()))


def _of_one_run(names: list[str], runs: Sequence[str]) -> list[str]:
    """The names without those behind the first that stand apart and do not begin with a given name: "New York"."""
    first = next((run for run in runs if any(name in run for name in names)), "")
    return [name for name in names if not first or name in first or begins_as_a_person(name)]


def _names_by_place(page: Page, text: str, number: int, ends: tuple[int, int], language: str) -> list[str]:
    """The names that a block holds alone, beside the beginning of the text or in bold right below its end.

    There an editorial office signs too, whatever its letters: "XY-Redaktion".
    """
    first, last = ends
    block = page.blocks[number]
    beside_last = page.nodes[block.node].parent == page.nodes[page.blocks[last].node].parent
    if first - 4 <= number <= first + 3 and len(text) <= LONGEST_ALONE:
        return list(names_alone(without_date(text, language), language))
    bold = block.emphasised >= SIGNED_IN_BOLD and len(text) <= LONGEST_SIGNATURE
    if bold and (number == last + 1 or (last < number <= last + 3 and beside_last)):
        return list(names_alone(BETWEEN_SIGNATURES.sub(", ", text), language))
    if number == last + 1 and beside_last and len(text) <= LONGEST_SIGNATURE and begins_as_a_person(text):
        return list(names_alone(text, language))
    if number == last + 1 and DESK.fullmatch(text) and is_office(re.split(r"[\s-]", text)[-1]):
        return [text]
    return []


def _setting_around(page: Page, number: int) -> Setting:
    """Where a block stands, together with its element and the one around that."""
    block = page.blocks[number]
    node = page.nodes[block.node]
    return block.setting | node.setting | page.nodes[max(0, node.parent)].setting


def _tags_around(page: Page, number: int) -> tuple[str, ...]:
    """The elements around a block, inside out."""
    return tuple(page.nodes[node].tag for node in page.ancestors(page.blocks[number].node))


def _may_head(page: Page, number: int, setting: Setting) -> bool:
    """Whether a line opened by "By" above the text names its authors, although its element is called otherwise.

    A "footer" above the text does, and what is called after sharing or credits, but no caption of a picture.
    """
    tags = _tags_around(page, number)
    by_name = setting & NO_BYLINE in (Setting.SHARE, Setting.CAPTION, Setting.SHARE | Setting.CAPTION)
    return "footer" in tags or (by_name and "figure" not in tags and "figcaption" not in tags)


def _signed(block: PageBlock, prefixes: Sequence[str], language: str) -> list[str]:
    """The names in the parts of a block that its maker marks as an author's, a person's or an agency's."""
    return [
        name
        for part in writers_among(block.text, block.signed)
        for name in (names_written(after_prefix(part, prefixes) or part, language) or _agency(part))
    ]


def _agency(part: str) -> list[str]:
    return [part] if supplier_in(f"({part})") else []


def _ends(pieces: Sequence[Piece]) -> tuple[int, int, int]:
    """The title above the body, and the first and the last piece of that; without a title the first piece."""
    body = [number for number, piece in enumerate(pieces) if piece.role is LineRole.BODY] or [0]
    title = max((number for number in range(body[0]) if pieces[number].role is LineRole.TITLE), default=body[0])
    return title, body[0], body[-1]
