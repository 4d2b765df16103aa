"""Code whose arguments must have certain values, in whatever spelling the call is written."""

from __future__ import annotations

import pytest

from graders.answers.code.key import CodeKey, Part, Which
from graders.answers.code.marker import mark_code
from graders.answers.messages import render
from graders.answers.outcome import Outcome, Verdict

CONV = ("in_channels", "out_channels", "kernel_size")
SOFTMAX = CodeKey(
    Part(
        layers={"torch.nn.Softmax": ("dim",)},
        functions={"torch.softmax": ("input", "dim"), "torch.nn.functional.softmax": ("input", "dim")},
        methods={"softmax": ("dim",)},
        values={"dim": (1, -1)},
    ),
    rivals=("torch.sigmoid",),
)
INIT = CodeKey(
    Part(
        functions={"torch.nn.init.xavier_uniform_": ("tensor",)},
        methods={"weight.normal_": ()},
        tensors={"tensor": ("weight",)},
        values={"std": (0.01,)},
    )
)


@pytest.mark.parametrize(
    ("source", "given"),
    [
        ("p = x.softmax(dim=0)", "0"),
        ("p = torch.softmax(model(x), 0)", "0"),
        ("p = nn.Softmax(dim=0)(x)", "0"),
        ("d = 0\np = F.softmax(x, dim=d)", "d = 0"),
        ("d = 1\nd = d + 1\np = F.softmax(x, dim=d)", "d = 2"),
        ("p = F.softmax(x, dim=None)", "None"),
    ],
)
def test_a_wrong_value_is_named_in_both_languages(source: str, given: str) -> None:
    marking = mark_code(SOFTMAX, source)
    assert marking.concepts[0].verdict is Verdict.CONTRADICTED
    [remark] = [remark for remark in marking.remarks if remark.code == "code_argument_value"]
    for language in ("en", "hi"):
        text = render(remark.code, remark.params, language)
        assert all(word in text for word in ("oftmax", "dim", given, "1 / -1"))


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("layer = nn.Linear(4, 8)\nnn.init.xavier_uniform_(layer)", "code_layer_for_tensor"),
        ("nn.init.xavier_uniform_(nn.Linear(4, 8))", "code_layer_for_tensor"),
        ("nn.init.xavier_uniform_(layer.bias)", "code_argument_value"),
        ("nn.init.xavier_uniform_(layer)", "code_argument_unseen"),
        ("nn.init.xavier_uniform_()", "code_argument_missing"),
        ("layer.weight.data.normal_(0, 1)", "code_argument_value"),
        ("layer.bias.data.normal_(0, 0.01)", None),
    ],
)
def test_a_layer_or_a_bias_is_not_what_initialisation_needs(source: str, code: str | None) -> None:
    marking = mark_code(INIT, source)
    assert marking.outcome is not Outcome.FULL
    assert code is None or code in [remark.code for remark in marking.remarks]


@pytest.mark.parametrize("value", ["1", "(1, 1)", "[1, 1]"])
def test_a_size_may_be_given_once_or_for_each_direction(value: str) -> None:
    key = CodeKey(Part(layers={"torch.nn.Conv2d": CONV}, values={"padding": (1,), "stride": (1,)}))
    assert mark_code(key, f"y = nn.Conv2d(1, 1, 3, 1, {value})(x)").outcome is Outcome.FULL
    assert mark_code(key, f"y = nn.Conv2d(1, 1, 3, padding={value})(x)").outcome is Outcome.FULL
    assert mark_code(key, "y = nn.Conv2d(1, 1, 3)(x)").outcome is not Outcome.FULL
    assert mark_code(key, "y = nn.Conv2d(1, 1, 3, padding=(1, 0))(x)").outcome is not Outcome.FULL
    assert mark_code(key, "y = nn.Conv2d(1, 1, 3, padding=True)(x)").outcome is not Outcome.FULL


@pytest.mark.parametrize(
    ("which", "full"), [("any", True), ("first", True), ("last", False), ("every", False)]
)
def test_the_question_says_which_of_several_calls_must_have_the_value(which: str, *, full: bool) -> None:
    key = CodeKey(
        Part(layers={"torch.nn.Conv2d": CONV}, values={"in_channels": (3,)}, which=Which(which)),
    )
    source = "net = nn.Sequential(nn.Conv2d(3, 8, 3), nn.Conv2d(8, 8, 3))\ny = net(x)"
    assert (mark_code(key, source).outcome is Outcome.FULL) is full


@pytest.mark.parametrize(
    "source",
    [
        "p = x.softmax(dim=1)",
        "p = model(x).softmax(1)",
        "p = model(images).detach().softmax(-1)",
        "p = torch.softmax(model(x), dim=-1)",
        "p = F.softmax(logits, 1)",
        "from torch.nn.functional import softmax\np = softmax(net(x), dim=1)",
        "from torch.nn import *\np = Softmax(dim=1)(x)",
        "p = nn.Softmax(dim=1)(x)",
        "d = 1\nsm = nn.Softmax(d)\np = sm(z)",
        "def predict(model, x):\n    return F.softmax(model(x), dim=1)",
        "predict = lambda x: torch.softmax(model(x), dim=1)",
        "model = nn.Sequential(nn.Linear(4, 3), nn.Softmax(dim=1))\np = model(x)",
        "act = F.softmax\np = act(model(x), dim=1)",
    ],
)
def test_a_function_counts_in_all_its_spellings(source: str) -> None:
    assert mark_code(SOFTMAX, source).outcome is Outcome.FULL


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("p = F.softmax(x, dim=d)", "code_argument_unseen"),
        ("d = 1\nif flat:\n    d = 0\np = F.softmax(x, dim=d)", "code_argument_unseen"),
        ("p = x.softmax(x, dim=1)", "code_argument_unseen"),
        ("p = F.softmax(x)", "code_argument_missing"),
        ("p = F.softmax(x, dim=1)\nq = F.softmax(x, dim=0)", "code_argument_value"),
        ("import scipy\np = scipy.special.softmax(x, 1)", None),
        ("p = tf.nn.softmax(x, 1)", None),
        ("def softmax(x, dim):\n    return x\np = softmax(x, dim=1)", None),
        ("p = torch.sigmoid(x)", "code_other_call"),
    ],
)
def test_what_is_not_sure_gets_no_automatic_full_mark(source: str, code: str | None) -> None:
    marking = mark_code(SOFTMAX, source)
    assert marking.outcome is not Outcome.FULL
    assert code is None or code in [remark.code for remark in marking.remarks]


@pytest.mark.parametrize(
    "source",
    [
        "nn.init.xavier_uniform_(layer.weight)",
        "init.xavier_uniform_(self.fc1.weight.data)",
        "import torch.nn.init as I\nI.xavier_uniform_(tensor=rnn.weight_ih_l0)",
        "from torch.nn.init import xavier_uniform_\nxavier_uniform_(w.weight)",
        "for m in model.modules():\n    if hasattr(m, 'weight'):\n        init.xavier_uniform_(m.weight)",
        "for p in model.parameters():\n    nn.init.xavier_uniform_(p)",
        "def init(m):\n    nn.init.xavier_uniform_(m.weight)\nmodel.apply(init)",
        "w = torch.empty(3, 5)\nnn.init.xavier_uniform_(w)",
        "layer.weight.data.normal_(0, 0.01)",
        "layer.weight.data.normal_(mean=0.0, std=1e-2)",
    ],
)
def test_initialisation_counts_as_a_statement_wherever_it_stands(source: str) -> None:
    assert mark_code(INIT, source).outcome is Outcome.FULL
