"""A task package in memory: what a folder under ``reference_models/`` says, checked and frozen."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from graders.contract import CasePlan, Device, Text
from graders.package.hints import Parts, split

SCHEMA = 1

VariantKind = Literal["misconception", "convention"]
NO_TEXT = Text("", "")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a package: a code with parameters, and where."""

    code: str
    params: Mapping[str, Any] = field(default_factory=dict)
    path: str = ""
    line: int = 0

    def to_json(self) -> dict[str, Any]:
        return {"code": self.code, "params": dict(self.params), "path": self.path, "line": self.line}


class PackageRefused(Exception):
    """The files are not a package; ``problems`` lists everything that is wrong, at once."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(f"{p.path}: {p.code} {dict(p.params)}" for p in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Limits:
    """seconds: wall clock for all cases together; memory_mib: beyond the interpreter; source_kib."""

    seconds: float = 2.0
    memory_mib: int = 512
    source_kib: int = 64


@dataclass(frozen=True, slots=True)
class Forbidden:
    """Operator families or name patterns that a solution may not use, and why."""

    operators: tuple[str, ...] = ()
    why: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Variant:
    """A known-wrong or known-right solution. ``fails`` names the checks that a wrong one must fail."""

    file: str
    title: Text
    kind: VariantKind = "misconception"
    explanation: Text = NO_TEXT
    fails: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Package:
    """One coding task. ``files`` holds every file's text by its path within the folder."""

    slug: str
    title: Text
    summary: Text
    topic: str
    difficulty: int
    points: float
    entry: str
    signature: str
    requires: tuple[str, ...]
    limits: Limits
    forbidden: Forbidden
    conventions: tuple[Text, ...]
    cases_titles: Mapping[str, Text]
    # The first is what cases are drawn in; in each of the others they are drawn and judged again.
    dtypes: tuple[str, ...]
    wrong: tuple[Variant, ...]
    accepted: tuple[Variant, ...]
    files: Mapping[str, str]
    digest: str
    # What a starter passes that gives back something plausible, so that students can run it at once.
    starter_passes: tuple[str, ...] = ()
    # Where a site runs solutions of this task: on the card of a worker that has one, if it is "cuda".
    device: Device = "cpu"

    def case_title(self, plan: CasePlan) -> Text:
        """The title from ``task.toml``, with the dtype where the case is a twin in a further one."""
        name = plan.twin_of or plan.name
        title = self.cases_titles.get(name, Text(name, name))
        if not plan.twin_of:
            return title
        return Text(en=f"{title.en} ({plan.dtype})", hi=f"{title.hi} ({plan.dtype})")

    @property
    def statement(self) -> Text:
        """Markdown in both languages."""
        return Text(en=self.files["statement.en.md"], hi=self.files["statement.hi.md"])

    @property
    def body(self) -> Text:
        """The statement without its hints."""
        english, hindi = self._parts()
        return Text(en=english.body, hi=hindi.body)

    @property
    def hints(self) -> tuple[Text, ...]:
        """The statement's hints in their order, to be opened one by one."""
        english, hindi = self._parts()
        pairs = zip(english.hints, hindi.hints, strict=True)
        return tuple(Text(en=first, hi=second) for first, second in pairs)

    def _parts(self) -> tuple[Parts, Parts]:
        """Both statements taken apart; whole where they do not agree, which lint refuses."""
        english, hindi = split(self.statement.en), split(self.statement.hi)
        if len(english.hints) == len(hindi.hints):
            return english, hindi
        return Parts(self.statement.en, ()), Parts(self.statement.hi, ())

    @property
    def starter(self) -> str:
        return self.files["starter.py"]

    @property
    def reference(self) -> str:
        return self.files["reference.py"]

    @property
    def cases(self) -> str:
        return self.files["cases.py"]


def digest_of(files: Mapping[str, str]) -> str:
    """SHA-256 over paths and texts in order: the package's identity, the same on every machine."""
    hashed = hashlib.sha256()
    for path in sorted(files):
        data = files[path].encode()
        hashed.update(f"{path}\0{len(data)}\0".encode())
        hashed.update(data)
    return hashed.hexdigest()
