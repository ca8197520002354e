"""What several articles say of one thing: copies (``duplicates``), one fact or a contradiction (``corroboration``).

``comparison`` judges two sentences by their ``claims``, ``quantities`` and what is ``counted``; ``small_differences``
keep apart what is alike. ``affairs`` tells which articles may contradict each other at all (``contradictions``,
``other_times``), by names, which ``shared_names`` and ``names_across_scripts`` join, and by what their heads mean
(``likenesses``); within an affair ``meanings``, ``confirmations``, ``one_count`` and ``containment`` find one fact,
``related`` what belongs beside each other. ``conflicts`` makes one question of what contradicts. ``recurring`` finds
what several articles hold without holding all of it.
"""
