"""The tags and filters that make up pages."""

import datetime
import re
from decimal import Decimal
from pathlib import Path

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import timezone, translation

from dlquiz.core.i18n import Text
from dlquiz.core.icons import ICONS
from dlquiz.core.statuses import STATUSES
from dlquiz.core.templatetags import design
from dlquiz.env import BASE_DIR

TEMPLATES = sorted(BASE_DIR.glob("dlquiz/**/templates/**/*.html"))
INLINE = re.compile(r"\sstyle\s*=|\son(click|submit|change|load|input|key\w+)\s*=|javascript:", re.IGNORECASE)
SCRIPT = re.compile(r"<script\b[^>]*>", re.IGNORECASE)


def render(source: str, /, **context: object) -> str:
    return Template("{% load design %}" + source).render(Context(context))


@pytest.mark.parametrize("status", sorted(STATUSES))
def test_every_state_has_a_word_and_a_sign(status: str) -> None:
    html = str(design.chip(status))
    assert str(STATUSES[status].label) in html
    assert ICONS[STATUSES[status].icon] in html


@pytest.mark.parametrize("status", sorted(STATUSES))
def test_every_state_has_a_word_in_hindi(status: str) -> None:
    with translation.override("hi"):
        label = str(STATUSES[status].label)
    assert re.search(r"[\u0900-\u097f]", label)


def test_a_chip_can_say_it_more_exactly_and_escapes_what_it_is_given() -> None:
    assert "3 of 5 &lt;b&gt;" in str(design.chip("partial", "3 of 5 <b>"))


@pytest.mark.parametrize(
    ("value", "text"),
    [(7, "7"), (7.5, "7.5"), (7.25, "7.25"), (0, "0"), (10, "10"), (100, "100"), (None, "–")],
)
def test_points_have_no_needless_zeros(value: float | None, text: str) -> None:
    assert design.points(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.125, "0.13"),
        (Decimal("0.125"), "0.13"),
        (2.675, "2.68"),
        (Decimal("1.0050"), "1.01"),
        (1 / 3, "0.33"),
    ],
)
def test_points_are_rounded_half_up(value: Decimal | float, text: str) -> None:
    assert design.points(value) == text


@pytest.mark.parametrize(
    ("value", "text"), [(1, "1 point"), (2, "2 points"), (1.5, "1.5 points"), (0, "0 points")]
)
def test_points_in_words(value: float, text: str) -> None:
    assert design.points_in_words(value) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0.00045, "0.45 ms"), (0.0113, "11 ms"), (0.999, "999 ms"), (1.25, "1.25 s"), (12, "12 s"), (None, "–")],
)
def test_a_duration_has_the_unit_that_suits_it(seconds: float | None, text: str) -> None:
    assert design.duration(seconds) == text


def test_a_moment_is_told_in_the_readers_zone_and_language() -> None:
    moment = datetime.datetime(2026, 11, 20, 20, 30, tzinfo=datetime.UTC)
    with timezone.override("Asia/Kolkata"):
        assert "21 Nov 2026, 02:00" in str(design.when(moment))
        with translation.override("hi"):
            assert "21 नवंबर 2026, 02:00" in str(design.when(moment))
        assert ", 02:00" not in str(design.when(moment, False))


def test_inline_markdown_has_no_paragraph_around_it() -> None:
    assert design.inline_markdown("a `b` c") == "a <code>b</code> c"
    assert design.inline_markdown(Text("one", "एक")) == "one"
    assert "<script" not in design.inline_markdown("<script>x</script>")


@pytest.mark.parametrize(
    ("cookie", "shown"), [("dark", "dark"), ("light", "light"), ('x"><b>', ""), ("", "")]
)
def test_only_a_theme_that_there_is_reaches_the_page(cookie: str, shown: str) -> None:
    request = RequestFactory().get("/")
    request.COOKIES["dlquiz_theme"] = cookie
    assert design.theme(Context({"request": request})) == shown


def test_the_link_to_the_page_one_is_on_says_so() -> None:
    here = render('{% nav_link "core:health" "Health" %}', request=RequestFactory().get("/health/"))
    elsewhere = render('{% nav_link "core:health" "Health" %}', request=RequestFactory().get("/"))
    assert 'aria-current="page"' in here
    assert "aria-current" not in elsewhere


def test_pagination_keeps_the_other_parameters() -> None:
    page = Paginator(range(30), 10).get_page(2)
    html = render("{% pagination page %}", page=page, request=RequestFactory().get("/?q=conv&page=2"))
    assert 'href="?q=conv&amp;page=1"' in html
    assert 'href="?q=conv&amp;page=3"' in html
    assert "Page 2 of 3" in html


def test_one_page_needs_no_pagination() -> None:
    page = Paginator(range(3), 10).get_page(1)
    assert render("{% pagination page %}", page=page, request=RequestFactory().get("/")).strip() == ""


class SampleForm(forms.Form):
    name = forms.CharField(label="Name", help_text="As your teachers know you.")
    note = forms.CharField(label="Note", required=False)


def test_a_field_ties_label_help_and_error_together() -> None:
    html = render("{% field form.name %}", form=SampleForm({"name": ""}))
    described = re.search(r'<input[^>]*aria-describedby="([^"]+)"', html)
    assert described is not None
    assert 'for="id_name"' in html
    for identifier in described[1].split():
        assert f'id="{identifier}"' in html
    assert 'aria-invalid="true"' in html


def test_only_what_may_be_left_out_is_called_optional() -> None:
    form = SampleForm()
    assert "optional" not in render("{% field form.name %}", form=form)
    assert "optional" in render("{% field form.note %}", form=form)
    assert "optional" not in render("{% field form.note False %}", form=form)


def test_a_bar_of_nothing_is_no_division_by_zero() -> None:
    assert 'max="1"' in render('{% progress 0 0 "Questions" %}')


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(BASE_DIR).as_posix())
def test_templates_have_nothing_inline_that_the_content_security_policy_refuses(path: Path) -> None:
    source = path.read_text("utf-8")
    assert not INLINE.search(source)
    for tag in SCRIPT.findall(source):
        assert "application/json" in tag or ("src=" in tag and "nonce=" in tag), tag
