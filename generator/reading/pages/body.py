"""Which blocks of a page are its article, and what the others are: a verdict over each, then a look at the whole.

Takes the blocks of a page and what the page says of itself; gives every block a role with a reason, in reading order.
The rules of ``VERDICTS`` see one block each, the first that speaks decides; those of ``CORRECTIONS`` see all verdicts
and set right what only the whole shows: a lead above the text, a box inside it, what follows its end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from generator.languages import available, words
from generator.model import LineRole
from generator.reading.assembly import Piece
from generator.reading.pages.blocks import Page
from generator.reading.pages.known import Known, squeeze
from generator.reading.pages.region import HEADINGS, OUTSIDE, SENTENCE_END, View, view, weight
from generator.reading.pages.settings import Setting

Verdict = tuple[LineRole, str]

COMMENTS_REASON = "readers' comments"
TITLE_REASON = "the title"
TEASER_REASON = "teaser of another article"
FOLLOWING_REASON = "another article below"
# Reasons of those blocks whose prose is somebody else's: no other reader is asked about them.
SOMEBODY_ELSES = (COMMENTS_REASON, TEASER_REASON, FOLLOWING_REASON)
REASONS = (
    (Setting.HIDDEN, LineRole.OTHER, "not shown on the page"),
    (Setting.COMMENTS, LineRole.OTHER, COMMENTS_REASON),
    (Setting.CONSENT, LineRole.APPEAL, "asks for consent"),
    (Setting.NAVIGATION, LineRole.NAVIGATION, "menu or footer"),
    (Setting.FORM, LineRole.APPEAL, "form or overlay"),
    (Setting.ADVERT, LineRole.ADVERT, "advert"),
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
# Where no lead stands, even if its words are the page's description.
NO_LEAD = Setting.HIDDEN | Setting.CAPTION | Setting.COMMENTS | Setting.FORM
# The word lists of a language that announce what is no article, and how long such a line is.
ANNOUNCED = (
    ("sharing", LineRole.NAVIGATION),
    ("account", LineRole.NAVIGATION),
    ("related", LineRole.NAVIGATION),
    ("appeal", LineRole.APPEAL),
    ("advert", LineRole.ADVERT),
    ("announcement", LineRole.ADVERT),
)
LONGEST_ANNOUNCEMENT = 40
# How far from its beginning a line may have the colon of a label; letters of languages that put no space between words.
LONGEST_LABEL, UNSPACED = 40, re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]{3}")
# Buttons in a row: "Print | Send", "Share · Save"
BETWEEN_BUTTONS = re.compile(r"[|·•/]")
# Reason of a verdict that depends on what stands around the line.
SHORT = "short line among paragraphs of the article"
# A caption is short; a longer text in an element named after pictures is text with a picture.
PICTURE_CHARS = 300
# A text that stands alone with a picture, in an element that is not called after one, is shorter than this.
CAPTION_CHARS = 200
# A sentence that tells something, though most of it is a link: it ends with a full stop.
TOLD, TOLD_CHARS = re.compile(r"[.。।][\"”“»]?$"), 60
# How far from the end of a line the credit of a picture begins, and the marks that one has.
CREDIT_CHARS, CREDIT_MARK = 90, re.compile(r"[:©|/]|\bby\s")
# A block longer than this is no box beside the text, whatever its element.
BOX_CHARS = 400
# The share of the text in paragraphs from which what stands in no paragraph is strange.
IN_PARAGRAPHS = 0.8
# Blocks that are compared with each other for repeats; no article has more.
MOST_COMPARED = 500
# How many blocks above the text a title may stand that is no heading of the first level.
NEAR = 12


def choose(page: Page, known: Known) -> tuple[Piece, ...]:
    """Every block of the page as a piece with its role and reason, in reading order."""
    seen = view(page, known)
    pieces = [Piece(block.text, *_verdict(seen, number)) for number, block in enumerate(page.blocks)]
    for correct in CORRECTIONS:
        pieces = correct(seen, pieces)
    return tuple(pieces)


def _verdict(seen: View, number: int) -> Verdict:
    for rule in VERDICTS:
        found = rule(seen, number)
        if found is not None:
            return found
    return LineRole.OTHER, "short line"


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
    return (LineRole.NAVIGATION, "leads elsewhere") if block.linked >= 0.95 or ARROW.match(block.text) else None


def _announcing(seen: View, number: int) -> Verdict | None:
    """A line of nothing but words that announce an advert, other articles or buttons: "Advertisement", "Read more:"."""
    text = seen.page.blocks[number].text
    label, colon, _ = text[:LONGEST_LABEL].partition(":")
    if colon and len(text) < PICTURE_CHARS and label.casefold().startswith(_pointers()):
        return LineRole.NAVIGATION, "points to another article"
    if len(text) > LONGEST_ANNOUNCEMENT:
        return None
    said = [part.strip(" :.–—-*").casefold() for part in BETWEEN_BUTTONS.split(text) if part.strip(" :.–—-*")]
    roles = [_announcements().get(part) for part in said]
    return (roles[0], "announces something else") if roles and roles[0] and all(roles) else None


@cache
def _pointers() -> tuple[str, ...]:
    """What opens a line that points to another article, in any language, if a colon follows: "Read also: …"."""
    listed = {word.casefold() for language in available() for word in words(language, "lines", "related")}
    return tuple(sorted(word for word in listed if " " in word or UNSPACED.search(word)))


@cache
def _announcements() -> Mapping[str, LineRole]:
    """What such lines say in any language, with the role of the line."""
    return {
        word.casefold(): role
        for language in available()
        for key, role in ANNOUNCED
        for word in words(language, "lines", key)
    }


def _recorded(seen: View, number: int) -> Verdict | None:
    if seen.recorded[number] and seen.inside[number]:
        return LineRole.BODY, "stands in the page's own record of the article"
    return None


def _enclosed(seen: View, number: int) -> Verdict | None:
    setting = seen.settings[number]
    if setting & OUTSIDE:
        return next((role, reason) for sign, role, reason in REASONS if sign in setting)
    if len(text := seen.page.blocks[number].text) < PICTURE_CHARS and _ends_with_credit(text):
        return LineRole.CAPTION, "ends with the credit of a picture"
    if Setting.PICTURE in setting and len(text) < PICTURE_CHARS:
        return LineRole.CAPTION, "caption of a picture"
    if len(text) < CAPTION_CHARS and seen.page.blocks[number].node in seen.beside_pictures:
        return LineRole.CAPTION, "alone with a picture"
    return None


def _ends_with_credit(text: str) -> bool:
    """Whether a line ends with the credit of a picture: "Kräne am Südkai. Foto: Jonas Reet"."""
    end = text[-CREDIT_CHARS:]
    return bool(CREDIT_MARK.search(end)) and bool(_credit().search(end))


@cache
def _credit() -> re.Pattern[str]:
    """The credit of a picture at the end of a line, in any language."""
    named = {word for language in available() for word in words(language, "lines", "picture") if " " not in word}
    listed = "|".join(map(re.escape, sorted(named, key=len, reverse=True)))
    return re.compile(rf"(?<![^\s(.|/])(?:{listed})\s?(?:[:©|/]|by\s)[^.!?]{{2,60}}\)?\.?$", re.IGNORECASE)


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
    return (LineRole.SUBHEAD, "short line in bold") if bold and block.linked < 0.5 else None


def _linked(seen: View, number: int) -> Verdict | None:
    block = seen.page.blocks[number]
    told = TOLD.search(block.text) and len(block.text) >= TOLD_CHARS and seen.kind(number) in seen.paragraphs
    links = block.linked >= (0.9 if told else 0.75) or (block.linked >= 0.5 and not SENTENCE_END.search(block.text))
    return (LineRole.NAVIGATION, "made of links") if links else None


def _prose(seen: View, number: int) -> Verdict | None:
    block, tag = seen.page.blocks[number], seen.tag(number)
    paragraph = tag in ("p", "li", "blockquote") or seen.kind(number) in seen.paragraphs
    if weight(block) or (paragraph and SENTENCE_END.search(block.text)):
        return LineRole.BODY, "prose in the region of the article"
    return (LineRole.BODY, SHORT) if tag in ("p", "li") or block.node in seen.prosaic else None


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
    _prose,
)


def _between_prose(seen: View, pieces: list[Piece]) -> list[Piece]:
    """A short line that is no sentence belongs to the text only where prose in like company stands around it."""
    prose = [n for n, piece in enumerate(pieces) if piece.role is LineRole.BODY and piece.reason != SHORT]
    first, last = (prose[0], prose[-1]) if prose else (0, -1)
    companies = {seen.company(number) for number in prose} | {seen.host(number) for number in prose}
    return [
        replace(piece, role=LineRole.OTHER, reason="short line")
        if piece.reason == SHORT and not (first < number < last and seen.host(number) in companies)
        else piece
        for number, piece in enumerate(pieces)
    ]


def _title_above(_: View, pieces: list[Piece]) -> list[Piece]:
    """Where no heading of the first level is the title, its last words above the text are."""
    first = next(iter(_body(pieces)), len(pieces))
    above = range(max(0, first - NEAR), first)
    if any(piece.role is LineRole.TITLE for piece in pieces):
        return pieces
    title = next((n for n in reversed(above) if pieces[n].reason == TITLE_REASON), None)
    return [replace(piece, role=LineRole.TITLE) if number == title else piece for number, piece in enumerate(pieces)]


def _lead(seen: View, pieces: list[Piece]) -> list[Piece]:
    """The lead between title and text belongs to the article wherever the page's maker put it."""
    first = next(iter(_body(pieces)), len(pieces))
    titles = [n for n in range(first) if seen.tag(n) == "h1" or pieces[n].role is LineRole.TITLE]
    start = max(titles, default=max(0, first - NEAR))
    return [
        replace(piece, role=LineRole.BODY, reason="lead of the article")
        if start <= number < first and piece.role is not LineRole.CAPTION and _is_lead(seen, number)
        else piece
        for number, piece in enumerate(pieces)
    ]


