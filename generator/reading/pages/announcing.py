"""What a line of a page announces by its words, in any language: other articles, adverts, comments, a picture's credit.

Takes the words of one block; says what they announce. The words are in the language files, and those of every language
count, for pages declare the language of their template.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from generator.languages import available, words
from generator.model import LineRole
from generator.reading.choices import any_of
from generator.reading.heads.agencies import agencies
from generator.reading.wide_letters import HAN, KANA

# The word lists of a language that announce what is no article, and how long such a line is.
ANNOUNCED = (
    ("sharing", LineRole.NAVIGATION),
    ("account", LineRole.NAVIGATION),
    ("related", LineRole.NAVIGATION),
    ("appeal", LineRole.APPEAL),
    ("advert", LineRole.ADVERT),
    ("announcement", LineRole.ADVERT),
)
LONGEST_ANNOUNCEMENT = 60
# A line that asks to follow the outlet is no longer than this, and names where
LONGEST_REQUEST = 250
# How far from its beginning a line may have the colon of a label; letters of languages that put no space between words.
LONGEST_LABEL, UNSPACED = 40, re.compile(rf"[\u0e00-\u0eff{KANA}{HAN}]{{3}}")
# Buttons in a row: "Print | Send", "Share · Save"
BETWEEN_BUTTONS = re.compile(r"[|·•/]")
# How far from the end of a line the credit of a picture begins, and the marks that one has.
CREDIT_CHARS, CREDIT_MARK = 90, re.compile(r"[:©|/]|\bby\s")


def points_elsewhere(text: str) -> bool:
    """Whether a line opens with words that point to another article and a colon: "Read also: …"."""
    label, colon, _ = text[:LONGEST_LABEL].partition(":")
    # the dot that "İ" leaves behind in small letters
    return bool(colon) and label.casefold().replace("\u0307", "").startswith(_pointers())


def labels_a_link(text: str) -> bool:
    """Whether a line opens with words that point to another article: "Read also The ferry is back"."""
    return text[:LONGEST_LABEL].casefold().replace("\u0307", "").startswith(_pointers())


def asks_to_follow(text: str) -> bool:
    """Whether a short line opens by asking the reader to follow or subscribe, and names a channel: "Follow us on …"."""
    if len(text) > LONGEST_REQUEST or not _channels().search(text):
        return False
    return bool(_requests().match(text.casefold()))


def speaks_of_subscribing(text: str) -> bool:
    """Whether a short text holds words for subscribing or logging in, in any language."""
    return len(text) <= LONGEST_REQUEST and bool(_subscribing().search(text))


def announced_role(text: str) -> LineRole | None:
    """The role of a line of nothing but words that announce an advert, other articles or buttons: "Advertisement"."""
    if len(text) > LONGEST_ANNOUNCEMENT:
        return None
    said = [part.strip(" :.–—-*").casefold() for part in BETWEEN_BUTTONS.split(text) if part.strip(" :.–—-*")]
    roles = [_announcements().get(part) for part in said]
    return roles[0] if roles and all(roles) else None


def announces_comments(text: str) -> bool:
    """Whether a line is one of the words for comments in some language, perhaps with their number."""
    said = text.casefold().strip(" 0123456789()[]:.·-–—")
    return len(text) <= LONGEST_ANNOUNCEMENT and said in _comment_words()


def ends_with_credit(text: str) -> bool:
    """Whether a line ends with the credit of a picture: "Kräne am Südkai. Foto: Jonas Reet"."""
    end = text[-CREDIT_CHARS:]
    if _wide_credit().search(end):
        return True
    return bool(CREDIT_MARK.search(end)) and bool(_credit().search(end))


@cache
def _pointers() -> tuple[str, ...]:
    """What opens a line that points to another article, in any language, if a colon follows: "Read also: …"."""
    listed = {word.casefold() for language in available() for word in words(language, "lines", "related")}
    return tuple(sorted(word for word in listed if " " in word or UNSPACED.search(word)))


@cache
def _announcements() -> Mapping[str, LineRole]:
    """What such lines say in any language, with the role of the line."""
    return {
        word.casefold(): role
        for language in available()
        for key, role in ANNOUNCED
        for word in words(language, "lines", key)
    }


@cache
def _comment_words() -> frozenset[str]:
    return frozenset(
        word.casefold() for language in available() for word in words(language, "lines", "comments") if len(word) > 4
    )


@cache
def picture_words() -> frozenset[str]:
    """The single words that name the maker of a picture, in any language."""
    listed = (word for language in available() for word in words(language, "lines", "picture"))
    return frozenset(word for word in listed if " " not in word)


@cache
def words_for_pictures() -> frozenset[str]:
    """Those that speak of pictures and of nothing else: no agency and no word for a source, which texts have too."""
    sources = {word.casefold() for language in available() for word in words(language, "lines", "source")}
    return picture_words() - agencies().keys() - sources


@cache
def _credit() -> re.Pattern[str]:
    """The credit of a picture at the end of a line, in any language."""
    return re.compile(
        rf"(?<![^\s(.|/])(?:{any_of(picture_words())})\s?(?:[:©|/]|by\s)[^.!?]{{2,60}}\)?\.?$", re.IGNORECASE
    )


@cache
def _wide_credit() -> re.Pattern[str]:
    """The credit of a picture in wide letters at the end of a line: "石桥。（陈远航 摄）", "駅前＝山田太郎撮影"."""
    listed = any_of(word for code in available() for word in words(code, "pages", "picture_makers"))
    return re.compile(rf"[（(＝=／/][^（）()。]{{1,20}}(?:{listed})[）)]?$")


@cache
def _channels() -> re.Pattern[str]:
    """The places where an outlet asks to be followed, in any language: "Telegram", "Google News"."""
    return re.compile(_any_of("channels").replace(r"\ ", r"\s?"), re.IGNORECASE)


@cache
def _requests() -> re.Pattern[str]:
    """The words that open such a request, in any language: "follow us", "подписывайтесь на наш"."""
    return re.compile(_any_of("follow"))


@cache
def _subscribing() -> re.Pattern[str]:
    """Words of an offer to readers, in any language: "subscribe", "abonné", "anmelden"."""
    return re.compile(rf"(?<!\w)(?:{_any_of('subscribing')})", re.IGNORECASE)


def _any_of(key: str) -> str:
    """A pattern for the words ``key`` of ``[lines]`` of all languages, in small letters."""
    return any_of(word.casefold() for code in available() for word in words(code, "lines", key))
