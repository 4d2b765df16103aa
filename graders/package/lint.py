"""What can be told from a package's files without running them."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator

from graders.package import figures, statements
from graders.package.model import Package, Problem

REQUIRED = (
    "task.toml", "variants.toml", "statement.en.md", "statement.hi.md", "starter.py", "reference.py",
    "cases.py",
)  # fmt: skip
VARIANT_FILE = re.compile(r"(accepted|wrong)/[a-z][a-z0-9_]*\.py")
FIGURE_FILE = re.compile(r"figures/[a-z0-9][a-z0-9_-]*\.svg")
ACCEPTED_WANTED = 2


def files(paths: Collection[str]) -> list[Problem]:
    """Missing and unexpected files."""
    problems = [Problem("file_missing", {"path": path}, path) for path in REQUIRED if path not in paths]
    for path in sorted(paths):
        if path in REQUIRED or VARIANT_FILE.fullmatch(path) or FIGURE_FILE.fullmatch(path):
            continue
        problems.append(Problem("file_unknown", {"path": path}, path))
    return problems


def package(read: Package) -> list[Problem]:
    """Everything else: variants against files, Python, both statements."""
    both = (statements.ENGLISH, statements.HINDI)
    return [
        *_empty(read),
        *_variants(read),
        *_python(read),
        *statements.problems(read.files),
        *figures.problems(read.files, both),
    ]


def _empty(read: Package) -> Iterator[Problem]:
    for path, text in read.files.items():
        if path != "variants.toml" and not text.strip():
            yield Problem("file_empty", {"path": path}, path)


def _variants(read: Package) -> Iterator[Problem]:
    if "variants.toml" not in read.files:
        return
    for folder, listed in (("wrong", read.wrong), ("accepted", read.accepted)):
        paths = [f"{folder}/{variant.file}" for variant in listed if variant.file]
        for path in sorted(set(paths)):
            if paths.count(path) > 1:
                yield Problem("variant_twice", {"path": path}, "variants.toml")
            if path not in read.files:
                yield Problem("variant_without_file", {"path": path}, "variants.toml")
        for path in read.files:
            if path.startswith(folder + "/") and path not in paths:
                yield Problem("variant_unlisted", {"path": path}, path)
    if len(read.accepted) < ACCEPTED_WANTED:
        params = {"found": len(read.accepted), "wanted": ACCEPTED_WANTED}
        yield Problem("too_few_accepted", params, "variants.toml")
    if not read.wrong:
        yield Problem("no_wrong_variant", {}, "variants.toml")


def _python(read: Package) -> Iterator[Problem]:
    """Syntax, the entry's name at the top level, and the task's own limit. Only parsed, never run."""
    for path, text in read.files.items():
        if not path.endswith(".py"):
            continue
        limit = read.limits.source_kib
        if path != "cases.py" and len(text.encode()) > limit * 1024:
            yield Problem("solution_too_large", {"path": path, "limit_kib": limit}, path)
        try:
            tree = ast.parse(text, path)
        except SyntaxError as error:
            params = {"path": path, "detail": str(error.msg)}
            yield Problem("syntax_error_in_file", params, path, error.lineno or 0)
            continue
        except (ValueError, RecursionError, MemoryError) as error:
            params = {"path": path, "detail": str(error) or type(error).__name__}
            yield Problem("syntax_error_in_file", params, path)
            continue
        wanted = "cases" if path == "cases.py" else read.entry
        if text.strip() and wanted and wanted not in set(_top_level(tree.body)):
            yield Problem("entry_not_defined", {"path": path, "entry": wanted}, path)


def _top_level(body: list[ast.stmt]) -> Iterator[str]:
    """Names that a module defines when it is read, one branch of an ``if`` or ``try`` included."""
    for node in body:
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                yield node.name
            case ast.Assign():
                yield from (target.id for target in node.targets if isinstance(target, ast.Name))
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr()):
                yield name
            case ast.Import() | ast.ImportFrom():
                yield from (alias.asname or alias.name for alias in node.names)
            case ast.If() | ast.Try():
                yield from _top_level([*node.body, *node.orelse])
