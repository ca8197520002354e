"""An article's file as the audit reads it: by its own decoding and its own parsers, not through ``reading``.

Takes a file as received and gives the plain words that it can be said to contain. A file may be read in more than
one honest way (a Markdown file rendered or as it stands, an old encoding that nothing declares); words count as the
article's when one reading has them. White space is folded, NFC applied, and characters that no reader sees are
dropped: soft hyphens, zero-width spaces, controls.
"""

from __future__ import annotations

import contextlib
import email
import hashlib
import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from zipfile import BadZipFile

from ftfy import fix_encoding
from lxml import etree

from generator.publishing.audit.right_to_left import turned_lines

# Encodings of files that are no UTF-8 and say nothing; a wrong one gives letters that no quote has.
OLD_ENCODINGS = (
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp866", "cp874"),
    *(
        "iso8859_2",
        "iso8859_5",
        "iso8859_6",
        "iso8859_7",
        "iso8859_8",
        "iso8859_9",
        "iso8859_13",
        "iso8859_15",
        "iso8859_16",
    ),
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
# The headers of an e-mail, and how many of them make one.
MAIL_HEADER, MAIL_HEADERS = re.compile(rb"^(?:from|to|subject|date|message-id|mime-version|content-type):", re.M), 3
# The names of a Word document's elements: what a change deleted or moved away, and marks that stand for a character.
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TAKEN_OUT = frozenset({f"{WORD}del", f"{WORD}moveFrom"})
WRITTEN_IN_WORD = {f"{WORD}tab": " ", f"{WORD}br": " ", f"{WORD}cr": " ", f"{WORD}noBreakHyphen": "-"}
# An HTML block element opens: "<p>" or "<div class=a>", but not "a < b".
BLOCK_TAG = re.compile(r"<(?:html|body|article|main|div|p|h[1-6]|section|br)\b[^<>]*>", re.IGNORECASE)
# Front matter: lines between two lines of --- or +++ at the very start.
FRONT_MATTER = re.compile(r"\A\s*(---|\+\+\+)[ \t]*\n.*?\n\1[ \t]*\n", re.DOTALL)
# A word divided at the end of a printed line: "Waffen-\nlieferungen".
DIVIDED_WORD = re.compile(r"(?<=\w)[-\u00ad\u2010]\s*\n\s*(?=\w)")
# Letters that a font of a PDF draws as one, and how they are spelled.
DRAWN_AS_ONE = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
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
# The article as a page's JSON-LD has it: "articleBody": "Words \\"and\\" words".
RECORDED_BODY = re.compile(r'"articleBody"\s*:\s*("(?:[^"\\]|\\.)*")', re.DOTALL)
# A script of a page with what is written in it; JSON-LD is looked at by itself.
SCRIPT = re.compile(r"<script\b(?![^>]*ld\+json)[^>]*>([^<]*(?:<(?!/script)[^<]*)*)</script", re.IGNORECASE)
# A string in a script, perhaps with a bare name before it or as a name itself: 'body:"The river"', '"text":'
SCRIPTED = re.compile(r'(?:(\w+)\s*:\s*)?"((?:[^"\\]|\\.)*)"(\s*:)?', re.DOTALL)
# Names of strings that may be part of a line, one after the other.
LINE_NAMES = frozenset({"text", "value", "html", "content", "children"})
SENTENCE_CHARS = 20
# A byte that is no UTF-8 among bytes that are, as Python marks it: "\udce4" for E4.
STRAY = re.compile("[\udc80-\udcff]")
# Elements that do not part words from their surroundings; every other one does.
INLINE_TAGS = frozenset(
    (
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i"),
        *("ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time"),
        *("tt", "u", "var", "wbr"),
    )
)
WITHOUT_WORDS = frozenset({"script", "style", "template", "noscript"})


def plain(text: str) -> str:
    """The words a reader sees: NFC, white space folded, unseen characters dropped."""
    seen = UNSEEN.sub("", " ".join(text.split()))
    return " ".join(unicodedata.normalize("NFC", seen).split())


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """A file of ``sources/articles``: hash of its bytes, and its words in every reading that makes sense.

    ``decoded`` are the readings as plain text with offsets kept (NFC, ``\\n`` as line end), for checking positions;
    ``is_plain`` is true where the file as it stands is the article, so that what stands before and after a quote
    must stand there without a gap.
    """

    sha256: str
    words: tuple[str, ...]
    decoded: tuple[str, ...] = ()


def read_article_file(path: Path) -> ArticleFile:
    """Read one file. Raises ``OSError`` where there is none, ``ValueError`` where it is damaged."""
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    if content[:1024].find(b"%PDF-") >= 0:
        return ArticleFile(digest, tuple(_pdf_words(content)))
    if content.startswith(b"PK\x03\x04"):
        return ArticleFile(digest, (plain(_word_document(content)),))
    decoded = tuple(dict.fromkeys(_decoded(content)))
    parts = _parts(content)
    pages = [text for text in parts or decoded if BLOCK_TAG.search(text)]
    if pages and len(pages) < len(parts):  # an e-mail holds a page and its text
        readings = [*(plain(t) for p in pages for t in _shown(p)), *map(plain, parts)]
        return ArticleFile(digest, tuple(dict.fromkeys(readings)), tuple(parts))
    decoded = tuple(parts) if parts and not pages else decoded
    if pages:
        return ArticleFile(digest, tuple(dict.fromkeys(plain(t) for p in pages for t in _shown(p))))
    rendered = [_rendered_markdown(reading) for text in decoded for reading in (text, _as_notes_show_it(text))]
    readings = [*decoded, *rendered]
    return ArticleFile(digest, tuple(dict.fromkeys(map(plain, readings))), decoded)


def _decoded(content: bytes) -> Iterator[str]:
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
        with contextlib.suppress(LookupError):
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


def _parts(content: bytes) -> list[str]:
    """The pages and texts inside a saved web archive (MHTML) or an e-mail; none of any other file."""
    headers = content[:4096].replace(b"\r\n", b"\n").split(b"\n\n")[0]
    if b"multipart/related" not in content[:4096] and len(set(MAIL_HEADER.findall(headers.lower()))) < MAIL_HEADERS:
        return []
    parts = [part for part in email.message_from_bytes(content).walk() if part.get_content_maintype() == "text"]
    payloads = [payload for part in parts if isinstance(payload := part.get_payload(decode=True), bytes)]
    return [text for payload in payloads for text in _decoded(payload)]


def _shown(page: str) -> Iterator[str]:
    """What a page shows, read with and without space between inline elements, and the text in its own record.

    Style sheets, which decide whether inline elements adjoin, are not to be had; and a publisher's record (JSON-LD),
    or the state for the page's scripts, may hold the article where the page itself only fetches it.
    """
    yield _page_text(page)
    yield _page_text(page, inline=frozenset())
    for record in RECORDED_BODY.findall(page):
        with contextlib.suppress(ValueError):
            body = json.loads(record, strict=False)
            yield _page_text(f"<body>{body}</body>")
            yield _page_text(f"<body>{unescape(body)}</body>", inline=frozenset())
    strings = [named for script in SCRIPT.findall(page) for named in _strings(script)]
    if any(len(said) >= SENTENCE_CHARS for _, said in strings):
        line = [said for name, said in strings if name in LINE_NAMES]
        yield _page_text("<body>" + "\n".join(said for _, said in strings if len(said) >= SENTENCE_CHARS))
        yield _page_text("<body>" + "".join(line))
        yield _page_text("<body>" + "".join(said if said[:1] in ",.;:!?)”’»" else f"\n{said}" for said in line))


def _strings(script: str, depth: int = 0) -> Iterator[tuple[str, str]]:
    """The strings that a script holds as JSON writes them, with their names; those inside a string of JSON too."""
    before = ""
    for bare, quoted, colon in SCRIPTED.findall(script):
        name, before = bare or before, quoted if colon else ""
        if colon or (len(quoted) < SENTENCE_CHARS and name not in LINE_NAMES):
            continue
        try:
            said = json.loads(f'"{quoted}"', strict=False) if "\\" in quoted else quoted
        except ValueError:
            continue
        if said[:1] in ("{", "[") and said[-1:] in ("}", "]") and depth < 2:
            yield from _strings(said, depth + 1)
        elif said:
            yield name, said


def _page_text(page: str, inline: frozenset[str] = INLINE_TAGS) -> str:
    """The text of a page; elements that are not ``inline`` part words."""
    # as bytes: text that is decoded already may begin with an XML declaration that names an encoding
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    tree = etree.fromstring(page.encode("utf-8", "replace"), parser=parser)
    parts: list[str] = []
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        space = "" if element.tag in inline else "\n"
        if event != "start":
            parts.append(space + (element.tail or ""))
        elif element.tag in WITHOUT_WORDS:
            walk.skip_subtree()
        else:
            parts.append(space + (element.text or ""))
    return "".join(parts)


def _rendered_markdown(text: str) -> str:
    import markdown

    rendered = markdown.markdown(FRONT_MATTER.sub("", text))
    return _page_text(f"<body>{rendered}</body>")


def _as_notes_show_it(text: str) -> str:
    """Markdown in which links between notes and marked words are the words that a program for notes shows."""
    shown = re.sub(r"\[\[(?:[^\[\]|\n]*\|)?([^\[\]|\n]+)\]\]", r"\1", text)  # "[[Port|the port]]"
    shown = re.sub(r"==([^=\n]+)==", r"\1", shown)  # "==marked=="
    return re.sub(r"^(\d+)\. ", r"\1\\. ", shown, flags=re.MULTILINE)  # "12. Mai" is no point of a list


def _pdf_words(content: bytes) -> Iterator[str]:
    """The words of the pages in a row, as printed and with divided words joined."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted:
            reader.decrypt("")
        text = "\n".join(page.extract_text() or "" for page in reader.pages)
        turned = "\n".join(filter(None, map(turned_lines, reader.pages)))
    except (PyPdfError, KeyError, TypeError) as error:
        raise ValueError(f"damaged PDF: {error}") from error
    spelled = text.translate(DRAWN_AS_ONE)
    yield plain(spelled)
    yield plain(DIVIDED_WORD.sub("", spelled))
    if turned:
        yield plain(turned)


def _word_document(content: bytes) -> str:
    """The words of all paragraphs, deleted and hidden ones apart, each in a line of its own."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            tree = etree.fromstring(
                parts.read("word/document.xml"), etree.XMLParser(huge_tree=True, resolve_entities=False)
            )
    except (BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        raise ValueError(f"damaged Word document: {error}") from error
    lines: dict[etree._Element, list[str]] = {}
    for run in tree.iter(f"{WORD}r"):
        around = list(run.iterancestors())
        if run.find(f"{WORD}rPr/{WORD}vanish") is not None or any(node.tag in TAKEN_OUT for node in around):
            continue
        paragraph = next((node for node in around if node.tag == f"{WORD}p"), run)
        for node in run:
            said = node.text if node.tag == f"{WORD}t" else WRITTEN_IN_WORD.get(str(node.tag))
            lines.setdefault(paragraph, []).append(said or "")
    return "\n".join("".join(words) for words in lines.values())
