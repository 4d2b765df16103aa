"""Writes: uploads, and publishing what an upload proved. Validation itself is in ``validation.py``."""

from dataclasses import dataclass
from typing import Any
from unicodedata import category

from django.db import transaction
from django.utils import timezone

from dlquiz.accounts.models import User
from dlquiz.authoring.errors import UploadNotClean
from dlquiz.authoring.models import PackageUpload, UploadState
from dlquiz.courses.models import Course
from dlquiz.submissions import jobs, queue
from dlquiz.tasks.models import TaskVersion
from dlquiz.tasks.services import task_version_publish
from graders.package import load_files, read_archive

VALIDATE_TASK = "dlquiz.authoring.tasks.validate"
VALIDATE_QUEUE = "batch"
FILENAME_LENGTH = 255


@dataclass(frozen=True)
class Outcome:
    """What validation found: problems of the files, or the proof of a package that could be run."""

    problems: list[dict[str, Any]]
    proof: dict[str, Any] | None = None
    slug: str = ""
    digest: str = ""

    @property
    def is_clean(self) -> bool:
        return not self.problems and self.proof is not None and bool(self.proof["clean"])


@transaction.atomic
def upload_create(*, course: Course, uploaded_by: User, filename: str, archive: bytes) -> PackageUpload:
    """Keep a zip as it came, and have it validated."""
    upload = PackageUpload.objects.create(
        course=course,
        uploaded_by=uploaded_by,
        filename=_shown(filename)[-FILENAME_LENGTH:],
        archive=archive,
        dispatched_at=timezone.now(),
    )
    queue.send_on_commit(PackageUpload, upload.pk, VALIDATE_TASK, queue=VALIDATE_QUEUE)
    return upload


@transaction.atomic
def upload_publish(*, upload: PackageUpload, published_by: User) -> TaskVersion:
    """Make a validated upload the current version of its task; once, however often it is asked for.

    Raises ``UploadNotClean`` for one that validation did not find clean.
    """
    row = PackageUpload.objects.select_for_update().get(pk=upload.pk)
    if row.state != UploadState.VALID:
        raise UploadNotClean(f"upload {row.pk} is {row.state}")
    if row.version is not None:
        return row.version
    # It was linted when it was proved; a lint that has become stricter since does not undo that.
    package = load_files(read_archive(bytes(row.archive)), linted=False)
    if package.digest != row.digest:
        raise UploadNotClean(f"upload {row.pk} is not what was validated")
    version = task_version_publish(
        course=row.course, package=package, published_by=published_by, proof=row.proof
    )
    row.version = version
    row.save(update_fields=["version"])
    return version


def _shown(filename: str) -> str:
    """A name that a page and a database can hold: printable, without folders."""
    plain = "".join(sign for sign in filename if category(sign) not in ("Cc", "Cs", "Zl", "Zp"))
    return plain.replace("\\", "/").rpartition("/")[2].strip() or "package.zip"


@transaction.atomic
def upload_retry(*, upload: PackageUpload) -> bool:
    """Have an upload validated again that a fault of ours stopped. False where there is no such fault."""
    if not jobs.retry(PackageUpload, upload.pk):
        return False
    queue.send_on_commit(PackageUpload, upload.pk, VALIDATE_TASK, queue=VALIDATE_QUEUE)
    return True


def upload_progress(*, pk: int, token: int, done: int, wanted: int) -> bool:
    """Note how many draws have been run; False where another worker has the upload."""
    return bool(jobs.mine(PackageUpload, pk, token).update(seeds_done=done, seeds_wanted=wanted))


@transaction.atomic
def upload_record(*, pk: int, token: int, outcome: Outcome) -> bool:
    """Keep what validation found, under the worker's token; False, and nothing written, without it."""
    return jobs.finish(
        PackageUpload,
        pk,
        token,
        UploadState.VALID if outcome.is_clean else UploadState.REFUSED,
        slug=outcome.slug,
        digest=outcome.digest,
        problems=outcome.problems,
        proof=outcome.proof,
    )
