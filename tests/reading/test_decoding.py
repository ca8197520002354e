"""Bytes in every encoding that editors meet become the same text, and every repair is told."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.reading.decoding.text import decode

GERMAN = (
    "Die Bürger müssen „schön“ größere Öfen kaufen – sagte Jürgen. Das kostet 5 € in Köln.\nZweite Zeile über Äpfel."
)
RUSSIAN = "Президент заявил в четверг, что переговоры продолжаются.\nВторая строка о нефти и газе длиннее."
UKRAINIAN = "Президент заявив, що їхні переговори є важливими. Ґрунт і їжа для людей."
TURKISH = (
    "Cumhurbaşkanı, İstanbul'da düzenlenen toplantıda konuştu. Işık şöyle dedi: çalışıyoruz, öğreniyoruz, yaşıyoruz."
)
POLISH = "Prezydent powiedział, że będzie gęś, żółć i źródło. Łódź i Kraków są piękne."
JAPANESE = "首相は十三日、国会で新しい法案について説明した。これは大きな変化である。"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (GERMAN, "utf-8"),
        (GERMAN, "utf-8-sig"),
        (GERMAN, "utf-16"),
        (GERMAN, "utf-16-le"),
        (GERMAN, "utf-16-be"),
        (GERMAN, "cp1252"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "utf-16"),
        (UKRAINIAN, "cp1251"),
        (UKRAINIAN, "koi8-u"),
        (TURKISH, "iso8859-9"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859-2"),
        (JAPANESE, "cp932"),
        (JAPANESE, "euc_jp"),
    ],
)
@pytest.mark.parametrize("declared", [None, "utf-8", "iso-8859-1", "windows-1251", "no-such-encoding"])
def test_text_is_read_right_whatever_was_declared(text: str, encoding: str, declared: str | None) -> None:
    assert decode(text.encode(encoding), declared)[0] == text


def test_plain_utf8_needs_no_repair() -> None:
    assert decode(GERMAN.encode()) == (GERMAN, ())


def test_wrong_declaration_is_told() -> None:
    assert decode(GERMAN.encode(), "latin-1")[1] == ("read as UTF-8, although latin-1 was declared",)


def test_line_ends_of_several_kinds_become_one_kind_and_are_told() -> None:
    text, repairs = decode(b"one\r\ntwo\rthree\nfour")
    assert text == "one\ntwo\nthree\nfour"
    assert repairs == ("2 line ends of several kinds were made one kind",)


def test_zero_bytes_and_control_characters_are_removed_and_told() -> None:
    assert decode(b"a\x00b\x07c\td") == ("abc\td", ("2 control characters were removed",))


def test_text_once_read_in_a_wrong_encoding_is_restored_and_told() -> None:
    damaged = "Das ist „schön“ für alle.".encode().decode("cp1252", "ignore")
    text, repairs = decode(f"Unberührte Zeile.\n{damaged}".encode())
    assert "schön" in text
    assert text.startswith("Unberührte Zeile.\n")
    assert repairs == ("1 lines that had been read in a wrong encoding before were restored",)


def test_damaged_text_that_lost_letters_is_left_as_it_is_and_told() -> None:
    damaged = "Er sagte: â€œGehâ€\ufffd und blieb fÃ¼r immer."
    text, repairs = decode(damaged.encode())
    assert text == damaged
    assert repairs == ("1 lines had been read in a wrong encoding before and lost letters: left as they are",)


def test_words_that_only_look_damaged_are_left_alone() -> None:
    assert decode("À LA CARTE: Â, Ã und Å sind Buchstaben.".encode()) == ("À LA CARTE: Â, Ã und Å sind Buchstaben.", ())


def test_single_foreign_bytes_in_utf8_are_read_and_told() -> None:
    text, repairs = decode(GERMAN.encode() + b" caf\xe9")
    assert text.endswith(" café")
    assert repairs == ("1 bytes that are not UTF-8 were read as CP1252",)


def test_composed_and_decomposed_letters_are_the_same_letters() -> None:
    assert decode("u\u0308ber".encode())[0] == "über"


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "cp1252", "koi8-r", "x"]))
def test_any_bytes_give_text_without_control_characters(content: bytes, declared: str | None) -> None:
    text, _ = decode(content, declared)
    assert not any(ord(character) < 32 and character not in "\t\n" for character in text)