def _is_lead(seen: View, number: int) -> bool:
    """Whether a block above the text is the page's description, is called a lead, or is prose."""
    block, setting = seen.page.blocks[number], seen.settings[number]
    said, description = squeeze(block.text), seen.known.description
    if block.linked >= 0.5 or said in seen.known.titles:
        return False
    if len(said) >= 30 and description and (said in description or description[:60] in said):
        return not setting & NO_LEAD
    called = Setting.LEAD in setting and len(block.text) >= 40
    return not setting & OUTSIDE & ~Setting.NAVIGATION and (called or (len(block.text) >= 80 and weight(block) > 0))


def _unrecorded(seen: View, pieces: list[Piece]) -> list[Piece]:
    """Where the page's record has nearly all of the text, what it does not have is no part of the article."""
    body = _body(pieces)
    covered = sum(len(pieces[n].text) for n in body if seen.recorded[n])
    if not covered or covered < 0.8 * sum(len(pieces[n].text) for n in body):
        return pieces
    first = next(n for n in body if seen.recorded[n])
    return _left_out(
        pieces,
        [n for n in body if n > first and not seen.recorded[n] and len(pieces[n].text) >= 25],
        "not in the page's record of the article",
    )


def _below_comments(seen: View, pieces: list[Piece]) -> list[Piece]:
    """What stands below a heading that announces readers' comments is theirs: "12 Kommentare".

    Without a number the heading may be the article's own ("Discussion"), unless a button to reply stands below it.
    """
    body = _body(pieces)
    announced = (
        number
        for number in range(body[1] + 1 if len(body) > 1 else len(pieces), len(pieces))
        if seen.tag(number) in HEADINGS and _announces_comments(seen.page.blocks[number].text)
        if any(map(str.isdigit, seen.page.blocks[number].text))
        or any(_announces_comments(block.text) for block in seen.page.blocks[number + 1 :])
    )
    first = next(announced, len(pieces))
    return [
        replace(piece, role=LineRole.OTHER, reason=COMMENTS_REASON)
        if number >= first and piece.role in (LineRole.BODY, LineRole.SUBHEAD)
        else piece
        for number, piece in enumerate(pieces)
    ]


