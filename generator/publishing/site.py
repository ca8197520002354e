"""The pages of ``docs/`` become a site: the only module that knows MkDocs.

Takes a project whose ``docs/`` is complete, a folder to build into, and the title, language and navigation that the
dossier states. Gives the finished folder; ``write_checksums`` seals it once all is in it. Promises: equal pages and an
equal timestamp give equal bytes; a warning of MkDocs is a ``SiteBroken`` with MkDocs' own words; nothing is printed.
MkDocs runs in a Python of its own, so no logging handler, environment variable or plugin outlives a build.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from generator.edtf import earliest
from generator.errors import Place, ProblemsFound, SiteBroken, refused_by_system

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

CHECKSUMS = "data/checksums.txt"
MATERIAL_SCRIPTS = "assets/javascripts"  # our pages load none of them (docs/decisions/0013)
JOINED = "assets/dossier/parts"  # what the theme joins into one sheet and one script
CONFIGURATION = "mkdocs.yml"
OFFLINE_CONFIGURATION = "mkdocs-offline.yml"
DEFAULT_CONFIGURATION = Path(__file__).with_name("mkdocs-default.yml")

# The page that a message of MkDocs is about: "Doc file 'themes/energy.md' contains a link …".
NAMED_PAGE = re.compile(r"Doc file '([^']+)'")
# The last second that a compressed file (that of the site map) can state, in 2106.
LATEST_TIMESTAMP = 2**32 - 1


@dataclass(frozen=True, slots=True)
class Download:
    """A link at the foot of every page: its words, where it leads from the root of the site, and how large it is."""

    label: str
    address: str
    size: str


@dataclass(frozen=True, slots=True)
class _Order:
    """What the child process is told to build."""

    project: str
    site_folder: str
    title: str
    language: str
    nav: tuple[tuple[str, str], ...]
    offline: bool
    site_url: str | None
    offered: tuple[Download, ...]


def build_site(  # noqa: PLR0913 - each keyword is one fact that the dossier states
    project: Path,
    site_folder: Path,
    *,
    title: str,
    language: str,
    nav: Sequence[tuple[str, str]],
    offline: bool = False,
    timestamp: int = 0,
    site_url: str | None = None,
    offered: Sequence[Download] = (),
) -> Path:
    """Build ``project/docs`` into ``site_folder``, which is emptied first; gives its resolved path.

    ``nav`` holds titles and paths below ``docs/`` in reading order; an empty title leaves it to the page. Pages that
    an editor wrote at the top of ``docs/`` follow by name. A ``nav`` in the project's own mkdocs.yml replaces all
    that. ``timestamp`` (seconds since 1970) is the only time that the site can show. ``offered`` are the links to files
    that are put into the site afterwards.
    Raises ``ProblemsFound`` with one ``SiteBroken`` for each warning of MkDocs.
    """
    project, site_folder = project.resolve(), site_folder.resolve()
    order = _Order(str(project), str(site_folder), title, language, tuple(nav), offline, site_url, tuple(offered))
    messages = _run_mkdocs(order, timestamp)
    if messages:
        raise ProblemsFound([SiteBroken(_place(message), message) for message in messages])
    return site_folder


def timestamp_of(date: str | None) -> int:
    """The first moment (UTC, for ``build_site``) of a date (EDTF); 0 where it has none, or one before 1970.

    One that a mistaken article puts beyond 2106 is the last that a compressed file can state.
    """
    first = earliest(date) if date else None
    return min(max(0, int(datetime.combine(first, time.min, UTC).timestamp())), LATEST_TIMESTAMP) if first else 0


def write_checksums(site_folder: Path) -> None:
    """Write ``data/checksums.txt``: the SHA-256 of every other file of the site, as ``sha256sum --check`` reads it."""
    target = site_folder / CHECKSUMS
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    lines = [f"{digest}  {path}\n" for path, digest in checksums(site_folder)]
    target.write_text("".join(lines), encoding="utf-8", newline="\n")


def checksums(site_folder: Path) -> Iterator[tuple[str, str]]:
    """Path (POSIX, from the root of the site) and SHA-256 of every file but the checksums themselves, by path."""
    paths = {path.relative_to(site_folder).as_posix(): path for path in site_folder.rglob("*") if path.is_file()}
    for name in sorted(paths.keys() - {CHECKSUMS}):
        yield name, hashlib.sha256(paths[name].read_bytes()).hexdigest()


def recorded_checksums(site_folder: Path) -> dict[str, str]:
    """What ``write_checksums`` wrote: the SHA-256 of every file as it was built. Raises ``OSError``."""
    listed = (site_folder / CHECKSUMS).read_text(encoding="utf-8", errors="replace")
    return {line[66:]: line[:64] for line in listed.splitlines()}


def _run_mkdocs(order: _Order, timestamp: int) -> list[str]:
    """Run this module in a Python of its own; give MkDocs' warnings and errors, in the order they came."""
    package_root = str(Path(__file__).resolve().parents[2])
    environment = {
        **os.environ,
        "SOURCE_DATE_EPOCH": str(timestamp),
        "PYTHONPATH": os.pathsep.join(filter(None, [package_root, os.environ.get("PYTHONPATH")])),
        "PYTHONUTF8": "1",
    }
    # -P: a folder named like a module inside the project must not be imported
    finished = subprocess.run(
        [sys.executable, "-P", "-m", "generator.publishing.site"],
        input=json.dumps(asdict(order)),
        cwd=order.project,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if finished.returncode != 0:
        raise RuntimeError(f"MkDocs stopped:\n{finished.stderr}")
    messages: list[str] = json.loads(finished.stdout.splitlines()[-1])
    return messages


def _place(message: str) -> Place:
    """The page that a message names, else the folder of pages."""
    named = NAMED_PAGE.search(message)
    return Place(f"docs/{named[1]}" if named else "docs")


def _build_here(order: _Order) -> list[str]:
    """Build in this process; give the warnings and errors that MkDocs logged."""
    from mkdocs.commands.build import build
    from mkdocs.exceptions import Abort, MkDocsException

    log = _Messages()
    logging.getLogger("mkdocs").addHandler(log)
    try:
        configuration = _configuration(order)
        configuration.plugins.on_startup(command="build", dirty=False)
        build(configuration)
        configuration.plugins.on_shutdown()
        _drop_needless(Path(order.site_folder), hosted=bool(configuration.site_url), offline=order.offline)
    except Abort as stop:
        return log.messages or [str(stop)]
    except MkDocsException as problem:
        return [*log.messages, str(problem)]
    except OSError as error:
        refusal = refused_by_system(error)
        if refusal is None:
            raise
        return [*log.messages, str(refusal)]
    return log.messages


class _Messages(logging.Handler):
    """Keeps what MkDocs logs as a warning or worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def _configuration(order: _Order) -> MkDocsConfig:
    """The project's configuration, else the package's, with what the dossier states put over it."""
    from markupsafe import escape
    from mkdocs.config.base import load_config
    from mkdocs.utils.yaml import yaml_load

    project = Path(order.project)
    file = _configuration_file(project, offline=order.offline)
    with file.open("rb") as stream:
        stated = yaml_load(stream)
    # Material puts both titles into pages as they are; escape() also tells a template that escapes not to do it again
    options: dict[str, object] = {"site_name": escape(order.title), "site_dir": order.site_folder, "strict": True}
    if "nav" not in stated:
        pages = _with_hand_written(project, order.nav)
        options["nav"] = [{escape(title): path} if title else path for title, path in pages]
    if order.site_url is not None:
        options["site_url"] = order.site_url
    if order.offline:
        options |= {"use_directory_urls": False, "site_url": ""}
    configuration = load_config(str(file), config_file_path=str(project / CONFIGURATION), **options)
    configuration.extra["downloads"] = [asdict(one) for one in order.offered]
    _state_theme(configuration, order)
    return configuration


def _configuration_file(project: Path, *, offline: bool) -> Path:
    """The first that exists: the project's offline file (for an offline build), its mkdocs.yml, the package's."""
    names = [OFFLINE_CONFIGURATION, CONFIGURATION] if offline else [CONFIGURATION]
    return next((project / name for name in names if (project / name).is_file()), DEFAULT_CONFIGURATION)


def _with_hand_written(project: Path, nav: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The navigation, then every page at the top of ``docs/`` that it does not name, by name."""
    named = {path for _, path in nav}
    pages = sorted(path.name for path in (project / "docs").glob("*.md"))
    return [*nav, *(("", page) for page in pages if page not in named)]


def _state_theme(configuration: MkDocsConfig, order: _Order) -> None:
    """Set the language of the interface: the dossier's, else English."""
    theme = configuration.theme
    translations = theme.get_env().list_templates(filter_func=lambda name: name.startswith("partials/languages/"))
    known = f"partials/languages/{order.language}.html" in translations
    theme["language"] = order.language if known else "en"


def _drop_needless(site_folder: Path, *, hosted: bool, offline: bool) -> None:
    """Remove what MkDocs always writes and no reader needs.

    A site map without an address is empty; a folder shows no page for errors; maps of scripts and style sheets are
    for the makers of the theme; no page loads Material's scripts.
    """
    needless = [*([] if hosted else ["sitemap.xml", "sitemap.xml.gz"]), *(["404.html"] if offline else [])]
    for path in [*(site_folder / name for name in needless), *site_folder.glob("assets/**/*.min.*.map")]:
        path.unlink(missing_ok=True)
    for folder in (MATERIAL_SCRIPTS, JOINED):
        shutil.rmtree(site_folder / folder, ignore_errors=True)


if __name__ == "__main__":
    told = json.loads(sys.stdin.read())
    told["nav"] = tuple((title, path) for title, path in told["nav"])
    told["offered"] = tuple(Download(**one) for one in told["offered"])
    answer = _build_here(_Order(**told))
    sys.stdout.write("\n" + json.dumps(answer) + "\n")
