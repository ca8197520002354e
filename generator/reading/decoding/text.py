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
# Control and non-character code points, and byte-order marks inside the text
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufeff\ufffe\uffff]")
# What UTF-8 looks like after it was read as something else: "Ã¤", "â€œ", "Ð¿Ñ"
MOJIBAKE = re.compile("[ÂÃÄÅÐÑØÙâãäð][\u0080-¿ŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]")
LONGEST_REPAIRED_LINE = 1_000_000


def decode(content: bytes, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text of ``content`` and the repairs that were made, one sentence each."""
    repairs: list[str] = []
    text, note = _characters(content, declared)
    text, ends = LINE_ENDS.subn("\n", text)
    if ends and "\r" in (crude := content.decode("latin-1")) and crude.count("\r\n") != crude.count("\n"):
        repairs.append(f"{ends} line ends of several kinds were made one kind")
    elif ends:
        repairs.append(f"{ends} line ends were made \\n")
    text, controls = CONTROLS.subn("", text)
    if controls:
        repairs.append(f"{controls} control characters were removed")
    text, mended, lost = _without_mojibake(text)
    if mended:
        repairs.append(f"{mended} lines that had been read in a wrong encoding before were restored")
    if lost:
        repairs.append(f"{lost} lines had been read in a wrong encoding before and lost letters: left as they are")
    return unicodedata.normalize("NFC", text), (*note, *repairs)


def _characters(content: bytes, declared: str | None) -> tuple[str, tuple[str, ...]]:
    for mark, name in MARKS_OF_ORDER:
        if content.startswith(mark):
            note = () if name == "utf-8" else (f"read as {name.upper()}, by its byte-order mark",)
            return content[len(mark) :].decode(name, errors="replace"), note
    if wide := _utf16_without_mark(content):
        return content.decode(wide, errors="replace"), (f"read as {wide.upper()}, by its zero bytes",)
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


def _utf16_without_mark(content: bytes) -> str | None:
    """The byte order of UTF-16 without a mark: every other byte of Latin text is zero, and the others are not."""
    sample = content[:4000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if half >= 2 and odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if half >= 2 and even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


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


def _without_mojibake(text: str) -> tuple[str, int, int]:
    """The text with lines mended that ftfy is certain of; how many are, and how many lost what nobody can restore."""
    if not MOJIBAKE.search(text):
        return text, 0, 0
    from ftfy import fix_encoding_and_explain

    lines = text.split("\n")
    mended = lost = 0
    for number, line in enumerate(lines):
        if len(line) > LONGEST_REPAIRED_LINE or not MOJIBAKE.search(line):
            continue
        better, steps = fix_encoding_and_explain(line)
        lossy = any(step.parameter == "replace_lossy_sequences" for step in steps or ())
        if lossy:
            lost += 1
        elif better != line and "\ufffd" not in better and "\n" not in better:
            lines[number] = better
            mended += 1
    return "\n".join(lines), mended, lost
