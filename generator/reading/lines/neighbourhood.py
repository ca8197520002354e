"""What stands around a paragraph decides where its own likelihood leaves doubt.

Takes the paragraphs of a text, the likelihood of each and which of them are kept so far; gives the numbers of those
to keep after all and of those to leave out. Two things are certain of any article: a sub-heading heads something, and
in a text whose paragraphs stand apart by blank lines a paragraph amid the body belongs to it unless its words speak
against it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache

from generator.languages import words
from generator.reading.heads.bare_names import bare_name
from generator.reading.heads.datelines import has_a_signed_lead
from generator.reading.lines.roles import furniture_role
from generator.reading.marks import CLOSERS, INNER_END, QUOTATION, ends_sentence
from generator.reading.paragraphs import LineGroup
from generator.reading.phrases import READ_CHARS, WORD, hits_of
from generator.reading.wide_letters import WIDE

LEAST_LIKELY = 0.05
LEAST_LIKELY_AT_EDGE = 0.15
# Among lines that touch each other: how far the body may be, how likely a paragraph must be, and how likely a sure one
AMID_LINES = 2
LEAST_LIKELY_AMID, LEAST_LIKELY_BELOW, SURE_AMID = 0.1, 0.2, 0.25
PROSE_SPACES, PROSE_WIDE = 2, 8
LONGEST_HEADING_CHARS = 90
# A beginning of one of these kinds speaks against a paragraph amid the body, such words together wherever they stand
AGAINST = frozenset(
    f"{kind}:begins"
    for kind in ("advert", "appeal", "account", "legal", "comments", "picture", "author_note", "related")
)
# An agency's name opens its copy, and stands behind a picture's credit too
SIGNED = frozenset({"picture:begins"})
# Lines of the text that is being read, each of which is asked about several times
LINES_REMEMBERED = 256
# What stands below an article and never amid it, and how many lines may stand amid it together
ENDING = frozenset({"comments:begins", "legal:begins", "author_note:begins", "sharing:begins", "legal", "comments"})
MOST_BETWEEN, MOST_IN_OFFER = 5, 8
# Below so many lines the article may go on in words that it has used before, if these are as likely as this to be its
FAR_BETWEEN, LIKELY_FAR = 14, 0.2
# Offers to readers, and what stands in place of another site's content until they consent
SET_IN = frozenset({"appeal:begins", "embedded"})
# A text of no more paragraphs, or with no more around the article, is one that somebody pasted
SHORT_TEXT = 8
# A word for comments may stand in any sentence: "report", "letters"
SPOKEN_ANYWHERE, NOTES = frozenset({"comments"}), frozenset({"author_note:begins"})
# Two of these in one paragraph speak to readers; one may be what the article is about, or who speaks in it
SPEAKING_TO_READERS = frozenset({"address", "appeal", "account", "legal", "comments"})
# So many roots of long words that a paragraph has in common with the article make it a part of it
SHARED_ROOTS, ROOTED_CHARS, ROOT_CHARS = 2, 6, 5
SHORTEST_RESUMED_CHARS, SHORTEST_ADJOINING_CHARS, LONGEST_BUTTON_CHARS = 35, 30, 40
SHORTEST_PLAIN_CHARS = 14
# What opens a note or a link and no sentence of an article: "* Prices without tax.", "※ …"
NOTE = re.compile(r"[*†‡※#>•→]")
# "1. A heading", "Number 2: Another one"
NUMBERED = re.compile(r"(?:#|№|[^\W\d_]{2,8}\s)?(\d{1,2})[.):]\s+\S")
# Letters of an author or an agency behind the last sentence: "… raised them. (svo)"
SIGNED_END = re.compile(rf"[.!?…][{CLOSERS}]*\s[(\[][^\s()\[\]]{{2,8}}[)\]]$")
LONGEST_SIGNATURE_CHARS = 16
# A letter of Chinese, Japanese and Korean says more
WIDE_SURPLUS = 1.5
# From this length on a line without a sentence may be the title of another article, and what is below it its summary
LINK_CHARS = 25
SELLING = (frozenset({"address", "appeal"}), frozenset({"address", "legal"}))


def rescued(
    found: Sequence[LineGroup], likely: Mapping[int, float], kept: frozenset[int], language: str
) -> dict[int, bool]:
    """Paragraphs amid the body, or of sentences beside it, that belong to it although it seemed unlikely.

    By number; true where nothing leaves a doubt. A text without any body gets the likeliest of its sentences as one.
    """
    bodies = {n for n in kept if found[n].alone and is_prose(found[n].text)}
    saved: dict[int, bool] = {}
    if not any(is_prose(found[n].text) for n in kept):
        prose = [n for n in likely if is_prose(found[n].text) and is_fit(found[n].text, language)]
        saved = {n: likely[n] >= LEAST_LIKELY_AT_EDGE for n in sorted(prose, key=lambda n: (-likely[n], n))[:1]}
    for number in [*sorted(likely.keys() - kept), *sorted(likely.keys() - kept, reverse=True)]:
        if number in saved or not found[number].alone:
            continue
        beside = (number - 1 in bodies or number - 1 in saved) + (number + 1 in bodies or number + 1 in saved)
        prose_here = is_prose(found[number].text)
        if beside == 0 or (beside == 1 and not prose_here) or not is_fit(found[number].text, language):
            continue
        least = LEAST_LIKELY if beside == 2 else LEAST_LIKELY_AT_EDGE
        if likely[number] >= least or (prose_here and INNER_END.search(found[number].text)):
            saved[number] = likely[number] >= least
    return saved


def amid(
    found: Sequence[LineGroup], likely: Mapping[int, float], kept: frozenset[int], language: str
) -> dict[int, bool]:
    """Sentences among lines that touch each other, with body on both sides and nothing against them.

    By number; true where nothing leaves a doubt. A caption or a label may stand between them and the body.
    """
    weighed = sorted(likely)
    bodies = [n in kept and is_prose(found[n].text) for n in weighed]
    saved = {}
    for place, number in enumerate(weighed):
        text = found[number].text
        above = any(bodies[max(0, place - AMID_LINES) : place])
        below = any(bodies[place + 1 : place + 1 + AMID_LINES])
        enough = likely[number] >= (LEAST_LIKELY_AMID if above and below else LEAST_LIKELY_BELOW)
        if number in kept or found[number].alone or not enough:
            continue
        if not (above and below) and not (place and bodies[place - 1]):
            continue
        if is_prose(text) and ends_sentence(text) and is_fit(text, language):
            saved[number] = likely[number] >= SURE_AMID
    return saved


def resumed(
    found: Sequence[LineGroup], likely: Mapping[int, float], kept: frozenset[int], language: str
) -> dict[int, bool]:
    """Sentences amid or below the body, behind the few lines that a page sets into an article.

    By number; true where words of the article leave no doubt. An article goes on below an advert, a link to another
    article or an offer to subscribe; it does not below readers' comments, a legal note or a button that shares it, and
    where several links stand together it has ended.
    """
    bodies = [n for n in kept if is_prose(found[n].text)]
    if not bodies:
        return {}
    first, last = min(bodies), max(bodies)
    labels = [p.text for n, p in enumerate(found[:last]) if n not in kept and len(p.text) <= LONGEST_HEADING_CHARS]
    spoken = cache(lambda: _roots(" ".join(found[n].text for n in bodies)))
    saved: dict[int, bool] = {}
    between, offered = 0, False
    for number in range(first + 1, len(found)):
        if number in kept:
            between, offered = 0, False
            continue
        offered = offered or bool(SET_IN & hits_of(found[number].text, language))
        several = number > last or INNER_END.search(found[number].text)  # one amid the body may be a caption
        within = between <= (MOST_IN_OFFER if offered else MOST_BETWEEN) or number <= last
        far = between <= FAR_BETWEEN and likely.get(number, 0.0) >= LIKELY_FAR
        told = far and len(_roots(found[number].text) & spoken()) >= SHARED_ROOTS
        if several and (within or told) and number in likely:
            adjoins = between == 0
            ends = (
                likely[number] < LEAST_LIKELY_AMID
                and number > last
                and _ends_article(found[number].text, language, offered=offered)
            )
            if not ends and goes_on(found, number, likely[number], labels, language, spoken, adjoins=adjoins):
                shared = len(_roots(found[number].text) & spoken())
                told = shared >= (1 if adjoins and saved.get(number - 1) else SHARED_ROOTS)
                saved[number] = told and likely[number] >= SURE_AMID
                between, offered = 0, False
                continue
        if number > last and (between > FAR_BETWEEN or _ends_article(found[number].text, language, offered=offered)):
            break
        between += 1
    return saved


def of_short_text(
    found: Sequence[LineGroup], likely: Mapping[int, float], kept: frozenset[int], language: str
) -> dict[int, bool]:
    """Sentences of a text so short that no page stands around it, with nothing against them: "Log in" amid two.

    By number; true where nothing leaves a doubt.
    """
    if len(found) > SHORT_TEXT:
        return {}
    open_to_it = [n for n in sorted(likely.keys() - kept) if likely[n] >= LEAST_LIKELY_AT_EDGE]
    return {n: likely[n] >= SURE_AMID for n in open_to_it if goes_on(found, n, likely[n], (), language)}


def _ends_article(text: str, language: str, *, offered: bool) -> bool:
    """Whether a line stands below articles and never amid one: a heading of comments, a note of rights, a button.

    Where something is ``offered`` to readers, what happens to what they send is told too.
    """
    hits = hits_of(text, language)
    if len(text) > LONGEST_HEADING_CHARS:
        hits -= SPOKEN_ANYWHERE
    if "related" in hits:
        hits -= NOTES  # "This article may interest you as well: A title"
    if offered:
        return bool(hits & {"comments:begins", "author_note:begins"})
    return bool(hits & ENDING) or (len(text) <= LONGEST_BUTTON_CHARS and "sharing" in hits)


def goes_on(  # noqa: PLR0913  one question, asked of everything around a paragraph
    found: Sequence[LineGroup],
    number: int,
    likelihood: float,
    labels: Sequence[str],
    language: str,
    spoken: Callable[[], frozenset[str]] = frozenset,
    *,
    adjoins: bool = False,
) -> bool:
    """Whether a paragraph is sentences of the article: nothing in it, or right above it, says otherwise.

    ``spoken`` tells the roots of the article's words; one that ``adjoins`` stands right below a paragraph of it.
    """
    text, above = found[number].text, found[number - 1].text if number else ""
    if not is_paragraph(text, language, least=_shortest(text, language, adjoins=adjoins)):
        return False
    likely = likelihood >= (LEAST_LIKELY_AMID if adjoins else SURE_AMID)
    if not _speaks_of_article(text, spoken, language, likely=likely):
        return False
    named = " ".join(text.split()[:2])
    if named in labels:
        return False  # who the author is, whose name stands alone above
    about_somebody = bare_name().fullmatch(above) is not None or any(named in label for label in labels)
    if about_somebody and likelihood < LEAST_LIKELY_AMID:
        return False
    teased = len(above) >= LINK_CHARS and not ends_sentence(above) and furniture_role(above, language) is None
    followed = number + 1 < len(found) and is_paragraph(found[number + 1].text, language)
    return likelihood >= LEAST_LIKELY_AMID or not teased or followed


def _shortest(text: str, language: str, *, adjoins: bool) -> int:
    """How long sentences must be; right below others the fewest words will do that are none of a page's own."""
    if not adjoins:
        return SHORTEST_RESUMED_CHARS
    return SHORTEST_ADJOINING_CHARS if hits_of(text, language) else SHORTEST_PLAIN_CHARS


