"""Numbers with their units and how exactly they are meant: ``recognition`` first."""
