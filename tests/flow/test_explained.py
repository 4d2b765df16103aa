"""A wrong answer is explained after its verdict, and never at the cost of one."""

from __future__ import annotations

import pytest

from dlquiz.submissions.explaining import explanation_make
from dlquiz.submissions.models import Explanation, Grade
from graders.contract import Explanation as Found
from tests.flow.conftest import Send
from tests.flow.outcome import all_graded, assert_one_grade_each
from tests.flow.processes import wait_until
from tests.workers import StartWorker

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("beat")]


def is_explained(count: int) -> bool:
    return Explanation.objects.filter(content__isnull=False).count() == count


def test_a_wrong_answer_is_explained_after_its_verdict_and_a_right_one_is_not(
    start_worker: StartWorker, send: Send, flipped: str, right: str
) -> None:
    start_worker()
    wrong = send(flipped)
    send(right, "second")
    wait_until(all_graded(2), 120, "both are graded")
    wait_until(lambda: is_explained(1), 60, "the wrong one is explained")
    assert_one_grade_each(2)
    explanation = Explanation.objects.get()
    assert explanation.grade.submission == wrong
    assert explanation.created_at > explanation.grade.created_at
    assert explanation.content is not None
    found = Found.from_json(explanation.content)
    assert found.diagnosis is not None
    assert found.diagnosis.variant == "kernel_flipped"
    assert found.counter_example is not None


def test_an_explanation_that_a_worker_died_over_is_not_begun_again(
    start_worker: StartWorker, send: Send, flipped: str
) -> None:
    worker = start_worker()
    send(flipped)
    wait_until(all_graded(1), 120, "it is graded")
    wait_until(lambda: Explanation.objects.exists(), 60, "an explanation is begun")
    worker.kill()
    Explanation.objects.update(content=None)
    explanation_make(Grade.objects.get().pk)
    assert Explanation.objects.get().content is None
    assert_one_grade_each(1)
