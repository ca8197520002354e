"""What each kind of page shows: a frozen value, finished for its template.

A module for each kind: ``home``, ``theme`` (with ``statement_lines``, ``theme_names``, ``theme_figures``,
``noted_sources``), ``timeline``, ``figures``, ``names``, ``sources``, ``method`` (with ``coverage_tables``,
``evaluation_table``) and ``article`` (with ``uses``: what of the site rests on which passage).
"""
