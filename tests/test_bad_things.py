"""What can lie in a folder of articles: each bad thing is one clear line in the report, no other article suffers."""

from __future__ import annotations

import gzip
import html
import io
import os
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.checking import findings
from generator.model import Article, LineRole
from generator.pipeline import compose_dossier
from generator.project import load_project
from generator.reading.corpus import Corpus, read_corpus
from tests.commands import dossier, dossier_process
from tests.reading.pdf_builder import Text, column, pdf

SENTENCE = "The harbour is to grow by two hundred hectares by 2031, the port authority said on Sunday. "
GOOD = f"Harbour to grow\n\nBy Ada Quill\n\nPublished: 3 May 2024\n\n{SENTENCE * 2}\n\nThe mayor supports the plan.\n"
PAGE = "<!DOCTYPE html><html lang=en><head><title>Harbour to grow</title>{head}</head><body>{body}</body></html>"


def project(folder: Path, files: Mapping[str, bytes] | None = None) -> Path:
    """A project with one good article and the files given; its folder of articles."""
    articles = folder / "sources" / "articles"
    articles.mkdir(parents=True)
    (articles / "good.txt").write_text(GOOD, encoding="utf-8")
    for name, content in (files or {}).items():
        (articles / name).write_bytes(content)
    return articles


def read(folder: Path) -> Corpus:
    """The corpus of a project, in which the good article has always been read as if it were alone."""
    corpus = read_corpus(load_project(folder))
    good = next(article for article in corpus.articles if article.id == "good")
    assert (good.metadata.title, good.metadata.published) == ("Harbour to grow", "2024-05-03")
    assert len(good.sentences) == 3
    return corpus


def read_one(folder: Path, name: str, content: str | bytes) -> Article:
    """The article that a file gives, beside the good one."""
    project(folder, {name: content.encode() if isinstance(content, str) else content})
    corpus = read(folder)
    assert not corpus.skipped
    (article,) = (article for article in corpus.articles if article.file == name)
    return article


def page(body: str, head: str = "") -> str:
    return PAGE.format(head=head, body=body)


