"""A small PDF, written by hand: lines of text at places, in Helvetica, one content stream a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

HEIGHT, LEFT, LEADING = 842, 72, 15


@dataclass(frozen=True)
class Text:
    """A line of text at a place in points from the lower left corner."""

    text: str
    y: float
    x: float = LEFT
    size: float = 11
    bold: bool = False


def column(lines: Sequence[str], top: float = 700, x: float = LEFT, size: float = 11) -> list[Text]:
    """Lines one below the other; an empty one leaves a gap between paragraphs."""
    return [Text(line, top - number * LEADING, x, size) for number, line in enumerate(lines) if line]


def pdf(pages: Sequence[Sequence[Text]], title: str | None = None) -> bytes:
    """The bytes of a PDF with these pages."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>"
        % (b" ".join(b"%d 0 R" % (6 + 2 * n) for n in range(len(pages))), len(pages)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        b"<< /Title (%s) >>" % (title or "").encode("latin-1"),
    ]
    for number, page in enumerate(pages):
        stream = b"\n".join(map(_operators, page))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 %d] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>" % (HEIGHT, 7 + 2 * number)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    return _file(objects)


def _operators(line: Text) -> bytes:
    words = line.text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("cp1252")
    font = b"F2" if line.bold else b"F1"
    return b"BT /%s %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET" % (font, line.size, line.x, line.y, words)


def _file(objects: Sequence[bytes]) -> bytes:
    written = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(written)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer\n<< /Size %d /Root 1 0 R /Info 5 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return written + head + rows + tail
