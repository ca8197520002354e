"""The title of a page and what stands behind it: by its records, meta elements, headings and the title element.

Promises: the name of the outlet never stays in a title where another witness leaves it out or names the outlet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape

from generator.model import Provenance, fold, squeeze
from generator.reading.heads.person_names import is_newspaper_in_one_word
from generator.reading.pages.statements import Statements
from generator.reading.wide_letters import HAN, KANA, WIDE

# What stands between a title and the outlet's name: "Title | Outlet", "Title - Outlet", "題名：新聞", "题名_新闻网"
SUFFIX_MARK = re.compile(rf"\s*(?:[|·•»«:：｜]|\s[-–—]|--+|//|(?<=[{KANA}{HAN}\d])_(?=[{KANA}{HAN}]))\s*")
# … or in brackets of its own: "題名（新聞）"
OUTLET_BEHIND = re.compile(rf"{SUFFIX_MARK.pattern}|\s*[(（][^()（）]{{2,30}}[)）]$")
TITLE_META = ("og:title", "twitter:title", "dc.title", "title", "headline", "parsely-title", "sailthru.title")
# The share of a stated title that its part before the outlet's name has at least.
TITLE_SHARE = 0.4
# What a page's number adds to a title, which its heading does not have: " Page 2", " Halaman all"
PAGE_NUMBER = re.compile(r"\s[^\W\d_]{4,8}\s(?:\d{1,2}|all)")
# The shortest heading that is believed to be a title, and the longest name of an outlet behind it.
SHORTEST_TITLE, LONGEST_OUTLET = 15, 40
# A title element of so many words is believed where no heading has as many.
WORDS_OF_TITLE = 4
# The end of an address that an outlet has for its name: "Harbour-Ledger.com"
TOP_DOMAIN = re.compile(r"\.[a-z]{2,4}$", re.IGNORECASE)


def title(said: Statements, outlets: frozenset[str]) -> tuple[str, Provenance] | None:
    """The title: JSON-LD's headline, unless og:title and the heading on the page agree on another."""
    written = (
        said.headings,
        [str(record.get("headline") or record.get("name") or "") for record in said.records[:1]],
        [value for key in TITLE_META for value in said.meta.get(key, ())[:1]],
    )
    headings, recorded, stated = _titles_proper([list(map(plain, each)) for each in written], outlets)
    element = plain(said.title or "")
    everything = [*headings, *recorded, *stated, element]
    headline = next((_bare(each, everything, headings, outlets) for each in recorded if each), None)
    social = next((_bare(each, everything, headings, outlets) for each in stated if each), None)
    shown = {fold(heading).casefold() for heading in headings}
    if headline and social and headline.casefold() != social.casefold():
        cut = headline.rstrip(". …")
        if social.casefold() in shown or (len(cut) > 20 and social.startswith(cut)):
            return social, Provenance.declared("meta og:title and heading")
    if headline and headline.endswith(("...", "…")) and len(headline) > SHORTEST_TITLE:
        whole = next((each for each in headings if each.startswith(headline.rstrip(". …"))), None)
        if whole:
            return whole, Provenance.read("heading of the page")
    if headline:
        return headline, Provenance.declared("JSON-LD headline")
    if social:
        return social, Provenance.declared("meta og:title")
    within = [each for each in headings if len(each) >= SHORTEST_TITLE and each in element]
    told = len(element.split()) >= WORDS_OF_TITLE  # where a heading of few words is the name of a section
    if within or (headings and not (told and len(headings[0].split()) < WORDS_OF_TITLE)):
        heading = max(within, key=len) if within else headings[0]
        return _bare(heading, everything, headings, outlets), Provenance.read("heading of the page")
    return (_bare(element, everything, headings, outlets), Provenance.declared("title element")) if element else None


def _titles_proper(witnesses: Sequence[Sequence[str]], outlets: frozenset[str]) -> Sequence[Sequence[str]]:
    """The titles by each witness without those that only name the outlet, if any title is left."""
    proper = [[each for each in titles if each and squeeze(each) not in outlets] for titles in witnesses]
    return proper if any(proper) else witnesses


