"""The shapes of the editor's files, as they are written: what is required, what may be absent, nothing else.

Pydantic reads each file whole and finds every mistake in it, which ``mistakes`` puts into words; a ``ValueError`` of
this module holds fact and remedy. An unknown key is a mistake, because a misspelt key would otherwise be ignored
without a word.
"""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticKnownError

from generator.edtf import is_valid
from generator.model import ActorKind, ArticleKind, ArticleStatus, Decision, Edition, ascii_slug
from generator.project.language_codes import language_code

# What people call a key, and what it is called here, where a shape has that key.
MEANT = {
    "address": "url",
    "author": "authors",
    "citations": "quotes",
    "date": "published",
    "keywords": "terms",
    "lang": "language",
    "link": "url",
    "names": "aliases",
    "outlet": "publisher",
    "quote": "exact",
    "source": "publisher",
    "sources": "quotes",
    "spellings": "aliases",
    "statement": "text",
    "type": "kind",
    "words": "terms",
}


def _word_list(value: object) -> object:
    """One word where a list is expected stands for a list of one, and nothing for an empty one."""
    return [value] if isinstance(value, str) else _listed(value)


def _listed(value: object) -> object:
    """A key behind which nothing stands has an empty list."""
    return () if value is None else value


def _term_list(value: object) -> object:
    """The same, for words of which none has a comma in it."""
    if isinstance(value, str) and "," in value:
        listed = ", ".join(part.strip() for part in value.split(",") if part.strip())
        raise ValueError(f'"{value}" is one term, commas and all', f"write a list: [{listed}]")
    return _word_list(value)


def _stated_for(language: str) -> BeforeValidator:
    """What is stated once, without a language, stands for this one; empty stays empty."""

    def by_language(value: object) -> object:
        if value is None or isinstance(value, dict):
            return value or {}
        return {language: value}

    return BeforeValidator(by_language)


# "energy", "2023-10-samenwerking": lower-case ASCII, digits and hyphens
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# ways of writing a day that two countries read in two ways, or that are no ISO 8601: "12.03.2024", "2024-3-12"
_OTHER_DATE = re.compile(r"(?P<first>\d{1,4})[-./](?P<month>\d{1,2})[-./](?P<last>\d{1,4})")
YEAR_DIGITS = 4
_TIME_OF_DAY = re.compile(r"(\d{4}-\d{2}-\d{2}) +(\d{2}:\d{2})")


def _slug(value: str) -> str:
    if not _SLUG.fullmatch(value):
        near = ascii_slug(value)
        example = f', such as "{near}"' if near else ""
        raise ValueError(f'"{value}" is not an id', f"use lower-case letters a-z, digits and hyphens{example}")
    return value


def _edtf(value: str) -> str:
    if not is_valid(value):
        raise ValueError(f'"{value}" is not a date', f"write {_as_date(value)}")
    return value


def _as_date(value: str) -> str:
    """What may be meant, as EDTF, where a day can be read in the value; else the ways to write a date."""
    found = _OTHER_DATE.fullmatch(value)
    meant = [_TIME_OF_DAY.sub(r"\1T\2", value)]
    if found and len(found["first"]) == YEAR_DIGITS:
        meant += [f"{found['first']}-{found['month']:0>2}-{found['last']:0>2}"]
    elif found and len(found["last"]) == YEAR_DIGITS:
        day, month = found["first"], found["month"]
        meant += [f"{found['last']}-{month:0>2}-{day:0>2}", f"{found['last']}-{day:0>2}-{month:0>2}"]
    days = [day for day in dict.fromkeys(meant) if is_valid(day)]
    return " or ".join(days) if days else "2023, 2023-10, 2023-10-05 or 2023-10-05T14:02, of days that exist"


def _web_address(value: str) -> str:
    if not re.match(r"https?://[^\s/]", value):
        raise ValueError(f'"{value}" is not an address', "it must begin with https:// or http://")
    return value


def _host(value: str) -> str:
    """The name of a host, also where its address is given: "https://courier.example/news" is courier.example."""
    return re.sub(r"^https?://", "", value).split("/", maxsplit=1)[0]


def _filled(value: str) -> str:
    """Words: blanks alone are as good as nothing."""
    if not value.strip():
        raise PydanticKnownError("string_too_short", {"min_length": 1})
    return value


