"""Answers that a person has marked, read from a file: of an instructor's course, or of a public data set.

JSON Lines. A line with ``rubric`` introduces a question (``question``: its id; ``rubric``: its ``glossary``
and ``concept`` tables; ``statement`` and ``solution`` by language; ``maximum``: the marks there are). A line
with ``answer`` is an answer to a question above it (``mark``: the person's; ``form``: ``hi``, ``roman``,
``en``, …). A folder is read for question files with a short text, whose own test answers are marked by their
authors: all, some (one mark of two) or none.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graders.answers.text.rubric import Rubric, RubricRefused, read_rubric

FORMS = ("en", "hi", "roman")
# What an author's word for the mark is worth, of two.
WORDS = {"full": 2.0, "partial": 1.0, "zero": 0.0}


@dataclass(frozen=True)
class MarkedAnswer:
    """An answer, and the mark that a person gave it, between 0 and the question's ``maximum``."""

    question: str
    rubric: Rubric
    answer: str
    mark: float
    maximum: float
    form: str
    model_answers: tuple[str, ...]


class FileRefused(ValueError):
    """The file cannot be read as marked answers; says where and why."""


def read_marked(path: Path) -> list[MarkedAnswer]:
    """All marked answers of a file, or of a folder of question files."""
    try:
        found = list(_of_folder(path) if path.is_dir() else _of_lines(path))
    except OSError as error:
        raise FileRefused(f"{path}: {error.strerror}") from error
    if not found:
        raise FileRefused(f"{path}: there are no marked answers in it")
    return found


@dataclass(frozen=True)
class _Question:
    name: str
    rubric: Rubric
    maximum: float
    model_answers: tuple[str, ...]


def _of_lines(path: Path) -> Iterator[MarkedAnswer]:
    questions: dict[str, _Question] = {}
    for number, line in enumerate(path.read_text("utf-8-sig").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            name = str(row["question"])
            if "rubric" in row:
                questions[name] = _question(row, float(row.get("maximum", 1)))
            else:
                yield _answer(questions[name], row)
        except RubricRefused as refused:
            raise FileRefused(f"{path}, line {number}: {refused}") from refused
        except (ValueError, TypeError, KeyError) as error:
            raise FileRefused(f"{path}, line {number}: {type(error).__name__} {error}") from error


def _question(row: Mapping[str, Any], maximum: float) -> _Question:
    if maximum <= 0:
        raise ValueError("`maximum` must be positive")
    asked = [str(row.get("statement", {}).get(form, "")) for form in ("en", "hi")]
    models = tuple(str(row["solution"][form]) for form in FORMS if form in row.get("solution", {}))
    return _Question(str(row["question"]), read_rubric({**row["rubric"], "question": asked}), maximum, models)


def _answer(question: _Question, row: Mapping[str, Any]) -> MarkedAnswer:
    mark = float(row["mark"])
    if not 0 <= mark <= question.maximum:
        raise ValueError(f"`mark` must lie between 0 and {question.maximum:g}")
    return MarkedAnswer(
        question.name, question.rubric, str(row["answer"]), mark, question.maximum,
        str(row.get("form", "")), question.model_answers,
    )  # fmt: skip


def _of_folder(folder: Path) -> Iterator[MarkedAnswer]:
    for path in sorted(folder.rglob("*.toml")):
        try:
            data = tomllib.loads(path.read_text("utf-8"))
            if "short_text" not in data:
                continue
            question = _question({**data, "question": path.stem, "rubric": data["short_text"]}, WORDS["full"])
            for answer in data.get("answer", ()):
                for form in FORMS:
                    if form in answer:
                        yield _answer(
                            question, {"answer": answer[form], "mark": WORDS[answer["expect"]], "form": form}
                        )
        except (ValueError, KeyError) as error:
            raise FileRefused(f"{path}: {type(error).__name__} {error}") from error