def zipped(entries: Mapping[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return file.getvalue()


def locked_pdf() -> bytes:
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=io.BytesIO(pdf([column([SENTENCE])])))
    writer.encrypt("secret", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


BAD: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "empty": ("a.txt", lambda: b"", "is empty"),
    "one byte": ("a.txt", lambda: b"x", "no body text"),
    "boilerplate only": ("a.txt", lambda: b"Home\nNews\nSport\nSubscribe\nShare\n(c) Coast Courier\n", "no body text"),
    "a page of menus": ("a.html", lambda: page("<nav><a href=/>Home</a><a href=/s>Sport</a></nav>").encode(), "no"),
    "binary": ("a.txt", lambda: bytes(range(256)) * 40, "bytes that are no text"),
    "50 MB in one line": ("a.txt", lambda: b"word " * 10_000_000, "at most 8 million"),
    "too many lines": ("a.txt", lambda: (SENTENCE + "\n").encode() * 25_000, "at most 20,000"),
    "200,000 short lines": ("a.txt", lambda: b"short line\n" * 200_000, "no body text"),
    "elements nested deeply": ("a.html", lambda: page("<div>" * 100_000 + SENTENCE).encode(), "nested too deeply"),
    "lists nested deeply": ("a.md", lambda: b"# T\n\n" + b"- " * 20_000 + b"words", "nested too deeply"),
    "gzip bomb": ("a.txt", lambda: gzip.compress(bytes(100_000_000)), r"compressed \(gzip\)"),
    "document bomb": ("a.docx", lambda: zipped({"word/document.xml": bytes(80_000_000)}), "unpacks to more"),
    "zip that escapes": ("a.zip", lambda: zipped({"../../out.txt": SENTENCE.encode()}), r"archive \(zip\)"),
    "PDF with a password": ("a.pdf", locked_pdf, "password"),
    "corrupt PDF": ("a.pdf", lambda: b"%PDF-1.7\n" + bytes(range(256)) * 10, "PDF"),
    "scanned PDF": ("a.pdf", lambda: pdf([[], []]), "without text"),
}

SLOW = ("200,000 short lines", "too many lines", "lists nested deeply", "50 MB in one line")


@pytest.mark.parametrize(("name", "content", "fact"), BAD.values(), ids=BAD)
def test_file_that_is_no_article_is_one_line_of_the_report(
    name: str, content: Callable[[], bytes], fact: str, tmp_path: Path
) -> None:
    project(tmp_path, {name: content()})
    (problem,) = read(tmp_path).skipped
    assert problem.place.file == f"sources/articles/{name}"
    with pytest.raises(type(problem), match=fact):
        raise problem
    assert problem.remedy
    assert not (tmp_path.parent / "out.txt").exists()


def test_a_build_amid_bad_things_publishes_the_good_article_and_lists_the_rest(tmp_path: Path) -> None:
    bad = [case for name, case in BAD.items() if name not in SLOW]
    articles = project(tmp_path, {f"bad-{number}-{name}": content() for number, (name, content, _) in enumerate(bad)})
    os.mkfifo(articles / "pipe.txt")
    (articles / "again").symlink_to(articles)
    (articles / "loop.txt").symlink_to(articles / "loop.txt")
    (articles / "outside.txt").symlink_to("/etc/hostname")
    ran = dossier(tmp_path, "build")
    assert ran.returncode == 0, ran.stderr
    assert ran.stderr.count("left out: sources/articles/") == len(bad) + 4
    assert "Traceback" not in ran.stderr
    assert "site: 1 article, " in ran.stdout
    assert (tmp_path / "site" / "articles" / "good.html").is_file()
    assert dossier(tmp_path, "build", "--strict").returncode == 1


def test_pipes_loops_and_links_outside_are_never_followed(tmp_path: Path) -> None:
    articles = project(tmp_path)
    os.mkfifo(articles / "pipe.txt")
    (articles / "again").symlink_to(articles)
    (articles / "loop.txt").symlink_to(articles / "loop.txt")
    (articles / "outside.txt").symlink_to("/etc/hostname")
    facts = {problem.place.file.rpartition("/")[2]: problem.fact for problem in read(tmp_path).skipped}
    assert "pipe" in facts["pipe.txt"]
    assert "link to a folder" in facts["again"]
    assert "circle" in facts["loop.txt"]
    assert "leaves the folder" in facts["outside.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser reads everything")
def test_unreadable_file_is_one_line_of_the_report(tmp_path: Path) -> None:
    articles = project(tmp_path, {"a.txt": b"words"})
    (articles / "a.txt").chmod(0)
    (problem,) = read(tmp_path).skipped
    assert "cannot be opened" in problem.fact


def test_article_at_the_head_of_two_hundred_thousand_short_lines_is_found(tmp_path: Path) -> None:
    mayor = "The mayor supports the plan and will sign the contract for the quays in the coming week."
    fears = "Residents of the old town fear noise at night and ask the council for a wall along the railway."
    quays = "Four new quays are planned for ships that carry grain and timber from the northern provinces."
    written = [f"{SENTENCE}{mayor}", f"{fears} {quays}"]
    article = read_one(tmp_path, "a.txt", "\n\n".join(written) + "\n\n" + "Harbour news\n" * 200_000)
    assert [article.words_of(paragraph) for paragraph in article.paragraphs if paragraph.sentences] == written
    assert sum(line.text == "Harbour news" for line in article.lines) == 200_000


def test_truncated_page_gives_the_words_that_it_has(tmp_path: Path) -> None:
    whole = page(f"<h1>Harbour to grow</h1><p>{SENTENCE * 2}</p><p>The mayor supports the plan and will sign it")
    article = read_one(tmp_path, "a.html", whole.removesuffix("</body></html>"))
    assert article.words_of(article.sentences[0]) == SENTENCE.strip()


def test_names_with_line_breaks_marks_of_direction_and_of_great_length_are_read(tmp_path: Path) -> None:
    names = ("line\nbreak.txt", "\u200fright\u202e-to-left.txt", f"{'x' * 251}.txt")
    project(tmp_path, {name: SENTENCE.encode() for name in names})
    corpus = read(tmp_path)
    assert sorted(article.file for article in corpus.articles) == sorted([*names, "good.txt"])
    assert all(article.id.isascii() and 0 < len(article.id) <= 80 for article in corpus.articles)
    ran = dossier(tmp_path, "build")
    assert ran.returncode == 0, ran.stderr
    assert not any(character in ran.stdout + ran.stderr for character in "\u200f\u202e")


def test_of_names_that_differ_in_case_only_one_is_left_out_and_the_others_are_unharmed(tmp_path: Path) -> None:
    project(tmp_path, {"Port.txt": SENTENCE.encode(), "port.txt": SENTENCE.encode()})
    corpus = read(tmp_path)
    assert sorted(article.file for article in corpus.articles) == ["Port.txt", "good.txt"]
    (left_out,) = corpus.skipped
    assert 'port.txt: the article id "port" is taken by Port.txt, whose name differs in capitals only' in str(left_out)
    assert "port.txt.yml" in str(left_out)


def test_an_article_that_a_sidecar_describes_keeps_its_id_beside_another_of_its_name(tmp_path: Path) -> None:
    project(
        tmp_path, {"port.txt": SENTENCE.encode(), "Port.txt": SENTENCE.encode(), "port.txt.yml": b"title: The port\n"}
    )
    corpus = read(tmp_path)
    assert {article.file for article in corpus.articles} == {"good.txt", "port.txt"}


@pytest.mark.parametrize("stated", ["2024-02-30", "-0043-03-15", "9999-12-31", "0000-00-00", "yesterday"])
def test_date_that_cannot_be_is_not_known(stated: str, tmp_path: Path) -> None:
    head = f'<meta property="article:published_time" content="{stated}">'
    article = read_one(tmp_path, "a.html", page(f"<h1>Harbour to grow</h1><p>{SENTENCE * 2}</p>", head))
    assert article.metadata.published is None


@pytest.mark.parametrize("stated", ["30 February 2024", "15 March 44 BC", "31 June 2024"])
def test_date_in_a_text_that_cannot_be_is_not_known(stated: str, tmp_path: Path) -> None:
    article = read_one(tmp_path, "a.txt", f"The harbour grows again\n\nPublished: {stated}\n\n{SENTENCE * 2}\n")
    assert article.metadata.published is None


def test_date_of_publication_that_lies_ahead_is_the_first_thing_to_look_at(tmp_path: Path) -> None:
    text = f"The harbour grows again\n\nPublished: 3 February 2091\n\n{SENTENCE * 2}\n"
    project(tmp_path, {"a.txt": text.encode()})
    first = findings(compose_dossier(tmp_path), today="2024-06-01")[0]
    assert first.place.file == "sources/articles/a.txt"
    assert "2091-02-03" in first.fact
    assert "lies ahead" in first.fact


def test_article_that_says_nothing_of_itself_is_read_and_its_gaps_are_listed(tmp_path: Path) -> None:
    articles = project(tmp_path)
    (articles / "good.txt").write_text(SENTENCE * 3, encoding="utf-8")
    composed = compose_dossier(tmp_path)
    (article,) = composed.dossier.articles
    assert (article.metadata.title, article.metadata.published, article.metadata.publisher) == (None, None, None)
    told = [finding.fact for finding in findings(composed)]
    assert told[0].startswith("nothing says when it appeared")
    assert "not known: title, publisher, url, kind" in told


SCRIPTS = {
    "ar": (
        "rtl",
        [
            "أعلنت هيئة الميناء يوم الأحد أن الميناء سيتوسع بمقدار مئتي هكتار.",
            "هل يوافق السكان على ذلك؟",
            "نعم، قال رئيس البلدية.",
        ],
    ),
    "he": (
        "rtl",
        ["רשות הנמל הודיעה ביום ראשון כי הנמל יורחב במאתיים הקטר.", "האם התושבים מסכימים?", "ראש העיר תומך בפרויקט."],
    ),
    "zh": ("ltr", ["港务局周日表示，港口到2031年将扩建两百公顷。", "居民同意吗？", "市长说，该市支持这个项目。"]),
    "ja": (
        "ltr",
        [
            "港湾局は日曜日、港を2031年までに拡張すると発表した。",
            "住民は賛成するだろうか。",
            "市長は「計画を支持する。」と述べた。",
        ],
    ),
    "ko": (
        "ltr",
        ["항만청은 일요일에 항구를 확장한다고 밝혔다.", "주민들은 동의하는가?", "시장은 이 사업을 지지한다고 말했다."],
    ),
}


@pytest.mark.parametrize("language", SCRIPTS)
def test_every_script_is_recognised_and_split_into_sentences(language: str, tmp_path: Path) -> None:
    _, sentences = SCRIPTS[language]
    text = ("" if language in ("zh", "ja") else " ").join(sentences)
    articles = project(tmp_path, {"far.txt": text.encode()})
    (articles / "far.yml").write_text("kind: news\n", encoding="utf-8")
    (article,) = (article for article in read(tmp_path).articles if article.id == "far")
    assert article.metadata.language == language
    assert [article.words_of(sentence) for sentence in article.sentences] == sentences


def test_right_to_left_article_is_shown_from_right_to_left(tmp_path: Path) -> None:
    articles = project(tmp_path)
    for language in ("ar", "he", "ja"):
        _, sentences = SCRIPTS[language]
        (articles / f"{language}.txt").write_text(" ".join(sentences), encoding="utf-8")
    (articles.parent / "dossier.yml").write_text("title: Harbours\nedition: private\n", encoding="utf-8")
    ran = dossier(tmp_path, "build")
    assert ran.returncode == 0, ran.stderr
    for language in ("ar", "he", "ja"):
        direction, sentences = SCRIPTS[language]
        shown = html.unescape((tmp_path / "site" / "articles" / f"{language}.html").read_text(encoding="utf-8"))
        assert f'class="whole-text" lang="{language}" dir="{direction}"' in shown
        assert sentences[1] in shown


def test_the_same_article_in_two_formats_counts_as_one_voice(tmp_path: Path) -> None:
    parts = ["A consortium of three firms won the tender for the northern port after a year of talks. "]
    parts += ["Four new quays are planned for ships that carry grain and timber from the north. "]
    parts += ["Residents of the old town fear noise at night and ask the council for a wall along the railway."]
    web = page("<h1>A port for the north</h1>" + "".join(f"<p>{part}</p>" for part in parts))
    plain = "A port for the north\n\n" + "\n\n".join(parts)
    project(tmp_path, {"as-page.html": web.encode(), "as-text.txt": plain.encode()})
    composed = compose_dossier(tmp_path)
    assert composed.dossier.duplicates == {"as-text": "as-page"}
    assert any("the two count as one voice" in finding.fact for finding in findings(composed))


def test_only_the_text_of_a_pdf_with_pictures_is_read(tmp_path: Path) -> None:
    article = read_one(tmp_path, "a.pdf", pdf([[Text("Harbour to grow", 780, size=20)], column([SENTENCE.strip()])]))
    assert [paragraph.role for paragraph in article.paragraphs if paragraph.sentences] == [LineRole.BODY]


def test_names_that_would_break_or_turn_a_line_are_shown_as_escapes(tmp_path: Path) -> None:
    project(tmp_path, {"two\nlines.txt": b"", "turned\u202egpj.txt": f"{SENTENCE * 2}\n".encode()})
    report = dossier(tmp_path, "check").stdout
    assert r"sources/articles/two\u000alines.txt: left out: is empty" in report
    assert r"sources/articles/turned\u202egpj.txt: not known" in report
    assert "\u202e" not in report


def test_libraries_say_nothing_of_their_own_about_a_bad_file(tmp_path: Path) -> None:
    bare = page("<div></div>", "<script>" + "x=1;" * 200 + "</script>")
    project(tmp_path, {"broken.pdf": b"%PDF-1.4\n1 0 obj\n<< no end", "bare.html": bare.encode()})
    checked = dossier_process(tmp_path, "check")
    assert checked.returncode == 0
    assert checked.stderr == ""


def test_bytes_without_sense_are_no_text_even_with_few_control_characters(tmp_path: Path) -> None:
    noise = bytes(16 + (n * 7919) % 240 for n in range(4000))
    project(tmp_path, {"noise.txt": noise})
    (problem,) = read(tmp_path).skipped
    assert "holds bytes that are no text" in str(problem)
