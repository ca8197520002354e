"""The print edition as PDF, set by a Chromium of this machine: tagged, with an outline, the same bytes every time.

Takes the built ``print.html`` and a moment; writes one PDF. Needs Chromium, Chrome, Edge or Brave (``browser()``
says which was found); everything else of the program works without one.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from generator.errors import ContentProblem, Place

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "chrome",
    "microsoft-edge-stable",
    "microsoft-edge",
    "msedge",
    "brave-browser",
)
ELSEWHERE = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
# The reader's choice of a browser, where several are installed or it stands in an unusual place.
VARIABLE = "DOSSIER_BROWSER"
# No network, no first-run pages, no files of the user's own profile.
OPTIONS = (
    "--headless",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
)
LONGEST_SECONDS = 300
# What a clock wrote into the PDF: /CreationDate (D:20261127111648+00'00')
CLOCK = re.compile(rb"(/(?:CreationDate|ModDate) \(D:)\d{14}")
# The name of an element in the PDF, by how many the browser had met before: /ID (node00003270)
ELEMENT = re.compile(rb"(?<=\(node)\d{8}(?=\))")


def browser() -> str | None:
    """The browser that can print, as a path; none where none is installed."""
    stated = os.environ.get(VARIABLE)
    if stated:
        return shutil.which(stated)
    found = (shutil.which(name) for name in (*NAMES, *ELSEWHERE))
    return next((path for path in found if path), None)


def print_pdf(page: Path, target: Path, timestamp: int) -> Path:
    """Print ``page`` into ``target``; gives the latter. ``timestamp`` (seconds since 1970) is the date it states.

    An older PDF stays until the new one is complete. Raises ``ContentProblem`` without a browser or a result.
    """
    found = browser()
    if found is None:
        raise ContentProblem(
            Place(target.name), "no browser to print with", f"install Chromium, or name one in {VARIABLE}"
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="dossier-print-") as workshop:
        printed = Path(workshop) / "printed.pdf"
        message = _print(found, page, printed, Path(workshop) / "profile")
        if not printed.is_file():
            raise ContentProblem(Place(target.name), f"{found} printed nothing", message[-400:].strip())
        unfinished = target.with_name(f".{target.name}.unfinished")
        unfinished.write_bytes(repeatable(printed.read_bytes(), timestamp))
        return unfinished.replace(target)


def _print(found: str, page: Path, printed: Path, profile: Path) -> str:
    """Run the browser; what it said where it gave up."""
    # a browser that the superuser starts refuses to work inside its sandbox; the page is our own and runs no script
    sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    command = [found, *OPTIONS, *sandbox, f"--user-data-dir={profile}", f"--print-to-pdf={printed}"]
    try:
        ran = subprocess.run(
            [*command, page.resolve().as_uri()], capture_output=True, timeout=LONGEST_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return f"it took longer than {LONGEST_SECONDS} seconds"
    return ran.stderr.decode(errors="replace")


def repeatable(content: bytes, timestamp: int) -> bytes:
    """A printed PDF without what differs from one print of a page to the next; no byte moves.

    The date is ``timestamp``, and elements count from 1: the browser counts on from those of an empty page that it
    may or may not have opened first.
    """
    stated = datetime.fromtimestamp(timestamp, tz=UTC).strftime("%Y%m%d%H%M%S").encode()
    counted = {name: b"%08d" % number for number, name in enumerate(sorted(set(ELEMENT.findall(content))), start=1)}
    dated = CLOCK.sub(lambda found: found[1] + stated, content)
    return ELEMENT.sub(lambda found: counted[found[0]], dated)