def _speaks_of_article(text: str, spoken: Callable[[], frozenset[str]], language: str, *, likely: bool) -> bool:
    """Whether sentences tell something and do not speak to readers: "we" stands in a quotation, an account is a topic.

    A word such as the German "Sie" speaks to readers by its capital, and means others without it.
    """
    speaking = hits_of(text, language) & SPEAKING_TO_READERS
    if not speaking:
        return True
    if len(speaking) > 1:
        return False
    if "address" in speaking and QUOTATION.search(text):
        return True
    told = likely and "address" not in speaking and "!" not in text
    if not told and (INNER_END.search(text) is None or len(_roots(text) & spoken()) < SHARED_ROOTS):
        return False
    return capital_address(language).search(text) is None


@cache
def capital_address(language: str) -> re.Pattern[str]:
    """A word that speaks to readers, with a capital in the middle of a sentence."""
    choices = "|".join(re.escape(word.capitalize()) for word in words(language, "lines", "address")) or "(?!)"
    return re.compile(rf"(?<=[\w,;] )(?:{choices})(?!\w)")


def is_paragraph(text: str, language: str, least: int = SHORTEST_RESUMED_CHARS) -> bool:
    """Whether a text is sentences of some length with nothing against them."""
    width = len(text) + WIDE_SURPLUS * len(WIDE.findall(text))
    if width < least or not is_prose(text) or not _ends(text):
        return False
    return NOTE.match(text) is None and is_fit(text, language)


