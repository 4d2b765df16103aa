"""What people do on the site between the pictures, so that there is something to see."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import FilePayload, Page

from graders.diagnosis.merge import merge_over_any
from scripts.pictures.camera import Camera
from scripts.pictures.site import ROOT
from tests.graders.package.small import SOUND, zipped

COURSE = "/courses/deep-learning"
TASK = f"{COURSE}/tasks/conv2d-forward/"
PACKAGES = ROOT / "reference_models"
VERDICT_MILLISECONDS = 120_000
# A package's validation runs hundreds of draws; there is no hurry.
REPORT_MILLISECONDS = 900_000
# One question of each kind, and answers that show as much as possible: right, half right, wrong.
ANSWERS: Mapping[str, tuple[str, ...]] = {
    "convolution-1": (
        "Image kernel के ऊपर खिसकती है।",
        "Kernel image पर खिसकता है और weights को pixels से गुणा करता है, लेकिन गुणनफल जोड़े नहीं जाते।",
    ),
    "convolution-2": ("A kernel is kept small.",),
    "convolution-3": (
        "The same kernel is used everywhere. There are fewer parameters. It gives translation invariance.",
    ),
    "convolution-4": ("conv = nn.Conv2d(in_channels=1, out_channels=1, kernel_size=3)",),
    "convolution-5": ("Padding से output का आकार input जितना ही रहता है, और stride output का आकार घटाता है।",),
    "convolution-flip": ("flipped",),
    "convolution-output-shape": ("(3, 3)",),
    "convolution-parameters": ("१२",),
}
SYNTAX_ERROR = "def conv2d(x, weight, bias=None, stride=1)\n    return x\n"
CRASH = "def conv2d(x, weight, **options):\n    print(x.shape)\n    return x @ weight.reshape(7, 7)\n"


def answer_questions(camera: Camera) -> None:
    """The student answers one question of each kind."""
    page = camera.window("student")
    for question, answers in ANSWERS.items():
        for answer in answers:
            page.goto(f"{camera.site}{COURSE}/questions/{question}/")
            if page.locator("#review").count():
                page.click('form[action$="/again/"] button')
            _fill(page, answer)
            page.click(".question__form .button--primary")
            page.wait_for_selector("#review")
    page.context.close()


def _fill(page: Page, answer: str) -> None:
    choice = page.locator(f"main input[type=radio][value={answer}]") if answer.isalpha() else None
    if choice is not None and choice.count():
        choice.check()
    else:
        page.fill("main [name=answer]", answer)


def submit_code(camera: Camera) -> dict[str, str]:
    """The student hands in one solution of each sort; the address of each result."""
    package = PACKAGES / "conv2d-forward"
    sources = {
        "flipped": (package / "wrong" / "kernel_flipped.py").read_text("utf-8"),
        "wrong": (package / "wrong" / "padding_on_one_side.py").read_text("utf-8"),
        "two-mistakes": _together(package, "bias_dropped.py", "stride_ignored.py"),
        "unknown-mistake": _spoilt(package, "    return y\n", "    return -y\n"),
        "syntax-error": SYNTAX_ERROR,
        "crashed": CRASH,
        "forbidden": (package / "wrong" / "ready_made.py").read_text("utf-8"),
        "right": (package / "accepted" / "unfold_matmul.py").read_text("utf-8"),
    }
    page = camera.window("student")
    results = {name: _send(camera, page, source, "submit") for name, source in sources.items()}
    results["run"] = _send(camera, page, sources["flipped"], "run")
    page.context.close()
    return results


def _together(package: Path, first: str, second: str) -> str:
    """A program with two of the package's known mistakes."""
    sources = {path.name: path.read_text("utf-8") for path in sorted((package / "wrong").glob("*.py"))}
    return merge_over_any(list(sources.values()), sources[first], sources[second])[0]


def _spoilt(package: Path, right: str, wrong: str) -> str:
    """The reference with a mistake put in."""
    reference = (package / "reference.py").read_text("utf-8")
    if right not in reference:
        raise SystemExit(f"pictures: the reference of {package.name} has no {right!r} any more")
    return reference.replace(right, wrong)


