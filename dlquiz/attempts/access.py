"""Who may see which attempt and sitting: one's own, and those that exist."""

from django.http import Http404
from django.urls import reverse

from dlquiz.accounts.models import User
from dlquiz.attempts.models import Attempt, Sitting
from dlquiz.attempts.quizzes import shows_marks
from dlquiz.courses.access import Role, get_course_for_user, has_role
from dlquiz.courses.models import Assignment
from dlquiz.questions.models import Question


def get_attempt_for_user(user: User, question: Question, number: int) -> Attempt:
    """The person's own attempt of that number in practice; else ``Http404``."""
    own = Attempt.objects.practice().by(user).at(question).filter(number=number)
    attempt = own.select_related("version").first()
    if attempt is None:
        raise Http404
    return attempt


def get_answer_of_user(user: User, course: str, attempt: int) -> Attempt:
    """An attempt of the person's own whose mark they may see; else ``Http404``."""
    found = get_course_for_user(user, course)
    own = Attempt.objects.by(user).of_course(found).filter(pk=attempt)
    answer = own.select_related("question__course", "version", "sitting__assignment__course").first()
    if answer is None:
        raise Http404
    sitting = answer.sitting
    if sitting is not None and (sitting.is_open or not shows_marks(sitting.assignment)):
        raise Http404
    return answer


def address_of(attempt: Attempt) -> str:
    """Where its author sees an attempt."""
    course, slug = attempt.question.course.slug, attempt.question.slug
    sitting = attempt.sitting
    if sitting is None:
        return f"{reverse('attempts:question', args=[course, slug])}?attempt={attempt.number}"
    return reverse("attempts:sitting_question", args=[course, sitting.assignment.slug, sitting.number, slug])


def get_quiz_for_user(user: User, course: str, slug: str) -> Assignment:
    """A quiz that students see already, for members; the staff see it before. Else ``Http404``."""
    found = get_course_for_user(user, course)
    quiz = Assignment.objects.filter(course=found, slug=slug, form=Assignment.Form.QUIZ).first()
    if quiz is None:
        raise Http404
    quiz.course = found
    if quiz.is_released or has_role(user, found, Role.ASSISTANT):
        return quiz
    raise Http404


def get_sitting_for_user(user: User, course: str, slug: str, number: int) -> Sitting:
    """The person's own sitting of that number; else ``Http404``."""
    quiz = get_quiz_for_user(user, course, slug)
    sitting = Sitting.objects.by(user).at(quiz).filter(number=number).first()
    if sitting is None:
        raise Http404
    sitting.assignment = quiz
    return sitting
