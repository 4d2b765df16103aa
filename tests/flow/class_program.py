"""A class in the embedded site's own database, run as a program of its own.

``python -m tests.flow.class_program enrol N`` prints a session for each of N students and the quiz's address;
``… results`` prints what the database holds of every student's work.
"""

from __future__ import annotations

import json
import sys
from datetime import timedelta
from typing import Any

import django

COURSE, QUIZ, PRACTISED = "deep-learning", "class-quiz", "convolution-2"
ASKED = ("convolution-feature-map-entry", "convolution-output-shape")


def enrol(number: int) -> dict[str, Any]:
    from django.conf import settings
    from django.utils import timezone

    from dlquiz.accounts.models import User
    from dlquiz.core.i18n import Text
    from dlquiz.courses.models import Assignment, AssignmentItem, Course, Membership

    course = Course.objects.get(slug=COURSE)
    now = timezone.now()
    quiz = Assignment.objects.create(
        course=course,
        slug=QUIZ,
        title=Text("Quiz", "Quiz"),
        form=Assignment.Form.QUIZ,
        release_at=now,
        due_at=now + timedelta(hours=1),
        time_limit=30,
    )
    for place, slug in enumerate(ASKED):
        AssignmentItem.objects.create(assignment=quiz, kind="question", slug=slug, position=place)
    names = [f"one-of-{number}-{place}" for place in range(number)]
    students = User.objects.bulk_create(User(username=name, email=f"{name}@example.org") for name in names)
    Membership.objects.bulk_create(Membership(course=course, user=student) for student in students)
    return {
        "cookie": settings.SESSION_COOKIE_NAME,
        "sessions": {student.username: _session(student) for student in students},
    }


def _session(user: Any) -> str:
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return str(session.session_key)


def results() -> dict[str, Any]:
    from dlquiz.attempts.models import Attempt, Sitting

    found: dict[str, Any] = {}
    for attempt in Attempt.objects.filter(user__username__startswith="one-of-").select_related(
        "user", "question", "sitting"
    ):
        where = "practice" if attempt.sitting_id is None else "quiz"
        entry = found.setdefault(attempt.user.username, {}).setdefault(where, {})
        attempts = entry.setdefault(attempt.question.slug, [])
        attempts.append(
            {
                "draft": attempt.draft.get("answer"),
                "revision": attempt.draft_revision,
                "answer": (attempt.answer or {}).get("answer"),
                "marks": attempt.marks.count(),
            }
        )
    return {"work": found, "sittings": Sitting.objects.filter(closed_at__isnull=False).count()}


def main() -> None:
    django.setup()
    done = enrol(int(sys.argv[2])) if sys.argv[1] == "enrol" else results()
    print(json.dumps(done))


if __name__ == "__main__":
    main()
