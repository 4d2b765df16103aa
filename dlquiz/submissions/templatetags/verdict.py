"""What the pages of a coding task need beside the components of the design."""

from typing import Final

from django import template
from django.utils.html import json_script
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dlquiz.submissions.presentation import poll_delay

register = template.Library()

ROLES: Final = {
    "input": gettext_lazy("Input"),
    "expected": gettext_lazy("Expected"),
    "actual": gettext_lazy("Yours"),
    "difference": gettext_lazy("Yours − expected"),
}

register.filter("poll_delay", poll_delay)


@register.filter
def role_label(role: str) -> str:
    """What a tensor on the result page is."""
    return str(ROLES[role])


@register.simple_tag
def editor_texts() -> SafeString:
    """What the editor's scripts say, in the reader's language, as JSON that they read."""
    return json_script(
        {
            "saved": _("Saved %(time)s"),
            "saving": _("Saving…"),
            "unsaved": _("Not saved yet"),
            "offline": _("Kept on this device; the server cannot be reached. We keep trying."),
            "sending": _("Sending…"),
            "lost": _("The connection was lost. Your submission is safe; asking again…"),
            "notSent": _("That could not be sent. Check the connection and try again."),
            "reset": _("The starter code is back."),
            "loaded": _("%(name)s is in the editor."),
            "tooLarge": _("%(name)s is larger than the %(limit)s KiB that this task takes."),
            "notText": _("%(name)s is not a text file."),
            "runs": _("Press Ctrl+Enter to run, Ctrl+S to save. Escape and then Tab leaves the editor."),
            "phrases": editor_phrases(),
        },
        "editor-texts",
    )


def editor_phrases() -> dict[str, str]:
    """CodeMirror's own words; its keys are fixed."""
    return {
        "Find": _("Find"),
        "Replace": _("Replace"),
        "next": _("next"),
        "previous": _("previous"),
        "all": _("all"),
        "match case": _("match case"),
        "by word": _("whole words"),
        "regexp": _("pattern"),
        "replace": _("replace"),
        "replace all": _("replace all"),
        "close": _("close"),
        "current match": _("current match"),
        "on line": _("on line"),
        "Go to line": _("Go to line"),
        "go": _("go"),
        "Diagnostics": _("Errors"),
        "No diagnostics": _("No errors"),
        "replaced match on line $": _("replaced on line $"),
        "replaced $ matches": _("$ replaced"),
    }
