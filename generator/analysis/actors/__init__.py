"""People, organisations and places, what they are called and what they say: ``recognition`` first.

It joins ``known_names`` (an editor's, ``places`` of the world), ``unknown_names`` (``organisation_names``,
``unknown_people``, ``unknown_places``, ``strange_names``) and ``names_without_capitals``, of scripts that have none;
``witnesses`` say what stands around a name, ``kinds`` what it is. ``joining`` makes one actor of all its spellings
(``spelling``, ``sounds_across_scripts``: letters by ``scripts.toml``), ``roles`` finds offices, ``quotations`` who says
what. All of them ask ``name_words`` what a word may be, which looks in ``listed_name_words``; ``tokens`` has the words
of a sentence.
"""
