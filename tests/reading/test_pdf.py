"""PDFs with a text layer: lines become paragraphs with their page; what a page adds to the text is left out."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from generator.errors import UnreadableArticle
from generator.model import Article, LineRole, Source
from generator.publishing.audit.characters import plain
from generator.publishing.audit.evidence import words_stand_in
from generator.publishing.audit.sources import read_article_file
from generator.reading.article import read_article
from generator.reading.documents.right_to_left import in_reading_order
from tests.builders import body_of
from tests.reading.pdf_builder import Text, column, pdf

FIRST = [
    "Der Hafen soll bis 2031 um zweihundert Hektar wachsen, wie die Hafenver-",
    "waltung am Sonntag mitteilte. Geplant sind zwei neue Becken und ein",
    "Bahnhof, der dem Nord-",
    "Süd-Verkehr dienen soll. Die Ein-",
    "und Ausfuhr steigt.",
    "",
    "Anwohner fürchten den Lärm der Güterzüge, die nachts fahren sollen, und haben",
    "einen Anwalt genommen, der gegen den Plan",
]
SECOND = ["klagen will, sobald das Gutachten vorliegt, das die Stadt bestellt hat.", "", "Der Rat berät im Juni."]


def read(content: bytes) -> Article:
    return read_article(Source("hafen.pdf", content))


def two_pages() -> bytes:
    head = [Text("Küstenbote Nr. 5", 800, size=9)]
    title = [Text("Der Hafen wird größer", 750, size=22, bold=True), Text("Von Mara Lind", 725)]
    note = [Text("1 Siehe das Gutachten von 2023.", 110, size=8), Text("Es liegt im Rathaus aus.", 100, size=8)]
    first = [*head, *title, *column(FIRST, 690), *note, Text("1", 40, 290)]
    second = [*head, *column(SECOND, 750), Text("2", 40, 290)]
    return pdf([first, second], title="Der Hafen wird größer")


def test_paragraphs_are_joined_over_lines_and_pages_and_keep_their_page() -> None:
    article = read(two_pages())
    assert body_of(article) == [
        "Der Hafen soll bis 2031 um zweihundert Hektar wachsen, wie die Hafenverwaltung am Sonntag mitteilte. "
        "Geplant sind zwei neue Becken und ein Bahnhof, der dem Nord-Süd-Verkehr dienen soll. "
        "Die Ein- und Ausfuhr steigt.",
        "Anwohner fürchten den Lärm der Güterzüge, die nachts fahren sollen, und haben einen Anwalt genommen, "
        "der gegen den Plan klagen will, sobald das Gutachten vorliegt, das die Stadt bestellt hat.",
        "Der Rat berät im Juni.",
    ]
    assert [paragraph.page for paragraph in article.paragraphs] == [1, 1, 2]


def test_joined_words_are_recorded() -> None:
    assert read(two_pages()).repairs == ("1 words divided at the end of a line were joined: Hafenverwaltung",)


def test_running_heads_page_numbers_and_footnotes_are_left_out_with_their_role() -> None:
    roles = {line.text: line.role for line in read(two_pages()).lines if not line.kept}
    assert roles["Küstenbote Nr. 5"] is LineRole.NAVIGATION
    assert roles["2"] is LineRole.NAVIGATION
    assert roles["1 Siehe das Gutachten von 2023."] is LineRole.OTHER
    assert roles["Es liegt im Rathaus aus."] is LineRole.OTHER


def test_title_is_the_largest_line_and_the_byline_names_the_author() -> None:
    found = read(two_pages()).metadata
    assert found.title == "Der Hafen wird größer"
    assert found.authors == ("Mara Lind",)


def test_columns_that_come_row_by_row_are_read_one_after_the_other() -> None:
    left = [
        "The harbour is to grow by two",
        "hundred hectares, the port",
        "said on Sunday. Two new",
        "basins are planned, and a",
        "station for freight trains",
        "that run at night.",
    ]
    right = [
        "Residents fear the noise,",
        "and have hired a lawyer to",
        "stop the work before it",
        "begins, a spokeswoman said",
        "on Monday. The council is",
        "to debate it in June.",
    ]
    rows = [text for pair in zip(column(left), column(right, x=320), strict=True) for text in pair]
    text = " ".join(body_of(read(pdf([rows]))))
    assert text == f"{' '.join(left)} {' '.join(right)}"


def test_raised_footnote_marks_are_taken_out_and_recorded() -> None:
    line = "The harbour is to grow by two hundred hectares by 2031, the port said."
    mark = Text("1", 704, 72 + len(line) * 11 * 0.5, size=6)
    article = read(
        pdf([[Text(line, 700), mark, Text("Two new basins are planned, and a station for freight trains.", 685)]])
    )
    assert body_of(article)[0].startswith(f"{line} Two")
    assert "1 marks of footnotes were taken out of the text" in article.repairs


def test_scan_says_that_it_has_no_text() -> None:
    with pytest.raises(UnreadableArticle, match="without text"):
        read(pdf([[], []]))


def test_pdf_with_a_password_is_named() -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(two_pages())))
    writer.encrypt("secret", algorithm="RC4-128")
    locked = io.BytesIO()
    writer.write(locked)
    with pytest.raises(UnreadableArticle, match="password"):
        read(locked.getvalue())


@pytest.mark.parametrize("length", [20, 400, 900])
def test_truncated_pdf_is_named_or_read(length: int) -> None:
    try:
        article = read(two_pages()[:length])
    except UnreadableArticle as problem:
        assert "PDF" in problem.fact
    else:
        assert article.paragraphs


def test_letters_drawn_as_one_are_spelled_out_here_and_in_the_audit(tmp_path: Path) -> None:
    line = "Die Offiziere fanden die Pflanzen, wie der Hafen am Sonntag mitteilte, in elf Kisten an Bord des Schiffes."
    drawn = pdf(
        [[Text("Funde im Hafen", 750, size=20), *column([line.replace("fl", "=").replace("ffi", "~"), *FIRST])]]
    )
    table = b"/Differences [61 /fl 126 /ffi]"
    drawn = drawn.replace(b"/Encoding /WinAnsiEncoding", b"/Encoding << /Type /Encoding %s >>" % table, 1)
    article = read(drawn)
    assert line in " ".join(body_of(article))
    assert "2 letters drawn as one were spelled out: ﬁ as fi" in article.repairs
    (tmp_path / "hafen.pdf").write_bytes(drawn)
    assert any(line in words for words in read_article_file(tmp_path / "hafen.pdf").words)


def test_words_of_the_text_confirm_no_title_of_the_properties_below_a_heading() -> None:
    page = [Text("Der Hafen wird größer", 750, size=22, bold=True), *column(FIRST, 690)]
    stated = " ".join(FIRST[0].split()[:3])
    assert read(pdf([page], title=stated)).metadata.title == "Der Hafen wird größer"
    assert read(pdf([page], title="Hafen wird größer")).metadata.title == "Hafen wird größer"


@pytest.mark.parametrize("small", ["Von Mara Lind", "Von Mara Lind, 3. Mai 2024", "3. Mai 2024"])
def test_byline_and_date_in_small_print_below_the_title_are_read(small: str) -> None:
    page = [Text("Der Hafen wird größer", 750, size=22, bold=True), Text(small, 725, size=8), *column(FIRST, 690)]
    metadata = read(pdf([page])).metadata
    assert metadata.authors == (("Mara Lind",) if "Lind" in small else ())
    assert metadata.published == ("2024-05-03" if "Mai" in small else None)


def test_caption_above_the_text_stays_a_caption() -> None:
    caption = "Blick auf den Südkai. Foto: Mara Lind"
    page = [Text("Der Hafen wird größer", 750, size=22, bold=True), Text(caption, 725, size=8), *column(FIRST, 690)]
    article = read(pdf([page]))
    assert article.metadata.authors == ()
    assert [line.role for line in article.lines if line.text == caption] == [LineRole.CAPTION]


def test_hebrew_and_arabic_are_read_from_right_to_left_here_and_in_the_audit() -> None:
    file = Path(__file__).parents[1] / "cases" / "pdf" / "right_to_left.pdf"
    article = read_article(Source(file.name, file.read_bytes()))
    assert article.metadata.title == "הנמל יגדל במאתיים דונם עד 2031"
    assert body_of(article) == [
        'הנמל יגדל במאתיים דונם עד שנת 2031, הודיעה ביום ראשון רשות הנמלים (רנ"ן), והעבודות יעלו 1.4 מיליארד שקלים.',
        '"איש לא שאל אותנו", אמר דייג מחברת Coast Boats שסירתו עומדת במקום הרציף החדש.',
        "قالت سلطة الميناء في ٨ مايو ٢٠٢٤ إن الميناء سيتوسع بمقدار 200 هكتار، وإن السكان «يخشون ضجيج القطارات» ليلا.",
    ]
    audited = read_article_file(file)
    assert all(words_stand_in(plain(paragraph), audited) for paragraph in body_of(article))


@pytest.mark.parametrize(
    ("strokes", "read"),
    [
        ((" שקלים", "210", " ", "תקציב של"), "תקציב של 210 שקלים"),
        ((".", "סוף הדבר"), "סוף הדבר."),
        (("ﻣﺎﻳﻮ ٤٢٠٢",), "مايو ٢٠٢٤"),
        (("The crew of ", "אוניה", " sailed"), "The crew of אוניה sailed"),
    ],
)
def test_strokes_of_a_line_from_right_to_left_are_read_from_its_right_end(strokes: tuple[str, ...], read: str) -> None:
    assert in_reading_order(strokes) == read


LEAD = ["Der Hafen soll um zweihundert Hektar wachsen,", "und die Anwohner fürchten den Lärm bei Nacht."]


@pytest.mark.parametrize(("size", "bold"), [(10.0, True), (13.0, False)])
def test_lead_set_apart_is_one_paragraph_and_no_heading(size: float, bold: bool) -> None:
    title = [Text("Küstenbote", 815), Text("Der Hafen wird größer", 750, size=22)]
    lead = [Text(line, 700 - 16 * n, size=size, bold=bold) for n, line in enumerate(LEAD)]
    article = read(pdf([[*title, *lead, *column(FIRST, 650)]]))
    assert body_of(article)[0] == " ".join(LEAD)
    assert not any(line.kept and line.text == "Küstenbote" for line in article.lines)


def test_word_of_another_language_does_not_keep_a_word_divided() -> None:
    lines = ["Kommunen säljer värmen, och oppositionen kräver en folkomröst-", "ning i höst om priset på värme."]
    assert body_of(read(pdf([column(lines, 700)]))) == [
        "Kommunen säljer värmen, och oppositionen kräver en folkomröstning i höst om priset på värme."
    ]
