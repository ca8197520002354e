"""What several articles say of one thing: copies (``duplicates``), one fact or a contradiction (``corroboration``)."""
