"""What the pages about one's account need to know."""

from __future__ import annotations

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def mail_can_be_sent() -> bool:
    """Whether an operator has named a mail server: without one no page speaks of mail."""
    return bool(settings.MAIL_CONFIGURED)
