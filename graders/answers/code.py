"""Marking short code by reading it: parsed to a syntax tree, never compiled, imported or run.

The question says which layer or function it is about and which arguments that needs. Found are: a call that
makes the layer, and a call that applies it to something. Names are followed through imports and assignments,
so that ``from torch.nn import Conv2d as C`` is as good as ``nn.Conv2d``.
"""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from decimal import Decimal

from graders.answers.outcome import (
    AnswerRefused,
    ConceptOutcome,
    Marking,
    Outcome,
    Remark,
    Verdict,
    earned_fraction,
    wrong,
)

MAX_CHARACTERS = 4_000
MAX_DEPTH = 40
_QUOTE_LIMIT = 200

_FENCE = re.compile(r"```[a-zA-Z]*\n?(.*?)```", re.DOTALL)
_PROMPT = re.compile(r"^(?:>>>|\.\.\.) ?", re.MULTILINE)
_CODE_LINE = re.compile(r"[=(.\[]")
_UNPARSEABLE = (SyntaxError, ValueError, RecursionError, MemoryError)
_USUAL = {
    "nn": "torch.nn",
    "F": "torch.nn.functional",
    "functional": "torch.nn.functional",
    "torch": "torch",
}


@dataclass(frozen=True)
class CodeKey:
    """What the code has to call: layers to be made and applied, or functions, with what they need."""

    layers: Mapping[str, tuple[str, ...]]
    functions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rivals: tuple[str, ...] = ()
    made: tuple[str, Decimal] = ("made", Decimal(1))
    applied: tuple[str, Decimal] = ("applied", Decimal(1))


@dataclass
class _Found:
    made: str = ""
    applied: str = ""
    missing: list[Remark] = field(default_factory=list)
    rival: str = ""


def mark_code(key: CodeKey, answer: str) -> Marking:
    """Mark by the two things to show: the layer made with what it needs, and applied to an input."""
    source = extract(answer)
    tree, fault = _parse(source)
    if tree is None or not tree.body:
        return _marking(key, _Found(), [fault or Remark("code_none")], zero=fault is None)
    found = _Reader(key, source).read(tree)
    remarks = list(found.missing[:1])
    if not found.made and found.rival:
        wanted = next(iter(key.layers)).replace("torch.", "")
        remarks.append(
            Remark("code_other_call", {"given": found.rival.replace("torch.", ""), "wanted": wanted})
        )
    if found.made and not found.applied:
        remarks.append(Remark("code_not_applied"))
    return _marking(key, found, remarks + ([fault] if fault else []))


def extract(answer: str) -> str:
    """The code of an answer: without fences and prompts; refuses what is too long or too deep to parse."""
    if len(answer) > MAX_CHARACTERS:
        raise AnswerRefused("code_too_long", limit=MAX_CHARACTERS)
    if not answer.strip():
        raise AnswerRefused("answer_blank")
    fenced = _FENCE.findall(answer)
    source = "\n".join(fenced) if fenced else answer.replace("`", "")
    source = source.replace("\x00", "").replace("\u00a0", " ").translate({0x2018: "'", 0x2019: "'"})
    source = source.replace("“", '"').replace("”", '"')
    depth = deepest = 0
    for char in source:
        depth += (char in "([{") - (char in ")]}")
        deepest = max(deepest, depth)
    if deepest > MAX_DEPTH:
        raise AnswerRefused("code_too_deep", limit=MAX_DEPTH)
    return textwrap.dedent(_PROMPT.sub("", source)).strip("\n")


def _parse(source: str) -> tuple[ast.Module | None, Remark | None]:
    """The tree; where the whole does not parse, the lines that do, with a remark on the first fault."""
    try:
        return ast.parse(source), None
    except SyntaxError as error:
        fault = Remark("code_unreadable", {"line": error.lineno or 1, "text": _line(source, error.lineno)})
    except (ValueError, RecursionError, MemoryError):
        return None, Remark("code_unreadable", {"line": 1, "text": _line(source, 1)})
    body: list[ast.stmt] = []
    for line in source.splitlines():
        try:
            body += ast.parse(line.strip()).body
        except _UNPARSEABLE:
            body += _salvage(line)
    return (ast.Module(body, []) if body else None), fault


def _salvage(line: str) -> list[ast.stmt]:
    """A call in the middle of prose: "use nn.Conv2d(1, 1, 3) for this"."""
    found: list[ast.stmt] = []
    for match in re.finditer(r"[A-Za-z_][\w.]*\(", line):
        depth = 0
        for end in range(match.end() - 1, len(line)):
            depth += (line[end] == "(") - (line[end] == ")")
            if depth == 0:
                with suppress(*_UNPARSEABLE):
                    found += ast.parse(line[match.start() : end + 1]).body
                break
    return found


