"""Form fields that every app may use."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings

from dlquiz.core.i18n import LANGUAGES, Text
from graders.contract import Text as EngineText


class BilingualWidget(forms.MultiWidget):
    """Two boxes of text, English first, each marked with its language."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        names = dict(settings.LANGUAGES)
        boxes: dict[str, forms.Widget | type[forms.Widget]] = {
            code: forms.Textarea(attrs={"rows": 3, "lang": code, "aria-label": names[code]})
            for code in LANGUAGES
        }
        super().__init__(boxes, attrs)

    def decompress(self, value: Any) -> list[str]:
        if isinstance(value, EngineText):
            return [value.get(code) for code in LANGUAGES]
        return ["" for _ in LANGUAGES]


class BilingualFormField(forms.MultiValueField):
    """English and Hindi; the value is a ``Text``. Whether a language may be missing, the model says."""

    widget = BilingualWidget

    def __init__(self, **kwargs: Any) -> None:
        boxes = [forms.CharField(required=False) for _ in LANGUAGES]
        super().__init__(boxes, require_all_fields=False, **kwargs)

    def compress(self, data_list: list[str]) -> Text:
        return Text(*data_list) if data_list else Text("", "")
