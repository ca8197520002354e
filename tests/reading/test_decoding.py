"""Bytes in every encoding that editors meet become the same text, and every repair is told."""

from __future__ import annotations

import unicodedata

import ftfy.bad_codecs  # noqa: F401 # registers the codecs of the cases
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
GREEK = "Το εργοστάσιο κλείνει, ανακοίνωσε η διοίκηση την Πέμπτη.\nΟι εργαζόμενοι ζητούν συνάντηση."
ARABIC = "قرر المجلس البلدي يوم الخميس إغلاق السوق القديم من أجل ترميمه بالكامل."
THAI = "สภาเทศบาลมีมติเมื่อวันพฤหัสบดีให้ปิดตลาดเก่าเพื่อซ่อมแซมครั้งใหญ่\nตลาดใหม่เปิดปีหน้า"
HINDI = "नगर परिषद ने गुरुवार को पुराने बाज़ार को बंद करने का फ़ैसला किया।\nमरम्मत में दो साल लगेंगे।"
VIETNAMESE = "Các tiểu thương lo mất thu nhập và yêu cầu được bồi thường."
CHINESE = "市议会周四决定关闭旧市场。\n商户要求市政府对停业期间的损失给予补偿。"
TRADITIONAL = "市議會週四決定關閉舊市場。\n攤商要求市府對停業期間的損失給予補償。"
KOREAN = "시의회는 목요일 옛 시장을 닫고 전면 개축하기로 결정했다.\n상인들은 보상을 요구한다."
ENGLISH = "“It is the only offer that keeps the façade,” said Iris Ó Briain. The price was put at £4.2m."
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
        (JAPANESE, "iso2022_jp"),
        (JAPANESE + "\n", "utf-16-le"),
        (RUSSIAN, "utf-16-be"),
        (RUSSIAN, "mac-cyrillic"),
        (GREEK, "cp1253"),
        (GREEK, "utf-16-le"),
        (ARABIC, "cp1256"),
        (ARABIC, "iso8859-6"),
        (THAI, "cp874"),
        (THAI, "utf-16-le"),
        (HINDI, "utf-16-be"),
        (CHINESE, "gb18030"),
        (CHINESE, "utf-16-be"),
        (TRADITIONAL, "big5"),
        (KOREAN, "euc_kr"),
        (KOREAN, "utf-16-le"),
        (ENGLISH, "cp1252"),
        (GERMAN.replace("€", "Euro"), "mac-roman"),
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


def misread(text: str, codec: str, times: int) -> str:
    for _ in range(times):
        text = text.encode().decode(codec)
    return text


MISREAD = [
    (GERMAN, "latin-1", 1),
    (GERMAN, "latin-1", 2),
    (GERMAN, "sloppy-windows-1252", 3),
    (POLISH, "iso8859-2", 1),
    (RUSSIAN, "sloppy-windows-1251", 1),
    (RUSSIAN, "sloppy-windows-1252", 2),
    (TURKISH, "mac-roman", 1),
    (CHINESE, "sloppy-windows-1252", 1),
]


@pytest.mark.parametrize(("text", "codec", "times"), MISREAD)
def test_text_misread_once_or_several_times_is_restored_and_told(text: str, codec: str, times: int) -> None:
    restored, repairs = decode(misread(text, codec, times).encode())
    assert restored == text
    assert len(repairs) == 1


@pytest.mark.parametrize(
    ("text", "codec"), [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (GREEK, "cp1253"), (CHINESE, "gb18030")]
)
def test_another_script_read_as_western_letters_is_restored_and_told(text: str, codec: str) -> None:
    restored, repairs = decode((text * 4).encode(codec).decode("sloppy-windows-1252").encode())
    assert restored == text * 4
    assert repairs == (f"its letters had been read as CP1252 before: they are {codec.upper()}",)


@pytest.mark.parametrize("text", [GERMAN, RUSSIAN, POLISH, GREEK, THAI, CHINESE, KOREAN, VIETNAMESE, ENGLISH])
def test_text_that_is_right_is_not_touched(text: str) -> None:
    assert decode(text.encode()) == (unicodedata.normalize("NFC", text), ())


def test_vietnamese_with_marks_of_its_own_is_read() -> None:
    """The code page writes "ể" as "ê" and a mark."""
    marked = "Ca\u0301c tiê\u0309u thương lo mâ\u0301t thu nhâ\u0323p va\u0300 yêu câ\u0300u"
    assert decode(marked.encode("cp1258"))[0] == VIETNAMESE[: len("Các tiểu thương lo mất thu nhập và yêu cầu")]


def test_byte_that_a_copy_lost_does_not_change_how_the_rest_is_read() -> None:
    content = (CHINESE * 5).encode("gb18030")
    assert decode(content[:-3] + b"\xff")[0].startswith(CHINESE)


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
