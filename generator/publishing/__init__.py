"""``Dossier`` → ``docs/`` → ``site/`` → audit → zip, PDF and published data.

In order: ``pages`` renders all Markdown; each ``*_page`` decides what one kind of page shows, out of the ``lines``
that ``library`` and the ``*_lines`` modules finish. ``docs`` writes, ``site`` runs MkDocs, ``swap`` puts the finished
site in place; ``audit`` checks it by code of its own. ``exports``, ``references``, ``annotations`` and ``feeds`` are
the data for other programs, ``search`` the index, ``bundle``, ``print_edition`` and ``print_pdf`` what a reader takes
along.
"""
