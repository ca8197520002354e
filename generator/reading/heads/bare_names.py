"""Authors whom a head names without a word such as "By": a line of names right beside the date, below the title.

Takes the lines around the article and the language; gives the names. Such a line can also be a section, a place or
a subject, so that it counts only where nothing else on the page knows its words: the article speaks of its subject and
its places, the menu lists its sections, and an agency or an outlet is no person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from generator.languages import words
from generator.model import Line, LineRole, fold
from generator.reading.heads.between_names import author_mark
from generator.reading.heads.names import kind_in, supplier_in
from generator.reading.heads.parts import names_an_outlet
from generator.reading.heads.person_names import CAPITALISED, is_newspaper, is_office, is_outlet, usual_particles
from generator.reading.heads.stated_dates import stated_dates, week_days
from generator.reading.heads.title_line import taken_apart
from generator.reading.marks import HOST
from generator.reading.phrases import hits_of
from generator.reading.wide_letters import HAN, HANGUL, KANA

LONGEST_CHARS = 80
MOST_NAMES = 4
NEAR_TITLE_LINES = 10
SHORT_WORD_CHARS = 3
FEWEST_OF_SMALL_WORD = 2
LONGEST_OFFICE_CHARS = 60
LONGEST_OUTLET_CHARS, MOST_WORDS_OF_AN_OUTLET = 40, 5
# A name in wide letters, whole: "高瀬真理"
WIDE_NAME = re.compile(rf"[{KANA}{HAN}{HANGUL}]{{3,6}}")
# A dash between names and a date or a place: "A. Name — 22 May 2024"
DASH = re.compile(r"\s[–—-]\s")


def names_beside_date(spoken: Sequence[Line], title: int | None, language: str) -> tuple[tuple[str, ...], Line] | None:
    """The names and the line that bears them; ``spoken`` are all lines that are not blank, ``title`` its number.

    ``None`` where no line is beyond doubt.
    """
    if title is None:
        return None
    body = " ".join(line.text for line in spoken if line.kept)
    last = max((line.number for line in spoken if line.kept and line.role is LineRole.BODY), default=title)
    below = [line for line in spoken if title < line.number < last][:NEAR_TITLE_LINES]
    named: list[str] = []
    for line in below:
        found = _names_in(line, language)
        if len(found) > 1 and names_an_outlet(found[-1], language):
            found = found[:-1]  # "A. Name, The Grain Letter"
        if not found or not all(is_author(name, line, spoken, body, language) for name in found):
            named = []
            continue
        named += found
        at = spoken.index(line)
        below_title = at > 0 and spoken[at - 1].number == title
        around = spoken[max(0, at - 1 - below_title) : at + 2]
        dated = any(one.role is LineRole.DATELINE for one in around)
        dated = dated or (below_title and taken_apart(spoken[at - 1].text, language) is not None)
        if dated or _is_office_line(spoken[at + 1 : at + 2]):
            return tuple(dict.fromkeys(named)), line
    return None


def outlet_before_date(spoken: Sequence[Line], title: int | None, language: str) -> tuple[str, Line] | None:
    """The outlet and the line right below the title that consists of it and the day: "Harbour Ledger, 5 June 2026"."""
    below = next((line for line in spoken if title is not None and line.number > title), None)
    if below is None or below.role is not LineRole.DATELINE:
        return None
    text = fold(below.text)
    dates = stated_dates(text, language)
    name = text[: dates[0].start].strip(" |•·/-–—,") if dates else ""
    return (name, below) if bare_name().fullmatch(name) and names_an_outlet(name, language) else None


def outlet_above_title(spoken: Sequence[Line], title: int | None, language: str) -> tuple[str, Line] | None:
    """The outlet and the first line of all, which it fills, right above the title: "The Harbour Ledger".

    A word for a newspaper tells it; words that sections bear too ("Local News", "Presse") do not.
    """
    if len(spoken) < 2 or spoken[1].number != title or len(spoken[0].text) > LONGEST_OUTLET_CHARS:
        return None
    name = fold(spoken[0].text)
    words_of = name.split()
    if (
        not 2 <= len(re.split(r"[\s-]", name)) <= MOST_WORDS_OF_AN_OUTLET
        or not name[:1].isalpha()
        or name[:1].islower()
    ):
        return None
    plain = all(part.replace("-", "").replace("’", "").replace("'", "").isalpha() for part in words_of)
    if not plain or kind_in(name, language) is not None or stated_dates(name, language):
        return None
    return (name, spoken[0]) if is_newspaper(name) else None


def _is_office_line(below: Sequence[Line]) -> bool:
    """Whether the line below a name says what the person does: "redaktorka", "Business reporter"."""
    return any(not line.kept and len(line.text) <= LONGEST_OFFICE_CHARS and is_office(line.text) for line in below)


def _names_in(line: Line, language: str) -> tuple[str, ...]:
    """The names that a line consists of, before its date where it has one, and without the place they write from."""
    if line.kept or len(line.text) > LONGEST_CHARS or line.role is LineRole.CAPTION:
        return ()
    text = fold(line.text)
    dates = stated_dates(text, language)
    if dates:
        text = text[: dates[0].start]
    if (behind := _behind_desk(text.strip(" |•·/-–—,"), language)) is not None:
        return (behind,)
    parts = [_place(language).sub("", part.strip(" |•·/-–—,")) for part in DASH.split(text)]
    pieces = [piece.strip(" |•·/-–—,") for part in parts for piece in author_mark(language).split(part)]
    pieces = [piece for piece in pieces if piece and piece.casefold() not in week_days(language)]
    pieces = [piece for piece in pieces if not HOST.fullmatch(piece)]
    named = 0 < len(pieces) <= MOST_NAMES and all(bare_name().fullmatch(piece) for piece in pieces)
    return tuple(dict.fromkeys(pieces)) if named else ()


def _behind_desk(text: str, language: str) -> str | None:
    """The reporter behind a desk or an office, in wide letters: "高瀬真理" of "経済部 高瀬真理"."""
    desk, _, name = text.replace("＝", " ").partition(" ")
    endings = tuple(words(language, "pages", "desks"))
    named = WIDE_NAME.fullmatch(name.strip()) is not None
    return name.strip() if endings and named and len(desk) > 1 and desk.endswith(endings) else None


@cache
def bare_name() -> re.Pattern[str]:
    """Two or three words with capitals, with the small words that stand in names: "A. van Name"."""
    last = r"(?:\s+[^\W\d_a-zß-ÿ][\w’'.-]+){1,2}"
    return re.compile(rf"{CAPITALISED}(?:\s+(?:{usual_particles()})){{0,2}}{last}")


@cache
def _place(language: str) -> re.Pattern[str]:
    """The place behind a name, " in Kyiv": a word that leads to places and one or two words with capitals."""
    listed = [*words(language, "names", "place_prepositions"), *words("en", "names", "place_prepositions")]
    choices = "|".join(map(re.escape, dict.fromkeys(listed)))
    return re.compile(rf"\s(?:{choices})\s{CAPITALISED}(?:\s{CAPITALISED})?$")


def is_author(name: str, line: Line, spoken: Sequence[Line], body: str, language: str) -> bool:
    """Whether nothing on the page knows a name as something else than an author's."""
    if (
        name in body.replace(f"{name}:", "")
        or name.isupper()
        or supplier_in(name) is not None
        or names_an_outlet(name, language)
        or is_outlet(name)
        or kind_in(name, language) is not None
    ):
        return False
    if hits_of(name, language):
        return False
    opens = name.split(maxsplit=1)[0].lower()
    if _times(opens, body) >= FEWEST_OF_SMALL_WORD:
        return False  # "The Essentials" above a summary: its first word is a small word of the article's
    parts = [part for part in name.split() if len(part) > SHORT_WORD_CHARS]
    if any(_times(part.lower(), body) for part in parts):
        return False
    return not any(_uses(other.text, name, parts) for other in spoken if other.number < line.number)


def _times(word: str, body: str) -> int:
    """How often a word stands in a text by itself; most do nowhere, and no pattern is made for them."""
    return len(re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", body)) if word in body else 0


def _uses(text: str, name: str, parts: Sequence[str]) -> bool:
    """Whether a line above holds the name, or is one of its words: a menu does."""
    return name.casefold() in text.casefold() or fold(text) in parts
