"""Start a site, let people use it, and take the pictures: first of the empty site, then of the used one."""

from __future__ import annotations

import argparse
import signal
import sys
from pathlib import Path

from playwright.sync_api import Page, Route, sync_playwright

from dlquiz.content.source import CONTENT
from scripts.chromium import ARGUMENTS, chromium
from scripts.pictures import events
from scripts.pictures.camera import LOOKS, VISITOR, Camera, Shot
from scripts.pictures.events import ANSWERS, COURSE, QUIZ, REVIEW, TASK
from scripts.pictures.site import running_site

STUDENT, INSTRUCTOR, ADMIN = "student", "instructor", "admin"
ERRORS = (400, 403, 404, 500)


def empty_site() -> list[Shot]:
    """Before anybody has done anything."""
    return [
        Shot("sign-in", VISITOR, "/accounts/login/"),
        Shot("sign-in-refused", VISITOR, "/accounts/login/", _sign_in_wrongly),
        Shot("sign-up", VISITOR, "/accounts/signup/"),
        Shot("sign-up-refused", VISITOR, "/accounts/signup/", _sign_up_wrongly),
        Shot("password-reset", VISITOR, "/accounts/password/reset/"),
        Shot("home-new", STUDENT, "/"),
        Shot("course-new", STUDENT, f"{COURSE}/"),
        *(Shot(f"question-{name}-new", STUDENT, f"{COURSE}/questions/{name}/") for name in ANSWERS),
        Shot("task-new", STUDENT, TASK),
        Shot("history-new", STUDENT, f"{TASK}history/"),
        Shot("grades-new", STUDENT, f"{COURSE}/grades/"),
        Shot("gradebook-new", INSTRUCTOR, f"{COURSE}/gradebook/"),
        *(Shot(f"error-{status}", STUDENT, f"/style-guide/{status}/") for status in ERRORS),
        Shot("profile", STUDENT, "/me/"),
        Shot("menu", STUDENT, "/", lambda page: page.click(".menu summary")),
        Shot("e-mail", STUDENT, "/accounts/email/"),
        Shot("password-change", STUDENT, "/accounts/password/change/"),
        Shot("sign-out", STUDENT, "/accounts/logout/"),
    ]


def used_site(results: dict[str, str], student: str) -> list[Shot]:
    """Everything that shows what people did. ``student`` is the student's address in the gradebook."""
    return [
        Shot("home", STUDENT, "/"),
        Shot("course", STUDENT, f"{COURSE}/"),
        *(Shot(f"question-{name}", STUDENT, f"{COURSE}/questions/{name}/") for name in ANSWERS),
        Shot("task", STUDENT, TASK),
        Shot("history", STUDENT, f"{TASK}history/"),
        *(Shot(f"result-{name}", STUDENT, address, _unfold) for name, address in results.items()),
        Shot("waiting", STUDENT, TASK, _run_and_wait),
        Shot("grades", STUDENT, f"{COURSE}/grades/"),
        Shot("home-instructor", INSTRUCTOR, "/"),
        Shot("gradebook", INSTRUCTOR, f"{COURSE}/gradebook/"),
        Shot("gradebook-nobody", INSTRUCTOR, f"{COURSE}/gradebook/?q=zzz"),
        Shot("gradebook-student", INSTRUCTOR, student),
        Shot("gradebook-answers", INSTRUCTOR, f"{student}convolution-1/"),
        Shot("gradebook-attempts", INSTRUCTOR, f"{student}tasks/conv2d-forward/"),
        Shot("result-for-staff", INSTRUCTOR, results["flipped"]),
        Shot("tasks", INSTRUCTOR, f"{COURSE}/authoring/"),
        Shot("upload", INSTRUCTOR, f"{COURSE}/authoring/upload/", _unfold),
        Shot("admin", ADMIN, "/admin/"),
        Shot("admin-people", ADMIN, "/admin/accounts/user/"),
        Shot("style-guide", ADMIN, "/style-guide/"),
    ]


def quiz_and_review(camera: Camera) -> None:
    """A quiz before, while and after it is sat, and the review with what waits there."""
    topics = (path.parent.name for path in sorted(CONTENT.glob("*/lesson.en.md")))
    camera.take([Shot(f"lesson-{topic}", STUDENT, f"{COURSE}/topics/{topic}/") for topic in topics])
    camera.take([Shot("errata", STUDENT, f"{COURSE}/corrections/"), Shot("quiz-new", STUDENT, QUIZ)])
    events.sit_quiz(camera)
    camera.take(
        [
            Shot("quiz-question", STUDENT, f"{QUIZ}1/rnn-step/"),
            Shot("quiz-look-over", STUDENT, f"{QUIZ}1/"),
            Shot("quiz", STUDENT, QUIZ),
        ]
    )
    events.hand_in_quiz(camera)
    events.appeal(camera)
    camera.take(
        [
            Shot("quiz-result", STUDENT, f"{QUIZ}1/"),
            Shot("quiz-review", STUDENT, f"{QUIZ}1/rnn-2/"),
            Shot("question-appealed", STUDENT, f"{COURSE}/questions/convolution-1/"),
            Shot("review", INSTRUCTOR, REVIEW),
            Shot("review-group", INSTRUCTOR, f"{REVIEW}questions/rnn-2/"),
            Shot("review-appeal", INSTRUCTOR, f"{REVIEW}appeals/next/"),
            Shot("review-history", INSTRUCTOR, f"{REVIEW}history/"),
        ]
    )
    camera.take([Shot("review-teach", INSTRUCTOR, events.teaching_address(camera))])


def _sign_in_wrongly(page: Page) -> None:
    page.fill("[name=login]", "somebody")
    page.fill("[name=password]", "not the password")
    page.click("main form button")
    page.wait_for_load_state("networkidle")


def _sign_up_wrongly(page: Page) -> None:
    values = {"email": "somebody@example.org", "username": "student", "password1": "123", "password2": "12"}
    for name, value in values.items():
        page.fill(f"[name={name}]", value)
    page.click("main form button")
    page.wait_for_load_state("networkidle")


def _unfold(page: Page) -> None:
    page.evaluate("document.querySelectorAll('main details').forEach((details) => { details.open = true; })")


def _run_and_wait(page: Page) -> None:
    """The verdict is kept away, so that the picture shows the waiting."""

    def refuse(route: Route) -> None:
        route.abort()

    page.route("**/status/*", refuse)
    page.click("[data-run]")
    page.wait_for_selector("#submission-status[data-state=queued]")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m scripts.pictures", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the pictures go, one folder for each look")
    parser.add_argument("--look", action="append", help=f"only these: {', '.join(map(str, LOOKS))}")
    chosen = parser.parse_args()
    looks = [look for look in LOOKS if not chosen.look or str(look) in chosen.look]
    program = chromium()
    if program is None:
        print("pictures: no Chromium on PATH", file=sys.stderr)
        return 1
    # So that the site is stopped as well.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(1))
    with running_site() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        camera = Camera(browser, site, chosen.folder, looks)
        camera.take(empty_site())
        events.answer_questions(camera)
        quiz_and_review(camera)
        results = events.submit_code(camera)
        reports = events.upload_packages(camera)
        camera.take([Shot("report-waiting", INSTRUCTOR, next(iter(reports.values())))])
        camera.take(used_site(results, events.student_address(camera)))
        events.wait_for_reports(camera, reports)
        camera.take([Shot(f"report-{name}", INSTRUCTOR, address) for name, address in reports.items()])
        browser.close()
    print(f"pictures: {camera.taken} in {chosen.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
