"""What a browser wrote into a page when it saved it is known of the article."""

from __future__ import annotations

import pytest

from generator.model import Source
from generator.reading.formats import Format, recognise
from tests.reading.test_web_page import PROSE, read


@pytest.mark.parametrize(
    ("comment", "retrieved"),
    [
        ("<!-- saved from url=(0031)https://courier.example/harbour -->", None),
        (
            "<!--\n Page saved with SingleFile \n url: https://courier.example/harbour \n"
            " saved date: Wed May 15 2024 00:30:00 GMT+0200 (Central European Summer Time)\n-->",
            "2024-05-14T22:30:00Z",
        ),
        (
            "<!-- Saved from https://courier.example/harbour at 2024-05-14T22:30:00Z using m v2 -->",
            "2024-05-14T22:30:00Z",
        ),
        ("<!-- saved by hand -->", None),
    ],
)
def test_address_and_time_that_a_saving_program_wrote_into_the_page_are_known(
    comment: str, retrieved: str | None
) -> None:
    found = read(f"<!DOCTYPE html>\n{comment}\n<html lang=en><body><p>{PROSE * 3}</p></body></html>").metadata
    assert found.url == (None if "by hand" in comment else "https://courier.example/harbour")
    assert found.retrieved == retrieved


PAGE = f"<html lang=pl><body><h1>Port urośnie</h1><p>{PROSE * 3}</p><p>Łódź: {PROSE * 2}</p></body></html>"
HEADERS = "From: {0}\nSubject: Port\nDate: Thu, 14 Mar 2024 10:00:00 +0100\nMIME-Version: 1.0\n"
PART = "Content-Type: text/html;\n\tcharset={0}\nContent-Transfer-Encoding: 8bit\nContent-Location: {1}\n\n"
ADDRESS = "http://courier.example/port"


@pytest.mark.parametrize("sender", ["<Saved by Microsoft Internet Explorer 5>", "<Zapisane przez program 8>"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_page_saved_alone_is_read_whatever_language_its_program_spoke(sender: str, end: str) -> None:
    written = (HEADERS.format(sender) + PART.format("windows-1250", ADDRESS) + PAGE).replace("\n", end)
    article = read(written.encode("cp1250"), "port.mht")
    assert article.metadata.title == "Port urośnie"
    assert article.metadata.url == ADDRESS
    assert "Łódź" in article.text


@pytest.mark.parametrize(
    ("charset", "sentence"),
    [
        ("iso-8859-2", "Nový most přes řeku bude otevřen v dubnu, řekla v pondělí starostka města Žďár."),
        ("iso-8859-13", "Jaunais tilts pāri upei tika atklāts pirmdien, sacīja mērs, un tas izmaksāja miljonus."),
    ],
)
def test_letters_are_those_of_the_encoding_that_the_archive_states(charset: str, sentence: str) -> None:
    page = f"<html><body><p>{sentence} {sentence}</p><p>{sentence}</p></body></html>"
    written = HEADERS.format("<Saved by a browser>") + PART.format(charset, ADDRESS) + page
    assert sentence in read(written.encode(charset), "port.mht").text


@pytest.mark.parametrize("place", ["file:///C:/Users/ann/port.htm", "cid:frame-1@saved.example"])
def test_place_on_the_disk_of_the_one_who_saved_is_no_address(place: str) -> None:
    written = HEADERS.format("<Saved by a browser>") + PART.format("utf-8", place) + PAGE
    assert read(written, "port.mht").metadata.url is None


def test_page_that_the_archive_names_as_its_start_is_read_wherever_it_stands() -> None:
    start = 'Content-Type: multipart/related; boundary="b"; start="<port@saved.example>"\n\n'
    advert = (
        f"<html><body><h1>A week by the sea</h1><p>{'The sea is warm in June, says the hotel. ' * 9}</p></body></html>"
    )
    parts = f"--b\n{PART.format('utf-8', 'http://adverts.example/sea')}{advert}\n"
    parts += f"--b\nContent-ID: <port@saved.example>\n{PART.format('utf-8', ADDRESS)}{PAGE}\n--b--\n"
    article = read(HEADERS.format("<Saved by a browser>") + start + parts, "port.mht")
    assert (article.metadata.title, article.metadata.url) == ("Port urośnie", ADDRESS)


def test_empty_page_before_the_article_gives_it_no_address() -> None:
    related = 'Content-Type: multipart/related; boundary="b"\n\n'
    pages = {"http://adverts.example/nothing": " ", ADDRESS: PAGE}
    parts = "".join(f"--b\n{PART.format('utf-8', place)}{page}\n" for place, page in pages.items())
    article = read(HEADERS.format("<Saved by a browser>") + related + parts + "--b--\n", "port.mht")
    assert (article.metadata.title, article.metadata.url) == ("Port urośnie", ADDRESS)


def test_frame_that_holds_the_text_is_read_where_the_first_page_has_none() -> None:
    related = 'Content-Type: multipart/related; boundary="b"\n\n'
    frames = "<html><head><title>Port</title></head><frameset><frame src=a><frame src=b></frameset></html>"
    pages = [frames, "<html><body><a href=/>Home</a></body></html>", PAGE]
    parts = "".join(f"--b\n{PART.format('utf-8', f'{ADDRESS}/{n}')}{page}\n" for n, page in enumerate(pages))
    article = read(HEADERS.format("<Saved by a browser>") + related + parts + "--b--\n", "port.mht")
    assert article.metadata.title == "Port urośnie"
    assert article.metadata.url == f"{ADDRESS}/0"


def test_e_mail_with_a_page_stays_an_e_mail() -> None:
    related = 'Content-Type: multipart/related; boundary="b"\n\n'
    written = (
        HEADERS.format("Ann Holt <ann@courier.example>")
        + related
        + f"--b\n{PART.format('utf-8', ADDRESS)}{PAGE}\n--b--"
    )
    assert recognise(Source("port.eml", written.encode())) is Format.MAIL
