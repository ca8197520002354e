"""A dossier whose every word would be markup, if anything read it as such."""

from __future__ import annotations

from dataclasses import replace

from generator.model import Dossier, Event, Origin
from tests.builders import article
from tests.publishing.dossiers import citation, small_dossier, statement

HOSTILE = '<script>alert(1)</script> "onload="x" {{ page }} *a* [b](javascript:c) &lt;img src=x onerror=d&gt;'


def hostile_dossier() -> Dossier:
    """Every text that comes from outside is hostile."""
    attack = article(f"{HOSTILE} a. More.", identifier="titled", language="de", title=HOSTILE, publisher=HOSTILE)
    quote = citation(attack, HOSTILE, HOSTILE)
    extract = statement("x-9", HOSTILE, quote, origin=Origin.EXTRACT)
    dossier = small_dossier(title=HOSTILE)
    [briefing] = dossier.briefings
    event = Event("e-9", HOSTILE, HOSTILE, HOSTILE, "de", (quote,), ("harbour",))
    return replace(
        dossier,
        settings=replace(dossier.settings, description=HOSTILE, contact=HOSTILE),
        articles=(*dossier.articles, attack),
        briefings=(replace(briefing, statements=(extract,), note=HOSTILE, timeline=(event,), drafted_by=HOSTILE),),
        timeline=(event,),
    )
