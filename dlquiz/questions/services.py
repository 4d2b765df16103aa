"""Writes: questions and their versions."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Max

from dlquiz.courses.models import Course, Topic
from dlquiz.questions.errors import SpecRefused
from dlquiz.questions.kinds import KINDS
from dlquiz.questions.models import Question, QuestionVersion


def spec_digest(kind: str, spec: Mapping[str, Any]) -> str:
    """What tells one version from another: the kind and its data, whatever the order of keys."""
    canonical = json.dumps([kind, spec], sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


@transaction.atomic
def question_version_publish(
    *, topic: Topic, slug: str, kind: str, spec: Mapping[str, Any], points: Decimal, position: int
) -> tuple[QuestionVersion, bool]:
    """Make ``spec`` what the question asks from now on; also whether anything was changed by it.

    A spec that was published before is not stored again: its version becomes the current one. Raises
    ``SpecRefused`` with every problem.
    """
    if kind not in KINDS:
        raise SpecRefused([f"unknown kind {kind!r}"])
    problems = KINDS[kind].problems(spec)
    if problems:
        raise SpecRefused(problems)
    # The course's row is the lock: two who publish at once get two numbers, one after the other.
    course = Course.objects.select_for_update().get(pk=topic.course_id)
    question, changed = _question_of(course, topic, slug, kind, points, position)
    digest = spec_digest(kind, spec)
    version = question.versions.filter(digest=digest).first()
    if version is None:
        last = question.versions.aggregate(last=Max("number"))["last"] or 0
        version = QuestionVersion.objects.create(
            question=question, number=last + 1, digest=digest, spec=dict(spec)
        )
    if question.current_id != version.pk:
        question.current = version
        question.save(update_fields=["current"])
        changed = True
    return version, changed


@transaction.atomic
def questions_retire(*, course: Course, keep: Collection[str]) -> int:
    """Switch off every question of the course that is not in ``keep``; the answers to it stay."""
    return (
        Question.objects.of_course(course)
        .filter(is_active=True)
        .exclude(slug__in=keep)
        .update(is_active=False)
    )


def _question_of(
    course: Course, topic: Topic, slug: str, kind: str, points: Decimal, position: int
) -> tuple[Question, bool]:
    # Whether it is offered is the staff's decision, which a later import does not undo.
    wanted = {"topic": topic, "kind": kind, "points": points, "position": position}
    question = Question.objects.of_course(course).filter(slug=slug).first()
    if question is None:
        return Question.objects.create(slug=slug, **wanted), True
    changed = [name for name, value in wanted.items() if getattr(question, name) != value]
    for name in changed:
        setattr(question, name, wanted[name])
    if changed:
        question.save(update_fields=changed)
    return question, bool(changed)
