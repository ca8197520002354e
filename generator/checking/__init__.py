"""What of a project needs an editor's eye, for ``dossier check``: ``findings`` first, in the order in which it is told.

``about_articles``, ``about_words`` and ``about_editing`` have a function for each kind; ``unheeded`` is what the
editor wrote that has no effect.
"""

from generator.checking.about_words import proposed_terms
from generator.checking.finding import Finding
from generator.checking.findings import findings

__all__ = ["Finding", "findings", "proposed_terms"]
