"""Numbers in Chinese characters: "三亿", "两千五百", "十五".

Takes the characters; gives the value, or nothing where they make no number: "三四十" says about how many, "二〇二三" is
a year, "万" alone means a great many.
"""

from __future__ import annotations

from functools import lru_cache

_DIGITS = {character: value for value, characters in enumerate(
    ("零〇○", "一壹", "二两兩貳贰", "三叁參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")
) for character in characters}  # fmt: skip
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
# A number begins with a digit, or with a ten or hundred that leaves out its one
OPENING = "".join((*(character for character in _DIGITS if character not in "零〇"), *_TENS))
CHARACTERS = OPENING + "零〇" + "".join(_MYRIADS)
# What numbers below a hundred are made of
SMALL = "一二两兩三四五六七八九十"
# Not behind a digit, whose scale it would be ("3千"), nor before a word for a few ("十几人")
PATTERN = rf"(?<![\d.,{CHARACTERS}])(?P<han>[{OPENING}][{CHARACTERS}]*+)(?![几幾数數])"


def is_digits(written: str) -> bool:
    """Whether characters are digits alone, as those behind a decimal mark."""
    return all(character in _DIGITS for character in written)


def han_digits(written: str) -> str:
    """The digits of a year that is read one by one ("一九六四"), or of a number below a hundred ("二十三")."""
    if not any(character in _TENS for character in written):
        return "".join(str(_DIGITS[character]) for character in written)
    return str(int(han_value(written) or 0))


@lru_cache(maxsize=4096)
def han_value(written: str) -> float | None:
    """The value of a number in Chinese characters; absent where they make none.

    Nor do tens that leave out their one where nothing but a myriad follows ("百", "千万"): so many are a great many;
    and "一百三" may be 103 or 130.
    """
    if written[0] in _TENS and all(character in _MYRIADS for character in written[1:]):
        return None
    if len(written) > 1 and written[-1] in _DIGITS and written[-2] not in "零〇十拾":
        return None
    total = group = digit = 0
    lowest_ten, lowest_myriad = 10**4, 10**16
    pending = False
    for character in written:
        if character in _DIGITS:
            if pending:
                return None
            digit, pending = _DIGITS[character], character not in "零〇"
        elif character in _TENS:
            if _TENS[character] >= lowest_ten or (group and not pending):
                return None
            lowest_ten = _TENS[character]
            group, digit, pending = group + (digit or 1) * lowest_ten, 0, False
        else:
            factor = _MYRIADS[character]
            said = group + digit
            if said and factor < lowest_myriad:
                total += said * factor
            elif total and not said and factor > lowest_myriad:  # "三万亿": so many myriads of hundred millions
                total *= factor
            else:
                return None
            group = digit = 0
            pending, lowest_ten, lowest_myriad = False, 10**4, factor
    return float(total + group + digit)
