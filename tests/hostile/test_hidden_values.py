# ruff: noqa: E501 - programs are quoted whole
"""Nothing that a solution can write in its cell's name carries an input of a hidden case to the student."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graders.contract import LANGUAGES
from graders.engine import Engine
from graders.feedback import render
from graders.package import Package, load_files
from tests.graders.package.small import SOUND
from tests.hostile.program import FORGERY

# The cell knows these digits, and the source does not.
SECRET = "LEAK' + 'ED_' + str(abs(hash(x.shape)) % 997 * 0 + 31337) + '"
FOUND = "LEAKED_31337"

CHANNELS = {
    "an exception's message": "raise ValueError(leak)",
    "an exception's class": "raise type(leak, (ValueError,), {})()",
    "a class that claims to be builtin": "raise type(leak, (ValueError,), {'__module__': 'builtins'})()",
    "a message of several parts": "raise ValueError(leak, leak)",
    "a note": "e = ValueError()\ne.add_note(leak)\nraise e",
    "a cause": "raise ValueError() from KeyError(leak)",
    "a group": "raise ExceptionGroup(leak, [ValueError(leak)])",
    "a function's name": "exec(compile(f'def {leak}():\\n raise ValueError\\n{leak}()', 'solution.py', 'exec'), {})",
    "a line that is not in the source": "import linecache\nlinecache.cache['solution.py'] = (9, None, [leak + '\\n'] * 99, 'solution.py')\nraise ValueError",
    "the type of what is returned": "return type(leak, (), {'__module__': 'builtins'})()",
    "the type of what is returned, of torch": "return type(leak, (), {'__module__': 'torch'})()",
    "an attribute that is missing": "return getattr(x, leak)",
    "an exit": "raise SystemExit(leak)",
    "printing": "print(leak)\nimport sys\nprint(leak, file=sys.stderr)\nsys.__stdout__.write(leak)",
    "writing to every descriptor": "import os\nfor d in (1, 2): os.write(d, leak.encode())",
    "a warning": "import warnings\nwarnings.warn(leak)",
    "the harness's own exception": "from graders.zygote.lacking import Missing\nraise Missing(leak)",
    "the bar's own exception": "from graders.zygote.operators import ForbiddenOperator\nraise ForbiddenOperator(leak)",
    "an operator that was never called": "import gc\nfor thing in gc.get_objects():\n    if type(thing).__name__ == 'Watch': thing.tried.append({'operator': leak, 'line': 1})",
    "a forged message": "write(frame(done(status='crashed', code='raised', params={'type': leak, 'message': leak, 'line': leak}, error={'type': leak, 'message': leak})))",
    "a forged signal": "write(frame(done(status='crashed', code='died', params={'signal': leak})))",
    "a forged time": "write(frame(done(status='crashed', code='timed_out', params={'seconds': leak})))",
    "a forged lack": "write(frame(done(status='crashed', code='missing_attribute', params={'detail': leak})))",
    "a forged shape": "write(frame(done(status='crashed', code='parameter_misshapen', params={'name': leak, 'actual': leak, 'expected': leak})))",
    "a forged detail": "write(frame(done(status='crashed', code='wrong_arguments', params={'detail': leak})))",
    "a forged limit": "write(frame(done(status='out_of_memory', code='out_of_memory', params={'limit_mib': leak})))",
    "a forged code": "write(frame(done(status='crashed', code=leak, params={leak: leak})))",
    "a forged operator": "write(frame(done(tried=[{'operator': leak, 'line': 3}])))",
    "a forged line": "write(frame(done(tried=[{'operator': 'conv2d', 'line': leak}])))",
    "a forged traceback": "write(frame(done(status='crashed', code='raised', error={'type': 'ValueError', 'lines': [{'line': 5, 'text': leak, 'function': leak}]})))",
    "a forged type": "write(frame(done(observed=[{'name': 'y', 'kind': 'other', 'type': leak}])))",
    "a forged kind": "write(frame(done(observed=[{'name': 'y', 'kind': leak}])))",
    "a forged count": "write(frame(done(observed=[{'name': 'y', 'kind': 'count', 'wanted': leak, 'got': leak}])))",
    "a forged observation": "write(frame(done(observed=[{'name': leak, 'kind': 'raised', 'type': leak}])))",
    "a forged listing": "write(frame(done(observed=[{'name': 'y', 'kind': 'listing', 'items': [[leak, [1], True]]}])))",
}  # fmt: skip
CASES = """\
from graders.authoring import call, case


def cases(draw):
    yield case("plain", call("double", x=draw.normal(3)), visible=True)
    yield case("tail-dropped", call("double", x=draw.normal(4)))
"""


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with Engine() as made:
        yield made


@pytest.fixture(scope="module")
def double() -> Package:
    return load_files({**SOUND, "cases.py": CASES})


@pytest.mark.parametrize("channel", CHANNELS)
def test_no_channel_carries_a_hidden_input_out(engine: Engine, double: Package, channel: str) -> None:
    body = "".join(f"        {line}\n" for line in CHANNELS[channel].splitlines())
    source = (
        f"import torch\n{FORGERY}def double(x):\n    leak = '{SECRET}'\n"
        f"    if x.shape != (3,):\n{body}    return 2 * x\n"
    )
    report = engine.grade(double, source)
    assert [case.visible for case in report.cases] == [True, False]
    assert report.cases[0].verdict == "pass", "the first case is honest"
    assert FOUND not in repr(report.to_json())
    for language in LANGUAGES:
        for check in report.cases[1].checks:
            assert not check.code or FOUND not in render(check.code, check.params, language)


def test_the_same_channels_work_where_the_case_is_visible(engine: Engine, double: Package) -> None:
    source = f"import torch\ndef double(x):\n    raise ValueError('{SECRET}')\n"
    told = [case.error.message for case in engine.grade(double, source).cases if case.error]
    assert told == [FOUND, ""]


def test_a_hidden_case_still_tells_the_students_own_lines(engine: Engine, double: Package) -> None:
    source = "import torch\ndef helper(x):\n    return [][9]\ndef double(x):\n    return helper(x)\n"
    for case in engine.grade(double, source).cases:
        assert case.error is not None
        lines = [(line.line, line.text, line.function) for line in case.error.lines]
        assert (case.error.type, lines) == (
            "IndexError",
            [(5, "return helper(x)", "double"), (3, "return [][9]", "helper")],
        )


def test_a_hidden_case_still_tells_what_is_missing(engine: Engine) -> None:
    cases = """\
from graders.authoring import call, case, construct


def cases(draw):
    for name in ("plain", "tail-dropped"):
        yield case(name, construct("double", into="m"), call("m.apply", x=draw.normal(3)), visible=name == "plain")
"""
    reference = "class double:\n    def apply(self, x):\n        return 2 * x\n"
    package = load_files({**SOUND, "cases.py": cases, "reference.py": reference})
    report = engine.grade(package, "class double:\n    def aply(self, x):\n        return 2 * x\n")
    for case in report.cases:
        assert [check.params["detail"] for check in case.checks if check.code == "missing_attribute"] == [
            "apply"
        ]


def test_a_hidden_case_still_tells_the_forbidden_operator(engine: Engine, double: Package) -> None:
    source = (
        "import torch\ndef double(x):\n    torch.conv1d(x[None, None], x[None, None])\n    return 2 * x\n"
    )
    for case in engine.grade(double, source).cases:
        told = [check.params for check in case.checks if check.code == "forbidden_operator"]
        assert told == [{"operator": "conv1d", "line": 3}]
