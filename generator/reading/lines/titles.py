"""Which lines above an article are its title, its kicker and repeats of the title.

Takes the paragraphs of a text and which of them are kept; gives the roles of those above the article's first prose.
The title is what the page's first line repeats, else what says most like it, else the last line that may be one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set

from generator.model import LineRole
from generator.reading.heads.bare_names import bare_name
from generator.reading.heads.labels import labelled
from generator.reading.heads.menus import section_names
from generator.reading.heads.names import kind_in
from generator.reading.heads.page_title import PARTING, borne_out, is_menu_in_one_line, page_title, roots, shared
from generator.reading.heads.parts import names_an_outlet
from generator.reading.heads.person_names import is_newspaper, is_outlet
from generator.reading.heads.title_line import section_before
from generator.reading.lines.first_line import LIKE_FIRST_LINE, most_alike, named_by
from generator.reading.lines.roles import furniture_role
from generator.reading.marks import ADDRESS, DIGIT, GLUED, HOST, INNER_END, RIGHTS, SEPARATORS, UNMARKED, ends_sentence
from generator.reading.paragraphs import LineGroup
from generator.reading.phrases import READ_CHARS, hits_of
from generator.reading.wide_letters import WIDE

HEAD_PARAGRAPHS = 14
# A title that nothing else confirms stands no further above the article
NEAR_BODY_PARAGRAPHS = 9
# One whose words the first line shares may stand further above
ALIKE_PARAGRAPHS = 40
BODY_PARAGRAPHS = 12
TITLE_CHARS = (12, 360)
LONG_TITLE_CHARS = 120
# A title that is shorter than others, where its place tells that it is one; wide letters count twice
SHORTEST_SAID = 5
# What a sentence or a label ends with and a title does not
NO_TITLE_ENDS = (".", ":", ",", ";", "。", "：", "।", "۔")
LEGAL_CHARS = 60
BUTTON_CHARS = 25
# A summary between title and byline: longer than a label, shorter than a paragraph with anything else in it
LEAD_CHARS, LEAD_SHARE = (30, 420), 0.2
# A sentence with the title's words is the lead, and no wording of the title, where it is so much longer
LONGER_THAN_TITLE = 1.5
# What asks readers for something sums no article up
OFFERING = frozenset({"address", "appeal", "account", "legal", "sharing", "media", "advert"})
# How many roots of its words a title that nothing repeats has in common with the article, and how much of them
FEWEST_ROOTS, SPOKEN_SHARE = 2, 0.35
# With so many more of them in common a line is the title, and one that the page says twice is another article's
CLEARLY_MORE_ROOTS = 2
# So many names of sections, and so much of a line, make it a menu
FEWEST_SECTIONS, SECTIONS_SHARE = 3, 0.6
# No kicker has so many characters
LONGER_THAN_KICKERS = 40
# A line no longer than this right above another one that may be the title says what it is about
KICKER_CHARS = 30


def head_roles(found: Sequence[LineGroup], kept: Sequence[bool], language: str) -> dict[int, LineRole]:
    """Title, kicker and repeats of the title among the paragraphs above the article's first prose."""
    first = next((n for n, p in enumerate(found) if kept[n] and _is_prose(p.text)), None)
    if first is None:  # an article of short sentences
        first = next((n for n, p in enumerate(found) if kept[n] and ends_sentence(p.text)), None)
    if not first:
        return {}  # nothing stands above it
    window = range(max(0, first - HEAD_PARAGRAPHS), first)
    below = Counter(paragraph.folded for paragraph in found[first:])
    contents = _contents(found, window, kept)
    candidates = [
        n
        for n in window
        if _may_be_title(found[n].text, language) and below[found[n].folded] < 2 and found[n].folded not in contents
    ]
    labels = [n for n in candidates if (label := labelled(found[n].folded)) is not None and label.field == "title"]
    title = labels[0] if labels else _title_among(found, candidates, first, kept, language)
    if title is None:
        return {0: LineRole.TITLE} if _is_short_title(found, first, kept, language) else {}
    roles = {title: LineRole.TITLE}
    wanted = found[title].folded
    for number, paragraph in enumerate(found):
        if number != title and paragraph.folded == wanted:
            roles[number] = LineRole.REPEAT
    lead = title + 1
    while lead < first and _is_lead(found, title, lead, kept, first, language):
        roles[lead] = LineRole.BODY
        if ends_sentence(found[lead].text):
            break  # where none ends, each is a point of a list
        lead += 1
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


