"""The role of every line of a plain text: what is the article, and what stood around it on the page.

Takes the lines of a text, its language and the lines that recur in other articles; gives one ``Line`` for each, in
order, with role, verdict and reason. Lines that were broken at a fixed width are judged together, as the paragraph
they were. Likelihood comes first (``lines.model``), from layout and then words; certain things overrule it: an advert
announced as such, a line that stands in several articles, words that stand elsewhere in the same text. A line that is
kept without certainty is ``doubtful``. Time grows with the length of the text alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

from generator.model import Line, LineRole
from generator.reading.heads.datelines import agency_dateline_end
from generator.reading.lines.adverts import advertised
from generator.reading.lines.clear_prose import ClearLine, clear_prose
from generator.reading.lines.far_lines import far_from_sentences
from generator.reading.lines.model import body_likelihoods
from generator.reading.lines.neighbourhood import (
    LONGEST_BUTTON_CHARS,
    amid,
    beyond_doubt,
    is_prose,
    of_short_text,
    rescued,
    resumed,
)
from generator.reading.lines.openings import opening
from generator.reading.lines.roles import furniture_role, spoken_role
from generator.reading.lines.second_articles import second_articles
from generator.reading.lines.series import of_series
from generator.reading.lines.speaking_against import (
    above_title,
    below_comments,
    captions,
    headless,
    labels_above_article,
    links_below_heading,
    notices_above,
    offers_below,
    offers_beside_buttons,
    questions_above,
)
from generator.reading.lines.strange_sentences import strange_sentences
from generator.reading.lines.teasers import teasers_below
from generator.reading.lines.titles import head_roles
from generator.reading.marks import BEFORE_MAKER, QUOTATION, ends_sentence
from generator.reading.paragraphs import LineGroup, paragraphs
from generator.reading.phrases import hits_of
from generator.reading.repetition import repeated, stands_often

KEPT_FROM = 0.4
CERTAIN_FROM = 0.5
READS_LIKE_BODY = 0.8
# A text most of whose prose recurs elsewhere is a copy of an article, not made of furniture
COPIED_SHARE = 0.6
# Title, byline and date of a copy stand so near to its prose
NEAR_COPY = 6
SUBHEAD_CHARS = 110
# A label with its colon, before the title of another article: "Read also: What comes next?"
LABELLED = re.compile(r"[^:.!?]{3,40}:\s.{5,120}$")
# What opens a short line to the reader, that asks for something or offers it
OFFERS = frozenset({"appeal:begins", "account:begins", "advert:begins"})
LONGEST_OFFER_CHARS = 150
# A question of consent has no more sentences than this in lines of their own
LONGEST_CONSENT = 8
# So near to a line of its own an author or a day that several articles name is the article's
NEAR_OWN_LINE = 2


class _Verdict(NamedTuple):
    role: LineRole
    reason: str
    kept: bool = False
    doubtful: bool = False


def classify(lines: Sequence[str], language: str, recurring: frozenset[str] = frozenset()) -> tuple[Line, ...]:
    """Role, verdict and reason for every line, in order; a blank line is ``other`` and left out.

    Raises ``TooManyLines`` for a text with more paragraphs than an article has.
    """
    return classify_paragraphs(paragraphs(lines), lines, language, recurring)


def classify_paragraphs(
    found: Sequence[LineGroup], lines: Sequence[str], language: str, recurring: frozenset[str]
) -> tuple[Line, ...]:
    """The same, where the paragraphs of the lines are known already."""
    verdicts = _judged(found, language, _furniture(found, recurring))
    by_line = {
        number: verdict for paragraph, verdict in zip(found, verdicts, strict=True) for number in paragraph.numbers
    }
    blank = _Verdict(LineRole.OTHER, "blank")
    return tuple(_line(number, text, by_line.get(number, blank)) for number, text in enumerate(lines))


def _line(number: int, text: str, verdict: _Verdict) -> Line:
    return Line(number, verdict.role, verdict.kept, verdict.reason, text, verdict.doubtful)


def _furniture(found: Sequence[LineGroup], recurring: frozenset[str]) -> frozenset[str]:
    """The recurring lines to believe: no sentence with a quotation, which several articles may report, and no paragraph
    with an agency's dateline, which they may have from that agency.

    Where most of the prose recurs the text is a copy of an article: none of it, and nothing near it, is furniture.
    """
    if not recurring:
        return recurring
    prose = [number for number, paragraph in enumerate(found) if is_prose(paragraph.text)]
    again = [number for number in prose if found[number].folded in recurring]
    size = sum(len(found[number].text) for number in prose)
    if sum(len(found[number].text) for number in again) > COPIED_SHARE * size:
        copied = range(max(0, again[0] - NEAR_COPY), again[-1] + NEAR_COPY + 1)
        return recurring - {found[number].folded for number in copied if number < len(found)}
    told = (found[number] for number in again)
    return recurring - {one.folded for one in told if QUOTATION.search(one.text) or agency_dateline_end(one.text)}


def _judged(found: Sequence[LineGroup], language: str, recurring: frozenset[str]) -> list[_Verdict]:
    """A verdict for every paragraph: certain furniture, then the model, what stands around, the text as a whole."""
    adverts = advertised(found, language)
    certain = _announced(found, language, recurring, adverts.found)
    numbers = [number for number in range(len(found)) if number not in certain]
    weighed = [found[number].text for number in numbers]
    clear = clear_prose(weighed, language)
    likely = dict(zip(numbers, body_likelihoods(weighed, language, clear), strict=True))
    verdicts = certain | {
        number: _clear(likely[number], clear[at])
        if at in clear
        else _by_likelihood(found[number], likely[number], language)
        for at, number in enumerate(numbers)
    }
    verdicts |= _by_neighbourhood(found, verdicts, likely, language)
    verdicts |= _other_articles(found, verdicts, likely, language)
    akin = frozenset(numbers[at] for at, line in clear.items() if line.is_akin)
    verdicts |= _by_the_whole(found, verdicts, akin, language)
    verdicts |= {n: verdicts[n]._replace(doubtful=True) for n in adverts.doubted if verdicts[n].kept}
    return [verdicts[number] for number in range(len(found))]


def _announced(
    found: Sequence[LineGroup], language: str, recurring: frozenset[str], adverts: Mapping[int, str]
) -> dict[int, _Verdict]:
    far = far_from_sentences(found)
    verdicts = {number: _Verdict(LineRole.OTHER, "far from any sentence") for number in far}
    labels = stands_often([paragraph.folded for paragraph in found])
    for number in labels:
        role = furniture_role(found[number].text, language, surely=True) or LineRole.NAVIGATION
        verdicts[number] = _Verdict(role, "stands several times in the text")
    verdicts |= {number: _Verdict(LineRole.ADVERT, reason) for number, reason in adverts.items()}
    again = {number for number, paragraph in enumerate(found) if recurring and paragraph.folded in recurring}
    return verdicts | {number: _recurring(found, number, again, language) for number in again}


def _recurring(found: Sequence[LineGroup], number: int, again: Set[int], language: str) -> _Verdict:
    """The verdict over a line that stands in several articles: one of a day, or of an author, may, and is no menu."""
    role = furniture_role(found[number].text, language, surely=True)
    own = range(max(0, number - NEAR_OWN_LINE), min(len(found), number + NEAR_OWN_LINE + 1))
    heads = role in (LineRole.BYLINE, LineRole.DATELINE) and any(n not in again for n in own)
    return _Verdict(role if heads and role else LineRole.NAVIGATION, "stands in several articles")


def _by_neighbourhood(
    found: Sequence[LineGroup], verdicts: Mapping[int, _Verdict], likely: Mapping[int, float], language: str
) -> dict[int, _Verdict]:
    """The verdicts that what stands around a paragraph changes."""
    kept = frozenset(number for number, verdict in verdicts.items() if verdict.kept)
    below = below_comments(found, kept, language)
    changed = {n: _Verdict(LineRole.OTHER, "stands below the heading of readers' comments") for n in kept & below}
    changed |= _spoken_against(found, kept, below, likely, language)
    offers = offers_below(found, kept - changed.keys(), language)
    for number in offers:
        changed[number] = _Verdict(
            furniture_role(found[number].text, language) or LineRole.OTHER,
            f"offers something, or tells of author or text, below the article, {_impression(likely[number])}",
        )
    beside = offers_beside_buttons(found, kept - changed.keys(), language)
    for number in beside:
        changed[number] = _Verdict(LineRole.APPEAL, f"an offer beside its button, {_impression(likely[number])}")
    offers |= beside
    kept -= changed.keys()
    doubted = frozenset(number for number in kept if verdicts[number].doubtful)
    for number in beyond_doubt(found, kept, doubted, language):
        changed[number] = verdicts[number]._replace(doubtful=False)
    open_to_rescue = {number: value for number, value in likely.items() if number not in below | offers}
    if open_to_rescue.keys() <= kept:
        return changed  # nothing is left out that might be kept after all
    saved = rescued(found, open_to_rescue, kept, language)
    for number, certain in resumed(found, open_to_rescue, kept | saved.keys(), language).items():
        changed[number] = _amid_body(found[number], likely[number], certain=certain)
    saved |= opening(found, open_to_rescue, kept | saved.keys(), language)
    saved |= of_short_text(found, open_to_rescue, kept | saved.keys(), language)
    for number, certain in (amid(found, open_to_rescue, kept, language) | saved).items():
        changed[number] = _amid_body(found[number], likely[number], certain=certain)
    held = frozenset(kept | {number for number, verdict in changed.items() if verdict.kept})
    for number in of_series(found, held, language) & open_to_rescue.keys():
        changed[number] = _amid_body(found[number], likely[number], certain=True)
    return changed


def _spoken_against(
    found: Sequence[LineGroup], kept: frozenset[int], below: Set[int], likely: Mapping[int, float], language: str
) -> dict[int, _Verdict]:
    """The verdicts over kept headings, links, captions and notices; what is ``below`` the comments is left out."""
    changed: dict[int, _Verdict] = {}
    above = dict.fromkeys(above_title(found, kept), "the title")
    for number, what in (above | dict.fromkeys(questions_above(found, kept, language), "author or day")).items():
        changed[number] = _Verdict(LineRole.OTHER, f"stands above {what}, {_impression(likely[number])}")
    for number in headless(found, kept - below):
        changed[number] = _Verdict(LineRole.OTHER, "a heading with nothing of the article below it")
    for number in links_below_heading(found, likely, kept, language):
        changed[number] = _Verdict(LineRole.NAVIGATION, f"below a heading of links, {_impression(likely[number])}")
    for number in captions(found, likely, kept, language):
        changed[number] = _Verdict(LineRole.CAPTION, f"stands above a picture's credit, {_impression(likely[number])}")
    for number in notices_above(found, kept - changed.keys(), language):
        changed[number] = _Verdict(LineRole.NAVIGATION, f"a notice above the article, {_impression(likely[number])}")
    for number in labels_above_article(found, kept - changed.keys(), language):
        reason = f"stands between author or day and the article, {_impression(likely[number])}"
        changed[number] = _Verdict(LineRole.CAPTION, reason)
    return changed


def _other_articles(
    found: Sequence[LineGroup], verdicts: Mapping[int, _Verdict], likely: Mapping[int, float], language: str
) -> dict[int, _Verdict]:
    """The verdicts over what is kept below the article and only tells of other ones."""
    kept = frozenset(number for number, verdict in verdicts.items() if verdict.kept)
    others = teasers_below(found, kept, language)
    return {
        n: _Verdict(LineRole.NAVIGATION, f"tells of another article, {_impression(likely[n])}")
        for n in others | second_articles(found, kept - others, language)
    }


def _by_the_whole(
    found: Sequence[LineGroup], verdicts: Mapping[int, _Verdict], akin: Set[int], language: str
) -> dict[int, _Verdict]:
    """The verdicts that the whole text changes: no sentence at all, words said twice, the title above the article.

    Lines that are ``akin`` surely tell of what the others tell of.
    """
    kept = [number for number in range(len(found)) if verdicts[number].kept]
    prose = [found[number].text for number in kept if is_prose(found[number].text)]
    if not prose:
        return {number: _Verdict(LineRole.OTHER, "the text holds no sentence of an article") for number in kept}
    if not akin and _asks_for_consent(prose, language):
        return {number: _Verdict(LineRole.APPEAL, "the text only asks for consent") for number in kept}
    again = repeated([found[number].folded for number in kept])
    changed = {kept[at]: _Verdict(LineRole.REPEAT, reason) for at, reason in again.items()}
    remaining = [verdicts[number].kept and number not in changed for number in range(len(found))]
    for number in strange_sentences(found, frozenset(kept) - changed.keys(), akin):
        reason = f"shares hardly a word with the article, {verdicts[number].reason}"
        changed[number] = verdicts[number]._replace(doubtful=True, reason=reason)
    for number, role in head_roles(found, remaining, language).items():
        changed[number] = _in_head(verdicts[number], role)
    return changed


def _asks_for_consent(prose: Sequence[str], language: str) -> bool:
    """Whether all of a short text speaks to readers, and most of it of cookies, privacy or rights."""
    if len(prose) > LONGEST_CONSENT:
        return False
    hits = [hits_of(text, language) for text in prose]
    legal = sum("legal" in found for found in hits)
    return 2 * legal > len(prose) and all(found & {"legal", "address"} for found in hits)


def _by_likelihood(paragraph: LineGroup, likelihood: float, language: str) -> _Verdict:
    impression = _impression(likelihood)
    certain_role = furniture_role(paragraph.text, language, surely=True)
    if certain_role is not None:
        return _Verdict(certain_role, f"recognised by its words and marks, {impression}")
    if likelihood < KEPT_FROM:
        return _Verdict(spoken_role(paragraph.text, language) or LineRole.OTHER, impression)
    subhead = len(paragraph.text) <= SUBHEAD_CHARS and not ends_sentence(paragraph.text)
    hits = hits_of(paragraph.text, language)
    if "related:begins" in hits and (subhead or LABELLED.match(paragraph.text)):
        return _Verdict(LineRole.NAVIGATION, f"announces another article, {impression}")
    told = (
        ends_sentence(paragraph.text)
        and "!" not in paragraph.text
        and "address" not in hits
        and len(paragraph.text) > LONGEST_BUTTON_CHARS
    )
    if likelihood < READS_LIKE_BODY and hits & OFFERS and not told and len(paragraph.text) <= LONGEST_OFFER_CHARS:
        return _Verdict(spoken_role(paragraph.text, language) or LineRole.APPEAL, f"offers something, {impression}")
    if subhead and BEFORE_MAKER in paragraph.text:
        return _Verdict(LineRole.CAPTION, impression)
    role = LineRole.SUBHEAD if subhead else LineRole.BODY
    return _Verdict(role, impression, kept=True, doubtful=likelihood < CERTAIN_FROM and not subhead)


def _clear(likelihood: float, line: ClearLine) -> _Verdict:
    """The verdict over a line that needs no closer look."""
    if not line.is_sentence:
        return _Verdict(LineRole.SUBHEAD, _impression(likelihood), kept=True)
    return _Verdict(LineRole.BODY, _impression(likelihood), kept=True, doubtful=likelihood < CERTAIN_FROM)


def _impression(likelihood: float) -> str:
    """The likelihood of body in plain words, with its number: "reads like the article (0.97)"."""
    if likelihood >= READS_LIKE_BODY:
        words = "reads like the article"
    elif likelihood >= KEPT_FROM:
        words = "reads rather like the article"
    elif likelihood >= 1 - READS_LIKE_BODY:
        words = "reads rather like furniture"
    else:
        words = "reads like furniture"
    return f"{words} ({likelihood:.2f})"


def _amid_body(paragraph: LineGroup, likelihood: float, *, certain: bool) -> _Verdict:
    role = LineRole.BODY if is_prose(paragraph.text) else LineRole.SUBHEAD
    return _Verdict(role, f"stands amid the body, {_impression(likelihood)}", kept=True, doubtful=not certain)


def _in_head(verdict: _Verdict, role: LineRole) -> _Verdict:
    kept = role in (LineRole.TITLE, LineRole.KICKER, LineRole.BODY)
    return verdict._replace(role=role, kept=kept, doubtful=False, reason=f"{role} by its place above the article")
