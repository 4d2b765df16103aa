"""Where in the tokens of a formula its reader stands."""

from __future__ import annotations

from collections.abc import Sequence

from graders.answers.formula.tokens import Token
from graders.answers.outcome import AnswerRefused

END = Token("end", "")


class Cursor:
    """Takes tokens one after another."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens, self.place = tokens, 0

    @property
    def next(self) -> Token:
        return self.tokens[self.place] if self.place < len(self.tokens) else END

    def take(self) -> Token:
        token = self.next
        self.place += 1
        return token

    def takes(self, sign: str) -> bool:
        if self.next == Token("sign", sign):
            self.place += 1
            return True
        return False

    def subscript(self) -> str:
        """``_t``, ``_{t+1}``, ``_in`` as written, without braces."""
        if not self.takes("_"):
            return ""
        if not self.takes("{"):
            token = self.take()
            if token.kind not in ("word", "number"):
                raise AnswerRefused("formula_unreadable_at", text="_")
            return f"_{token.text}" + self.subscript()
        parts = []
        while self.next is not END and not self.takes("}"):
            parts.append(self.take().text)
        return "_" + "".join(parts)

    def rest(self) -> str:
        return " ".join(token.text for token in self.tokens[self.place : self.place + 4])
