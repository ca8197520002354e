"""Whether a sentence can be shown by itself: complete, no question, no half quotation, leaning on nothing before it.

Takes an article or a claim; structure decides first (ends, quotation marks, names), then the language's words that
point backwards. A language without such words gets the structural part alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import cache

from generator import languages
from generator.analysis.actors.name_words import NameWords, name_words
from generator.analysis.actors.tokens import Token, tokens_in
from generator.analysis.agreement.claims import Claim
from generator.analysis.language.patterns import claim_pattern
from generator.analysis.language.words import capitalises_nouns
from generator.briefing.turns import asked_in
from generator.edtf import is_day
from generator.model import ActorKind, Article, DateMention, Paragraph, Sentence
from generator.reading.heads.datelines import dateline_end
from generator.reading.marks import CLOSERS, ends_sentence
from generator.reading.wide_letters import HAN, KANA

FEWEST_WORDS = 5
MOST_CHARACTERS = 600

NAME_WITHIN_WORDS = 7
"""A phrase that begins with an article is explained by a name within so many words: "Das Abkommen mit Malta …"."""

# A letter of a script that writes no spaces between words: Chinese and Japanese, of which two make a word, and Thai,
# Lao, Burmese and Khmer, of which five do.
CHARACTER, UNSPACED_LETTER = re.compile(f"[{KANA}{HAN}]"), re.compile("[\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff]")
# A question, perhaps with closing marks: "Warum jetzt?“", "لماذا الآن؟".
QUESTION = re.compile(rf"[?？؟⁇⁈⁉፧][{CLOSERS}]*$")
# A beginning: a capital letter or a digit, perhaps after an opening mark: "„Wir", "(Sie", "40 %", "「橋".
BEGINNING = re.compile(r"[\"'“„«»‘(\[–「『《【（-]*\s*[^\W_]")
# An ordinal before a boundary that is none: "am 4." before "Oktober begann …".
ORDINAL_AT_END = re.compile(r"(?<![\d.])\d{1,2}\.$")
# A number in brackets: "(25.)", "(10.8 %)", "(plus 0,5 Prozent)".
BRACKETED_NUMBER = re.compile(r"[(（][^()（）\d]{0,12}\d[^()（）]*[)）]")
# The end of a clause that what follows may point back to: "…: Er lud …", "…; this deal …", "… – diese …".
CLAUSE_END = re.compile(r"[:;]\s|\s[–—-]\s")
# An article and its noun in one word: "L'entreprise", "dell’azienda".
ELISION = re.compile(r"\w['’]\w")
# A word right behind another one: "the ferry | Morska".
BEHIND_A_WORD = re.compile(r"(?<=[^\W\d_] )[^\W\d_]{2,}")
BRACKETED_NUMBERS_OF_A_LIST = 3
"""So many make a table of results or shares, set as a sentence."""

# Words between quotation marks: "„Wir warten“, sagte …"
QUOTED = re.compile(r"[\"„“”«»「『][^\"„“”«»」』]*[\"“”«»」』]")

DOUBLE_MARKS = '„“”«»"「」『』'


def complete_sentences(article: Article) -> frozenset[str]:
    """Ids of the sentences that are whole: long enough, ended, no question, no part of a longer quotation.

    What an interviewer says is no report.
    """
    asked = asked_in(article)
    told = (paragraph for paragraph in article.paragraphs if paragraph.id not in asked)
    return frozenset(sentence for paragraph in told for sentence in _complete_in(article, paragraph))


def leans(claim: Claim) -> bool:
    """Whether the sentence points at the one before: "Er …", "Das Abkommen …", "… sendet diese Begegnung …".

    A definite article is explained by a name that follows soon, with no verb before it ("Das Abkommen mit Malta", but
    not "Das Unternehmen lieferte an Malta"); a pronoun inside by a name before it, and what follows a colon or a
    semicolon by what stands before.
    """
    return _is_unexplained(claim) or _points_back(claim)


def needs_support(claim: Claim) -> bool:
    """Whether the sentence leans where it stands: what opens its article has nothing before it to be explained by.

    "The cabinet passed the bill on Wednesday" is clear there, as the article means the only one there is.
    """
    is_opening = claim.position == 0
    return _points_back(claim, is_opening=is_opening) or (not is_opening and _is_unexplained(claim))


def opens_its_paragraph(claim: Claim) -> bool:
    """Whether it begins a paragraph without a pronoun, though it may speak of "the council" or "the minister".

    Whoever knows what the article is about understands it.
    """
    return claim.sentence.id.endswith("-s1") and not _has_a_pointer(claim)


def _is_unexplained(claim: Claim) -> bool:
    """Whether the sentence begins with a definite article, and no name tells what of."""
    text = _without_connection(_opened(claim.text), claim.language)
    if not _matches("definite", claim.language, text, at_start=True):
        return False
    explained = min(_explaining(claim), default=None)
    words_before = _opened(claim.text[:explained]).split()
    return explained is None or len(words_before) > NAME_WITHIN_WORDS or _has_a_verb(words_before, claim.language)


def _points_back(claim: Claim, *, is_opening: bool = False) -> bool:
    """Whether a word of the sentence points at what was said before.

    Inside the sentence that opens an article, a pronoun can only mean who stands in it: "The opposition said that it".
    """
    return _calls_by_function_alone(claim) or _has_a_pointer(claim, is_opening=is_opening)


def _has_a_pointer(claim: Claim, *, is_opening: bool = False) -> bool:
    text = _without_connection(_opened(claim.text), claim.language)
    if _matches("leaning", claim.language, text, at_start=True):
        return True
    first_name = min((name.start - claim.sentence.start for name in claim.names), default=None)
    before_name = claim.text[:first_name]
    first_clause = CLAUSE_END.split(claim.text, maxsplit=1)[0]
    pointing = not is_opening and _matches("pointing", claim.language, before_name)
    return pointing or _matches("demonstrative", claim.language, first_clause)


def _calls_by_function_alone(claim: Claim) -> bool:
    """Whether somebody acts who is only called by what he is: "nach 67 Minuten scheiterte der Stürmer".

    A sentence that names anybody, or says of what or where, stands by itself: "der Präsident des Landes".
    """
    if any(name.kind is not ActorKind.PLACE for name in claim.names):
        return False
    words = name_words(claim.language)
    definite = languages.word_set(claim.language, "words", "definite_articles")
    tokens = tokens_in(claim.text, 0, len(claim.text))
    return any(
        words.fold(tokens[at - 1]) in definite
        and words.is_title(token)
        and "-" not in token.text
        and not _says_of_what(tokens, at, words)
        for at, token in enumerate(tokens)
        if at
    )


def _says_of_what(tokens: Sequence[Token], at: int, words: NameWords) -> bool:
    """Whether a complement or a capital follows the function: "of the bank", "für Inneres", "des Landes"."""
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    if behind is None or not behind.follows_closely:
        return False
    return behind.is_capital or words.fold(behind) in words.complement_words | words.particles


def _explaining(claim: Claim) -> Iterator[int]:
    """Where names begin, recognised or with a capital that only a name has, and days: "the landslide of 2 February"."""
    yield from (name.start - claim.sentence.start for name in claim.names)
    yield from (date.start - claim.sentence.start for date in claim.dates if _is_written_day(date))
    if not capitalises_nouns(claim.language):
        dated = [(date.start - claim.sentence.start, date.end - claim.sentence.start) for date in claim.dates]
        for word in BEHIND_A_WORD.finditer(claim.text):
            written_small_before = claim.text[word.start() - 2].islower()
            in_a_date = any(start <= word.start() < end for start, end in dated)
            if word[0][0].isupper() and written_small_before and not in_a_date:
                yield word.start()


def _is_written_day(date: DateMention) -> bool:
    return is_day(date.value) and any(character.isdigit() for character in date.text)


def support(claims: Sequence[Claim], complete: Set[str], claim: Claim, *, openings: bool = False) -> Claim | None:
    """The sentence that a leaning one needs: the one before it in its paragraph, if that stands by itself.

    With ``openings`` also one that only opens the paragraph; see ``opens_its_paragraph``.
    """
    if claim.position == 0:
        return None
    before = claims[claim.position - 1]
    together = len(before.text) + len(claim.text)
    if paragraph_of(before.sentence) != paragraph_of(claim.sentence) or together > MOST_CHARACTERS:
        return None
    stands = not needs_support(before) or (openings and opens_its_paragraph(before))
    return before if before.sentence.id in complete and stands else None


def is_half(claim: Claim) -> bool:
    """Whether the sentence grants something that only the next one answers: "Zwar …" without its "aber"."""
    return _matches("granting", claim.language, claim.text)


def is_of_the_writer(claim: Claim) -> bool:
    """Whether whoever writes speaks of himself, outside quotation marks: "We do not yet know what happened"."""
    return _matches("first_person", claim.language, QUOTED.sub("", claim.text))


def continues(claim: Claim) -> bool:
    """Whether the sentence only goes on with a thought: "Auch …", "But …". Understandable, but a poor opening."""
    return _matches("connecting", claim.language, _opened(claim.text), at_start=True)


def paragraph_of(sentence: Sentence) -> str:
    """The paragraph's id: "p3" of "p3-s2"."""
    return sentence.id.split("-")[0]


