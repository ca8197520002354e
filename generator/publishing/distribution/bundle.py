"""A built site becomes one zip that opens from a folder: the same bytes for the same site, on every machine."""

from __future__ import annotations

import zipfile
from pathlib import Path

# The oldest date a zip can state: a file's own date is the machine's, and is no part of the dossier.
_DATE = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_PERMISSIONS = 0o100644 << 16


def write_bundle(site_folder: Path, target: Path) -> Path:
    """Write every file of ``site_folder`` into the zip ``target``, below one folder named as the zip.

    Files are in order of their paths, with one date and the same permissions. An older zip stays until the new one
    is complete. Gives ``target``.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f".{target.name}.unfinished")
    files = {path.relative_to(site_folder).as_posix(): path for path in site_folder.rglob("*") if path.is_file()}
    try:
        with zipfile.ZipFile(unfinished, "w") as bundle:
            for name in sorted(files):
                bundle.writestr(_entry(f"{target.stem}/{name}"), files[name].read_bytes(), compresslevel=9)
        return unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = _UNIX
    entry.external_attr = _PERMISSIONS
    return entry
