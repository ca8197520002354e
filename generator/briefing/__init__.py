"""Evidence and what the editor wrote → ``Dossier``: what is stated, on which passages, and what opens each theme.

In order: ``composition`` tells the story. The editor's statements come from ``editorial``, the articles' from
``extracts`` (chosen by ``selection``, ``further``, ``standing`` and ``weighing``); ``timeline``, ``named`` and
``disagreements`` find the rest; ``theme_page`` gives each theme its share. ``passages`` is the one place where quotes
are looked up, and ``verification`` compares every one again before anything is written.
"""
