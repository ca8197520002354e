"""What a page's tab shows, which page dumps begin with: the title of the article, then sections, outlet, date.

Takes the first line of a text and the lines below it; gives title, outlet and date of it where other lines bear them
out: a title that stands again above the article or whose words the article uses, an outlet that the page names.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.model import fold
from generator.reading.heads.stated_dates import stated_dates
from generator.reading.heads.tab_line import LONGEST_TAB_CHARS
from generator.reading.marks import HOST, YEAR, ends_sentence
from generator.reading.phrases import LETTERS
from generator.reading.wide_letters import WIDE

# What parts the title from what follows it: "Title | Outlet", "Title - Section - Outlet", "題名：新聞"
PARTING = re.compile(
    r"\s+[|–—‒-]\s+|\s*[｜]\s*|(?<=[\u3040-\u9fff\uac00-\ud7af])[：|_–—-](?=[^：|_–—-]{2,20}(?:[|_–—-][^：|_–—-]{2,20})*$)"
)
# What parts an outlet from the section behind it: "outlet.example › Sport"
SECTION = re.compile(r"\s*[›»>:]\s*")
MOST_PARTS = 5
FEWEST_OF_A_MENU = 4
SHORTEST_TITLE_CHARS, SHORTEST_WIDE_CHARS = 12, 6
LONGEST_OUTLET_CHARS = 40
LONGEST_NAMING_CHARS = 110
TELLING_CHARS = 5
# Spaces around a line and letters that are two in small letters make no more difference than this
MOST_CHARS_APART = 6
# The same few texts are asked about where the title is looked for and where it is stated
TEXTS_REMEMBERED = 64
FEWEST_SHARED, SHARED = 2, 0.3
# So much of a word is its root, roughly, in any language that inflects at the end; shorter words say little
ROOT_CHARS, SHORTEST_ROOTED_CHARS = 5, 4
APOSTROPHES = str.maketrans("’‘“”„«»‚`´", "''\"\"\"\"\"'''")
ANY_APOSTROPHE = re.compile("[’‘“”„«»‚`´]")
# A word, with the signs on its letters that Indian and other scripts write vowels as; in Thai and Lao, whose words
# no space parts, what stands between such signs. Plain letters are looked for first: it takes a third of the time
SPACED_WORD = re.compile(rf"[a-zà-öø-ÿ]++(?=[ ,.])|[\u0e01-\u0eff]+?(?=[^\w]|$)|{LETTERS}")
LETTERS_OF = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True, slots=True)
class PageTitle:
    """``cuts`` are the readings of the line, from the whole to the shortest title; ``tails`` what is behind each."""

    cuts: tuple[str, ...]
    tails: tuple[tuple[str, ...], ...]


@lru_cache(maxsize=TEXTS_REMEMBERED)
def page_title(line: str) -> PageTitle | None:
    """The readings of a first line; ``None`` for one that is too long, too short or no title by its end."""
    text = fold(line)
    if not _may_be_title(text) or len(text) > LONGEST_TAB_CHARS:
        return None
    parting = list(PARTING.finditer(text))
    ends = [match.start() for match in parting]
    pieces = [text[a:b] for a, b in zip([0, *(m.end() for m in parting)], [*ends, len(text)], strict=True)]
    if is_menu_in_one_line(text):
        return None
    cuts, tails = [text], [()]  # type: list[str], list[tuple[str, ...]]
    for end, number in list(zip(reversed(ends), range(len(pieces) - 1, 0, -1), strict=True))[:MOST_PARTS]:
        cut = text[:end].strip()
        if len(pieces[number]) > LONGEST_OUTLET_CHARS or not _may_be_title(cut):
            break
        cuts.append(cut)
        tails.append(tuple(pieces[number:]))
    return PageTitle(tuple(cuts), tuple(tails))


def is_menu_in_one_line(text: str) -> bool:
    """Whether marks part a line into short entries alone: "Home | World | Election 2026 | Sport"."""
    if text.count(" | ") < FEWEST_OF_A_MENU - 1 or WIDE.search(text):
        return False
    return all(piece.strip().count(" ") <= 1 for piece in text.split(" | "))


def plain(text: str) -> str:
    """Words as they are compared: quotation marks and capitals make no difference."""
    folded = fold(text)
    # Most lines hold none, which is seen far sooner than they are translated
    return (folded.translate(APOSTROPHES) if ANY_APOSTROPHE.search(folded) else folded).casefold()


def bears(text: str, titles: Collection[str]) -> bool:
    """Whether a line is one of the titles, which are as ``plain`` gives them; most lines are told by their length."""
    near = [title for title in titles if abs(len(title) - len(text)) <= MOST_CHARS_APART]
    return bool(near) and plain(text) in near


@lru_cache(maxsize=TEXTS_REMEMBERED)
def telling(text: str) -> frozenset[str]:
    """The words of a text that say what it is about, in small letters; pairs of characters where no spaces are."""
    if WIDE.search(text):
        folded = re.sub(r"\W", "", text)
        return frozenset(folded[at : at + 2] for at in range(len(folded) - 1))
    return frozenset(word for word in SPACED_WORD.findall(text.casefold()) if len(word) >= TELLING_CHARS)


@lru_cache(maxsize=TEXTS_REMEMBERED)
def roots(text: str) -> frozenset[str]:
    """The beginnings of the words of a text, which its inflected forms share; pairs of characters without spaces."""
    if WIDE.search(text):
        return telling(text)
    words = SPACED_WORD.findall(text.casefold())
    return frozenset([word[:ROOT_CHARS] for word in words if len(word) >= SHORTEST_ROOTED_CHARS])


def surely_told(root: str, folded: str) -> bool:
    """Whether a word with a root stands in a casefolded text, told by the space before it: some such are not seen."""
    return len(root) == ROOT_CHARS and f" {root}" in folded


def shared(title: str, text: str) -> float:
    """How much of the telling words of two texts, of the shorter one, is common; 0 for fewer than two words."""
    one, other = telling(title), telling(text)
    common = len(one & other)
    return common / min(len(one), len(other)) if common >= FEWEST_SHARED else 0.0


def borne_out(title: PageTitle, above: Sequence[str], body: Sequence[str]) -> tuple[str, tuple[str, ...]] | None:
    """The title in a first line, and what stands behind it there; ``None`` if nothing below bears it out.

    ``above`` are the lines between it and the article; ``body`` the article's first paragraphs.
    """
    plain_cuts = [plain(cut) for cut in title.cuts]
    for cut, tail, plain_cut in zip(title.cuts, title.tails, plain_cuts, strict=True):
        if any(bears(line, (plain_cut,)) for line in above):
            return cut, tail
    words = telling(" ".join(body))
    wanted = telling(title.cuts[-1])
    if len(wanted & words) < max(min(FEWEST_SHARED, len(wanted)), SHARED * len(wanted)) or not wanted:
        return None
    return _by_outlet(title, above, words)


def _by_outlet(title: PageTitle, above: Sequence[str], words: frozenset[str]) -> tuple[str, tuple[str, ...]]:
    """The reading that ends where the outlet, or anything else that the article does not speak of, begins."""
    cut, tail = title.cuts[0], title.tails[0]
    for shorter, behind in zip(title.cuts[1:], title.tails[1:], strict=True):
        if not _is_behind(behind[0], above, words):
            break
        cut, tail = shorter, behind
    return cut, tail


def _is_behind(piece: str, lines: Sequence[str], words: frozenset[str]) -> bool:
    """Whether a piece is an outlet or a section, and no part of the title."""
    labels = [label for label in SECTION.split(piece) if label]
    if any(names_outlet(label, lines) or plain(label) in map(plain, lines) for label in labels):
        return True
    return not piece[:1].islower() and not telling(piece) & words


def outlet_among(tail: Sequence[str], lines: Sequence[str]) -> str | None:
    """The outlet among what stands behind a title: a host, else the last piece that other lines name too."""
    pieces = [piece for part in tail for piece in SECTION.split(part) if piece]
    pieces = [piece for piece in pieces if not stated_dates(piece, "en") and len(piece) >= 2]
    hosts = [piece for piece in pieces if HOST.fullmatch(piece)]
    if hosts:
        return hosts[0]
    named = [piece for piece in pieces if names_outlet(piece, lines)]
    return named[-1] if named else None


def last_name_among(tail: Sequence[str], sections: Collection[str]) -> str | None:
    """What a tab ends with behind a title that the page bears: the outlet, where it is no section, day or sentence."""
    pieces = [piece for part in tail for piece in SECTION.split(part) if piece]
    name = pieces[-1] if pieces else ""
    if len(name) < 2 or name[:1].islower() or name.casefold() in sections or YEAR.search(name):
        return None
    return None if ends_sentence(name) or not LETTERS_OF.search(name) else name


def names_outlet(outlet: str, texts: Sequence[str]) -> bool:
    """Whether other short lines of a page name an outlet among other words, as a label of its own name does not."""
    wanted = outlet.casefold()
    bare = WIDE.search(wanted) is not None
    pattern = re.compile(re.escape(wanted) if bare else rf"(?<!\w){re.escape(wanted)}(?!\w)")
    joined = wanted.replace(" ", "")
    for text in texts:
        if len(text) >= LONGEST_NAMING_CHARS:
            continue
        folded = text.casefold()
        if folded.strip() != wanted and (pattern.search(folded) or (len(joined) > 4 and f"{joined}." in folded)):
            return True
    return False


def date_of(line: str, language: str) -> str | None:
    """The date behind a title: "Title – Outlet – 13.06.2023"."""
    last = PARTING.split(fold(line))[-1]
    dates = stated_dates(last, language)
    stands_alone = len(dates) == 1 and dates[0].start == 0 and dates[0].end == len(last)
    return dates[0].day if stands_alone and dates[0].names_a_day else None


def _may_be_title(text: str) -> bool:
    if WIDE.search(text):
        return len(text) >= SHORTEST_WIDE_CHARS
    return len(text) >= SHORTEST_TITLE_CHARS and text.count(" ") >= 1
