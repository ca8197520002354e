"""The search index holds what the edition shows, under every spelling, and nothing else."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Actor, ActorKind, CitedActor, Dossier, Edition
from generator.publishing.addresses import GeneratedFile
from generator.publishing.rendering import render_pages
from generator.publishing.search.entries import entries
from generator.publishing.search.entry import Entry, EntryKind
from generator.publishing.search.index import search_files
from generator.publishing.search.postings import DIGITS, Postings, number_text
from generator.publishing.search.words import folded, words_of
from tests.publishing.dossiers import PORT, citation, small_dossier

MINISTER = CitedActor(
    "jane-saar", "Jane Sa’ar", ActorKind.PERSON, {"und": ("Ministerin",)}, (citation(PORT, "die Ministerin"),)
)


def with_a_name() -> Dossier:
    return replace(small_dossier(), actors=(MINISTER,))


def content(file: GeneratedFile) -> Any:  # noqa: ANN401 - what a script holds
    call, packed = file.content.removesuffix(");\n").split(",", 1)
    assert call.startswith("dossierSearch(")
    return json.loads(packed)


def start(dossier: Dossier, actors: tuple[Actor, ...] = ()) -> Any:  # noqa: ANN401
    return content(next(file for file in search_files(dossier, actors) if file.path == "search/start.js"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Die „Straße“ (L’Oréal-Platz)", ["die", "strasse", "loreal", "platz"]),
        ("§ 218, 1,6 Mrd. und 3.5%", ["218", "1", "6", "mrd", "und", "3", "5"]),
        ("İlham Əliyev, Şuşa’da", ["ilham", "eliyev", "susada"]),
        ("Зеленський ёлка", ["зеленськии", "елка"]),
        ("أذربيجان إلى", ["اذربيجان", "الي"]),
        ("合作协议 2024 日", ["合作", "作协", "协议", "2024", "日"]),
        ("서울 회담", ["서울", "회담"]),
        ("vrijheids\u00adstrijders Ae\u0301rtze", ["vrijheidsstrijders", "aertze"]),
        ("½ №7", ["1", "2", "no7"]),
        ("٢٠٢٤ ۱۴۰۳ २०२४ 𝟚𝟘", ["2024", "1403", "2024", "20"]),
    ],
)
def test_words_are_folded_and_writing_without_spaces_is_cut_in_pairs(text: str, words: list[str]) -> None:
    assert list(words_of(text)) == words


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.integers(min_value=0, max_value=2**40))
def test_a_number_can_be_read_back(number: int) -> None:
    value = 0
    for place, character in enumerate(number_text(number)):
        value += (DIGITS.index(character) % 32) * 32**place
    assert value == number


def test_places_of_a_word_are_entry_and_position_relative_to_the_one_before() -> None:
    postings = Postings()
    postings.add(0, ["ein Hafen"])
    postings.add(3, ["Hafen an Hafen"])
    places = dict(zip(postings.words(), postings.rare(), strict=True))
    assert list(postings.shards()) == []
    assert places == {"an": "EB", "ein": "BA", "hafen": "BBDAAC"}


def test_everything_that_a_page_shows_can_be_found_once() -> None:
    found = [(entry.kind.value, entry.text.text) for entry in entries(with_a_name())]
    assert found == [
        ("theme", "Harbour"),
        ("name", "Jane Sa’ar"),
        ("statement", "The harbour is being extended."),
        ("statement", "Reports put the cost between 1.6 and 2 billion euros."),
        ("statement", "Am 8. August begann die erste Bauphase."),
        ("disagreement", "What does the extension cost?"),
        ("gap", "Who pays for the works"),
        ("event", "Am 8. August begann die erste Bauphase."),
        ("article", "Neue Kaimauern für Brekum"),
        ("article", "De veerdienst naar Brekum stopt in oktober."),
        ("passage", "Die Arbeiten kosten 1,6 Milliarden Euro."),
        ("passage", "1,6 Milliarden Euro"),
        ("passage", "Am 8. August begann die erste Bauphase."),
        ("passage", "die Ministerin"),
        ("passage", "Volgens de rederij kost de uitbouw 2 miljard euro."),
    ]


def test_places_of_a_frequent_word_lie_in_a_shard_and_those_of_rare_words_together() -> None:
    postings = Postings()
    for entry in range(100):
        postings.add(entry, ["Hafen", "Kai" if entry else "Boje"])
    assert postings.words() == ["boje", "hafen", "kai"]
    assert [bool(places) for places in postings.rare()] == [True, False, False]
    (shard,) = postings.shards()
    assert list(shard.places) == [1, 2]
    assert shard.places[1] == "BA" * 100


def test_a_public_edition_holds_no_word_that_it_does_not_show() -> None:
    assert "prijzen" in start(small_dossier(edition=Edition.PRIVATE))["words"].split(" ")
    public = list(search_files(small_dossier()))
    assert not any("prijzen" in file.content or "Jahrzehnte" in file.content for file in public)


@pytest.mark.parametrize("edition", list(Edition))
def test_every_address_is_an_anchor_of_a_page(edition: Edition) -> None:
    dossier = replace(with_a_name(), edition=edition)
    pages = {page.path.removesuffix(".md") + ".html": page.content for page in render_pages(dossier)}
    for entry in entries(dossier):
        path, _, anchor = entry.href.partition("#")
        assert any(f'id="{written}"' in pages[path] for written in (anchor, anchor.replace("-", "&#45;"))) or (
            f"#{anchor}" in pages[path]
        ), entry.href


def test_a_passage_is_found_by_its_translation_and_an_actor_by_a_spelling_of_the_vocabulary() -> None:
    known = Actor("jane-saar", "Jane Sa’ar", ActorKind.PERSON, {"uk": ("Джейн Саар",)})
    elsewhere = Actor("kim", "Kim", ActorKind.PERSON, {"ko": ("김",)})
    alone = Actor("vellum", "Vellum", ActorKind.ORGANISATION)  # one spelling leads to no other
    index = start(with_a_name(), (known, elsewhere, alone))
    words = index["words"].split(" ")
    assert {"works", "саар"} <= set(words)
    assert "1\tjane saar\tministerin\tджеин саар\t\n" in index["spellings"]
    assert "-1\tkim\t김\t\n" in index["spellings"]
    assert "vellum" not in index["spellings"]


def test_a_country_is_found_by_its_names_in_languages_that_nobody_in_the_dossier_writes() -> None:
    own = CitedActor("iceland", "Iceland", ActorKind.PLACE, {"en": ("Iceland",)}, (citation(PORT, "die Ministerin"),))
    joined = replace(own, id="place-is")
    for actor in (own, joined):
        (ways,) = start(replace(small_dossier(), actors=(actor,)))["spellings"].splitlines()[1:2]
        assert {"iceland", "ijsland", "islande", "islandia", "アイ"} <= {
            word for way in ways.split("\t")[1:] for word in way.split()
        }


def test_months_and_large_numbers_are_known_in_the_languages_of_the_dossier() -> None:
    index = start(small_dossier())
    assert {"oktober", "october"} <= set(index["months"][9])
    (billion,) = [ways for ways in index["scales"] if "miljard" in ways]
    assert {"billion", "milliarden"} <= set(billion)


def test_filters_know_theme_outlet_language_kind_and_days() -> None:
    def entry(kind: EntryKind, words: str) -> Entry:
        return next(one for one in entries(small_dossier()) if one.kind is kind and words in one.text.text)

    ferry = entry(EntryKind.PASSAGE, "rederij")
    (witness,) = ferry.sourcing.witnesses
    assert ferry.themes == ("harbour",)
    assert (witness.outlet, witness.language, witness.kind) == ("", "nl", "opinion")
    assert (witness.first_day, witness.last_day) == ("2023-10-01", "2023-10-31")
    begun = entry(EntryKind.EVENT, "Bauphase").sourcing.witnesses[0]
    assert (begun.first_day, begun.last_day) == (
        "2025-08-08",
        "2025-08-08",
    )  # when it happened, not when it was printed


def test_a_result_tells_an_articles_own_sentence_from_an_editors() -> None:
    found = {entry.text.text: entry.is_verbatim for entry in entries(small_dossier()) if entry.kind == "statement"}

    assert found["Am 8. August begann die erste Bauphase."] is True
    assert False in found.values()


def test_words_of_a_statement_or_a_longer_passage_are_not_shown_twice() -> None:
    dossier = small_dossier()
    numbered = {(entry.kind, entry.text.text): number for number, entry in enumerate(entries(dossier))}
    beginning = "Am 8. August begann die erste Bauphase."
    pairs = [
        numbered[EntryKind.PASSAGE, "1,6 Milliarden Euro"],
        numbered[EntryKind.PASSAGE, "Die Arbeiten kosten 1,6 Milliarden Euro."],
        numbered[EntryKind.PASSAGE, beginning],
        numbered[EntryKind.STATEMENT, beginning],
    ]
    assert start(dossier)["twins"] == "".join(map(number_text, pairs))


def test_the_index_is_the_same_on_every_run() -> None:
    assert list(search_files(with_a_name())) == list(search_files(with_a_name()))


def test_a_browser_is_told_of_the_search_of_a_public_address_and_of_no_other() -> None:
    hosted = replace(small_dossier().settings, site_url="https://example.org/port", title="Port & Harbour of Brekum")
    public = replace(small_dossier(), settings=hosted)
    (written,) = [file.content for file in search_files(public) if file.path == "search/opensearch.xml"]
    assert 'template="https://example.org/port/search.html?q={searchTerms}"' in written
    assert "<ShortName>Port &amp; Harbour o</ShortName>" in written
    for dossier in (small_dossier(), replace(public, edition=Edition.PRIVATE)):
        assert not [file for file in search_files(dossier) if file.path.endswith(".xml")]


def test_text_of_an_article_cannot_leave_its_string() -> None:
    hostile = '"]);alert(1);//</script>\u2028\\'
    dossier = small_dossier()
    broken = replace(dossier.briefings[0].statements[0], text=hostile)
    briefing = replace(dossier.briefings[0], statements=(broken,))
    files = search_files(replace(dossier, briefings=(briefing,)))
    shown = [one for file in files if file.path == "search/entries-0.js" for one in content(file)[1]]
    assert hostile in [one[1][0] for one in shown]
