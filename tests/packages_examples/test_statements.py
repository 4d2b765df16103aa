"""The examples in the statements are true: console sessions are run, arithmetic is worked out."""

from __future__ import annotations

import ast
import doctest
import math
import operator
import re
from collections.abc import Callable

import pytest

from tests.packages_examples.solutions import PACKAGES, load, slugs

LANGUAGES = ("en", "hi")
SESSION = re.compile(r"^```pycon\n(.*?)^```$", re.M | re.S)
CODE = re.compile(r"^```.*?^```$|`[^`\n]*`", re.M | re.S)
FORMULA = re.compile(r"\$\$(.+?)\$\$|\$([^$\n]+?)\$", re.S)
NUMERIC = re.compile(r"(?:[0-9.+\-*/() ]|floor|sqrt)+")

OPERATORS: dict[type[ast.AST], Callable[..., float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
    ast.USub: operator.neg,
}
FUNCTIONS: dict[str, Callable[[float], float]] = {"floor": math.floor, "sqrt": math.sqrt}


def statement(slug: str, language: str) -> str:
    return (PACKAGES / slug / f"statement.{language}.md").read_text(encoding="utf-8")


def as_python(formula: str) -> str:
    r"""``\frac{3}{2} \cdot 4`` as ``((3)/(2)) * 4``; what is not arithmetic keeps its backslashes."""
    text = re.sub(r"\\left|\\right|\\[,;!]", "", formula)
    for latex, python in ((r"\cdot", "*"), (r"\times", "*"), (r"\lfloor", "floor("), (r"\rfloor", ")")):
        text = text.replace(latex, python)
    before = ""
    while text != before:
        before = text
        text = re.sub(r"\\frac\{([^{}]*)\}\{([^{}]*)\}", r"((\1)/(\2))", text)
        text = re.sub(r"\\sqrt\{([^{}]*)\}", r"sqrt(\1)", text)
        text = re.sub(r"\^\{([^{}]*)\}", r"**(\1)", text)
    return re.sub(r"\^(\d)", r"**\1", text).strip()


def value_of(expression: str) -> float:
    def compute(node: ast.AST) -> float:
        match node:
            case ast.Expression(body=body):
                return compute(body)
            case ast.Constant(value=int() | float() as number):
                return float(number)
            case ast.BinOp(left=left, op=op, right=right):
                return OPERATORS[type(op)](compute(left), compute(right))
            case ast.UnaryOp(op=op, operand=operand):
                return OPERATORS[type(op)](compute(operand))
            case ast.Call(func=ast.Name(id=name), args=[argument]):
                return FUNCTIONS[name](compute(argument))
        raise ValueError(f"not arithmetic: {expression}")

    return compute(ast.parse(expression.strip(), mode="eval"))


def equations(text: str) -> list[list[str]]:
    """Every formula that is an equation between numbers alone, as its sides."""
    found = []
    for match in FORMULA.finditer(CODE.sub("", text)):
        sides = as_python(match[1] or match[2]).split("=")
        if len(sides) > 1 and all(NUMERIC.fullmatch(side) for side in sides):
            found.append(sides)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", slugs())
def test_the_console_session_gives_what_it_shows(slug: str, language: str) -> None:
    sessions = SESSION.findall(statement(slug, language))
    assert sessions, "a statement shows at least one console session"
    reference = dict(vars(load(slug, "reference.py")))
    told: list[str] = []
    runner = doctest.DocTestRunner(verbose=False)
    for session in sessions:
        example = doctest.DocTestParser().get_doctest(session, reference, slug, f"statement.{language}.md", 0)
        outcome = runner.run(example, out=told.append)
        assert outcome.attempted > 0
        assert outcome.failed == 0, "".join(told)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", slugs())
def test_the_arithmetic_by_hand_is_right(slug: str, language: str) -> None:
    found = equations(statement(slug, language))
    assert found, "a statement works at least one number out by hand"
    for sides in found:
        first, *others = (value_of(side) for side in sides)
        assert others == [pytest.approx(first, abs=1e-6)] * len(others), " = ".join(sides)


@pytest.mark.parametrize(
    ("formula", "truth"),
    [
        (r"\left\lfloor \frac{3 + 2 \cdot 0 - 1}{2} \right\rfloor + 1 = 2", True),
        (r"\left\lfloor \frac{3 + 2 \cdot 0 - 1}{2} \right\rfloor + 1 = 3", False),
        (r"\sqrt{\frac{(6 - 4)^2}{4}} = 1 = 3 - 2", True),
        (r"2 \cdot 3 - -1 = 6", False),
    ],
)
def test_a_false_equation_is_noticed(formula: str, truth: bool) -> None:
    ((first, *others),) = equations(f"so ${formula}$ holds")
    assert all(value_of(side) == value_of(first) for side in others) is truth
