"""The seam of question kinds: what a kind of question has to provide, and what all of them share.

A spec is plain data (one TOML file of ``dlquiz/content``). Every kind has ``statement`` and ``solution`` and
may have ``title``, ``hint`` and ``misconception``, all in both languages; its own data stands in a table that
bears its name.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, ClassVar

from django.http import QueryDict
from django.utils.functional import Promise

from dlquiz.core.i18n import Text
from dlquiz.questions.generators import Variation, fill, unknown_placeholders, variation_of
from graders.answers.outcome import Marking

Spec = Mapping[str, Any]
Values = Mapping[str, str]

COMMON_KEYS = frozenset({"kind", "title", "statement", "solution", "hint", "misconception", "source"})
NEEDED_TEXTS = ("statement", "solution")
OPTIONAL_TEXTS = ("title", "hint", "misconception")
# Between what a field has several of; nobody types one into a line.
PARTS = "\t"


@dataclass(frozen=True)
class Instance:
    """The question as one student gets it: texts with the numbers of the student's variant filled in."""

    statement: Text
    solution: Text
    title: Text | None = None
    hint: Text | None = None
    misconception: Text | None = None
    body: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Examples:
    """A spec with answers to it, which the tests run: marked full, not full, and refused."""

    spec: Spec
    right: Sequence[Values]
    wrong: Sequence[Values]
    invalid: Sequence[Values]
    seed: int = 0


class Kind(ABC):
    """One kind of question. ``fields`` are the names of the inputs of its answer form.

    ``several``: those of which a form sends more than one, such as boxes to tick.
    """

    name: ClassVar[str]
    label: ClassVar[Promise]
    fields: ClassVar[tuple[str, ...]] = ("answer",)
    several: ClassVar[frozenset[str]] = frozenset()
    # The script that makes the form quicker to use, as a static file; everything works without it.
    script: ClassVar[str] = ""

    @property
    def template(self) -> str:
        return f"questions/kinds/{self.name}.html"

    def problems(self, spec: Spec) -> list[str]:
        """Everything that is wrong with a spec; empty where it can be used."""
        found = [f"unknown key {key!r}" for key in spec if key not in COMMON_KEYS | {self.name, "vary"}]
        found += [f"`{name}` needs both languages" for name in NEEDED_TEXTS if not _both(spec.get(name))]
        found += [
            f"`{name}` needs both languages"
            for name in OPTIONAL_TEXTS
            if name in spec and not _both(spec[name])
        ]
        if "vary" in spec:
            found += unknown_placeholders(spec)
        if not found and not isinstance(spec.get(self.name), Mapping):
            found.append(f"the table [{self.name}] is missing")
        return found or self.own_problems(spec)

    def varies(self, spec: Spec) -> bool:
        """Whether another seed gives another variant."""
        return "vary" in spec

    def instance(self, spec: Spec, seed: int) -> Instance:
        """The question with the variant of ``seed``; seed 0 is the one of the lesson."""
        variation = variation_of(spec, seed)
        texts = {
            name: fill(Text(**_languages(spec[name])), variation)
            for name in NEEDED_TEXTS + OPTIONAL_TEXTS
            if name in spec
        }
        if variation is not None and variation.solution is not None:
            texts["solution"] = variation.solution
        return Instance(**texts, body=self.body(spec, variation))

    def body(self, spec: Spec, variation: Variation | None) -> Mapping[str, Any]:
        """What the kind's template needs besides the texts."""
        return {}

    def read(self, data: QueryDict) -> dict[str, str]:
        """The answer's fields as a form sent them. What a field has several of is joined by tabs."""
        return {
            name: PARTS.join(value.replace(PARTS, " ") for value in data.getlist(name))
            if name in self.several
            else str(data.get(name, ""))
            for name in self.fields
        }

    def inputs(self, instance: Instance, values: Values) -> Any:
        """What the kind's template needs to show what was entered so far, besides ``values`` itself."""
        return None

    def judged(self, spec: Spec) -> bool:
        """Whether its marks are judgements, concept by concept, which a person may see otherwise."""
        return bool(self.concept_marks(spec))

    def rubric_table(self, spec: Spec) -> str:
        """The table with the concepts that can be taught new words; empty where there is none."""
        return ""

    @property
    def rubric_field(self) -> str:
        """The field whose text the rubric reads."""
        return self.fields[-1]

    def concept_texts(self, spec: Spec) -> dict[str, Text]:
        """What each concept of the rubric says, by its id; for choices, why an option is wrong."""
        return {}

    def concept_marks(self, spec: Spec) -> dict[str, Decimal]:
        """What each concept of the rubric is worth, by its id, in the same order."""
        return {}

    def display(self, spec: Spec, seed: int, values: Values) -> str:
        """The student's answer as it is shown again."""
        return values.get(self.fields[0], "")

    def preview(self, spec: Spec, values: Values) -> str | None:
        """The answer in LaTeX as it is read; None for kinds without preview. May raise ``AnswerRefused``."""
        return None

    @abstractmethod
    def own_problems(self, spec: Spec) -> list[str]:
        """What is wrong with the kind's own table."""

    @abstractmethod
    def mark(self, spec: Spec, seed: int, values: Values) -> Marking:
        """Mark an answer; raises ``AnswerRefused`` for one that cannot be read."""

    @abstractmethod
    def examples(self) -> Sequence[Examples]:
        """Specs with right, wrong and invalid answers, for the tests."""


def parts_of(value: str) -> list[str]:
    """What a field had several of: ticked options, entries of a tensor."""
    return value.split(PARTS) if value else []


def pairs_of(value: str) -> dict[str, str]:
    """Parts of the form ``item=partner``; one that is chosen for nobody is left out."""
    split = (part.partition("=") for part in parts_of(value))
    return {item: partner for item, sign, partner in split if sign and partner}


def _both(value: Any) -> bool:
    return isinstance(value, Mapping) and all(str(value.get(name) or "").strip() for name in ("en", "hi"))


def _languages(value: Mapping[str, str]) -> dict[str, str]:
    """A text may carry more than the two languages (a model answer in roman Hindi, for the tests)."""
    return {"en": value["en"], "hi": value["hi"]}


def text_of(value: Mapping[str, str]) -> Text:
    """The bilingual text of a spec's table."""
    return Text(**_languages(value))
