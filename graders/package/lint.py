"""What can be told from a package's files without running them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping

from graders.package.model import Package, Problem

REQUIRED = (
    "task.toml", "variants.toml", "statement.en.md", "statement.hi.md", "starter.py", "reference.py",
    "cases.py",
)  # fmt: skip
VARIANT_FILE = re.compile(r"(accepted|wrong)/[a-z][a-z0-9_]*\.py")
SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
# The kinds of check, by name. graders.checks is above this layer; a guard test holds them equal.
CHECKS = (
    "forbidden", "run", "shape", "dtype", "values", "gradients", "backward", "state", "train_eval",
    "purity",
)  # fmt: skip
_CODE = re.compile(r"^(```|~~~)[^\n]*\n(.*?)^\1[ \t]*$", re.M | re.S)
_FORMULA = re.compile(r"\$\$(.+?)\$\$|\$([^$\n]+?)\$", re.S)
_HEADING = re.compile(r"^(#+) ", re.M)


def files(texts: Mapping[str, str]) -> list[Problem]:
    """Missing and unexpected files."""
    problems = [Problem("file_missing", {"path": path}, path) for path in REQUIRED if path not in texts]
    for path in texts:
        if path not in REQUIRED and not VARIANT_FILE.fullmatch(path) and not path.startswith("figures/"):
            problems.append(Problem("file_unknown", {"path": path}, path))
    return problems


def package(read: Package) -> list[Problem]:
    """Everything else: names, variants against files, Python, both statements."""
    problems = [*_names(read), *_variants(read), *_python(read)]
    if "statement.en.md" in read.files and "statement.hi.md" in read.files:
        problems += _statements(read)
    return problems


def _names(read: Package) -> Iterator[Problem]:
    if read.slug and not SLUG.fullmatch(read.slug):
        yield Problem("value_wrong", {"key": "slug", "wanted": "lower-case words joined by -"}, "task.toml")
    if read.entry and not read.entry.isidentifier():
        yield Problem("value_wrong", {"key": "entry", "wanted": "a Python name"}, "task.toml")


def _variants(read: Package) -> Iterator[Problem]:
    for folder, listed in (("wrong", read.wrong), ("accepted", read.accepted)):
        paths = [f"{folder}/{variant.file}" for variant in listed]
        for path in sorted(set(paths)):
            if paths.count(path) > 1:
                yield Problem("variant_twice", {"path": path}, "variants.toml")
            if path not in read.files:
                yield Problem("variant_without_file", {"path": path}, "variants.toml")
        for path in read.files:
            if path.startswith(folder + "/") and path not in paths:
                yield Problem("variant_unlisted", {"path": path}, path)
    if len(read.accepted) < 2:
        yield Problem("too_few_accepted", {"found": len(read.accepted)}, "variants.toml")
    if not read.wrong:
        yield Problem("no_wrong_variant", {}, "variants.toml")
    for variant in read.wrong:
        for check in variant.fails:
            if check not in CHECKS:
                yield Problem("check_unknown", {"check": check, "known": ", ".join(CHECKS)}, "variants.toml")


def _python(read: Package) -> Iterator[Problem]:
    """Syntax, and the entry's name at the top level. Only parsed, never run."""
    for path, text in read.files.items():
        if not path.endswith(".py"):
            continue
        try:
            tree = ast.parse(text, path)
        except SyntaxError as error:
            yield Problem("syntax_error_in_file", {"path": path, "detail": str(error.msg)}, path, error.lineno or 0)
            continue
        except (ValueError, RecursionError, MemoryError) as error:
            yield Problem("syntax_error_in_file", {"path": path, "detail": str(error)}, path)
            continue
        if path != "cases.py" and read.entry and read.entry not in set(_top_level(tree)):
            yield Problem("entry_not_defined", {"path": path, "entry": read.entry}, path)


def _top_level(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield node.name
        elif isinstance(node, ast.Assign):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))


def _statements(read: Package) -> Iterator[Problem]:
    """Both languages must agree in headings' levels, code blocks and formulas."""
    english, hindi = read.files["statement.en.md"], read.files["statement.hi.md"]
    for what, parts in (
        ("headings", [_HEADING.findall(_without_code(text)) for text in (english, hindi)]),
        ("code blocks", [[code for _, code in _CODE.findall(text)] for text in (english, hindi)]),
        ("formulas", [_FORMULA.findall(_without_code(text)) for text in (english, hindi)]),
    ):
        first, second = parts
        if first != second:
            apart = next(
                (n for n, (a, b) in enumerate(zip(first, second, strict=False), 1) if a != b),
                min(len(first), len(second)) + 1,
            )
            yield Problem("statements_differ", {"what": what, "number": apart}, "statement.hi.md")


def _without_code(text: str) -> str:
    return re.sub(r"`[^`\n]*`", "", _CODE.sub("", text))
