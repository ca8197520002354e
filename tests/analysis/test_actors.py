"""Actors: readable cases (tests/cases/actors), an editor's vocabulary, what is joined and what only proposed."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.analysis.actors.recognition import JoinedActor, find_actors, join_actors
from generator.analysis.actors.spelling import transliteration_key
from generator.model import Actor, ActorKind, ActorMention
from tests.analysis.case_files import Case, cases_below
from tests.builders import article

CASES = Path(__file__).parents[1] / "cases" / "actors"


def shown(mention: ActorMention) -> str:
    notes = [mention.name] if mention.name != mention.text else []
    notes += ["known"] if mention.actor else []
    return f"{mention.text} = {mention.kind}" + (f" ({', '.join(notes)})" if notes else "")


@pytest.mark.parametrize("case", cases_below(CASES), ids=str)
def test_cases(case: Case) -> None:
    written = article(case.text, language=case.language)
    assert [shown(mention) for mention in find_actors(written, [])] == list(case.expected)


WARDEN = Actor("warden", "Ilvana Dremo", ActorKind.PERSON, {"de": ("Dremo", "Ilwana Dremo"), "uk": ("Ілвана Дремо",)})
BUREAU = Actor("bureau", "Bureau of Tides", ActorKind.ORGANISATION, {"de": ("Gezeitenamt",), "en": ("BoT",)})


def found(text: str, language: str = "en", *actors: Actor) -> list[tuple[str, str | None]]:
    return [(mention.text, mention.actor) for mention in find_actors(article(text, language=language), actors)]


def test_editor_spellings_are_found_longest_first_with_endings() -> None:
    text = "Ilwana Dremo ging. Dremos Rede über das Gezeitenamt war kurz."
    expected = [("Ilwana Dremo", "warden"), ("Dremos", "warden"), ("Gezeitenamt", "bureau")]
    assert found(text, "de", WARDEN, BUREAU) == expected


def test_acronym_of_the_vocabulary_is_found_letter_for_letter() -> None:
    assert found("The BoT met; a bot replied.", "en", BUREAU) == [("BoT", "bureau")]


def test_editor_country_and_its_adjective_have_one_id() -> None:
    country = Actor("georgia", "Georgia", ActorKind.PLACE, {"de": ("Georgien",)})
    text = "Georgien und die georgische Regierung schweigen."
    assert found(text, "de", country) == [("Georgien", "georgia"), ("georgische", "georgia")]


def joined(*mentions: tuple[str, str], actors: tuple[Actor, ...] = ()) -> tuple[JoinedActor, ...]:
    by_article: dict[str, list[ActorMention]] = {}
    for name, where in mentions:
        by_article.setdefault(where, []).append(ActorMention(0, len(name), name, name, ActorKind.PERSON))
    return join_actors(by_article, actors)


def test_transliterations_of_a_full_name_are_one_actor() -> None:
    names = ("Tarik Ormanow", "Tarik Ormanov", "Тарик Орманов")
    (actor,) = joined(*((name, f"article-{at}") for at, name in enumerate(names)))
    assert actor.spellings["und"] == names
    assert len(actor.mentions) == 3


@pytest.mark.parametrize(
    "spellings",
    [
        ("Alijew", "Aliyev", "Əliyev", "Алиев"),
        ("Selenskyj", "Zelensky", "Zelenskyy", "Зеленський", "Зеленский"),
        ("Netanjahu", "Netanyahu", "Нетаньяху"),
        ("Lukaschenko", "Lukashenko", "Loekasjenko", "Лукашенко"),
    ],
)
def test_spellings_of_one_surname_meet(spellings: tuple[str, ...]) -> None:
    assert len({transliteration_key(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    "pair",
    [("محمد حسن", "أحمد حسن"), ("נועה לוי", "דנה לוי"), ("अनिल वर्मा", "सुनील वर्मा"), ("نیکوس", "佐野健一")],
)
def test_people_in_other_scripts_are_one_only_where_they_are_written_alike(pair: tuple[str, str]) -> None:
    one, other = joined((pair[0], "one"), (pair[1], "two"))
    assert (one.proposals, other.proposals) == ((), ())


@pytest.mark.parametrize("pair", [("Meier", "Meyer"), ("Müller", "Moller"), ("Sander", "Zander"), ("Koch", "Koh")])
def test_surnames_of_different_people_stay_apart(pair: tuple[str, str]) -> None:
    one, other = joined((f"Peter {pair[0]}", "one"), (f"Peter {pair[1]}", "two"))
    assert one.id != other.id


def test_what_may_be_the_same_is_proposed() -> None:
    one, other = joined(("Peter Meier", "one"), ("Peter Meyer", "two"))
    assert one.proposals == (other.id,)
    assert other.proposals == (one.id,)


def test_other_given_name_is_not_even_proposed() -> None:
    one, other = joined(("Peter Meier", "one"), ("Klara Meier", "two"))
    assert (one.proposals, other.proposals) == ((), ())


def test_bare_surname_of_another_article_is_proposed_not_joined() -> None:
    one, other = joined(("Peter Velmora", "one"), ("Velmora", "two"))
    assert set(one.proposals + other.proposals) == {one.id, other.id}


def test_bare_surname_joins_the_person_whom_two_articles_name_in_full() -> None:
    (actor,) = joined(("Peter Velmora", "one"), ("Peter Velmora", "two"), ("Velmora", "three"))
    assert actor.spellings == {"und": ("Peter Velmora", "Velmora")}


def test_bare_surname_of_two_people_joins_neither() -> None:
    named = [("Peter Velmora", "one"), ("Peter Velmora", "two"), ("Klara Velmora", "one"), ("Klara Velmora", "two")]
    assert len(joined(*named, ("Velmora", "three"))) == 3


def organisations(*mentions: tuple[str, str, str], spoken: str = "en") -> list[str]:
    """Names of the actors that are made of mentions: their words, the whole name, the article."""
    by_article: dict[str, list[ActorMention]] = {}
    for text, name, where in mentions:
        mention = ActorMention(0, len(text), text, name, ActorKind.ORGANISATION)
        by_article.setdefault(where, []).append(mention)
    return [actor.name for actor in join_actors(by_article, (), dict.fromkeys(by_article, spoken))]


def test_company_is_one_with_and_without_its_legal_form_but_two_forms_are_two_companies() -> None:
    bare, company, other = (("Velmor Battery" + form,) * 2 for form in ("", " Co.", " AG"))
    assert len(organisations((*bare, "one"), (*company, "two"))) == 1
    assert len(organisations((*bare, "one"), (*company, "two"), (*other, "three"))) == 3


def test_initials_join_the_name_that_two_articles_explain_by_them() -> None:
    first, second = (("VRA", "Velmor Revenue Authority", where) for where in ("one", "two"))
    alone = ("VRA", "VRA", "three")
    assert organisations(first, second, alone) == ["Velmor Revenue Authority"]
    assert len(organisations(first, alone)) == 2
    assert len(organisations(first, second, ("VRA", "Velmor Rail Archive", "four"), alone)) == 3


def test_initials_of_one_organisation_in_two_languages_join() -> None:
    assert len(organisations(("NATO", "NATO", "one"), ("OTAN", "OTAN", "two"), ("НАТО", "НАТО", "three"))) == 1


def test_spellings_of_one_first_name_join() -> None:
    (actor,) = joined(("Benjamin Velmorjahu", "one"), ("Binyamin Velmoryahu", "two"))
    assert actor.spellings == {"und": ("Benjamin Velmorjahu", "Binyamin Velmoryahu")}


def test_unknown_spelling_of_a_known_person_joins_the_vocabulary() -> None:
    known = Actor("orman", "Tarik Ormanov", ActorKind.PERSON)
    (actor,) = joined(("Tarik Ormanow", "one"), actors=(known,))
    assert (actor.id, actor.name) == ("orman", "Tarik Ormanov")


def test_spellings_are_told_apart_by_the_language_of_the_article() -> None:
    mentions = {"one": [ActorMention(0, 6, "Kyjiws", "Kyjiw", ActorKind.PLACE)]}
    (actor,) = join_actors(mentions, (), languages={"one": "de"})
    assert actor.spellings == {"de": ("Kyjiw",)}


def test_a_name_that_is_a_persons_in_one_sentence_is_no_organisations() -> None:
    mentions = [ActorMention(0, 5, "Velko", "Velko", kind) for kind in (ActorKind.ORGANISATION, ActorKind.PERSON)]
    assert [actor.kind for actor in join_actors({"one": mentions}, ())] == [ActorKind.PERSON]


def test_place_is_named_in_the_language_of_the_dossier() -> None:
    mentions = {"one": list(find_actors(article("Aserbaidschan wächst.", language="de"), []))}
    assert [actor.name for actor in join_actors(mentions, (), language="nl")] == ["Azerbeidzjan"]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=160), st.sampled_from(["de", "en", "nl", "xx", "und"]))
def test_mentions_are_exact_ordered_and_apart(text: str, language: str) -> None:
    written = article(f"Minister Velko und {text}", language=language)
    mentions = find_actors(written, [WARDEN])
    assert all(written.text[m.start : m.end] == m.text for m in mentions)
    assert all(a.end <= b.start for a, b in itertools.pairwise(mentions))
