"""Numbers with their units and how exactly they are meant: ``recognition`` first, then ``candidates`` and ``choice``.

``number_runs`` reads numbers (``number_words``, ``number_parts``, ``han``), ``units`` what follows them (``symbols``,
``measures``), ``counted_things`` what they count, ``shares`` what two of them say together; ``names`` and ``codes``
tell which numbers count nothing. ``words``, ``qualifiers`` and ``joins`` have what a language's file says of it.
"""