def _is_short_title(found: Sequence[LineGroup], first: int, kept: Sequence[bool], language: str) -> bool:
    """Whether the first line is the title, though it is as short as a label: "Land unter", "断水続く".

    Nothing but author and day stands between it and the article, and it is no section, outlet or name. A single word,
    or a line that no author and day tell to be the title, is one the article speaks of.
    """
    text = found[0].folded
    if len(text) + len(WIDE.findall(text)) < SHORTEST_SAID or len(text) >= TITLE_CHARS[0]:
        return False
    between = [furniture_role(found[n].text, language, surely=True) for n in range(1, first)]
    if any(role not in (LineRole.BYLINE, LineRole.DATELINE) for role in between):
        return False
    if text[0].islower() or not text[-1].isalnum() or text.isupper() or hits_of(text, language):
        return False
    if (
        text.casefold() in section_names(language)
        or kind_in(text, language)
        or bare_name().fullmatch(text)
        or is_outlet(text)
    ):
        return False
    words_of_it = " " in text or WIDE.search(text) is not None
    if between and words_of_it:
        return True
    return bool(between or words_of_it) and bool(roots(text) & _spoken(found, kept, first))


def _contents(found: Sequence[LineGroup], above: range, kept: Sequence[bool]) -> set[str]:
    """The entries of a table of contents above the article: several of its headings; one alone is its title again."""
    headings = {found[n].folded for n in range(above.stop, len(found) - 1) if kept[n] or kept[n + 1]}
    entries = headings & {found[n].folded for n in above}
    return entries if len(entries) > 1 else set()


def _is_lead(
    found: Sequence[LineGroup], title: int, number: int, kept: Sequence[bool], first: int, language: str
) -> bool:
    """Whether a line below the title sums the article up: of the article's words, no caption, not the title."""
    text = found[number].text
    if not LEAD_CHARS[0] <= len(text) <= LEAD_CHARS[1] or furniture_role(text, language, surely=True) is not None:
        return False
    if _reads_like_a_caption(text) or any(hit.endswith(":begins") for hit in hits_of(text, language)):
        return False
    told = ends_sentence(text) and len(text) > LONGER_THAN_TITLE * len(found[title].text)
    if told and number == title + 1 and _is_signed_below(found, number, language):
        return OFFERING.isdisjoint(hits_of(text, language))  # above author and day stands no caption
    if len(text) < len(found[title].text):
        return False
    if shared(found[title].text, text) > LIKE_FIRST_LINE:
        return told  # or another wording of the title
    return _is_topic(text, _spoken(found, kept, first), LEAD_SHARE)


def _is_signed_below(found: Sequence[LineGroup], number: int, language: str) -> bool:
    """Whether author or day stand right below a line; a bare name may stand between it and the day."""
    for below in found[number + 1 : number + 3]:
        if furniture_role(below.text, language, surely=True) in (LineRole.BYLINE, LineRole.DATELINE):
            return True
        if bare_name().fullmatch(below.text) is None:
            return False
    return False


def _spoken(found: Sequence[LineGroup], kept: Sequence[bool], first: int) -> frozenset[str]:
    """The roots of the words of the article's first paragraphs, of long ones their beginnings."""
    paragraphs = [n for n in range(first, len(found)) if kept[n]][:BODY_PARAGRAPHS]
    return roots(" ".join(found[n].text[:READ_CHARS] for n in paragraphs))


