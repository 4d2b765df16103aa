"""From a lesson on a phone in Hindi to an appeal; and a queue cleared by groups, with one phrasing taught."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator

import pytest
from django.core.management import call_command
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from dlquiz.accounts.models import User
from dlquiz.attempts.models import Mark, Sitting
from dlquiz.courses.models import Assignment, AssignmentItem, Course, Topic
from dlquiz.questions.models import Question
from tests.browser.test_accessible import assert_accessible
from tests.cast import make_member
from tests.dlquiz.question_cast import TEXT, VARYING, make_question
from tests.dlquiz.review.conftest import answered

pytestmark = pytest.mark.django_db(transaction=True)

Visit = Callable[[User, int], Page]


@pytest.fixture
def visit(browser: Browser, live_server: LiveServer, sign_in: Callable[..., None]) -> Iterator[Visit]:
    """A person's browser of so many pixels, on the home page."""
    contexts: list[BrowserContext] = []

    def open_page(user: User, width: int) -> Page:
        contexts.append(
            browser.new_context(viewport={"width": width, "height": 780}, base_url=live_server.url)
        )
        sign_in(contexts[-1], user)
        page = contexts[-1].new_page()
        page.goto("/")
        return page

    yield open_page
    for context in contexts:
        context.close()


def in_hindi(page: Page) -> None:
    page.locator(".site-tools [name=language][value=hi]").click()
    expect(page.locator("html")).to_have_attribute("lang", "hi")


@pytest.fixture
def whole_course(transactional_db: None, course: Course) -> Course:
    call_command("import_content", verbosity=0)
    return Course.objects.get(slug="deep-learning")


def test_a_topic_is_practised_on_a_phone_in_hindi_from_the_lesson_to_an_appeal(
    whole_course: Course, student: User, assistant: User, visit: Visit
) -> None:
    page = visit(student, 360)
    in_hindi(page)
    page.locator('a[href$="/courses/deep-learning/"]').first.click()
    page.locator('a[href$="/topics/rnn/"]').first.click()
    expect(page.locator(".lesson__text")).to_contain_text("hidden state")
    assert_accessible(page)
    page.locator('.lesson__work a[href$="/questions/rnn-2/"]').click()
    page.locator("main [name=answer]").fill("Hidden state पिछली जानकारी store करती है।")
    expect(page.locator("[data-saved]")).to_contain_text("सहेजा", timeout=10_000)
    page.locator(".question__form .button--primary").click()
    expect(page.locator(".question__result .chip")).to_have_text("अस्थायी")
    expect(page.locator(".question__concepts")).to_contain_text("Hidden state पिछली जानकारी store करती है")
    assert_accessible(page)
    page.locator("#appeal summary").click()
    page.locator("#appeal_reason").fill("मैंने store करना लिखा है; वही तो memory है।")
    page.locator("#appeal form button").click()
    expect(page.locator("#appeal")).to_contain_text("आपने यह उत्तर किसी व्यक्ति से पढ़ने को कहा है।")
    assert_accessible(page)

    reader = visit(assistant, 1280)
    reader.goto("/courses/deep-learning/review/")
    reader.get_by_role("link", name="Read the next appeal").click()
    expect(reader.locator("main")).to_contain_text("वही तो memory है।")
    expect(reader.locator("main")).not_to_contain_text(student.name)
    for verdict in reader.locator(".review-verdict").all():
        verdict.get_by_label("Said", exact=True).check()
    reader.locator("#comment").fill("हाँ, दोनों बातें इसमें हैं।")
    assert_accessible(reader)
    reader.get_by_role("button", name="Mark this answer").click()
    expect(reader.locator("#both")).to_be_visible()

    page.reload()
    expect(page.locator(".question__result .chip")).to_have_text("सही")
    expect(page.locator("#review")).to_contain_text("हाँ, दोनों बातें इसमें हैं।")


UNKNOWN = "The kernel perambulates over the picture"


@pytest.fixture
def sixty(course: Course, kernel: Question) -> Question:
    """Sixty answers that wait: some say half of it, some nothing, some the opposite, some in new words."""
    texts = (
        "The kernel slides over the image, says number {}.",
        "It is a small matrix, says number {}.",
        "The image slides over the kernel, says number {}.",
        UNKNOWN + ", says number {}.",
    )
    for number in range(60):
        student = make_member(course, f"writer{number}", "student")
        answered(student, kernel, texts[number % 4].format(number))
    return kernel


@pytest.fixture
def kernel(transactional_db: None, topic: Topic) -> Question:
    return make_question(topic, "kernel", "short_text", TEXT, position=1)


