"""The article of which many tests on plain texts are made, and the menu of its outlet."""

from __future__ import annotations

SENTENCE = "Der Stadtrat hat am Montag beschlossen, dass die Brücke über den Fluss im kommenden Jahr gebaut wird."
MENU = ["Ressort", "Stadt", "Land", "Sport", "Kultur", "Reise", "Wetter", "Verkehr", "Termine", "Märkte"]
ARTICLE = [
    "Die neue Brücke über den Fluss kommt",
    SENTENCE,
    "Die Bürgermeisterin nannte den Beschluss einen Erfolg. Die Brücke sei seit zehn Jahren nötig, sagte sie.",
    "Kritik kam aus dem Norden der Stadt. Dort fürchten die Anwohner den Lärm der Lastwagen und den Staub.",
    "Die Arbeiten beginnen im Frühjahr. Bis dahin bleibt die alte Brücke für den Verkehr gesperrt.",
]
