"""A formula as it was read, in LaTeX: what a preview shows."""

from __future__ import annotations

from fractions import Fraction

from graders.answers.formula.tree import Call, Change, Name, Negative, Node, Number, Operation, Transposed

_GREEK = frozenset({
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "kappa", "lambda", "mu", "nu", "xi",
    "pi", "rho", "sigma", "tau", "phi", "chi", "psi", "omega", "Delta", "Omega", "Phi", "Theta",
})  # fmt: skip
_SUM, _PRODUCT, _SIGN, _POWER, _ATOM = range(5)
_STRENGTH = {"+": _SUM, "-": _SUM, "*": _PRODUCT, "/": _ATOM, "^": _POWER}
_BRACKETS = {
    "abs": (r"\left|", r"\right|"),
    "norm": (r"\left\|", r"\right\|"),
    "ceil": (r"\lceil", r"\rceil"),
    "floor": (r"\lfloor", r"\rfloor"),
}
_COMMANDS = frozenset({"exp", "log", "tanh", "sinh", "cosh", "sin", "cos", "max", "min"})


def to_latex(node: Node) -> str:
    """LaTeX without dollars."""
    match node:
        case Number(value):
            return _number(value)
        case Name(name):
            return _name(name)
        case Change(of):
            return rf"\partial {_name(of)}"
        case Negative(inner):
            return f"-{_within(inner, _SIGN)}"
        case Transposed(inner):
            return rf"{_within(inner, _ATOM)}^\top"
        case Operation(sign, left, right):
            return _operation(sign, left, right)
        case Call(function, arguments):
            return _call(function, arguments)
    raise TypeError(node)


def _operation(sign: str, left: Node, right: Node) -> str:
    match sign:
        case "/":
            return rf"\frac{{{to_latex(left)}}}{{{to_latex(right)}}}"
        case "^":
            return f"{{{_within(left, _ATOM)}}}^{{{to_latex(right)}}}"
        case "*":
            dot = r" \cdot " if isinstance(right, Number) or _begins_with_number(right) else r" \, "
            return f"{_within(left, _PRODUCT)}{dot}{_within(right, _SIGN)}"
        case "-":
            return f"{to_latex(left)} - {_within(right, _PRODUCT)}"
    return f"{to_latex(left)} + {_within(right, _SUM)}"


def _call(function: str, arguments: tuple[Node, ...]) -> str:
    inside = ", ".join(map(to_latex, arguments))
    if function in _BRACKETS:
        opening, closing = _BRACKETS[function]
        return f"{opening} {inside} {closing}"
    if function == "sqrt":
        return rf"\sqrt{{{inside}}}"
    if function == "sum":
        return rf"\sum {_within(arguments[0], _PRODUCT)}"
    name = rf"\{function}" if function in _COMMANDS else rf"\operatorname{{{function}}}"
    return rf"{name}\left({inside}\right)"


def _within(node: Node, least: int) -> str:
    """With brackets where it binds less than ``least`` asks for."""
    text = to_latex(node)
    return rf"\left({text}\right)" if _strength(node) < least else text


def _strength(node: Node) -> int:
    if isinstance(node, Operation):
        return _STRENGTH[node.sign]
    if isinstance(node, Negative):
        return _SIGN
    if isinstance(node, Call) and node.function == "sum":
        return _SIGN
    return _ATOM


def _begins_with_number(node: Node) -> bool:
    while isinstance(node, Operation) and node.sign in "*^":
        node = node.left
    return isinstance(node, Number)


def _number(value: Fraction) -> str:
    if value.denominator == 1:
        return str(value.numerator)
    decimal = f"{float(value):.12g}"
    return decimal if "e" not in decimal else rf"\frac{{{value.numerator}}}{{{value.denominator}}}"


def _name(name: str) -> str:
    if "/" in name:
        top, _, bottom = name.partition("/")
        return rf"\frac{{\partial {_name(top[1:])}}}{{\partial {_name(bottom[1:])}}}"
    base, _, below = name.partition("_")
    shown = rf"\{base}" if base in _GREEK else base if len(base) == 1 else rf"\mathrm{{{base}}}"
    if not below:
        return shown
    under = below if len(below) == 1 else rf"\mathrm{{{below}}}"
    return f"{shown}_{{{under}}}"
