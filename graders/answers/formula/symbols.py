"""The symbols of one question: what each may be written as."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

# What a loss is called, on top of a derivative.
LOSSES = frozenset({"L", "J", "E", "C", "Loss", "loss", "Cost", "cost", "MSE", "l"})
# A gradient that does not say with respect to what.
ANY_DERIVATIVE = "dL/d*"


@dataclass(frozen=True)
class Symbols:
    """Plain names, each with its other spellings; ``vectors`` are the names of more than one number."""

    spellings: Mapping[str, Sequence[str]]
    vectors: frozenset[str] = field(default_factory=frozenset)

    @cached_property
    def _by_spelling(self) -> dict[str, str]:
        found = {other.replace(" ", "_"): name for name, others in self.spellings.items() for other in others}
        return found | {name: name for name in self.spellings}

    @cached_property
    def _of_words(self) -> re.Pattern[str] | None:
        """Spellings of several words, the longest first."""
        phrases = [other for others in self.spellings.values() for other in others if " " in other]
        longest = sorted(phrases, key=len, reverse=True)
        words = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in longest)
        return re.compile(rf"\b(?:{words})\b", re.IGNORECASE) if words else None

    def joined(self, text: str) -> str:
        """The text with every symbol of several words ("learning rate") as one word."""
        if self._of_words is None:
            return text
        return self._of_words.sub(lambda found: "_".join(found.group(0).split()), text)

    @cached_property
    def _by_folded(self) -> dict[str, str]:
        """By spelling in lower case, where only one symbol is spelled so."""
        folded: dict[str, set[str]] = {}
        for spelling, name in self._by_spelling.items():
            folded.setdefault(spelling.casefold(), set()).add(name)
        return {spelling: next(iter(found)) for spelling, found in folded.items() if len(found) == 1}

    def plain(self, spelled: str) -> str | None:
        """The plain name of what was written; None for no symbol of this question."""
        return self._by_spelling.get(spelled) or self._by_folded.get(spelled.casefold())

    def derivative(self, top: str, bottom: str) -> str | None:
        """The plain name of a derivative: of any loss, and by any spelling of the variable."""
        over = "L" if top in LOSSES else self.plain(top) or top
        under = bottom if bottom == "*" else self.plain(bottom) or bottom
        if under == "*":
            fitting = [name for name in self.spellings if name.startswith(f"d{over}/d")]
            return fitting[0] if len(fitting) == 1 else None
        return self.plain(f"d{over}/d{under}")

    @property
    def shown(self) -> str:
        """The symbols as a message lists them."""
        return ", ".join(self.spellings)