def _roots(text: str) -> frozenset[str]:
    """The beginnings of the long words of a text, which its inflected forms share."""
    return frozenset(word[:ROOT_CHARS].lower() for word in WORD.findall(text) if len(word) >= ROOTED_CHARS)


def beyond_doubt(found: Sequence[LineGroup], kept: frozenset[int], doubted: frozenset[int], language: str) -> set[int]:
    """Numbers of doubted paragraphs of sentences next to the body, apart by blank lines, with nothing against them."""
    bodies = {n for n in doubted if found[n].alone and is_prose(found[n].text)}
    return {n for n in bodies if (n - 1 in kept or n + 1 in kept) and is_fit(found[n].text, language)}


@lru_cache(maxsize=LINES_REMEMBERED)
def is_prose(text: str) -> bool:
    """Whether a paragraph consists of sentences."""
    enough = text.count(" ") >= PROSE_SPACES or len(WIDE.findall(text)) >= PROSE_WIDE
    return enough and (_ends(text) or INNER_END.search(text, 0, READ_CHARS) is not None)


def _ends(text: str) -> bool:
    """Whether a paragraph ends where a sentence does, perhaps with the letters of who wrote it behind."""
    return ends_sentence(text) or SIGNED_END.search(text, max(0, len(text) - LONGEST_SIGNATURE_CHARS)) is not None


def is_fit(text: str, language: str) -> bool:
    """Whether nothing in a paragraph speaks against its being the article's: no advert, offer, credit or byline."""
    hits = hits_of(text, language)
    if not hits.isdisjoint(SIGNED) and has_a_signed_lead(text):
        hits -= SIGNED
    if hits and (hits & AGAINST or any(pair <= hits for pair in SELLING)):
        return False
    if furniture_role(text, language, surely=True) is not None:
        return False
    return is_prose(text) or (len(text) <= LONGEST_HEADING_CHARS and " " in text and text[:1].isupper())
