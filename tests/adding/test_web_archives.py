"""WARC and WACZ files, made here as archivists' tools make them: each article page becomes an article of its own."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

import brotli
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from generator.adding import Added, LeftOut
from generator.adding.unpacking import LONGEST_LINE_BYTES, Bounded, Counted
from generator.errors import ContentProblem
from tests.adding.adding import added_to, files_in, sidecar_of, sidecar_text, the_added, the_problem
from tests.adding.server import page
from tests.commands import snapshot
from tests.reading.pdf_builder import Text, column, pdf

Capture = tuple[str, bytes | str, dict[str, str]]


class Writer(WARCWriter):  # type: ignore[misc] # warcio has no types
    """Keeps what it measures in memory: temporary files would be left to the garbage collector."""

    def _create_temp_file(self) -> io.BytesIO:
        return io.BytesIO()


def warc(captures: Iterable[Capture], *, packed: bool = True) -> bytes:
    """A WARC file with one response for each capture: (address, body, headers; ``status`` and ``date`` among them)."""
    target = io.BytesIO()
    writer = Writer(target, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("crawl.warc.gz", {"software": "test"}))
    for url, body, headers in captures:
        named = {"Content-Type": "text/html; charset=utf-8", **headers}
        status, date = named.pop("status", "200 OK"), named.pop("date", "2023-10-05T12:00:00Z")
        record = writer.create_warc_record(
            url,
            "response",
            payload=io.BytesIO(body.encode() if isinstance(body, str) else body),
            http_headers=StatusAndHeaders(status, list(named.items()), protocol="HTTP/1.1"),
            warc_headers_dict={"WARC-Date": date},
        )
        writer.write_record(record)
        request = StatusAndHeaders("GET / HTTP/1.1", [("Host", "outlet.example")], is_http_request=True)
        writer.write_record(writer.create_warc_record(url, "request", http_headers=request))
    return target.getvalue()


def wacz(content: bytes, name: str = "archive/data.warc.gz", **others: str) -> bytes:
    """A WACZ file around a WARC file."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("datapackage.json", "{}")
        archive.writestr("pages/pages.jsonl", '{"format": "json-pages-1.0"}\n')
        archive.writestr(name, content)
        for other, text in others.items():
            archive.writestr(other, text)
    return target.getvalue()


ARTICLE: Capture = ("https://www.outlet.example/world/pipeline", page(), {})


def test_page_that_was_packed_twice_or_states_no_type_is_read(project: Path, tmp_path: Path) -> None:
    twice = gzip.compress(gzip.compress(page("A port opens").encode()))
    captures: list[Capture] = [
        ("https://outlet.example/port", twice, {"Content-Encoding": "gzip, gzip"}),
        ("https://outlet.example/quay", page("A quay closes"), {"Content-Type": ""}),
        ("https://outlet.example/data", b"1;2;3", {"Content-Type": ""}),
        ("https://outlet.example/broken", twice[:-40], {"Content-Encoding": "gzip, gzip"}),
    ]
    archive = tmp_path / "twice.warc.gz"
    archive.write_bytes(warc(captures))
    outcome = added_to(project, archive)
    assert [type(each) for each in outcome] == [Added, Added, LeftOut]
    assert "packed again" in str(outcome[-1])


@pytest.mark.parametrize("form", ["warc", "warc.gz", "wacz", "wacz of plain warc"])
def test_each_page_becomes_an_article_with_time_and_address(project: Path, tmp_path: Path, form: str) -> None:
    captures = [
        ARTICLE,
        ("https://outlet.example/port", page("A port opens"), {"date": "2023-10-06T01:02:03.456Z",
                                                               "Last-Modified": "Thu, 05 Oct 2023 10:00:00 GMT"}),
    ]  # fmt: skip
    plain = warc(captures, packed=False)
    content = {
        "warc": plain,
        "warc.gz": warc(captures),
        "wacz": wacz(warc(captures)),
        "wacz of plain warc": wacz(plain, "archive/data.warc"),
    }[form]
    (tmp_path / "crawl.bin").write_bytes(content)
    first, second = added_to(project, tmp_path / "crawl.bin")
    assert isinstance(first, Added)
    assert isinstance(second, Added)
    assert (project / first.file).read_text(encoding="utf-8") == page()
    assert sidecar_of(project, first).metadata.url == "https://www.outlet.example/world/pipeline"
    assert sidecar_of(project, first).metadata.retrieved == "2023-10-05T12:00:00Z"
    assert sidecar_of(project, first).metadata.publisher == "outlet"
    assert sidecar_of(project, second).metadata.retrieved == "2023-10-06T01:02:03Z"
    assert "# last-modified: Thu, 05 Oct 2023 10:00:00 GMT" in sidecar_text(project, second)
    assert second.id == "undated-outlet-a-port-opens"


