"""Copies of the sample project, and the sample built once for all tests that only look at it."""

from __future__ import annotations

import fcntl
import os
import pickle
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import settings

from generator import pipeline
from generator.analysis.agreement import likenesses
from generator.analysis.language.embedding import Encoder, Vectors, vectors_of

Made = TypeVar("Made")

REPOSITORY = Path(__file__).parents[1]
SECOND_PROJECT = Path(__file__).parent / "second_project"

settings.register_profile("a busy machine is no mistake", deadline=None)
settings.load_profile("a busy machine is no mistake")


@pytest.fixture(scope="session", autouse=True)
def _sentences_are_encoded_once() -> Iterator[None]:
    """Many tests compare the same few articles; nearly all their time went into encoding these again and again."""
    known = dict[tuple[Encoder, tuple[str, ...]], Vectors]()

    def encode_once(model: Encoder, texts: Sequence[str]) -> Vectors:
        asked = (model, tuple(texts))
        if asked not in known:
            known[asked] = vectors_of(model, texts)
        return known[asked]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(likenesses, "vectors_of", encode_once)
        yield


def copy_sample(target: Path) -> Path:
    """The sample project as a newcomer clones it: what the editor wrote, nothing generated."""
    shutil.copytree(REPOSITORY / "sources", target / "sources")
    (target / "docs").mkdir()
    for page in (REPOSITORY / "docs").glob("about*.md"):
        shutil.copy(page, target / "docs")
    for name in ("mkdocs.yml", "mkdocs-offline.yml"):
        shutil.copy(REPOSITORY / name, target)
    return target


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the sample project that a test may change."""
    return copy_sample(tmp_path / "sample")


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Made]) -> Made:
    """What ``make`` makes in a folder of that name: once for all processes that run tests side by side."""
    shared = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    kept = shared / f"{name}.pickle"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            kept.write_bytes(pickle.dumps(make(shared / name)))
    made: Made = pickle.loads(kept.read_bytes())
    return made


@pytest.fixture(scope="session")
def built_sample(tmp_path_factory: pytest.TempPathFactory) -> pipeline.Published:
    """The sample, built; a test that changes anything in it takes ``sample`` instead."""
    return made_once(tmp_path_factory, "built", lambda folder: pipeline.build(copy_sample(folder / "sample")))


@pytest.fixture(scope="session")
def built_second_project(tmp_path_factory: pytest.TempPathFactory) -> pipeline.Published:
    """A small project in other languages and on other themes, built."""

    def build(folder: Path) -> pipeline.Published:
        return pipeline.build(shutil.copytree(SECOND_PROJECT, folder / "second"))

    return made_once(tmp_path_factory, "built second", build)


@pytest.fixture
def published_sample(built_sample: pipeline.Published, tmp_path: Path) -> Path:
    """A copy of the sample with its site and what the program remembers of its articles, that a test may change."""
    return shutil.copytree(built_sample.target.parent, tmp_path / "sample")
