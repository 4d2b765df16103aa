"""Reading colours out of the style sheets, and how well two of them are told apart."""

import re
from pathlib import Path

from dlquiz.env import BASE_DIR

CSS = BASE_DIR / "dlquiz" / "core" / "static" / "core" / "css"
REPORT = BASE_DIR / "dlquiz" / "submissions" / "static" / "submissions" / "report.css"
PAIR = re.compile(r"(--[a-z0-9-]+):\s*light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")
PLAIN = re.compile(r"(--[a-z0-9-]+):\s*(#[0-9a-f]{6});")
HEAT = re.compile(r"\.heat-([a-z0-9]+) \{\s*--heat-ground: light-dark\((#\w+), (#\w+)\);([^}]*)\}")


def pairs(path: Path) -> dict[str, tuple[str, str]]:
    """Light and dark value of every colour that is a pair."""
    return {name: (light, dark) for name, light, dark in PAIR.findall(path.read_text("utf-8"))}


def plain(path: Path) -> dict[str, str]:
    """The values for browsers that do not know pairs."""
    return dict(PLAIN.findall(path.read_text("utf-8")))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2: from 1 (equal) to 21 (black on white)."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
