"""Who a line names as author, agency, partner or outlet, and what sort of text it says that the article is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from generator.languages import available, mapping, words
from generator.model import ArticleKind, fold
from generator.reading.choices import any_of, longest_first
from generator.reading.heads.agencies import agencies
from generator.reading.heads.between_names import author_mark
from generator.reading.heads.byline import behind_house
from generator.reading.heads.person_names import CAPITALISED, is_newspaper_in_one_word, is_office, usual_particles
from generator.reading.heads.stated_dates import stated_dates
from generator.reading.phrases import hits_of
from generator.reading.wide_letters import WIDE

KIND_WORDS = (
    ArticleKind.SPONSORED,
    ArticleKind.PRESS_RELEASE,
    ArticleKind.INTERVIEW,
    ArticleKind.OPINION,
    ArticleKind.ANALYSIS,
)
# A section before a title and behind it: "Kommentar: …", "【社説】…", "… | Opinion"
BEFORE_TITLE = re.compile(r"^[【［\[(<〈]?([^:：|｜】］\])>〉]{2,30}?)\s?[:：|｜】］\])>〉]")
BEHIND_TITLE = re.compile(r"[|｜]\s*([^|｜]{2,30})$")
# Where names end: "Von Anna Muster, Berlin | 3. Mai", "By A. Smith • Staff writer"
AFTER_NAMES = re.compile(r"[|•·–—(]|\s-\s|\s@|\d")
# An outlet that signs with its address: "© name.example", "@ name.example", "© 2024 name.example"
SIGNED = re.compile(r"(?:^|\s)[©@]\s?(?:\d{4}[,\s]*)?((?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,8})(?=$|[\s,|])", re.I)
# Author, outlet and nothing before the day, parted by commas or bars
BETWEEN_PARTS, OUTLET_PARTS = re.compile(r"[,|•·]"), 3
# The year of a credit: "2024 " of "© 2024 AFP"
CREDIT_YEAR = re.compile(r"^\d{4}\W+")
# A word and a colon before the sign: the rights are in a picture, "Foto(s): © agency.example"
PICTURE_LABEL = re.compile(r"[^\W\d_][\w()/ -]{2,30}:\s*[©@]")
# What follows the name of a partner: the end, a stop, a bracket
PARTNER_NAME = re.compile(r"\s*[:„“\"»]?\s*([^\W\d_][\w&.’' -]{1,50}?)\s*(?:[.“”\"«(,;]|$)")


def authors_in(text: str, language: str) -> tuple[str, ...]:
    """The people that a byline names, in order; an editorial office is none."""
    listed = [*words(language, "lines", "byline"), *words("en", "lines", "byline")]
    folded = behind_house(fold(text), language)
    if opened := _byline_word(language).match(folded):
        folded = folded[opened.end() :].lstrip(" :")
    if WIDE.search(folded):
        return _wide_names(folded, listed)
    folded = AFTER_NAMES.split(folded)[0]
    found: list[str] = []
    for piece in author_mark(language).split(folded):
        name = _without_house(piece.strip(" .,"), language)
        unnamed = not _person().fullmatch(name) or is_office(name if found else name.split()[0])
        unnamed = unnamed or (is_office(name.rpartition(" ")[2]) and name.count(" ") == 1)  # "Our Reporter"
        if unnamed or (found and name.isupper() and not found[0].isupper()):
            if found:
                break
            continue
        found.append(name)
    return tuple(dict.fromkeys(found))


def names_and_outlet(line: str, names: tuple[str, ...], language: str) -> tuple[tuple[str, ...], str | None]:
    """Of a line "By A. Name, Outlet, 3 May 2024" the author and the outlet, else the names; bars part them too."""
    dates = stated_dates(line, language)
    parts = [part.strip() for part in BETWEEN_PARTS.split(line[: dates[0].start])] if dates else []
    parted = len(parts) == OUTLET_PARTS and not parts[-1] and bool(names) and parts[0].endswith(names[0])
    outlet = parts[1] if parted else ""
    if not outlet or not _person().fullmatch(outlet) or names[1:] not in ((), (outlet,)):
        return names, None
    return names[:1], outlet


@cache
def _byline_word(language: str) -> re.Pattern[str]:
    """The longest word before the names of a byline that fits, in the language or in English: "Von", "By:"."""
    listed = {*words(language, "lines", "byline"), *words("en", "lines", "byline")}
    return re.compile(rf"(?:{any_of(listed)})(?=[\s:])", re.I)


@cache
def _person() -> re.Pattern[str]:
    """A name: two to five words with capitals, with the small words that stand in names."""
    return re.compile(rf"{CAPITALISED}(?:(?:\s+(?:{usual_particles()})){{0,3}}\s+{CAPITALISED}){{1,4}}")


def _without_house(name: str, language: str) -> str:
    """A name without the agency, or the button of a network, that layout put behind it."""
    glued = re.search(r"(?<=[a-zß-ÿ])[A-ZÄÖÜ]", name)
    if glued and "sharing" in hits_of(name[glued.start() :], language):
        return name[: glued.start()]
    behind = next((agency for agency in agencies() if name.lower().endswith(f" {agency}")), None)
    return name[: -len(behind) - 1].removesuffix(" The") if behind else name


def _wide_names(text: str, listed: list[str]) -> tuple[str, ...]:
    """Names in Chinese, Japanese and Korean, whose title stands before or behind: "记者 王明", "홍길동 기자"."""
    for word in sorted(listed, key=len, reverse=True):
        text = text.replace(word, " ")
    names = [name for name in re.split(r"[\s・、,/:：]+", text) if 2 <= len(name) <= 6 and WIDE.match(name)]
    names = [name for name in names if not is_newspaper_in_one_word(name)]
    return tuple(dict.fromkeys(names)) if len(names) <= 4 else ()


def partner_in(text: str, language: str) -> str | None:
    """The partner that supplied an article, where a line says so; empty where it says so and names none."""
    folded = fold(text)
    lowered = folded.lower()
    if not _says_partner(lowered, language):
        return None
    hit = False
    for phrase in _partner_phrases(language):
        at = lowered.find(phrase)
        if at < 0:
            continue
        hit = True
        after = folded[at + len(phrase) :]
        after = _before_partner().sub("", after)
        if (name := PARTNER_NAME.match(after)) and name[1][:1].isalnum() and len(name[1]) > 1:
            return name[1].strip()
    return "" if hit else None


@cache
def _partner_phrases(language: str) -> tuple[str, ...]:
    """What announces a partner, the longest first."""
    listed = {*words(language, "lines", "partner"), *words("en", "lines", "partner")}
    return tuple(sorted(listed, key=lambda phrase: (-len(phrase), phrase)))


def _says_partner(text: str, language: str) -> bool:
    """Whether "partner" is in the words, in the language or in English."""
    return any(map(text.__contains__, _partner_stems(language)))


@cache
def _partner_stems(language: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*words(language, "lines", "partner_stems"), *words("en", "lines", "partner_stems")]))


@cache
def _before_partner() -> re.Pattern[str]:
    """The words between an announcement and the name of a partner: " unserem Partner"."""
    return re.compile(rf"^(?:\s+(?:{_any_of('before_partner')}))+\b", re.I)


def kind_in(text: str, language: str) -> ArticleKind | None:
    """What sort of text a section's name says that an article is: "Opinie", "Kommentar von …", "ANALYSIS:"."""
    folded = fold(text).lower().strip(" :|•·–—-[]()")
    for kind in KIND_WORDS:
        named = (word for word in kind_words(language).get(kind, ()) if word in folded)
        if any(_kind_line(word, asks=kind is ArticleKind.INTERVIEW).fullmatch(folded) for word in named):
            return kind
    return None


