"""What the words of one language say about names, by its word lists and its dictionary.

``NameWords`` answers what a token may be: part of a name, a title, a kind of organisation. All that it knows comes
from the lists of ``listed_name_words`` and from simplemma's dictionary.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from generator import languages
from generator.analysis.actors.listed_name_words import SHORTEST_FIRST_PART, ListedNameWords
from generator.analysis.actors.name_lists import name_list
from generator.analysis.actors.tokens import Token
from generator.analysis.language.words import bare_word, fold_case, forms, is_known, is_made_of_two_words, lemma

WORDS_REMEMBERED = 20_000  # so many are looked up once; a large folder has any number of them
LONGEST_PREPOSITION = 4  # words: "on the banks of"


class NameWords(ListedNameWords):
    """What the words of one language say about names. Build with ``name_words``."""

    def is_title(self, token: Token) -> bool:
        """A function before a name; in German also the last part of a compound ("Brigadegeneral")."""
        if self._is_kind(token.head, "titles") or ("-" in token.text and self._is_kind(token.text, "titles")):
            return True
        return token.text.endswith(self._title_endings) and token.is_capital is self.nouns_have_capitals

    def speaks_only_before(self, token: Token) -> bool:
        """What stands before who says something, and never behind: "according", "selon"."""
        return self.fold(token) in self._folded("said_before")

    def is_organisation_head(self, token: Token) -> bool:
        """What an organisation is called before its name: "Firma", "Parteienbündnis", "company"."""
        return self._is_kind(token.head, "organisation_heads") or self.ends_like_an_organisation(token)

    def is_office_of_field(self, token: Token) -> bool:
        """What is called by its field in small letters: "Министерство транспорта"."""
        return token.is_capital and self._is_kind(token.text, "offices_of_fields")

    def is_field(self, token: Token) -> bool:
        """What an office may be for, where all nouns have capitals: "Geologie", "Soziales"; people are none."""
        folded = self.fold(token)
        return folded in self._folded("fields") or folded.endswith(name_list(self.language, "field_endings"))

    def is_organisation_noun(self, token: Token) -> bool:
        """What ends a name in small letters, in any case: the "universitet" of "Uppsala universitet"."""
        if token.is_capital:
            return False
        folded, listed = self.fold(token), self.organisation_nouns
        if self.organisation_nouns_follow and folded.endswith(tuple(listed)):
            return True
        return folded in listed or (self.declines and self._is_declined(folded, listed))

    def is_place_word(self, token: Token) -> bool:
        """What a place is called before its name: "Region", "Hafenstadt", "village"."""
        return self._is_kind(token.head, "place_words")

    def is_place_ending(self, token: Token) -> bool:
        """What ends the name of a place: the "Valley" of "Tarvel Valley"."""
        return fold_case(bare_word(token.text, self.language), self.language) in self._place_endings

    def is_before_namesake(self, token: Token) -> bool:
        """What stands before the name of the person after whom a place is called: "rue", "aéroport", "via"."""
        return fold_case(bare_word(token.text, self.language), self.language) in self._folded("named_places")

    def is_behind_namesake(self, token: Token) -> bool:
        """What stands behind such a name: the "Bridge" of "Ana Tarvel Bridge"."""
        return fold_case(bare_word(token.text, self.language), self.language) in self._folded("named_places_behind")

    def is_behind_namesake_in_one_word(self, token: Token) -> bool:
        """Whether the last part of a word is such a kind: "Ana-Tarvel-Straße"."""
        return token.is_capital and fold_case(token.head, self.language) in self._folded("named_places_behind")

    def is_thing_word(self, token: Token) -> bool:
        """What is called by a name and acts for nobody: "ship", "storm", "missile", "film"."""
        return self._is_kind(token.head, "thing_words") or self.is_vessel(token)

    def is_vessel(self, token: Token) -> bool:
        """What floats and has a name behind it: "ferry", "Fährschiff"."""
        return self._is_kind(token.head, "vessels")

    def takes_a_complement(self, token: Token) -> bool:
        """A kind that is a name with what it is of, and none alone: the "House" of "House of Commons"."""
        return token.is_capital and token.text in name_list(self.language, "heads_of_complements")

    def is_named_by_adjective(self, token: Token) -> bool:
        """What an adjective with a capital makes a name, where nouns have capitals: "Wetterdienst"."""
        return self._is_kind(token.head, "named_by_adjectives") or self.is_organisation_word(token)

    def is_capital_adjective(self, token: Token) -> bool:
        """A form of an adjective in spite of its capital, where nouns have capitals: the "Rote" of "Rote Kreuz"."""
        small = self.fold(token)
        endings, verbs = (name_list(self.language, key) for key in ("inflections_of_adjectives", "infinitive_endings"))
        if not token.is_capital or not small.endswith(endings) or not is_known(small, self.language):
            return False
        base = lemma(small, self.language)
        return base != small and base.islower() and not base.endswith(verbs)

    def is_body_of_one_word(self, token: Token) -> bool:
        """A kind of organisation with its field behind a word for the state: "Bundesnetzagentur", not "Bundesamt"."""
        folded = self.fold(token)
        field = next(
            (folded[len(state) :] for state in self._folded("organisation_openings") if folded.startswith(state)), ""
        )
        kinds = (kind for kind in self._organisation_endings if field.endswith((kind, kind + "s", kind + "es")))
        return token.is_capital and any(field.rfind(kind) >= SHORTEST_FIRST_PART for kind in kinds)

    @lru_cache(maxsize=WORDS_REMEMBERED)  # noqa: B019 - as above
    def _is_kind(self, word: str, key: str) -> bool:
        listed = self._folded(key)
        folded = fold_case(word, self.language)
        long = self.nouns_have_capitals or (key == "titles" and self._has_long_titles and not word[0].isupper())
        longer = long and folded.endswith(self._heads_of_compounds(key))
        compound = longer and not (self.nouns_have_capitals and self._strange(word))
        if folded in listed or compound:
            return True
        if self.nouns_have_capitals:
            return fold_case(lemma(word, self.language), self.language) in listed
        return self.declines and self._is_declined(folded, listed)

    def is_given_name(self, token: Token) -> bool:
        """A first name of any language's list, in any case ("Сергею"); of "Anne-Marie" the first part decides."""
        if not token.is_capital:
            return False
        first = fold_case(token.text.partition("-")[0], self.language)
        return first in self.given_names or first in self.inflected_given_names

    def listed_place_length(self, tokens: Sequence[Token]) -> int:
        """Of how many tokens is the region or city of the language's list, or of the English one, that begins here."""
        if not tokens or not tokens[0].is_capital:
            return 0
        close = next((i for i, token in enumerate(tokens) if i and not token.follows_closely), len(tokens))
        folded = tuple(fold_case(bare_word(token.text, self.language), self.language) for token in tokens[:4])
        listed = next((n for n in range(min(close, len(folded)), 0, -1) if folded[:n] in self.places), 0)
        declined = not listed and not self.nouns_have_capitals
        if declined and (fold_case(lemma(tokens[0].text, self.language), self.language),) in self.places:
            return 1  # "Пловдиву"
        return listed

    def is_organisation_word(self, token: Token) -> bool:
        """A kind of organisation or a legal form, in any language and any case: "Holding", "GmbH", "Ministerstwa"."""
        return token.is_capital and (self._is_organisation_word(token.head) or self.ends_like_an_organisation(token))

    def ends_like_an_organisation(self, token: Token) -> bool:
        """Whether its last part is a kind of organisation: Swedish "Naturvårdsverket", Dutch "Rijksinstituut"."""
        return self._ends_like(token, self._organisation_endings)

    def is_named_by_its_ending(self, token: Token) -> bool:
        """Whether the one word is a whole name; nowhere where all nouns have capitals."""
        return not self.nouns_have_capitals and self.ends_like_an_organisation(token)

    def ends_like_an_organisation_in_small_letters(self, token: Token) -> bool:
        """Whether a word in small letters ends so: the last one of "Havs- och vattenmyndigheten"."""
        return not token.is_capital and self.fold(token).endswith(self._organisation_endings)

    def ends_like_a_place(self, token: Token) -> bool:
        """Whether its last part is a kind of place: Swedish "Fyrisån", Finnish "Oulujärvi"."""
        return self._ends_like(token, self._place_name_endings)

    def _ends_like(self, token: Token, endings: tuple[str, ...]) -> bool:
        if not endings or not token.is_capital or "-" in token.text:
            return False
        folded = self.fold(token)
        return folded.endswith(endings) and any(
            folded.endswith(end) and len(folded) - len(end) >= SHORTEST_FIRST_PART for end in endings
        )

    @lru_cache(maxsize=WORDS_REMEMBERED)  # noqa: B019 - as above
    def _is_organisation_word(self, word: str) -> bool:
        if fold_case(bare_word(word, self.language), self.language) in self.organisation_words:
            return True
        return self.declines and self._is_declined(fold_case(word, self.language), self._own_kinds)

    def spaced_kind_length(self, tokens: Sequence[Token]) -> int:
        """Of how many tokens is the kind of organisation that begins here with a capital, where kinds have spaces."""
        if not self.spaced_kinds or not tokens[0].is_capital:
            return 0
        folded = tuple(self.fold(token) for token in tokens)
        return next((n for n in range(len(folded), 0, -1) if folded[:n] in self.spaced_kinds), 0)

    def is_legal_form(self, token: Token) -> bool:
        """What ends the full name of a company: "AG", "Ltd"."""
        return token.text in self._legal_forms

    def stands_in_a_place(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether "in", "along the" or their like stand right before ``at``, where a place is named."""
        for first in range(at - 1, max(0, at - LONGEST_PREPOSITION) - 1, -1):
            if not tokens[first + 1].follows_closely:
                return False
            if tuple(self.fold(token) for token in tokens[first:at]) in self._place_prepositions:
                return first == 0 or self.fold(tokens[first - 1]) not in self._folded("held_in")  # "shares in Tarvel"
        return False

    def is_ordinary(self, token: Token) -> bool:
        """A word that no name begins with: a function word, a month, a weekday, an opener."""
        return self.fold(token) in self.openers or self.fold(token) in self.determiners

    def is_of_calendar(self, token: Token) -> bool:
        """A weekday or a month, in any case; not the single letters of calendars."""
        return bool(forms(token.text, self.language) & self._days_and_months)

    def owns_what_follows(self, token: Token) -> bool:
        """Whether it has a possessive ending behind an apostrophe: no name goes on behind "Velkor's"."""
        return "s" in self._apostrophe_endings and token.text.endswith(("'s", "’s"))

    def is_inflected_by_apostrophe(self, token: Token) -> bool:
        """Whether an ending stands behind an apostrophe: no name goes on behind Turkish "Üniversitesi'nden"."""
        return self.declines_by_apostrophe and ("'" in token.text or "’" in token.text) and token.is_capital

    def could_be_name(self, token: Token) -> bool:
        """A capital that the language does not explain as a noun; weak on its own."""
        if not token.is_capital or self.is_ordinary(token) or token.letters in self.common_acronyms:
            return False
        return not self.nouns_have_capitals or self.is_strange(token) or not self._has_noun_endings(token.head)

    @lru_cache(maxsize=WORDS_REMEMBERED)  # noqa: B019 - as above
    def _strange(self, word: str) -> bool:
        bare = bare_word(word, self.language)
        spellings = {bare, bare.casefold(), bare.capitalize()}
        street = bare.endswith(name_list(self.language, "street_endings"))
        if street or any(is_known(each, self.language) for each in spellings):
            return False
        if self.nouns_have_capitals and bare.endswith("s") and is_known(bare[:-1], self.language):
            return False
        if self.language != "en" and is_known(bare.casefold(), "en"):
            return False
        return not is_made_of_two_words(bare.casefold(), self.language) and not self._looks_derived(bare)

    def is_strange(self, token: Token) -> bool:
        """A capital that the dictionary does not know, in whole or as a compound: most likely a name."""
        return (
            token.is_capital
            and not token.is_initial
            and not token.is_code
            and not token.names_a_year
            and not self.is_ordinary(token)
            and self._strange(token.head)
        )

    def is_proper(self, token: Token) -> bool:
        """A name, by its spelling or by the dictionary, which has it with a capital where nouns have none: "Mjøsa"."""
        return self.is_strange(token) or (
            token.is_capital and not self.nouns_have_capitals and self._is_listed_name(token.text)
        )

    @lru_cache(maxsize=WORDS_REMEMBERED)  # noqa: B019 - as above
    def _is_listed_name(self, word: str) -> bool:
        folded = fold_case(word, self.language)
        return lemma(folded, self.language)[:1].isupper() and folded not in self.openers

    def is_verb(self, token: Token) -> bool:
        """A form of a verb, as far as the endings of its dictionary form show it."""
        endings = languages.words(self.language, "words", "verb_endings")
        return bool(endings) and lemma(self.fold(token), self.language).endswith(endings)

    def is_adjective(self, token: Token) -> bool:
        """A word that is inflected like an adjective and is no verb ("großen", not "lieferte"), as far as is known."""
        endings, verbs = (name_list(self.language, key) for key in ("inflections_of_adjectives", "infinitive_endings"))
        word = token.text
        base = lemma(word, self.language)
        return base != word and word.endswith(endings) and not base.endswith(verbs) and not self.is_ordinary(token)

    def _looks_derived(self, word: str) -> bool:
        endings = languages.words(self.language, "names", "noun_endings")
        return self.nouns_have_capitals and word.casefold().endswith(endings)

    @lru_cache(maxsize=WORDS_REMEMBERED)  # noqa: B019 - as above
    def _has_noun_endings(self, word: str) -> bool:
        """Whether the dictionary knows plural or case forms of the word, as it does of nouns but not of names."""
        base = lemma(word, self.language)
        if base != word:
            return True
        plurals = (word + ending for ending in languages.words(self.language, "names", "plural_endings"))
        return any(is_known(form, self.language) and lemma(form, self.language) == word for form in plurals)


@cache
def name_words(language: str) -> NameWords:
    """The same object for the same language."""
    return NameWords(language)