def _announces_comments(text: str) -> bool:
    """Whether a line is one of the words for comments in some language, perhaps with their number."""
    said = text.casefold().strip(" 0123456789()[]:.·-–—")
    return len(text) <= LONGEST_ANNOUNCEMENT and said in _comment_words()


@cache
def _comment_words() -> frozenset[str]:
    return frozenset(
        word.casefold() for language in available() for word in words(language, "lines", "comments") if len(word) > 4
    )


def _strangers(seen: View, pieces: list[Piece]) -> list[Piece]:
    """Where nearly all of the text is in paragraphs, a box among them and lines after the last one are left out."""
    body = _body(pieces)
    total = sum(len(pieces[n].text) for n in body)
    paragraphs = [n for n in body if seen.tag(n) == "p"]
    if not paragraphs or sum(len(pieces[n].text) for n in paragraphs) < IN_PARAGRAPHS * total:
        return pieces
    sizes: dict[tuple[str, str], int] = {}
    for number in body:
        sizes[seen.company(number)] = sizes.get(seen.company(number), 0) + len(pieces[number].text)
    most = max(sizes, key=lambda company: sizes[company])
    last = max(n for n in body if seen.company(n) == most) if sizes[most] >= 0.85 * total else body[-1]
    candidates = [n for n in body if n > paragraphs[0] and not seen.recorded[n] and len(pieces[n].text) <= BOX_CHARS]
    boxes = [n for n in candidates if seen.tag(n) not in ("p", "li", "blockquote")]
    after = [n for n in candidates if n > last and sizes[seen.company(n)] < 0.05 * total]
    return _left_out(_left_out(pieces, boxes, "in a box of its own"), after, "after the end of the article")


