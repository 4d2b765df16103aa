"""What people decide: one verdict for a whole group, nothing overwritten, everything with its author."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from dlquiz.accounts.models import User
from dlquiz.attempts.appeals import appeal_create, newest_appeal
from dlquiz.attempts.marking import mark_record
from dlquiz.attempts.models import Attempt, Mark
from dlquiz.attempts.selectors import newest_mark
from dlquiz.questions.models import Question
from dlquiz.review.decisions import DecisionRefused, Judgement, Seen, answers_decide
from dlquiz.review.groups import Group, groups_of
from dlquiz.review.queue import open_appeals, open_audits, queue_of, waiting_answers
from graders.answers.outcome import Verdict, right
from tests.dlquiz.review.conftest import HALF, UNCLEAR, Answers

BOTH = {"slides": Verdict.SUPPORTED, "adds": Verdict.SUPPORTED}
ONE = {"slides": Verdict.SUPPORTED, "adds": Verdict.ABSENT}
NONE = {"slides": Verdict.CONTRADICTED, "adds": Verdict.ABSENT}


def groups(question: Question) -> list[Group]:
    return groups_of(waiting_answers(question.course).at(question))


def seen(attempt: Attempt) -> Seen:
    mark = newest_mark(attempt)
    assert mark is not None
    return Seen(attempt.pk, mark.number)


def test_answers_of_which_the_same_was_found_are_one_group(
    kernel: Question, somebody_answers: Answers
) -> None:
    for text in (UNCLEAR, "It is a small matrix.", HALF, "Kernel image पर खिसकता है।", UNCLEAR.upper()):
        somebody_answers(kernel, text)
    found = groups(kernel)
    assert [[(answer.text, answer.times) for answer in group.answers] for group in found] == [
        [(UNCLEAR, 2), ("It is a small matrix.", 1)],
        [(HALF, 1), ("Kernel image पर खिसकता है।", 1)],
    ]
    assert [concept.chosen for concept in found[1].concepts] == ["supported", "absent"]


def test_what_was_marked_in_full_does_not_wait(kernel: Question, somebody_answers: Answers) -> None:
    somebody_answers(kernel, "The kernel slides over the image and adds up the products.")
    assert groups(kernel) == []


def test_alike_answers_stand_beside_each_other(kernel: Question, somebody_answers: Answers) -> None:
    texts = ["a red house on a hill", "zebras eat grass", "a red house on the hill", "zebras eat green grass"]
    for text in texts:
        somebody_answers(kernel, text)
    (group,) = groups(kernel)
    places = [texts.index(answer.text) for answer in group.answers]
    assert places in ([0, 2, 1, 3], [0, 2, 3, 1])


@pytest.mark.parametrize(
    ("verdicts", "outcome", "fraction"),
    [(BOTH, "full", "1"), (ONE, "partial", "0.5"), (NONE, "zero", "0")],
)
def test_one_decision_marks_many(
    kernel: Question,
    assistant: User,
    somebody_answers: Answers,
    verdicts: dict[str, Verdict],
    outcome: str,
    fraction: str,
) -> None:
    attempts = [somebody_answers(kernel, f"Number {i} does it.") for i in range(3)]
    left_out = somebody_answers(kernel, "I leave this one out.")
    decided = answers_decide(
        question=kernel,
        by=assistant,
        seen=[seen(attempt) for attempt in attempts],
        judgement=Judgement(verdicts),
        comment="Read with care.",
    )
    assert (decided.marked, decided.overtaken) == (3, 0)
    for attempt in attempts:
        mark = newest_mark(attempt)
        assert mark is not None
        assert (mark.outcome, mark.fraction, mark.by, mark.comment, mark.cause) == (
            outcome, Decimal(fraction), assistant, "Read with care.", "reviewed",
        )  # fmt: skip
        assert attempt.marks.count() == 2
    assert [attempt.pk for attempt in waiting_answers(kernel.course)] == [left_out.pk]


def test_what_somebody_else_decided_meanwhile_is_left_alone(
    kernel: Question, assistant: User, instructor: User, somebody_answers: Answers
) -> None:
    attempt = somebody_answers(kernel, UNCLEAR)
    as_it_was = seen(attempt)
    mark_record(attempt=attempt, marking=right(), cause=Mark.Cause.REVIEWED, by=instructor)
    decided = answers_decide(question=kernel, by=assistant, seen=[as_it_was], judgement=Judgement(NONE))
    assert (decided.marked, decided.overtaken) == (0, 1)
    mark = newest_mark(attempt)
    assert mark is not None
    assert mark.by == instructor


def test_answers_to_another_question_are_not_marked_by_this_one(
    kernel: Question, half: Question, assistant: User, somebody_answers: Answers
) -> None:
    other = somebody_answers(half, "7")
    decided = answers_decide(question=kernel, by=assistant, seen=[seen(other)], judgement=Judgement(BOTH))
    assert (decided.marked, decided.overtaken) == (0, 1)


def test_a_decision_that_leaves_a_concept_open_marks_nothing(
    kernel: Question, assistant: User, somebody_answers: Answers
) -> None:
    attempts = [somebody_answers(kernel, f"Number {i}.") for i in range(2)]
    with pytest.raises(DecisionRefused) as refused:
        answers_decide(
            question=kernel,
            by=assistant,
            seen=[seen(attempt) for attempt in attempts],
            judgement=Judgement({"slides": Verdict.SUPPORTED}),
        )
    assert refused.value.code == "decide_concept_missing"
    assert all(attempt.marks.count() == 1 for attempt in attempts)


@pytest.mark.parametrize(
    ("chosen", "comment", "code"),
    [(False, "", "decide_none_chosen"), (True, "x" * 2001, "decide_comment_too_long")],
)
def test_what_is_no_decision_is_refused(
    kernel: Question, assistant: User, somebody_answers: Answers, chosen: bool, comment: str, code: str
) -> None:
    attempt = somebody_answers(kernel, UNCLEAR)
    with pytest.raises(DecisionRefused) as refused:
        answers_decide(
            question=kernel,
            by=assistant,
            seen=[seen(attempt)] if chosen else [],
            judgement=Judgement(BOTH),
            comment=comment,
        )
    assert refused.value.code == code


def test_an_appeal_about_a_number_is_decided_by_a_share(
    half: Question, assistant: User, somebody_answers: Answers
) -> None:
    attempt = somebody_answers(half, "7")
    appeal_create(attempt=attempt, reason="The statement was unclear.")
    assert list(open_appeals(half.course)) == [attempt]
    with pytest.raises(DecisionRefused, match="decide_share_missing"):
        answers_decide(question=half, by=assistant, seen=[seen(attempt)], judgement=Judgement({}))
    judgement = Judgement({}, Fraction(3, 4))
    answers_decide(
        question=half, by=assistant, seen=[seen(attempt)], judgement=judgement, cause=Mark.Cause.APPEALED
    )
    mark, appeal = newest_mark(attempt), newest_appeal(attempt)
    assert mark is not None
    assert appeal is not None
    assert (mark.outcome, mark.fraction, appeal.mark) == ("partial", Decimal("0.75"), mark)
    assert list(open_appeals(half.course)) == []


def test_a_decision_in_the_queue_answers_the_appeal_as_well(
    kernel: Question, assistant: User, somebody_answers: Answers
) -> None:
    attempt = somebody_answers(kernel, UNCLEAR)
    appeal_create(attempt=attempt, reason="")
    answers_decide(question=kernel, by=assistant, seen=[seen(attempt)], judgement=Judgement(BOTH))
    assert not open_appeals(kernel.course).exists()


def test_words_that_led_to_a_verdict_that_stays_are_kept(
    kernel: Question, assistant: User, somebody_answers: Answers
) -> None:
    attempt = somebody_answers(kernel, HALF)
    answers_decide(question=kernel, by=assistant, seen=[seen(attempt)], judgement=Judgement(BOTH))
    mark = newest_mark(attempt)
    assert mark is not None
    quotes = {entry["concept"]: entry["quote"] for entry in mark.feedback["concepts"]}
    assert quotes == {"slides": HALF.rstrip("."), "adds": ""}


def test_what_was_drawn_to_be_checked_waits_until_a_person_has_read_it(
    kernel: Question, assistant: User, somebody_answers: Answers
) -> None:
    attempt = somebody_answers(kernel, "The kernel slides over the image and adds up the products.")
    Attempt.objects.filter(pk=attempt.pk).update(is_audited=True)
    assert list(open_audits(kernel.course)) == [attempt]
    answers_decide(
        question=kernel, by=assistant, seen=[seen(attempt)], judgement=Judgement(BOTH),
        cause=Mark.Cause.AUDITED,
    )  # fmt: skip
    assert list(open_audits(kernel.course)) == []
    assert queue_of(kernel.course).audits == 0


def test_the_queue_counts_what_waits_by_question(
    kernel: Question, half: Question, somebody_answers: Answers
) -> None:
    for number in range(3):
        somebody_answers(kernel, f"Number {number}.")
    somebody_answers(half, "7")
    found = queue_of(kernel.course)
    assert [(line.question.slug, line.waiting) for line in found.lines] == [("kernel", 3)]
    assert found.waiting == 3
