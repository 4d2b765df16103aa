"""Random programs: every one gets a verdict, and the next right solution passes."""

from __future__ import annotations

import dataclasses
import io
import keyword
import tokenize
from collections.abc import Callable

from hypothesis import strategies as st

from graders.contract import LANGUAGES, VERDICTS
from graders.engine import Engine
from graders.feedback import render
from graders.package import Package
from tests.hostile.fuzz.fuzzer import still_sound, storable
from tests.hostile.program import SIGNATURE

SECONDS, MEMORY_MIB = 0.5, 256
IMPORTS = "import torch\nimport torch.nn.functional as F\n"
_NAMES = (
    "x",
    "weight",
    "bias",
    "stride",
    "padding",
    "y",
    "torch",
    "F",
    "z",
    "range",
    "len",
    "print",
    "__builtins__",
)
_ATTRIBUTES = (
    "shape",
    "data",
    "grad",
    "T",
    "mT",
    "numpy()",
    "sum()",
    "mean()",
    "detach()",
    "double()",
    "clone()",
    "to_sparse()",
    "item()",
    "tolist()",
    "zero_()",
    "requires_grad_()",
    "backward()",
    "expand(2, -1)",
    "reshape(-1)",
    "view(-1)",
    "__class__",
    "__dict__",
    "__del__",
    "storage()",
    "resize_(9)",
    "unsqueeze(0)",
    "to('meta')",
    "half()",
    "bool()",
)
_CALLS = (
    "torch.zeros({0})",
    "torch.ones(2, {0})",
    "torch.randn(({0}, {1}))",
    "torch.cat([{0}, {1}])",
    "F.pad({0}, (1, 1))",
    "F.unfold({0}, {1})",
    "torch.einsum('ij,jk->ik', {0}, {1})",
    "torch.conv2d({0}, {1})",
    "torch.empty({0})",
    "torch.nn.Linear({0}, {1})({0})",
    "len({0})",
    "range({0})",
    "[{0}, {1}]",
    "({0},)",
    "{{{0}: {1}}}",
    "{0}({1})",
    "{0}[{1}]",
    "{0}[:, {1}]",
    "(lambda a: {0})({1})",
    "[a for a in {0}]",
    "exec({0})",
    "eval({0})",
    "setattr({0}, 'shape', {1})",
    "str({0})",
    "repr({0})",
    "type({0})()",
    "{0} if {1} else 0",
    "torch.func.vmap({0})({1})",
    "print({0})",
)
_LITERALS = (
    "0",
    "1",
    "-1",
    "2",
    "1.5",
    "float('nan')",
    "10 ** 9",
    "None",
    "True",
    "''",
    "'y'",
    "b''",
    "...",
    "1j",
    "()",
)
_OPERATORS = ("+", "-", "*", "@", "/", "//", "%", "**", "<", "==", "is", "and", "in", ">>")


class ProgramFuzzer:
    """Grades programs on a real engine, as a student's."""

    suffix = ".py"

    def __init__(self, engine: Engine, package: Package) -> None:
        self.engine, self.package = engine, package
        limits = dataclasses.replace(package.limits, seconds=SECONDS, memory_mib=MEMORY_MIB)
        self._limited = dataclasses.replace(package, limits=limits)

    def examples(self) -> st.SearchStrategy[bytes]:
        sources = [variant.source for variant in (*self.package.accepted, *self.package.wrong)]
        changed = st.builds(
            _rewritten,
            st.sampled_from(sources),
            st.lists(st.tuples(st.sampled_from(_CHANGES), _PLACES, _PLACES), min_size=1, max_size=4),
        )
        return (changed | _grown() | st.text(max_size=60)).map(lambda text: text.encode("utf-8", "replace"))

    def outcome(self, example: bytes) -> str:
        report = self.engine.grade(self._limited, example.decode("utf-8", "replace"))
        assert report.verdict in VERDICTS
        assert report.score <= report.max_score
        storable(report.to_json())
        told = [(check.code, check.params) for case in report.cases for check in case.checks if check.code]
        told += [(report.message.code, report.message.params)] if report.message else []
        for code, params in told:
            assert all(render(code, params, language) for language in LANGUAGES)
        still_sound(self.engine, self.package)
        return report.verdict


