"""Words of denial that deny nothing ("no matter how"), and what a clause says to be missing ("without X")."""

from __future__ import annotations

from collections.abc import Sequence

import regex

_SAYINGS = frozenset({("no", "matter"), ("no", "doubt")})
_WHAT = frozenset({"what", "which", "क्या", "kya"})
_ASKING = _WHAT | {"whether", "if", "कि", "ki"}
_WITHOUT_REACH = 2
_OF_IT = regex.compile(r"^(?:इस|उस|इन|उन|जिस|is|us|in|un|jis)?(?:के|ke)$")

Roles = Sequence[frozenset[str]]


def denies_nothing(forms: Sequence[str], roles: Roles, place: int) -> bool:
    """A "not" that leaves its statement as it is: "no matter how", "whether or not", रखना है या नहीं."""
    if (forms[place], "".join(forms[place + 1 : place + 2])) in _SAYINGS:
        return True
    if not place or place + 1 < len(forms):
        return forms[max(0, place - 2) : place] == ["whether", "or"]
    if forms[place - 1] in _WHAT:
        return True
    return "alternatives" in roles[place - 1] and bool(_ASKING & set(forms[:place]))


def missing(forms: Sequence[str], roles: Roles, named: Sequence[bool], language: str) -> frozenset[int]:
    """The places of what stands before "के बिना", else of what follows "without" and "बिना".

    ``named``: which of the words are terms.
    """
    found: set[int] = set()
    for place, own in enumerate(roles):
        if "without" not in own:
            continue
        before = forms[place - 1] if place else ""
        if language == "hi" and _OF_IT.match(before):
            found.update({place - 2} if place > 1 and len(before) == 2 else ())
            continue
        ahead = range(place + 1, min(place + 2 + _WITHOUT_REACH, len(forms)))
        found.update([index for index in ahead if named[index]][:1])
    return frozenset(found)
