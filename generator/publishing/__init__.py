"""``Dossier`` → ``docs/`` → ``site/`` → audit → zip, PDF and published data.

In order: ``rendering`` makes all Markdown: each module of ``pages`` decides what one kind of page shows, out of
``page_parts``. ``exports`` are the data for other programs, ``search`` the index. ``docs`` writes, ``site`` runs
MkDocs, ``audit`` checks the result by code of its own, ``swap`` puts it in place; ``distribution`` is what a reader
takes along. Below all of them: ``interface`` (the site's words), ``addresses``, ``markdown`` and ``embedding`` (foreign
text made harmless).
"""
