"""Bytes of a plain text become text: decoding, and the repairs that any reader would make.

Takes the bytes of a file and the encoding that somebody declared for it; gives NFC text with ``\\n`` as its only
line end, and one sentence for every repair. Promises: never fails, and changes nothing that it does not report,
apart from NFC.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from generator.reading.decoding.encodings import likeliest_encoding
from generator.reading.decoding.mojibake import without_mojibake
from generator.reading.decoding.utf16 import utf16_without_mark
from generator.reading.decoding.wide_encodings import escaped_encoding

MARKS_OF_ORDER = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# A character beyond ASCII in UTF-8: "ä" is C3 A4
UTF8_CHARACTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# Line ends other than \n: Windows, old Macintosh, and Unicode's own
LINE_ENDS = re.compile("\r\n|\r|\x85|\u2028|\u2029|\x0b|\x0c")
OTHER_ENDS = "\r\x85\u2028\u2029\x0b\x0c"
# Control and non-character code points, and byte-order marks inside the text
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufeff\ufffe\uffff]")


def _kinds_of_bytes() -> bytes:
    """For every byte of UTF-8 what a control or no character at all is made of: "s" alone, "ln" together, "e" first."""
    kinds = bytearray(b"-" * 256)
    kinds[:0x09], kinds[0x0E:0x20], kinds[0x7F:0x80] = b"s" * 0x09, b"s" * 0x12, b"s"
    kinds[0x80:0xA0], kinds[0xC2:0xC3], kinds[0xEF:0xF0] = b"n" * 0x20, b"l", b"e"
    return bytes(kinds)


KINDS_OF_BYTES = _kinds_of_bytes()


def _may_hold_controls(text: str) -> bool:
    """Whether bytes of a control character stand in a text, which shows far sooner than a pattern finds none."""
    kinds = text.encode("utf-8", "surrogatepass").translate(KINDS_OF_BYTES)
    return any(map(kinds.__contains__, (b"s", b"ln", b"e")))


def decode(content: bytes, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text of ``content`` and the repairs that were made, one sentence each."""
    repairs: list[str] = []
    text, note = _characters(content, declared)
    text, restored = without_mojibake(text)
    repairs.extend(restored)
    text, ends = LINE_ENDS.subn("\n", text) if any(map(text.__contains__, OTHER_ENDS)) else (text, 0)
    if ends and "\r" in (crude := content.decode("latin-1")) and crude.count("\r\n") != crude.count("\n"):
        repairs.append(f"{ends} line ends of several kinds were made one kind")
    elif ends:
        repairs.append(f"{ends} line ends were made \\n")
    text, controls = CONTROLS.subn("", text) if _may_hold_controls(text) else (text, 0)
    if controls:
        repairs.append(f"{controls} control characters were removed")
    return unicodedata.normalize("NFC", text), (*note, *repairs)


def _characters(content: bytes, declared: str | None) -> tuple[str, tuple[str, ...]]:
    for mark, name in MARKS_OF_ORDER:
        if content.startswith(mark):
            note = () if name == "utf-8" else (f"read as {name.upper()}, by its byte-order mark",)
            return content[len(mark) :].decode(name, errors="replace"), note
    if wide := utf16_without_mark(content):
        return content.decode(wide, errors="replace"), (f"read as {wide.upper()}, by its zero bytes",)
    if escaped := escaped_encoding(content):
        return content.decode(escaped, errors="replace"), (f"read as {escaped.upper()}, by its escape sequences",)
    try:
        return content.decode("utf-8"), _contradiction(content, declared)
    except UnicodeDecodeError:
        pass
    beyond_ascii = len(content) - len(content.translate(None, bytes(range(128, 256))))
    in_utf8 = sum(len(found) for found in UTF8_CHARACTER.findall(content))
    if in_utf8 >= 0.8 * beyond_ascii:
        return _utf8_with_strays(content), (f"{beyond_ascii - in_utf8} bytes that are not UTF-8 were read as CP1252",)
    name = likeliest_encoding(content, declared)
    return content.decode(name, errors="replace"), (f"read as {name.upper()}, which fits its letters best",)


def _contradiction(content: bytes, declared: str | None) -> tuple[str, ...]:
    """A sentence where another encoding was declared and the difference matters."""
    if not declared or content.isascii():
        return ()
    try:
        named = codecs.lookup(declared.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return (f"read as UTF-8, although the unknown encoding {declared!r} was declared",)
    return () if named == "utf-8" else (f"read as UTF-8, although {declared} was declared",)


def _utf8_with_strays(content: bytes) -> str:
    """UTF-8 with single bytes of CP1252 in between, as two tools leave it behind."""

    def stray(error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeDecodeError):
            raise error
        wrong = error.object[error.start : error.end]
        return wrong.decode("cp1252", errors="replace"), error.end

    codecs.register_error("dossier-stray", stray)
    return content.decode("utf-8", errors="dossier-stray")