Text = Annotated[str, AfterValidator(_filled)]
Listed = BeforeValidator(_listed)
Words = Annotated[tuple[Text, ...], BeforeValidator(_word_list)]
Terms = Annotated[tuple[Text, ...], BeforeValidator(_term_list)]
LanguageCode = Annotated[Text, AfterValidator(language_code)]
NewId = Annotated[Text, AfterValidator(_slug)]
Date = Annotated[Text, AfterValidator(_edtf)]
Host = Annotated[Text, AfterValidator(_host)]
WebAddress = Annotated[Text, AfterValidator(_web_address)]
Titles = Annotated[dict[LanguageCode, Text], _stated_for("en")]
TermsByLanguage = Annotated[dict[LanguageCode, Terms], _stated_for("any")]
NamesByLanguage = Annotated[dict[LanguageCode, Words], _stated_for("any")]


class _Shape(BaseModel):
    """Every key that a shape does not name is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ReleaseShape(_Shape):
    """A dated state of the dossier."""

    number: Text
    date: Date


class SettingsShape(_Shape):
    """``sources/dossier.yml``."""

    title: Text
    name: NewId | None = None
    language: LanguageCode = "en"
    description: Text | None = None
    themes: Terms = ()
    edition: Edition = Edition.PUBLIC
    quote_share: Annotated[float, Field(ge=0, le=1)] = 0.35
    extracts_per_theme: Annotated[int, Field(ge=1, le=50)] = 8
    release: ReleaseShape | None = None
    contact: Text | None = None
    site_url: WebAddress | None = None


class ThemeShape(_Shape):
    """An entry of ``sources/vocabulary/themes.yml``."""

    id: NewId
    title: Annotated[Titles, Field(min_length=1)]
    description: Titles = Field(default_factory=dict)
    terms: TermsByLanguage = Field(default_factory=dict)
    exclude: TermsByLanguage = Field(default_factory=dict)


class ReviewShape(_Shape):
    """An entry of ``sources/vocabulary/review.yml``: a word that may belong to a theme, and what an editor says."""

    theme: Text
    term: Text
    language: LanguageCode
    likeness: float | None = None
    sentence: Text | None = None
    example: Text | None = None
    decision: Decision | None = None
    note: Text | None = None


class ActorShape(_Shape):
    """An entry of ``sources/vocabulary/actors.yml``."""

    id: NewId
    name: Text
    kind: ActorKind
    aliases: NamesByLanguage = Field(default_factory=dict)
    description: Text | None = None


class PublisherShape(_Shape):
    """An entry of ``sources/vocabulary/publishers.yml``."""

    id: NewId
    name: Text
    names: Words = ()
    hosts: Annotated[tuple[Host, ...], BeforeValidator(_word_list)] = ()
    country: Text | None = None
    about: Text | None = None
    ground: Text | None = None


class SidecarShape(_Shape):
    """``sources/articles/<id>.yml``: what the article's file does not say."""

    id: NewId | None = None
    title: Text | None = None
    subtitle: Text | None = None
    publisher: Text | None = None
    supplier: Text | None = None
    authors: Words | None = None
    published: Date | None = None
    updated: Date | None = None
    retrieved: Date | None = None
    retrieved_from: WebAddress | None = None
    language: LanguageCode | None = None
    kind: ArticleKind | None = None
    url: WebAddress | None = None
    rights: Text | None = None
    section: Text | None = None
    status: ArticleStatus = ArticleStatus.CURRENT
    confirmed: Words = ()
    note: Text | None = None


class QuoteShape(_Shape):
    """Words of an article, with a prefix where they stand more than once in it."""

    article: Text
    exact: Text
    prefix: str = ""


Quotes = Annotated[tuple[QuoteShape, ...], Field(min_length=1)]


class BottomLineShape(_Shape):
    """The answer that opens a theme page."""

    text: Text
    quotes: Quotes


class StatementShape(_Shape):
    """A sentence of the editor's and the quotes it rests on."""

    id: NewId
    text: Text
    attribution: Text | None = None
    disputed: bool = False
    quotes: Quotes


class SideShape(_Shape):
    """One side of a disagreement."""

    text: Text
    quotes: Quotes


class DisagreementShape(_Shape):
    """A question that sources answer differently."""

    id: NewId
    question: Text
    sides: Annotated[tuple[SideShape, ...], Field(min_length=2)]


class GapShape(_Shape):
    """What was searched for and not found."""

    text: Text
    searched: Terms = ()


class BriefingShape(_Shape):
    """``sources/briefings/<theme>.yml``; the file's name says the theme where ``theme`` does not."""

    theme: Text | None = None
    language: LanguageCode | None = None
    drafted_by: Text | None = None
    reviewed_by: Text | None = None
    note: Text | None = None
    bottom_line: BottomLineShape | None = None
    statements: Annotated[tuple[StatementShape, ...], Listed] = ()
    disagreements: Annotated[tuple[DisagreementShape, ...], Listed] = ()
    gaps: Annotated[tuple[GapShape, ...], Listed] = ()
    leave_out: Terms = ()
