"""A project of quite another kind: seven languages, another field, an interface in German, no ``mkdocs.yml``."""

from __future__ import annotations

import pytest

from generator import pipeline
from generator.model import Article, fold

# words that stand in the files and in no article: adverts, menus, teasers, captions, short codes, subscriptions
FURNITURE = (
    "AquaStop Plus",
    "S'abonner",
    "Cinq gestes pour économiser",
    "Archives Le Courrier",
    "Piscinas Azulmar",
    "Diez playas",
    "Złota Kotwica",
    "Czytaj też",
    "Gölde balık avı",
    "Gli orari estivi",
    "newsletter",
    "Ten things to do",
    "Читайте також",
    "Підписуйтесь",
)


@pytest.fixture(scope="module")
def composed(built_second_project: pipeline.Published) -> pipeline.Composed:
    """What stands before it is published; its articles were read when it was built."""
    return pipeline.compose_dossier(built_second_project.target.parent)


def _article(composed: pipeline.Composed, beginning: str) -> Article:
    return next(article for article in composed.dossier.articles if article.id.startswith(beginning))


def test_seven_languages_are_recognised_without_being_told(composed: pipeline.Composed) -> None:
    languages = {article.metadata.language for article in composed.dossier.articles}
    assert languages == {"fr", "es", "pl", "tr", "it", "en", "uk"}


def test_furniture_around_an_article_is_no_part_of_it(composed: pipeline.Composed) -> None:
    bodies = {
        article.id: fold(" ".join(article.words_of(sentence) for sentence in article.sentences))
        for article in composed.dossier.articles
    }
    assert [(name, words) for words in FURNITURE for name, body in bodies.items() if words in body] == []


def test_what_pages_and_front_matter_say_of_themselves_is_read(composed: pipeline.Composed) -> None:
    spanish = _article(composed, "faro").metadata
    assert (spanish.title, spanish.publisher, spanish.published, spanish.authors) == (
        "La desaladora de Puerto Lirio se retrasa",
        "El Faro de Lirio",
        "2025-03-17",
        ("Nieves Altamara",),
    )
    italian = _article(composed, "serrano").metadata
    assert (italian.title, italian.publisher, italian.kind) == (
        "Aperta la galleria ferroviaria del Monte Serrano",
        "La Voce del Serrano",
        "news",
    )


def test_an_id_stated_in_a_sidecar_holds_in_a_sub_folder_too(composed: pipeline.Composed) -> None:
    article = _article(composed, "courrier-2025-03-14")
    assert article.file == "2025/courrier-secheresse-orlune.txt"
    assert article.metadata.url == "https://courrier-trois-rives.example/region/secheresse-orlune"


def test_themes_reach_into_every_language(composed: pipeline.Composed) -> None:
    served = {
        (article.metadata.language, match.theme)
        for article in composed.dossier.articles
        for match in composed.evidence[article.id].themes
    }
    assert {language for language, theme in served if theme == "wasser"} == {"fr", "es", "pl", "tr", "it", "en", "uk"}
    assert {language for language, theme in served if theme == "verkehr"} >= {"pl", "tr", "it", "en", "uk"}


def test_a_short_quote_that_stands_once_is_found_by_its_prefix(composed: pipeline.Composed) -> None:
    quoted = {citation.passage.exact for s in composed.dossier.statements for citation in s.citations}
    assert "29 %" in quoted
