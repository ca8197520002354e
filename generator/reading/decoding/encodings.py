"""Which encoding bytes are written in when they are not Unicode: every candidate is tried, the likeliest text wins.

Takes bytes that are neither UTF-8 nor UTF-16 and the encoding that somebody declared; gives the name of a codec that
decodes them all. A single-byte codec decodes anything, so likelihood decides: letters that its languages use, small
and capital letters in natural order, and for East Asian codecs the commonest characters.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping

SAMPLE_BYTES = 200_000

MARKS = "„“”‚‘’«»‹›–—…•€§°·¿¡©®™ª№\u00a0\u00ad"
WESTERN = ("äöüßé", "éèàâçêëîïôùûœæ", "áéíóúñü", "åäöæøé", "ãõçáéíóúâêôà", "àèéìíòóùú", "áéíóúýðþæö", "ëéïèöüóáê")
CENTRAL = ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áéíóöőúüű", "áäčďéíĺľňóôŕšťúýž", "ăâîşţ", "čćđšž", "äöüßé")
RUSSIAN = "оеаинтсрвлкм дпуяыьгзбчйхжшюцщэфъё"
UKRAINIAN = "оаниітрвсекл дпмуьязбгйхчшжїцюєґф"
CYRILLIC = (RUSSIAN, UKRAINIAN, "аиоетнрсвдл кпмзъбгчуяжщшхцюфй", "аоиентрсјкв дмплубзгчјшжхцћђљњџф")
# Codecs in the order in which they win a tie, with the small letters beyond ASCII that each of their languages
# writes; scripts other than Latin name their commonest dozen first, then a blank and the rest
ALPHABETS: Mapping[str, tuple[str, ...]] = {
    "cp1252": WESTERN,
    "cp1254": ("çğıöşüâî",),
    "cp1250": CENTRAL,
    "iso8859-2": CENTRAL,
    "cp1251": CYRILLIC,
    "koi8-r": (RUSSIAN,),
    "koi8-u": (UKRAINIAN,),
    "iso8859-5": CYRILLIC,
    "cp866": (RUSSIAN,),
    "cp1253": ("αοιετσνηυρπκ μλςάίόέωήύδγχθφβξζώψϊϋ",),
    "cp1255": ("יוהלאמשרבתנד כםחעפקצטןגסזףךץ",),
    "cp1256": ("النيومرتبلهع دسفكقحجطشصخذزضغثظىةءأإآؤئپچژگ،؛؟",),
    "cp1257": ("āčēģīķļņšūž", "ąčęėįšųūž", "äöüõšž"),
}
# Codecs of two-byte scripts with characters that no long text of theirs lacks
COMMON: Mapping[str, str] = {
    "cp932": "のはをにがとでたしいる",
    "euc_jp": "のはをにがとでたしいる",
    "cp949": "이다는의에을가고한하지",
    "gb18030": "的一是不了在人有中大国",
    "big5": "的一是不了在人有中大國",
}
COMMON_SHARE = 0.06
DECLARED_BONUS = 0.04

# Two letters side by side, to find a capital right after a small letter, rare in text read rightly: "пРИВЕТ", "sÃ¤"
NEIGHBOURS = re.compile(r"[^\W\d_](?=([^\W\d_]))")
# Latin letters beside letters of another script, in one word: "Erdoрan"
TWO_SCRIPTS = re.compile(r"[A-Za-z](?=[\u0370-\u07ff])|[\u0370-\u07ff](?=[A-Za-z])")


def likeliest_encoding(content: bytes, declared: str | None = None) -> str:
    """The codec of ``content``; ``latin-1``, which decodes every byte, where no candidate fits."""
    sample = content[:SAMPLE_BYTES]
    wanted = _codec(declared)
    candidates = dict.fromkeys([*([wanted] if wanted else []), *COMMON, *ALPHABETS])
    whole = len(sample) == len(content)
    best, best_score = "latin-1", 0.0
    for name in candidates:
        try:
            text = codecs.lookup(name).decode(sample, "strict" if whole else "ignore")[0]
        except (UnicodeDecodeError, LookupError):
            continue
        score = _likelihood(text, name) + (DECLARED_BONUS if name == wanted else 0)
        if score > best_score + 1e-9:
            best, best_score = name, score
    return best


def _codec(declared: str | None) -> str | None:
    """The name under which we know a declared codec; what browsers read as Windows code pages is read so."""
    if not declared:
        return None
    try:
        name = codecs.lookup(declared.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None
    wider = {"iso8859-1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "shift_jis": "cp932"}
    wider |= {"euc_kr": "cp949", "gb2312": "gb18030", "gbk": "gb18030"}
    return wider.get(name, name)


def _likelihood(text: str, name: str) -> float:
    """Between -1 and 1: how much the characters beyond ASCII look like text of the codec's languages."""
    beyond = [character for character in text if character > "\x7f"]
    if not beyond:
        return 0.0
    if name in COMMON:
        return 0.95 if sum(c in COMMON[name] for c in beyond) / len(beyond) >= COMMON_SHARE else 0.0
    strange = sum(not (c.isalpha() or c in MARKS) for c in beyond)
    broken = sum(pair[0].islower() and pair[1].isupper() for pair in _neighbours(text))
    mixed = len(TWO_SCRIPTS.findall(text))
    fitting = max((_fit(beyond, alphabet) for alphabet in ALPHABETS.get(name, ())), default=0.0)
    return (fitting - strange - 2 * broken - 2 * mixed) / len(beyond)


def _neighbours(text: str) -> list[str]:
    return [found[0] + found[1] for found in NEIGHBOURS.finditer(text) if found[1] > "\x7f" or found[0] > "\x7f"]


def _fit(beyond: list[str], alphabet: str) -> float:
    """How many of the characters the alphabet explains; rare letters of a non-Latin script count for half."""
    common, _, rare = alphabet.partition(" ")
    small = sum(c in common for c in beyond) + sum(c in MARKS for c in beyond)
    return (
        small
        + 0.8 * sum(c not in common and c.lower() in common for c in beyond)
        + 0.5 * sum(c.lower() in rare for c in beyond)
    )
