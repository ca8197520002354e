"""Who says what: direct and indirect speech with its speaker.

Takes an article and the names in it; gives stretches of speech in the order of the text, each with its speaker. A
speaker is a name, or a word for those who speak ("officials"), that a phrase of source ("according to", "laut") or a
verb of saying ties to the sentence; where the tie is not sure there is none. The language's table ``[speech]`` has the
phrases and verbs; a language without it gets no quotations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.analysis.actors.long_speech import speech_continued
from generator.analysis.actors.quotation import Quotation, SpeechKind
from generator.analysis.actors.speech_words import (
    CLOSING_MARKS,
    COLON_BEFORE_SPEECH,
    DOUBLE_MARKS,
    SpeechWords,
    speech_words,
)
from generator.analysis.actors.tokens import Token, tokens_in
from generator.analysis.language.words import bare_word, fold_case
from generator.model import ActorKind, ActorMention, Article, Sentence

WORDS_BEFORE_A_SPEAKER = 6
"""At most so many stand between the phrase or verb and the name: "laut dem früheren israelischen Minister …"."""

WORDS_BEFORE_A_DAY = 4
"""A day is looked for among so many words behind a verb: "sagte am späten Montag"."""

# Direct speech between marks of one pair: „…“, “…”, «…», »…«, "…".
QUOTED = re.compile(r"„[^„“”]+[“”]|“[^“”]+”|«[^«»]+»|»[^«»]+«|\"[^\"]+\"")


# Speech that goes on behind the speaker, up to a mark that ends the sentence: '", said X, "and …"'.
SPEECH_GOES_ON = re.compile(r"\s*[,.—–]\s*(?:[„“«»\"—–]\s*)?.*[”“»\"][.!?]?$", re.DOTALL)

# A dash that opens speech at the head of a line, as Polish, Spanish and French print it: "– Nie wiem".
DASH_BEFORE_SPEECH = re.compile(r"\s*[—–]\s*\S")

# A stop with the mark that closes speech, before its speaker: ',”', '?"', '”,'.
SPEECH_CLOSES = re.compile(r"[,?!][”“»\"]|[”“»\"],")


def find_quotations(article: Article, mentions: Sequence[ActorMention]) -> tuple[Quotation, ...]:
    """At most one for each sentence of the body, in the order of the text."""
    speech = speech_words(article.metadata.language)
    if speech is None:
        return ()
    found: dict[str, Quotation] = {}
    for sentence in article.sentences:
        text = article.text[sentence.start : sentence.end]
        if speech.may_speak(text):
            inside = [m for m in mentions if sentence.start <= m.start and m.end <= sentence.end]
            if quotation := _Sentence(article.text, sentence, inside, speech).quotation():
                found[sentence.id] = quotation
    for paragraph in article.paragraphs:
        for identifier, continued in speech_continued(article.text, paragraph, found):
            found.setdefault(identifier, continued)
    return tuple(sorted(found.values(), key=lambda quotation: quotation.start))


def speaker_of(quotations: Sequence[Quotation], start: int, end: int) -> str | None:
    """Who says what stands at ``start`` to ``end``: the one whose speech fills most of it."""
    for quotation in quotations:
        shared = min(end, quotation.end) - max(start, quotation.start)
        if 2 * shared > end - start:
            return quotation.speaker
    return None


@dataclass(frozen=True, slots=True)
class _Speaker:
    name: str
    start: int
    end: int


class _Sentence:
    """One sentence with its names, asked in order: a phrase of source, speech before a verb, a verb before speech."""

    def __init__(self, text: str, sentence: Sentence, mentions: Sequence[ActorMention], speech: SpeechWords) -> None:
        self.text = text
        self.start, self.end = sentence.start, sentence.end
        self.mentions = sorted(mentions, key=lambda mention: mention.start)
        self.speech = speech
        self.tokens = tokens_in(text, self.start, self.end)

    def quotation(self) -> Quotation | None:
        """The first that is sure."""
        return next(self._candidates(), None)

    def _candidates(self) -> Iterator[Quotation]:
        yield from self._with_source()
        yield from self._with_source_behind()
        yield from self._speaker_before_colon()
        yield from self._verb_before_speaker()
        yield from self._speaker_before_verb()
        yield from self._voice_before_verb()
        yield from self._with_final_verb()

    def _with_source(self) -> Iterator[Quotation]:
        """ "Laut X …", "…, according to X", "wie X mitteilte": the rest of the sentence is what X says."""
        for match in self._found(self.speech.source):
            speaker = self._speaker_from(match.end()) or self._voice_from(match.end())
            if speaker is None:
                continue
            before, behind = (self.start, match.start()), (speaker.end, self.end)
            opens = not self.text[self.start : match.start()].strip(DOUBLE_MARKS + " ")
            closes = not self.text[speaker.end : self.end].strip(DOUBLE_MARKS + " .!)")
            yield self._said(*(behind if opens else before if closes else (self.start, self.end)), speaker)

    def _with_source_behind(self) -> Iterator[Quotation]:
        """ "Reuters zufolge …"."""
        pattern = self.speech.source_behind
        for mention in self.mentions if pattern else ():
            match = pattern.match(self.text, mention.end, self.end) if pattern else None
            if match and self._begins_phrase(mention):
                yield self._said(match.end(), self.end, _speaker(mention))

    def _speaker_before_colon(self) -> Iterator[Quotation]:
        """ "X: „…“" at the head of the sentence."""
        for mention in self.mentions:
            speech = COLON_BEFORE_SPEECH.match(self.text, mention.end, self.end)
            if speech and self._may_speak(mention) and self._begins_phrase(mention, self.start):
                yield self._said(speech.end() - 1, self.end, _speaker(mention))

    def _verb_before_speaker(self) -> Iterator[Quotation]:
        """ "…“, sagte X", "…, sagte am Montag X": what stands before is what X says."""
        for match in self._found(self.speech.inverted):
            behind = self._behind_a_day(match.end())
            speaker = self._speaker_from(behind) or self._voice_from(behind)
            if speaker and match.start() > self.start and not self._is_participle(match):
                marks = max(match.group().rfind(mark) for mark in CLOSING_MARKS)
                goes_on = SPEECH_GOES_ON.match(self.text, speaker.end, self.end)
                said = self._said(self.start, self.end if goes_on else match.start() + marks + 1, speaker)
                opens_with_dash = DASH_BEFORE_SPEECH.match(self.text, self.start) is not None
                yield replace(said, kind=SpeechKind.DIRECT) if opens_with_dash else said

    def _behind_a_day(self, at: int) -> int:
        """The end of a weekday or month that follows, with the small words before it: "am Montag", "во вторник"."""
        names = self.speech.names
        for token in [token for token in self.tokens if token.start >= at][:WORDS_BEFORE_A_DAY]:
            if names.is_of_calendar(token):
                return token.end
            if not self._is_small(token) and not self._is_article(token):
                break
        return at

    def _is_participle(self, match: re.Match[str]) -> bool:
        """Whether, behind a mere comma, the verb describes what stands before it: ", called the Great Fair, …"."""
        pattern = self.speech.participle
        if pattern is None or any(mark in match.group() for mark in DOUBLE_MARKS):
            return False
        return pattern.search(match.group()) is not None

    def _speaker_before_verb(self) -> Iterator[Quotation]:
        """ "X sagte, dass …", "X said …", "X nannte … „…“", '"…," X said'."""
        for mention in self.mentions:
            verb = self.speech.spoken.match(self.text, self._behind_an_aside(mention), self.end)
            if verb is None or self._negated(verb.end()) or not self._belongs(mention.end, verb.start("verb")):
                continue
            if not self._may_speak(mention) or self._is_in_another_case(mention) or not self._begins_phrase(mention):
                continue
            if span := self._said_around(mention, verb):
                yield self._said(*span, _speaker(mention))

    def _behind_an_aside(self, mention: ActorMention) -> int:
        """Where the verb may follow: behind the comma that closes an aside, in "The mayor, Ana Rey, said"."""
        opens = self.text[self.start : mention.start].rstrip().endswith(",")
        return mention.end + 1 if opens and self.text[mention.end : mention.end + 1] == "," else mention.end

    def _voice_before_verb(self) -> Iterator[Quotation]:
        """ "The police said …", "…, officials said": who speaks has no name."""
        for token in self.tokens:
            if token.text.casefold() not in self.speech.voices or not self._begins_phrase(token):
                continue
            verb = self.speech.spoken.match(self.text, token.end, self.end)
            if verb is None or self._negated(verb.end()) or not self._belongs(token.end, verb.start("verb")):
                continue
            if span := self._said_around(token, verb):
                yield self._said(*span, _Speaker(token.text, token.start, token.end))

    def _is_in_another_case(self, mention: ActorMention) -> bool:
        """Whether the first name shows that this is no subject: the lawyer "Klary Wendowskiej" spoke, not she."""
        names = self.speech.names
        first = fold_case(mention.text.split()[0], names.language)
        return first in names.inflected_given_names and first not in names.given_names

    def _said_around(self, speaker: ActorMention | Token, verb: re.Match[str]) -> tuple[int, int] | None:
        """What is said, where a speaker stands right before the verb; nothing where it is not sure."""
        found = list(QUOTED.finditer(self.text, verb.end(), self.end))
        quoted = max(found, key=lambda match: len(match.group()), default=None)
        closing = self._closing_mark_before(speaker)
        if closing is not None:
            return self.start, self.end if quoted else closing
        opening = self.speech.opening.match(self.text, verb.end(), self.end)
        if opening:
            return opening.end() - (self.text[opening.end() - 1] in DOUBLE_MARKS), self.end
        bare = self.speech.bare_verb
        if bare and bare.match(self.text, verb.start("verb"), self.end):
            clause = self.text.rfind(",", self.start, speaker.start)
            at_end = not self.text[self._behind_a_day(verb.end()) : self.end].strip(DOUBLE_MARKS + " .!")
            return (self.start, clause + 1) if at_end and clause > 0 else (verb.end(), self.end)
        return quoted.span() if quoted else None

    def _belongs(self, start: int, end: int) -> bool:
        """Whether what stands between a speaker and the verb only says what the speaker belongs to: "of the Bank"."""
        if self.text[start : start + 1] == "," or ")" in self.text[start:end]:
            return True
        return not any(self._is_small(token) for token in self._tokens(start, end)[1:])

    def _closing_mark_before(self, speaker: ActorMention | Token) -> int | None:
        """The end of speech between marks that opens the sentence and stops right before the speaker: '"…," X said'."""
        ahead = [token for token in self.tokens if token.end <= speaker.start]
        for token in reversed(ahead):
            closing = SPEECH_CLOSES.search(self.text, token.end, speaker.start)
            if closing:
                return closing.end() if self._describes(closing.end(), speaker.start) else None
        return None

    def _with_final_verb(self) -> Iterator[Quotation]:
        """ "X, …dığını söyledi.": the name opens the sentence, the verb ends it."""
        pattern = self.speech.final_verb
        verb = pattern.search(self.text[self.start : self.end].rstrip()) if pattern else None
        if verb is None:
            return
        comma_may_lack = self.mentions[:1] and self.mentions[0].kind is ActorKind.PERSON
        if first := self._opens_with(comma_may_lack=bool(comma_may_lack)):
            yield self._said(first.end, self.start + verb.start(), first)

    def _opens_with(self, *, comma_may_lack: bool) -> _Speaker | None:
        """The name or voice at the head of the sentence, with a comma behind it."""
        if self.mentions and self._may_speak(self.mentions[0]) and self._begins_phrase(self.mentions[0], self.start):
            first = self.mentions[0]
            follows = self.text[first.end : first.end + 2].strip()
            alone = comma_may_lack and "'" not in first.text and "’" not in first.text and follows[:1].islower()
            return _speaker(first) if follows.startswith(",") or alone else None
        voice = self._voice_from(self.start)
        return voice if voice and self.text[voice.end : voice.end + 1] == "," else None

    def _found(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        yield from pattern.finditer(self.text, self.start, self.end)

    def _said(self, start: int, end: int, speaker: _Speaker) -> Quotation:
        """The stretch without white space at its ends, and whether marks enclose most of it."""
        words = self.text[start:end]
        start += len(words) - len(words.lstrip(" ,:\n\t"))
        end -= len(words) - len(words.rstrip(" ,:\n\t"))
        kind = (
            SpeechKind.DIRECT if 2 * _marked(self.text[start : max(start, end)]) > end - start else SpeechKind.INDIRECT
        )
        return Quotation(start, max(start, end), kind, speaker.name, speaker.start, speaker.end)

    def _speaker_from(self, at: int) -> _Speaker | None:
        """The name that follows, with nothing before it but what describes it."""
        ahead = [mention for mention in self.mentions if mention.start >= at]
        if not ahead or not self._describes(at, ahead[0].start):
            return None
        mention = ahead[0]
        for following in ahead[1:]:
            between = self._tokens(mention.end, following.start)
            titled = any(self.speech.names.is_title(token) for token in between)
            if (between and not titled) or not self._describes(mention.end, following.start):
                break
            mention = following
        return _speaker(mention) if self._may_speak(mention) and not self._owns(mention) else None

    def _voice_from(self, at: int) -> _Speaker | None:
        """Words for those who speak: "israelischen Medien", "two officials"; without articles before them."""
        ahead = [token for token in self.tokens if token.start >= at][:WORDS_BEFORE_A_SPEAKER]
        for number, token in enumerate(ahead):
            if number and not token.follows_closely:
                return None
            if token.text.casefold() in self.speech.voices:
                own = [t for t in ahead[: number + 1] if t is token or not self._is_article(t)]
                return _Speaker(self.text[own[0].start : token.end], own[0].start, token.end)
            if self._is_small(token):
                return None
        return None

    def _may_speak(self, mention: ActorMention) -> bool:
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

    def _is_inhabitant(self, mention: ActorMention) -> bool:
        """Whether an article stands before it: "der Israeli" is a person of the country, not the country."""
        before = [token for token in self.tokens if token.end <= mention.start]
        return bool(before) and self._is_article(before[-1]) and mention.text != mention.name

    def _owns(self, mention: ActorMention) -> bool:
        """Whether the name only begins what speaks: "Merkels Sprecher", "Israel's ministry", "X und Y"."""
        if self.text[mention.end : mention.end + 1] in ("'", "’", "-", "–"):
            return True
        behind = next((token for token in self.tokens if token.start >= mention.end), None)
        if behind is None or not behind.follows_closely:
            return False
        return behind.is_capital or self.speech.names.is_title(behind)

    def _begins_phrase(self, mention: ActorMention | Token, limit: int | None = None) -> bool:
        """Whether nothing but what describes the name stands before it in its clause: no "the brother of X said"."""
        clause = max(self.text.rfind(mark, self.start, mention.start) for mark in ',:;—“”"»«(')
        begin = max(self.start, clause + 1)
        return (limit is None or begin == limit) and self._describes(begin, mention.start)

    def _describes(self, start: int, end: int) -> bool:
        """Whether the words are articles, titles, adjectives and names only, without a stop between them."""
        if re.search(r"[,;:!?()„“”«»\"—–]", self.text[start:end]):
            return False
        tokens = self._office_alone(self._tokens(start, end))
        return len(tokens) <= WORDS_BEFORE_A_SPEAKER and not any(
            self._is_small(token) or self.speech.verb.fullmatch(token.text) or self._is_genitive(tokens, at)
            for at, token in enumerate(tokens)
        )

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

    def _negated(self, at: int) -> bool:
        pattern = self.speech.negation
        return pattern is not None and pattern.search(self.text[at : at + 20]) is not None


def _marked(words: str) -> int:
    """How many characters stand between marks; a mark without its pair encloses all that is before or behind it."""
    inside = sum(len(match.group()) for match in QUOTED.finditer(words))
    left = QUOTED.sub("", words)
    if opens := re.search(r"[„“«\"][^„“”«»\"]*$", left):
        inside += len(opens.group())
    elif closes := re.match(r"[^„“”«»\"]*[”“»\"]", left):
        inside += len(closes.group())
    return inside


def _speaker(mention: ActorMention) -> _Speaker:
    return _Speaker(mention.name, mention.start, mention.end)