def _may_be_title(text: str, language: str) -> bool:
    wide = len(WIDE.findall(text))
    if not TITLE_CHARS[0] <= len(text) + 2 * wide <= TITLE_CHARS[1] or not (
        wide > 4 or " " in text or UNMARKED.search(text)
    ):
        return False
    if text.rstrip('"”“»').endswith(NO_TITLE_ENDS) and not text.endswith(("...", "…")):
        return False
    hits = hits_of(text, language)
    if (
        _reads_like_a_menu(text, language)
        or is_menu_in_one_line(text)
        or _reads_like_a_caption(text)
        or ("legal" in hits and len(text) < LEGAL_CHARS)
    ):
        return False
    if _is_button(text, hits):
        return False
    if hits & {
        "picture:begins",
        "appeal:begins",
        "advert:begins",
        "legal:begins",
        "related:begins",
    }:
        return False
    return furniture_role(text, language, surely=True) is None and not RIGHTS.search(text)


def _is_button(text: str, hits: Set[str]) -> bool:
    """Whether a line is a button, tells of an update or of an address: "Share this story", "Updated 4 hours ago"."""
    if len(text) < BUTTON_CHARS and hits & {"account:begins", "sharing:begins", "media:begins", "reading_time"}:
        return True  # but "Search for survivors ends"
    if len(text) >= LEGAL_CHARS:
        return False
    timed = hits & {"updated:begins", "dated:begins", "reading_time"}
    return bool(timed and DIGIT.search(text)) or ("@" in text and ADDRESS.search(text) is not None)


def _reads_like_a_menu(text: str, language: str) -> bool:
    """Labels in one line: "Home Politics Sport", or "WeatherForecast Radar Storm Desk" with two of them in one word."""
    found = text.split()
    sections = sum(word.casefold() in section_names(language) for word in found)
    if sections >= FEWEST_SECTIONS and sections >= SECTIONS_SHARE * len(found):
        return True
    return len(found) >= 4 and GLUED.search(text) is not None and all(not word[0].islower() for word in found)


def _reads_like_a_caption(text: str) -> bool:
    """A maker in brackets at the end, or a sentence that goes on to another: "… elections. (Agency/A. Name)"."""
    bracketed = text.endswith((")", "）")) and not ends_sentence(text)
    return bracketed or (len(text) > LONG_TITLE_CHARS and INNER_END.search(text) is not None)


def _title_among(
    found: Sequence[LineGroup], candidates: Sequence[int], first: int, kept: Sequence[bool], language: str
) -> int | None:
    """The title: the words that the first line or the head repeats, else those most like it, else the last in place.

    ``None`` where there is none, or where the first line alone bears it.
    """
    texts = [paragraph.folded for paragraph in found]
    page = page_title(texts[0])
    if page is not None and (named := named_by(page, texts, first)):
        return named[-1]
    near = _of_titles([n for n in candidates if first - n <= NEAR_BODY_PARAGRAPHS], texts, language)
    # a first line that is the outlet's, where another line can be the title
    if near and near != [0] and _is_outlets_line(texts[0], language):
        page, near = None, [n for n in near if n]
    around = [text for text, within in zip(texts[1:], kept[1:], strict=True) if not within]
    believed = page is not None and borne_out(page, around, texts[first : first + BODY_PARAGRAPHS]) is not None
    if page is not None and believed:
        wide = [n for n in range(max(1, first - ALIKE_PARAGRAPHS), first) if _may_be_title(texts[n], language)]
        if (alike := most_alike(page, texts, wide)) is not None:
            return alike
    spoken = _spoken(found, kept, first)
    said_again = [n for n in candidates if len(texts[n]) > 25 and texts.count(texts[n]) > 1]
    again = _of_the_article(said_again, near, texts, spoken)
    near = [n for n in near if n not in said_again or n in again]
    topical = [n for n in near if _is_topic(texts[n], spoken)]
    if again and not believed:
        return next(n for n in candidates if texts[n] == texts[again[-1]])
    if page is not None and believed and not (_begins_with_outlet(texts[0]) and any(number > 0 for number in near)):
        return 0 if 0 in near and not page.tails[-1] else None
    title = _by_place(found, near, topical, first, language)
    heads_lead = title is not None and title - 1 in near and _heads_lead(texts[title - 1], texts[title])
    return title - 1 if title is not None and heads_lead else title


