"""Which encoding bytes are written in when they are not Unicode: every candidate is tried, the likeliest text wins.

Takes bytes that are neither UTF-8 nor UTF-16 and the encoding that somebody declared; gives the name of a codec. A
single-byte codec decodes anything, so likelihood decides: letters that its languages use, small and capital letters
in natural order, and for East Asian codecs (``wide_encodings``) the characters that their standards call common.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Mapping

from generator.reading.decoding.wide_encodings import WIDE_CODECS, wide_likelihood

SAMPLE_BYTES = 200_000

MARKS = "„“”‚‘’«»‹›–—…•€§°·¿¡©®™ª№\u00a0\u00ad"
WESTERN = ("äöüßé", "éèàâçêëîïôùûœæ", "áéíóúñü", "åäöæøé", "ãõçáéíóúâêôà", "àèéìíòóùú", "áéíóúýðþæö", "ëéïèöüóáê")
CENTRAL = ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áéíóöőúüű", "áäčďéíĺľňóôŕšťúýž", "ăâîşţ", "čćđšž", "äöüßé")
RUSSIAN = "оеаинтсрвлкм дпуяыьгзбчйхжшюцщэфъё"
UKRAINIAN = "оаниітрвсекл дпмуьязбгйхчшжїцюєґф"
CYRILLIC = (RUSSIAN, UKRAINIAN, "аиоетнрсвдл кпмзъбгчуяжщшхцюфй", "аоиентрсјкв дмплубзгчјшжхцћђљњџф")
ARABIC = ("النيومرتبلهع دسفكقحجطشصخذزضغثظىةءأإآؤئپچژگ،؛؟",)
BALTIC = ("āčēģīķļņšūž", "ąčęėįšųūž", "äöüõšž")
VIETNAMESE = "ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
# Codecs in the order in which they win a tie, with the small letters beyond ASCII that each of their languages
# writes; scripts other than Latin name their commonest dozen first, then a blank and the rest
ALPHABETS: Mapping[str, tuple[str, ...]] = {
    "cp1252": WESTERN,
    "iso8859-15": WESTERN,
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
    "cp1256": ARABIC,
    "cp1257": BALTIC,
    "cp874": ("านรอกเงยลมวส่ ตทดบปคหจพขชถซผฝฟธณญศษฉฆภฐฏฎฑฒฬฮฤะัาำิีึืุู็้๊๋์แโใไๆฯ๐๑๒๓๔๕๖๗๘๙",),
    "cp1258": (VIETNAMESE,),
    "iso8859-6": ARABIC,
    "iso8859-13": BALTIC,
    "iso8859-16": ("ăâîșț",),
    "mac-roman": WESTERN,
    "mac-cyrillic": (RUSSIAN, UKRAINIAN),
}
SINGLE_BYTE_WESTERN = (
    "latin-1",
    "cp1252",
    "iso8859-15",
    "cp1254",
    "cp1250",
    "iso8859-2",
    "cp1257",
    "iso8859-13",
    "mac-roman",
)
DECLARED_BONUS = 0.04
# Up to this share of its letters a Western text has letters of several languages: names in an English one.
FOREIGN_NAMES_SHARE = 0.03

# Two letters side by side, to find a capital right after a small letter, rare in text read rightly: "пРИВЕТ", "sÃ¤"
NEIGHBOURS = re.compile(r"[^\W\d_](?=([^\W\d_]))")
# Latin letters beside letters of another script, in one word: "Erdoрan"
TWO_SCRIPTS = re.compile(r"[A-Za-z](?=[\u0370-\u07ff])|[\u0370-\u07ff](?=[A-Za-z])")
# A letter beyond ASCII before a figure, where a sign of money stands: "Ł4.2m" for "£4.2m"
BEFORE_FIGURE = re.compile(r"(?<!\w)[^\W\d_a-zA-Z](?=\d)")


def likeliest_encoding(content: bytes, declared: str | None = None) -> str:
    """The codec of ``content``; ``latin-1``, which decodes every byte, where no candidate fits."""
    sample = content[:SAMPLE_BYTES]
    wanted = _codec(declared)
    candidates = dict.fromkeys([*([wanted] if wanted else []), *WIDE_CODECS, *ALPHABETS])
    best, best_score = "latin-1", 0.0
    for name in candidates:
        score = _likelihood(sample, name) + (DECLARED_BONUS if name == wanted else 0)
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
    wider |= {"euc_kr": "cp949", "gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "iso8859-8": "cp1255"}
    wider |= {"cp950": "big5hkscs", "tis-620": "cp874", "iso8859-11": "cp874"}
    return wider.get(name, name)


def _likelihood(sample: bytes, name: str) -> float:
    """Between -1 and 1: how much the characters beyond ASCII look like text of the codec's languages."""
    if name in WIDE_CODECS:
        return wide_likelihood(sample, name)
    try:
        text = unicodedata.normalize("NFC", sample.decode(name))
    except (
        UnicodeError,
        LookupError,
    ):  # a codec of Python that is none of text ("undefined", "idna") raises the former
        return 0.0
    beyond = [character for character in text if character > "\x7f"]
    if not beyond:
        return 0.0
    strange = sum(not (c.isalpha() or c in MARKS or unicodedata.category(c) == "Mn") for c in beyond)
    broken = sum(pair[0].islower() and pair[1].isupper() for pair in _neighbours(text))
    wrong = strange + 2 * broken + 2 * len(TWO_SCRIPTS.findall(text)) + len(BEFORE_FIGURE.findall(text))
    return (_best_fit(text, beyond, ALPHABETS.get(name, ())) - wrong) / len(beyond)


def _neighbours(text: str) -> list[str]:
    return [found[0] + found[1] for found in NEIGHBOURS.finditer(text) if found[1] > "\x7f" or found[0] > "\x7f"]


def _best_fit(text: str, beyond: list[str], alphabets: tuple[str, ...]) -> float:
    """How many of the characters the alphabet of one language explains; of all of them, where there are few."""
    fits = [_fit(beyond, alphabet) for alphabet in alphabets]
    if alphabets is WESTERN and len(beyond) <= FOREIGN_NAMES_SHARE * len(text):
        fits.append(0.98 * _fit(beyond, "".join(WESTERN)))
    return max(fits, default=0.0)


def _fit(beyond: list[str], alphabet: str) -> float:
    """How many of the characters the alphabet explains; rare letters of a non-Latin script count for half."""
    common, _, rare = alphabet.partition(" ")
    small = sum(c in common for c in beyond) + sum(c in MARKS for c in beyond)
    return (
        small
        + 0.8 * sum(c not in common and c.lower() in common for c in beyond)
        + 0.5 * sum(c.lower() in rare for c in beyond)
    )