def test_only_article_pages_are_taken(project: Path, tmp_path: Path) -> None:
    teasers = "".join(
        f'<p><a href="/{n}">The council decided on Thursday to do thing number {n} at last.</a></p>' for n in range(20)
    )
    captures: list[Capture] = [
        ("https://outlet.example/", page("The front page"), {}),
        ("https://outlet.example/de/", page("Die Startseite"), {}),
        ("https://outlet.example/news", f"<html><body><main>{teasers}</main></body></html>", {}),
        ("https://outlet.example/gone", page("It was not found"), {"status": "404 Not Found"}),
        ("https://outlet.example/moved", "", {"status": "301 Moved", "Location": "/world/pipeline"}),
        ("https://outlet.example/app.js", "var a = 1;", {"Content-Type": "text/javascript"}),
        ("https://outlet.example/a.png", b"\x89PNG", {"Content-Type": "image/png"}),
        ("https://ads.example/frame", "<html><body><p>Buy now!</p></body></html>", {}),
        ("https://ads.example/form", "<html><body><form><input name='q'></form></body></html>", {}),
        ("https://outlet.example/api", '{"title": "A port"}', {}),
        ("https://outlet.example/empty", "", {}),
        ARTICLE,
        ("http://outlet.example/world/pipeline/", page(), {"date": "2023-10-07T00:00:00Z"}),
    ]
    (tmp_path / "crawl.warc.gz").write_bytes(warc(captures))
    outcomes = added_to(project, tmp_path / "crawl.warc.gz")
    assert [o.id for o in outcomes if isinstance(o, Added)] == ["undated-outlet-two-governments-agree-on-a-pipeline"]
    reasons = {
        o.origin.split("/", 3)[-1].split("outlet.example")[-1]: o.reason for o in outcomes if isinstance(o, LeftOut)
    }
    assert "front page" in reasons["/"]
    assert "front page" in reasons["/de/"]
    assert "list of links" in reasons["/news"]
    assert not [o for o in outcomes if isinstance(o, ContentProblem)]


def test_a_page_that_changed_is_taken_again(project: Path, tmp_path: Path) -> None:
    changed = page(more="<p>Correction: an earlier version of this article gave a wrong price for the pipeline.</p>")
    rewritten = page(head="<script>var seen = 17</script>")
    captures: list[Capture] = [
        ARTICLE,
        (ARTICLE[0], rewritten, {"date": "2023-10-05T13:00:00Z"}),
        (ARTICLE[0], changed, {}),
    ]
    (tmp_path / "crawl.warc.gz").write_bytes(warc(captures))
    first, same, second = added_to(project, tmp_path / "crawl.warc.gz")
    assert isinstance(first, Added)
    assert isinstance(same, LeftOut)
    assert isinstance(second, Added)
    assert second.id == f"{first.id}-2"


def test_bodies_are_unpacked_as_they_were_sent(project: Path, tmp_path: Path) -> None:
    body = gzip.compress(page().encode())
    headers = {"Content-Encoding": "gzip", "Transfer-Encoding": "chunked"}
    (tmp_path / "crawl.warc.gz").write_bytes(warc([(ARTICLE[0], chunks(body), headers)]))
    added = the_added(added_to(project, tmp_path / "crawl.warc.gz"))
    assert (project / added.file).read_text(encoding="utf-8") == page()


