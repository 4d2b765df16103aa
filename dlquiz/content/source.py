"""Reading the content folder: every file, every problem, before anything is written anywhere."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from dlquiz.content.lint import lesson_problems, text_problems
from dlquiz.content.problems import ContentRefused, Problem, located
from dlquiz.core.i18n import Text
from dlquiz.questions.kinds import KINDS

CONTENT = Path(__file__).parent
_TEXTS = ("title", "statement", "hint", "misconception", "solution")
_NOT_SPEC = frozenset({"id", "kind", "position", "points", "answer"})


@dataclass(frozen=True)
class LessonSource:
    """A lesson in both languages; the digest tells whether it changed."""

    body: Text
    digest: str


@dataclass(frozen=True)
class QuestionSource:
    """A question file. ``answers`` are its own test answers: not part of what is published."""

    slug: str
    kind: str
    position: int
    points: Decimal
    spec: Mapping[str, Any]
    answers: tuple[Mapping[str, str], ...]
    path: str


@dataclass(frozen=True)
class TopicSource:
    """A topic with its lesson, if it has one yet, and its questions."""

    slug: str
    title: Text
    summary: Text
    lesson: LessonSource | None
    questions: tuple[QuestionSource, ...]


@dataclass(frozen=True)
class CourseSource:
    """The whole course."""

    slug: str
    title: Text
    description: Text
    time_zone: str
    is_open: bool
    topics: tuple[TopicSource, ...]


def own_course_slug(folder: Path = CONTENT) -> str:
    """The course that the program's own content makes."""
    slug: str = tomllib.loads((folder / "course.toml").read_text("utf-8"))["slug"]
    return slug


def read_content(folder: Path = CONTENT) -> CourseSource:
    """The course of a content folder; raises ``ContentRefused`` with every problem of every file."""
    reader = _Reader(folder)
    course = reader.course()
    if reader.problems or course is None:
        raise ContentRefused(sorted(reader.problems))
    return course


@dataclass
class _Reader:
    folder: Path
    problems: list[Problem] = field(default_factory=list)

    def course(self) -> CourseSource | None:
        data, source = self.toml("course.toml")
        if data is None:
            return None
        say = _Said(self, "course.toml", source)
        topics = tuple(self.topic(entry, say) for entry in data.get("topic", ()))
        self.repeated([topic.slug for topic in topics], "course.toml", "topic")
        slugs = [question.slug for topic in topics for question in topic.questions]
        self.repeated(slugs, "course.toml", "question")
        return CourseSource(
            slug=say.word(data, "slug"),
            title=say.text(data, "title"),
            description=say.text(data, "description"),
            time_zone=str(data.get("time_zone", "Asia/Kolkata")),
            is_open=bool(data.get("is_open", False)),
            topics=topics,
        )

    def topic(self, entry: Mapping[str, Any], say: _Said) -> TopicSource:
        slug = say.word(entry, "slug")
        return TopicSource(
            slug=slug,
            title=say.text(entry, "title"),
            summary=say.text(entry, "summary"),
            lesson=self.lesson(slug),
            questions=self.questions(slug),
        )

    def lesson(self, topic: str) -> LessonSource | None:
        paths = {language: f"{topic}/lesson.{language}.md" for language in ("en", "hi")}
        there = {name: path for name, path in paths.items() if (self.folder / path).is_file()}
        if not there:
            return None
        for language in paths.keys() - there.keys():
            self.problems.append(Problem(paths[language], 1, "this language of the lesson is missing"))
        if len(there) < len(paths):
            return None
        bodies = {name: (self.folder / path).read_text("utf-8") for name, path in paths.items()}
        self.problems += lesson_problems(bodies["en"], bodies["hi"], paths["hi"])
        digest = hashlib.sha256("\0".join([bodies["en"], bodies["hi"]]).encode()).hexdigest()
        return LessonSource(Text(**bodies), digest)

    def questions(self, topic: str) -> tuple[QuestionSource, ...]:
        files = sorted((self.folder / topic / "questions").glob("*.toml"))
        read = [self.question(path.relative_to(self.folder).as_posix()) for path in files]
        return tuple(sorted((q for q in read if q is not None), key=lambda q: (q.position, q.slug)))

    def question(self, path: str) -> QuestionSource | None:
        data, source = self.toml(path)
        if data is None:
            return None
        say = _Said(self, path, source)
        slug, kind = say.word(data, "id"), str(data.get("kind", ""))
        if slug and slug != Path(path).stem:
            say.problem(f"`id` is {slug!r}, but the file is called {Path(path).stem!r}")
        spec = {key: value for key, value in data.items() if key not in _NOT_SPEC}
        if kind not in KINDS:
            say.problem(f"`kind` is {kind!r}; known are {', '.join(sorted(KINDS))}")
        else:
            for message in KINDS[kind].problems(spec):
                say.problem(message)
        for name in _TEXTS:
            value = spec.get(name)
            if isinstance(value, Mapping) and "en" in value and "hi" in value:
                for message in text_problems(str(value["en"]), str(value["hi"]), f"`{name}`"):
                    say.problem(message)
        points = say.points(data)
        answers = tuple(data.get("answer", ()))
        return QuestionSource(slug, kind, int(data.get("position", 0)), points, spec, answers, path)

    def toml(self, path: str) -> tuple[dict[str, Any] | None, str]:
        try:
            source = (self.folder / path).read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            self.problems.append(Problem(path, 1, f"cannot be read: {error}"))
            return None, ""
        try:
            return tomllib.loads(source), source
        except tomllib.TOMLDecodeError as error:
            line = getattr(error, "lineno", None) or _line_in(str(error))
            self.problems.append(Problem(path, line, f"no valid TOML: {error}"))
            return None, source

    def repeated(self, names: list[str], path: str, what: str) -> None:
        for name in sorted({name for name in names if names.count(name) > 1}):
            self.problems.append(Problem(path, 1, f"{what} {name!r} stands there twice"))


@dataclass
class _Said:
    """Takes values out of one file's tables and notes what is wrong with them."""

    reader: _Reader
    path: str
    source: str

    def problem(self, message: str) -> None:
        self.reader.problems.append(located(self.path, self.source, message))

    def word(self, table: Mapping[str, Any], key: str) -> str:
        value = str(table.get(key, ""))
        if not value or not all(part.isalnum() for part in value.split("-")) or not value.isascii():
            self.problem(f"`{key}` must be a word of letters, digits and hyphens, not {value!r}")
        return value

    def text(self, table: Mapping[str, Any], key: str) -> Text:
        value = table.get(key)
        if not isinstance(value, Mapping) or not value.get("en") or not value.get("hi"):
            self.problem(f"`{key}` of {table.get('slug', '?')!r} needs both languages")
            return Text("", "")
        return Text(str(value["en"]), str(value["hi"]))

    def points(self, table: Mapping[str, Any]) -> Decimal:
        try:
            points = Decimal(str(table.get("points", 1)))
        except InvalidOperation:
            points = Decimal(0)
        if points <= 0 or not points.is_finite():
            self.problem("`points` must be a positive number")
        return points


def _line_in(message: str) -> int:
    """The line that a TOML error names in its words ("at line 3, column 5")."""
    words = message.replace(",", " ").split()
    number = words[words.index("line") + 1] if "line" in words[:-1] else ""
    return int(number) if number.isdecimal() else 1