def _send(camera: Camera, page: Page, source: str, button: str) -> str:
    page.goto(f"{camera.site}{TASK}")
    page.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(source)
    page.click(f"[data-{button}]")
    page.wait_for_selector("#submission-status[data-state=queued]")
    page.wait_for_selector("#submission-status[data-state=graded]", timeout=VERDICT_MILLISECONDS)
    # What is found out after the verdict belongs into the picture.
    page.wait_for_selector(".explanation[hx-get]", state="detached", timeout=VERDICT_MILLISECONDS)
    return page.locator("#submission-status .facts a").get_attribute("href") or ""


def upload_packages(camera: Camera) -> dict[str, str]:
    """The instructor uploads a sound package, one that does not prove itself, and one that cannot be read."""
    uploads: dict[str, dict[str, str | bytes]] = {
        "clean": {**SOUND},
        # A "wrong" solution that is right: no check can catch it.
        "survivor": {**SOUND, "wrong/halved.py": SOUND["reference.py"]},
        "problems": {**SOUND, "statement.hi.md": "# दुगुना कीजिए\n", "starter.py": "def ("},
    }
    page = camera.window("instructor")
    reports = {}
    for name, files in uploads.items():
        page.goto(f"{camera.site}{COURSE}/authoring/upload/")
        archive: FilePayload = {"name": f"{name}.zip", "mimeType": "application/zip", "buffer": zipped(files)}
        page.set_input_files("main [type=file]", files=archive)
        page.click("main .button--primary")
        page.wait_for_selector("#upload-status")
        reports[name] = page.url.removeprefix(camera.site)
    page.context.close()
    return reports


def wait_for_reports(camera: Camera, reports: Mapping[str, str]) -> None:
    page = camera.window("instructor")
    finished = ", ".join(f"#upload-status[data-state={state}]" for state in ("valid", "refused"))
    for address in reports.values():
        page.goto(f"{camera.site}{address}")
        page.wait_for_selector(finished, timeout=REPORT_MILLISECONDS)
    page.context.close()


def student_address(camera: Camera) -> str:
    """The student's page in the gradebook."""
    page = camera.window("instructor")
    page.goto(f"{camera.site}{COURSE}/gradebook/")
    address = page.get_by_role("rowheader").get_by_role("link", name="Demo student").get_attribute("href")
    page.context.close()
    return address or ""


QUIZ = f"{COURSE}/quizzes/rnn-quiz/"
REVIEW = f"{COURSE}/review/"
QUIZ_ANSWERS = {"rnn-2": "It remembers what the network has read so far."}


def sit_quiz(camera: Camera) -> None:
    """The student starts the quiz and answers one of its questions."""
    page = camera.window("student")
    page.goto(f"{camera.site}{QUIZ}")
    page.click("form[action$='/start/'] button")
    for name, answer in QUIZ_ANSWERS.items():
        page.goto(f"{camera.site}{QUIZ}1/{name}/")
        page.fill("main [name=answer]", answer)
        page.click(".question__form .button--primary")
        page.wait_for_url("**/1/rnn-tasks/")
    page.context.close()


def hand_in_quiz(camera: Camera) -> None:
    page = camera.window("student")
    page.goto(f"{camera.site}{QUIZ}1/")
    page.click("form[data-hand-in] button")
    page.wait_for_selector(".quiz-result")
    page.context.close()


def appeal(camera: Camera) -> None:
    """The student asks a person to read an answer."""
    page = camera.window("student")
    page.goto(f"{camera.site}{COURSE}/questions/convolution-1/")
    page.click("#appeal summary")
    page.fill("#appeal_reason", "I have said what the kernel does, in other words.")
    page.click("#appeal form button")
    page.wait_for_selector("#appeal.alert")
    page.context.close()


def teaching_address(camera: Camera) -> str:
    """Where an instructor teaches from the first answer that waits."""
    page = camera.window("instructor")
    page.goto(f"{camera.site}{REVIEW}questions/rnn-2/")
    address = page.locator("a[href*='/teach/']").first.get_attribute("href") or ""
    page.context.close()
    return f"{address}&words=remembers+what+the+network+has+read&concept=carried&effect=accept"
