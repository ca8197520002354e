"""``sources/articles`` as a shelf: what stands there is never touched, what is new is put beside it whole.

An article and its sidecar are first written under hidden names and then linked to their own, which fails where the
name is taken; an interruption leaves both or none.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from generator.adding.addresses import key_of_address
from generator.errors import ContentProblem, Place
from generator.project import Project
from generator.reading.article import slug


class Shelf:
    """The articles folder of a project during one run of ``add``; ``planned`` runs write nothing."""

    def __init__(self, project: Project, *, planned: bool = False) -> None:
        self.folder = project.articles_folder
        self._root = project.root
        self._planned = planned
        self._sidecars = project.sidecars
        self._by_size: defaultdict[int, list[Path]] = defaultdict(list)
        self._taken = {sidecar.id for sidecar in project.sidecars.values() if sidecar.id}
        self._new: dict[str, str] = {}
        self._addresses: dict[str, str] = {}
        for name, sidecar in project.sidecars.items():
            for url in filter(None, (sidecar.metadata.url, sidecar.retrieved_from)):
                self._addresses[key_of_address(url)] = f"sources/articles/{name}.yml"
        for directory, _, names in os.walk(self.folder):
            for name in names:
                self._know(Path(directory) / name)

    def holds(self, content: bytes) -> str | None:
        """The file, below the project, that has these very bytes."""
        if known := self._new.get(sha256(content).hexdigest()):
            return known
        same = (path for path in self._by_size.get(len(content), ()) if _bytes_of(path) == content)
        return next((self._below(path) for path in sorted(same)), None)

    def holds_address(self, url: str) -> str | None:
        """The sidecar, below the project, of an article that came from this address."""
        return self._addresses.get(key_of_address(url))

    def sidecar_of(self, file: str) -> str | None:
        """The sidecar that stands beside an article of the shelf; paths below the project."""
        article = self._root / file
        beside = (article.with_suffix(".yml"), article.with_suffix(".yaml"), article.with_name(article.name + ".yml"))
        return next((self._below(path) for path in beside if path.exists()), None)

    def id_of(self, file: str) -> str:
        """The id of an article of the shelf: its sidecar's, else one from its name."""
        below = (self._root / file).relative_to(self.folder)
        sidecar = self._sidecars.get(below.as_posix()) or self._sidecars.get(below.with_suffix("").as_posix())
        return (sidecar and sidecar.id) or slug(below.stem)

    def free_stem(self, stem: str) -> str:
        """The stem, or the stem with the first number that is free as file name and as id."""
        number, name = 1, stem
        while name in self._taken:
            number += 1
            name = f"{stem}-{number}"
        return name

    def is_taken(self, identifier: str) -> bool:
        """Whether an article or file has this id or name."""
        return identifier in self._taken

    def put(self, stem: str, ending: str, content: bytes, sidecar: bytes, urls: Iterable[str]) -> str:
        """Put an article and its sidecar on the shelf; its path below the project.

        Raises ``FileExistsError`` where a name is taken after all, ``ContentProblem`` where nothing can be written.
        """
        article, beside = self.folder / f"{stem}{ending}", self.folder / f"{stem}.yml"
        self._taken.add(stem)
        if not self._planned:
            try:
                self.folder.mkdir(parents=True, exist_ok=True)
                _write_both(article, content, beside, sidecar)
            except FileExistsError:
                raise
            except OSError as error:
                fact = f"cannot be written as {self._below(article)} ({error.strerror})"
                raise ContentProblem(Place(article.name), fact, "check permissions and room") from error
        self._new[sha256(content).hexdigest()] = self._below(article)
        for url in urls:
            self._addresses.setdefault(key_of_address(url), self._below(article))
        return self._below(article)

    def _know(self, path: Path) -> None:
        self._taken.update((path.stem.casefold(), slug(path.stem)))
        if path.suffix.lower() in (".yml", ".yaml"):
            return
        try:
            self._by_size[path.stat().st_size].append(path)
        except OSError:
            return  # a link that leads nowhere holds no bytes, but its name is taken

    def _below(self, path: Path) -> str:
        return path.relative_to(self._root).as_posix()


def _bytes_of(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError:
        return None


def _write_both(article: Path, content: bytes, beside: Path, sidecar: bytes) -> None:
    """Both files or none, whenever it is interrupted: what of the two got its name loses it again."""
    names = (article, beside)
    hidden = [path.with_name(f".{path.name}.part") for path in names]
    is_written = False
    try:
        for path, written in zip(hidden, (content, sidecar), strict=True):
            with path.open("wb") as file:
                file.write(written)
                file.flush()
                os.fsync(file.fileno())
        is_written = True
        for path, name in zip(hidden, names, strict=True):
            _name(path, name)
    except BaseException:
        for path, name in zip(hidden, names, strict=True):
            if is_written and _has_name(path, name):
                name.unlink(missing_ok=True)
        raise
    finally:
        for path in hidden:
            path.unlink(missing_ok=True)


def _has_name(hidden: Path, name: Path) -> bool:
    """Whether the finished file has got its name: the name is another link to it, or it was renamed."""
    return name.exists() and (not hidden.exists() or hidden.samefile(name))


def _name(hidden: Path, name: Path) -> None:
    """Give a finished file its name, unless the name is taken."""
    try:
        os.link(hidden, name)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if os.path.lexists(name):
            raise FileExistsError(name) from None
        hidden.rename(name)
