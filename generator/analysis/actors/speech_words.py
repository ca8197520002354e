"""What a language says with when somebody speaks: its table ``[speech]`` as patterns.

Takes a language; gives the phrases and verbs of speech, made into patterns once. A language without the table has
none, and no quotations.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from generator import languages
from generator.analysis.actors.name_words import NameWords, name_words

CLOSING_MARKS = '”“»"’'
DOUBLE_MARKS = '„“”«»"'

# What parts a speaker from speech, with the mark that opens it: ": „".
COLON_BEFORE_SPEECH = re.compile(r"\s*:\s*[„“«»\"]")

# What may precede a verb that follows speech: '…", said', '…», — заявил', '…, zei', '… – ostrzegł'.
AFTER_SPEECH = r"(?:(?:,|[”“»\"’])[”“»\"’]?,?\s*(?:[—–-]\s*)?|\s[—–]\s)"
# In a phrase of source of a language's file: any of its verbs of saying.
ANY_VERB = "{verbs}"
# What may stand between a speaker and the verb: one small word, or an aside between commas or brackets: ", the
# minister, said", " (42) said".
TO_THE_VERB = r"\s+(?:\([^()]{1,60}\)\s+)?(?:[^\W\d_A-ZÀ-ÖØ-ÞА-Я]+\s+)?|,[^,;:.!?]{3,100},\s+"


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """The phrases and verbs of one language. ``names`` answers what its words may be."""

    names: NameWords
    source: re.Pattern[str]
    source_behind: re.Pattern[str] | None
    verb: re.Pattern[str]
    spoken: re.Pattern[str]
    bare_verb: re.Pattern[str] | None
    inverted: re.Pattern[str]
    participle: re.Pattern[str] | None
    opening: re.Pattern[str]
    final_verb: re.Pattern[str] | None
    negation: re.Pattern[str] | None
    voices: frozenset[str]

    def may_speak(self, text: str) -> bool:
        """Whether any phrase or verb of speech stands in the text: a quick look that spares the slow one."""
        patterns = (self.source, self.verb, self.source_behind, self.inverted, self.final_verb, COLON_BEFORE_SPEECH)
        return any(pattern.search(text) for pattern in patterns if pattern)


@cache
def speech_words(language: str) -> SpeechWords | None:
    """The table ``[speech]`` as patterns; absent where there is none."""

    def listed(key: str) -> str | None:
        found = languages.words(language, "speech", key)
        return "|".join(sorted(found, key=lambda each: (-len(each), each))) if found else None

    def whole(words: str | None) -> re.Pattern[str] | None:
        return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE) if words else None

    verbs, openings = listed("verbs"), listed("openings")
    sources = (listed("sources") or "").replace(ANY_VERB, f"(?:{verbs})")
    source, verb = whole(sources), whole(verbs)
    if source is None or verb is None:
        return None
    behind, final = listed("sources_behind"), listed("final_verbs")
    after = "|".join(filter(None, (verbs, listed("only_inverted"))))
    return SpeechWords(
        names=name_words(language),
        source=source,
        # A phrase that follows its name, perhaps with an ending: "Reuters zufolge", "Reuters'a göre".
        source_behind=re.compile(rf"(?:['’]\w+)?\s+(?:{behind})(?!\w)") if behind else None,
        verb=verb,
        spoken=re.compile(rf"(?:{TO_THE_VERB}{_complement(listed('complements'))})(?P<verb>{verbs})(?![\w-])"),
        bare_verb=whole(listed("bare_verbs")),
        inverted=re.compile(rf"{AFTER_SPEECH}(?:{after})(?=\s)", re.IGNORECASE),
        participle=whole(listed("participles")),
        # What opens speech after a verb, at most three words on: ", dass", " that", ": „", " later that".
        opening=re.compile(rf"(?:\s+[^\s,:;.„“”«»\"]+){{0,3}}?(?:,?\s*(?:{openings})(?!\w)|\s*[:,]?\s*[„“«»\"]|\s*:)")
        if openings
        else re.compile(r"\s*[:,]?\s*[„“«»\"]|\s*:"),
        # A verb that ends the sentence: "… söyledi."
        final_verb=re.compile(rf"\s(?:{final})[.!]?[”“»\"]?$") if final else None,
        negation=whole(listed("negations")),
        voices=frozenset(word.casefold() for word in languages.words(language, "speech", "voices")),
    )


def _complement(words: str | None) -> str:
    """What a speaker belongs to, between the name and the verb: " vom Institut Tarvel", " of Velkor Holding"."""
    return rf"|\s+(?:{words})\s+[^,;:.!?()„“”«»\"]{{2,80}}?\s+" if words else ""
