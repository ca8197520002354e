"""Numbers with their units and how exactly they are meant: ``recognition`` first, then ``candidates`` and ``choice``.

``number_runs`` reads numbers (``number_words``, ``number_parts``), ``units`` what follows them; ``names`` and ``codes``
tell which numbers count nothing. ``words`` has what a language's file says for all of it.
"""
