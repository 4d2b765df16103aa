"""Derivatives as they are written: ∂L/∂w, dL/dw, ∇L, ∇_w L(w). Each becomes one symbol."""

from __future__ import annotations

from collections.abc import Sequence

from graders.answers.formula.cursor import Cursor
from graders.answers.formula.symbols import LOSSES, Symbols
from graders.answers.formula.tokens import Token
from graders.answers.formula.tree import FUNCTIONS, Change, Name, Node, Operation
from graders.answers.outcome import AnswerRefused

# Letters that people type for ∂.
CURLY_D = frozenset({"d", "delta"})
_TIMES = (
    ["^", "{", "(", "t", ")", "}"],
    ["^", "(", "t", ")"],
    ["^", "{", "t", "}"],
    ["^", "t"],
    ["(", "t", ")"],
)
RESERVED = FUNCTIONS | {"frac", "change", "nabla", "max", "min"}


class Derivatives(Cursor):
    """Reads them with the symbols of one question."""

    def __init__(self, tokens: Sequence[Token], symbols: Symbols) -> None:
        super().__init__(tokens)
        self.symbols = symbols

    def change(self) -> Node:
        """∂ and what it is of; a loss may name its argument: ∂L(w)."""
        token = self.take()
        if token.kind != "word" or token.text in RESERVED:
            raise AnswerRefused("formula_unreadable_at", text=token.text or "∂")
        name = token.text + self.subscript()
        self.skip_argument(name)
        self.skip_time()
        return Change(name)

    def derivative_of(self, top: Node) -> Node:
        """∂L/∂w binds more than anything around it: what stands before ∂L is not part of the numerator."""
        below = self.tokens[self.place : self.place + 2]
        if len(below) < 2 or below[0].text != "/" or below[1].kind != "word":
            return top
        start = self.place
        self.place += 2
        word = below[1].text
        if word == "change" or (word in CURLY_D and self.next.kind == "word"):
            return self.derivative(_changed(top), _changed(self.change()))
        if is_differential(word):
            return self.derivative(_changed(top), word[1:] + self.subscript())
        self.place = start
        return top

    def gradient(self) -> Node:
        """∇L, ∇_w L, ∇L(w)."""
        by = self.subscript().removeprefix("_") or "*"
        token = self.next
        if token.kind != "word" or token.text in RESERVED:
            return self.derivative("L", by)
        self.take()
        name = token.text + self.subscript()
        argument = self.skip_argument(name)
        if by == "*" and name not in LOSSES and self.symbols.derivative("L", name) is not None:
            # ∇w: what many write for the gradient with respect to w.
            return self.derivative("L", name)
        return self.derivative(name, by if by != "*" else argument or "*")

    def skip_argument(self, name: str) -> str:
        """``(w)`` after a loss; the name in it."""
        texts = self.tokens[self.place : self.place + 2]
        if name not in LOSSES or len(texts) < 2 or texts[0].text != "(" or texts[1].kind != "word":
            return ""
        start = self.place
        self.place += 2
        argument = texts[1].text + self.subscript()
        if self.takes(")"):
            return argument
        self.place = start
        return ""

    def skip_time(self) -> None:
        """``w(t)``, ``w^{(t)}``, ``w^t``: the number of the step, which is no part of the value."""
        for shape in _TIMES:
            tokens = [token.text for token in self.tokens[self.place : self.place + len(shape)]]
            if tokens == shape and self.symbols.plain("t") is None:
                self.place += len(shape)
                return

    def divided(self, top: Node, bottom: Node) -> Node:
        """A quotient; of two changes, the derivative that it stands for."""
        if is_change(top) and is_change(bottom):
            return self.derivative(_changed(top), _changed(bottom))
        if is_change(top) and isinstance(bottom, Name) and "/d" in bottom.name:
            # Where dw is another name for dL/dw, dL/dw is still written with it.
            return self.derivative(_changed(top), bottom.name.partition("/d")[2])
        return Operation("/", top, bottom)

    def derivative(self, top: str, bottom: str) -> Node:
        plain = self.symbols.derivative(top, bottom)
        if plain is None:
            raise self.unknown(f"∂{top}/∂{bottom}" if bottom != "*" else f"∇{top}")
        return Name(plain)

    def unknown(self, name: str) -> AnswerRefused:
        return AnswerRefused("formula_unknown_symbol", text=name[:40], known=self.symbols.shown)


def is_differential(name: str) -> bool:
    """dL, dw: a letter d and what changes."""
    return len(name) > 1 and name[0] == "d"


def is_change(node: Node) -> bool:
    if isinstance(node, Name):
        return is_differential(node.name) and "/" not in node.name
    return isinstance(node, Change)


def _changed(node: Node) -> str:
    assert isinstance(node, Change | Name)
    return node.of if isinstance(node, Change) else node.name[1:]