def kind_in_title(title: str, language: str) -> ArticleKind | None:
    """What sort of text the section says that stands before a title or behind it: "Kommentar: …", "… | Opinion"."""
    folded = fold(title)
    named = (match[1] for pattern in (BEFORE_TITLE, BEHIND_TITLE) if (match := pattern.search(folded)))
    wide = folded.split(" ", 1)[0] if WIDE.search(folded) else ""  # "社説 …": no mark parts it but a wide space
    return next((kind for section in (*named, wide) if (kind := kind_in(section, language))), None)


@cache
def _kind_line(word: str, *, asks: bool) -> re.Pattern[str]:
    """A line that a section's name fills, alone or with its author: "ein Kommentar von A. Muster".

    One that ``asks`` may have a few words for who is asked: "Rozmowa z Anną Nowak".
    """
    asked = rf"|(?:{_any_of('with_kind')})(?:\s\S+){{1,4}}" if asks else ""
    behind = rf"(?:{_any_of('behind_kind')})\s.*{asked}"
    return re.compile(rf"(?:(?:{_any_of('before_kind')})\s)?{re.escape(word)}(?:\s(?:{behind}))?")


@cache
def kind_words(language: str) -> Mapping[ArticleKind, tuple[str, ...]]:
    """The names of sections by the kind of text, in the language and in English."""
    found: dict[ArticleKind, tuple[str, ...]] = {}
    for code in dict.fromkeys((language, "en")):
        for name, listed in mapping(code, "lines", "kinds").items():
            if isinstance(listed, list):
                kind = ArticleKind(name)
                found[kind] = (*found.get(kind, ()), *(str(word) for word in listed))
    return found


def supplier_in(text: str) -> str | None:
    """The agency that a credit names: "(dpa)", "© AFP", "dpa/Reuters", "Quelle: ANP"."""
    names = agencies()
    bare = CREDIT_YEAR.sub("", _before_agency().sub("", fold(text))).strip("()[] .–—-*")
    pieces = [piece.strip().lower() for piece in author_mark().split(bare)]
    if pieces and pieces[0] in names and len(bare) <= 60:
        return names[pieces[0]]
    return None


@cache
def _before_agency() -> re.Pattern[str]:
    """A sign of rights, or the word for a source in any language: "© ", "Quelle: "."""
    return re.compile(rf"^(?:©|\(c\)|copyright|{_any_of('source')})\W*", re.I)


def publisher_in(text: str) -> str | None:
    """The outlet that signs a line with its address: "© name.example Terms Privacy"."""
    match = SIGNED.search(fold(text))
    return match[1] if match and not PICTURE_LABEL.match(fold(text)) else None


@cache
def _in_any_language(key: str) -> tuple[str, ...]:
    """The words ``key`` of ``[lines]`` of all languages, the longest first: names keep the language they come from."""
    listed = {word for code in available() for word in words(code, "lines", key)}
    return longest_first(listed)


def _any_of(key: str) -> str:
    return "|".join(map(re.escape, _in_any_language(key)))
