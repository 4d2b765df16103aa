"""Reading what comes in an address."""

MOST_DIGITS = 9


def whole_number(text: str) -> int | None:
    """A whole number from 0 to 999,999,999, which every database column holds; None for anything else."""
    is_number = text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS
    return int(text) if is_number else None
