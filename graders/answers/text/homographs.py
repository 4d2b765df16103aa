"""Words that look like another: "line se" is no infinitive, and roman "use" is उसे or the English word."""

from __future__ import annotations

from collections.abc import Sequence

import regex

_OBLIQUE_INFINITIVE = regex.compile(r"^.{2,}(?:ने|ne)$")
# Words that end like an infinitive and are none: Hindi ones, and English ones in roman Hindi ("line se").
_NOT_INFINITIVES = frozenset([
    "अपने", "सामने", "इतने", "कितने", "जितने", "उतने", "पुराने", "नमूने", "कोने", "पैमाने", "महीने",
    "जमाने", "दाने", "सयाने", "अनजाने", "apne", "saamne", "samne", "itne", "kitne", "jitne", "utne",
    "purane", "puraane", "namune", "namoone", "kone", "paimane", "paimaane", "mahine", "zamane",
    "jamane", "daane", "anjane", "plane", "lane", "crane", "membrane", "mundane", "one", "none", "done",
    "gone", "tone", "zone", "phone", "stone", "clone", "drone", "cone", "bone", "neurone", "milestone",
    "cornerstone", "alone", "someone", "everyone", "anyone", "tune", "finetune", "prune", "immune",
    "scene", "gene", "hygiene",
])  # fmt: skip
# "Engine", "pipeline", "online"; the few Hindi infinitives among them are spelled out.
_ENGLISH_NOUN = regex.compile(r"^(?!(?:j|p|chh)ine$).*[^aeiou]ine$|.+(?:phone|plane)$")
_HOMOGRAPHS = frozenset({"use"})
_GENITIVE = regex.compile(r"^(?:[a-z]{2,3})?k[aei]$")
_LIGHT_VERB = regex.compile(r"^(?:kar|kiy|ho|hu[aie]|mein$|me$|case)")
_SIGHT = 12  # so many words around are looked at
_NEGATORS = frozenset({"nahi", "nahin", "nahee", "naheen", "nai", "nhi", "na", "mat"})
_DEVANAGARI = regex.compile(r"\p{Devanagari}")


def is_infinitive(form: str) -> bool:
    """Whether the word, or the last of a phrase, is करने or "karne": a verb that से or पर may follow."""
    last = form.rpartition(" ")[2]
    noun = last in _NOT_INFINITIVES or bool(_ENGLISH_NOUN.match(last))
    return bool(_OBLIQUE_INFINITIVE.match(last)) and not noun


def is_pronoun(place: int, forms: Sequence[str]) -> bool:
    """Whether roman "use" is उसे: not in Devanagari, beside a verb ("use karta") or after a genitive."""
    near = forms[max(0, place - _SIGHT) : place + _SIGHT]
    if forms[place] not in _HOMOGRAPHS or any(_DEVANAGARI.search(form) for form in near):
        return False
    before = forms[place - 1] if place else ""
    after = next((form for form in forms[place + 1 : place + _SIGHT] if form not in _NEGATORS), "")
    return not _GENITIVE.match(before) and not _LIGHT_VERB.match(after)
