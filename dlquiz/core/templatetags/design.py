"""What templates need to show the components of ``docs/design.md``."""

import datetime
from decimal import Decimal
from typing import Any

from django import template
from django.forms import BoundField, CheckboxInput
from django.http import HttpRequest
from django.template.context import Context
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from dlquiz.core.icons import ICONS
from dlquiz.core.statuses import STATUSES
from dlquiz.core.templatetags.content import markdown
from graders.contract.marks import half_up

register = template.Library()

THEMES = ("light", "dark")
THEME_COOKIE = "dlquiz_theme"


@register.simple_tag
def icon(name: str) -> SafeString:
    """A sign without a meaning of its own: the word stands beside it, so screen readers skip it."""
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">{}</svg>',
        mark_safe(ICONS[name]),
    )


@register.simple_tag
def chip(status: str, label: str = "") -> SafeString:
    """The chip of a state from ``dlquiz.core.statuses``; ``label`` says it more exactly, e.g. "7 of 12"."""
    shown = STATUSES[status]
    return format_html(
        '<span class="chip chip--{}">{}<span>{}</span></span>',
        shown.tone,
        icon(shown.icon),
        label or shown.label,
    )


@register.simple_tag
def verdict_icon(status: str) -> SafeString:
    """The sign of a state alone, for a table whose cells say the word themselves."""
    return icon(STATUSES[status].icon)


@register.filter
def status_label(status: str) -> str:
    """The word for a state, where a chip would be too much."""
    return str(STATUSES[status].label)


@register.simple_tag(takes_context=True)
def theme(context: Context) -> str:
    """The theme that the reader chose ("light" or "dark"); empty while the system decides."""
    request: HttpRequest | None = context.get("request")
    chosen = request.COOKIES.get(THEME_COOKIE, "") if request else ""
    return chosen if chosen in THEMES else ""


@register.simple_tag(takes_context=True)
def nav_link(context: Context, view_name: str, label: str, *args: Any) -> SafeString:
    """A list item with a link; the link to the page one is on says so."""
    request: HttpRequest | None = context.get("request")
    address = reverse(view_name, args=args)
    current = request is not None and request.path == address
    return format_html(
        '<li><a href="{}"{}>{}</a></li>', address, mark_safe(' aria-current="page"') if current else "", label
    )


@register.inclusion_tag("design/field.html")
def field(bound: BoundField, optional: bool | None = None, label: str = "") -> dict[str, Any]:
    """A field of a form with label, help and errors, tied together for screen readers.

    ``optional`` decides whether the label says so; by default it does where the field is not required.
    """
    return {
        "field": bound,
        "label": label or bound.label,
        "is_checkbox": isinstance(bound.field.widget, CheckboxInput),
        "is_group": bound.use_fieldset,
        "show_optional": not bound.field.required if optional is None else optional,
    }


@register.inclusion_tag("design/pagination.html", takes_context=True)
def pagination(context: Context, page: Any) -> dict[str, Any]:
    """Links to the pages before and after a ``django.core.paginator.Page``; other query parameters stay."""
    request: HttpRequest = context["request"]
    return {"page": page, "request": request}


@register.inclusion_tag("design/progress.html")
def progress(value: float, maximum: float, label: str) -> dict[str, Any]:
    """A bar with its figures in words."""
    return {"value": value, "maximum": maximum or 1, "shown_maximum": maximum, "label": label}


@register.filter
def inline_markdown(value: object) -> SafeString:
    """Markdown of one paragraph for use inside a line: as ``markdown``, without the paragraph around it."""
    html = markdown(value).strip()
    inner = html.removeprefix("<p>").removesuffix("</p>")
    return mark_safe(inner if "<p>" not in inner else html)


@register.simple_tag
def when(moment: datetime.datetime, with_time: bool = True) -> SafeString:
    """A moment in the reader's language and time zone: 21 Nov 2026, 08:55."""
    local = timezone.localtime(moment)
    pattern = ("j F Y" if get_language() == "hi" else "j M Y") + (", H:i" if with_time else "")
    return format_html('<time datetime="{}">{}</time>', local.isoformat(), date_format(local, pattern))


@register.filter
def points(value: Decimal | float | None) -> str:
    """Points without needless zeros: 7, 7.5, 7.25."""
    if value is None:
        return "–"
    text = f"{half_up(value):f}".rstrip("0").rstrip(".")
    return number_format(text)


@register.filter
def points_in_words(value: Decimal | float) -> str:
    """What something is worth: "1 point", "7.5 points"."""
    # The plural goes by what is shown: only a plain 1 is singular.
    shown = points(value)
    return ngettext("%(points)s point", "%(points)s points", 1 if shown == "1" else 2) % {"points": shown}


@register.simple_tag
def points_of(earned: Decimal | float, maximum: Decimal | float) -> str:
    """What was reached of what there is: "0 of 1 point", "2.5 of 7.5 points"."""
    shown = points(maximum)
    text = ngettext(
        "%(points)s of %(maximum)s point", "%(points)s of %(maximum)s points", 1 if shown == "1" else 2
    )
    return text % {"points": points(earned), "maximum": shown}


@register.filter
def duration(seconds: float | None) -> str:
    """A time that was measured, in the unit that suits its size."""
    if seconds is None:
        return "–"
    if seconds < 0.001:
        return _("%(value)s ms") % {"value": number_format(f"{seconds * 1000:.2g}")}
    if seconds < 1:
        return _("%(value)s ms") % {"value": number_format(f"{seconds * 1000:.0f}")}
    return _("%(value)s s") % {"value": number_format(f"{seconds:.3g}")}


@register.filter
def mebibytes(size: float | None) -> str:
    """A size in memory, in MiB."""
    if size is None:
        return "–"
    return _("%(value)s MiB") % {"value": number_format(f"{size / 2**20:.1f}")}
