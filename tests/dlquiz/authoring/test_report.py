"""The report says everything at once, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from dlquiz.accounts.models import User
from dlquiz.authoring.models import PackageUpload
from dlquiz.authoring.report import proof_view
from dlquiz.authoring.services import Outcome
from dlquiz.submissions import jobs
from graders.package import PackageRefused, load_files
from tests.dlquiz.authoring.conftest import CLEAN_PROOF
from tests.graders.package.small import spoilt

Record = Callable[[PackageUpload, Outcome], PackageUpload]


def page(client: Client, upload: PackageUpload, name: str = "report") -> str:
    return client.get(reverse(f"authoring:{name}", args=["deep-learning", upload.pk])).content.decode()


def broken() -> list[dict[str, object]]:
    files = {**spoilt("task.toml", "points = 4", "points = -1"), "notes.txt": "x"}
    del files["starter.py"]
    with pytest.raises(PackageRefused) as caught:
        load_files(files)
    return [problem.to_json() for problem in caught.value.problems]


DIRTY = {
    **CLEAN_PROOF,
    "clean": False,
    "variants": [
        *CLEAN_PROOF["variants"],  # type: ignore[misc]
        {
            "file": "halved.py",
            "title": {"en": "Halved", "hi": "आधा"},
            "kind": "convention",
            "expected": ["values", "gradients"],
            "killed_by": {"values": 198},
            "survived_seeds": [1003, 1077],
            "missed": ["values", "gradients"],
        },
    ],
    "accepted": [
        {
            "file": "shifted.py",
            "failed": [{"check": "values", "case": "plain", "seed": 1005}],
            "seconds": 0.01,
        }
    ],
    "unkilled_checks": ["state"],
    "flaky": ["halved.py"],
}


def test_all_problems_stand_in_the_report_with_their_places(
    instructor_client: Client, upload: PackageUpload, record: Record
) -> None:
    text = page(instructor_client, record(upload, Outcome(problems=broken())))
    assert "3 problems" in text
    assert "points must be a number from 0.5 to 1000." in text
    assert "task.toml:5" in text
    assert "The file starter.py is missing." in text
    assert "The file notes.txt does not belong in a package." in text
    assert "Publish</button>" not in text


def test_problems_are_told_in_hindi_to_who_reads_hindi(
    instructor_client: Client, instructor: User, upload: PackageUpload, record: Record
) -> None:
    instructor.language = "hi"
    instructor.save()
    text = page(instructor_client, record(upload, Outcome(problems=broken())))
    assert "File starter.py नहीं है।" in text
    assert "The file" not in text


def test_the_table_shows_what_survived_what_was_refused_and_what_is_flaky(
    instructor_client: Client, upload: PackageUpload, record: Record
) -> None:
    text = page(instructor_client, record(upload, Outcome(problems=[], proof=DIRTY, digest="0" * 64)))
    for expected in (
        "Halved",
        "2 draws: 1003, 1077",
        "Values in the case plain, draw 1005",
        "State",
        "shifted.py",
    ):
        assert expected in text
    assert "The package cannot be published yet." in text


def test_the_table_counts_per_variant_and_check() -> None:
    view = proof_view(DIRTY)
    assert view.columns == ("Runs", "Shape", "Values", "Gradients", "State")
    squared, halved = view.variants
    assert [cell.count for cell in squared.cells] == [0, 0, 200, 7, 0]
    assert [cell.state for cell in squared.cells] == ["never", "never", "always", "sometimes", "never"]
    assert [cell.state for cell in halved.cells] == ["never", "never", "missed", "missed", "never"]
    assert (squared.is_sound, halved.is_sound) == (True, False)
    assert (view.survivors, view.refused_although_right) == (1, 1)


def test_counts_of_a_run_that_broke_off_are_not_shown(
    instructor_client: Client, upload: PackageUpload, record: Record
) -> None:
    problem = {"code": "author_code_slow", "params": {"file": "cases.py"}, "path": "cases.py", "line": 0}
    proof = {**DIRTY, "problems": [problem]}
    text = page(instructor_client, record(upload, Outcome(problems=[problem], proof=proof)))
    assert "cases.py did not finish in time." in text
    assert "Halved" not in text


def test_a_waiting_report_asks_again_by_itself_and_a_finished_one_does_not(
    instructor_client: Client, upload: PackageUpload, record: Record
) -> None:
    status = reverse("authoring:status", args=["deep-learning", upload.pk])
    assert f'hx-get="{status}?poll=1"' in page(instructor_client, upload)
    assert f'hx-get="{status}?poll=1"' in page(instructor_client, upload, "status")
    record(upload, Outcome(problems=broken()))
    assert "hx-get" not in page(instructor_client, upload, "status")


def test_the_number_of_polls_is_not_believed_blindly(
    instructor_client: Client, upload: PackageUpload
) -> None:
    status = reverse("authoring:status", args=["deep-learning", upload.pk])
    for asked in ("-1", "x", "9" * 50, "٣"):
        assert instructor_client.get(status, {"poll": asked}).status_code == 200


def test_progress_is_shown_while_it_runs(instructor_client: Client, upload: PackageUpload) -> None:
    jobs.claim(PackageUpload, upload.pk)
    PackageUpload.objects.filter(pk=upload.pk).update(seeds_done=40, seeds_wanted=200)
    text = page(instructor_client, upload)
    assert "40 of 200" in text


def test_a_fault_of_ours_is_called_so_and_can_be_tried_again(
    instructor_client: Client, upload: PackageUpload
) -> None:
    for _ in range(jobs.MAX_ATTEMPTS):
        token = jobs.claim(PackageUpload, upload.pk)
        assert token is not None
        jobs.release(PackageUpload, upload.pk, token)
    jobs.give_up(PackageUpload)
    assert "Something went wrong on our side." in page(instructor_client, upload)
    instructor_client.post(reverse("authoring:retry", args=["deep-learning", upload.pk]))
    upload.refresh_from_db()
    assert upload.state == "queued"
    assert jobs.claim(PackageUpload, upload.pk) is not None


def test_retrying_what_is_done_changes_nothing(instructor_client: Client, valid: PackageUpload) -> None:
    instructor_client.post(reverse("authoring:retry", args=["deep-learning", valid.pk]))
    valid.refresh_from_db()
    assert valid.state == "valid"
