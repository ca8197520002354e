"""The shapes of the editor's files, as they are written: what is required, what may be absent, nothing else.

Pydantic reads each file whole and reports every mistake in it; ``reading_files`` turns the shapes into the values of
``model``. An unknown key is a mistake, because a misspelt key would otherwise be ignored without a word.
"""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, field_validator

from generator.edtf import is_valid
from generator.model import ActorKind, ArticleKind, ArticleStatus, Decision, Edition


def _text(value: object) -> object:
    """A bare number is meant as text: ``published: 2026``."""
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


def _word_list(value: object) -> object:
    """One word where a list is expected stands for a list of one."""
    return [_text(value)] if isinstance(value, str | int | float) else value


# "energy", "2023-10-samenwerking": lower-case ASCII, digits and hyphens
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
Text = Annotated[str, BeforeValidator(_text), Field(min_length=1)]
Words = Annotated[tuple[Text, ...], BeforeValidator(_word_list)]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


def _slug(value: str) -> str:
    if not _SLUG.fullmatch(value):
        raise ValueError(f'"{value}" is not an id: use lower-case letters a-z, digits and hyphens')
    return value


def _edtf(value: str) -> str:
    if not is_valid(value):
        raise ValueError(f'"{value}" is not a date: write 2023, 2023-10, 2023-10-05 or 2023-10-05T14:02')
    return value


Slug = Annotated[Text, Field(description="id")]
Date = Annotated[Text, Field(description="EDTF date")]


class ReleaseShape(_Shape):
    """A dated state of the dossier."""

    number: Text
    date: Text

    _date = field_validator("date")(_edtf)


class SettingsShape(_Shape):
    """``sources/dossier.yml``."""

    title: Text
    name: Text | None = None
    language: Text = "en"
    description: Text | None = None
    themes: Words = ()
    edition: Edition = Edition.PUBLIC
    quote_share: Annotated[float, Field(ge=0, le=1)] = 0.35
    extracts_per_theme: Annotated[int, Field(ge=1, le=50)] = 8
    release: ReleaseShape | None = None
    contact: Text | None = None
    site_url: Text | None = None

    @field_validator("name")
    @classmethod
    def _name(cls, value: str | None) -> str | None:
        return None if value is None else _slug(value)


class ThemeShape(_Shape):
    """An entry of ``sources/vocabulary/themes.yml``."""

    id: Slug
    title: dict[str, Text] | Text
    description: dict[str, Text] | Text | None = None
    terms: dict[str, Words] | Words = ()
    exclude: dict[str, Words] | Words = ()

    _id = field_validator("id")(_slug)


class ReviewShape(_Shape):
    """An entry of ``sources/vocabulary/review.yml``: a word that may belong to a theme, and what an editor says."""

    theme: Slug
    term: Text
    language: Text
    likeness: float | None = None
    sentence: Text | None = None
    example: Text | None = None
    decision: Decision | None = None
    note: Text | None = None


class ActorShape(_Shape):
    """An entry of ``sources/vocabulary/actors.yml``."""

    id: Slug
    name: Text
    kind: ActorKind
    aliases: dict[str, Words] | Words = ()
    description: Text | None = None

    _id = field_validator("id")(_slug)


class PublisherShape(_Shape):
    """An entry of ``sources/vocabulary/publishers.yml``."""

    id: Slug
    name: Text
    names: Words = ()
    hosts: Words = ()
    country: Text | None = None
    about: Text | None = None
    ground: Text | None = None

    _id = field_validator("id")(_slug)


class SidecarShape(_Shape):
    """``sources/articles/<id>.yml``: what the article's file does not say."""

    id: Slug | None = None
    title: Text | None = None
    subtitle: Text | None = None
    publisher: Text | None = None
    supplier: Text | None = None
    authors: Words | None = None
    published: Date | None = None
    updated: Date | None = None
    retrieved: Date | None = None
    language: Text | None = None
    kind: ArticleKind | None = None
    url: Text | None = None
    rights: Text | None = None
    section: Text | None = None
    status: ArticleStatus = ArticleStatus.CURRENT
    confirmed: Words = ()
    note: Text | None = None

    @field_validator("id")
    @classmethod
    def _id(cls, value: str | None) -> str | None:
        return None if value is None else _slug(value)

    @field_validator("published", "updated", "retrieved")
    @classmethod
    def _date(cls, value: str | None) -> str | None:
        return None if value is None else _edtf(value)

    @field_validator("url")
    @classmethod
    def _url(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith(("http://", "https://")):
            raise ValueError(f'"{value}" is not an address: it must begin with https:// or http://')
        return value


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

    id: Slug
    text: Text
    attribution: Text | None = None
    disputed: bool = False
    quotes: Quotes

    _id = field_validator("id")(_slug)


class SideShape(_Shape):
    """One side of a disagreement."""

    text: Text
    quotes: Quotes


class DisagreementShape(_Shape):
    """A question that sources answer differently."""

    id: Slug
    question: Text
    sides: Annotated[tuple[SideShape, ...], Field(min_length=2)]

    _id = field_validator("id")(_slug)


class GapShape(_Shape):
    """What was searched for and not found."""

    text: Text
    searched: Words = ()


class BriefingShape(_Shape):
    """``sources/briefings/<theme>.yml``; the file's name says the theme where ``theme`` does not."""

    theme: Slug | None = None
    language: Text | None = None
    drafted_by: Text | None = None
    reviewed_by: Text | None = None
    note: Text | None = None
    bottom_line: BottomLineShape | None = None
    statements: tuple[StatementShape, ...] = ()
    disagreements: tuple[DisagreementShape, ...] = ()
    gaps: tuple[GapShape, ...] = ()
