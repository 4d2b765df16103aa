"""From files to a package, or to everything that is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import cast, get_args

from graders.contract import Device, Text
from graders.contract.plan import CHECKS, DTYPES
from graders.package import lint
from graders.package.fields import Fields, Source
from graders.package.model import (
    SCHEMA,
    Forbidden,
    Limits,
    Package,
    PackageRefused,
    Problem,
    Variant,
    VariantKind,
    digest_of,
)

DEVICES: tuple[Device, ...] = get_args(Device)
MAX_FILES = 200
FILE_KIB = 256
TOTAL_KIB = 2048
SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
FILE = re.compile(r"[a-z][a-z0-9_]*\.py")
TASK_KEYS = (
    "schema", "slug", "topic", "difficulty", "points", "entry", "signature", "requires", "title",
    "summary", "device", "dtypes", "starter_passes", "limits", "forbidden", "convention", "case",
)  # fmt: skip


def load_folder(folder: Path | str) -> Package:
    """The package in ``folder``. Raises ``PackageRefused`` with every problem found."""
    root = Path(folder)
    if not root.is_dir():
        raise PackageRefused((Problem("folder_missing", {"path": str(folder)}, str(folder)),))
    files: dict[str, str | bytes] = {}
    problems: list[Problem] = []
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root)
        if "__pycache__" in name.parts or any(part.startswith(".") for part in name.parts):
            continue
        if path.is_symlink():
            problems.append(Problem("file_link", {"path": name.as_posix()}, name.as_posix()))
        elif path.is_file() and len(files) <= MAX_FILES:
            # One byte too many is enough to refuse a file, however large it is.
            with path.open("rb") as file:
                files[name.as_posix()] = file.read(FILE_KIB * 1024 + 1)
    return _load(files, root.resolve().name, problems, linted=True)


def load_files(files: Mapping[str, str | bytes], folder: str = "", linted: bool = True) -> Package:
    """The package made of ``files``. ``folder``, where given, must be its slug.

    ``linted=False`` reads what was linted when it was published: a stricter lint of a later version
    must not take a task away from students.
    """
    return _load(files, folder, [], linted)


def _load(files: Mapping[str, str | bytes], folder: str, problems: list[Problem], linted: bool) -> Package:
    texts = _texts(files, problems)
    problems += lint.files(files)
    # A file that is there but cannot be read has its own problem; its keys are not missed as well.
    task = _fields("task.toml", texts, problems)
    variants = _fields("variants.toml", texts, problems)
    package = _read(task, variants, texts)
    if folder and package.slug and package.slug != folder:
        task.note("slug_differs", "slug", slug=package.slug, folder=folder)
    if linted:
        problems += lint.package(package)
    if problems:
        raise PackageRefused(tuple(problems))
    return package


def _fields(path: str, texts: Mapping[str, str], problems: list[Problem]) -> Fields:
    source = Source(path, texts.get(path, ""), problems)
    return source.fields() if path in texts else Fields({}, source, quiet=True)


def _texts(files: Mapping[str, str | bytes], problems: list[Problem]) -> dict[str, str]:
    """The files as text, in order: no byte-order mark, lines ended by a line feed, within bounds."""
    if len(files) > MAX_FILES:
        problems.append(Problem("files_too_many", {"limit": MAX_FILES}))
    texts: dict[str, str] = {}
    total = 0
    for path in sorted(files)[:MAX_FILES]:
        content = files[path]
        data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
        total += len(data)
        if len(data) > FILE_KIB * 1024:
            problems.append(Problem("file_too_large", {"path": path, "limit_kib": FILE_KIB}, path))
            continue
        try:
            text = data.decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            problems.append(Problem("file_not_text", {"path": path}, path, line))
            continue
        if "\0" in text:
            line = text.count("\n", 0, text.index("\0")) + 1
            problems.append(Problem("file_not_text", {"path": path}, path, line))
            continue
        texts[path] = text
    if total > TOTAL_KIB * 1024:
        problems.append(Problem("files_too_large", {"limit_kib": TOTAL_KIB}))
    return texts


def _read(task: Fields, variants: Fields, texts: dict[str, str]) -> Package:
    task.only(TASK_KEYS)
    if task.whole("schema", 1, 1 << 31) != SCHEMA:
        task.note("schema_unknown", "schema", known=SCHEMA)
    variants.only(("wrong", "accepted"))
    entry, signature = task.text("entry", pattern=NAME), task.text("signature")
    if NAME.fullmatch(entry) and signature and not re.search(rf"\b{entry}\b", signature):
        task.note("signature_differs", "signature", entry=entry)
    return Package(
        slug=task.text("slug", pattern=SLUG),
        title=task.both("title"),
        summary=task.both("summary"),
        topic=task.text("topic", pattern=SLUG),
        difficulty=task.whole("difficulty", 1, 5),
        points=task.number("points", 0.5, 1000),
        entry=entry,
        signature=signature,
        requires=_slugs(task, "requires"),
        limits=_limits(task.table("limits")),
        forbidden=_forbidden(task.table("forbidden")),
        conventions=tuple(_convention(table) for table in task.tables("convention")),
        cases_titles=_cases_titles(task.table("case")),
        device=cast(Device, task.choice("device", DEVICES)),
        dtypes=_dtypes(task),
        starter_passes=_checks(task, "starter_passes"),
        wrong=tuple(_wrong(table, texts) for table in variants.tables("wrong")),
        accepted=tuple(_accepted(table, texts) for table in variants.tables("accepted")),
        files=texts,
        digest=digest_of(texts),
    )


def _limits(table: Fields) -> Limits:
    table.only(("seconds", "memory_mib", "source_kib"))
    return Limits(
        seconds=table.number("seconds", 0.1, 60, default=2.0),
        memory_mib=table.whole("memory_mib", 64, 8192, default=512),
        source_kib=table.whole("source_kib", 1, FILE_KIB, default=64),
    )


def _forbidden(table: Fields) -> Forbidden:
    table.only(("operators", "why"))
    operators = table.words("operators")
    for pattern in operators:
        try:
            re.compile(pattern)
        except (re.error, RecursionError, OverflowError):
            table.note("value_name", "operators", value=pattern[:80])
    return Forbidden(operators, table.both("why", required=bool(operators)))


def _slugs(task: Fields, key: str) -> tuple[str, ...]:
    words = task.words(key)
    for word in words:
        if not SLUG.fullmatch(word):
            task.note("value_name", key, value=word[:80])
    return words


def _checks(table: Fields, key: str) -> tuple[str, ...]:
    words = table.words(key)
    for check in words:
        if check not in CHECKS:
            table.note("check_unknown", key, check=check[:80], known=", ".join(CHECKS))
    return words


def _dtypes(task: Fields) -> tuple[str, ...]:
    words = task.words("dtypes") or DTYPES[:1]
    for word in dict.fromkeys(words):
        if word not in DTYPES:
            task.note("value_choice", "dtypes", value=word[:80], choices=", ".join(DTYPES))
        elif words.count(word) > 1:
            task.note("value_twice", "dtypes", value=word)
    return words


def _convention(table: Fields) -> Text:
    table.only(("text",))
    return table.both("text")


def _cases_titles(cases: Fields) -> dict[str, Text]:
    titles = {}
    for name in cases.names():
        table = cases.table(name)
        table.only(("title",))
        titles[name] = table.both("title")
    return titles


def _wrong(table: Fields, texts: Mapping[str, str]) -> Variant:
    table.only(("file", "kind", "title", "explanation", "fails"))
    kinds: tuple[VariantKind, ...] = ("misconception", "convention")
    kind = kinds[kinds.index(table.choice("kind", kinds))]
    fails = _checks(table, "fails")
    if not fails:
        table.note("fails_empty", "fails")
    file = table.text("file", pattern=FILE)
    return Variant(
        file=file,
        title=table.both("title"),
        kind=kind,
        explanation=table.both("explanation"),
        fails=fails,
        source=texts.get(f"wrong/{file}", ""),
    )


def _accepted(table: Fields, texts: Mapping[str, str]) -> Variant:
    table.only(("file", "title"))
    file = table.text("file", pattern=FILE)
    return Variant(file=file, title=table.both("title"), source=texts.get(f"accepted/{file}", ""))
