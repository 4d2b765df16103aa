"""Teaching: what would flip is shown first, a person approves, and people's own marks are never touched."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dlquiz.accounts.models import User
from dlquiz.attempts.models import Mark
from dlquiz.attempts.selectors import newest_mark
from dlquiz.questions.models import Phrasing, Question
from dlquiz.review.decisions import Judgement, Seen, answers_decide
from dlquiz.review.replay import replay
from dlquiz.review.teaching import (
    PhrasingDecided,
    lessons_from,
    phrasing_approve,
    phrasing_propose,
    phrasing_reject,
    phrasing_retire,
)
from graders.answers.outcome import Verdict
from tests.dlquiz.review.conftest import UNCLEAR, Answers
from tests.dlquiz.review.test_decisions import BOTH, seen

LEARNED = {
    "concept": "slides", "effect": "accept", "words": "strolls", "forms": {"slide": {"en": ["strolls"]}},
}  # fmt: skip


@pytest.fixture
def phrasing(kernel: Question, assistant: User) -> Phrasing:
    return phrasing_propose(question=kernel, by=assistant, learned=LEARNED)


def all_flips(question: Question) -> list[Seen]:
    names = [name for flip in replay(question, LEARNED).flips for name in flip.seen]
    return [Seen(*map(int, name.split(":"))) for name in names]


def fraction(question: Question, text: str, somebody_answers: Answers) -> Decimal:
    mark = newest_mark(somebody_answers(question, text))
    assert mark is not None
    return mark.fraction


def test_words_of_an_answer_become_a_lesson(kernel: Question, somebody_answers: Answers) -> None:
    attempt = somebody_answers(kernel, UNCLEAR)
    found = lessons_from(attempt=attempt, words="kernel strolls", concept="slides", effect="accept")
    assert found[0].term == "slide"


def test_the_replay_shows_what_would_flip_and_writes_nothing(
    kernel: Question, somebody_answers: Answers
) -> None:
    attempts = [somebody_answers(kernel, text) for text in (UNCLEAR, UNCLEAR.lower(), "It is a matrix.")]
    found = replay(kernel, LEARNED)
    (flip,) = found.flips
    assert (flip.before, flip.after, flip.times, found.answers) == (Decimal(0), Decimal("0.5"), 2, 3)
    assert (found.raised, found.lowered) == (2, 0)
    assert all(attempt.marks.count() == 1 for attempt in attempts)


def test_the_replay_says_whether_it_agrees_better_with_people(
    kernel: Question, assistant: User, somebody_answers: Answers
) -> None:
    attempt = somebody_answers(kernel, UNCLEAR)
    judgement = Judgement({"slides": Verdict.SUPPORTED, "adds": Verdict.ABSENT})
    answers_decide(question=kernel, by=assistant, seen=[seen(attempt)], judgement=judgement)
    found = replay(kernel, LEARNED)
    assert (found.agreement.before, found.agreement.after, found.agreement.total) == (0, 1, 1)
    # What a person decided is the measure, and no flip.
    assert found.flips == []


def test_a_proposal_changes_nothing(kernel: Question, phrasing: Phrasing, somebody_answers: Answers) -> None:
    assert phrasing.state == Phrasing.State.PROPOSED
    assert fraction(kernel, UNCLEAR, somebody_answers) == 0


def test_the_same_lesson_is_proposed_once(kernel: Question, instructor: User, phrasing: Phrasing) -> None:
    assert phrasing_propose(question=kernel, by=instructor, learned=LEARNED) == phrasing


def test_an_approved_lesson_marks_again_what_was_chosen_and_all_that_follows(
    kernel: Question, phrasing: Phrasing, instructor: User, somebody_answers: Answers
) -> None:
    chosen = somebody_answers(kernel, UNCLEAR)
    other = somebody_answers(kernel, UNCLEAR + " Yes.")
    done = phrasing_approve(phrasing=phrasing, by=instructor, regrade=[seen(chosen)])
    assert (done.marked, done.overtaken) == (1, 0)
    mark = newest_mark(chosen)
    assert mark is not None
    assert (mark.cause, mark.fraction, mark.by, mark.marker) == (
        "regraded", Decimal("0.5"), instructor, "auto",
    )  # fmt: skip
    assert other.marks.count() == 1
    assert fraction(kernel, UNCLEAR + " Really.", somebody_answers) == Decimal("0.5")


def test_an_answer_that_was_decided_meanwhile_is_not_marked_again(
    kernel: Question, phrasing: Phrasing, assistant: User, instructor: User, somebody_answers: Answers
) -> None:
    attempt = somebody_answers(kernel, UNCLEAR)
    shown = all_flips(kernel)
    answers_decide(question=kernel, by=assistant, seen=[seen(attempt)], judgement=Judgement(BOTH))
    done = phrasing_approve(phrasing=phrasing, by=instructor, regrade=shown)
    assert (done.marked, done.overtaken) == (0, 1)
    mark = newest_mark(attempt)
    assert mark is not None
    assert mark.cause == Mark.Cause.REVIEWED


def test_only_answers_that_the_lesson_changes_are_marked_again(
    kernel: Question, half: Question, phrasing: Phrasing, instructor: User, somebody_answers: Answers
) -> None:
    untouched, other = somebody_answers(kernel, "It is a matrix."), somebody_answers(half, "7")
    regrade = [seen(untouched), seen(other), Seen(10**8, 1)]
    done = phrasing_approve(phrasing=phrasing, by=instructor, regrade=regrade)
    assert (done.marked, done.overtaken) == (0, 3)
    assert untouched.marks.count() == other.marks.count() == 1


def test_it_is_decided_once(phrasing: Phrasing, instructor: User) -> None:
    phrasing_reject(phrasing=phrasing, by=instructor)
    with pytest.raises(PhrasingDecided):
        phrasing_approve(phrasing=phrasing, by=instructor, regrade=[])
    phrasing.refresh_from_db()
    assert phrasing.state == Phrasing.State.REJECTED


def test_a_retired_lesson_is_no_longer_used_and_its_marks_stay(
    kernel: Question, phrasing: Phrasing, instructor: User, somebody_answers: Answers
) -> None:
    attempt = somebody_answers(kernel, UNCLEAR)
    phrasing_approve(phrasing=phrasing, by=instructor, regrade=[seen(attempt)])
    phrasing_retire(phrasing=phrasing, by=instructor)
    mark = newest_mark(attempt)
    assert mark is not None
    assert mark.fraction == Decimal("0.5")
    assert fraction(kernel, UNCLEAR + " Again.", somebody_answers) == 0
    with pytest.raises(PhrasingDecided):
        phrasing_retire(phrasing=phrasing, by=instructor)
