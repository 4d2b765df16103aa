"""The links of a course in the header, by what the reader is in it."""

from django import template
from django.template.context import Context
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from dlquiz.core.templatetags.design import nav_link
from dlquiz.courses.access import Role, role_of
from dlquiz.courses.models import Course

register = template.Library()

# From which role on a link is shown, and up to which.
LINKS = (
    ("courses:course", _("Course"), Role.STUDENT, Role.ADMIN),
    ("gradebook:own", _("My grades"), Role.STUDENT, Role.STUDENT),
    ("gradebook:table", _("Gradebook"), Role.ASSISTANT, Role.ADMIN),
    ("review:queue", _("Review"), Role.ASSISTANT, Role.ADMIN),
    ("authoring:tasks", _("Tasks"), Role.INSTRUCTOR, Role.ADMIN),
)


@register.simple_tag(takes_context=True)
def course_nav(context: Context) -> SafeString:
    """List items for ``course`` of the context; none for a person who is no member."""
    course: Course = context["course"]
    role = role_of(context["user"], course)
    if role is None:
        return SafeString("")
    return format_html_join(
        "",
        "{}",
        (
            (nav_link(context, view, str(label), course.slug),)
            for view, label, least, most in LINKS
            if least <= role <= most
        ),
    )
