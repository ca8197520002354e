"""The language of a text is named where it is clear, and left open where it is not."""

from __future__ import annotations

import pytest

from generator.reading.identification import identify


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Stadtrat hat am Freitag den Bau einer neuen Brücke beschlossen, die im Frühjahr beginnt.", "de"),
        ("De gemeenteraad heeft vrijdag besloten dat er volgend jaar een nieuwe brug gebouwd wordt.", "nl"),
        ("The town council decided on Friday that a new bridge will be built next year.", "en"),
        ("Президент сказав, що їхня країна продовжує переговори з сусідами про кордон.", "uk"),
        ("Prezident bildirib ki, ölkənin şərq bölgəsində yeni körpü tikiləcək və yollar təmir olunacaq.", "az"),
        ("首相は十三日、国会で新しい法案について説明した。これは大きな変化である。", "ja"),
    ],
)
def test_language_of_a_sentence_is_recognised(text: str, language: str) -> None:
    assert identify(text) == language


def test_a_text_whose_parts_speak_other_languages_is_weighed_as_a_whole() -> None:
    german = "Der Stadtrat hat am Freitag den Bau einer neuen Brücke beschlossen, die im Frühjahr fertig sein soll. "
    english = "The town council decided on Friday that a new bridge will be built, which is to open in the spring. "
    assert identify(german * 4 + english * 2 + german * 4) == identify(english * 2 + german * 8) == "de"
    assert identify(english * 4 + german * 2 + english * 4) == identify(german * 2 + english * 8) == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "D'Regierung huet e Mëttwoch decidéiert, datt d'Gesetz iwwer d'Schoulen an der Chamber diskutéiert gëtt. ",
            "lb",
        ),
        ("Die regering het Woensdag besluit dat die wet oor skole weer in die parlement bespreek moet word. ", "af"),
        (
            "Vlada je v sredo odločila, da bo zakon o šolah še enkrat obravnaval državni zbor, ki se sestane jeseni. ",
            "sl",
        ),
        ("Valitsus otsustas kolmapäeval, et koolide seadust arutatakse sügisel parlamendis uuesti ja pikemalt. ", "et"),
    ],
)
def test_languages_near_to_those_that_their_commonest_words_tell_are_none_of_them(text: str, language: str) -> None:
    assert identify(text * 8) == language


def test_an_article_between_english_notices_speaks_its_own_language() -> None:
    notice = (
        "This is what the readers of the site have to know before they go on with the text of the day and the week. "
    )
    article = "Президент сказав, що їхня країна продовжує переговори з сусідами про кордон і торгівлю зерном. "
    assert identify(notice * 3 + article * 12 + notice * 3) == "uk"


@pytest.mark.parametrize("text", ["", "OK", "12345 67890 ---- !!!!", "Baku Tel Aviv"])
def test_text_too_short_to_tell_has_no_language(text: str) -> None:
    assert identify(text) == "und"


def test_doubt_between_near_languages_is_none() -> None:
    assert identify("Luka će se proširiti, priopćila je uprava u nedjelju, a vijeće glasuje na jesen.") in ("hr", "bs")


def test_han_characters_without_syllables_are_chinese() -> None:
    assert identify("港務局週日表示，港口將在二〇三一年前擴大兩百公頃，並計畫興建兩個新碼頭。") == "zh"
