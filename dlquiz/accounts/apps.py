"""People: who they are, in which language and time zone."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "dlquiz.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
