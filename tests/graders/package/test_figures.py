"""A figure draws and does nothing else; both languages show the same ones, with words for who cannot see."""

from __future__ import annotations

import pytest

from graders.package import PackageRefused, load_files
from graders.package.figures import size_of
from tests.graders.package.small import SOUND

DRAWN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180.5"><rect width="3" height="2"/>{}</svg>'
SHOWN = "![{}](figures/window.svg)\n"


def codes(
    drawing: str | None, english: str = SHOWN.format("A"), hindi: str = SHOWN.format("अ")
) -> list[tuple[str, str, int]]:
    files = {
        **SOUND,
        "statement.en.md": english + SOUND["statement.en.md"],
        "statement.hi.md": hindi + SOUND["statement.hi.md"],
    }
    if drawing is not None:
        files["figures/window.svg"] = drawing
    try:
        load_files(files)
    except PackageRefused as refused:
        return [(problem.code, problem.path, problem.line) for problem in refused.problems]
    return []


def test_a_figure_that_draws_and_is_described_is_taken() -> None:
    assert codes(DRAWN.format('<text x="1" y="2">n − f</text>')) == []
    assert size_of(DRAWN) == ("320", "180.5")


@pytest.mark.parametrize(
    "content",
    [
        "<script>alert(1)</script>",
        "<style>@import url(//elsewhere)</style>",
        '<image href="https://elsewhere/x.png"/>',
        "<foreignObject><p>text</p></foreignObject>",
        '<a href="javascript:alert(1)"><text>here</text></a>',
        '<rect onload="alert(1)"/>',
        '<g fill="url(https://elsewhere/x)"/>',
        '<rect style="fill: url(//elsewhere)"/>',
        '<use href="#other"/>',
        '<animate attributeName="x" onbegin="alert(1)"/>',
    ],
)
def test_what_does_more_than_draw_is_refused(content: str) -> None:
    assert [code for code, *_ in codes(DRAWN.format(content))][:1] == ["figure_unsafe"]


def test_a_document_type_is_refused_before_it_is_read() -> None:
    """Entities that are made of entities grow without end."""
    grown = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>' + DRAWN.format("&b;")
    assert codes(grown) == [("figure_unsafe", "figures/window.svg", 0)]


@pytest.mark.parametrize(
    ("drawing", "code"),
    [
        ("<svg", "figure_unreadable"),
        ("no picture", "figure_unreadable"),
        (DRAWN.format("").replace("viewBox", "box"), "figure_without_size"),
        (DRAWN.format("").replace(' xmlns="http://www.w3.org/2000/svg"', ""), "figure_without_size"),
        ('<html xmlns="http://www.w3.org/1999/xhtml"/>', "figure_without_size"),
    ],
)
def test_what_no_page_could_show_is_refused(drawing: str, code: str) -> None:
    assert codes(drawing)[0][0] == code


@pytest.mark.parametrize(
    ("drawing", "english", "hindi", "expected"),
    [
        (None, SHOWN.format("A"), SHOWN.format("अ"), "figure_missing"),
        (DRAWN.format(""), SHOWN.format(""), SHOWN.format("अ"), "figure_without_words"),
        (DRAWN.format(""), SHOWN.format("A"), "\n", "figures_differ"),
        (DRAWN.format(""), "\n", "\n", "figure_unused"),
        (DRAWN.format(""), "`" + SHOWN.format("A").strip() + "`\n", "\n", "figures_differ"),
    ],
)
def test_figures_and_statements_must_fit(
    drawing: str | None, english: str, hindi: str, expected: str
) -> None:
    assert expected in {code for code, *_ in codes(drawing, english, hindi)}


def test_a_picture_in_a_code_block_is_none() -> None:
    block = "```md\n" + SHOWN.format("A") + "```\n"
    assert codes(None, block, block) == []
