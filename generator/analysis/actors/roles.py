"""What the sources call a person beside the name: "Außenminister Gideon Sa'ar", "Ana Rey, mayor of Orlune, …".

Takes an article and the names in it; gives roles as printed, each with the place where it stands. A role holds a title
or function; it stands right before the name or between commas after it. Forms of address are no roles.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from generator import languages
from generator.analysis.actors.name_words import NameWords, name_words
from generator.analysis.actors.tokens import Token, tokens_in
from generator.analysis.language.words import fold_case
from generator.model import ActorKind, ActorMention, Article, fold

MOST_WORDS = 12
WORDS_BEFORE_THE_TITLE = 4
WORDS_BEHIND_THE_TITLE = 6

# What a person is between commas, brackets or dashes: ", mayor of Orlune,", " (mayor of Orlune)", ", mayor."
ASIDE = re.compile(r"(?:,\s+|\s+\(|\s+[–—]\s+)([^,;:.!?()„“”«»\"–—]{3,120})(?=[,;.)–—])")


@dataclass(frozen=True, slots=True)
class Role:
    """A role as printed at ``start`` to ``end``, of the person whose mention begins at ``mention``."""

    start: int
    end: int
    text: str
    mention: int


def find_roles(article: Article, mentions: Sequence[ActorMention]) -> tuple[Role, ...]:
    """At most one for each mention of a person, in the order of the text."""
    words = _RoleWords(article.metadata.language)
    places = frozenset(mention.start for mention in mentions if mention.kind is ActorKind.PLACE)
    people = [mention for mention in mentions if mention.kind is ActorKind.PERSON]
    found: list[Role] = []
    for sentence in article.sentences:
        inside = [mention for mention in people if sentence.start <= mention.start and mention.end <= sentence.end]
        if not inside:
            continue
        tokens = tokens_in(article.text, sentence.start, sentence.end)
        for mention in inside:
            role = words.before(article.text, tokens, mention, places) or words.after(article.text, inside, mention)
            found.extend([role] if role else [])
    return tuple(found)


class _RoleWords:
    """What the words of one language may be in a role."""

    def __init__(self, language: str) -> None:
        self.names: NameWords = name_words(language)
        self.language = language
        self.salutations = self._listed("salutations")
        self.former = self._listed("former")
        self.relatives = self._listed("relatives")
        self.title_ends_role = languages.table(language, "names").get("title_ends_role") is True
        phrases = languages.words(language, "speech", "complements")
        self.joining = self.names.complement_words | frozenset(phrase.split()[0] for phrase in phrases)

    def _listed(self, key: str) -> frozenset[str]:
        return frozenset(fold_case(word, self.language) for word in languages.words(self.language, "names", key))

    def before(self, text: str, tokens: Sequence[Token], mention: ActorMention, places: Set[int]) -> Role | None:
        """The title that ends right before the name, with what belongs to it."""
        ahead = [token for token in tokens if token.end <= mention.start]
        gap = text[ahead[-1].end : mention.start] if ahead else "?"
        if gap.strip() not in ("", ","):
            return None
        title = self._title(ahead, places, behind_comma=bool(gap.strip()))
        if title is None:
            return None
        first = title
        while first and ahead[first].follows_closely and self._describes(ahead[first - 1]):
            first -= 1
        while first < title and self.names.fold(ahead[first]) in self.names.articles:
            first += 1
        return self._role(text, ahead[first].start, ahead[-1].end, mention)

    def _title(self, ahead: Sequence[Token], places: Set[int], *, behind_comma: bool) -> int | None:
        """The title nearest to the name: right before it, or with a complement between: "presidente de Orlune, Ana"."""
        for back in range(1, min(WORDS_BEHIND_THE_TITLE, len(ahead)) + 1):
            at = len(ahead) - back
            if back > 1 and not ahead[at + 1].follows_closely:
                return None
            if self._is_role(ahead[at]):
                between = ahead[at + 1 :]
                if not between:
                    return None if behind_comma else at
                return at if self._complements(between, places) else None
        return None

    def _complements(self, between: Sequence[Token], places: Set[int]) -> bool:
        """Whether the words after a title say of what or of where: "de Orlune", "israélien", "иностранных дел"."""
        if self.names.fold(between[-1]) in self.joining or self.names.is_ordinary(between[-1]):
            return False  # "legale di Ana Rey" is somebody else, and so is "presidente insieme a Ana Rey"
        if self._begins_complement(between[0]):
            return True
        if self.names.nouns_have_capitals:
            return False
        if all(token.start in places for token in between):
            return True
        return not self.names.complement_words and not any(self.names.is_ordinary(token) for token in between)

    def _begins_complement(self, token: Token) -> bool:
        """Whether a word joins an office to what it is for: "de", "von", also with an apostrophe: "d'Orlune"."""
        beginning, apostrophe, _ = self.names.fold(token).partition("'")
        return beginning in self.joining or (bool(apostrophe) and beginning + apostrophe in self.joining)

    def after(self, text: str, people: Sequence[ActorMention], mention: ActorMention) -> Role | None:
        """The aside behind the name, if it says what the person is and names nobody else."""
        aside = ASIDE.match(text, mention.end)
        if aside is None:
            return None
        start, end = aside.span(1)
        tokens = tokens_in(text, start, end)
        relative = next((i for i, token in enumerate(tokens) if i and self.names.fold(token) in self.relatives), None)
        if relative:
            tokens, end = tokens[:relative], tokens[relative - 1].end
        if not tokens or len(tokens) > MOST_WORDS or any(start <= other.start < end for other in people):
            return None
        title = next((i for i, token in enumerate(tokens[: WORDS_BEFORE_THE_TITLE + 1]) if self._is_role(token)), None)
        if self.title_ends_role and not self._is_role(tokens[-1]):
            return None
        if title is None or not all(self._may_precede(token) for token in tokens[:title]):
            return None
        first = next(i for i, token in enumerate(tokens) if not self._is_article(token))
        return self._role(text, tokens[first].start, end, mention)

    def _role(self, text: str, start: int, end: int, mention: ActorMention) -> Role:
        return Role(start, end, fold(text[start:end]).rstrip(" -"), mention.start)

    def _is_role(self, token: Token) -> bool:
        return self.names.is_title(token) and self.names.fold(token) not in self.salutations

    def _is_article(self, token: Token) -> bool:
        return self.names.fold(token) in self.names.articles

    def _may_precede(self, token: Token) -> bool:
        """A word between the comma and the title: an article, what describes, any word that is not one of grammar."""
        if self._is_article(token) or self._describes(token):
            return True
        return not self.names.nouns_have_capitals and not self.names.is_ordinary(token)

    def _describes(self, token: Token) -> bool:
        """A word of the role before its title: a country, an adjective, "former"; no word of grammar."""
        if self.names.fold(token) in self.former or self.names.is_title(token):
            return True
        if self.names.is_ordinary(token):
            return False
        if self.names.nouns_have_capitals:
            return self.names.is_adjective(token) or token.text.endswith(("s", "-")) or token.is_acronym
        return token.is_capital
