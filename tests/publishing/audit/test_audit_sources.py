"""The audit reads an article's file by its own means, in whatever form it came."""

from __future__ import annotations

import io
import subprocess
import sys
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import docx
import pytest

from generator.briefing.passages import QuotableArticle
from generator.publishing.audit.characters import plain
from generator.publishing.audit.evidence import words_stand_in
from generator.publishing.audit.sources import read_article_file
from tests.builders import article

SENTENCE = "Die Türkei liefert „keine“ Öl-Pipelines für 1,6 Milliarden Euro – sagt İlham."
WESTERN = "Die Türkei liefert „keine“ Öl-Pipelines für 1,6 Milliarden Euro – sagt er."
PAGE = "<html><head><meta charset='{0}'><style>p {{}}</style></head><body><nav>Menu</nav><p>{1}</p><p>Ende</p></body>"
RECORD = '{"@type": "NewsArticle", "articleBody": "<p>Ein \\"Satz\\" &amp; mehr.</p><p>Noch einer.</p>", }'
RUSSIAN = "Президент Азербайджана заявил о поставках."


def word_document(*paragraphs: str) -> bytes:
    document, written = docx.Document(), io.BytesIO()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(written)
    return written.getvalue()


def pdf(*lines: str) -> bytes:
    """The smallest PDF with these lines of ASCII on its page."""
    shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
    stream = f"BT /F1 12 Tf 50 700 Td {shown} ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    written, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return written + end % (table, len(written))


def archive(page: str) -> bytes:
    message = MIMEMultipart("related")
    message.attach(MIMEText(page, "html", "utf-8"))
    return message.as_bytes()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.txt", SENTENCE.encode(), SENTENCE),
        ("bom.txt", SENTENCE.encode("utf-8-sig"), SENTENCE),
        ("utf16.txt", SENTENCE.encode("utf-16"), SENTENCE),
        ("utf16-without-mark.txt", SENTENCE.encode("utf-16-le"), SENTENCE),
        ("cp1252.txt", WESTERN.encode("cp1252"), WESTERN),
        ("cp1251.txt", RUSSIAN.encode("cp1251"), RUSSIAN),
        ("stored-twice.txt", WESTERN.encode().decode("cp1252", "replace").encode(), WESTERN),
        ("partly-stored-twice.txt", "Die TÃ¼rkei – für Öl".encode(), "Die Türkei – für Öl"),
        ("stray.txt", "Die Türkei für ".encode() + "Öl".encode("cp1252"), "Die Türkei für Öl"),
        ("decomposed.txt", "Tu\u0308rkei".encode(), "Türkei"),
        ("folded.txt", "eine\u00a0 Zeile\r\nund  noch\teine".encode(), "eine Zeile und noch eine"),
        ("a.html", PAGE.format("utf-8", SENTENCE).encode(), SENTENCE),
        ("old.html", PAGE.format("windows-1251", RUSSIAN).encode("cp1251"), RUSSIAN),
        (
            "inline.html",
            PAGE.format("utf-8", "ein <b>Wort</b><i>teil</i>,<!-- x --> mehr").encode(),
            "ein Wortteil, mehr",
        ),
        ("stacked.html", PAGE.format("utf-8", "<span>Erste Zeile</span><span>Zweite</span>").encode(), "Erste Zeile"),
        ("record.html", PAGE.format("utf-8", f"<script>{RECORD}</script>").encode(), 'Ein "Satz" & mehr. Noch einer.'),
        ("break.html", PAGE.format("utf-8", "erste<br>zweite &bdquo;Zeile&ldquo;").encode(), "erste zweite „Zeile“"),
        ("hyphen.html", PAGE.format("utf-8", "Waffen&shy;lieferungen").encode(), "Waffenlieferungen"),
        ("a.md", f"---\ntitle: x\n---\n\nEin **fetter** [Satz](x.html).\n\n{SENTENCE}".encode(), "Ein fetter Satz."),
        ("a.mhtml", archive(PAGE.format("utf-8", SENTENCE)), SENTENCE),
        ("a.docx", word_document("Anfang.", SENTENCE), SENTENCE),
        ("a.pdf", pdf("The price rose by 1.6 million", "euros in Brekum."), "by 1.6 million euros in Brekum."),
        ("divided.pdf", pdf("The arms ship-", "ments went on."), "The arms shipments went on."),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value[-6:] and " " not in value else "",
)
def test_words_are_found_in_a_file(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert words_stand_in(plain(words), read_article_file(path))
    assert not words_stand_in(plain(words)[:-1] + "x", read_article_file(path))


def test_menus_and_scripts_of_other_blocks_do_not_run_into_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        "<html><body><script>var x = 'böse'</script><p>Ende</p><p>Anfang</p></body></html>", encoding="utf-8"
    )
    assert read_article_file(path).words == ("Ende Anfang",)


@pytest.mark.parametrize(
    ("text", "quote", "stands"),
    [
        (SENTENCE, "1,6 Milliarden", True),
        (SENTENCE, "6 Milliarden", False),
        (SENTENCE, "1,6 Mill", False),
        ("Es kostet 1,6 Milliarden", "Es kostet 1", False),
        ("Von Mai,5 Tage lang.", "5 Tage", True),
        ("Im Jahr 2024,dann nicht mehr.", "Im Jahr 2024", True),
        ("港は来年開く。", "来年", True),
    ],
)
def test_only_whole_words_and_numbers_count(tmp_path: Path, text: str, quote: str, stands: bool) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    assert words_stand_in(quote, read_article_file(path)) is stands
    # the first check, by a program of its own, says the same
    assert bool(QuotableArticle.of(article(text)).in_body(quote)) is stands


@pytest.mark.parametrize("content", [b"%PDF-1.4 nothing", b"PK\x03\x04 nothing"])
def test_a_damaged_file_is_said_to_be_one(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(content)
    with pytest.raises(ValueError, match="damaged"):
        read_article_file(path)


def test_the_audit_shares_no_code_with_what_it_checks() -> None:
    program = "import sys, generator.publishing.audit.walk; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    rooms = ("reading", "analysis", "briefing", "model", "publishing")
    ours = ("generator.publishing.audit", "generator.publishing.site")
    strange = [module for module in loaded for room in rooms if module.startswith(f"generator.{room}")]
    assert not [module for module in strange if module != "generator.publishing" and not module.startswith(ours)]
