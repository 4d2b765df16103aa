"""The same mistake in another hand: rewritings of a solution that leave what it computes as it is.

With them a package's diagnosis is measured: a known mistake must be recognised however it is written. Names
of parameters stay, since cases pass them by name; so does what the task asks for by name (``entries``).
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType

Rewriting = Callable[[ast.Module, Collection[str]], ast.Module]


def rewrite(source: str, entries: Collection[str], name: str) -> str:
    """``source`` rewritten in the way ``name``, a key of ``REWRITINGS``. Comments are lost."""
    tree = REWRITINGS[name](ast.parse(source), entries)
    return ast.unparse(ast.fix_missing_locations(tree)) + "\n"


def renamed(tree: ast.Module, entries: Collection[str]) -> ast.Module:
    """Every local variable and helper function has another name."""
    defined = {node.name for node in tree.body if isinstance(node, (ast.FunctionDef, ast.ClassDef))}
    helpers = defined - set(entries)
    return ast.Module([_Renamer(helpers).visit(node) for node in tree.body], [])


def reordered(tree: ast.Module, entries: Collection[str]) -> ast.Module:
    """Factors change places, loops that stand directly within each other too, and terms where they may."""
    reordering: ast.Module = _Reorderer().visit(tree)
    return reordering


def in_float64(tree: ast.Module, entries: Collection[str]) -> ast.Module:
    """Tensor arguments become float64 at once; what is returned gets its dtype back at the end."""
    changed: ast.Module = _Doubled(entries).visit(tree)
    changed.body += _RESTORE
    return changed


def all_at_once(tree: ast.Module, entries: Collection[str]) -> ast.Module:
    """Renamed, reordered and in float64."""
    return in_float64(reordered(renamed(tree, entries), entries), entries)


REWRITINGS: Mapping[str, Rewriting] = MappingProxyType(
    {"renamed": renamed, "reordered": reordered, "float64": in_float64, "all": all_at_once}
)


class _Renamer(ast.NodeTransformer):
    """Local names of a function get a tail. Parameters, attributes and global imports keep theirs."""

    def __init__(self, helpers: set[str]) -> None:
        self.names = dict.fromkeys(helpers, "")
        for name in helpers:
            self.names[name] = f"{name}_of_mine"

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        outer = self.names
        parameters = {argument.arg for argument in ast.walk(node.args) if isinstance(argument, ast.arg)}
        inner = _stored(node) - parameters
        self.names = {key: value for key, value in outer.items() if key not in parameters}
        self.names |= {name: f"{name}_now" for name in inner}
        node.body = [self.visit(statement) for statement in node.body]
        node.args = self.visit(node.args)
        self.names = outer
        # A method keeps its name: it is an attribute, and perhaps one of nn.Module's.
        node.name = outer.get(node.name, node.name)
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
        node.bases = [self.visit(base) for base in node.bases]
        outer, self.names = self.names, {k: v for k, v in self.names.items() if k not in _methods(node)}
        node.body = [self.visit(statement) for statement in node.body]
        self.names = outer
        node.name = outer.get(node.name, node.name)
        return node

    def visit_Name(self, node: ast.Name) -> ast.Name:
        return ast.copy_location(ast.Name(self.names.get(node.id, node.id), node.ctx), node)


def _methods(node: ast.ClassDef) -> set[str]:
    return {item.name for item in node.body if isinstance(item, ast.FunctionDef)}


def _stored(node: ast.FunctionDef) -> set[str]:
    """Names that the function binds itself, those of inner functions' variables left out."""
    found: set[str] = set()
    outside: set[str] = set()
    for child in ast.walk(node):
        if isinstance(child, ast.Name) and isinstance(child.ctx, ast.Store):
            found.add(child.id)
        if isinstance(child, (ast.Global, ast.Nonlocal)):
            outside.update(child.names)
    return found - outside - set(dir(builtins))


class _Reorderer(ast.NodeTransformer):
    """a * b becomes b * a, a + b becomes b + a, and two nested loops change places."""

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.op, (ast.Mult, ast.Add)) and not _is_sequence(node.left, node.right):
            node.left, node.right = node.right, node.left
        return node

    def visit_For(self, node: ast.For) -> ast.AST:
        self.generic_visit(node)
        if len(node.body) == 1 and isinstance(node.body[0], ast.For) and not node.orelse:
            inner = node.body[0]
            if not _names(inner.iter) & _names(node.target) and not _collects(inner):
                node.target, inner.target = inner.target, node.target
                node.iter, inner.iter = inner.iter, node.iter
        return node


def _is_sequence(*sides: ast.expr) -> bool:
    """Whether ``+`` may mean joining lists or texts, which has an order."""
    kinds = (ast.List, ast.Tuple, ast.JoinedStr, ast.ListComp)
    return any(
        isinstance(side, kinds) or (isinstance(side, ast.Constant) and isinstance(side.value, str))
        for side in sides
    )


def _names(node: ast.AST) -> set[str]:
    return {child.id for child in ast.walk(node) if isinstance(child, ast.Name)}


def _collects(loop: ast.For) -> bool:
    """Whether the loop builds a list, whose order is a part of the result."""
    calls = (child.func for child in ast.walk(loop) if isinstance(child, ast.Call))
    return any(isinstance(call, ast.Attribute) and call.attr in ("append", "extend") for call in calls)


class _Doubled(ast.NodeTransformer):
    """Casts the parameters of the entries (of ``forward`` where one is a class), and what they return."""

    def __init__(self, entries: Collection[str]) -> None:
        self.entries = entries

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
        if node.name in self.entries:
            for item in node.body:
                if isinstance(item, ast.FunctionDef) and item.name == "forward":
                    self._double(item, skip=1)
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        if node.name in self.entries:
            self._double(node, skip=0)
        return node

    def _double(self, node: ast.FunctionDef, skip: int) -> None:
        parameters = [argument.arg for argument in (*node.args.posonlyargs, *node.args.args)][skip:]
        if not parameters:
            return
        begin = ast.parse("\n".join(f"_first = {parameters[0]}\n{_cast(name)}" for name in parameters[:1]))
        begin.body += ast.parse("\n".join(_cast(name) for name in parameters[1:])).body
        node.body = [*begin.body, *(_Returns().visit(statement) for statement in node.body)]


def _cast(name: str) -> str:
    return f"{name} = {name}.double() if torch.is_tensor({name}) and {name}.is_floating_point() else {name}"


class _Returns(ast.NodeTransformer):
    def visit_Return(self, node: ast.Return) -> ast.Return:
        if node.value is not None:
            call = ast.Name("_with_dtype_of", ast.Load())
            node.value = ast.Call(call, [node.value, ast.Name("_first", ast.Load())], [])
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        return node

    def visit_Lambda(self, node: ast.Lambda) -> ast.Lambda:
        return node


_RESTORE = ast.parse(
    """
import torch
def _with_dtype_of(value, first):
    if isinstance(value, (tuple, list)):
        return type(value)(_with_dtype_of(part, first) for part in value)
    if torch.is_tensor(value) and torch.is_tensor(first) and value.dtype == torch.float64:
        return value.to(first.dtype)
    return value
"""
).body