def _grown() -> st.SearchStrategy[str]:
    """A function of a few random statements."""
    simple = st.sampled_from((*_NAMES, *_LITERALS))
    expression = st.recursive(
        simple,
        lambda inner: (
            st.builds(str.format, st.sampled_from(_CALLS), inner, inner)
            | st.builds("{0}.{1}".format, inner, st.sampled_from(_ATTRIBUTES))
            | st.builds("({0} {1} {2})".format, inner, st.sampled_from(_OPERATORS), inner)
        ),
        max_leaves=6,
    )
    statement = st.one_of(
        st.builds("{0} = {1}".format, st.sampled_from(("x", "y", "z", "weight", "torch")), expression),
        expression,
        st.builds("return {0}".format, expression),
        st.builds("for z in {0}: y = {1}".format, expression, expression),
        st.builds("while {0}: y = {1}".format, expression, expression),
        st.builds("if {0}: return {1}".format, expression, expression),
        st.builds("raise {0}".format, expression),
        st.builds("del {0}".format, st.sampled_from(_NAMES)),
        st.builds("assert {0}".format, expression),
        st.builds("global {0}".format, st.sampled_from(("y", "F", "conv2d"))),
        st.builds(
            "import {0}".format, st.sampled_from(("os", "sys", "gc", "ctypes", "threading", "nothing"))
        ),
        st.builds("yield {0}".format, expression),
    )
    outside = statement.filter(lambda line: not line.startswith(("return", "yield")))
    return st.builds(_program, st.lists(outside, max_size=2), st.lists(statement, min_size=1, max_size=5))


def _program(top: list[str], inside: list[str]) -> str:
    body = "".join(f"    {line}\n" for line in inside)
    return IMPORTS + "".join(f"{line}\n" for line in top) + SIGNATURE + body


_PLACES = st.integers(0, 10_000)
_Change = Callable[[list[str], int, int], list[str]]


def _drop(tokens: list[str], one: int, other: int) -> list[str]:
    return tokens[:one] + tokens[one + 1 + other % 3 :]


def _swap(tokens: list[str], one: int, other: int) -> list[str]:
    tokens[one], tokens[other] = tokens[other], tokens[one]
    return tokens


def _copy(tokens: list[str], one: int, other: int) -> list[str]:
    tokens[one] = tokens[other]
    return tokens


def _double(tokens: list[str], one: int, other: int) -> list[str]:
    return tokens[:one] + tokens[one : one + 1 + other % 8] + tokens[one:]


def _exchange(tokens: list[str], one: int, other: int) -> list[str]:
    """Another word of the same kind: a number for a number, an operator for an operator."""
    token = tokens[one]
    if token.isdigit():
        tokens[one] = ("0", "1", "2", "3", "-1", "7", "10 ** 6")[other % 7]
    elif token in _OPERATORS or token in ("+=", ":", ","):
        tokens[one] = _OPERATORS[other % len(_OPERATORS)]
    elif keyword.iskeyword(token):
        tokens[one] = keyword.kwlist[other % len(keyword.kwlist)]
    elif token.isidentifier():
        names = [word for word in tokens if word.isidentifier()]
        tokens[one] = names[other % len(names)]
    return tokens


_CHANGES: tuple[_Change, ...] = (_drop, _swap, _copy, _double, _exchange, _exchange, _exchange)


def _rewritten(source: str, changes: list[tuple[_Change, int, int]]) -> str:
    tokens = _tokens(source)
    for change, one, other in changes:
        if tokens:
            tokens = change(tokens, one % len(tokens), other % len(tokens))
    return "".join(tokens)


def _tokens(source: str) -> list[str]:
    """Words, and the space between them, so that joined they are the source."""
    found, lines, at = [], source.splitlines(True), (1, 0)
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type in (tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER):
            continue
        (row, column), (before, behind) = token.start, at
        space = lines[row - 1][behind:column] if row == before else lines[row - 1][:column]
        found += [part for part in (space, token.string) if part]
        at = token.end
    return found
