"""Who may see which address. Each address of the site has a line here; a guard refuses one that has none.

What somebody may not see does not exist for them: 404. Who is not signed in is sent to the sign-in form.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

# In order: each may see what the one before may see. The student is the one whose work is looked at.
VIEWERS = (
    "anonymous",
    "outsider",
    "classmate",
    "student",
    "assistant",
    "instructor",
    "admin",
    "superuser",
)
SIGN_IN = "sign in"

Answer = int | str


@dataclass(frozen=True)
class Access:
    """One address, how it is asked, and what each viewer is answered."""

    name: str
    answers: Mapping[str, Answer]
    arguments: tuple[str, ...] = ()
    method: str = "get"
    data: Mapping[str, str] = field(default_factory=dict)

    def post(self, good: Answer, **data: str) -> Access:
        """The same address when a form is sent to it; those who may send it are answered ``good``."""
        answers = {who: good if answer == 200 else answer for who, answer in self.answers.items()}
        return replace(self, method="post", data=data, answers=answers)

    def but(self, **answers: Answer) -> Access:
        """The same, with these viewers answered otherwise."""
        return replace(self, answers={**self.answers, **answers})


def seen_from(lowest: str, name: str, *arguments: str) -> Access:
    """A page for this viewer and all after it."""
    rank = VIEWERS.index(lowest)
    answers: dict[str, Answer] = {
        viewer: 200 if place >= rank else (SIGN_IN if viewer == "anonymous" else 404)
        for place, viewer in enumerate(VIEWERS)
    }
    return Access(name, answers, arguments)


def everybody(name: str, *arguments: str) -> Access:
    return seen_from("anonymous", name, *arguments)


def signed_in(name: str, *arguments: str) -> Access:
    return seen_from("outsider", name, *arguments)


def members(name: str, *arguments: str) -> Access:
    return seen_from("classmate", name, "course", *arguments)


def owner_and_staff(name: str, *arguments: str) -> Access:
    return seen_from("student", name, *arguments)


def own_only(name: str, *arguments: str) -> Access:
    """For the student whose work it is, and for nobody else."""
    answers: dict[str, Answer] = dict.fromkeys(VIEWERS, 404)
    return Access(name, answers | {"anonymous": SIGN_IN, "student": 200}, ("course", *arguments))


def staff(name: str, *arguments: str) -> Access:
    return seen_from("assistant", name, "course", *arguments)


def instructors(name: str, *arguments: str) -> Access:
    return seen_from("instructor", name, "course", *arguments)


def visitors_only(name: str, *arguments: str) -> Access:
    """A form for those who have not signed in yet; the others are sent on."""
    return Access(name, {**dict.fromkeys(VIEWERS, 302), "anonymous": 200}, arguments)


def superusers(name: str) -> Access:
    """Django's administration: everybody else is sent to its own sign-in."""
    return Access(name, {**dict.fromkeys(VIEWERS, 302), "superuser": 200})


TABLE = (
    everybody("core:health"),
    everybody("core:language").post(302, language="hi", next="/"),
    # Only where DEBUG is on, which it is not in tests.
    Access("core:style_guide", dict.fromkeys(VIEWERS, 404)),
    Access("core:error_page", dict.fromkeys(VIEWERS, 404), ("status",)),
    # One's own account
    visitors_only("account_login"),
    visitors_only("account_signup"),
    signed_in("account_logout"),
    everybody("account_inactive"),
    signed_in("account_reauthenticate"),
    signed_in("account_email"),
    signed_in("account_change_password"),
    signed_in("account_set_password").post(302),
    everybody("account_email_verification_sent"),
    everybody("account_confirm_email", "key"),
    visitors_only("account_reset_password").but(**dict.fromkeys(VIEWERS, 200)),
    everybody("account_reset_password_done"),
    everybody("account_reset_password_from_key", "uidb36", "key"),
    everybody("account_reset_password_from_key_done"),
    # Codes by mail are not in use: there is none to confirm.
    Access("account_confirm_login_code", {**dict.fromkeys(VIEWERS, 302), "anonymous": SIGN_IN}),
    signed_in("accounts:profile"),
    # Courses
    signed_in("courses:home"),
    members("courses:course"),
    members("courses:topic", "topic"),
    members("courses:errata"),
    # The course of the tests is not open: nobody joins who is not in it.
    members("courses:join").post(302).but(superuser=404),
    # Questions
    members("attempts:question", "question"),
    # The student has answered already: there is nothing left to save.
    members("attempts:save", "question").post(200, answer="0.5").but(student=410),
    members("attempts:preview", "question"),
    members("attempts:answer", "question").post(302, answer="0.5"),
    members("attempts:again", "question").post(302),
    # For one's own answers only: the others have none of that number.
    members("attempts:appeal", "answer").post(404).but(student=302),
    # The student sits the quiz; the others have no sitting.
    members("attempts:quiz", "quiz"),
    members("attempts:quiz_start", "quiz").post(302),
    own_only("attempts:sitting", "quiz", "sitting"),
    own_only("attempts:hand_in", "quiz", "sitting").post(302),
    own_only("attempts:sitting_question", "quiz", "sitting", "sat"),
    own_only("attempts:sitting_save", "quiz", "sitting", "sat").post(200, answer="0.5"),
    own_only("attempts:sitting_flag", "quiz", "sitting", "sat").post(302),
    # Answers that people read
    staff("review:queue"),
    staff("review:question", "words"),
    staff("review:decide", "words").post(422),
    staff("review:answer", "answer"),
    # None waits: back to the queue.
    staff("review:next_appeal").but(**dict.fromkeys(VIEWERS[4:], 302)),
    staff("review:next_audit").but(**dict.fromkeys(VIEWERS[4:], 302)),
    staff("review:history"),
    # Without an answer to teach from.
    staff("review:teach", "words").but(**dict.fromkeys(VIEWERS[4:], 404)),
    staff("review:phrasing", "phrasing"),
    instructors("review:approve", "phrasing").post(302),
    instructors("review:reject", "phrasing").post(302),
    # Coding tasks
    members("submissions:task", "task"),
    members("submissions:figure", "task", "version", "figure"),
    members("submissions:draft", "task").post(200, source="x = 1", revision="0"),
    members("submissions:run", "task").post(302, source="x = 1"),
    members("submissions:submit", "task").post(302, source="x = 1"),
    members("submissions:history", "task"),
    owner_and_staff("submissions:result", "receipt"),
    owner_and_staff("submissions:status", "receipt"),
    owner_and_staff("submissions:explanation", "receipt"),
    Access("submissions:metrics", {**dict.fromkeys(VIEWERS, 404), "superuser": 200}),
    # Grades
    members("gradebook:own"),
    staff("gradebook:table"),
    staff("gradebook:csv"),
    staff("gradebook:student", "person"),
    staff("gradebook:answers", "person", "question"),
    staff("gradebook:attempts", "person", "task"),
    # Authoring
    instructors("authoring:tasks"),
    instructors("authoring:upload"),
    instructors("authoring:report", "upload"),
    instructors("authoring:status", "upload"),
    instructors("authoring:archive", "upload"),
    instructors("authoring:retry", "upload").post(302),
    instructors("authoring:publish", "upload").post(302),
)