def _bare(title: str, everything: Sequence[str], headings: Sequence[str], outlets: frozenset[str]) -> str:
    """A title without the outlet's name behind it: what another witness leaves out, or what names the outlet."""
    for other in sorted(everything, key=len):
        rest = title[len(other) :]
        if len(other) >= 8 and title.startswith(other) and rest and OUTLET_BEHIND.match(rest):
            return other
    if unglued := next((other for other in everything if _is_glued_to_section(title, other)), None):
        return unglued
    for heading in headings:
        if (
            len(heading) >= SHORTEST_TITLE
            and title.startswith(f"{heading} ")
            and PAGE_NUMBER.fullmatch(title, len(heading))
        ):
            return heading  # "Title Page 2"
    marks = list(SUFFIX_MARK.finditer(title))
    for number, mark in reversed(list(enumerate(marks))):
        behind = title[mark.end() :]
        wide = WIDE.match(behind) is not None and is_newspaper_in_one_word(behind)
        if mark.start() >= 8 and (wide or squeeze(TOP_DOMAIN.sub("", behind)) in outlets):
            section = marks[number - 1] if number and "|" in marks[number - 1][0] else mark
            return title[: section.start() if section.start() >= 8 else mark.start()].strip()
    if marks and len(title) - marks[0].end() >= 8 and squeeze(title[: marks[0].start()]) in outlets:
        return title[marks[0].end() :].strip()
    return title


def _is_glued_to_section(title: str, other: str) -> bool:
    """Whether a title is another witness's with a section that layout glued to it: "TransportThe ferry stops"."""
    if not SHORTEST_TITLE <= len(other) < len(title) <= len(other) + LONGEST_OUTLET or not title.endswith(other):
        return False
    return title[-len(other) - 1].isalpha() and other[0].isupper()


def outlet_behind_title(said: Statements) -> str | None:
    """The outlet that the title element names behind the whole title, which the page's heading has too.

    That is what links to the front page, else what comes last and is no section that the page links to.
    """
    element = plain(said.title or "")
    for heading in map(plain, said.headings):
        rest = element[len(heading) :]
        if len(heading) >= SHORTEST_TITLE and element.startswith(heading) and SUFFIX_MARK.match(rest):
            parts = [fold(part) for part in SUFFIX_MARK.split(rest)]
            front = next((part for part in parts if squeeze(part) in said.fronts), None)
            named = [part for part in parts if part and squeeze(part) not in said.sections]
            last = front or (named[-1] if named else "")
            return last if 2 <= len(last) <= LONGEST_OUTLET and not any(map(str.isdigit, last)) else None
    return None


def last_part_of_title(said: Statements) -> frozenset[str]:
    """What stands last in the title element, squeezed: mostly the outlet, and never the name of an author."""
    parts = SUFFIX_MARK.split(plain(said.title or ""))
    return frozenset({squeeze(parts[-1])} if len(parts) > 1 and len(parts[-1]) <= LONGEST_OUTLET else ())


def plain(words_: str) -> str:
    """Words of a title without character references, markup and soft hyphens."""
    return fold(re.sub(r"<[^<>]{1,200}>", "", unescape(unescape(words_))).replace("\u00ad", ""))


def titles_of(said: Statements) -> frozenset[str]:
    """The title as the witnesses write it, squeezed; a heading is one where a witness has its words, or none speaks."""
    stated = [str(each.get("headline") or each.get("name") or "") for each in said.records[:1]]
    stated += [value for key in TITLE_META for value in said.meta.get(key, ())[:1]]
    stated += [said.title or ""]
    whole = [squeeze(title) for title in stated if title]
    parts = [squeeze(part) for title in stated for part in _parts(title) if len(part) >= TITLE_SHARE * len(title)]
    headings = [squeeze(heading) for heading in said.headings]
    borne_out = [heading for heading in headings if any(_agree(heading, title) for title in whole)]
    return frozenset(filter(None, (*whole, *parts, *(borne_out or (headings[:1] if not whole else ())))))


def _parts(title: str) -> Iterator[str]:
    """What stands between the marks of a title, before each of them, and behind each."""
    yield from SUFFIX_MARK.split(title)
    for mark in SUFFIX_MARK.finditer(title):
        yield from (title[: mark.start()], title[mark.end() :])


def _agree(heading: str, title: str) -> bool:
    """Whether one of two squeezed titles stands in the other and is most of it."""
    one, other = sorted((heading, title), key=len)
    return one in other and len(one) >= TITLE_SHARE * len(other)
