"""A "not" that denies nothing because more follows: "not only A but B", केवल A ही नहीं, न केवल A बल्कि B."""

from __future__ import annotations

from collections.abc import Sequence

BUT = frozenset({"but", "बल्कि", "balki"})
_ONLY = frozenset({"only", "just", "merely", "केवल", "सिर्फ", "sirf", "keval"})
_ALONE = frozenset({"ही", "hi"})
_DENIALS = frozenset({"not", "doesn't", "isn't", "न", "ना", "नहीं", "नही", "na", "nahi", "nahin"})


def leaves_more(forms: Sequence[str], place: int) -> bool:
    """Whether the denial at ``place`` says that there is more: not merely A, केवल A ही नहीं."""
    if forms[place + 1 : place + 2] and forms[place + 1] in _ONLY:
        return True
    only = bool(_ONLY & set(forms[:place]))
    return only and (forms[place - 1] in _ALONE or bool(BUT & set(forms[place + 1 : place + 2])))


def begins_not_only(forms: Sequence[str]) -> bool:
    """Whether words begin "not only A", केवल A नहीं or न केवल A."""
    only = [place for place, form in enumerate(forms) if form in _ONLY]
    before = only and only[0] > 0 and forms[only[0] - 1] in _DENIALS
    return bool(before) or bool(only and forms[-1] in _DENIALS)