def _repeats(_: View, pieces: list[Piece]) -> list[Piece]:
    """A block whose words stand in another block of the text too (a pull quote) is a repeat."""
    squeezed = {number: squeeze(pieces[number].text) for number in _body(pieces)}
    whole = "\n".join(list(squeezed.values())[:MOST_COMPARED])
    first: dict[str, int] = {}
    found = list(pieces)
    for number, said in list(squeezed.items())[:MOST_COMPARED]:
        again = first.setdefault(said, number) != number
        if 20 <= len(said) <= 300 and (again or _in_longer(said, whole)):
            found[number] = replace(found[number], role=LineRole.REPEAT, reason="stands in the text again")
    return found


def _in_longer(said: str, whole: str) -> bool:
    """Whether squeezed words stand inside a longer line of the squeezed text."""
    at = whole.find(said)
    while at >= 0:
        end = at + len(said)
        if whole[max(0, at - 1) : at].strip() or whole[end : end + 1].strip():
            return True
        at = whole.find(said, end)
    return False


def _headings(seen: View, pieces: list[Piece]) -> list[Piece]:
    """A sub-heading heads body text; one that nothing follows, or whose neighbours are no text, is another's."""
    follows = False
    found = list(pieces)
    for number in range(len(pieces) - 1, -1, -1):
        role = pieces[number].role
        if role is LineRole.BODY:
            follows = True
        elif role is LineRole.TITLE or (
            role is LineRole.SUBHEAD and follows and not _heads_elsewhere(seen, number, pieces)
        ):
            follows = False
        elif role is LineRole.SUBHEAD:
            found[number] = replace(pieces[number], role=LineRole.OTHER, reason="heading without text")
    return found


def _heads_elsewhere(seen: View, number: int, pieces: Sequence[Piece]) -> bool:
    """Whether a heading shares its enclosure with other blocks, none of which is body text."""
    blocks = seen.page.blocks
    parent = seen.page.nodes[blocks[number].node].parent
    near = (*range(max(0, number - 6), number), *range(number + 1, min(len(pieces), number + NEAR)))
    others = [n for n in near if parent in seen.page.ancestors(blocks[n].node)]
    return bool(others) and not any(pieces[n].role is LineRole.BODY for n in others)


CORRECTIONS: tuple[Callable[[View, list[Piece]], list[Piece]], ...] = (
    _between_prose,
    _title_above,
    _lead,
    _unrecorded,
    _below_comments,
    _strangers,
    _repeats,
    _headings,
)


def _body(pieces: Sequence[Piece]) -> list[int]:
    return [number for number, piece in enumerate(pieces) if piece.role is LineRole.BODY]


def _left_out(pieces: list[Piece], numbers: Sequence[int], reason: str) -> list[Piece]:
    out = frozenset(numbers)
    return [
        replace(piece, role=LineRole.OTHER, reason=reason) if number in out else piece
        for number, piece in enumerate(pieces)
    ]
