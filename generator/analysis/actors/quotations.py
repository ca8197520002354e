"""Who says what: direct and indirect speech with its speaker.

Takes an article and the names in it; gives stretches of speech in the order of the text, each with its speaker. A
speaker is a name, or a word for those who speak ("officials"), that a phrase of source ("according to", "laut") or a
verb of saying ties to the sentence; where the tie is not sure there is none. The language's table ``[speech]`` has the
phrases and verbs; a language without it gets no quotations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.analysis.actors.long_speech import speech_continued
from generator.analysis.actors.quotation import Quotation, SpeechKind
from generator.analysis.actors.speech_sentence import Speaker, SpeechSentence
from generator.analysis.actors.speech_words import CLOSING_MARKS, COLON_BEFORE_SPEECH, DOUBLE_MARKS, speech_words
from generator.analysis.actors.tokens import Token
from generator.model import ActorKind, ActorMention, Article

# Direct speech between marks of one pair: „…“, “…”, ”…”, «…», »…«, "…".
QUOTED = re.compile(r"„[^„“”]+[“”]|“[^“”]+”|”[^“”]+”|«[^«»]+»|»[^«»]+«|\"[^\"]+\"")

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
            spoken = SpeechSentence(article.text, sentence, inside, speech)
            if sure := next((said for rule in RULES for said in rule(spoken)), None):
                found[sentence.id] = sure
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


def _with_source(sentence: SpeechSentence) -> Iterator[Quotation]:
    """ "Laut X …", "…, according to X", "wie X mitteilte": the rest of the sentence is what X says."""
    for match in _found(sentence, sentence.speech.source):
        speaker = sentence.speaker_from(match.end()) or sentence.voice_from(match.end())
        if speaker is None:
            continue
        before, behind = (sentence.start, match.start()), (speaker.end, sentence.end)
        opens = not sentence.text[sentence.start : match.start()].strip(DOUBLE_MARKS + " ")
        closes = not sentence.text[speaker.end : sentence.end].strip(DOUBLE_MARKS + " .!)")
        yield _said(sentence, *(behind if opens else before if closes else (sentence.start, sentence.end)), speaker)


def _with_source_behind(sentence: SpeechSentence) -> Iterator[Quotation]:
    """ "Reuters zufolge …"."""
    pattern = sentence.speech.source_behind
    if pattern is None:
        return
    for mention in sentence.mentions:
        match = pattern.match(sentence.text, mention.end, sentence.end)
        if match and sentence.begins_phrase(mention):
            yield _said(sentence, match.end(), sentence.end, Speaker.named(mention))


def _speaker_before_colon(sentence: SpeechSentence) -> Iterator[Quotation]:
    """ "X: „…“" at the head of the sentence."""
    for mention in sentence.mentions:
        speech = COLON_BEFORE_SPEECH.match(sentence.text, mention.end, sentence.end)
        if speech and sentence.may_speak(mention) and sentence.begins_phrase(mention, sentence.start):
            yield _said(sentence, speech.end() - 1, sentence.end, Speaker.named(mention))


def _verb_before_speaker(sentence: SpeechSentence) -> Iterator[Quotation]:
    """ "…“, sagte X", "…, sagte am Montag X": what stands before is what X says."""
    for match in _found(sentence, sentence.speech.inverted):
        behind = sentence.behind_a_day(match.end())
        speaker = sentence.speaker_from(behind) or sentence.voice_from(behind)
        if speaker and match.start() > sentence.start and not _is_participle(sentence, match):
            marks = max(match.group().rfind(mark) for mark in CLOSING_MARKS)
            goes_on = SPEECH_GOES_ON.match(sentence.text, speaker.end, sentence.end)
            said = _said(sentence, sentence.start, sentence.end if goes_on else match.start() + marks + 1, speaker)
            opens_with_dash = DASH_BEFORE_SPEECH.match(sentence.text, sentence.start) is not None
            yield replace(said, kind=SpeechKind.DIRECT) if opens_with_dash else said


def _is_participle(sentence: SpeechSentence, match: re.Match[str]) -> bool:
    """Whether, behind a mere comma, the verb describes what stands before it: ", called the Great Fair, …"."""
    pattern = sentence.speech.participle
    if pattern is None or any(mark in match.group() for mark in DOUBLE_MARKS):
        return False
    return pattern.search(match.group()) is not None


def _speaker_before_verb(sentence: SpeechSentence) -> Iterator[Quotation]:
    """ "X sagte, dass …", "X said …", "X nannte … „…“", '"…," X said'."""
    for mention in sentence.mentions:
        verb = sentence.speech.spoken.match(sentence.text, _behind_an_aside(sentence, mention), sentence.end)
        if verb is None or _negated(sentence, verb.end()) or not sentence.belongs(mention.end, verb.start("verb")):
            continue
        is_subject = sentence.may_speak(mention) and not sentence.is_in_another_case(mention)
        if not is_subject or not sentence.begins_phrase(mention):
            continue
        if span := _said_around(sentence, mention, verb):
            yield _said(sentence, *span, Speaker.named(mention))


def _behind_an_aside(sentence: SpeechSentence, mention: ActorMention) -> int:
    """Where the verb may follow: behind the comma that closes an aside, in "The mayor, Ana Rey, said"."""
    opens = sentence.text[sentence.start : mention.start].rstrip().endswith(",")
    return mention.end + 1 if opens and sentence.text[mention.end : mention.end + 1] == "," else mention.end


def _voice_before_verb(sentence: SpeechSentence) -> Iterator[Quotation]:
    """ "The police said …", "…, officials said": who speaks has no name."""
    for token in sentence.tokens:
        if token.text.casefold() not in sentence.speech.voices or not sentence.begins_phrase(token):
            continue
        verb = sentence.speech.spoken.match(sentence.text, token.end, sentence.end)
        if verb is None or _negated(sentence, verb.end()) or not sentence.belongs(token.end, verb.start("verb")):
            continue
        if span := _said_around(sentence, token, verb):
            yield _said(sentence, *span, Speaker(token.text, token.start, token.end))


def _said_around(
    sentence: SpeechSentence, speaker: ActorMention | Token, verb: re.Match[str]
) -> tuple[int, int] | None:
    """What is said, where a speaker stands right before the verb; nothing where it is not sure."""
    found = list(QUOTED.finditer(sentence.text, verb.end(), sentence.end))
    quoted = max(found, key=lambda match: len(match.group()), default=None)
    closing = _closing_mark_before(sentence, speaker)
    if closing is not None:
        return sentence.start, sentence.end if quoted else closing
    opening = sentence.speech.opening.match(sentence.text, verb.end(), sentence.end)
    if opening:
        return opening.end() - (sentence.text[opening.end() - 1] in DOUBLE_MARKS), sentence.end
    bare = sentence.speech.bare_verb
    if bare and bare.match(sentence.text, verb.start("verb"), sentence.end):
        clause = sentence.text.rfind(",", sentence.start, speaker.start)
        at_end = not sentence.text[sentence.behind_a_day(verb.end()) : sentence.end].strip(DOUBLE_MARKS + " .!")
        return (sentence.start, clause + 1) if at_end and clause > 0 else (verb.end(), sentence.end)
    return quoted.span() if quoted else None


def _closing_mark_before(sentence: SpeechSentence, speaker: ActorMention | Token) -> int | None:
    """The end of speech between marks that opens the sentence and stops right before the speaker: '"…," X said'."""
    ahead = [token for token in sentence.tokens if token.end <= speaker.start]
    for token in reversed(ahead):
        closing = SPEECH_CLOSES.search(sentence.text, token.end, speaker.start)
        if closing:
            return closing.end() if sentence.describes(closing.end(), speaker.start) else None
    return None


def _with_final_verb(sentence: SpeechSentence) -> Iterator[Quotation]:
    """ "X, …dığını söyledi.": the name opens the sentence, the verb ends it."""
    pattern = sentence.speech.final_verb
    verb = pattern.search(sentence.text[sentence.start : sentence.end].rstrip()) if pattern else None
    if verb is None:
        return
    comma_may_lack = bool(sentence.mentions) and sentence.mentions[0].kind is ActorKind.PERSON
    if first := sentence.opens_with(comma_may_lack=comma_may_lack):
        yield _said(sentence, first.end, sentence.start + verb.start(), first)


def _negated(sentence: SpeechSentence, at: int) -> bool:
    pattern = sentence.speech.negation
    return pattern is not None and pattern.search(sentence.text[at : at + 20]) is not None


def _found(sentence: SpeechSentence, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    yield from pattern.finditer(sentence.text, sentence.start, sentence.end)


def _said(sentence: SpeechSentence, start: int, end: int, speaker: Speaker) -> Quotation:
    """The stretch without white space at its ends, and whether marks enclose most of it."""
    words = sentence.text[start:end]
    start += len(words) - len(words.lstrip(" ,:\n\t"))
    end -= len(words) - len(words.rstrip(" ,:\n\t"))
    end = max(start, end)
    direct = 2 * _marked(sentence.text[start:end]) > end - start
    kind = SpeechKind.DIRECT if direct else SpeechKind.INDIRECT
    return Quotation(start, end, kind, speaker.name, speaker.start)


def _marked(words: str) -> int:
    """How many characters stand between marks; a mark without its pair encloses all that is before or behind it."""
    inside = sum(len(match.group()) for match in QUOTED.finditer(words))
    left = QUOTED.sub("", words)
    if opens := re.search(r"[„“«\"][^„“”«»\"]*$", left):
        inside += len(opens.group())
    elif closes := re.match(r"[^„“”«»\"]*[”“»\"]", left):
        inside += len(closes.group())
    return inside


RULES = (
    _with_source,
    _with_source_behind,
    _speaker_before_colon,
    _verb_before_speaker,
    _speaker_before_verb,
    _voice_before_verb,
    _with_final_verb,
)
"""In this order: a phrase of source, speech before a verb, a verb before speech."""
