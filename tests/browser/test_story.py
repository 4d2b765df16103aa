"""The whole site as its people use it: real pages, a real database, a real worker, the real course."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Callable, Iterator

import pytest
from django.core.management import call_command
from django.test import override_settings
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from dlquiz.env import BASE_DIR
from tests.browser.people import Person
from tests.workers import StartWorker

pytestmark = pytest.mark.django_db(transaction=True)

PACKAGE = BASE_DIR / "reference_models" / "conv2d-forward"
FLIPPED = PACKAGE / "wrong" / "kernel_flipped.py"
RIGHT = PACKAGE / "accepted" / "unfold_matmul.py"
QUESTIONS = BASE_DIR / "dlquiz" / "content" / "convolution" / "questions"
PRACTICE = [f"convolution-{number}" for number in range(1, 6)]
# What the pages say of an answer, and of what it should contain.
WORDS = {
    "en": {
        "full": "Right",
        "zero": "Not right",
        "no points": "0 of 4 points",
        "opposite": "The opposite is said",
        "echo": "This repeats the question.",
    },
    "hi": {
        "full": "सही",
        "zero": "सही नहीं",
        "no points": "4 में से 0 अंक",
        "opposite": "उलटा कहा गया",
        "echo": "इसमें सिर्फ़ प्रश्न दोहराया गया है।",
    },
}
NewPerson = Callable[[], Person]


@pytest.fixture
def site(transactional_db: None, live_server: LiveServer) -> str:
    """The site with its course and its demo accounts, as the first start of the program leaves it."""
    with override_settings(DEBUG=True):
        call_command("seed_demo", verbosity=0, stdout=io.StringIO())
    return live_server.url


@pytest.fixture
def person(site: str, browser: Browser) -> Iterator[NewPerson]:
    """Somebody with a browser of their own."""
    contexts = []

    def new() -> Person:
        contexts.append(browser.new_context(locale="en-IN", accept_downloads=True))
        return Person(contexts[-1].new_page(), site)

    yield new
    for context in contexts:
        context.close()


def answer_to(question: str, language: str, expect: str, why: str = "") -> str:
    """An answer to a question of the course that its own file expects to be marked so."""
    content = tomllib.loads((QUESTIONS / f"{question}.toml").read_text("utf-8"))
    found = next(a for a in content["answer"] if a["expect"] == expect and a.get("why", "") == why)
    # Code is the same in every language.
    answer: str = found.get("code") or found[language]
    return answer


@pytest.mark.parametrize("language", ["hi", "en"])
def test_a_student_answers_the_practice_questions_in_either_language_and_learns_from_wrong_answers(
    person: NewPerson, language: str
) -> None:
    student, words = person(), WORDS[language]
    student.sign_in("student")
    student.read_in(language)
    student.open_topic("convolution")
    student.follow("/questions/convolution-1/")
    # The roles swapped: no points yet, and a person will look at it, for a machine can misread a sentence.
    student.answer(answer_to("convolution-1", language, "zero", "role-swapped"))
    expect(student.review.locator(".question__result")).to_contain_text(words["no points"])
    expect(student.review.locator(".question__concepts")).to_contain_text(words["opposite"])
    expect(student.review.locator("details[open]")).to_be_visible()
    student.answer_again()
    for number, question in enumerate(PRACTICE, 1):
        if question == "convolution-2":
            # The question's own words are no answer, which a machine can tell for certain.
            student.answer(answer_to(question, language, "zero", "echo"))
            expect(student.outcome).to_have_text(words["zero"])
            expect(student.review.locator(".alert--warn")).to_contain_text(words["echo"])
            student.answer_again()
        student.answer(answer_to(question, language, "full"))
        expect(student.outcome).to_have_text(words["full"])
        if number < len(PRACTICE):
            student.follow(f"/questions/{PRACTICE[number]}/")
    student.open_topic("convolution")
    marks = student.page.locator(".lesson__work .rows").first.locator(".chip")
    assert [mark.strip() for mark in marks.all_inner_texts()[:5]] == [words["full"]] * 5
    student.follow("/courses/deep-learning/grades/")
    expect(student.page.locator(".gradebook-total__figure")).to_contain_text("15")


def test_a_flipped_kernel_is_named_and_the_right_one_passes_and_everybody_sees_both(
    person: NewPerson, start_worker: StartWorker
) -> None:
    start_worker()
    student = person()
    student.sign_in("student")
    student.open_topic("convolution")
    student.follow("/tasks/conv2d-forward/")
    student.choose_file(FLIPPED)
    wrong = student.submit()
    expect(student.verdict.locator(".reason__title")).to_have_text("The kernel is flipped")
    expect(student.verdict.locator(".reason")).to_contain_text("You turned the kernel by 180 degrees")
    example = student.verdict.locator(".example")
    expect(example).to_contain_text("The smallest input that shows it", timeout=60_000)
    expect(example.locator(".heatmap")).not_to_have_count(0)
    student.read_in("hi")
    expect(student.verdict.locator(".reason__title")).to_have_text("Kernel पलटा हुआ है")
    expect(student.verdict.locator(".example")).to_contain_text("सबसे छोटा input")
    expect(student.verdict.locator(".reason")).to_contain_text("180 degree घुमा दिया")
    student.write_code(RIGHT.read_text("utf-8"))
    right = student.submit()
    expect(student.verdict.locator(".alert--good")).to_contain_text("सभी cases सही हैं।")
    cases = student.verdict.locator(".cases tbody .chip").all_inner_texts()
    assert {case.strip() for case in cases} == {"सही"}
    student.read_in("en")
    expect(student.verdict.locator(".alert--good")).to_contain_text("Every case passed.")
    student.follow("/tasks/conv2d-forward/history/")
    newest, oldest = student.attempts()
    assert (right in newest, "Passed" in newest, "This one counts" in newest) == (True, True, True)
    assert (wrong in oldest, "Wrong" in oldest, "This one counts" in oldest) == (True, True, False)

    instructor = person()
    instructor.sign_in("instructor")
    instructor.follow("/courses/deep-learning/")
    instructor.follow("/courses/deep-learning/gradebook/")
    row = instructor.page.locator("tbody tr", has_text="Demo student")
    row.get_by_role("link", name="2 attempts").click()
    newest, oldest = instructor.attempts()
    assert (right in newest, "Passed" in newest) == (True, True)
    assert (wrong in oldest, "Wrong" in oldest) == (True, True)
    instructor.follow(f"/submissions/{wrong}/")
    expect(instructor.verdict.locator(".reason__title")).to_have_text("The kernel is flipped")
    instructor.page.locator("summary", has_text="The code that was sent").click()
    expect(instructor.page.locator("main")).to_contain_text("flip(")
    instructor.follow("/courses/deep-learning/gradebook/")
    export = csv.DictReader(instructor.download("gradebook.csv").lstrip("\ufeff").splitlines())
    line = next(line for line in export if line["User name"] == "student")
    column = next(name for name in line if name.startswith("conv2d-forward ("))
    assert column == f"conv2d-forward ({float(line[column]):g})"
