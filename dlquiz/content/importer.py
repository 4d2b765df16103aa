"""From content files to the database: what has not changed is left alone, what has becomes a new version."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from dlquiz.content.source import CONTENT, CourseSource, LessonSource, read_content
from dlquiz.courses.models import Topic
from dlquiz.courses.services import course_put, lesson_put, lesson_remove, topic_put
from dlquiz.questions.services import question_version_publish, questions_retire


@dataclass
class Imported:
    """What an import did."""

    course: str
    topics: int = 0
    lessons_changed: int = 0
    questions: int = 0
    questions_changed: int = 0
    questions_retired: int = 0


def content_import(*, folder: Path = CONTENT) -> Imported:
    """Bring the course of ``folder`` up to date, all of it or nothing.

    Raises ``ContentRefused`` with every problem before anything is written.
    """
    source = read_content(folder)
    with transaction.atomic():
        return _write(source)


def _write(source: CourseSource) -> Imported:
    course = course_put(
        slug=source.slug,
        title=source.title,
        description=source.description,
        time_zone=source.time_zone,
        is_open=source.is_open,
    )
    done = Imported(course.slug)
    slugs: set[str] = set()
    for position, entry in enumerate(source.topics):
        topic = topic_put(
            course=course, slug=entry.slug, position=position, title=entry.title, summary=entry.summary
        )
        done.topics += 1
        done.lessons_changed += _lesson(topic, entry.lesson)
        for question in entry.questions:
            _, changed = question_version_publish(
                topic=topic,
                slug=question.slug,
                kind=question.kind,
                spec=question.spec,
                points=question.points,
                position=question.position,
            )
            slugs.add(question.slug)
            done.questions += 1
            done.questions_changed += changed
    done.questions_retired = questions_retire(course=course, keep=slugs)
    return done


def _lesson(topic: Topic, source: LessonSource | None) -> bool:
    """Write the lesson if its files changed; a lesson whose files are gone goes too."""
    if source is None:
        return lesson_remove(topic=topic)
    return lesson_put(topic=topic, body=source.body, digest=source.digest)
