"""Bytes to characters as the audit does it: by its own list of encodings, not through ``reading``.

Takes the bytes of a file, gives every reading as text that they allow; and the words that a reader sees in a text.
"""

from __future__ import annotations

import contextlib
import re
import unicodedata
from collections.abc import Iterator

from ftfy import fix_encoding

# Encodings of files that are no UTF-8 and say nothing; a wrong one gives letters that no quote has.
OLD_ENCODINGS = (
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp866", "cp874"),
    *("iso8859_2", "iso8859_5", "iso8859_6", "iso8859_7", "iso8859_8", "iso8859_9"),
    *("iso8859_13", "iso8859_15", "iso8859_16"),
    *("koi8_r", "koi8_u", "mac_roman", "mac_cyrillic"),
    *("gb18030", "big5hkscs", "cp932", "euc_jp", "cp949", "latin_1"),
)
# Encodings for e-mail, in which East Asian text is ASCII behind an escape sequence.
MAIL_ENCODINGS = ("iso2022_jp", "iso2022_kr")
# Bytes that every text in UTF-16 has, and hardly any other: zero, and those that name the block of an alphabet.
CONTROLS = (b"\x00", b"\x03", b"\x04", b"\x05", b"\x06", b"\x0e")
BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# The encoding a page declares for itself: <meta charset="windows-1251">, or "text/html; charset=iso-8859-1".
DECLARED_ENCODING = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)
# Characters no reader sees: controls, surrogates, non-characters, soft hyphens, zero-width spaces, joiners of words.
UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u200b\u2060\ufeff\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)
# Codecs by which letters are misread, as ftfy registers them, and how often a text went through one.
MISREADING = ("sloppy-windows-1252", "sloppy-windows-1250", "sloppy-windows-1251", "iso-8859-2", "macroman", "cp437")
MISREAD_TIMES = 4
# Letters beyond ASCII side by side, without which nothing was misread: "Ã¼", "â€ž", "Рџ".
MISREAD = re.compile(r"[^\x00-\x7f]{2}")
# A word of accented letters alone, which no language has: "Ïðèâåò" for "Привет".
ACCENTED_WORD, ACCENTED_WORDS = re.compile("[\u00c0-\u00ff]{3,}"), 5
# A byte that is no UTF-8 among bytes that are, as Python marks it: "\udce4" for E4.
STRAY = re.compile("[\udc80-\udcff]")


def plain(text: str) -> str:
    """The words a reader sees: NFC, white space folded, unseen characters dropped."""
    seen = UNSEEN.sub("", " ".join(text.split()))
    return " ".join(unicodedata.normalize("NFC", seen).split())


def decodings(content: bytes) -> Iterator[str]:
    """The text in every encoding that the bytes allow: one where they say which, several where they do not."""
    for characters in _characters(content):
        text = characters.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
        yield unicodedata.normalize("NFC", text)
        if MISREAD.search(text):
            yield from (unicodedata.normalize("NFC", undone) for undone in _undone_mojibake(text))


def _characters(content: bytes) -> Iterator[str]:
    encodings = _encodings(content)
    if len(encodings) > 1:
        text = content.decode("utf-8", errors="surrogateescape")
        yield STRAY.sub(lambda stray: bytes([ord(stray[0]) - 0xDC00]).decode("cp1252", "replace"), text)
    for encoding in encodings:
        with contextlib.suppress(LookupError, UnicodeError):  # an encoding that nobody knows, or that decodes nothing
            yield content.decode(encoding, "replace")


def _encodings(content: bytes) -> tuple[str, ...]:
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return (encoding,)
    wide = ("utf-16-le", "utf-16-be") if any(map(content[:4000].count, CONTROLS)) else ()
    escaped = MAIL_ENCODINGS if b"\x1b$" in content else ()
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        declared = DECLARED_ENCODING.search(content[:4096])
        return (*wide, *([declared[1].decode("ascii")] if declared else []), *OLD_ENCODINGS)
    return (*wide, *escaped, "utf-8")


def _undone_mojibake(text: str) -> Iterator[str]:
    """The text with letters put right that somebody had read in a wrong encoding ("TÃ¼rkei" for "Türkei")."""
    lines = text.split("\n")
    yield "\n".join(map(fix_encoding, lines))
    for codec in MISREADING:
        yield "\n".join(_read_again(line, codec) for line in lines)
    if len(ACCENTED_WORD.findall(text)) >= ACCENTED_WORDS:
        with contextlib.suppress(UnicodeEncodeError):
            stored = text.encode(MISREADING[0])
            yield from (stored.decode(encoding, "replace") for encoding in OLD_ENCODINGS)


def _read_again(line: str, codec: str) -> str:
    """A line whose UTF-8 was read with ``codec``, once or several times; as it is where that cannot be."""
    with contextlib.suppress(UnicodeError):
        for _ in range(MISREAD_TIMES):
            line = line.encode(codec).decode("utf-8")
    return line
