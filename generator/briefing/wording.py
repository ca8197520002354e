"""Numbers in the words of the dossier's language: what the site's interface has to offer for it, and the qualifiers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from generator.locale import _
from generator.model import Qualifier


class Wording(Protocol):
    """The site's own words in the dossier's language, as far as a dossier itself holds any."""

    def gettext(self, message: str) -> str:
        """The translation of an interface string."""

    def plural(self, singular: str, plural: str, count: int) -> str:
        """The translated form for ``count``, its placeholders not yet filled in."""

    def alternatives(self, words: Sequence[str]) -> str:
        """A list of which one holds: "12, 13 or 15"."""

    def date(self, edtf: str) -> str:
        """An EDTF date in words."""

    def number(self, value: float) -> str:
        """A number with the separators of the language."""

    def quantity(self, value: float, unit: str | None) -> str:
        """A number and its unit, a large one in words."""


_QUALIFIED = {
    Qualifier.EXACTLY: _("%(value)s"),
    Qualifier.AT_LEAST: _("at least %(value)s"),
    Qualifier.AT_MOST: _("at most %(value)s"),
    Qualifier.ABOUT: _("about %(value)s"),
    Qualifier.NEARLY: _("nearly %(value)s"),
    Qualifier.MORE_THAN: _("more than %(value)s"),
    Qualifier.LESS_THAN: _("less than %(value)s"),
}


def value_in_words(value: float | tuple[float, float], unit: str | None, qualifier: Qualifier, wording: Wording) -> str:
    """A number in words: "nearly 5 billion USD", "2 to 3%", "at least 92 flights"."""
    if isinstance(value, tuple):
        low, high = value
        words = wording.gettext("%(start)s to %(end)s") % {
            "start": wording.number(low),
            "end": wording.quantity(high, unit),
        }
    else:
        words = wording.quantity(value, unit)
    return wording.gettext(_QUALIFIED[qualifier]) % {"value": words}
