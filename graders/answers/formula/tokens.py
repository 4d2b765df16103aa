"""From what a student typed to tokens: LaTeX commands, Greek letters and signs by one plain name each."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graders.answers.digits import fold_notation
from graders.answers.outcome import AnswerRefused

MAX_CHARACTERS = 500
MAX_TOKENS = 250

_GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ϵ": "epsilon", "ζ": "zeta",
    "η": "eta", "θ": "theta", "ϑ": "theta", "κ": "kappa", "λ": "lambda", "μ": "mu", "µ": "mu", "ν": "nu",
    "ξ": "xi", "π": "pi", "ρ": "rho", "σ": "sigma", "τ": "tau", "φ": "phi", "ϕ": "phi", "χ": "chi",
    "ψ": "psi", "ω": "omega", "Δ": "Delta", "Ω": "Omega", "Φ": "Phi", "Θ": "Theta",
}  # fmt: skip
_SIGNS = {
    "∂": "change", "∇": "nabla", "Σ": "sum", "∑": "sum", "√": "sqrt", "‖": "||", "·": "*", "⋅": "*", "∙": "*",
    "∗": "*", "⊙": "*", "←": ":=", "⟵": ":=", "≔": ":=", "⌈": "ceil(", "⌉": ")", "⌊": "floor(", "⌋": ")",
    "⊤": "T", "ᵀ": "^T", "ŷ": "yhat", "∥": "||", "¯": "", "…": "", "′": "'",
}  # fmt: skip
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻ⁿ", "0123456789-n")
_LOWERED = str.maketrans("₀₁₂₃₄₅₆₇₈₉ᵢⱼₖₙₜ₊₋", "0123456789ijknt+-")
_RAISED_RUN = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹⁻ⁿ]+")
_LOWERED_RUN = re.compile(r"[₀₁₂₃₄₅₆₇₈₉ᵢⱼₖₙₜ₊₋]+")
# LaTeX commands that stand for something; those of greek letters and functions stand for their own name.
_COMMANDS = {
    "cdot": "*", "times": "*", "ast": "*", "odot": "*", "div": "/", "dfrac": "frac", "tfrac": "frac",
    "cfrac": "frac", "leftarrow": ":=", "gets": ":=", "coloneqq": ":=", "partial": "change", "ln": "log",
    "lceil": "ceil(", "rceil": ")", "lfloor": "floor(", "rfloor": ")", "top": "T",
    "lVert": "||", "rVert": "||", "Vert": "||", "|": "||", "lvert": "|", "rvert": "|", "vert": "|",
    "varepsilon": "epsilon", "varphi": "phi",
    "left": "", "right": "", "big": "", "Big": "", "bigl": "", "bigr": "", "displaystyle": "", "limits": "",
    "vec": "", "mathbf": "", "boldsymbol": "", "bm": "",
    "quad": "", "qquad": "", ",": "", ";": "", "!": "", ":": "", " ": "",
}  # fmt: skip
_WORDED = re.compile(r"\\(?:text|mathrm|operatorname|mathit|textrm|mathcal|mathsf)\*?\s*\{([^{}]{0,40})\}")
_ACCENTED = re.compile(r"\\(hat|bar|tilde)\s*(?:\{\s*(\\?[A-Za-z]+)\s*\}|(\\?[A-Za-z]+))")
# \\( … \\) and \\[ … \\] stand around a formula.
_DISPLAY = re.compile(r"\\[()\[\]]")
_COMMAND = re.compile(r"\\([A-Za-z]+|[|,;!: ])")
_SUM_LIMITS = re.compile(r"(?<![A-Za-z])sum\s*_\s*(?:\{[^{}]{0,20}\}|\w)\s*(?:\^\s*(?:\{[^{}]{0,20}\}|\w))?")
# Between spaces a full stop is a product.
_DOT = re.compile(r"(?<=[\w)\]}])\s+\.\s+(?=[\w(\\∂∇])")
# Written with a hyphen by most, which is no minus.
_FAN = re.compile(r"\bfan[- ](in|out)\b", re.IGNORECASE)
_TOKEN = re.compile(
    r"""(?P<number>\d+(?:\.\d+)?(?:e[-+]?\d{1,3}(?![A-Za-z_]))?|\.\d+)
      |(?P<word>[A-Za-z]+(?:\.grad\b|\.T\b)?'?)
      |(?P<sign>:=|<-|\+=|-=|\*\*|\|\||[-+*/^_(){}\[\]|=,])""",
    re.VERBOSE,
)


@dataclass(frozen=True)
class Token:
    kind: str
    text: str


def tokens_of(text: str) -> list[Token]:
    """The tokens of a formula; refuses what cannot be part of one, saying what it is."""
    if len(text) > MAX_CHARACTERS:
        raise AnswerRefused("formula_too_long", limit=MAX_CHARACTERS)
    plain = _plain(text)
    found: list[Token] = []
    place = 0
    while place < len(plain):
        if plain[place].isspace():
            place += 1
            continue
        match = _TOKEN.match(plain, place)
        if match is None:
            raise AnswerRefused("formula_unreadable_at", text=plain[place : place + 12])
        found.append(Token(match.lastgroup or "", match.group(0)))
        place = match.end()
        if len(found) > MAX_TOKENS:
            raise AnswerRefused("formula_too_long", limit=MAX_CHARACTERS)
    return found


def _plain(text: str) -> str:
    """One spelling for everything: ``\\frac``, ``∂`` and ``η`` become words with spaces around them."""
    # Before digits and signs are folded, which makes a letter of the product sign.
    text = text.replace("×", "*").replace("÷", "/").replace("\\_", "_")
    text = _DOT.sub(" * ", text)
    text = _FAN.sub(r"fan_\1", text)
    text = fold_notation(_RAISED_RUN.sub(lambda run: f"^({run.group(0).translate(_RAISED)})", text))
    text = _LOWERED_RUN.sub(lambda run: "_{" + run.group(0).translate(_LOWERED) + "}", text)
    text = _DISPLAY.sub("", text.strip().strip("$"))
    text = _WORDED.sub(lambda found: f" {found.group(1).replace(' ', '')} ", text)
    text = _ACCENTED.sub(lambda f: f" {(f.group(2) or f.group(3)).lstrip(chr(92))}{f.group(1)} ", text)
    text = _COMMAND.sub(lambda found: f" {_COMMANDS.get(found.group(1), found.group(1))} ", text)
    for char, name in {**_GREEK, **_SIGNS}.items():
        if char in text:
            text = text.replace(char, f" {name} ")
    return _SUM_LIMITS.sub(" sum ", text)
