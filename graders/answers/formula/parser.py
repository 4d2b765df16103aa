"""Reads a formula by precedence: sums of products of powers. Bounded in depth; builds data, runs nothing.

Between a division and what follows it without a sign, two readings are usual: 1/2n is half of n to one and
1/(2n) to another. ``tight`` chooses the second.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from graders.answers.formula.cursor import END
from graders.answers.formula.derivatives import CURLY_D, Derivatives, is_change, is_differential
from graders.answers.formula.symbols import Symbols
from graders.answers.formula.tokens import Token, tokens_of
from graders.answers.formula.tree import (
    FUNCTIONS,
    Call,
    Change,
    Name,
    Negative,
    Node,
    Number,
    Operation,
    Transposed,
)
from graders.answers.outcome import AnswerRefused

MAX_DEPTH = 50
MAX_EXPONENT = 300
_ASSIGNMENTS = (":=", "<-", "=", "-=", "+=")
_CLOSING = {"(": ")", "[": "]", "{": "}", "|": "|", "||": "||"}


@dataclass(frozen=True)
class Formula:
    """The right-hand side, and what stood before the equals sign; empty where nothing did."""

    right: Node
    left: str = ""


def parse(text: str, symbols: Symbols, tight: bool = False) -> Formula:
    """Read a formula; raises ``AnswerRefused`` saying what could not be read."""
    tokens = tokens_of(symbols.joined(text))
    if not tokens:
        raise AnswerRefused("answer_blank")
    signs = [
        place for place, token in enumerate(tokens) if token.kind == "sign" and token.text in _ASSIGNMENTS
    ]
    if len(signs) > 1:
        raise AnswerRefused("formula_two_equals")
    if not signs:
        return Formula(_Parser(tokens, symbols, tight).whole())
    left, sign, right = tokens[: signs[0]], tokens[signs[0]].text, tokens[signs[0] + 1 :]
    if not left or not right:
        raise AnswerRefused("formula_half", text=text.strip()[:60])
    node = _Parser(right, symbols, tight).whole()
    if sign in ("-=", "+="):
        node = Operation(sign[0], _Parser(left, symbols, tight).whole(), node)
    return Formula(node, "".join(token.text for token in left))


class _Parser(Derivatives):
    def __init__(self, tokens: list[Token], symbols: Symbols, tight: bool) -> None:
        super().__init__(tokens, symbols)
        self.tight = tight
        self.depth = 0
        self.closers: list[str] = []

    def whole(self) -> Node:
        node = self.sum()
        if self.next is not END:
            raise AnswerRefused("formula_unreadable_at", text=self.rest())
        return node

    def sum(self) -> Node:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise AnswerRefused("formula_too_deep", limit=MAX_DEPTH)
        node = self.product()
        while self.next.kind == "sign" and self.next.text in "+-":
            node = Operation(self.take().text, node, self.product())
        self.depth -= 1
        return node

    def product(self) -> Node:
        node = self.signed()
        while True:
            if self.takes("*"):
                node = Operation("*", node, self.signed())
            elif self.takes("/"):
                node = self.divided(node, self.denominator())
            elif self.begins_factor():
                node = Operation("*", node, self.power())
            else:
                return node

    def denominator(self) -> Node:
        node = self.signed()
        while self.tight and self.begins_factor() and not is_change(node):
            node = Operation("*", node, self.power())
        return node

    def begins_factor(self) -> bool:
        token = self.next
        if token.kind in ("number", "word"):
            return True
        if token.kind != "sign" or token.text not in _CLOSING:
            return False
        # A bar that closes what one has opened begins nothing.
        return not (self.closers and token.text == self.closers[-1])

    def signed(self) -> Node:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise AnswerRefused("formula_too_deep", limit=MAX_DEPTH)
        if self.takes("-"):
            node: Node = Negative(self.signed())
        elif self.takes("+"):
            node = self.signed()
        else:
            node = self.power()
        self.depth -= 1
        return node

    def power(self) -> Node:
        node = self.atom()
        if self.takes("^") or self.takes("**"):
            if self._is_transposition():
                return Transposed(node)
            return Operation("^", node, self.exponent())
        return node

    def exponent(self) -> Node:
        return self.signed()

    def _has_word(self) -> bool:
        return self.next.kind == "word"

    def _is_transposition(self) -> bool:
        """``^T``, ``^{T}``: of a vector. Elsewhere T is a symbol like others."""
        texts = [token.text for token in self.tokens[self.place : self.place + 3]]
        if texts[:3] == ["{", "T", "}"]:
            self.place += 3
            return True
        if texts[:1] == ["T"]:
            self.place += 1
            return True
        return False

    def atom(self) -> Node:
        token = self.take()
        if token.kind == "number":
            return Number(_number(token.text))
        if token.kind == "word":
            node = self.word(token.text)
            return self.derivative_of(node) if is_change(node) else node
        if token.text in _CLOSING:
            return self.bracketed(token.text)
        self.place -= 1
        if token is END:
            raise AnswerRefused("formula_ends_early")
        raise AnswerRefused("formula_unreadable_at", text=self.rest())

    def bracketed(self, opening: str) -> Node:
        closing = _CLOSING[opening]
        self.closers.append(closing)
        inner = self.sum()
        self.closers.pop()
        if not self.takes(closing):
            raise AnswerRefused("formula_not_closed", text=opening)
        if opening == "||":
            self.subscript()
            return Call("norm", (inner,))
        return Call("abs", (inner,)) if opening == "|" else inner

    def word(self, word: str) -> Node:
        if word == "frac":
            return self.divided(self.group(), self.group())
        if word == "change" or (word in CURLY_D and self.symbols.plain(word) is None and self._has_word()):
            return self.change()
        if word == "nabla":
            return self.gradient()
        if word in ("max", "min"):
            return self.of_two(word)
        if word in FUNCTIONS and self.symbols.plain(word) is None:
            return self.function(word)
        return self.symbol(word + self.subscript())

    def group(self) -> Node:
        """What a LaTeX command takes: braces, or one sign."""
        return self.bracketed("{") if self.takes("{") else self.atom()

    def function(self, name: str) -> Node:
        if name == "sqrt" and self.takes("["):
            degree = self.sum()
            if not self.takes("]"):
                raise AnswerRefused("formula_not_closed", text="[")
            return Operation("^", self.group(), Operation("/", Number(Fraction(1)), degree))
        if name == "sum":
            return Call("sum", (self.product(),))
        if name == "log":
            self.subscript()
        power = self.exponent_of_function()
        called = Call(name, (self.group() if self.next.text in _CLOSING else self.power(),))
        return called if power is None else Operation("^", called, power)

    def exponent_of_function(self) -> Node | None:
        """tanh²(x) is the square of tanh(x)."""
        return self.group() if self.takes("^") or self.takes("**") else None

    def of_two(self, name: str) -> Node:
        if not self.takes("("):
            raise AnswerRefused("formula_unreadable_at", text=self.rest())
        first = self.sum()
        if not self.takes(","):
            raise AnswerRefused("formula_unreadable_at", text=self.rest())
        second = self.sum()
        if not self.takes(")"):
            raise AnswerRefused("formula_not_closed", text="(")
        return Call(name, (first, second))

    def symbol(self, spelled: str) -> Node:
        plain = self.symbols.plain(spelled)
        if plain is not None:
            self.skip_time()
            return Name(plain)
        if is_differential(spelled):
            self.skip_argument(spelled[1:])
            return Change(spelled[1:])
        letters = [self.symbols.plain(letter) for letter in spelled]
        # ``ab`` is a product where a and b are symbols and ab is none.
        if not all(letters) or "_" in spelled:
            raise self.unknown(spelled)
        node: Node = Name(str(letters[0]))
        for letter in letters[1:]:
            node = Operation("*", node, Name(str(letter)))
        return node


def _number(text: str) -> Fraction:
    mantissa, _, exponent = text.partition("e")
    if exponent and abs(int(exponent)) > MAX_EXPONENT:
        raise AnswerRefused("number_out_of_range", text=text)
    return Fraction(mantissa) * Fraction(10) ** int(exponent or 0)