def chunks(body: bytes) -> bytes:
    """A body as it was sent in pieces."""
    return (
        b"".join(b"%x\r\n%s\r\n" % (len(body[n : n + 90]), body[n : n + 90]) for n in range(0, len(body), 90))
        + b"0\r\n\r\n"
    )


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (brotli.compress(page().encode()), {}),
        (chunks(brotli.compress(page().encode())), {"Transfer-Encoding": "chunked"}),
        (page().encode(), {}),  # the archivist unpacked it and left the header
    ],
)
def test_a_page_packed_with_brotli_is_read(project: Path, tmp_path: Path, body: bytes, headers: dict[str, str]) -> None:
    (tmp_path / "crawl.warc.gz").write_bytes(warc([(ARTICLE[0], body, {"Content-Encoding": "br", **headers})]))
    added = the_added(added_to(project, tmp_path / "crawl.warc.gz"))
    assert (project / added.file).read_text(encoding="utf-8") == page()


def test_what_cannot_be_unpacked_is_told(project: Path, tmp_path: Path) -> None:
    captures: list[Capture] = [
        ("https://outlet.example/cut", brotli.compress(page().encode())[:-9], {"Content-Encoding": "br"}),
        ("https://outlet.example/zstd", b"\x28\xb5\x2f\xfd\x04", {"Content-Encoding": "zstd"}),
        ARTICLE,
    ]
    (tmp_path / "crawl.warc.gz").write_bytes(warc(captures))
    cut, zstandard, added = added_to(project, tmp_path / "crawl.warc.gz")
    assert "broken or too large" in str(cut)
    assert "cannot be undone here (zstd)" in str(zstandard)
    assert isinstance(added, Added)
    for start in (b"\x28\xb5\x2f\xfd", b"\x5d\x2a\x4d\x18"):
        (tmp_path / "crawl.warc.zst").write_bytes(start + bytes(100))
        assert "is compressed (Zstandard)" in the_problem(added_to(project, tmp_path / "crawl.warc.zst"))


def test_a_pdf_in_an_archive_is_an_article(project: Path, tmp_path: Path) -> None:
    line = "The ministers opened the new port on Thursday, eleven months after the first stone had been laid."
    document = pdf([[Text("A port for the northern route", 760, size=18, bold=True), *column([line] * 4)]])
    captures: list[Capture] = [
        ("https://outlet.example/port.pdf", document, {"Content-Type": "application/pdf"}),
        ("https://outlet.example/again", document, {"Content-Type": ""}),
        ("https://outlet.example/port.png", b"\x89PNG", {"Content-Type": "image/png"}),
    ]
    (tmp_path / "crawl.warc.gz").write_bytes(warc(captures))
    added, _ = added_to(project, tmp_path / "crawl.warc.gz")
    assert isinstance(added, Added)
    assert added.file.endswith(".pdf")
    assert sidecar_of(project, added).metadata.url == "https://outlet.example/port.pdf"
    assert (project / added.file).read_bytes() == document


