"""Whatever ``cases.py`` says that the vocabulary does not know is refused, by the case's name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graders.engine import Engine, PackageBroken
from tests.graders.declared import HEAD, package

CALL = 'call("double", x=draw.normal(3))'
NET = """\
class double(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = torch.nn.Parameter(torch.zeros(3))

    def forward(self, x):
        return x * self.weight
"""
META = 'construct("double", into="net", meta=True)'
MADE = 'construct("double", into="net"), ' + CALL.replace("double", "net")


def refused(engine: Engine, arguments: str, reference: str = "def double(x):\n    return 2 * x\n") -> str:
    with pytest.raises(PackageBroken) as broken:
        engine.grade(package(arguments, reference), HEAD + reference)
    message = broken.value.messages[0]
    assert message.code == "author_code_failed"
    assert message.params["file"] == "cases.py"
    return str(message.params["detail"])


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (f'{CALL}, checks=("value",)', "checks= names 'value'; known: backward, dtype"),
        (f'{CALL}, layouts=("dense",)', "layouts= names 'dense'; known: expanded"),
        (f'{CALL}, dtypes=("float23",)', "dtypes= names 'float23'; known: bfloat16"),
        (f'{CALL}, backward("y", wrt=("w",))', "wrt= names 'w'; known: x"),
        (f'{MADE}, backward("y", wrt=("nte.weight",))', "wrt= names 'nte.weight'; known: net.…"),
        (f'{CALL}, backward("z", wrt=("x",))', "backward(...) names 'z'; known: y"),
        (f'{CALL}, equal("y", "z")', "equal(...) names 'z'; known: y"),
        (f'{CALL}, zeros("z", rate=0.5)', "zeros(...) or distributed(...) names 'z'"),
        (f'{CALL}, falls("z")', "falls(...) or reaches(...) names 'z'"),
        (f'{CALL}, extreme("z")', "extreme(...) names 'z'"),
        (f'{CALL}, read("net", "weight")', "read(...) names 'net'; known: none"),
        (f'{CALL}, parameters("net")', "parameters(...) names 'net'"),
        (f'{CALL}, load("net", weight=draw.normal(3))', "load(...) names 'net'"),
        (f'{CALL}, train("net")', "train(...) or evaluate(...) names 'net'"),
        (f'{CALL}, hold("net", "weight")', "hold(...) names 'net'"),
        (f'{MADE}, read_held("net", "weight")', "read_held(...) names 'net.weight'"),
        ('call("double", net=instance("net"))', "an argument names 'net'"),
        (f'{META}, {CALL.replace("double", "net")}', "call(...) names 'net', which is made with meta=True"),
        (f'{META}, load("net", weight=draw.normal(3))', "load(...) names 'net', which is made with"),
        (f'{META}, call("double", net=instance("net"))', "an argument names 'net', which is made with"),
        (f'{CALL}, {CALL.replace("x=", "z=")}', "names two outputs 'y'"),
        (f'{CALL[:-1]}, into="grad:x")', "into= cannot be 'grad:x'"),
        (f'{{**{CALL}, "repeat": 3}}', "call has the unknown key 'repeat'; known are args"),
        (f'{{key: {CALL}[key] for key in ("op", "target")}}', "call lacks the key 'args'; it needs args"),
        ('{"op": "calls"}', "a step names 'calls'; known: backward, call"),
        ('"call"', "a step names None"),
        (f'{CALL}, {{"op": "relation", "kind": "near", "of": ["y"]}}', "a relation names 'near'"),
        (f'{CALL}, {{**equal("y", "y"), "rtol": 1}}', "relation has the unknown key 'rtol'; known are exact"),
        (f'fails({{**{CALL}, "more": 3}}, "ValueError")', "call in fails(...) has the unknown key 'more'"),
    ],
)  # fmt: skip
def test_what_is_not_known_is_refused_with_what_is(engine: Engine, arguments: str, expected: str) -> None:
    detail = refused(
        engine,
        arguments,
        NET if "net." in expected or MADE in arguments else "def double(x):\n    return 2 * x\n",
    )
    assert "case 'plain'" in detail
    assert expected.replace("; known:", ", which is not known; known are") in detail


def test_an_option_that_no_case_has_is_refused(engine: Engine) -> None:
    assert "tolerance" in refused(engine, f"{CALL}, tolerance=1e-3")


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        ('{**case("plain", STEP), "tolerance": 1e-3}', "case 'plain' has the unknown key 'tolerance'"),
        ('{"name": "plain", "steps": [STEP]}', "case 'plain' lacks the key 'checks'"),
        ('["plain", STEP]', "cases(draw) must yield what case(...) returns"),
    ],
)
def test_a_case_made_by_hand_is_refused(engine: Engine, made: str, expected: str) -> None:
    broken = package(CALL, "def double(x):\n    return 2 * x\n")
    cases = broken.files["cases.py"].replace(f'case("plain", {CALL})', made.replace("STEP", CALL))
    with pytest.raises(PackageBroken) as raised:
        engine.grade(replace(broken, files={**broken.files, "cases.py": cases}, digest=made), HEAD)
    assert expected in str(raised.value.messages[0].params["detail"])


@pytest.mark.parametrize(
    "arguments",
    [
        MADE + ', backward("y", wrt=("x", "net.weight")), read("net", "weight"), parameters("net")',
        MADE + ', hold("net", "weight"), read_held("net", "weight"), train("net")',
        MADE + ', read("net", "weight", at="end"), zeros("net.weight@end", rate=1.0)',
    ],
)
def test_what_is_known_is_taken(engine: Engine, arguments: str) -> None:
    assert engine.grade(package(arguments, NET), HEAD + NET).cases
