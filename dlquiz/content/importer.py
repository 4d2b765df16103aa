"""From content files to the database: what has not changed is left alone, what has becomes a new version."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from dlquiz.content.source import CONTENT, CourseSource, LessonSource, TopicSource, read_content
from dlquiz.courses.models import Course, Lesson, Topic
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
    course = _course(source)
    done = Imported(course.slug)
    slugs: set[str] = set()
    for position, entry in enumerate(source.topics):
        topic = _topic(course, entry, position)
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


def _course(source: CourseSource) -> Course:
    """The course. Whether it is open, and where it is held, its owner decides after the first import."""
    course, made = Course.objects.get_or_create(
        slug=source.slug,
        defaults={
            "title": source.title,
            "description": source.description,
            "time_zone": source.time_zone,
            "is_open": source.is_open,
        },
    )
    if not made and (course.title, course.description) != (source.title, source.description):
        course.title, course.description = source.title, source.description
        course.save(update_fields=["title", "description"])
    return course


def _topic(course: Course, source: TopicSource, position: int) -> Topic:
    topic = Topic.objects.filter(course=course, slug=source.slug).first()
    wanted = {"position": position, "title": source.title, "summary": source.summary}
    if topic is None:
        return Topic.objects.create(course=course, slug=source.slug, **wanted)
    changed = [name for name, value in wanted.items() if getattr(topic, name) != value]
    for name in changed:
        setattr(topic, name, wanted[name])
    if changed:
        topic.save(update_fields=changed)
    return topic


def _lesson(topic: Topic, source: LessonSource | None) -> bool:
    """Write the lesson if its files changed; a lesson whose files are gone goes too."""
    if source is None:
        return bool(Lesson.objects.filter(topic=topic).delete()[0])
    lesson = Lesson.objects.filter(topic=topic).first()
    if lesson is not None and lesson.digest == source.digest:
        return False
    Lesson.objects.update_or_create(topic=topic, defaults={"body": source.body, "digest": source.digest})
    return True
