"""One sentence in which somebody may speak: which of its words name the speaker, and what only describes a speaker.

Takes a sentence with the names in it; answers the rules that find quotations.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.analysis.actors.speech_words import SpeechWords
from generator.analysis.actors.tokens import Token, tokens_in
from generator.analysis.language.words import bare_word, fold_case
from generator.model import ActorKind, ActorMention, Sentence

WORDS_BEFORE_A_SPEAKER = 6
"""At most so many stand between the phrase or verb and the name: "laut dem früheren israelischen Minister …"."""

WORDS_BEFORE_A_DAY = 4
"""A day is looked for among so many words behind a verb: "sagte am späten Montag"."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, as a name or a word for those who speak, and where the sentence says so."""

    name: str
    start: int
    end: int

    @classmethod
    def named(cls, mention: ActorMention) -> Speaker:
        """The speaker that a name names."""
        return cls(mention.name, mention.start, mention.end)


class SpeechSentence:
    """One sentence with its names, its words, and the words for speech of its language."""

    def __init__(self, text: str, sentence: Sentence, mentions: Sequence[ActorMention], speech: SpeechWords) -> None:
        self.text = text
        self.start, self.end = sentence.start, sentence.end
        self.mentions = sorted(mentions, key=lambda mention: mention.start)
        self.speech = speech
        self.tokens = tokens_in(text, self.start, self.end)

    def speaker_from(self, at: int) -> Speaker | None:
        """The name that follows, with nothing before it but what describes it."""
        ahead = [mention for mention in self.mentions if mention.start >= at]
        if not ahead or not (self.describes(at, ahead[0].start) or self._is_apposition(at, ahead[0].start)):
            return None
        mention = ahead[0]
        for following in ahead[1:]:
            between = self._tokens(mention.end, following.start)
            titled = any(self.speech.names.is_title(token) for token in between)
            if (between and not titled) or not self.describes(mention.end, following.start):
                break
            mention = following
        return Speaker.named(mention) if self.may_speak(mention) and not self._owns(mention) else None

    def _is_apposition(self, start: int, end: int) -> bool:
        """Whether an office and one comma stand before the name: "dijo la ministra de Transportes, Ana Rey"."""
        before = self.text[start:end].rstrip()
        titled = any(self.speech.names.is_title(token) for token in self._tokens(start, end))
        return titled and before.endswith(",") and self.describes(start, start + len(before) - 1)

    def voice_from(self, at: int) -> Speaker | None:
        """Words for those who speak: "israelischen Medien", "two officials"; without articles before them."""
        ahead = [token for token in self.tokens if token.start >= at][:WORDS_BEFORE_A_SPEAKER]
        for number, token in enumerate(ahead):
            if number and not token.follows_closely:
                return None
            if token.text.casefold() in self.speech.voices:
                own = [t for t in ahead[: number + 1] if t is token or not self._is_article(t)]
                return Speaker(self.text[own[0].start : token.end], own[0].start, token.end)
            if self._is_small(token):
                return None
        return None

    def opens_with(self, *, comma_may_lack: bool) -> Speaker | None:
        """The name or voice at the head of the sentence, with a comma behind it."""
        if self.mentions and self.may_speak(self.mentions[0]) and self.begins_phrase(self.mentions[0], self.start):
            first = self.mentions[0]
            follows = self.text[first.end : first.end + 2].strip()
            alone = comma_may_lack and "'" not in first.text and "’" not in first.text and follows[:1].islower()
            return Speaker.named(first) if follows.startswith(",") or alone else None
        voice = self.voice_from(self.start)
        return voice if voice and self.text[voice.end : voice.end + 1] == "," else None

    def may_speak(self, mention: ActorMention) -> bool:
        """No owner speaks, and a country only where its name stands alone, not as an adjective."""
        if re.search(r"['’]s?$", mention.text):  # "Helen Marsh's office said"
            return False
        if mention.kind is not ActorKind.PLACE:
            return True
        if self.text[mention.start - 1 : mention.start] == "-" or self._is_inhabitant(mention):
            return False
        follows = self.text[mention.end : mention.end + 2].strip()
        plain = mention.text[0].isupper() and not follows[:1].isupper()
        behind = next((token for token in self.tokens if token.start >= mention.end), None)
        speaks = behind is not None and self.speech.verb.match(self.text, behind.start, self.end) is not None
        closed = not follows or not follows[0].isalnum()
        return plain and (closed or speaks or self.speech.names.nouns_have_capitals)

    def is_in_another_case(self, mention: ActorMention) -> bool:
        """Whether the first name shows that this is no subject: the lawyer "Klary Wendowskiej" spoke, not she."""
        names = self.speech.names
        first = fold_case(mention.text.split()[0], names.language)
        return first in names.inflected_given_names and first not in names.given_names

    def begins_phrase(self, mention: ActorMention | Token, limit: int | None = None) -> bool:
        """Whether nothing but what describes the name stands before it in its clause: no "the brother of X said"."""
        clause = max(self.text.rfind(mark, self.start, mention.start) for mark in ',:;—“”"»«(')
        begin = max(self.start, clause + 1)
        return (limit is None or begin == limit) and self.describes(begin, mention.start)

    def describes(self, start: int, end: int) -> bool:
        """Whether the words are articles, titles, adjectives and names only, without a stop between them."""
        if re.search(r"[,;:!?()„“”«»\"—–]", self.text[start:end]):
            return False
        tokens = self._office_alone(self._tokens(start, end))
        return len(tokens) <= WORDS_BEFORE_A_SPEAKER and not any(
            self._is_small(token) or self.speech.verb.fullmatch(token.text) or self._is_genitive(tokens, at)
            for at, token in enumerate(tokens)
        )

    def belongs(self, start: int, end: int) -> bool:
        """Whether what stands between a speaker and the verb only says what the speaker belongs to: "of the Bank"."""
        if self.text[start : start + 1] == "," or ")" in self.text[start:end]:
            return True
        return not any(self._is_small(token) for token in self._tokens(start, end)[1:])

    def behind_a_day(self, at: int) -> int:
        """The end of a weekday or month that follows, with the small words before it: "am Montag", "во вторник"."""
        names = self.speech.names
        for token in [token for token in self.tokens if token.start >= at][:WORDS_BEFORE_A_DAY]:
            if names.is_of_calendar(token):
                return token.end
            if not self._is_small(token) and not self._is_article(token):
                break
        return at

    def _owns(self, mention: ActorMention) -> bool:
        """Whether the name only begins what speaks: "Merkels Sprecher", "Israel's ministry", "X und Y"."""
        if self.text[mention.end : mention.end + 1] in ("'", "’", "-", "–"):
            return True
        behind = next((token for token in self.tokens if token.start >= mention.end), None)
        if behind is None or not behind.follows_closely:
            return False
        names = self.speech.names
        return behind.is_capital or (
            names.is_title(behind) and not names.declines
        )  # Polish "X radnym": to the councillors

    def _is_inhabitant(self, mention: ActorMention) -> bool:
        """Whether an article stands before it: "der Israeli" is a person of the country, not the country."""
        before = [token for token in self.tokens if token.end <= mention.start]
        return bool(before) and self._is_article(before[-1]) and mention.text != mention.name

    def _office_alone(self, tokens: Sequence[Token]) -> Sequence[Token]:
        """The words without what an office is for: "ministre" of "le ministre de l'Intérieur", before the name.

        Only capitals are an office's: "l'avocat de la famille Renard" is somebody else. German capitalises all nouns.
        """
        names = self.speech.names
        title = next((i for i, token in enumerate(tokens) if names.is_title(token)), None)
        if title is None or names.nouns_have_capitals:
            return tokens
        behind = [token for token in tokens[title + 1 :] if not self._is_article(token)]
        joined = bool(behind) and self._is_small(behind[0])
        named = any(bare_word(token.text, names.language)[0].isupper() for token in behind[1:])
        another = any(names.is_title(token) for token in behind) or (bool(behind) and self._is_small(behind[-1]))
        return tokens[: title + 1] if joined and named and not another else tokens

    def _is_genitive(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether an article makes a name part of another thing: "Die Stiftung des Dichters X"; not of an office."""
        names = self.speech.names
        if at == 0 or not names.nouns_have_capitals or not self._is_article(tokens[at]):
            return False
        return tokens[at - 1].is_capital and not names.is_title(tokens[at - 1])

    def _is_small(self, token: Token) -> bool:
        """A word of grammar other than an article: "of", "und"."""
        names = self.speech.names
        return token.text.casefold() in names.openers and not self._is_article(token) and not names.is_title(token)

    def _is_article(self, token: Token) -> bool:
        return self.speech.names.fold(token) in self.speech.names.articles

    def _tokens(self, start: int, end: int) -> list[Token]:
        return [token for token in self.tokens if start <= token.start and token.end <= end]
