"""Pictures beside a link: only where their whole address is known, the same bytes every time, no letter missing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from generator.model import Dossier, Edition
from generator.publishing.interface import Interface
from generator.publishing.social_cards import has_card, write_cards
from tests.publishing.dossiers import small_dossier
from tests.publishing.page_parts.test_head import page, site


def hosted(title: str = "Harbour", site_url: str | None = "https://harbour.example/d/") -> Dossier:
    dossier = small_dossier()
    return replace(dossier, settings=replace(dossier.settings, title=title, site_url=site_url))


def test_front_page_and_themes_have_a_picture_of_the_size_that_networks_ask_for(tmp_path: Path) -> None:
    dossier = hosted()
    drawn = write_cards(tmp_path, dossier, Interface("en"))
    names = [path.relative_to(tmp_path).as_posix() for path in drawn]
    assert names == ["assets/cards/index.png", *(f"assets/cards/{b.theme.id}.png" for b in dossier.briefings)]
    for path in drawn:
        with Image.open(path) as picture:
            assert picture.size == (1200, 630)
            assert len(picture.convert("L").getcolors() or []) > 20  # there are words on it


def test_same_dossier_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = (
        [path.read_bytes() for path in write_cards(tmp_path / name, hosted(), Interface("en"))] for name in ("a", "b")
    )
    assert first == second


@pytest.mark.parametrize("title", ["W" * 300, "word " * 200, "", "Ångström – Żółć: «Київ» & Ελλάδα"])
def test_any_title_that_the_face_can_write_is_drawn(tmp_path: Path, title: str) -> None:
    assert write_cards(tmp_path, hosted(title), Interface("en"))


@pytest.mark.parametrize("title", ["日本語", "العربية", "עברית"])
def test_a_title_with_letters_that_the_face_lacks_has_no_picture(title: str) -> None:
    assert not has_card(hosted(title), title)


def test_without_an_address_or_in_private_there_is_none(tmp_path: Path) -> None:
    assert write_cards(tmp_path, hosted(site_url=None), Interface("en")) == ()
    assert write_cards(tmp_path, replace(hosted(), edition=Edition.PRIVATE), Interface("en")) == ()


def test_pages_name_their_picture_by_its_whole_address(tmp_path: Path) -> None:
    dossier = hosted()
    theme = dossier.briefings[0].theme.id
    folder = site(tmp_path, dossier, site_url=dossier.settings.site_url)
    (address,) = page(folder, f"themes/{theme}.html").xpath("//meta[@property='og:image']/@content")
    assert address == f"https://harbour.example/d/assets/cards/{theme}.png"
    article = page(folder, f"articles/{dossier.articles[0].id}.html")
    assert not article.xpath("//meta[@property='og:image']")
