"""Articles that somebody sent by e-mail and stored as the message."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from generator.errors import UnreadableArticle
from generator.model import Article, Source
from generator.publishing.audit.characters import plain
from generator.publishing.audit.evidence import words_stand_in
from generator.publishing.audit.sources import read_article_file
from generator.reading.article import read_article
from generator.reading.formats import Format, recognise

FIRST = "Der Stadtrat hat am Freitag beschlossen, dass der Hafen bis 2031 um zweihundert Hektar wächst."
SECOND = "Die Arbeiten beginnen im Herbst und kosten nach Angaben der Verwaltung vierzig Millionen Euro."


def message(subject: str = "Der Hafen wird ausgebaut", text: str | None = f"{FIRST}\n\n{SECOND}\n") -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Pressestelle <presse@stadt.example>"
    mail["To"] = "redaktion@kurier.example"
    mail["Subject"] = subject
    mail["Date"] = "Fri, 03 May 2024 23:30:00 -0500"
    if text is not None:
        mail.set_content(text, cte="quoted-printable")
    return mail


def read(mail: EmailMessage) -> Article:
    return read_article(Source("mail.eml", mail.as_bytes()))


def test_article_of_an_email_is_its_text_without_headers_and_marks_of_transport() -> None:
    article = read(message())
    assert [article.words_of(paragraph) for paragraph in article.paragraphs] == [FIRST, SECOND]


def test_subject_is_the_title_and_the_day_where_it_was_sent_the_day_of_publication() -> None:
    known = read(message()).metadata
    assert (known.title, known.published) == ("Der Hafen wird ausgebaut", "2024-05-03")
    assert str(known.origins["published"]) == "header of the e-mail"


@pytest.mark.parametrize("subject", ["Press release: The port grows", "Fwd: Pressemitteilung: Der Hafen wächst"])
def test_subject_names_the_kind_as_a_title_does(subject: str) -> None:
    assert read(message(subject)).metadata.kind == "press-release"


@pytest.mark.parametrize("prefix", ["Fwd: ", "AW: WG: ", "Re[2]: "])
def test_day_of_a_message_that_was_passed_on_is_no_day_of_publication(prefix: str) -> None:
    known = read(message(prefix + "Der Hafen wird ausgebaut")).metadata
    assert (known.title, known.published) == ("Der Hafen wird ausgebaut", None)


def test_page_is_read_where_the_text_only_says_that_there_is_one() -> None:
    mail = message(text="Diese Nachricht kann nur als Seite angezeigt werden.")
    mail.add_alternative(
        f"<html><body><h1>Hafen wächst</h1><p>{FIRST}</p><p>{SECOND}</p></body></html>", subtype="html"
    )
    article = read(mail)
    assert article.metadata.title == "Hafen wächst"
    assert article.words_of(article.paragraphs[-1]) == SECOND


def test_email_with_nothing_but_an_attachment_says_what_to_do() -> None:
    mail = message(text=None)
    mail.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="hafen.pdf")
    with pytest.raises(UnreadableArticle, match=r"e-mail without text of its own \(1 attached\)"):
        read(mail)


def test_text_that_speaks_of_headers_is_no_email() -> None:
    text = f"From: a subject\nSubject: of talks\n\n{FIRST}"
    assert recognise(Source("a.txt", text.encode())) is Format.PLAIN_TEXT


@pytest.mark.parametrize("page", [True, False])
def test_audit_finds_the_words_of_an_email_by_a_way_of_its_own(tmp_path: Path, *, page: bool) -> None:
    mail = message()
    if page:
        mail.add_alternative(f"<html><body><p>{FIRST}</p><p>{SECOND}</p></body></html>", subtype="html")
    path = tmp_path / "mail.eml"
    path.write_bytes(mail.as_bytes())
    assert any(FIRST in words and SECOND in words for words in read_article_file(path).words)


def test_email_with_three_headers_is_one_where_its_date_is_as_programs_write_it(tmp_path: Path) -> None:
    headers = "From: news@strait.example\nSubject: Last ferry leaves\nDate: Fri, 6 Oct 2023 09:00:00 +0000"
    content = f"{headers}\n\n{FIRST}\n\n{SECOND}\n".encode()
    assert read_article(Source("a.eml", content)).metadata.title == "Last ferry leaves"
    (tmp_path / "a.eml").write_bytes(content)
    assert words_stand_in(plain(FIRST), read_article_file(tmp_path / "a.eml"))
