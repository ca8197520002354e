"""The lists of one language that tell names, ready to be looked up: folded, some of them joined with those of others.

Takes the tables ``[names]`` and ``[words]`` of a language's file; ``name_words`` asks them about the words of a text.
"""

from __future__ import annotations

import re
from functools import cache, cached_property

from generator import languages
from generator.analysis.actors.name_lists import calendar_words, inflected_given_names, name_list
from generator.analysis.actors.tokens import Token
from generator.analysis.figures.number_words import number_words
from generator.analysis.language.patterns import alternatives
from generator.analysis.language.words import capitalises_nouns, fold_case, lemma, name_forms

SHORTEST_HEAD_OF_COMPOUND = 5
SHORTEST_FIRST_PART = 3
LONGEST_CASE_ENDING = 3
SHORTEST_SPOKEN = 4  # letters of an abbreviation that some write like a word: "Unicef"


class ListedNameWords:
    """The lists of one language about names, and whether a word is a case form of a listed one."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.nouns_have_capitals = capitalises_nouns(language)
        self._read_grammar()
        self._read_small_words()
        self._read_organisations()
        self._read_places()
        self._read_people()
        self._days_and_months = frozenset(name for name in calendar_words(language) if len(name) > 1)
        self.openers = _openers(language)

    def _read_grammar(self) -> None:
        """How the language orders and declines names."""
        table = languages.table(self.language, "names")
        self.heads_first = table.get("heads_first") is True
        self.repeats_complements = self.heads_first or table.get("repeats_complements") is True
        self.organisation_nouns_follow = table.get("organisation_nouns_follow") is True
        self.quotes_organisations = table.get("quotes_organisations") is True
        self.place_words_follow = table.get("place_words_follow") is True
        self.places_have_articles = table.get("places_have_articles") is True
        self.titles_behind = table.get("titles_behind") is True
        self.surname_first = table.get("surname_first") is True
        self._has_long_titles = self.nouns_have_capitals or table.get("titles_in_compounds") is True
        self._apostrophe_endings = frozenset(languages.words(self.language, "words", "apostrophe_endings"))
        self.declines_by_apostrophe = len(languages.words(self.language, "words", "apostrophe_endings")) > 1
        self.inflected_given_names = inflected_given_names(self.language)
        self.declines = bool(self.inflected_given_names)

    def _read_small_words(self) -> None:
        """Articles, conjunctions and what else stands around names in small letters."""
        self.determiners = self._folded("determiners")
        self.indefinite_articles = self._folded_words("words", "indefinite_articles")
        written = self.determiners | self._folded_words("words", "definite_articles") | self.indefinite_articles
        self.articles = written | frozenset(article + "'" for article in written)  # as in "l'Agence"
        self.conjunctions = self._folded_words("dates", "and_words")
        self.complement_words = self._folded("complement_words")
        self.small_complement_words = self._folded("small_complement_words")
        self.small_adjectives = name_list(self.language, "small_adjectives")
        self.declined_adjectives = name_list(self.language, "declined_adjectives")

    def _read_organisations(self) -> None:
        """Kinds of organisation, legal forms, and the organisations that are known by their short names."""
        self.organisation_words = self._folded_everywhere("organisation_words")
        self._own_kinds = self._folded("organisation_words")
        self.organisation_nouns = self._folded("organisation_nouns")
        self._organisation_endings = tuple(sorted(self._folded("organisation_endings")))
        self.fields_behind = self._folded("fields_behind")
        self._legal_forms = frozenset(_of_all_languages("legal_forms"))
        # A legal form as a word behind a name: ", Inc.", " & Co."
        self.legal_form = re.compile(rf",?\s(?:{alternatives(_of_all_languages('written_legal_forms'))})(?!\w)")
        self.common_acronyms = frozenset(name_list(self.language, "common_acronyms"))
        listed = (name for code in ("en", self.language) for name in name_list(code, "organisations"))
        self.organisations = frozenset(form for name in listed for form in _spellings(name))

    def _read_places(self) -> None:
        """Places of the language's list and the English one, and what tells other places."""
        self.places = frozenset(
            tuple(fold_case(name, self.language).split())
            for code in (self.language, "en")
            for name in name_list(code, "places")
        )
        self._place_prepositions = frozenset(tuple(words.split()) for words in self._folded("place_prepositions"))
        self.place_joints = self._folded("place_joints")
        self.place_offices = self._folded("place_offices")
        self._place_endings = self._folded("place_endings")
        self._place_name_endings = tuple(sorted(self._folded("place_name_endings")))
        self.place_adjective_endings = name_list(self.language, "place_adjective_endings")

    def _read_people(self) -> None:
        """First names, the small words within names, titles, and verbs of speech."""
        self.given_names = self._folded_everywhere("given_names")
        self.particles = self._particles_here()
        self._title_endings = name_list(self.language, "title_endings")
        self.speech_verbs = self._folded("speech_verbs")
        told = (verb.split()[-1] for verb in languages.words(self.language, "speech", "verbs"))
        self.telling_verbs = self.speech_verbs | {fold_case(verb, self.language) for verb in told if verb.isalpha()}

    @cached_property
    def places_follow_offices(self) -> bool:
        """Whether a place stands right behind an office: Czech "starosta Orlune"."""
        return languages.table(self.language, "names").get("places_follow_offices") is True

    @cached_property
    def people_have_no_article(self) -> bool:
        """Whether "the" before a whole name shows that it is nobody's: "the Ana Tarvel ran aground"."""
        return languages.table(self.language, "names").get("people_have_no_article") is True

    @cached_property
    def names_like_months(self) -> frozenset[str]:
        """Months that people are called by too, where all months have capitals: English "May", "June"."""
        return frozenset(languages.words(self.language, "dates", "names_like_months"))

    @cached_property
    def spaced_kinds(self) -> frozenset[tuple[str, ...]]:
        """Kinds of organisation by their words, in a language that writes a space behind each syllable."""
        return frozenset(tuple(words.split()) for words in self._folded("spaced_kinds"))

    @cached_property
    def places_before_offices(self) -> bool:
        """Whether a place stands before an office, with a capital as that has: Turkish "Orlune Valisi"."""
        return languages.table(self.language, "names").get("places_before_offices") is True

    def is_people(self, token: Token) -> bool:
        """A word for people as figures count them: "people", "soldiers"."""
        return self.fold(token) in self._people

    @cached_property
    def _people(self) -> frozenset[str]:
        return frozenset(languages.words(self.language, "figures", "people"))

    @cached_property
    def before_people_too(self) -> frozenset[str]:
        """Prepositions of places that stand before people as often: French "à"."""
        return self._folded("prepositions_before_people_too")

    @cached_property
    def clubs(self) -> frozenset[str]:
        """What clubs are called before or behind a name, in any language: "FC", "SV"."""
        return frozenset(_of_all_languages("clubs"))

    @cached_property
    def ends_of_vessels(self) -> frozenset[str]:
        """The last words of ships' names, in any language: "Maru"."""
        return frozenset(_of_all_languages("ends_of_vessels"))

    def _particles_here(self) -> frozenset[str]:
        """The small words of names in any language, without those that mean something else in this one.

        "di" joins Italian names, and is "in" in Indonesian.
        """
        prepositions = frozenset(words[0] for words in self._place_prepositions if len(words) == 1)
        strange = frozenset(_of_all_languages("particles")) - self.determiners - prepositions
        return strange | (self._folded("particles") - self.determiners)

    @cache  # noqa: B019 - one object a language, kept for the run
    def _folded(self, key: str) -> frozenset[str]:
        return frozenset(fold_case(word, self.language) for word in name_list(self.language, key))

    @cache  # noqa: B019 - as above
    def _heads_of_compounds(self, key: str) -> tuple[str, ...]:
        return tuple(sorted(each for each in self._folded(key) if len(each) >= SHORTEST_HEAD_OF_COMPOUND))

    def _folded_words(self, table: str, key: str) -> frozenset[str]:
        return frozenset(fold_case(word, self.language) for word in languages.words(self.language, table, key))

    def _folded_everywhere(self, key: str) -> frozenset[str]:
        return frozenset(fold_case(word, self.language) for word in _of_all_languages(key))

    def fold(self, token: Token) -> str:
        """The token as word lists have it."""
        return fold_case(token.text, self.language)

    def _is_declined(self, folded: str, listed: frozenset[str]) -> bool:
        """Whether a word is a case form of a listed one, by the dictionary or by the endings of names."""
        if fold_case(lemma(folded, self.language), self.language) in listed:
            return True
        shortest = max(SHORTEST_FIRST_PART, len(folded) - LONGEST_CASE_ENDING)
        near = (each for each in listed if each[:shortest] == folded[:shortest])
        return any(folded in name_forms(each, self.language) for each in near)


def _spellings(name: str) -> tuple[str, ...]:
    """An abbreviation, and as some write it: "UNICEF", "Unicef"."""
    return (name, name.capitalize()) if len(name) >= SHORTEST_SPOKEN else (name,)


def _openers(language: str) -> frozenset[str]:
    """Words that begin sentences and no names: of grammar, of the calendar, numbers."""
    tables = (("words", "function_words"), ("words", "leaning"), ("segmentation", "openers"))
    listed = (word for table, key in tables for word in languages.words(language, table, key))
    holidays = languages.mapping(language, "dates", "holidays")
    return (
        frozenset(fold_case(word, language) for word in (*listed, *holidays))
        | calendar_words(language)
        | number_words(language).values.keys()
    )


def _of_all_languages(key: str) -> tuple[str, ...]:
    return tuple(word for code in languages.available() for word in name_list(code, key))
