"""The files that ``dossier init`` lays out; see ``starting``."""