def _complete_in(article: Article, paragraph: Paragraph) -> Iterator[str]:
    """Complete sentences of a paragraph: not cut at an ordinal, not inside a quotation that ends later."""
    marks_left = _marks(article.text[paragraph.start : paragraph.end])
    marks_before = 0
    cut = False
    for sentence in paragraph.sentences:
        text = article.words_of(sentence)
        inside_quotation = marks_before % 2 == 1 and marks_left % 2 == 1
        ends_in_ordinal = ORDINAL_AT_END.search(text) is not None
        broken_off = ends_in_ordinal and _has_ordinal_points(article.metadata.language)
        if not cut and not broken_off and not inside_quotation and _whole(text, article.metadata.language):
            yield sentence.id
        marks_before += _marks(text)
        marks_left -= _marks(text)
        cut = ends_in_ordinal


def _has_ordinal_points(language: str) -> bool:
    return languages.table(language, "segmentation").get("ordinal_point") is True


def _whole(text: str, language: str) -> bool:
    text = text[dateline_end(text) :]
    if _words_in(text) < FEWEST_WORDS or len(text) > MOST_CHARACTERS:
        return False
    marked = not languages.table(language, "segmentation").get("ends_without_mark", False)
    if QUESTION.search(text) or (marked and not ends_sentence(text)):
        return False
    if len(BRACKETED_NUMBER.findall(text)) >= BRACKETED_NUMBERS_OF_A_LIST:
        return False
    beginning = BEGINNING.match(text)
    if beginning is None or beginning.group()[-1].islower():
        return False
    brackets = all(text.count(opening) == text.count(closing) for opening, closing in ("()", "（）"))
    return _marks(text) % 2 == 0 and brackets


