"""Names of authors that are nobody's: accounts that systems for pages come with, desks, offices, papers, companies."""

from __future__ import annotations

import re
from functools import cache

from generator.languages import available, words
from generator.reading.heads.person_names import is_newspaper, is_office, is_outlet
from generator.reading.pages.other_roles import opens_with_another_role
from generator.reading.wide_letters import WIDE

# A company's form behind the name of the outlet that it publishes: "Ediciones Ejemplo S.L.", "Beispiel GmbH & Co. KG"
COMPANY = re.compile(
    r"[\s,](?:GmbH|AG|SE|KG|Ltd|Limited|LLC|LLP|Inc|Corp|PLC|S\.?[Aa]|S\.?L(?:\.?U)?|S\.?[Pp]\.?A|S\.?r\.?l|SAS|SARL|B\.?V|N\.?V|"
    r"AB|A/?S|ApS|Oyj?|Ltda|Lda|Sp\. z o\.o|s\.r\.o|a\.s|Zrt|Kft|Nyrt|S\.R\.L|A\.Ş)\.?$"
)


def is_account(name: str) -> bool:
    """Whether a name is rather an account's, a desk's or a paper's, or an editor's whose work the name says.

    "Super User", "Newsroom", "Harbour Gazette", "coast news" in small letters, "编辑：李娜".
    """
    if WIDE.search(name):
        return name.endswith(_outlet_endings()) or opens_with_another_role(name) or is_desk(name)
    paper = is_outlet(name) and is_newspaper(name)
    nobody = paper or is_desk(name) or COMPANY.search(name) is not None
    return nobody or is_office(name) or (name.isascii() and name.islower())


def is_desk(name: str) -> bool:
    """Whether a name is that of an account or a desk as it is known in some language: "Super User", "Haber Merkezi"."""
    return name.casefold() in _accounts()


@cache
def _accounts() -> frozenset[str]:
    """What the accounts are called that systems for pages come with, in any language: "super user", "newsroom"."""
    return frozenset(word for code in available() for word in words(code, "pages", "accounts"))


@cache
def _outlet_endings() -> tuple[str, ...]:
    """How names of outlets and desks end where no space parts their words: "山野日報", "산들신문"."""
    return tuple(word for code in available() for word in words(code, "pages", "outlet_endings"))