def _by_place(
    found: Sequence[LineGroup], near: Sequence[int], topical: Sequence[int], first: int, language: str
) -> int | None:
    """The first line that the article speaks of, without a kicker; else the last that may be the title."""
    texts = [paragraph.folded for paragraph in found[:first]]
    if topical:
        kicker = len(texts[topical[0]]) <= KICKER_CHARS and topical[0] + 1 in topical
        return topical[0] + kicker
    # A caption, or the article's first words, may stand between title and prose
    below = [n for n in near if all(_may_stand_below(text, language) for text in texts[n + 1 :])]
    # A line of names stands below a title and is none where there is another
    titles = [n for n in below if not bare_name().fullmatch(texts[n]) and not found[n].text[:1].islower()] or below
    return titles[-1] if titles else None


def _heads_lead(text: str, below: str) -> bool:
    """Whether the lower one of two lines that may be the title sums up, being so much longer; no kicker is so long."""
    return len(text) >= LONGER_THAN_KICKERS and len(below) > LONGER_THAN_TITLE * len(text)


def _of_the_article(
    again: Sequence[int], near: Sequence[int], texts: Sequence[str], spoken: frozenset[str]
) -> list[int]:
    """The lines said again, without those of other articles where the article speaks more of a line said once."""
    common = {n: len(roots(texts[n]) & spoken) for n in {*again, *near}}
    most = max((common[n] for n in near if n not in again), default=0)
    return [n for n in again if common[n] + CLEARLY_MORE_ROOTS > most and not common[n] < FEWEST_ROOTS <= most]


def _of_titles(near: Sequence[int], texts: Sequence[str], language: str) -> list[int]:
    """The lines near the article without rows of links, lines with labels, and names of newspapers."""
    found = [
        n for n in near if not SEPARATORS.search(texts[n]) or len(texts[n]) > 40 or section_before(texts[n], language)
    ]
    found = [n for n in found if labelled(texts[n]) is None]
    return [n for n in found if not _names_a_newspaper(texts[n], language)] or found


def _is_outlets_line(text: str, language: str) -> bool:
    """Whether a first line is the outlet's, alone or beside the day, so that the title is another: "The Ledger"."""
    return furniture_role(text, language, surely=True) is LineRole.DATELINE or _names_a_newspaper(text, language)


def _names_a_newspaper(text: str, language: str) -> bool:
    return is_newspaper(text) and names_an_outlet(text, language)


def _is_topic(text: str, spoken: frozenset[str], share: float = SPOKEN_SHARE) -> bool:
    """Whether an article speaks of what a line says; ``spoken`` are the roots of the article's words."""
    own = roots(text)
    common = len(own & spoken)
    return common >= FEWEST_ROOTS and common >= share * len(own)


def _begins_with_outlet(line: str) -> bool:
    """Whether a first line names the outlet, not the article: "The Harbour Gazette", "gazette.example - News"."""
    piece = PARTING.split(line)[0]
    return HOST.fullmatch(piece) is not None or bare_name().fullmatch(piece) is not None


def _may_stand_below(text: str, language: str) -> bool:
    """Whether a line may stand between the title and the article: furniture, a label, sentences."""
    if furniture_role(text, language) is not None or len(text) < BUTTON_CHARS or _is_prose(text):
        return True
    return _is_button(text, hits_of(text, language))


def _is_prose(text: str) -> bool:
    wide = len(WIDE.findall(text))
    if len(text) > 60 and (ends_sentence(text) or len(text) > 200 or INNER_END.search(text)):
        return True
    return wide > 30 and ends_sentence(text)