def _line(source: str, number: int | None) -> str:
    lines = source.splitlines() or [""]
    return lines[min((number or 1) - 1, len(lines) - 1)].strip()[:120]


class _Reader:
    """Follows names through one tree."""

    def __init__(self, key: CodeKey, source: str) -> None:
        self.key = key
        self.names = dict(_USUAL)
        self.layers: dict[str, str] = {}
        self.found = _Found()

    def read(self, tree: ast.Module) -> _Found:
        nodes = list(ast.walk(tree))
        for node in nodes:
            self._import(node)
        for node in nodes:
            self._assignment(node)
        for node in nodes:
            if isinstance(node, ast.Call):
                self._call(node)
        return self.found

    def _import(self, node: ast.AST) -> None:
        if isinstance(node, ast.Import):
            for alias in node.names:
                self.names[alias.asname or alias.name.split(".")[0]] = (
                    alias.name if alias.asname else alias.name.split(".")[0]
                )
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                self.names[alias.asname or alias.name] = f"{node.module}.{alias.name}"

    def _assignment(self, node: ast.AST) -> None:
        """Remember names whose value is the layer, or something that holds it (Sequential, a list)."""
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            layer = self._layer_in(node.value)
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                name = _dotted(target)
                if layer and name:
                    self.layers[name] = layer

    def _layer_in(self, value: ast.expr) -> str:
        """The layer that an expression makes; the outcome of applying one is no layer."""
        if isinstance(value, ast.Call):
            name = self._full_name(value.func)
            if name in self.key.layers:
                return name
            if name.rpartition(".")[2] in {"Sequential", "ModuleList"}:
                return next(filter(None, map(self._layer_in, value.args)), "")
        if isinstance(value, ast.List | ast.Tuple):
            return next(filter(None, map(self._layer_in, value.elts)), "")
        return ""

    def _call(self, node: ast.Call) -> None:
        name = self._full_name(node.func)
        if name in self.key.layers:
            self._made(name, node, self.key.layers[name])
        elif name in self.key.functions:
            if self._made(name, node, self.key.functions[name]):
                self.found.applied = self.found.applied or _shown(node)
        elif name in self.key.rivals:
            self.found.rival = self.found.rival or name
        applies = _dotted(node.func) in self.layers or self._layer_in(node.func)
        if applies and (node.args or node.keywords):
            self.found.applied = self.found.applied or _shown(node)

    def _made(self, name: str, node: ast.Call, wanted: tuple[str, ...]) -> bool:
        given = set(wanted[: len(node.args)]) | {keyword.arg for keyword in node.keywords}
        open_ended = any(isinstance(arg, ast.Starred) for arg in node.args) or None in given
        missing = [] if open_ended else [argument for argument in wanted if argument not in given]
        if missing:
            call = name.rpartition(".")[2]
            self.found.missing.append(Remark("code_argument_missing", {"call": call, "argument": missing[0]}))
            return False
        self.found.made = self.found.made or _shown(node)
        return True

    def _full_name(self, node: ast.expr) -> str:
        dotted = _dotted(node)
        head, _, rest = dotted.partition(".")
        full = self.names.get(head, head)
        return f"{full}.{rest}" if rest else full


def _shown(node: ast.expr) -> str:
    """The call as it stands, within bounds: a chain of a thousand operators is not written out."""
    try:
        text = ast.unparse(node)
    except RecursionError:
        return "…"
    return text if len(text) <= _QUOTE_LIMIT else text[: _QUOTE_LIMIT - 1] + "…"


def _dotted(node: ast.AST) -> str:
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    return ".".join([node.id, *reversed(parts)]) if isinstance(node, ast.Name) else ""


def _marking(key: CodeKey, found: _Found, remarks: list[Remark], *, zero: bool = False) -> Marking:
    if zero:
        return Marking(Outcome.ZERO, Decimal(0), wrong(*remarks).remarks, _concepts(key, found))
    concepts = _concepts(key, found)
    sure = not remarks and all(concept.verdict is Verdict.SUPPORTED for concept in concepts)
    outcome = Outcome.FULL if sure else Outcome.PROVISIONAL
    return Marking(outcome, earned_fraction(concepts), tuple(remarks), concepts)


def _concepts(key: CodeKey, found: _Found) -> tuple[ConceptOutcome, ...]:
    against = Verdict.CONTRADICTED if found.rival and not found.made else Verdict.ABSENT
    unsure = Verdict.UNSURE if found.missing and not found.made else against
    made = Verdict.SUPPORTED if found.made else unsure
    applied = Verdict.SUPPORTED if found.applied and found.made else Verdict.ABSENT
    return (
        ConceptOutcome(key.made[0], made, key.made[1], found.made),
        ConceptOutcome(key.applied[0], applied, key.applied[1], found.applied if found.made else ""),
    )
