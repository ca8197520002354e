"""The MkDocs theme `dossier`: Material with its own look, and nothing from another host."""
