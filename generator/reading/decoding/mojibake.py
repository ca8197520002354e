"""Letters that somebody read in a wrong encoding and stored again ("fÃ¼r", "Ïðèâåò"), put right where that is certain.

Takes decoded text with its control characters; gives the text restored and a sentence for what was done. A line is
mended where ftfy is certain, or where what ftfy did to other lines of the text fits it to the last letter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.reading.decoding.encodings import SINGLE_BYTE_WESTERN, likeliest_encoding

if TYPE_CHECKING:
    from ftfy import ExplanationStep

# Codecs in which UTF-8 is misread, with the bytes that begin a character beyond ASCII in the languages they meet
MISREADING = {
    "cp1252": (0xC2, 0xC3, 0xC4, 0xC5, 0xCE, 0xCF, 0xD0, 0xD1, 0xD8, 0xD9, 0xE2, 0xE3, 0xE4, 0xF0),
    "cp1250": (0xC2, 0xC3, 0xC4, 0xC5, 0xD0, 0xD1, 0xE2),
    "iso8859-2": (0xC2, 0xC3, 0xC4, 0xC5, 0xD0, 0xD1, 0xE2),
    "cp1251": (0xC2, 0xC3, 0xC4, 0xC5, 0xD0, 0xD1, 0xD2, 0xE2),
    "mac-roman": (0xC2, 0xC3, 0xC4, 0xC5, 0xD0, 0xD1, 0xE2),
    "cp437": (0xC2, 0xC3, 0xC4, 0xC5, 0xE2),
}
LONGEST_REPAIRED_LINE = 1_000_000
# Characters beyond ASCII side by side, without which nothing was misread: pages are long, and have few of them. A
# pattern that begins with one character is looked for twice as fast as one that begins with two or more
BEYOND_ASCII = re.compile("[^\x00-\x7f][^\x00-\x7f]+")
# Every byte of UTF-8 by what it is: ASCII, the first one of a character beyond it, or a further one
KINDS_OF_BYTES = b"a" * 0x80 + b"n" * 0x40 + b"f" * 0x40
# Accented Western letters side by side, as no language writes them, and how often they stand in a misread text
ACCENTED_WORD, FEWEST_WORDS = re.compile("[\u00c0-\u00ff]{3,}"), 5


def _suspicious() -> re.Pattern[str]:
    """What UTF-8 looks like after it was read as something else: "Ã¤", "â€œ", "Рџ", "√§"."""
    parts: list[str] = []
    for codec, beginnings in MISREADING.items():
        first = re.escape("".join(bytes([byte]).decode(codec, "ignore") for byte in beginnings))
        next_ = re.escape("".join(bytes([byte]).decode(codec, "ignore") for byte in range(0x80, 0xC0)))
        parts.append(f"[{first}][{next_}\x80-\xbf]")
    return re.compile("|".join(parts))


SUSPICIOUS = _suspicious()


def _stand_side_by_side(text: str) -> bool:
    """Whether two characters beyond ASCII stand side by side, which its bytes show far sooner than a pattern does."""
    return b"nf" in text.encode("utf-8", "surrogatepass").translate(KINDS_OF_BYTES)


def without_mojibake(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with its misread letters restored, and a sentence for each kind of repair."""
    runs = "\n".join(BEYOND_ASCII.findall(text)) if _stand_side_by_side(text) else ""
    if not runs:
        return text, ()
    if len(ACCENTED_WORD.findall(runs)) >= FEWEST_WORDS and (codec := _misread_as_western(text)) is not None:
        restored = as_bytes(text).decode(codec, "replace")
        return restored, (f"its letters had been read as CP1252 before: they are {codec.upper()}",)
    if not SUSPICIOUS.search(runs):
        return text, ()
    text, mended, lost = _mended(text)
    told = (f"{mended} lines that had been read in a wrong encoding before were restored",) if mended else ()
    left = f"{lost} lines had been read in a wrong encoding before and lost letters: left as they are"
    return text, (*told, *((left,) if lost else ()))


def as_bytes(text: str) -> bytes:
    """The bytes that were read as CP1252, or as Latin-1 where CP1252 has no letter. Raises ``UnicodeEncodeError``."""
    return text.encode("sloppy-windows-1252")


def _misread_as_western(text: str) -> str | None:
    """The codec of a text of another script whose bytes somebody took for Western letters: "Ïðèâåò"."""
    import ftfy.bad_codecs  # noqa: F401 # registers the codec of ``as_bytes``

    try:
        codec = likeliest_encoding(as_bytes(text))
    except UnicodeEncodeError:
        return None
    return None if codec in SINGLE_BYTE_WESTERN else codec


def _mended(text: str) -> tuple[str, int, int]:
    """The text line by line; how many lines were mended, and how many lost what nobody can restore."""
    from ftfy import fix_encoding_and_explain

    lines = text.split("\n")
    plans: dict[tuple[ExplanationStep, ...], None] = {}
    open_: list[int] = []
    mended = lost = 0
    for number, line in enumerate(lines):
        if len(line) > LONGEST_REPAIRED_LINE or not SUSPICIOUS.search(line):
            continue
        better, steps = fix_encoding_and_explain(line)
        if any(step.parameter == "replace_lossy_sequences" for step in steps or ()):
            lost += 1
        elif better == line:
            open_.append(number)
        elif "\ufffd" not in better and "\n" not in better:
            lines[number] = better
            mended += 1
            plans[tuple(steps or ())] = None
    for number in open_:
        better = _by_plan(lines[number], sorted(plans, key=len, reverse=True))
        mended += better != lines[number]
        lines[number] = better
    return "\n".join(lines), mended, lost


def _by_plan(line: str, plans: Sequence[tuple[ExplanationStep, ...]]) -> str:
    """A line after the first plan of other lines that fits all of its letters; as it is where none does."""
    from ftfy import apply_plan

    for plan in plans:
        try:
            better = apply_plan(line, list(plan))
        except UnicodeError:
            continue
        if "\ufffd" not in better and "\n" not in better and not SUSPICIOUS.search(better):
            return better
    return line
