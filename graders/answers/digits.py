"""Digits and signs as students type them, folded to the plain ones."""

from __future__ import annotations

import unicodedata

_SIGNS = str.maketrans(
    {
        "\u2212": "-",  # minus sign
        "\u2013": "-",  # en dash, which phones put in place of a hyphen
        "\u2010": "-",
        "\u2011": "-",
        "\u00d7": "x",  # multiplication sign
        "\u2715": "x",
        "\u2044": "/",  # fraction slash
        "\u00f7": "/",
        "\u066b": ".",
        "\uff0c": ",",
        "\u3001": ",",
    }
)


def fold_digits(text: str) -> str:
    """Every decimal digit of any script as 0–9 (५ becomes 5), everything else untouched."""
    return "".join(str(unicodedata.digit(char)) if char.isdecimal() else char for char in text)


def fold_notation(text: str) -> str:
    """Digits and the look-alike signs of a number or shape, without invisible characters."""
    visible = "".join(c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) != "Cf")
    return fold_digits(visible).translate(_SIGNS)
