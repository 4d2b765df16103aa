"""Who may see uploads: the course's instructors, every one of them all of them."""

from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from dlquiz.accounts.models import User
from dlquiz.authoring.models import PackageUpload
from dlquiz.courses.access import Role, get_course_for_user


def get_upload_for_user(user: User | AnonymousUser, course: str, upload: int) -> PackageUpload:
    """The upload with its course, or 404. The archive's bytes stay in the database."""
    found = get_course_for_user(user, course, Role.INSTRUCTOR)
    upload_row = (
        PackageUpload.objects.without_archive()
        .filter(course=found, pk=upload)
        .select_related("course", "uploaded_by", "version__task")
        .first()
    )
    if upload_row is None:
        raise Http404
    return upload_row
