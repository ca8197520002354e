"""What a reader can take along from every page of the hosted site: the offline zip, the PDF, the file for paper."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from generator.publishing.distribution.print_edition import PRINT_EDITION
from generator.publishing.interface import Interface
from generator.publishing.site import Download

FOLDER = "data"


def downloads(offered: Sequence[Path], interface: Interface) -> tuple[Download, ...]:
    """The print edition, which every site has, and the files that are offered with it."""
    _ = interface.gettext
    labels = {".zip": _("Take the dossier along (zip)"), ".pdf": _("PDF")}
    files = (
        Download(labels[path.suffix], f"{FOLDER}/{path.name}", interface.file_size(path.stat().st_size))
        for path in offered
    )
    return (*files, Download(_("One page for printing"), PRINT_EDITION, ""))


def offer(site_folder: Path, offered: Sequence[Path]) -> None:
    """Put the offered files where their links lead."""
    for path in offered:
        shutil.copyfile(path, site_folder / FOLDER / path.name)
