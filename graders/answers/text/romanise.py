"""A romanisation key: one Latin spelling for a word however it was written.

पैडिंग, "padding" and "paiding" meet in one key, as do बढ़ाता, "badhata" and "barhaata". The key forgets what
roman Hindi spells as it likes: length of vowels, aspiration, doubled letters. It is used for words of five
letters and more only; shorter ones (कम "less", काम "work") differ by just what it forgets.
"""

from __future__ import annotations

from functools import lru_cache

import regex

MIN_LETTERS = 5

_CONSONANTS = dict(
    zip(
        "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसहळ",
        [*"kkggncc", *"jjn", *"ttddn", *"ttddn", *"pfbbm", *"yrlv", *"sssh", "l"],
        strict=True,
    )
)
_VOWELS = dict(zip("अआइईउऊएऐओऔऋऑऍ", [*"aaiiuueeoo", "ri", "o", "e"], strict=True))
_SIGNS = dict(zip("ािीुूेैोौृॉॅ", [*"aiiuueeoo", "ri", "o", "e"], strict=True))
_VIRAMA = "\u094d"
_ANUSVARA = "\u0902"
_DEVANAGARI = regex.compile(r"\p{Devanagari}")
_LATIN_RULES = [
    (regex.compile(pattern), replacement)
    for pattern, replacement in (
        (r"x", "ks"),
        (r"ph", "f"),
        (r"tion|sion|shan", "san"),
        (r"([kgcjtdbs])h", r"\1"),
        (r"ck|q", "k"),
        (r"c(?=[eiy])", "s"),
        (r"w", "v"),
        (r"z", "j"),
        (r"aa", "a"),
        (r"ee|ii|ea", "i"),
        (r"oo|uu", "u"),
        (r"ai|ei|ay|ey", "e"),
        (r"au|ou", "o"),
        (r"y$", "i"),
        (r"([a-z])\1+", r"\1"),
    )
]
_COMMON_RULES = [
    (regex.compile(pattern), replacement) for pattern, replacement in ((r"e$", ""), (r"([a-z])\1+", r"\1"))
]


@lru_cache(maxsize=20_000)
def key(form: str) -> str:
    """The key of a folded form; empty for what has no letters of the two scripts."""
    latin = _transliterate(form) if _DEVANAGARI.search(form) else _fold_latin(form)
    for pattern, replacement in _COMMON_RULES:
        latin = pattern.sub(replacement, latin)
    return latin


def _fold_latin(form: str) -> str:
    for pattern, replacement in _LATIN_RULES:
        form = pattern.sub(replacement, form)
    return form


def _transliterate(form: str) -> str:
    """Devanagari letter by letter; a vowel that is written nowhere is dropped at the end and before CV."""
    units: list[str] = []  # consonants and vowels; the unwritten vowel is "A"
    for place, char in enumerate(form):
        if char in _CONSONANTS:
            follower = form[place + 1] if place + 1 < len(form) else ""
            written = follower in _SIGNS or follower == _VIRAMA
            units.extend([_CONSONANTS[char]] if written else [_CONSONANTS[char], "A"])
        elif char in _SIGNS:
            units.append(_SIGNS[char])
        elif char in _VOWELS:
            units.append(_VOWELS[char])
        elif char == _ANUSVARA:
            units.append("n")
        elif char.isascii() and char.isalnum():
            units.append(char)
    return "".join(_without_silent(units)).lower()


def _without_silent(units: list[str]) -> list[str]:
    kept = list(units)
    if len(kept) > 2 and kept[-1] == "A":
        kept.pop()
    place = len(kept) - 2
    while place >= 2:
        inner = kept[place] == "A" and _is_vowel(kept[place - 2]) and not _is_vowel(kept[place - 1])
        opens = place + 2 < len(kept) and not _is_vowel(kept[place + 1]) and _is_vowel(kept[place + 2])
        if inner and opens:
            del kept[place]
        place -= 1
    return kept


def _is_vowel(unit: str) -> bool:
    return unit == "ri" or unit[0] in "aeiouA"
