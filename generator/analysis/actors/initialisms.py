"""Organisations and their initials: "Kenya Revenue Authority (KRA)" is one, and so is every "KRA" of the article.

Takes an article and the names found in it; gives mentions of the organisations that stand with their initials in
brackets, however their names are joined ("Gewerkschaft Erziehung und Wissenschaft (GEW)"), and of the initials alone.
The method is that of Schwartz and Hearst (2003): the letters of the initials, read from the last one, are found in the
words before the bracket, the first of them at the beginning of a word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.analysis.actors.name_words import NameWords, name_words
from generator.analysis.actors.tokens import Token, tokens_in
from generator.model import ActorKind, ActorMention, Article, fold

MORE_WORDS = 5
"""A name has at most so many words more than its initials have letters."""


def organisations_with_initials(article: Article, found: Sequence[ActorMention]) -> Iterator[ActorMention]:
    """The names before brackets with their initials, and the initials wherever they stand, under the whole name.

    Initials of two names in one article name neither; those of a name that a vocabulary knows are left alone.
    """
    words = name_words(article.metadata.language)
    known = {mention.start for mention in found if mention.actor}
    organisations = {m.end: m for m in found if m.kind is ActorKind.ORGANISATION and m.actor is None}
    sentences = [tokens_in(article.text, sentence.start, sentence.end) for sentence in article.sentences]
    names: dict[str, set[str]] = {}
    for tokens in sentences:
        for at in range(1, len(tokens)):
            if not _is_in_brackets(article.text, tokens, at) or tokens[at].start in known:
                continue
            whole = _spelled_out(article.text, tokens, at, words) or organisations.get(tokens[at - 1].end)
            if whole and _initials_begin(whole.text, tokens[at]):
                names.setdefault(tokens[at].text, set()).add(whole.name)
                yield whole
    for token in (token for tokens in sentences for token in tokens if token.text in names):
        if len(names[token.text]) == 1 and token.start not in known:
            (name,) = names[token.text]
            yield ActorMention(token.start, token.end, token.text, name, ActorKind.ORGANISATION)


def _is_in_brackets(text: str, tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    return token.gap.strip() == "(" and text[token.end : token.end + 1] == ")" and token.is_acronym


def _initials_begin(name: str, initials: Token) -> bool:
    return name[:1].casefold() == initials.letters[:1].casefold()


def _spelled_out(text: str, tokens: Sequence[Token], at: int, words: NameWords) -> ActorMention | None:
    """The words right before a bracket that its letters stand for, if one of them is a kind of organisation."""
    first = _first_word(tokens, at)
    if first is None:
        return None
    name = tokens[first:at]
    if not name[0].is_capital or not all(token.follows_closely for token in name[1:]):
        return None
    kinds = (
        words.is_organisation_word(t) or words.is_organisation_head(t) or words.is_organisation_noun(t) for t in name
    )
    if not any(kinds):
        return None
    start, end = name[0].start, name[-1].end
    return ActorMention(start, end, text[start:end], fold(text[start:end]), ActorKind.ORGANISATION)


def _first_word(tokens: Sequence[Token], at: int) -> int | None:
    """Where the words begin in which the letters of the initials are found in their order; none where they are not.

    Small words may be passed over ("of", "und"), and a word may give several letters: "Bundeskriminalamt (BKA)".
    """
    left = tokens[at].letters.casefold()
    for first in range(at - 1, max(-1, at - 1 - len(left) - MORE_WORDS), -1):
        word = tokens[first].text.casefold()
        if word[0] == left[-1] and len(left) == 1:
            return first
        if word[0] == left[-1]:
            left = left[:-1]
        elif tokens[first].is_capital or first == at - 1:
            left = _without_letters_of(word, left)
            if not left:
                return first
    return None


def _without_letters_of(word: str, letters: str) -> str:
    """The letters that are left where those at the end are in ``word``, in their order, from its first one on."""
    for taken in range(min(len(letters), len(word)), 1, -1):
        wanted = letters[-taken:]
        rest = iter(word)
        if word[0] == wanted[0] and all(letter in rest for letter in wanted):
            return letters[:-taken]
    return letters
