"""A task package as the rest of the engine sees it: read, checked, and never changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from graders.contract import Text

SCHEMA = 1

CHECKS: tuple[str, ...] = (
    "shape",
    "dtype",
    "values",
    "gradients",
    "backward",
    "state",
    "train_eval",
    "purity",
)
"""Names that a variant may list under ``fails``; a guard test holds them equal to ``graders.checks``."""

VariantKind = Literal["misconception", "convention", "accepted"]


@dataclass(frozen=True)
class Limits:
    """What one case may cost, and how long a student's source may be."""

    seconds: float
    memory_mib: int
    source_kib: int


@dataclass(frozen=True)
class Forbidden:
    """Operators that would do the student's work, and why this task does without them."""

    operators: tuple[str, ...] = ()
    why: Text | None = None


@dataclass(frozen=True)
class Variant:
    """A solution that comes with the package: known to be wrong, or differently right."""

    file: str
    source: str
    kind: VariantKind
    title: Text
    explanation: Text | None = None
    fails: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The file's name without its ending: the variant's name in reports."""
        return self.file.removesuffix(".py")


@dataclass(frozen=True, eq=False)
class Package:
    """Everything that a task consists of. Two packages are equal when their files are."""

    digest: str
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
    statement: Text
    starter: str
    reference: str
    cases: str
    cases_titles: Mapping[str, Text]
    wrong: tuple[Variant, ...]
    accepted: tuple[Variant, ...]
    files: dict[str, str] = field(repr=False)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Package) and other.digest == self.digest

    def __hash__(self) -> int:
        return hash(self.digest)
