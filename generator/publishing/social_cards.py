"""Pictures that stand beside a link to the dossier in messages and networks: front page and themes.

Takes a dossier that states its address (such pictures are asked for by their whole address) and writes PNG files of
1200 by 630 pixels into the built site. Needs the extra ``cards``; without it, or for a script that its face has no
letters for, a page simply has no picture. The same dossier gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from generator.model import Dossier, Edition
from generator.publishing.interface import Interface

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

WIDTH, HEIGHT = 1200, 630
MARGIN = 84
PAPER, INK, SOFT, ACCENT = "#fcfbf8", "#1b2023", "#545c60", "#0f5560"
# Where the title begins, and where everything but the foot ends.
TOP, BOTTOM = 150, 520
TEXT_SIZE, FOOT_SIZE = 38, 30
TITLE_SIZES = (100, 84, 72, 60, 50)
LEADING, SPACE = 1.22, 0.25
BOLD, REGULAR = "SourceSerifPro-Bold.ttf", "SourceSerifPro-Regular.ttf"


@dataclass(frozen=True, slots=True)
class SocialCard:
    """A picture: where it is, from the root of the site, and the words on it from top to bottom."""

    address: str
    name: str
    title: str
    text: str
    foot: str


def card_address(page: str) -> str:
    """Where the picture of a page is: "themes/energy.html" has "assets/cards/energy.png"."""
    return f"assets/cards/{Path(page).stem}.png"


def has_card(dossier: Dossier, title: str) -> bool:
    """Whether a page with this title gets a picture."""
    wanted = dossier.settings.site_url is not None and dossier.edition is Edition.PUBLIC
    return wanted and _can_draw() and _has_letters(f"{title}{dossier.settings.title}")


def write_cards(site_folder: Path, dossier: Dossier, interface: Interface) -> tuple[Path, ...]:
    """Draw the pictures of all pages that have one; gives their paths."""
    return tuple(_drawn(site_folder, card) for card in _cards(dossier, interface))


def _cards(dossier: Dossier, interface: Interface) -> Iterator[SocialCard]:
    settings = dossier.settings
    as_of = f"{interface.gettext('As of')} {interface.date(dossier.as_of)}" if dossier.as_of else ""
    titles = {briefing.theme.id: briefing.theme.title(settings.language) for briefing in dossier.briefings}
    if has_card(dossier, settings.title):
        yield SocialCard(card_address("index.html"), "", settings.title, " · ".join(titles.values()), as_of)
    for briefing in dossier.briefings:
        title, answer = titles[briefing.theme.id], briefing.bottom_line
        if has_card(dossier, title):
            text = answer.text if answer and _has_letters(answer.text) else ""
            yield SocialCard(card_address(f"themes/{briefing.theme.id}.html"), settings.title, title, text, as_of)


def _drawn(site_folder: Path, card: SocialCard) -> Path:
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, WIDTH, 14), fill=ACCENT)
    plain, small = _face(REGULAR, TEXT_SIZE), _face(REGULAR, FOOT_SIZE)
    _write(draw, 80, [_fitting(draw, card.name, plain)], plain, ACCENT)
    face, lines = _set(draw, card.title)
    _write(draw, TOP, lines, face, INK)
    below = TOP + len(lines) * face.size * LEADING + 24
    text = _cut(draw, _lines(draw, card.text, plain), plain, int((BOTTOM - below) / (TEXT_SIZE * LEADING)))
    _write(draw, below, text, plain, INK)
    _write(draw, BOTTOM + 16, [card.foot], small, SOFT)
    target = site_folder / card.address
    target.parent.mkdir(parents=True, exist_ok=True)
    picture.save(target, "PNG", optimize=True)
    return target


def _write(draw: ImageDraw, top: float, lines: list[str], face: FreeTypeFont, colour: str) -> None:
    """Set lines word by word, each by its width as drawn."""
    for number, line in enumerate(lines):
        left = float(MARGIN)
        for word in line.split():
            draw.text((left, top + number * face.size * LEADING), word, fill=colour, font=face)
            left += _word_width(draw, word, face) + face.size * SPACE


def _width(draw: ImageDraw, line: str, face: FreeTypeFont) -> float:
    words = line.split()
    return sum(_word_width(draw, word, face) for word in words) + (len(words) - 1) * face.size * SPACE


def _word_width(draw: ImageDraw, word: str, face: FreeTypeFont) -> float:
    """What a word takes; its ink counts too, since the face's per cent sign is wider than it says."""
    return max(draw.textlength(word, font=face), float(draw.textbbox((0, 0), word, font=face)[2]))


def _set(draw: ImageDraw, title: str) -> tuple[FreeTypeFont, list[str]]:
    """The title in the largest size in which it takes few enough lines; what is longer yet is cut."""
    for size in TITLE_SIZES:
        face = _face(BOLD, size)
        lines = _lines(draw, title, face)
        if len(lines) * size * LEADING <= BOTTOM - TOP:
            break
    return face, _cut(draw, lines, face, int((BOTTOM - TOP) / (face.size * LEADING)))


def _cut(draw: ImageDraw, lines: list[str], face: FreeTypeFont, most: int) -> list[str]:
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], _fitting(draw, " ".join(lines[most - 1 :]), face)] if most > 0 else []


def _lines(draw: ImageDraw, title: str, face: FreeTypeFont) -> list[str]:
    lines: list[str] = []
    for word in title.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _width(draw, longer, face) <= WIDTH - 2 * MARGIN:
            lines[-1] = longer
        else:
            lines.append(_fitting(draw, word, face))
    return lines


def _fitting(draw: ImageDraw, text: str, face: FreeTypeFont) -> str:
    """As much of a line as there is room for."""
    if _width(draw, text, face) <= WIDTH - 2 * MARGIN:
        return text
    while text and _width(draw, f"{text} …", face) > WIDTH - 2 * MARGIN:
        text = text.rpartition(" ")[0] or text[:-1]
    return f"{text.rstrip(' ·')} …"


@cache
def _can_draw() -> bool:
    return find_spec("PIL") is not None and find_spec("font_source_serif_pro") is not None


@cache
def _face(name: str, size: int) -> FreeTypeFont:
    from PIL import ImageFont

    path = files("font_source_serif_pro") / "files" / name
    # the simple layout is the same wherever it is drawn; a machine may lack the library for the other
    return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _has_letters(text: str) -> bool:
    """Whether the face has every letter: one that it lacks is drawn as the same empty box as no letter at all."""
    face = _face(BOLD, TEXT_SIZE)
    missing = bytes(face.getmask("\uffff"))
    return all(character.isspace() or bytes(face.getmask(character)) != missing for character in text)
