"""What the editor's form sends."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Far above what any task takes: only what no program could be is stopped here.
MOST_BYTES = 6 * 1024 * 1024


class SourceField(forms.CharField):
    """Code as it was typed. Zero characters, which no database keeps, become the sign for unreadable ones."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, strip=False, **options)

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value) or "").replace("\0", "\ufffd").replace("\r\n", "\n")


class SourceForm(forms.Form):
    """Code, typed or as a file; the file wins."""

    source = SourceField()
    file = forms.FileField(required=False)

    def clean(self) -> dict[str, object]:
        cleaned = super().clean() or {}
        upload = cleaned.get("file")
        if upload is not None:
            if upload.size > MOST_BYTES:
                raise ValidationError(_("The file is too large to be a solution."))
            try:
                cleaned["source"] = self.fields["source"].to_python(upload.read().decode("utf-8-sig"))
            except UnicodeDecodeError:
                raise ValidationError(_("The file is not text in UTF-8.")) from None
        return cleaned


class DraftForm(forms.Form):
    """A draft and the revision that it goes on from."""

    source = SourceField(max_length=1_000_000)
    revision = forms.IntegerField(min_value=0)
