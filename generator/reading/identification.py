"""The language of a text, as an ISO 639-1 code, by py3langid over all languages that it knows."""

from __future__ import annotations

import re
from array import array
from functools import cache
from typing import Protocol

from generator.languages import canonical, words
from generator.reading.wide_letters import HAN, HANGUL, KANA

LETTERS_NEEDED = 24
# Chinese is what is written in Han characters without the syllables of Japanese and Korean.
CHINESE, JAPANESE_OR_KOREAN = re.compile(f"[{HAN}]"), re.compile(f"[{KANA}{HANGUL}]")
HAN_SHARE = 0.6
LETTERS_READ = 3_000
# How many of the likeliest languages are looked at.
RANKED = 5
CONFIDENCE_NEEDED = 0.8
# So many pieces of a text, of so many letters each, are enough where they leave no doubt; then twice as many.
GLANCE_PIECES, GLANCE_LETTERS = 4, 60
NO_DOUBT = 0.99
# Languages that no other is like are told by their commonest words alone, at the beginning, the middle and the end: so
# much of what stands there together, and in each place, are such words
ALONE, TOGETHER_SHARE, EACH_SHARE = ("en", "de", "it", "pl", "hu", "fi"), 0.3, 0.2
# Fewer are enough where so many of the words at either end of the text are the commonest ones of the language
FEW_LETTERS, SEEN_LETTERS, SEEN_SHARE, LIKELY = 40, 300, 0.25, 0.5
# Languages whose written words hardly differ: whoever made the file knows which one it is.
NEAR_LANGUAGES = (
    frozenset({"no", "nb", "nn", "da"}),
    frozenset({"hr", "bs", "sr", "sh"}),
    frozenset({"id", "ms"}),
    frozenset({"fa", "prs"}),
    frozenset({"af", "nl"}),
    frozenset({"gl", "pt"}),
)


class _Identifier(Protocol):
    def classify(self, instance: str) -> tuple[str, float]: ...

    def rank(self, instance: str) -> list[tuple[str, float]]: ...


def identify(text: str) -> str:
    """ISO 639-1 code of the language of ``text``; ``und`` where the text is too short or the answer too unsure.

    Doubt between near languages is no doubt: the likeliest of them is taken.
    """
    sample = _in_one_line(text[:LETTERS_READ])
    if not any(sum(map(str.isalpha, part)) >= LETTERS_NEEDED for part in (sample[: 2 * LETTERS_NEEDED], sample)):
        return "und"
    if _is_chinese(sample):
        return "zh"
    if len(sample) > 2 * GLANCE_PIECES * GLANCE_LETTERS:
        middle = len(sample) // 2
        if alone := _alone(sample, middle):
            return alone
        # Without the others' ranks it is told sooner
        language, confidence = _identifier().classify(sample[middle : middle + FEW_LETTERS])
        if confidence >= LIKELY and _speaks(sample, canonical(language)):
            return canonical(language)
        language, confidence = _identifier().classify(_glance(sample, GLANCE_PIECES))
        if confidence < NO_DOUBT:
            language, confidence = _likeliest(_glance(sample, 2 * GLANCE_PIECES))
        if confidence >= NO_DOUBT:
            return canonical(language)
    language, confidence = _likeliest(sample)
    return canonical(language) if confidence >= CONFIDENCE_NEEDED else "und"


def _in_one_line(text: str) -> str:
    """The text with single spaces alone; most have but line ends to be made some, which is soon done."""
    line = text.replace("\n", " ")
    return line if "  " not in line and line.isprintable() else " ".join(text.split())


def _glance(sample: str, pieces: int) -> str:
    """So many pieces of a text, the first from its beginning and the last from its end."""
    step = (len(sample) - GLANCE_LETTERS) // (pieces - 1)
    return " ".join([sample[at * step : at * step + GLANCE_LETTERS] for at in range(pieces)])


def _alone(sample: str, middle: int) -> str | None:
    """The language of a text that its commonest words tell; absent where they do not, or it is another one's."""
    places = [sample[:SEEN_LETTERS], sample[middle : middle + SEEN_LETTERS], sample[-SEEN_LETTERS:]]
    spoken = [place.lower().split() for place in places]
    for language in ALONE:
        common = _function_words(language)
        said = [sum(map(common.__contains__, words_)) for words_ in spoken]
        together = TOGETHER_SHARE * sum(map(len, spoken))
        if sum(said) >= together and all(n >= EACH_SHARE * len(words_) for n, words_ in zip(said, spoken, strict=True)):
            return language
    return None


def _speaks(sample: str, language: str) -> bool:
    """Whether the commonest words of a language are common at the beginning and at the end of a text."""
    common = _function_words(language)
    found = [part.lower().split() for part in (sample[:SEEN_LETTERS], sample[-SEEN_LETTERS:])]
    return all(sum(map(common.__contains__, spoken)) >= SEEN_SHARE * len(spoken) for spoken in found)


@cache
def _function_words(language: str) -> frozenset[str]:
    return frozenset(map(str.lower, words(language, "words", "function_words")))


def _is_chinese(sample: str) -> bool:
    """Whether a text is written in Han characters, each of which is three bytes long, as most others are not."""
    if len(sample.encode("utf-8", "surrogatepass")) <= (1 + 2 * HAN_SHARE) * len(sample):
        return False
    return len(CHINESE.findall(sample)) > HAN_SHARE * len(sample) and not JAPANESE_OR_KOREAN.search(sample)


def _likeliest(sample: str) -> tuple[str, float]:
    """The likeliest language of a text, and how likely it or one near it is, from 0 to 1."""
    ranked = _identifier().rank(sample)[:RANKED]
    language = ranked[0][0]
    return language, sum(share for other, share in ranked if other == language or near(language, other))


def near(language: str, other: str) -> bool:
    """Whether two languages are told apart by name more than by their written words."""
    return any(language in family and other in family for family in NEAR_LANGUAGES)


@cache
def _identifier() -> _Identifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # loads a model of 99 MB

    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    # Looked up for every byte of a text: as an array these numbers take half of the memory of a list, which is quicker
    model.tk_output = array("i", model.tk_output)
    identifier: _Identifier = model
    return identifier
