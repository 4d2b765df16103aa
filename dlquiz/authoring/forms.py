"""The form by which a package arrives."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from graders.package.archive import ARCHIVE_MIB


class UploadForm(forms.Form):
    """One zip file. What is inside is looked at on a worker; here only that there is something."""

    archive = forms.FileField(
        label=_("Zip file"),
        help_text=format_lazy(_("The package’s folder, zipped. At most {limit} MiB."), limit=ARCHIVE_MIB),
        max_length=255,
        widget=forms.ClearableFileInput(attrs={"accept": ".zip,application/zip"}),
        error_messages={
            "empty": _("The file is empty."),
            "required": _("Choose a zip file first."),
        },
    )

    def clean_archive(self) -> "UploadedFile[Any]":
        archive: UploadedFile[Any] = self.cleaned_data["archive"]
        if (archive.size or 0) > ARCHIVE_MIB << 20:
            raise forms.ValidationError(
                _("The file is larger than %(limit)s MiB."), code="too_large", params={"limit": ARCHIVE_MIB}
            )
        return archive
