"""The pages of a quiz: what a student sees, and what is not shown before its time."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from dlquiz.accounts.models import User
from dlquiz.attempts.models import Appeal, Sitting
from dlquiz.attempts.quizzes import GRACE
from dlquiz.attempts.sittings import sitting_start
from dlquiz.courses.models import Assignment, Course
from dlquiz.questions.models import Question
from tests.dlquiz.attempts.quiz_cast import HOUR, keep, make_quiz

QUIZ = "/courses/deep-learning/quizzes/quiz/"
PRACTICE = "/courses/deep-learning/questions/half/"


@pytest.fixture
def quiz(course: Course, half: Question, kernel: Question) -> Assignment:
    return make_quiz(course, half, kernel)


def over(quiz: Assignment) -> None:
    Assignment.objects.filter(pk=quiz.pk).update(due_at=timezone.now() - 2 * GRACE)
    Sitting.objects.update(ends_at=timezone.now() - 2 * GRACE)


def test_the_rules_stand_before_the_start(quiz: Assignment, student_client: Client) -> None:
    page = student_client.get(QUIZ).text
    for words in ("2 questions", "3 points", "30 minutes", "You can sit it 1 time.", "Start the quiz"):
        assert words in page


def test_a_quiz_is_sat_from_start_to_mark_without_scripts(quiz: Assignment, student_client: Client) -> None:
    first = student_client.post(QUIZ + "start/", follow=True)
    assert "What is a half?" in first.text
    # The hint is for practice.
    assert "Less than one." not in first.text
    second = student_client.post(
        QUIZ + "1/half/save/", {"answer": "0.5", "revision": "0", "plain": "next"}, follow=True
    )
    assert "What does a kernel do?" in second.text
    look = student_client.post(
        QUIZ + "1/kernel/save/", {"answer": "It slides.", "revision": "0", "plain": "next"}, follow=True
    )
    assert "After handing in nothing can be changed." in look.text
    done = student_client.post(QUIZ + "1/hand-in/", follow=True)
    assert "Handed in" in done.text
    assert "Marks are shown when the quiz is over." in done.text


def test_what_cannot_be_read_is_said_while_it_can_be_mended(quiz: Assignment, student_client: Client) -> None:
    student_client.post(QUIZ + "start/")
    student_client.post(QUIZ + "1/half/save/", {"answer": "a half", "revision": "0"})
    page = student_client.get(QUIZ + "1/").text
    assert "In progress" in page
    student_client.post(QUIZ + "1/half/save/", {"answer": "0.5", "revision": "1"})
    assert "In progress" not in student_client.get(QUIZ + "1/").text


def test_a_flag_is_put_on_and_taken_off(quiz: Assignment, student_client: Client) -> None:
    student_client.post(QUIZ + "start/")
    assert "flagged" in student_client.post(QUIZ + "1/half/flag/", {"on": "1"}, follow=True).text
    assert "flagged" not in student_client.post(QUIZ + "1/half/flag/", follow=True).text


def test_the_worked_answer_is_shown_when_the_quiz_is_over_and_not_before(
    quiz: Assignment, student: User, student_client: Client, half: Question
) -> None:
    keep(sitting_start(user=student, assignment=quiz), half, "7")
    student_client.post(QUIZ + "1/hand-in/")
    before = student_client.get(QUIZ + "1/half/", follow=True)
    assert "Worked answer" not in before.text
    assert "0 of 3" not in student_client.get(QUIZ).text
    over(quiz)
    after = student_client.get(QUIZ + "1/half/").text
    assert "Worked answer" in after
    assert "0 of 1 point" in after
    assert "0 of 3 points" in student_client.get(QUIZ + "1/").text


def test_neither_home_nor_grades_tell_a_mark_before_the_quiz_is_over(
    quiz: Assignment, student: User, student_client: Client, half: Question
) -> None:
    keep(sitting_start(user=student, assignment=quiz), half, "0.5")
    student_client.post(QUIZ + "1/hand-in/")
    home, grades = student_client.get("/").text, "/courses/deep-learning/grades/"
    assert "Right" not in home
    assert "shown when the quiz is over" in student_client.get(grades).text
    assert "0 of 0" in student_client.get(grades).text
    over(quiz)
    shown = student_client.get(grades).text
    assert "1 of 1 point" in shown
    assert "the sitting that counts" in shown


def test_the_staff_see_the_marks_at_once(
    quiz: Assignment, student: User, student_client: Client, assistant_client: Client, half: Question
) -> None:
    keep(sitting_start(user=student, assignment=quiz), half, "0.5")
    student_client.post(QUIZ + "1/hand-in/")
    assert "1 of 3 points" in assistant_client.get(f"/courses/deep-learning/gradebook/{student.pk}/").text


def test_practice_does_not_give_away_what_the_quiz_asks(
    quiz: Assignment, student_client: Client, assistant_client: Client, half: Question
) -> None:
    assert "This question belongs to a quiz" in student_client.get(PRACTICE).text
    answered = student_client.post(PRACTICE + "answer/", {"answer": "0.5", "revision": "0"})
    assert answered.status_code == 409
    assert "Worked answer" not in answered.text
    # What was typed is kept all the same.
    assert half.attempts.get(sitting=None).draft == {"answer": "0.5"}
    assert student_client.post(PRACTICE + "again/").status_code == 409
    assert "What is a half?" in assistant_client.get(PRACTICE).text
    over(quiz)
    assert "What is a half?" in student_client.get(PRACTICE).text


def test_what_comes_too_late_is_shown_again_and_does_not_count(
    quiz: Assignment, student: User, student_client: Client, half: Question
) -> None:
    sitting = sitting_start(user=student, assignment=quiz)
    over(quiz)
    late = student_client.post(QUIZ + "1/half/save/", {"answer": "0.5", "revision": "0", "plain": "next"})
    assert late.status_code == 410
    assert "it does not count" in late.text
    assert "<code>0.5</code>" in late.text
    assert student_client.post(QUIZ + "1/half/save/", {"answer": "0.5"}).status_code == 410
    sitting.refresh_from_db()
    assert not sitting.is_open


def test_two_tabs_of_a_quiz_do_not_overwrite_each_other(
    quiz: Assignment, student: User, student_client: Client
) -> None:
    sitting_start(user=student, assignment=quiz)
    saved = student_client.post(QUIZ + "1/half/save/", {"answer": "0.5", "revision": "0"})
    assert saved.json()["revision"] == 1
    other = student_client.post(QUIZ + "1/half/save/", {"answer": "7", "revision": "0"})
    assert (other.status_code, other.json()["values"]) == (409, {"answer": "0.5"})
    plain = student_client.post(QUIZ + "1/half/save/", {"answer": "7", "revision": "0", "plain": "stay"})
    assert plain.status_code == 409
    assert "Your text is below, untouched." in plain.text


@pytest.mark.parametrize("number", ["0", "2", "999999999999"])
def test_a_sitting_that_is_not_there_is_not_found(
    quiz: Assignment, student: User, student_client: Client, number: str
) -> None:
    sitting_start(user=student, assignment=quiz)
    assert student_client.get(f"{QUIZ}{number}/").status_code == 404


def test_a_quiz_that_is_not_released_is_not_there_for_students(
    quiz: Assignment, student_client: Client, assistant_client: Client
) -> None:
    later = timezone.now() + HOUR / 2
    Assignment.objects.filter(pk=quiz.pk).update(release_at=later)
    assert student_client.get(QUIZ).status_code == 404
    assert assistant_client.get(QUIZ).status_code == 200


def test_homework_is_no_quiz(quiz: Assignment, student_client: Client) -> None:
    Assignment.objects.filter(pk=quiz.pk).update(form=Assignment.Form.HOMEWORK)
    assert student_client.get(QUIZ).status_code == 404


def test_an_answer_of_a_quiz_can_be_appealed_once_its_mark_is_shown(
    quiz: Assignment, student: User, student_client: Client, half: Question
) -> None:
    sitting = sitting_start(user=student, assignment=quiz)
    keep(sitting, half, "7")
    attempt = sitting.attempts.get(question=half)
    address = f"/courses/deep-learning/answers/{attempt.pk}/appeal/"
    student_client.post(QUIZ + "1/hand-in/")
    assert student_client.post(address).status_code == 404
    over(quiz)
    page = student_client.post(address, {"reason": "Seven is right."}, follow=True)
    assert "Seven is right." in page.text
    assert Appeal.objects.get().attempt == attempt


def test_the_course_and_home_lead_to_the_quiz(quiz: Assignment, student_client: Client) -> None:
    for page in ("/", "/courses/deep-learning/"):
        assert QUIZ in student_client.get(page).text
