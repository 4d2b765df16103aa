"""Model fields that every app may use."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

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
        instance.__dict__[self.field.attname] = self.field.to_python(value)


def no_text() -> Text:
    """The value of a field that nobody has filled."""
    return Text("", "")


class BilingualField(models.JSONField):
    """English and Hindi, stored as one JSON object; the value is a ``Text``.

    Validation refuses a language that is missing, unless the field may be blank.
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

    def to_python(self, value: Any) -> Any:
        if isinstance(value, EngineText):
            return Text(value.en, value.hi)
        if isinstance(value, dict):
            return Text(str(value.get("en") or ""), str(value.get("hi") or ""))
        if value is None or isinstance(value, str):
            return Text(value or "", value or "")
        return value

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        return self.to_python(super().from_db_value(value, expression, connection))

    def get_prep_value(self, value: Any) -> Any:
        return super().get_prep_value(self._plain(value))

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        return super().get_db_prep_value(self._plain(value), connection, prepared)

    def value_to_string(self, obj: models.Model) -> Any:
        return self._plain(self.value_from_object(obj))

    def value_from_object(self, obj: models.Model) -> Any:
        return self._plain(super().value_from_object(obj))

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
