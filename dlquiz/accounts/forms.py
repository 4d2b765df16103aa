"""Forms about oneself."""

from __future__ import annotations

import zoneinfo

from allauth.account.forms import SignupForm as AllauthSignupForm
from django import forms
from django.utils.translation import gettext_lazy as _

from dlquiz.accounts.models import User


class SignupForm(AllauthSignupForm):
    """Sign-up with a name that teachers can recognise."""

    display_name = forms.CharField(
        label=_("Your name"),
        max_length=120,
        required=False,
        help_text=_("As your teachers know you. You can change it later."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )


class ProfileForm(forms.ModelForm):  # type: ignore[type-arg]
    """Name, language and time zone."""

    time_zone = forms.ChoiceField(label=_("Time zone"))

    class Meta:
        model = User
        fields = ("display_name", "language", "time_zone")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        names = sorted(name for name in zoneinfo.available_timezones() if "/" in name or name == "UTC")
        self.fields["time_zone"].choices = [(name, name.replace("_", " ")) for name in names]  # type: ignore[attr-defined]
