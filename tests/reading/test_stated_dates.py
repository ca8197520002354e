"""Dates as the heads of articles write them, in the order and the digits of each language."""

from __future__ import annotations

import pytest

from generator.reading.heads.stated_dates import stated_dates


@pytest.mark.parametrize(
    ("language", "line", "value"),
    [
        ("de", "Aktualisiert am 12.03.2025 - 14:02 Uhr", "2025-03-12T14:02"),
        ("de", "Veröffentlicht am 12.03.25 um 07:39 Uhr", "2025-03-12T07:39"),
        ("de", "12.3.25", "2025-03-12"),
        ("de", "30.04.202430. April 2024", "2024-04-30"),
        ("de", "Redaktion Beispielstadt15.04.202509:56", "2025-04-15T09:56"),
        ("no", "Publisert: 05.08.24 kl. 14:47", "2024-08-05T14:47"),
        ("fr", "Publié le 06/01/2026 - 14:16", "2026-01-06T14:16"),
        ("en", "2 minute readApril 25, 20232:26 PM", "2023-04-25T14:26"),
        ("en", "Agency NameApril 28, 2023 GMT", "2023-04-28"),
        ("en", "2025-01-13T08:05:00Z", "2025-01-13T08:05"),
        ("en", "27/04/24", "2024-04-27"),
        ("ca", "3 d'abril del 2024", "2024-04-03"),
        ("es", "3 de marzo de 2024", "2024-03-03"),
        ("fr", "1er mars 2024", "2024-03-01"),
        ("de", "2nd of May 2024", "2024-05-02"),
        ("ja", "2025年1月13日 08:15", "2025-01-13T08:15"),
        ("ja", "令和7年1月13日", "2025-01-13"),
        ("ja", "平成元年2月3日", "1989-02-03"),
        ("fa", "تاریخ انتشار: ۲۴ اسفند ۱۴۰۳ - ۱۲:۳۰", "2025-03-14T12:30"),
        ("fa", "شنبه ۲۵ اسفند ماه ۱۴۰۳", "2025-03-15"),
        ("fa", "1403/12/25", "2025-03-15"),
        ("zh", "中華民國114年3月12日", "2025-03-12"),
        ("ko", "2025. 1. 13. 오후 3:20", "2025-01-13T15:20"),
        ("ko", "입력 2025-01-13(월)", "2025-01-13"),
        ("zh", "2025年1月13日 下午 3:20", "2025-01-13T15:20"),
        ("th", "13 มกราคม 2568", "2025-01-13"),
        ("th", "13 มกราคม พ.ศ. 2568", "2025-01-13"),
        ("es", "13, enero, 2025", "2025-01-13"),
        ("vi", "13 tháng 1 năm 2025", "2025-01-13"),
        ("hu", "2025. január 13.", "2025-01-13"),
        ("lt", "2025 m. sausio 13 d.", "2025-01-13"),
        ("lv", "2025. gada 13. janvāris", "2025-01-13"),
        ("ar", "13 يناير 2025", "2025-01-13"),
        ("ar", "١٣ كانون الثاني ٢٠٢٥", "2025-01-13"),
        ("he", "13 בינואר 2025", "2025-01-13"),
        ("hi", "13 जनवरी 2025", "2025-01-13"),
        ("hi", "13 सितम्बर 2025", "2025-09-13"),
        ("bn", "১৩ ফেব্রুয়ারি ২০২৫", "2025-02-13"),
        ("ar", "١٣ اكتوبر ٢٠٢٥", "2025-10-13"),
        ("fr", "13 fevrier 2025", "2025-02-13"),
        ("tr", "13 Agustos 2025", "2025-08-13"),
        ("el", "13 ΜΑΪΟΥ 2025", "2025-05-13"),
        ("hu", "2025. márc. 3.", "2025-03-03"),
        ("el", "13 Ιανουαρίου 2025", "2025-01-13"),
        ("fi", "13. tammikuuta 2025", "2025-01-13"),
        ("tr", "13 MAYIS 2025", "2025-05-13"),
        ("tr", "13 HAZİRAN 2025", "2025-06-13"),
    ],
)
def test_date_is_read_as_its_language_writes_it(language: str, line: str, value: str) -> None:
    assert stated_dates(line, language)[0].value == value


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "05/06/24"),
        ("en", "05/06/2024"),
        ("ko", "24.04.27"),
        ("mn", "24.04.27"),
        ("sv", "24.04.27"),
        ("fa", "۳۰ اسفند ۱۴۰۲"),
        ("ar", "12 رمضان 1446"),
        ("de", "31.02.24"),
        ("en", "March 17, 20000 people"),
        ("de", "Version 10.2.3.4"),
    ],
)
def test_what_can_be_read_two_ways_or_is_no_day_is_no_date(language: str, line: str) -> None:
    assert stated_dates(line, language) == ()


def test_a_date_of_ours_covers_the_same_day_of_the_lunar_calendar_before_it() -> None:
    (stated,) = stated_dates("الأربعاء 12 رمضان 1446هـ الموافق 12 مارس 2025م", "ar")
    assert (stated.value, stated.start) == ("2025-03-12", len("الأربعاء "))
