"""The dossier for other programs, ``data/`` of the site: ``files`` first; ``dossier.schema.json`` is the contract."""
