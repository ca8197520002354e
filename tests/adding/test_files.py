"""Files and folders that an editor adds: copied byte for byte, named by what they hold, never over anything."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from generator import pipeline
from generator.adding import Added, AlreadyThere
from generator.errors import ContentProblem
from generator.model import Edition
from tests.adding.adding import TEXT, added_to, files_in, only, sidecar_of, sidecar_text, the_added, the_problem
from tests.adding.server import page
from tests.commands import dossier, snapshot
from tests.conftest import REPOSITORY


def test_a_file_is_copied_byte_for_byte_under_a_telling_name(project: Path, tmp_path: Path) -> None:
    file = tmp_path / "Scan (3).dat"
    file.write_bytes(TEXT.replace("\n", "\r\n").encode("utf-16"))
    added = the_added(added_to(project, file))
    assert added.file == "sources/articles/2023-10-05-a-port-for-the-northern-route.txt"
    assert added.id == "2023-10-05-a-port-for-the-northern-route"
    assert (project / added.file).read_bytes() == file.read_bytes()
    assert files_in(project) == [f"{added.id}.txt", f"{added.id}.yml"]


def test_what_the_file_says_is_a_comment_and_no_field(project: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    added = the_added(added_to(project, tmp_path / "a.txt"))
    assert sidecar_of(project, added).stated == frozenset()
    assert sidecar_of(project, added).id == added.id
    written = sidecar_text(project, added)
    assert "#   title: A port for the northern route  (line 1; likely)" in written
    assert "#   published: 2023-10-05" in written
    assert "Not known: publisher, authors" in written


@pytest.mark.parametrize(
    ("name", "content", "ending"),
    [
        ("page.txt", page(), ".html"),
        ("text.html", TEXT, ".txt"),
        ("x", f"---\ntitle: A port\n---\n\n{TEXT}", ".md"),
        ("x.doc", f"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n"
         f"{page()}\n--b--\n", ".mhtml"),
    ],
)  # fmt: skip
def test_the_ending_is_that_of_the_content(project: Path, tmp_path: Path, name: str, content: str, ending: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert Path(the_added(added_to(project, tmp_path / name)).file).suffix == ending


def test_documents_keep_their_endings(project: Path, tmp_path: Path) -> None:
    from docx import Document

    document = Document()
    document.add_heading("A port for the northern route", 0)
    for line in TEXT.split("\n\n")[2:]:
        document.add_paragraph(line)
    document.save(str(tmp_path / "document"))
    assert Path(the_added(added_to(project, tmp_path / "document")).file).suffix == ".docx"


def test_a_saved_page_says_when_it_was_saved(project: Path, tmp_path: Path) -> None:
    (tmp_path / "a.mht").write_text(
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://outlet.example/a\n"
        "Date: Fri, 6 Oct 2023 10:00:00 +0200\nMIME-Version: 1.0\n"
        f'Content-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\n\n{page()}\n--b--\n',
        encoding="utf-8",
    )
    added = the_added(added_to(project, tmp_path / "a.mht"))
    assert sidecar_of(project, added).metadata.retrieved == "2023-10-06T08:00:00Z"
    assert sidecar_of(project, added).stated == {"retrieved"}
    assert added.known.url == "https://outlet.example/a"


def test_a_title_in_another_script_gives_a_name_that_can_be_read(project: Path, tmp_path: Path) -> None:
    russian = "Новый порт на северном пути\n\n" + "Министры открыли новый порт в четверг, сообщили в городе. " * 4
    (tmp_path / "a.txt").write_text(russian, encoding="utf-8")
    assert the_added(added_to(project, tmp_path / "a.txt")).id == "undated-novyy-port-na-severnom-puti"


@pytest.mark.parametrize(
    ("title", "text", "named"),
    [
        (
            "フェリー会社でストライキ、11の島が孤立",
            "乗組員がストライキに入り、定期便が止まった。組合は賃上げを求めている。",
            "undated-fueri-sutoraiki-11",
        ),
        ("裁判所が鉱山を停止", "裁判所は鉱山の許可を停止した。地下水への影響の調査が不十分だと判断した。", "undated"),
        (
            "إضراب العبارات",
            "توقفت أطقم الشركة عن العمل منتصف الليل، وتطالب النقابة بزيادة في الأجور.",
            "undated-drb-lbrt",
        ),
    ],
)
def test_no_name_spells_signs_by_the_sounds_of_another_language(
    project: Path, tmp_path: Path, title: str, text: str, named: str
) -> None:
    (tmp_path / "a.txt").write_text(f"{title}\n\n{text * 4}\n", encoding="utf-8")
    assert the_added(added_to(project, tmp_path / "a.txt")).id == named


def test_the_same_bytes_are_not_added_twice(project: Path, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    first, second = added_to(project, tmp_path / "a.txt", tmp_path / "b.txt")
    assert isinstance(first, Added)
    assert isinstance(second, AlreadyThere)
    assert second.file == first.file
    before = snapshot(project)
    assert isinstance(only(added_to(project, tmp_path / "b.txt")), AlreadyThere)
    assert isinstance(only(added_to(project, project / first.file)), AlreadyThere)
    assert snapshot(project) == before


def test_a_name_that_is_taken_gives_way_to_the_next(project: Path, tmp_path: Path) -> None:
    folder = project / "sources" / "articles"
    (folder / "2023-10-05-A-Port-for-the-northern-route.pdf").write_bytes(b"the editor's own")
    (folder / "other.txt").write_text(TEXT + "Another ending of this article, by another hand.\n", encoding="utf-8")
    (folder / "other.yml").write_text("id: 2023-10-05-a-port-for-the-northern-route-2\n", encoding="utf-8")
    before = snapshot(project)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert the_added(added_to(project, tmp_path / "a.txt")).id == "2023-10-05-a-port-for-the-northern-route-3"
    assert before.items() <= snapshot(project).items()


def test_a_folder_is_walked_and_what_cannot_be_added_stops_nothing(project: Path, tmp_path: Path) -> None:
    folder = tmp_path / "found"
    (folder / "deeper").mkdir(parents=True)
    (folder / "deeper" / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "b.html").write_text(page(), encoding="utf-8")
    (folder / ".hidden.txt").write_text(TEXT, encoding="utf-8")
    (folder / "empty.txt").touch()
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    os.mkfifo(folder / "pipe.txt")
    (folder / "way out.txt").symlink_to("/etc/hostname")
    (folder / "circle").symlink_to(folder)
    outcomes = added_to(project, folder)
    assert len([o for o in outcomes if isinstance(o, Added)]) == 2
    problems = {Path(o.place.file).name: o.fact for o in outcomes if isinstance(o, ContentProblem)}
    assert sorted(problems) == ["circle", "empty.txt", "picture.txt", "pipe.txt", "way out.txt"]
    assert "picture" in problems["picture.txt"]
    assert len(files_in(project)) == 4


@pytest.mark.parametrize("thing", ["nowhere.txt", "ftp://127.0.0.1/a.html", "file:///etc/hostname"])
def test_what_is_not_there_or_is_no_web_address_is_said(project: Path, thing: str) -> None:
    assert thing in the_problem(added_to(project, thing))


def test_a_sidecar_beside_the_file_comes_along_untouched(project: Path, tmp_path: Path) -> None:
    (tmp_path / "port.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "port.yml").write_text("id: harbour  # the editor's\npublisher: Post\n", encoding="utf-8")
    added = the_added(added_to(project, tmp_path / "port.txt"))
    assert files_in(project) == ["harbour.txt", "harbour.yml"]
    assert sidecar_text(project, added) == "id: harbour  # the editor's\npublisher: Post\n"
    (tmp_path / "port.txt").write_text(TEXT + "One more sentence stands at the end of it.\n", encoding="utf-8")
    assert 'the id "harbour", which is taken' in the_problem(added_to(project, tmp_path / "port.txt"))
    (tmp_path / "port.yml").write_text("pubisher: Post\n", encoding="utf-8")
    assert "pubisher" in the_problem(added_to(project, tmp_path / "port.txt"))


def test_a_zip_of_articles_is_unpacked_and_one_that_leads_out_is_refused(project: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "articles.bin", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("2023/a.txt", TEXT)
        archive.writestr("__MACOSX/._a.txt", b"\0" * 20)
    assert the_added(added_to(project, tmp_path / "articles.bin")).id.startswith("2023-10-05-a-port")
    before = snapshot(project)
    for number, name in enumerate(["../../evil.txt", "/etc/evil.txt", "C:\\evil.txt", "a\\..\\..\\evil.txt"]):
        with zipfile.ZipFile(tmp_path / f"{number}.zip", "w") as archive:
            archive.writestr("fine.txt", TEXT + "Some more words at the end of the article.")
            archive.writestr(zipfile.ZipInfo(name), "x")
        assert "leads out of its folder" in the_problem(added_to(project, tmp_path / f"{number}.zip"))
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", bytes(60_000_000))
    assert "times its size" in the_problem(added_to(project, tmp_path / "bomb.zip"))
    assert snapshot(project) == before


def test_a_dry_run_writes_nothing_and_shows_the_sidecar(project: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    ran = dossier(project, "add", "--dry-run", str(tmp_path / "a.txt"))
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.startswith("would add: sources/articles/2023-10-05-a-port")
    assert "    id: 2023-10-05-a-port" in ran.stdout
    assert files_in(project) == []


def test_the_command_says_what_it_added_and_ends_with_1_for_problems(project: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").touch()
    ran = dossier(project, "add", str(tmp_path / "b.txt"), str(tmp_path / "a.txt"), str(tmp_path / "c.txt"))
    assert ran.returncode == 1
    assert ran.stdout.count("added: ") == 1
    assert "b.txt: is empty" in ran.stderr
    assert "c.txt: there is no such file" in ran.stderr
    assert ran.stderr.rstrip().endswith("2 problems")
    assert dossier(project, "add").returncode == 2


def test_packages_that_are_missing_are_named(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.adding.adder.find_spec", lambda name: None if name == "warcio" else name)
    with pytest.raises(ContentProblem, match=r"not installed: warcio\s+install them: pip install"):
        added_to(project, "a.txt")


def test_the_command_is_in_the_readme() -> None:
    assert "dossier add" in (REPOSITORY / "README.md").read_text(encoding="utf-8")


def test_what_was_added_builds_into_a_dossier(project: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.html").write_text(page(), encoding="utf-8")
    added = [o for o in added_to(project, tmp_path / "a.txt", tmp_path / "b.html") if isinstance(o, Added)]
    composed = pipeline.compose_dossier(project, Edition.PRIVATE)
    assert sorted(article.id for article in composed.dossier.articles) == sorted(o.id for o in added)


def test_an_interruption_leaves_nothing_half_written(project: Path, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(100):
        (folder / f"{number:03}.txt").write_text(TEXT.replace("forty", f"{number + 2} hundred"), encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "add", str(folder)],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        # whoever runs tests in the background of a shell has interruptions ignored, and so have children
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )
    while process.poll() is None and len(files_in(project)) < 4:
        time.sleep(0.005)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130, said
    left = files_in(project)
    assert 0 < len(left) < 200
    assert not [name for name in left if name.startswith(".")]
    assert {Path(name).stem for name in left if name.endswith(".txt")} == {
        Path(name).stem for name in left if name.endswith(".yml")
    }
    assert dossier(project, "add", str(folder)).returncode == 0
    assert len(files_in(project)) == 200
