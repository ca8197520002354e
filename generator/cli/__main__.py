"""``python -m generator.cli`` is ``dossier``."""

from generator.cli import main

main(prog_name="dossier")
