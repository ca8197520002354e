"""Names that sign a text where nothing else names its authors: in brackets at its end, or in a note on who wrote it.

Takes the last lines of a text; gives the names as written, and none where the words are no signature.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.languages import words
from generator.reading.heads.names import supplier_in
from generator.reading.heads.person_names import CAPITALISED, is_newspaper_in_one_word, is_outlet
from generator.reading.pages.byline_names import names_alone
from generator.reading.pages.byline_words import prefixes_of
from generator.reading.pages.other_roles import writers_among
from generator.reading.pages.wide_bylines import LONG_WIDE_NAME, wide_names
from generator.reading.wide_letters import HAN, HANGUL, KANA, WIDE

# Letters of remarks in brackets at the end of a Japanese text: "敬称略", "続報"
NO_WIDE_NAME, SYLLABLES = re.compile(f"[略載続談同注編訳版号面報回社信終完次]|^[{KANA}]+$"), re.compile(f"[{KANA}]")
# A signature in brackets behind the last sentence, or in a line of its own: "…だ。（山田花子、佐々木健）"
SIGNED_WIDE = re.compile(r"(?:^|[。」』])[（【]([^（）【】]{3,40})[）】]$")
# A bracket near the beginning of a text, which is no longer than this
OPENED_WIDE, OPENING_CHARS = re.compile(r"[（(〔【［[]([^（）()〔〕【】［］[\]]{3,40})[）)〕】］\]]"), 100
# A place and a name in such a bracket, and a name behind one: "【ロンドン=佐藤健】", "[서울=뉴스온] 김철수 기자 ="
PLACE_AND_NAME = re.compile(rf"[{KANA}{HAN}]{{2,10}}[=＝]([{KANA}{HAN}々]{{3,6}})")
BEHIND_PLACE = re.compile(rf"\s*[\[(【][^\[\]()【】]{{2,24}}[\])】]\s*([{HANGUL}·,\s]{{3,30}}?)\s?=\s")
# The same in other letters, before the signs that end a text: "… ends. (A. Name) +++"
SIGNED = re.compile(r"(?:^|[.!?…»”\"]\s?)\(([^()]{5,60})\)\s?[+*#■●◆]+$")
# How much of a note on the author is in bold, how long it is, and the name that opens it: "A. Name is a lawyer"
IN_BOLD, LONGEST_NOTE = 0.9, 400
NOTE = re.compile(rf"({CAPITALISED}(?:\s{CAPITALISED}){{1,3}})\s(\S+)\s")


def names_at_beginning(text: str, language: str) -> tuple[str, ...]:
    """The names in a bracket near the beginning of a text in wide letters: "〔記者林佩君／台中報導〕"."""
    for bracket in OPENED_WIDE.finditer(text[:OPENING_CHARS]):
        if named := tuple(wide_names(bracket[1], prefixes_of(language), language)):
            return tuple(writers_among(bracket[1], named))
        placed = PLACE_AND_NAME.fullmatch(bracket[1])
        if placed and not is_newspaper_in_one_word(placed[1]) and supplier_in(f"({placed[1]})") is None:
            return (placed[1],)
    behind = BEHIND_PLACE.match(text)
    return tuple(wide_names(behind[1], prefixes_of(language), language)) if behind else ()


def names_at_end(text: str, emphasised: float, language: str, above: Sequence[str] = ()) -> tuple[str, ...]:
    """The names that sign the last line of a text; ``emphasised`` is the share of its letters in bold.

    ``above`` are the lines between title and text: what one of them begins with signs, even alone in brackets.
    """
    if wide := SIGNED_WIDE.search(text):
        signs = bool(SYLLABLES.search(text)) or (text == wide[0] and "、" in text)
        signs = signs or any(line.startswith(wide[1]) for line in above)
        return _wide(wide[1], language, signs=signs)
    if signed := SIGNED.search(text):
        named = names_alone(signed[1], language)
        return () if any(supplier_in(f"({name})") or is_outlet(name) for name in named) else named
    told = NOTE.match(text) if emphasised >= IN_BOLD and len(text) <= LONGEST_NOTE else None
    if told and told[2] in words(language, "pages", "tells_who"):
        return names_alone(told[1], language)
    return ()


def _wide(inside: str, language: str, *, signs: bool) -> tuple[str, ...]:
    """The names in wide letters between two brackets: with a word for it, or nothing else where that ``signs``.

    "记者 王明", "山田花子、佐々木健"
    """
    marked = tuple(wide_names(inside, prefixes_of(language), language))
    if marked and WIDE.search(inside):
        return tuple(writers_among(inside, marked))
    parts = re.split(r"[、・\s]+", inside)
    named = all(LONG_WIDE_NAME.fullmatch(part) and not NO_WIDE_NAME.search(part) for part in parts)
    return tuple(parts) if named and signs else ()
