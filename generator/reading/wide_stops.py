"""Ends of Chinese and Japanese sentences, which no space follows: "価格が上がった。賃金は上がらない。".

Takes text; gives the positions behind full stops outside of open quotations, with what closes behind them. A speech
tag ("「止まれ！」と警官が叫んだ。", "“站住！”警察喊道。") and a credit in brackets stay with the sentence before them.
"""

from __future__ import annotations

import re
from collections.abc import Collection

# Full stops that need no space behind them, with what closes a quotation: 。 | ！」 |
WIDE_STOPS = "。！？｡．"
WIDE_STOP = re.compile(rf"[{WIDE_STOPS}]+[」』）”’】》]*")
# What follows a closed quotation inside a Japanese or Chinese sentence: 「…。」と述べた
GOES_ON = re.compile(r"[ぁ-ん、，,：；]")
# A credit behind a full stop, no number of a list: "上がった。（共同）", "上涨。（完）"
CREDIT = re.compile(r"（(?![\d一二三四五六七八九十]+）)[^（）。]{1,12}）")
# Who spoke, behind a closed quotation: "警察喊道。", "他说，"
TAG = re.compile(r"[^「『“。！？，：:]{1,12}(?=[。，：:！])")
OPENING, CLOSING = "「『（“【《", "」』）”】》"


def wide_stops(text: str, start: int, end: int, speech_tags: Collection[str]) -> list[int]:
    """Ends inside ``text[start:end]``; ``speech_tags`` are the words with which a speech tag ends."""
    found: list[int] = []
    depth, read = 0, start
    for stop in WIDE_STOP.finditer(text, start, end):
        between = text[read : stop.end()]
        depth += sum(between.count(mark) for mark in OPENING) - sum(between.count(mark) for mark in CLOSING)
        depth, read = max(depth, 0), stop.end()
        if depth == 0 and not _goes_on(text, stop, end, tuple(speech_tags)):
            credit = CREDIT.match(text, stop.end(), end)
            position = credit.end() if credit else stop.end()
            if position < end and not text[position].isspace():
                found.append(position)
    return found


def _goes_on(text: str, stop: re.Match[str], end: int, speech_tags: tuple[str, ...]) -> bool:
    """Whether what follows belongs to the sentence of a quotation, or the stop to the title of a book."""
    if stop[0][-1] not in CLOSING or stop[0][-1] == "）":
        return False
    if stop[0][-1] == "》" or GOES_ON.match(text, stop.end(), end):
        return True
    tag = TAG.match(text, stop.end(), end)
    return tag is not None and tag[0].endswith(speech_tags)
