"""Text can be read and edges can be seen, in light and dark (WCAG 2.2 AA: 4.5 for text, 3 for edges)."""

import pytest

from tests.dlquiz.core.stylesheets import CSS, HEAT, REPORT, contrast, pairs, plain

TOKENS = pairs(CSS / "tokens.css")
GROUNDS = ("--paper", "--surface", "--sunken")
TINTS = ("--accent-tint", "--spark-tint", "--good-tint", "--bad-tint", "--warn-tint", "--info-tint")
TEXT_ON = {
    "--ink": (*GROUNDS, *TINTS),
    "--ink-soft": (*GROUNDS, "--accent-tint"),
    "--accent": (*GROUNDS, "--accent-tint", "--info-tint", "--warn-tint", "--bad-tint", "--spark-tint"),
    "--accent-strong": GROUNDS,
    "--on-accent": ("--accent", "--accent-strong"),
    "--good": (*GROUNDS, "--good-tint"),
    "--bad": (*GROUNDS, "--bad-tint"),
    "--warn": (*GROUNDS, "--warn-tint"),
    "--info": (*GROUNDS, "--info-tint"),
    **{f"--code-{part}": ("--surface", "--sunken", "--accent-tint") for part in (
        "comment", "keyword", "string", "number", "name", "builtin"
    )},
}  # fmt: skip
EDGES_ON = {"--line-strong": GROUNDS, "--focus": GROUNDS, "--accent": GROUNDS}


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), [(t, g) for t, grounds in TEXT_ON.items() for g in grounds])
def test_text_stands_out_from_its_ground(text: str, ground: str, theme: int) -> None:
    assert contrast(TOKENS[text][theme], TOKENS[ground][theme]) >= 4.5


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("edge", "ground"), [(e, g) for e, grounds in EDGES_ON.items() for g in grounds])
def test_edges_of_controls_stand_out_from_their_ground(edge: str, ground: str, theme: int) -> None:
    assert contrast(TOKENS[edge][theme], TOKENS[ground][theme]) >= 3


def test_browsers_without_pairs_get_the_light_half() -> None:
    assert plain(CSS / "tokens.css") == {name: light for name, (light, _) in TOKENS.items()}


def test_numbers_can_be_read_on_every_step_of_the_heat_map() -> None:
    steps = HEAT.findall(REPORT.read_text("utf-8"))
    assert {name for name, *_ in steps} == {"0", *(f"{sign}{n}" for sign in "pn" for n in range(1, 5))}
    for name, light, dark, rest in steps:
        inks = TOKENS["--ink"] if "--heat-ink" not in rest else _ink(rest)
        assert contrast(light, inks[0]) >= 4.5, f"{name} in light"
        assert contrast(dark, inks[1]) >= 4.5, f"{name} in dark"


def _ink(rest: str) -> tuple[str, str]:
    light, dark = rest.split("light-dark(")[1].split(")")[0].split(", ")
    return light, dark
