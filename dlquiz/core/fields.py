"""Model fields that every app may use."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from dlquiz.core.form_fields import BilingualFormField
from dlquiz.core.i18n import LANGUAGES, Text
from graders.contract import Text as EngineText


class _TextAttribute:
    """Makes the attribute a ``Text`` whenever it is set, from the database or from code."""

    def __init__(self, field: BilingualField) -> None:
        self.field = field

    def __get__(self, instance: models.Model | None, owner: type) -> Any:
        if instance is None:
            return self
        if self.field.attname not in instance.__dict__:
            instance.refresh_from_db(fields=[self.field.attname])
        return instance.__dict__[self.field.attname]

    def __set__(self, instance: models.Model, value: Any) -> None:
        # An expression (as in F("title")) is the database's to work out, and stays what it is.
        is_text = not hasattr(value, "resolve_expression")
        instance.__dict__[self.field.attname] = self.field.to_python(value) if is_text else value


def no_text() -> Text:
    """The value of a field that nobody has filled."""
    return Text("", "")


class BilingualField(models.JSONField):
    """English and Hindi, stored as one JSON object; the value is a ``Text``.

    Validation refuses a language that is missing, unless the field may be blank and both are.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", no_text)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("default", None)
        return name, path, args, kwargs

    def contribute_to_class(self, cls: type[models.Model], name: str, private_only: bool = False) -> None:
        super().contribute_to_class(cls, name, private_only)
        setattr(cls, self.attname, _TextAttribute(self))

    def to_python(self, value: Any) -> Text:
        """A ``Text`` from what code, the database or a fixture hands over; never from one language."""
        if isinstance(value, EngineText):
            return Text(value.en, value.hi)
        if isinstance(value, dict) and set(value) <= set(LANGUAGES):
            return Text(str(value.get("en") or ""), str(value.get("hi") or ""))
        if value is None or value == "":
            return no_text()
        raise ValidationError(_("A text in English and Hindi is needed."), code="not_bilingual")

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        found = super().from_db_value(value, expression, connection)
        # A transform, as in values("title__en"), yields a part of the object: that is plain text.
        return found if isinstance(found, str) else self.to_python(found)

    def get_prep_value(self, value: Any) -> Any:
        return super().get_prep_value(self._plain(value))

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        return super().get_db_prep_value(self._plain(value), connection, prepared)

    def value_to_string(self, obj: models.Model) -> Any:
        return self._plain(super().value_from_object(obj))

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        # The administration would give JSON a box of its own: people see two boxes of text.
        kwargs.pop("widget", None)
        kwargs.setdefault("required", not self.blank)
        kwargs.setdefault("label", self.verbose_name)
        kwargs.setdefault("help_text", self.help_text)
        for ours in ("encoder", "decoder"):
            kwargs.pop(ours, None)
        return BilingualFormField(**kwargs)

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        text = self.to_python(value)
        missing = [language for language in LANGUAGES if not text.get(language).strip()]
        if missing and not (self.blank and len(missing) == len(LANGUAGES)):
            raise ValidationError(
                _("Text is needed in both languages; missing: %(languages)s."),
                code="language_missing",
                params={"languages": ", ".join(missing)},
            )

    @staticmethod
    def _plain(value: Any) -> Any:
        return value.to_json() if isinstance(value, EngineText) else value
