"""Reads every file of ``sources/`` that an editor may write and checks that they agree with each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from generator.errors import ContentProblem
from generator.model import (
    SIDECAR,
    Actor,
    EditorBriefing,
    Metadata,
    Publisher,
    Release,
    Settings,
    Sidecar,
    Theme,
    Vocabulary,
    ascii_slug,
)
from generator.project.agreement import KnownThemes, check_unique
from generator.project.briefings import read_briefings
from generator.project.located_yaml import LocatedYaml
from generator.project.reading_files import read_located, read_shape, read_shapes
from generator.project.review import read_review
from generator.project.shapes import (
    ActorShape,
    PublisherShape,
    SettingsShape,
    SidecarShape,
    ThemeShape,
)
from generator.project.translations import Translations, read_translations
from generator.project.unread import unread_files, yaml_files

_METADATA_FIELDS = frozenset(field.name for field in fields(Metadata)) - {"origins"}


@dataclass(frozen=True, slots=True)
class Project:
    """A project as its editor wrote it. ``problems`` are the mistakes found; what is whole is there all the same.

    ``sidecars`` are by path below ``sources/articles``, without ending: ``2023/some-article``. ``put_by`` are
    briefings of themes that ``dossier.yml`` does not name, and so no part of the dossier; ``unread`` are files of
    ``sources/`` that have no effect.
    """

    root: Path
    settings: Settings
    vocabulary: Vocabulary
    briefings: tuple[EditorBriefing, ...] = ()
    put_by: tuple[EditorBriefing, ...] = ()
    translations: Translations = field(default_factory=dict)
    sidecars: Mapping[str, Sidecar] = field(default_factory=dict)
    unread: tuple[str, ...] = ()
    problems: tuple[ContentProblem, ...] = ()

    @property
    def articles_folder(self) -> Path:
        """Where the articles and their sidecars are."""
        return self.root / "sources" / "articles"

    @property
    def cache_folder(self) -> Path:
        """Where results of per-article work are kept between runs; it can be removed at any time."""
        return self.root / ".dossier" / "cache"


def load_project(root: Path) -> Project:
    """Read ``root/sources``. Mistakes are collected in ``Project.problems``, never raised one by one."""
    problems: list[ContentProblem] = []
    sources = root / "sources"
    themes_file = read_located(sources / "vocabulary" / "themes.yml", root, problems)
    readable = themes_file is not None or not (sources / "vocabulary" / "themes.yml").exists()
    known = KnownThemes.of(themes_file, readable=readable)
    vocabulary = Vocabulary(
        themes=tuple(_themes(themes_file, problems)),
        actors=tuple(_actors(sources / "vocabulary" / "actors.yml", root, problems)),
        publishers=tuple(_publishers(sources / "vocabulary" / "publishers.yml", root, problems)),
        reviewed=read_review(root, known, problems),
    )
    settings = _settings(sources / "dossier.yml", root, known, problems)
    briefings = read_briefings(sources / "briefings", root, settings, known, problems)
    put_by = {theme for theme in known.ids if settings.themes and theme not in settings.themes}
    return Project(
        root=root,
        settings=settings,
        vocabulary=_in_editors_order(vocabulary, settings),
        briefings=tuple(briefing for briefing in briefings if briefing.theme not in put_by),
        put_by=tuple(briefing for briefing in briefings if briefing.theme in put_by),
        translations=read_translations(sources / "translations", settings.language, root, problems),
        sidecars=_sidecars(sources / "articles", root, vocabulary, problems),
        unread=unread_files(root, settings.language, problems),
        problems=tuple(problems),
    )


def _settings(path: Path, root: Path, known: KnownThemes, problems: list[ContentProblem]) -> Settings:
    default = Settings(title=_spoken(root.resolve().name), name=_name(root.resolve().name))
    document = read_located(path, root, problems)
    shape = read_shape(document, SettingsShape, problems) if document else None
    if document is None or shape is None:
        return default
    places = [(theme, document.place(("themes", number))) for number, theme in enumerate(shape.themes)]
    for theme, place in places if known.ids else ():  # with no themes.yml there is one page
        known.check(theme, place, problems)
    check_unique(places, "theme", problems)
    return Settings(
        title=shape.title,
        name=shape.name or _name(shape.title),
        language=shape.language,
        description=shape.description,
        themes=shape.themes,
        edition=shape.edition,
        quote_share=shape.quote_share,
        extracts_per_theme=shape.extracts_per_theme,
        release=Release(shape.release.number, shape.release.date) if shape.release else None,
        contact=shape.contact,
        site_url=shape.site_url.rstrip("/") + "/" if shape.site_url else None,
    )


def _themes(document: LocatedYaml | None, problems: list[ContentProblem]) -> list[Theme]:
    if document is None:
        return []
    entries = read_shapes(document, ThemeShape, problems)
    check_unique(((shape.id, place) for shape, place in entries), "theme", problems)
    return [
        Theme(
            id=shape.id,
            titles=shape.title,
            description=shape.description,
            terms=shape.terms,
            exclude=shape.exclude,
        )
        for shape, _ in entries
    ]


def _actors(path: Path, root: Path, problems: list[ContentProblem]) -> list[Actor]:
    document = read_located(path, root, problems)
    if document is None:
        return []
    entries = read_shapes(document, ActorShape, problems)
    check_unique(((shape.id, place) for shape, place in entries), "actor", problems)
    return [Actor(shape.id, shape.name, shape.kind, shape.aliases, shape.description) for shape, _ in entries]


def _publishers(path: Path, root: Path, problems: list[ContentProblem]) -> list[Publisher]:
    document = read_located(path, root, problems)
    if document is None:
        return []
    entries = read_shapes(document, PublisherShape, problems)
    check_unique(((shape.id, place) for shape, place in entries), "publisher", problems)
    return [Publisher(**shape.model_dump()) for shape, _ in entries]


def _sidecars(folder: Path, root: Path, vocabulary: Vocabulary, problems: list[ContentProblem]) -> dict[str, Sidecar]:
    found: dict[str, Sidecar] = {}
    if not folder.is_dir():
        return found
    names = {publisher.id: publisher.name for publisher in vocabulary.publishers}
    for path in yaml_files(folder, below=True):
        document = read_located(path, root, problems)
        shape = read_shape(document, SidecarShape, problems) if document else None
        if document is None or shape is None:
            continue
        name = path.relative_to(folder).with_suffix("").as_posix()
        if name in found:
            fact = f"two sidecars of one name: the other is {found[name].place.file}"
            problems.append(ContentProblem(document.place(), fact, "put what holds into one of them"))
        found.setdefault(name, _sidecar(shape, document, names))
    return found


def _sidecar(shape: SidecarShape, document: LocatedYaml, publisher_names: Mapping[str, str]) -> Sidecar:
    stated = shape.model_fields_set & _METADATA_FIELDS
    values = {name: getattr(shape, name) for name in stated}
    if shape.publisher:
        values["publisher"] = publisher_names.get(shape.publisher, shape.publisher)
    if "authors" in values:
        values["authors"] = values["authors"] or ()
    if values.get("language", "") is None:
        values["language"] = "und"
    return Sidecar(
        place=document.place(),
        id=shape.id,
        metadata=Metadata(**values, origins=dict.fromkeys(sorted(stated), SIDECAR)),
        stated=frozenset(stated),
        confirmed=shape.confirmed,
        retrieved_from=shape.retrieved_from,
        status=shape.status,
    )


def _in_editors_order(vocabulary: Vocabulary, settings: Settings) -> Vocabulary:
    """Themes in the order of ``dossier.yml``; one that it does not name is not in the dossier; none named: all."""
    if not settings.themes:
        return vocabulary
    by_id = {theme.id: theme for theme in vocabulary.themes}
    themes = tuple(by_id[name] for name in dict.fromkeys(settings.themes) if name in by_id)
    return replace(vocabulary, themes=themes)


def _name(title: str) -> str:
    """The name of the dossier's files, where none is stated."""
    return ascii_slug(title) or "dossier"


def _spoken(name: str) -> str:
    """The title of a dossier, from the name of its folder."""
    words = name.replace("_", " ").replace("-", " ").strip()
    return words[:1].upper() + words[1:] or "Dossier"
