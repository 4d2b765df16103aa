"""The Chromium that tests and pictures use: Debian's or Google's, whichever this machine has."""

from __future__ import annotations

import shutil

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium() -> str | None:
    """The program's path; None where there is none."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)
