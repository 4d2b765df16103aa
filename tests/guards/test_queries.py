"""Pages ask the database a fixed number of questions, however much there is to show."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from dlquiz.accounts.models import User
from dlquiz.attempts.marking import mark_record
from dlquiz.attempts.services import attempt_start, attempt_submit
from dlquiz.authoring.services import upload_create
from dlquiz.core.i18n import Text
from dlquiz.courses.models import Assignment, AssignmentItem, Course, Lesson, Topic
from dlquiz.questions.kinds import KINDS
from dlquiz.questions.models import Question
from dlquiz.questions.services import question_version_publish
from dlquiz.submissions.models import Purpose, Submission
from dlquiz.submissions.services import submission_create
from dlquiz.tasks.services import task_version_publish
from graders.answers.outcome import Marking, Outcome, wrong
from graders.package import load_folder
from tests.cast import client_of, make_member
from tests.dlquiz.question_cast import TEXT, make_question
from tests.guards.tree import ROOT

FEW, MANY = 2, 7
# What each page may ask at most, session and sign-in included. Lower a number when a page gets better.
BASELINES = {
    "courses:home": 18,
    "courses:course": 14,
    "courses:topic": 14,
    "attempts:question": 14,
    "submissions:task": 14,
    "submissions:history": 12,
    "gradebook:own": 16,
    "gradebook:table": 18,
    "gradebook:csv": 16,
    "gradebook:attempts": 14,
    "authoring:tasks": 12,
    "attempts:quiz": 12,
    "review:queue": 16,
    "review:question": 14,
    "review:history": 12,
}


class Term:
    """A course with ``size`` of everything that pages list."""

    def __init__(self, course: Course, topic: Topic) -> None:
        self.course = course
        self.topic = topic
        self.student = make_member(course, "student", "student")
        self.instructor = make_member(course, "instructor", "instructor")
        Lesson.objects.create(topic=topic, body=Text("Text", "पाठ"))
        package = load_folder(ROOT / "reference_models" / "conv2d-forward")
        self.task = task_version_publish(course=course, package=package).task
        self.size = 0

    def grow(self, size: int) -> None:
        for number in range(self.size, size):
            self._add(number)
        self.size = size

    def _add(self, number: int) -> None:
        topic = Topic.objects.create(
            course=self.course, slug=f"topic-{number}", position=number + 5, title=Text("Topic", "विषय")
        )
        question = self._question(self.topic, number)
        self._question(topic, number + 100)
        assignment = Assignment.objects.create(
            course=self.course, slug=f"work-{number}", title=Text("Work", "काम"), release_at=timezone.now()
        )
        for kind, slug in (("question", question.slug), ("task", self.task.slug)):
            AssignmentItem.objects.create(assignment=assignment, kind=kind, slug=slug)
        self._quiz(number, question)
        words = make_question(self.topic, f"words-{number}", "short_text", TEXT, position=number + 50)
        for person in (self.student, make_member(self.course, f"writer-{number}", "student")):
            for asked in {words, Question.objects.get(slug="words-0")}:
                attempt = attempt_start(user=person, question=asked)
                attempt_submit(
                    user=person,
                    question=asked,
                    number=attempt.number,
                    values={"answer": "It is."},
                    revision=0,
                )
                mark_record(attempt=attempt, marking=wrong(), by=self.instructor, cause="reviewed")
                mark_record(attempt=attempt, marking=Marking(Outcome.PROVISIONAL, Decimal(0)))
        for person in (self.student, make_member(self.course, f"student-{number}", "student")):
            attempt_submit(user=person, question=question, number=1, values={"answer": "0.5"}, revision=0)
            self._submission(person)
        upload_create(course=self.course, uploaded_by=self.instructor, filename="a.zip", archive=b"x")

    def _quiz(self, number: int, question: Question) -> None:
        for slug in (f"quiz-{number}", "quiz-0"):
            quiz, _ = Assignment.objects.get_or_create(
                course=self.course,
                slug=slug,
                form=Assignment.Form.QUIZ,
                defaults={"title": Text("Quiz", "Quiz"), "release_at": timezone.now()},
            )
            AssignmentItem.objects.get_or_create(assignment=quiz, kind="question", slug=question.slug)

    def _question(self, topic: Topic, number: int) -> Question:
        spec = KINDS["number"].examples()[0].spec
        version, _ = question_version_publish(
            topic=topic,
            slug=f"question-{number}",
            kind="number",
            spec=spec,
            points=Decimal(1),
            position=number,
        )
        return version.question

    def _submission(self, person: User) -> None:
        submission = submission_create(user=person, task=self.task, source="x = 1", purpose=Purpose.SUBMIT)
        # As if a worker had given up on it: it is no longer waiting, and pages show it.
        Submission.objects.filter(pk=submission.pk).update(
            state="infrastructure_error", finished_at=timezone.now()
        )

    def address(self, name: str) -> str:
        arguments = {
            "courses:home": [],
            "courses:topic": [self.course.slug, self.topic.slug],
            "attempts:question": [self.course.slug, "question-0"],
            "submissions:task": [self.course.slug, self.task.slug],
            "submissions:history": [self.course.slug, self.task.slug],
            "attempts:quiz": [self.course.slug, "quiz-0"],
            "review:question": [self.course.slug, "words-0"],
            "gradebook:attempts": [self.course.slug, self.student.pk, self.task.slug],
        }
        return reverse(name, args=arguments.get(name, [self.course.slug]))


@pytest.fixture
def term(course: Course, topic: Topic) -> Term:
    return Term(course, topic)


@pytest.fixture
def queries(term: Term) -> Callable[[str], list[str]]:
    def ask(name: str) -> list[str]:
        staff = name.startswith(("authoring:", "gradebook:", "review:")) and name != "gradebook:own"
        client = client_of(term.instructor if staff else term.student)
        address = term.address(name)
        client.get(address)  # what is read once per process is not counted
        with CaptureQueriesContext(
            connection,
        ) as captured:
            response = client.get(address)
            if response.streaming:
                b"".join(response)
        assert response.status_code == 200
        return [query["sql"] for query in captured.captured_queries]

    return ask


@pytest.mark.parametrize("name", sorted(BASELINES))
def test_the_number_of_queries_does_not_grow_with_the_data(
    term: Term, queries: Callable[[str], list[str]], name: str
) -> None:
    term.grow(FEW)
    few = queries(name)
    term.grow(MANY)
    many = queries(name)
    assert len(many) == len(few), "\n".join(many)
    assert len(few) <= BASELINES[name], "\n".join(few)