def test_a_bomb_is_refused_wherever_it_is_packed(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    zeros = bytes(20_000_000)
    (tmp_path / "endless header.warc.gz").write_bytes(gzip.compress(b"WARC/1.0\r\n" + zeros, 1))
    (tmp_path / "endless page.warc.gz").write_bytes(warc([("https://outlet.example/a", zeros, {})]))
    with zipfile.ZipFile(tmp_path / "bomb.wacz", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("archive/data.warc", b"WARC/1.0\r\n" + zeros)
    for name in ("endless header.warc.gz", "endless page.warc.gz", "bomb.wacz"):
        assert "times its size" in the_problem(added_to(project, tmp_path / name)), name
    twice = warc([("https://outlet.example/a", gzip.compress(zeros, 1), {"Content-Encoding": "gzip"})])
    (tmp_path / "packed twice.warc.gz").write_bytes(twice)
    in_brotli = warc([("https://outlet.example/a", brotli.compress(zeros, quality=1), {"Content-Encoding": "br"})])
    (tmp_path / "brotli.warc.gz").write_bytes(in_brotli)
    monkeypatch.setattr("generator.adding.warc.LARGEST_FILE_BYTES", 1024 * 1024)
    for name, reason in (("packed twice.warc.gz", "larger than 1 MB"), ("brotli.warc.gz", "broken or too large")):
        left_out, empty = added_to(project, tmp_path / name)
        assert reason in str(left_out)
        assert isinstance(empty, ContentProblem)
    assert files_in(project) == []


def test_a_file_in_a_zip_that_is_larger_than_an_article_is_left_out_unread(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.adding.archives.LARGEST_FILE_BYTES", 1024 * 1024)
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("large.txt", b"x" * (1024 * 1024 + 1))
    (left_out,) = (outcome for outcome in added_to(project, tmp_path / "a.zip") if isinstance(outcome, LeftOut))
    assert "larger than 1 MB" in str(left_out)


def test_a_record_without_an_end_of_line_is_given_up() -> None:
    packed = Counted(io.BytesIO(b"x" * 4_000_000))
    stream = Bounded(packed.read, packed)
    stream._in_line = LONGEST_LINE_BYTES - 1_000_000
    with pytest.raises(OSError, match="without an end of line"):
        while stream.read():
            pass


def test_a_wacz_that_leads_out_of_its_folder_is_refused_whole(project: Path, tmp_path: Path) -> None:
    before = snapshot(tmp_path)
    (tmp_path / "a.wacz").write_bytes(wacz(warc([ARTICLE]), **{"../../escaped.txt": "x"}))
    assert 'leads out of its folder: "../../escaped.txt"' in the_problem(added_to(project, tmp_path / "a.wacz"))
    (tmp_path / "a.wacz").unlink()
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("kept", [0.3, 0.95])
@pytest.mark.parametrize("packed", [True, False])
def test_a_broken_archive_gives_what_can_be_read(project: Path, tmp_path: Path, kept: float, packed: bool) -> None:
    captures: list[Capture] = [
        (f"https://outlet.example/{n}", page(f"Report number {n} of the pipeline"), {}) for n in range(10)
    ]
    content = warc(captures, packed=packed)
    (tmp_path / "crawl.warc").write_bytes(content[: int(len(content) * kept)])
    outcomes = added_to(project, tmp_path / "crawl.warc")
    problem = outcomes[-1]
    assert isinstance(problem, ContentProblem)
    assert "broken archive" in str(problem)
    added = [o for o in outcomes if isinstance(o, Added)]
    assert 1 <= len(added) <= 9
    for outcome in added:
        assert (project / outcome.file).read_text(encoding="utf-8").endswith("</html>")


def test_a_record_without_its_address_ends_the_archive_and_says_so(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = warc([("https://outlet.example/1", page("Report of the pipeline"), {})], packed=False)
    (tmp_path / "a.warc").write_bytes(content.replace(b"WARC-Target-URI: https://outlet.example/1\r\n", b""))
    assert "broken archive (WARC): a record without the headers" in the_problem(added_to(project, tmp_path / "a.warc"))
    assert capsys.readouterr().err == ""


def test_a_record_whose_address_is_none_is_no_page(project: Path, tmp_path: Path) -> None:
    captures: list[Capture] = [
        (f"https://{host}/1", page("Report of the pipeline"), {}) for host in ("[host", "a.example")
    ]
    (tmp_path / "a.warc").write_bytes(warc(captures))
    assert [type(outcome) for outcome in added_to(project, tmp_path / "a.warc")] == [Added]


def test_an_archive_without_pages_is_said(project: Path, tmp_path: Path) -> None:
    (tmp_path / "crawl.warc.gz").write_bytes(warc([]))
    assert "no page was captured" in the_problem(added_to(project, tmp_path / "crawl.warc.gz"))


def test_other_compressed_files_are_no_archives(project: Path, tmp_path: Path) -> None:
    (tmp_path / "page.html.gz").write_bytes(gzip.compress(page().encode()))
    assert "is compressed (gzip)" in the_problem(added_to(project, tmp_path / "page.html.gz"))


def test_an_archive_in_a_folder_may_be_larger_than_an_article(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "found").mkdir()
    (tmp_path / "found" / "crawl.warc").write_bytes(warc([ARTICLE], packed=False))
    monkeypatch.setattr("generator.reading.source.LARGEST_FILE_BYTES", 1000)
    assert isinstance(added_to(project, tmp_path / "found")[0], Added)
