"""Puts two mistakes into one program: a three-way merge of two texts over a third.

Known mistakes of a package are small edits of one right program. Merged, they show what somebody does who
makes both at once.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise


def merge(base: str, one: str, other: str) -> str | None:
    """``base`` with the line edits of both; None where they touch the same place."""
    lines = base.splitlines(keepends=True)
    edits = sorted({*_edits(lines, one), *_edits(lines, other)})
    for before, after in pairwise(edits):
        # Beside another edit, an insertion may be the same line put in again.
        is_insertion = before[0] == before[1] or after[0] == after[1]
        if after[0] < before[1] or (after[0] == before[1] and is_insertion):
            return None
    merged: list[str] = []
    position = 0
    for begin, end, text in edits:
        merged += [*lines[position:begin], *text]
        position = end
    return "".join([*merged, *lines[position:]])


def merge_over_any(bases: Sequence[str], one: str, other: str) -> list[str]:
    """The different merges over those of ``bases`` that let them be merged, the nearest base first.

    A base may be another mistake's program: what both have right and it has wrong is an edit of both.
    Comments and docstrings, which differ between all of them, take no part.
    """
    bases, one, other = [_bare(base) for base in bases], _bare(one), _bare(other)
    nearest = sorted(bases, key=lambda base: _distance(base, one) + _distance(base, other))
    found = [merge(base, one, other) for base in nearest if base not in (one, other)]
    return list(dict.fromkeys(text for text in found if text is not None and text not in (one, other)))


def _edits(lines: list[str], text: str) -> list[tuple[int, int, tuple[str, ...]]]:
    changed = text.splitlines(keepends=True)
    matcher = SequenceMatcher(None, lines, changed, autojunk=False)
    return [
        (begin, end, tuple(changed[first:last]))
        for kind, begin, end, first, last in matcher.get_opcodes()
        if kind != "equal"
    ]


def _distance(base: str, text: str) -> int:
    lines = base.splitlines(keepends=True)
    return sum(end - begin + len(new) for begin, end, new in _edits(lines, text))


def _bare(source: str) -> str:
    """The statements alone, one to a line."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if (
            isinstance(node, (ast.Module, ast.FunctionDef, ast.ClassDef))
            and ast.get_docstring(node) is not None
        ):
            node.body = node.body[1:] or [ast.Pass()]
    return ast.unparse(tree) + "\n"
