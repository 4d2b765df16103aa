"""Filters for authors' text."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString

from dlquiz.core import markdown as rendering
from dlquiz.core.figures import Figures
from dlquiz.core.i18n import active_language
from graders.contract import Text

register = template.Library()


@register.filter
def markdown(value: object, figures: Figures | None = None) -> SafeString:
    """Markdown as HTML; of a bilingual text the active language. ``figures`` finds its pictures."""
    return rendering.render(localized(value), figures)


@register.filter
def localized(value: object) -> str:
    """A bilingual text in the active language; anything else as text."""
    return value.get(active_language()) if isinstance(value, Text) else str(value)
