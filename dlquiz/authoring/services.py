"""Writes: uploads, and publishing what an upload proved. Validation itself is in ``validation.py``."""

from django.db import transaction

from dlquiz.accounts.models import User
from dlquiz.authoring.errors import UploadNotClean
from dlquiz.authoring.models import PackageUpload, UploadState
from dlquiz.courses.models import Course
from dlquiz.tasks.models import TaskVersion
from dlquiz.tasks.services import task_version_publish
from graders.package import load_files, read_archive

FILENAME_LENGTH = 255


@transaction.atomic
def upload_create(*, course: Course, uploaded_by: User, filename: str, archive: bytes) -> PackageUpload:
    """Keep a zip as it came, and have it validated."""
    upload = PackageUpload.objects.create(
        course=course,
        uploaded_by=uploaded_by,
        filename=_shown(filename)[-FILENAME_LENGTH:],
        archive=archive,
    )
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
    package = load_files(read_archive(bytes(row.archive)))
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
    printable = "".join(letter for letter in filename if letter.isprintable())
    return printable.replace("\\", "/").rpartition("/")[2] or "package.zip"


@transaction.atomic
def upload_retry(*, upload: PackageUpload) -> bool:
    """Put an upload that a fault of ours stopped back into the queue. False where there is no such fault."""
    changed = PackageUpload.objects.filter(pk=upload.pk, state=UploadState.INFRASTRUCTURE_ERROR).update(
        state=UploadState.QUEUED, attempt=0, lease_until=None, dispatched_at=None, finished_at=None
    )
    return changed == 1
