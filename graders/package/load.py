"""From files to a package, or to everything that is wrong with them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from graders.contract import Text
from graders.package import lint
from graders.package.fields import Fields
from graders.package.model import (
    Forbidden,
    Limits,
    Package,
    PackageRefused,
    Problem,
    Variant,
    VariantKind,
    digest_of,
)

FILE_KIB = 512
TASK_KEYS = (
    "schema", "slug", "topic", "difficulty", "points", "entry", "signature", "requires", "title",
    "summary", "limits", "forbidden", "convention", "case",
)  # fmt: skip


def load_folder(folder: Path | str) -> Package:
    """The package in ``folder``. Raises ``PackageRefused`` with every problem found."""
    root = Path(folder)
    files = {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(".")
    }
    return load_files(files, folder=root.resolve().name)


def load_files(files: Mapping[str, str | bytes], folder: str = "") -> Package:
    """The package made of ``files``. ``folder``, where given, must be its slug."""
    problems: list[Problem] = []
    texts = _texts(files, problems)
    problems += lint.files(texts)
    task = Fields(_toml(texts, "task.toml", problems), "task.toml", "", problems)
    variants = Fields(_toml(texts, "variants.toml", problems), "variants.toml", "", problems)
    package = _read(task, variants, texts)
    if folder and package.slug and package.slug != folder:
        problems.append(Problem("slug_differs", {"slug": package.slug, "folder": folder}, "task.toml"))
    problems += lint.package(package)
    if problems:
        raise PackageRefused(tuple(problems))
    return package


def _texts(files: Mapping[str, str | bytes], problems: list[Problem]) -> dict[str, str]:
    texts = {}
    for path, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        if len(data) > FILE_KIB * 1024:
            problems.append(Problem("file_too_large", {"path": path, "limit_kib": FILE_KIB}, path))
            continue
        try:
            texts[path] = data.decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError:
            problems.append(Problem("file_not_text", {"path": path}, path))
    return texts


def _toml(texts: Mapping[str, str], path: str, problems: list[Problem]) -> dict[str, Any]:
    try:
        return tomllib.loads(texts.get(path, ""))
    except tomllib.TOMLDecodeError as error:
        problems.append(Problem("toml_unreadable", {"path": path, "detail": str(error)}, path))
        return {}


def _read(task: Fields, variants: Fields, texts: dict[str, str]) -> Package:
    task.only(TASK_KEYS)
    if task.whole("schema", low=0) != 1:
        task.refuse("schema", "1")
    limits, forbidden = task.table("limits"), task.table("forbidden")
    limits.only(("seconds", "memory_mib", "source_kib"))
    forbidden.only(("operators", "why"))
    operators = forbidden.words("operators")
    variants.only(("wrong", "accepted"))
    return Package(
        slug=task.text("slug"),
        title=task.both("title"),
        summary=task.both("summary"),
        topic=task.text("topic"),
        difficulty=task.whole("difficulty", low=1, high=5),
        points=task.number("points", low=0.5, high=1000),
        entry=task.text("entry"),
        signature=task.text("signature"),
        requires=task.words("requires"),
        limits=Limits(
            seconds=limits.number("seconds", 2.0, low=0.1, high=60),
            memory_mib=limits.whole("memory_mib", 512, low=64, high=8192),
            source_kib=limits.whole("source_kib", 64, low=1, high=256),
        ),
        forbidden=Forbidden(operators, forbidden.both("why", required=bool(operators))),
        conventions=tuple(_convention(table) for table in task.tables("convention")),
        cases_titles=_case_titles(task.table("case")),
        wrong=tuple(_wrong(table, texts) for table in variants.tables("wrong")),
        accepted=tuple(_accepted(table, texts) for table in variants.tables("accepted")),
        files=texts,
        digest=digest_of(texts),
    )


def _convention(table: Fields) -> Text:
    table.only(("text",))
    return table.both("text")


def _case_titles(cases: Fields) -> dict[str, Text]:
    titles = {}
    for name in cases.keys():
        table = cases.table(name)
        table.only(("title",))
        titles[name] = table.both("title")
    return titles


def _wrong(table: Fields, texts: Mapping[str, str]) -> Variant:
    table.only(("file", "kind", "title", "explanation", "fails"))
    kind = table.text("kind", "misconception")
    if kind not in ("misconception", "convention"):
        table.refuse("kind", "misconception or convention")
        kind = "misconception"
    fails = table.words("fails")
    if not fails:
        table.refuse("fails", "a list of at least one check")
    file = table.text("file")
    return Variant(
        file=file,
        title=table.both("title"),
        kind=cast(VariantKind, kind),
        explanation=table.both("explanation"),
        fails=fails,
        source=texts.get(f"wrong/{file}", ""),
    )


def _accepted(table: Fields, texts: Mapping[str, str]) -> Variant:
    table.only(("file", "title"))
    file = table.text("file")
    return Variant(file=file, title=table.both("title"), source=texts.get(f"accepted/{file}", ""))
