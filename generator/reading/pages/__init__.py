"""Saved web pages: ``page`` first, then ``blocks``, ``region``, ``body``, and what the page says of itself.

``region`` finds where the article stands by what is ``prose``, by ``enclosures`` and by ``teasers`` of other articles;
``body`` gives each block a verdict (``verdicts``) and looks at the whole (``corrections``); ``below_the_text`` judges
what is left at the end. ``metadata`` joins what ``statements``, ``titles``, ``authors``, ``dates`` and ``shown_dates``
find; ``bylines`` says where a page names its authors, ``byline_names`` which words are names, ``other_roles`` who only
edited, ``signatures`` who signs at the end; ``belonging`` which marks are another article's. Where a page shows no
article, ``state_article`` takes it from what the page carries for its scripts. ``settings`` has the names that page
makers give to elements.
"""
