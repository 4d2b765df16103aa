"""From an answer to a syntax tree: fences, prompts and prose taken away, faults survived."""

from __future__ import annotations

import ast
import re
import textwrap
from contextlib import suppress

from graders.answers.outcome import AnswerRefused, Remark

MAX_CHARACTERS = 4_000
MAX_DEPTH = 40
_QUOTE_LIMIT = 200

_FENCE = re.compile(r"```[a-zA-Z]*\n?(.*?)```", re.DOTALL)
_PROMPT = re.compile(r"^(?:>>>|\.\.\.) ?", re.MULTILINE)
_UNPARSEABLE = (SyntaxError, ValueError, RecursionError, MemoryError)


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


def parse(source: str) -> tuple[ast.Module | None, Remark | None]:
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


def shown(node: ast.expr) -> str:
    """An expression as it stands, within bounds: a chain of a thousand operators is not written out."""
    try:
        text = ast.unparse(node)
    except (RecursionError, ValueError):  # too deep, or a number with thousands of digits
        return "…"
    return text if len(text) <= _QUOTE_LIMIT else text[: _QUOTE_LIMIT - 1] + "…"


def dotted(node: ast.AST) -> str:
    """``a.b.c`` of a name or its attributes; empty for anything else."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    return ".".join([node.id, *reversed(parts)]) if isinstance(node, ast.Name) else ""


def attributes(node: ast.AST) -> tuple[str, ...]:
    """The names behind the last call or bracket: ``("data", "normal_")`` of ``f(x).data.normal_``."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    return (*([node.id] if isinstance(node, ast.Name) else []), *reversed(parts))


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
