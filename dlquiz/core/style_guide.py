"""Every component in every state, and the error pages, for those who work on them; DEBUG only."""

from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from dlquiz.core.icons import ICONS
from dlquiz.core.statuses import STATUSES

COLOURS = (
    "paper", "surface", "sunken", "line", "line-strong", "ink", "ink-soft", "accent", "accent-strong",
    "accent-tint", "spark", "spark-tint", "good", "good-tint", "bad", "bad-tint", "warn", "warn-tint", "info",
    "info-tint",
)  # fmt: skip
ERRORS = (400, 403, 404, 500)
MARKDOWN = """\
A window slides over the image: $y_{ij} = \\sum_{a,b} x_{i+a,\\,j+b}\\, w_{ab}$, and `stride` says how far.
खिड़की image पर सरकती है; हर जगह गुणा कीजिए और जोड़ लीजिए।

$$\\hat{x}_i = \\frac{x_i - \\mu_B}{\\sqrt{\\sigma_B^2 + \\varepsilon}},
\\quad y_i = \\gamma \\hat{x}_i + \\beta$$

```python
def conv2d(x, weight, stride=1):
    '''Slide, multiply, sum.'''
    return torch.stack([window(x, i) @ weight.flatten() for i in range(0, x.shape[-1], stride)])  # slow
```

| layer | output | parameters |
|---|---|---|
| `Conv2d(3, 16, 3)` | `(N, 16, 30, 30)` | 448 |

> Padding keeps the size; the tail that does not fit is dropped.
"""


class SampleForm(forms.Form):
    """One field of each kind."""

    name = forms.CharField(label="Text", help_text="Help stands between label and field.")
    number = forms.IntegerField(label="Number", required=False, max_value=3)
    choice = forms.ChoiceField(label="Choice", choices=[("en", "English"), ("hi", "हिन्दी")])
    text = forms.CharField(label="Long text", widget=forms.Textarea, required=False)
    agreed = forms.BooleanField(label="Tick")
    file = forms.FileField(label="File", required=False)


@require_safe
def error_page(request: HttpRequest, status: int) -> HttpResponse:
    """The page of an error, in place of which DEBUG shows its own."""
    if not settings.DEBUG or status not in ERRORS:
        raise Http404
    return render(request, f"{status}.html", status=status)


@require_safe
def style_guide(request: HttpRequest) -> HttpResponse:
    """The page; it does not exist where DEBUG is off."""
    if not settings.DEBUG:
        raise Http404
    pages = Paginator(range(90), 10)
    context = {
        "colours": COLOURS,
        "icons": sorted(ICONS),
        "statuses": list(STATUSES),
        "form": SampleForm(),
        "wrong_form": SampleForm({"number": "5", "name": "", "choice": "fr"}, prefix="wrong"),
        "markdown": MARKDOWN,
        "page": pages.get_page(request.GET.get("page", "2")),
        "now": timezone.now(),
        "rows": range(12),
    }
    return render(request, "design/style_guide.html", context)
