"""What of a project needs an editor's eye, for ``dossier check``: ``findings`` first, in the order in which it is told.

``unheeded`` is what the editor wrote that has no effect.
"""

from generator.checking.findings import Finding, findings, proposed_terms

__all__ = ["Finding", "findings", "proposed_terms"]
