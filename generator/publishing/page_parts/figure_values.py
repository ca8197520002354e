"""A number in the reader's language, and which numbers one passage states: for the list of figures and theme pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Citation, Figure, Qualifier
from generator.publishing.interface import Interface
from generator.publishing.markdown import TrustedMarkdown, destination


@dataclass(frozen=True, slots=True)
class CountedValue:
    """A number in the reader's language, with its qualifier in words."""

    id: str
    anchor: TrustedMarkdown
    text: str


def counted_value(figure: Figure, say: Interface) -> CountedValue:
    """A number in words: "nearly 5 billion USD", "2 to 3%", "at least 92 flights"."""
    if isinstance(figure.value, tuple):
        low, high = figure.value
        bounds = {"start": say.number(low), "end": say.quantity(high, figure.unit)}
        value = say.gettext("%(start)s to %(end)s") % bounds
    else:
        value = say.quantity(figure.value, figure.unit)
    words = say.gettext(_QUALIFIED[figure.qualifier]) % {"value": value}
    return CountedValue(figure.id, destination(figure.id), words)


def stated_together(figures: Iterable[Figure]) -> tuple[tuple[Figure, ...], ...]:
    """The figures in the order given, those of one passage that the same person states together."""
    found: dict[tuple[str, str, str | None], list[Figure]] = {}
    for figure in figures:
        found.setdefault((figure.citations[0].passage.id, figure.text, figure.attribution), []).append(figure)
    return tuple(map(tuple, found.values()))


def cited_together(figures: Iterable[Figure]) -> tuple[Citation, ...]:
    """What figures that stand together rest on, each passage once."""
    return tuple({one.passage.id: one for figure in figures for one in figure.citations}.values())


def _(message: str) -> str:
    """Mark an interface string for the catalogue; it is translated where it is shown."""
    return message


_QUALIFIED = {
    Qualifier.EXACTLY: _("%(value)s"),
    Qualifier.AT_LEAST: _("at least %(value)s"),
    Qualifier.AT_MOST: _("at most %(value)s"),
    Qualifier.ABOUT: _("about %(value)s"),
    Qualifier.NEARLY: _("nearly %(value)s"),
    Qualifier.MORE_THAN: _("more than %(value)s"),
    Qualifier.LESS_THAN: _("less than %(value)s"),
}
