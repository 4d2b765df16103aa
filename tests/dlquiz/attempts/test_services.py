"""Drafts are never overwritten unseen, an answer counts once, marks are only ever added."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from dlquiz.accounts.models import User
from dlquiz.attempts.errors import AttemptClosed, DraftConflict, MarkIsFinal
from dlquiz.attempts.marking import mark_record
from dlquiz.attempts.models import Attempt, Mark
from dlquiz.attempts.services import attempt_start, attempt_submit, draft_save
from dlquiz.questions.models import Question
from graders.answers.outcome import AnswerRefused, right, wrong
from tests.dlquiz.at_once import run_at_once
from tests.dlquiz.question_cast import NUMBER, make_question


def save(user: User, question: Question, answer: str, *, revision: int = 0, number: int = 1) -> Attempt:
    return draft_save(
        user=user, question=question, number=number, revision=revision, values={"answer": answer}
    )


def submit(user: User, question: Question, answer: str, *, revision: int = 0, number: int = 1) -> Attempt:
    return attempt_submit(
        user=user, question=question, number=number, revision=revision, values={"answer": answer}
    )


def test_the_first_save_begins_the_attempt(student: User, half: Question) -> None:
    attempt = save(student, half, "0.")
    assert (attempt.number, attempt.seed, attempt.draft_revision) == (1, 0, 1)
    assert attempt.draft == {"answer": "0."}
    assert attempt.draft_saved_at is not None


def test_a_save_that_has_not_seen_the_last_one_is_a_conflict_with_both_texts_kept(
    student: User, half: Question
) -> None:
    save(student, half, "first tab")
    with pytest.raises(DraftConflict) as conflict:
        save(student, half, "second tab")
    assert conflict.value.values == {"answer": "first tab"}
    assert conflict.value.revision == 1
    assert save(student, half, "second tab", revision=1).draft == {"answer": "second tab"}


def test_the_same_text_from_two_tabs_is_no_conflict(student: User, half: Question) -> None:
    save(student, half, "same")
    assert save(student, half, "same").draft_revision == 1
    assert save(student, half, "same", revision=1).draft_revision == 1


def test_only_the_fields_of_the_kind_are_kept(student: User, half: Question) -> None:
    values = {"answer": "1", "is_admin": "yes"}
    attempt = draft_save(user=student, question=half, number=1, revision=0, values=values)
    assert attempt.draft == {"answer": "1"}


def test_a_draft_beyond_all_measure_is_refused_not_cut(student: User, half: Question) -> None:
    with pytest.raises(AnswerRefused):
        save(student, half, "x" * 100_000)


def test_an_answer_is_marked_and_closes_the_attempt(student: User, half: Question) -> None:
    attempt = submit(student, half, "1/2")
    assert attempt.answer == {"answer": "1/2"}
    assert [(mark.fraction, mark.outcome) for mark in attempt.marks.all()] == [(1, "full")]
    with pytest.raises(AttemptClosed):
        save(student, half, "too late", revision=1)


def test_an_answer_sent_twice_counts_once(student: User, half: Question) -> None:
    submit(student, half, "2")
    with pytest.raises(AttemptClosed) as closed:
        submit(student, half, "2")
    assert closed.value.number == 1
    assert Mark.objects.count() == 1


def test_an_answer_that_cannot_be_read_keeps_the_draft_and_marks_nothing(
    student: User, half: Question
) -> None:
    with pytest.raises(AnswerRefused):
        submit(student, half, "half")
    attempt = Attempt.objects.get()
    assert (attempt.is_open, attempt.draft) == (True, {"answer": "half"})
    assert not Mark.objects.exists()


def test_answering_over_another_tabs_text_is_a_conflict_first(student: User, half: Question) -> None:
    save(student, half, "0.5")
    with pytest.raises(DraftConflict):
        submit(student, half, "7")
    assert Attempt.objects.get().is_open


def test_another_attempt_gets_another_variant_and_the_first_keeps_its_own(
    student: User, varying: Question
) -> None:
    submit(student, varying, "3x3")
    again = attempt_start(user=student, question=varying)
    assert (again.number, again.is_open) == (2, True)
    assert again.seed != 0
    assert attempt_start(user=student, question=varying) == again


def test_an_attempt_keeps_the_version_that_the_student_saw(student: User, half: Question) -> None:
    seen = half.current
    make_question(half.topic, "half", "number", {**NUMBER, "number": {"value": 7}}, position=1)
    half.refresh_from_db()
    attempt = attempt_submit(
        user=student, question=half, number=1, revision=0, values={"answer": "0.5"}, version=seen
    )
    assert attempt.version == seen != half.current
    assert attempt.marks.get().outcome == "full"


def test_a_second_mark_stands_beside_the_first(student: User, half: Question) -> None:
    attempt = submit(student, half, "2")
    mark_record(attempt=attempt, marking=right(), cause=Mark.Cause.REVIEWED)
    assert list(attempt.marks.values_list("number", "fraction", "marker")) == [
        (2, Decimal(1), "person"),
        (1, Decimal(0), "auto"),
    ]


def test_marks_cannot_be_changed_or_deleted(student: User, half: Question) -> None:
    mark = submit(student, half, "2").marks.get()
    for act in (mark.save, mark.delete, lambda: Mark.objects.update(fraction=1), Mark.objects.all().delete):
        with pytest.raises(MarkIsFinal):
            act()


def test_the_database_itself_allows_one_open_attempt(student: User, half: Question) -> None:
    attempt_start(user=student, question=half)
    with pytest.raises(IntegrityError), transaction.atomic():
        Attempt.objects.create(user=student, question=half, version=half.current, number=2)


@pytest.mark.django_db(transaction=True)
def test_of_two_tabs_that_save_at_once_one_wins_and_the_other_is_told(student: User, half: Question) -> None:
    outcomes = run_at_once(lambda name: save(student, half, name), [f"tab {n}" for n in range(6)])
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Attempt"] + ["DraftConflict"] * 5
    winner = next(o for o in outcomes if isinstance(o, Attempt))
    assert Attempt.objects.get().draft == winner.draft


@pytest.mark.django_db(transaction=True)
def test_of_many_clicks_on_answer_one_is_marked(student: User, half: Question) -> None:
    outcomes = run_at_once(lambda _: submit(student, half, "0.5"), list(range(6)))
    assert sum(isinstance(outcome, Attempt) for outcome in outcomes) == 1
    assert all(isinstance(o, Attempt | AttemptClosed) for o in outcomes)
    assert (Attempt.objects.count(), Mark.objects.count()) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_marks_recorded_at_once_get_numbers_of_their_own(student: User, half: Question) -> None:
    attempt = submit(student, half, "0.5")
    run_at_once(lambda _: mark_record(attempt=attempt, marking=wrong()), list(range(5)))
    assert sorted(Mark.objects.values_list("number", flat=True)) == [1, 2, 3, 4, 5, 6]
