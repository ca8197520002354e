"""The marks by which a line shows what it is: where sentences end, dates, credits, addresses, signs between links.

Nothing here knows a language. Ends of sentences are those that Unicode gives the property Sentence_Terminal, in every
script; a script that writes none (Thai, Lao) ends a sentence where a long line ends. The patterns are looked for in
every line of a text: each begins with one character out of a few, for which a line is searched ten times faster than
for a choice or an edge of a word, and looks back from there.
"""

from __future__ import annotations

import re

# Sentence_Terminal of the scripts that newspapers are written in, with the ellipsis
TERMINALS = ".!?…‼⁇⁈⁉。．！？｡؟۔܀܁܂।॥։፧።፨᙮᠃᠉។៕။၊꓿꘎꤯꩝꫰꯫᱾᱿"
CLOSERS = r"\"'”“’»«)\]』」＂›"
# A sentence end at the end of the line, with what closes quotations: 'sagte er.“', "した。」"
END = re.compile(rf"[{TERMINALS}][{CLOSERS}]*(?:\[\d+\])?$")
# Thai and Lao letters, whose sentences end without a mark, perhaps with what closes a quotation
UNMARKED = re.compile(f"[\u0e01-\u0eff][{CLOSERS}]*$")
UNMARKED_CHARS = 45
# What ends a sentence as the last character of a line, and what may stand behind that
ENDING, CLOSING = frozenset(TERMINALS), frozenset(CLOSERS + "]\n")
TAIL_CHARS = 16
# Stops that a space follows, and those that none does
INNER_STOPS, UNSPACED_STOPS = ".!?…؟۔।॥։።។။", "。！？｡"
# A sentence end inside the line, followed by another sentence: "war. Das"
INNER_END = re.compile(
    rf"[{INNER_STOPS}{UNSPACED_STOPS}](?:(?<=[{INNER_STOPS}])[{CLOSERS}]*\s+[\"„“‘«»(\[]*[^\W\d_a-zß-ÿ]"
    rf"|(?<=[{UNSPACED_STOPS}])(?=.))"
)
# A time of day: "14:02", "17.19 Uhr", "7:55 AM"
CLOCK = re.compile(r"\d(?<!\w.)\d?[:.h]\d{2}\b(?!\.\d)")
# A date in digits: "11.08.2025", "2025/06/30", "2025年1月13日", "2025. 1. 13"
DATE = re.compile(
    r"\d(?:(?<!\w.)(?:\d?[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{3}[./-]\s?\d{1,2}[./-]\s?\d{1,2})\b"
    r"|\d?[月월]\s?\d{1,2}[日일])"
)
# What stands among the signs of every line with a time of day ("h" is none) and with a date in digits; these are few,
# while the patterns above try every character
CLOCK_SIGNS, HOURS = re.compile(r"\d[:.]\d\d"), re.compile(r"h(?<=\dh)\d")
DATE_SIGNS = re.compile(r"[./-]\s?\d{1,2}[./-]\s?\d|[月월]")
YEAR = re.compile(r"[12](?<!\w.)(?:(?<=1)9|(?<=2)0)\d{2}\b")
DIGIT = re.compile(r"\d")
# The name of a machine, as a line or a part of one: "www.harbour-courier.example"
HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}", re.I)
# Marks that stand between links or before a rights holder: "Politik | Sport", "Foto: dpa / X", "© Verlag"
SEPARATORS = re.compile(r"[|•·›»→▶►✓★☆–—/-](?:(?<![–—/-])|(?<=\s.)\s)")
SEPARATING_SIGN = re.compile(r"[|•·›»→▶►✓★☆–—/-]")
RIGHTS = re.compile(r"[©(cC](?:(?<=©)|(?<=\()[cC]\)|(?<=[cC])(?i:opyright))")
ADDRESS = re.compile(
    r"https?://|www\.|\b[\w.-]+@[\w-]+\.\w+|\b[\w-]{2,}\.(?:com|org|net|de|nl|at|ch|fr|it|es|uk|jp|kr|be|eu|ru|ua|pl)\b"
)
# What every address without "://", "www." and "@" holds; far quicker to look for in a line of prose
HOST_ENDING = re.compile(r"\.(?:com|org|net|de|nl|at|ch|fr|it|es|uk|jp|kr|be|eu|ru|ua|pl)\b")
MONEY_SIGN = re.compile(r"[$€£¥₩]")
MONEY = re.compile(r"[$€£¥₩](?:\s?\d|(?<=\d.)|(?<=\d\s.))")
# A bracket or a slash at the end names a maker: "(Quelle: IMAGO/X)", "Bildrechte: MDR/Straub", "© HA"
CREDITED = re.compile(r"(?:©|[:(/]\s?)[^.:!?]{2,60}\)?$|[\[(][^\])]{3,60}[\])]$")
CREDIT_CHARS = 66
# Before place and maker at the end of a caption in Japanese: "…容疑者＝13日、東京で"
BEFORE_MAKER = "＝"
# What every credit holds, and what none ends with
CREDIT_SIGN, NO_CREDIT_ENDS = re.compile(r"[©:(/\[]"), tuple(".:!?")
# A quotation or a dash of speech at the beginning: "„Wir", "– Da får"
SPEECH = re.compile(r"^[\"„“‘'«»–—-]\s?\S|^[「『]")
# Who speaks, before the words: "A. Name: …", "ZEITUNG: …"
SPEAKER = re.compile(r"([^\W\d_][\w.’'-]{0,25}(?:\s[^\W\d_][\w.’'-]{0,25}){0,3}):\s+\S")
QUOTATION = re.compile(r"[\"„“”«»「」『』‘]")
# Where layout glued two words: "UhrLesedauer"; capitals are rarer than small letters, so they are looked for first
GLUED = re.compile(r"[A-ZÄÖÜ](?<=[a-zß-ÿ].)")


def ends_sentence(text: str) -> bool:
    """Whether a line ends where a sentence does. Most lines are told by their last character."""
    last = text[-1:]
    if last in ENDING:
        return True
    if last in CLOSING and END.search(text, max(0, len(text) - TAIL_CHARS)) is not None:
        return True
    return len(text) >= UNMARKED_CHARS and UNMARKED.search(text, len(text) - TAIL_CHARS) is not None
