"""What several articles say of one thing: copies (``duplicates``), one fact or a contradiction (``corroboration``).

``comparison`` judges two sentences by their ``claims``, ``quantities`` and what is ``counted``; ``affairs`` tells which
articles may contradict each other at all (``contradictions``), ``conflicts`` makes one question of such pairs.
"""