def _words_in(text: str) -> int:
    """How many words a sentence has, about so many where no spaces part them."""
    return max(len(text.split()), len(CHARACTER.findall(text)) // 2, len(UNSPACED_LETTER.findall(text)) // 5)


def _marks(text: str) -> int:
    """How many double quotation marks there are, of whatever style: an odd number leaves one open."""
    return sum(text.count(mark) for mark in DOUBLE_MARKS)


def _opened(text: str) -> str:
    """The sentence without marks before its first word."""
    return text.lstrip("\"'“„«»‘([–- ")


def _without_connection(text: str, language: str) -> str:
    """The sentence without "But" or "Und" before it: what follows is what leans or stands."""
    pattern = claim_pattern(language, "connecting")
    found = pattern.match(text) if pattern else None
    return text[found.end() :].lstrip(" ,،，、") if found else text


def _matches(key: str, language: str, text: str, *, at_start: bool = False) -> bool:
    pattern = claim_pattern(language, key)
    return pattern is not None and (pattern.match(text) if at_start else pattern.search(text)) is not None


def _has_a_verb(words: Sequence[str], language: str) -> bool:
    """Whether one of the words behind "the company" is a verb, as far as its form tells; case counts (German nouns)."""
    forms = _verbs(language)
    opening = 1 if words and ELISION.search(words[0]) else 2
    return forms is not None and any(forms.fullmatch(word.strip(",")) for word in words[opening:])


@cache
def _verbs(language: str) -> re.Pattern[str] | None:
    found = languages.words(language, "claims", "verbs")
    return re.compile("|".join(found)) if found else None