def test_an_instructor_clears_sixty_answers_in_groups_and_teaches_a_phrasing_on_the_way(
    sixty: Question, instructor: User, visit: Visit
) -> None:
    page = visit(instructor, 1280)
    page.goto("/courses/deep-learning/review/")
    expect(page.locator("main")).to_contain_text("60 answers")
    page.get_by_role("link", name="What does a kernel do?").click()
    assert_accessible(page)

    # Teach first: the fifteen answers in new words say half of it.
    page.locator("li", has_text="perambulates").first.get_by_role(
        "link", name="Teach from this answer"
    ).click()
    page.locator("#words").fill("kernel perambulates")
    page.get_by_label("The kernel slides.").check()
    page.get_by_role("button", name="See what would change").click()
    card = page.locator("form.card", has_text="is another word for").first
    expect(card).to_contain_text("15 marks would rise")
    assert_accessible(page)
    card.get_by_role("button", name="Propose this").click()
    expect(page.locator(".review-answers li")).to_have_count(15)
    expect(page.locator(".review-answers li").first).to_contain_text("0 % → 50 %")
    assert_accessible(page)
    page.get_by_role("button", name="Approve").click()
    expect(page.locator("main")).to_contain_text("15 answers were marked again.")

    # Now what remains: three groups, each with one decision; one answer is left out and done by itself.
    page.goto("/courses/deep-learning/review/questions/kernel/")
    expect(page.locator(".review-group")).to_have_count(3)
    first = page.locator(".review-group").first
    first.locator("input[type=checkbox]").first.uncheck()
    rounds = 0
    while page.locator(".review-group").count():
        group = page.locator(".review-group").first
        for verdict in group.locator(".review-verdict").all():
            if not verdict.locator("input:checked").count():
                verdict.get_by_label("Not said").check()
        group.get_by_role("button", name="Mark the ticked answers").click()
        expect(page.locator(".alert, .messages").first).to_be_visible()
        rounds += 1
        assert rounds < 10
    assert rounds == 4
    assert Mark.objects.filter(cause=Mark.Cause.REVIEWED).count() == 60

    student = visit(User.objects.get(username="writer3"), 360)
    student.goto("/courses/deep-learning/questions/kernel/")
    expect(student.locator("#review")).to_contain_text("A person has read your answer")
    expect(student.locator(".question__concepts li").first).to_contain_text("Said")
    assert_accessible(student)


def test_the_student_sees_that_a_taught_phrasing_changed_the_mark(
    kernel: Question, student: User, instructor: User, visit: Visit
) -> None:
    answered(student, kernel, UNKNOWN + ".")
    page = visit(instructor, 1280)
    page.goto("/courses/deep-learning/review/questions/kernel/")
    page.get_by_role("link", name="Teach from this answer").click()
    # Selecting words in the answer is enough.
    page.locator("[data-answer]").evaluate(
        """(answer) => {
            const range = document.createRange();
            range.setStart(answer.firstChild, 4);
            range.setEnd(answer.firstChild, 23);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
        }"""
    )
    expect(page.locator("#words")).to_have_value("kernel perambulates")
    page.get_by_label("The kernel slides.").check()
    page.get_by_role("button", name="See what would change").click()
    page.get_by_role("button", name="Propose this").first.click()
    page.get_by_role("button", name="Approve").click()

    phone = visit(student, 360)
    in_hindi(phone)
    phone.goto("/courses/deep-learning/questions/kernel/")
    expect(phone.locator("#review")).to_contain_text("आपका उत्तर दोबारा जाँचा गया")
    assert_accessible(phone)


def test_a_quiz_is_sat_on_a_phone_and_the_clock_hands_in_what_was_typed(
    transactional_db: None, course: Course, topic: Topic, kernel: Question, student: User, visit: Visit
) -> None:
    size = make_question(topic, "size", "shape", VARYING, position=2)
    now = timezone.now()
    quiz = Assignment.objects.create(
        course=course,
        slug="quiz",
        title=course.title,
        form=Assignment.Form.QUIZ,
        review=Assignment.Review.AT_ONCE,
        release_at=now,
        time_limit=30,
    )
    for place, question in enumerate((kernel, size)):
        AssignmentItem.objects.create(assignment=quiz, kind="question", slug=question.slug, position=place)
    page = visit(student, 360)
    in_hindi(page)
    page.goto("/courses/deep-learning/quizzes/quiz/")
    assert_accessible(page)
    page.locator("form[action$='/start/'] button").click()
    expect(page.locator("[data-timer]")).to_contain_text("29:")
    page.locator("main [name=answer]").fill("Kernel image पर खिसकता है और गुणनफल जोड़ता है।")
    expect(page.locator("[data-saved]")).to_contain_text("सहेजा", timeout=10_000)
    assert_accessible(page)
    page.locator("form[action$='/flag/'] button").click()
    expect(page.locator(".quiz-navigator")).to_contain_text("निशान लगा है")
    page.locator(".question__form .button--primary").click()
    expect(page.locator("main [name=answer]")).to_be_visible()

    # Three seconds before the end something is typed, and nothing pressed.
    Sitting.objects.update(ends_at=timezone.now() + datetime.timedelta(seconds=4))
    page.reload()
    page.locator("main [name=answer]").fill("7, 7")
    expect(page.locator(".quiz-result")).to_be_visible(timeout=20_000)
    sitting = Sitting.objects.get()
    assert not sitting.is_open
    answers = {
        attempt.question.slug: attempt.answer for attempt in sitting.attempts.select_related("question")
    }
    assert answers["size"] == {"answer": "7, 7"}
    assert "खिसकता" in str(answers["kernel"])
    assert_accessible(page)
